//! A figure in a portal's column, tried out: how high it is there, and whether this site lets frames be shown at all.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, HtmlElement};

use crate::view::dom::reflect::{call, get, text};

/// How often the height is looked at, in milliseconds: what is in the frame may still be on its way, or be opened.
const AGAIN: u32 = 250;

/// No figure is lower than this, in CSS pixels: what is, is not there yet.
const LEAST: u32 = 40;

/// Calls `heard` when this site's policy has refused a frame.
pub fn on_refusal(heard: fn()) {
    let refused = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let broken = ["effectiveDirective", "violatedDirective"].map(|name| get(&event, name)?.as_string());
        // Old engines name what stands in the policy in place of what was asked for.
        let is_frame =
            |name: &String| ["frame-src", "child-src", "default-src"].iter().any(|own| name.starts_with(own));
        if broken.iter().flatten().any(is_frame) {
            heard();
        }
    });
    let refused = refused.into_js_value();
    let _ = document().add_event_listener_with_callback("securitypolicyviolation", refused.unchecked_ref());
}

/// Keeps the frame of the preview as high as the figure in it, and tells `heard` the height, for as long as `sheet`
/// shows a preview.
pub async fn measure(sheet: Element, heard: fn(u32)) {
    let mut before = 0;
    while let Ok(Some(_)) = sheet.query_selector(".preview") {
        match sheet.query_selector("iframe[data-preview]") {
            Ok(Some(frame)) => {
                if let Some(height) = height(&frame).filter(|height| *height != before) {
                    before = height;
                    let style = frame.unchecked_ref::<HtmlElement>().style();
                    let _ = style.set_property("height", &(height.to_string() + "px"));
                    heard(height);
                }
            }
            // The picture stands there; the frame that may follow is another one.
            _ => before = 0,
        }
        pause().await;
    }
}

/// The height of a drawn figure in a frame of this site's own, in CSS pixels.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a height on a page
fn height(frame: &Element) -> Option<u32> {
    let inside = get(frame, "contentDocument")?;
    // Not the whole document, which is at least as high as its frame: the figure alone once it is drawn, or the element.
    let figure = text("[data-ready] main, budget-lens");
    let figure: Element = call(&inside, "querySelector", &[figure]).ok()?.unchecked_into();
    if figure.is_null() {
        return None;
    }
    Some(figure.get_bounding_client_rect().height().ceil() as u32).filter(|height| *height >= LEAST)
}

async fn pause() {
    let later = js_sys::Promise::new(&mut |resolve, _| {
        let _ = call(window().unchecked_ref(), "setTimeout", &[resolve.into(), AGAIN.into()]);
    });
    let _ = JsFuture::from(later).await;
}
