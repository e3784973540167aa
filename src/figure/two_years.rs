//! A chart of two stacked bars, last year and this: how the whole has changed, and its parts.

use super::counts::UNDRAWN;
use super::entry::Entry;
use super::items::is_positive;
use super::last_year::last_year;
use super::{EntryId, Plot, Stack};
use crate::locale::Locale;
use crate::money::Money;

/// The two bars, last year's above this year's; this year's alone where nothing is known of last year. `parts` are
/// entries of the figure; `names` are the labels of last year and this.
pub fn two_years(
    entries: &mut Vec<Entry>,
    parts: &[EntryId],
    whole: &Entry,
    names: [String; 2],
    locale: Locale,
) -> Plot {
    let mut stacks = Vec::new();
    for (name, is_last) in names.into_iter().zip([true, false]) {
        let year = |entry: &Entry, legend: EntryId| {
            let (money, at, series) =
                if is_last { (last_year(entry), None, UNDRAWN) } else { (entry.money, entry.at, 0) };
            let called = [&name, locale.tr("：", ": "), &entry.name].concat();
            Entry { short: entry.short.clone(), at, series, legend, ..Entry::ours(&called, money, locale) }
        };
        let first = entries.len();
        let whole = year(whole, first);
        if !is_positive(&whole) {
            continue;
        }
        let mut drawn: Vec<_> = parts.iter().map(|&id| year(&entries[id], id)).filter(is_positive).collect();
        // If the parts visibly do not add up to the whole, their bar would have another length.
        let size = |money: Option<Money>| money.map_or(0, Money::millionths);
        let lacking = size(whole.money) - drawn.iter().map(|part| size(part.money)).sum::<i128>();
        let amount = whole.amount.clone();
        if drawn.len() < 2 || lacking.abs().saturating_mul(100) > size(whole.money) {
            drawn = vec![whole];
        }
        entries.extend(drawn);
        stacks.push(Stack { label: name, amount, parts: (first..entries.len()).collect() });
    }
    if stacks.is_empty() { Plot::None } else { Plot::Stacks(stacks) }
}
