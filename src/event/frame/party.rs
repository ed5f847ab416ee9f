//! Who acts and who is acted on: the parties of a group of actors, and whom a subject means.

use smallvec::SmallVec;

use super::{Frame, Mentions};
use crate::event::clause::actor::{self, Actor};
use crate::event::clause::subject::Subject;
use crate::event::clause::{self, Left};
use crate::event::text::Line;
use crate::vocabulary::{Class, EventType, Kind as EntityKind, Sector};

/// One who acts or is acted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Party {
    pub(crate) mention: u32,
    pub(crate) sector: Option<Sector>,
}

impl Party {
    /// Whom a mention names, no part of it told apart.
    pub(crate) const fn named(mention: u32) -> Self {
        Self { mention, sector: None }
    }
}

/// Whether one of the parties is the entity that a mention names.
pub(crate) fn is_among(line: &Line<'_>, mention: u32, parties: &[Party]) -> bool {
    let entity = |mention: u32| actor::entity(line, mention);
    parties.iter().any(|party| entity(party.mention) == entity(mention))
}

/// The parties whom mentions name.
pub(crate) fn named(mentions: &[u32]) -> Parties {
    mentions.iter().map(|&mention| Party::named(mention)).collect()
}

/// Those who act together, or are acted on: seldom more than two.
pub(crate) type Parties = SmallVec<[Party; 2]>;

/// Sources with targets.
pub(crate) type Pairs = SmallVec<[(Party, Party); 2]>;

impl Frame<'_> {
    pub(crate) fn parties(&self, group: usize) -> Parties {
        gather(clause::acting(&self.groups[group]))
    }

    /// For whom a group speaks or acts by its own word: "X, speaking for Y,".
    fn spoken_for(&self, group: usize) -> Option<Parties> {
        let comma = self.groups[group].last() + 1;
        self.line.tokens.get(comma).filter(|next| next.kind == crate::event::text::kind::Kind::Comma)?;
        if !matches!(self.line.written(comma + 1), "speaking" | "acting") {
            return None;
        }
        let behalf = match self.line.written(comma + 2) {
            "for" => comma + 3,
            "on" if self.line.written(comma + 3) == "behalf" => comma + 5,
            _ => return None,
        };
        let other = (behalf..behalf + 2).find_map(|at| self.groups.at(at))?;
        let mut both = self.parties(group);
        both.extend(self.parties(other));
        Some(both)
    }

    /// Who stands behind "by" or "from": what is a place elsewhere is a government there.
    pub(crate) fn agents(&self, group: Option<usize>) -> Parties {
        let Some(group) = group else { return Parties::new() };
        gather(self.groups[group].actors.iter().filter(|actor| actor.acts || actor.deed))
    }

    /// The same, or else whose what stands there is: "dependent on Russian gas".
    pub(crate) fn agents_or_owners(&self, group: usize) -> Parties {
        let agents = self.agents(Some(group));
        let owners = || gather(self.groups[group].actors.iter().filter(|actor| actor.modifies));
        if agents.is_empty() { owners() } else { agents }
    }

    /// Whose a thing is, where a group only modifies its noun: "U.S. food aid".
    pub(crate) fn owners(&self, group: usize) -> Parties {
        let group = &self.groups[group];
        let noun = self.line.kind(group.last() + 1) == crate::event::text::kind::Kind::Word
            && !self.line.is_verb(group.last() + 1);
        let modify = group.actors.iter().all(|actor| actor.modifies || actor.deed || noun && actor.sector.is_none());
        gather(group.actors.iter().filter(|_| modify))
    }

    /// Targets may be places, and names that only modify a noun.
    pub(crate) fn targets(&self, group: usize, event: EventType) -> Parties {
        // Whoever of a state's people is hit, aided or accused is its own; its rebels and its opposition are not.
        // Nor are a person's people the person.
        let apart = |actor: &Actor| {
            let others = matches!(actor.sector, Some(Sector::Rebels | Sector::Opposition))
                || actor.sector.is_some() && actor::is_person(&self.line, actor.mention);
            // "all states, including X's neighbours".
            let at = actor.last;
            let other_states = actor.modifies && (at..at + 3).any(|at| is_other_state(self.line.written(at)));
            // A report by a state's press is not the state's; who talks or deals with its firms does not with the state.
            let press = event.class() == Class::VerbalConflict && actor.sector == Some(Sector::Media);
            // "breached the WTO's rules": who made them is not accused.
            let first = actor.first;
            let broken = |at: usize| is_breach(self.line.written(at));
            let lawgiver = event == EventType::Accuse
                && (first.saturating_sub(2)..first).any(broken)
                && (at + 1..at + 4).any(|at| is_law(self.line.written(at)));
            let private = actor.led.is_none()
                && match event {
                    EventType::Agree | EventType::Support => actor.sector == Some(Sector::Business),
                    EventType::Consult | EventType::Cooperate => {
                        matches!(actor.sector, Some(Sector::Business | Sector::Media | Sector::Civilians))
                    }
                    _ => false,
                };
            (others || press || private) && !actor.acts || other_states || lawgiver
        };
        let targets = gather(self.groups[group].actors.iter().filter(|actor| !apart(actor)));
        self.fitting_targets(targets, event)
    }

    /// Those whom a deed of this type can be done to: only a bloc is joined or left.
    pub(crate) fn fitting_targets(&self, mut targets: Parties, event: EventType) -> Parties {
        let Line { events, .. } = &self.line;
        if matches!(event, EventType::Join | EventType::Withdraw) {
            targets.retain(|party| {
                actor::is_kind(events.data, &events.mentions[party.mention as usize], &EntityKind::Bloc)
            });
        }
        targets
    }

    /// Whom a subject means, of the verb at a token.
    pub(crate) fn meant(&self, subject: &Subject, verb: usize) -> Parties {
        match *subject {
            Subject::Group(group) => self.spoken_for(group).unwrap_or_else(|| self.parties(group)),
            Subject::Owner(group) => gather(self.groups[group].actors.iter()),
            Subject::Same(Some(group)) => self.parties(group),
            Subject::Same(None) => self.last_subject(),
            Subject::Pronoun(pronoun) => self.antecedent(pronoun, verb),
            Subject::Pair(which) => {
                let here = self.pair(verb);
                let pair = if here.is_empty() { &self.before.pair } else { &here };
                let meant = pair.iter().enumerate().filter(|(place, _)| which.is_none_or(|which| which == *place));
                meant.map(|(_, &mention)| Party::named(mention)).collect()
            }
            Subject::Country => {
                let data = self.line.events.data;
                let is_state = |&&mention: &&u32| {
                    actor::is_kind(data, &self.line.events.mentions[mention as usize], &EntityKind::State)
                };
                self.subject.iter().filter(is_state).map(|&mention| Party::named(mention)).collect()
            }
            Subject::Unknown => Parties::new(),
        }
    }

    /// Whether one party leads the state that another is.
    pub(crate) fn leads(&self, person: &Party, state: &Party) -> bool {
        let events = self.line.events;
        let mention = |party: &Party| &events.mentions[party.mention as usize];
        events.is_of(mention(person), mention(state))
    }

    /// The group that opens the sentence and acts, if it stands before a token.
    pub(crate) fn topic(&self, before: usize) -> Option<usize> {
        let group = self.groups.first().filter(|group| group.first() == 0 && group.last() < before)?;
        clause::acting(group).next().map(|_| 0)
    }

    /// The subject of the verb before.
    pub(crate) fn last_subject(&self) -> Parties {
        self.subjects.last().map(|(_, parties)| Parties::from_slice(parties)).unwrap_or_default()
    }

    /// Whom the subject of a verb means, who is also that of the verbs and pronouns behind it.
    pub(crate) fn subject_of(&mut self, left: &Left, verb: usize) -> Parties {
        let parties = self.meant(&left.subject, verb);
        if matches!(left.subject, Subject::Group(_)) && !left.passive {
            self.subjects.push((verb, Parties::from_slice(&parties)));
            if !parties.is_empty() {
                self.subject = mentions(&parties);
            }
        }
        parties
    }
}

