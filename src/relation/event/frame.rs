//! The events of one sentence: each cue with its source and target.

use std::ops::Range;

use super::actor::{self, Actor, Group};
use super::clause::{self, Left, Subject};
use super::token::{self, Kind, Line};
use super::{Detail, Events, Told};
use crate::lexicon::{Clause, Cue, Govern, VerbForm};
use crate::vocabulary::{Class, EventType, Kind as EntityKind, Modality, Sector};

/// A sentence, ready to be asked for its events.
pub(super) struct Frame<'e> {
    line: Line<'e>,
    groups: Vec<Group>,
    /// The subject of the verb before, as mentions; at first that of the sentence before.
    subject: Vec<u32>,
    /// Of each verb that had one, its token and its subject.
    subjects: Vec<(usize, Vec<Party>)>,
    /// The year that the sentence recalls.
    when: Option<i16>,
    past: bool,
}

/// One who acts or is acted on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Party {
    mention: u32,
    sector: Option<Sector>,
}

/// How an event is put forward, and what its type really is.
struct Manner {
    modality: Modality,
    event: Option<EventType>,
    /// Whether it only fills in what another verb told: a noun, an infinitive.
    fills_in: bool,
}

impl<'e> Frame<'e> {
    pub(super) fn new(events: &'e Events<'e>, sentence: u32, numbers: Range<usize>, before: Vec<u32>) -> Self {
        let span = events.sentences.spans[sentence as usize];
        let tokens = token::tokens(events, span, numbers);
        let line = Line::new(events, tokens);
        let groups = actor::groups(&line);
        let (past, when) = recalled(&line);
        Self { line, groups, subject: before, subjects: Vec::new(), when, past }
    }

    /// The subject of the sentence's first verb, for the pronouns of the next one.
    pub(super) fn into_subject(self) -> Vec<u32> {
        match self.subjects.first() {
            Some((_, parties)) => parties.iter().map(|party| party.mention).collect(),
            None => self
                .groups
                .first()
                .map(|group| group.actors.iter().map(|actor| actor.mention).collect())
                .unwrap_or_default(),
        }
    }

    pub(super) fn events(&mut self) -> Vec<Told> {
        let mut told = Vec::new();
        let mut at = 0;
        while at < self.line.tokens.len() {
            let next = match self.line.kind(at) {
                Kind::Mention(_) => at,
                _ => self.at(at, &mut told),
            };
            at = next + 1;
        }
        told
    }

    /// The events of the cues that begin with a token; the last token of what was read.
    fn at(&mut self, at: usize, told: &mut Vec<Told>) -> usize {
        if self.line.phrases(at).is_empty() {
            return at;
        }
        let is_noun = self.is_noun_here(at);
        let form = self.line.form(at).filter(|_| !is_noun);
        let mut verbs: Vec<(u32, usize)> = Vec::new();
        let mut nouns: Vec<(u32, usize)> = Vec::new();
        let mut suffixes: Vec<u32> = Vec::new();
        for &(entry, last) in self.line.phrases(at) {
            let last = last as usize;
            if !is_noun {
                verbs.extend(entry.verbs.iter().map(|&cue| (cue, last)));
            }
            nouns.extend(entry.nouns.iter().map(|&cue| (cue, last)));
            suffixes.extend(&entry.suffixes);
        }
        if let Some(form) = form
            && let Some(end) = self.verb(at, form, &verbs, told)
        {
            return end;
        }
        if let Some(end) = self.noun(at, &nouns, told) {
            return end;
        }
        if at > 0 && self.line.kind(at - 1) == Kind::Hyphen {
            self.suffix(at, &suffixes, told);
        }
        at
    }

    /// Whether what may be a verb stands like a noun: behind an article, a possessive or a preposition.
    fn is_noun_here(&self, at: usize) -> bool {
        let base = self.line.may_be_noun(at);
        let Some(before) = at.checked_sub(1) else { return false };
        base && match self.line.kind(before) {
            Kind::Determiner | Kind::Possessive | Kind::Of | Kind::Preposition | Kind::By => true,
            Kind::Mention(_) => clause::group_at(&self.groups, before).is_some_and(|group| {
                self.groups[group].actors.last().is_some_and(|actor| actor.modifies && actor.last + 1 >= at)
            }),
            _ => false,
        }
    }

