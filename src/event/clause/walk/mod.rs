//! The walk from a verb to its subject, leftward and token by token, and what is learned on the way.

mod links;
mod words;

use words::TEXTS;

use crate::event::clause::aside::{bracketed, exception, hangs_on_noun, oblique, opens_absolute};
use crate::event::clause::group::{Group, Groups};
use crate::event::clause::left::Left;
use crate::event::clause::subject::{Phrase, Subject};
use crate::event::text::line::back_over;
use crate::event::text::{Kind, Line, Signs};
use crate::lexicon::{Clause, Govern, VerbForm};

/// How far left of a verb its subject is looked for, in tokens: so that time is linear in the length of a sentence.
const REACH: usize = 60;

/// The signs of words that say how the verb behind them is put forward, or of whom.
const ASIDE: Signs = Signs::of_clause(Clause::Negator)
    .or(Signs::of_clause(Clause::Conditional))
    .or(Signs::of_clause(Clause::Pair))
    .or(Signs::OBLIGES);

/// What follows a token on the walk.
enum Step {
    /// The token before it.
    On,
    /// The token before another one, farther left.
    Over(usize),
    /// Nothing: the subject is found, or there is none.
    End,
}

/// The walk itself.
pub(crate) struct Walk<'w, 'e> {
    line: &'w Line<'e>,
    groups: &'w Groups,
    verb: usize,
    form: VerbForm,
    found: Left,
    commas: usize,
    /// The last of the words passed that may be a subject of their own, unless a preposition or a participle takes them.
    pending: Option<usize>,
}

impl<'w, 'e> Walk<'w, 'e> {
    /// The walk from the verb at `verb`.
    pub(crate) fn new(line: &'w Line<'e>, groups: &'w Groups, verb: usize, form: VerbForm) -> Self {
        Self { line, groups, verb, form, found: Left::default(), commas: 0, pending: None }
    }

    /// What was learned at its end.
    pub(crate) fn walked(mut self) -> Left {
        let mut at = self.verb;
        while let Some(before) = at.checked_sub(1).filter(|before| self.verb - before < REACH) {
            at = match self.step(before) {
                Step::On => before,
                Step::Over(farther) => farther,
                Step::End => break,
            };
        }
        self.found
    }

    /// Ends the walk with a subject.
    fn ends_with(&mut self, subject: Subject) -> Step {
        self.found.subject = subject;
        Step::End
    }

    fn step(&mut self, at: usize) -> Step {
        let line = self.line;
        if let Some(number) = self.groups.at(at) {
            return self.at_group(number);
        }
        if line.has(at, ASIDE)
            && let Some(step) = self.at_word_aside(at)
        {
            return step;
        }
        let kind = line.kind(at);
        if kind == Kind::Determiner
            && let Some(phrase) = Phrase::at(line, at)
            && self.pending.is_none_or(|last| last == phrase.last)
        {
            return self.ends_with(phrase.subject);
        }
        match kind {
            Kind::Be => {
                let participle = matches!(self.form, VerbForm::Past | VerbForm::Participle | VerbForm::Base);
                self.found.passive |= self.pending.is_none() && participle;
                Step::On
            }
            Kind::Have | Kind::Do | Kind::Will if self.pending.is_some() => Step::End,
            Kind::Will => {
                self.found.future = true;
                Step::On
            }
            Kind::Have | Kind::Do | Kind::Adverb | Kind::Possessive => Step::On,
            Kind::To if self.pending.is_none() => self.at_to(at),
            Kind::And => self.at_and(at),
            Kind::That => self.at_that(at),
            Kind::Comma if self.pending.is_none() => self.at_comma(at),
            Kind::Preposition | Kind::Of | Kind::By | Kind::To => self.at_preposition(at),
            // "X (ABC) did".
            Kind::Break if self.pending.is_none() => match bracketed(line, self.groups, at) {
                Some(number) => self.ends_with(Subject::Group(number)),
                None => Step::End,
            },
            Kind::Determiner => self.at_determiner(at),
            Kind::Break | Kind::Comma | Kind::Hyphen | Kind::Mention(_) => Step::End,
            Kind::Capital | Kind::Word => self.at_word(at),
        }
    }

