//! How far the work is, for whoever looks on at a terminal; into pipes and files nothing of it is written.

use std::sync::Mutex;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressFinish, ProgressStyle, WeakProgressBar};

/// The line that is shown, so that what else is written goes above it.
static SHOWN: Mutex<Option<WeakProgressBar>> = Mutex::new(None);

/// How far the work is. Its line goes when it is dropped.
pub struct Progress(ProgressBar);

impl Progress {
    /// Of so many; `what` is what is done with each. A single one is done before anybody has read of it.
    pub fn of(count: usize, what: &'static str) -> Self {
        let target = if count > 1 { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(u64::try_from(count).ok(), target).with_message(what);
        if let Ok(style) = ProgressStyle::with_template("{msg} {pos} / {len} {bar:30} {eta}") {
            bar.set_style(style);
        }
        let bar = bar.with_finish(ProgressFinish::AndClear);
        if let Ok(mut shown) = SHOWN.lock() {
            *shown = Some(bar.downgrade());
        }
        Progress(bar)
    }

    /// One more is done.
    pub fn step(&self) {
        self.0.inc(1);
    }
}

/// Writes to the terminal while no line of progress stands in the way.
pub fn aside<T>(write: impl FnOnce() -> T) -> T {
    let shown = SHOWN.lock().ok().and_then(|shown| shown.as_ref()?.upgrade());
    match shown {
        Some(bar) => bar.suspend(write),
        None => write(),
    }
}
