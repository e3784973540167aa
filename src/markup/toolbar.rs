//! The page's head and foot: the ways to what is on it, and how a reader can have it.

use super::Action;
use super::node::{Element, el};
use crate::locale::Locale;
use crate::money::Unit;

/// The place of the search.
pub const SEARCH: &str = "search";

/// A button that does something.
pub fn button(action: Action, class: &str, text: &str) -> Element {
    el("button").attr("type", "button").class(class).attr("data-action", action.name()).text(text)
}

/// The brand; the search, the contents, sharing; and a menu of how the page is shown, in which files are opened. What
/// the search and the menu hold comes with the second part, but for the field for files.
pub fn toolbar(search: Vec<Element>, settings: Vec<Element>, locale: Locale) -> Vec<Element> {
    let fold = |class: &str, label: &str, sign: Element| {
        let summary = el("summary").class("button").attr("aria-label", label).child(sign);
        el("details").class(class).child(summary)
    };
    let found = el("div").class("panel").attr("id", SEARCH).children(search);
    let shown = el("div").class("settings").children(settings);
    let [lens, letters] = [el("i"), el("b").text("Aa")];
    vec![
        el("p").class("brand").child(el("i")).child(el("span").text(locale.tr("预算透视", "Budget Lens"))),
        fold("search", locale.tr("搜索", "Search"), lens).child(found),
        el("a").class("button").attr("href", "#contents").text(locale.tr("目录", "Contents")),
        button(Action::Share, "button", locale.tr("分享", "Share")),
        fold("menu", locale.tr("显示和打开", "Display and files"), letters)
            .child(el("div").class("panel").child(shown).child(open(locale))),
    ]
}

/// The field for a reader's own files.
fn open(locale: Locale) -> Element {
    el("label")
        .class("button open")
        .text(locale.tr("打开自己的文件", "Open a file of yours"))
        .child(el("input").attr("type", "file").attr("multiple", ""))
}

/// How the page is shown: the size of its text, the theme, the language, and the unit where there is a choice of
/// `units`.
pub fn settings(large: bool, dark: bool, units: &[Unit], locale: Locale) -> Vec<Element> {
    let switch = |action, class: &str, text: &str, is_on: bool| {
        button(action, class, text).attr("aria-pressed", is_on.to_string())
    };
    let unit = |unit: &Unit| {
        let called = Locale { unit: *unit, ..locale }.unit_name();
        switch(Action::Unit(*unit), "unit", called, *unit == locale.unit)
    };
    let label = locale.tr("金额单位", "Unit of amounts");
    let choice = el("span").class("units").attr("role", "group").attr("aria-label", label);
    let choice = choice.children(units.iter().map(unit));
    [
        switch(Action::Large, "button", locale.tr("大字版", "Large text"), large),
        switch(Action::Theme, "button", locale.tr("深色", "Dark"), dark),
        // Each language is called as its readers call it.
        button(Action::Lang, "button", locale.tr("English", "中文")),
    ]
    .into_iter()
    .chain((units.len() > 1).then_some(choice))
    .collect()
}

/// That a reader's own file is shown and not this site's budget, and the way back.
pub fn own_file(name: &str, locale: Locale) -> Element {
    el("p")
        .class("file")
        .attr("role", "status")
        .text(
            locale.tr("这是您打开的文件，不是本站发布的预算：", "This is a file of your own, not this site's budget: "),
        )
        .child(el("b").text(name))
        .text(" ")
        .child(button(Action::Back, "link", locale.tr("回到本站的预算", "Back to this site's budget")))
}

/// That the budget beside a published page is not the one that the page was made of: by now the page shows it, but what
/// else was published with it has the old numbers.
pub fn other_file(locale: Locale) -> Element {
    el("p").class("file").attr("role", "status").text(locale.tr(
        "budget.json 在发布以后换过了。这里看到的是新文件的数字；预览图、下载的表格和没有脚本的页面还是旧的，重新运行 budget-lens publish 才会更新。",
        "budget.json was replaced after this page was published. What you see here is the new file; previews, tables to \
         download and the page without scripts keep the old numbers until budget-lens publish is run again.",
    ))
}

/// What can be taken away of the whole page; what can be opened, and that nothing leaves the machine.
pub fn footer(locale: Locale) -> Vec<Element> {
    let told = locale.tr(
        "自己的预算文件也能在这里打开：公开的 PDF、Word、Excel，或本站格式的 JSON。一切都在您的浏览器里完成，不上传任何内容。",
        "A budget of your own opens here, too: published PDF, Word or Excel, or this site's JSON. Everything happens in \
         your browser; nothing is uploaded.",
    );
    let take = locale.tr("带走这份预算：打印、保存网页、下载数据", "Take this budget with you: print, save, download");
    vec![el("p").child(button(Action::Share, "button", take)), el("p").child(open(locale)), el("p").text(told)]
}