    /// At a group: the subject, unless it stands aside.
    fn at_group(&mut self, number: usize) -> Step {
        let (line, groups) = (self.line, self.groups);
        let group = &groups[number];
        let gerund = self.form == VerbForm::Gerund;
        if gerund && self.pending.is_none() && opens_absolute(line, groups, number) {
            return self.ends_with(Subject::Group(number));
        }
        if let Some(first) = oblique(line, groups, number).or_else(|| exception(line, groups, number)) {
            // "A message from X praised Y": by it X did.
            let text = first.checked_sub(1).filter(|&noun| self.pending.is_none() && TEXTS.holds(line.written(noun)));
            if text.is_some() && matches!(line.written(first), "by" | "from" | "of") && self.commas == 0 {
                return self.ends_with(Subject::Group(number));
            }
            if self.pending.take().is_none() && self.commas == 0 && hangs_on_noun(line, first) {
                self.found.hung_on = Some(number);
            }
            return Step::Over(first);
        }
        let modifies = group.actors.iter().any(|actor| actor.modifies);
        if gerund && modifies && group.last() + 2 >= self.verb {
            self.found.subject = Subject::Owner(number);
        } else if self.pending.is_none() || modifies || self.found.passive && names_deed(line, group) {
            self.found.subject = Subject::Group(number);
        }
        let first = group.first();
        self.found.conditional |= is_supposed(line, groups, first, self.form);
        self.found.obliged |= self.is_bidden(first);
        // "Neither X nor Y did".
        let before = first.checked_sub(1).map_or("", |before| line.written(before));
        self.found.negated |= matches!(before, "neither" | "Neither" | "nor");
        Step::End
    }

    /// Whether the subject is told to do what the verb says, without a "that": "insisted Y open its ports".
    fn is_bidden(&self, first: usize) -> bool {
        let asks = |at: usize| self.line.govern(at) == Some(Govern::Request) && self.line.is_verb(at);
        self.form == VerbForm::Base
            && self.pending.is_none()
            && !self.found.future
            && self.found.infinitive.is_none()
            && first.checked_sub(1).is_some_and(asks)
    }
}

/// Whether a group stands before the noun of a deed, whose it is: "a U.S. offer was".
fn names_deed(line: &Line<'_>, group: &Group) -> bool {
    let next = group.last() + 1;
    let near = next..line.tokens.len().min(next + 3);
    near.take_while(|&at| matches!(line.kind(at), Kind::Word | Kind::Adverb)).any(|at| line.is_cue_noun(at))
}

/// Whether what opens the clause makes it a supposition: "if X did", "Had X done", "Should X do", "until X has
/// done", "before X leaves".
fn is_supposed(line: &Line<'_>, groups: &Groups, first: usize, form: VerbForm) -> bool {
    let Some(before) = first.checked_sub(1) else { return false };
    if line.is_clause(before, Clause::Conditional) && line.kind(before) != Kind::Preposition {
        return true;
    }
    // "on condition that X frees Y".
    let ends = |at: usize| line.is_clause(at, Clause::Conditional) && line.entries(at).any(|(_, last)| last == before);
    if line.kind(before) == Kind::That && (before.saturating_sub(3)..before).any(ends) {
        return true;
    }
    // "will not pay until X has left".
    let soon = || line.written(before) == "as" && before > 0 && line.written(before - 1) == "soon";
    if matches!(line.written(before), "before" | "once" | "till" | "until") || soon() {
        let group = groups.at(first).map_or(first, |group| groups[group].last());
        let has = line.written(group + 1);
        let later = || (before.saturating_sub(24)..before).any(|at| matches!(line.written(at), "will" | "would"));
        let supposed = matches!(form, VerbForm::Third | VerbForm::Base)
            || matches!(has, "has" | "have" | "is" | "are" | "will")
            || has == "had" && later();
        // "would pay as soon as X left".
        let supposed = supposed || form == VerbForm::Past && later();
        // "will speak to the press before X leaves for Y": no condition.
        let negated = || (before.saturating_sub(24)..before).any(|at| line.is_clause(at, Clause::Negator));
        return supposed && (line.written(before) != "before" || negated());
    }
    let asks = || matches!(line.kind(before), Kind::Will | Kind::Do) && line.is_question();
    let inverted = line.kind(before) == Kind::Have || line.written(before) == "Were" || line.obliges(before) || asks();
    inverted && before.checked_sub(1).is_none_or(|mark| matches!(line.kind(mark), Kind::Comma | Kind::Break))
}

/// Whether a clause begins with a name, past its article, titles and what describes it: "X, condemning Y, urged", "said that
/// President X, condemning".
fn opens_clause(line: &Line<'_>, name: usize) -> bool {
    let describes = |at: usize| {
        let word = matches!(line.kind(at), Kind::Capital | Kind::Word | Kind::Determiner | Kind::Adverb);
        word && !line.is_verb(at) && line.speaks(at).is_none()
    };
    let opening = back_over(name, 5, describes);
    opening.checked_sub(1).is_none_or(|before| {
        matches!(line.kind(before), Kind::Break | Kind::That | Kind::Comma) || line.speaks(before).is_some()
    })
}
