//! The second module: all that readers do not need for the first answers.
//!
//! One program, split after it is linked: what nothing but [`arrived`] reaches (code, words, tables) goes into a
//! module of its own, which `boot.js` fetches once the first has come. `scripts/bin/wasm-bindgen` runs the tool,
//! which knows the split by the names of the two functions below, and joins them.
#![allow(unsafe_code)] // two names that the linker must keep; nothing here touches memory
#![allow(improper_ctypes, improper_ctypes_definitions)] // both ends are this program's own

use super::card::Card;
use super::initials::initials;
use super::page::Page;
use super::{files, meaning, messages, place};
use crate::budget::Budget;
use crate::chart::{self, Frame};
use crate::figure::{self, Asked, Choice, Figure, Question, name};
use crate::markup::{self, Element, Extras, Links, Node};
use crate::scene::Scene;
use crate::words::Words;

/// What the second module brings.
pub struct Later {
    /// The figures that follow the first.
    pub questions: &'static [Question],
    /// What there is on the page, and what of it has the words that are looked for.
    pub contents: fn(&Budget, &Asked, Words) -> Vec<Element>,
    /// The same trees with the glossary's terms as buttons, and a figure's numbers as links to their line.
    pub linked: fn(Vec<Node>, &Budget, Option<&Figure>, Words) -> Vec<Node>,
    /// Adds up what subordinate units print apart.
    pub complete: fn(&mut Budget),
    /// The scene of any figure.
    pub scene: fn(&Figure, Words, Frame) -> Scene,
    /// What cards have beside their chart, list and table.
    pub extras: &'static Extras,
    /// What the page says of files.
    pub messages: fn(Page) -> Vec<Element>,
    /// Takes an event that may bring a file of the reader's, or words to look for.
    pub hear: fn(Page, &web_sys::Event),
    /// The page's foot.
    pub footer: fn(bool, Words) -> Vec<Element>,
    /// Shows the place that the address names.
    pub find: fn(Page),
    /// Goes to a place.
    pub go: fn(Page, &str),
    /// Asks something of a figure.
    pub choose: fn(Page, Option<&Card>, Choice, Option<&str>),
    /// Opens a term's explanation, or closes it.
    pub explain: fn(Option<&web_sys::Element>),
}

static LATER: Later = Later {
    questions: figure::LATER,
    contents,
    linked: |nodes, budget, of, words| markup::linked(nodes, &Links::of(&figure::terms(budget, words), of)),
    complete: Budget::sum_over_units,
    scene: chart::scene,
    extras: &markup::EXTRAS,
    messages: messages::messages,
    hear: files::hear,
    footer: markup::footer,
    find: place::find,
    go: place::go,
    choose: place::choose,
    explain: meaning::explain,
};

fn contents(budget: &Budget, asked: &Asked, words: Words) -> Vec<Element> {
    let hits = figure::search(budget, asked.get(name::SEARCH).unwrap_or(""), &initials, words);
    markup::contents(figure::LATER, &hits, asked, words)
}

/// What the second module brings. To be called only once it is there.
pub fn arrived() -> &'static Later {
    __wasm_split_00later00_import_b0d9e71e05f1a7e5000000000000000a_later()
}

#[link(wasm_import_module = "__wasm_split_placeholder__")]
unsafe extern "C" {
    safe fn __wasm_split_00later00_import_b0d9e71e05f1a7e5000000000000000a_later() -> &'static Later;
}

#[unsafe(no_mangle)]
extern "C" fn __wasm_split_00later00_export_b0d9e71e05f1a7e5000000000000000a_later() -> &'static Later {
    &LATER
}
