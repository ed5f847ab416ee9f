//! The title between a state's name and a person's: "Chadian Foreign Minister X".

use super::actor::is_person;
use super::head::{head_noun, is_actor};
use crate::event::text::words::Noun;
use crate::event::text::{Kind, Line};
use crate::lexicon::Clause;
use crate::mention::Mention;
use crate::vocabulary::{Form, Sector};

/// "Russian President Vladimir Putin", "France's Macron": the person is meant.
pub(super) fn titled_person(line: &Line<'_>, from: usize, of_person: bool) -> Option<usize> {
    if of_person {
        return None;
    }
    for at in from..(from + 6).min(line.tokens.len()) {
        match line.kind(at) {
            Kind::Mention(number) => {
                return is_person(line, number).then_some(at);
            }
            Kind::Word | Kind::Capital | Kind::Of | Kind::Determiner | Kind::Adverb => {
                if line.is_clause(at, Clause::Conditional)
                    || line.is_clause(at, Clause::Relative)
                    || line.is_clause(at, Clause::Exception)
                {
                    return None;
                }
                // "newly elected president".
                let describes = matches!(line.written(at), "appointed" | "elected" | "inaugurated" | "installed");
                if line.is_verb(at) && line.kind(at) == Kind::Word && !is_actor(line, at) && !describes {
                    return None;
                }
            }
            _ => return None,
        }
    }
    None
}

/// The sector in whose name a person acts who is known only by an office: "Foreign Minister Kenji Watanabe", or "the
/// foreign minister" alone.
pub(super) fn office(line: &Line<'_>, from: usize, at: usize, person: &Mention) -> Option<Sector> {
    if person.form == Form::Role {
        let title = person.span.of(line.events.text).to_lowercase();
        return (title.ends_with("minister") && !title.ends_with("prime minister")).then_some(Sector::Government);
    }
    let (last, noun) = head_noun(line, from, true)?;
    match noun {
        Noun::Actor(sector, true) if person.entity.index().is_none() && last < at => Some(sector),
        _ => None,
    }
}
