//! Lists of actors: "A, B and C".

use super::actor::{Actor, actor, entity, partitive};
use super::line::Line;
use super::token::Kind;

/// Actors that stand in one list: "A, B and C".
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    pub(super) actors: Vec<Actor>,
}

impl Group {
    pub(super) fn first(&self) -> usize {
        self.actors.first().map_or(0, |actor| actor.first)
    }

    pub(super) fn last(&self) -> usize {
        self.actors.last().map_or(0, |actor| actor.last)
    }
}

/// The actors of a sentence, in groups, from left to right.
pub(super) fn groups(line: &Line<'_>) -> Vec<Group> {
    let mut actors: Vec<Actor> = Vec::new();
    let mut at = 0;
    while at < line.tokens.len() {
        match line.kind(at) {
            Kind::Mention(number) => {
                let mut actor = actor(line, at, number);
                actor.first = partitive(line, actor.first);
                at = actor.last + 1;
                // "Moscow, Russia": the state only says where the place lies.
                let repeats = actors.last().is_some_and(|before| {
                    before.place
                        && before.last + 2 == actor.first
                        && entity(line, before.mention) == entity(line, actor.mention)
                });
                if !repeats {
                    actors.push(actor);
                }
            }
            _ => at += 1,
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    // What only commas join is a list if "and" closes it: until then it is held apart.
    let mut held: Vec<Actor> = Vec::new();
    for actor in actors {
        // "X, along with Y and Z": the list goes on.
        if held.is_empty()
            && let Some(before) = groups.last_mut().filter(|group| group.actors.len() > 1)
            && matches!(join(line, &before.actors[before.actors.len() - 1], &actor), Join::And)
        {
            before.actors.push(actor);
            continue;
        }
        let join = held.last().map_or(Join::None, |before| join(line, before, &actor));
        match join {
            Join::None => {
                groups.extend(held.drain(..).map(|actor| Group { actors: vec![actor] }));
                held.push(actor);
            }
            Join::Comma => held.push(actor),
            // "A blamed B, and C blamed D": behind a comma "and" closes a list of three at least.
            Join::And if held.len() == 1 && begins_clause(line, &held[0], &actor) => {
                groups.extend(held.drain(..).map(|actor| Group { actors: vec![actor] }));
                held.push(actor);
            }
            Join::And => {
                held.push(actor);
                groups.push(Group { actors: std::mem::take(&mut held) });
            }
        }
    }
    groups.extend(held.into_iter().map(|actor| Group { actors: vec![actor] }));
    for group in &mut groups {
        share_noun(group);
    }
    groups
}

/// Whether a comma and "and" stand between two actors, and a verb behind the second.
fn begins_clause(line: &Line<'_>, before: &Actor, next: &Actor) -> bool {
    let and = before.last + 2;
    line.kind(before.last + 1) == Kind::Comma
        && line.kind(and) == Kind::And
        && next.first > 0
        && (next.last + 1..line.tokens.len())
            .find(|&at| line.kind(at) != Kind::Adverb)
            .is_some_and(|at| line.is_verb(at) || line.kind(at) == Kind::To)
}

/// How an actor goes on from the one before it.
enum Join {
    None,
    Comma,
    And,
}

fn join(line: &Line<'_>, before: &Actor, next: &Actor) -> Join {
    let between = before.last + 1..next.first;
    if between.is_empty() || between.len() > 5 {
        return Join::None;
    }
    // "X, along with Y", "X as well as Y".
    let written: Vec<&str> =
        between.clone().filter(|&at| line.kind(at) != Kind::Comma).map(|at| line.written(at)).collect();
    if matches!(written[..], ["along" | "together", "with"] | ["alongside" | "plus"] | ["as", "well", "as"]) {
        return Join::And;
    }
    if between.len() > 3 {
        return Join::None;
    }
    let mut join = Join::None;
    for at in between {
        match line.kind(at) {
            Kind::And if !matches!(line.written(at), "but" | "then") => join = Join::And,
            Kind::Hyphen => join = Join::And,
            Kind::Comma if !matches!(join, Join::And) => join = Join::Comma,
            Kind::Determiner | Kind::Possessive => {}
            // "by X and by Y".
            Kind::By if matches!(join, Join::And) && follows_by(line, before) => {}
            _ => return Join::None,
        }
    }
    join
}

/// Whether "by" stands before an actor, or before its article.
fn follows_by(line: &Line<'_>, actor: &Actor) -> bool {
    let near = (actor.first.saturating_sub(2)..actor.first).rev();
    near.into_iter().find(|&at| line.kind(at) != Kind::Determiner).is_some_and(|at| line.kind(at) == Kind::By)
}

/// "Hungarian and Romanian officials": the noun is said of all.
fn share_noun(group: &mut Group) {
    let Some(last) = group.actors.last().cloned() else { return };
    for actor in &mut group.actors {
        if actor.modifies && !last.modifies && last.sector.is_some() {
            actor.acts = last.acts;
            actor.sector = last.sector;
            actor.modifies = false;
        }
    }
}
