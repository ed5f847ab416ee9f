//! The verb or noun above another, which says how that is put forward: "threatened to", "refused to", "its plan to".

use super::Frame;
use super::party::{Parties, party};
use crate::event::clause::aside::time_follows;
use crate::event::clause::subject::{Subject, clause_subject};
use crate::event::clause::{self, Left};
use crate::event::text::{Kind, Signs};
use crate::lexicon::{Clause, Govern, VerbForm};
use crate::word::WordList;

/// The verb above another.
pub(crate) struct Governor {
    pub(crate) govern: Govern,
    /// The subject that it gives the verb.
    pub(crate) subject: Parties,
    /// Who says so.
    pub(crate) says: Option<u32>,
    /// The verb or noun itself, where what stands around it bears on the deed below.
    above: Option<usize>,
    /// Whether the deed below did not happen, by the words around it.
    pub(super) undone: bool,
    /// Whether it is only supposed, by these.
    pub(super) supposed: bool,
}

impl Governor {
    pub(super) fn new(govern: Govern, subject: Parties) -> Self {
        Self { govern, subject, says: None, above: None, undone: false, supposed: false }
    }

    /// That which stands at a token.
    fn at(self, above: usize) -> Self {
        Self { above: Some(above), ..self }
    }
}

impl Left {
    /// Whether what the verb tells did not happen, nor is it refused.
    pub(crate) fn is_undone(&self, governor: Option<&Governor>) -> bool {
        if governor.is_some_and(|governor| governor.undone) {
            return true;
        }
        if self.negated {
            return !(self.future || self.would) || governor.is_some() || self.passive;
        }
        let kept =
            |governor: &Governor| matches!(governor.govern, Govern::Refusal { rejects: false } | Govern::Prevention);
        !self.obliged && governor.is_some_and(kept)
    }
}

