//! Paints a scene on an HTML canvas.

use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::{PaintOptions, Palette, paint};
use crate::figure::EntryId;
use crate::scene::Scene;

/// The most pixels that a canvas may have in one direction in every browser.
const MAX_PIXELS: f64 = 16_384.0;

/// Gives the canvas the height of the scene on the page, where it may be painted later.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // sizes are positive and small
pub fn make_room(canvas: &HtmlCanvasElement, scene: &Scene) {
    let _ = canvas.style().set_property("height", &format!("{}px", scene.height.round() as u32));
}

/// Paints the scene as large as the canvas is shown, in the device's own pixels: sharp at every
/// zoom. Colours and font are those that the page's style gives the canvas.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // sizes are positive and small
pub fn draw(
    canvas: &HtmlCanvasElement,
    scene: &Scene,
    ratio: f64,
    any_highlighted: bool,
    is_highlighted: &dyn Fn(EntryId) -> bool,
) -> Option<()> {
    let style = web_sys::window()?.get_computed_style(canvas).ok()??;
    let family = style.get_property_value("font-family").ok()?;
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
    // This site's colours are hexadecimal, some of them in three digits. A portal may write its colours in any CSS notation,
    // which a canvas context converts.
    let value = |name: &str| {
        let text = style.get_property_value(name).ok()?;
        if text.as_bytes().contains(&b'#') && text.trim().len() == 7 {
            return Some(text);
        }
        context.set_fill_style_str(&text);
        context.fill_style().as_string()
    };
    let palette = Palette::new(value);
    let options = PaintOptions { palette: &palette, scale: ratio, family: &family, is_highlighted, any_highlighted };
    fill(canvas, scene, &options)
}

/// Paints the scene onto a canvas outside the page, which has no style: in these colours and this font, with `ratio`
/// pixels for each CSS pixel.
pub fn print(canvas: &HtmlCanvasElement, scene: &Scene, ratio: f64, palette: &Palette, family: &str) -> Option<()> {
    let options = PaintOptions { palette, scale: ratio, family, is_highlighted: &|_| false, any_highlighted: false };
    fill(canvas, scene, &options)
}

/// Makes the canvas as large as the scene, and paints it.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // sizes are positive and small
fn fill(canvas: &HtmlCanvasElement, scene: &Scene, options: &PaintOptions) -> Option<()> {
    // Browsers limit the size of canvases: a very long drawing is a little less sharp.
    let ratio = options.scale.min(MAX_PIXELS / scene.height.max(scene.width));
    // Setting the size clears the canvas, even where the size stays.
    canvas.set_width((scene.width * ratio).round() as u32);
    canvas.set_height((scene.height.round() * ratio).round() as u32);
    let mut backend = CanvasBackend::with_canvas_object(canvas.clone())?;
    paint(scene, &PaintOptions { scale: ratio, ..*options }, &mut backend).ok()
}
