//! How long something takes.

use std::time::{Duration, Instant};

/// The time in the middle of so many.
pub fn median(rounds: usize, mut run: impl FnMut()) -> Duration {
    middle((0..rounds).map(|_| timed(&mut run)).collect())
}

/// The time of one run.
pub fn timed(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

/// The time in the middle.
pub fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// The shortest of so many: other work of the machine only takes time.
pub fn fastest(rounds: usize, mut run: impl FnMut()) -> Duration {
    (0..rounds).map(|_| timed(&mut run)).min().unwrap_or_default()
}
