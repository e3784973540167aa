//! Gives an English reader the English names of the official classifications, which come in a file of their own.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;

use super::others;
use crate::budget::EnglishNames;
use crate::load::Loaded;
use crate::locale::Lang;
use crate::view::dom::effect::effect;
use crate::view::state::app_state::AppState;
use crate::view::state::fetch;

/// The file beside the program: `src/budget/english_names.tsv` and the terms of `src/import/glossary.tsv`.
const FILE: &str = "english.txt";

thread_local! {
    /// Its text, once it was fetched.
    static LIST: RefCell<Option<Arc<str>>> = const { RefCell::new(None) };
    /// The budget that was looked through last, with or without success.
    static LAST: RefCell<Option<Arc<Loaded>>> = const { RefCell::new(None) };
}

/// Names what is shown in English, every time that another budget or English is chosen.
pub fn begin(app: AppState) {
    effect(move || {
        let Some(loaded) = app.loaded.get().filter(|_| app.preferences.get().lang == Lang::En) else { return };
        let is_known = LAST.with_borrow(|last| last.as_ref().is_some_and(|last| Arc::ptr_eq(last, &loaded)));
        if !is_known {
            app.spawn(name(app, loaded));
        }
    });
}

async fn name(app: AppState, loaded: Arc<Loaded>) {
    // Without the list names stay as the document has them, marked as Chinese.
    let Some(list) = list(app).await else { return };
    let is_shown = app.loaded.with_untracked(|shown| shown.as_ref().is_some_and(|shown| Arc::ptr_eq(shown, &loaded)));
    if !is_shown {
        return;
    }
    // Documents that are open together are named together, since each has the others' lines in its figures.
    if loaded.budget.others.get().is_some() && others::name_in_english(app, &EnglishNames::read(&list)) {
        return;
    }
    let mut budget = loaded.budget.clone();
    let is_new = budget.name_in_english(&EnglishNames::read(&list));
    let named = if is_new { Arc::new(Loaded { budget, warnings: loaded.warnings.clone() }) } else { loaded };
    LAST.set(Some(Arc::clone(&named)));
    if is_new {
        named.budget.make_views();
        app.loaded.set(Some(named));
    }
}

async fn list(app: AppState) -> Option<Arc<str>> {
    if let Some(known) = LIST.with_borrow(Option::clone) {
        return Some(known);
    }
    let address = app.host.program(FILE)?;
    let bytes = fetch::fetch(app.host, &address).await.ok()?;
    let list: Arc<str> = String::from_utf8(bytes).ok()?.into();
    LIST.set(Some(Arc::clone(&list)));
    Some(list)
}
