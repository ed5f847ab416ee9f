//! Two things at once, for the cold start: the order of results is that of the input, whatever finishes first.

use std::panic::resume_unwind;
use std::thread;

/// Runs both, the first on a thread of its own.
pub(crate) fn both<A: Send, B>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let a = scope.spawn(a);
        let b = b();
        (a.join().unwrap_or_else(|panic| resume_unwind(panic)), b)
    })
}

/// Maps the items, one half on a thread of its own; fails with the first error in the order of the items.
pub(crate) fn map<'t, T: Sync, R: Send, E: Send>(
    items: &'t [T],
    map: impl Fn(usize, &'t T) -> Result<R, E> + Sync,
) -> Result<Vec<R>, E> {
    let (first, second) = items.split_at(items.len() / 2);
    let run = |part: &'t [T], from: usize| -> Result<Vec<R>, E> {
        part.iter().enumerate().map(|(number, item)| map(from + number, item)).collect()
    };
    let (second, first) = both(|| run(second, first.len()), || run(first, 0));
    let mut all = first?;
    all.extend(second?);
    Ok(all)
}
