//! Which bytes of a text are letters and digits of ASCII, one bit to each: where words begin and end is then read off many
//! bytes at a time.

use std::array::from_fn;

use super::opening::Opening;
use crate::word::{first_eight, letters_end};

/// Letters that stand together, with the first eight of them; none, where something else may begin.
#[derive(Clone, Copy)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) first: Opening,
}

/// The letters of a text, and the places beside them where something may begin.
pub(super) struct Letters<'t> {
    text: &'t [u8],
    /// Of each stretch of 64 bytes, which are letters; one stretch more at the end, which has none.
    blocks: Vec<u64>,
    /// Where characters beyond ASCII stand, and such marks as begin something.
    others: Vec<u64>,
}

impl<'t> Letters<'t> {
    pub(super) fn of(text: &'t [u8], marks: Option<&[bool; 256]>) -> Self {
        let count = text.len() / 64 + 2;
        let (mut blocks, mut others) = (Vec::with_capacity(count), Vec::with_capacity(count));
        let (chunks, rest) = text.as_chunks::<64>();
        let mut last = [0; 64];
        last[..rest.len()].copy_from_slice(rest);
        for chunk in chunks.iter().chain([&last]) {
            blocks.push(which(chunk, |byte| (byte | 0x20).wrapping_sub(b'a') < 26 || byte.wrapping_sub(b'0') < 10));
            let is_ascii = chunk.iter().fold(0, |all, byte| all | byte) < 0x80;
            let wide = if is_ascii { 0 } else { which(chunk, |byte| byte >= 0xc0) };
            others.push(wide | marks.map_or(0, |marks| which(chunk, |byte| marks[usize::from(byte)])));
        }
        blocks.push(0);
        others.push(0);
        Self { text, blocks, others }
    }

    /// The words, and what else something may begin with, that may be such by their first letters; from left to right.
    pub(super) fn words(&self, may_be: impl Fn(Opening) -> bool) -> Vec<Word> {
        let mut words = Vec::with_capacity(self.text.len() / 12);
        // Those of one block. Which words are such nobody foresees, so each is put down, and only counted if it is.
        let mut some = [Word { start: 0, end: 0, first: Opening::new(0) }; 64];
        let mut before = 0;
        for (number, (block, &others)) in self.blocks.windows(2).zip(&self.others).enumerate() {
            let (block, next) = (block[0], block[1]);
            let mut places = block & !(block << 1 | before) | others;
            before = block >> 63;
            let rest = &self.text[number * 64..];
            let mut last = [0; 72];
            let stretch: &[u8; 72] = rest.first_chunk().unwrap_or_else(|| {
                last[..rest.len()].copy_from_slice(rest);
                &last
            });
            let mut count_of_some = 0;
            while places != 0 {
                let bit = places.trailing_zeros() % 64;
                places &= places - 1;
                let count = run(block, next, bit);
                let eight = first_eight(&stretch[bit as usize..bit as usize + 8]);
                let first = Opening::new(eight & LETTERS[count as usize]);
                let start = number * 64 + bit as usize;
                some[count_of_some % 64] = Word { start, end: start + count as usize, first };
                // Eight letters tell more than any mark behind them; fewer may be read as one word with what follows.
                let behind = eight.wrapping_shr(8 * count) as u8;
                count_of_some += usize::from(may_be(first) | matches!(behind, b'-' | 0x80..));
            }
            words.extend_from_slice(&some[..count_of_some]);
        }
        words
    }

    /// Where the letters end that begin at `at`; at none, they end there.
    #[inline]
    pub(super) fn end(&self, at: usize) -> usize {
        let (number, bit) = (at / 64, at % 64);
        match run(self.blocks[number], self.blocks[number + 1], bit as u32) {
            64 => letters_end(self.text, at),
            count => at + count as usize,
        }
    }

    /// Where the letters begin that end at `at`.
    #[inline]
    pub(super) fn start(&self, at: usize) -> usize {
        let last = at - 1;
        let letters = (self.blocks[last / 64] << (63 - last % 64)).leading_ones() as usize;
        let start = at - letters;
        // They may have begun in the stretch before.
        if start.is_multiple_of(64) && letters > 0 { letters_start(self.text, start) } else { start }
    }

    /// Where the letters end that stand last before `at`.
    pub(super) fn last(&self, at: usize) -> Option<usize> {
        let mut number = at / 64;
        let mut block = self.blocks[number] & !(u64::MAX << (at % 64));
        while block == 0 {
            number = number.checked_sub(1)?;
            block = self.blocks[number];
        }
        Some(number * 64 + 64 - block.leading_zeros() as usize)
    }

    /// Where the next letters begin behind `at`.
    pub(super) fn next(&self, at: usize) -> Option<usize> {
        let mut number = at / 64;
        let mut block = self.blocks[number] & u64::MAX << (at % 64);
        while block == 0 {
            number += 1;
            block = *self.blocks.get(number)?;
        }
        Some(number * 64 + block.trailing_zeros() as usize)
    }
}

/// Where the letters and digits of ASCII begin that end at `at`.
fn letters_start(text: &[u8], at: usize) -> usize {
    at - text[..at].iter().rev().take_while(|byte| byte.is_ascii_alphanumeric()).count()
}

/// Of eight bytes the first ones, up to so many.
const LETTERS: [u64; 65] = {
    let mut letters = [u64::MAX; 65];
    let mut count = 0;
    while count < 8 {
        letters[count] = (1 << (8 * count)) - 1;
        count += 1;
    }
    letters
};

/// How many bits are set in the block from one on, and on in the next block, up to 64.
#[inline]
fn run(block: u64, next: u64, bit: u32) -> u32 {
    // What lies beyond the block moves in from the left, in two steps, as one of 64 is none.
    (block >> bit | next << 1 << (63 - bit)).trailing_ones()
}

/// Which of the bytes are such, one bit to each. Each byte's bit is found on its own, which processors do for many bytes at
/// once; then eight bits that stand in eight bytes are brought together by one multiplication.
#[inline]
fn which(chunk: &[u8; 64], is: impl Fn(u8) -> bool) -> u64 {
    let bits: [u8; 64] = from_fn(|number| if is(chunk[number]) { 1 << (number % 8) } else { 0 });
    let mut gathered = [0; 8];
    for (byte, eight) in gathered.iter_mut().zip(bits.as_chunks::<8>().0) {
        *byte = (u64::from_le_bytes(*eight).wrapping_mul(0x0101_0101_0101_0101) >> 56) as u8;
    }
    u64::from_le_bytes(gathered)
}
