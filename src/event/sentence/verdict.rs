//! How somebody judges what the sentence told before: "…, a charge that Y denied", "…, which Y called absurd", "…, a step
//! condemned by Y", "… in what Y called aggression".

use crate::event::clause::subject::Subject;
use crate::event::clause::{self, remark};
use crate::event::frame::party::{Parties, Party, is_among, pairs};
use crate::event::frame::{Frame, deed};
use crate::event::text::line::back_over;
use crate::event::text::{Kind, Signs};
use crate::event::told::Told;
use crate::lexicon::{Clause, VerbForm};
use crate::vocabulary::{Class, EventType, Modality};
use crate::word::WordList;

/// Verbs that judge by themselves: for it, against it, and that it is not so.
#[rustfmt::skip]
static PRAISES: WordList<16> = WordList::new(&["applauded", "hailed", "praised", "welcomed", "welcomes"]);
#[rustfmt::skip]
static BLAMES: WordList<32> = WordList::new(&[
    "condemned", "condemns", "criticised", "criticized", "decried", "denounced", "deplored", "lambasted", "protested", "slammed",
]);
#[rustfmt::skip]
static DENIES: WordList<32> = WordList::new(&[
    "denied", "denies", "dismissed", "dismisses", "disputed", "disputes", "rejected", "rejects", "ridiculed",
]);

/// Words that speak well of what they are said of.
#[rustfmt::skip]
static GOOD: WordList<64> = WordList::new(&[
    "breakthrough", "brave", "constructive", "courageous", "encouraging", "excellent", "fair", "generous", "good", "heartening",
    "helpful", "historic", "important", "landmark", "milestone", "positive", "progress", "promising", "significant", "triumph",
    "useful", "victory", "welcome", "wise", "wonderful",
]);

/// Words that speak ill of it.
#[rustfmt::skip]
static BAD: WordList<256> = WordList::new(&[
    "absurd", "aggression", "aggressive", "appalling", "arbitrary", "arrogant", "atrocity", "barbaric", "barbarism", "barbarous",
    "baseless", "betrayal", "blackmail", "blatant", "breach", "brutal", "bullying", "callous", "contemptible", "cowardly", "crime",
    "crimes", "criminal", "cruel", "cynical", "dangerous", "deplorable", "despicable", "disappointing", "discriminatory",
    "disgraceful", "disproportionate", "excessive", "extortion", "fabricated", "fabrication", "fabrications", "false", "falsehood",
    "farce", "flagrant", "foolish", "genocide", "groundless", "hostile", "humiliating", "hypocritical", "illegal", "inflammatory",
    "inhuman", "inhumane", "insult", "insulting", "interference", "intolerable", "invasion", "irresponsible", "laughable", "lie",
    "lies", "ludicrous", "malicious", "massacre", "meddling", "mistake", "murder", "nonsense", "offensive", "outrage",
    "outrageous", "piracy", "ploy", "preposterous", "premature", "propaganda", "protectionism", "provocation", "provocations",
    "provocative", "reckless", "regrettable", "repulsive", "ridiculous", "robbery", "scandalous", "senseless", "sham", "shameful",
    "shocking", "slander", "slanderous", "spurious", "stupid", "terrorism", "terrorist", "theft", "tragic", "treachery",
    "unacceptable", "uncalled", "unfair", "unfounded", "unfriendly", "unhelpful", "unjust", "unjustified", "unjustifiable",
    "unlawful", "unprovoked", "unreasonable", "unwarranted", "untrue", "vile", "violation", "war", "worrying", "wrong",
]);

/// What a judgment is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    For,
    Against,
    /// It is not so.
    NotSo,
}

