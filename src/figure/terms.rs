//! The terms that a document's glossary explains, in the reader's language.

use crate::budget::Budget;
use crate::locale::{Lang, Locale};

/// The most bytes of a term that is explained in sentences, forty Chinese characters: what is longer is a sentence
/// itself.
pub const MAX_TERM: usize = 120;

/// A term as it stands in a sentence, and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Explained {
    /// The term.
    pub term: String,
    /// What it means, in plain words.
    pub meaning: String,
    /// Where the page explains it.
    pub address: String,
}

impl Explained {
    /// Whether the term is too long to be explained in sentences; only the list of terms has it.
    pub fn is_long(&self) -> bool {
        self.term.len() > MAX_TERM
    }
}

/// The terms that the document explains. In English those that have an English name, since only they
/// stand in English sentences.
pub fn terms(budget: &Budget, locale: Locale) -> Vec<Explained> {
    let explained = |(i, term): (usize, &crate::budget::Term)| {
        let name = match locale.lang {
            Lang::Zh => Some(&term.term),
            Lang::En => term.term_en.as_ref(),
        };
        let meaning = locale.lang.name(&term.meaning, term.meaning_en.as_deref());
        Some(Explained { term: name?.clone(), meaning: meaning.into(), address: budget.term_address(i) })
    };
    budget.glossary.iter().enumerate().filter_map(explained).filter(|explained| !explained.term.is_empty()).collect()
}
