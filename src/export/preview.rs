//! The picture that stands with a link: who, which year, how much, how much more than last year, and the largest things.

use super::digest::digest;
use super::pen::{Pen, TextStyle};
use crate::budget::Budget;
use crate::figure::{Headline, summary};
use crate::locale::Locale;
use crate::scene::{Anchor, Point, Rect, Role, Scene, Shape};

/// A picture's form, in pixels.
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
    /// How large everything is, by the units of [`digest`].
    scale: f64,
}

/// What programs ask for that show links as cards; and what chats make of a picture that is wider, which cut off its sides.
pub const FORMS: [Form; 2] = [
    Form { name: "preview.png", width: 1200, height: 630, edge: 64.0, scale: 2.05 },
    Form { name: "preview-square.png", width: 800, height: 800, edge: 48.0, scale: 2.2 },
];

/// The picture of a budget with these first lines; on a portal of its own it is the portal's. What the budget does not
/// have is left out.
pub fn scene(budget: &Budget, head: &Headline, portal: Option<&str>, form: Form, locale: Locale) -> Scene {
    let (width, height) = (f64::from(form.width), f64::from(form.height));
    let mut pen = Pen::new(0.0, form.edge, width - form.edge);
    brand(&mut pen, &head.occasion, width, portal, locale);
    digest(&mut pen, head, &summary(budget, locale), (form.scale, height - form.edge * 0.6), locale);
    if portal.is_some() {
        let made = locale.tr("由预算透视生成", "Made with Budget Lens");
        pen.text(pen.right, height - 24.0, made, TextStyle::plain(18.0, Role::Soft, 1.0), Anchor::End);
    }
    pen.scene(width, height)
}

/// The page's sign and name, or the portal's, and which budget it is.
fn brand(pen: &mut Pen, occasion: &str, width: f64, portal: Option<&str>, locale: Locale) {
    pen.mark(Shape::Rect(Rect { x: 0.0, y: 0.0, width, height: 12.0 }, 0.0), Role::Brand);
    let y = 62.0;
    // A circle's line has one width; three of them are the sign's.
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
