//! Letters and digits of ASCII, of which most words are: where they end, and eight bytes of a text as one number, in which
//! all are looked at in one step.

const IS_LETTER: [bool; 256] = {
    let mut letters = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        letters[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    letters
};

/// Where the letters and digits of ASCII end that begin at `at`.
pub(crate) fn letters_end(bytes: &[u8], at: usize) -> usize {
    let rest = &bytes[at..];
    at + rest.iter().position(|&byte| !IS_LETTER[usize::from(byte)]).unwrap_or(rest.len())
}

/// Up to eight letters and digits of ASCII that stand at `at`, as one number, the first one lowest; and where they end.
#[inline]
pub(crate) fn first_letters(bytes: &[u8], at: usize) -> (u64, usize) {
    let (letters, count) = leading_letters(first_eight(&bytes[at..]));
    (letters, at + count)
}

/// The first eight bytes as one number, the first one lowest; fewer are followed by zeros.
#[inline]
pub(crate) fn first_eight(bytes: &[u8]) -> u64 {
    match bytes.first_chunk::<8>() {
        Some(&eight) => u64::from_le_bytes(eight),
        None => bytes.iter().rev().fold(0, |eight, &byte| eight << 8 | u64::from(byte)),
    }
}

/// The last eight bytes as one number, the last one lowest; fewer are followed by zeros.
#[inline]
pub(crate) fn last_eight(bytes: &[u8]) -> u64 {
    match bytes.last_chunk::<8>() {
        Some(&eight) => u64::from_be_bytes(eight),
        None => bytes.iter().fold(0, |eight, &byte| eight << 8 | u64::from(byte)),
    }
}

/// Of eight bytes the letters and digits of ASCII before the first other byte, and how many there are.
#[inline]
pub(crate) fn leading_letters(eight: u64) -> (u64, usize) {
    let count = letter_count(eight);
    (first(eight, count), count)
}

/// How many letters and digits of ASCII eight bytes begin with. All eight are looked at in one step: words are short, and
/// where each ends no processor foresees.
#[inline]
pub(crate) fn letter_count(eight: u64) -> usize {
    let others = !ascii_letters(eight) & (ONES * 0x80);
    (others.trailing_zeros() / 8) as usize
}

pub(super) const ONES: u64 = 0x0101_0101_0101_0101;

/// Of each of eight bytes the highest bit: whether it is a letter or digit of ASCII. The other bits mean nothing.
#[inline]
pub(super) fn ascii_letters(eight: u64) -> u64 {
    (within(eight | (ONES * 0x20), b'a', b'z') | within(eight, b'0', b'9')) & !eight
}

/// Of each of eight bytes the highest bit: whether its lower seven bits lie between the two.
#[inline]
pub(super) fn within(eight: u64, low: u8, high: u8) -> u64 {
    // With seven bits nothing is carried over.
    let bits = eight & (ONES * 0x7f);
    (bits + ONES * u64::from(0x80 - low)) & !(bits + ONES * u64::from(0x7f - high))
}

/// The first bytes of eight, so many.
#[inline]
pub(crate) fn first(eight: u64, count: usize) -> u64 {
    const MASKS: [u64; 9] = [0, 0xff, 0xffff, 0xff_ffff, !0 >> 32, !0 >> 24, !0 >> 16, !0 >> 8, !0];
    eight & MASKS[count.min(8)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_letters_and_digits_up_to_eight() {
        for text in
            ["", "a", "Zz9", "G20 summit", "Minister", "Ministers", "a-b", "Co\u{302}te", "@`[{/:", " x", "0\u{19}"]
        {
            let wanted: Vec<u8> = text.bytes().take_while(u8::is_ascii_alphanumeric).take(8).collect();
            for rest in ["", "12345678", " and more"] {
                let mut bytes = wanted.clone();
                bytes.extend(text.bytes().skip(wanted.len()).chain(rest.bytes()));
                let wanted: Vec<u8> = bytes.iter().copied().take_while(u8::is_ascii_alphanumeric).take(8).collect();
                let (letters, end) = first_letters(&bytes, 0);
                assert_eq!((&letters.to_le_bytes()[..end], end), (&*wanted, wanted.len()), "{text:?} {rest:?}");
                assert!(letters.to_le_bytes()[end..].iter().all(|&byte| byte == 0), "{text:?} {rest:?}");
            }
        }
    }
}
