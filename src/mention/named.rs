//! The entities that an article names, each once.

use super::{EntityRef, Mention};

/// The entities that an article names, numbered in the order of their ids, and which mentions are whose.
#[derive(Clone, Debug, Default)]
pub(crate) struct Named {
    /// By number.
    entities: Vec<EntityRef>,
    /// The number of each entity, by entity.
    numbers: Vec<(EntityRef, u32)>,
    /// Of each mention, the number of its entity.
    of_mentions: Vec<u32>,
    /// The mentions, by number: those of the first entity, of the second, and so on.
    mentions: Vec<u32>,
    /// Where in `mentions` those of each entity begin; one more at the end.
    first: Vec<u32>,
}

impl Named {
    /// Listed entities compare as their ids do; `id` is asked for where the text introduced others.
    pub(super) fn new<'i>(all: &[Mention], id: impl Fn(EntityRef) -> &'i str) -> Self {
        // Entity and mention in one number, which sorts faster than two.
        let mut sorted: Vec<u64> =
            (0..).zip(all).map(|(number, mention)| u64::from(mention.entity.0) << 32 | number).collect();
        sorted.sort_unstable();
        let entity = |number: u64| EntityRef((number >> 32) as u32);
        let mut groups: Vec<&[u64]> = Vec::with_capacity(all.len());
        groups.extend(sorted.chunk_by(|&a, &b| entity(a) == entity(b)));
        if sorted.last().is_some_and(|&last| entity(last).index().is_none()) {
            groups.sort_by_key(|group| id(entity(group[0])));
        }
        let mut named = Self { of_mentions: vec![0; all.len()], ..Self::default() };
        named.mentions.reserve_exact(all.len());
        named.first.reserve_exact(groups.len() + 1);
        for (number, group) in (0..).zip(&groups) {
            named.first.push(named.mentions.len() as u32);
            for &mention in *group {
                let mention = mention as u32;
                named.of_mentions[mention as usize] = number;
                named.mentions.push(mention);
            }
        }
        named.first.push(named.mentions.len() as u32);
        named.entities = groups.iter().map(|group| entity(group[0])).collect();
        named.numbers = named.entities.iter().copied().zip(0..).collect();
        named.numbers.sort_unstable();
        named
    }

    /// The entities, by id.
    pub(crate) fn entities(&self) -> &[EntityRef] {
        &self.entities
    }

    /// The number of a mention's entity.
    pub(crate) fn of_mention(&self, mention: usize) -> u32 {
        self.of_mentions[mention]
    }

    /// The number of an entity that is named.
    pub(crate) fn number(&self, entity: EntityRef) -> u32 {
        self.numbers[self.numbers.partition_point(|&(other, _)| other < entity)].1
    }

    /// The mentions of an entity, by its number.
    pub(crate) fn mentions_of(&self, number: usize) -> &[u32] {
        &self.mentions[self.first[number] as usize..self.first[number + 1] as usize]
    }
}
