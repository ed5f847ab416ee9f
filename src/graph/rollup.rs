//! People rolled up into the states that they serve, states into the blocs to which they belong, on each article's date.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::RelationGraph;
use super::article::ArticleRecord;
use super::assemble::Parts;
use super::edge::{Grounds, Held};
use super::passage::{Detail, Passage, Told};
use crate::date::PartialDate;
use crate::error::Error;
use crate::gazetteer::{Entity, Gazetteer};
use crate::relation::RelationKind;
use crate::vocabulary::{Kind, Office, Status};

/// Whom an entity stands for on a date: a person for the state or bloc served, a state for the blocs that are named.
///
/// - A person stands for that of which they hold an office on the date, and a foreign minister as well as a president:
///   for a state before a territory, for a territory before a bloc. Who holds none, and who leads an opposition, stands
///   for nobody but themselves. On no date only those do who served one all their life.
/// - A member stands for each of the named blocs of which it is a full member on the date, for several if it belongs to
///   several; on no date for none.
///
/// ```
/// use detente::{Gazetteer, RollUp};
///
/// let gazetteer = Gazetteer::bundled();
/// let roll_up = RollUp::new(&gazetteer).bloc("bloc:CSTO")?;
/// let stands_for = |id, date: &str| -> Result<Vec<String>, detente::Error> {
///     let standing = roll_up.stands_for(&gazetteer.get(id).unwrap(), Some(date.parse()?));
///     Ok(standing.iter().map(|entity| entity.id().to_owned()).collect())
/// };
/// assert_eq!(stands_for("leader:islam-karimov", "2010")?, ["bloc:CSTO"]);
/// assert_eq!(stands_for("leader:islam-karimov", "2014")?, ["state:UZB"]);
/// # Ok::<(), detente::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct RollUp {
    gazetteer: Gazetteer,
    blocs: Vec<Entity>,
}

impl RollUp {
    /// Returns the roll-up of people into what they serve.
    pub fn new(gazetteer: &Gazetteer) -> Self {
        Self { gazetteer: gazetteer.clone(), blocs: Vec::new() }
    }

    /// Rolls members up into that bloc as well, by its id.
    ///
    /// # Errors
    ///
    /// When the gazetteer has no bloc of that id.
    pub fn bloc(mut self, id: &str) -> Result<Self, Error> {
        let bloc = self.gazetteer.get(id).filter(|entity| entity.kind() == Kind::Bloc);
        self.blocs.push(bloc.ok_or_else(|| unknown(id))?);
        Ok(self)
    }

    /// Returns whom an entity stands for on the date; itself if for nobody else.
    pub fn stands_for(&self, entity: &Entity, on: Option<PartialDate>) -> Vec<Entity> {
        let served = self.served_by(entity, on);
        let blocs = self.blocs_of(&served, on);
        if blocs.is_empty() { vec![served] } else { blocs }
    }

    /// What a person serves; others serve themselves.
    pub(super) fn served_by(&self, entity: &Entity, on: Option<PartialDate>) -> Entity {
        if entity.is_discovered() {
            let served = entity.discovered_of().and_then(|id| self.gazetteer.get(id));
            return served.unwrap_or_else(|| entity.clone());
        }
        let mut offices = entity.offices();
        offices
            .retain(|held| held.office != Office::OppositionLeader && on.is_none_or(|date| held.period.holds_on(date)));
        // Of a monarch's many realms the one that the gazetteer lists first.
        let first = offices.iter().min_by_key(|held| (rank(&held.of.kind()), held.office));
        match first {
            Some(first) if on.is_some() || offices.iter().all(|other| other.of == first.of) => first.of.clone(),
            _ => entity.clone(),
        }
    }

    /// The named blocs to which what is not a person belongs; a bloc belongs to itself.
    pub(super) fn blocs_of(&self, entity: &Entity, on: Option<PartialDate>) -> Vec<Entity> {
        if self.blocs.contains(entity) {
            return vec![entity.clone()];
        }
        let Some(date) = on.filter(|_| !self.blocs.is_empty()) else { return Vec::new() };
        let mut memberships = self.gazetteer.memberships(entity.id(), Some(date));
        memberships.retain(|membership| membership.status == Status::Member);
        let belongs = |bloc: &&Entity| memberships.iter().any(|membership| membership.entity == **bloc);
        self.blocs.iter().filter(belongs).cloned().collect()
    }
}

fn unknown(id: &str) -> Error {
    Error::new(format!("the gazetteer has no bloc `{id}`"), "write the id of one, such as bloc:CSTO")
}

/// What a person with several offices stands for before other things.
fn rank(kind: &Kind) -> u8 {
    match kind {
        Kind::State => 0,
        Kind::Territory => 1,
        Kind::Bloc => 2,
        _ => 3,
    }
}

