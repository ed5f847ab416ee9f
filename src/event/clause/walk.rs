//! The walk from a verb to its subject, leftward and token by token, and what is learned on the way.

use super::aside::{
    bracketed, exception, hangs_on_noun, insertion, links_clauses, modifies_before, oblique, opens_absolute,
    time_follows,
};
use super::group::{Group, Groups};
use super::left::Left;
use super::pronoun::Pronoun;
use super::ranked;
use super::subject::{Phrase, Subject, clause_subject, cleft, joined_to, joins_owner, owns_an_actor};
use crate::event::text::line::back_over;
use crate::event::text::words::Noun;
use crate::event::text::{Kind, Line, Signs};
use crate::lexicon::{Clause, Govern, VerbForm};
use crate::vocabulary::Sector;
use crate::word::WordList;

/// How far left of a verb its subject is looked for, in tokens: so that time is linear in the length of a sentence.
const REACH: usize = 60;

/// The signs of words that say how the verb behind them is put forward, or of whom.
const ASIDE: Signs = Signs::of_clause(Clause::Negator)
    .or(Signs::of_clause(Clause::Conditional))
    .or(Signs::of_clause(Clause::Pair))
    .or(Signs::OBLIGES);

/// Words before a preposition that make what follows no more than possible.
#[rustfmt::skip]
static POSSIBLE: WordList<64> = WordList::new(&[
    "aim", "aimed", "aims", "ambition", "ambitions", "bent", "capable", "chance", "chances", "danger", "dream", "dreams", "fear", "fears", "hope", "hopes",
    "idea", "incapable", "possibility", "prospect", "prospects", "risk", "risks", "talk",
]);

/// What speaks for those who adopt, sign or send it.
#[rustfmt::skip]
static TEXTS: WordList<32> = WordList::new(&[
    "communique", "declaration", "decree", "letter", "letters", "message", "motion", "note", "petition", "resolution",
    "resolutions", "statement", "statements", "telegram",
]);

