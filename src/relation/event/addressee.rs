//! Whom a word or an answer goes to that its own clause does not name: "wrote to Y asking for", "Y invaded. X recalled its
//! ambassador".

use super::Told;
use super::clause::Left;
use super::frame::Frame;
use super::party::{Pairs, Party, pairs};
use super::subject::Subject;
use crate::lexicon::VerbForm;
use crate::vocabulary::EventType;

impl Frame<'_> {
    /// Whom relations are cut with by a sentence that names nobody else: whom the sentence before was about. "X invaded. Y
    /// recalled its ambassador".
    pub(super) fn answered(&self, left: &Left, verb: usize, subject: &[Party]) -> Pairs {
        let first = matches!(left.subject, Subject::Group(group) if self.groups[group].first() <= 1);
        let alone = self.groups.iter().all(|group| group.last() < verb);
        if !first || !alone || self.before.subject.len() != 1 {
            return Pairs::new();
        }
        pairs(subject, &self.before_other_than(subject))
    }

    /// Whom something is asked of that names nobody, behind a word to somebody: "wrote to Y asking for", "met Y to demand".
    pub(super) fn addressed(&self, event: EventType, form: VerbForm, left: &Left, told: &[Told]) -> Pairs {
        let hangs = form == VerbForm::Gerund && left.after_preposition.is_none() || left.infinitive.is_some();
        let start = self.line.tokens[0].span.start;
        let spoke = |told: &&Told| told.detail.trigger.start >= start && told.event == EventType::Consult;
        let Some(last) = told.last().filter(spoke).filter(|_| event == EventType::Request && hangs) else {
            return Pairs::new();
        };
        let same = told.iter().rev().take_while(|told| told.detail.trigger == last.detail.trigger);
        let same = same.filter(|told| told.source == last.source);
        same.map(|told| (Party::named(told.source), Party::named(told.target))).collect()
    }
}
