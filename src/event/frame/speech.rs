//! Who says so: the clauses of a sentence that are put into somebody's mouth.

use std::ops::Range;

use super::party::{Parties, Party, is_among, named, party};
use crate::event::clause;
use crate::event::clause::group::Groups;
use crate::event::clause::subject::Subject;
use crate::event::text::{Kind, Line};
use crate::event::told::Told;
use crate::lexicon::VerbForm;
use crate::vocabulary::EventType;

/// What somebody says.
pub(crate) struct Said {
    /// The tokens said.
    words: Range<usize>,
    /// The verb of saying, or the word for it.
    verb: usize,
    /// Who says it, the last token of the name, and the same as parties.
    speaker: Parties,
    last: usize,
}

/// All that is said in a sentence, the innermost last.
pub(crate) fn said(line: &Line<'_>, groups: &Groups, before: &[u32]) -> Vec<Said> {
    (0..line.tokens.len())
        .filter(|&at| line.may_speak(at) || line.kind(at) == Kind::To)
        .filter_map(|at| spoken(line, groups, at, before).or_else(|| source_of(line, groups, at)))
        .collect()
}

/// What the verb of saying at a token puts into somebody's mouth.
fn spoken(line: &Line<'_>, groups: &Groups, verb: usize, before: &[u32]) -> Option<Said> {
    let form = line.speaks(verb).filter(|form| matches!(form, VerbForm::Past | VerbForm::Third | VerbForm::Base))?;
    let end = line.tokens.len();
    let by = |group: usize, words: Range<usize>| {
        let speaker: Parties = clause::acting(&groups[group]).map(party).collect();
        (!speaker.is_empty()).then(|| Said { words, verb, speaker, last: groups[group].last() })
    };
    // "…, said the envoy of X".
    let speaks_to = matches!(
        line.written(verb),
        "assured" | "briefed" | "cautioned" | "informed" | "notified" | "reminded" | "told"
    );
    let quoted =
        verb.checked_sub(1).filter(|_| !speaks_to).filter(|&mark| matches!(line.kind(mark), Kind::Comma | Kind::Break));
    if let Some(mark) = quoted.filter(|&mark| mark > 0) {
        let group = (verb + 1..(verb + 5).min(end))
            .take_while(|&next| {
                matches!(line.kind(next), Kind::Mention(_) | Kind::Word | Kind::Capital | Kind::Determiner)
            })
            .find_map(|next| groups.at(next));
        if let Some(group) = group {
            return by(group, 0..mark);
        }
    }
    let left = clause::left(line, groups, verb, form);
    if left.passive || left.negated {
        return None;
    }
    match left.subject {
        Subject::Group(group) => {
            // "…, X said on Monday.": what is said went before.
            let opening = groups[group].first().checked_sub(1);
            let follows = opening.filter(|&mark| mark > 2 && matches!(line.kind(mark), Kind::Comma | Kind::Break));
            // "told reporters": to nobody who is named.
            let names_nobody = || (verb + 1..end).all(|next| groups.at(next).is_none());
            let closes = verb + 1 >= end
                || (matches!(line.kind(verb + 1), Kind::Comma | Kind::Break | Kind::Adverb | Kind::Preposition)
                    || names_nobody())
                    && (verb + 1..end)
                        .take_while(|&next| !begins_participle(line, next))
                        .all(|next| !line.is_pronoun(next) && line.kind(next) != Kind::That);
            match follows.filter(|_| closes) {
                Some(mark) => by(group, 0..mark),
                None => by(group, verb + 1..end),
            }
        }
        Subject::Pronoun(_) if !before.is_empty() => {
            let speaker = named(before);
            Some(Said { words: verb + 1..end, verb, speaker, last: verb })
        }
        _ => None,
    }
}

/// Whether a comma opens a participle: "…, X said, adding that it".
fn begins_participle(line: &Line<'_>, comma: usize) -> bool {
    line.kind(comma) == Kind::Comma && line.written(comma + 1).ends_with("ing")
}

/// "according to X": all that the sentence says.
fn source_of(line: &Line<'_>, groups: &Groups, at: usize) -> Option<Said> {
    if line.kind(at) != Kind::To
        || !at.checked_sub(1).is_some_and(|word| line.written(word).eq_ignore_ascii_case("according"))
    {
        return None;
    }
    let group = (at + 1..(at + 6).min(line.tokens.len())).find_map(|next| groups.at(next))?;
    let speaker: Parties = clause::acting(&groups[group]).map(party).collect();
    (!speaker.is_empty()).then(|| Said { words: 0..line.tokens.len(), verb: at, speaker, last: groups[group].last() })
}

/// Who says what stands at a token.
pub(crate) fn speaker_at(said: &[Said], at: usize) -> Option<&Said> {
    let inner = said.iter().rev().filter(|said| said.words.contains(&at));
    inner.max_by_key(|said| said.words.start)
}

/// To whom the clause of a verb is told: "told Y that it must".
pub(crate) fn addressee(line: &Line<'_>, groups: &Groups, verb: usize) -> Option<usize> {
    let near = (verb.saturating_sub(8)..verb).rev().take_while(|&at| line.kind(at) != Kind::Break);
    let that = near.into_iter().find(|&at| line.kind(at) == Kind::That)?;
    let group = (that.saturating_sub(5)..that).rev().find_map(|at| groups.at(at))?;
    let told = groups[group].first().checked_sub(1)?;
    let tells =
        matches!(line.written(told), "told" | "tells" | "informed" | "notified" | "reminded" | "warned" | "advised");
    tells.then_some(group)
}

/// Fills in who says so, where the sentence puts an event into somebody's mouth.
pub(crate) fn attribute(line: &Line<'_>, said: &[Said], told: &mut [Told]) {
    for told in told.iter_mut().filter(|told| told.detail.attributed_to.is_none()) {
        let token_of = |start: usize| line.tokens.partition_point(|token| token.start < start);
        let at = token_of(told.detail.trigger.start);
        let Some(found) = speaker_at(said, at) else { continue };
        // "X said so and attacked Y": what X did is no word of its own.
        let source = line.events.mentions[told.source as usize].span;
        let joined = (found.words.start..at).rev().find(|&before| line.kind(before) != Kind::Adverb);
        let own = found.words.start > 0
            && source.end <= line.tokens[found.words.start].start
            && (joined.is_some_and(|before| line.kind(before) == Kind::And)
                || !(found.words.start..at)
                    .any(|between| line.is_pronoun(between) || line.kind(between) == Kind::That));
        if own || found.last >= at && found.words.start > 0 {
            continue;
        }
        // "X said that Y had broken the truce": that X accuses Y is no word of X.
        if told.event == EventType::Accuse && is_among(line, told.source, &found.speaker) {
            continue;
        }
        told.detail.attributed_to = found.speaker.first().map(|party| party.mention);
        if told.detail.modality == crate::vocabulary::Modality::Asserted {
            told.detail.modality = crate::vocabulary::Modality::Attributed;
        }
    }
}

impl Said {
    /// The tokens said.
    pub(crate) fn words(&self) -> Range<usize> {
        self.words.clone()
    }

    /// The verb of saying.
    pub(crate) fn verb(&self) -> usize {
        self.verb
    }

    /// Who says it.
    pub(crate) fn speaker(&self) -> &[Party] {
        &self.speaker
    }
}
