//! How many vehicles, how much floor space and equipment?
//!
//! Source: the narrative's account of state-owned assets (国有资产占有使用情况).

use super::counts::{
    bars, by_number, day, differences, entries, grid, is_part, listed, parts, stated_in, told, told_day,
};
use super::source::narrative;
use super::{Asked, Figure, Question, Text};
use crate::budget::{Budget, Count, Stated};
use crate::words::Words;

pub const QUESTION: Question = Question {
    id: "assets",
    question: ("有多少公车、房屋和设备？", "How many vehicles, how much floor space and equipment?"),
    answer: assets,
    heeds: &[],
    lacking: ("没有国有资产情况", "no account of state assets"),
};

/// As many kinds of things as the answer names.
const NAMED: usize = 6;
/// As many bars as are drawn.
const MOST_BARS: usize = 12;

fn assets(budget: &Budget, _: &Asked, words: Words) -> Option<Figure> {
    let counts = &budget.assets[..];
    counts.first()?;
    let entries = entries(counts, Stated::Assets, words);
    // Only parts of one whole can be compared: vehicles by their use, and not vehicles with square metres.
    let drawn = counts.iter().map(|whole| parts(counts, whole).map(|(i, _)| i).take(MOST_BARS).collect::<Vec<_>>());
    let drawn = drawn.reduce(|most, other| if other.len() > most.len() { other } else { most }).unwrap_or_default();
    let mut figure = Figure {
        answer: answer(counts, words),
        legend: (0..entries.len()).collect(),
        grid: grid(counts, &entries, words),
        notes: differences(Stated::Assets, counts, words),
        source: source(counts, words).into(),
        entries,
        ..QUESTION.figure(words)
    };
    // Uses that no vehicle is for are told in one line of the list.
    let nothing = figure.nothing(words);
    let drawn: Vec<_> = by_number(counts, &drawn).into_iter().filter(|id| !nothing.contains(id)).collect();
    figure.plot = bars(&mut figure.entries, &drawn);
    Some(figure)
}

fn answer(counts: &[Count], words: Words) -> Text {
    let wholes: Vec<_> = (0..counts.len()).filter(|&i| !is_part(counts, &counts[i])).collect();
    let named: Vec<_> = wholes.iter().take(NAMED).map(|&i| told(Stated::Assets, counts, i, words)).collect();
    let more = if wholes.len() > NAMED { words.pick("；等等", "; and others") } else { "" };
    let day = day(counts).map(|day| words.say("截至 {0}，", "On {0} there were ", &[&told_day(day, words)]));
    let start = day.unwrap_or_else(|| words.pick("文件列出", "The document counts ").into());
    let separator = words.pick("；", "; ");
    let named = if more.is_empty() { listed(&named, separator, words) } else { Text::join(&named, separator) };
    words.tell("{0}{1}{2}。", "{0}{1}{2}.", &[&start, &named, &more])
}

/// Sections of the narrative have a number; a form has a name.
fn source(counts: &[Count], words: Words) -> String {
    let sections = stated_in(counts);
    let day = day(counts)
        .map(|day| words.say("\u{a0}· 截至 {0}", "\u{a0}· as of {0}", &[&told_day(day, words)]))
        .unwrap_or_default();
    let source = if sections.is_empty() {
        words.pick("情况说明", "the narrative").into()
    } else {
        narrative(&sections, words)
    };
    words.say("来源：{0}{1}", "Source: {0}{1}", &[&source, &day])
}
