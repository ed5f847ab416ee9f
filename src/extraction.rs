//! What was found in an article: mentions and relations, as views that know their text.

use std::fmt;

use crate::article::{Article, Reading, Sentences};
use crate::date::Period;
use crate::excerpt::{excerpt, single_spaced};
use crate::gazetteer::{Entity, Gazetteer};
use crate::mention::{self, EntityRef, Mentions};
use crate::relation::{self, RelationKind, Window};
use crate::span::Span;
use crate::vocabulary::{Form, Modality, Office, Sector, Status};

/// What was found in an article: its mentions and relations. It keeps the article, so that every view knows its text.
///
/// ```
/// use detente::{Extractor, Form};
///
/// let found = Extractor::bundled().extract("Armenia left the talks; Yerevan's envoy flew home.");
/// let forms: Vec<(&str, Form)> = found.mentions().map(|mention| (mention.surface(), mention.form())).collect();
/// assert_eq!(forms, [("Armenia", Form::Name), ("Yerevan", Form::Metonym)]);
/// ```
#[derive(Clone, Debug)]
pub struct Extraction<'a> {
    pub(crate) article: Article<'a>,
    pub(crate) gazetteer: Gazetteer,
    pub(crate) window: Window,
    pub(crate) reading: Reading,
    pub(crate) sentences: Sentences,
    pub(crate) mentions: Mentions,
    pub(crate) relations: relation::Relations,
}

impl<'a> Extraction<'a> {
    /// Returns the article.
    pub fn article(&self) -> &Article<'a> {
        &self.article
    }

    /// Returns the window in which mentions co-occurred.
    pub fn window(&self) -> Window {
        self.window
    }

    /// Returns the mentions, in the order of the text; no two overlap.
    pub fn mentions(&self) -> impl ExactSizeIterator<Item = Mention<'_>> {
        (0..self.mentions.all.len() as u32).map(|number| self.mention(number))
    }

    /// Returns the entities mentioned, by id.
    pub fn entities(&self) -> Vec<Entity> {
        self.mentions.named.entities().iter().map(|&entity| self.entity(entity)).collect()
    }

    /// Returns the relations: co-occurrences, then events, then facts, each by the ids of source and target.
    pub fn relations(&self) -> impl ExactSizeIterator<Item = Relation<'_>> {
        self.relations.list.iter().map(|relation| Relation { extraction: self, relation })
    }

    /// Returns the sentences' spans, in the order of the text.
    pub fn sentences(&self) -> impl ExactSizeIterator<Item = Span> {
        self.sentences.spans.iter().map(|&span| self.reading.original(span))
    }

    /// Returns why a surface names nobody, one line for each place where it stands and was passed over; empty where it
    /// does not stand, or is a mention.
    ///
    /// ```
    /// let found = detente::Extractor::bundled().extract("A plumber in Lebanon, Pa., thanked Lebanon.");
    /// assert_eq!(found.why_not("Lebanon").len(), 1);
    /// ```
    pub fn why_not(&self, surface: &str) -> Vec<String> {
        let data = &self.gazetteer.data;
        let places = self.mentions.passed_over.iter().filter(|passed| passed.span.of(self.text()) == surface);
        places
            .map(|passed| {
                let alias = &data.aliases[passed.alias as usize];
                let guard = match passed.reason {
                    mention::Reason::Guard(guard) => format!(" (guard “{}”)", data.guards[usize::from(guard)].id),
                    _ => String::new(),
                };
                let entity = &data.record(alias.entity).id;
                format!("{surface} at {} is not {entity}: {}{guard}", self.reading.original(passed.span), passed.reason)
            })
            .collect()
    }

    /// The text that was read.
    pub(crate) fn text(&self) -> &str {
        self.reading.text(self.article.text())
    }

    pub(crate) fn mention(&self, number: u32) -> Mention<'_> {
        Mention { extraction: self, mention: &self.mentions.all[number as usize] }
    }

    pub(crate) fn entity(&self, entity: EntityRef) -> Entity {
        self.mentions.entity(&self.gazetteer, entity)
    }

    /// The entity of that number in the article.
    pub(crate) fn numbered(&self, number: u32) -> Entity {
        self.entity(self.mentions.named.entities()[number as usize])
    }
}

/// A surface in the text that names an entity.
#[derive(Clone, Copy)]
pub struct Mention<'e> {
    extraction: &'e Extraction<'e>,
    pub(crate) mention: &'e mention::Mention,
}

impl<'e> Mention<'e> {
    /// Returns the entity named.
    pub fn entity(&self) -> Entity {
        self.extraction.entity(self.mention.entity)
    }

    /// Returns where it stands in the article's text as it was given.
    pub fn span(&self) -> Span {
        self.extraction.reading.original(self.mention.span)
    }

