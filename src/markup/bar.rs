//! A bar as long as an amount is large, beside its name and number: a drawing that needs neither a canvas nor a width.

use super::node::{Element, el};

/// Bars over each other, each with its class and its length in thousandths of the room.
pub fn bar(bars: &[(&'static str, i128)]) -> Element {
    let one = |(class, length): &(&'static str, i128)| {
        el("rect").class(class).attr("width", length.clamp(&0, &1000).to_string()).attr("height", "8")
    };
    el("svg")
        .class("bar")
        .attr("viewBox", "0 0 1000 8")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .children(bars.iter().map(one))
}
