//! Every figure's scene as SVG, for the real document and the odd ones, at phone and desktop width.
//!
//! `make golden` renews the files after a wanted change; look at them before committing.

use crate::common::budgets::{of as read, official};
use crate::common::{golden, repository};
use budget_lens::budget::Budget;
use budget_lens::chart::{ChartSize, PAPER, scene};
use budget_lens::export::chat_picture::{self, chat_picture, of_page};
use budget_lens::export::document_picture::{self, About, document_picture};
use budget_lens::export::preview;
use budget_lens::figure::{
    CrossCheckCell, CrossCheckMatrix, Entry, Figure, Param, Plot, Query, Verdict, figures, headline, param, summary,
};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;
use budget_lens::paint::svg;
use budget_lens::scene::{Scene, Shape};

/// A card's inner width on screens of 320, 390 and 768 pixels, and beside the legend on one of 1280.
const WIDTHS: [(&str, f64); 4] = [("narrow", 254.0), ("phone", 324.0), ("tablet", 702.0), ("desk", 560.0)];

/// Holds the scenes of one figure against their files, or renews these.
fn hold(name: &str, figure: &Figure, locale: Locale) {
    for (place, width) in WIDTHS {
        let drawn =
            svg::document(&scene(figure, locale, ChartSize { width, font_size: 14.0 }), &svg::theme(svg::LIGHT));
        held(&format!("{name}-{}-{place}", figure.id), &drawn);
    }
}

fn held(name: &str, drawn: &str) {
    golden::held(&format!("tests/golden/{name}.svg"), drawn);
}

fn hold_all(name: &str, file: &str) {
    let budget = read(file);
    let locale = Locale { lang: Lang::Zh, unit: budget.document.unit };
    let figures = figures(&budget, &Query::default(), locale);
    assert!(!figures.is_empty(), "{file} has no figure");
    for figure in figures.iter().filter(|figure| figure.plot != Plot::None) {
        hold(name, figure, locale);
    }
}

#[test]
fn the_official_document_is_drawn_as_it_was() {
    hold_all("official", "budget.json");
}

#[test]
fn forty_classes_with_negative_and_zero_amounts_are_drawn_as_they_were() {
    hold_all("odd", "tests/data/odd.json");
}

#[test]
fn the_smallest_document_is_drawn_as_it_was() {
    hold_all("bare", "tests/data/bare.json");
}

#[test]
fn several_years_and_departments_are_drawn_as_they_were() {
    let query = |name: &'static str, value: &str| {
        let mut query = Query::default();
        query.set(Param::new(name, value));
        query
    };
    let hold_of = |name: &str, budget: &Budget, id: &str, query: &Query| {
        let locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
        let figures = figures(budget, query, locale);
        hold(name, figures.iter().find(|figure| figure.id == id).expect("the figure"), locale);
    };
    let years = super::spent::with_projects();
    hold_of("several", &years, "years", &Query::default());
    hold_of("several-207", &years, "years", &query(param::CODE, "207"));
    let departments = super::compare_told::with_classes();
    hold_of("several", &departments, "compare", &Query::default());
    hold_of("several-classes", &departments, "compare", &query(param::MEASURE, param::CLASSES));
    hold_of("several-three", &departments, "compare", &query(param::MEASURE, param::THREE_PUBLIC));
}

#[test]
fn each_level_of_a_drill_is_drawn_as_it_was() {
    let budget = official();
    let locale = Locale { lang: Lang::Zh, unit: budget.document.unit };
    for code in ["201", "20103", "2010303", "208", "2080502"] {
        let mut query = Query::default();
        query.set(Param::new(param::CODE, code));
        let figures = figures(&budget, &query, locale);
        let drilled = figures.iter().find(|figure| figure.id == "structure").unwrap();
        assert!(matches!(drilled.plot, Plot::Drill(..)), "{code} is not drilled into");
        hold(&format!("official-{code}"), drilled, locale);
    }
}

