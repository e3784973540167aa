//! A printed page, as PDF: how many sheets it has, how they lie, how small their smallest letters are.

use hayro_syntax::Pdf;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::Number;

/// A sheet of paper.
#[derive(Debug)]
pub struct Sheet {
    /// Its width and height in points.
    pub size: (f32, f32),
    /// The sizes of what is written on it in points, each once, the smallest first.
    pub letters: Vec<f32>,
}

/// The sheets of a PDF in Base64.
pub fn sheets(base64: &str) -> Vec<Sheet> {
    let pdf = Pdf::new(decoded(base64)).expect("a browser prints sound files");
    let sheets = pdf.pages().iter().map(|page| {
        let mut letters = Vec::new();
        let (mut matrix, mut saved) = (page.initial_transform(true).as_coeffs().map(single), Vec::new());
        let (mut line, mut size) = (ONE, 0.0);
        let mut content = page.typed_operations();
        while let Some(op) = content.next() {
            match op {
                Op::SaveState(_) => saved.push((matrix, size)),
                Op::RestoreState(_) => (matrix, size) = saved.pop().unwrap_or((matrix, size)),
                Op::Transform(op) => matrix = then(of([op.0, op.1, op.2, op.3, op.4, op.5]), matrix),
                Op::BeginText(_) => line = ONE,
                Op::SetTextMatrix(op) => line = of([op.0, op.1, op.2, op.3, op.4, op.5]),
                Op::TextFont(op) => size = op.1.as_f32(),
                Op::ShowText(_) | Op::ShowTexts(_) => {
                    let placed = then(line, matrix);
                    letters.push((size * placed[2].hypot(placed[3]) * 100.0).round() / 100.0);
                }
                _ => {}
            }
        }
        letters.sort_by(f32::total_cmp);
        letters.dedup();
        Sheet { size: page.render_dimensions(), letters }
    });
    sheets.collect()
}

const ONE: [f32; 6] = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

#[allow(clippy::cast_possible_truncation)] // no page is so large that a point's place needs 64 bits
fn single(number: f64) -> f32 {
    number as f32
}

fn of(operands: [Number; 6]) -> [f32; 6] {
    operands.map(|number| number.as_f32())
}

/// One transformation first, then the other.
fn then(one: [f32; 6], to: [f32; 6]) -> [f32; 6] {
    let moved = |x: f32, y: f32| (to[0] * x + to[2] * y, to[1] * x + to[3] * y);
    let (across, up, origin) = (moved(one[0], one[1]), moved(one[2], one[3]), moved(one[4], one[5]));
    [across.0, across.1, up.0, up.1, origin.0 + to[4], origin.1 + to[5]]
}

fn decoded(base64: &str) -> Vec<u8> {
    let value = |letter: u8| match letter {
        b'A'..=b'Z' => Some(letter - b'A'),
        b'a'..=b'z' => Some(letter - b'a' + 26),
        b'0'..=b'9' => Some(letter - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let values: Vec<_> = base64.bytes().filter_map(value).collect();
    let joined =
        |four: &[u8]| four.iter().fold(0_u32, |all, value| all << 6 | u32::from(*value)) << (6 * (4 - four.len()));
    let bytes = values.chunks(4).flat_map(|four| joined(four).to_be_bytes()[1..four.len()].to_vec());
    bytes.collect()
}
