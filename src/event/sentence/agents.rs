//! Words that look like cues and only belong to whom a name names: "patrol boats", "ousted President X", "Israel's Levy".

use crate::event::clause::actor::Actor;
use crate::event::clause::behind;
use crate::event::frame::Frame;
use crate::event::text::Kind;
use crate::lexicon::VerbForm;
use crate::vocabulary::Sector;

impl Frame<'_> {
    /// Whether the token is part of a noun that says who acts: "patrol boats".
    pub(super) fn names_an_actor(&self, at: usize) -> bool {
        self.actor_named_by(at).is_some()
    }

    /// Whether a participle only says what became of whom the name behind it names: "loyal to ousted President X".
    pub(super) fn describes_name(&self, at: usize, form: VerbForm) -> bool {
        form == VerbForm::Past && self.groups.at(at).is_some_and(|group| self.groups[group].first() <= at)
    }

    /// Whether the token is part of a noun that says which forces act: "peacekeeping troops".
    pub(super) fn names_forces(&self, at: usize) -> bool {
        self.actor_named_by(at).is_some_and(|actor| actor.sector == Some(Sector::Military))
    }

    /// The actor who is named by a noun that a token is part of.
    fn actor_named_by(&self, at: usize) -> Option<&Actor> {
        let group = self.groups.at(at)?;
        let actors = &self.groups[group].actors;
        actors.iter().find(|actor| actor.sector.is_some() && (actor.first..=actor.last).contains(&at))
    }

    /// Whether a word with a capital is somebody's name behind that of a land: "Israel's Levy to meet".
    pub(super) fn is_surname(&self, at: usize) -> bool {
        let opens = |at: usize, is: fn(char) -> bool| self.line.written(at).starts_with(is);
        let owned = |at: usize| at > 0 && self.line.kind(at - 1) == Kind::Possessive;
        opens(at, |first| first.is_ascii_uppercase())
            && owned(at)
            && opens(at + 1, |first| first.is_ascii_lowercase())
            && opens(at + 2, |first| first.is_ascii_lowercase())
    }

    /// Whether a gerund only describes those behind "by": "was looted by retreating X soldiers".
    pub(super) fn describes_agents(&self, at: usize) -> bool {
        self.line.form(at) == Some(VerbForm::Gerund)
            && at > 0
            && self.line.kind(at - 1) == Kind::By
            && self.line.written(at) != "visiting"
            && behind::describes(&self.line, &self.groups, at)
    }
}
