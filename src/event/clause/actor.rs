//! Actors: mentions with the nouns around them that say who of the state acts, or that it does not.

use super::apposition;
use super::head::{governs_what_follows, head_noun, is_owned_by_name, opening};
use super::title::{office, titled_person};
use crate::event::text::words::Noun;
use crate::event::text::{Kind, Line};
use crate::gazetteer::Data;
use crate::lexicon::VerbForm;
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
    // "the premier's office said".
    if owned && line.written(next) == "office" && !matches!(line.kind(next + 1), Kind::Preposition) {
        return Actor { last: next, place: false, sector: Some(Sector::Government), ..actor };
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
                let acts = (acts || works_for(line, here, last)) && !is_past_office(line, at);
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

/// Whether the word before a name takes the office behind it away: "a former Chilean minister".
fn is_past_office(line: &Line<'_>, name: usize) -> bool {
    let before = name.checked_sub(1).map_or("", |before| line.written(before));
    matches!(
        before,
        "former" | "Former" | "deposed" | "erstwhile" | "exiled" | "late" | "onetime" | "ousted" | "retired"
    )
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
    // "defence chiefs of X", "the ministry of defence in X": the noun may be of several words.
    let longer = (1..4).find_map(|words| line.noun(noun.checked_sub(words)?).filter(ends));
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

/// The word before the hyphen behind which a name stands: "anti-French".
pub(super) fn prefix<'e>(line: &Line<'e>, name: usize) -> Option<&'e str> {
    let prefix = name.checked_sub(2).filter(|_| line.kind(name - 1) == Kind::Hyphen)?;
    Some(line.written(prefix))
}

/// Whether what follows a name is against whom it names: "anti-French riots".
pub(crate) fn is_against(line: &Line<'_>, name: usize) -> bool {
    matches!(prefix(line, name), Some("anti" | "Anti"))
}
