//! Whom a name means that several bear, or that is a surname: by the other mentions, by what stands around it, by the date.

use smallvec::SmallVec;

use super::context::past_possessive;
use super::person;
use super::resolve::{Open, Resolver, is_full_name};
use super::rule::{PassedOver, Reason, Rule};
use super::sorted::around;
use super::surname::{Introduced, Surname};
use super::{EntityRef, Mention};
use crate::gazetteer::Alias;
use crate::span::Span;
use crate::vocabulary::Form;

/// Aliases that a hit may be, each with its number: seldom more than a few.
pub(super) type Meanings<'a> = SmallVec<[(u32, &'a Alias); 4]>;

impl Resolver<'_> {
    /// A surname, or a name of several.
    pub(super) fn late(
        &self,
        candidate: &Open,
        sure: &[Mention],
        introduced: &[Introduced],
    ) -> Result<Mention, PassedOver> {
        let (surnames, mut names): (Meanings<'_>, Meanings<'_>) =
            self.aliases(candidate).partition(|(_, alias)| alias.form == Form::Surname);
        names.retain(|(_, alias)| !(alias.capital && self.has_moved(alias)));
        let chosen = match (names.is_empty(), surnames.is_empty()) {
            (true, _) => self.surname(candidate, &surnames, sure, introduced),
            (false, true) => self.one_of(candidate.hit.span, &self.as_placed(candidate, names, sure), sure),
            (false, false) => match self.surname(candidate, &surnames, sure, introduced) {
                Ok((number, rule)) if rule != Rule::InOffice && rule != Rule::OnlyBearer => Ok((number, rule)),
                _ => self.one_of(candidate.hit.span, &names, sure),
            },
        };
        chosen
            .map(|(number, rule)| self.mention(candidate, number, rule))
            .map_err(|reason| candidate.passed_over(reason))
    }

    fn surname(
        &self,
        candidate: &Open,
        bearers: &[(u32, &Alias)],
        sure: &[Mention],
        introduced: &[Introduced],
    ) -> Result<(u32, Rule), Reason> {
        let span = candidate.hit.span;
        let is_mention = |word: Span| around(sure, word).is_some();
        if person::goes_on(self.text, span, self.lexicon, is_mention) {
            return Err(Reason::LongerName);
        }
        let before = person::before(
            self.text,
            candidate.hit,
            self.sentences.spans[candidate.sentence as usize],
            self.lexicon,
            is_mention,
        );
        let head = before.title.map_or(span.start, |(_, start)| start);
        let beside = self.state_before(head, sure);
        let &Self { data, lexicon, text, date, .. } = self;
        Surname { before, sure, beside, text, introduced, at: span.start, end: span.end, date, data, lexicon }
            .whose(bearers)
    }

    /// The state whose demonym or possessive stands directly before.
    fn state_before(&self, at: usize, sure: &[Mention]) -> Option<u32> {
        let ahead = self.text[..at].trim_end();
        let number = sure.partition_point(|mention| mention.span.start < at).checked_sub(1)?;
        let mention = sure[number];
        let end = mention.span.end;
        (end <= ahead.len() && past_possessive(self.text, end) == ahead.len()).then(|| mention.entity.index())?
    }

    /// Which of several entities a name means.
    pub(super) fn one_of(&self, span: Span, names: &[(u32, &Alias)], sure: &[Mention]) -> Result<(u32, Rule), Reason> {
        let named = |entity: u32| sure.iter().any(|mention| mention.entity == EntityRef::listed(entity));
        let mut left = Meanings::from_slice(names);
        let meant = |alias: &Alias| named(alias.entity) || alias.prefer && self.stands_alone(span, sure);
        left.retain(|(_, alias)| !alias.after_name || meant(alias));
        if left.is_empty() {
            return Err(Reason::Unintroduced);
        }
        // A full name that is also a state's is the person's only where nothing else is meant.
        let lived = |alias: &Alias| match self.date {
            Some(date) => alias.period.holds_on(date) && self.data.record(alias.entity).period.holds_on(date),
            None => alias.period.until.is_none() && self.data.record(alias.entity).period.until.is_none(),
        };
        let is_only_bearer = is_one(&left);
        if left.iter().any(|(_, alias)| lived(alias)) {
            left.retain(|(_, alias)| lived(alias));
        }
        if is_one(&left) {
            return Ok((left[0].0, if is_only_bearer { Rule::OnlyBearer } else { Rule::Date }));
        }
        // "Ferdinand Marcos" is the son while he leads.
        let leads = |alias: &Alias| match self.date {
            Some(date) => self.data.record(alias.entity).offices.iter().any(|term| term.period.holds_on(date)),
            None => false,
        };
        let leading: Meanings<'_> = left.iter().filter(|(_, alias)| leads(alias)).copied().collect();
        if is_one(&leading) && is_full_name(leading[0].1) {
            return Ok((leading[0].0, Rule::InOffice));
        }
        let elsewhere: Meanings<'_> = left.iter().filter(|(_, alias)| named(alias.entity)).copied().collect();
        if is_one(&elsewhere) {
            return Ok((elsewhere[0].0, Rule::NamedElsewhere));
        }
        match left.iter().find(|(_, alias)| alias.prefer) {
            Some(&(number, _)) => Ok((number, Rule::Preferred)),
            None => Err(Reason::Ambiguous),
        }
    }
}

/// Whether the aliases mean one entity.
fn is_one(aliases: &[(u32, &Alias)]) -> bool {
    aliases.first().is_some_and(|(_, first)| aliases.iter().all(|(_, alias)| alias.entity == first.entity))
}
