//! The order of the rules: from all hits of an article to its mentions.

use super::context::{has_lower_case, is_name_like, line_of, past_possessive, word_after, word_before};
use super::description::Descriptions;
use super::discover::Discovery;
use super::guards::{Guards, Heard};
use super::half::{Halves, HalvesNamed};
use super::language;
use super::named_thing::{self, is_headline};
use super::person::{self, Introduced, Surname};
use super::place::is_place;
use super::role::Roles;
use super::rule::{PassedOver, Reason, Rival, Rule};
use super::{EntityRef, Mention, Mentions};
use crate::article::{Addresses, Sentences};
use crate::date::PartialDate;
use crate::gazetteer::{Alias, Data};
use crate::lexicon::{Lexicon, Title};
use crate::matcher::{Hit, Matcher};
use crate::span::Span;
use crate::vocabulary::{Form, Kind};
use crate::word::fold;

/// Resolves the hits of one article.
pub(crate) struct Resolver<'r> {
    pub(crate) data: &'r Data,
    pub(crate) lexicon: &'r Lexicon,
    pub(crate) names: &'r Matcher,
    pub(crate) guards: &'r Guards,
    /// The nouns of roles; a pattern's number is the role's.
    pub(crate) roles: &'r Matcher,
    /// The nouns that describe entities; a pattern's number is the entity's.
    pub(crate) descriptions: &'r Matcher,
    /// The lands that are one of two.
    pub(crate) halves: &'r Halves,
    pub(crate) text: &'r str,
    pub(crate) sentences: &'r Sentences,
    pub(crate) date: Option<PartialDate>,
}

/// A hit that survived what speaks against it.
struct Open {
    hit: Hit,
    sentence: u32,
    /// Which of the aliases it cannot be, as bits by their order.
    barred: u32,
}

impl<'r> Resolver<'r> {
    /// The mentions of the article.
    pub(crate) fn resolve(&self) -> Mentions {
        let mut mentions = Mentions::default();
        let mut open = self.open(&mut mentions.passed_over);
        let mut namesakes = Namesakes::default();
        open.retain(|candidate| {
            let reason = self.namesake(candidate, &mut namesakes);
            mentions.passed_over.extend(reason.map(|reason| self.passed_over(candidate, reason)));
            reason.is_none()
        });
        let introduced = self.introduced(&open);
        let mut late = Vec::new();
        // Names first: surnames and ambiguous names look at what stands around them.
        open.retain(|candidate| match self.name(candidate) {
            Decision::Is(mention) => {
                self.rivals(candidate, mention, &mut mentions.rivals);
                mentions.all.push(mention);
                false
            }
            Decision::Later => true,
        });
        // A surname whose last bearer was somebody else is still that person's: "Rosa Castro … Castro".
        let mut others: Vec<u32> = Vec::new();
        for candidate in &open {
            let spelling = candidate.hit.spelling;
            match self.late(candidate, &mentions.all, &introduced) {
                Ok(mention) if mention.rule == Rule::InOffice && others.contains(&spelling) => {
                    mentions.passed_over.push(self.passed_over(candidate, Reason::OtherPerson));
                }
                Ok(mention) => {
                    self.rivals(candidate, mention, &mut mentions.rivals);
                    late.push(mention);
                }
                Err(passed) => {
                    if passed.reason == Reason::OtherPerson {
                        others.push(spelling);
                    }
                    mentions.passed_over.push(passed);
                }
            }
        }
        add(&mut mentions.all, late);
        mentions.passed_over.sort_by_key(|passed| passed.span);
        mentions.rivals.sort_by_key(|rival| (rival.at, rival.alias));
        self.settle_places(&mut mentions.all);
        self.beyond_names(&mut mentions);
        mentions
    }

    /// What names nobody by a listed name: short forms, people whom the text introduces, roles, descriptions.
    fn beyond_names(&self, mentions: &mut Mentions) {
        let &Self { data, lexicon, text, sentences, date, .. } = self;
        let discovery = Discovery { data, lexicon, text, sentences };
        let halves = HalvesNamed { data, halves: self.halves, text, sentences, date }.find(&mentions.all);
        add(&mut mentions.all, halves);
        let short_forms = discovery.short_forms(&mentions.all);
        add(&mut mentions.all, short_forms);
        let discoveries = discovery.people(&mentions.all);
        mentions.discovered = discoveries.people;
        add(&mut mentions.all, discoveries.mentions);
        let roles = Roles { data, lexicon, nouns: self.roles, text, date };
        let beside = (0..mentions.all.len()).filter_map(|number| roles.beside(&mentions.all, number)).collect();
        add(&mut mentions.all, beside);
        let descriptions = Descriptions { data, nouns: self.descriptions, text, sentences };
        let found = descriptions.find(&mentions.all);
        add(&mut mentions.all, found);
    }

