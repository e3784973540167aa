//! Prints the page, a summary, or one figure: opens folds and redraws canvases for paper, and undoes both.
//!
//! The style sheet `style/print.css` defines the layout. A canvas is a bitmap, which would be blurred when stretched
//! to the paper's width; so it is drawn at that width and at the resolution of print.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::figure::headline;
use crate::view::dom::frames::next_frame;
use crate::view::dom::listen::listen;
use crate::view::dom::reflect::{call, today};
use crate::view::state::app_state::{AppState, PrintScope};

/// Device pixels a CSS pixel on paper: 288 an inch.
const SHARP: f64 = 3.0;
/// The attribute of folds that are opened for printing only.
const OPENED: &str = "data-opened";
/// The attribute of a figure that is printed alone (`style/print.css`).
const ALONE: &str = "data-alone";
/// The attribute of the root element while only the summary is printed (`style/print.css`).
const PAPER: &str = "data-paper";

/// The custom property of the root element with the text at the foot of every printed page.
const FOOT: &str = "--foot";

/// Listens for the browser's print events.
pub fn listen_to_printing(app: AppState) {
    // An embedded element leaves printing to its portal's page.
    if app.host.is_page() {
        listen(&window(), &["beforeprint"], Box::new(move |_| begin(app)));
        listen(&window(), &["afterprint"], Box::new(move |_| end(app)));
    }
}

/// Asks the browser to print.
pub fn print(app: AppState, paper: PrintScope) {
    app.spawn(async move {
        // A frame later the dialog is closed.
        next_frame().await;
        app.updates.done().await;
        match paper {
            PrintScope::All => {}
            PrintScope::Summary => {
                if let Some(root) = document().document_element() {
                    let _ = root.set_attribute(PAPER, "summary");
                }
            }
            PrintScope::Figure(id) => {
                if let Some(place) = all(&["[data-place=\"", id, "\"]"].concat()).pop() {
                    let _ = place.set_attribute(ALONE, "");
                }
            }
        }
        let _ = call(window().unchecked_ref(), "print", &[]);
    });
}

fn begin(app: AppState) {
    for fold in all("details:not([open])") {
        let _ = fold.set_attribute(OPENED, "");
        let _ = fold.set_attribute("open", "");
    }
    dress("not all", true);
    sign(app);
    draw(app, SHARP, true);
}

/// Sets the text at the foot of every printed page: whose budget it is, the page's address, and the date. The style
/// sheet prints it.
fn sign(app: AppState) {
    let Some(loaded) = app.loaded.get_untracked() else { return };
    let locale = untrack(|| app.locale());
    let head = headline(&loaded.budget, locale);
    let href = window().location().href().unwrap_or_default();
    let from = app.status.with_untracked(|status| status.file.clone());
    let from = from.unwrap_or_else(|| href.split(['?', '#']).next().unwrap_or_default().into());
    let day = locale.format("打印于 {0}", "printed on {0}", &[&today()]);
    let foot = [head.department, head.occasion, from, day].join(" · ");
    let foot = foot.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " ");
    if let Some(root) = document().document_element() {
        let _ = root.unchecked_ref::<HtmlElement>().style().set_property(FOOT, &["\"", &foot, "\""].concat());
    }
}

fn end(app: AppState) {
    for fold in all(&["[", OPENED, "]"].concat()) {
        let _ = fold.remove_attribute(OPENED);
        let _ = fold.remove_attribute("open");
    }
    for place in all(&["[", ALONE, "]"].concat()) {
        let _ = place.remove_attribute(ALONE);
    }
    if let Some(root) = document().document_element() {
        let _ = root.remove_attribute(PAPER);
        let _ = root.unchecked_ref::<HtmlElement>().style().set_property(FOOT, "");
    }
    dress("", false);
    app.preferences.get_untracked().apply(app.host);
    draw(app, window().device_pixel_ratio(), false);
}

/// Switches to the light theme for printing, since canvases take their colours from the style on the screen.
fn dress(media: &str, is_paper: bool) {
    if let Some(dark) = document().get_element_by_id("dark") {
        let _ = dark.set_attribute("media", media);
    }
    if let Some(root) = document().document_element() {
        let _ = if is_paper { root.set_attribute("data-print", "") } else { root.remove_attribute("data-print") };
    }
}

/// Redraws all cards, before this returns: a browser lays out the printed pages as soon as its event has been heard. What
/// follows the signal of the screen by itself comes later, when the script or the event that prints has ended.
fn draw(app: AppState, ratio: f64, is_paper: bool) {
    app.screen.update(|screen| {
        screen.ratio = ratio;
        screen.style += 1;
        screen.is_paper = is_paper;
    });
    app.updates.now();
}

fn all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect()
}
