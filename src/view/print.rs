//! The page on paper, or one figure of it: folds opened, canvases drawn for the paper, and both undone.
//!
//! What the pages look like is the style sheet's (`style/print.css`). A canvas is a picture, which a printer would
//! stretch to the paper's width; so it is drawn as wide as that, and as sharp as print.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::by_name::call;
use super::hear::hear;
use super::page::{Page, next_frame};

/// Device pixels a CSS pixel on paper: 288 an inch.
const SHARP: f64 = 3.0;
/// What a fold has that was opened for the paper only.
const OPENED: &str = "data-opened";
/// What the figure's place has that is printed without all others (`style/print.css`).
const ALONE: &str = "data-alone";

/// Listens for as long as the page lives.
pub fn listen(page: Page) {
    // An element is printed as the page that it stands in.
    if page.host.is_page() {
        hear(&window(), &["beforeprint"], Box::new(move |_| begin(page)));
        hear(&window(), &["afterprint"], Box::new(move |_| end(page)));
    }
}

/// Asks the browser to print the page, or this figure alone.
pub fn print(page: Page, figure: Option<&'static str>) {
    page.spawn(async move {
        // By then what was open above the page is gone, and what was asked before is drawn.
        next_frame().await;
        next_frame().await;
        let place = figure.and_then(|id| all(&["[data-place=\"", id, "\"]"].concat()).pop());
        if let Some(place) = place {
            let _ = place.set_attribute(ALONE, "");
        }
        let _ = call(window().unchecked_ref(), "print", &[]);
    });
}

fn begin(page: Page) {
    for fold in all("details:not([open])") {
        let _ = fold.set_attribute(OPENED, "");
        let _ = fold.set_attribute("open", "");
    }
    dress("not all", true);
    draw(page, SHARP);
}

fn end(page: Page) {
    for fold in all(&["[", OPENED, "]"].concat()) {
        let _ = fold.remove_attribute(OPENED);
        let _ = fold.remove_attribute("open");
    }
    for place in all(&["[", ALONE, "]"].concat()) {
        let _ = place.remove_attribute(ALONE);
    }
    dress("", false);
    page.choices.get_untracked().dress(page.host);
    draw(page, window().device_pixel_ratio());
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
fn draw(page: Page, ratio: f64) {
    page.screen.update(|screen| {
        screen.ratio = ratio;
        screen.style += 1;
    });
}

fn all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect()
}
