//! Adds to an imported budget the plain explanations of those budget terms that occur in its document.
//!
//! The list is a file of its own (`glossary.tsv`), which comes with the worker that reads official files.

use std::collections::HashSet;

use super::block::{Block, Content};
use crate::budget::Term;

/// The terms of the list that occur in a document. A line of the list is a term, what it means, and both in English.
pub fn glossary(list: &str, blocks: &[Block]) -> Vec<Term> {
    let mut left: Vec<(&str, Term)> = list.lines().filter_map(term).collect();
    let all = left.len();
    let mut found = HashSet::new();
    let mut look = |text: &str| {
        if found.len() < all {
            found.extend(left.iter().filter(|(word, _)| text.contains(word)).map(|(word, _)| *word));
        }
    };
    for block in blocks {
        match &block.content {
            Content::Paragraph(text) => look(&bare(text)),
            Content::Grid(grid) => grid.cells.iter().for_each(|cell| look(&bare(&cell.text))),
        }
    }
    left.retain(|(word, _)| found.contains(word));
    left.into_iter().map(|(_, term)| term).collect()
}

/// Reads a line of the list, and the word to look for in the document: for “三公”经费 the one between the quotes.
fn term(line: &str) -> Option<(&str, Term)> {
    let mut fields = line.split('\t');
    let [name, meaning, english, english_meaning] = std::array::from_fn(|_| fields.next());
    let name = name.filter(|name| !name.is_empty())?;
    let word = name.split(['“', '”', '（']).find(|part| !part.is_empty())?;
    let term = Term {
        term: name.into(),
        meaning: meaning?.into(),
        term_en: english.map(Into::into),
        meaning_en: english_meaning.map(Into::into),
    };
    Some((word, term))
}

/// A text without spaces, as documents use them to stretch a word over its cell.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::block::{Cell, Grid, Part, Place};

    #[test]
    fn only_what_occurs_is_explained() {
        let list = "基本支出\t日常开销。\tbasic expenditure\tEveryday costs.\n“三公”经费\t三类花费。\tthree\tThree.\n决算\t年终的账。\taccount\tAt the end.\n";
        let place = Place { file: "a.pdf".into(), part: Part::Whole };
        let cell = Cell { text: "基 本 支 出".into(), ..Cell::default() };
        let contents =
            [Content::Paragraph("“三公”支出".into()), Content::Grid(Grid { cells: vec![cell], ..Grid::default() })];
        let blocks = contents.map(|content| Block { place: place.clone(), content });
        let terms: Vec<_> = glossary(list, &blocks).into_iter().map(|term| term.term).collect();
        assert_eq!(terms, ["基本支出", "“三公”经费"]);
        assert!(glossary("", &blocks).is_empty());
    }

    #[test]
    fn every_line_of_the_list_has_a_term_and_its_meaning_in_both_languages() {
        let list = include_str!("glossary.tsv");
        let terms: Vec<_> = list.lines().filter_map(term).collect();
        assert_eq!(terms.len(), list.lines().count());
        for (_, term) in &terms {
            assert!(term.meaning.ends_with('。') && term.meaning_en.as_deref().is_some_and(|text| text.ends_with('.')));
            assert!(term.term_en.as_deref().is_some_and(|name| !name.is_empty()), "{}", term.term);
        }
    }
}