/// Whether a noun names states by where they stand to the one whose they are: "X's neighbours".
fn is_other_state(noun: &str) -> bool {
    matches!(noun, "creditors" | "enemies" | "foes" | "neighbors" | "neighbours" | "rivals")
}

/// Whether a noun names what is broken that somebody else made.
fn is_law(noun: &str) -> bool {
    matches!(noun, "charter" | "law" | "laws" | "regulations" | "resolution" | "resolutions" | "rules")
}

/// Whether a verb says that rules were broken.
fn is_breach(verb: &str) -> bool {
    matches!(
        verb,
        "breach"
            | "breached"
            | "breaches"
            | "breaching"
            | "break"
            | "breaking"
            | "breaks"
            | "broke"
            | "contravene"
            | "contravened"
            | "contravenes"
            | "infringe"
            | "infringed"
            | "infringes"
            | "violate"
            | "violated"
            | "violates"
            | "violating"
    )
}

pub(crate) fn party(actor: &Actor) -> Party {
    Party { mention: actor.mention, sector: actor.sector }
}

/// The parties that actors are. One by one: `collect` prepares for many.
pub(crate) fn gather<'a>(actors: impl Iterator<Item = &'a Actor>) -> Parties {
    let mut parties = Parties::new();
    actors.for_each(|actor| parties.push(party(actor)));
    parties
}

/// The mentions of parties.
pub(crate) fn mentions(parties: &[Party]) -> Mentions {
    let mut mentions = Mentions::new();
    parties.iter().for_each(|party| mentions.push(party.mention));
    mentions
}

pub(crate) fn pairs(sources: &[Party], targets: &[Party]) -> Pairs {
    let mut pairs = Pairs::new();
    for &source in sources {
        for &target in targets {
            pairs.push((source, target));
        }
    }
    pairs
}

/// Every one with every other, both ways.
pub(crate) fn mutual(parties: &[Party]) -> Pairs {
    if parties.len() < 2 {
        return Pairs::new();
    }
    pairs(parties, parties).into_iter().filter(|(source, target)| source != target).collect()
}
