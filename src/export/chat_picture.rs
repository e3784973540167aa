//! A figure as an upright picture for chats: the question, its answer in large letters, the chart, the source, and the way
//! to the page as words and as a code. It is read on a phone, at a third of its pixels, so it has nothing else.

use super::code::{Code, is_public};
use super::document_picture::About;
use super::pen::{Pen, TextStyle};
use super::summary_drawing::draw_summary;
use crate::chart::{ChartSize, rows};
use crate::figure::{Figure, Headline, Plot, Summary};
use crate::locale::Locale;
use crate::scene::{Role, Scene};

/// Its size, in units of which each has [`SCALE`] pixels.
pub const SIZE: (f64, f64) = (360.0, 450.0);
/// Pixels a unit: 1080 × 1350 in all.
pub const SCALE: f64 = 3.0;
/// The empty margin at the picture's edges.
const EDGE: f64 = 24.0;
/// The size of the picture's chart and of the chart's text.
pub const FRAME: ChartSize = ChartSize { width: SIZE.0 - 2.0 * EDGE, font_size: 13.0 };

/// The text sizes that a chat shows large enough to read: the picture has no others.
const QUESTION: f64 = 13.0;
const SMALL: f64 = 10.0;
/// The sizes that an answer may have; the first is taken at which it leaves the chart its room.
const ANSWERS: [f64; 8] = [26.0, 24.0, 22.0, 20.0, 19.0, 18.0, 17.0, 16.0];
/// The greatest height of an answer beside a chart.
const ANSWER: f64 = 118.0;
/// The least height of an answer, two lines of the smallest size: a chart that leaves less gives way to the list.
const MIN: f64 = 45.0;
/// The least room between two drawings.
const BETWEEN: f64 = 14.0;
/// The greatest number of lines of an answer.
const LINES: usize = 9;
/// The side of the QR code with its quiet zone.
const CODE: f64 = 84.0;

/// The picture of a figure. `chart` is the figure's scene in [`FRAME`]: it is left out where the list tells more.
pub fn chat_picture(figure: &Figure, chart: Scene, about: &About, locale: Locale) -> Scene {
    let mut pen = begun();
    pen.lines(figure.question, TextStyle::bold(QUESTION, Role::Brand, 1.5), 2);
    pen.y += 2.0;
    let top = foot(&mut pen, &figure.source, about, locale) - 14.0;
    // The matrix of checked tables is for auditors, and a wide chart's areas would be too small for their names.
    let is_drawn =
        chart.height > 0.0 && !figure.plot.is_wide() && !matches!(figure.plot, Plot::None | Plot::CrossCheckMatrix(_));
    let is_alone = !is_drawn && figure.legend.is_empty();
    // A high chart leaves a long answer less.
    let beside = if is_drawn { top - pen.y - chart.height - 2.0 * BETWEEN } else { ANSWER };
    let height = if is_alone { top - pen.y } else { beside.min(ANSWER).max(MIN) };
    answer(&mut pen, &figure.answer, height);
    pen.y += BETWEEN;
    let mut drawings = Vec::new();
    let mut room = top - pen.y;
    if is_drawn && chart.height <= room {
        room -= chart.height + BETWEEN;
        drawings.push(chart);
    }
    if let Some(list) = rows(figure, locale, FRAME, room) {
        room -= list.height + BETWEEN;
        drawings.push(list);
    }
    // Empty room is distributed evenly.
    let gap = (room + BETWEEN).max(0.0) / 3.0;
    for drawing in drawings {
        pen.y += gap;
        pen.draw(drawing);
        pen.y += BETWEEN;
    }
    pen.scene(SIZE.0, SIZE.1)
}

/// The picture of the whole page: its headline and summary.
pub fn of_page(head: &Headline, summary: &Summary, about: &About, locale: Locale) -> Scene {
    let mut pen = begun();
    pen.lines(&head.occasion, TextStyle::bold(QUESTION, Role::Brand, 1.5), 2);
    let end = foot(&mut pen, "", about, locale);
    draw_summary(&mut pen, head, summary, (1.0, end - 10.0), locale);
    pen.scene(SIZE.0, SIZE.1)
}

const fn begun() -> Pen {
    Pen::new(EDGE * 0.8, EDGE, SIZE.0 - EDGE)
}

/// The answer as large as leaves the chart its room.
fn answer(pen: &mut Pen, answer: &str, height: f64) {
    let look = |size: &f64| TextStyle::bold(*size, Role::Ink, 1.4);
    #[allow(clippy::cast_precision_loss)] // a handful of lines
    let is_low = |look: &TextStyle| {
        let (lines, all) = look.wrapped(answer, pen.room(), LINES);
        all && lines.len() as f64 * look.size * look.leading <= height
    };
    let smallest = TextStyle::bold(ANSWERS[ANSWERS.len() - 1], Role::Ink, 1.4);
    let look = ANSWERS.iter().map(look).find(is_low).unwrap_or(smallest);
    pen.lines(answer, look, LINES);
}

/// Draws the foot of the picture: whose budget it is, the source, and the page's address; returns its upper edge.
fn foot(pen: &mut Pen, source: &str, about: &About, locale: Locale) -> f64 {
    let (top, right) = (pen.y, pen.right);
    let bottom = SIZE.1 - EDGE * 0.8;
    let public = about.address.as_deref().filter(|address| is_public(address));
    let code = public.and_then(Code::of).and_then(|code| code.draw(pen, bottom, CODE, SCALE));
    if let Some(code) = code {
        pen.right -= code + 4.0;
    }
    // The query of the address is in the QR code only: nobody would type it.
    let typed = public.and_then(|address| address.split("://").nth(1)?.split(['?', '#']).next());
    let page = typed.map_or(locale.tr("预算透视", "Budget Lens"), |typed| typed.trim_end_matches('/'));
    let lines = [
        (about.department.as_str(), TextStyle::bold(SMALL + 1.0, Role::Ink, 1.4), 2),
        (about.occasion.as_str(), TextStyle::plain(SMALL, Role::Ink, 1.4), 1),
        (source, TextStyle::plain(SMALL, Role::Soft, 1.4), 3),
        (page, TextStyle::plain(SMALL, Role::Brand, 1.4), 2),
    ];
    #[allow(clippy::cast_precision_loss)] // a handful of lines
    let height = |(text, look, most): &(&str, TextStyle, usize)| {
        look.wrapped(text, pen.room(), *most).0.len() as f64 * look.size * look.leading
    };
    let height: f64 = lines.iter().map(height).sum();
    let begin = (bottom - height).min(bottom - code.unwrap_or_default());
    pen.y = begin + (bottom - begin - height) / 2.0;
    for (text, look, most) in &lines {
        pen.lines(text, *look, *most);
    }
    pen.right = right;
    pen.y = begin - 6.0;
    pen.rule();
    pen.y = top;
    begin - 6.0
}
