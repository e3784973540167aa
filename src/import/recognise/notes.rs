//! Detects notes below tables, page numbers, and running headers and footers.

use std::collections::{HashMap, HashSet};

use super::sheet::tidy;
use super::title::Title;
use crate::import::block::{Block, Content, Part};

/// Running headers and footers, which page after page repeats: the document's name above, the office's below.
pub fn running(blocks: &[Block]) -> HashSet<String> {
    let mut pages: HashMap<String, HashSet<u32>> = HashMap::new();
    let mut all = HashSet::new();
    for block in blocks {
        let Part::Page(page) = block.place.part else { continue };
        all.insert(page);
        if let Content::Paragraph(text) = &block.content {
            pages.entry(tidy(text)).or_default().insert(page);
        }
    }
    // Units and titles of tables over several pages repeat, too, but belong to the tables.
    let is_of_table = |text: &str| Title::of([text]).unit.is_some() || text.ends_with('表');
    let repeats = |(text, on): &(String, HashSet<u32>)| on.len() > 3 && on.len() * 3 > all.len() && !is_of_table(text);
    pages.into_iter().filter(repeats).map(|(text, _)| text).collect()
}

/// The note below a table: what begins like one.
pub fn note(below: &[String]) -> Option<String> {
    below.iter().take(3).find(|line| is_note(line)).cloned()
}

pub fn is_note(text: &str) -> bool {
    let text = text.trim_start_matches(['（', '(', '*', '＊']);
    ["注：", "注:", "注1", "备注：", "备注:", "附注", "说明：", "说明:", "本表", "此表"]
        .iter()
        .any(|word| text.starts_with(word))
}

/// Whether a line is a page number: `- 13 -`, `— 8 —`, `第 3 页`.
pub fn is_page_number(text: &str) -> bool {
    let digits = text.trim_matches(|c: char| matches!(c, '-' | '—' | '－' | '–' | '第' | '页' | '/' | '共' | ' '));
    !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
}
