//! Spells: what lasts from one date until another, and clashes with others of its kind or with the life of what it
//! belongs to.

use crate::date::{PartialDate, Period};

/// Pairs of spells that surely share a day and clash, the one that began earlier first. Each spell stands in one pair
/// at most as the later one: a hundred undated holders of one office are a hundred findings, not five thousand.
pub(super) fn clashes<'s, T>(
    spells: impl IntoIterator<Item = &'s T>,
    period: impl Fn(&T) -> Period,
    clash: impl Fn(&T, &T) -> bool,
) -> Vec<(&'s T, &'s T)> {
    let start = |spell: &T| period(spell).from.map(PartialDate::first_day);
    let mut spells: Vec<&T> = spells.into_iter().collect();
    spells.sort_by_key(|spell| start(spell));
    let mut running: Vec<&T> = Vec::new();
    let mut pairs = Vec::new();
    for spell in spells {
        // What has ended by now has ended for all that begin later.
        running.retain(|earlier| period(earlier).until.is_none_or(|until| Some(until.first_day()) > start(spell)));
        let other = running.iter().find(|other| period(other).surely_overlaps(period(spell)) && clash(other, spell));
        pairs.extend(other.map(|other| (*other, spell)));
        running.push(spell);
    }
    pairs
}

/// Whether the one date surely lies before the other.
pub(super) fn surely_before(date: Option<PartialDate>, other: Option<PartialDate>) -> bool {
    matches!((date, other), (Some(date), Some(other)) if date.last_day() < other.first_day())
}

/// Whether a spell surely lasts beyond the end of what it belongs to. An open one does: it is said to hold today.
pub(super) fn outlasts(spell: Period, life: Period) -> bool {
    let Some(end) = life.until else { return false };
    // An end known to the year or month may be its last day.
    let over = if end.is_exact() { Ok(end.first_day()) } else { end.last_day().tomorrow() };
    spell.until.is_none_or(|until| over.is_ok_and(|over| until.first_day() > over))
}
