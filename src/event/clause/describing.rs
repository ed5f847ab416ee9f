//! Names that only describe: nobody acts whom "Czech-built", "pro-Chadian" or "40 million Swiss francs" names.

use super::actor::prefix;
use crate::event::text::words::Noun;
use crate::event::text::{Kind, Line};
use crate::word::WordList;

/// Whether a name only says for or against whom others are: "pro-Chadian militia", "anti-American protesters", but "anti-American
/// protests" are a deed.
fn takes_side(line: &Line<'_>, name: usize) -> bool {
    match prefix(line, name) {
        Some("pro" | "Pro") => true,
        Some("anti" | "Anti") => {
            let people = |at: usize| matches!(line.noun(at), Some((Noun::Actor(..), _)));
            let deed = (name + 1..name + 4).find(|&at| line.is_cue_noun(at));
            deed.is_none_or(|deed| (name + 1..=deed).any(people))
        }
        _ => false,
    }
}

/// Whether a name only says of which land money is: "40 million Swiss francs", "a fall of the Danish krone".
fn names_money(line: &Line<'_>, name: usize) -> bool {
    #[rustfmt::skip]
    static MONEY: WordList<128> = WordList::new(&[
        "baht", "dinar", "dinars", "dirham", "dirhams", "dlr", "dlrs", "dollar", "dollars", "drachma", "drachmas", "escudo", "escudos", "forint",
        "forints", "franc", "francs", "guilder", "guilders", "krona", "krone", "kroner", "kronor", "lira", "lire", "naira", "peseta", "pesetas",
        "peso", "pesos", "renminbi", "rial", "rials", "ringgit", "riyal", "riyals", "rouble", "roubles", "ruble", "rubles", "rupee",
        "rupees", "rupiah", "schilling", "schillings", "shekel", "shekels", "shilling", "shillings", "sterling", "yen", "yuan", "zloty",
        "zlotys",
    ]);
    /// What is money behind a number only.
    static COUNTED: WordList<16> =
        WordList::new(&["crown", "crowns", "mark", "marks", "pound", "pounds", "rand", "won"]);
    if !matches!(line.kind(name + 1), Kind::Word | Kind::Capital) {
        return false;
    }
    let unit = line.written(name + 1);
    let counted = || {
        #[rustfmt::skip]
        const COUNTS: &[&str] = &["billion", "bln", "hundred", "million", "mln", "thousand", "trillion"];
        name > 0 && (line.is_number(name - 1) || COUNTS.contains(&line.written(name - 1)))
    };
    MONEY.holds_in_any_case(unit) || COUNTED.holds_in_any_case(unit) && counted()
}

/// Whether a name only says of what make or kind a thing is: "Czech-built aircraft", "Arabic-speaking".
pub(super) fn only_describes(line: &Line<'_>, name: usize) -> bool {
    takes_side(line, name)
        || names_money(line, name)
        || line.kind(name + 1) == Kind::Hyphen
            && matches!(
                line.written(name + 2),
                "based"
                    | "born"
                    | "bound"
                    | "built"
                    | "designed"
                    | "educated"
                    | "era"
                    | "headquartered"
                    | "language"
                    | "listed"
                    | "made"
                    | "manufactured"
                    | "speaking"
                    | "style"
                    | "type"
            )
}
