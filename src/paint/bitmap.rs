//! A Scene as a PNG, for those who are sent a link.

use std::convert::Infallible;

use ab_glyph::{Font, FontVec, PxScale, ScaleFont, point};
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, PremultipliedColorU8, Stroke, Transform};

use super::letters::Letters;
use super::{Look, Palette, paint};
use crate::scene::Scene;

/// plotters places shapes on whole units: with four to a pixel nothing is visibly off.
const FINE: f32 = 4.0;
/// How far below a text's middle its letters stand, of their size: half the height of a digit.
const BASELINE: f32 = 0.37;

/// The scene as a PNG on the theme's paper, with so many pixels a CSS pixel; empty where there is no room in memory for it.
pub fn png(scene: &Scene, scale: f64, palette: &Palette, letters: &Letters) -> Vec<u8> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // sizes are positive and small
    let [width, height] = [scene.width, scene.height].map(|side| (side * scale).round() as u32);
    let Some(mut pixels) = Pixmap::new(width, height) else { return Vec::new() };
    let (red, green, blue) = palette.paper();
    pixels.fill(Color::from_rgba8(red, green, blue, 255));
    let mut backend = Picture { pixels, letters };
    let look = Look {
        palette,
        scale: f64::from(FINE) * scale,
        font_factor: 1.0,
        family: "sans-serif",
        lit: &|_| false,
        any_lit: false,
    };
    // Nothing that the backend does can fail.
    let _ = paint(scene, &look, &mut backend);
    encoded(&backend.pixels)
}

/// Pixels without their transparency, of which they have none, as a PNG.
fn encoded(pixels: &Pixmap) -> Vec<u8> {
    let plain: Vec<u8> = pixels.pixels().iter().flat_map(|p| [p.red(), p.green(), p.blue()]).collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    // Writing into memory cannot fail, and the bytes are as many as the size says.
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&plain));
    if written.is_ok() { file } else { Vec::new() }
}

struct Picture<'a> {
    pixels: Pixmap,
    letters: &'a Letters,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

fn colour(color: BackendColor) -> Color {
    let (red, green, blue) = color.rgb;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // between 0 and 255
    let alpha = (color.alpha.clamp(0.0, 1.0) * 255.0).round() as u8;
    Color::from_rgba8(red, green, blue, alpha)
}

fn inked(color: BackendColor) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(colour(color));
    paint
}

#[allow(clippy::cast_precision_loss)] // a few thousand units
fn line(points: impl IntoIterator<Item = BackendCoord>, closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (x, y) in points {
        if path.is_empty() { path.move_to(x as f32, y as f32) } else { path.line_to(x as f32, y as f32) }
    }
    if closed {
        path.close();
    }
    path.finish()
}

impl Picture<'_> {
    fn stroke<S: BackendStyle>(&mut self, path: Option<Path>, style: &S) {
        #[allow(clippy::cast_precision_loss)] // a few units
        let stroke = Stroke { width: style.stroke_width() as f32, ..Stroke::default() };
        if let Some(path) = path {
            self.pixels.stroke_path(&path, &inked(style.color()), &stroke, fine(), None);
        }
    }

    fn fill(&mut self, path: Option<Path>, color: BackendColor) {
        if let Some(path) = path {
            self.pixels.fill_path(&path, &inked(color), FillRule::Winding, fine(), None);
        }
    }

    /// Lays a colour on a pixel, as far as it covers it.
    fn cover(&mut self, (x, y): (i32, i32), color: BackendColor, coverage: f32) {
        let (width, height) = (self.pixels.width(), self.pixels.height());
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { return };
        if x >= width || y >= height {
            return;
        }
        let Some(pixel) = self.pixels.pixels_mut().get_mut((y * width + x) as usize) else { return };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // between two bytes
        let mixed = |old: u8, new: u8| {
            let part = coverage.clamp(0.0, 1.0) * color.alpha as f32;
            (f32::from(old) * (1.0 - part) + f32::from(new) * part).round() as u8
        };
        let (red, green, blue) = color.rgb;
        let (red, green, blue) = (mixed(pixel.red(), red), mixed(pixel.green(), green), mixed(pixel.blue(), blue));
        if let Some(new) = PremultipliedColorU8::from_rgba(red, green, blue, 255) {
            *pixel = new;
        }
    }
}

fn fine() -> Transform {
    Transform::from_scale(1.0 / FINE, 1.0 / FINE)
}

/// The scale at which a font's letters have this size, which `ab_glyph` counts from the highest to the lowest of them.
fn scale(font: &FontVec, size: f32) -> PxScale {
    PxScale::from(size * font.height_unscaled() / font.units_per_em().unwrap_or(1000.0))
}

impl DrawingBackend for Picture<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // four
        let fine = FINE as u32;
        (self.pixels.width() * fine, self.pixels.height() * fine)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.cover((x / 4, y / 4), color, 1.0 / 16.0);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, points: I, style: &S) -> Drawn {
        self.stroke(line(points, false), style);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        #[allow(clippy::cast_precision_loss)] // a few thousand units
        let path = PathBuilder::from_circle(x as f32, y as f32, radius as f32);
        if fill {
            self.fill(path, style.color());
        } else {
            self.stroke(path, style);
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, points: I, style: &S) -> Drawn {
        self.fill(line(points, true), style.color());
        Ok(())
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)] // pixels of a picture
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        let letters = self.letters;
        let font = if matches!(style.style(), FontStyle::Bold) { &letters.bold } else { &letters.regular };
        let size = style.size() as f32 / FINE;
        let scaled = font.as_scaled(scale(font, size));
        let width: f32 = text.chars().map(|c| scaled.h_advance(scaled.glyph_id(c))).sum();
        let from = if matches!(style.anchor().h_pos, HPos::Right) { width } else { 0.0 };
        let (mut x, y) = (x as f32 / FINE - from, y as f32 / FINE + size * BASELINE);
        for c in text.chars() {
            let id = scaled.glyph_id(c);
            if let Some(outline) = font.outline_glyph(id.with_scale_and_position(scaled.scale(), point(x, y))) {
                let corner = outline.px_bounds().min;
                outline.draw(|dx, dy, coverage| {
                    let at = (corner.x as i32 + dx.cast_signed(), corner.y as i32 + dy.cast_signed());
                    self.cover(at, style.color(), coverage);
                });
            }
            x += scaled.h_advance(id);
        }
        Ok(())
    }
}
