//! What is fired, and from where: "rockets fired from X".

use crate::event::text::Line;

/// What is fired, and from where.
const FIRED: &[&str] = &[
    "batteries",
    "bomb",
    "bombs",
    "drones",
    "fire",
    "guns",
    "mines",
    "missile",
    "missiles",
    "mortars",
    "rocket",
    "rockets",
    "rounds",
    "shells",
    "torpedo",
    "torpedoes",
];

/// Whether a noun, which may open the sentence, says what is fired.
pub(crate) fn is_fired(noun: &str) -> bool {
    FIRED.iter().any(|fired| fired.eq_ignore_ascii_case(noun))
}

/// Whether the preposition says who fired what stands before it: "rockets fired from X".
pub(crate) fn is_fired_from(line: &Line<'_>, preposition: usize) -> bool {
    let fired = preposition.checked_sub(1).filter(|&at| matches!(line.written(at), "fired" | "launched" | "lobbed"));
    fired.is_some() && matches!(line.written(preposition), "by" | "from")
}