    /// The aliases that a hit may be.
    fn aliases(&self, candidate: &Open) -> impl Iterator<Item = (u32, &'r Alias)> {
        let barred = candidate.barred;
        self.all_aliases(candidate.hit)
            .enumerate()
            .filter(move |&(order, _)| !is_barred(barred, order))
            .map(|(_, own)| own)
    }

    /// The aliases with a hit's spelling.
    fn all_aliases(&self, hit: Hit) -> impl Iterator<Item = (u32, &'r Alias)> {
        let Self { data, guards, .. } = self;
        // Words that are no aliases have the highest numbers.
        let numbers = self.names.numbers(hit.spelling).iter().take_while(|&&number| guards.is_alias(number));
        numbers.map(|&number| (number, &data.aliases[number as usize]))
    }

    /// The hits against which nothing speaks.
    fn open(&self, passed_over: &mut Vec<PassedOver>) -> Vec<Open> {
        let mut heard = Heard::default();
        let mut open = Vec::new();
        let mut sentence = 0;
        for hit in self.names.hits(self.text) {
            while self.sentences.spans.get(sentence + 1).is_some_and(|next| next.start <= hit.span.start) {
                sentence += 1;
            }
            let sentence = sentence as u32;
            let numbers = self.names.numbers(hit.spelling);
            if self.guards.is_alias(numbers[0]) {
                open.push(Open { hit, sentence, barred: 0 });
            }
            for &number in numbers.iter().rev().take_while(|&&number| !self.guards.is_alias(number)) {
                self.guards.note(number, sentence, &mut heard);
            }
        }
        let mut addresses = Addresses::new(self.text);
        open.retain_mut(|candidate| {
            let reason = match addresses.hold(candidate.hit.span) {
                true => Some(Reason::Address),
                false => self.speaks_against(candidate, &heard),
            };
            passed_over.extend(reason.map(|reason| self.passed_over(candidate, reason)));
            reason.is_none()
        });
        open
    }

    fn speaks_against(&self, candidate: &mut Open, heard: &Heard) -> Option<Reason> {
        let span = candidate.hit.span;
        let written = span.of(self.text);
        if written.len() <= 5
            && !has_lower_case(written)
            && self.aliases(candidate).all(|(_, alias)| *alias.text != *written)
        {
            // "MALI" is a name in a headline only.
            let line = line_of(self.text, span);
            let opens = self.sentences.spans[candidate.sentence as usize].start == span.start;
            if has_lower_case(line) && !opens {
                return Some(Reason::Capitals);
            }
        }
        // A former capital is a town.
        let moved = |alias: &Alias| match self.date {
            Some(date) => !alias.period.holds_on(date),
            None => alias.period.until.is_some(),
        };
        if self.aliases(candidate).all(|(_, alias)| alias.capital && moved(alias)) {
            return Some(Reason::FormerCapital);
        }
        self.bar(candidate, heard)
    }

    /// Bars the aliases against which the words beside and around speak, and tells why when none is left.
    fn bar(&self, candidate: &mut Open, heard: &Heard) -> Option<Reason> {
        let span = candidate.hit.span;
        let mut looks_alike_already = None;
        let mut reason = None;
        let mut left = false;
        for (order, (_, alias)) in self.all_aliases(candidate.hit).enumerate() {
            let against = self.guards.against(self.text, span, candidate.sentence, &alias.guards, heard);
            let may_look_alike = !matches!(alias.form, Form::Abbreviation | Form::Organ | Form::Official);
            let is_demonym = alias.form == Form::Demonym;
            let against = against.map(Reason::Guard).or_else(|| {
                let looks_alike = || {
                    self.guards.look_alike(self.text, span, is_demonym)
                        || named_thing::holds(self.text, span, &self.lexicon.lookalikes)
                };
                (may_look_alike && *looks_alike_already.get_or_insert_with(looks_alike)).then_some(Reason::Lookalike)
            });
            match against {
                Some(against) => {
                    candidate.barred |= bit(order);
                    reason = reason.or(Some(against));
                }
                None => left = true,
            }
        }
        reason.filter(|_| !left)
    }

