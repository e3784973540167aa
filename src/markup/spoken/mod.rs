//! What a screen reader says of finished trees: the names of figures, tables and buttons, and which language words are in.
//!
//! Names are added here and not where the trees are made, because a name needs what stands around an element (which
//! question a button belongs to), and because readers who look at the page can do without: so the module that they wait
//! for does not contain this.

mod language;
mod naming;

pub use language::mark_languages;
pub use naming::{entitle, name_parts};
