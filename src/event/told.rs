//! What is told: an event, as a sentence tells it.

use crate::relation::Detail;
use crate::vocabulary::EventType;

/// An event as a sentence tells it.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) event: EventType,
    pub(crate) source: u32,
    pub(crate) target: u32,
    pub(crate) detail: Detail,
}
