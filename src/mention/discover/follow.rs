//! Whoever is introduced, elsewhere in the text: by the full name, and by the surname.

use super::{Discoveries, Discovery, is_taken};
use crate::mention::context::{standing_alone, word_after, word_before};
use crate::mention::rule::Rule;
use crate::mention::{EntityRef, Mention};
use crate::span::Span;
use crate::vocabulary::Form;
use crate::word::{capitalised, folded};

impl Discovery<'_> {
    /// The people's full names and surnames elsewhere in the text.
    pub(super) fn follow(&self, known: &[Mention], discoveries: &mut Discoveries) {
        for number in 0..discoveries.people.len() {
            let name = discoveries.people[number].name.clone();
            let Some(surname) = name.split_whitespace().last() else { continue };
            let first = discoveries
                .mentions
                .iter()
                .filter(|m| m.entity == EntityRef::discovered(number as u32))
                .map(|m| m.span.start)
                .min();
            let full = (name.as_str(), Form::Name, Rule::Introduced);
            // At the beginning of a sentence also an article has a capital: "Al-Harthi ordered tea".
            let opening = capitalised(surname);
            let opening = (opening != surname).then_some((opening.as_str(), Form::Surname, Rule::NamedInFull));
            // "Jean van Houten … Van Houten", before the bare "Houten".
            let particled = particled(&name).map(|surname| (surname.to_owned(), capitalised(surname)));
            let [small, great] = match &particled {
                Some((small, great)) => {
                    [small, great].map(|way| Some((way.as_str(), Form::Surname, Rule::NamedInFull)))
                }
                None => [None, None],
            };
            let ways = [Some(full), small, great, Some((surname, Form::Surname, Rule::NamedInFull)), opening];
            for (words, form, rule) in ways.into_iter().flatten() {
                for span in standing_alone(self.text, words) {
                    let another = || first.is_some_and(|first| span.start < first) || self.is_another(span, &name);
                    if is_taken(span, known, &discoveries.mentions) || form == Form::Surname && another() {
                        continue;
                    }
                    discoveries.mentions.push(self.mention(span, number, form, rule));
                }
            }
        }
    }

    /// Whether another given name stands before the surname, or a longer name goes on behind it.
    fn is_another(&self, surname: Span, name: &str) -> bool {
        let before = word_before(self.text, surname.start).is_some_and(|word| {
            let written = word.of(self.text);
            self.lexicon.people.is_given_name(&folded(written)) && !name.contains(written)
        });
        let goes_on = word_after(self.text, surname.end).is_some_and(|word| {
            matches!(
                word.of(self.text),
                "Street" | "Avenue" | "University" | "Airport" | "Square" | "Foundation" | "Institute"
            )
        });
        before || goes_on
    }
}

/// The surname with the particles before it, if it has some: "van Houten".
fn particled(name: &str) -> Option<&str> {
    let at = name.match_indices(' ').map(|(at, _)| at + 1).find(|&at| name[at..].starts_with(char::is_lowercase))?;
    (name[at..].split(' ').count() <= 3 && name[at..].contains(' ')).then_some(&name[at..])
}
