//! A Figure becomes words on the page: plain trees of elements, from which come both the live page
//! and the prerendered HTML.
//!
//! The trees are pure data, made and tested without a browser. What a click on an element does
//! stands in its `data-action` ([`Action`]), `data-choose` ([`crate::figure::Param`]) or `data-entry`;
//! `view` carries it out.

mod action;
mod alert;
mod at;
mod bar;
mod card;
mod cards;
mod contents;
mod headline;
mod legend;
mod linked;
mod marked;
mod matching;
mod mending;
mod node;
mod offer;
mod official;
mod original;
mod printed;
mod search;
mod section;
mod summary;
mod table;
mod take;
mod toolbar;
mod whole;

pub use action::{Action, MORE};
pub use alert::{alert, notice};
pub use at::At;
pub use bar::alone as lone_bar;
pub use card::{card, chart, lacking, place};
pub use cards::cards;
pub use contents::contents;
pub use headline::headline;
pub use linked::linked;
pub use marked::marked;
pub use matching::matching;
pub use mending::{AMOUNT, AT, COLUMN, Mending};
pub use node::{Element, Node, el};
pub use offer::{Embedding, Offer, Part, Sends, TITLE, offer};
pub use official::{CANCEL, CLOSE, Official, OfficialTable, PRINT, SETS, official, reading, refused};
pub use search::{MEANT, search};
pub use section::{EXTRAS, Extras};
pub use summary::summary;
pub use take::{Detail, Form, Take, WIDTHS};
pub use toolbar::{SEARCH, footer, other_file, own_file, settings, toolbar};
pub use whole::{abroad, whole_page};