    /// Whether a state's or capital's name is a person's here: "Michael Jordan", "Israel Adesanya"; whoever is so
    /// introduced bears the name alone afterwards. And whether a demonym is a language.
    fn namesake(&self, candidate: &Open, namesakes: &mut Namesakes) -> Option<Reason> {
        let span = candidate.hit.span;
        let (_, alias) = self.aliases(candidate).next()?;
        if alias.form == Form::Demonym {
            if is_newspaper(self.text, span, self.sentences.spans[candidate.sentence as usize]) {
                return Some(Reason::Lookalike);
            }
            return language::is_meant(self.text, span).then_some(Reason::Language);
        }
        if alias.form == Form::Abbreviation {
            let known = namesakes.0.contains(&candidate.hit.spelling);
            if !known && self.is_explained_otherwise(span, alias.entity) {
                namesakes.0.push(candidate.hit.spelling);
                return Some(Reason::Lookalike);
            }
            return known.then_some(Reason::Lookalike);
        }
        let place =
            matches!(alias.form, Form::Name | Form::Metonym) && self.data.record(alias.entity).kind != Kind::Leader;
        if !place || span.of(self.text).contains(' ') {
            return None;
        }
        let sentence = self.sentences.spans[candidate.sentence as usize];
        let known = |word: Span| self.lexicon.people.is_given_name(&fold(word.of(self.text)));
        let before = word_before(self.text, span.start).filter(|word| word.start >= sentence.start);
        let given = before.is_some_and(|word| is_name_like(word.of(self.text)) && known(word));
        // "Mayor London Breed": a title and a surname around it.
        let titled = before.is_some_and(|word| {
            let written = word.of(self.text);
            is_name_like(written) && self.lexicon.people.title(written) == Some(Title::Plain)
        });
        let guarded = alias.guards.iter().any(|&guard| &*self.data.guards[usize::from(guard)].id == "given-name");
        let goes_on = || {
            person::goes_on(self.text, span, self.lexicon, |_| false)
                && word_after(self.text, span.end)
                    .is_some_and(|word| self.names.longest_at(self.text, word.start).is_none())
        };
        if given || (guarded || titled) && goes_on() {
            namesakes.0.push(candidate.hit.spelling);
            return Some(Reason::OtherPerson);
        }
        // "in Jordan" is the land still.
        let placed = before
            .is_some_and(|word| matches!(word.of(self.text), "in" | "of" | "to" | "from" | "with" | "near" | "across"));
        (namesakes.0.contains(&candidate.hit.spelling) && !placed).then_some(Reason::OtherPerson)
    }

    /// Whether the article explains an abbreviation as something else: "the University of Kentucky (UK)".
    fn is_explained_otherwise(&self, span: Span, entity: u32) -> bool {
        let Some(ahead) = self.text[..span.start].strip_suffix(" (") else { return false };
        if !self.text[span.end..].starts_with(')') {
            return false;
        }
        // From the last letter to the first, each word with a capital stands for one.
        let mut start = ahead.len();
        for letter in span.of(self.text).chars().rev().filter(|c| c.is_alphanumeric()) {
            let word = loop {
                let Some(word) = word_before(ahead, start).or_else(|| last_word(ahead, start)) else { return false };
                start = word.start;
                if !matches!(word.of(ahead), "of" | "the" | "and" | "for" | "in" | "on") {
                    break word;
                }
            };
            if !word.of(ahead).starts_with(letter) {
                return false;
            }
        }
        let own = self.names.longest_at(self.text, start).filter(|hit| hit.span.end == ahead.len());
        own.is_none_or(|hit| self.all_aliases(hit).all(|(_, alias)| alias.entity != entity))
    }

    /// The people named in full, by place.
    fn introduced(&self, open: &[Open]) -> Vec<Introduced> {
        let mut introduced = Vec::new();
        for candidate in open {
            for (_, alias) in self.aliases(candidate) {
                if self.is_full_name(alias) {
                    introduced
                        .push(Introduced { entity: EntityRef::listed(alias.entity), at: candidate.hit.span.start });
                }
            }
        }
        introduced
    }

    fn is_full_name(&self, alias: &Alias) -> bool {
        matches!(alias.form, Form::Name | Form::Official) && self.data.record(alias.entity).kind == Kind::Leader
    }

    fn name(&self, candidate: &Open) -> Decision {
        let mut aliases = self.aliases(candidate);
        let (Some((number, alias)), None) = (aliases.next(), aliases.next()) else { return Decision::Later };
        if alias.form == Form::Surname || alias.after_name {
            return Decision::Later;
        }
        let rule = if self.is_full_name(alias) { Rule::FullName } else { Rule::OnlyBearer };
        Decision::Is(self.mention(candidate, number, rule))
    }

    fn mention(&self, candidate: &Open, number: u32, rule: Rule) -> Mention {
        let alias = &self.data.aliases[number as usize];
        Mention {
            span: candidate.hit.span,
            entity: EntityRef::listed(alias.entity),
            form: alias.form,
            sentence: candidate.sentence,
            rule,
            alias: Some(number),
        }
    }

