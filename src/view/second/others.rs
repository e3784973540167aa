//! Opens the documents that belong together: further files that the address names, files that were dropped together,
//! and the other years of a published department. One of them is shown, and its figures know the others.

use std::sync::Arc;

use leptos::prelude::*;

use super::documents::{self, Opened, with};
use super::wanted;
use crate::budget::{Budget, EnglishNames, Others, OthersSlot, Statistics};
use crate::figure::{Param, param};
use crate::load::{self, Loaded};
use crate::view::dom::effect::{effect, on_cleanup};
use crate::view::dom::reflect::get;
use crate::view::state::app_state::AppState;
use crate::view::state::fetch;

/// The links in a published page's head to the budgets of the department's other years.
const OTHER_YEARS: &str = "link[rel=budget]";
/// The most documents that are open together: each is held against each, and a reader compares no more.
const MAX_DOCUMENTS: usize = 40;

/// Looks for the documents that belong to each budget that is opened, and shows the one that the reader chooses.
pub fn begin(app: AppState) {
    on_cleanup(move || documents::forget(app));
    effect(move || {
        let Some(loaded) = app.loaded.get() else { return };
        let is_own = app.status.with_untracked(|status| status.file.is_some());
        let is_known = with(app, |own| own.last.as_ref().is_some_and(|last| Arc::ptr_eq(last, &loaded)));
        if is_own || is_known || loaded.budget.others.get().is_some() {
            return;
        }
        let addresses = addresses(app);
        with(app, |own| (own.last, own.is_pending) = (Some(Arc::clone(&loaded)), !addresses.is_empty()));
        if !addresses.is_empty() {
            app.spawn(fetch_all(app, loaded, addresses));
        }
    });
    effect(move || {
        let chosen = app.query.with(|query| query.get(param::YEAR).map(String::from));
        let shown = app.loaded.get_untracked();
        if let Some(shown) = shown.filter(|shown| shown.budget.others.get().is_some()) {
            show(app, chosen.as_deref(), Some(&shown));
        }
    });
}

/// The addresses of the other documents: further `data=` of the page's address, or what the published page links.
fn addresses(app: AppState) -> Vec<String> {
    let named = app.host.parameters().map(|query| query.get_all("data")).unwrap_or_default();
    let further: Vec<_> = named.iter().skip(1).filter_map(|address| address.as_string()).collect();
    if named.length() > 0 || !app.host.is_page() {
        return further;
    }
    let Ok(links) = document().query_selector_all(OTHER_YEARS) else { return further };
    (0..links.length()).filter_map(|i| get(&links.get(i)?.into(), "href")?.as_string()).collect()
}

async fn fetch_all(app: AppState, loaded: Arc<Loaded>, addresses: Vec<String>) {
    let name = app.host.parameter("data");
    let bytes = app.status.with_untracked(|status| status.source_bytes.clone()).unwrap_or_default();
    let first = Opened {
        name: name.unwrap_or_else(|| "budget.json".into()),
        is_own: false,
        bytes,
        loaded: Arc::clone(&loaded),
    };
    let mut all = vec![first];
    let mut missing = 0;
    for address in addresses.into_iter().take(MAX_DOCUMENTS - 1) {
        let bytes = fetch::fetch(app.host, &address).await.ok();
        let read = bytes.and_then(|bytes| Some((load::read(&bytes).ok()?, bytes)));
        match read {
            Some((loaded, bytes)) => {
                all.push(Opened { name: address, is_own: false, bytes, loaded: Arc::new(loaded) });
            }
            None => missing += 1,
        }
    }
    // Meanwhile the address may name other documents, which are fetched by themselves.
    if !with(app, |own| own.last.as_ref().is_some_and(|last| Arc::ptr_eq(last, &loaded))) {
        return;
    }
    with(app, |own| own.is_pending = false);
    // Or the reader may have opened a file.
    if app.status.with_untracked(|status| status.file.is_none() && !status.is_busy) {
        gather(app, all, missing);
        if app.host.place().contains(['/', '%']) {
            app.navigate_soon();
        }
    }
}

/// Whether other documents are on their way, into one of which the address may lead.
pub fn are_awaited(app: AppState) -> bool {
    with(app, |own| own.is_pending)
}