impl RelationGraph {
    /// Returns the graph in which every entity is replaced by those for whom it stands, article by article.
    ///
    /// What two say who stand for one and the same is no relation of it, and is left out. Where several who stand for
    /// one share a window or an event, it counts once. Who says so is replaced as well, by the first of several for whom
    /// they stand. Facts are said of the entity itself: those of whoever is replaced are left out.
    ///
    /// ```
    /// use detente::{Article, Extractor, Gazetteer, RollUp};
    ///
    /// let article = Article::new("Emmanuel Macron thanked Olaf Scholz.").dated("2023-05-01")?;
    /// let graph = Extractor::bundled().extract(article).into_graph();
    /// let states = graph.rolled_up(&RollUp::new(&Gazetteer::bundled()));
    /// assert!(states.to_string().contains("France ─SUPPORT→ Germany"));
    /// # Ok::<(), detente::Error>(())
    /// ```
    pub fn rolled_up(&self, roll_up: &RollUp) -> Self {
        let mut standing = Standing { roll_up, known: BTreeMap::new() };
        let mut parts = Parts::default();
        for node in self.nodes() {
            for share in &node.shares {
                let mentions = share.mentions.iter().map(|mentioned| (Arc::clone(&share.article), *mentioned));
                for entity in standing.of(&node.entity, &share.article).iter() {
                    parts.add_node(entity.clone(), mentions.clone());
                }
            }
        }
        let mut evidence: BTreeMap<(String, String, RelationKind), Vec<Passage>> = BTreeMap::new();
        for (source, target, edge) in self.relations() {
            for passage in edge.evidence() {
                let passage = &*standing.said(passage);
                let sources = standing.of(source, &passage.article);
                let targets = standing.of(target, &passage.article);
                let pairs = sources.iter().flat_map(|source| targets.iter().map(move |target| (source, target)));
                for (source, target) in pairs.filter(|(source, target)| source != target) {
                    let (source, target, passage) = turned(source, target, edge.kind, passage.clone());
                    evidence.entry((source.to_owned(), target.to_owned(), edge.kind)).or_default().push(passage);
                }
            }
            let is_as_it_was = |held: &&Held| {
                let mut ends = [source, target].into_iter();
                ends.all(|end| standing.of(end, &held.article).iter().eq([end]))
            };
            let held = edge.held().iter().filter(is_as_it_was).cloned().collect();
            parts.add_edge((source.id(), target.id()), edge.kind, Grounds::Held(held));
        }
        for ((source, target, kind), mut passages) in evidence {
            count_once(&mut passages);
            parts.add_edge((&source, &target), kind, Grounds::Passages(passages.into()));
        }
        parts.into_graph(self.articles.clone(), self.window)
    }
}

/// Whom each entity stands for, remembered by date.
struct Standing<'r> {
    roll_up: &'r RollUp,
    known: BTreeMap<(String, Option<PartialDate>), Arc<[Entity]>>,
}

impl Standing<'_> {
    /// The passage, with those for whom who says so stands in their place.
    fn said<'p>(&mut self, passage: &'p Passage) -> Cow<'p, Passage> {
        let Detail::Told(told) = &passage.detail else { return Cow::Borrowed(passage) };
        let Some(speaker) = &told.attributed_to else { return Cow::Borrowed(passage) };
        let attributed_to = self.of(speaker, &passage.article).first().cloned();
        let told = Told { attributed_to, ..Told::clone(told) };
        Cow::Owned(Passage { detail: Detail::Told(Box::new(told)), ..passage.clone() })
    }

    fn of(&mut self, entity: &Entity, article: &ArticleRecord) -> Arc<[Entity]> {
        let known = self.known.entry((entity.id().to_owned(), article.date));
        let found = known.or_insert_with(|| self.roll_up.stands_for(entity, article.date).into());
        Arc::clone(found)
    }
}

/// A passage of two others than before: co-occurrence is from the smaller id.
fn turned<'e>(
    source: &'e Entity,
    target: &'e Entity,
    kind: RelationKind,
    mut passage: Passage,
) -> (&'e str, &'e str, Passage) {
    if kind == RelationKind::CoOccurrence && source > target {
        std::mem::swap(&mut passage.source, &mut passage.target);
        return (target.id(), source.id(), passage);
    }
    (source.id(), target.id(), passage)
}

/// Of the passages of one window the one in which the two stand nearest is kept, of those of one event the first.
fn count_once(passages: &mut Vec<Passage>) {
    let place = |passage: &Passage| match &passage.detail {
        Detail::Together { window, .. } => (*window).into(),
        Detail::Told(told) => told.trigger,
    };
    let nearness = |passage: &Passage| Reverse(passage.micro_weight());
    passages.sort_by(|a, b| {
        let order = (&a.article, place(a), nearness(a)).cmp(&(&b.article, place(b), nearness(b)));
        order.then_with(|| a.cmp(b))
    });
    passages.dedup_by(|b, a| (&a.article, place(a)) == (&b.article, place(b)));
}
