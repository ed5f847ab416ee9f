//! How an entity belongs to a bloc.

use super::words;

words! {
    /// How an entity belongs to a bloc.
    Status, "membership status" {
        /// A full member.
        Member = "member",
        /// May attend without a vote.
        Observer = "observer",
        /// Takes part in some of the bloc's work.
        Associate = "associate",
        /// Has applied and been recognised as a candidate.
        Candidate = "candidate",
        /// A member whose rights are suspended.
        Suspended = "suspended",
        /// In regular talks with the bloc.
        DialoguePartner = "dialogue_partner",
        /// In a partnership by any other name.
        Partner = "partner",
        /// Has signed and not ratified.
        Signatory = "signatory",
    }
}

impl Status {
    /// The status where it must be said: that one is a member says the relation's name, and a candidate is none.
    pub(crate) fn if_no_member(self) -> Option<Self> {
        (self != Self::Member).then_some(self)
    }
}
