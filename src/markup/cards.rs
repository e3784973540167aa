//! The elements for the page's cards: what citizens ask first, the table of contents, and the rest in a fold.

use super::node::{Element, el};
use crate::figure::{HALF_WIDTH, ORDER, UNFOLDED};
use crate::locale::Locale;

/// The elements in their order; `filled` turns each empty one into its content. The contents come before the fold.
pub fn cards(locale: Locale, contents: Element, filled: &mut dyn FnMut(&'static str, Element) -> Element) -> Element {
    let empty = |id| {
        let class = if HALF_WIDTH.contains(&id) { "place half" } else { "place" };
        el("div").class(class).attr("data-place", id)
    };
    let mut places = |ids: &[&'static str]| -> Vec<_> { ids.iter().map(|id| filled(id, empty(id))).collect() };
    let (first, more) = (places(&ORDER[..UNFOLDED]), places(&ORDER[UNFOLDED..]));
    let title = further(locale);
    let fold = el("details")
        .class("further")
        .child(el("summary").child(el("h2").text(title)))
        .child(el("div").class("cards").children(more));
    el("div").class("cards").children(first).child(contents).child(fold)
}

/// The title of the fold.
pub fn further(locale: Locale) -> &'static str {
    locale.tr("更多：账目怎么分、采购、资产、官方表格、名词", "More: accounts, assets, official tables, terms")
}
