//! The one file that knows every step from a text to what is found in it.

use std::fmt;
use std::sync::{Arc, LazyLock};

use crate::article::{Article, split};
use crate::error::Error;
use crate::event::{Events, Words};
use crate::extraction::Extraction;
use crate::gazetteer::Gazetteer;
use crate::lexicon::Lexicon;
use crate::matcher::{Matcher, Pattern, Scanner};
use crate::mention::{Guards, Halves, Resolver, Spellings, describing_nouns, signals};
use crate::parallel::both;
use crate::relation::{Relations, Window, co_occurrences, facts};
use crate::vocabulary::Case;

/// Finds mentions and relations in articles: a compiled gazetteer, as a cheap handle.
///
/// ```
/// use detente::Extractor;
///
/// let found = Extractor::bundled().extract("Tokyo and Seoul restored their hotline.");
/// let ids: Vec<String> = found.entities().iter().map(|entity| entity.id().to_owned()).collect();
/// assert_eq!(ids, ["state:JPN", "state:KOR"]);
/// ```
#[derive(Clone)]
pub struct Extractor {
    compiled: Arc<Compiled>,
    window: Window,
    all_modalities: bool,
}

struct Compiled {
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    scanner: Scanner,
    spellings: Spellings,
    guards: Guards,
    roles: Matcher,
    descriptions: Matcher,
    halves: Halves,
    /// The lexicon of events, where they are asked for.
    words: Option<Words>,
}

impl Extractor {
    /// Returns an extractor over [`Gazetteer::bundled`]; it is compiled once, at the first call.
    ///
    /// # Panics
    ///
    /// Never for a published crate: that the shipped data compiles is one of its tests.
    pub fn bundled() -> Self {
        static BUNDLED: LazyLock<Extractor> = LazyLock::new(|| {
            let built = Extractor::builder().build();
            built.unwrap_or_else(|error| panic!("the bundled gazetteer does not compile: {error}"))
        });
        BUNDLED.clone()
    }

    /// Returns a builder with the defaults.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// Returns the gazetteer that it was compiled from.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.compiled.gazetteer
    }

    pub(crate) fn scanner(&self) -> &Scanner {
        &self.compiled.scanner
    }

    /// Finds the mentions in an article and the relations between them. Text of any kind is no error. An undated article
    /// whose dateline is unmistakable is dated by it.
    pub fn extract<'a>(&self, article: impl Into<Article<'a>>) -> Extraction<'a> {
        let article = article.into();
        let Compiled { gazetteer, lexicon, scanner, spellings, guards, roles, descriptions, halves, words } =
            &*self.compiled;
        let reading = article.markup().read(article.text());
        let article = article.with_dateline_of(&reading);
        let text = reading.text(article.text());
        let sentences = split(text);
        let date = article.date();
        let data = &gazetteer.data;
        let resolver = Resolver {
            data,
            lexicon,
            scanner,
            spellings,
            guards,
            roles,
            descriptions,
            halves,
            text,
            sentences: &sentences,
            date,
        };
        let mentions = resolver.resolve();
        let mut relations = Relations::with_room_for(mentions.named.entities().len());
        co_occurrences(text, &mentions, &sentences, self.window, &mut relations);
        if let Some(words) = words {
            let events = Events {
                data,
                cues: &lexicon.cues,
                words,
                text,
                sentences: &sentences,
                mentions: &mentions.all,
                introduced: &mentions.discovered,
                date,
                all_modalities: self.all_modalities,
            };
            events.find(&mentions.named, &mut relations);
        }
        if let Some(date) = date {
            facts(&mentions.named, date, data, &mut relations);
        }
        Extraction {
            gazetteer: gazetteer.clone(),
            window: self.window,
            article,
            reading,
            sentences,
            mentions,
            relations,
        }
    }
}

impl fmt::Debug for Extractor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Extractor").field("gazetteer", self.gazetteer()).field("window", &self.window).finish()
    }
}

