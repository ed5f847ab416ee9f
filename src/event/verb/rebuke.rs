//! Attacks in words: "attacked Y for letting rebels in", "came under attack by X over its envoy".

use crate::event::frame::Frame;
use crate::event::frame::party::Pairs;
use crate::event::text::Kind;
use crate::vocabulary::{EventType, Sector};

/// How far behind a verb the reason stands, in tokens.
const REACH: usize = 16;

impl Frame<'_> {
    /// Whether what a verb that ends at a token tells is an attack in words: a reason follows, and no forces make it.
    pub(super) fn is_rebuke(&self, event: EventType, verb: usize, found: &Pairs) -> bool {
        let line = &self.line;
        if event != EventType::Assault || !line.written(verb).starts_with("attack") {
            return false;
        }
        let forces = found.iter().any(|(source, _)| source.sector == Some(Sector::Military));
        let near = verb + 1..line.tokens.len().saturating_sub(1).min(verb + REACH);
        let mut near = near.take_while(|&at| !matches!(line.kind(at), Kind::Break | Kind::That));
        !forces && near.any(|at| self.gives_reason(at))
    }

    /// Whether a reason begins with a token: "for letting", "over its".
    fn gives_reason(&self, at: usize) -> bool {
        let next = self.line.written(at + 1);
        let own = matches!(next, "his" | "her" | "its" | "their");
        match self.line.written(at) {
            "for" => own || next == "what" || next.ends_with("ing"),
            "over" => own && !self.line.written(at + 2).starts_with("border"),
            _ => false,
        }
    }
}
