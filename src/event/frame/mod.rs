//! A sentence, ready to be asked for its events: its words, who acts in it, whom the one before was about.

mod above;
pub(crate) mod antecedent;
pub(crate) mod deed;
mod doer;
pub(crate) mod fitting;
pub(crate) mod governor;
pub(crate) mod manner;
pub(crate) mod means;
pub(crate) mod mediation;
mod noun_phrase;
pub(crate) mod occasion;
mod others;
mod owned;
pub(crate) mod party;
mod sent;
pub(crate) mod speech;

use smallvec::SmallVec;

use crate::event::clause::group::{Group, Groups};
use crate::event::text::given::{Events, Naming};
use crate::event::text::{Kind, Line};
use crate::event::told::Told;
use crate::lexicon::Cue;
use crate::vocabulary::{Class, EventType, Modality};
use manner::{Manner, recalled};
use party::{Pairs, Parties, mentions};

/// Whom a sentence is about, for the pronouns of the next one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Before {
    /// The subject of its first verb, as mentions.
    pub(crate) subject: Mentions,
    /// The only two that it names as acting, if they are two.
    pub(crate) pair: Mentions,
}

/// Mentions, by number.
pub(crate) type Mentions = SmallVec<[u32; 2]>;

/// A sentence, ready to be asked for its events.
pub(crate) struct Frame<'e> {
    pub(crate) line: Line<'e>,
    pub(crate) groups: Groups,
    /// Whom the sentence before was about.
    pub(crate) before: Before,
    /// The subject of the verb before, as mentions; at first that of the sentence before.
    pub(crate) subject: Mentions,
    /// Of each verb that had one, its token and its subject.
    pub(crate) subjects: Vec<(usize, Parties)>,
    /// The year that the sentence recalls.
    pub(crate) when: Option<i16>,
    pub(crate) past: bool,
}

impl<'e> Frame<'e> {
    pub(crate) fn new(events: &'e Events<'e>) -> Self {
        Self {
            line: Line::new(events),
            groups: Groups::new(),
            before: Before::default(),
            subject: Mentions::new(),
            subjects: Vec::new(),
            when: None,
            past: false,
        }
    }

    /// Turns to a sentence, and is told about the one before.
    pub(crate) fn turn_to(&mut self, naming: &Naming, before: Before) {
        self.line.read(naming);
        self.groups.read(&self.line);
        self.subject = Mentions::from_slice(&before.subject);
        self.before = before;
        self.subjects.clear();
        (self.past, self.when) = recalled(&self.line);
    }

    /// Whom the sentence is about.
    pub(crate) fn before_next(&self) -> Before {
        let subject = match self.subjects.first() {
            Some((_, parties)) => mentions(parties),
            // Where something is are no "they": "strikes in X and Y".
            None => {
                let acts = |group: &&Group| {
                    let before = group.first().checked_sub(1).map_or("", |before| self.line.written(before));
                    group.actors.len() == 1 || !matches!(before, "across" | "at" | "in" | "near" | "throughout")
                };
                self.groups.first().filter(acts).map(mentions_of).unwrap_or_default()
            }
        };
        Before { subject, pair: self.pair(self.line.tokens.len()) }
    }

    /// The two that the words before a token name: a list of two, else the only two entities that act.
    pub(crate) fn pair(&self, end: usize) -> Mentions {
        let hangs = |group: &Group| group.first() > 0 && self.line.kind(group.first() - 1) == Kind::Of;
        let is_list = |group: &&Group| group.actors.len() == 2 && group.last() < end && !hangs(group);
        if let Some(list) = self.groups.iter().rev().find(is_list) {
            return mentions_of(list);
        }
        let entity = |mention: u32| self.line.events.mentions[mention as usize].entity;
        let mut named = Mentions::new();
        for group in self.groups.iter().filter(|group| group.last() < end) {
            for actor in group.actors.iter().filter(|actor| !actor.place) {
                if named.iter().any(|&other| entity(other) == entity(actor.mention)) {
                    continue;
                }
                if named.len() == 2 {
                    return Mentions::new();
                }
                named.push(actor.mention);
            }
        }
        if named.len() == 2 { named } else { Mentions::new() }
    }

