//! A person by name who is handed over: no gift, but the work of courts.

use crate::event::clause::Left;
use crate::event::clause::subject::Subject;
use crate::event::frame::Frame;
use crate::event::frame::deed::EXTRADITE;
use crate::event::text::Kind;
use crate::lexicon::Cue;

impl Frame<'_> {
    /// The cue that a verb of giving becomes where somebody is given whom only his name is known of: "Thailand handed Viktor
    /// Bout over to Y", "Viktor Bout was flown to Y by Thailand".
    pub(super) fn hands_over(&self, cue: &Cue, verb: usize, last: usize, left: &Left) -> Option<Cue> {
        let name = |first: usize| {
            self.line.kind(first) == Kind::Capital
                && self.line.kind(first + 1) == Kind::Capital
                && !matches!(self.line.kind(first + 2), Kind::Word | Kind::Capital | Kind::Hyphen)
        };
        let named = match left.subject {
            Subject::Unknown if left.passive => {
                let be = (verb.saturating_sub(4)..verb).rev().find(|&at| self.line.kind(at) == Kind::Be);
                be.and_then(|be| be.checked_sub(2)).is_some_and(|first| {
                    let opens = |mark: usize| matches!(self.line.kind(mark), Kind::Comma | Kind::Break | Kind::That);
                    name(first) && first.checked_sub(1).is_none_or(opens)
                })
            }
            _ => !left.passive && name(last + 1),
        };
        let (event, code, goldstein) = EXTRADITE;
        (cue.code.is("070") && named).then(|| Cue { code, event: Some(event), goldstein, ..cue.clone() })
    }
}