/// Shows one of these documents, with the others known to its figures. `missing` is how many could not be opened.
pub fn gather(app: AppState, opened: Vec<Opened>, missing: usize) {
    let mut kept: Vec<Opened> = Vec::new();
    let mut unopened = missing;
    // Whose a document is that names no place, the others say.
    let bodies: Vec<_> = opened.iter().map(|document| document.loaded.budget.body()).collect();
    let mut editions = Vec::new();
    for (document, body) in opened.into_iter().zip(&bodies) {
        let edition = (document.loaded.budget.edition(), body.fullest(|| bodies.iter()));
        if kept.len() == MAX_DOCUMENTS || editions.contains(&edition) {
            unopened += 1;
        } else {
            editions.push(edition);
            kept.push(document);
        }
    }
    app.status.update(|status| status.unopened = unopened);
    if kept.len() < 2 {
        return;
    }
    let budgets = kept.iter().map(|document| document.loaded.budget.clone());
    let budgets: Vec<Budget> = budgets.inspect(Budget::make_views).collect();
    let others = Arc::new(Others::new(budgets));
    others.give(with(app, |own| own.statistics.clone()));
    for document in &mut kept {
        let loaded = &document.loaded;
        let budget = loaded.budget.clone();
        budget.others.set(Arc::clone(&others));
        document.loaded = Arc::new(Loaded { budget, warnings: loaded.warnings.clone() });
    }
    with(app, |own| own.open = kept);
    wanted::want(app);
    let chosen = app.query.with_untracked(|query| query.get(param::YEAR).map(String::from));
    show(app, chosen.as_deref(), None);
}

/// Gives official statistics to the documents that are open, and to those that will be.
pub fn give(app: AppState, statistics: Arc<Statistics>) {
    with(app, |own| own.statistics = Some(Arc::clone(&statistics)));
    let Some(loaded) = app.loaded.get_untracked() else { return };
    let Some(others) = loaded.budget.others.get() else { return };
    others.give(Some(statistics));
    // Figures are made again only of another budget.
    let again = Loaded { budget: loaded.budget.clone(), warnings: loaded.warnings.clone() };
    app.loaded.set(Some(Arc::new(again)));
}

/// The document of this name among those that are open.
fn find<'o>(open: &'o [Opened], name: &str) -> Option<&'o Opened> {
    let others = open.first()?.loaded.budget.others.get()?;
    let index = others.called(name)?;
    open.iter().find(|document| others.index_of(&document.loaded.budget) == Some(index))
}

/// Shows the document of this name, or else the first, if it is not shown already.
fn show(app: AppState, name: Option<&str>, shown: Option<&Loaded>) {
    let chosen = with(app, |own| {
        let open = &own.open;
        let document = name.and_then(|name| find(open, name)).or(open.first())?;
        let own = &document.loaded.budget;
        let is_shown =
            shown.is_some_and(|shown| shown.budget.edition() == own.edition() && shown.budget.is_same_department(own));
        (!is_shown).then(|| document.clone())
    });
    let Some(document) = chosen else { return };
    document.loaded.budget.make_views();
    app.status.update(|status| {
        status.file = document.is_own.then(|| document.name.clone());
        status.source_bytes = Some(document.bytes);
    });
    app.loaded.set(Some(document.loaded));
}

/// A place in another document, such as `2025/表三-201`, becomes the place in it, and that document is shown.
pub fn enter(app: AppState, place: &str) -> Option<String> {
    let (name, rest) = place.split_once('/')?;
    // A single file may have been opened since.
    app.loaded.with_untracked(|shown| shown.as_ref()?.budget.others.get().map(|_| ()))?;
    with(app, |own| find(&own.open, name).map(|_| ()))?;
    app.set_param(Param::new(param::YEAR, name), Some(rest));
    Some(rest.into())
}

/// Gives the lines and terms of all documents that are open together their English names, and shows them so; returns
/// whether any was new.
pub fn name_in_english(app: AppState, names: &EnglishNames) -> bool {
    let mut open = with(app, |own| own.open.clone());
    let mut is_new = false;
    for document in &mut open {
        let mut budget = document.loaded.budget.clone();
        is_new |= budget.name_in_english(names);
        budget.others = OthersSlot::default();
        document.loaded = Arc::new(Loaded { budget, warnings: document.loaded.warnings.clone() });
    }
    if is_new {
        gather(app, open, app.status.with_untracked(|status| status.unopened));
    }
    is_new
}
