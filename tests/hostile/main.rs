//! Files that were made to do harm, or broke: they are read or refused soon, within the memory of the program that reads
//! files for the page. All of this process has no more than that, so no other tests are in it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

#[path = "../common"]
mod common {
    pub mod cells;
    pub mod example;
    pub mod inside;
    pub mod json_changes;
    #[allow(dead_code)] // no recognised tables are looked at here
    pub mod made;
    pub mod repository;
    pub mod shown;
    pub mod temporary;
    pub mod told;
}

mod bombs;
mod fuzz;
mod seeds;
mod work;

use std::alloc::System;
use std::sync::{Mutex, MutexGuard, PoisonError};

use cap::Cap;
use work::Counted;

/// What the program may take that reads files for the page; what a test wants for making a file is not much more than the
/// file.
#[global_allocator]
static ALLOCATOR: Counted = Counted(Cap::new(System, 256 << 20));

/// One file is read at a time, since they share the memory.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}
