//! Whom the words of a passive's subject name, be it far left of the verb.

use crate::event::clause::group::Group;
use crate::event::clause::{Left, aside, object};
use crate::event::frame::Frame;
use crate::event::frame::party::{Party, is_among};
use crate::event::text::Kind;
use crate::lexicon::Cue;
use crate::vocabulary::EventType;

/// How far left of a passive the words of its subject are read, in tokens.
const REACH: usize = 28;

impl Frame<'_> {
    /// Of "proposals by Y were rejected": the group of Y.
    pub(super) fn owner_of_subject(&self, verb: usize) -> Option<usize> {
        let be = (verb.saturating_sub(4)..verb).rev().find(|&at| self.line.kind(at) == Kind::Be)?;
        let ends = |at: &usize| !matches!(self.line.kind(*at), Kind::Break | Kind::That | Kind::Comma);
        let near = (be.saturating_sub(14)..be).rev().take_while(ends);
        let by = near.into_iter().find(|&at| self.line.kind(at) == Kind::By)?;
        self.groups.at(by + 1)
    }

    /// The only one, other than who acts, whom the words of a passive's subject name: "restrictions on farmers from Y were
    /// eased by X", "four towns in Y were bombed by X".
    pub(super) fn named_in_subject(
        &self,
        cue: &Cue,
        event: EventType,
        verb: usize,
        left: &Left,
        source: &[Party],
    ) -> Option<usize> {
        let be = (verb.saturating_sub(4)..verb).rev().find(|&at| self.line.kind(at) == Kind::Be);
        // "risks being sued by X".
        if left.is_governed() || be.is_some_and(|be| self.line.written(be) == "being" && !self.is_being(be)) {
            return None;
        }
        let line = &self.line;
        let mut at = be.unwrap_or(verb);
        // "have, since then, been".
        while at > 0 && be.is_some() && matches!(line.written(at - 1), "have" | "has" | "had" | "will") {
            at -= 1;
        }
        let start = at;
        let limit = at.saturating_sub(if be.is_some() { REACH } else { 6 });
        // "…, and any other that trades with them, were": what an insertion says is passed over.
        let mut inserted = false;
        let mut found: Option<usize> = None;
        while let Some(before) = at.checked_sub(1).filter(|&before| before >= limit) {
            let closes = at == start;
            at = before;
            if let Some(number) = self.groups.at(at) {
                let group = &self.groups[number];
                at = group.first();
                if inserted || group.actors.iter().all(|actor| is_among(line, actor.mention, source)) {
                    continue;
                }
                if !self.undergoes(cue, event, group) {
                    continue;
                }
                // "a ban that had cut X off from Croatian ports": whose the ports are is not asked.
                let modifies = |number: usize| self.groups[number].actors.iter().all(|actor| actor.modifies);
                match found {
                    Some(other) if modifies(other) == modifies(number) => return None,
                    Some(_) if modifies(number) => {}
                    _ => found = Some(number),
                }
                continue;
            }
            match line.kind(at) {
                Kind::Comma if inserted => inserted = false,
                Kind::Comma if closes && be.is_some() => inserted = true,
                _ if inserted => {}
                // "by land, sea and air".
                Kind::Comma if be.is_some() && self.stands_in_list(at) => {}
                Kind::Comma | Kind::Break => break,
                // "tents from Y and blankets given by X".
                Kind::And if be.is_none() => break,
                Kind::Preposition if aside::links_clauses(line, at) && line.written(at) != "than" => break,
                // "a resolution that would have condemned Y".
                Kind::That if line.written(at + 1) == "would" => found = None,
                Kind::That if !self.opens_relative(at) => break,
                Kind::Word if line.begins_predicate(at) && !self.is_relative_verb(at) || line.speaks(at).is_some() => {
                    break;
                }
                _ => {}
            }
        }
        found
    }

    /// Whether a comma stands between two plain words.
    fn stands_in_list(&self, comma: usize) -> bool {
        let plain = |at: usize| self.line.kind(at) == Kind::Word;
        comma > 0 && plain(comma - 1) && plain(comma + 1)
    }

    /// Whether "being" goes on from another form of "be".
    fn is_being(&self, being: usize) -> bool {
        being.checked_sub(1).is_some_and(|before| matches!(self.line.kind(before), Kind::Be | Kind::Adverb))
    }

    /// Whether "that" is the subject of a verb right behind it: "a rule that kept".
    fn opens_relative(&self, that: usize) -> bool {
        self.line.kind(that + 1).is_auxiliary() || self.line.is_verb(that + 1)
    }

    /// Whether a verb says something of the noun before it: "an embargo that had cut".
    fn is_relative_verb(&self, verb: usize) -> bool {
        let auxiliary = |at: &usize| matches!(self.line.kind(*at), Kind::Have | Kind::Be | Kind::Adverb);
        let relative = (verb.saturating_sub(4)..verb).rev().find(|at| !auxiliary(at));
        relative.is_some_and(|at| self.line.kind(at) == Kind::That && self.opens_relative(at))
    }

    /// Whether a group within a subject may be whom its deed is done to: not where a meeting is.
    fn undergoes(&self, cue: &Cue, event: EventType, group: &Group) -> bool {
        let asks = |at: usize| self.line.is_word(at, &cue.to) || self.line.kind(at) == Kind::Determiner;
        let own = cue.direct || cue.to.is_empty() || group.first().checked_sub(1).is_none_or(asks);
        let before = group.first().checked_sub(1).map_or("", |before| self.line.written(before));
        let material = matches!(
            event,
            EventType::Aid | EventType::Assault | EventType::Coerce | EventType::Mobilize | EventType::Retreat
        );
        // Of an arrest only whom it names: no "executive of a Norwegian farm".
        let person = cue.code.is("173") && group.actors.iter().any(|actor| actor.modifies);
        own && !person
            && !object::owns_border(&self.line, group)
            && before != "by"
            && (material || !matches!(before, "at" | "in" | "near") && group.actors.iter().all(|actor| !actor.place))
    }
}