impl Frame<'_> {
    /// The verb above another, and the subject of that other: what it gives it, else what stands left of it.
    pub(crate) fn governed_subject(&self, left: &Left, verb: usize) -> (Option<Governor>, Parties) {
        let governor = self.governed(left);
        let subject = match &governor {
            Some(governor) => Parties::from_slice(&governor.subject),
            None => self.meant(&left.subject, verb),
        };
        (governor, subject)
    }

    /// The verb that governs an infinitive or a gerund, and the subject that it gives it.
    pub(crate) fn governed(&self, left: &Left) -> Option<Governor> {
        let from = left.governed_from()?;
        let mut governor = self.governing(left, from)?;
        if let Some(above) = governor.above {
            self.carry_down(&mut governor, above, from);
        }
        Some(governor)
    }

    /// The same, whatever stands around it.
    pub(super) fn governing(&self, left: &Left, from: usize) -> Option<Governor> {
        if let Some(found) = self.governing_noun(from) {
            return Some(found);
        }
        // "is refusing, in spite of it, to send": over the insertion.
        let comma = from.checked_sub(1).filter(|&comma| self.line.kind(comma) == Kind::Comma);
        let opening = comma.and_then(|close| {
            let near = (close.saturating_sub(24)..close).rev().filter(|&at| self.line.kind(at) == Kind::Comma);
            near.into_iter().find(|&open| open > 0 && self.line.govern(open - 1).is_some())
        });
        let mut at = opening.unwrap_or(from);
        let limit = at.saturating_sub(14);
        while let Some(before) = at.checked_sub(1) {
            at = before;
            if at < limit {
                break;
            }
            if let Some(found) = self.compelled(at, from).filter(|_| left.infinitive.is_some()) {
                return Some(found);
            }
            // "is ready to": no verb of its own.
            let be = at.checked_sub(1).filter(|&be| self.line.kind(be) == Kind::Be);
            let whole = || be.and_then(|be| self.line.govern(be)).filter(|_| self.line.is_verb(at));
            // "met X and Finance Minister Y to discuss": no verb.
            let titled = || at > 0 && self.line.written(at).starts_with(|first: char| first.is_ascii_uppercase());
            let verb = || self.line.is_verb(at) && !is_journey(self.line.written(at)) && !titled();
            let light = || verb().then_some(Govern::Light);
            let Some(govern) = self.line.govern(at).or_else(whole).or_else(light) else {
                if matches!(self.line.kind(at), Kind::Break) {
                    break;
                }
                continue;
            };
            let own = self
                .subjects
                .iter()
                .rev()
                .find(|(verb, _)| *verb == at)
                .map(|(_, parties)| Parties::from_slice(parties));
            let own = own.unwrap_or_else(|| self.subject_at(at));
            if left.after_preposition.is_some() {
                // "jailed a man for attacking Y": the man did.
                if is_punishment(self.line.written(at)) {
                    return Some(Governor::new(Govern::Speech, Parties::new()));
                }
                // "accused Y of attacking Z": whoever is accused.
                let accuses =
                    matches!(self.line.written(from), "of" | "for" | "from" | "over" | "with" | "against" | "about");
                let tells_time = |next: usize| {
                    self.line.kind(next) == Kind::Adverb
                        || self.line.kind(next) == Kind::Preposition && time_follows(&self.line, next)
                };
                let behind = (at + 1..from).rev().find(|&next| !tells_time(next));
                let accused = behind.filter(|_| accuses).and_then(|next| self.groups.at(next));
                let says = own.first().map(|party| party.mention).filter(|_| accused.is_some());
                let mut subject = accused.map(|group| self.parties(group)).unwrap_or(own);
                // "followed Y in severing ties": both did.
                if self.line.written(from) == "in" && FOLLOWS.contains(&self.line.written(at)) {
                    let other = (at + 1..from).find_map(|next| self.groups.at(next));
                    subject.extend(other.map(|group| self.agents(Some(group))).unwrap_or_default());
                }
                // "failed to agree on opening it": what is above the verb.
                let to = at.checked_sub(1).filter(|&to| self.line.kind(to) == Kind::To);
                let above = to.and_then(|to| to.checked_sub(1)).and_then(|above| self.line.govern(above));
                let undone = |govern: &Govern| matches!(govern, Govern::Refusal { .. } | Govern::Prevention);
                let govern = above.filter(undone).unwrap_or(govern);
                let govern = if matches!(govern, Govern::Denial | Govern::Prevention | Govern::Refusal { .. }) {
                    govern
                } else {
                    Govern::Speech
                };
                let governor = Governor { says, ..Governor::new(govern, subject) };
                let plans = matches!(self.line.govern(at), Some(Govern::Plan | Govern::Continuing));
                return Some(if plans { governor.at(at) } else { governor });
            }
            // "does not plan to": nothing is done; "did not hesitate to": it is.
            let govern = match govern {
                Govern::Plan | Govern::Threat | Govern::Continuing | Govern::Light if self.is_denied(at) => {
                    return Some(Governor::new(Govern::Prevention, own));
                }
                Govern::Refusal { rejects: false } if self.is_denied(at) => {
                    let future = (at.saturating_sub(4)..at).any(|before| self.line.kind(before) == Kind::Will);
                    if future { Govern::Plan } else { Govern::Light }
                }
                govern => govern,
            };
            if govern == Govern::Request {
                let asked = (at + 1..from).find_map(|next| self.groups.at(next));
                // "wants to join": nobody else is asked.
                if asked.is_none() && at + 1 == from && left.infinitive.is_some() && self.line.is_verb(at) {
                    let form = self.line.form(at).unwrap_or(VerbForm::Past);
                    let passive = clause::left(&self.line, &self.groups, at, form).passive;
                    let own = if passive { Parties::new() } else { own };
                    return Some(Governor::new(if passive { govern } else { Govern::Plan }, own).at(at));
                }
                return Some(Governor::new(govern, asked.map(|group| self.parties(group)).unwrap_or_default()));
            }
            // "begged Y to post guards to stop arms": asked as well.
            if left.infinitive.is_some() && at > 1 && self.line.kind(at - 1) == Kind::To {
                let above = Left { infinitive: Some(at - 1), ..left.clone() };
                if let Some(above) = self.governed(&above).filter(|above| above.govern == Govern::Request) {
                    return Some(above);
                }
            }
            return Some(Governor::new(govern, own).at(at));
        }
        // "X followed Y in severing": the subject of a verb that is not known.
        let mut subject = self.last_subject();
        if subject.is_empty()
            && let Some(before) = clause_subject(&self.line, &self.groups, from)
        {
            subject = self.meant(&before, from);
        }
        Some(Governor::new(Govern::Light, subject))
    }

    /// Whether a verb is denied: "does not plan to". Who does not wait or cease to do something does it.
    fn is_denied(&self, verb: usize) -> bool {
        let line = &self.line;
        let goes_on = ["ceas", "stop", "wait"].iter().any(|stem| line.written(verb).starts_with(stem));
        let passes = |&at: &usize| {
            line.is_clause(at, Clause::Negator) || line.kind(at).is_auxiliary() || line.kind(at) == Kind::Adverb
        };
        let mut before = (verb.saturating_sub(4)..verb).rev().take_while(passes);
        line.holds(Signs::of_clause(Clause::Negator)) && !goes_on && before.any(|at| line.negates(at))
    }

    /// Whom a verb at a token makes do what an infinitive says: "prompted Y to recall". Of "allowed Y to" no more is known.
    fn compelled(&self, at: usize, to: usize) -> Option<Governor> {
        if let Some(sent) = self.sent(at) {
            return Some(Governor::new(Govern::Light, sent));
        }
        let written = self.line.written(at);
        let lets = LETS.holds(written);
        // "tried to persuade Y to leave": not yet.
        if matches!(written, "compel" | "force" | "induce" | "oblige" | "persuade" | "prompt" | "pressurise") {
            let group = (at + 1..to.min(at + 4)).find_map(|next| self.groups.at(next))?;
            return Some(Governor::new(Govern::Request, self.parties(group)));
        }
        if !lets && !COMPELS.holds(written) {
            return None;
        }
        let group = (at + 1..to.min(at + 4)).find_map(|next| self.groups.at(next))?;
        let subject = if lets { Parties::new() } else { self.parties(group) };
        Some(Governor::new(Govern::Light, subject).at(at))
    }

    /// The subject of a verb that was no cue, if it stands in its clause; else that of the verb before.
    fn subject_at(&self, verb: usize) -> Parties {
        let form = self.line.form(verb).unwrap_or(VerbForm::Past);
        let left = clause::left(&self.line, &self.groups, verb, form);
        match left.subject {
            Subject::Unknown if left.infinitive.is_none() && left.after_preposition.is_none() => Parties::new(),
            Subject::Unknown => self.last_subject(),
            subject => self.meant(&subject, verb),
        }
    }

    /// "Putin's decision to invade", "Uganda's refusal to extradite".
    pub(super) fn governing_noun(&self, to: usize) -> Option<Governor> {
        if let Some(found) = self.governing_noun_of(to) {
            return Some(found);
        }
        let noun = to.checked_sub(1).filter(|&noun| self.line.kind(noun) == Kind::Word)?;
        // "said that the ultimatum to storm Y was no longer valid": nobody is named who would.
        let opens = |at: usize| self.line.kind(at) == Kind::That || self.line.speaks(at).is_some();
        if noun > 1 && self.line.kind(noun - 1) == Kind::Determiner && opens(noun - 2) {
            return Some(Governor::new(Govern::Plan, Parties::new()));
        }
        let owner = (noun.saturating_sub(3)..noun).rev().find_map(|at| self.groups.at(at))?;
        let actors = &self.groups[owner].actors;
        if !actors.iter().all(|actor| actor.modifies) || self.groups[owner].last() + 3 < noun {
            return None;
        }
        // "made a Peruvian tour to back": whoever made it backs.
        if is_journey(self.line.written(noun)) {
            return None;
        }
        let govern = governs(self.line.written(noun)).unwrap_or(Govern::Plan);
        Some(Governor::new(govern, actors.iter().map(party).collect()).at(noun))
    }

    /// "the decision of X to invade", "a pledge by X to buy".
    fn governing_noun_of(&self, to: usize) -> Option<Governor> {
        let owner = self.groups.at(to.checked_sub(1)?)?;
        let of = self.groups[owner].first().checked_sub(1);
        let of = of.filter(|&of| matches!(self.line.kind(of), Kind::Of | Kind::By))?;
        let govern = governs(self.line.written(of.checked_sub(1)?))?;
        Some(Governor::new(govern, self.parties(owner)))
    }
}

