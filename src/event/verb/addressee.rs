//! Whom a word or an answer goes to that its own clause does not name: "wrote to Y asking for", "Y invaded. X recalled its
//! ambassador".

use crate::event::clause::Left;
use crate::event::clause::actor::Actor;
use crate::event::clause::group::Group;
use crate::event::clause::subject::Subject;
use crate::event::frame::Frame;
use crate::event::frame::party::{Pairs, Parties, Party, is_among, pairs, party};
use crate::event::text::{Kind, Line};
use crate::event::told::Told;
use crate::lexicon::{Cue, VerbForm};
use crate::vocabulary::EventType;
use crate::word::WordList;

impl Frame<'_> {
    /// Whom relations are cut with by a sentence that names nobody else: whom the sentence before was about. "X invaded. Y
    /// recalled its ambassador".
    pub(crate) fn answered(&self, left: &Left, verb: usize, subject: &[Party]) -> Pairs {
        let first = matches!(left.subject, Subject::Group(group) if self.groups[group].first() <= 1);
        let alone = self.groups.iter().all(|group| group.last() < verb);
        if !first || !alone || self.before.subject.len() != 1 {
            return Pairs::new();
        }
        pairs(subject, &self.before_other_than(subject))
    }

    /// Whom it is done to that the clause before told with its object, and this one without: "X asked Y for rice, while Z
    /// sought flour". What is told must be of the same type.
    pub(super) fn likewise(&self, left: &Left, verb: usize, subject: &[Party], told: &[Told]) -> Option<Pairs> {
        let Subject::Group(group) = left.subject else { return None };
        let line = &self.line;
        let link = self.groups[group].first().checked_sub(1)?;
        let parallel = match line.kind(link) {
            Kind::And => link > 0 && line.kind(link - 1) == Kind::Comma,
            Kind::Preposition => matches!(line.written(link), "while" | "as" | "after"),
            Kind::Break => line.written(link) == ";",
            _ => false,
        };
        let last = self.told_here(told).last().filter(|_| parallel)?;
        let other = [last.source, last.target].iter().all(|&mention| !is_among(line, mention, subject));
        let alike = matches!(last.event, EventType::Agree | EventType::Aid | EventType::Request);
        (alike && other && subject.len() == 1 && !self.names_somebody(verb + 1))
            .then(|| pairs(subject, &[Party::named(last.target)]))
    }

    /// Whom a deed is done to of which the clause names no object: the only other whom the sentence named before. "An
    /// earthquake shook Y, and X sent tents".
    pub(super) fn implied(&self, cue: &Cue, left: &Left, last: usize, subject: &[Party]) -> Option<Pairs> {
        let Subject::Group(group) = left.subject else { return None };
        let line = &self.line;
        let put = matches!(
            cue.event,
            Some(EventType::Aid | EventType::Coerce | EventType::Request | EventType::Retreat | EventType::Sanction)
        );
        let supposed = left.conditional || left.would || left.negated || left.is_governed();
        let link = self.groups[group].first().checked_sub(1)?;
        if !put || !cue.demands || cue.reciprocal || supposed || subject.len() != 1 || !links_to_another(line, link) {
            return None;
        }
        if self.names_somebody(last + 1) {
            return None;
        }
        let named = self.groups[..group].iter().flat_map(|group| &group.actors);
        Some(pairs(subject, &[only_other(line, named, subject)?]))
    }

    /// Against whom forces are made ready where nobody is named there: the only other one whom the cause names, if that is
    /// neither a place nor the one who tells of it. "Put its fleet on alert after a raid by Y".
    pub(crate) fn against(&self, cue: &Cue, left: &Left, last: usize, subject: &[Party]) -> Option<Pairs> {
        let line = &self.line;
        let supposed = left.conditional || left.would || left.negated || left.is_governed() || left.passive;
        if cue.event != Some(EventType::Mobilize) || !cue.demands || supposed || subject.is_empty() {
            return None;
        }
        #[rustfmt::skip]
        const CAUSES: &[&str] = &["after", "amid", "amidst", "as", "because", "case", "citing", "view", "fear", "fearing", "following", "lest", "response", "should"];
        let end = line.tokens.len().min(last + 20);
        let cause = (last + 1..end).find(|&at| CAUSES.contains(&line.written(at)))?;
        let speaks = |group: &Group| line.may_speak(group.last() + 1) || line.may_speak(group.last() + 2);
        let causes = self.groups.iter().filter(|group| group.first() > cause && !speaks(group));
        let named = causes.flat_map(|group| &group.actors).filter(|actor| !actor.place);
        Some(pairs(subject, &[only_other(line, named, subject)?]))
    }

    /// Whether the words from a token on, up to a comma, name anybody.
    fn names_somebody(&self, from: usize) -> bool {
        let line = &self.line;
        let mut words = (from..line.tokens.len()).take_while(|&at| !matches!(line.kind(at), Kind::Comma | Kind::Break));
        words.any(|at| self.groups.at(at).is_some())
    }

    /// Who says what a gerund says behind the one to whom it is written: "sent a letter to the UN accusing Y".
    pub(super) fn writer(&self, gerund: usize) -> Option<Parties> {
        #[rustfmt::skip]
        static WRITTEN: WordList<64> = WordList::new(&[
            "appeal", "case", "communique", "complaint", "document", "letter", "memo", "memorandum", "message", "note", "petition",
            "protest", "report", "statement", "submission", "suit", "wrote",
        ]);
        let line = &self.line;
        let before = gerund.checked_sub(1)?;
        // "the United Nations (UN)".
        let opening = |close: usize| (close.saturating_sub(3)..close).rev().find(|&at| line.written(at) == "(");
        let before = if line.written(before) == ")" { opening(before)?.checked_sub(1)? } else { before };
        let first = self.groups[self.groups.at(before)?].first();
        let link = (first.saturating_sub(3)..first)
            .rev()
            .find(|&at| line.kind(at) == Kind::To || matches!(line.written(at), "at" | "before" | "with"));
        let written = |link: usize| (link.saturating_sub(4)..link).any(|at| WRITTEN.holds(line.written(at)));
        link.filter(|&link| written(link)).map(|_| self.last_subject()).filter(|writer| !writer.is_empty())
    }

    /// Whom something is asked of that names nobody, behind a word to somebody: "wrote to Y asking for", "met Y to demand".
    pub(crate) fn addressed(&self, event: EventType, form: VerbForm, left: &Left, told: &mut Vec<Told>) -> Pairs {
        let hangs = form == VerbForm::Gerund && left.after_preposition.is_none() || left.infinitive.is_some();
        let spoke = |told: &&Told| told.event == EventType::Consult;
        let Some(last) = self.told_here(told).last().filter(spoke).filter(|_| event == EventType::Request && hangs)
        else {
            return Pairs::new();
        };
        let (source, trigger) = (last.source, last.detail.trigger);
        let same = told.iter().rev().take_while(|told| told.detail.trigger == trigger);
        let same = same.filter(|told| told.source == source);
        let found = same.map(|told| (Party::named(told.source), Party::named(told.target))).collect();
        // What is asked in a letter is all that the letter is.
        let only_writes = matches!(
            trigger.of(self.line.events.text),
            "letter"
                | "message"
                | "send"
                | "sending"
                | "sends"
                | "sent"
                | "telegram"
                | "write"
                | "writes"
                | "writing"
                | "written"
                | "wrote"
        );
        if only_writes {
            told.retain(|told| told.detail.trigger != trigger);
        }
        found
    }
}

/// Whether the word before a subject joins its clause to another: "and", "while", "for which".
fn links_to_another(line: &Line<'_>, link: usize) -> bool {
    match line.kind(link) {
        Kind::And => link > 0 && line.kind(link - 1) == Kind::Comma,
        Kind::Preposition => {
            matches!(line.written(link), "after" | "as" | "since" | "until" | "when" | "where" | "while")
        }
        // "Saying that Y had failed, X withheld".
        Kind::Comma => matches!(
            line.written(0),
            "Accusing" | "Alleging" | "Blaming" | "Charging" | "Citing" | "Claiming" | "Denouncing" | "Saying"
        ),
        _ => line.written(link) == "which" && link > 0 && line.kind(link - 1) == Kind::Preposition,
    }
}

/// The only one of the actors who is none of the subject, however often they are named.
fn only_other<'a>(line: &Line<'_>, actors: impl Iterator<Item = &'a Actor>, subject: &[Party]) -> Option<Party> {
    let mut others = actors.filter(|actor| !is_among(line, actor.mention, subject));
    let found = [party(others.next()?)];
    others.all(|actor| is_among(line, actor.mention, &found)).then_some(found[0])
}
