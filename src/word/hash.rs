//! How words of a text are hashed, to look them up in lists of the lexicon.

/// Hashes words with a few multiplications. What is looked up are words of a text in lists of the lexicon, which nobody
/// can fill with words that clash.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordHasher(u64);

pub(crate) type WordHash = std::hash::BuildHasherDefault<WordHasher>;

impl std::hash::Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            self.write_u64(part.iter().rev().fold(0, |part, &byte| part << 8 | u64::from(byte)));
        }
    }

    fn write_u64(&mut self, part: u64) {
        let product = u128::from(self.0 ^ part) * u128::from(0x9e37_79b9_7f4a_7c15_u64);
        self.0 = product as u64 ^ (product >> 64) as u64;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
