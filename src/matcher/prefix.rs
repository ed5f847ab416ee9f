//! A filter before the automaton: may a spelling begin with these bytes?
//!
//! Most words of a text begin no name. Four bytes tell that of nearly all of them, at the cost of one look into a table
//! of bits, where the automaton would take as many steps.

/// Bits of the table: 64 KiB, which stay in the cache.
const BITS: u32 = 19;

/// Which beginnings the spellings have.
#[derive(Clone, Debug)]
pub(super) struct Prefixes {
    /// By the hash of the first four bytes.
    long: Box<[u64]>,
    /// By the first two bytes, of spellings shorter than four.
    short: Box<[u64]>,
}

impl Prefixes {
    pub(super) fn new<'s>(spellings: impl IntoIterator<Item = &'s str>) -> Self {
        let mut prefixes = Self { long: vec![0; 1 << (BITS - 6)].into(), short: vec![0; 1 << 10].into() };
        for spelling in spellings {
            match *spelling.as_bytes() {
                [a, b, c, d, ..] => set(&mut prefixes.long, hash([a, b, c, d])),
                [a, b, ..] => set(&mut prefixes.short, pair(a, b)),
                // Shorter than what is looked up: anything may follow.
                [a] => (0..=255).for_each(|b| set(&mut prefixes.short, pair(a, b))),
                [] => {}
            }
        }
        prefixes
    }

    /// Whether a spelling may begin at `at`. What the walk may read otherwise than as it stands (line ends, quotes,
    /// hyphens, dashes, marks, runs of spaces) passes.
    pub(super) fn may_start(&self, bytes: &[u8], at: usize) -> bool {
        let Some(&four) = bytes.get(at..).and_then(|rest| rest.first_chunk::<4>()) else { return true };
        let odd = four.iter().any(|&byte| !is_plain(byte)) || (four[2] == b' ' && !is_plain_letter(four[3]));
        odd || is_set(&self.long, hash(four)) || is_set(&self.short, pair(four[0], four[1]))
    }
}

/// Whether the walk reads the byte as it stands.
fn is_plain(byte: u8) -> bool {
    (b' '..0x7f).contains(&byte) && !matches!(byte, b'`' | b'-')
}

fn is_plain_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

fn hash(four: [u8; 4]) -> usize {
    (u32::from_le_bytes(four).wrapping_mul(0x9e37_79b1) >> (32 - BITS)) as usize
}

fn pair(a: u8, b: u8) -> usize {
    usize::from(u16::from_be_bytes([a, b]))
}

fn set(table: &mut [u64], bit: usize) {
    table[bit / 64] |= 1 << (bit % 64);
}

fn is_set(table: &[u64], bit: usize) -> bool {
    table[bit / 64] & (1 << (bit % 64)) != 0
}
