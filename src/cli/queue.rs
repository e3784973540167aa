//! Work for all cores, with its results in order.

use std::sync::mpsc::sync_channel;
use std::thread;

/// How many finished results a core may be ahead: few, so that a thousand files need no more memory than ten.
const AHEAD: usize = 4;

/// Does `work` for each number below `count` on all cores, and hands the results to `take` in order, each as soon as
/// it is there. Stops where `take` fails.
pub fn in_order<T: Send, E>(
    count: usize,
    work: impl Fn(usize) -> T + Sync,
    mut take: impl FnMut(usize, T) -> Result<(), E>,
) -> Result<(), E> {
    let cores = thread::available_parallelism().map_or(1, usize::from).min(count);
    let work = &work;
    thread::scope(|scope| {
        let start = |core| {
            let (sender, receiver) = sync_channel(AHEAD);
            // Sending fails when nobody wants the rest.
            scope.spawn(move || (core..count).step_by(cores).all(|i| sender.send(work(i)).is_ok()));
            receiver
        };
        let cores: Vec<_> = (0..cores).map(start).collect();
        let mut results = (0..count).map_while(|i| cores[i % cores.len()].recv().ok().map(|result| (i, result)));
        results.try_for_each(|(i, result)| take(i, result))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn results_come_in_order_and_none_is_done_far_ahead() {
        let (done, mut taken) = (AtomicUsize::new(0), Vec::new());
        let work = |i: usize| {
            done.fetch_add(1, Ordering::SeqCst);
            i * i
        };
        let result: Result<(), ()> = in_order(1000, work, |i, square| {
            let cores = thread::available_parallelism().map_or(1, usize::from);
            assert!(done.load(Ordering::SeqCst) <= i + 1 + cores * (AHEAD + 3));
            assert_eq!(square, i * i);
            taken.push(square);
            Ok(())
        });
        assert_eq!((result, taken.len()), (Ok(()), 1000));
    }

    #[test]
    fn nothing_more_is_done_once_nobody_takes_it() {
        let done = AtomicUsize::new(0);
        let result = in_order(1000, |_| done.fetch_add(1, Ordering::SeqCst), |_, _| Err("closed"));
        assert_eq!(result, Err("closed"));
        assert!(done.load(Ordering::SeqCst) < 500);
        assert_eq!(in_order(0, |i| i, |_, _| Err("nothing")), Ok(()));
    }
}
