//! The events of one sentence: each cue is asked for its own, then the whole for what no cue alone tells.

mod name_part;
mod threat;
mod ties;
mod until;
mod verdict;
mod warning;

use crate::event::clause::actor::Actor;
use crate::event::clause::behind;
use crate::event::clause::head::is_longer_cue;
use crate::event::clause::subject::Subject;
use crate::event::clause::{self, Left};
use crate::event::frame::manner::Manner;
use crate::event::frame::party::pairs;
use crate::event::frame::{Frame, deed, speech};
use crate::event::text::{Kind, Signs};
use crate::event::told::Told;
use crate::lexicon::{Clause, VerbForm};
use crate::vocabulary::{Form, Modality, Sector};

impl Frame<'_> {
    /// Adds the sentence's events.
    pub(crate) fn events(&mut self, told: &mut Vec<Told>) {
        let first = told.len();
        let mut at = 0;
        while let Some(cue) = self.line.next_cue(at) {
            at = self.at(cue, told) + 1;
        }
        self.ties(first, told);
        let conditional = self.line.holds(Signs::of_clause(Clause::Conditional));
        let supposes = conditional || self.line.holds(Signs::WARNS);
        if told.len() > first || supposes && self.groups.len() > 1 {
            let said = speech::said(&self.line, &self.groups, &self.before.subject);
            speech::attribute(&self.line, &said, &mut told[first..]);
            self.charges(&said, first, told);
            if conditional {
                self.threats(&said, told);
            }
            if told.len() > first && self.line.holds(Signs::JUDGES) {
                self.verdicts(first, told);
            }
            if self.line.holds(Signs::WARNS) {
                self.warned(told);
            }
        }
        if self.groups.len() > 1 && self.line.holds(Signs::UNTIL) {
            self.refused_until(first, told);
        }
        self.obligations(told);
    }

    /// The events of the cues that begin with a token; the last token of what was read.
    fn at(&mut self, at: usize, told: &mut Vec<Told>) -> usize {
        if self.is_surname(at) || self.describes_agents(at) {
            return at;
        }
        if let Some(form) = self.line.form(at)
            && !(self.is_noun_here(at)
                || self.is_in_name(at)
                || self.is_auxiliary(at)
                || self.names_an_actor(at)
                || self.describes_name(at, form))
            && let Some(end) = self.verb(at, form, told)
        {
            return end;
        }
        // "are fighting": no noun.
        let goes_on = || self.line.form(at) == Some(VerbForm::Gerund) && at > 0 && self.line.kind(at - 1) == Kind::Be;
        if self.line.is_cue_noun(at)
            && !goes_on()
            && !self.can_be_no_noun(at)
            && !self.names_forces(at)
            && !self.is_amid_name(at)
            && let Some(end) = self.noun(at, told)
        {
            return end;
        }
        if at > 0 && self.line.kind(at - 1) == Kind::Hyphen {
            self.suffix(at, told);
        }
        at
    }

    /// Whether an auxiliary makes a verb of what may be a noun: "would stay on in Y", "to stop dumping in Y".
    fn can_be_no_noun(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|_| matches!(self.line.written(at), "stay" | "stop"));
        before.is_some_and(|before| {
            matches!(self.line.kind(before), Kind::To | Kind::Will)
                || matches!(
                    self.line.written(before),
                    "can" | "cannot" | "could" | "may" | "might" | "must" | "should" | "would"
                )
        })
    }

    /// What somebody is told that it must do: "X said that Y must".
    fn obligations(&self, told: &mut Vec<Told>) {
        if !self.line.holds(Signs::OBLIGES) {
            return;
        }
        let obligations = (0..self.line.tokens.len()).filter_map(|at| Some((at, self.line.obligation(at)?)));
        let mut said = None;
        for (at, cue) in obligations {
            let left = clause::left(&self.line, &self.groups, at, VerbForm::Base);
            let group = match left.subject {
                Subject::Group(group) | Subject::Same(Some(group)) => group,
                Subject::Pronoun(_) => match speech::addressee(&self.line, &self.groups, at) {
                    Some(group) => group,
                    None => continue,
                },
                _ => continue,
            };
            if self.is_no_demand(at, &left, group) {
                continue;
            }
            // "…, should Y try": a condition.
            if self.line.kind(at - 1) == Kind::Comma && self.groups.at(at + 1).is_some() {
                continue;
            }
            if let Some((threat, source)) = self.or_else(at) {
                let pairs = pairs(&source, &self.parties(group));
                let made = pairs.iter().map(|&pair| self.event(deed::THREATEN, pair, threat, Modality::Asserted, None));
                let made: Vec<Told> = made.filter(|told| told.source != told.target).collect();
                told.extend(made);
                continue;
            }
            let said = said.get_or_insert_with(|| speech::said(&self.line, &self.groups, &self.before.subject));
            let Some(said) = speech::speaker_at(said, at) else { continue };
            let cue = self.cue(cue.into());
            let Some(event) = cue.event else { continue };
            let manner = Manner::new(Modality::Asserted);
            let found = pairs(said.speaker(), &self.parties(group));
            self.tell(cue, event, at, &manner, found, told);
        }
    }

    /// Whether a word of obligation asks for nothing: "did not have to", "debated whether Y should".
    fn is_no_demand(&self, obligation: usize, left: &Left, subject: usize) -> bool {
        let spared = left.negated && matches!(self.line.written(obligation), "have" | "has" | "had" | "need" | "needs");
        let before = self.groups[subject].first().checked_sub(1);
        let asks =
            |at: usize| matches!(self.line.written(at), "how" | "if" | "what" | "when" | "where" | "whether" | "why");
        spared || before.is_some_and(asks)
    }

    /// Whether the token is part of a noun that says who acts: "patrol boats".
    fn names_an_actor(&self, at: usize) -> bool {
        self.actor_named_by(at).is_some()
    }

    /// Whether a participle only says what became of whom the name behind it names: "loyal to ousted President X".
    fn describes_name(&self, at: usize, form: VerbForm) -> bool {
        form == VerbForm::Past && self.groups.at(at).is_some_and(|group| self.groups[group].first() <= at)
    }

    /// Whether the token is part of a noun that says which forces act: "peacekeeping troops".
    fn names_forces(&self, at: usize) -> bool {
        self.actor_named_by(at).is_some_and(|actor| actor.sector == Some(Sector::Military))
    }

    /// The actor who is named by a noun that a token is part of.
    fn actor_named_by(&self, at: usize) -> Option<&Actor> {
        let group = self.groups.at(at)?;
        let actors = &self.groups[group].actors;
        actors.iter().find(|actor| actor.sector.is_some() && (actor.first..=actor.last).contains(&at))
    }

    /// Whether a word with a capital is somebody's name behind that of a land: "Israel's Levy to meet".
    fn is_surname(&self, at: usize) -> bool {
        let opens = |at: usize, is: fn(char) -> bool| self.line.written(at).starts_with(is);
        let owned = |at: usize| at > 0 && self.line.kind(at - 1) == Kind::Possessive;
        opens(at, |first| first.is_ascii_uppercase())
            && owned(at)
            && opens(at + 1, |first| first.is_ascii_lowercase())
            && opens(at + 2, |first| first.is_ascii_lowercase())
    }

    /// Whether a gerund only describes those behind "by": "was looted by retreating X soldiers".
    fn describes_agents(&self, at: usize) -> bool {
        self.line.form(at) == Some(VerbForm::Gerund)
            && at > 0
            && self.line.kind(at - 1) == Kind::By
            && self.line.written(at) != "visiting"
            && behind::describes(&self.line, &self.groups, at)
    }

    /// Whether "have" only makes the perfect of a verb behind it: "have reached".
    fn is_auxiliary(&self, at: usize) -> bool {
        if self.line.kind(at) != Kind::Have {
            return false;
        }
        let next = (at + 1..self.line.tokens.len()).find(|&next| self.line.kind(next) != Kind::Adverb);
        next.is_some_and(|next| {
            self.line.kind(next) == Kind::Be
                // "has canceled a meeting".
                || self.line.written(next).ends_with("ed") && self.line.kind(next + 1) == Kind::Determiner
                || matches!(self.line.form(next), Some(VerbForm::Past | VerbForm::Participle))
                // Participles that are spelled as the infinitive.
                || matches!(self.line.written(next), "become" | "come" | "cut" | "hit" | "let" | "put" | "quit" | "run" | "set" | "shut")
        })
    }

    /// Whether a mention is a land's adjective, which may be one of its people too: "Iraqi".
    fn is_adjective(&self, number: u32) -> bool {
        let events = self.line.events;
        let mention = &events.mentions[number as usize];
        mention.form == Form::Demonym && !mention.span.of(events.text).ends_with('s')
    }

    /// Whether a noun of help or trade stands behind the name of one, of whom it would be no form as a verb.
    fn is_singular_before(&self, number: u32, before: usize, at: usize) -> bool {
        let line = &self.line;
        let noun = matches!(
            line.written(at),
            "aid"
                | "arm"
                | "export"
                | "finance"
                | "fund"
                | "grant"
                | "import"
                | "loan"
                | "offer"
                | "supply"
                | "support"
                | "trade"
        );
        let one = |group: usize| self.groups[group].actors.len() == 1;
        let opening = before.checked_sub(1);
        let may_be_asked = |at: usize| {
            matches!(line.kind(at), Kind::Do | Kind::Will | Kind::And | Kind::That | Kind::Comma)
                || matches!(line.written(at), "help" | "helped" | "helps" | "let" | "lets" | "make" | "makes" | "made")
        };
        // "U.S. aid to Y" is hers all the same.
        noun && !matches!(line.written(at + 1), "for" | "to")
            && line.events.mentions[number as usize].form != Form::Demonym
            && self.groups.at(before).is_some_and(one)
            && !opening.is_some_and(may_be_asked)
    }

    /// Whether a noun of help stands here, which as a verb would have an object: "but aid to farmers".
    fn is_help_here(&self, at: usize) -> bool {
        let helps = matches!(
            self.line.written(at),
            "aid"
                | "aids"
                | "arms"
                | "finance"
                | "fund"
                | "funds"
                | "grant"
                | "grants"
                | "loan"
                | "loans"
                | "support"
                | "supports"
        );
        let opens = at
            .checked_sub(1)
            .is_none_or(|before| matches!(self.line.kind(before), Kind::And | Kind::Comma | Kind::Break));
        helps
            && opens
            && matches!(self.line.written(at + 1), "for" | "from" | "of" | "to" | "totaling" | "totalling" | "worth")
    }

    /// Whether what may be a verb stands like a noun: behind an article, a possessive or a preposition.
    fn is_noun_here(&self, at: usize) -> bool {
        // "a UN meeting has backed".
        if self.line.form(at) == Some(VerbForm::Gerund) && self.line.kind(at + 1).is_auxiliary() {
            return true;
        }
        // "under mounting foreign pressure".
        if self.line.form(at) == Some(VerbForm::Gerund) && at > 0 && self.line.written(at - 1) == "under" {
            return true;
        }
        let Some(before) = at.checked_sub(1).filter(|_| self.line.may_be_noun(at)) else { return false };
        match self.line.kind(before) {
            Kind::Determiner | Kind::Possessive | Kind::Of | Kind::Preposition | Kind::By => true,
            // "the two sides", "both sides", "118 loans".
            Kind::Adverb | Kind::Word if self.line.is_number(before) || self.line.written(before) == "both" => true,
            // "aid to", "loans worth": what needs an object has none.
            _ if self.is_help_here(at) => true,
            // "against foreign pressure".
            Kind::Word
                if self.line.form(at) == Some(VerbForm::Base)
                    && self.line.is_cue_noun(at)
                    && !self.line.written(before).ends_with('s')
                    && before > 0
                    && self.line.written(at) != "combat"
                    && matches!(
                        self.line.kind(before - 1),
                        Kind::Preposition | Kind::Determiner | Kind::Possessive | Kind::Hyphen
                    ) =>
            {
                true
            }
            // "scale back its fleet".
            Kind::Word if self.line.written(at) == "back" && takes_back(self.line.written(before)) => true,
            // "constitutional order".
            Kind::Word
                if self.line.form(at) == Some(VerbForm::Base)
                    && (is_adjective(self.line.written(before)) || self.line.written(before).ends_with("ist")) =>
            {
                true
            }
            // "political talks".
            Kind::Word
                if self.line.form(at) == Some(VerbForm::Third)
                    && self.line.is_cue_noun(at)
                    && is_adjective(self.line.written(before))
                    && self.line.noun(before).is_none() =>
            {
                true
            }
            // "X's forces battle rebels": they do.
            Kind::Word if self.groups.at(before).is_some() => false,
            Kind::Word => {
                let lets = matches!(
                    self.line.written(before),
                    "help" | "helps" | "helped" | "let" | "lets" | "make" | "makes" | "made" | "dare" | "to"
                );
                // "sent ships": no form of a verb that stands behind another.
                let third = self.line.form(at) == Some(VerbForm::Third)
                    && matches!(self.line.form(before), Some(VerbForm::Past | VerbForm::Gerund));
                third && self.line.speaks(before).is_none()
                    || self.line.is_cue_noun(at)
                        && !lets
                        && (self.line.is_finite(before)
                            || matches!(
                                self.line.form(before),
                                Some(VerbForm::Past | VerbForm::Third | VerbForm::Base | VerbForm::Gerund)
                            ))
            }
            // "UN trade sanctions".
            Kind::Mention(_) if self.line.form(at) == Some(VerbForm::Base) && is_longer_cue(&self.line, at, at) => true,
            // "the U.S. arm of", "Japan fund managers": one alone does not "arm", but "arms".
            Kind::Mention(number) if self.is_singular_before(number, before, at) => true,
            // "the West German feed industry": of those who end so one alone, who "feeds".
            Kind::Mention(number)
                if self.line.form(at) == Some(VerbForm::Base)
                    && self.is_adjective(number)
                    && !ends_as_a_people(self.line.written(before))
                    && !matches!(self.line.kind(at + 1), Kind::Determiner | Kind::Mention(_)) =>
            {
                true
            }
            // "Iraqi targets": of a land's people one alone, without an article, does nothing.
            Kind::Mention(number) if self.line.form(at) == Some(VerbForm::Third) && self.is_adjective(number) => true,
            Kind::Mention(_) => self.groups.at(before).is_some_and(|group| {
                // "a British demand".
                let first = self.groups[group].first();
                let one = is_one(self.line.written(first)) || first > 0 && is_one(self.line.written(first - 1));
                one && self.line.form(at) == Some(VerbForm::Base)
                    || self.groups[group].actors.last().is_some_and(|actor| actor.modifies && actor.last + 1 >= at)
            }),
            _ => false,
        }
    }
}

