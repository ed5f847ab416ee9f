//! Structural balance: is the enemy's enemy a friend?

use std::collections::BTreeMap;
use std::fmt;

use crate::gazetteer::Entity;
use crate::graph::{Counting, RelationGraph, Tally};
use crate::vocabulary::Sign;

/// The triangles of entities that have dealings with each other, and how many of them are balanced.
#[derive(Clone, Debug, PartialEq)]
pub struct Balance<'g> {
    triangles: Vec<Triangle<'g>>,
}

/// Three entities of which each two are on balance friendly or hostile.
#[derive(Clone, Debug, PartialEq)]
pub struct Triangle<'g> {
    entities: [&'g Entity; 3],
    /// Of the first with the second, the first with the third, the second with the third.
    tallies: [Tally; 3],
}

impl RelationGraph {
    /// Returns the structural balance of the signed graph: every three entities of which each two have a sign, which is
    /// that of their [net cooperation](Tally::sign), events either way taken together. A triangle is balanced when the
    /// product of its signs is positive: three friends, or two with a common enemy (Cartwright & Harary 1956,
    /// *Psychological Review* 63, 277).
    ///
    /// ```
    /// use detente::{Counting, Extractor};
    ///
    /// let text = "Chad thanked Mali. Chad attacked Sudan. Mali praised Sudan.";
    /// let graph = Extractor::bundled().extract(text).into_graph();
    /// let balance = graph.balance(Counting::All);
    /// assert_eq!(balance.degree(), Some(0.0));
    /// assert_eq!(balance.triangles()[0].to_string(), "Mali + Sudan − Chad + Mali");
    /// ```
    pub fn balance(&self, counting: Counting) -> Balance<'_> {
        let entities: Vec<&Entity> = self.nodes().map(|node| node.entity()).collect();
        let mut pairs: BTreeMap<(usize, usize), Tally> = BTreeMap::new();
        for edge in self.graph.0.raw_edges() {
            let (a, b) = (edge.source().index(), edge.target().index());
            *pairs.entry((a.min(b), a.max(b))).or_default() += edge.weight.tally(counting);
        }
        // For each entity those with greater ids.
        let mut signed: Vec<BTreeMap<usize, Tally>> = vec![BTreeMap::new(); entities.len()];
        for ((a, b), tally) in pairs.into_iter().filter(|((a, b), tally)| a != b && tally.sign().is_some()) {
            signed[a].insert(b, tally);
        }
        let mut triangles = Vec::new();
        for (a, others) in signed.iter().enumerate() {
            for (&b, &ab) in others {
                let closing = signed[b].iter().filter_map(|(&c, &bc)| Some((c, *others.get(&c)?, bc)));
                triangles.extend(closing.map(|(c, ac, bc)| Triangle {
                    entities: [entities[a], entities[b], entities[c]],
                    tallies: [ab, ac, bc],
                }));
            }
        }
        Balance { triangles }
    }
}

impl<'g> Balance<'g> {
    /// Returns the triangles, by the ids of the three.
    pub fn triangles(&self) -> &[Triangle<'g>] {
        &self.triangles
    }

    /// Returns how many triangles are balanced.
    pub fn balanced(&self) -> usize {
        self.triangles.iter().filter(|triangle| triangle.is_balanced()).count()
    }

    /// Returns the share of the triangles that are balanced, from 0 to 1; none where there is no triangle.
    pub fn degree(&self) -> Option<f64> {
        let all = self.triangles.len();
        (all > 0).then(|| self.balanced() as f64 / all as f64)
    }
}

impl<'g> Triangle<'g> {
    /// Returns the three, by id.
    pub fn entities(&self) -> [&'g Entity; 3] {
        self.entities
    }

    /// Returns what the events sum up to of the first with the second, of the first with the third, and of the second
    /// with the third.
    pub fn tallies(&self) -> [Tally; 3] {
        self.tallies
    }

    /// Returns whether the product of the signs is positive.
    pub fn is_balanced(&self) -> bool {
        self.tallies.iter().filter(|tally| tally.sign() == Some(Sign::Conflict)).count() % 2 == 0
    }
}

/// Once round, from each to the next: `Mali + Sudan − Chad + Mali`.
impl fmt::Display for Triangle<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = |tally: Tally| if tally.sign() == Some(Sign::Conflict) { '−' } else { '+' };
        let ([a, b, c], [ab, ac, bc]) = (self.entities, self.tallies.map(sign));
        write!(f, "{a} {ab} {b} {bc} {c} {ac} {a}")
    }
}
