//! Two things at once, for the cold start: the order of results is that of the input, whatever finishes first.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many parts the items are handed out in.
const PARTS: usize = 128;

/// Runs both, the first on a thread of its own; one after the other where there is but one core, or no thread to be had,
/// as in a browser.
pub(crate) fn both<A: Send, B>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B) -> (A, B) {
    if thread::available_parallelism().is_ok_and(|cores| cores.get() == 1) || cfg!(target_family = "wasm") {
        return (a(), b());
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        for count in [0, 1, 2, PARTS - 1, PARTS, PARTS + 1, 10 * PARTS + 7] {
            let items: Vec<usize> = (0..count).map(|item| item * 3).collect();
            let mapped = map(&items, |number, item| Ok::<_, ()>((number, *item)));
            assert_eq!(mapped, Ok(items.iter().copied().enumerate().collect()), "{count}");
        }
    }

    #[test]
    fn of_several_errors_the_first_counts() {
        let items = [(); 1000];
        let failing = map(&items, |number, ()| if number % 300 == 299 { Err(number) } else { Ok(number) });
        assert_eq!(failing, Err(299));
    }

    #[test]
    fn both_are_run() {
        assert_eq!(both(|| 1, || 2), (1, 2));
        let panic = std::panic::catch_unwind(|| both(|| panic!("in the other thread"), || 2));
        assert_eq!(panic.unwrap_err().downcast_ref(), Some(&"in the other thread"));
    }
}
