//! Draws the preview picture of a link: who, which year, how much, how much more than last year, and the largest items.

use super::pen::{Pen, TextStyle};
use super::summary_drawing::draw_summary;
use crate::budget::Budget;
use crate::chart::{self, ChartSize};
use crate::figure::{Figure, Headline, Plot, summary};
use crate::locale::Locale;
use crate::scene::{Anchor, Point, Rect, Role, Scene, Shape};

/// The form of a preview picture, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Form {
    /// The file's name.
    pub name: &'static str,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// The empty edge on each side.
    edge: f64,
    /// The factor by which the sizes of [`draw_summary`] are multiplied.
    scale: f64,
}

/// A wide form for programs that show links as cards, and a square one for chats, which cut off a wide picture's sides.
pub const FORMS: [Form; 2] = [
    Form { name: "preview.png", width: 1200, height: 630, edge: 64.0, scale: 2.05 },
    Form { name: "preview-square.png", width: 800, height: 800, edge: 48.0, scale: 2.2 },
];

/// The preview picture of a budget with this headline, under the portal's name if there is one. Parts that the budget
/// lacks are left out.
pub fn scene(budget: &Budget, head: &Headline, portal: Option<&str>, form: Form, locale: Locale) -> Scene {
    let (width, height) = (f64::from(form.width), f64::from(form.height));
    let mut pen = Pen::new(0.0, form.edge, width - form.edge);
    brand(&mut pen, &head.occasion, width, portal, locale);
    draw_summary(&mut pen, head, &summary(budget, locale), (form.scale, height - form.edge * 0.6), locale);
    if portal.is_some() {
        let made = locale.tr("由预算透视生成", "Made with Budget Lens");
        pen.text(pen.right, height - 24.0, made, TextStyle::plain(18.0, Role::Soft, 1.0), Anchor::End);
    }
    pen.scene(width, height)
}

/// The preview picture of one figure: its question, its answer, and its chart where there is room for it.
pub fn of_figure(figure: &Figure, head: &Headline, portal: Option<&str>, locale: Locale) -> Scene {
    let [form, _] = FORMS;
    let (width, height) = (f64::from(form.width), f64::from(form.height));
    let mut pen = Pen::new(0.0, form.edge, width - form.edge);
    brand(&mut pen, &[&head.department, " · ", &head.occasion].concat(), width, portal, locale);
    pen.y = 130.0;
    pen.lines(figure.question, TextStyle::bold(32.0, Role::Brand, 1.5), 1);
    pen.y += 12.0;
    pen.lines(&figure.answer, TextStyle::bold(44.0, Role::Ink, 1.35), 4);
    pen.y += 24.0;
    let frame = ChartSize { width: width - 2.0 * form.edge, font_size: 24.0 };
    if figure.plot != Plot::None && !figure.plot.is_wide() {
        let chart = chart::scene(figure, locale, frame);
        if chart.height > 0.0 && pen.y + chart.height + form.edge * 0.6 <= height {
            pen.draw(chart);
        }
    }
    pen.scene(width, height)
}

/// Draws the page's logo and name, or the portal's name, and which budget it is.
fn brand(pen: &mut Pen, occasion: &str, width: f64, portal: Option<&str>, locale: Locale) {
    pen.mark(Shape::Rect(Rect { x: 0.0, y: 0.0, width, height: 12.0 }, 0.0), Role::Brand);
    let y = 62.0;
    // A circle's line has a fixed width; three circles make the logo's ring.
    for radius in [8.5, 10.0, 11.5].into_iter().filter(|_| portal.is_none()) {
        pen.mark(Shape::Circle(Point { x: pen.left + 13.0, y }, radius), Role::Brand);
    }
    let (name, which) = (TextStyle::bold(30.0, Role::Brand, 1.0), TextStyle::plain(26.0, Role::Soft, 1.0));
    let sign = if portal.is_some() { 0.0 } else { 40.0 };
    let brand = portal.unwrap_or(locale.tr("预算透视", "Budget Lens"));
    // A long name leaves room for the year.
    let brand = crate::layout::fit(brand, name.size, pen.room() * 0.6).unwrap_or_default();
    pen.text(pen.left + sign, y, &brand, name, Anchor::Start);
    let room = pen.room() - sign - name.width(&brand) - 24.0;
    if let Some(occasion) = crate::layout::fit(occasion, which.size, room) {
        pen.text(pen.right, y, &occasion, which, Anchor::End);
    }
    pen.y = 96.0;
}
