//! The page on paper, a summary or one figure of it: folds opened, canvases drawn for the paper, and both undone.
//!
//! What the pages look like is the style sheet's (`style/print.css`). A canvas is a picture, which a printer would
//! stretch to the paper's width; so it is drawn as wide as that, and as sharp as print.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::figure::headline;
use crate::view::dom::frames::next_frame;
use crate::view::dom::listen::listen;
use crate::view::dom::reflect::{call, today};
use crate::view::state::app_state::AppState;

/// Device pixels a CSS pixel on paper: 288 an inch.
const SHARP: f64 = 3.0;
/// What a fold has that was opened for the paper only.
const OPENED: &str = "data-opened";
/// What the figure's place has that is printed without all others (`style/print.css`).
const ALONE: &str = "data-alone";
/// What the root has while a part of the page is printed that is none of its figures (`style/print.css`).
const PAPER: &str = "data-paper";

/// The property of the root that holds what stands at the foot of every page.
const FOOT: &str = "--foot";

/// What of the page is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// All of it, as the browser's own menu does it.
    All,
    /// Two pages: the first lines, and each question's answer with its largest numbers.
    Summary,
    /// A figure alone.
    Figure(&'static str),
}

/// Listens for as long as the page lives.
pub fn listen_to_printing(app: AppState) {
    // An element is printed as the page that it stands in.
    if app.host.is_page() {
        listen(&window(), &["beforeprint"], Box::new(move |_| begin(app)));
        listen(&window(), &["afterprint"], Box::new(move |_| end(app)));
    }
}

/// Asks the browser to print.
pub fn print(app: AppState, paper: Paper) {
    app.spawn(async move {
        // By then what was open above the page is gone, and what was asked before is drawn.
        next_frame().await;
        next_frame().await;
        match paper {
            Paper::All => {}
            Paper::Summary => {
                if let Some(root) = document().document_element() {
                    let _ = root.set_attribute(PAPER, "summary");
                }
            }
            Paper::Figure(id) => {
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
    draw(app, SHARP);
}

/// Says at the foot of every page whose budget it is, where the page is, and when it was printed: the style sheet writes
/// what the root has there.
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
    draw(app, window().device_pixel_ratio());
}

/// Canvases take their colours from the style on the screen, which has to be the light one meanwhile.
fn dress(media: &str, is_paper: bool) {
    if let Some(dark) = document().get_element_by_id("dark") {
        let _ = dark.set_attribute("media", media);
    }
    if let Some(root) = document().document_element() {
        let _ = if is_paper { root.set_attribute("data-print", "") } else { root.remove_attribute("data-print") };
    }
}

/// Every card follows the screen; it does so before the browser lays out the pages.
fn draw(app: AppState, ratio: f64) {
    app.screen.update(|screen| {
        screen.ratio = ratio;
        screen.style += 1;
    });
}

fn all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect()
}
