//! The documents and statistics that each app has open: the page, or one of several elements in a portal's page.

use std::cell::RefCell;
use std::sync::Arc;

use crate::budget::Statistics;
use crate::load::{Diagnostic, Loaded};
use crate::view::state::app_state::AppState;

/// A document that is open.
#[derive(Clone)]
pub struct Opened {
    /// The name of its file, or its address.
    pub name: String,
    /// Whether it is a file of the reader's.
    pub is_own: bool,
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// What was read from them.
    pub loaded: Arc<Loaded>,
}

/// The documents of one app: the page, or one of several elements in a portal's page.
#[derive(Default)]
pub struct Documents {
    /// Those that are open together.
    pub open: Vec<Opened>,
    /// Whether others are being fetched.
    pub is_pending: bool,
    /// The official statistics that were opened last, which go with all documents that are open.
    pub statistics: Option<Arc<Statistics>>,
    /// Which drop of files was the last.
    pub drops: u32,
    /// The file that they are from.
    pub statistics_file: StatisticsFile,
    /// The budget whose others were looked for last.
    pub last: Option<Arc<Loaded>>,
}

thread_local! {
    /// The documents of every app, each with its host's id.
    static DOCUMENTS: RefCell<Vec<(usize, Documents)>> = const { RefCell::new(Vec::new()) };
}

/// Reads or changes an app's documents.
pub fn with<T>(app: AppState, act: impl FnOnce(&mut Documents) -> T) -> T {
    let id = app.host.id();
    DOCUMENTS.with_borrow_mut(|all| {
        let known = all.iter().position(|(own, _)| *own == id);
        let i = known.unwrap_or_else(|| {
            all.push((id, Documents::default()));
            all.len() - 1
        });
        act(&mut all[i].1)
    })
}

/// The file of statistics of one app.
#[derive(Default)]
pub struct StatisticsFile {
    /// The one that was opened last: its name, whether it is the reader's own, and what became of it.
    pub last: Option<(String, bool, File)>,
    /// The address of the file that was asked for last.
    pub asked: Option<String>,
}

/// What became of a file of statistics.
pub enum File {
    /// Its bytes, which the third module is to read.
    Waiting(Vec<u8>),
    /// It was read.
    Read,
    /// All that is wrong with it.
    Failed(Vec<Diagnostic>),
}

/// Forgets what an app had open, once it is removed.
pub fn forget(app: AppState) {
    DOCUMENTS.with_borrow_mut(|all| all.retain(|(own, _)| *own != app.host.id()));
}
