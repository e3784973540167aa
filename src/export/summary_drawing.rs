//! Draws the page's summary into a picture for chats: the total in a few digits, the change from last year, and the
//! three largest items, in the words of the page.

use super::pen::{Pen, TextStyle};
use crate::figure::{Headline, Summary};
use crate::layout::width;
use crate::locale::Locale;
use crate::scene::{Anchor, Rect, Role, Shape};

/// Text sizes, in units of a picture for chats.
const NAME: f64 = 22.0;
const AMOUNT: f64 = 54.0;
const UNIT: f64 = 20.0;
const CHANGE: f64 = 17.0;
const THING: f64 = 13.0;

/// The scales that are tried in turn, so that all of the summary has room beside long names.
const SMALLER: [f64; 3] = [1.0, 0.93, 0.87];

/// Draws the summary from the pen's position down to `end`, with all sizes multiplied by `scale`.
pub fn draw_summary(pen: &mut Pen, head: &Headline, summary: &Summary, (scale, end): (f64, f64), locale: Locale) {
    let mut written = Pen::new(pen.y, pen.left, pen.right);
    for smaller in SMALLER {
        written = Pen::new(pen.y, pen.left, pen.right);
        if all(&mut written, head, summary, (scale * smaller, end), locale) {
            break;
        }
    }
    pen.take(written);
}

/// Draws the whole summary, and returns whether all of it had room.
fn all(pen: &mut Pen, head: &Headline, summary: &Summary, (scale, end): (f64, f64), locale: Locale) -> bool {
    let size = if width(&head.department, NAME * scale) <= pen.room() { NAME } else { NAME * 0.8 };
    pen.lines(&head.department, TextStyle::bold(size * scale, Role::Ink, 1.35), 2);
    amount(pen, head, summary, scale, locale);
    if let Some(change) = &summary.change {
        pen.lines(&change.answer, TextStyle::bold(CHANGE * scale, Role::Ink, 1.45), 2);
    }
    let Some(largest) = &summary.largest else { return true };
    pen.y += 8.0 * scale;
    pen.rule();
    pen.y += 8.0 * scale;
    pen.lines(&largest.title, TextStyle::bold(THING * scale, Role::Brand, 1.5), 1);
    pen.y += 2.0 * scale;
    let size = THING * scale;
    // The room that is left below is shared by the items.
    let names = largest.things.iter().map(|thing| name(pen, &thing.name, &thing.amount, size).len());
    #[allow(clippy::cast_precision_loss)] // six at most
    let lines = names.sum::<usize>() as f64;
    #[allow(clippy::cast_precision_loss)] // three
    let gap = (end - pen.y - lines * size * 1.3) / largest.things.len() as f64;
    let gap = gap.min(size * 1.7).max(size * 0.7);
    for thing in &largest.things {
        // With a name and a change of several lines there may be no room for all.
        #[allow(clippy::cast_precision_loss)] // two at most
        let height = name(pen, &thing.name, &thing.amount, size).len() as f64 * size * 1.3 + gap * 0.6;
        if pen.y + height > end {
            return false;
        }
        // The bar's length in thousandths, and no amount.
        let length = f64::from(u16::try_from(thing.length).unwrap_or(1000).min(1000)) / 1000.0;
        one(pen, (&thing.name, &thing.amount, length), gap, size);
    }
    true
}

/// The total with its unit, as large as it has room.
fn amount(pen: &mut Pen, head: &Headline, summary: &Summary, scale: f64, locale: Locale) {
    let (number, unit) = match (&head.said, &head.total) {
        (Some([number, unit]), _) => (number.as_str(), unit.as_str()),
        (None, Some(total)) => (total.as_str(), locale.unit_name()),
        _ => return,
    };
    // A sum that this program has computed, and that is printed nowhere.
    let ours = if summary.ours { locale.tr("（本页相加）", " (added by this page)") } else { "" };
    let unit = [unit, ours].concat();
    let small = TextStyle::plain(UNIT * scale, Role::Ink, 1.0);
    // A long unit is made smaller, and neither it nor the number is cut.
    let small = TextStyle { size: small.size.min(small.size * pen.room() * 0.5 / small.width(&unit)), ..small };
    let gap = 8.0 * scale;
    let large = TextStyle::bold(AMOUNT * scale, Role::Ink, 1.0);
    let room = pen.room() - small.width(&unit) - gap;
    let large = TextStyle { size: large.size.min(large.size * room / large.width(number)), ..large };
    let middle = pen.y + large.size * 0.6;
    pen.text(pen.left, middle, number, large, Anchor::Start);
    // Both texts stand on one baseline, which is 0.37 of the text size below a text's middle.
    let beside = pen.left + large.width(number) + gap;
    pen.text(beside, middle + (large.size - small.size) * 0.37, &unit, small, Anchor::Start);
    pen.y += large.size * 1.2;
}

/// The name of a thing in two lines at most, beside its amount.
fn name(pen: &Pen, name: &str, amount: &str, size: f64) -> Vec<String> {
    let room = pen.room() - TextStyle::bold(size, Role::Ink, 1.0).width(amount) - size;
    TextStyle::plain(size, Role::Ink, 1.0).wrapped(name, room, 2).0
}

/// Draws one item: its name and amount, and below them its bar on a track of full width.
fn one(pen: &mut Pen, (called, amount, length): (&str, &str, f64), gap: f64, size: f64) {
    let (plain, bold) = (TextStyle::plain(size, Role::Ink, 1.0), TextStyle::bold(size, Role::Ink, 1.0));
    let line = size * 1.3;
    pen.text(pen.right, pen.y + line / 2.0, amount, bold, Anchor::End);
    for words in name(pen, called, amount, size) {
        pen.text(pen.left, pen.y + line / 2.0, &words, plain, Anchor::Start);
        pen.y += line;
    }
    let (whole, y) = (pen.room(), pen.y + gap * 0.15);
    let bar = Rect { x: pen.left, y, width: (whole * length).max(1.5), height: (gap * 0.45).min(size * 0.5) };
    pen.mark(Shape::Rect(Rect { width: whole, ..bar }, 1.0), Role::Rule);
    pen.mark(Shape::Rect(bar, 1.0), Role::Series(0));
    pen.y += gap;
}
