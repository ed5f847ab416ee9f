//! What somebody is called for what it does to another: "X, a close ally of Y", "Y's main backer, X", "X remains a critic
//! of Y".

use crate::event::clause;
use crate::event::clause::group::Group;
use crate::event::clause::subject::Subject;
use crate::event::frame::Frame;
use crate::event::frame::manner::Manner;
use crate::event::frame::party::{Pairs, Parties, Party, named, pairs};
use crate::event::text::Kind;
use crate::event::text::line::back_over;
use crate::event::told::Told;
use crate::lexicon::{Clause, Cue, VerbForm};
use crate::vocabulary::Modality;
use crate::word::WordList;

/// Verbs that give their subject the part that "as" names.
#[rustfmt::skip]
static PLAYS: WordList<64> = WordList::new(&[
    "act", "acted", "acts", "displaced", "emerge", "emerged", "emerges", "eclipsed", "itself", "overtaken", "overtook", "replaced",
    "rank", "ranked", "ranks", "replace", "replaces", "role", "serve", "served", "serves", "serving", "status", "supplanted",
    "succeeded", "surpassed",
]);

/// Who does it to whom: whoever depends on somebody is helped.
fn pairs_of(cue: &Cue, holders: &[Party], owners: &[Party]) -> Pairs {
    if cue.undergone { pairs(owners, holders) } else { pairs(holders, owners) }
}

