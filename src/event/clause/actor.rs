//! Actors: mentions with the nouns around them that say who of the state acts, or that it does not.

use super::apposition;
use crate::event::text::line::back_over;
use crate::event::text::words::{Noun, Words};
use crate::event::text::{Kind, Line};
use crate::gazetteer::Data;
use crate::lexicon::{Clause, VerbForm};
use crate::mention::{EntityRef, Mention};
use crate::vocabulary::{Form, Kind as EntityKind, Sector};
use crate::word::WordList;

/// A noun phrase with one mention as its head.
#[derive(Clone, Debug)]
pub(crate) struct Actor {
    /// The mention, by number.
    pub(crate) mention: u32,
    /// The tokens of the phrase, the last included.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// Whether the entity itself acts.
    pub(crate) acts: bool,
    pub(crate) sector: Option<Sector>,
    /// Whether it is where somebody is.
    pub(crate) place: bool,
    /// Whether the name only modifies an unknown noun: "the Russian pipeline".
    pub(crate) modifies: bool,
    /// The preposition between the noun that says who acts and the name: "troops from Chad".
    pub(crate) led: Option<usize>,
    /// Whether the noun that it modifies is a deed that does something: "a US air strike hit".
    pub(crate) deed: bool,
}

pub(crate) fn entity(line: &Line<'_>, number: u32) -> EntityRef {
    mention(line, number).entity
}

pub(crate) fn mention<'e>(line: &Line<'e>, number: u32) -> &'e Mention {
    &line.events.mentions[number as usize]
}

pub(crate) fn is_kind(data: &Data, mention: &Mention, kind: &EntityKind) -> bool {
    match mention.entity.index() {
        Some(index) => data.record(index).kind == *kind,
        None => *kind == EntityKind::Leader,
    }
}

/// Whether a mention names a person.
pub(crate) fn is_person(line: &Line<'_>, number: u32) -> bool {
    is_kind(line.events.data, mention(line, number), &EntityKind::Leader)
}

pub(crate) fn actor(line: &Line<'_>, at: usize, number: u32) -> Actor {
    let here = mention(line, number);
    let mut actor = Actor {
        mention: number,
        first: opening(line, at),
        last: at,
        acts: true,
        sector: None,
        place: here.form == Form::Place,
        modifies: false,
        led: None,
        deed: false,
    };
    let is_person = is_person(line, number);
    let mut next = at + 1;
    let owned = line.kind(next) == Kind::Possessive;
    if owned {
        next += 1;
    }
    // "Beijing-led", "pro-Ukraine": a modifier of what follows.
    if line.kind(next) == Kind::Hyphen && !matches!(line.kind(next + 1), Kind::Mention(_))
        || at > 0
            && line.kind(at - 1) == Kind::Hyphen
            && !matches!(at.checked_sub(2).map(|before| line.kind(before)), Some(Kind::Mention(_)))
    {
        if let Some((last, sector)) = led(line, next) {
            return Actor { last, sector: Some(sector), place: false, ..actor };
        }
        actor.acts = false;
        actor.modifies = true;
        return actor;
    }
    if is_person && !owned {
        // "Putin allies": others than the person.
        if let Some((last, Noun::Actor(sector, false))) = head_noun(line, next, false) {
            return Actor { last, acts: false, sector: Some(sector), ..actor };
        }
        return actor;
    }
    if let Some(person) = titled_person(line, next, is_person) {
        let Kind::Mention(number) = line.kind(person) else { return actor };
        // A minister's deed is the state's, unless it is somebody whom the gazetteer knows by name.
        if let Some(sector) = office(line, next, person, mention(line, number)) {
            return Actor { last: person, place: false, sector: Some(sector), ..actor };
        }
        return Actor { mention: number, last: person, place: false, ..actor };
    }
    if let Some((person, last)) = apposition::person(line, next) {
        return Actor { mention: person, last, place: false, ..actor };
    }
    let modifier =
        owned || matches!(here.form, Form::Demonym | Form::Abbreviation | Form::Organ | Form::Name | Form::Metonym);
    if modifier
        && !(!owned && matches!(here.form, Form::Name | Form::Metonym) && governs_what_follows(line, next))
        && let Some((last, meaning)) = head_noun(line, next, owned || here.form == Form::Demonym)
    {
        actor.last = last;
        match meaning {
            Noun::Actor(sector, acts) => {
                let acts = acts || works_for(line, here, last);
                actor.acts = acts;
                actor.sector = Some(sector);
                actor.place = false;
                if acts {
                    led_by_noun(line, &mut actor);
                }
            }
            _ => {
                actor.acts = false;
                actor.modifies = true;
            }
        }
        return actor;
    }
    if here.form == Form::Demonym {
        let surface = here.span.of(line.events.text);
        let people = surface.ends_with('s') && !surface.ends_with("ss") || surface.ends_with("men");
        // "30,000 Sudanese".
        let people =
            people || surface.ends_with("ese") && actor.first.checked_sub(1).is_some_and(|at| line.is_number(at));
        // "13 Chilean houses".
        let counted = || {
            let number = actor.first.checked_sub(1).filter(|&before| line.is_number(before));
            number.is_some() && line.form(next) == Some(VerbForm::Third)
        };
        let followed = matches!(line.kind(next), Kind::Word | Kind::Capital) && (!line.is_verb(next) || counted());
        // "Iraqis" are people; "the Iraqis" may be the side.
        let definite = actor.first < at && line.written(actor.first).eq_ignore_ascii_case("the");
        if people {
            actor.acts = definite;
            actor.sector = (!definite).then_some(Sector::Civilians);
        } else if followed {
            actor.acts = false;
            actor.modifies = true;
        }
    } else if owned {
        // "Russia's pipeline": what it owns is named, and is not it.
        actor.acts = false;
        actor.modifies = true;
    }
    if actor.modifies || here.form != Form::Demonym && next < line.tokens.len() && !line.is_verb(next) {
        actor.deed = (next..(next + 3).min(line.tokens.len())).any(|at| line.is_cue_noun(at));
    }
    led_by_noun(line, &mut actor);
    actor
}

