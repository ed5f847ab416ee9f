//! Work on many things at once, with the results in their order.

use std::panic::resume_unwind;
use std::thread;

use super::super::failure::Failure;

/// How many things a thread takes at a time.
const PART: usize = 16;

/// Works on all items, so many threads at a time, and hands on what came of each in the order of the items; a result that
/// is not taken ends it.
pub(super) fn in_order<T: Send, R: Send>(
    mut items: impl Iterator<Item = T>,
    threads: usize,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), Failure>,
) -> Result<(), Failure> {
    loop {
        let parts = (0..threads.max(1)).map(|_| items.by_ref().take(PART).collect());
        let parts: Vec<Vec<T>> = parts.filter(|part: &Vec<T>| !part.is_empty()).collect();
        if parts.is_empty() {
            return Ok(());
        }
        let work = |part: Vec<T>| part.into_iter().map(&work).collect::<Vec<R>>();
        let results: Vec<Vec<R>> = thread::scope(|scope| {
            let working: Vec<_> = parts.into_iter().map(|part| scope.spawn(|| work(part))).collect();
            working.into_iter().map(|part| part.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
        });
        for result in results.into_iter().flatten() {
            take(result)?;
        }
    }
}