/// Verbs that say that somebody does as others do.
const FOLLOWS: &[&str] = &["followed", "following", "follows", "joined", "joining", "joins"];

/// Verbs that make their object do something.
#[rustfmt::skip]
static COMPELS: WordList<64> = WordList::new(&[
    "caused", "causing", "compelled", "compelling", "drove", "drive", "driving", "forced", "forces", "forcing", "induced",
    "leading", "led", "obliged", "obliging", "persuaded", "persuading", "prompted", "prompting", "prompts", "provoked",
    "provoking", "pushed", "spurred", "spurring",
]);

/// Whether a verb makes its object do something, or lets it.
pub(super) fn moves_its_object(verb: &str) -> bool {
    COMPELS.holds(verb) || LETS.holds(verb)
}

/// What courts and the police do to people for what these did.
#[rustfmt::skip]
static PUNISHES: WordList<64> = WordList::new(&[
    "acquitted", "acquitting", "arrest", "arrested", "arresting", "arrests", "convict", "convicted", "convicting", "convicts",
    "deported", "detained", "executed", "extradited", "fined", "hanged", "imprisoned", "indicted", "jail", "jailed", "jailing", "jails",
    "prosecute", "prosecuted", "sentence", "sentenced", "sentences", "sentencing", "tried", "wanted",
]);

/// Whether a verb tells what is done to people for their deeds.
pub(super) fn is_punishment(verb: &str) -> bool {
    PUNISHES.holds(verb)
}

/// Whether a noun names a journey, to whose end an infinitive behind it tells.
fn is_journey(noun: &str) -> bool {
    matches!(noun, "journey" | "tour" | "trip" | "visit")
}

/// Verbs that leave their object free to do something.
#[rustfmt::skip]
static LETS: WordList<32> = WordList::new(&[
    "allow", "allowed", "allowing", "allows", "enable", "enabled", "enabling", "gave", "give", "given", "gives", "giving",
    "permit", "permits", "permitted", "permitting",
]);

/// What a noun makes of the infinitive behind it.
fn governs(noun: &str) -> Option<Govern> {
    Some(match noun {
        "efforts" => Govern::Plan,
        "action" | "decision" | "move" | "step" => Govern::Continuing,
        "refusal" | "reluctance" | "unwillingness" => Govern::Refusal { rejects: true },
        "failure" | "inability" => Govern::Refusal { rejects: false },
        "threat" | "threats" => Govern::Threat,
        "request" | "call" | "demand" | "appeal" => Govern::Request,
        "agreement" | "commitment" | "intention" | "offer" | "plan" | "plans" | "pledge" | "promise" | "readiness"
        | "undertaking" | "vow" | "willingness" => Govern::Plan,
        _ => return None,
    })
}
