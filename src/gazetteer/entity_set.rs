//! Sets of entities, by index.

use super::record::Record;

/// A set of entities, by index.
#[derive(Clone, Debug)]
pub(crate) struct EntitySet(Vec<u64>);

impl EntitySet {
    /// The empty set of so many entities.
    pub(crate) fn new(entities: usize) -> Self {
        Self(vec![0; entities.div_ceil(64)])
    }

    pub(crate) fn insert(&mut self, index: u32) {
        self.0[index as usize / 64] |= 1 << (index % 64);
    }

    pub(crate) fn contains(&self, index: u32) -> bool {
        self.0[index as usize / 64] >> (index % 64) & 1 != 0
    }

    /// The records that are such.
    pub(crate) fn of(records: &[Record], is_such: impl Fn(&Record) -> bool) -> Self {
        let mut set = Self::new(records.len());
        (0..).zip(records).filter(|(_, record)| is_such(record)).for_each(|(index, _)| set.insert(index));
        set
    }

    /// Those of 64 entities whose indices lie side by side, as bits; the index of the first one, by 64.
    pub(super) fn block(&self, number: u32) -> u64 {
        self.0[number as usize]
    }
}
