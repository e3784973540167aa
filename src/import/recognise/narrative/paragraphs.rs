//! Joins the lines of a file into paragraphs, since a PDF has each line by itself.

use super::comparison;
use super::numbers::even;
use super::words::REASONS;
use crate::import::block::{Block, Content, Part, Place};
use crate::import::recognise::notes::{is_note, is_page_number, running};
use crate::import::recognise::sheet::tidy;
use crate::import::recognise::words::mark;
use crate::money::sort_by;

/// The longest paragraph, in bytes: nobody writes longer ones, and a part of a long text is read again for each number.
const LONGEST: usize = 20_000;

/// A paragraph, over all its lines.
#[derive(Debug, Default)]
pub struct Paragraph {
    /// Its text, see [`even`].
    pub text: String,
    /// Where its lines begin in it, each with its place.
    lines: Vec<(usize, Place)>,
}

impl Paragraph {
    /// Where the line is printed that holds the text at `at`.
    pub fn place(&self, at: usize) -> Option<&Place> {
        self.lines.iter().rev().find(|(start, _)| *start <= at).or(self.lines.first()).map(|(_, place)| place)
    }
}

/// The paragraphs outside tables, without what every page repeats.
pub fn paragraphs(blocks: &[Block]) -> Vec<Paragraph> {
    let running = running(blocks);
    let (of_pages, of_text) = (full(blocks), wrapped(blocks));
    let mut all: Vec<Paragraph> = Vec::new();
    let (mut is_open, mut before) = (false, 0);
    for block in blocks {
        let Content::Paragraph(text) = &block.content else {
            (is_open, before) = (false, 0);
            continue;
        };
        let text = tidy(text);
        if text.is_empty() || is_page_number(&text) || running.contains(&text) {
            continue;
        }
        let own = even(&text);
        if own.contains("……") || own.contains("....") {
            is_open = false;
            continue;
        }
        // Most files other than PDFs have each paragraph in one block; in the others, an amount may begin the next
        // block.
        let full = match block.place.part {
            Part::Page(_) => Some(of_pages),
            Part::Line(_) => of_text,
            _ => None,
        };
        let is_page = before > 0 && matches!(block.place.part, Part::Page(_));
        let is_full = before > 0 && full.is_some_and(|full| before + 12 >= full);
        let is_listed = all.last().is_some_and(|above| above.text.ends_with(['；', '：']));
        let is_long = all.last().is_some_and(|above| above.text.len() + own.len() > LONGEST);
        let is_marked = !mark(without_dash(&own)).0.is_empty() || own.starts_with('第');
        // 与上年相比减少3.00万元, or why, is said of what stands above.
        let is_of_above =
            is_full && comparison::begins(&own) || is_page && REASONS.iter().any(|word| own.starts_with(word));
        let goes_on = is_open && ((is_full || is_listed) && !is_marked || begins_with_amount(&own)) || is_of_above;
        if !goes_on || is_long {
            all.push(Paragraph::default());
        }
        before = width(&text);
        if let Some(paragraph) = all.last_mut() {
            paragraph.lines.push((paragraph.text.len(), block.place.clone()));
            paragraph.text.push_str(&own);
            let is_in_bracket = paragraph.text.rfind('（') > paragraph.text.rfind('）');
            is_open = (is_in_bracket || !own.ends_with('。')) && !is_note(&own);
        }
    }
    all.retain(|paragraph| !is_note(&paragraph.text));
    all
}

/// What follows the dash that a list may print before its numbers.
pub fn without_dash(line: &str) -> &str {
    line.trim_start_matches(['-', '—', '·'])
}

/// Whether a line begins with an amount that a sentence was broken before.
fn begins_with_amount(line: &str) -> bool {
    super::numbers::numbers(line).first().is_some_and(|number| number.start == 0)
}

/// The width of a line that was broken because it was full, in halves of a Chinese character: one line in twenty is as
/// wide.
fn full(blocks: &[Block]) -> usize {
    let lines = blocks.iter().filter_map(|block| match &block.content {
        Content::Paragraph(text) if !text.contains("……") && !text.contains("....") => Some(width(&tidy(text))),
        _ => None,
    });
    let mut widths: Vec<usize> = lines.collect();
    sort_by(&mut widths, Ord::cmp);
    widths.get(widths.len() * 19 / 20).copied().unwrap_or_default()
}

/// The width of a full line in plain text that was copied from pages line by line: there most long lines end within a
/// sentence.
fn wrapped(blocks: &[Block]) -> Option<usize> {
    const LONG: usize = 40;
    let lines = blocks.iter().filter_map(|block| match (&block.content, &block.place.part) {
        (Content::Paragraph(text), Part::Line(_)) => Some(tidy(text)),
        _ => None,
    });
    let (mut widths, mut whole) = (Vec::new(), 0);
    for line in lines.filter(|line| width(line) >= LONG) {
        widths.push(width(&line));
        whole += usize::from(line.ends_with(['。', '；', '：', '”', '）']));
    }
    sort_by(&mut widths, Ord::cmp);
    widths.get(widths.len() / 2).copied().filter(|_| whole * 2 < widths.len())
}

fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
