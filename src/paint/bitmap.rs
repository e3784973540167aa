//! Paints a scene as a PNG, for the preview pictures of links.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io;

use resvg::tiny_skia::{Color, Pixmap, PremultipliedColorU8, Transform};
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

/// Encodes opaque pixels as a PNG without an alpha channel; with a palette where that holds all colours, as it does those of
/// a few surfaces and of the edges of letters. So it is half as large, and less than half the work.
fn encoded(pixels: &Pixmap) -> io::Result<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_depth(png::BitDepth::Eight);
    // Five takes two thirds of the time of six, for a hundredth more bytes.
    encoder.set_deflate_compression(png::DeflateCompression::Level(5));
    // Filters are for photographs: they make surfaces larger.
    encoder.set_filter(png::Filter::NoFilter);
    let data = if let Some((palette, indices)) = indexed(pixels) {
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_palette(palette);
        indices
    } else {
        encoder.set_color(png::ColorType::Rgb);
        pixels.pixels().iter().flat_map(|p| [p.red(), p.green(), p.blue()]).collect()
    };
    encoder.write_header()?.write_image_data(&data)?;
    Ok(file)
}

/// The colours, and the number of each pixel's colour; `None` where there are too many for one byte.
fn indexed(pixels: &Pixmap) -> Option<(Vec<u8>, Vec<u8>)> {
    let (mut palette, mut known) = (Vec::new(), HashMap::new());
    let mut indices = Vec::with_capacity(pixels.pixels().len());
    let mut before: Option<&[u8]> = None;
    // Many rows are as the one before, and most pixels.
    let width = usize::try_from(pixels.width()).ok()?;
    for (row, bytes) in
        pixels.pixels().chunks(width).zip(pixels.data().chunks(width * size_of::<PremultipliedColorU8>()))
    {
        if before == Some(bytes) {
            indices.extend_from_within(indices.len() - width..);
            continue;
        }
        before = Some(bytes);
        for same in row.chunk_by(|one, next| one == next) {
            let colour = [same[0].red(), same[0].green(), same[0].blue()];
            let index = match known.entry(colour) {
                Entry::Occupied(known) => *known.get(),
                Entry::Vacant(new) => {
                    let index = u8::try_from(palette.len() / colour.len()).ok()?;
                    palette.extend(colour);
                    *new.insert(index)
                }
            };
            indices.resize(indices.len() + same.len(), index);
        }
    }
    Some((palette, indices))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture with this many colours in it, each in a few pixels beside each other.
    fn picture(colours: usize) -> Pixmap {
        let mut pixels = Pixmap::new(64, 32).expect("there is room");
        for (i, pixel) in pixels.pixels_mut().iter_mut().enumerate() {
            let colour = i / 5 % colours;
            let [red, green, blue] =
                [colour / 20, colour % 20 * 12, colour % 7].map(|part| u8::try_from(part).unwrap());
            *pixel = Color::from_rgba8(red, green, blue, 255).premultiply().to_color_u8();
        }
        pixels
    }

    #[test]
    fn a_picture_of_few_colours_has_a_palette_and_no_picture_loses_any() {
        for (colours, kind) in
            [(1, png::ColorType::Indexed), (256, png::ColorType::Indexed), (257, png::ColorType::Rgb)]
        {
            let pixels = picture(colours);
            let file = encoded(&pixels).unwrap();
            let reader = png::Decoder::new(io::Cursor::new(&file)).read_info().unwrap();
            assert_eq!(reader.info().color_type, kind, "{colours}");
            let mut decoder = png::Decoder::new(io::Cursor::new(&file));
            decoder.set_transformations(png::Transformations::EXPAND);
            let mut reader = decoder.read_info().unwrap();
            let mut read = vec![0; reader.output_buffer_size().unwrap()];
            reader.next_frame(&mut read).unwrap();
            let plain: Vec<u8> = pixels.pixels().iter().flat_map(|p| [p.red(), p.green(), p.blue()]).collect();
            assert_eq!(read, plain, "{colours}");
        }
    }
}