impl Frame<'_> {
    /// Adds what somebody says of the deeds that were told before, from `first` on.
    pub(super) fn verdicts(&self, first: usize, told: &mut Vec<Told>) {
        let line = &self.line;
        for verb in (3..line.tokens.len()).filter(|&at| line.has(at, Signs::JUDGES)) {
            let start = line.tokens[verb].start;
            if told[first..].iter().any(|told| told.detail.trigger.start == start) {
                continue;
            }
            let Some((judges, opening)) = self.judges(verb) else { continue };
            let Some(verdict) = self.verdict(verb) else { continue };
            let begins = line.tokens[opening].start;
            let before = |told: &&Told| told.detail.trigger.start < begins && !is_among(line, told.source, &judges);
            let Some(deed) = told[first..].iter().filter(before).max_by_key(|told| told.detail.trigger.start) else {
                continue;
            };
            let (event, trigger) = (deed.event, deed.detail.trigger);
            let verbal = matches!(event.class(), Class::VerbalConflict) || event == EventType::Agree;
            let to_them = is_among(line, deed.target, &judges);
            let judgment = match verdict {
                Verdict::For => deed::SUPPORT,
                Verdict::NotSo if verbal => deed::REJECT,
                Verdict::Against if event == EventType::Accuse && to_them => deed::REJECT,
                Verdict::NotSo => continue,
                Verdict::Against => deed::ACCUSE,
            };
            let mut judged = Parties::new();
            for told in told[first..].iter().filter(|told| told.detail.trigger == trigger && told.event == event) {
                if !is_among(line, told.source, &judged) && !is_among(line, told.source, &judges) {
                    judged.push(Party::named(told.source));
                }
            }
            let says = |&(source, target): &(Party, Party)| {
                self.event(judgment, (source, target), verb, Modality::Asserted, None)
            };
            let verdicts: Vec<Told> = pairs(&judges, &judged).iter().map(says).collect();
            told.extend(verdicts);
        }
    }

    /// Who judges by the verb at a token what went before, and where that judgment opens.
    fn judges(&self, verb: usize) -> Option<(Parties, usize)> {
        let line = &self.line;
        // "…, a step condemned by Y", "…, condemned by Y".
        if line.tokens.get(verb + 1).is_some_and(|next| next.kind == Kind::By) {
            let opening = self.opening_of_apposition(verb)?;
            let group = (verb + 2..verb + 4).find_map(|at| self.groups.at(at))?;
            return Some((self.agents(Some(group)), opening));
        }
        let left = clause::left(line, &self.groups, verb, VerbForm::Past);
        let Subject::Group(group) = left.subject else { return None };
        let plain = !left.passive && !left.negated && !left.conditional && !left.is_governed();
        let subject = self.groups[group].first();
        let before = subject.checked_sub(1).filter(|_| plain)?;
        let relative = line.is_clause(before, Clause::Relative) || line.kind(before) == Kind::That;
        let opening = match line.written(before) {
            // "…, which Y denied".
            "which" if before > 0 && line.kind(before - 1) == Kind::Comma => before - 1,
            // "in what Y called".
            "what" if before > 0 && line.kind(before - 1) == Kind::Preposition => before - 1,
            _ => self.opening_of_apposition(if relative { before } else { subject })?,
        };
        Some((self.parties(group), opening))
    }

    /// The comma before "a charge", "accusations", where the words end at a token.
    fn opening_of_apposition(&self, end: usize) -> Option<usize> {
        let line = &self.line;
        let noun = (end.saturating_sub(2)..end).rev().find(|&at| line.kind(at) != Kind::Adverb)?;
        if !remark::names_deed(line, noun) {
            return None;
        }
        let words = |at: usize| matches!(line.kind(at), Kind::Word | Kind::Determiner | Kind::Adverb);
        let first = back_over(noun, 4, words);
        first.checked_sub(1).filter(|&mark| matches!(line.kind(mark), Kind::Comma | Kind::Break))
    }

    /// What the verb at a token, with what follows it, says of what went before.
    fn verdict(&self, verb: usize) -> Option<Verdict> {
        let written = self.line.written(verb);
        if PRAISES.holds(written) {
            return Some(Verdict::For);
        }
        if BLAMES.holds(written) {
            return Some(Verdict::Against);
        }
        if DENIES.holds(written) {
            return Some(Verdict::NotSo);
        }
        let near = verb + 1..self.line.tokens.len().min(verb + 7);
        let mut words = near.take_while(|&at| !matches!(self.line.kind(at), Kind::Comma | Kind::Break));
        words.find_map(|at| {
            let written = self.line.written(at);
            let bad = BAD.holds(written).then_some(Verdict::Against);
            bad.or_else(|| GOOD.holds(written).then_some(Verdict::For))
        })
    }
}
