//! A mention, as a view.

use std::fmt;

use super::Extraction;
use crate::excerpt::single_spaced;
use crate::gazetteer::Entity;
use crate::mention::{self, Rival};
use crate::span::Span;
use crate::vocabulary::Form;

/// A surface in the text that names an entity.
#[derive(Clone, Copy)]
pub struct Mention<'e> {
    pub(super) extraction: &'e Extraction<'e>,
    pub(crate) mention: &'e mention::Mention,
}

impl<'e> Mention<'e> {
    /// Returns the entity named.
    pub fn entity(&self) -> Entity {
        self.extraction.entity(self.mention.entity)
    }

    /// Returns where it stands in the article's text as it was given.
    pub fn span(&self) -> Span {
        self.extraction.reading.original(self.mention.span)
    }

    /// Returns the text as it stands there.
    pub fn surface(&self) -> &'e str {
        self.span().of(self.extraction.article.text())
    }

    /// Returns the surface as a reader sees it: without markup, and with white space made single.
    ///
    /// ```
    /// # #[cfg(feature = "html")] {
    /// let page = "<p>The <b>Euro</b>pean\n Union &amp; C&ocirc;te d&#8217;Ivoire met.";
    /// let found = detente::Extractor::bundled().extract(detente::Article::from_html(page));
    /// let quotes: Vec<String> = found.mentions().map(|mention| mention.quote()).collect();
    /// assert_eq!(quotes, ["European Union", "Côte d’Ivoire"]);
    /// # }
    /// ```
    pub fn quote(&self) -> String {
        single_spaced(self.mention.span.of(self.extraction.text()))
    }

    /// Returns how the text names the entity.
    pub fn form(&self) -> Form {
        self.mention.form
    }

    /// Returns the number of its sentence, from 0.
    pub fn sentence(&self) -> usize {
        self.mention.sentence as usize
    }

    /// Returns in one line why this entity: the alias with its file and line, the rule that chose it, and who else bears
    /// the name and was not meant.
    ///
    /// ```
    /// let found = detente::Extractor::bundled().extract("The Kremlin denied it.");
    /// let why = found.mentions().next().unwrap().why();
    /// assert!(why.starts_with("Kremlin → state:RUS (metonym)"), "{why}");
    ///
    /// let found = detente::Extractor::bundled().extract("Brazzaville said that Congo would vote.");
    /// let why = found.mentions().last().unwrap().why();
    /// assert!(why.ends_with("not state:COD (not named otherwise in the article)"), "{why}");
    /// ```
    pub fn why(&self) -> String {
        let data = &self.extraction.gazetteer.data;
        let alias = self.mention.alias.map(|alias| &data.aliases[alias as usize]);
        let listed = alias.map_or_else(String::new, |alias| {
            let place =
                data.place(alias.origin).map_or_else(String::new, |place| format!(", {}:{}", place.path, place.line));
            let misspelt = if alias.misspelt { ", a misspelling" } else { "" };
            format!("alias “{}”{misspelt}{place}; ", alias.text)
        });
        let (surface, entity, rule) = (self.surface(), self.entity(), self.mention.rule);
        format!("{surface} → {} ({}): {listed}{rule}{}", entity.id(), self.form(), self.why_not_others())
    }

    /// Returns who else bears the name and was not meant, by id; of a name that is listed once nobody.
    ///
    /// ```
    /// let found = detente::Extractor::bundled().extract("Brazzaville said that Congo would vote.");
    /// let congo = found.mentions().last().unwrap();
    /// let others: Vec<String> = congo.others().iter().map(|entity| entity.id().to_owned()).collect();
    /// assert_eq!((congo.entity().id(), &others[..]), ("state:COG", &["state:COD".to_owned()][..]));
    /// ```
    pub fn others(&self) -> Vec<Entity> {
        let data = &self.extraction.gazetteer.data;
        let listed =
            |rival: &Rival| Entity::listed(&self.extraction.gazetteer, data.aliases[rival.alias as usize].entity);
        let mut others: Vec<Entity> = self.rivals().map(listed).collect();
        others.sort();
        others
    }

    /// What bears the name and was not meant, each entity once.
    fn rivals(&self) -> impl Iterator<Item = &'e Rival> + use<'e> {
        let at = self.mention.span.start;
        let rivals = &self.extraction.mentions.rivals;
        let from = rivals.partition_point(|rival| rival.at < at);
        rivals[from..].iter().take_while(move |rival| rival.at == at)
    }

    /// Who else bears the name, and why they were not meant: "; not state:COG (not named otherwise in the article)".
    fn why_not_others(&self) -> String {
        const MOST: usize = 3;
        let data = &self.extraction.gazetteer.data;
        let reasons = [(true, "the words beside it speak against that"), (false, self.mention.rule.of_rivals())];
        let mut lost = String::new();
        for (barred, reason) in reasons {
            let ids: Vec<&str> = self
                .rivals()
                .filter(|rival| rival.barred == barred)
                .map(|rival| &*data.record(data.aliases[rival.alias as usize].entity).id)
                .collect();
            let more = match ids.len().saturating_sub(MOST) {
                0 => String::new(),
                more => format!(" nor {more} more"),
            };
            if !ids.is_empty() {
                lost.push_str(&format!("; not {}{more} ({reason})", ids[..ids.len().min(MOST)].join(", ")));
            }
        }
        lost
    }
}

impl fmt::Debug for Mention<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}@{}", self.span())
    }
}

impl fmt::Display for Mention<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} → {} ({})", self.surface(), self.entity().id(), self.form())
    }
}