/// Whether a verb takes "back" for its particle.
fn takes_back(verb: &str) -> bool {
    matches!(
        verb,
        "bring"
            | "brought"
            | "call"
            | "came"
            | "come"
            | "cut"
            | "fall"
            | "fell"
            | "fight"
            | "get"
            | "go"
            | "hold"
            | "pay"
            | "pull"
            | "push"
            | "roll"
            | "scale"
            | "scaled"
            | "send"
            | "strike"
            | "take"
            | "took"
            | "turn"
            | "went"
            | "win"
    )
}

/// Whether a land's adjective is the name of its people too, who are many: "the British", "the Swiss".
fn ends_as_a_people(adjective: &str) -> bool {
    ["ch", "ese", "sh", "ss"].iter().any(|ending| adjective.ends_with(ending))
}

/// Whether a word stands before nouns that tell of one: "a", "any".
fn is_one(word: &str) -> bool {
    matches!(word, "a" | "an" | "A" | "An" | "any" | "Any" | "another" | "Another" | "every" | "Every")
}

/// Whether a word is an adjective by its ending.
fn is_adjective(word: &str) -> bool {
    // Those who end so do something.
    if matches!(word, "admiral" | "cardinal" | "official" | "rival") {
        return false;
    }
    word.len() > 4
        && ["able", "al", "ary", "est", "ible", "ic", "ive", "ous"].iter().any(|ending| word.ends_with(ending))
}
