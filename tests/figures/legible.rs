//! Words of drawings are large enough to read, and no part of a drawing is known by its colour alone.

use crate::common::budgets::{of as read, official};
use budget_lens::chart::{ChartSize, scene};
use budget_lens::figure::{Entry, Figure, Plot, Query, figures};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::{Amount, Money, Unit};
use budget_lens::scene::{Mark, Role, Scene, Shape};

/// The sizes of the page's text, as usual, large and largest, and the least size of a word in a drawing for each.
const SIZES: [(f64, f64); 3] = [(14.0, 12.0), (20.0, 18.0), (26.0, 24.0)];
/// Widths of cards, from a phone of 320 pixels to a desk.
const WIDTHS: [f64; 6] = [252.0, 288.0, 322.0, 542.0, 702.0, 1014.0];

const ZH: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };

fn drawn() -> Vec<Figure> {
    let budgets = [official(), read("tests/data/odd.json"), read("tests/data/bare.json")];
    let all = budgets.iter().flat_map(|budget| {
        [Lang::Zh, Lang::En]
            .into_iter()
            .flat_map(move |lang| figures(budget, &Query::default(), Locale { lang, unit: budget.document.unit }))
    });
    all.filter(|figure| figure.plot != Plot::None).collect()
}

fn each(what: impl Fn(&Figure, ChartSize, f64, &Scene)) {
    for figure in drawn() {
        for (font_size, least) in SIZES {
            // On narrow screens the list is the chart of a figure that needs a wide one.
            for width in WIDTHS.into_iter().filter(|width| *width > 540.0 || !figure.plot.is_wide()) {
                let size = ChartSize { width, font_size };
                what(&figure, size, least, &scene(&figure, ZH, size));
            }
        }
    }
}

#[test]
fn no_word_of_a_drawing_is_too_small_to_read() {
    each(|figure, size, least, scene| {
        for mark in &scene.marks {
            if let Shape::Text { text, size: own, .. } = &mark.shape {
                // A number is never cut; one of many digits is smaller in the narrowest drawings.
                let is_long = text.len() > 12 && text.starts_with(|c: char| c.is_ascii_digit() || c == '-');
                assert!(*own >= least || is_long, "{} {size:?}: “{text}” has {own:.1} px", figure.id);
            }
        }
    });
}

/// Whether something is written in a part of the drawing.
fn is_named(scene: &Scene, part: &Mark) -> bool {
    scene.marks.iter().any(|mark| mark.entry == part.entry && matches!(mark.shape, Shape::Text { .. }))
}

/// The parts that have a colour of a series and are large enough for two digits of the least size.
fn parts(scene: &Scene, digit: f64) -> impl Iterator<Item = &Mark> {
    scene.marks.iter().filter(move |mark| match &mark.shape {
        Shape::Rect(rect, _) => {
            matches!(mark.role, Role::Series(_)) && rect.width >= digit * 1.6 && rect.height >= digit
        }
        _ => false,
    })
}

#[test]
fn a_coloured_part_has_its_name_or_its_number_in_the_list() {
    each(|figure, size, _, scene| {
        for part in parts(scene, size.font_size).filter(|_| figure.is_coloured()) {
            assert!(is_named(scene, part), "{} {size:?}: {part:?} has colour alone", figure.id);
        }
    });
}

#[test]
fn twelve_parts_that_share_colours_are_told_apart_by_numbers() {
    let entry = |i: usize| {
        let amount = Money::new(Amount::parse(&(["1000", ".55"].join(&(10 + i).to_string()))).unwrap(), Unit::Wan);
        let name = "一般行政管理事务支出".to_string() + &i.to_string();
        Entry { series: i, legend: i, ..Entry::ours(&name, Some(amount), ZH) }
    };
    let figure = Figure {
        entries: (0..12).map(entry).collect(),
        legend: (0..12).collect(),
        plot: Plot::Lens((0..12).collect()),
        ..Figure::default()
    };
    let drawing = scene(&figure, ZH, ChartSize { width: 322.0, font_size: 14.0 });
    let words: Vec<_> = (drawing.marks.iter())
        .filter_map(|mark| match &mark.shape {
            Shape::Text { text, .. } => Some((mark.entry?, text.clone())),
            _ => None,
        })
        .collect();
    assert_eq!(words, (0..12).map(|i| (i, (i + 1).to_string())).collect::<Vec<_>>());
}
