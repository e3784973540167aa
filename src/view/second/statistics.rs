//! Opens the official statistics that figures of several documents read: the file that the address or the published page
//! names, or one that the reader drops.
//!
//! The third module reads them, since only its figures need them.

use std::mem;
use std::sync::Arc;

use leptos::prelude::*;

use super::documents::{self, File, StatisticsFile};
use super::{others, wanted};
use crate::load::{Diagnostic, Loaded};
use crate::locale::Locale;
use crate::markup::{self, Element, el};
use crate::view::dom::effect::effect;
use crate::view::dom::reflect::get;
use crate::view::state::app_state::AppState;
use crate::view::state::fetch;

/// The parameter of the address that names the file.
const PARAMETER: &str = "stats";
/// The link in a published page's head that does.
const LINK: &str = "link[rel=statistics]";

/// Reads or changes what is known of an app's file.
fn with<T>(app: AppState, act: impl FnOnce(&mut StatisticsFile) -> T) -> T {
    documents::with(app, |own| act(&mut own.statistics_file))
}

/// Fetches the file that the address names, or that the published page does once several documents are open; a file is read
/// as soon as the third module is there.
pub fn begin(app: AppState) {
    effect(move || {
        let are_several =
            |loaded: &Option<Arc<Loaded>>| loaded.as_ref().is_some_and(|loaded| loaded.budget.others.get().is_some());
        app.query.track();
        ask(app, app.loaded.with(are_several));
    });
    effect(move || {
        app.third.track();
        untrack(|| read(app));
    });
}

/// Fetches the file that the address names, or, if `linked`, the published page; each once.
fn ask(app: AppState, linked: bool) {
    let link =
        || document().query_selector(LINK).ok().flatten().and_then(|link| get(&link.into(), "href")?.as_string());
    let address = app.host.parameter(PARAMETER).or_else(|| link().filter(|_| linked && app.host.is_page()));
    let is_new = |address: &String| with(app, |own| own.asked.replace(address.clone()).as_ref() != Some(address));
    let Some(address) = address.filter(|address| !address.is_empty() && is_new(address)) else { return };
    app.spawn(async move {
        let bytes = fetch::fetch(app.host, &address).await;
        // Meanwhile the address may name another, or the reader may have dropped one.
        let is_asked = |own: &mut StatisticsFile| own.asked.as_ref() == Some(&address);
        if with(app, |own| is_asked(own) && own.last.as_ref().is_none_or(|(_, is_own, _)| !is_own)) {
            take(app, address, false, bytes);
        }
    });
}

/// Whether the file that the address or the page names is on its way, or is not read yet.
pub fn is_awaited(app: AppState) -> bool {
    with(app, |own| match &own.last {
        None => own.asked.is_some(),
        Some((_, _, file)) => matches!(file, File::Waiting(_)),
    })
}

/// Takes a file of statistics, or says why it cannot be opened. What was known before stays until it is read.
pub fn take(app: AppState, name: String, is_own: bool, bytes: Result<Vec<u8>, Diagnostic>) {
    let file = bytes.map_or_else(|diagnostic| File::Failed(vec![diagnostic]), File::Waiting);
    with(app, |own| own.last = Some((name, is_own, file)));
    wanted::want(app);
    read(app);
    // The messages are made again.
    app.status.update(|_| ());
}

/// Reads the file that waits, if the third module is there.
fn read(app: AppState) {
    let Some(third) = app.third_module() else { return };
    let waiting = with(app, |own| match &mut own.last {
        Some((_, _, file @ File::Waiting(_))) => Some(mem::replace(file, File::Read)),
        _ => None,
    });
    let Some(File::Waiting(bytes)) = waiting else { return };
    match (third.read_statistics)(&bytes) {
        Ok(statistics) => others::give(app, Arc::new(statistics)),
        Err(diagnostics) => with(app, |own| {
            if let Some((_, _, file)) = &mut own.last {
                *file = File::Failed(diagnostics);
            }
        }),
    }
    app.status.update(|_| ());
}

/// What the page has to say of the file, where `kept` says what it shows nevertheless: that it could not be opened, or that the reader's own is used.
pub fn message(app: AppState, kept: &str, locale: Locale) -> Option<Element> {
    with(app, |own| match own.last.as_ref()? {
        (name, _, File::Failed(diagnostics)) => Some(markup::alert(name, diagnostics, kept, locale)),
        (name, true, File::Read) => {
            let (zh, en) = (
                "统计数据：{0}。同时打开几年或几个部门的预算，就可以按人口平均、按一年的价格看。",
                "Statistics: {0}. With budgets of several years or departments open, amounts can be seen for each inhabitant and in prices of one year.",
            );
            Some(el("p").class("file").text(locale.format(zh, en, &[name])))
        }
        _ => None,
    })
}

/// Closes the alert about a file that could not be opened.
pub fn close(app: AppState) {
    with(app, |own| {
        own.last.take_if(|(_, _, file)| matches!(file, File::Failed(_)));
    });
}
