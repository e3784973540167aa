//! What the page says of files.

use leptos::prelude::*;

use std::cell::RefCell;
use std::sync::Arc;

use super::official::requests::are_official;
use crate::export::made_of;
use crate::load::{self, Diagnostic, Loaded};
use crate::markup::{self, Element, el};
use crate::view::state::app_state::{AppState, Status};

/// What was seen when a budget's file was looked at.
#[derive(Clone)]
struct Looked {
    /// What is odd about it, with the words that seem to be meant in it.
    odd: Vec<Diagnostic>,
    /// Whether the published page around it was made of another.
    is_other: bool,
}

thread_local! {
    /// What was seen in the budget that was looked at last: the page says it anew with every change of its state.
    static LOOKED: RefCell<Option<(Arc<Loaded>, Looked)>> = const { RefCell::new(None) };
}

/// Looks at the file of the budget that is shown.
fn look(app: AppState, loaded: &Arc<Loaded>) -> Looked {
    let known = LOOKED.with_borrow(|last| last.clone().filter(|(of, _)| Arc::ptr_eq(of, loaded)));
    if let Some((_, looked)) = known {
        return looked;
    }
    let meta = document().query_selector(made_of::SELECTOR).ok().flatten();
    let made_of = meta.and_then(|meta| meta.get_attribute("content"));
    let see = |status: &Status| {
        let bytes = status.source_bytes.as_ref()?;
        let is_other = made_of.as_ref().is_some_and(|made_of| *made_of != made_of::mark(bytes));
        Some(Looked { odd: load::meant(&loaded.budget, bytes), is_other })
    };
    let seen = app.status.try_with_untracked(see).flatten();
    let mut looked = Looked { odd: loaded.warnings.clone(), is_other: seen.as_ref().is_some_and(|seen| seen.is_other) };
    looked.odd.extend(seen.map(|seen| seen.odd).unwrap_or_default());
    LOOKED.set(Some((Arc::clone(loaded), looked.clone())));
    looked
}

/// Whether the budget that is shown is the one that lies beside the page, and the page is seen whole: a figure alone has
/// nothing around it that could say otherwise.
fn is_beside(app: AppState) -> bool {
    app.host.is_page() && !app.host.is_standalone() && app.host.parameter("data").is_none()
}

/// What the page says of itself: what could not be opened, whose file is shown, what is on its way.
pub fn messages(app: AppState) -> Vec<Element> {
    let locale = app.locale();
    // Whoever opened an official file has not written the text that it became.
    let are_official = are_official(app);
    let is_own = app.status.with(|status| status.file.is_some());
    let looked = app.loaded.with(|shown| shown.as_ref().filter(|_| !are_official).map(|loaded| look(app, loaded)));
    let other = looked.as_ref().filter(|looked| looked.is_other && !is_own && is_beside(app));
    let other = other.map(|_| markup::other_file(locale));
    let notes = looked.map(|looked| looked.odd).filter(|notes| !notes.is_empty());
    let notice = notes.map(|notes| markup::notice(&notes, is_own, locale));
    let kept = kept(app);
    app.status.with(|status| {
        let line = |class: &str, zh, en| el("p").class(class).attr("role", "status").text(locale.tr(zh, en));
        let alert = status.failure.as_ref().map(|(name, diagnostics)| markup::alert(name, diagnostics, kept, locale));
        let own = status.file.as_ref().map(|name| markup::own_file(name, locale));
        let waiting =
            (status.is_busy && !are_official).then(|| line("waiting", "正在打开预算……", "Opening the budget …"));
        // Last, so that it comes and goes without touching the others.
        let hint = status.is_dragging.then(|| line("drop", "松手打开这个文件", "Let go to open this file"));
        [alert, own, other, notice, waiting, hint].into_iter().flatten().collect()
    })
}

/// What is seen where a file could not be shown.
pub fn kept(app: AppState) -> &'static str {
    let locale = app.locale();
    // Whether the figures that came with the HTML are what is seen.
    let still = app.host.root_node().query_selector("#static:not([hidden])");
    match (app.loaded.with(Option::is_none), still.is_ok_and(|still| still.is_some())) {
        (false, _) => locale.tr("页面上原来的内容没有变。", "What was on the page is unchanged."),
        (true, true) => {
            locale.tr("下面是生成网页时的数字，可能不是最新的。", "Below are the numbers of the day the page was made.")
        }
        (true, false) => "",
    }
}
