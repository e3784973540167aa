//! Paints pictures on a canvas outside the page.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlCanvasElement;

use crate::paint::{canvas, svg};
use crate::scene::Scene;
use crate::view::dom::reflect::{call, text};

/// A painted picture.
pub struct RenderedImage {
    /// The picture as a data URL of a PNG, for an image that readers can press and hold to save.
    pub address: String,
}

impl RenderedImage {
    /// The picture of a scene, always in the light theme, since it is sent to others. `None` if the browser cannot
    /// paint it.
    pub fn of(scene: &Scene, scale: f64) -> Option<RenderedImage> {
        let off: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
        let style = window().get_computed_style(document().body()?.as_ref()).ok()??;
        let family = style.get_property_value("font-family").ok()?;
        canvas::print(&off, scene, scale, &svg::theme(svg::LIGHT), &family)?;
        let address = call(&off, "toDataURL", &[text("image/png")]).ok()?.as_string()?;
        Some(RenderedImage { address })
    }

    /// The bytes of the PNG.
    pub fn png(&self) -> Option<Vec<u8>> {
        let (_, data) = self.address.split_once(";base64,")?;
        // Each character of the decoded string stands for a byte.
        let bytes = call(&window(), "atob", &[text(data)]).ok()?.as_string()?;
        bytes.chars().map(|byte| u8::try_from(u32::from(byte)).ok()).collect()
    }
}
