//! What the page says of files.

use leptos::prelude::*;

use super::page::{Page, static_stands};
use crate::markup::{self, Element, el};

/// What the page says of itself: what could not be opened, whose file is shown, what is on its way.
pub fn messages(page: Page) -> Vec<Element> {
    let words = page.words();
    let (nothing_yet, notice) = page.shown.with(|shown| {
        let notes = shown.as_ref().map(|loaded| &loaded.notes).filter(|notes| !notes.is_empty());
        (shown.is_none(), notes.map(|notes| markup::notice(notes, words)))
    });
    page.status.with(|status| {
        let line = |class: &str, zh, en| el("p").class(class).attr("role", "status").text(words.pick(zh, en));
        let kept = match (nothing_yet, static_stands(page.host)) {
            (false, _) => words.pick("页面上原来的内容没有变。", "What was on the page is unchanged."),
            (true, true) => words.pick(
                "下面是生成网页时的数字，可能不是最新的。",
                "Below are the numbers of the day the page was made.",
            ),
            (true, false) => "",
        };
        let alert = status.trouble.as_ref().map(|(name, faults)| markup::alert(name, faults, kept, words));
        let own = status.file.as_ref().map(|name| markup::own_file(name, words));
        let waiting = status.busy.then(|| line("waiting", "正在打开预算……", "Opening the budget …"));
        // Last, so that it comes and goes without touching the others.
        let hint = status.hovering.then(|| line("drop", "松手打开这个文件", "Let go to open this file"));
        [alert, own, notice, waiting, hint].into_iter().flatten().collect()
    })
}
