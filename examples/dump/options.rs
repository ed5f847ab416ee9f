//! What the command line says.

use std::path::PathBuf;

use detente::{Clusters, Filter};
use lexopt::prelude::*;

use crate::criteria;
use crate::failure::Failure;
use crate::sources::Sources;

pub(crate) const HELP: &str = "\
dump: what articles say about who relates to whom

usage: dump [OPTIONS] FILE...

  --format FORMAT                what to write (default: summary)
      summary, json, jsonl, dot      of each article; of all as one graph with --merge
      graphml, gexf, gexf-mixed      of all articles as one graph; gexf-mixed is for Gephi alone: what has no
                                     direction is undirected there, which networkx refuses to read
      nodes, edges, csv              the same as tables; csv is both, and needs --output
      events, ntriples               all events as a table; the graph as RDF
      html, svg                      a page of all articles, to look at in a browser; its picture by itself
  --clusters kind|community|none    what dot draws together (default: kind)
  --output PATH                  the file to write (default: standard output); of csv a folder, for nodes.csv and
                                 edges.csv, or what PATH-nodes.csv and PATH-edges.csv begin with
  --bom                          tables begin with a byte order mark: Excel needs it to open them by a double click
  --no-events                    who is named beside whom, and facts; not who did what to whom
  --all-modalities               events only threatened, asked for, denied or hypothetical make edges too
  --merge                        one graph of all articles
  --evidence N                   how many passages stand on each edge of a merged graph (default: 10); counts are exact
  --kind, --type, --class, --sign, --modality, --sector, --source-sector, --target-sector, --entity, --about WORD[,WORD…]
                                 only such relations, between such kinds of entities, of one with such an id
  --at-least N                   only edges that count so much
  --published FROM..UNTIL        only articles of that time (with --merge)
  --explain                      after each summary, why each mention means what it means, which words signal each event,
                                 and which listed names were passed over
";

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Summary,
    Jsonl,
    /// Nodes and edges, each a table in a file of its own.
    Csv,
    Graph(detente::Format),
}

impl Format {
    /// The formats, by their words.
    fn all() -> impl Iterator<Item = (&'static str, Self)> + Clone {
        let graphs = detente::Format::ALL.iter().map(|format| (format.as_str(), Self::Graph(*format)));
        [("summary", Self::Summary), ("jsonl", Self::Jsonl), ("csv", Self::Csv)].into_iter().chain(graphs)
    }

    /// Whether a file holds the documents of several articles. Of the others it holds one, so that all articles are
    /// one graph there.
    pub(crate) fn holds_many(self) -> bool {
        use detente::Format::{Dot, Json};
        matches!(self, Self::Summary | Self::Jsonl | Self::Graph(Json | Dot))
    }
}

pub(crate) struct Options {
    pub(crate) format: Format,
    pub(crate) explain: bool,
    pub(crate) events: bool,
    pub(crate) all_modalities: bool,
    pub(crate) merge: bool,
    pub(crate) filter: Filter,
    /// Of whom, and of which kinds of entity: what these words mean the gazetteer knows.
    pub(crate) about: Vec<String>,
    pub(crate) entities: Vec<String>,
    pub(crate) evidence: usize,
    pub(crate) clusters: Clusters,
    pub(crate) output: Option<PathBuf>,
    pub(crate) bom: bool,
}

impl Options {
    /// Reads the command line; `None` when it asks for help.
    pub(crate) fn from_env() -> Result<Option<(Sources, Self)>, Failure> {
        let mut options = Self {
            format: Format::Summary,
            explain: false,
            events: true,
            all_modalities: false,
            merge: false,
            filter: Filter::new(),
            about: Vec::new(),
            entities: Vec::new(),
            evidence: 10,
            clusters: Clusters::Kind,
            output: None,
            bom: false,
        };
        // Whether something is asked for that chooses among articles.
        let mut of_many = false;
        let sources = Sources::parse(lexopt::Parser::from_env(), |name, parser| {
            of_many |= name == "published";
            options.take(name, parser)
        })?;
        let Some(sources) = sources else { return Ok(None) };
        options.merge |= !options.format.holds_many();
        if (of_many || sources.once) && !options.merge {
            return Err(Failure::Said("--once and --published choose among articles: say --merge".to_owned()));
        }
        if options.format == Format::Csv && options.output.is_none() {
            return Err(Failure::Said(
                "csv is two files: say where by --output, or --format nodes or edges".to_owned(),
            ));
        }
        Ok(Some((sources, options)))
    }

    /// Takes the option of that name, with its value.
    fn take(&mut self, name: &str, parser: &mut lexopt::Parser) -> Result<bool, Failure> {
        match name {
            "format" => self.format = named(&parser.value()?.string()?, "format", Format::all())?,
            "no-events" => self.events = false,
            "all-modalities" => self.all_modalities = true,
            "merge" => self.merge = true,
            "evidence" => self.evidence = parser.value()?.parse()?,
            "clusters" => self.clusters = parser.value()?.string()?.parse::<Clusters>()?,
            "output" => self.output = Some(parser.value()?.into()),
            "bom" => self.bom = true,
            "explain" => self.explain = true,
            "about" => self.about.extend(parser.value()?.string()?.split(',').map(str::to_owned)),
            "entity" => self.entities.extend(parser.value()?.string()?.split(',').map(str::to_owned)),
            _ if criteria::NAMES.contains(&name) => {
                let value = parser.value()?.string()?;
                self.filter = criteria::add(std::mem::take(&mut self.filter), name, &value)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }
}

/// The value of a word.
fn named<T>(word: &str, what: &str, all: impl Iterator<Item = (&'static str, T)> + Clone) -> Result<T, Failure> {
    all.clone().find(|(own, _)| *own == word).map(|(_, value)| value).ok_or_else(|| {
        let words: Vec<&str> = all.map(|(own, _)| own).collect();
        Failure::Said(format!("`{word}` is no {what}; write one of {}", words.join(", ")))
    })
}
