//! Bars of a list, as SVG: as long as an entry's amount is large, over last year's bar in grey, where that is known.
//!
//! A strict Content-Security-Policy forbids `style` attributes, so each bar is an SVG whose lengths are attributes.
//! They are whole thousandths of the longest bar of the list: lengths on the screen, and no amounts.

use super::node::{Element, el};
use crate::figure::{Entry, Figure};
use crate::money::{Money, Unit};

/// What a bar's length is measured by: money, or a number of people or things.
fn size(entry: &Entry) -> i128 {
    let counted = || entry.number.map(|number| Money::new(number, Unit::Yuan));
    entry.money.or_else(counted).map_or(0, Money::millionths)
}

fn last(entry: &Entry) -> i128 {
    entry.last_year().map_or(0, Money::millionths)
}

/// The longest of the list's bars; 0 where the list has none.
pub fn longest(figure: &Figure) -> i128 {
    let entries =
        figure.legend.iter().map(|&id| &figure.entries[id]).filter(|entry| figure.ranked && entry.is_compared());
    entries.map(|entry| size(entry).abs().max(last(entry).abs())).max().unwrap_or(0)
}

/// A single bar with this CSS class, as long as so many thousandths of its room.
pub fn alone(class: &'static str, thousandths: i128) -> Element {
    drawn(rect(Some(thousandths), class, "0", "100%"))
}

/// The bar of an entry, to the scale of the longest; none for an entry that cannot be compared with the others.
pub fn bar(entry: &Entry, longest: i128) -> Option<Element> {
    // The least length lets every amount be seen that is not zero.
    let length = |size: i128| Some(size.abs().saturating_mul(1_000).checked_div(longest)?.max(4)).filter(|_| size != 0);
    let now = size(entry);
    let bars = [
        rect(length(last(entry)), "last", "0", "100%"),
        // A negative amount has a hollow bar.
        rect(length(now), if now < 0 { "less" } else { "now" }, "25%", "50%"),
    ];
    (longest > 0 && entry.is_compared()).then(|| drawn(bars.into_iter().flatten()))
}

fn rect(thousandths: Option<i128>, class: &'static str, top: &str, height: &str) -> Option<Element> {
    let length = thousandths?.clamp(0, 1_000);
    let width = [(length / 10).to_string().as_str(), ".", &(length % 10).to_string(), "%"].concat();
    Some(el("rect").class(class).attr("y", top).attr("width", width).attr("height", height))
}

fn drawn(bars: impl IntoIterator<Item = Element>) -> Element {
    el("svg").class("bar").attr("aria-hidden", "true").children(bars)
}
