//! What the command line says of the relations that it wants.

use std::str::FromStr;

use detente::{Error, EventType, FactType, Filter};

use crate::failure::Failure;

/// The options that narrow the graph; each takes a word, or several with commas between them.
pub(crate) const NAMES: &[&str] =
    &["kind", "type", "class", "sign", "modality", "sector", "source-sector", "target-sector", "at-least", "published"];

/// The filter with one more criterion.
pub(crate) fn add(filter: Filter, name: &str, value: &str) -> Result<Filter, Failure> {
    Ok(match name {
        "kind" => each(filter, value, Filter::basis)?,
        "class" => each(filter, value, Filter::class)?,
        "sign" => each(filter, value, Filter::sign)?,
        "modality" => each(filter, value, Filter::modality)?,
        "sector" => each(filter, value, Filter::sector)?,
        "source-sector" => each(filter, value, Filter::source_sector)?,
        "target-sector" => each(filter, value, Filter::target_sector)?,
        "at-least" => filter.at_least(value.parse().map_err(|_| format!("--at-least takes a number, not `{value}`"))?),
        "published" => filter.published(value.parse()?),
        _ => value.split(',').try_fold(filter, of_type)?,
    })
}

fn each<T: FromStr<Err = Error>>(filter: Filter, value: &str, add: fn(Filter, T) -> Filter) -> Result<Filter, Error> {
    value.split(',').try_fold(filter, |filter, word| Ok(add(filter, word.parse()?)))
}

/// A type is one of events, or one of facts.
fn of_type(filter: Filter, word: &str) -> Result<Filter, Failure> {
    match (word.parse::<EventType>(), word.parse::<FactType>()) {
        (Ok(event), _) => Ok(filter.event_type(event)),
        (_, Ok(fact)) => Ok(filter.fact_type(fact)),
        (Err(error), Err(_)) => Err(format!("{error}, or {}", words(FactType::ALL)).into()),
    }
}

fn words(facts: &[FactType]) -> String {
    facts.iter().map(|fact| fact.as_str()).collect::<Vec<_>>().join(", ")
}
