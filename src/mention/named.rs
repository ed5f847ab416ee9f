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
        // At first each entity has the number of its first appearance: there are far fewer entities to sort than mentions.
        let mut numbers: Vec<(EntityRef, u32)> = Vec::with_capacity(all.len() / 2);
        let mut of_mentions = Vec::with_capacity(all.len());
        // By hash, with open addressing, one more than the number of an entity.
        let mut slots = vec![0_u32; (2 * all.len() + 1).next_power_of_two()];
        for mention in all {
            let mut slot = mention.entity.0.wrapping_mul(0x9e37_79b1) as usize >> 8 & (slots.len() - 1);
            let number = loop {
                match slots[slot].checked_sub(1) {
                    None => {
                        numbers.push((mention.entity, numbers.len() as u32));
                        slots[slot] = numbers.len() as u32;
                    }
                    Some(number) if numbers[number as usize].0 == mention.entity => break number,
                    Some(_) => slot = (slot + 1) & (slots.len() - 1),
                }
            };
            of_mentions.push(number);
        }
        numbers.sort_unstable();
        let (listed, others) = numbers.split_at(numbers.partition_point(|(entity, _)| entity.index().is_some()));
        let mut by_id = listed.to_vec();
        for &other in others {
            by_id.insert(by_id.partition_point(|&(entity, _)| id(entity) <= id(other.0)), other);
        }
        let mut number_of = vec![0; numbers.len()];
        for (number, &(_, appeared)) in (0..).zip(&by_id) {
            number_of[appeared as usize] = number;
        }
        for number in numbers.iter_mut().map(|(_, number)| number).chain(&mut of_mentions) {
            *number = number_of[*number as usize];
        }
        let entities: Vec<EntityRef> = by_id.iter().map(|&(entity, _)| entity).collect();
        let (first, mentions) = by_number(&of_mentions, entities.len());
        Self { entities, numbers, of_mentions, mentions, first }
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

/// The mentions by the number of their entity, and where those of each begin; one more at the end.
fn by_number(of_mentions: &[u32], entities: usize) -> (Vec<u32>, Vec<u32>) {
    let mut first = vec![0; entities + 1];
    for &number in of_mentions {
        first[number as usize + 1] += 1;
    }
    for number in 0..entities {
        first[number + 1] += first[number];
    }
    let mut next = first.clone();
    let mut mentions = vec![0; of_mentions.len()];
    for (mention, &number) in (0..).zip(of_mentions) {
        let place = &mut next[number as usize];
        mentions[*place as usize] = mention;
        *place += 1;
    }
    (first, mentions)
}
