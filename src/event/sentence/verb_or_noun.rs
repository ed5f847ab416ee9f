//! Verb or noun: what may be either, by what stands before it.

use crate::event::clause::head::is_longer_cue;
use crate::event::frame::Frame;
use crate::event::text::Kind;
use crate::lexicon::VerbForm;
use crate::vocabulary::Form;

impl Frame<'_> {
    /// Whether "have" only makes the perfect of a verb behind it: "have reached".
    pub(super) fn is_auxiliary(&self, at: usize) -> bool {
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

    /// Whether an auxiliary makes a verb of what may be a noun: "would stay on in Y", "to stop dumping in Y".
    pub(super) fn can_be_no_noun(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|_| matches!(self.line.written(at), "stay" | "stop"));
        before.is_some_and(|before| {
            matches!(self.line.kind(before), Kind::To | Kind::Will)
                || matches!(
                    self.line.written(before),
                    "can" | "cannot" | "could" | "may" | "might" | "must" | "should" | "would"
                )
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
    pub(super) fn is_noun_here(&self, at: usize) -> bool {
        let line = &self.line;
        if line.form(at) == Some(VerbForm::Gerund) {
            // "a UN meeting has backed", "under mounting foreign pressure".
            let under = at.checked_sub(1).is_some_and(|before| line.written(before) == "under");
            if under || line.kind(at + 1).is_auxiliary() {
                return true;
            }
        }
        let Some(before) = at.checked_sub(1).filter(|_| line.may_be_noun(at)) else { return false };
        match line.kind(before) {
            Kind::Determiner | Kind::Possessive | Kind::Of | Kind::Preposition | Kind::By => true,
            // "the two sides", "both sides", "118 loans".
            Kind::Adverb | Kind::Word if line.is_number(before) || line.written(before) == "both" => true,
            // "aid to", "loans worth": what needs an object has none.
            _ if self.is_help_here(at) => true,
            Kind::Word => self.is_noun_behind_word(before, at),
            Kind::Mention(number) => self.is_noun_behind_name(number, before, at),
            _ => false,
        }
    }

    /// Whether a word makes a noun of what stands behind it.
    fn is_noun_behind_word(&self, before: usize, at: usize) -> bool {
        let line = &self.line;
        let (form, word) = (line.form(at), line.written(before));
        let opens =
            |at: usize| matches!(line.kind(at), Kind::Preposition | Kind::Determiner | Kind::Possessive | Kind::Hyphen);
        let noun = match form {
            // "against foreign pressure", "constitutional order".
            Some(VerbForm::Base) => {
                let phrase = || before > 0 && opens(before - 1) && line.is_cue_noun(at) && line.written(at) != "combat";
                !word.ends_with('s') && phrase() || is_adjective(word) || word.ends_with("ist")
            }
            // "political talks".
            Some(VerbForm::Third) => line.is_cue_noun(at) && is_adjective(word) && line.noun(before).is_none(),
            _ => false,
        };
        // "scale back its fleet".
        if noun || line.written(at) == "back" && takes_back(word) {
            return true;
        }
        // "X's forces battle rebels": they do.
        if self.groups.at(before).is_some() {
            return false;
        }
        let lets =
            matches!(word, "help" | "helps" | "helped" | "let" | "lets" | "make" | "makes" | "made" | "dare" | "to");
        // "sent ships": no form of a verb that stands behind another.
        let third =
            form == Some(VerbForm::Third) && matches!(line.form(before), Some(VerbForm::Past | VerbForm::Gerund));
        let verb = line.is_finite(before)
            || matches!(line.form(before), Some(VerbForm::Past | VerbForm::Third | VerbForm::Base | VerbForm::Gerund));
        third && line.speaks(before).is_none() || line.is_cue_noun(at) && !lets && verb
    }

    /// Whether a name makes a noun of what stands behind it.
    fn is_noun_behind_name(&self, name: u32, before: usize, at: usize) -> bool {
        let line = &self.line;
        let form = line.form(at);
        // "UN trade sanctions"; "the U.S. arm of", "Japan fund managers": one alone does not "arm", but "arms".
        if form == Some(VerbForm::Base) && is_longer_cue(line, at, at) || self.is_singular_before(name, before, at) {
            return true;
        }
        // "the West German feed industry": of those who end so one alone, who "feeds"; "Iraqi targets": of a land's people
        // one alone, without an article, does nothing.
        let noun = self.is_adjective(name)
            && match form {
                Some(VerbForm::Base) => {
                    !ends_as_a_people(line.written(before))
                        && !matches!(line.kind(at + 1), Kind::Determiner | Kind::Mention(_))
                }
                form => form == Some(VerbForm::Third),
            };
        if noun {
            return true;
        }
        self.groups.at(before).is_some_and(|group| {
            // "a British demand".
            let first = self.groups[group].first();
            let one = is_one(line.written(first)) || first > 0 && is_one(line.written(first - 1));
            one && form == Some(VerbForm::Base)
                || self.groups[group].actors.last().is_some_and(|actor| actor.modifies && actor.last + 1 >= at)
        })
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
