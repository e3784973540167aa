//! Word's automatic list numbers, which are printed before paragraphs but are not in the document's text.

use super::numerals::numeral;
use crate::import::refusal::Refusal;
use crate::import::xml::{Event, Xml};
use std::collections::{HashMap, HashSet};

/// How many levels a list has.
const LEVELS: usize = 9;

/// The lists of a document, and how far they have counted.
#[derive(Debug, Default)]
pub struct Numbering {
    /// The pattern (`abstractNum`) of each list, and the numbers at which its levels start if not at the pattern's.
    lists: HashMap<usize, (usize, HashMap<usize, usize>)>,
    patterns: HashMap<usize, Vec<Level>>,
    /// The list and level of each paragraph style, and the style that it is based on.
    styles: HashMap<String, Style>,
    /// The number last given at each level of a pattern.
    counts: HashMap<usize, [Option<usize>; LEVELS]>,
    /// The lists that have begun to count.
    begun: HashSet<usize>,
}

/// How the numbers of a level look.
#[derive(Debug, Default, Clone)]
struct Level {
    start: usize,
    format: String,
    /// The text, in which `%1` is the number of the first level.
    text: String,
}

#[derive(Debug, Default)]
struct Style {
    list: Option<usize>,
    level: Option<usize>,
    base: String,
}

impl Numbering {
    /// Reads the list numbering from a document's parts `numbering.xml` and `styles.xml`.
    pub fn of(numbers: &str, styles: &str) -> Result<Self, Refusal> {
        let mut numbering = Self::default();
        numbering.read_lists(numbers)?;
        numbering.read_styles(styles)?;
        Ok(numbering)
    }

    fn read_lists(&mut self, part: &str) -> Result<(), Refusal> {
        let mut xml = Xml::new(part);
        let (mut pattern, mut list, mut level) = (0, 0, 0);
        let mut is_pattern = false;
        while let Some(event) = xml.next()? {
            let Event::Start(tag) = event else { continue };
            let value = || tag.get("val").unwrap_or_default();
            let levels = self.patterns.entry(pattern).or_default();
            match tag.name() {
                "abstractNum" => {
                    pattern = tag.number("abstractNumId").unwrap_or(0);
                    is_pattern = true;
                }
                "num" => {
                    list = tag.number("numId").unwrap_or(0);
                    is_pattern = false;
                }
                "abstractNumId" => {
                    self.lists.insert(list, (tag.number("val").unwrap_or(0), HashMap::new()));
                }
                "lvl" | "lvlOverride" => {
                    level = tag.number("ilvl").unwrap_or(0).min(LEVELS - 1);
                    if is_pattern && levels.len() <= level {
                        levels.resize(level + 1, Level::default());
                    }
                }
                "startOverride" => {
                    if let Some((_, starts)) = self.lists.get_mut(&list) {
                        starts.insert(level, tag.number("val").unwrap_or(1));
                    }
                }
                name if is_pattern => {
                    let Some(level) = levels.get_mut(level) else { continue };
                    match name {
                        "start" => level.start = tag.number("val").unwrap_or(1),
                        "numFmt" => level.format = value(),
                        "lvlText" => level.text = value(),
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn read_styles(&mut self, part: &str) -> Result<(), Refusal> {
        let mut xml = Xml::new(part);
        let mut name = String::new();
        while let Some(event) = xml.next()? {
            let Event::Start(tag) = event else { continue };
            if tag.name() == "style" {
                name = tag.get("styleId").unwrap_or_default();
            }
            let style = self.styles.entry(name.clone()).or_default();
            match tag.name() {
                "numId" => style.list = tag.number("val"),
                "ilvl" => style.level = tag.number("val"),
                "basedOn" => style.base = tag.get("val").unwrap_or_default(),
                _ => {}
            }
        }
        Ok(())
    }

    /// The number of the next paragraph of a style, or of a list at a level.
    pub fn next(&mut self, style: &str, (list, level): (Option<usize>, Option<usize>)) -> Option<String> {
        let (by_style, at_level) = self.of_style(style);
        let list = list.or(by_style)?;
        let level = level.or(at_level).unwrap_or(0).min(LEVELS - 1);
        let (pattern, starts) = self.lists.get(&list)?;
        let levels = self.patterns.get(pattern)?;
        let counts = self.counts.entry(*pattern).or_default();
        if self.begun.insert(list) {
            for at in starts.keys() {
                counts.iter_mut().skip(*at).for_each(|count| *count = None);
            }
        }
        let start =
            |at: usize| starts.get(&at).copied().or_else(|| levels.get(at).map(|level| level.start)).unwrap_or(1);
        counts[level] = Some(counts[level].map_or_else(|| start(level), |count| count.saturating_add(1)));
        for deeper in &mut counts[level + 1..] {
            *deeper = None;
        }
        let own = levels.get(level)?;
        if own.format == "bullet" || own.format == "none" {
            return None;
        }
        let mut text = own.text.clone();
        for (at, count) in counts.iter().enumerate().take(level + 1) {
            let number = numeral(count.unwrap_or_else(|| start(at)), levels.get(at).map_or("", |level| &level.format));
            text = text.replace(&format!("%{}", at + 1), &number);
        }
        Some(text).filter(|text| !text.is_empty())
    }

    /// The list and level of a style, or of the styles that it is based on.
    fn of_style(&self, name: &str) -> (Option<usize>, Option<usize>) {
        /// How many base styles are followed at most, as styles may be based on one another in a circle.
        const LONGEST: usize = 20;
        let (mut name, mut level) = (name, None);
        for _ in 0..LONGEST {
            let Some(style) = self.styles.get(name) else { break };
            level = level.or(style.level);
            if style.list.is_some() {
                return (style.list, level);
            }
            name = &style.base;
        }
        (None, level)
    }
}
