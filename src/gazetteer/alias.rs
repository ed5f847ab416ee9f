//! A listed name of an entity, with all that says when it means it.

use crate::date::Period;
use crate::error::Error;
use crate::source::{At, Item, Located, Table};
use crate::vocabulary::{Case, Form};

/// A listed name of an entity.
#[derive(Clone, Debug)]
pub(crate) struct Alias {
    /// The name as the gazetteer spells it.
    pub(crate) text: Box<str>,
    /// The entity that it may mean: an index into the gazetteer.
    pub(crate) entity: u32,
    pub(crate) form: Form,
    pub(crate) case: Case,
    /// When it means this entity rather than another.
    pub(crate) period: Period,
    /// The guards that it carries: indices into the gazetteer.
    pub(crate) guards: Box<[u16]>,
    /// Whether it is a person's.
    pub(crate) of_person: bool,
    /// Whether the name alone, of a person not named in full before, may count.
    pub(crate) alone: bool,
    /// Whether it is a capital's name: that of a place as well as of a government.
    pub(crate) capital: bool,
    /// Whether it is meant where nothing tells which of several entities is.
    pub(crate) prefer: bool,
    /// Whether it counts only where the article names the entity in another way: "Security Council" beside the UN.
    pub(crate) after_name: bool,
    /// Whether it is a common misspelling.
    pub(crate) misspelt: bool,
    pub(crate) origin: Origin,
}

/// The file (an index) and byte at which a record or an alias stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Origin {
    pub(crate) file: u16,
    pub(crate) offset: u32,
}

/// A list of names under one key: the form they take, and how their case counts unless one says otherwise.
struct List {
    key: &'static str,
    form: Form,
    case: Case,
}

const LISTS: [List; 9] = [
    List { key: "official", form: Form::Official, case: Case::Title },
    List { key: "names", form: Form::Name, case: Case::Title },
    List { key: "acronyms", form: Form::Abbreviation, case: Case::Exact },
    List { key: "demonyms", form: Form::Demonym, case: Case::Title },
    List { key: CAPITALS, form: Form::Metonym, case: Case::Title },
    List { key: "seats", form: Form::Metonym, case: Case::Title },
    List { key: "organs", form: Form::Organ, case: Case::Title },
    List { key: "surnames", form: Form::Surname, case: Case::Title },
    List { key: MISSPELLINGS, form: Form::Name, case: Case::Title },
];

const CAPITALS: &str = "capitals";
const MISSPELLINGS: &str = "misspellings";

/// The keys that hold lists of names.
pub(crate) const KEYS: [&str; 9] = {
    let mut keys = [""; 9];
    let mut i = 0;
    while i < 9 {
        keys[i] = LISTS[i].key;
        i += 1;
    }
    keys
};

/// What reading needs to know of the rest of the gazetteer.
pub(crate) struct Context<'c> {
    pub(crate) entity: u32,
    pub(crate) is_person: bool,
    pub(crate) guard: &'c dyn Fn(&Located<'_, &str>) -> Result<u16, Error>,
    pub(crate) origin: &'c dyn Fn(At<'_>) -> Origin,
}

/// Reads every name of a record: its display name first, then the lists, in the order of the keys. A person whose
/// surnames are not listed is called by the last word of each name.
pub(crate) fn read(table: &Table<'_>, context: &Context<'_>) -> Result<Vec<Alias>, Error> {
    let name = table.required("name")?;
    let mut aliases = vec![bare(&name, Form::Name, usual_case(name.value, Case::Title), context)];
    for list in &LISTS {
        let listed = aliases.len();
        for item in table.items(list.key)? {
            match item {
                Item::Text(text) => {
                    aliases.push(bare(&text, list.form, usual_case(text.value, list.case), context));
                }
                Item::Table(inner) => aliases.extend(detailed(&inner, list, context)?),
            }
        }
        for alias in &mut aliases[listed..] {
            alias.misspelt = list.key == MISSPELLINGS;
            alias.capital = list.key == CAPITALS;
        }
    }
    // A display name that is listed once more, to give it a guard or dates, is there as listed.
    if table.flag("display_only")?.unwrap_or(false)
        || aliases[1..].iter().any(|alias| alias.text == aliases[0].text && alias.form == Form::Name)
    {
        aliases.remove(0);
    }
    if context.is_person && !aliases.iter().any(|alias| alias.form == Form::Surname) {
        let mut surnames: Vec<Alias> = Vec::new();
        for alias in &aliases {
            if let Some(surname) = last_name(&alias.text).filter(|name| surnames.iter().all(|s| *s.text != **name)) {
                surnames.push(Alias { text: surname.into(), form: Form::Surname, ..alias.clone() });
            }
        }
        aliases.extend(surnames);
    }
    Ok(aliases)
}

/// The last word of a full name, where that is how the press calls the person: not of "King Salman", nor the number
/// of "Charles III" or the "Jr." of a son.
fn last_name(full: &str) -> Option<&str> {
    const STYLES: [&str; 12] = [
        "King", "Queen", "Emperor", "Empress", "Pope", "Prince", "Princess", "Sheikh", "Emir", "Sultan", "Grand",
        "Crown",
    ];
    let mut words: Vec<&str> = full.split_whitespace().collect();
    let numbered = words.last().is_some_and(|last| last.chars().all(|c| matches!(c, 'I' | 'V' | 'X')));
    if numbered || words.first().is_some_and(|first| STYLES.contains(first)) {
        return None;
    }
    if words.last().is_some_and(|last| matches!(*last, "Jr." | "Jr" | "Sr." | "Sr")) {
        words.pop();
    }
    match words[..] {
        [_, .., last] if last.chars().count() > 1 => Some(last.trim_end_matches(',')),
        _ => None,
    }
}

/// How the case of a name counts where nothing says so.
fn usual_case(text: &str, list: Case) -> Case {
    let is_acronym = text.len() >= 4 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_acronym { Case::Acronym } else { list }
}

fn bare(text: &Located<'_, &str>, form: Form, case: Case, context: &Context<'_>) -> Alias {
    Alias {
        text: text.value.into(),
        entity: context.entity,
        form,
        case,
        period: Period::default(),
        guards: Box::default(),
        of_person: context.is_person,
        alone: true,
        capital: false,
        prefer: false,
        after_name: false,
        misspelt: false,
        origin: (context.origin)(text.at),
    }
}

fn detailed(table: &Table<'_>, list: &List, context: &Context<'_>) -> Result<Vec<Alias>, Error> {
    table.expect_keys(&["name", "also", "case", "from", "until", "guard", "alone", "prefer", "after_name"])?;
    let case = table.parsed("case")?;
    let period = table.period()?;
    let guards = table.texts("guard")?.iter().map(context.guard).collect::<Result<Box<[u16]>, _>>()?;
    let alone = table.flag("alone")?.unwrap_or(true);
    let prefer = table.flag("prefer")?.unwrap_or(false);
    let after_name = table.flag("after_name")?.unwrap_or(false);
    let names = std::iter::once(table.required("name")?).chain(table.texts("also")?);
    Ok(names
        .map(|name| Alias {
            period,
            guards: guards.clone(),
            alone,
            prefer,
            after_name,
            ..bare(&name, list.form, case.unwrap_or_else(|| usual_case(name.value, list.case)), context)
        })
        .collect())
}