    /// How the sentence puts forward what it names.
    pub(crate) const fn told_as(&self) -> Modality {
        if self.past { Modality::Past } else { Modality::Asserted }
    }

    /// Adds what was found; whether it was anything.
    pub(crate) fn tell(
        &self,
        cue: &Cue,
        event: EventType,
        at: usize,
        manner: &Manner,
        found: Pairs,
        told: &mut Vec<Told>,
    ) -> bool {
        if found.is_empty() {
            return false;
        }
        let cooperative = matches!(event.class(), Class::VerbalCooperation | Class::MaterialCooperation);
        let own = (event, cue.code, cue.goldstein);
        let deed = match manner.event {
            // "will not attack Y", "will not oppose Y's entry": good for Y.
            Some(EventType::Reject) if !manner.fills_in && harms(event) => deed::AGREE,
            // "will not ask Y to open its market".
            Some(EventType::Reject) if event == EventType::Request && !manner.fills_in => return false,
            // "refused to reject Y's plea".
            Some(EventType::Reject) if event == EventType::Reject => return false,
            // "refused to condemn Y": for Y rather than against it.
            Some(EventType::Reject)
                if event == EventType::Accuse
                    || manner.fills_in && matches!(event, EventType::Coerce | EventType::Sanction) =>
            {
                deed::SUPPORT
            }
            Some(EventType::Reject) => deed::REJECT,
            Some(EventType::Threaten) => deed::THREATEN,
            Some(EventType::Support) => deed::SUPPORT,
            // What is promised is agreed to; what is meant as harm stays what it is, planned.
            Some(EventType::Agree) if event == EventType::Join => own,
            // "is due to visit Y": no promise.
            Some(EventType::Agree) if manner.scheduled && event == EventType::Consult && !cue.mediates() => own,
            Some(EventType::Agree) if cooperative => deed::AGREE,
            _ if manner.threatens && (event.class() == Class::MaterialConflict || event == EventType::Reject) => {
                deed::THREATEN
            }
            _ if manner.to_come && event == EventType::Assault => deed::THREATEN,
            _ if manner.modality == Modality::Planned
                && (event.class() == Class::MaterialCooperation || cue.mediates()) =>
            {
                deed::AGREE
            }
            _ => own,
        };
        // "may strike if": held out, though no more than possible.
        let held_out = manner.threatens && manner.modality == Modality::Hypothetical && deed.0 == EventType::Threaten;
        let modality = if held_out { Modality::Asserted } else { manner.modality };
        let known = told.len() - self.told_here(told).len()..told.len();
        let mut any = false;
        for (source, target) in found {
            if source.mention == target.mention {
                continue;
            }
            any = true;
            let entity = |mention: u32| self.line.events.mentions[mention as usize].entity;
            let pair = (source.mention, target.mention);
            let is_known = |told: &Told| {
                let same = entity(told.source) == entity(pair.0) && entity(told.target) == entity(pair.1);
                same || pair == (told.target, told.source)
            };
            if manner.fills_in && told[known.clone()].iter().any(is_known) {
                continue;
            }
            let mut event = self.event(deed, (source, target), at, modality, manner.says);
            event.detail.cue = Some(cue.number);
            told.push(event);
        }
        any
    }
}

/// The mentions of a group. One by one: `collect` prepares for many.
fn mentions_of(group: &Group) -> Mentions {
    let mut mentions = Mentions::new();
    group.actors.iter().for_each(|actor| mentions.push(actor.mention));
    mentions
}

/// Whether it harms whom it is done to, so that not to do it is good for them.
fn harms(event: EventType) -> bool {
    event.class() == Class::MaterialConflict
        || matches!(event, EventType::Protest | EventType::Reject | EventType::Threaten)
}
