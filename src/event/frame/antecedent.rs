//! Whom a pronoun means: as a subject ("he warned Y"), an owner ("its envoy"), an object ("sent it grain", "a tariff on it").

use super::Frame;
use super::party::{Parties, Party, is_among, named, party};
use crate::event::clause::actor::{self, Actor};
use crate::event::clause::pronoun::Pronoun;
use crate::event::clause::subject::{Phrase, Subject};
use crate::event::text::{Kind, Signs};
use crate::lexicon::{Cue, Cues};
use crate::vocabulary::{Form, Sector};

/// How far behind a verb a preposition with a pronoun is looked for, in tokens.
const REACH: usize = 8;

impl Frame<'_> {
    /// Whom a pronoun means that is the subject of the verb at a token: the nearest subject that it can stand for, in the
    /// sentence or of the one before.
    pub(crate) fn antecedent(&self, pronoun: Pronoun, verb: usize) -> Parties {
        let teller = self.tells_of_itself(pronoun, verb);
        if !teller.is_empty() {
            return teller;
        }
        let topic = self.topic(verb).filter(|_| self.subjects.is_empty()).map(|group| self.parties(group));
        if matches!(pronoun, Pronoun::Any | Pronoun::They) {
            let parties = topic.unwrap_or_else(|| named(&self.subject));
            let people = |party: &Party| party.sector.is_some() || self.is_plural(party.mention);
            let several = parties.len() > 1 || parties.iter().any(people);
            return if several || pronoun == Pronoun::Any { parties } else { Parties::new() };
        }
        let subjects = self.subjects.iter().rev().map(|(_, parties)| parties.clone());
        let known = topic.into_iter().chain(subjects).chain([named(&self.before.subject)]);
        known.map(|parties| self.agreeing(pronoun, parties)).find(|parties| !parties.is_empty()).unwrap_or_default()
    }

    /// Of "X's announcement that it had", "a claim by X that it would" X, where a pronoun is the subject of a verb.
    fn tells_of_itself(&self, pronoun: Pronoun, verb: usize) -> Parties {
        let line = &self.line;
        let near = verb.saturating_sub(5)..verb;
        let that = near.rev().find(|&at| line.kind(at) == Kind::That).filter(|&that| that > 1 && that + 2 <= verb);
        let Some(that) = that.filter(|&that| Pronoun::of(line.written(that + 1)) == pronoun) else {
            return Parties::new();
        };
        let owner = match self.groups.at(that - 1) {
            Some(group) => {
                let by = self.groups[group].first().checked_sub(1);
                by.filter(|&by| line.kind(by) == Kind::By && by > 0 && !line.is_verb(by - 1)).map(|_| group)
            }
            None => {
                let near = (that.saturating_sub(4)..that - 1).rev();
                let owner = near.into_iter().find_map(|at| self.groups.at(at));
                let owns = |group: &usize| self.groups[*group].actors.iter().all(|actor| actor.modifies);
                owner.filter(|group| owns(group) && self.owns_noun(*group, that))
            }
        };
        let parties = owner.map(|group| self.groups[group].actors.iter().map(party).collect()).unwrap_or_default();
        self.agreeing(pronoun, parties)
    }

    /// Those of the parties whom the pronoun may mean.
    fn agreeing(&self, pronoun: Pronoun, mut parties: Parties) -> Parties {
        if pronoun == Pronoun::It && parties.len() > 1 {
            return Parties::new();
        }
        parties.retain(|party| {
            let person = actor::is_person(&self.line, party.mention);
            match pronoun {
                Pronoun::Any | Pronoun::They => true,
                // A minister known only by the office stands for the state: "the Polish foreign minister".
                Pronoun::Person => person || party.sector == Some(Sector::Government),
                Pronoun::It => !person,
            }
        });
        parties
    }

    /// Whom the pronoun means that is the object of a verb that ends at a token, or of a preposition of its cue's.
    pub(crate) fn object_pronoun(&self, cue: &Cue, verb: usize, subject: &[Party]) -> Parties {
        let end = self.line.tokens.len();
        let dative = cue.to.contains(&Cues::TO);
        if verb + 1 >= end {
            return Parties::new();
        }
        if cue.direct && !cue.demands && self.is_neighbour(verb + 1) {
            return self.other_than(subject, verb + 1, Pronoun::It);
        }
        match Phrase::at(&self.line, verb + 1).map(|phrase| phrase.subject) {
            Some(_) if !cue.direct => {}
            Some(Subject::Country) => return self.other_than(subject, verb + 1, Pronoun::It),
            Some(phrase) => return self.meant(&phrase, verb + 1),
            None if cue.direct || dative => {
                if let Some(pronoun) = Pronoun::as_object(self.line.written(verb + 1)) {
                    return self.other_than(subject, verb + 1, pronoun);
                }
            }
            None => {}
        }
        if cue.direct && self.is_government(verb + 1) {
            return self.other_than(subject, verb + 1, Pronoun::It);
        }
        if !self.line.holds(Signs::IS_OBJECT) {
            return Parties::new();
        }
        let near = verb + 1..(verb + 1 + REACH).min(end - 1);
        let ends = |at: &usize| {
            matches!(self.line.kind(*at), Kind::Mention(_) | Kind::Comma | Kind::Break | Kind::And | Kind::That)
        };
        let link = near.take_while(|at| !ends(at)).find(|&at| self.line.is_word(at, &cue.to));
        let behind = link.and_then(|link| Some((link, Pronoun::as_object(self.line.written(link + 1))?)));
        behind.map(|(link, pronoun)| self.other_than(subject, link + 1, pronoun)).unwrap_or_default()
    }

    /// Whether the words from a token on mean the other of two: "accused its southern neighbour of".
    fn is_neighbour(&self, at: usize) -> bool {
        let line = &self.line;
        let owned = Pronoun::as_owner(line.written(at)) == Some(Pronoun::It);
        let near = at + 1..(at + 4).min(line.tokens.len());
        let mut near = near.take_while(|&at| matches!(line.kind(at), Kind::Word | Kind::Adverb));
        owned
            && near.any(|at| {
                let noun = line.written(at);
                let named = matches!(line.kind(at + 1), Kind::Mention(_));
                matches!(noun, "neighbor" | "neighbour" | "rival" | "foe" | "adversary") && !named
            })
    }

    /// Whose it is that somebody speaks of: "Z dismissed its demands". Its own is what most verbs speak of, but not those that
    /// judge.
    pub(crate) fn owner_of_object(&self, verb: usize, subject: &[Party]) -> Parties {
        let owner = Pronoun::as_owner(self.line.written(verb + 1)).filter(|&owner| owner != Pronoun::Any);
        owner.map(|owner| self.other_than(subject, verb + 1, owner)).unwrap_or_default()
    }

    /// Whether the words from a token on mean whoever governs a land that was named: "the new government".
    fn is_government(&self, at: usize) -> bool {
        let noun = match self.line.written(at + 1) {
            "authorities" | "government" | "junta" | "regime" => at + 1,
            _ => at + 2,
        };
        let plain = || self.line.kind(at + 1) == Kind::Word && self.line.kind(noun) == Kind::Word;
        self.line.written(at) == "the"
            && matches!(self.line.written(noun), "authorities" | "government" | "junta" | "regime")
            && plain()
            && self.groups.at(noun).is_none()
            && self.line.written(noun + 1) != "of"
    }

    /// Whom the pronoun means behind a noun whose deed somebody does: "X's boycott of its wines", "a lawsuit by X against it".
    pub(crate) fn pronoun_of_noun(&self, cue: &Cue, noun: usize, source: &[Party]) -> Parties {
        let link = noun + 1;
        if link + 1 >= self.line.tokens.len()
            || !(self.line.is_word(link, &cue.to) || matches!(self.line.kind(link), Kind::Of | Kind::To))
        {
            return Parties::new();
        }
        let written = self.line.written(link + 1);
        // "in violation of its own code".
        let own = self.line.written(link + 2) == "own";
        let pronoun = Pronoun::as_object(written).or_else(|| Pronoun::as_owner(written)).filter(|_| !own);
        pronoun.map(|pronoun| self.other_than(source, link + 1, pronoun)).unwrap_or_default()
    }

    /// Whom the pronoun behind the "by" of a passive at a token means: "was asked by him", "let in by it".
    pub(crate) fn agent_pronoun(&self, verb: usize, undergoing: &[Party]) -> Parties {
        let near = verb + 1..(verb + 6).min(self.line.tokens.len().saturating_sub(1));
        let mut near = near.take_while(|&at| self.line.kind(at) != Kind::Break);
        let by = near.find(|&at| self.line.kind(at) == Kind::By).filter(|_| !undergoing.is_empty());
        let pronoun = by.and_then(|by| Pronoun::as_object(self.line.written(by + 1)));
        pronoun.map(|pronoun| self.other_than(undergoing, verb, pronoun)).unwrap_or_default()
    }

    /// Who is meant before a token, other than the subject: who was an object or another subject in the sentence, if it can
    /// be one only; else whom the sentence before was about.
    fn other_than(&self, subject: &[Party], at: usize, pronoun: Pronoun) -> Parties {
        let same = |mention: u32| is_among(&self.line, mention, subject);
        if pronoun == Pronoun::Any {
            return self.others(subject, at);
        }
        let person = pronoun == Pronoun::Person;
        let fits = |mention: u32| !same(mention) && actor::is_person(&self.line, mention) == person;
        // "X bowed to Y; Z defied it": whom the clause before has for its object.
        if pronoun == Pronoun::It && !subject.is_empty() {
            let parallel = self.object_before_break(subject, at);
            if !parallel.is_empty() {
                return parallel;
            }
        }
        let before = &self.before.subject;
        let other = |from: &[u32]| -> Parties {
            from.iter().filter(|&&mention| fits(mention)).map(|&mention| Party::named(mention)).collect()
        };
        // "lent it two and promised it a third": the same as before.
        if (0..at).any(|earlier| Pronoun::as_object(self.line.written(earlier)) == Some(pronoun))
            && !other(before).is_empty()
        {
            return other(before);
        }
        let topic = self.topic(at).map(|group| self.parties(group)).unwrap_or_default();
        if !topic.is_empty() && topic.iter().all(|party| fits(party.mention)) {
            return topic;
        }
        // The subject of the clause before is the nearest.
        let subjects = self.subjects.iter().rev().filter(|(verb, _)| *verb < at).map(|(_, parties)| parties);
        let mut subjects =
            subjects.filter(|parties| !parties.is_empty() && parties.iter().all(|party| fits(party.mention)));
        if let Some(parties) = subjects.next() {
            return parties.clone();
        }
        let mut others = Parties::new();
        let hangs = |actor: &Actor| {
            let before = actor.first.checked_sub(1);
            before.is_some_and(|before| self.line.kind(before) == Kind::Of || self.line.written(before) == "in")
        };
        for actor in self.groups.iter().filter(|group| group.last() < at).flat_map(|group| &group.actors) {
            let known = is_among(&self.line, actor.mention, &others);
            if fits(actor.mention) && !actor.place && !hangs(actor) && !known {
                others.push(party(actor));
            }
        }
        if !others.is_empty() {
            return if others.len() == 1 { others } else { Parties::new() };
        }
        match before.iter().any(|&mention| same(mention)) {
            true if self.before.pair.len() == 2 => other(&self.before.pair),
            true => Parties::new(),
            false => other(before),
        }
    }

    /// The only one whom the clause before a semicolon names that is not its subject, nor that of the clause behind.
    fn object_before_break(&self, subject: &[Party], at: usize) -> Parties {
        let close =
            (0..at).rev().find(|&close| self.line.kind(close) == Kind::Break && self.line.written(close) == ";");
        let Some(close) = close else { return Parties::new() };
        let subjects = || self.subjects.iter().filter(|(verb, _)| *verb < close).map(|(_, parties)| parties);
        let mut found = Parties::new();
        for actor in self.groups.iter().filter(|group| group.last() < close).flat_map(|group| &group.actors) {
            let known = |parties: &[Party]| is_among(&self.line, actor.mention, parties);
            let person = actor::is_person(&self.line, actor.mention);
            if !(person || subjects().any(|parties| known(parties)) || known(subject) || known(&found)) {
                found.push(Party::named(actor.mention));
            }
        }
        if found.len() == 1 { found } else { Parties::new() }
    }

    /// Whom "them" means: the nearest before a token who are several, other than the subject; else those whom the sentence
    /// before was about.
    fn others(&self, subject: &[Party], at: usize) -> Parties {
        let is_subject = |mention: u32| is_among(&self.line, mention, subject);
        let are_others = |actors: &[Actor]| {
            let several = actors.len() > 1 || actors.iter().any(|actor| self.are_people(actor));
            several && !actors.iter().any(|actor| is_subject(actor.mention))
        };
        let mut groups = self.groups.iter().rev().filter(|group| group.last() < at);
        if let Some(group) = groups.find(|group| are_others(&group.actors)) {
            return group.actors.iter().map(party).collect();
        }
        let before = &self.before.subject;
        let several = before.len() > 1 || before.iter().any(|&mention| self.is_plural(mention));
        let own = before.iter().any(|&mention| is_subject(mention));
        if several && !own { named(before) } else { Parties::new() }
    }

    /// Whether an actor is several people: "the Serbs", "two Russian diplomats".
    fn are_people(&self, actor: &Actor) -> bool {
        self.is_plural(actor.mention) || actor.sector.is_some() && self.line.written(actor.last).ends_with('s')
    }

    /// Whether a mention is a people's name: "the Serbs".
    fn is_plural(&self, mention: u32) -> bool {
        let events = self.line.events;
        let mention = &events.mentions[mention as usize];
        mention.form == Form::Demonym && mention.span.of(events.text).ends_with('s')
    }
}
