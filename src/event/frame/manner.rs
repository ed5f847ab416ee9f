//! How an event is put forward: the verb above it, negation, what is only planned or recalled.

use super::Frame;
use super::party::{Parties, party};
use crate::event::clause::aside::time_follows;
use crate::event::clause::subject::{Subject, clause_subject};
use crate::event::clause::{self, Left};
use crate::event::text::{Kind, Line, Signs};
use crate::lexicon::{Clause, Govern, VerbForm};
use crate::vocabulary::{EventType, Modality};
use crate::word::WordList;

/// How an event is put forward, and what its type really is.
pub(crate) struct Manner {
    pub(crate) modality: Modality,
    pub(crate) event: Option<EventType>,
    /// Whether it only fills in what another verb told: a noun, an infinitive.
    pub(crate) fills_in: bool,
    /// Whether harm that is to come is a threat: "will attack unless", "warned that it would attack".
    pub(crate) threatens: bool,
    /// Whether it is still to come: an attack that is announced is a threat.
    pub(crate) to_come: bool,
    /// Who says so, where a verb of accusing governs it.
    pub(crate) says: Option<u32>,
}

impl Manner {
    /// What is simply put forward so.
    pub(crate) const fn new(modality: Modality) -> Self {
        Self { modality, event: None, fills_in: false, threatens: false, to_come: false, says: None }
    }
}

/// The verb above another.
pub(crate) struct Governor {
    pub(crate) govern: Govern,
    /// The subject that it gives the verb.
    pub(crate) subject: Parties,
    /// Who says so.
    pub(crate) says: Option<u32>,
}

impl Governor {
    fn new(govern: Govern, subject: Parties) -> Self {
        Self { govern, subject, says: None }
    }
}

