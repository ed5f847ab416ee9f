//! The order of the rules: from all hits of an article to its mentions.

use super::bearer::Meanings;
use super::coordinated::Coordinated;
use super::description::Descriptions;
use super::discover::Discovery;
use super::guards::Guards;
use super::half::{Halves, HalvesNamed};
use super::role::Roles;
use super::rule::{PassedOver, Reason, Rival, Rule};
use super::sorted::add;
use super::spelling::{FULL_NAME, SHARED, SURE, Spelling, Spellings};
use super::surname::Introduced;
use super::{EntityRef, Mention, Mentions, Named};
use crate::article::Sentences;
use crate::date::PartialDate;
use crate::gazetteer::{Alias, Data};
use crate::lexicon::Lexicon;
use crate::matcher::{Hit, Matcher, Scanner, Signalled};
use crate::vocabulary::Form;

/// Resolves the hits of one article.
pub(crate) struct Resolver<'r> {
    pub(crate) data: &'r Data,
    pub(crate) lexicon: &'r Lexicon,
    pub(crate) scanner: &'r Scanner,
    pub(crate) spellings: &'r Spellings,
    pub(crate) guards: &'r Guards,
    /// The nouns of roles; a pattern's number is the role's.
    pub(crate) roles: &'r Matcher,
    /// The nouns that describe entities; a pattern's number is the entity's.
    pub(crate) descriptions: &'r Matcher,
    /// The lands that are one of two.
    pub(crate) halves: &'r Halves,
    pub(crate) text: &'r str,
    pub(crate) sentences: &'r Sentences,
    pub(crate) date: Option<PartialDate>,
}

/// A hit that survived what speaks against it.
pub(super) struct Open {
    pub(super) hit: Hit,
    pub(super) sentence: u32,
    pub(super) spelling: Spelling,
    /// Which of the aliases it cannot be, as bits by their order.
    pub(super) barred: u32,
}

impl Open {
    /// It as passed over: under the first of the aliases that it might have been.
    pub(super) fn passed_over(&self, reason: Reason) -> PassedOver {
        PassedOver { span: self.hit.span, alias: self.spelling.alias, reason }
    }
}

impl<'r> Resolver<'r> {
    /// The mentions of the article.
    pub(crate) fn resolve(&self) -> Mentions {
        let mut mentions = Mentions::default();
        let (hits, signalled) = self.scanner.scan(self.text);
        mentions.all.reserve(hits.len());
        let mut introduced = Vec::with_capacity(hits.len() / 4);
        // Surnames and names of several look at what stands around them.
        let mut open = Vec::with_capacity(hits.len() / 8);
        mentions.passed_over.reserve(hits.len() / 8);
        mentions.rivals.reserve(hits.len() / 4);
        for candidate in self.open(&hits, &signalled, &mut mentions.passed_over) {
            if candidate.spelling.is(FULL_NAME) {
                self.introduce(&candidate, &mut introduced);
            }
            match self.name(&candidate) {
                Some(mention) => {
                    if candidate.spelling.is(SHARED) {
                        self.rivals(&candidate, mention, &mut mentions.rivals);
                    }
                    mentions.all.push(mention);
                }
                None => open.push(candidate),
            }
        }
        self.settle(&open, &introduced, &mut mentions);
        self.settle_organs(&mut mentions);
        mentions.passed_over.sort_by_key(|passed| passed.span);
        mentions.rivals.sort_by_key(|rival| (rival.at, rival.alias));
        self.settle_places(&mut mentions.all);
        self.beyond_names(&mut mentions, &signalled);
        mentions.named = Named::new(&mentions.all, |entity| mentions.id(self.data, entity));
        mentions
    }

    /// Adds those of surnames and of names of several whose bearer the sure mentions and what stands around them tell.
    fn settle(&self, open: &[Open], introduced: &[Introduced], mentions: &mut Mentions) {
        let mut late = Vec::with_capacity(open.len());
        // A surname whose last bearer was somebody else is still that person's: "Rosa Castro … Castro".
        let mut others: Vec<u32> = Vec::new();
        for candidate in open {
            let spelling = candidate.hit.spelling;
            match self.late(candidate, &mentions.all, introduced) {
                Ok(mention) if mention.rule == Rule::InOffice && others.contains(&spelling) => {
                    mentions.passed_over.push(candidate.passed_over(Reason::OtherPerson));
                }
                Ok(mention) => {
                    self.rivals(candidate, mention, &mut mentions.rivals);
                    late.push(mention);
                }
                Err(passed) => {
                    if passed.reason == Reason::OtherPerson {
                        others.push(spelling);
                    }
                    mentions.passed_over.push(passed);
                }
            }
        }
        add(&mut mentions.all, late);
    }

