//! The bar that leads to the comparison of the departments that a reader has ticked; only scripts show it.

use crate::locale::Locale;
use crate::markup::{Element, el};

/// The most departments that are compared at once: more bars than a phone shows at once say nothing.
const MOST: usize = 8;

/// The bar, with the sentences that the script fills in.
pub fn bar(locale: Locale) -> Element {
    let words = [
        ("data-hint", "勾选 2 至 8 个部门，可以放在一起比较", "Tick 2 to 8 departments to compare them"),
        ("data-choose", "比较{0}", "Compare {0}"),
        ("data-one", "已选 1 个，再选一个就能比较", "1 chosen; tick another to compare"),
        ("data-some", "已选 {0} 个", "{0} chosen"),
        ("data-full", "已选 {0} 个，最多就比较这么多", "{0} chosen, which is the most"),
        ("data-go", "比较这 {0} 个部门", "Compare these {0}"),
        ("data-years", "看这 {0} 份文件", "Compare these {0} documents"),
    ];
    let status = el("span").attr("role", "status");
    let clear = el("button").attr("type", "button").class("button").text(locale.tr("清除", "Clear"));
    let bar = el("div")
        .class("compare")
        .attr("hidden", "")
        .attr("role", "region")
        .attr("aria-label", locale.tr("比较部门", "Compare departments"))
        .attr("data-most", MOST.to_string())
        .child(status)
        .child(el("a").class("button main").attr("hidden", ""))
        .child(clear);
    words.into_iter().fold(bar, |bar, (name, zh, en)| bar.attr(name, locale.tr(zh, en)))
}
