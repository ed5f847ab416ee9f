//! Where articles come from, and what they are read with: the options that the examples share.

#[path = "threads.rs"]
mod threads;

use std::num::NonZero;
use std::thread::available_parallelism;

use detente::{Article, Extractor, ExtractorBuilder, Gazetteer, PartialDate, RelationGraph, Window};
use lexopt::prelude::*;

use super::failure::Failure;
use super::input::{Input, articles, files};

/// What the shared options say.
pub(crate) const HELP: &str = "
  FILE is a file of articles, a folder of such files, or - for standard input

  --input text|markdown|html|jsonl    how the input is marked up; else the extension decides (.md, .html, .jsonl)
  --date YYYY[-MM[-DD]]          the date of articles that do not state one
  --window sentence|3-sentences|25-tokens|paragraph|article    within what two names count as together
  --gazetteer PATH               a file or folder over the bundled gazetteer; may be repeated
  --no-bundled                   without the bundled gazetteer
  --threads N                    how many articles are worked on at once (default: one for each core); what is written is
                                 the same
  --once                         of a story that several papers print, one article counts
";

/// Where articles come from, and what they are read with.
pub(crate) struct Sources {
    input: Option<Input>,
    date: Option<PartialDate>,
    window: Window,
    gazetteers: Vec<String>,
    bundled: bool,
    threads: NonZero<usize>,
    pub(crate) once: bool,
    pub(crate) files: Vec<String>,
}

impl Sources {
    pub(crate) fn new() -> Self {
        Self {
            input: None,
            date: None,
            window: Window::default(),
            gazetteers: Vec::new(),
            bundled: true,
            threads: available_parallelism().unwrap_or(NonZero::<usize>::MIN),
            once: false,
            files: Vec::new(),
        }
    }

    /// Reads the command line; `None` when it asks for help. `own` takes the option of that name, with its value, if it
    /// is the example's own, and says whether it was.
    pub(crate) fn parse(
        mut parser: lexopt::Parser,
        mut own: impl FnMut(&str, &mut lexopt::Parser) -> Result<bool, Failure>,
    ) -> Result<Option<Self>, Failure> {
        let mut sources = Self::new();
        while let Some(argument) = parser.next()? {
            match argument {
                Long("help") | Short('h') => return Ok(None),
                Long(name) => {
                    let name = name.to_owned();
                    if !own(&name, &mut parser)? && !sources.take(&name, &mut parser)? {
                        return Err(unexpected(Long(&name)));
                    }
                }
                Value(file) => sources.files.push(file.string()?),
                other => return Err(unexpected(other)),
            }
        }
        match sources.files.is_empty() {
            true => Err("no file is given; name one, or - for standard input (--help)".into()),
            false => Ok(Some(sources)),
        }
    }

    /// Takes the option of that name, with its value, if it is a shared one.
    fn take(&mut self, name: &str, parser: &mut lexopt::Parser) -> Result<bool, Failure> {
        let mut value = || Ok::<_, lexopt::Error>(parser.value()?.to_string_lossy().into_owned());
        match name {
            "input" => self.input = Some(Input::named(&value()?)?),
            "date" => self.date = Some(value()?.parse()?),
            "window" => self.window = value()?.parse()?,
            "gazetteer" => self.gazetteers.push(value()?),
            "no-bundled" => self.bundled = false,
            "threads" => self.threads = value()?.parse().map_err(|error| format!("--threads: {error}"))?,
            "once" => self.once = true,
            _ => return Ok(false),
        }
        Ok(true)
    }

    pub(crate) fn gazetteer(&self) -> Result<Gazetteer, Failure> {
        if self.bundled && self.gazetteers.is_empty() {
            return Ok(Gazetteer::bundled());
        }
        let empty = Gazetteer::builder();
        let first = if self.bundled { empty.bundled() } else { empty };
        Ok(self.gazetteers.iter().fold(first, |builder, path| builder.path(path)).build()?)
    }

    /// A builder of an extractor over that gazetteer.
    pub(crate) fn extractor(&self, gazetteer: &Gazetteer) -> ExtractorBuilder {
        Extractor::builder().gazetteer(gazetteer.clone()).window(self.window)
    }

    /// The articles, file by file.
    fn articles(&self) -> impl Iterator<Item = Result<Article<'static>, Failure>> + '_ {
        let files = self.files.iter().flat_map(|path| match files(path) {
            Ok(files) => files.into_iter().map(Ok).collect(),
            Err(error) => vec![Err(error)],
        });
        files.flat_map(|file| match file.and_then(|file| articles(&file, self.input, self.date)) {
            Ok(articles) => articles.into_iter().map(Ok).collect(),
            Err(error) => vec![Err(error.into())],
        })
    }

    /// Does the work for each article, several at once, and hands on what came of it in the order of the articles.
    pub(crate) fn each<R: Send>(
        &self,
        work: impl Fn(Article<'static>) -> R + Sync,
        mut take: impl FnMut(R) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        threads::in_order(self.articles(), self.threads.get(), |article| article.map(&work), |done| take(done?))
    }

    /// The graph of all articles; the example of that name tells what counts once.
    pub(crate) fn graph(&self, extractor: &Extractor, name: &str) -> Result<RelationGraph, Failure> {
        let mut graphs = Vec::new();
        let work = |article| extractor.extract(article).into_graph();
        self.each(work, |graph| {
            graphs.push(graph);
            Ok(())
        })?;
        let graph = RelationGraph::merged(graphs)?;
        for (article, times) in graph.repeated() {
            eprintln!("{name}: the article {} was given {times} times and counts once", article.id());
        }
        if !self.once {
            return Ok(graph);
        }
        for (article, copies) in graph.copies() {
            let ids: Vec<_> = copies.iter().map(|copy| copy.id()).collect();
            eprintln!("{name}: {} is the story of {}, which counts once", ids.join(", "), article.id());
        }
        Ok(graph.without_copies())
    }
}

fn unexpected(argument: lexopt::Arg<'_>) -> Failure {
    format!("{}; --help lists the options", argument.unexpected()).into()
}
