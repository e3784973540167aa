//! The preview of an embedded figure: measures its height, and detects whether this site's policy allows frames.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, HtmlElement};

use crate::view::dom::reflect::{call, get, text};

/// How often the height is measured, in milliseconds: the frame may still be loading, or a fold in it be opened.
const AGAIN: u32 = 250;

/// The least height of a figure, in CSS pixels: a lower one has not been drawn yet.
const MIN: u32 = 40;

/// Calls `heard` when this site's policy has refused a frame.
pub fn on_refusal(heard: fn()) {
    let refused = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let broken = ["effectiveDirective", "violatedDirective"].map(|name| get(&event, name)?.as_string());
        // Old browsers report the directive in the policy, not the one that was violated.
        let is_frame =
            |name: &String| ["frame-src", "child-src", "default-src"].iter().any(|own| name.starts_with(own));
        if broken.iter().flatten().any(is_frame) {
            heard();
        }
    });
    let refused = refused.into_js_value();
    let _ = document().add_event_listener_with_callback("securitypolicyviolation", refused.unchecked_ref());
}

/// Keeps the frame of the preview as high as the figure in it, and calls `heard` with the height, as long as the dialog
/// `sheet` shows a preview.
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
            // A picture is shown instead; a frame that follows is a new one.
            _ => before = 0,
        }
        pause().await;
    }
}

/// The height of a drawn figure in a frame of this site's own, in CSS pixels.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a height on a page
fn height(frame: &Element) -> Option<u32> {
    let inside = get(frame, "contentDocument")?;
    // Not the whole document, which is at least as high as its frame, but the drawn figure or embedded element.
    let figure = text("[data-ready] main, budget-lens");
    let figure: Element = call(&inside, "querySelector", &[figure]).ok()?.unchecked_into();
    if figure.is_null() {
        return None;
    }
    Some(figure.get_bounding_client_rect().height().ceil() as u32).filter(|height| *height >= MIN)
}

async fn pause() {
    let later = js_sys::Promise::new(&mut |resolve, _| {
        let _ = call(window().unchecked_ref(), "setTimeout", &[resolve.into(), AGAIN.into()]);
    });
    let _ = JsFuture::from(later).await;
}
