//! What the page says of files.

use leptos::prelude::*;

use std::cell::RefCell;
use std::sync::Arc;

use super::files;
use super::page::{Page, static_stands};
use crate::load::{self, Fault, Loaded};
use crate::markup::{self, Element, el};

thread_local! {
    /// What was odd about the budget that was looked at last: the page says it anew with every change of its state.
    static ODD: RefCell<Option<(Arc<Loaded>, Vec<Fault>)>> = const { RefCell::new(None) };
}

/// What is odd about the file of the budget that is shown, with the words that seem to be meant in it.
fn odd(page: Page, loaded: &Arc<Loaded>) -> Vec<Fault> {
    let known = ODD.with_borrow(|last| last.clone().filter(|(of, _)| Arc::ptr_eq(of, loaded)));
    if let Some((_, odd)) = known {
        return odd;
    }
    let meant = |kept: &Option<Vec<u8>>| kept.as_ref().map(|bytes| load::meant(&loaded.budget, bytes));
    let mut odd = loaded.notes.clone();
    odd.extend(page.kept.try_with_value(meant).flatten().unwrap_or_default());
    ODD.set(Some((Arc::clone(loaded), odd.clone())));
    odd
}

/// What the page says of itself: what could not be opened, whose file is shown, what is on its way.
pub fn messages(page: Page) -> Vec<Element> {
    let words = page.words();
    // Whoever opened an official file has not written the text that it became.
    let are_official = files::are_official(page);
    let is_own = page.status.with(|status| status.file.is_some());
    let notice = page.shown.with(|shown| {
        let shown = shown.as_ref().filter(|_| !are_official);
        let notes = shown.map(|loaded| odd(page, loaded)).filter(|notes| !notes.is_empty());
        notes.map(|notes| markup::notice(&notes, is_own, words))
    });
    let kept = kept(page);
    page.status.with(|status| {
        let line = |class: &str, zh, en| el("p").class(class).attr("role", "status").text(words.pick(zh, en));
        let alert = status.trouble.as_ref().map(|(name, faults)| markup::alert(name, faults, kept, words));
        let own = status.file.as_ref().map(|name| markup::own_file(name, words));
        let waiting = (status.busy && !are_official).then(|| line("waiting", "正在打开预算……", "Opening the budget …"));
        // Last, so that it comes and goes without touching the others.
        let hint = status.hovering.then(|| line("drop", "松手打开这个文件", "Let go to open this file"));
        [alert, own, notice, waiting, hint].into_iter().flatten().collect()
    })
}

/// What is seen where a file could not be shown.
pub fn kept(page: Page) -> &'static str {
    let words = page.words();
    match (page.shown.with(Option::is_none), static_stands(page.host)) {
        (false, _) => words.pick("页面上原来的内容没有变。", "What was on the page is unchanged."),
        (true, true) => words
            .pick("下面是生成网页时的数字，可能不是最新的。", "Below are the numbers of the day the page was made."),
        (true, false) => "",
    }
}