/// Of "U.S.-led coalition", where the hyphen stands at a token, the last token and the sector: whoever leads them acts.
fn led(line: &Line<'_>, hyphen: usize) -> Option<(usize, Sector)> {
    if line.kind(hyphen) != Kind::Hyphen || !matches!(line.written(hyphen + 1), "commanded" | "led") {
        return None;
    }
    match head_noun(line, hyphen + 2, true) {
        Some((last, Noun::Actor(sector, true))) => Some((last, sector)),
        _ => matches!(line.written(hyphen + 2), "alliance" | "coalition").then_some((hyphen + 2, Sector::Military)),
    }
}

/// Whether a noun names those who do a bloc's work, as it has no people of its own: "a UN team", "EU observers".
fn works_for(line: &Line<'_>, name: &Mention, noun: usize) -> bool {
    #[rustfmt::skip]
    static WORKERS: WordList<32> = WordList::new(&[
        "aid workers", "doctors", "engineers", "expert", "experts", "observer", "observers", "relief workers", "scientists",
        "team", "teams", "volunteers", "workers",
    ]);
    is_kind(line.events.data, name, &EntityKind::Bloc) && WORKERS.holds(line.written(noun))
}

/// The determiner before a phrase belongs to it.
fn opening(line: &Line<'_>, at: usize) -> usize {
    let mut first = before_title(line, at);
    while let Some(before) = first.checked_sub(1).filter(|&before| is_part(line, before)) {
        first = before;
    }
    first = apposition::before_name(line, first);
    match first.checked_sub(1) {
        Some(before) if line.kind(before) == Kind::Determiner => before,
        _ => first,
    }
}

/// Where the title begins that stands before a person's name: "loyal to President X", "supporters of rebel leader X".
fn before_title(line: &Line<'_>, name: usize) -> usize {
    #[rustfmt::skip]
    static TITLES: WordList<64> = WordList::new(&[
        "ambassador", "candidate", "chairman", "chancellor", "chief", "cleric", "commander", "dictator", "emperor", "envoy",
        "general", "guerrilla", "junta", "king", "leader", "minister", "monarch", "opposition", "premier", "president", "prime",
        "queen", "rebel", "ruler", "secretary", "senator", "strongman", "warlord",
    ]);
    let titled = |before: usize| matches!(line.kind(before), Kind::Capital | Kind::Word);
    let Kind::Mention(number) = line.kind(name) else { return name };
    if !name.checked_sub(1).is_some_and(titled) || !is_person(line, number) {
        return name;
    }
    let is_title = |at: usize| match line.kind(at) {
        Kind::Capital => at > 0,
        Kind::Word => TITLES.holds(line.written(at)),
        _ => false,
    };
    let first = back_over(name, 4, is_title);
    // "Secretary of State X".
    let goes_on = first > 1 && line.kind(first - 1) == Kind::Of && line.kind(first - 2) == Kind::Capital;
    if goes_on { name } else { first }
}

