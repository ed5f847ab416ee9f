//! What can be asked of a word at a glance.

use std::ops::BitOrAssign;

use crate::lexicon::{Clause, Govern, VerbForm};

/// What can be asked of a spelling at a glance, or of all that begin with one token: a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signs(u32);

impl Signs {
    pub(crate) const NONE: Self = Self(0);
    /// A verb, in a form that may be finite, or that another verb writes alike.
    pub(super) const MAY_BE_FINITE: Self = Self(1 << 8);
    /// A cue's verb in the form of an infinitive or a present, which a noun may have as well.
    pub(super) const MAY_BE_NOUN: Self = Self(1 << 9);
    /// Nothing but a finite verb of a cue.
    pub(super) const IS_FINITE: Self = Self(1 << 10);
    /// A cue's noun.
    pub(super) const IS_NOUN: Self = Self(1 << 11);
    /// A word that cues ask for.
    pub(super) const IS_ASKED_FOR: Self = Self(1 << 12);
    /// A verb of saying.
    pub(crate) const SPEAKS: Self = Self(1 << 13);
    /// A word of obligation: "must".
    pub(crate) const OBLIGES: Self = Self(1 << 14);
    /// A verb in any form.
    pub(super) const IS_VERB: Self = Self(1 << 15);
    /// It stands behind a hyphen.
    pub(super) const IS_BEHIND_HYPHEN: Self = Self(1 << 16);
    /// What may be a cue: a verb or a noun, or the part behind a hyphen.
    pub(super) const MAY_BE_CUE: Self = Self::IS_VERB.or(Self::IS_NOUN).or(Self::IS_BEHIND_HYPHEN);
    /// A noun behind a name: who acts, or a thing.
    pub(super) const FOLLOWS_NAMES: Self = Self(1 << 17);
    /// It consists of several parts.
    pub(super) const IS_JOINED: Self = Self(1 << 19);
    /// A verb that says how relations stand.
    pub(crate) const IS_OF_TIES: Self = Self(1 << 18);

    pub(crate) const IS_BY: Self = Self(1 << 20);
    pub(crate) const IS_THAT: Self = Self(1 << 21);
    /// The second word of "each other".
    pub(crate) const IS_RECIPROCAL: Self = Self(1 << 22);
    /// A pronoun that can be an object.
    pub(crate) const IS_OBJECT: Self = Self(1 << 23);
    /// A particle that may stand behind the object of its verb.
    pub(crate) const IS_PARTICLE: Self = Self(1 << 25);
    /// The word "what".
    pub(crate) const IS_WHAT: Self = Self(1 << 26);
    /// A verb of warning, in the past or the present.
    pub(crate) const WARNS: Self = Self(1 << 27);
    /// A verb by which somebody judges what was told.
    pub(crate) const JUDGES: Self = Self(1 << 28);
    /// A day: "on Monday" stands within a phrase as it does behind it.
    pub(super) const IS_DAY: Self = Self(1 << 29);
    /// A verb of failing to do what the one after it says.
    pub(crate) const FAILS: Self = Self(1 << 24);
    /// A word that can be an answer by itself.
    pub(crate) const ANSWERS: Self = Self(1 << 30);

    /// What opens the clause before whose deed another will do nothing: "until".
    pub(crate) const UNTIL: Self = Self(1 << 31);

    pub(crate) const fn of_clause(clause: Clause) -> Self {
        Self(1 << clause as u32)
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one of the others is among them.
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn set(&mut self, sign: Self, holds: bool) {
        if holds {
            *self |= sign;
        }
    }
}

impl BitOrAssign for Signs {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// Words that answer so, and what they make of it: with yes, with no, by giving in. All have a sign.
#[rustfmt::skip]
pub(crate) const ACCEPTS: &[&str] = &["accepted", "accepts", "agreed", "agrees", "assented", "consented", "obliged"];
pub(crate) const REFUSES: &[&str] = &["balked", "declined", "declines", "demurred", "refused", "refuses"];
pub(crate) const YIELDS: &[&str] = &["acquiesced", "complied", "relented", "yielded"];

/// Words with signs of their own, whatever phrases begin with them: most sentences hold none, and are not searched.
pub(super) const SIGNED: &[(Signs, &[&str])] = &[
    (Signs::IS_BY, &["by"]),
    (Signs::IS_THAT, &["that"]),
    (Signs::IS_RECIPROCAL, &["another", "other"]),
    (Signs::IS_OBJECT, &["him", "it", "them"]),
    (Signs::IS_WHAT, &["what"]),
    (Signs::UNTIL, &["till", "unless", "until"]),
    (
        Signs::JUDGES,
        &[
            "applauded",
            "branded",
            "called",
            "calls",
            "condemned",
            "condemns",
            "criticised",
            "criticized",
            "decried",
            "denied",
            "denies",
            "denounced",
            "deplored",
            "described",
            "describes",
            "dismissed",
            "dismisses",
            "disputed",
            "disputes",
            "dubbed",
            "hailed",
            "labelled",
            "labeled",
            "lambasted",
            "praised",
            "protested",
            "ridiculed",
            "rejected",
            "rejects",
            "slammed",
            "termed",
            "welcomed",
            "welcomes",
        ],
    ),
    (
        Signs::IS_DAY,
        &["friday", "monday", "saturday", "sunday", "thursday", "today", "tuesday", "wednesday", "yesterday"],
    ),
    (Signs::WARNS, &["cautioned", "cautions", "threatened", "threatens", "warned", "warning", "warns"]),
    (Signs::ANSWERS, ACCEPTS),
    (Signs::ANSWERS, REFUSES),
    (Signs::ANSWERS, YIELDS),
    (Signs::IS_PARTICLE, &["away", "back", "down", "free", "home", "off", "out", "over", "up"]),
];

/// What a phrase is to those who only pass by, as small as it can be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glance {
    pub(crate) signs: Signs,
    /// The word that cues ask for which it is, or `u16::MAX`.
    asked_for: u16,
    /// The form, where it is a verb's, of a cue or one that governs.
    pub(crate) form: Option<VerbForm>,
    pub(crate) govern: Option<Govern>,
}

impl Glance {
    pub(crate) const NONE: Self = Self { signs: Signs::NONE, asked_for: u16::MAX, form: None, govern: None };

    /// What has these signs and no more.
    pub(crate) const fn of(signs: Signs) -> Self {
        Self { signs, ..Self::NONE }
    }

    /// The word that cues ask for which it is.
    #[inline]
    pub(super) fn asked_for(self) -> Option<u16> {
        (self.asked_for != u16::MAX).then_some(self.asked_for)
    }

    /// Whether it is such a word, and may be one of some, which is asked of all.
    #[inline]
    pub(super) fn is_asked_for(self, may_be: impl Fn(u16) -> bool) -> bool {
        (self.asked_for != u16::MAX) & may_be(self.asked_for)
    }

    pub(super) const fn ask_for(&mut self, word: u16) {
        self.asked_for = word;
    }

    /// Adds what a longer phrase is that begins with the same token: what it says weighs more.
    #[inline]
    pub(super) fn add_longer(&mut self, longer: Self) {
        self.signs |= longer.signs;
        self.asked_for = longer.asked_for().unwrap_or(self.asked_for);
        self.form = longer.form.or(self.form);
        self.govern = longer.govern.or(self.govern);
    }
}
