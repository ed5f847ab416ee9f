//! The entities that an article names, each once.

use super::{EntityRef, Mention};

/// The entities that an article names, numbered in the order of their ids, and which mentions are whose.
#[derive(Clone, Debug, Default)]
pub(crate) struct Named {
    /// By number.
    entities: Vec<EntityRef>,
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
        // Entities and numbers of mentions, as one number each.
        let mut sorted: Vec<u64> =
            (0..).zip(all).map(|(number, mention)| u64::from(mention.entity.0) << 32 | number).collect();
        sorted.sort_unstable();
        let mut groups: Vec<&[u64]> = Vec::with_capacity(all.len());
        groups.extend(sorted.chunk_by(|a, b| a >> 32 == b >> 32));
        let entity = |group: &[u64]| EntityRef((group[0] >> 32) as u32);
        let listed = groups.partition_point(|group| entity(group).index().is_some());
        for number in listed..groups.len() {
            let other = id(entity(groups[number]));
            let place = groups[..number].partition_point(|group| id(entity(group)) <= other);
            groups[place..=number].rotate_right(1);
        }
        let mut named = Self {
            entities: groups.iter().map(|group| entity(group)).collect(),
            of_mentions: vec![0; all.len()],
            mentions: Vec::with_capacity(all.len()),
            first: Vec::with_capacity(groups.len() + 1),
        };
        for (number, group) in (0..).zip(groups) {
            named.first.push(named.mentions.len() as u32);
            for mention in group.iter().map(|&mention| mention as u32) {
                named.mentions.push(mention);
                named.of_mentions[mention as usize] = number;
            }
        }
        named.first.push(all.len() as u32);
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

    /// The mentions of an entity, by its number.
    pub(crate) fn mentions_of(&self, number: usize) -> &[u32] {
        &self.mentions[self.first[number] as usize..self.first[number + 1] as usize]
    }
}