    /// What names nobody by a listed name: short forms, people whom the text introduces, roles, descriptions.
    fn beyond_names(&self, mentions: &mut Mentions, signalled: &Signalled) {
        let &Self { data, lexicon, text, sentences, date, .. } = self;
        let discovery = Discovery { data, lexicon, text, sentences, signalled };
        let halves = HalvesNamed { data, halves: self.halves, text, sentences, date }.find(&mentions.all);
        add(&mut mentions.all, halves);
        let coordinated = Coordinated { data, names: &self.scanner.names, text }.find(&mentions.all);
        add(&mut mentions.all, coordinated);
        let short_forms = discovery.short_forms(&mentions.all);
        add(&mut mentions.all, short_forms);
        let discoveries = discovery.people(&mentions.all);
        mentions.discovered = discoveries.people;
        add(&mut mentions.all, discoveries.mentions);
        let roles = Roles { data, lexicon, nouns: self.roles, signals: &self.scanner.signals, text, sentences, date };
        let beside = (0..mentions.all.len()).filter_map(|number| roles.beside(&mentions.all, number)).collect();
        add(&mut mentions.all, beside);
        let descriptions =
            Descriptions { data, nouns: self.descriptions, signalled, text, sentences, date, mentions: &mentions.all };
        let found = descriptions.find();
        add(&mut mentions.all, found);
    }

    /// The aliases that a hit may be.
    pub(super) fn aliases(&self, candidate: &Open) -> impl Iterator<Item = (u32, &'r Alias)> {
        let barred = candidate.barred;
        self.all_aliases(candidate.hit)
            .enumerate()
            .filter(move |&(order, _)| !is_barred(barred, order))
            .map(|(_, own)| own)
    }

    /// The aliases with a hit's spelling.
    pub(super) fn all_aliases(&self, hit: Hit) -> impl Iterator<Item = (u32, &'r Alias)> {
        let Self { data, guards, .. } = self;
        // Words that are no aliases have the highest numbers.
        let numbers = self.scanner.names.numbers(hit.spelling).iter().take_while(|&&number| guards.is_alias(number));
        numbers.map(|&number| (number, &data.aliases[number as usize]))
    }

    /// Adds the people whom the name may name in full.
    fn introduce(&self, candidate: &Open, introduced: &mut Vec<Introduced>) {
        let at = candidate.hit.span.start;
        if !candidate.spelling.is(SHARED) && candidate.barred == 0 {
            introduced.push(Introduced { entity: EntityRef::listed(candidate.spelling.entity), at });
            return;
        }
        let full: Meanings<'_> = self.aliases(candidate).filter(|(_, alias)| is_full_name(alias)).collect();
        // Of a father and a son of one name, the one whom the date tells.
        let one = if full.len() > 1 { self.one_of(candidate.hit.span, &full, &[]).ok() } else { None };
        let meant = full.iter().filter(|(number, _)| one.is_none_or(|(one, _)| one == *number));
        introduced.extend(meant.map(|(_, alias)| Introduced { entity: EntityRef::listed(alias.entity), at }));
    }

    /// The mention by a name that has one meaning.
    fn name(&self, candidate: &Open) -> Option<Mention> {
        let &Open { hit, sentence, spelling, barred } = candidate;
        if barred == 0 {
            let rule = if spelling.is(FULL_NAME) { Rule::FullName } else { Rule::OnlyBearer };
            return spelling.is(SURE).then(|| Mention {
                span: hit.span,
                entity: EntityRef::listed(spelling.entity),
                form: spelling.form,
                sentence,
                rule,
                alias: Some(spelling.alias),
                beside: hit.beside,
            });
        }
        let mut aliases = self.aliases(candidate);
        let (Some((number, alias)), None) = (aliases.next(), aliases.next()) else { return None };
        let rule = if is_full_name(alias) { Rule::FullName } else { Rule::OnlyBearer };
        let is_sure = alias.form != Form::Surname && !alias.after_name;
        is_sure.then(|| self.mention(candidate, number, rule))
    }

    pub(super) fn mention(&self, candidate: &Open, number: u32, rule: Rule) -> Mention {
        let alias = &self.data.aliases[number as usize];
        Mention {
            span: candidate.hit.span,
            entity: EntityRef::listed(alias.entity),
            form: alias.form,
            sentence: candidate.sentence,
            rule,
            alias: Some(number),
            beside: candidate.hit.beside,
        }
    }

    /// Notes who else bears the name of a mention.
    fn rivals(&self, candidate: &Open, mention: Mention, rivals: &mut Vec<Rival>) {
        let first = rivals.len();
        for (order, (alias, listed)) in self.all_aliases(candidate.hit).enumerate() {
            let entity = |rival: &Rival| self.data.aliases[rival.alias as usize].entity;
            let is_noted = rivals[first..].iter().any(|rival| entity(rival) == listed.entity);
            if !is_noted && mention.entity != EntityRef::listed(listed.entity) {
                rivals.push(Rival { at: mention.span.start, alias, barred: is_barred(candidate.barred, order) });
            }
        }
    }
}

pub(super) fn is_full_name(alias: &Alias) -> bool {
    alias.of_person && matches!(alias.form, Form::Name | Form::Official)
}

/// The bit of the alias that stands there in order; those beyond the last bit share it.
pub(super) fn bit(order: usize) -> u32 {
    1 << order.min(31)
}

fn is_barred(barred: u32, order: usize) -> bool {
    barred & bit(order) != 0
}