    fn cue(&self, number: u32) -> &'e Cue {
        &self.line.events.cues.all[number as usize]
    }

    /// The cues that fit, with their last tokens: those of longer phrases first, then the more particular.
    fn fitting(&self, cues: &[(u32, usize)]) -> Vec<(&'e Cue, usize)> {
        let mut fitting: Vec<(&Cue, usize)> = Vec::new();
        // Cues of one phrase stand together, and look at the same words behind it.
        for same in cues.chunk_by(|a, b| a.1 == b.1) {
            let last = same[0].1;
            let (near, beside) = (self.words_behind(last, 8), self.words_behind(last, 3));
            let holds = |words: &[u16], wanted: &[u16]| words.iter().any(|word| wanted.binary_search(word).is_ok());
            let fits = |cue: &&Cue| (cue.with.is_empty() || holds(&near, &cue.with)) && !holds(&beside, &cue.not_after);
            fitting.extend(same.iter().map(|&(number, _)| self.cue(number)).filter(fits).map(|cue| (cue, last)));
        }
        fitting.sort_by_key(|&(cue, last)| (std::cmp::Reverse(last), cue.with.is_empty(), cue.event.is_some()));
        fitting
    }

    /// The words that cues ask for among the tokens behind one, up to a break.
    fn words_behind(&self, last: usize, reach: usize) -> Vec<u16> {
        let tokens = last + 1..(last + 1 + reach).min(self.line.tokens.len());
        let tokens = tokens.take_while(|&next| self.line.kind(next) != Kind::Break);
        tokens
            .flat_map(|next| self.line.phrases(next).iter().flat_map(|(entry, _)| entry.words().iter().copied()))
            .collect()
    }

    fn parties(&self, group: usize) -> Vec<Party> {
        clause::acting(&self.groups[group]).map(party).collect()
    }

    /// Who stands behind "by" or "from": what is a place elsewhere is a government there.
    fn agents(&self, group: Option<usize>) -> Vec<Party> {
        let Some(group) = group else { return Vec::new() };
        self.groups[group].actors.iter().filter(|actor| actor.acts || actor.deed).map(party).collect()
    }

    /// Targets may be places, and names that only modify a noun.
    fn targets(&self, group: usize, event: EventType) -> Vec<Party> {
        let bloc = matches!(event, EventType::Join | EventType::Withdraw);
        let data = self.line.events.data;
        let fits = |actor: &Actor| {
            let mention = &self.line.events.mentions[actor.mention as usize];
            !bloc || actor::is_kind(data, mention, &EntityKind::Bloc)
        };
        // Whoever of a state's people is hit, aided or accused is its own; its rebels and its opposition are not.
        let apart = |actor: &Actor| matches!(actor.sector, Some(Sector::Rebels | Sector::Opposition)) && !actor.acts;
        self.groups[group].actors.iter().filter(|actor| fits(actor) && !apart(actor)).map(party).collect()
    }

    /// Whom a subject means.
    fn meant(&self, subject: &Subject) -> Vec<Party> {
        match *subject {
            Subject::Group(group) => self.parties(group),
            Subject::Same => self.last_subject(),
            Subject::Pronoun => self.subject.iter().map(|&mention| Party { mention, sector: None }).collect(),
            Subject::Unknown => Vec::new(),
        }
    }

    /// The subject of the verb before.
    fn last_subject(&self) -> Vec<Party> {
        self.subjects.last().map(|(_, parties)| parties.clone()).unwrap_or_default()
    }

    /// Whom the subject of a verb means, who is also that of the verbs and pronouns behind it.
    fn subject_of(&mut self, left: &Left, verb: usize) -> Vec<Party> {
        let parties = self.meant(&left.subject);
        if matches!(left.subject, Subject::Group(_)) && !left.passive {
            self.subjects.push((verb, parties.clone()));
            if !parties.is_empty() {
                self.subject = parties.iter().map(|party| party.mention).collect();
            }
        }
        parties
    }

    fn verb(&mut self, at: usize, form: VerbForm, cues: &[(u32, usize)], told: &mut Vec<Told>) -> Option<usize> {
        let mut left = clause::left(&self.line, &self.groups, at, form);
        let by_follows = (at + 1..(at + 3).min(self.line.tokens.len())).any(|next| self.line.kind(next) == Kind::By);
        let reduced = matches!(form, VerbForm::Past | VerbForm::Participle) && by_follows;
        left.passive |= reduced;
        let (governor, mut subject) = self.governed(&left, at);
        if governor.is_none() {
            subject = self.subject_of(&left, at);
        }
        if left.passive && subject.is_empty() && reduced {
            subject = self.after_insertion(at);
        }
        let manner = self.manner(&left, governor);
        for (cue, last) in self.fitting(cues) {
            let Some(event) = cue.event else { return Some(last) };
            let Some(manner) = &manner else { return Some(last) };
            let found = self.around_verb(cue, last, &left, &subject);
            if self.tell(cue, event, at, manner, found, told) {
                return Some(last);
            }
        }
        None
    }

    /// "Accused by Kenya of dumping, Zambia …": the subject stands behind the insertion.
    fn after_insertion(&self, at: usize) -> Vec<Party> {
        let comma = (at..(at + 16).min(self.line.tokens.len())).find(|&next| self.line.kind(next) == Kind::Comma);
        let group = comma.and_then(|comma| clause::group_at(&self.groups, comma + 1));
        group.map(|group| self.parties(group)).unwrap_or_default()
    }

    /// The pairs that a verb joins.
    fn around_verb(&self, cue: &Cue, at: usize, left: &Left, subject: &[Party]) -> Vec<(Party, Party)> {
        let Some(event) = cue.event else { return Vec::new() };
        if left.passive {
            if cue.undergone {
                return Vec::new();
            }
            let source = self.agents(clause::behind(&self.line, &self.groups, &[], at + 1, 9));
            return pairs(&source, &self.undergoing(left, subject, event));
        }
        if cue.undergone && cue.from_object {
            let source = clause::direct_object(&self.line, &self.groups, at + 1).map(|group| self.parties(group));
            return pairs(&source.unwrap_or_default(), &self.undergoing(left, subject, event));
        }
        if cue.undergone {
            let source = self.agents(clause::behind(&self.line, &self.groups, &cue.from, at + 1, 12));
            return pairs(&source, &self.undergoing(left, subject, event));
        }
        if clause::each_other(&self.line, at + 1) {
            return mutual(subject);
        }
        let target = clause::target(&self.line, &self.groups, cue, at + 1, 14, true);
        let relative = || match left.subject {
            Subject::Group(group) if cue.direct => clause::relative_object(&self.line, &self.groups, group),
            _ => None,
        };
        let targets = target.or_else(relative).map(|group| self.targets(group, event)).unwrap_or_default();
        if cue.reciprocal {
            if targets.is_empty() {
                return mutual(subject);
            }
            let mut both = pairs(subject, &targets);
            both.extend(pairs(&targets, subject));
            return both;
        }
        pairs(subject, &targets)
    }

    /// The subject of a passive, which need not be able to act.
    fn undergoing(&self, left: &Left, subject: &[Party], event: EventType) -> Vec<Party> {
        match left.subject {
            Subject::Group(group) => self.targets(group, event),
            _ => subject.to_vec(),
        }
    }

    /// The verb that governs an infinitive or a gerund, and the subject that it gives it.
    fn governed(&self, left: &Left, verb: usize) -> (Option<Govern>, Vec<Party>) {
        let Some(from) = left.infinitive.or(left.after_preposition) else { return (None, Vec::new()) };
        if let Some(found) = self.governing_noun(from) {
            return found;
        }
        let mut at = from;
        while let Some(before) = at.checked_sub(1) {
            at = before;
            if verb - at > 14 {
                break;
            }
            let Some(govern) = self.line.govern(at).or_else(|| self.line.is_verb(at).then_some(Govern::Light)) else {
                if matches!(self.line.kind(at), Kind::Break) {
                    break;
                }
                continue;
            };
            let own = self.subjects.iter().rev().find(|(verb, _)| *verb == at).map(|(_, parties)| parties.clone());
            let own = own.unwrap_or_else(|| self.last_subject());
            if left.after_preposition.is_some() {
                // "accused Y of attacking Z": whoever is accused.
                let accused = (at + 1..from).find_map(|next| clause::group_at(&self.groups, next));
                let parties = accused.map(|group| self.parties(group)).unwrap_or(own);
                let govern = if matches!(govern, Govern::Denial | Govern::Prevention | Govern::Refusal { .. }) {
                    govern
                } else {
                    Govern::Speech
                };
                return (Some(govern), parties);
            }
            if govern == Govern::Request {
                let asked = (at + 1..from).find_map(|next| clause::group_at(&self.groups, next));
                return (Some(govern), asked.map(|group| self.parties(group)).unwrap_or_default());
            }
            return (Some(govern), own);
        }
        (Some(Govern::Light), self.last_subject())
    }

    /// "Putin's decision to invade", "Uganda's refusal to extradite".
    fn governing_noun(&self, to: usize) -> Option<(Option<Govern>, Vec<Party>)> {
        let noun = to.checked_sub(1).filter(|&noun| self.line.kind(noun) == Kind::Word)?;
        let owner = (noun.saturating_sub(3)..noun).rev().find_map(|at| clause::group_at(&self.groups, at))?;
        let actors = &self.groups[owner].actors;
        if !actors.iter().all(|actor| actor.modifies) || self.groups[owner].last() + 3 < noun {
            return None;
        }
        let govern = match self.line.written(noun) {
            "decision" | "move" | "step" => Govern::Continuing,
            "refusal" | "reluctance" | "unwillingness" => Govern::Refusal { rejects: true },
            "failure" | "inability" => Govern::Refusal { rejects: false },
            "threat" | "threats" => Govern::Threat,
            "request" | "call" | "demand" | "appeal" => Govern::Request,
            _ => Govern::Plan,
        };
        Some((Some(govern), actors.iter().map(party).collect()))
    }

    /// How the event is put forward; `None` when it is denied or did not happen.
    fn manner(&self, left: &Left, governor: Option<Govern>) -> Option<Manner> {
        if left.negated {
            // "would not extradite": a refusal.
            let refuses = (left.future || left.would) && governor.is_none() && !left.passive;
            let event = Some(EventType::Reject);
            return refuses.then_some(Manner { modality: Modality::Asserted, event, fills_in: false });
        }
        let fills_in = governor.is_some();
        let as_told = |modality| Some(Manner { modality, event: None, fills_in });
        let turned = |modality, event| Some(Manner { modality, event: Some(event), fills_in });
        match governor {
            Some(Govern::Threat) => return turned(Modality::Asserted, EventType::Threaten),
            Some(Govern::Refusal { rejects: true }) => return turned(Modality::Asserted, EventType::Reject),
            Some(Govern::Refusal { rejects: false } | Govern::Prevention) => return None,
            Some(Govern::Denial) => return as_told(Modality::Denied),
            Some(Govern::Request) => return as_told(Modality::Asked),
            Some(Govern::Plan) => return turned(Modality::Planned, EventType::Agree),
            Some(Govern::Speech) => return as_told(Modality::Attributed),
            _ => {}
        }
        if left.conditional {
            return as_told(Modality::Hypothetical);
        }
        if left.future {
            return as_told(Modality::Planned);
        }
        if self.past { as_told(Modality::Past) } else { as_told(Modality::Asserted) }
    }

    fn noun(&mut self, at: usize, cues: &[(u32, usize)], told: &mut Vec<Told>) -> Option<usize> {
        for (cue, last) in self.fitting(cues) {
            let Some(event) = cue.event else { return Some(last) };
            let target = clause::target(&self.line, &self.groups, cue, last + 1, 7, false);
            let targets = target.map(|group| self.targets(group, event)).unwrap_or_default();
            let (sources, modality) = self.noun_source(cue, at, target);
            let Some(modality) = modality else { return Some(last) };
            let mut found = pairs(&sources, &targets);
            if cue.reciprocal {
                found.extend(pairs(&targets, &sources));
                if found.is_empty() {
                    let group = self.between(last);
                    found = mutual(&group.map(|group| self.parties(group)).unwrap_or(sources));
                }
            }
            let manner = Manner { modality, event: None, fills_in: true };
            if self.tell(cue, event, at, &manner, found, told) {
                return Some(last);
            }
        }
        None
    }

    /// "talks between X and Y".
    fn between(&self, at: usize) -> Option<usize> {
        let near = at + 1..(at + 4).min(self.line.tokens.len());
        let between = near.clone().find(|&next| matches!(self.line.written(next), "between" | "among" | "of"));
        let start = between? + 1;
        (start..(start + 2).min(self.line.tokens.len())).find_map(|next| clause::group_at(&self.groups, next))
    }

    /// Who does what a noun names: its possessive or adjective, who stands behind "by", or the subject of the verb that
    /// takes the noun for its object.
    fn noun_source(&self, cue: &Cue, at: usize, target: Option<usize>) -> (Vec<Party>, Option<Modality>) {
        let asserted = Some(if self.past { Modality::Past } else { Modality::Asserted });
        let modifier = (at.saturating_sub(4)..at).rev().find_map(|before| clause::group_at(&self.groups, before));
        if let Some(group) = modifier {
            let last = self.groups[group].last();
            let adjacent = (last + 1..at).all(|next| {
                matches!(self.line.kind(next), Kind::Word | Kind::Capital | Kind::Adverb | Kind::Possessive)
                    && !self.line.is_verb(next)
            });
            let actors = &self.groups[group].actors;
            let all_modify = actors.iter().all(|actor| actor.modifies && actor.sector.is_none());
            let names = actors.len() > 1
                || self.line.events.mentions[actors[0].mention as usize].form != crate::vocabulary::Form::Place;
            if adjacent && names && (all_modify || actors.iter().any(|actor| actor.acts)) {
                return (actors.iter().filter(|actor| actor.modifies || actor.acts).map(party).collect(), asserted);
            }
        }
        // "the withdrawal of X from Y", "an apology from X to Y": behind the noun itself.
        let own = at + 1;
        let from_word = self.line.events.cues.number_of("from");
        let links = self.line.tokens.get(own).is_some_and(|token| {
            token.kind == Kind::Of
                || self.line.written(own) == "from" && !cue.to.iter().any(|&word| Some(word) == from_word)
        });
        if links {
            let group =
                (own + 1..(own + 5).min(self.line.tokens.len())).find_map(|next| clause::group_at(&self.groups, next));
            if let Some(group) = group.filter(|&group| target.is_some_and(|target| target > group)) {
                return (self.parties(group), asserted);
            }
        }
        let from = target.map_or(at, |group| self.groups[group].last());
        if let Some(group) = clause::behind(&self.line, &self.groups, &[], from + 1, 5)
            .or_else(|| clause::behind(&self.line, &self.groups, &cue.from, at + 1, 6).filter(|_| !cue.from.is_empty()))
        {
            return (self.parties(group), asserted);
        }
        self.verb_before(at)
    }

    /// The subject of the verb whose object the noun is: "imposed new sanctions on".
    fn verb_before(&self, at: usize) -> (Vec<Party>, Option<Modality>) {
        for before in (at.saturating_sub(7)..at).rev() {
            if clause::group_at(&self.groups, before).is_some()
                || matches!(self.line.kind(before), Kind::Break | Kind::That)
            {
                break;
            }
            if !self.line.is_verb(before) && self.line.govern(before).is_none() {
                continue;
            }
            let form = self.line.form(before);
            let left = clause::left(&self.line, &self.groups, before, form.unwrap_or(VerbForm::Past));
            if left.passive {
                break;
            }
            if let Some(Govern::Prevention | Govern::Refusal { .. } | Govern::Denial | Govern::Request) =
                self.line.govern(before)
            {
                return (Vec::new(), None);
            }
            let (governor, subject) = self.governed(&left, before);
            let subject = if governor.is_some() { subject } else { self.meant(&left.subject) };
            return (subject, self.manner(&left, governor).map(|manner| manner.modality));
        }
        (Vec::new(), Some(Modality::Asserted))
    }

    /// "X-backed Y".
    fn suffix(&mut self, at: usize, cues: &[u32], told: &mut Vec<Told>) {
        let Some(Kind::Mention(source)) = at.checked_sub(2).map(|before| self.line.kind(before)) else { return };
        let near = at + 1..(at + 5).min(self.line.tokens.len());
        let target = near
            .take_while(|&next| {
                !matches!(self.line.kind(next), Kind::Comma | Kind::Break | Kind::Preposition | Kind::To | Kind::By)
            })
            .find_map(|next| clause::group_at(&self.groups, next));
        let Some(group) = target else { return };
        for &number in cues {
            let cue = self.cue(number);
            let Some(event) = cue.event else { return };
            let targets: Vec<Party> = self.groups[group].actors.iter().filter(|actor| actor.acts).map(party).collect();
            let found = pairs(&[Party { mention: source, sector: None }], &targets);
            let manner = Manner { modality: Modality::Asserted, event: None, fills_in: false };
            if self.tell(cue, event, at, &manner, found, told) {
                return;
            }
        }
    }

    /// Adds what was found; whether it was anything.
    fn tell(
        &self,
        cue: &Cue,
        event: EventType,
        at: usize,
        manner: &Manner,
        found: Vec<(Party, Party)>,
        told: &mut Vec<Told>,
    ) -> bool {
        let cooperative = matches!(event.class(), Class::VerbalCooperation | Class::MaterialCooperation);
        let (event, code, goldstein) = match manner.event {
            Some(EventType::Reject) if event == EventType::Reject => (event, &*cue.code, cue.goldstein),
            Some(EventType::Reject) => (EventType::Reject, "120", -4.0),
            Some(EventType::Threaten) => (EventType::Threaten, "130", -4.4),
            // What is promised is agreed to; what is meant as harm stays what it is, planned.
            Some(EventType::Agree) if event == EventType::Join => (event, &*cue.code, cue.goldstein),
            Some(EventType::Agree) if cooperative => (EventType::Agree, "030", 4.0),
            _ if manner.modality == Modality::Planned && event.class() == Class::MaterialCooperation => {
                (EventType::Agree, "030", 4.0)
            }
            _ => (event, &*cue.code, cue.goldstein),
        };
        let here = |told: &&Told| self.line.tokens[0].span.start <= told.detail.trigger.start;
        let before: Vec<(u32, u32)> =
            told.iter().rev().take_while(here).map(|told| (told.source, told.target)).collect();
        let mut any = false;
        for (source, target) in found {
            if source.mention == target.mention {
                continue;
            }
            any = true;
            let pair = (source.mention, target.mention);
            if manner.fills_in && before.iter().any(|&(a, b)| (a, b) == pair || (b, a) == pair) {
                continue;
            }
            told.push(Told {
                event,
                source: source.mention,
                target: target.mention,
                detail: Detail {
                    trigger: self.line.tokens[at].span,
                    cameo: code.into(),
                    goldstein,
                    modality: manner.modality,
                    attributed_to: None,
                    source_sector: source.sector,
                    target_sector: target.sector,
                    when: self.when,
                },
            });
        }
        any
    }
}

