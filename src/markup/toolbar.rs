//! The toolbar at the top of the page and its footer: search, contents, sharing, settings, opening files.

use super::Action;
use super::node::{Element, el};
use crate::locale::{Locale, TextSize};
use crate::money::Unit;

/// The id of the search panel.
pub const SEARCH: &str = "search";

/// A button with an action.
pub fn button(action: Action, class: &str, text: &str) -> Element {
    el("button").attr("type", "button").class(class).attr("data-action", action.name()).text(text)
}

/// The toolbar: brand, search, contents, sharing, and a menu with settings and the field to open files. The content of
/// search and settings comes with the second module.
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

/// The settings of the page: large text and the largest, theme, language, and the unit where there is a choice of `units`.
pub fn settings(text: TextSize, dark: bool, units: &[Unit], locale: Locale) -> Vec<Element> {
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
        // The name by which portals and their readers look for it.
        switch(Action::Large, "button", locale.tr("大字版 / 长辈版", "Large text"), text != TextSize::Usual),
        switch(Action::Largest, "button", locale.tr("特大字", "Largest text"), text == TextSize::Largest),
        switch(Action::Theme, "button", locale.tr("深色", "Dark"), dark),
        language("button", locale),
    ]
    .into_iter()
    .chain((units.len() > 1).then_some(choice))
    .collect()
}

/// The button that changes the language. Each has the name that its readers use.
pub fn language(class: &str, locale: Locale) -> Element {
    button(Action::Lang, class, locale.tr("English", "中文")).attr("lang", locale.tr("en", "zh-CN"))
}

/// A message that a reader's own file is shown and not this site's budget, with a button to go back.
pub fn own_file(name: &str, locale: Locale) -> Element {
    el("p")
        .class("file")
        .text(
            locale.tr("这是您打开的文件，不是本站发布的预算：", "This is a file of your own, not this site's budget: "),
        )
        .child(el("b").text(name))
        .text(" ")
        .child(button(Action::Back, "link", locale.tr("回到本站的预算", "Back to this site's budget")))
}

/// A message that the budget beside a published page was replaced after publishing: the page shows the new one, but
/// all else that was published with it has the old numbers.
pub fn other_file(locale: Locale) -> Element {
    el("p").class("file").text(locale.tr(
        "budget.json 在发布以后换过了。这里看到的是新文件的数字；预览图、下载的表格和没有脚本的页面还是旧的，重新运行 budget-lens publish 才会更新。",
        "budget.json was replaced after this page was published. What you see here is the new file; previews, tables to \
         download and the page without scripts keep the old numbers until budget-lens publish is run again.",
    ))
}

/// The footer: a button to share or save the whole page, the field to open files, and a note that nothing is uploaded.
pub fn footer(locale: Locale) -> Vec<Element> {
    let told = locale.tr(
        "自己的预算文件也能在这里打开：公开的 PDF、Word、Excel，或本站格式的 JSON。一切都在您的浏览器里完成，不上传任何内容。",
        "A budget of your own opens here, too: published PDF, Word or Excel, or this site's JSON. Everything happens in \
         your browser; nothing is uploaded.",
    );
    let take = locale.tr("带走这份预算：打印、保存网页、下载数据", "Take this budget with you: print, save, download");
    let keys = locale.tr(
        "只用键盘：Tab 键到每一行，左右方向键到这一行里的数字和标记；在图上用方向键逐项查看，回车固定，Esc 键收起。",
        "With the keyboard alone: Tab leads to each line, the left and right arrow keys to the numbers and marks in it; in \
         a chart arrow keys walk through the entries, Enter pins one, Esc closes it.",
    );
    let take = button(Action::Share, "button", take);
    // Without the program the keys do nothing, and this is hidden as controls are.
    let keys = el("p").attr("data-action", "").text(keys);
    vec![el("p").child(take), el("p").child(open(locale)), el("p").text(told), keys]
}
