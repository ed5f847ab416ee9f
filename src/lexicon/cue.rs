//! Event cues: where their sources and targets stand, and what words they ask for.

use smallvec::SmallVec;

use crate::vocabulary::{CameoCode, EventType};

/// A cue, without its words: what a frame asks of it, in one line of memory.
#[derive(Clone, Debug)]
#[repr(align(64))]
pub(crate) struct Cue {
    /// Its place among all cues.
    pub(crate) number: u32,
    pub(crate) code: CameoCode,
    /// `None` of a phrase that looks like a cue and is no event.
    pub(crate) event: Option<EventType>,
    pub(crate) goldstein: f32,
    /// Whether it asks for a word.
    pub(crate) demands: bool,
    /// Prepositions before the target.
    pub(crate) to: SmallVec<[u16; 4]>,
    /// Whether the target may be the direct object.
    pub(crate) direct: bool,
    /// Prepositions before the source, where the subject is the target.
    pub(crate) from: Box<[u16]>,
    /// Whether the source, where the subject is the target, is the direct object: "NATO admitted Poland".
    pub(crate) from_object: bool,
    /// Whether the subject undergoes it.
    pub(crate) undergone: bool,
    pub(crate) reciprocal: bool,
    /// Whether a noun names who does it, or an adjective tells of it: "ally", "wary".
    pub(crate) epithet: bool,
    /// Whether the adjective of an epithet it is, which nobody owns.
    pub(crate) adjective: bool,
    /// Whether relations are its subject: "sour".
    pub(crate) of_ties: bool,
    /// Whether whoever says so accuses the subject: "X said that Y had broken the truce".
    pub(crate) charge: bool,
}

/// Which words a cue asks for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Demand {
    /// Words of which one must follow.
    pub(crate) with: Box<[u16]>,
    /// Words after it that make it no event.
    pub(crate) not_after: Box<[u16]>,
}
