//! Offices that stand for who held them: "the Japanese prime minister", "the president of Chile".

use super::context::{is_name_like, lower_case, past_possessive, word_after, word_before};
use super::discover::past_department;
use super::holder::Occasion;
use super::rule::Rule;
use super::signal::{OF_THE, ROLE, ROLE_OF, ROLE_OR_MODIFIER};
use super::sorted::{ending, starting};
use super::{EntityRef, Mention};
use crate::article::Sentences;
use crate::date::PartialDate;
use crate::gazetteer::Data;
use crate::lexicon::{Lexicon, Role};
use crate::matcher::{Matcher, Signal, Signals};
use crate::span::Span;
use crate::vocabulary::{Form, Kind, Office};
use crate::word::{DAYS_AND_MONTHS, WordList};

/// Before a name that follows the noun of a role: "president of", "president of the".
const BEFORE: Signal = ROLE_OF.and(OF_THE);

/// The roles of one article.
pub(super) struct Roles<'r> {
    pub(super) data: &'r Data,
    pub(super) lexicon: &'r Lexicon,
    /// The nouns of roles; a pattern's number is the role's.
    pub(super) nouns: &'r Matcher,
    pub(super) signals: &'r Signals,
    pub(super) text: &'r str,
    pub(super) sentences: &'r Sentences,
    pub(super) date: Option<PartialDate>,
}

/// A role's noun beside an entity's name.
struct Found {
    noun: Span,
    role: usize,
    /// Whether a word between the two says that the office is no longer held, or not yet.
    past: bool,
    /// Whether the holder is about to leave: on the day of a change, the one who leaves.
    outgoing: bool,
    /// Whether the entity follows: "president of Chile".
    entity_follows: bool,
}

/// What before "of" is an office and not who holds it.
static POSTS: WordList<32> =
    WordList::new(&["job", "office", "offices", "position", "post", "posts", "powers", "rank", "role", "title"]);

/// What behind a name is only a part of the entity or at work for it, with a head of its own.
#[rustfmt::skip]
static PARTS: WordList<128> = WordList::new(&[
    "agency", "aid", "alliance", "army", "branch", "bureau", "chapter", "command", "commission", "committee", "contingent", "delegation",
    "department", "desk", "division", "election", "electoral", "embassy", "farm", "force", "group", "human", "inspection",
    "investigation", "liaison", "military", "mission", "monitoring", "negotiating", "observer", "observers", "office", "operation",
    "operations", "panel", "peacekeepers", "peacekeeping", "police", "programme", "program", "project", "refugee", "relief",
    "section", "subcommittee", "team", "training", "unit", "verification", "weapons", "women",
]);

/// What before "as" is how long somebody held an office.
static SPELLS: WordList<64> = WordList::new(&[
    "career",
    "days",
    "decade",
    "decades",
    "months",
    "predecessor",
    "reign",
    "spell",
    "stint",
    "successor",
    "tenure",
    "term",
    "terms",
    "time",
    "weeks",
    "year",
    "years",
]);