/// "a group of Moroccan diplomats": where a phrase begins that only counts those behind it.
pub(super) fn partitive(line: &Line<'_>, first: usize) -> usize {
    #[rustfmt::skip]
    static COUNTS: WordList<128> = WordList::new(&[
        "band", "barrage", "batch", "battalion", "battalions", "brigade", "brigades", "column", "columns",
        "contingent", "contingents", "convoy", "couple", "crowd", "crowds", "detachment", "detachments", "division",
        "divisions", "dozens", "fleet", "flotilla", "group", "groups", "handful", "hundreds", "majority", "members",
        "number", "pair", "regiment", "regiments", "salvo", "scores", "squad", "squadron", "swarm", "swarms",
        "team", "teams", "tens", "thousands", "unit", "units", "volley", "wave", "waves",
    ]);
    let of = first.checked_sub(1).filter(|&of| line.kind(of) == Kind::Of);
    let noun = of.and_then(|of| of.checked_sub(1)).filter(|&noun| COUNTS.holds(line.written(noun)));
    let Some(noun) = noun else { return first };
    let adjective = noun.checked_sub(1).filter(|&at| line.kind(at) == Kind::Word && !line.is_verb(at)).unwrap_or(noun);
    opening(
        line,
        if adjective.checked_sub(1).is_some_and(|at| line.kind(at) == Kind::Determiner) { adjective } else { noun },
    )
}

/// Whether the word says which part of a land, or what kind of land: "northern Laos", "war-torn Liberia".
fn is_part(line: &Line<'_>, at: usize) -> bool {
    #[rustfmt::skip]
    static PARTS: WordList<128> = WordList::new(&[
        "communist", "drought-stricken", "embattled", "famine-stricken", "famine-hit", "impoverished", "independent",
        "isolated", "landlocked", "mainland", "mighty", "newly-independent", "nuclear-armed", "occupied", "oil-rich",
        "poor", "poverty-stricken", "quake-hit", "reclusive", "reunified", "tiny", "unified", "war-ravaged", "war-torn",
        "wealthy",
        "central", "east", "eastern", "inland", "lower", "nearby", "neighboring", "neighbouring", "north", "northeast",
        "northeastern", "northern", "northwest", "northwestern", "rural", "south", "southeast", "southeastern",
        "southern", "southwest", "southwestern", "upper", "west", "western",
    ]);
    #[rustfmt::skip]
    static ATTRIBUTES: WordList<32> = WordList::new(&[
        "ailing", "assassinated", "deposed", "disgraced", "exiled", "fugitive", "jailed", "imprisoned", "late", "murdered", "ousted",
        "outgoing", "slain", "toppled",
    ]);
    let follows = |before: usize| {
        matches!(line.kind(before), Kind::Preposition | Kind::Of | Kind::To | Kind::By | Kind::Determiner)
    };
    // "loyal to ousted President X", but "rebels ousted President X".
    let attribute = || ATTRIBUTES.holds(line.written(at)) && at.checked_sub(1).is_some_and(follows);
    match line.kind(at) {
        Kind::Word => PARTS.holds(line.written(at)) || attribute(),
        Kind::Adverb => attribute(),
        _ => false,
    }
}