/// How they put it about.
#[rustfmt::skip]
static ADOPTS: WordList<32> = WordList::new(&[
    "adopted", "approved", "endorsed", "issued", "passed", "published", "released", "sent", "signed", "wrote",
]);

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

    /// At a word that says how the verb is put forward, or of whom; `None` at one that does not after all.
    fn at_word_aside(&mut self, at: usize) -> Option<Step> {
        let line = self.line;
        if line.is_clause(at, Clause::Negator) {
            self.found.negated |= line.negates(at);
            return Some(Step::On);
        }
        if line.is_clause(at, Clause::Conditional) && !matches!(line.kind(at), Kind::Preposition) {
            let written = line.written(at);
            self.found.would |= written == "would";
            self.found.conditional |= !matches!(written, "likely" | "would");
            return Some(if matches!(written, "if" | "If") { Step::End } else { Step::On });
        }
        if line.obliges(at) {
            self.found.obliged = true;
            return Some(Step::On);
        }
        // "the two companies": others.
        let private =
            |at: usize| matches!(line.noun(at), Some((Noun::Actor(Sector::Business | Sector::Media, false), _)));
        let pair = || if (at + 1..at + 3).any(private) { Subject::Unknown } else { Subject::Pair(None) };
        line.is_clause(at, Clause::Pair).then(|| self.ends_with(pair()))
    }

    /// At the "to" before an infinitive, if no noun was passed.
    fn at_to(&mut self, to: usize) -> Step {
        let line = self.line;
        let before = to.checked_sub(1);
        if before.is_some_and(|word| line.obliges(word)) {
            self.found.obliged = true;
            return Step::Over(to - 1);
        }
        // "is to sell": a future.
        if before.is_some_and(|be| matches!(line.written(be), "is" | "are" | "was" | "were")) {
            self.found.future = true;
            return Step::Over(to - 1);
        }
        // "Norway to arm Latvia": a headline's future.
        if self.groups.at(to.saturating_sub(1)) == Some(0) && self.groups[0].first() == 0 {
            self.found.future = true;
            return self.ends_with(Subject::Group(0));
        }
        if let Some(be) = ranked::predicate(line, to) {
            return Step::Over(be);
        }
        self.found.infinitive = Some(to);
        // "a missile able to hit Y".
        let able = to > 1 && line.written(to - 1) == "able" && matches!(line.kind(to - 2), Kind::Word | Kind::Capital);
        self.found.conditional |= able && !line.is_verb(to - 2);
        // "was careful not to criticise", "has no plans to".
        self.found.negated |= to > 0 && line.negates(to - 1);
        self.found.negated |= to > 1 && line.written(to - 2) == "no" && is_reason(line.written(to - 1));
        // "is not obliged to".
        self.found.negated |= to > 2 && line.kind(to - 3) == Kind::Be && line.negates(to - 2);
        Step::End
    }

    /// At an "and": the subject is that of what it joins.
    fn at_and(&mut self, and: usize) -> Step {
        let (line, groups) = (self.line, self.groups);
        if self.pending.is_some() {
            return self.ends_with(joined_to(line, groups, and));
        }
        self.found.subject = clause_subject(line, groups, and).unwrap_or(Subject::Same(None));
        // "until X recognises Y and leaves".
        let goes_on = |&at: &usize| !matches!(line.kind(at), Kind::Break | Kind::That | Kind::Comma);
        // "was not promoted by X or defended by Y".
        self.found.negated |= line.written(and) == "or"
            && (and.saturating_sub(10)..and).rev().take_while(goes_on).any(|at| line.negates(at));
        let mut near = (and.saturating_sub(14)..and).rev().take_while(goes_on).filter_map(|at| groups.at(at));
        self.found.conditional |= self.form == VerbForm::Third
            && and + 1 == self.verb
            && near.any(|number| is_supposed(line, groups, groups[number].first(), self.form));
        if self.form == VerbForm::Base && and + 1 == self.verb {
            self.found.goes_on_from(line, and);
        }
        Step::End
    }

    /// At "that". "the plan that": a relative; "said that": a clause with its own subject, which was missing.
    fn at_that(&mut self, that: usize) -> Step {
        let (line, groups) = (self.line, self.groups);
        if let Some(be) = ranked::predicate(line, that) {
            return Step::Over(be);
        }
        if self.pending.is_none() {
            let head = that.checked_sub(1).and_then(|before| groups.at(before));
            if let Some(number) = head.or_else(|| cleft(line, groups, that)) {
                self.found.subject = Subject::Group(number);
            }
        }
        Step::End
    }

    /// At a comma, if no noun was passed.
    fn at_comma(&mut self, comma: usize) -> Step {
        let (line, groups) = (self.line, self.groups);
        self.commas += 1;
        if self.form == VerbForm::Gerund {
            let opening = comma.checked_sub(1).and_then(|name| groups.at(name));
            let opening = opening.filter(|&number| opens_clause(line, groups[number].first()));
            return self.ends_with(opening.map_or(Subject::Same(None), Subject::Group));
        }
        // "X, angered by Y, did": over the insertion to the name before it.
        if let Some(opening) = insertion(line, groups, comma) {
            return Step::Over(opening);
        }
        // "X condemned Y, thanked Z".
        let finite = matches!(self.form, VerbForm::Third | VerbForm::Past | VerbForm::Base) && comma + 1 == self.verb;
        // "X left Y, flew to Z": over the name before the comma.
        let by = line.kind(self.verb + 1) == Kind::By;
        let over = self.form != VerbForm::Base && !by;
        let named = comma.checked_sub(1).filter(|_| over).and_then(|before| groups.at(before));
        let from = named.map_or(comma, |number| groups[number].first());
        if finite && let Some(subject) = clause_subject(line, groups, from) {
            return self.ends_with(subject);
        }
        if self.commas > 1 { Step::End } else { Step::On }
    }

    fn at_preposition(&mut self, at: usize) -> Step {
        let line = self.line;
        if line.kind(at) == Kind::Preposition {
            // "has since asked".
            if at > 0 && line.kind(at - 1) == Kind::Have && line.written(at) == "since" {
                return Step::On;
            }
            // "X taking off from Y attacked": the particle of what hangs on the name before it.
            let particle = |before: usize| modifies_before(line, self.groups, before);
            if self.pending.is_none() && at.checked_sub(1).is_some_and(particle) {
                return Step::On;
            }
        }
        if self.form == VerbForm::Gerund && at + 1 == self.verb {
            self.found.after_preposition = Some(at);
            // "capable of hitting Y", "in hopes of restarting talks".
            self.found.conditional |= at.checked_sub(1).is_some_and(|noun| POSSIBLE.holds(line.written(noun)));
            return Step::End;
        }
        // "X in a letter to its allies said": the phrase hangs on what is before it.
        let hangs = self.pending.take().is_some() && !links_clauses(line, at);
        if hangs || time_follows(line, at) { Step::On } else { Step::End }
    }

    fn at_determiner(&mut self, at: usize) -> Step {
        let (line, groups) = (self.line, self.groups);
        let owner = Pronoun::as_owner(line.written(at)).filter(|_| self.pending.is_some());
        // "its envoy protested": whose the envoy is.
        if let Some(owner) = owner
            && !joins_owner(line, at)
            && (self.found.passive || owns_an_actor(line, at, self.verb))
        {
            // "X ruled it out, and its envoy left": the subject of the clause before.
            let and = at.checked_sub(1).filter(|&and| line.kind(and) == Kind::And);
            return match and.and_then(|and| clause_subject(line, groups, and)) {
                Some(Subject::Same(Some(group))) => self.ends_with(Subject::Group(group)),
                _ => self.ends_with(Subject::Pronoun(owner)),
            };
        }
        // "A, B and C each did".
        let goes_on = self.pending.is_some() || matches!(line.written(at), "each" | "all");
        if goes_on { Step::On } else { Step::End }
    }

    fn at_word(&mut self, at: usize) -> Step {
        let (line, groups) = (self.line, self.groups);
        let gerund = self.form == VerbForm::Gerund && at + 1 == self.verb;
        if line.is_clause(at, Clause::Relative) {
            return self.at_relative(at);
        }
        if line.is_clause(at, Clause::Pronoun) {
            if self.pending.is_none() {
                self.found.subject = Subject::Pronoun(Pronoun::of(line.written(at)));
                self.found.conditional |= is_supposed(line, groups, at, self.form);
            }
            return Step::End;
        }
        // "a UN resolution urging Y to leave".
        if gerund && self.pending.is_none() && TEXTS.holds(line.written(at)) {
            let owner = at.checked_sub(1).and_then(|before| groups.at(before));
            if let Some(owner) = owner.or_else(|| groups.at(at)) {
                return self.ends_with(Subject::Owner(owner));
            }
        }
        // "X adopted a resolution urging Y to leave".
        let adopted = || (at.saturating_sub(6)..at).any(|before| ADOPTS.holds(line.written(before)));
        if gerund && self.pending.is_none() && TEXTS.holds(line.written(at)) && adopted() {
            return self.ends_with(Subject::Same(None));
        }
        // "denied helping Y".
        if gerund && line.govern(at) == Some(Govern::Denial) {
            self.found.after_preposition = Some(self.verb);
            return Step::End;
        }
        if self.pending.is_none() {
            if let Some(Govern::Continuing | Govern::Light) = line.govern(at) {
                return Step::On;
            }
            // Between an auxiliary and its verb any word is an adverb: "has outright rejected".
            let near = at.saturating_sub(3)..at;
            let auxiliary = |before| matches!(line.kind(before), Kind::Have | Kind::Be | Kind::Will);
            let closes =
                |before| matches!(line.kind(before), Kind::Determiner | Kind::Preposition | Kind::Comma | Kind::Break);
            if near.clone().any(auxiliary) && !near.clone().any(closes) {
                return Step::On;
            }
        }
        // "X using missiles attacked", "X backed by Y attacked": what hangs on the name before it.
        if modifies_before(line, groups, at) {
            self.pending = None;
            return Step::On;
        }
        if line.is_finite(at) || line.form(at) == Some(VerbForm::Past) || gerund {
            return Step::End;
        }
        self.pending = self.pending.or(Some(at));
        Step::On
    }

    /// At a relative pronoun: its head is the subject, or owns it.
    fn at_relative(&mut self, at: usize) -> Step {
        let line = self.line;
        if let Some(be) = ranked::predicate(line, at) {
            return Step::Over(be);
        }
        let whose = line.written(at) == "whose";
        let comma = at.checked_sub(1).filter(|&before| line.kind(before) == Kind::Comma);
        let head = comma.unwrap_or(at).checked_sub(1);
        if let Some(number) = head.and_then(|head| self.groups.at(head)) {
            if self.pending.is_none() || whose && owns_an_actor(line, at, self.verb) {
                self.found.subject = Subject::Group(number);
            } else if whose {
                self.found.owner = Some(number);
            }
        }
        Step::End
    }
}

/// Whether a noun says why somebody would do what follows: "no plans to", "no obligation to".
fn is_reason(noun: &str) -> bool {
    noun.ends_with('s')
        || matches!(
            noun,
            "authority" | "cause" | "desire" | "duty" | "intention" | "need" | "obligation" | "reason" | "wish"
        )
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
