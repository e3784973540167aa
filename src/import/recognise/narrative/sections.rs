//! The headings of the narrative, by whose printed numbers sections are named (`七`, `五（二）`).

use super::parts::Whole;
use crate::import::recognise::words::mark;

/// A heading, or a numbered paragraph.
#[derive(Debug)]
struct Heading {
    /// How deep it stands; a part (第三部分) and a title without a number 0.
    depth: u8,
    number: String,
    title: String,
    /// The first amount below it.
    whole: Option<Whole>,
}

/// The headings above a passage, the outermost first.
#[derive(Debug, Default)]
pub struct Sections {
    above: Vec<Heading>,
    /// Whether the paragraph that is read has a number of its own.
    is_numbered: bool,
}

/// Headings of what is no narrative: terms are explained there.
const TERMS: [&str; 5] = ["名词解释", "名词说明", "专业名词", "专业性名词", "术语"];

impl Sections {
    /// Enters a paragraph, as a heading if it has a number, and returns it without that number.
    pub fn enter<'t>(&mut self, text: &'t str) -> &'t str {
        const LONGEST: usize = 40;
        let (number, depth, rest) = match part(text) {
            Some((number, rest)) => (number, Some(0), rest),
            None => mark(text),
        };
        let title: String = rest.split(['。', '：']).next().unwrap_or_default().chars().take(LONGEST).collect();
        let is_title = title.len() == text.len() && title.ends_with("说明");
        let depth = depth.or(is_title.then_some(0));
        self.is_numbered = depth.is_some();
        let Some(depth) = depth else { return text };
        self.above.retain(|above| above.depth < depth);
        let number = if is_title { &title } else { number.trim_end_matches(['、', '.', '．']) };
        self.above.push(Heading { depth, number: number.to_string(), title, whole: None });
        rest
    }

    /// The section's number: where a part has no chapters, its own stands for theirs.
    pub fn number(&self) -> String {
        let mut numbers =
            self.above.iter().skip(usize::from(!self.is_in_part())).take(2).map(|heading| heading.number.as_str());
        let first = numbers.next().unwrap_or_default();
        match numbers.next() {
            Some(next) if next.starts_with('（') => [first, next].concat(),
            Some(next) => [first, "（", next, "）"].concat(),
            None => first.into(),
        }
    }

    /// The name of a passage's section: outside the narrative, whose chapters alone are known by their numbers, it is
    /// the chapter's title.
    pub fn called(&self) -> String {
        let is_elsewhere = self.above.first().is_some_and(|part| part.depth == 0 && !part.title.contains("说明"));
        let title = self.above.iter().find(|heading| heading.depth == 1).map(|heading| &heading.title);
        title.filter(|title| is_elsewhere && title.chars().count() < 20).cloned().unwrap_or_else(|| self.number())
    }

    /// The part that a chapter is in: `第三部分`; none where there is no chapter.
    pub fn part(&self) -> String {
        match self.above.first() {
            Some(part) if part.depth == 0 && !self.is_in_part() => {
                if part.number == part.title {
                    part.title.clone()
                } else {
                    ["第", &part.number, "部分"].concat()
                }
            }
            _ => String::new(),
        }
    }

    /// The number and the title of the chapter, or of the part above all chapters, as they would be printed.
    pub fn chapter(&self) -> Option<String> {
        const LONGEST: usize = 24;
        let is_of_terms = |heading: &&Heading| TERMS.iter().any(|word| heading.title.contains(word));
        let chapter = || self.above.iter().rev().find(|heading| heading.depth < 2);
        let Heading { depth, number, title, .. } = self.above.iter().find(is_of_terms).or_else(chapter)?;
        // A sentence may go on beside it.
        let title = title.split(['，', '；']).next().unwrap_or(title);
        let title = title.find("情况说明").map_or(title, |at| &title[..at + "情况说明".len()]);
        let mut short: String = title.chars().take(LONGEST).collect();
        if short.len() < title.len() {
            short.push('…');
        }
        Some(match depth {
            _ if number == title => short,
            0 => ["第", number, "部分 ", &short].concat(),
            _ => [number, "、", &short].concat(),
        })
    }

    /// Whether the headings begin with no part, or with a part that has no chapter here.
    fn is_in_part(&self) -> bool {
        self.above.first().is_none_or(|first| first.depth > 0)
            || self.above.get(1).is_none_or(|second| second.depth != 1)
    }

    /// Whether the nearest heading is a chapter's, or a part's.
    pub fn is_at_chapter(&self) -> bool {
        self.above.last().is_some_and(|heading| heading.depth < 2)
    }

    /// Whether terms are explained here.
    pub fn is_of_terms(&self) -> bool {
        TERMS.iter().any(|word| self.has(word))
    }

    /// Whether a heading has a word.
    pub fn has(&self, word: &str) -> bool {
        self.above.iter().any(|heading| heading.title.contains(word))
    }

    /// The title of the nearest heading.
    pub fn title(&self) -> &str {
        self.above.last().map_or("", |heading| &heading.title)
    }

    /// What a passage's amounts are parts of: the first amount of the nearest chapter or item above its own that has one.
    pub fn whole(&self) -> Option<&Whole> {
        self.above.iter().rev().skip(1).filter(|heading| heading.depth > 0).find_map(|heading| heading.whole.as_ref())
    }

    /// The first amount of the nearest heading that has one.
    pub fn own_whole(&self) -> Option<&Whole> {
        self.above.iter().rev().find_map(|heading| heading.whole.as_ref())
    }

    /// Notes that the first amount of a numbered paragraph is not understood.
    pub fn lose(&mut self) {
        if self.is_numbered {
            self.state(Whole::UNKNOWN);
        }
    }

    /// Notes the first amount below a heading.
    pub fn state(&mut self, whole: Whole) {
        if let Some(heading) = self.above.last_mut() {
            heading.whole.get_or_insert(whole);
        }
    }
}

/// `第三部分` at the beginning of a line: its number, and what follows.
fn part(text: &str) -> Option<(&str, &str)> {
    let (number, rest) = text.strip_prefix('第')?.split_once("部分")?;
    (number.chars().count() < 4).then_some((number, rest.trim_start_matches(['、', '：'])))
}
