//! Whose deed a noun behind "its" names, where that is not who does what the verb says: "criticised X over its raid on Y",
//! "After its raid on Y, X said".

use super::Frame;
use crate::event::clause::actor;
use crate::event::clause::pronoun::Pronoun;
use crate::event::text::Kind;

/// How far into a sentence a phrase before its subject goes, in tokens.
const OPENING: usize = 3;

impl Frame<'_> {
    /// The group whose deed a noun at a token names, to whom the deed is done stands at `target`.
    pub(super) fn owner_by_pronoun(&self, noun: usize, target: Option<usize>) -> Option<usize> {
        let own = (noun.saturating_sub(4)..noun).rev().find(|&at| self.line.kind(at) == Kind::Determiner)?;
        let pronoun = Pronoun::as_owner(self.line.written(own)).filter(|&pronoun| pronoun != Pronoun::Any)?;
        let owner = self
            .judged_before(own)
            .or_else(|| self.subject_behind(own, target.map_or(noun, |group| self.groups[group].last())))?;
        let fits = |group: usize| match &self.groups[group].actors[..] {
            [only] => (pronoun == Pronoun::Person) == actor::is_person(&self.line, only.mention) && !only.place,
            _ => false,
        };
        Some(owner).filter(|&owner| target != Some(owner) && fits(owner))
    }

    /// Who is judged, asked or hurt for what is its own: "praised X for its".
    fn judged_before(&self, own: usize) -> Option<usize> {
        let line = &self.line;
        let link = own.checked_sub(1)?;
        let end = match line.written(link) {
            "about" | "for" | "over" => link,
            "of" => link.checked_sub(1).filter(|&because| line.written(because) == "because")?,
            _ => return None,
        };
        self.groups.at(end.checked_sub(1)?)
    }

    /// The subject behind the phrase that opens the sentence.
    fn subject_behind(&self, own: usize, last: usize) -> Option<usize> {
        let line = &self.line;
        let opens = own <= OPENING
            && matches!(
                line.written(0),
                "After" | "Before" | "Despite" | "During" | "Following" | "In" | "Since" | "With"
            );
        let comma =
            (last + 1..line.tokens.len().min(last + 6)).find(|&at| line.kind(at) == Kind::Comma).filter(|_| opens)?;
        self.groups.at(comma + 1)
    }
}
