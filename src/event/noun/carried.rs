//! Who does a noun's deed, and to whom, where a verb that only carries the noun says so: "an appeal for aid was addressed to Y by
//! X", "words of praise for Y came from X".

use crate::event::clause::behind;
use crate::event::frame::Frame;
use crate::event::frame::party::{Parties, is_among};
use crate::event::text::Kind;
use crate::lexicon::{Clause, Cue, Cues};
use crate::vocabulary::EventType;
use crate::word::WordList;

/// How far behind a noun the verb that carries it stands, in tokens.
const REACH: usize = 28;

/// Participles of verbs that say of a deed no more than that it is done.
#[rustfmt::skip]
static CARRIES: WordList<128> = WordList::new(&[
    "addressed", "adopted", "announced", "approved", "conveyed", "declared", "decreed", "delivered", "directed", "enacted",
    "expressed", "extended", "filed", "given", "imposed", "issued", "launched", "laid", "levelled", "leveled", "lodged",
    "made", "mounted", "ordered", "passed", "placed", "presented", "proclaimed", "put", "raised", "sent", "staged",
    "submitted", "transmitted", "undertaken", "unveiled", "voiced", "voted",
]);

impl Frame<'_> {
    /// The sources and targets of the noun that ends at a token; what is missing is what its verb names.
    pub(crate) fn carried(&self, cue: &Cue, noun: usize, sources: Parties, targets: Parties) -> (Parties, Parties) {
        let verbal = !matches!(cue.event, None | Some(EventType::Assault | EventType::Join | EventType::Withdraw));
        if !sources.is_empty() && !targets.is_empty() || !verbal || cue.undergone || cue.reciprocal {
            return (sources, targets);
        }
        let Some((verb, agent)) = self.carrier(noun) else { return (sources, targets) };
        let source = behind::group(&self.line, &self.groups, agent, verb + 1, 12);
        let target = behind::group(&self.line, &self.groups, &[Cues::TO], verb + 1, 8);
        let source = if sources.is_empty() { self.agents(source) } else { sources };
        // "an embargo on trade with Y was approved by X": the only one whom the noun's phrase names.
        let between = || {
            let mut near = (noun + 1..verb).filter_map(|at| self.groups.at(at));
            let first = near.next()?;
            near.all(|group| group == first).then_some(first).filter(|_| agent.is_empty())
        };
        let target = target.or_else(|| between().filter(|_| targets.is_empty()));
        let targets = match (target, cue.event) {
            (Some(target), Some(event)) => self.targets(target, event),
            _ => targets,
        };
        let own = source.iter().any(|source| is_among(&self.line, source.mention, &targets));
        if own { (Parties::new(), Parties::new()) } else { (source, targets) }
    }

    /// Whether a participle hangs on the noun before it.
    fn is_reduced(&self, at: usize) -> bool {
        matches!(self.line.kind(at + 1), Kind::By | Kind::Preposition)
    }

    /// The verb that carries a noun before it, and the preposition of who does it; none is "by".
    fn carrier(&self, noun: usize) -> Option<(usize, &'static [u16])> {
        let line = &self.line;
        let end = line.tokens.len().saturating_sub(1).min(noun + REACH);
        let mut at = noun + 1;
        while at < end {
            if let Some(group) = self.groups.at(at) {
                at = self.groups[group].last() + 1;
                continue;
            }
            let verb = match line.kind(at) {
                // "a call for tents, addressed to Y".
                Kind::Comma if CARRIES.holds(line.written(at + 1)) => at + 1,
                Kind::Break | Kind::Comma | Kind::That => return None,
                Kind::Be => (at + 1..end).find(|&next| !matches!(line.kind(next), Kind::Adverb | Kind::Be))?,
                _ if line.is_clause(at, Clause::Relative) => return None,
                Kind::Word if matches!(line.written(at), "gone" | "went") && line.written(at + 1) == "out" => {
                    return Some((at, &[Cues::FROM]));
                }
                Kind::Word if matches!(line.written(at), "came" | "comes") => {
                    return (line.written(at + 1) == "from").then_some((at, &[Cues::FROM]));
                }
                // "seamen held by gunmen".
                Kind::Word if line.begins_predicate(at) && !self.is_reduced(at) => return None,
                _ => {
                    at += 1;
                    continue;
                }
            };
            return CARRIES.holds(line.written(verb)).then_some((verb, &[]));
        }
        None
    }
}
