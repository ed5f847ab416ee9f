//! Which capitals act in an article, and in which somebody only is.

use smallvec::smallvec;

use super::bearer::Meanings;
use super::place::{is_at_seat, is_listed, is_of_city, is_place};
use super::resolve::{Open, Resolver};
use super::signal::{HYPHEN_AFTER, LINK_BEFORE, PLACE_BEFORE, THE};
use super::{EntityRef, Mention};
use crate::gazetteer::{Alias, Data};
use crate::matcher::Signal;
use crate::vocabulary::{Form, Kind};

impl Resolver<'_> {
    /// Tells capitals that act from capitals where somebody is.
    pub(super) fn settle_places(&self, mentions: &mut [Mention]) {
        for number in 0..mentions.len() {
            let mention = mentions[number];
            if mention.form != Form::Metonym {
                continue;
            }
            let Some(alias) = mention.alias.map(|alias| &self.data.aliases[alias as usize]) else { continue };
            let sentence = self.sentences.spans[mention.sentence as usize];
            let followed = mentions.get(number + 1).is_some_and(|next| {
                next.entity == mention.entity
                    && next.form == Form::Name
                    && matches!(&self.text[mention.span.end..next.span.start], ", " | " (")
            });
            let of_bloc = || entity_seat(self.data, &mention).is_some_and(|seat| *seat == *alias.text);
            let placed = match alias.capital || followed || of_bloc() {
                true => {
                    is_place(self.text, mention.span, mention.beside, sentence, followed)
                        || number > 0 && self.goes_on_from(&mentions[number - 1], &mention)
                }
                false => mention.beside.meets(THE) && is_at_seat(self.text, mention.span, sentence),
            };
            if placed {
                mentions[number].form = Form::Place;
            }
        }
    }

    /// Whether a capital stands in a list with a place, at the other end of a way from it, or is its other name.
    fn goes_on_from(&self, place: &Mention, capital: &Mention) -> bool {
        const LISTED: Signal = LINK_BEFORE.and(Signal::MARK_BEFORE).and(PLACE_BEFORE);
        capital.beside.meets(LISTED)
            && place.form == Form::Place
            && place.sentence == capital.sentence
            && is_listed(self.text, place.span, capital.span, place.entity == capital.entity)
    }

    /// Where somebody is, a name is its state's capital, not the seat of a bloc ("in Brussels"), but that of the one bloc of
    /// those that sit there which the article names, if it does not name the state.
    pub(super) fn as_placed<'a>(&self, candidate: &Open, mut names: Meanings<'a>, sure: &[Mention]) -> Meanings<'a> {
        let sentence = self.sentences.spans[candidate.sentence as usize];
        let capital = names.iter().any(|(_, alias)| alias.capital);
        let seat = names.iter().any(|(_, alias)| !alias.capital);
        if !capital || !seat {
            return names;
        }
        // One that acts is the state: "Addis Ababa hosted the talks".
        if !is_place(self.text, candidate.hit.span, candidate.hit.beside, sentence, false) {
            names.retain(|(_, alias)| alias.capital || !alias.after_name);
            return names;
        }
        let is_bloc = |alias: &Alias| self.data.record(alias.entity).kind == Kind::Bloc;
        let times = |alias: &Alias, near: bool| {
            // "a NATO-led force" tells of others.
            let meant = |mention: &&Mention| {
                mention.entity == EntityRef::listed(alias.entity) && !mention.beside.meets(HYPHEN_AFTER)
            };
            let counts = |mention: &&Mention| !near || mention.sentence == candidate.sentence;
            sure.iter().filter(meant).filter(counts).count()
        };
        let named = |alias: &Alias| times(alias, false) > 0;
        let is_city = is_of_city(self.text, candidate.hit.span);
        let at_home = is_city || names.iter().any(|(_, alias)| !is_bloc(alias) && named(alias));
        // The one that the sentence names, else the one named most.
        let host = names
            .iter()
            .filter(|(_, alias)| is_bloc(alias) && named(alias))
            .max_by_key(|(number, alias)| (times(alias, true), times(alias, false), std::cmp::Reverse(*number)));
        match host {
            Some(&host) if !at_home => smallvec![host],
            _ => names.into_iter().filter(|(_, alias)| alias.capital).collect(),
        }
    }
}

/// The town in which the entity sits, if it is a bloc.
fn entity_seat<'d>(data: &'d Data, mention: &Mention) -> Option<&'d str> {
    data.record(mention.entity.index()?).seat.as_deref()
}