    /// Returns the text as it stands there.
    pub fn surface(&self) -> &'e str {
        self.span().of(self.extraction.article.text())
    }

    /// Returns how the text names the entity.
    pub fn form(&self) -> Form {
        self.mention.form
    }

    /// Returns the number of its sentence, from 0.
    pub fn sentence(&self) -> usize {
        self.mention.sentence as usize
    }

    /// Returns in one line why this entity: the alias with its file and line, the rule that chose it, and who else bears
    /// the name and was not meant.
    ///
    /// ```
    /// let found = detente::Extractor::bundled().extract("The Kremlin denied it.");
    /// let why = found.mentions().next().unwrap().why();
    /// assert!(why.starts_with("Kremlin → state:RUS (metonym)"), "{why}");
    ///
    /// let found = detente::Extractor::bundled().extract("Brazzaville said that Congo would vote.");
    /// let why = found.mentions().last().unwrap().why();
    /// assert!(why.ends_with("not state:COD (not named otherwise in the article)"), "{why}");
    /// ```
    pub fn why(&self) -> String {
        let data = &self.extraction.gazetteer.data;
        let alias = self.mention.alias.map(|alias| &data.aliases[alias as usize]);
        let listed = alias.map_or_else(String::new, |alias| {
            let place =
                data.place(alias.origin).map_or_else(String::new, |place| format!(", {}:{}", place.path, place.line));
            let misspelt = if alias.misspelt { ", a misspelling" } else { "" };
            format!("alias “{}”{misspelt}{place}; ", alias.text)
        });
        let (surface, entity, rule) = (self.surface(), self.entity(), self.mention.rule);
        format!("{surface} → {} ({}): {listed}{rule}{}", entity.id(), self.form(), self.rivals())
    }

    /// Who else bears the name, and why they were not meant: "; not state:COG (not named otherwise in the article)".
    fn rivals(&self) -> String {
        const MOST: usize = 3;
        let data = &self.extraction.gazetteer.data;
        let at = self.mention.span.start;
        let rivals = &self.extraction.mentions.rivals;
        let from = rivals.partition_point(|rival| rival.at < at);
        let own = || rivals[from..].iter().take_while(|rival| rival.at == at);
        let reasons = [(true, "the words beside it speak against that"), (false, self.mention.rule.of_rivals())];
        let mut lost = String::new();
        for (barred, reason) in reasons {
            let ids: Vec<&str> = own()
                .filter(|rival| rival.barred == barred)
                .map(|rival| &*data.record(data.aliases[rival.alias as usize].entity).id)
                .collect();
            let more = match ids.len().saturating_sub(MOST) {
                0 => String::new(),
                more => format!(" nor {more} more"),
            };
            if !ids.is_empty() {
                lost.push_str(&format!("; not {}{more} ({reason})", ids[..ids.len().min(MOST)].join(", ")));
            }
        }
        lost
    }
}

impl fmt::Debug for Mention<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}@{}", self.span())
    }
}

impl fmt::Display for Mention<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} → {} ({})", self.surface(), self.entity().id(), self.form())
    }
}

/// A pair of entities, the kind of their relation, and its evidence.
#[derive(Clone, Copy)]
pub struct Relation<'e> {
    extraction: &'e Extraction<'e>,
    pub(crate) relation: &'e relation::Relation,
}

impl<'e> Relation<'e> {
    /// Returns the source; of a co-occurrence the entity with the smaller id.
    pub fn source(&self) -> Entity {
        self.extraction.numbered(self.relation.source)
    }

    /// Returns the target.
    pub fn target(&self) -> Entity {
        self.extraction.numbered(self.relation.target)
    }

    /// Returns what kind of relation it is.
    pub fn kind(&self) -> RelationKind {
        self.relation.kind
    }

    /// Returns how many windows hold both, or how many times an event is told; 0 for a fact.
    pub fn count(&self) -> u32 {
        self.relation.count
    }

    /// Returns the sum over windows of 1/(1+d), d the number of words between the nearest two mentions, each to a
    /// millionth; 0 for others.
    pub fn weight(&self) -> f64 {
        self.micro_weight() as f64 / 1e6
    }

    /// Returns where it stands, in the order of the text; a fact stands nowhere.
    pub fn evidence(&self) -> impl ExactSizeIterator<Item = Evidence<'e>> {
        let extraction = self.extraction;
        extraction.relations.evidence(self.relation).iter().map(move |evidence| Evidence { extraction, evidence })
    }

    /// Returns the status of a membership.
    pub fn status(&self) -> Option<Status> {
        self.fact()?.status()
    }

    /// Returns the office by which the source leads.
    pub fn office(&self) -> Option<Office> {
        self.fact()?.office()
    }

    /// Returns from when until when a fact holds.
    pub fn period(&self) -> Option<Period> {
        self.fact().map(|fact| fact.period)
    }

    pub(crate) fn micro_weight(&self) -> u64 {
        self.evidence().map(|evidence| u64::from(evidence.evidence.micro_weight)).sum()
    }

    pub(crate) fn fact(&self) -> Option<&'e relation::Fact> {
        self.extraction.relations.fact(self.relation)
    }
}

