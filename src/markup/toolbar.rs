//! The page's head and foot: what a reader can choose.

use super::Action;
use super::node::{Element, el};
use crate::money::Unit;
use crate::words::Words;

/// A button that does something.
pub fn button(action: Action, class: &str, text: &str) -> Element {
    el("button").attr("type", "button").class(class).attr("data-action", action.name()).text(text)
}

/// The brand, the contents, large text, and opening files.
pub fn toolbar(large: bool, words: Words) -> Vec<Element> {
    let told =
        words.pick("公开的 PDF、Word、Excel 也能打开，不上传", "PDF, Word and Excel open, too; nothing is uploaded");
    vec![
        el("p").class("brand").child(el("i")).text(words.pick("预算透视", "Budget Lens")),
        el("a").class("button").attr("href", "#contents").text(words.pick("目录", "Contents")),
        button(Action::Large, "button", words.pick("大字版", "Large text")).attr("aria-pressed", large.to_string()),
        el("p").class("told").text(told),
        el("label")
            .class("button open")
            .text(words.pick("打开文件", "Open"))
            .child(el("input").attr("type", "file").attr("multiple", "")),
    ]
}

/// The units that a reader can choose; the chosen one is pressed.
pub fn units(words: Words) -> Element {
    let choice = |unit| {
        let chosen = unit == words.unit;
        button(Action::Unit(unit), "unit", Words { unit, ..words }.unit_name()).attr("aria-pressed", chosen.to_string())
    };
    let label = words.pick("金额单位", "Unit of amounts");
    el("span").class("units").attr("role", "group").attr("aria-label", label).children(Unit::CHOICE.map(choice))
}

/// That a reader's own file is shown and not this site's budget, and the way back.
pub fn own_file(name: &str, words: Words) -> Element {
    el("p")
        .class("file")
        .attr("role", "status")
        .text(
            words
                .pick("这是您打开的文件，不是本站发布的预算：", "This is a file of your own, not this site's budget: "),
        )
        .child(el("b").text(name))
        .text(" ")
        .child(button(Action::Back, "link", words.pick("回到本站的预算", "Back to this site's budget")))
}

/// What can be taken away of the whole page; that nothing leaves the machine; the language and the theme.
pub fn footer(dark: bool, words: Words) -> Vec<Element> {
    let theme = if dark { words.pick("浅色", "Light") } else { words.pick("深色", "Dark") };
    let privacy = words
        .pick("一切都在您的浏览器里完成，不上传任何内容。", "Everything happens in your browser; nothing is uploaded.");
    let choices = el("p")
        .class("choices")
        .child(button(Action::Lang, "link", words.pick("English", "中文")))
        .child(button(Action::Theme, "link", theme));
    let take = words.pick("带走这份预算：打印、保存网页、下载数据", "Take this budget with you: print, save, download");
    vec![el("p").child(button(Action::Share, "button", take)), el("p").text(privacy), choices]
}
