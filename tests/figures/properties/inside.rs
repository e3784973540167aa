//! What is drawn stays inside its canvas, and can be pointed at.

use std::collections::HashSet;

use crate::common::inside::{holds_inside, is_inside};
use budget_lens::budget::Budget;
use budget_lens::chart::{ChartSize, scene};
use budget_lens::export::chat_picture::{self, chat_picture};
use budget_lens::export::document_picture::{self, About, document_picture};
use budget_lens::figure::{Figure, Param, Plot, Query, figures, param};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;
use budget_lens::scene::Shape;

use super::made::forms;

/// Every figure, at this width, undrilled and drilled, stays inside its canvas and is never NaN.
pub fn stays_inside(budget: &Budget, width: f64, text: f64) {
    let codes = budget.tables.iter().flat_map(|table| &table.lines).filter_map(|line| line.code.clone());
    for code in codes.take(2).chain([String::new()]) {
        let mut query = Query::default();
        query.set(Param::new(param::CODE, code));
        for unit in Unit::CHOICE {
            let locale = Locale { lang: Lang::Zh, unit };
            for figure in figures(budget, &query, locale) {
                if figure.plot != Plot::None {
                    is_inside(&figure, locale, ChartSize { width, font_size: text });
                }
                sent_on(&figure, locale);
            }
        }
    }
}

/// The figure as a picture to be sent on, whose words stay inside it whoever's budget it is.
fn sent_on(figure: &Figure, locale: Locale) {
    let name = "（2026年）incomprehensibilities general public services 局".repeat(figure.legend.len() % 4);
    let address = Some(String::from("https://a.gov.cn/") + &"%E9%A2%84".repeat(figure.legend.len() % 40));
    let about = About { occasion: "2026 年部门预算".into(), department: name.clone(), host: name, address };
    let drawn = document_picture(figure, scene(figure, locale, document_picture::FRAME), &about, locale);
    holds_inside(figure.id, &drawn);
    let drawn = chat_picture(figure, scene(figure, locale, chat_picture::FRAME), &about, locale);
    holds_inside(figure.id, &drawn);
    let sizes = drawn.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text { size, .. } => Some(*size),
        _ => None,
    });
    // Numbers are never cut: enormous ones are small.
    let least = sizes.fold(f64::MAX, f64::min) * chat_picture::SCALE;
    assert!(least > 28.0 || figure.entries.iter().any(|e| e.amount.len() > 18), "{}: letters of {least}", figure.id);
}

/// Every form stays inside its canvas, and every positive entry can be pointed at.
pub fn can_be_pointed_at(amounts: &[Option<String>], width: f64, text: f64) {
    let locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
    for figure in forms(amounts, locale) {
        let drawn = is_inside(&figure, locale, ChartSize { width, font_size: text });
        assert!(drawn.targets.iter().all(|(_, rect)| rect.y + rect.height <= drawn.height + 0.01));
        let found: HashSet<_> = drawn.targets.iter().map(|(entry, _)| *entry).collect();
        for (i, entry) in figure.entries.iter().enumerate() {
            let positive = entry.money.is_some_and(|money| !money.is_zero() && !money.is_negative());
            assert!(!positive || found.contains(&i), "{} has no target in {:?}", entry.amount, figure.plot);
        }
    }
}
