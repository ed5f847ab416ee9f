//! Memberships: of one member at one time, and within the lives of both.

use super::spell::{clashes, outlasts, surely_before};
use super::{Data, Flaw};
use crate::gazetteer::record::Membership;
use crate::vocabulary::Status;

pub(super) fn overlapping_memberships(data: &Data, flaws: &mut Vec<Flaw>) {
    for bloc in &data.records {
        let mut spells: Vec<&Membership> = bloc.members.iter().collect();
        spells.sort_by_key(|spell| spell.entity);
        for same in spells.chunk_by(|a, b| a.entity == b.entity) {
            for (first, second) in clashes(same.iter().copied(), |spell| spell.period, |_, _| true) {
                let id = &data.record(second.entity).id;
                flaws.push(Flaw::new(
                    second.origin,
                    format!(
                        "`{id}` is {} of `{}` {} and {} {} at once",
                        first.status, bloc.id, first.period, second.status, second.period
                    ),
                    "end the one where the other begins, or join the two",
                ));
            }
        }
    }
}

pub(super) fn memberships_outside_life(data: &Data, flaws: &mut Vec<Flaw>) {
    for bloc in &data.records {
        for spell in bloc.members.iter().filter(|spell| spell.status == Status::Member) {
            let member = data.record(spell.entity);
            let mut say = |what: String| {
                flaws.push(Flaw::new(
                    spell.origin,
                    format!("`{}` is a member of `{}` {}, {what}", member.id, bloc.id, spell.period),
                    "correct the dates of the one or the other",
                ));
            };
            if surely_before(spell.period.from, bloc.period.from) {
                say(format!("before its founding ({})", bloc.period));
            }
            if outlasts(spell.period, bloc.period) {
                say(format!("after its dissolution ({})", bloc.period));
            }
            if outlasts(spell.period, member.period) {
                say(format!("after the member was dissolved ({})", member.period));
            }
        }
    }
}