impl Frame<'_> {
    /// Adds what an epithet at a token says; whether it said anything.
    pub(crate) fn epithet(&self, cue: &Cue, at: usize, last: usize, told: &mut Vec<Told>) -> bool {
        let Some(event) = cue.event else { return false };
        let behind = self.owner_behind(cue, at, last);
        let owner = self.owner_before(at).filter(|_| behind.is_none() && !cue.adjective);
        if cue.adjective && behind.is_none() {
            return false;
        }
        let first = self.phrase_start(owner.map_or(at, |owner| self.groups[owner].first()));
        let words = || (first..at).filter(|&word| self.groups.at(word).is_none());
        if words().any(|word| self.line.negates(word) || self.line.is_clause(word, Clause::Conditional)) {
            return false;
        }
        let end = behind.map_or(last, |group| self.groups[group].last());
        let Some(holders) = self.holders(cue, first, last, end) else { return false };
        let owners: Parties = match owner.or(behind) {
            Some(group) => self.groups[group].actors.iter().map(|actor| Party::named(actor.mention)).collect(),
            None => match words().find(|&word| matches!(self.line.written(word), "its" | "their" | "his" | "her")) {
                Some(word) => self.meant_by_possessive(word),
                None => return false,
            },
        };
        let past = self.past || words().any(|word| matches!(self.line.written(word), "former" | "erstwhile"));
        let manner = Manner::new(if past { Modality::Past } else { Modality::Asserted });
        self.tell(cue, event, at, &manner, pairs_of(cue, &holders, &owners), told)
    }

    /// Of "Y's loyal ally", "Russian allies": the group of Y.
    fn owner_before(&self, at: usize) -> Option<usize> {
        let inside = self.groups.at(at);
        let near = || (at.saturating_sub(4)..at).rev().find_map(|before| self.groups.at(before));
        let owner = inside.or_else(|| near().filter(|&group| self.owns_noun(group, at)))?;
        let modifies = |group: &Group| group.actors.iter().all(|actor| actor.modifies || actor.last >= at);
        modifies(&self.groups[owner]).then_some(owner)
    }

    /// Who is meant by "its": who stands before in the same list ("X and its ally Y"), else the last subject.
    fn meant_by_possessive(&self, at: usize) -> Parties {
        let and = at.checked_sub(1).filter(|&and| self.line.kind(and) == Kind::And);
        match and.and_then(|and| self.groups.at(and.checked_sub(1)?)) {
            Some(group) => self.groups[group].actors.iter().map(|actor| Party::named(actor.mention)).collect(),
            None => named(&self.subject),
        }
    }

    /// Of "an ally of Y": the group of Y.
    fn owner_behind(&self, cue: &Cue, at: usize, last: usize) -> Option<usize> {
        // The noun may be part of it, as in "officials of Y".
        let inside = self.groups.at(at);
        let led = |group: &Group| group.actors.iter().any(|actor| actor.led.is_some_and(|link| link > at));
        if let Some(group) = inside {
            return Some(group).filter(|&group| led(&self.groups[group]));
        }
        let link = last + 1;
        let links = self.line.kind(link) == Kind::Of || self.line.is_word(link, &cue.to);
        let group = self.groups.at(link + 1).or_else(|| self.groups.at(link + 2));
        group.filter(|_| links)
    }

    /// Where the noun phrase begins that goes on to a token.
    fn phrase_start(&self, at: usize) -> usize {
        let belongs = |word: usize| {
            matches!(self.line.kind(word), Kind::Word | Kind::Capital | Kind::Adverb | Kind::Determiner | Kind::Hyphen)
                && !self.is_copula(word)
                && !self.line.is_finite(word)
                && self.line.speaks(word).is_none()
        };
        let first = back_over(at, 6, belongs);
        // "one of the loudest critics of", "among the fiercest critics of".
        let written = |before: usize| first.checked_sub(before).map_or("", |at| self.line.written(at));
        match written(1) {
            "among" => first - 1,
            "of" if written(2) == "one" => first - 2,
            _ => first,
        }
    }

    fn is_copula(&self, at: usize) -> bool {
        const COPULAS: &[&str] = &["became", "become", "becomes", "remain", "remained", "remains", "stayed", "stays"];
        self.line.kind(at) == Kind::Be || COPULAS.contains(&self.line.written(at))
    }

    /// The verb whose subject plays the part that "as" at a token names: "emerged as", "has replaced Y as".
    fn verb_of_role(&self, link: usize) -> Option<usize> {
        if self.line.written(link) != "as" {
            return None;
        }
        let near = (link.saturating_sub(5)..link).rev();
        near.take_while(|&at| !matches!(self.line.kind(at), Kind::Comma | Kind::Break | Kind::That))
            .find(|&at| PLAYS.holds(self.line.written(at)))
    }

    /// Who is called so by a phrase: the name beside it, or the subject of "is".
    fn holders(&self, cue: &Cue, first: usize, last: usize, end: usize) -> Option<Parties> {
        let acting = |group: usize| {
            let parties = self.parties(group);
            (!parties.is_empty()).then_some(parties)
        };
        let group_at = |at: usize| self.groups.at(at);
        let kind = |at: usize| self.line.kind(at);
        let closes =
            |group: usize| matches!(kind(self.groups[group].last() + 1), Kind::Comma | Kind::Break | Kind::Adverb);
        // "Y's ally X", "its ally X".
        if end == last
            && let Some(group) = group_at(last + 1)
        {
            return acting(group);
        }
        let before = first.checked_sub(1);
        // "has replaced Y as Z's main supplier".
        if let Some(verb) = before.and_then(|link| self.verb_of_role(link)) {
            let left = clause::left(&self.line, &self.groups, verb, self.line.form(verb).unwrap_or(VerbForm::Past));
            let holds = !left.negated && !left.conditional && !left.passive;
            return Some(self.meant(&left.subject, verb)).filter(|parties| holds && !parties.is_empty());
        }
        let copula = before.filter(|&verb| self.is_copula(verb));
        if let Some(verb) = copula {
            let left = clause::left(&self.line, &self.groups, verb, VerbForm::Third);
            let holds = !left.negated && !left.conditional && !left.obliged && left.infinitive.is_none();
            return match left.subject {
                Subject::Unknown => None,
                subject if holds => Some(self.meant(&subject, verb)).filter(|parties| !parties.is_empty()),
                _ => None,
            };
        }
        // "X, a loyal ally of Y,".
        if let Some(comma) = before.filter(|&comma| kind(comma) == Kind::Comma)
            && let Some(group) = comma.checked_sub(1).and_then(group_at)
            && (cue.adjective || matches!(kind(end + 1), Kind::Comma | Kind::Break | Kind::Adverb))
        {
            return acting(group);
        }
        // "Y's main ally, X,", "Y's allies, such as X".
        let such = |at: usize| matches!(self.line.written(at), "such" | "like" | "including" | "notably");
        if end == last && kind(last + 1) == Kind::Comma {
            let group = group_at(last + 2).filter(|&group| closes(group));
            let listed = || {
                let near = last + 2..(last + 7).min(self.line.tokens.len());
                near.clone().next().filter(|&at| such(at)).and_then(|_| near.clone().find_map(group_at))
            };
            return group.or_else(listed).and_then(acting);
        }
        // "Long an ally of Y, X did", "As an ally of Y, X did".
        let opens = match before {
            None => true,
            Some(0) => matches!(self.line.written(0), "As" | "Once" | "Long" | "Still"),
            Some(_) => false,
        };
        if opens && end > last && kind(end + 1) == Kind::Comma {
            return group_at(end + 2).and_then(acting);
        }
        None
    }
}