#[test]
fn pictures_for_documents_and_for_chats_are_drawn_as_they_were() {
    let budget = official();
    let locale = Locale { lang: Lang::Zh, unit: budget.document.unit };
    let head = headline(&budget, locale);
    let about = |id: &str| About {
        occasion: head.occasion.clone(),
        department: head.department.clone(),
        host: "budget.example.gov.cn".into(),
        address: Some(format!("https://budget.example.gov.cn/2026/#{id}")),
    };
    let hold =
        |name: &str, scene: &Scene| held(&format!("official-{name}"), &svg::document(scene, &svg::theme(svg::LIGHT)));
    for figure in figures(&budget, &Query::default(), locale) {
        let about = about(figure.id);
        if ["structure", "three-public", "projects"].contains(&figure.id) {
            let scene = document_picture(&figure, scene(&figure, locale, document_picture::FRAME), &about, locale);
            hold(&format!("{}-picture", figure.id), &scene);
        }
        if ["structure", "change", "projects", "checks", "glossary"].contains(&figure.id) {
            let scene = chat_picture(&figure, scene(&figure, locale, chat_picture::FRAME), &about, locale);
            hold(&format!("{}-portrait", figure.id), &scene);
        }
    }
    hold("page-portrait", &of_page(&head, &summary(&budget, locale), &about(""), locale));
    for form in preview::FORMS {
        hold(form.name.trim_end_matches(".png"), &preview::scene(&budget, &head, None, form, locale));
    }
}

/// A map of ties as a text draws it: a line a table, its name, then what stands in each column: the number of
/// ties, behind `~` where they differ by rounding, `!` where they do not agree, `?` where they could not be checked.
fn ties(drawn: &str) -> Figure {
    let mut figure = Figure { id: "ties", ..Figure::default() };
    let mut ties = CrossCheckMatrix::default();
    let locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
    for (row, line) in drawn.lines().enumerate() {
        let mut parts = line.split_whitespace();
        ties.names.push(parts.next().unwrap().into());
        for (column, cell) in parts.enumerate().filter(|(_, cell)| *cell != ".") {
            let signs = [('~', Verdict::Rounding), ('!', Verdict::Mismatch), ('?', Verdict::Unchecked)];
            let verdict = signs.into_iter().find(|(sign, _)| cell.starts_with(*sign)).map_or(Verdict::Holds, |s| s.1);
            let count = cell.trim_start_matches(['~', '!', '?']).to_string();
            ties.cells.push(CrossCheckCell { row, column, verdict, count, entry: figure.entries.len() });
            figure.entries.push(Entry::ours(&format!("{row} {column}"), None, locale));
        }
    }
    figure.plot = Plot::CrossCheckMatrix(ties);
    figure
}

#[test]
fn maps_of_ties_are_drawn_as_they_were() {
    let locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
    let usual = ties(&repository::text("tests/data/ties.txt"));
    hold("usual", &usual, locale);
    hold("two", &ties("收支总表 4\n收入总表 ~2 ."), locale);
    // Each table holds against the one before it, and some against those far above.
    let cell = |row: usize, column: usize| match (row, column) {
        (37, 2) => "!1",
        (21, 20) => "~2",
        (30, 4) => "?1",
        _ if row == column + 1 || row % 7 == column => "3",
        _ => ".",
    };
    let line =
        |row| format!("表{} {}\n", row + 1, (0..=row).map(|column| cell(row, column)).collect::<Vec<_>>().join(" "));
    hold("forty", &ties(&(0..40).map(line).collect::<String>()), locale);
}

#[test]
fn a_unit_changes_every_number_and_no_shape() {
    let budget = official();
    let targets = |unit| {
        let locale = Locale { lang: Lang::Zh, unit };
        let drawn: Vec<_> = figures(&budget, &Query::default(), locale)
            .iter()
            .map(|f| scene(f, locale, ChartSize { width: 324.0, font_size: 14.0 }).targets)
            .collect();
        drawn
    };
    assert_eq!(targets(Unit::Wan), targets(Unit::Yuan));
    assert_eq!(targets(Unit::Wan), targets(Unit::Yi));
}

#[test]
fn no_word_on_paper_is_smaller_than_nine_points() {
    // A number that is wider than its room is never cut, but may be small: those of the odd document are.
    for file in ["budget.json", "tests/data/bare.json"] {
        let budget = read(file);
        let locale = Locale { lang: Lang::Zh, unit: budget.document.unit };
        for figure in figures(&budget, &Query::default(), locale) {
            // 184 mm of paper, of which the page makes 695 pixels.
            let drawn = scene(&figure, locale, ChartSize { width: 695.0, font_size: PAPER });
            for mark in &drawn.marks {
                if let Shape::Text { text, size, .. } = &mark.shape {
                    assert!(*size >= 12.0, "{file}, {}: {text} has {size} pixels, of which 12 are 9 points", figure.id);
                }
            }
        }
    }
}
