//! What stands left of a verb, and who acts in a group.

use super::actor::Actor;
use super::group::{Group, Groups};
use super::subject::Subject;
use super::walk::Walk;
use crate::event::text::Line;
use crate::lexicon::VerbForm;

/// What stands to the left of a verb.
#[derive(Clone, Debug, Default)]
pub(crate) struct Left {
    pub(crate) subject: Subject,
    pub(crate) negated: bool,
    pub(crate) passive: bool,
    pub(crate) conditional: bool,
    /// Whether it is only what must be done.
    pub(crate) obliged: bool,
    pub(crate) future: bool,
    /// Whether "would" stands there: refused where it is negated.
    pub(crate) would: bool,
    /// Whether "to" stands before the verb.
    pub(crate) infinitive: Option<usize>,
    /// A preposition before a gerund: "of attacking".
    pub(crate) after_preposition: Option<usize>,
    /// The group on whom hangs what stands as the subject and is no mention: "mortar rounds from X".
    pub(crate) hung_on: Option<usize>,
    /// The group that owns what stands as the subject: "Y, whose economy".
    pub(crate) owner: Option<usize>,
}

impl Left {
    /// The "to" or the preposition by which another verb governs this one.
    pub(crate) fn governed_from(&self) -> Option<usize> {
        self.infinitive.or(self.after_preposition)
    }

    /// Whether another verb governs this one.
    pub(crate) fn is_governed(&self) -> bool {
        self.governed_from().is_some()
    }
}

/// Looks left from the verb at `verb`, which has a form.
pub(crate) fn left(line: &Line<'_>, groups: &Groups, verb: usize, form: VerbForm) -> Left {
    Walk::new(line, groups, verb, form).walked()
}

/// The actors of a group that do act, as sources.
pub(crate) fn acting(group: &Group) -> impl Iterator<Item = &Actor> {
    group.actors.iter().filter(|actor| (actor.acts || actor.deed) && !actor.place)
}
