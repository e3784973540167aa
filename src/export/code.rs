//! Draws an address as a QR code into a picture: chat programs drop the links of pictures, but a camera reads the code.

use qrcodegen_no_heap::{QrCode, QrCodeEcc, Version};

use super::pen::Pen;
use crate::scene::{Rect, Role, Shape};

/// The width of the quiet zone around a QR code, in modules, as its standard requires.
const QUIET: u16 = 4;
/// The largest QR version: modules of a larger one would be too fine for a phone that reads another phone's screen.
const MAX: Version = Version::new(13);
/// The least width of a module in pixels.
const MIN_PIXELS: f64 = 3.0;

/// A QR code: a square of modules, and which of them are dark.
pub struct Code {
    /// How many modules a side has.
    pub size: u16,
    dark: Vec<bool>,
}

impl Code {
    /// The QR code of an address; `None` if the address is too long for a code that can be read.
    pub fn of(address: &str) -> Option<Code> {
        let mut room = [vec![0; MAX.buffer_len()], vec![0; MAX.buffer_len()]];
        let [data, drawn] = &mut room;
        data.get_mut(..address.len())?.copy_from_slice(address.as_bytes());
        let least = Version::new(1);
        let code = QrCode::encode_binary(data, address.len(), drawn, QrCodeEcc::Medium, least, MAX, None, true).ok()?;
        let size = code.size();
        let dark = (0..size).flat_map(|y| (0..size).map(move |x| (x, y))).map(|(x, y)| code.get_module(x, y));
        Some(Code { size: u16::try_from(size).ok()?, dark: dark.collect() })
    }

    /// Whether the module in this column and row is dark.
    pub fn is_dark(&self, x: u16, y: u16) -> bool {
        let at = usize::from(y) * usize::from(self.size) + usize::from(x);
        x < self.size && self.dark.get(at) == Some(&true)
    }

    /// Draws the code into the lower right corner of a square of this side at the right edge, with modules a whole
    /// number of pixels wide, if a unit has so many pixels. Returns the width with the quiet zone; nothing is drawn
    /// where modules would be too small.
    pub fn draw(&self, pen: &mut Pen, bottom: f64, side: f64, pixels: f64) -> Option<f64> {
        let modules = f64::from(self.size + 2 * QUIET);
        let module = (side * pixels / modules).floor().max(0.0);
        if module < MIN_PIXELS {
            return None;
        }
        let module = module / pixels;
        let whole = modules * module;
        let (left, top) = (pen.right - whole, bottom - whole);
        for y in 0..self.size {
            let mut x = 0;
            while x < self.size {
                // Neighbours are one shape: no seam, and fewer of them.
                let length = (x..self.size).take_while(|x| self.is_dark(*x, y)).count();
                let length = u16::try_from(length).unwrap_or_default();
                if length > 0 {
                    let at = |n: u16| f64::from(n + QUIET) * module;
                    let (x, y) = (left + at(x), top + at(y));
                    let run = Rect { x, y, width: f64::from(length) * module, height: module };
                    pen.mark(Shape::Rect(run, 0.0), Role::Ink);
                }
                x += length.max(1);
            }
        }
        Some(whole)
    }
}

/// Whether an address leads anybody else to the page: one of a file, or of the reader's own machine, does not.
pub fn is_public(address: &str) -> bool {
    let Some(rest) = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")) else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_own = |name: &str| name == "localhost" || name.ends_with(".localhost") || name.starts_with("127.");
    let name = host.split(':').next().unwrap_or_default();
    // `[::1]` and `0.0.0.0` are this machine, too.
    !(name.is_empty() || is_own(name) || host.starts_with("[::1]") || name == "0.0.0.0")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)] // that is how a test fails
mod tests {
    use super::*;

    #[test]
    fn only_an_address_that_others_can_reach_is_public() {
        for own in ["", "file:///a/b.html", "http://localhost:8080/", "http://127.0.0.1/", "http://[::1]:80/"] {
            assert!(!is_public(own), "{own}");
        }
        for public in ["https://a.gov.cn/2026/#structure", "http://10.1.2.3/budget/", "https://127a.example/"] {
            assert!(is_public(public), "{public}");
        }
        assert!(!is_public("http://a.localhost/?x=1"));
    }

    const PIXELS: f64 = 3.0;

    /// The shapes of an address's code in the corner of a picture of 360 units, and its width.
    fn drawn(address: &str) -> (Vec<Rect>, f64) {
        let mut pen = Pen::new(0.0, 24.0, 336.0);
        let width = Code::of(address).and_then(|code| code.draw(&mut pen, 430.0, 84.0, PIXELS)).unwrap();
        let rects = pen.scene(360.0, 450.0).marks.into_iter().skip(1).map(|mark| match (mark.shape, mark.role) {
            (Shape::Rect(rect, _), Role::Ink) => rect,
            other => panic!("{other:?}"),
        });
        (rects.collect(), width)
    }

    #[test]
    fn what_is_drawn_is_the_code_with_its_three_eyes_and_four_empty_modules_around_it() {
        for address in
            ["https://a.gov.cn/", "https://budget.example.gov.cn/2026/jiguan/?unit=yuan&code=20103#three-public"]
        {
            let (rects, width) = drawn(address);
            let mut room = [[0; 600], [0; 600]];
            let [data, out] = &mut room;
            data[..address.len()].copy_from_slice(address.as_bytes());
            let ecc = QrCodeEcc::Medium;
            let code = QrCode::encode_binary(data, address.len(), out, ecc, Version::new(1), MAX, None, true).unwrap();
            let modules = code.size() + 8;
            let module = width / f64::from(modules);
            assert!((module * PIXELS).fract() < 1e-9 && module * PIXELS >= 3.0, "whole pixels: {module}");
            let is_dark = |x: i32, y: i32| {
                let (x, y) =
                    ((f64::from(x) + 0.5) * module + 336.0 - width, (f64::from(y) + 0.5) * module + 430.0 - width);
                rects.iter().any(|r| (r.x..r.x + r.width).contains(&x) && (r.y..r.y + r.height).contains(&y))
            };
            for (x, y) in (0..modules).flat_map(|y| (0..modules).map(move |x| (x, y))) {
                assert_eq!(is_dark(x, y), code.get_module(x - 4, y - 4), "{address}: {x}, {y}");
            }
            for (left, top) in [(4, 4), (modules - 11, 4), (4, modules - 11)] {
                let eye = |x: i32, y: i32| is_dark(left + x, top + y);
                assert!((0..7).all(|i| eye(i, 0) && eye(i, 6) && eye(0, i) && eye(6, i)), "the ring");
                assert!((1..6).all(|i| !eye(i, 1) && !eye(1, i) && !eye(i, 5) && !eye(5, i)), "the gap");
                assert!((2..5).all(|x| (2..5).all(|y| eye(x, y))), "the pupil");
            }
        }
    }

    #[test]
    fn an_address_too_long_for_a_phone_has_no_code() {
        assert!(Code::of(&"x".repeat(300)).is_some());
        assert!(Code::of(&"x".repeat(400)).is_none());
        assert!(Code::of(&"x".repeat(100_000)).is_none());
    }
}
