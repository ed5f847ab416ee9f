//! Which bytes of a text are letters and digits of ASCII, one bit to each: where words begin and end is then read off many
//! bytes at a time.

use std::ops::Range;

use crate::word::{ascii_letters, letters_end};

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
        let (mut blocks, mut beside) = (Vec::with_capacity(count), Vec::with_capacity(count));
        let (chunks, rest) = text.as_chunks::<64>();
        let mut last = [0; 64];
        last[..rest.len()].copy_from_slice(rest);
        for chunk in chunks.iter().chain([&last]) {
            let (mut letters, mut others) = (0, 0);
            for (number, eight) in chunk.as_chunks::<8>().0.iter().enumerate() {
                let eight = u64::from_le_bytes(*eight);
                letters |= gathered(ascii_letters(eight) & HIGH) << (number * 8);
                if eight & HIGH != 0 {
                    others |= gathered(eight & eight << 1 & HIGH) << (number * 8);
                }
            }
            if let Some(marks) = marks {
                let begins = chunk.iter().map(|&byte| u64::from(marks[usize::from(byte)]));
                others |= begins.rev().fold(0, |bits, begins| bits << 1 | begins);
            }
            blocks.push(letters);
            beside.push(others);
        }
        blocks.push(0);
        beside.push(0);
        Self { text, blocks, others: beside }
    }

    /// Where letters begin and end, and where else something may begin, from left to right.
    pub(super) fn beginnings(&self) -> Beginnings<'_, 't> {
        Beginnings { letters: self, number: 0, block: 0, next: self.blocks[0], places: 0 }
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

    /// The letters that stand last before `at`: where they begin and end.
    pub(super) fn before(&self, at: usize) -> Option<Range<usize>> {
        let mut number = at / 64;
        let mut block = self.blocks[number] & !(u64::MAX << (at % 64));
        while block == 0 {
            number = number.checked_sub(1)?;
            block = self.blocks[number];
        }
        let zeros = block.leading_zeros() as usize;
        let end = number * 64 + 64 - zeros;
        let mut start = end - (block << zeros).leading_ones() as usize;
        if start == number * 64 {
            start -= self.text[..start].iter().rev().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        }
        Some(start..end)
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

/// Walks through the beginnings, block by block.
pub(super) struct Beginnings<'l, 't> {
    letters: &'l Letters<'t>,
    /// The number of the next block, this block and the next one.
    number: usize,
    block: u64,
    next: u64,
    /// The beginnings of this block that are still to come.
    places: u64,
}

impl Iterator for Beginnings<'_, '_> {
    type Item = (usize, usize);

    #[inline]
    fn next(&mut self) -> Option<(usize, usize)> {
        while self.places == 0 {
            let Letters { blocks, others, .. } = self.letters;
            let &others = others.get(self.number)?;
            let before = self.block >> 63;
            self.block = self.next;
            self.number += 1;
            self.next = blocks.get(self.number).copied().unwrap_or_default();
            self.places = self.block & !(self.block << 1 | before) | others;
        }
        let bit = self.places.trailing_zeros();
        self.places &= self.places - 1;
        let start = (self.number - 1) * 64 + bit as usize;
        let end = match run(self.block, self.next, bit) {
            64 => letters_end(self.letters.text, start),
            count => start + count as usize,
        };
        Some((start, end))
    }
}

/// How many bits are set in the block from one on, and on in the next block, up to 64.
#[inline]
fn run(block: u64, next: u64, bit: u32) -> u32 {
    // What lies beyond the block moves in from the left, in two steps, as one of 64 is none.
    (block >> bit | next << 1 << (63 - bit)).trailing_ones()
}

const HIGH: u64 = 0x8080_8080_8080_8080;

/// The highest bits of eight bytes, as the bits of one.
#[inline]
fn gathered(high: u64) -> u64 {
    high.wrapping_mul(0x0002_0408_1020_4081) >> 56
}
