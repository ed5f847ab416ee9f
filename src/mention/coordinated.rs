//! Names that share their last words with the one after them: "Donetsk and Luhansk People's Republics".

use super::context::{is_name_like, word_before};
use super::rule::Rule;
use super::signal::LINK_BEFORE;
use super::{EntityRef, Mention};
use crate::gazetteer::Data;
use crate::matcher::Matcher;
use crate::span::Span;
use crate::vocabulary::{Form, Kind};

/// The shared names of one article.
pub(super) struct Coordinated<'r> {
    pub(super) data: &'r Data,
    pub(super) names: &'r Matcher,
    pub(super) text: &'r str,
}

impl Coordinated<'_> {
    /// The mentions that the ones after them complete.
    pub(super) fn find(&self, mentions: &[Mention]) -> Vec<Mention> {
        mentions
            .iter()
            .filter(|mention| mention.beside.meets(LINK_BEFORE))
            .filter_map(|mention| self.before(mention))
            .collect()
    }

    fn before(&self, mention: &Mention) -> Option<Mention> {
        let name = mention.span.of(self.text);
        let shared = &name[name.find(' ')?..];
        let ahead = &self.text[..mention.span.start];
        let link = [" and ", " or "].into_iter().find(|link| ahead.ends_with(link))?;
        let first = word_before(self.text, mention.span.start - link.len() + 1)?;
        if !is_name_like(first.of(self.text)) {
            return None;
        }
        let whole = format!("{}{shared}", first.of(self.text));
        let entity = self.land(&whole).or_else(|| self.land(whole.strip_suffix('s')?))?;
        (Some(entity) != mention.entity.index()).then(|| {
            let (entity, sentence) = (EntityRef::listed(entity), mention.sentence as usize);
            Mention::unlisted(first, entity, Form::Name, Rule::Coordinated, sentence)
        })
    }

    /// The one land or bloc of the name.
    fn land(&self, name: &str) -> Option<u32> {
        let hit = self.names.longest_at(name, 0).filter(|hit| hit.span == Span::new(0, name.len()))?;
        let aliases = self.names.numbers(hit.spelling).iter().map(|&number| self.data.aliases.get(number as usize));
        let mut entities = aliases.map(|alias| alias.map(|alias| alias.entity));
        let entity = entities.next()??;
        let land = matches!(self.data.record(entity).kind, Kind::State | Kind::Territory | Kind::Bloc);
        (land && entities.all(|other| other == Some(entity))).then_some(entity)
    }
}