impl fmt::Debug for Relation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// `Armenia ─leads→ …  "the evidence"`; a co-occurrence has no arrow.
impl fmt::Display for Relation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind() {
            RelationKind::CoOccurrence => write!(f, "{} ─{}─ {}", self.source(), self.count(), self.target())?,
            kind => write!(f, "{} ─{kind}→ {}", self.source(), self.target())?,
        }
        match self.evidence().next() {
            Some(evidence) => write!(f, "  “{}”", evidence.quote()),
            None => Ok(()),
        }
    }
}

/// Where a relation stands in the text.
#[derive(Clone, Copy)]
pub struct Evidence<'e> {
    extraction: &'e Extraction<'e>,
    pub(crate) evidence: &'e relation::Evidence,
}

impl<'e> Evidence<'e> {
    /// Returns the stretch within which the two count as together.
    pub fn window(&self) -> Span {
        self.extraction.reading.original(self.evidence.window)
    }

    /// Returns the number of the sentence in which the earlier of the two stands.
    pub fn sentence(&self) -> usize {
        self.evidence.sentence as usize
    }

    /// Returns the mention of the source.
    pub fn source(&self) -> Mention<'e> {
        self.extraction.mention(self.evidence.source)
    }

    /// Returns the mention of the target.
    pub fn target(&self) -> Mention<'e> {
        self.extraction.mention(self.evidence.target)
    }

    /// Returns what more is known of an event: how it is put forward, by which words, with which code.
    pub fn event(&self) -> Option<EventDetail<'e>> {
        let detail = self.evidence.event.as_deref()?;
        Some(EventDetail { extraction: self.extraction, detail })
    }

    /// Returns the sentence, or the sentences from the first to the last of the two mentions and the words that signal
    /// an event, with white space made single.
    pub fn quote(&self) -> String {
        let Extraction { mentions, sentences, .. } = self.extraction;
        single_spaced(self.evidence.quoted(&mentions.all, sentences).of(self.extraction.text()))
    }

    /// Returns as much of the [quote](Self::quote) as so many columns of a terminal hold: the two mentions and the words
    /// that signal an event, then what stands between and beside them. Control characters are left out.
    ///
    /// ```
    /// let text = "In a speech that lasted for two hours and was cut short by rain, Chile's president thanked Peru.";
    /// let found = detente::Extractor::bundled().extract(text);
    /// let evidence = found.relations().next().unwrap().evidence().next().unwrap();
    /// assert_eq!(evidence.excerpt(41), "…by rain, Chile's president thanked Peru.");
    /// ```
    pub fn excerpt(&self, columns: usize) -> String {
        let Extraction { mentions, sentences, .. } = self.extraction;
        let quoted = self.evidence.quoted(&mentions.all, sentences);
        let [source, target] = [self.evidence.source, self.evidence.target].map(|at| mentions.all[at as usize].span);
        let trigger = self.evidence.event.as_deref().map(|detail| detail.trigger);
        excerpt(quoted.of(self.extraction.text()), columns, |word| {
            let word = Span::new(quoted.start + word.start, quoted.start + word.end);
            [Some(source), Some(target), trigger].into_iter().flatten().any(|wanted| wanted.overlaps(word))
        })
    }
}

impl fmt::Debug for Evidence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} … {:?}", self.source(), self.target())
    }
}

/// What the evidence of an event says beside where it stands.
#[derive(Clone, Copy)]
pub struct EventDetail<'e> {
    extraction: &'e Extraction<'e>,
    detail: &'e relation::Detail,
}

impl<'e> EventDetail<'e> {
    /// Returns the span of the words that signal the event.
    pub fn trigger(&self) -> Span {
        self.extraction.reading.original(self.detail.trigger)
    }

    /// Returns the CAMEO code.
    pub fn cameo(&self) -> &'e str {
        self.detail.cameo.as_str()
    }

    /// Returns the Goldstein value of the code, from -10 (conflict) to 10 (cooperation).
    pub fn goldstein(&self) -> f64 {
        f64::from(self.goldstein_tenths()) / 10.0
    }

    pub(crate) fn goldstein_tenths(&self) -> i16 {
        tenths(self.detail.goldstein)
    }

    /// Returns how the event is put forward.
    pub fn modality(&self) -> Modality {
        self.detail.modality
    }

    /// Returns the mention of who says so.
    pub fn attributed_to(&self) -> Option<Mention<'e>> {
        self.detail.attributed_to.map(|number| self.extraction.mention(number))
    }

    /// Returns the part of the source that acts.
    pub fn source_sector(&self) -> Option<Sector> {
        self.detail.source_sector
    }

    /// Returns the part of the target that is acted on.
    pub fn target_sector(&self) -> Option<Sector> {
        self.detail.target_sector
    }

    /// Returns the year of what is only recalled.
    pub fn when(&self) -> Option<i16> {
        self.detail.when
    }
}

impl fmt::Debug for EventDetail<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}, {})", self.trigger().of(self.extraction.article.text()), self.cameo(), self.modality())
    }
}

/// A Goldstein value in tenths: the standard's values have one decimal.
pub(crate) fn tenths(goldstein: f32) -> i16 {
    (goldstein * 10.0).round() as i16
}
