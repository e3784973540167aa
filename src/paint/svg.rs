//! Writes a scene as SVG of a fixed size, for documents and for pictures.

use super::Palette;
use super::element::Writer;
use super::shape::{self, HorizontalUnit};
use crate::scene::{Mark, Scene, Shape};

/// The light theme's colours.
pub const LIGHT: &str = include_str!("../../style/theme.css");
/// The dark theme's colours.
pub const DARK: &str = include_str!("../../style/dark.css");

/// The palette that a theme's style sheet defines.
pub fn theme(css: &str) -> Palette {
    Palette::new(|name| {
        let value = css.split([';', '{']).filter_map(|line| line.trim().split_once(':')).find(|(key, _)| *key == name);
        value.map(|(_, value)| value.into())
    })
}

/// The scene as an SVG document of the scene's size in CSS pixels.
pub fn document(scene: &Scene, palette: &Palette) -> String {
    let mut writer = Writer::default();
    writer.open("svg");
    writer.attr("xmlns", "http://www.w3.org/2000/svg");
    writer.length("width", scene.width.ceil());
    writer.length("height", scene.height.ceil());
    writer.attr("font-family", "sans-serif");
    writer.inside();
    for mark in &scene.marks {
        let paint = |writer: &mut Writer| colours(mark, palette, writer);
        shape::write(&mark.shape, &HorizontalUnit::Pixels, &paint, &mut writer);
    }
    writer.close("svg");
    writer.finish()
}

/// Writes the attributes for the mark's colours.
fn colours(mark: &Mark, palette: &Palette, writer: &mut Writer) {
    let (red, green, blue) = palette.colour(mark.role);
    let colour = String::from("#") + &[red, green, blue].map(hex).concat();
    match mark.shape {
        Shape::Line(.., width) => {
            writer.attr("stroke", &colour);
            writer.length("stroke-width", width);
        }
        Shape::Dashed(_) => {
            writer.attr("fill", "none");
            writer.attr("stroke", &colour);
            writer.attr("stroke-dasharray", "3");
        }
        Shape::Circle(..) => {
            writer.attr("fill", "none");
            writer.attr("stroke", &colour);
            writer.attr("stroke-width", "2");
        }
        _ => writer.attr("fill", &colour),
    }
}

/// A byte as two hexadecimal digits, without `format!`, which would add code to the module.
fn hex(byte: u8) -> String {
    let digit = |four: u8| char::from(if four < 10 { b'0' + four } else { b'a' + four - 10 });
    [digit(byte >> 4), digit(byte & 15)].iter().collect()
}
