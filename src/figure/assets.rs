//! The figure about state-owned assets: how many vehicles, how much floor space and equipment?
//!
//! Source: the narrative's account of state-owned assets (国有资产占有使用情况).

use super::counts::{
    Parts, by_number, compare, day, describe, differences, entries, grid, listed, stated_in, told_day,
};
use super::source::narrative;
use super::{Figure, Query, Question, Text};
use crate::budget::{Budget, Count, Stated};
use crate::locale::Locale;

pub const QUESTION: Question = Question {
    id: "assets",
    question: ("有多少公车、房屋和设备？", "How many vehicles, how much floor space and equipment?"),
    answer: assets,
    params: &[],
    lacking: ("没有国有资产情况", "no account of state assets"),
};

/// The most kinds of assets that the answer names.
const NAMED: usize = 6;
/// The most kinds of assets that have bars.
const MAX_BARS: usize = 12;

fn assets(budget: &Budget, _: &Query, locale: Locale) -> Option<Figure> {
    let counts = &budget.assets[..];
    counts.first()?;
    let entries = entries(counts, Stated::Assets, locale);
    // Only parts of one whole can be compared: vehicles by their use, and not vehicles with square metres.
    let parts = Parts::of(counts);
    let drawn = counts.iter().map(|whole| parts.under(whole).iter().copied().take(MAX_BARS).collect::<Vec<_>>());
    let drawn = drawn.reduce(|most, other| if other.len() > most.len() { other } else { most }).unwrap_or_default();
    let (answer, others) = answer(counts, &parts, locale);
    let mut figure = Figure {
        answer,
        ranked: true,
        legend: (0..entries.len()).collect(),
        grid: grid(counts, &entries, locale),
        notes: others.into_iter().collect(),
        footnotes: differences(Stated::Assets, counts, locale),
        source: source(counts, locale).into(),
        entries,
        ..QUESTION.figure(locale)
    };
    // Uses that have no vehicles are named together in one line of the list.
    let nothing = figure.nothing(locale);
    let drawn: Vec<_> = by_number(counts, &drawn).into_iter().filter(|id| !nothing.contains(id)).collect();
    compare(&mut figure.entries, &drawn);
    Some(figure)
}

/// The sentence about the first kind of assets, and that about the others.
fn answer(counts: &[Count], parts: &Parts, locale: Locale) -> (Text, Option<Text>) {
    let mut wholes: Vec<_> = (0..counts.len()).filter(|&i| parts.above(&counts[i]).is_none()).collect();
    // Counts of zero are mentioned only if there are no others.
    if wholes.iter().any(|&i| !counts[i].value.decimal().is_zero()) {
        wholes.retain(|&i| !counts[i].value.decimal().is_zero());
    }
    let mut named: Vec<_> = wholes.iter().take(NAMED).map(|&i| describe(Stated::Assets, counts, i, locale)).collect();
    let others = named.split_off(1.min(named.len()));
    let more = if wholes.len() > NAMED { locale.tr("；等等", "; and others") } else { "" };
    let day = day(counts).map(|day| locale.format("截至 {0}，", "On {0} there were ", &[&told_day(day, locale)]));
    let start = day.unwrap_or_else(|| locale.tr("文件列出", "The document counts ").into());
    let separator = locale.tr("；", "; ");
    let first = locale.tell("{0}{1}。", "{0}{1}.", &[&start, &Text::join(&named, "")]);
    let list = if more.is_empty() { listed(&others, separator, locale) } else { Text::join(&others, separator) };
    let others = (!others.is_empty()).then(|| locale.tell("另有{0}{1}。", "Besides: {0}{1}.", &[&list, &more]));
    (first, others)
}

/// The source line: sections of the narrative by their numbers, or the narrative as a whole.
fn source(counts: &[Count], locale: Locale) -> String {
    let sections = stated_in(counts);
    let day = day(counts)
        .map(|day| locale.format("\u{a0}· 截至 {0}", "\u{a0}· as of {0}", &[&told_day(day, locale)]))
        .unwrap_or_default();
    let source = if sections.is_empty() {
        locale.tr("情况说明", "the narrative").into()
    } else {
        narrative(&sections, locale)
    };
    locale.format("来源：{0}{1}", "Source: {0}{1}", &[&source, &day])
}
