//! Who goes and who does not: people who are sent, a visit that is decided against; and who is no guest and no partner in
//! talks: money that is received, an audience that is spoken to.

use crate::event::clause::actor::{Actor, is_person};
use crate::event::clause::object::direct_object;
use crate::event::frame::manner::Manner;
use crate::event::frame::party::{Pairs, Parties, pairs};
use crate::event::frame::{Frame, deed};
use crate::event::text::Kind;
use crate::event::told::Told;
use crate::lexicon::Cue;
use crate::vocabulary::EventType;
use crate::word::WordList;

impl Frame<'_> {
    /// Whether a cue is read into words that tell something else, or no deed.
    pub(super) fn is_misread(&self, cue: &Cue, verb: usize) -> bool {
        match cue.event {
            Some(EventType::Consult) => self.is_no_visit(cue, verb),
            Some(EventType::Cooperate) => self.tells_figures(cue, verb) || self.is_noun_of_trade(verb),
            _ => false,
        }
    }

    /// Whether what a gerund names is left undone: "decided against visiting Y".
    pub(super) fn is_decided_against(&self, gerund: usize) -> bool {
        #[rustfmt::skip]
        static DECIDES: WordList<32> = WordList::new(&[
            "advised", "argued", "cautioned", "counselled", "decide", "decided", "decision", "voted", "warned",
        ]);
        gerund > 1 && self.line.written(gerund - 1) == "against" && DECIDES.holds(self.line.written(gerund - 2))
    }

    /// Tells that whoever is sent by name goes there; whether somebody is.
    pub(super) fn goes_where_sent(
        &self,
        event: EventType,
        verb: usize,
        manner: &Manner,
        found: &Pairs,
        told: &mut Vec<Told>,
    ) -> bool {
        let sent = self.sent(verb).filter(|_| matches!(event, EventType::Aid | EventType::Consult));
        let Some(sent) = sent else { return false };
        let targets: Parties = found.iter().map(|&(_, target)| target).collect();
        self.tell_deed(deed::VISIT, verb, manner, &pairs(&sent, &targets), told);
        true
    }

    /// Whether a cue of visits or talks is read into other words: "received 40 mln Swiss francs", "is going to know".
    fn is_no_visit(&self, cue: &Cue, verb: usize) -> bool {
        match cue.code.as_str() {
            "042" => self.is_going_to_do(verb),
            "043" => !cue.demands && self.receives_things(verb),
            _ => false,
        }
    }

    fn receives_things(&self, verb: usize) -> bool {
        if !self.line.written(verb).starts_with("receiv") {
            return false;
        }
        let guest = |actor: &Actor| is_person(&self.line, actor.mention) || actor.acts && actor.sector.is_some();
        let object = direct_object(&self.line, &self.groups, verb + 1);
        !object.is_some_and(|group| self.groups[group].actors.iter().any(guest))
    }

    /// Whether what follows "to" is a verb: "is going to get", but "is going to neighbouring Y".
    fn is_going_to_do(&self, verb: usize) -> bool {
        let line = &self.line;
        line.written(verb) == "going"
            && line.kind(verb + 1) == Kind::To
            && line.kind(verb + 2) == Kind::Word
            && self.groups.at(verb + 2).is_none()
            && self.groups.at(verb + 3).is_none()
    }

    /// Whether two who speak do so elsewhere than with one another: "spoke at a rally", but "spoke on Monday".
    pub(super) fn speaks_to_audience(&self, verb: usize) -> bool {
        let line = &self.line;
        if !matches!(line.written(verb), "speak" | "speaking" | "speaks" | "spoke" | "spoken") {
            return false;
        }
        match line.written(verb + 1) {
            "after" | "ahead" | "at" | "before" | "during" | "in" | "out" => true,
            "on" => line.kind(verb + 2) != Kind::Adverb,
            _ => false,
        }
    }
}
