//! The messages at the top of the page: faults of files, oddities, whose file is shown, what is loading.

use leptos::prelude::*;

use std::cell::RefCell;
use std::sync::Arc;

use super::official::requests::are_official;
use super::{documents, statistics};
use crate::export::budget_digest;
use crate::load::{self, Diagnostic, Loaded};
use crate::markup::{self, Element, el};
use crate::view::state::app_state::{AppState, ModuleState, Status};

/// What the page has to say about a budget's file.
#[derive(Clone)]
struct Looked {
    /// Oddities of the file, with corrections of words that seem to be misspelt.
    odd: Vec<Diagnostic>,
    /// Whether the published page was made from another file.
    is_other: bool,
}

thread_local! {
    /// The cache of findings about the last file, since the messages are made again at every change of state.
    static LOOKED: RefCell<Option<(Arc<Loaded>, Looked)>> = const { RefCell::new(None) };
}

/// Examines the file of the budget that is shown, or returns the cached result.
fn look(app: AppState, loaded: &Arc<Loaded>) -> Looked {
    let known = LOOKED.with_borrow(|last| last.clone().filter(|(of, _)| Arc::ptr_eq(of, loaded)));
    if let Some((_, looked)) = known {
        return looked;
    }
    let meta = document().query_selector(budget_digest::SELECTOR).ok().flatten();
    let made_of = meta.and_then(|meta| meta.get_attribute("content"));
    let see = |status: &Status| {
        let bytes = status.source_bytes.as_ref()?;
        let is_other = made_of.as_ref().is_some_and(|made_of| *made_of != budget_digest::mark(bytes));
        Some(Looked { odd: load::suggestions(&loaded.budget, bytes), is_other })
    };
    let seen = app.status.try_with_untracked(see).flatten();
    let mut looked = Looked { odd: loaded.warnings.clone(), is_other: seen.as_ref().is_some_and(|seen| seen.is_other) };
    looked.odd.extend(seen.map(|seen| seen.odd).unwrap_or_default());
    LOOKED.set(Some((Arc::clone(loaded), looked.clone())));
    looked
}

/// Whether the budget that is shown is the one beside the page, and not that of another year, and the whole page is shown: a
/// single figure has no room for the message that the file was replaced.
fn is_beside(app: AppState, shown: &Arc<Loaded>) -> bool {
    let is_first = documents::with(app, |own| own.open.first().is_none_or(|first| Arc::ptr_eq(&first.loaded, shown)));
    is_first && app.host.is_page() && !app.host.is_standalone() && app.host.parameter("data").is_none()
}

/// The messages of the page: what could not be opened, whose file is shown, what is loading.
pub fn messages(app: AppState) -> Vec<Element> {
    let locale = app.locale();
    // A reader who opened official files did not write the JSON text that was made from them.
    let are_official = are_official(app);
    let is_own = app.status.with(|status| status.file.is_some());
    let looked = app.loaded.with(|shown| {
        let loaded = shown.as_ref().filter(|_| !are_official)?;
        Some((look(app, loaded), is_beside(app, loaded)))
    });
    let other = looked.as_ref().filter(|(looked, is_beside)| looked.is_other && !is_own && *is_beside);
    let other = other.map(|_| markup::other_file(locale));
    let notes = looked.map(|(looked, _)| looked.odd).filter(|notes| !notes.is_empty());
    let notice = notes.map(|notes| markup::notice(&notes, is_own, locale));
    let kept = kept(app);
    app.status.with(|status| {
        let line = |class: &str, zh, en| el("p").class(class).text(locale.tr(zh, en));
        let alert = status.failure.as_ref().map(|(name, diagnostics)| markup::alert(name, diagnostics, kept, locale));
        let of_statistics = statistics::message(app, kept, locale);
        let own = status.file.as_ref().map(|name| markup::own_file(name, locale));
        let unopened = (status.unopened > 0).then(|| {
            let (zh, en) = (
                "另外 {0} 个文件没有打开：打不开，或者是同一部门同一年的。",
                "Files not opened, because they cannot be read or are of the same department and year: {0}.",
            );
            el("p").class("file").text(locale.format(zh, en, &[&status.unopened.to_string()]))
        });
        let waiting =
            (status.is_busy && !are_official).then(|| line("waiting", "正在打开预算……", "Opening the budget …"));
        // Until the page has been there, it has a sentence of its own for that (`export/document.rs`).
        let slow = locale.tr(
            " 网站很久没有回答。请检查网络，或者刷新再试。",
            " The host has not answered for long. Check the network, or reload.",
        );
        let waiting = waiting.map(|waiting| waiting.child(el("span").class("slow").text(slow)));
        let (zh, en) = (
            "核对和分享没有载入。请检查网络后刷新。",
            "Checks and sharing did not arrive. Check the network and reload.",
        );
        let failed = matches!(app.third.get(), ModuleState::Failed).then(|| line("alert", zh, en));
        // Last, so that it appears and disappears without changing the nodes before it.
        let hint = status.is_dragging.then(|| line("drop", "松手打开这个文件", "Let go to open this file"));
        [failed, alert, of_statistics, own, unopened, other, notice, waiting, hint].into_iter().flatten().collect()
    })
}

/// A sentence on what the page shows when a file could not be opened.
pub fn kept(app: AppState) -> &'static str {
    let locale = app.locale();
    // Whether the figures that came with the HTML are visible.
    let still = app.host.root_node().query_selector("#static:not([hidden])");
    match (app.loaded.with(Option::is_none), still.is_ok_and(|still| still.is_some())) {
        (false, _) => locale.tr("页面上原来的内容没有变。", "What was on the page is unchanged."),
        (true, true) => {
            locale.tr("下面是生成网页时的数字，可能不是最新的。", "Below are the numbers of the day the page was made.")
        }
        (true, false) => "",
    }
}
