//! Saves the whole page as one HTML file, made in the browser, also for a budget that is only on the reader's machine.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::address;
use crate::export::page::{Whole, composed};
use crate::export::{Sheet, of_portal, origin, saved};
use crate::figure;
use crate::load::{Diagnostic, Loaded};
use crate::locale::Locale;
use crate::markup::{self, Reading};
use crate::view::dom::reflect::{get, today};
use crate::view::state::app_state::AppState;
use crate::view::state::fetch;

/// The text of the file: nothing is filtered or drilled into, but language, unit, size of text and contrast are the
/// reader's.
///
/// # Errors
/// If a style sheet could not be fetched.
pub async fn file(app: AppState, loaded: Arc<Loaded>, locale: Locale) -> Result<String, Diagnostic> {
    let styles = styles(app).await?;
    let (from, is_portals) = match app.status.with_untracked(|status| status.file.clone()) {
        // A file of the reader's own was not published by the portal.
        Some(own) => (own, false),
        None => (address::link("").unwrap_or_default(), true),
    };
    let of_portal = |selector| {
        let found = document().query_selector(selector).ok().flatten().filter(|_| is_portals);
        found.and_then(|found| around(&found, locale))
    };
    let head = figure::headline(&loaded.budget, locale);
    let title = [&head.department, " · ", &head.occasion].concat();
    let checked = untrack(|| app.checked(&loaded));
    let tree = composed(&Whole {
        budget: &loaded.budget,
        report: checked.as_ref().map(|checked| &checked.report),
        figures: None,
        locale,
        messages: vec![origin(&from, &today(), locale)],
        reading: Reading::Alone,
        text: app.preferences.get_untracked().text,
    });
    let body = [of_portal(".portal-head"), Some(tree), of_portal(".portal-foot")];
    Ok(saved(&title, body.into_iter().flatten().collect(), &styles, look(), locale))
}

/// How the page is shown: its text's size, and whether its colours are those of high contrast.
fn look() -> Vec<(&'static str, String)> {
    let Some(root) = document().document_element() else { return Vec::new() };
    let shown = |name| root.get_attribute(name).filter(|value| !value.is_empty()).map(|value| (name, value));
    ["data-text", "data-contrast"].into_iter().filter_map(shown).collect()
}

/// The portal's header or footer, as `publish` has written it, in the page's language.
fn around(from: &Element, locale: Locale) -> Option<markup::Element> {
    if from.get_attribute("lang").is_some_and(|own| own != locale.tr("zh-CN", "en")) {
        return None;
    }
    let mut own = of_portal(&from.tag_name(), &|name| get(from, name)?.as_string())?;
    let mut next = from.first_child();
    while let Some(node) = next {
        next = node.next_sibling();
        own.children.extend(match node.dyn_ref::<Element>() {
            Some(element) => around(element, locale).map(markup::Node::from),
            None => node.text_content().map(markup::Node::Text),
        });
    }
    Some(own)
}

/// The page's style sheets, which stand in it or are linked, and the one that hides what needs a script.
async fn styles(app: AppState) -> Result<Vec<Sheet>, Diagnostic> {
    let mut styles = Vec::new();
    if let Ok(found) = document().query_selector_all("head > style, link[rel=stylesheet]") {
        for style in (0..found.length()).filter_map(|i| found.item(i)?.dyn_into::<Element>().ok()) {
            let css = match style.get_attribute("href") {
                Some(href) => text(app, &href).await?,
                None => style.text_content().unwrap_or_default(),
            };
            styles.push((style.get_attribute("media"), css));
        }
    }
    if let Some(href) = app.host.program("noscript.css") {
        styles.push((None, text(app, &href).await?));
    }
    Ok(styles)
}

async fn text(app: AppState, href: &str) -> Result<String, Diagnostic> {
    let bytes = fetch::fetch(app.host, href).await?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
