//! The headings of the narrative: by their printed numbers a passage's section is called (`七`, `五（二）`).

use crate::import::recognise::words::mark;

/// What an amount is of which others are parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// Its subject; none where it is not understood: then its parts are none of the document's.
    pub subject: Option<String>,
    /// Its fund.
    pub fund: Option<&'static str>,
    /// The section that states it: its parts belong to that, wherever they are enumerated.
    pub section: String,
}

/// A heading, or a numbered paragraph.
#[derive(Debug)]
struct Heading {
    depth: u8,
    number: String,
    title: String,
    whole: Option<Whole>,
}

/// The headings above a passage.
#[derive(Debug, Default)]
pub struct Sections(Vec<Heading>);

/// Headings of what is no narrative: terms are explained there.
const TERMS: [&str; 5] = ["名词解释", "名词说明", "专业名词", "专业性名词", "术语"];

impl Sections {
    /// Takes in a paragraph; gives it back without the number in front of it.
    pub fn enter<'t>(&mut self, text: &'t str) -> &'t str {
        let (number, depth, rest) = match part(text) {
            Some((number, rest)) => (number, Some(0), rest),
            None => mark(text),
        };
        let Some(depth) = depth else { return text };
        self.0.retain(|above| above.depth < depth);
        let number = number.trim_end_matches(['、', '.', '．']).to_string();
        let title = rest.split(['。', '：']).next().unwrap_or(rest).chars().take(40).collect();
        self.0.push(Heading { depth, number, title, whole: None });
        rest
    }

    /// The section's number: `七`, `五（二）`; where a part has no chapters, its own stands for theirs.
    pub fn number(&self) -> String {
        let chapters = self.0.iter().skip(usize::from(self.0.get(1).is_some_and(|heading| heading.depth == 1)));
        let mut numbers = chapters.take(2).map(|heading| heading.number.as_str());
        let first = numbers.next().unwrap_or_default();
        match numbers.next() {
            Some(next) if next.starts_with('（') => [first, next].concat(),
            Some(next) => [first, "（", next, "）"].concat(),
            None => first.into(),
        }
    }

    /// The part of the document: 三 of 第三部分.
    pub fn part(&self) -> &str {
        self.0.first().filter(|heading| heading.depth == 0).map_or("", |part| &part.number)
    }

    /// Whether terms are explained here.
    pub fn is_of_terms(&self) -> bool {
        self.0.iter().any(|heading| TERMS.iter().any(|word| heading.title.contains(word)))
    }

    /// Whether a heading above has one of these words.
    pub fn has(&self, words: &[&str]) -> bool {
        self.0.iter().any(|heading| words.iter().any(|word| heading.title.contains(word)))
    }

    /// The title of the nearest heading.
    pub fn title(&self) -> &str {
        self.0.last().map_or("", |heading| &heading.title)
    }

    /// Whether something stands directly in a part, below no chapter.
    pub fn is_in_part(&self) -> bool {
        self.0.first().is_some_and(|heading| heading.depth == 0) && self.0.get(1).is_none_or(|heading| heading.depth != 1)
    }

    /// What a passage's amounts are parts of: what a heading above its own states.
    pub fn whole(&self) -> Option<&Whole> {
        let above = self.0.iter().rev().skip(1).filter(|heading| heading.depth > 0);
        above.clone().find_map(|heading| heading.whole.as_ref())
    }

    /// What the nearest heading's first amount is, or the one above it.
    pub fn own_whole(&self) -> Option<&Whole> {
        self.0.iter().rev().find_map(|heading| heading.whole.as_ref())
    }

    /// Notes the first amount below a heading.
    pub fn state(&mut self, whole: Whole) {
        if let Some(heading) = self.0.last_mut() {
            heading.whole.get_or_insert(whole);
        }
    }
}

/// `第三部分` at the beginning of a line: its number, and what follows.
fn part(text: &str) -> Option<(&str, &str)> {
    let (number, rest) = text.strip_prefix('第')?.split_once("部分")?;
    (number.chars().count() < 4).then_some((number, rest.trim_start_matches(['、', '：'])))
}