/// "Russian President Vladimir Putin", "France's Macron": the person is meant.
fn titled_person(line: &Line<'_>, from: usize, of_person: bool) -> Option<usize> {
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
fn office(line: &Line<'_>, from: usize, at: usize, person: &Mention) -> Option<Sector> {
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

fn is_actor(line: &Line<'_>, at: usize) -> bool {
    matches!(line.noun(at), Some((Noun::Actor(..), _)))
}

/// The noun that the name modifies, if it says who acts: "foreign ministry", "rebels", "economy".
pub(super) fn head_noun(line: &Line<'_>, from: usize, may_skip: bool) -> Option<(usize, Noun)> {
    let mut found: Option<(usize, Noun)> = None;
    let mut skipped = 0;
    let mut at = from;
    while at < (from + 6).min(line.tokens.len()) {
        let phrase = line.noun(at);
        let is_cue = line.is_cue_noun(at);
        match (phrase, line.kind(at)) {
            // A cue's noun ("embargo", "attack") is the cue.
            (Some((Noun::Thing, _)), _) if is_cue => break,
            // "military intervention": the cue goes on behind the noun.
            (Some((Noun::Actor(..), last)), _) if is_cue && found.is_none() && is_longer_cue(line, at, last) => break,
            (Some((noun, last)), Kind::Word | Kind::Capital | Kind::Adverb) => {
                at = last;
                found = Some((at, noun));
            }
            // A capital makes even "Transport" part of a title.
            (None, kind @ (Kind::Word | Kind::Capital))
                if found.is_none() && may_skip && (kind == Kind::Capital || !is_cue && !line.is_verb(at)) =>
            {
                skipped += 1;
                if skipped > 3 {
                    break;
                }
            }
            (None, Kind::Adverb) if found.is_none() && may_skip => {}
            _ => break,
        }
        at += 1;
    }
    found
}

/// Whether a cue's noun begins with a token and ends behind another one.
pub(crate) fn is_longer_cue(line: &Line<'_>, at: usize, last: usize) -> bool {
    line.entries(at).any(|(entry, end)| end > last && Words::nouns(entry).is_some())
}

/// Whether a word behind a land's name is a verb with its object, though a noun is spelled so too: "Chad trains Nigerian
/// officers", "Peru ships copper".
fn governs_what_follows(line: &Line<'_>, at: usize) -> bool {
    let is_object = match line.kind(at + 1) {
        Kind::Mention(_) | Kind::Determiner => true,
        Kind::Word => line.form(at + 1).is_none() && !line.is_clause(at + 1, Clause::Relative),
        _ => false,
    };
    line.kind(at) == Kind::Word && line.form(at) == Some(VerbForm::Third) && line.is_verb(at) && is_object
}

/// Whether a name before the noun says whose it is: "the Chinese embassy in", where "embassy" stands at `noun`.
fn is_owned_by_name(line: &Line<'_>, noun: usize) -> bool {
    let near = (noun.saturating_sub(4)..noun).rev();
    // "a NATO-led force in".
    let leads = |at: usize| line.kind(at) == Kind::Hyphen || line.kind(at - 1) == Kind::Hyphen;
    let mut near = near.skip_while(|&at| {
        matches!(line.kind(at), Kind::Word | Kind::Capital | Kind::Possessive) && !line.is_verb(at)
            || at > 0 && leads(at)
    });
    near.next().is_some_and(|at| matches!(line.kind(at), Kind::Mention(_)))
}

/// "officials in Baku", "troops from Chad", "the government of Sudan": the noun before says who acts.
fn led_by_noun(line: &Line<'_>, actor: &mut Actor) {
    let Some(preposition) = actor.first.checked_sub(1) else { return };
    let Some(noun) = preposition.checked_sub(1) else { return };
    let links = match line.kind(preposition) {
        Kind::Of => true,
        Kind::Preposition => matches!(line.written(preposition), "from" | "in" | "for"),
        _ => false,
    };
    if !links {
        return;
    }
    let ends = |&(_, last): &(Noun, usize)| last == noun;
    // "defence chiefs of X": the noun may be of two words.
    let longer = noun.checked_sub(1).and_then(|first| line.noun(first).filter(ends));
    let Some((Noun::Actor(sector, acts), _)) = line.noun(noun).or(longer) else { return };
    // "its troops from Chad": somebody else's.
    let owned = (noun.saturating_sub(3)..noun).any(|at| matches!(line.written(at), "its" | "their" | "his" | "her"));
    // But "its counterpart in Chad" is Chad's.
    let counterpart = matches!(
        line.written(noun),
        "colleague" | "colleagues" | "counterpart" | "counterparts" | "number" | "numbers"
    );
    if owned && !counterpart && line.kind(preposition) != Kind::Of || is_owned_by_name(line, noun) {
        return;
    }
    actor.first = opening(line, noun);
    actor.led = Some(preposition);
    while actor.first > 0
        && matches!(line.kind(actor.first - 1), Kind::Word | Kind::Determiner)
        && line.form(actor.first - 1) != Some(VerbForm::Gerund)
        && (!line.is_verb(actor.first - 1) || line.noun(actor.first - 1).is_some_and(|(_, last)| last >= noun))
    {
        actor.first -= 1;
    }
    actor.acts = acts;
    actor.sector = Some(sector);
    actor.place = false;
    actor.modifies = false;
}

/// Whether a name stands behind a prefix: "anti-French".
pub(crate) fn follows_prefix(line: &Line<'_>, name: usize) -> bool {
    let hyphen = name.checked_sub(1).filter(|&hyphen| line.kind(hyphen) == Kind::Hyphen);
    let prefix = hyphen.and_then(|hyphen| hyphen.checked_sub(1));
    prefix.is_some_and(|prefix| matches!(line.written(prefix), "anti" | "Anti" | "pro" | "Pro"))
}
