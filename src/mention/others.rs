//! Bodies that are no groups of states, of which a describing noun may be said as well: "The Taliban did not: the group".

use crate::span::Span;
use crate::word::WordList;

/// Movements, armed groups, charities and firms, each by a word of its name that nothing else bears.
#[rustfmt::skip]
static OTHERS: WordList<256> = WordList::new(&[
    "Amnesty", "Anonymous", "Brotherhood", "Caritas", "Contras", "ELN", "ETA", "FARC", "FIFA", "FIS", "FLN", "FNLA", "FRELIMO",
    "Fatah", "Frelimo", "Gazprom", "GIA", "Greenpeace", "HRW", "Hamas", "Haqqani", "Hezbollah", "Hizbollah", "Hizbullah", "Houthi",
    "Houthis", "IRA", "INLA", "ISIL", "ISIS", "Janjaweed", "Jemaah", "Jihad", "KLA", "LRA", "LTTE", "M19", "M23",
    "MDC", "MILF", "MNLF", "MPLA", "MSF", "Maoists", "Moderna", "Mujahedin", "Mujahideen", "NLF", "Naxalites", 
    "Oxfam", "PFLP", "PJAK", "PKK", "PLO", "Peshmerga", "Pfizer", "Polisario", "RENAMO", "RSF", "RUF", "Renamo", "SPLA", "SPLM",
    "SWAPO", "Sandinistas", "Shabaab", "Shabab", "Solidarity", "Swapo", "TPLF", "Taliban", "Tigers", "UCK", "UNITA", "Unita", "WADA",
    "Wagner", "YPG", "ZANU", "ZAPU", "Zapatistas", "al-Qaeda", "al-Qaida", "al-Shabaab", "al-Shabab",
]);

/// Whether the stretch names one of them.
pub(super) fn are_named(text: &str, stretch: Span) -> bool {
    let words = stretch.of(text).split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    words.filter(|word| word.len() > 2).any(|word| OTHERS.holds(word))
}
