//! Two things at once, for the cold start: the order of results is that of the input, whatever finishes first.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Runs both, the first on a thread of its own.
pub(crate) fn both<A: Send, B>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let a = scope.spawn(a);
        let b = b();
        (a.join().unwrap_or_else(|panic| resume_unwind(panic)), b)
    })
}

/// Maps the items on two threads; fails with the first error in the order of the items.
pub(crate) fn map<'t, T: Sync, R: Send, E: Send>(
    items: &'t [T],
    map: impl Fn(usize, &'t T) -> Result<R, E> + Sync,
) -> Result<Vec<R>, E> {
    // Of many small parts each thread takes the next one: items differ much in what they cost.
    let size = items.len().div_ceil(PARTS).max(1);
    let next = AtomicUsize::new(0);
    let run = || -> Vec<(usize, Result<Vec<R>, E>)> {
        let taken = std::iter::repeat_with(|| next.fetch_add(size, Ordering::Relaxed));
        let parts = taken.map_while(|from| Some((from, items.get(from..)?.chunks(size).next()?)));
        let mapped = |(from, part): (usize, &'t [T])| {
            (from, part.iter().enumerate().map(|(number, item)| map(from + number, item)).collect())
        };
        parts.map(mapped).collect()
    };
    let (mut parts, others) = both(run, run);
    parts.extend(others);
    parts.sort_by_key(|&(from, _)| from);
    let mut all = Vec::with_capacity(items.len());
    for (_, part) in parts {
        all.extend(part?);
    }
    Ok(all)
}

/// How many parts the items are handed out in.
const PARTS: usize = 128;
