//! Turns figures into plain trees of HTML elements, from which both the live page and the prerendered
//! HTML are made.
//!
//! The trees are pure data, made and tested without a browser. What a click on an element does
//! is in its `data-action` ([`Action`]), `data-choose` ([`crate::figure::Param`]) or `data-entry`;
//! `view` carries it out.

mod action;
mod alert;
mod bar;
mod card;
mod cards;
mod contents;
mod correction;
mod export_action;
mod flags;
mod headline;
mod highlight;
mod legend;
mod matching;
mod node;
mod official;
mod original;
mod printed;
mod search;
mod section;
mod share_dialog;
mod spoken;
mod summary;
mod table;
mod terms;
mod toolbar;
mod whole;
mod written;

pub use action::{Action, MORE};
pub use alert::{alert, notice};
pub use bar::alone as lone_bar;
pub use card::{OF, card, chart, lacking, place};
pub use cards::{cards, further};
pub use contents::contents;
pub use correction::{AMOUNT, AT, COLUMN, Correction};
pub use export_action::{Detail, ExportAction, Form, WIDTHS};
pub use flags::flag_findings;
pub use headline::headline;
pub use highlight::Highlight;
pub use matching::matching;
pub use node::{Element, Node, el};
pub use official::{CANCEL, CLOSE, Official, OfficialTable, PRINT, RELOAD, SETS, official, reading, refused};
pub use search::{MEANT, search};
pub use section::{EXTRAS, Extras};
pub use share_dialog::{Embedding, Part, ShareDialog, ShareSupport, TITLE, share_dialog};
pub use spoken::{entitle, mark_languages, name_parts};
pub use summary::summary;
pub use terms::{annotate_terms, link_terms};
pub use toolbar::{SEARCH, footer, language, other_file, own_file, settings, toolbar};
pub use whole::{externalize_links, whole_page};
pub use written::{AWAITED, Reading, written};
