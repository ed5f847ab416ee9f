//! Who is accused by a verb of saying, of what it says: "Y had raided its villages, X charged", "X alleged that Y had raided them".

use crate::event::clause::{Left, behind};
use crate::event::frame::party::{Pairs, Party, is_among, pairs};
use crate::event::frame::speech::{self, Said};
use crate::event::frame::{Frame, deed};
use crate::event::text::Kind;
use crate::event::told::Told;
use crate::lexicon::Clause;
use crate::vocabulary::{Class, EventType, Modality};

impl Frame<'_> {
    /// Who accuses whom of what a verb says, in words that are put into somebody's mouth: of a passive who did it.
    pub(super) fn charged(&self, verb: usize, left: &Left, subject: &[Party]) -> Pairs {
        let said = speech::said(&self.line, &self.groups, &self.before.subject);
        let Some(said) = speech::speaker_at(&said, verb) else { return Pairs::new() };
        let supposed = |at: usize| self.line.is_clause(at, Clause::Conditional);
        if left.conditional
            || left.future
            || (verb.saturating_sub(4)..verb).any(supposed)
            || self.is_without_proof(verb)
        {
            return Pairs::new();
        }
        let accused = match left.passive {
            true => self.agents(behind::agent(&self.line, &self.groups, verb + 1, 12)),
            false => subject.into(),
        };
        let own = accused.iter().any(|party| {
            is_among(&self.line, party.mention, said.speaker())
                || said.speaker().iter().any(|speaker| self.leads(speaker, party))
        });
        if own { Pairs::new() } else { pairs(said.speaker(), &accused) }
    }

    /// Whether what a verb says is said to be unproven: "has seen no evidence that Y is making bombs".
    fn is_without_proof(&self, verb: usize) -> bool {
        let line = &self.line;
        let near = (verb.saturating_sub(10)..verb).rev().take_while(|&at| line.kind(at) != Kind::Break);
        let mut proof = near.filter(|&at| {
            matches!(
                line.written(at),
                "evidence" | "indication" | "indications" | "proof" | "sign" | "signs" | "trace" | "traces"
            )
        });
        let none = |at: usize| line.written(at) == "no" || line.negates(at);
        proof.any(|at| (at.saturating_sub(4)..at).any(none))
    }

    /// Adds the accusations that such verbs make of the events told from `first` on.
    pub(crate) fn charges(&self, said: &[Said], first: usize, told: &mut Vec<Told>) {
        let line = &self.line;
        let charges = said.iter().filter(|said| {
            matches!(
                line.written(said.verb()),
                "alleged" | "alleges" | "charged" | "charges" | "complained" | "complains"
            )
        });
        for said in charges {
            let start = |at: usize| line.tokens.get(at).map_or(usize::MAX, |token| token.start);
            let words = start(said.words().start)..start(said.words().end);
            for number in first..told.len() {
                let deed = &told[number];
                let (source, trigger) = (deed.source, deed.detail.trigger.start);
                let harm = matches!(deed.event.class(), Class::MaterialConflict) && words.contains(&trigger);
                let accused = |told: &Told| {
                    told.event == EventType::Accuse && is_among(line, told.target, &[Party::named(source)])
                };
                if !harm || is_among(line, source, said.speaker()) || told[first..].iter().any(accused) {
                    continue;
                }
                let accusation = |&speaker: &Party| {
                    self.event(deed::ACCUSE, (speaker, Party::named(source)), said.verb(), Modality::Asserted, None)
                };
                let accusations: Vec<Told> = said.speaker().iter().map(accusation).collect();
                told.extend(accusations);
            }
        }
    }
}