impl Left {
    /// Whether what the verb tells did not happen, nor is it refused.
    pub(crate) fn is_undone(&self, governor: Option<&Governor>) -> bool {
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
            let light = || (self.line.is_verb(at) && !is_journey(self.line.written(at))).then_some(Govern::Light);
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
                let accused = behind.filter(|_| accuses).and_then(|next| clause::group_at(&self.groups, next));
                let says = own.first().map(|party| party.mention).filter(|_| accused.is_some());
                let mut subject = accused.map(|group| self.parties(group)).unwrap_or(own);
                // "followed Y in severing ties": both did.
                if self.line.written(from) == "in" && FOLLOWS.contains(&self.line.written(at)) {
                    let other = (at + 1..from).find_map(|next| clause::group_at(&self.groups, next));
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
                return Some(Governor { govern, subject, says });
            }
            if govern == Govern::Request {
                let asked = (at + 1..from).find_map(|next| clause::group_at(&self.groups, next));
                // "wants to join": nobody else is asked.
                if asked.is_none() && at + 1 == from && left.infinitive.is_some() && self.line.is_verb(at) {
                    let form = self.line.form(at).unwrap_or(VerbForm::Past);
                    let passive = clause::left(&self.line, &self.groups, at, form).passive;
                    let own = if passive { Parties::new() } else { own };
                    return Some(Governor::new(if passive { govern } else { Govern::Plan }, own));
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
            return Some(Governor::new(govern, own));
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

    /// Whom a verb at a token makes do what an infinitive says: "prompted Y to recall". Of "allowed Y to" no more is known.
    fn compelled(&self, at: usize, to: usize) -> Option<Governor> {
        let written = self.line.written(at);
        let lets = LETS.holds(written);
        if !lets && !COMPELS.holds(written) {
            return None;
        }
        let group = (at + 1..to.min(at + 4)).find_map(|next| clause::group_at(&self.groups, next))?;
        let subject = if lets { Parties::new() } else { self.parties(group) };
        Some(Governor::new(Govern::Light, subject))
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
        let owner = (noun.saturating_sub(3)..noun).rev().find_map(|at| clause::group_at(&self.groups, at))?;
        let actors = &self.groups[owner].actors;
        if !actors.iter().all(|actor| actor.modifies) || self.groups[owner].last() + 3 < noun {
            return None;
        }
        // "made a Peruvian tour to back": whoever made it backs.
        if is_journey(self.line.written(noun)) {
            return None;
        }
        let govern = governs(self.line.written(noun)).unwrap_or(Govern::Plan);
        Some(Governor::new(govern, actors.iter().map(party).collect()))
    }

    /// "the decision of X to invade", "a pledge by X to buy".
    fn governing_noun_of(&self, to: usize) -> Option<Governor> {
        let owner = clause::group_at(&self.groups, to.checked_sub(1)?)?;
        let of = self.groups[owner].first().checked_sub(1);
        let of = of.filter(|&of| matches!(self.line.kind(of), Kind::Of | Kind::By))?;
        let govern = governs(self.line.written(of.checked_sub(1)?))?;
        Some(Governor::new(govern, self.parties(owner)))
    }

    /// Whether "may" or "might" stands before a verb, and a condition behind it.
    fn may_follow(&self, verb: usize) -> bool {
        let line = &self.line;
        let near = (verb.saturating_sub(3)..verb).rev().take_while(|&at| line.kind(at) != Kind::Break);
        near.into_iter().any(|at| matches!(line.written(at), "may" | "might")) && self.is_conditional(verb)
    }

    /// Whether what is to come hangs on a condition behind the verb, or is what somebody warns of before it, or behind a
    /// comma.
    fn is_threat(&self, verb: usize) -> bool {
        let line = &self.line;
        let near = (verb.saturating_sub(12)..verb).rev().take_while(|&at| line.kind(at) != Kind::Break);
        let behind = || {
            let mut commas = (verb + 1..line.tokens.len()).filter(|&at| line.kind(at) == Kind::Comma);
            commas.next().is_some_and(|comma| (comma + 1..line.tokens.len()).any(|at| is_warning(line.written(at))))
        };
        self.is_conditional(verb) || near.into_iter().any(|at| is_warning(line.written(at))) || behind()
    }

    /// Whether a condition stands behind a verb.
    fn is_conditional(&self, verb: usize) -> bool {
        let line = &self.line;
        (verb + 1..(verb + 40).min(line.tokens.len())).any(|at| matches!(line.written(at), "if" | "unless"))
    }

    /// What the verb above makes of the clause of another: "denied that X had done", "demanded that X do".
    fn above_clause(&self, verb: usize) -> Option<Modality> {
        let line = &self.line;
        if !line.holds(Signs::IS_THAT) {
            return None;
        }
        let clause = (verb.saturating_sub(14)..verb).rev().take_while(|&at| line.kind(at) != Kind::Break);
        let that = clause.into_iter().find(|&at| line.kind(at) == Kind::That)?;
        let is_verb = |&at: &usize| line.is_verb(at) || line.form(at) == Some(VerbForm::Gerund);
        // "denied a report in X's biggest newspaper that".
        let parted = (that.saturating_sub(8)..that).any(|at| line.kind(at) == Kind::Comma);
        let reach = if parted { 8 } else { 12 };
        let above = || (that.saturating_sub(reach)..that).filter(is_verb).filter_map(|at| line.govern(at));
        if above().any(|govern| govern == Govern::Denial) {
            return Some(Modality::Denied);
        }
        let asked = line.form(verb) == Some(VerbForm::Base) && above().any(|govern| govern == Govern::Request);
        asked.then_some(Modality::Asked)
    }

    /// Whether a verb of saying stands before a verb in its clause: "said that it would".
    fn is_reported(&self, verb: usize) -> bool {
        let near = verb.saturating_sub(12)..verb;
        let speaks = |at: usize| {
            let written = self.line.written(at);
            self.line.speaks(at).is_some()
                || is_warning(written)
                || matches!(written, "notice" | "notification" | "word" | "signals")
        };
        near.rev().take_while(|&at| self.line.kind(at) != Kind::Break).any(speaks)
    }

    /// How the event is put forward; `None` when it is denied or did not happen.
    pub(crate) fn manner(&self, left: &Left, verb: usize, governor: Option<&Governor>) -> Option<Manner> {
        if left.is_undone(governor) {
            return None;
        }
        if left.negated {
            // "would not extradite": a refusal.
            return Some(Manner { event: Some(EventType::Reject), ..Manner::new(Modality::Asserted) });
        }
        let fills_in = governor.is_some();
        let says = governor.and_then(|governor| governor.says);
        let as_told = |modality| Some(Manner { fills_in, says, ..Manner::new(modality) });
        let turned = |modality, event| Some(Manner { event: Some(event), fills_in, says, ..Manner::new(modality) });
        if left.obliged {
            return as_told(Modality::Asked);
        }
        match governor.map(|governor| governor.govern) {
            Some(Govern::Threat) => return turned(Modality::Asserted, EventType::Threaten),
            Some(Govern::Refusal { rejects: true }) => return turned(Modality::Asserted, EventType::Reject),
            Some(Govern::Denial) => return as_told(Modality::Denied),
            Some(Govern::Request) => return as_told(Modality::Asked),
            // "is ready to strike unless": held out.
            Some(Govern::Plan) => {
                let event = Some(EventType::Agree);
                let threatens = self.is_conditional(verb);
                return Some(Manner { event, fills_in, says, threatens, ..Manner::new(Modality::Planned) });
            }
            Some(Govern::Speech) if !left.conditional => return as_told(Modality::Attributed),
            _ => {}
        }
        if let Some(modality) = self.above_clause(verb) {
            return as_told(modality);
        }
        // "may shut the valves unless": a threat, if it is of harm.
        if left.conditional && self.may_follow(verb) {
            return Some(Manner { fills_in, threatens: true, says, ..Manner::new(Modality::Hypothetical) });
        }
        let reported = left.would && self.is_reported(verb);
        if left.conditional || left.would && !reported {
            return as_told(Modality::Hypothetical);
        }
        if left.future || reported {
            let threatens = self.is_threat(verb);
            return Some(Manner { fills_in, threatens, to_come: true, says, ..Manner::new(Modality::Planned) });
        }
        if self.past { as_told(Modality::Past) } else { as_told(Modality::Asserted) }
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

/// Whether harm is warned of.
pub(super) fn is_warning(verb: &str) -> bool {
    matches!(verb, "cautioned" | "cautions" | "threatened" | "threatens" | "warned" | "warns" | "warning")
}

/// What a noun makes of the infinitive behind it.
fn governs(noun: &str) -> Option<Govern> {
    Some(match noun {
        "efforts" => Govern::Plan,
        "decision" | "move" | "step" => Govern::Continuing,
        "refusal" | "reluctance" | "unwillingness" => Govern::Refusal { rejects: true },
        "failure" | "inability" => Govern::Refusal { rejects: false },
        "threat" | "threats" => Govern::Threat,
        "request" | "call" | "demand" | "appeal" => Govern::Request,
        "agreement" | "commitment" | "intention" | "offer" | "plan" | "plans" | "pledge" | "promise" | "readiness"
        | "undertaking" | "vow" | "willingness" => Govern::Plan,
        _ => return None,
    })
}

/// Whether the sentence recalls what was before, and the year it names.
pub(crate) fn recalled(line: &Line<'_>) -> (bool, Option<i16>) {
    let marked = line.holds(Signs::of_clause(Clause::Past));
    let date = line.events.date;
    // "1998", "1990s".
    let short = line
        .tokens
        .numbers
        .iter()
        .map(|&at| line.written(at as usize))
        .filter(|written| matches!(written.len(), 4 | 5));
    let year = short.into_iter().find_map(|written| {
        let digits = written.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        let year: i16 = digits.parse().ok()?;
        ((1800..2100).contains(&year) && date.is_none_or(|date| year + 1 < date.year())).then_some(year)
    });
    match date {
        Some(_) => (marked || year.is_some(), year),
        None => (marked, year.filter(|_| marked)),
    }
}