    /// Notes who else bears the name of a mention.
    fn rivals(&self, candidate: &Open, mention: Mention, rivals: &mut Vec<Rival>) {
        if self.names.numbers(candidate.hit.spelling).len() < 2 {
            return;
        }
        let mut noted: Vec<u32> = mention.entity.index().into_iter().collect();
        for (order, (alias, listed)) in self.all_aliases(candidate.hit).enumerate() {
            if !noted.contains(&listed.entity) {
                noted.push(listed.entity);
                rivals.push(Rival { at: mention.span.start, alias, barred: is_barred(candidate.barred, order) });
            }
        }
    }

    /// A hit as passed over: under the first of the aliases that it might have been.
    fn passed_over(&self, candidate: &Open, reason: Reason) -> PassedOver {
        let alias = self.names.numbers(candidate.hit.spelling)[0];
        PassedOver { span: candidate.hit.span, alias, reason }
    }

    /// A surname, or a name of several.
    fn late(&self, candidate: &Open, sure: &[Mention], introduced: &[Introduced]) -> Result<Mention, PassedOver> {
        let (surnames, names): (Vec<_>, Vec<_>) =
            self.aliases(candidate).partition(|(_, alias)| alias.form == Form::Surname);
        let chosen = match (names.is_empty(), surnames.is_empty()) {
            (true, _) => self.surname(candidate, &surnames, sure, introduced),
            (false, true) => self.one_of(&self.as_placed(candidate, names), sure),
            (false, false) => match self.surname(candidate, &surnames, sure, introduced) {
                Ok((number, rule)) if rule != Rule::InOffice && rule != Rule::OnlyBearer => Ok((number, rule)),
                _ => self.one_of(&names, sure),
            },
        };
        chosen
            .map(|(number, rule)| self.mention(candidate, number, rule))
            .map_err(|reason| self.passed_over(candidate, reason))
    }

    fn surname(
        &self,
        candidate: &Open,
        bearers: &[(u32, &Alias)],
        sure: &[Mention],
        introduced: &[Introduced],
    ) -> Result<(u32, Rule), Reason> {
        let span = candidate.hit.span;
        let is_mention = |word: Span| around(sure, word).is_some();
        if person::goes_on(self.text, span, self.lexicon, is_mention) {
            return Err(Reason::LongerName);
        }
        let before = person::before(
            self.text,
            span,
            self.sentences.spans[candidate.sentence as usize],
            self.lexicon,
            is_mention,
        );
        let head = before.title.map_or(span.start, |(_, start)| start);
        let beside = self.state_before(head, sure);
        let &Self { data, lexicon, text, date, .. } = self;
        Surname { before, beside, text, introduced, at: span.start, end: span.end, date, data, lexicon }.whose(bearers)
    }

    /// The state whose demonym or possessive stands directly before.
    fn state_before(&self, at: usize, sure: &[Mention]) -> Option<u32> {
        let ahead = self.text[..at].trim_end();
        let number = sure.partition_point(|mention| mention.span.start < at).checked_sub(1)?;
        let mention = sure[number];
        let end = mention.span.end;
        (end <= ahead.len() && past_possessive(self.text, end) == ahead.len()).then(|| mention.entity.index())?
    }

