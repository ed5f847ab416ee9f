//! Lists of words that are written in the code.

/// A list of words that is written in the code. It is looked into by hash, at the cost of one comparison, where going
/// through it takes dozens.
#[derive(Debug)]
pub(crate) struct WordList<const SLOTS: usize> {
    /// Open addressing; vacant slots hold the empty word.
    slots: [&'static str; SLOTS],
}

impl<const SLOTS: usize> WordList<SLOTS> {
    /// The words in at least twice as many slots, a power of two; fewer do not compile.
    pub(crate) const fn new(words: &[&'static str]) -> Self {
        assert!(SLOTS.is_power_of_two() && SLOTS >= 2 * words.len());
        let mut slots = [""; SLOTS];
        let mut number = 0;
        while number < words.len() {
            let mut slot = Self::slot(words[number].as_bytes());
            while !slots[slot].is_empty() {
                slot = (slot + 1) % SLOTS;
            }
            slots[slot] = words[number];
            number += 1;
        }
        Self { slots }
    }

    /// The words, in no order.
    pub(crate) fn words(&self) -> impl Iterator<Item = &'static str> {
        self.slots.iter().copied().filter(|word| !word.is_empty())
    }

    /// Whether it holds the word as it is written.
    pub(crate) fn holds(&self, word: &str) -> bool {
        self.any(word, |listed| listed == word)
    }

    /// Whether it holds the word in whatever case.
    pub(crate) fn holds_in_any_case(&self, word: &str) -> bool {
        self.any(word, |listed| listed.eq_ignore_ascii_case(word))
    }

    fn any(&self, word: &str, is_it: impl Fn(&str) -> bool) -> bool {
        let mut slot = Self::slot(word.as_bytes());
        while !self.slots[slot].is_empty() {
            if is_it(self.slots[slot]) {
                return !word.is_empty();
            }
            slot = (slot + 1) % SLOTS;
        }
        false
    }

    /// The slot from which on the word stands: by its length and three of its letters, whatever their case.
    const fn slot(word: &[u8]) -> usize {
        let length = word.len();
        if length == 0 {
            return 0;
        }
        let letters = [word[0] | 0x20, word[length / 2] | 0x20, word[length - 1] | 0x20, length as u8];
        (u32::from_le_bytes(letters).wrapping_mul(0x9e37_79b1) >> 16) as usize % SLOTS
    }
}

/// The days of the week and the months.
#[rustfmt::skip]
pub(crate) static DAYS_AND_MONTHS: WordList<64> = WordList::new(&[
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
    "April", "May", "June", "July", "August", "September", "October", "November", "December",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_hold_their_words_only() {
        static LIST: WordList<8> = WordList::new(&["about", "aloud", "U.S.-led"]);
        assert!(LIST.holds("about") && LIST.holds("aloud") && LIST.holds("U.S.-led"));
        assert!(!LIST.holds("About") && LIST.holds_in_any_case("About") && LIST.holds_in_any_case("u.s.-LED"));
        assert!(!LIST.holds("") && !LIST.holds_in_any_case("") && !LIST.holds("abort") && !LIST.holds("abouts"));
    }
}