/// Builds an [`Extractor`].
#[derive(Clone, Debug)]
#[must_use]
pub struct ExtractorBuilder {
    gazetteer: Option<Gazetteer>,
    window: Window,
    events: bool,
    all_modalities: bool,
}

impl Default for ExtractorBuilder {
    fn default() -> Self {
        Self { gazetteer: None, window: Window::default(), events: true, all_modalities: false }
    }
}

impl ExtractorBuilder {
    /// Sets the gazetteer. Default: [`Gazetteer::bundled`].
    pub fn gazetteer(mut self, gazetteer: Gazetteer) -> Self {
        self.gazetteer = Some(gazetteer);
        self
    }

    /// Sets the window in which mentions co-occur. Default: one sentence.
    pub fn window(mut self, window: Window) -> Self {
        self.window = window;
        self
    }

    /// Says whether to look for events: who did what to whom. Without them only co-occurrences and facts are found, in
    /// less than half the time. Default: yes.
    ///
    /// ```
    /// use detente::{Extractor, RelationKind};
    ///
    /// let extractor = Extractor::builder().events(false).build()?;
    /// let found = extractor.extract("Chile thanked Peru.");
    /// let kinds: Vec<RelationKind> = found.relations().map(|relation| relation.kind()).collect();
    /// assert_eq!(kinds, [RelationKind::CoOccurrence]);
    /// # Ok::<(), detente::Error>(())
    /// ```
    pub fn events(mut self, events: bool) -> Self {
        self.events = events;
        self
    }

    /// Says whether events that are only threatened, asked for, denied or hypothetical make edges too. Default: no.
    pub fn all_modalities(mut self, all: bool) -> Self {
        self.all_modalities = all;
        self
    }

    /// Compiles the gazetteer.
    ///
    /// # Errors
    ///
    /// When its names are too many for one automaton (some ten millions).
    pub fn build(self) -> Result<Extractor, Error> {
        let gazetteer = self.gazetteer.unwrap_or_else(Gazetteer::bundled);
        let lexicon = Lexicon::bundled();
        let data = &gazetteer.data;
        let rest = || -> Result<_, Error> {
            let words = self.events.then(|| Words::new(&lexicon.cues));
            let guards = Guards::new(data, &lexicon)?;
            let nouns = (0..).zip(&lexicon.people.roles);
            let nouns = nouns.flat_map(|(number, role)| role.nouns.iter().map(move |noun| (&**noun, number)));
            let roles = nouns_in_any_case(nouns)?;
            let descriptions = describing_nouns(data);
            let descriptions = nouns_in_any_case(descriptions.iter().map(|(noun, number)| (&**noun, *number)))?;
            Ok((words, guards, roles, descriptions, Halves::new(data), signals(data, &lexicon)))
        };
        // The automaton over all names takes longer than all the rest.
        let (rest, names) = both(rest, || names(&gazetteer, &lexicon));
        let (words, guards, roles, descriptions, halves, signals) = rest?;
        let scanner = Scanner::new(names?, signals);
        let spellings = Spellings::new(&scanner.names, data);
        let compiled = Compiled { gazetteer, lexicon, scanner, spellings, guards, roles, descriptions, halves, words };
        Ok(Extractor { compiled: Arc::new(compiled), window: self.window, all_modalities: self.all_modalities })
    }
}

/// The automaton over all names, and over the words that make something else of a name.
fn names(gazetteer: &Gazetteer, lexicon: &Lexicon) -> Result<Matcher, Error> {
    let aliases = (0..).zip(&gazetteer.data.aliases);
    let aliases = aliases.map(|(number, alias)| Pattern { text: &alias.text, case: alias.case, number });
    Matcher::new(aliases.chain(Guards::context_words(&gazetteer.data, lexicon)))
}

fn nouns_in_any_case<'n>(nouns: impl IntoIterator<Item = (&'n str, u32)>) -> Result<Matcher, Error> {
    Matcher::new(nouns.into_iter().map(|(text, number)| Pattern { text, case: Case::Any, number }))
}
