//! Records: their order in a file, and their codes.

use std::fmt;

use super::spell::clashes;
use super::{Data, Flaw};
use crate::gazetteer::record::Record;
use crate::vocabulary::Kind;

pub(super) fn unsorted_records(data: &Data, flaws: &mut Vec<Flaw>) {
    let mut records: Vec<&Record> = data.records.iter().filter(|record| is_sorted_kind(&record.kind)).collect();
    records.sort_by(|a, b| (a.origin.file, a.kind.as_str(), a.origin).cmp(&(b.origin.file, b.kind.as_str(), b.origin)));
    for pair in records.windows(2) {
        let [above, record] = pair else { continue };
        let together = (above.origin.file, &above.kind) == (record.origin.file, &record.kind);
        if together && (first_term(above), &above.id) > (first_term(record), &record.id) {
            let order = if record.kind == Kind::Leader { "their first `from`, then id" } else { "id" };
            flaws.push(Flaw::new(
                record.origin,
                format!("`{}` stands below `{}`", record.id, above.id),
                format!("sort the records of a file by {order}"),
            ));
        }
    }
}

fn is_sorted_kind(kind: &Kind) -> bool {
    matches!(kind, Kind::State | Kind::Territory | Kind::Bloc | Kind::Leader)
}

/// When a leader first took an office, as it is written: a year stands before its months, and who is undated stands
/// last. Of other kinds nothing, so that the id alone sorts them.
fn first_term(record: &Record) -> (bool, Option<String>) {
    if record.kind != Kind::Leader {
        return (false, None);
    }
    let first = record.offices.iter().filter_map(|term| term.period.from).map(|from| from.to_string()).min();
    (first.is_none(), first)
}

pub(super) fn impossible_codes(data: &Data, flaws: &mut Vec<Flaw>) {
    for record in &data.records {
        if let Some(code) = record.iso2.as_deref().filter(|code| !is_alpha2(code)) {
            let problem = format!("`{}` has the ISO code `{code}`, which cannot be", record.id);
            flaws.push(Flaw::new(record.origin, problem, "write the two capitals of ISO 3166-1 alpha-2"));
        }
        if let Some(code) = record.iso_numeric.filter(|code| *code >= 1000) {
            let problem = format!("`{}` has the ISO number {code}, which cannot be", record.id);
            flaws.push(Flaw::new(record.origin, problem, "write the number of ISO 3166-1, 999 at most"));
        }
    }
}

fn is_alpha2(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

pub(super) fn codes_of_two(data: &Data, flaws: &mut Vec<Flaw>) {
    shared_codes(data, "iso2", |record| record.iso2.clone(), flaws);
    shared_codes(data, "iso_numeric", |record| record.iso_numeric, flaws);
}

pub(super) fn numbers_of_two_states(data: &Data, flaws: &mut Vec<Flaw>) {
    shared_codes(data, "gw", |record| record.gw.filter(|_| record.kind == Kind::State), flaws);
}

/// Codes that two entities bear at one time. A code may go to another when its state has ended: CS was Czechoslovakia's
/// and then Serbia and Montenegro's; and a successor may keep it, as Russia has the Soviet Union's Gleditsch–Ward number.
fn shared_codes<C>(data: &Data, key: &str, code: impl Fn(&Record) -> Option<C>, flaws: &mut Vec<Flaw>)
where
    C: Ord + fmt::Display,
{
    let mut coded: Vec<(C, &Record)> =
        data.records.iter().filter_map(|record| code(record).map(|code| (code, record))).collect();
    coded.sort_by(|a, b| a.0.cmp(&b.0));
    let succeeds = |old: &Record, new: &Record| old.successors.iter().any(|link| data.record(link.entity).id == new.id);
    for same in coded.chunk_by(|a, b| a.0 == b.0) {
        let two = |a: &(C, &Record), b: &(C, &Record)| !succeeds(a.1, b.1) && !succeeds(b.1, a.1);
        for ((_, first), (code, second)) in clashes(same, |(_, record)| record.period, two) {
            flaws.push(Flaw::new(
                second.origin,
                format!("`{}` and `{}` have the same `{key}`, {code}", first.id, second.id),
                "correct the one whose code it is not",
            ));
        }
    }
}
