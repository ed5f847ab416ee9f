//! Verbs whose clause is cut short: participles without an auxiliary ("accused by Y"), and what opens a sentence ("By leaving").

use crate::event::clause::aside::time_follows;
use crate::event::clause::subject::Subject;
use crate::event::clause::{self, Left, object};
use crate::event::frame::Frame;
use crate::event::frame::party::Parties;
use crate::event::text::{Kind, Signs, Words};
use crate::lexicon::{Clause, Govern, VerbForm};
use crate::word::WordList;

/// How something is said or goes: "by telephone", "by sea".
#[rustfmt::skip]
const MEANS: &[&str] = &[
    "by telephone", "by sea", "air", "email", "land", "letter", "mail", "night", "phone", "radio", "rail", "road", "satellite", "sea", "telephone", "train", "video",
];

/// Participles that say what people suffer.
#[rustfmt::skip]
static SUFFERED: WordList<64> = WordList::new(&[
    "abducted", "arrested", "assassinated", "beheaded", "captured", "deported", "detained", "evacuated", "executed",
    "expelled", "freed", "hurt", "imprisoned", "injured", "jailed", "kidnapped", "killed", "maimed", "massacred", "murdered", "released", "rescued", "robbed",
    "shot", "slain", "stranded", "tortured", "trapped", "wounded",
]);

/// Participles that say what somebody is charged with.
static CHARGED: WordList<16> = WordList::new(&["accused", "acquitted", "charged", "convicted", "suspected"]);