fn party(actor: &Actor) -> Party {
    Party { mention: actor.mention, sector: actor.sector }
}

fn pairs(sources: &[Party], targets: &[Party]) -> Vec<(Party, Party)> {
    sources.iter().flat_map(|source| targets.iter().map(|target| (source.clone(), target.clone()))).collect()
}

/// Every one with every other, both ways.
fn mutual(parties: &[Party]) -> Vec<(Party, Party)> {
    if parties.len() < 2 {
        return Vec::new();
    }
    pairs(parties, parties).into_iter().filter(|(source, target)| source != target).collect()
}

/// Whether the sentence recalls what was before, and the year it names.
fn recalled(line: &Line<'_>) -> (bool, Option<i16>) {
    let marked = (0..line.tokens.len()).any(|at| line.is_clause(at, Clause::Past));
    let date = line.events.date;
    let year = (0..line.tokens.len()).find_map(|at| {
        let written = line.written(at);
        let digits =
            written.get(..4).filter(|digits| written.len() <= 5 && digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        let year: i16 = digits.parse().ok()?;
        ((1800..2100).contains(&year) && date.is_none_or(|date| year + 1 < date.year())).then_some(year)
    });
    match date {
        Some(_) => (marked || year.is_some(), year),
        None => (marked, None),
    }
}
