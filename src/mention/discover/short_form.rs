//! Short forms that an article explains: "Long Form (LF)", "LF (Long Form)".

use super::{Discovery, is_taken};
use crate::mention::Mention;
use crate::mention::context::standing_alone;
use crate::mention::rule::Rule;
use crate::mention::signal::{BRACKET_AFTER, BRACKET_BEFORE};
use crate::span::Span;
use crate::vocabulary::{Form, Kind};

impl Discovery<'_> {
    /// Short forms that the article explains, "Long Form (LF)" or "LF (Long Form)": later mentions of each.
    pub(in crate::mention) fn short_forms(&self, known: &[Mention]) -> Vec<Mention> {
        let mut found: Vec<Mention> = Vec::new();
        for (number, mention) in known.iter().enumerate() {
            if !mention.beside.meets(BRACKET_BEFORE.and(BRACKET_AFTER)) {
                continue;
            }
            if !matches!(mention.form, Form::Name | Form::Official | Form::Organ) || mention.entity.index().is_none() {
                continue;
            }
            let Some(short) = self.explained_short(mention, number, known) else { continue };
            // Behind a land in brackets stands who reports from it: "Congo (AP)".
            if self.is_land(mention) && !abbreviates(short.of(self.text), mention.span.of(self.text)) {
                continue;
            }
            for span in standing_alone(self.text, short.of(self.text)) {
                if span.start >= short.start && !is_taken(span, known, &found) {
                    let sentence = self.sentences.at(span.start);
                    found.push(Mention::unlisted(span, mention.entity, Form::Abbreviation, Rule::ShortForm, sentence));
                }
            }
        }
        found
    }

    fn is_land(&self, mention: &Mention) -> bool {
        let is_land = |index| matches!(self.data.record(index).kind, Kind::State | Kind::Territory);
        mention.form == Form::Name && mention.entity.index().is_some_and(is_land)
    }

    fn explained_short(&self, mention: &Mention, number: usize, known: &[Mention]) -> Option<Span> {
        let taken = |span: Span| {
            known[number.saturating_sub(2)..(number + 3).min(known.len())].iter().any(|m| m.span.overlaps(span))
        };
        let behind = &self.text[mention.span.end..];
        if let Some(inner) = behind.strip_prefix(" (") {
            let end = inner.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '+')?;
            let span = Span::new(mention.span.end + 2, mention.span.end + 2 + end);
            return (inner[end..].starts_with([')', ',', ';']) && is_short(&inner[..end]) && !taken(span))
                .then_some(span);
        }
        let ahead = self.text[..mention.span.start].strip_suffix(" (")?;
        if !behind.starts_with(')') {
            return None;
        }
        let short = ahead.rsplit(|c: char| !c.is_alphanumeric() && c != '-' && c != '+').next()?;
        let span = Span::new(ahead.len() - short.len(), ahead.len());
        (is_short(short) && !taken(span)).then_some(span)
    }
}

/// Whether a short form begins as the name does, and has its letters in their order from there.
fn abbreviates(short: &str, name: &str) -> bool {
    let lower = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<Vec<_>>();
    let (short, name) = (lower(short), lower(name));
    let mut letters = name.iter();
    short.first() == name.first() && short.iter().all(|letter| letters.any(|other| other == letter))
}

/// Two to ten letters, most of them capitals.
fn is_short(word: &str) -> bool {
    let letters = word.chars().count();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    (2..=10).contains(&letters) && capitals * 2 >= letters && capitals >= 2
}
