//! The plain deed of a type, where no cue of its own tells which, and the event that a deed at a token makes.

use super::Frame;
use super::manner::Manner;
use super::party::{Pairs, Party};
use crate::event::told::Told;
use crate::relation::Detail;
use crate::vocabulary::{CameoCode, EventType, Modality};

/// What is done, with its code and Goldstein value.
pub(super) type Deed = (EventType, CameoCode, f32);

pub(crate) const ACCUSE: Deed = (EventType::Accuse, CameoCode::new("112"), -2.0);
pub(crate) const AGREE: Deed = (EventType::Agree, CameoCode::new("030"), 4.0);
pub(crate) const CONCEDE: Deed = (EventType::Concede, CameoCode::new("080"), 5.0);
pub(crate) const VISIT: Deed = (EventType::Consult, CameoCode::new("042"), 1.9);
pub(crate) const EXTRADITE: Deed = (EventType::Cooperate, CameoCode::new("063"), 7.4);
pub(crate) const RECEIVE_PEACEKEEPERS: Deed = (EventType::Retreat, CameoCode::new("0861"), 9.0);
pub(crate) const REJECT: Deed = (EventType::Reject, CameoCode::new("120"), -4.0);
pub(crate) const SANCTION: Deed = (EventType::Sanction, CameoCode::new("166"), -7.0);
pub(crate) const SUPPORT: Deed = (EventType::Support, CameoCode::new("051"), 3.4);
pub(crate) const THREATEN: Deed = (EventType::Threaten, CameoCode::new("130"), -4.4);

impl Frame<'_> {
    /// The event that the words at a token tell, put forward in that way by whom they name.
    pub(crate) fn event(
        &self,
        (event, cameo, goldstein): Deed,
        (source, target): (Party, Party),
        at: usize,
        modality: Modality,
        attributed_to: Option<u32>,
    ) -> Told {
        Told {
            event,
            source: source.mention,
            target: target.mention,
            detail: Detail {
                trigger: self.line.tokens[at].span(),
                cue: None,
                cameo,
                goldstein,
                modality,
                attributed_to,
                source_sector: source.sector,
                target_sector: target.sector,
                when: self.when,
            },
        }
    }

    /// Adds the events of a deed that no cue names.
    pub(crate) fn tell_deed(&self, deed: Deed, at: usize, manner: &Manner, found: &Pairs, told: &mut Vec<Told>) {
        let apart = found.iter().filter(|(source, target)| source.mention != target.mention);
        told.extend(apart.map(|&pair| self.event(deed, pair, at, manner.modality, manner.says)));
    }

    /// Of the events told so far those of this sentence.
    pub(crate) fn told_here<'t>(&self, told: &'t [Told]) -> &'t [Told] {
        let start = self.line.tokens[0].start;
        let count = told.iter().rev().take_while(|told| start <= told.detail.trigger.start).count();
        &told[told.len() - count..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is a constant here stands in the lexicon as well, and says the same.
    #[test]
    fn deeds_are_those_of_the_table() {
        let table = include_str!("../../../gazetteer/lexicon/cameo.toml");
        for (event, code, goldstein) in
            [ACCUSE, AGREE, CONCEDE, EXTRADITE, RECEIVE_PEACEKEEPERS, REJECT, SUPPORT, THREATEN, VISIT]
        {
            let row =
                format!("{{ code = {:?}, type = {:?}, goldstein = {goldstein:.1} }}", code.as_str(), event.as_str());
            assert!(table.contains(&row), "{row}");
        }
    }
}
