//! Which cues of the words at a token fit what stands around it.

use smallvec::SmallVec;

use super::Frame;
use crate::event::text::choice::ChoiceNumber;
use crate::event::text::words::Entry;
use crate::event::text::{Kind, Signs};
use crate::lexicon::Cue;

impl<'e> Frame<'e> {
    pub(crate) fn cue(&self, number: u32) -> &'e Cue {
        &self.line.events.cues.all[number as usize]
    }

    /// The cues of a token's phrases that fit, with their last tokens: those of longer phrases first, then the more
    /// particular. So many tokens before it may hold its object.
    pub(crate) fn fitting(
        &self,
        at: usize,
        choice: fn(&Entry) -> Option<ChoiceNumber>,
        object_before: usize,
    ) -> SmallVec<[(&'e Cue, usize); 4]> {
        let mut fitting = SmallVec::new();
        for (entry, last) in self.line.entries(at) {
            if let Some(number) = choice(entry) {
                let found = |cue| fitting.push((self.cue(cue), last));
                self.line.events.words.choices.fitting(number, &self.line, last, (at, object_before), found);
            }
        }
        if object_before == 0 && self.line.holds(Signs::IS_PARTICLE) {
            let demanding = fitting.iter().take_while(|(cue, _): &&(&Cue, usize)| cue.demands).count();
            let mut parted = SmallVec::<[_; 4]>::new();
            self.parted(at, choice, &mut parted);
            fitting.insert_many(demanding, parted);
        }
        fitting
    }

    /// Adds the cues of a verb whose particle stands behind its object: "handed two suspects over to Y".
    fn parted(
        &self,
        at: usize,
        choice: fn(&Entry) -> Option<ChoiceNumber>,
        fitting: &mut SmallVec<[(&'e Cue, usize); 4]>,
    ) {
        let line = &self.line;
        let near = at + 2..(at + 9).min(line.tokens.len());
        let near = near.take_while(|&next| !matches!(line.kind(next), Kind::Comma | Kind::Break | Kind::That));
        let Some(particle) = near.into_iter().find(|&next| line.has(next, Signs::IS_PARTICLE)) else { return };
        // "over to Y", "off on Monday", "free": no preposition of its own.
        let ends = matches!(
            line.kind(particle + 1),
            Kind::Comma | Kind::Break | Kind::Preposition | Kind::To | Kind::Adverb | Kind::And
        );
        if !ends || line.has(at + 1, Signs::IS_PARTICLE) {
            return;
        }
        let words = line.events.words;
        line.tokens.with_particle(at, particle, words, |meaning| {
            if let Some(number) = choice(words.entry(meaning)) {
                words.choices.fitting(number, line, at, (at, 0), |cue| fitting.push((self.cue(cue), at)));
            }
        });
    }

    /// The cues of which a token is the part behind a hyphen.
    pub(crate) fn suffixes(&self, at: usize) -> impl Iterator<Item = u32> {
        let words = self.line.events.words;
        self.line.entries(at).flat_map(|(entry, _)| words.suffixes(entry)).copied()
    }
}
