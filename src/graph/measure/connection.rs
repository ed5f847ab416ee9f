//! How two entities are connected.

use std::fmt;

use super::shortest::{Way, Ways};
use super::view::View;
use crate::gazetteer::Entity;
use crate::graph::{Edge, Passage};
use crate::relation::RelationKind;
use crate::vocabulary::Status;

/// The strongest way from one entity to another, with its evidence.
///
/// It displays as the way in one line, and then each step with its relations and what is told of them:
///
/// ```
/// use detente::{Article, Extractor, Weight};
///
/// let text = "Chile warned Peru on Friday. Peru thanked Japan for its ships.";
/// let article = Article::new(text).dated("2024-06-12")?;
/// let graph = Extractor::bundled().extract(article).into_graph();
/// let view = graph.undirected(Weight::CoOccurrence);
/// let connection = view.connection("state:CHL", "state:JPN").unwrap();
/// assert_eq!(connection.entities().map(|entity| entity.name()).collect::<Vec<_>>(), ["Chile", "Peru", "Japan"]);
/// assert_eq!(
///     connection.to_string(),
///     "\
/// Chile – Peru – Japan
///   Chile – Peru: THREATEN → ×1, named together ×1
///     2024-06-12 “Chile warned Peru on Friday.”
///   Peru – Japan: SUPPORT → ×1, named together ×1
///     2024-06-12 “Peru thanked Japan for its ships.”
/// "
/// );
/// # Ok::<(), detente::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Connection<'g> {
    start: &'g Entity,
    steps: Vec<Step<'g>>,
}

/// A step of a [`Connection`]: two entities that an edge of the view joins.
#[derive(Clone, Debug, PartialEq)]
pub struct Step<'g> {
    source: &'g Entity,
    target: &'g Entity,
    weight: f64,
    relations: Vec<(&'g Entity, &'g Entity, &'g Edge)>,
}

impl<'g> View<'g> {
    /// Returns the strongest way from one entity to another, by their ids: of all ways along its edges the shortest,
    /// an edge being as long as 1/weight (Dijkstra's algorithm), and of equally short ones that with the fewest steps.
    /// None where no way leads there, or an id is no entity of the view. In a directed view ways follow the direction.
    pub fn connection(&self, source: &str, target: &str) -> Option<Connection<'g>> {
        let (start, end) = (self.place(source)?, self.place(target)?);
        let ways = Ways::from(start, Way::Forwards, self);
        // How many steps lead to each, at the fewest, and from where the last of them comes.
        let mut steps: Vec<Option<(usize, usize)>> = vec![None; self.len()];
        for &node in &ways.reached {
            let before = ways.before[node].iter().filter_map(|&before| Some((steps[before]?.0 + 1, before)));
            steps[node] = if node == start { Some((0, start)) } else { before.min() };
        }
        let mut route = vec![end];
        while let Some(&node) = route.last().filter(|node| **node != start) {
            route.push(steps[node]?.1);
        }
        route.reverse();
        let steps = route.windows(2).map(|pair| self.step(pair[0], pair[1]));
        Some(Connection { start: self.entity(start), steps: steps.collect() })
    }

    fn step(&self, source: usize, target: usize) -> Step<'g> {
        let weight = self.outward(source).iter().find(|tie| tie.node == target).map_or(0.0, |tie| tie.weight);
        Step {
            source: self.entity(source),
            target: self.entity(target),
            weight,
            relations: self.relations_between(source, target),
        }
    }

    /// The relations of two nodes: events, then co-occurrence, then facts, each the most told first.
    fn relations_between(&self, source: usize, target: usize) -> Vec<(&'g Entity, &'g Entity, &'g Edge)> {
        let directed = |source, target| {
            let edges = self.edges_from(source, target);
            edges.map(move |edge| (self.entity(source), self.entity(target), edge))
        };
        let mut relations: Vec<_> = directed(source, target).chain(directed(target, source)).collect();
        let rank = |kind: RelationKind| match kind {
            RelationKind::Event(_) => 0,
            RelationKind::CoOccurrence => 1,
            RelationKind::Fact(_) => 2,
        };
        relations.sort_by_key(|(_, _, edge)| (rank(edge.kind()), std::cmp::Reverse(edge.count())));
        relations
    }
}

impl<'g> Connection<'g> {
    /// Returns whom it leads by, from the first to the last.
    pub fn entities(&self) -> impl Iterator<Item = &'g Entity> {
        std::iter::once(self.start).chain(self.steps.iter().map(|step| step.target))
    }

    /// Returns its steps; from an entity to itself there is none.
    pub fn steps(&self) -> &[Step<'g>] {
        &self.steps
    }

    /// Returns how long it is: the sum of 1/weight.
    pub fn length(&self) -> f64 {
        self.steps.iter().fold(0.0, |sum, step| sum + 1.0 / step.weight)
    }
}

impl<'g> Step<'g> {
    /// Returns from whom it leads.
    pub fn source(&self) -> &'g Entity {
        self.source
    }

    /// Returns to whom it leads.
    pub fn target(&self) -> &'g Entity {
        self.target
    }

    /// Returns the weight of the view's edge.
    pub fn weight(&self) -> f64 {
        self.weight
    }

    /// Returns all relations of the two with their source and target, also those that have no weight in the view:
    /// events, then co-occurrence, then facts, each the most frequent first.
    pub fn relations(&self) -> &[(&'g Entity, &'g Entity, &'g Edge)] {
        &self.relations
    }

    /// Returns a passage that tells of the two: the [best](Edge::best_evidence) of the first relation that has one.
    pub fn passage(&self) -> Option<&'g Passage> {
        self.relations.iter().find_map(|(_, _, edge)| edge.best_evidence())
    }
}

impl fmt::Display for Connection<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.start)?;
        for step in &self.steps {
            write!(f, " – {}", step.target)?;
        }
        writeln!(f)?;
        self.steps.iter().try_for_each(|step| write!(f, "{step}"))
    }
}

impl fmt::Display for Step<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "  {} – {}: ", self.source, self.target)?;
        for (number, (source, _, edge)) in self.relations.iter().enumerate() {
            let gap = if number == 0 { "" } else { ", " };
            let arrow = if *source == self.source { '→' } else { '←' };
            match edge.kind() {
                RelationKind::CoOccurrence => write!(f, "{gap}named together ×{}", edge.count())?,
                RelationKind::Event(event) => write!(f, "{gap}{event} {arrow} ×{}", edge.count())?,
                RelationKind::Fact(fact) => {
                    let status = edge.status().and_then(Status::if_no_member);
                    let status = status.map_or_else(String::new, |status| format!(" ({status})"));
                    write!(f, "{gap}{fact}{status} {arrow}")?;
                }
            }
        }
        writeln!(f)?;
        match self.passage() {
            Some(passage) => {
                let date = passage.article().date().map_or_else(String::new, |date| format!("{date} "));
                writeln!(f, "    {date}“{}”", passage.quote())
            }
            None => Ok(()),
        }
    }
}
