//! The fourth part: what can be taken away from the page.

use super::page::Page;

/// What the fourth part brings.
pub struct Share {
    /// Offers what can be taken away of a figure, or of the whole page (`""`).
    pub open: fn(Page, &'static str),
}

pub static SHARE: Share = Share { open };

fn open(_page: Page, _figure: &'static str) {}
