//! How an event is put forward: the verb above it, negation, what is only planned or recalled.

use super::Frame;
use super::governor::Governor;
use crate::event::clause::Left;
use crate::event::clause::subject::Subject;
use crate::event::text::{Kind, Line, Signs};
use crate::lexicon::{Clause, Govern, VerbForm};
use crate::vocabulary::{EventType, Modality};
use crate::word::WordList;

/// How an event is put forward, and what its type really is.
pub(crate) struct Manner {
    pub(crate) modality: Modality,
    pub(crate) event: Option<EventType>,
    /// Whether it only fills in what another verb told: a noun, an infinitive.
    pub(crate) fills_in: bool,
    /// Whether harm that is to come is a threat: "will attack unless", "warned that it would attack".
    pub(crate) threatens: bool,
    /// Whether it is still to come: an attack that is announced is a threat.
    pub(crate) to_come: bool,
    /// Whether it is only due or hoped for, and nobody promises it.
    pub(crate) scheduled: bool,
    /// Who says so, where a verb of accusing governs it.
    pub(crate) says: Option<u32>,
}

impl Manner {
    /// What is simply put forward so.
    pub(crate) const fn new(modality: Modality) -> Self {
        Self { modality, event: None, fills_in: false, threatens: false, to_come: false, scheduled: false, says: None }
    }
}

impl Frame<'_> {
    /// Whether "may" or "might" stands before a verb, and a condition behind it.
    fn may_follow(&self, verb: usize) -> bool {
        let line = &self.line;
        let near = (verb.saturating_sub(3)..verb).rev().take_while(|&at| line.kind(at) != Kind::Break);
        near.into_iter().any(|at| matches!(line.written(at), "may" | "might")) && self.is_conditional(verb)
    }

    /// Whether what is to come hangs on a condition behind the verb, or is what somebody warns of before it, or behind a
    /// comma.
    fn is_threat(&self, verb: usize) -> bool {
        let line = &self.line;
        let near = (verb.saturating_sub(12)..verb).rev().take_while(|&at| line.kind(at) != Kind::Break);
        let behind = || {
            let mut commas = (verb + 1..line.tokens.len()).filter(|&at| line.kind(at) == Kind::Comma);
            commas.next().is_some_and(|comma| (comma + 1..line.tokens.len()).any(|at| is_warning(line.written(at))))
        };
        self.is_conditional(verb) || near.into_iter().any(|at| is_warning(line.written(at))) || behind()
    }

    /// Whether a verb that another governs stands in a condition: "if X attempts to attack".
    pub(crate) fn hangs_on_condition(&self, verb: usize) -> bool {
        let line = &self.line;
        let holds = line.holds(Signs::of_clause(Clause::Conditional));
        let near = (verb.saturating_sub(10)..verb).rev();
        let mut near = near.take_while(|&at| holds && !matches!(line.kind(at), Kind::Break | Kind::Comma | Kind::That));
        near.any(|at| matches!(line.written(at), "if" | "If" | "unless" | "Unless"))
    }

    /// Whether a condition stands behind a verb.
    fn is_conditional(&self, verb: usize) -> bool {
        let line = &self.line;
        (verb + 1..(verb + 40).min(line.tokens.len())).any(|at| matches!(line.written(at), "if" | "unless"))
    }

    /// What the verb above makes of the clause of another: "denied that X had done", "demanded that X do".
    fn above_clause(&self, verb: usize) -> Option<Modality> {
        let line = &self.line;
        if !line.holds(Signs::IS_THAT) {
            return None;
        }
        // "denied a report that it had, and warned Y": the verb of another clause.
        if verb > 0 && line.kind(verb - 1) == Kind::And && line.speaks(verb).is_some() {
            return None;
        }
        let clause = (verb.saturating_sub(14)..verb).rev().take_while(|&at| line.kind(at) != Kind::Break);
        let that = clause.into_iter().find(|&at| line.kind(at) == Kind::That)?;
        let is_verb = |&at: &usize| line.is_verb(at) || line.form(at) == Some(VerbForm::Gerund);
        // "denied a report in X's biggest newspaper that".
        let parted = (that.saturating_sub(8)..that).any(|at| line.kind(at) == Kind::Comma);
        let reach = if parted { 8 } else { 12 };
        let above = || (that.saturating_sub(reach)..that).filter(is_verb).filter_map(|at| line.govern(at));
        if above().any(|govern| govern == Govern::Denial) {
            return Some(Modality::Denied);
        }
        // "if X shows that it will open its ports".
        let supposes = |at: &usize| matches!(line.written(*at), "if" | "unless");
        let goes_on = |at: &usize| !matches!(line.kind(*at), Kind::Break | Kind::Comma);
        if (that.saturating_sub(8)..that).rev().take_while(goes_on).any(|at| supposes(&at)) {
            return Some(Modality::Hypothetical);
        }
        let asked = line.form(verb) == Some(VerbForm::Base) && above().any(|govern| govern == Govern::Request);
        asked.then_some(Modality::Asked)
    }

    /// Whether a verb of denying stands right before the subject: "denied it had attacked", "denies that X's planes attacked".
    fn denies_clause(&self, left: &Left, verb: usize) -> bool {
        let line = &self.line;
        let subject = match left.subject {
            Subject::Group(group) => Some(self.groups[group].first()),
            Subject::Pronoun(_) => {
                let near = verb.saturating_sub(4)..verb;
                near.rev().find(|&at| line.is_clause(at, Clause::Pronoun))
            }
            _ => None,
        };
        let above = subject.and_then(|subject| subject.checked_sub(1));
        above.is_some_and(|above| line.govern(above) == Some(Govern::Denial))
    }

    /// Whether a verb of saying stands before a verb in its clause: "said that it would".
    fn is_reported(&self, verb: usize) -> bool {
        let near = verb.saturating_sub(12)..verb;
        let speaks = |at: usize| {
            let written = self.line.written(at);
            self.line.speaks(at).is_some()
                || is_warning(written)
                || matches!(written, "notice" | "notification" | "word" | "signals")
        };
        near.rev().take_while(|&at| self.line.kind(at) != Kind::Break).any(speaks)
    }

    /// How the event is put forward; `None` when it is denied or did not happen.
    pub(crate) fn manner(&self, left: &Left, verb: usize, governor: Option<&Governor>) -> Option<Manner> {
        if left.is_undone(governor) {
            return None;
        }
        if left.negated {
            // "would not extradite": a refusal.
            return Some(Manner { event: Some(EventType::Reject), ..Manner::new(Modality::Asserted) });
        }
        let fills_in = governor.is_some();
        let says = governor.and_then(|governor| governor.says);
        let as_told = |modality| Some(Manner { fills_in, says, ..Manner::new(modality) });
        let turned = |modality, event| Some(Manner { event: Some(event), fills_in, says, ..Manner::new(modality) });
        if left.obliged {
            return as_told(Modality::Asked);
        }
        if governor.is_some_and(|governor| governor.supposed) {
            return as_told(Modality::Hypothetical);
        }
        match governor.map(|governor| governor.govern) {
            Some(Govern::Threat) => return turned(Modality::Asserted, EventType::Threaten),
            Some(Govern::Refusal { rejects: true }) => return turned(Modality::Asserted, EventType::Reject),
            Some(Govern::Denial) => return as_told(Modality::Denied),
            Some(Govern::Request) => return as_told(Modality::Asked),
            // "is ready to strike unless": held out.
            Some(Govern::Plan) if !self.hangs_on_condition(verb) => {
                let event = Some(EventType::Agree);
                let threatens = self.is_conditional(verb);
                let scheduled = left.infinitive.is_some_and(|to| to > 0 && is_schedule(self.line.written(to - 1)));
                return Some(Manner { event, fills_in, says, threatens, scheduled, ..Manner::new(Modality::Planned) });
            }
            Some(Govern::Speech) if !left.conditional => return as_told(Modality::Attributed),
            _ => {}
        }
        if self.denies_clause(left, verb) {
            return as_told(Modality::Denied);
        }
        if governor.is_some() && self.hangs_on_condition(verb) {
            return as_told(Modality::Hypothetical);
        }
        if let Some(modality) = self.above_clause(verb) {
            return as_told(modality);
        }
        // "may shut the valves unless": a threat, if it is of harm.
        if left.conditional && self.may_follow(verb) {
            return Some(Manner { fills_in, threatens: true, says, ..Manner::new(Modality::Hypothetical) });
        }
        let reported = left.would && self.is_reported(verb);
        if left.conditional || left.would && !reported {
            return as_told(Modality::Hypothetical);
        }
        if left.future || reported {
            let threatens = self.is_threat(verb);
            return Some(Manner { fills_in, threatens, to_come: true, says, ..Manner::new(Modality::Planned) });
        }
        as_told(self.told_as())
    }
}

