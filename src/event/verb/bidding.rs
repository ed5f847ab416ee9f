//! A verb that has somebody do something by an infinitive behind its object: "ordered Y to halt its raids on Z". What the
//! infinitive says is not what the verb does.

use crate::event::clause::actor::is_kind;
use crate::event::clause::group::Group;
use crate::event::clause::object;
use crate::event::frame::Frame;
use crate::event::frame::party::{Pairs, Party};
use crate::event::text::Kind;
use crate::lexicon::{Cue, Govern, VerbForm};
use crate::vocabulary::{Class, EventType, Kind as EntityKind};
use crate::word::WordList;

impl Frame<'_> {
    /// Whether a verb with an infinitive behind its object asks for what that says: "encouraged Y to sign".
    pub(crate) fn asks(&self, verb: usize, found: &Pairs) -> bool {
        let line = &self.line;
        if line.govern(verb) != Some(Govern::Request) {
            return false;
        }
        let Some((_, target)) = found.first() else { return false };
        let group = (verb + 1..(verb + 8).min(line.tokens.len())).find_map(|at| self.groups.at(at));
        let Some(group) = group.map(|group| &self.groups[group]) else { return false };
        let to = group.last() + 1;
        group.actors.iter().any(|actor| actor.mention == target.mention)
            && line.kind(to) == Kind::To
            && line.kind(to + 1) == Kind::Word
            && self.groups.at(to + 1).is_none()
    }

    /// The infinitive that says what the object of a verb of asking is asked to do.
    pub(super) fn bidden(&self, verb: usize) -> Option<usize> {
        let line = &self.line;
        if line.govern(verb) != Some(Govern::Request) {
            return None;
        }
        let group = object::direct_object(line, &self.groups, verb + 1)?;
        let behind = self.groups[group].last() + 1;
        let to = (behind..(behind + 3).min(line.tokens.len())).find(|&at| line.kind(at) != Kind::Adverb)?;
        let deed = Some(to + 1).filter(|&deed| line.kind(to) == Kind::To && deed < line.tokens.len())?;
        (line.form(deed) == Some(VerbForm::Base) || line.kind(deed) == Kind::Word).then_some(deed)
    }

    /// Whether whoever is told something is told of it only, and not to do it: "told Y that X was ready to".
    pub(super) fn only_informs(&self, verb: usize, found: &Pairs) -> bool {
        let line = &self.line;
        if !matches!(line.written(verb), "tell" | "telling" | "tells" | "told") {
            return false;
        }
        let end = line.tokens.len();
        let Some(group) = self.group_of_target(verb, 12, found) else { return false };
        let behind = group.last() + 1..end.min(group.last() + 4);
        let bids = behind.into_iter().any(|at| line.kind(at) == Kind::To);
        let obliges = (group.first()..end)
            .any(|at| line.obligation(at).is_some() || line.written(at) == "had" && line.kind(at + 1) == Kind::To);
        !bids && !obliges
    }

    /// The nearest group behind a verb that holds a target, so many tokens behind it at most.
    fn group_of_target(&self, verb: usize, reach: usize, found: &[(Party, Party)]) -> Option<&Group> {
        let near = verb + 1..self.line.tokens.len().min(verb + reach);
        let is_target = |mention: u32| found.iter().any(|(_, target)| target.mention == mention);
        let groups = near.filter_map(|at| self.groups.at(at)).map(|group| &self.groups[group]);
        groups.into_iter().find(|group| group.actors.iter().any(|actor| is_target(actor.mention)))
    }

    /// Whether a bloc is only complained to, of others: "protested to the UN over raids by Y"; what it does itself is "its".
    pub(super) fn only_hears(&self, verb: usize, found: &Pairs) -> bool {
        let line = &self.line;
        let lodged = (verb + 1..line.tokens.len().min(verb + 5))
            .any(|at| matches!(line.written(at), "complaint" | "complaints" | "protest" | "protests"));
        let complains = |at: usize| {
            lodged
                && matches!(
                    line.written(at),
                    "file"
                        | "filed"
                        | "files"
                        | "filing"
                        | "lodge"
                        | "lodged"
                        | "lodges"
                        | "lodging"
                        | "made"
                        | "submitted"
                )
                || matches!(
                    line.written(at),
                    "complain"
                        | "complained"
                        | "complaining"
                        | "complains"
                        | "protest"
                        | "protested"
                        | "protesting"
                        | "protests"
                )
        };
        let Some((_, target)) = found.first().filter(|_| complains(verb)) else { return false };
        let end = line.tokens.len();
        let Some(group) = self.group_of_target(verb, 8, &found[..1]) else { return false };
        let mention = &line.events.mentions[target.mention as usize];
        let opening = group.first().saturating_sub(5)..group.first();
        let behind = group.last() + 1..end.min(group.last() + 6);
        is_kind(line.events.data, mention, &EntityKind::Bloc)
            && opening
                .into_iter()
                .any(|at| line.kind(at) == Kind::To || lodged && matches!(line.written(at), "with" | "at"))
            && !behind.into_iter().any(|at| matches!(line.written(at), "its" | "their"))
    }

    /// Whether a verb of asking sends away those whom a state sent: "told the envoys of Y to leave", "ordered Y to shut its
    /// embassy".
    pub(super) fn sends_away(&self, verb: usize, passive: bool) -> bool {
        #[rustfmt::skip]
        static SENT: WordList<128> = WordList::new(&[
            "ambassador", "ambassadors", "attache", "attaches", "bureau", "chancery", "consul", "consulate", "consulates", "consuls",
            "delegation", "diplomat", "diplomats", "embassy", "envoy", "envoys", "inspectors", "legation", "mission", "missions",
            "monitors", "observers", "offices", "staff", "personnel",
        ]);
        let line = &self.line;
        let commands = matches!(
            line.written(verb),
            "asked" | "given" | "gave" | "ordered" | "orders" | "told" | "tells" | "tell" | "order"
        );
        if !commands {
            return false;
        }
        let near = verb + 1..line.tokens.len().min(verb + 14);
        let ends = |&at: &usize| !matches!(line.kind(at), Kind::Comma | Kind::Break | Kind::That);
        let mut near = near.take_while(ends);
        let leaves =
            |at: usize| matches!(line.written(at), "close" | "depart" | "go" | "leave" | "pack" | "quit" | "shut");
        let Some(to) = near.find(|&at| line.kind(at) == Kind::To && leaves((at + 1).min(line.tokens.len() - 1))) else {
            return false;
        };
        let closes = matches!(line.written(to + 1), "close" | "shut");
        let objects = match (closes, passive) {
            (true, _) => to + 2..line.tokens.len().min(to + 7),
            (false, true) => verb.saturating_sub(8)..verb,
            (false, false) => verb + 1..to,
        };
        objects.into_iter().any(|at| SENT.holds(line.written(at)))
    }

    /// Whether a cue of the verb that asks may tell what it does: no deed of arms or goods, which are only in what is asked
    /// for; but whoever is told to leave is sent away.
    pub(super) fn does_by_bidding(&self, cue: &Cue, deed: usize) -> bool {
        let Some(event) = cue.event else { return true };
        let material = matches!(event.class(), Class::MaterialConflict | Class::MaterialCooperation);
        let leaves =
            || matches!(self.line.written(deed), "close" | "depart" | "go" | "leave" | "pack" | "quit" | "shut");
        !material || matches!(event, EventType::Sanction | EventType::Coerce) && leaves()
    }
}
