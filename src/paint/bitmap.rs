//! Paints a scene as a PNG, for the preview pictures of links.

use std::io;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::{Fonts, Palette, svg};
use crate::scene::Scene;

/// The scene as a PNG on the theme's background, with `scale` pixels for each CSS pixel.
///
/// # Errors
/// If there is not enough memory for the picture.
pub fn png(scene: &Scene, scale: f64, palette: &Palette, fonts: &Fonts) -> io::Result<Vec<u8>> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // sizes are positive and small
    let [width, height] = [scene.width, scene.height].map(|side| (side * scale).round() as u32);
    let mut pixels = Pixmap::new(width, height).ok_or_else(|| io::Error::other("a picture without any pixels"))?;
    let (red, green, blue) = palette.paper();
    pixels.fill(Color::from_rgba8(red, green, blue, 255));
    let options = Options { fontdb: fonts.fonts(), ..Options::default() };
    let tree = Tree::from_str(&svg::document(scene, palette), &options).map_err(io::Error::other)?;
    #[allow(clippy::cast_possible_truncation)] // a few pixels
    let scale = scale as f32;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    encoded(&pixels)
}

/// Encodes opaque pixels as a PNG without an alpha channel.
fn encoded(pixels: &Pixmap) -> io::Result<Vec<u8>> {
    let plain: Vec<u8> = pixels.pixels().iter().flat_map(|p| [p.red(), p.green(), p.blue()]).collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    encoder.write_header()?.write_image_data(&plain)?;
    Ok(file)
}