impl Roles<'_> {
    /// The role beside the number-th mention, of a sorted list, as a mention of its own, when it stands for a person.
    pub(super) fn beside(&self, mentions: &[Mention], number: usize) -> Option<Mention> {
        let mention = mentions[number];
        let stands_before = mention.beside.meets(BEFORE) && mention.form != Form::Demonym;
        let stands_behind = mention.beside.meets(ROLE_OR_MODIFIER);
        if !stands_before && !stands_behind {
            return None;
        }
        // "the pro-Kremlin leader" is not the Kremlin's.
        let joined = self.text[..mention.span.start].ends_with('-');
        let entity = mention.entity.index().filter(|_| mention.form != Form::Place && !joined)?;
        // Of an adjective nothing is an office: "president of the Kazakh chess federation".
        let after = stands_behind.then(|| self.after(mention.span)).flatten();
        let found = after.or_else(|| stands_before.then(|| self.before(mention.span)).flatten())?;
        if !matches!(self.data.record(entity).kind, Kind::State | Kind::Bloc | Kind::Territory) {
            return None;
        }
        let role = &self.lexicon.people.roles[found.role];
        // Beside most a name says who it is.
        if found.past
            || role.elect
            || !self.sentences.spans[mention.sentence as usize].contains(found.noun)
            || role.offices == [Office::Envoy]
            || self.names_somebody(&found, mention.span, mentions)
            || !self.fits(role, entity)
            || self.any_before(&found, mention.span)
            || self.of_the_time(&found, mention.span)
            || self.is_post(&found, mention.span)
            || self.is_of_another(&found, mention.span)
            || self.is_dated(&found, mention.span)
            || self.past_before(if found.entity_follows { found.noun.start } else { mention.span.start })
        {
            return None;
        }
        let organ = (mention.form == Form::Organ).then(|| mention.span.of(self.text));
        let person = self.holder(
            role,
            entity,
            &Occasion { organ, noun: role.nouns.first()?, outgoing: found.outgoing, date: self.date? },
        )?;
        Some(Mention::unlisted(
            found.noun,
            EntityRef::listed(person),
            Form::Role,
            Rule::Office,
            mention.sentence as usize,
        ))
    }

    /// "Kazakh president", "Norway's former foreign minister".
    fn after(&self, name: Span) -> Option<Found> {
        let mut at = past_possessive(self.text, name.end);
        let mut past = false;
        let mut outgoing = None;
        let mut counted = false;
        for _ in 0..4 {
            let word = word_after(self.text, at)?;
            let signal = self.signals.at(self.text, word.start);
            if !signal.meets(ROLE_OR_MODIFIER) {
                return None;
            }
            let outgoing = outgoing.get_or_insert_with(|| self.text[..name.start].trim_end().ends_with("outgoing"));
            if signal.meets(ROLE)
                && let Some(hit) = self.nouns.longest_at(self.text, word.start)
            {
                if counted {
                    return None;
                }
                let role = *self.nouns.numbers(hit.spelling).first()? as usize;
                return Some(Found { noun: hit.span, role, past, outgoing: *outgoing, entity_follows: false });
            }
            let written = lower_case(word.of(self.text));
            if !self.lexicon.people.is_modifier(&written) {
                return None;
            }
            // "Kenya's first president" was another; "its first female president" may be the one of the day.
            counted = matches!(&*written, "first" | "founding" | "second" | "third" | "fourth" | "fifth");
            past |= self.lexicon.people.is_past(&written);
            *outgoing |= written == "outgoing";
            at = word.end;
        }
        None
    }

    /// Whether the word before the state's name takes the office away: "former French president".
    fn past_before(&self, at: usize) -> bool {
        word_before(self.text, at).is_some_and(|word| {
            let written = lower_case(word.of(self.text));
            self.lexicon.people.is_past(&written) || self.lexicon.people.changes_office(&written)
        }) || self.text[..at].ends_with("ex-")
    }

    /// Whether a word before makes it any holder: "no Italian prime minister", "a French president".
    fn any_before(&self, found: &Found, name: Span) -> bool {
        const ANY: &[&str] = &["no", "any", "every", "each", "a", "an", "another", "some", "first", "next"];
        let head = if found.entity_follows { found.noun } else { name };
        word_before(self.text, head.start).is_some_and(|word| ANY.contains(&&*lower_case(word.of(self.text))))
    }

    /// Whether the words around say that who held it then is meant: "at the time the Polish president", "Kenya's president
    /// at the time".
    fn of_the_time(&self, found: &Found, name: Span) -> bool {
        const THEN: &[&str] =
            &["at the time", "at that time", "back then", "of the time", "of the day", "in those days"];
        let (head, tail) = if found.entity_follows { (found.noun, name) } else { (name, found.noun) };
        let ahead = self.text[..head.start].trim_end();
        let ahead = ahead.strip_suffix("the").map_or(ahead, str::trim_end).trim_end_matches(',');
        let behind = self.text[tail.end..].trim_start_matches([' ', '\n', ',']);
        let ends = |then: &&str| {
            ahead
                .len()
                .checked_sub(then.len())
                .and_then(|at| ahead.get(at..))
                .is_some_and(|end| end.eq_ignore_ascii_case(then))
        };
        THEN.iter().any(|then| ends(then) || behind.starts_with(then))
    }

    /// Whether the noun is the post and not who holds it: "took over the ECOWAS chair".
    fn is_post(&self, found: &Found, name: Span) -> bool {
        let head = if found.entity_follows { found.noun } else { name };
        let before = word_before(self.text, head.start);
        let earlier = || before.and_then(|word| word_before(self.text, word.start)).map(|word| word.of(self.text));
        // "was sworn in as president of Chile", "as French president": without an article, "as" is no conjunction, nor
        // is it in "his years as Chile's leader".
        let bare = found.entity_follows || self.text[name.end..found.noun.start].trim().is_empty();
        let as_post = before.is_some_and(|word| match word.of(self.text) {
            "as" => bare || earlier().is_some_and(|word| SPELLS.holds(word)),
            // "the post of U.N. secretary-general", "if elected president of Chile".
            "of" => earlier().is_some_and(|word| POSTS.holds(word)),
            "become" | "became" | "becomes" | "becoming" => bare,
            "elected" | "appointed" | "named" | "crowned" => {
                bare && earlier()
                    .is_some_and(|word| matches!(word, "be" | "been" | "being" | "if" | "If" | "is" | "was" | "were"))
            }
            _ => false,
        });
        let chair = found.noun.of(self.text).ends_with("chair");
        let the =
            || word_before(self.text, head.start).filter(|word| matches!(word.of(self.text), "the" | "its" | "of"));
        as_post
            || chair
                && the().and_then(|the| word_before(self.text, the.start)).is_some_and(|word| {
                    let post = [
                        "over", "up", "assume", "assumed", "assumes", "take", "takes", "took", "hold", "holds", "held",
                    ];
                    let passed = [
                        "hand",
                        "handed",
                        "pass",
                        "passed",
                        "rotating",
                        "vacated",
                        "inherits",
                        "inherited",
                        "occupies",
                    ];
                    post.contains(&word.of(self.text)) || passed.contains(&word.of(self.text))
                })
    }

    /// Whether the office is one of something that is the entity's: "head of the UN's mission", "Chilean premier league".
    fn is_of_another(&self, found: &Found, name: Span) -> bool {
        if found.entity_follows {
            let leads = matches!(
                found.noun.of(self.text),
                "head" | "heads" | "leader" | "leaders" | "chief" | "chiefs" | "boss"
            );
            let owned = past_possessive(self.text, name.end);
            let next = word_after(self.text, owned).map_or("", |word| word.of(self.text));
            // "director general of the UN's Food Agency", "head of the UN mission".
            return owned > name.end && (leads || next.starts_with(char::is_uppercase))
                || owned == name.end && PARTS.holds(next);
        }
        let behind = &self.text[found.noun.end..];
        if ["-designate", "-elect", "-in-waiting"].iter().any(|not_yet| behind.starts_with(not_yet)) {
            return true;
        }
        let Some(word) = word_after(self.text, found.noun.end) else { return false };
        match word.of(self.text) {
            "league" | "division" | "League" | "Division" | "designate" | "elect" => true,
            // "Kenya's president of the chess club", but "the Kenyan president of 1980".
            "of" => {
                word_after(self.text, word.end).is_some_and(|word| word.of(self.text).starts_with(char::is_alphabetic))
            }
            // "the Russian army commander in the region" is one of many.
            "in" => found.noun.of(self.text).ends_with("commander"),
            _ => false,
        }
    }

    /// Whether a year behind says that another held it: "Assembly president in 1994-95", "Queen of the Netherlands from
    /// 1890". Who does since then still holds it.
    fn is_dated(&self, found: &Found, name: Span) -> bool {
        let tail = if found.entity_follows { name.end } else { found.noun.end };
        let word = word_after(self.text, tail)
            .filter(|word| matches!(word.of(self.text), "in" | "from" | "between" | "until" | "till" | "during"));
        let Some(year) = word.and_then(|word| word_after(self.text, word.end)) else { return false };
        let digits = year.of(self.text).get(..4).and_then(|digits| digits.parse().ok());
        digits.is_some_and(|year: i32| self.date.is_none_or(|date| i32::from(date.year()) != year))
    }

    /// "president of Chile", "head of the WHO".
    fn before(&self, name: Span) -> Option<Found> {
        let mut of = word_before(self.text, name.start)?;
        if of.of(self.text).eq_ignore_ascii_case("the") {
            of = word_before(self.text, of.start)?;
        }
        if of.of(self.text) != "of" {
            return None;
        }
        let mut start = of.start;
        let mut best = None;
        for _ in 0..4 {
            let Some(word) = word_before(self.text, start) else { break };
            start = word.start;
            if self.signals.may_begin(ROLE, self.text, start)
                && let Some(hit) = self.nouns.longest_at(self.text, start)
                && self.text[hit.span.end..of.start].trim().is_empty()
            {
                best = Some((hit.span, *self.nouns.numbers(hit.spelling).first()? as usize));
            }
        }
        let (noun, role) = best?;
        let outgoing = self.text[..noun.start].trim_end().ends_with("outgoing");
        Some(Found { noun, role, past: false, outgoing, entity_follows: true })
    }

    /// Whether the noun only titles or explains a name beside it: "Prime Minister Abe", "the prime minister, Sanna
    /// Marin,", "Sanna Marin, the prime minister".
    fn names_somebody(&self, found: &Found, name: Span, mentions: &[Mention]) -> bool {
        let head = if found.entity_follows { found.noun } else { name };
        let tail = if found.entity_follows { name } else { found.noun };
        let is_department = |&end: &usize| self.text[tail.end..end].split_whitespace().count() > 1;
        let tail = past_department(self.text, tail.end).filter(is_department).unwrap_or(tail.end);
        let rest = &self.text[tail..];
        let next = rest.trim_start_matches([' ', ',', '\n', '(', '\u{a0}']);
        let gap = &rest[..rest.len() - next.len()];
        let named = next.chars().next().is_some_and(char::is_uppercase);
        let at = tail + gap.len();
        let is_person =
            |mention: &Mention| mention.entity.index().is_none_or(|index| self.data.record(index).kind == Kind::Leader);
        let follows = named
            && match gap.contains([',', '(']) {
                true => starting(mentions, at).is_some_and(is_person),
                false => !gap.is_empty() && starting(mentions, at).is_none_or(is_person),
            };
        let ahead = self.text[..head.start].trim_end_matches([' ', '\n']);
        let ahead_of_noun = ahead;
        let ahead = ahead.strip_suffix("the").map_or(ahead, str::trim_end);
        // Without an article an unknown name is explained too: "Margrethe, queen of Denmark".
        let is_name = |before: &str| {
            let last = before.rsplit([' ', '\n']).next().unwrap_or_default();
            found.entity_follows && ahead_of_noun.ends_with(',') && is_name_like(last) && !DAYS_AND_MONTHS.holds(last)
        };
        let leads = ahead.strip_suffix(',').is_some_and(|before| match ending(mentions, before.len()) {
            Some(mention) => is_person(mention) && mention.form != Form::Role,
            None => is_name(before),
        });
        follows || leads
    }

    fn fits(&self, role: &Role, entity: u32) -> bool {
        let record = self.data.record(entity);
        (role.of.is_empty() || role.of.contains(&record.id))
            && (role.kinds.is_empty() || role.kinds.contains(&record.kind))
    }
}
