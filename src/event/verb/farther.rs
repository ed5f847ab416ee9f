//! Far right of a verb: the only other one whom the rest of its clause names.
//!
//! News puts a deed's target behind much else ("dropped 100 tonnes of grain on Sunday to famine victims in remote areas of
//! Y"). Where a verb's own frame finds nobody, and the clause names nobody else but one, that is the target, if it stands
//! as those do to whom such deeds are done.

use crate::event::clause::actor::entity;
use crate::event::clause::aside::links_clauses;
use crate::event::clause::group::Group;
use crate::event::clause::object::{begins_clause, owns_border};
use crate::event::frame::Frame;
use crate::event::frame::party::{Party, is_among};
use crate::event::text::Kind;
use crate::lexicon::{Clause, VerbForm};
use crate::mention::EntityRef;
use crate::vocabulary::{EventType, Sector};
use crate::word::WordList;

/// How far the rest of a clause is read, in tokens.
const REACH: usize = 32;

impl Frame<'_> {
    /// The group of the only one, other than the subject, whom the clause names from a token on.
    pub(super) fn only_other(&self, event: EventType, from: usize, subject: &[Party]) -> Option<usize> {
        let infinitive = self.line.kind(from) == Kind::To;
        self.only_other_of(event, infinitive, from, subject)
    }

    /// The same, where what is done may be said by an infinitive: "declined to sit on a panel convened by Y".
    pub(super) fn only_other_of(
        &self,
        event: EventType,
        infinitive: bool,
        from: usize,
        subject: &[Party],
    ) -> Option<usize> {
        // "granted licences for maize of Y": help has its own places.
        if event == EventType::Aid {
            return None;
        }
        let line = &self.line;
        let mut found: Option<usize> = None;
        let mut at = from;
        let ends = |at: usize| {
            let by = || line.kind(at + 1) == Kind::By;
            match line.kind(at) {
                Kind::Comma if infinitive => true,
                Kind::Word if infinitive && by() => false,
                // "urged the world to help end Y's war": Y is not asked.
                Kind::To if event == EventType::Request && line.written(at + 1) == "help" => true,
                Kind::To if matches!(event, EventType::Agree | EventType::Aid) && self.is_for_help(at) => false,
                _ => self.ends_clause(at, from),
            }
        };
        while at < line.tokens.len().min(from + REACH) && !ends(at) {
            let Some(number) = self.groups.at(at) else {
                at += 1;
                continue;
            };
            let group = &self.groups[number];
            if begins_clause(line, group) {
                break;
            }
            at = group.last() + 1;
            if group.actors.iter().any(|actor| is_among(line, actor.mention, subject)) {
                continue;
            }
            let same = |&other: &usize| entities(self, &self.groups[other]).eq(entities(self, group));
            match found {
                Some(ref other) if same(other) => {}
                Some(_) => return None,
                None => found = Some(number),
            }
        }
        found.filter(|&number| self.may_be_done_to(event, infinitive, &self.groups[number]))
    }

    /// Whether an infinitive only says what help is for: "offered a battalion to supervise a truce in Y".
    fn is_for_help(&self, to: usize) -> bool {
        #[rustfmt::skip]
        static HELPS: WordList<64> = WordList::new(&[
            "assist", "bolster", "build", "clear", "combat", "cope", "ease", "equip", "feed", "fight", "guard", "help", "house",
            "monitor", "patrol", "protect", "rebuild", "relieve", "repair", "shelter", "supervise", "train", "treat",
        ]);
        HELPS.holds(self.line.written(to + 1))
    }

    /// Whether the clause of the verb before `from` ends before a token.
    fn ends_clause(&self, at: usize, from: usize) -> bool {
        let line = &self.line;
        let next = (at + 1).min(line.tokens.len() - 1);
        match line.kind(at) {
            Kind::Break | Kind::That => true,
            Kind::Comma => self.comma_ends(at),
            Kind::Preposition => links_clauses(line, at) && line.written(at) != "than",
            Kind::Word => {
                at > from && line.begins_predicate(at)
                    || line.is_clause(at, Clause::Relative)
                    || line.is_clause(at, Clause::Exception)
            }
            Kind::To => line.form(next) == Some(VerbForm::Base) && !line.may_be_noun(next),
            Kind::And => line.is_verb(next),
            _ => false,
        }
    }

    /// Whether another clause follows a comma: a participle, a verb, or who says so.
    fn comma_ends(&self, comma: usize) -> bool {
        let line = &self.line;
        let next = comma + 1;
        if next == line.tokens.len() {
            return true;
        }
        let kind = line.kind(next);
        let other = kind == Kind::And && line.is_verb(next + 1);
        let participle = kind == Kind::Word && (line.form(next).is_some() || line.written(next).ends_with("ing"));
        let subject = !matches!(kind, Kind::Word | Kind::Adverb);
        let speaks = || {
            let part = (next..line.tokens.len().min(next + 14)).take_while(|&at| line.kind(at) != Kind::Comma);
            let is_verb = |at| line.speaks(at).is_some() || subject && line.form(at) == Some(VerbForm::Past);
            part.into_iter().any(is_verb)
        };
        other || participle || kind == Kind::To || speaks()
    }

    /// Whether a deed can be done to a group that stands somewhere behind its verb.
    fn may_be_done_to(&self, event: EventType, infinitive: bool, group: &Group) -> bool {
        let line = &self.line;
        let before = group.first().checked_sub(1).map_or("", |before| line.written(before));
        let border = owns_border(line, group);
        let owns = group.actors.iter().all(|actor| actor.modifies);
        let modifies = owns || group.actors.iter().all(|actor| actor.sector.is_some());
        let place = group.actors.iter().any(|actor| actor.place);
        match event {
            // "is battling to dislodge Y's troops", but not "is fighting to recover from the Y affair".
            EventType::Assault if infinitive => {
                group.actors.iter().all(|actor| actor.sector == Some(Sector::Military)) && !border
            }
            EventType::Join | EventType::Withdraw => !place,
            EventType::Reject if infinitive => !place && !border,
            EventType::Consult | EventType::Agree => before == "with",
            EventType::Mobilize => border,
            _ if border => false,
            EventType::Assault => {
                matches!(before, "at" | "in" | "inside" | "near" | "of" | "off" | "on" | "over") || modifies
            }
            EventType::Aid => matches!(before, "for" | "of" | "to"),
            EventType::Coerce => owns && !place,
            _ => false,
        }
    }
}

/// The entities of a group.
fn entities<'f>(frame: &'f Frame<'_>, group: &'f Group) -> impl Iterator<Item = EntityRef> + use<'f> {
    group.actors.iter().map(|actor| entity(&frame.line, actor.mention))
}