/// Whether a word before "to" only says that something is to come: nothing is promised.
fn is_schedule(word: &str) -> bool {
    #[rustfmt::skip]
    static SCHEDULES: WordList<64> = WordList::new(&[
        "due", "expect", "expected", "expects", "hope", "hoped", "hopes", "hoping", "intend", "intended", "intends", "likely", "plan",
        "planned", "planning", "plans", "prepare", "prepared", "prepares", "preparing", "scheduled", "set", "slated",
    ]);
    SCHEDULES.holds(word)
}

/// Whether harm is warned of.
pub(super) fn is_warning(verb: &str) -> bool {
    matches!(verb, "cautioned" | "cautions" | "threatened" | "threatens" | "warned" | "warns" | "warning")
}

/// Whether the sentence recalls what was before, and the year it names.
pub(crate) fn recalled(line: &Line<'_>) -> (bool, Option<i16>) {
    let marked = line.holds(Signs::of_clause(Clause::Past));
    let date = line.events.date;
    // "1998", "1990s".
    let short = line
        .tokens
        .numbers
        .iter()
        .map(|&at| line.written(at as usize))
        .filter(|written| matches!(written.len(), 4 | 5));
    let year = short.into_iter().find_map(|written| {
        let digits = written.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        let year: i16 = digits.parse().ok()?;
        ((1800..2100).contains(&year) && date.is_none_or(|date| year + 1 < date.year())).then_some(year)
    });
    match date {
        Some(_) => (marked || year.is_some(), year),
        None => (marked, year.filter(|_| marked)),
    }
}
