//! The pairs that a verb joins: its subject with whom its object, the clause or the sentence before names.

use crate::event::clause::group::Group;
use crate::event::clause::pronoun::Pronoun;
use crate::event::clause::subject::Subject;
use crate::event::clause::target::target;
use crate::event::clause::{Left, behind, object, relative, remark, usual};
use crate::event::frame::party::{Pairs, Parties, Party, gather, is_among, mutual, named, pairs};
use crate::event::frame::{Frame, speech};
use crate::event::text::{Kind, Signs};
use crate::lexicon::Cue;
use crate::vocabulary::EventType;
use crate::word::WordList;

/// A verb with a cue that fits it: the cue's last token, what stands left of it, who its subject is, and who accuses the
/// subject of the deed.
#[derive(Clone, Copy)]
pub(super) struct Joining<'a> {
    pub(super) cue: &'a Cue,
    pub(super) at: usize,
    pub(super) left: &'a Left,
    pub(super) subject: &'a [Party],
    pub(super) accuser: Option<&'a Party>,
}

impl Frame<'_> {
    /// The pairs that a verb joins.
    pub(super) fn around_verb(&self, verb: Joining<'_>) -> Pairs {
        let Joining { cue, at, left, subject, .. } = verb;
        let Some(event) = cue.event else { return Pairs::new() };
        if cue.charge {
            return self.charged(at, left, subject);
        }
        if left.passive {
            return self.around_passive(cue, event, at, left, subject);
        }
        if cue.undergone {
            return pairs(&self.doers(cue, event, at), &self.undergoing(left, subject, event));
        }
        if subject.is_empty() {
            return Pairs::new();
        }
        if object::each_other(&self.line, at + 1) {
            return mutual(subject);
        }
        let Some(mut targets) = self.named_targets(verb, event) else { return Pairs::new() };
        if targets.is_empty() {
            if let Some(found) = self.found_elsewhere(verb, event) {
                return found;
            }
            targets = self.meant_by_pronouns(verb, event);
        }
        if !cue.reciprocal {
            return pairs(subject, &targets);
        }
        if targets.is_empty() {
            // "spoke with both sides", "are fighting rebels": with others than one another.
            let fights = event == EventType::Assault && !cue.demands;
            let others = self.line.is_word(at + 1, &cue.to) || fights && self.has_object(at);
            let others = others || self.is_with_others(cue, at) || self.speaks_to_audience(at);
            return if others { Pairs::new() } else { mutual(subject) };
        }
        let mut both = pairs(subject, &targets);
        both.extend(pairs(&targets, subject));
        both
    }

    /// Who does to the subject what its verb says that it undergoes: "received aid from Y".
    fn doers(&self, cue: &Cue, event: EventType, at: usize) -> Parties {
        if cue.from_object {
            let source = object::direct_object(&self.line, &self.groups, at + 1);
            let source = source.map(|group| match self.fires(group, event) {
                true => gather(self.groups[group].actors.iter()),
                false => self.parties(group),
            });
            return source.unwrap_or_default();
        }
        let from = behind::group(&self.line, &self.groups, &cue.from, at + 1, 12);
        let mut source = self.agents(from);
        // "depends on imports from Y", "on Y's gas".
        if source.is_empty()
            && event == EventType::Aid
            && let Some(group) = from.or_else(|| behind::within(&self.line, &self.groups, &cue.from, at + 1))
        {
            source = self.agents_or_owners(group);
        }
        for group in from.map(|group| behind::distributed(&self.line, &self.groups, group)).unwrap_or_default() {
            source.extend(self.agents(Some(group)));
        }
        // "received U.S. food aid": whose it is.
        if source.is_empty() && event == EventType::Aid && cue.demands {
            let owner = object::direct_object(&self.line, &self.groups, at + 1);
            source = owner.map(|group| self.owners(group)).unwrap_or_default();
        }
        source
    }

    /// Whom the verb's clause names as its target, if anybody; `None` where it says that the deed is another's.
    fn named_targets(&self, Joining { cue, at, left, subject, .. }: Joining<'_>, event: EventType) -> Option<Parties> {
        let deterred = Some(event).filter(|&event| event == EventType::Mobilize);
        let deterred = deterred.and_then(|_| usual::deterred(&self.line, &self.groups, at + 1));
        let deterred = deterred.or_else(|| self.protested(event, at));
        let target = deterred.or_else(|| target(&self.line, &self.groups, cue, at + 1, 14, true));
        // "moved two corps to Y's frontier": nobody is attacked there.
        if event == EventType::Assault
            && target.is_some_and(|target| object::owns_border(&self.line, &self.groups[target]))
        {
            return None;
        }
        // "approved Y's accession to Z": Y joins.
        let owner = |group: &Group| {
            group.first() > at
                && group.actors.iter().all(|actor| actor.modifies && !is_among(&self.line, actor.mention, subject))
        };
        let joins = matches!(event, EventType::Join | EventType::Withdraw);
        if joins && target.is_some_and(|target| self.groups[..target].iter().any(owner)) {
            return None;
        }
        let relative = || match left.subject {
            Subject::Group(group) => relative::object(&self.line, &self.groups, cue, group),
            _ => None,
        };
        let mut targets = target.or_else(relative).map(|group| self.targets(group, event)).unwrap_or_default();
        // "X did so, a step that Y condemned": Y's word on X.
        if targets.is_empty()
            && remarks(cue)
            && let Subject::Group(group) = left.subject
            && remark::resumes_clause(&self.line, &self.groups, group)
        {
            targets = self.before_other_than(subject);
        }
        for group in target.map(|group| behind::distributed(&self.line, &self.groups, group)).unwrap_or_default() {
            targets.extend(self.targets(group, event));
        }
        Some(targets)
    }

    /// The pairs of a verb whose target stands outside its clause, if one of the usual ways to say so leads there.
    fn found_elsewhere(&self, verb: Joining<'_>, event: EventType) -> Option<Pairs> {
        let Joining { cue, at, left, subject, accuser } = verb;
        let is_own = |at: usize| matches!(self.line.written(at), "its" | "their");
        // "accused Y of seizing two of its ships": the accuser's.
        if let Some(accuser) = accuser
            && (at + 1..(at + 5).min(self.line.tokens.len())).any(is_own)
        {
            return Some(pairs(subject, std::slice::from_ref(accuser)));
        }
        // "X said that Y had shelled its villages": the speaker's.
        if event == EventType::Assault && matches!(left.subject, Subject::Group(_)) {
            let speakers = self.speakers_own(at, subject);
            if !speakers.is_empty() {
                return Some(pairs(subject, &speakers));
            }
        }
        let is_pronoun = matches!(left.subject, Subject::Pronoun(Pronoun::It | Pronoun::Person));
        // "X told Y that it was leaving it".
        let turns = matches!(event, EventType::Reject | EventType::Retreat | EventType::Sanction | EventType::Withdraw);
        if turns && is_pronoun {
            let told = speech::addressee(&self.line, &self.groups, at);
            let told = told.map(|group| self.targets(group, event)).unwrap_or_default();
            if !told.iter().any(|party| is_among(&self.line, party.mention, subject)) && !told.is_empty() {
                return Some(pairs(subject, &told));
            }
        }
        // "expelled envoys whom it accused of": whom the pronoun "whom" means.
        if cue.direct
            && is_pronoun
            && let Some(head) = self.head_of_relative(at)
        {
            return Some(pairs(subject, &self.targets(head, event)));
        }
        cue.mediates().then(|| pairs(subject, &self.gone_between(at, subject)))
    }

    /// Whom a pronoun behind the verb means, as its object or whose its object is.
    fn meant_by_pronouns(&self, Joining { cue, at, subject, .. }: Joining<'_>, event: EventType) -> Parties {
        // "called the plan unfair and rejected it": no state.
        const REFUSES: &[&str] = &["block", "dismiss", "oppos", "reject", "veto"];
        let refuses = REFUSES.iter().any(|stem| self.line.written(at).starts_with(stem));
        if refuses && self.line.written(at + 1) == "it" {
            return Parties::new();
        }
        let targets = self.fitting_targets(self.object_pronoun(cue, at, subject), event);
        match targets.is_empty() && remarks(cue) && event != EventType::Support {
            true => self.owner_of_object(at, subject),
            false => targets,
        }
    }

    /// Whether a noun stands behind a verb that ends at a token, other than one that tells how two fight: "a third war".
    fn has_object(&self, verb: usize) -> bool {
        #[rustfmt::skip]
        static BOUTS: WordList<64> = WordList::new(&["battle", "battles", "days", "decades", "duel", "duels", "months", "rounds", "skirmishes", "times", "war", "wars", "weeks", "years"]);
        let line = &self.line;
        let goes_on = |&at: &usize| matches!(line.kind(at), Kind::Word | Kind::Capital | Kind::Determiner | Kind::Of);
        let mut near = (verb + 1..(verb + 6).min(line.tokens.len())).take_while(goes_on).peekable();
        near.peek().is_some() && !near.any(|at| BOUTS.holds(line.written(at)))
    }

    /// Who says that a deed was done to its own: "X said that Y had shelled its villages".
    fn speakers_own(&self, verb: usize, subject: &[Party]) -> Parties {
        let line = &self.line;
        let own = (verb + 1..verb + 5).any(|at| matches!(line.written(at), "its" | "their" | "our"));
        if !own || !line.holds(Signs::SPEAKS) {
            return Parties::new();
        }
        let said = speech::said(line, &self.groups, &self.before.subject);
        let speaker =
            speech::speaker_at(&said, verb).map(|said| Parties::from_slice(said.speaker())).unwrap_or_default();
        let own = speaker.iter().any(|party| is_among(line, party.mention, subject));
        if own { Parties::new() } else { speaker }
    }

    /// The group before a relative pronoun whose subject is the pronoun before a verb: "envoys whom it had accused".
    fn head_of_relative(&self, verb: usize) -> Option<usize> {
        let line = &self.line;
        let auxiliary = |at: &usize| matches!(line.kind(*at), Kind::Have | Kind::Adverb);
        let pronoun = (verb.saturating_sub(4)..verb).rev().find(|at| !auxiliary(at))?;
        let relative = pronoun.checked_sub(1).filter(|&at| matches!(line.written(at), "whom" | "which"))?;
        let head = relative.checked_sub(1)?;
        let head = if line.kind(head) == Kind::Comma { head.checked_sub(1)? } else { head };
        let near = (head.saturating_sub(6)..=head).rev();
        near.take_while(|&at| !matches!(line.kind(at), Kind::Break | Kind::That)).find_map(|at| self.groups.at(at))
    }

    /// Whom the clause before, or else the sentence before, was about, if that is somebody else than the subject.
    pub(super) fn before_other_than(&self, subject: &[Party]) -> Parties {
        let same = |mention: u32| is_among(&self.line, mention, subject);
        let other = |parties: &&Parties| !parties.is_empty() && !parties.iter().any(|party| same(party.mention));
        if let Some(parties) = self.subjects.iter().rev().map(|(_, parties)| parties).find(other) {
            return parties.clone();
        }
        let before = &self.before.subject;
        match before.iter().any(|&mention| same(mention)) {
            true => Parties::new(),
            false => named(before),
        }
    }

    /// The subject of what it undergoes, which need not be able to act.
    pub(crate) fn undergoing(&self, left: &Left, subject: &[Party], event: EventType) -> Parties {
        match left.subject {
            Subject::Group(group) => self.targets(group, event),
            // "inspectors from Y were thrown out".
            Subject::Unknown if subject.is_empty() => {
                let named = |group: &usize| self.groups[*group].actors.iter().all(|actor| !actor.modifies);
                left.owner.or(left.hung_on.filter(named)).map(|group| self.targets(group, event)).unwrap_or_default()
            }
            _ => self.fitting_targets(subject.into(), event),
        }
    }
}

/// Whether a verb tells what somebody thinks of somebody, who is its object.
fn remarks(cue: &Cue) -> bool {
    cue.direct && matches!(cue.event, Some(EventType::Accuse | EventType::Support | EventType::Reject))
}
