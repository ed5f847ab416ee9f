//! Many graphs as one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::article::ArticleRecord;
use super::assemble::Parts;
use super::edge::{Grounds, Held};
use super::node::Node;
use super::passage::{Detail, Passage};
use super::{Counted, RelationGraph};
use crate::error::Error;
use crate::gazetteer::Entity;
use crate::relation::Window;

impl RelationGraph {
    /// Returns one graph of all the articles of the given ones. Whatever their order and however they are grouped, the
    /// same articles give the same graph, to the byte.
    ///
    /// An article that stands in several of them counts once; [`repeated`](Self::repeated) tells. Of two articles with
    /// one id and different texts the one that sorts first is kept. People whom articles introduced are one where name
    /// and state agree; of namesakes the ids are told apart by the state (`leader:ana-paz~BOL`).
    ///
    /// ```
    /// use detente::{Article, Extractor, RelationGraph};
    ///
    /// let extractor = Extractor::bundled();
    /// let graph = |text, date| extractor.extract(Article::new(text).with_date(date)).into_graph();
    /// let june = graph("Chile met Peru.", "2024-06-12".parse()?);
    /// let july = graph("Peru thanked Chile.", "2024-07-01".parse()?);
    /// let both = RelationGraph::merged([july, june])?;
    /// assert_eq!(both.node("state:PER").unwrap().articles(), 2);
    /// # Ok::<(), detente::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When they count co-occurrence in different windows.
    pub fn merged(graphs: impl IntoIterator<Item = RelationGraph>) -> Result<Self, Error> {
        let graphs: Vec<RelationGraph> = graphs.into_iter().filter(|graph| !graph.articles.is_empty()).collect();
        let window = graphs.first().map_or_else(Window::default, |graph| graph.window);
        if let Some(other) = graphs.iter().find(|graph| graph.window != window) {
            return Err(Error::new(
                format!("graphs of different windows do not merge: {window} and {}", other.window),
                "extract all articles with one window",
            ));
        }
        let kept = Kept::of(&graphs);
        let names = Names::of(&graphs, &kept);
        let mut parts = Parts::default();
        for graph in graphs {
            let (nodes, edges) = graph.graph.0.into_nodes_edges();
            let entities: Vec<Entity> = nodes.iter().map(|node| names.entity(&node.weight.entity)).collect();
            for (node, entity) in nodes.into_iter().zip(&entities) {
                let shares = node.weight.shares.into_iter().filter_map(|share| {
                    let article = kept.article(&share.article)?;
                    Some(share.mentions.into_iter().map(move |mentioned| (Arc::clone(&article), mentioned)))
                });
                let mentions: Vec<_> = shares.flatten().collect();
                if !mentions.is_empty() {
                    parts.add_node(entity.clone(), mentions);
                }
            }
            for edge in edges {
                let ends = (entities[edge.source().index()].id(), entities[edge.target().index()].id());
                let grounds = match edge.weight.grounds {
                    Grounds::Passages(passages) => Grounds::Passages(
                        passages
                            .into_iter()
                            .filter_map(|passage| Some(Passage { article: kept.article(&passage.article)?, ..passage }))
                            .map(|passage| names.passage(passage))
                            .collect(),
                    ),
                    Grounds::Held(held) => Grounds::Held(
                        held.into_iter()
                            .filter_map(|held| Some(Held { article: kept.article(&held.article)?, ..held }))
                            .collect(),
                    ),
                };
                parts.add_edge(ends, edge.weight.kind, grounds);
            }
        }
        Ok(parts.into_graph(kept.articles, window))
    }
}

/// The articles of a merged graph: one for each id.
struct Kept {
    articles: Vec<Counted>,
}

impl Kept {
    fn of(graphs: &[RelationGraph]) -> Self {
        let mut all: Vec<&Counted> = graphs.iter().flat_map(|graph| &graph.articles).collect();
        all.sort_by(|a, b| a.article.identity().cmp(&b.article.identity()).then_with(|| a.article.cmp(&b.article)));
        let groups = all.chunk_by(|a, b| a.article.identity() == b.article.identity());
        let mut articles: Vec<Counted> = groups
            .map(|group| Counted {
                article: Arc::clone(&group[0].article),
                times: group.iter().map(|counted| counted.times).sum(),
            })
            .collect();
        articles.sort_by(|a, b| a.article.cmp(&b.article));
        Self { articles }
    }

    /// The article that stands for it; none when another of its id is kept.
    fn article(&self, article: &Arc<ArticleRecord>) -> Option<Arc<ArticleRecord>> {
        let found = self.articles.binary_search_by(|counted| counted.article.cmp(article));
        found.ok().map(|place| Arc::clone(&self.articles[place].article))
    }
}

/// The ids under which discovered people who share a name are told apart.
struct Names {
    /// For each id that somebody discovered bears, the different people who bear it.
    bearers: BTreeMap<String, BTreeSet<Bearer>>,
}

/// Who bears a name: one whom the gazetteer lists, or one who serves that state or bloc, as far as is known.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Bearer {
    Listed,
    Discovered(Option<String>),
}

impl Names {
    fn of(graphs: &[RelationGraph], kept: &Kept) -> Self {
        let mut bearers: BTreeMap<String, BTreeSet<Bearer>> = BTreeMap::new();
        let is_kept = |node: &&Node| node.shares.iter().any(|share| kept.article(&share.article).is_some());
        for node in graphs.iter().flat_map(RelationGraph::nodes).filter(is_kept) {
            let bearer = Bearer::of(&node.entity);
            bearers.entry(plain_id(node.entity.id()).to_owned()).or_default().insert(bearer);
        }
        bearers.retain(|_, bearers| bearers.len() > 1);
        Self { bearers }
    }

    /// The entity under the id that it has in the merged graph.
    fn entity(&self, entity: &Entity) -> Entity {
        let plain = plain_id(entity.id());
        if !entity.is_discovered() {
            return entity.clone();
        }
        match self.bearers.contains_key(plain) {
            false => entity.renamed(plain),
            true => {
                let key = entity.discovered_of().and_then(|of| of.split_once(':')).map_or("", |(_, key)| key);
                entity.renamed(&format!("{plain}{TOLD_APART}{key}"))
            }
        }
    }
}

impl Names {
    /// The passage, with who says so under the id of the merged graph.
    fn passage(&self, mut passage: Passage) -> Passage {
        if let Detail::Told(told) = &mut passage.detail
            && let Some(speaker) = &mut told.attributed_to
        {
            *speaker = self.entity(speaker);
        }
        passage
    }
}

impl Bearer {
    fn of(entity: &Entity) -> Self {
        match entity.is_discovered() {
            true => Self::Discovered(entity.discovered_of().map(str::to_owned)),
            false => Self::Listed,
        }
    }
}

/// What stands between a discovered person's id and the state that tells namesakes apart; no id contains it.
const TOLD_APART: char = '~';

fn plain_id(id: &str) -> &str {
    id.split(TOLD_APART).next().unwrap_or(id)
}
