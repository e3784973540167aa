//! A budget's figures as HTML that needs no script.
//!
//! It stands in the page before the module arrives, and stays where the module cannot run. Its
//! drawings are the same scenes as on the canvas; colours are custom properties of the page's theme.

use std::fmt::Write;

use crate::budget::Budget;
use crate::chart::{Frame, scene};
use crate::figure::{Figure, Grid, figures, headline};
use crate::money::Unit;
use crate::paint::svg;
use crate::words::{Lang, Words};

/// The width of a prerendered drawing: a phone's card. It scales with the page.
const FRAME: Frame = Frame { width: 324.0, text: 14.0 };

/// The headline and every figure, in Chinese and in the document's unit.
pub fn page(budget: &Budget) -> String {
    let unit = if Unit::CHOICE.contains(&budget.document.unit) { budget.document.unit } else { Unit::Wan };
    let words = Words { lang: Lang::Zh, unit };
    let mut html = String::new();
    let head = headline(budget, &words);
    let _ = write!(
        html,
        "<p class=\"who\">{}</p><h1>{}</h1><p class=\"big\">{} <small>{}</small></p><p class=\"lead\">{}</p>",
        escaped(&head.occasion),
        escaped(&head.department),
        head.total.as_deref().unwrap_or("—"),
        words.unit_name(),
        escaped(&head.lead)
    );
    for figure in figures(budget, &words) {
        let _ = write!(html, "{}", section(&figure, &words));
    }
    html
}

fn section(figure: &Figure, words: &Words) -> String {
    let drawing = svg::document(&scene(figure, words, FRAME), &svg::theme(svg::LIGHT));
    format!(
        "<section class=\"card\"><p class=\"question\">{}</p><p class=\"answer\">{}</p><div class=\"drawing\">{drawing}</div>{}<p class=\"source\">{}</p></section>",
        escaped(&figure.question),
        escaped(&figure.answer),
        table(&figure.grid),
        escaped(&figure.source)
    )
}

fn table(grid: &Grid) -> String {
    let mut html = String::from("<table><thead><tr>");
    for head in &grid.head {
        let _ = write!(html, "<th scope=\"col\">{}</th>", escaped(head));
    }
    html.push_str("</tr></thead><tbody>");
    for row in &grid.rows {
        html.push_str("<tr>");
        for (i, cell) in row.iter().enumerate() {
            let tag = if i == 0 { "th scope=\"row\"" } else { "td" };
            let _ = write!(html, "<{tag}>{}</{}>", escaped(&cell.text), &tag[..2]);
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table>");
    html
}

/// Text as HTML text.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