    /// Where somebody is, a name is its state's capital, not a bloc's seat: "in Brussels".
    fn as_placed<'a>(&self, candidate: &Open, names: Vec<(u32, &'a Alias)>) -> Vec<(u32, &'a Alias)> {
        let sentence = self.sentences.spans[candidate.sentence as usize];
        let capital = names.iter().any(|(_, alias)| alias.capital);
        let seat = names.iter().any(|(_, alias)| !alias.capital);
        if capital && seat && is_place(self.text, candidate.hit.span, sentence, false) {
            return names.into_iter().filter(|(_, alias)| alias.capital).collect();
        }
        names
    }

    /// Which of several entities a name means.
    fn one_of(&self, names: &[(u32, &Alias)], sure: &[Mention]) -> Result<(u32, Rule), Reason> {
        let named = |entity: u32| sure.iter().any(|mention| mention.entity == EntityRef::listed(entity));
        let mut left: Vec<(u32, &Alias)> = names.to_vec();
        left.retain(|(_, alias)| !alias.after_name || named(alias.entity));
        if left.is_empty() {
            return Err(Reason::Unintroduced);
        }
        // A full name that is also a state's is the person's only where nothing else is meant.
        let lived = |alias: &Alias| match self.date {
            Some(date) => alias.period.holds_on(date) && self.data.record(alias.entity).period.holds_on(date),
            None => alias.period.until.is_none() && self.data.record(alias.entity).period.until.is_none(),
        };
        let before = entities(&left);
        if left.iter().any(|(_, alias)| lived(alias)) {
            left.retain(|(_, alias)| lived(alias));
        }
        if entities(&left) == 1 {
            return Ok((left[0].0, if before == 1 { Rule::OnlyBearer } else { Rule::Date }));
        }
        // "Ferdinand Marcos" is the son while he leads.
        let leads = |alias: &Alias| match self.date {
            Some(date) => self.data.record(alias.entity).offices.iter().any(|term| term.period.holds_on(date)),
            None => false,
        };
        let leading: Vec<_> = left.iter().filter(|(_, alias)| leads(alias)).copied().collect();
        if entities(&leading) == 1 && self.is_full_name(leading[0].1) {
            return Ok((leading[0].0, Rule::InOffice));
        }
        let elsewhere: Vec<_> = left.iter().filter(|(_, alias)| named(alias.entity)).copied().collect();
        if entities(&elsewhere) == 1 {
            return Ok((elsewhere[0].0, Rule::NamedElsewhere));
        }
        match left.iter().find(|(_, alias)| alias.prefer) {
            Some(&(number, _)) => Ok((number, Rule::Preferred)),
            None => Err(Reason::Ambiguous),
        }
    }

    /// Tells capitals that act from capitals where somebody is.
    fn settle_places(&self, mentions: &mut [Mention]) {
        for number in 0..mentions.len() {
            let mention = mentions[number];
            let Some(alias) = mention.alias.map(|alias| &self.data.aliases[alias as usize]) else { continue };
            if alias.form != Form::Metonym {
                continue;
            }
            let sentence = self.sentences.spans[mention.sentence as usize];
            let followed = mentions.get(number + 1).is_some_and(|next| {
                next.entity == mention.entity
                    && next.form == Form::Name
                    && matches!(&self.text[mention.span.end..next.span.start], ", " | " (")
            });
            if (alias.capital || followed) && is_place(self.text, mention.span, sentence, followed) {
                mentions[number].form = Form::Place;
            }
        }
    }
}

/// The word with which the text ends, without a gap behind it.
fn last_word(text: &str, end: usize) -> Option<Span> {
    let start = text[..end].rfind(|c: char| !c.is_alphanumeric() && c != '-').map_or(0, |at| at + 1);
    (end == text.len() && start < end).then_some(Span::new(start, end))
}

/// Adds mentions to a sorted and disjoint list; what overlaps stays out.
fn add(all: &mut Vec<Mention>, more: Vec<Mention>) {
    if more.is_empty() {
        return;
    }
    let settled = all.len();
    for mention in more {
        if around(&all[..settled], mention.span).is_none() {
            all.push(mention);
        }
    }
    all.sort_by_key(|mention| mention.span);
    all.dedup_by(|b, a| a.span.overlaps(b.span));
}

/// Spellings of places that persons of the article bear as names.
#[derive(Default)]
struct Namesakes(Vec<u32>);

/// Whether a demonym is a newspaper: "and The Australian said". Of a state's people "the" has no capital there.
fn is_newspaper(text: &str, span: Span, sentence: Span) -> bool {
    let Some(the) = word_before(text, span.start).filter(|word| word.of(text) == "The") else { return false };
    let ahead = &text[sentence.start.min(the.start)..the.start];
    let goes_on = ahead.strip_suffix(' ').is_some_and(|ahead| ahead.ends_with(|c: char| c == ',' || c.is_lowercase()));
    let next = word_after(text, span.end);
    goes_on && !is_headline(text, span) && next.is_none_or(|word| word.of(text).starts_with(char::is_lowercase))
}

/// The bit of the alias that stands there in order; those beyond the last bit share it.
fn bit(order: usize) -> u32 {
    1 << order.min(31)
}

fn is_barred(barred: u32, order: usize) -> bool {
    barred & bit(order) != 0
}

enum Decision {
    Is(Mention),
    Later,
}

/// How many entities the aliases mean.
fn entities(aliases: &[(u32, &Alias)]) -> usize {
    let mut all: Vec<u32> = aliases.iter().map(|(_, alias)| alias.entity).collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}

/// The mention, of a sorted list, that overlaps a span.
pub(super) fn around(mentions: &[Mention], span: Span) -> Option<&Mention> {
    let after = mentions.partition_point(|mention| mention.span.end <= span.start);
    mentions.get(after).filter(|mention| mention.span.overlaps(span))
}
