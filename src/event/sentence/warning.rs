//! What somebody warns of, where nobody is its object: "X warned that Y would face a ban", "Y may be shut out, X warned", "X
//! warned that it could cut off gas to Y".

use std::ops::Range;

use crate::event::clause;
use crate::event::clause::subject::Subject;
use crate::event::frame::party::{Parties, Party, is_among, pairs, party};
use crate::event::frame::{Frame, deed};
use crate::event::text::{Kind, Signs};
use crate::event::told::Told;
use crate::lexicon::VerbForm;
use crate::vocabulary::{EventType, Modality};
use crate::word::WordList;

/// Verbs of those to whom harm comes.
#[rustfmt::skip]
static MEETS: WordList<32> = WordList::new(&[
    "bear", "face", "faced", "faces", "facing", "incur", "invite", "lose", "pay", "regret", "risk", "risked", "risks", "suffer",
]);

/// What comes to them.
#[rustfmt::skip]
static HARMS: WordList<128> = WordList::new(&[
    "action", "actions", "ban", "bans", "blacklisting", "blockade", "boycott", "condemnation", "consequences", "countermeasures",
    "curbs", "cuts", "destruction", "dire", "duties", "embargo", "exclusion", "expulsion", "fine", "fines", "force",
    "intervention", "isolation", "measures", "ostracism", "penalties", "penalty", "price", "prosecution", "punishment",
    "reprisal", "reprisals", "response", "restrictions", "retaliation", "retribution", "sanction", "sanctions", "severance",
    "strikes", "suspension", "tariff", "tariffs", "ultimatum", "wrath",
]);

/// What is done to them.
#[rustfmt::skip]
static UNDERGOES: WordList<64> = WordList::new(&[
    "attacked", "banned", "barred", "blacklisted", "bombed", "considered", "crushed", "dealt", "destroyed", "excluded",
    "expelled", "fined", "hit", "isolated", "met", "ostracised", "ostracized", "punished", "regarded", "repelled",
    "sanctioned", "seen", "shunned", "stripped", "sunk", "suspended", "treated", "viewed", "wiped",
]);

/// What one does as another has done.
const LIKENS: &[&str] = &["copy", "echo", "emulate", "follow", "imitate", "match", "outdo", "overtake"];

impl Frame<'_> {
    /// Who will do what if somebody does not do as a word of obligation says: "Y must obey or X will act". The token of "or"
    /// too.
    pub(crate) fn or_else(&self, obligation: usize) -> Option<(usize, Parties)> {
        let line = &self.line;
        let near = obligation + 1..line.tokens.len().min(obligation + 32);
        let or = near.into_iter().find(|&at| matches!(line.written(at), "or" | "otherwise"))?;
        let group = (or + 1..or + 3).find_map(|at| self.groups.at(at))?;
        let next = self.groups[group].last() + 1;
        (line.kind(next) == Kind::Will || line.written(next) == "would").then(|| (or, self.parties(group)))
    }

    /// Adds the threats in what the sentence's verbs of warning warn of.
    pub(crate) fn warned(&self, told: &mut Vec<Told>) {
        let line = &self.line;
        if self.told_here(told).iter().any(|told| told.event == EventType::Threaten) {
            return;
        }
        for verb in (0..line.tokens.len()).filter(|&at| line.has(at, Signs::WARNS)) {
            let Some((source, words)) = self.warns(verb) else { continue };
            let threatens = matches!(line.written(verb), "threatened" | "threatens")
                && line.kind(verb + 1) == Kind::To
                && !LIKENS.contains(&line.written(verb + 2));
            let other = || Some((self.only_other_named(words.clone(), &source)?, verb)).filter(|_| threatens);
            let Some((target, at)) = self.threatened(words.clone(), &source).or_else(other) else { continue };
            let threat = |&(source, target): &(Party, Party)| {
                self.event(deed::THREATEN, (source, target), at, Modality::Asserted, None)
            };
            let threats: Vec<Told> = pairs(&source, &target).iter().map(threat).collect();
            told.extend(threats);
            return;
        }
    }

    /// Who warns by the verb at a token, and the words that say of what.
    fn warns(&self, verb: usize) -> Option<(Parties, Range<usize>)> {
        let line = &self.line;
        let form = line.form(verb).unwrap_or(VerbForm::Past);
        let left = clause::left(line, &self.groups, verb, form);
        if left.passive || left.negated {
            return None;
        }
        let source = self.meant(&left.subject, verb);
        let mark = match left.subject {
            Subject::Group(group) => self.groups[group].first().checked_sub(1),
            _ => None,
        };
        let mark = mark.filter(|&mark| mark > 2 && matches!(line.kind(mark), Kind::Comma | Kind::Break));
        let closes = line
            .tokens
            .get(verb + 1)
            .is_none_or(|next| matches!(next.kind, Kind::Comma | Kind::Break | Kind::Adverb | Kind::Preposition));
        let words = match mark.filter(|_| closes) {
            Some(mark) => 0..mark,
            None => verb + 1..line.tokens.len(),
        };
        (!source.is_empty()).then_some((source, words))
    }

    /// The only one whom words name, other than those who say them: "threatened to take Y to court".
    fn only_other_named(&self, words: Range<usize>, source: &[Party]) -> Option<Parties> {
        let mut found = Parties::new();
        let named = self.groups.iter().filter(|group| words.contains(&group.first()));
        for actor in named.flat_map(|group| &group.actors) {
            if is_among(&self.line, actor.mention, source) || is_among(&self.line, actor.mention, &found) {
                continue;
            }
            if !found.is_empty() {
                return None;
            }
            found.push(party(actor));
        }
        Some(found).filter(|found| !found.is_empty())
    }

    /// To whom words say that harm will come from those who speak them, and the verb that says so.
    fn threatened(&self, words: Range<usize>, source: &[Party]) -> Option<(Parties, usize)> {
        let line = &self.line;
        let end = words.end;
        words.into_iter().find_map(|at| {
            let meets =
                MEETS.holds(line.written(at)) && (at + 1..end.min(at + 9)).any(|next| HARMS.holds(line.written(next)));
            let undergoes = at > 0
                && UNDERGOES.holds(line.written(at))
                && line.kind(at - 1) == Kind::Be
                && matches!(line.written(at - 1), "be" | "being");
            if !meets && !undergoes {
                return None;
            }
            // "risks being shunned": the subject of the verb before.
            let risks = undergoes && at > 1 && MEETS.holds(line.written(at - 2));
            let (at, undergoes) = if risks { (at - 2, false) } else { (at, undergoes) };
            let form = if undergoes { VerbForm::Participle } else { line.form(at).unwrap_or(VerbForm::Base) };
            let left = clause::left(line, &self.groups, at, form);
            if left.negated {
                return None;
            }
            let own = |party: &Party| is_among(line, party.mention, source);
            let group = match left.subject {
                Subject::Group(group) => Some(group),
                _ => left.hung_on,
            };
            let target = group.map(|group| self.targets(group, EventType::Threaten)).unwrap_or_default();
            (!target.is_empty() && !target.iter().any(own)).then_some((target, at))
        })
    }
}
