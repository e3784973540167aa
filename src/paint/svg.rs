//! A Scene as SVG, for everything that is no canvas: golden files, prerendered pages, pictures to be sent on.

use plotters::prelude::SVGBackend;

use super::{Look, Palette, paint};
use crate::scene::Scene;

/// The light theme's colours.
pub const LIGHT: &str = include_str!("../../style/theme.css");
/// The dark theme's colours.
pub const DARK: &str = include_str!("../../style/dark.css");

/// plotters places shapes on whole units: with four to a pixel nothing is visibly off.
const SCALE: u32 = 4;
/// plotters' SVG writes a font size divided by this, its canvas does not.
const FONT_FACTOR: f64 = 1.24;

/// The palette that a theme's style sheet defines.
pub fn theme(css: &str) -> Palette {
    Palette::new(|name| {
        let value = css.split([';', '{']).filter_map(|line| line.trim().split_once(':')).find(|(key, _)| *key == name);
        value.map(|(_, value)| value.into())
    })
}

/// The scene as an SVG document of the scene's size in CSS pixels.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // sizes are positive and small
pub fn document(scene: &Scene, palette: &Palette) -> String {
    let (width, height) = (scene.width.ceil() as u32, scene.height.ceil() as u32);
    let mut text = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut text, (width * SCALE, height * SCALE));
        let look = Look {
            palette,
            scale: f64::from(SCALE),
            font_factor: FONT_FACTOR,
            family: "sans-serif",
            lit: &|_| false,
            any_lit: false,
        };
        // Writing into a string cannot fail: the error type is that of the file-writing variant.
        let _ = paint(scene, &look, &mut backend);
    }
    // XML has no way to write these, and a name of a document may hold any of them.
    text.retain(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}') || c == '\n');
    let scaled = format!("width=\"{}\" height=\"{}\"", width * SCALE, height * SCALE);
    text.replacen(&scaled, &format!("width=\"{width}\" height=\"{height}\""), 1)
}