impl Frame<'_> {
    /// The subject of a passive without an auxiliary: "a delegation led by X" has it right before.
    pub(super) fn reduced_subject(&self, at: usize) -> Subject {
        // "found itself accused by".
        let own = at
            .checked_sub(2)
            .filter(|_| matches!(self.line.written(at - 1), "itself" | "himself" | "herself" | "themselves"));
        if let Some(verb) = own {
            let form = self.line.form(verb).unwrap_or(VerbForm::Past);
            return clause::left(&self.line, &self.groups, verb, form).subject;
        }
        let near = (0..at).rev().find(|&before| !matches!(self.line.kind(before), Kind::Adverb | Kind::Comma));
        let near = near.and_then(|before| self.groups.at(before));
        self.passive_before(at).unwrap_or_else(|| near.map_or(Subject::Unknown, Subject::Group))
    }

    /// Whether a verb in the past has for its subject what is the object of the verb before, and no object: "handed back a
    /// pilot of Y's shot down over Z". Whoever does it is not said.
    pub(super) fn is_undergone(&self, at: usize, form: VerbForm, left: &Left) -> bool {
        let line = &self.line;
        let Subject::Group(group) = left.subject else { return false };
        let first = self.groups[group].first();
        if form != VerbForm::Past || left.passive || first == 0 {
            return false;
        }
        let behind = self.groups[group].last() + 1;
        let adjacent = behind + 2 >= at && (behind..at).all(|at| line.kind(at) == Kind::Word && !line.is_verb(at));
        let next = line.tokens.get(at + 1).map(|next| next.kind);
        let alone = matches!(next, None | Some(Kind::Preposition | Kind::Adverb | Kind::Comma | Kind::Break));
        let passes = |&before: &usize| {
            matches!(line.kind(before), Kind::Determiner | Kind::Adverb)
                || line.kind(before) == Kind::Word && (line.is_number(before) || line.has(before, Signs::IS_PARTICLE))
        };
        let verb = (first.saturating_sub(5)..first).rev().find(|before| !passes(before));
        alone
            && adjacent
            && verb.is_some_and(|verb| {
                line.kind(verb) == Kind::Word
                    && line.is_verb(verb)
                    && line.speaks(verb).is_none()
                    && line.govern(verb) != Some(Govern::Request)
                    && self.groups.at(verb).is_none()
            })
    }

    /// Whether a participle says what happened to the people before it, by whom nobody says: "soldiers killed on Monday in
    /// Y", "a general accused of".
    pub(super) fn is_suffered(&self, at: usize, form: VerbForm, left: &Left) -> bool {
        let line = &self.line;
        let done = matches!(form, VerbForm::Past | VerbForm::Participle) && !left.passive;
        if !done || at == 0 || line.kind(at - 1) == Kind::Have {
            return false;
        }
        if CHARGED.holds(line.written(at)) && matches!(line.written(at + 1), "of" | "with") {
            return true;
        }
        if !SUFFERED.holds(line.written(at)) {
            return false;
        }
        let Subject::Group(group) = left.subject else { return false };
        let people = self.groups[group].actors.iter().all(|actor| actor.sector.is_some());
        let behind = self.groups[group].last() + 1;
        let adjacent = (behind..at).all(|at| matches!(line.kind(at), Kind::Adverb | Kind::And) || line.is_verb(at));
        let mut next = at + 1;
        // "released on Monday two Y": an object may stand behind what tells the time.
        while next < line.tokens.len() && (line.kind(next) == Kind::Adverb || time_follows(line, next)) {
            next += 1;
        }
        let alone = match line.kind(next) {
            Kind::Preposition => !object::quantifies(line, next),
            kind => next >= line.tokens.len() || matches!(kind, Kind::Comma | Kind::Break),
        };
        people && adjacent && alone
    }

    /// Whether a verb that always has an object has none, as in a headline: "X's engineer kidnapped in Y".
    pub(super) fn befalls(&self, at: usize) -> bool {
        let line = &self.line;
        if !SUFFERED.holds(line.written(at)) {
            return false;
        }
        let told = |at: usize| matches!(line.kind(at), Kind::Be | Kind::Have) || line.is_clause(at, Clause::Relative);
        let next = if line.written(at + 1) == "dead" { at + 2 } else { at + 1 };
        matches!(line.written(next), "in" | "near" | "after" | "as" | "during" | "outside")
            && !(at.saturating_sub(4)..at).any(told)
            && self.groups.first().is_some_and(|group| group.first() <= 2 && group.last() < at && at < group.last() + 3)
    }

    /// Of "X was praised by Y and, later, accused by Z" the subject, which is that of the passive before, where a comma or "and" goes on from it.
    fn passive_before(&self, at: usize) -> Option<Subject> {
        let link = (0..at).rev().find(|&before| !matches!(self.line.kind(before), Kind::Adverb | Kind::Determiner))?;
        if !matches!(self.line.kind(link), Kind::And | Kind::Comma) {
            return None;
        }
        let by = (link.saturating_sub(16)..link).rev().find(|&by| self.line.kind(by) == Kind::By)?;
        let done = |verb: usize| matches!(self.line.form(verb), Some(VerbForm::Past | VerbForm::Participle));
        let verb = (by.saturating_sub(4)..by).rev().find(|&verb| done(verb))?;
        let form = self.line.form(verb)?;
        let left = clause::left(&self.line, &self.groups, verb, form);
        match left.subject {
            _ if verb == 0 || verb == 1 && self.line.kind(0) == Kind::Adverb => Some(Subject::Unknown),
            Subject::Group(_) if left.passive => Some(left.subject),
            _ if self.by_follows(verb) => Some(self.reduced_subject(verb)),
            _ => None,
        }
    }

    /// Whether "by" follows a verb, past particles and what tells the time: "detained last week by".
    pub(super) fn by_follows(&self, at: usize) -> bool {
        if !self.line.holds(Signs::IS_BY) {
            return false;
        }
        let behind = (at + 1..(at + 5).min(self.line.tokens.len())).find(|&next| {
            // "carried out by": of other words only a particle may stand between.
            let particle = next < at + 2
                && matches!(self.line.written(next), "away" | "back" | "down" | "out" | "overnight" | "up");
            !particle && self.line.kind(next) != Kind::Adverb
        });
        // "spoke by telephone".
        let means = |by: usize| MEANS.contains(&self.line.written(by + 1));
        behind.is_some_and(|next| self.line.kind(next) == Kind::By && !means(next)) || self.agent_closes(at)
    }

    /// Whether the insertion that a participle opens ends with who does it: "Y, urged to sign the treaty by X, did".
    fn agent_closes(&self, at: usize) -> bool {
        let line = &self.line;
        let opens = at > 1 && line.kind(at - 1) == Kind::Comma && self.groups.at(at - 2).is_some();
        let ends = |at: &usize| matches!(line.kind(*at), Kind::Comma | Kind::Break | Kind::That);
        let by = || {
            (at + 1..(at + 9).min(line.tokens.len())).take_while(|at| !ends(at)).find(|&at| line.kind(at) == Kind::By)
        };
        let agent = || by().and_then(|by| (by + 1..by + 3).find_map(|at| self.groups.at(at)));
        opens && agent().is_some_and(|group| line.kind(self.groups[group].last() + 1) == Kind::Comma)
    }

    /// Whether "by" belongs to the verb at a token: "stood by".
    pub(super) fn ends_with_by(&self, at: usize) -> bool {
        let mut longer = self.line.entries(at).filter(|&(_, last)| self.line.kind(last) == Kind::By);
        longer.any(|(entry, _)| Words::verbs(entry).is_some())
    }

    /// Whether the verb's clause opens the sentence and has no subject: "By pulling out of X, Y …", "Defending X, Y …",
    /// "Having left X, Y …", "To please X, Y …".
    pub(super) fn opens_sentence(&self, at: usize, form: VerbForm, left: &Left) -> bool {
        match form {
            VerbForm::Gerund if left.infinitive.is_none() => {
                at == 0 || at == 1 && matches!(self.line.kind(0), Kind::Preposition | Kind::By)
            }
            VerbForm::Past | VerbForm::Participle => at == 1 && self.line.written(0) == "Having",
            VerbForm::Base => match left.infinitive {
                Some(to) => to == 0 || to == 2 && self.line.written(0) == "In" && self.line.written(1) == "order",
                None => false,
            },
            _ => false,
        }
    }

    /// "Accused by Kenya of dumping, Zambia …": the subject stands behind the insertion.
    pub(crate) fn after_insertion(&self, at: usize) -> Parties {
        let commas = || (at..(at + 24).min(self.line.tokens.len())).filter(|&next| self.line.kind(next) == Kind::Comma);
        let outside = commas().find(|&comma| self.groups.at(comma).is_none());
        let comma = outside.or_else(|| commas().next());
        let group = comma.and_then(|comma| self.groups.at(comma + 1));
        group.map(|group| self.parties(group)).unwrap_or_default()
    }

    /// Whether a participle opens its clause, or nobody and no verb stands before it: "Accused by Y, X", "its offer rejected by
    /// Y, X".
    pub(super) fn hangs_on_what_follows(&self, at: usize) -> bool {
        let opening = (0..at).rev().find(|&before| self.line.kind(before) != Kind::Adverb);
        opening.is_none_or(|before| matches!(self.line.kind(before), Kind::Comma | Kind::Break | Kind::And))
            || self.groups.iter().all(|group| group.first() > at)
                && !(0..at).any(|at| self.line.kind(at).is_auxiliary())
    }
}
