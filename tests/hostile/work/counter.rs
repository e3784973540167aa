//! Counts what a piece of work takes, without a clock: how often and how much memory it asks for, and, in the build of
//! `scripts/count.sh`, every stretch of code that it runs through.

#![allow(unsafe_code)] // an allocator, and a function that the compiler calls by its name

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::sync::atomic::{AtomicU64, Ordering};

use cap::Cap;

/// The stretches of code that were run so far, by all threads: nothing but one test runs where they are counted.
static STEPS: AtomicU64 = AtomicU64::new(0);

thread_local! {
    /// How often this thread has asked for memory, and for how much.
    static ASKED: Cell<(u64, u64)> = const { Cell::new((0, 0)) };
}

/// An amount of work.
#[derive(Debug, Clone, Copy, Default)]
pub struct Work {
    /// How many stretches of code without a branch were run; 0 where nothing counts them.
    pub steps: u64,
    /// How often memory was asked for.
    pub requests: u64,
    /// How much of it, also where it was given back at once.
    pub bytes: u64,
}

impl Work {
    /// What was taken since the program began.
    fn so_far() -> Work {
        let (requests, bytes) = ASKED.get();
        Work { steps: STEPS.load(Ordering::Relaxed), requests, bytes }
    }
}

/// Whether the program is built so that its steps are counted.
pub fn is_counting() -> bool {
    counted(|| budget_lens::budget::is_code("201")).0.steps > 0
}

/// What the work took, and what came of it.
pub fn counted<T>(work: impl FnOnce() -> T) -> (Work, T) {
    let before = Work::so_far();
    let made = work();
    let after = Work::so_far();
    let taken = Work {
        steps: after.steps - before.steps,
        requests: after.requests - before.requests,
        bytes: after.bytes - before.bytes,
    };
    (taken, made)
}

fn ask(bytes: usize) {
    let (requests, before) = ASKED.get();
    ASKED.set((requests + 1, before + bytes as u64));
}

/// The allocator with a limit, which counts, too.
pub struct Counted(pub Cap<System>);

// SAFETY: all is left to the allocator within.
unsafe impl GlobalAlloc for Counted {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ask(layout.size());
        unsafe { self.0.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        unsafe { self.0.dealloc(at, layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        ask(layout.size());
        unsafe { self.0.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ask(size);
        unsafe { self.0.realloc(at, layout, size) }
    }
}

/// What the compiler calls at the beginning of each stretch of code without a branch, where it is told to.
#[unsafe(no_mangle)]
pub extern "C" fn __sanitizer_cov_trace_pc() {
    STEPS.fetch_add(1, Ordering::Relaxed);
}
