//! Whom a deed is done to that another deed names: who was hurt "when X opened fire", who came so that X "scrambled jets", on
//! whom the sanctions were that "were lifted", who "took the floor" when somebody walked out.

use super::Frame;
use super::party::{Pairs, Parties, Party, is_among, pairs};
use crate::event::clause::Left;
use crate::event::clause::aside::links_clauses;
use crate::event::clause::subject::Subject;
use crate::event::text::Kind;
use crate::event::text::line::back_over;
use crate::event::told::Told;
use crate::lexicon::{Cue, VerbForm};
use crate::vocabulary::EventType;
use crate::word::WordList;

/// How far left of a passive the noun stands of what it ends, in tokens.
const REACH: usize = 20;

impl Frame<'_> {
    /// The pairs of a deed whose own clause names nobody whom it hits, or who alarms: another clause stands beside it.
    pub(crate) fn on_occasion(&self, event: EventType, left: &Left, last: usize, subject: &[Party]) -> Pairs {
        let others = match event {
            EventType::Assault => self.harmed(left, subject),
            EventType::Mobilize => self.approaching(last, subject),
            EventType::Protest => self.unless_own(self.speaking(last).or_else(|| self.hosting(last)), subject),
            _ => return Pairs::new(),
        };
        pairs(subject, &others)
    }

    /// Of "Y's men were killed when X opened fire" those who were.
    fn harmed(&self, left: &Left, subject: &[Party]) -> Parties {
        #[rustfmt::skip]
        static HARMED: WordList<32> = WordList::new(&["died", "hit", "hurt", "injured", "killed", "shot", "wounded"]);
        let Subject::Group(group) = left.subject else { return Parties::new() };
        let line = &self.line;
        let link = self.groups[group].first().checked_sub(1).filter(|&at| links_clauses(line, at));
        let victims = link.and_then(|link| {
            let (first, before) = (&self.groups[0], link.saturating_sub(12)..link);
            let apart = first.last() < link && self.groups.at(link - 1).is_none();
            let hurt = || before.clone().any(|at| at > first.last() && HARMED.holds(line.written(at)));
            (apart && hurt()).then_some(0)
        });
        self.unless_own(victims, subject)
    }

    /// Of "X scrambled jets after Y's bombers came near" those who came.
    fn approaching(&self, last: usize, subject: &[Party]) -> Parties {
        let line = &self.line;
        let end = (last + 20).min(line.tokens.len());
        let mut near = (last + 1..end).take_while(|&at| line.kind(at) != Kind::Break);
        let link = near.find(|&at| matches!(line.written(at), "after" | "as" | "when") || self.is_to_meet(at));
        let group = link.and_then(|link| (link + 1..link + 4).find_map(|at| self.groups.at(at)));
        self.unless_own(group, subject)
    }

    /// Of "X walked out as Y took the floor" those who speak.
    fn speaking(&self, last: usize) -> Option<usize> {
        #[rustfmt::skip]
        static SPEAKS: WordList<64> = WordList::new(&[
            "address", "addressed", "addresses", "addressing", "began", "floor", "podium", "rise", "rises", "rising", "rose", "rostrum",
            "speak", "speaking", "speaks", "speech", "spoke", "stood",
        ]);
        let line = &self.line;
        let near = last + 1..line.tokens.len().min(last + 16);
        let link = near.into_iter().find(|&at| matches!(line.written(at), "as" | "when" | "while"))?;
        let group = (link + 1..link + 4).find_map(|at| self.groups.at(at))?;
        let next = self.groups[group].last() + 1;
        let next = if line.kind(next) == Kind::Comma { next + 1 } else { next };
        let speaks = (next..next + 5).take_while(|&at| !matches!(line.kind(at), Kind::Comma | Kind::Break));
        let tells =
            |at: usize| SPEAKS.holds(line.written(at)) || line.is_verb(at) || line.form(at) == Some(VerbForm::Past);
        speaks.into_iter().any(tells).then_some(group)
    }

    /// Of "X boycotts a meeting that Y is to host" those who do.
    fn hosting(&self, last: usize) -> Option<usize> {
        let line = &self.line;
        let hosts = |at: &usize| matches!(line.written(*at), "convened" | "host" | "hosted" | "hosting" | "hosts");
        let near = last + 1..line.tokens.len().min(last + 24);
        let host = near.take_while(|&at| !matches!(line.kind(at), Kind::Break)).find(hosts)?;
        let link = |at: usize| {
            matches!(line.kind(at), Kind::Be | Kind::Have | Kind::Will | Kind::To | Kind::Adverb | Kind::Word)
        };
        let first = back_over(host, 5, link);
        self.groups.at(first.checked_sub(1).filter(|&group| group > last)?)
    }

    /// Against whom it is said to be: "stayed away from a fair in Z in protest at Y's walls".
    pub(crate) fn protested(&self, event: EventType, last: usize) -> Option<usize> {
        if event != EventType::Protest {
            return None;
        }
        let line = &self.line;
        let near = last + 1..line.tokens.len().min(last + 25);
        let protest = near.take_while(|&at| line.kind(at) != Kind::Break).find(|&at| line.written(at) == "protest");
        let against = protest.filter(|&at| matches!(line.written(at + 1), "against" | "at" | "over"));
        let whom = against.and_then(|at| (at + 2..at + 5).find_map(|at| self.groups.at(at)));
        let walks = matches!(line.written(last), "chamber" | "hall" | "of" | "out" | "room");
        whom.or_else(|| self.speaking(last).filter(|_| walks))
    }

    /// Whether "to" stands before a verb of going towards somebody.
    fn is_to_meet(&self, to: usize) -> bool {
        let meets = || matches!(self.line.written(to + 1), "escort" | "intercept" | "meet" | "shadow" | "track");
        self.line.kind(to) == Kind::To && meets()
    }

    /// Those of a group, if they are not those who act.
    fn unless_own(&self, group: Option<usize>, subject: &[Party]) -> Parties {
        let others = group.map(|group| self.targets(group, EventType::Assault)).unwrap_or_default();
        let own = others.iter().any(|other| is_among(&self.line, other.mention, subject));
        if own { Parties::new() } else { others }
    }

    /// Makes of the ban that a passive ends its end: "X's sanctions on Y were lifted" tells of no sanctions. Whether it did.
    pub(crate) fn lift(&self, cue: &Cue, verb: usize, told: &mut [Told]) -> bool {
        let line = &self.line;
        let start = line.tokens[verb.saturating_sub(REACH)].span().start;
        let count = self.told_here(told).len();
        let here = &told[told.len() - count..];
        let Some(last) = here.last().filter(|last| last.event == EventType::Coerce) else { return false };
        let trigger = last.detail.trigger;
        let ends = |at: usize| {
            matches!(line.kind(at), Kind::Break | Kind::That | Kind::Comma)
                || line.kind(at) == Kind::Word && line.is_finite(at)
        };
        let between = (verb.saturating_sub(REACH)..verb).filter(|&at| line.tokens[at].span().start > trigger.start);
        let bans = cue.code.is("085") || cue.code.is("0872");
        let Some(event) = cue.event.filter(|_| bans && trigger.start >= start) else { return false };
        if between.into_iter().any(|at| ends(at) || line.kind(at) == Kind::Will) {
            return false;
        }
        for told in told.iter_mut().rev().take(count).take_while(|told| told.detail.trigger == trigger) {
            told.event = event;
            told.detail.trigger = line.tokens[verb].span();
            (told.detail.cameo, told.detail.goldstein) = (cue.code, cue.goldstein);
        }
        true
    }

    /// Whether the verb before has told that a ban which a noun names has an end: "X lifted its country's sanctions on Y".
    pub(crate) fn is_lifted(&self, event: EventType, targets: &[Party], told: &[Told]) -> bool {
        let lifted = |last: &Told| {
            let bans = last.detail.cameo.is("085") || last.detail.cameo.is("0872");
            bans && is_among(&self.line, last.target, targets)
        };
        event == EventType::Coerce && self.told_here(told).last().is_some_and(lifted)
    }
}
