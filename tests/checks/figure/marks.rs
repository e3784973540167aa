//! Marks in tables and figures that lead to what was found there, and how much of it there may be.

use budget_lens::budget::{Budget, Kind};
use budget_lens::check::{Finding, Names, Place, Verdict, check};
use budget_lens::figure::{Query, figures, locate_finding, marks, param};
use budget_lens::locale::Locale;
use budget_lens::money::text;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use super::{EN, ZH, figure, listed, official, wrong_lines};

/// The cells that figures show, each with the place that it shows; in the tables, those that are printed there.
fn shown(budget: &Budget, locale: Locale) -> BTreeMap<Place, Vec<String>> {
    let mut shown: BTreeMap<_, Vec<String>> = BTreeMap::new();
    let figures = figures(budget, &Query::default(), locale);
    for figure in figures.iter().filter(|figure| figure.id != "checks") {
        let grids = figure.sections.iter().filter_map(|section| section.grid.as_ref()).chain([&figure.grid]);
        for cell in grids.flat_map(|grid| &grid.rows).flat_map(|row| &row.cells) {
            if let Some(at) = cell.at {
                shown.entry(at).or_default().push(cell.text.clone());
            }
        }
    }
    shown
}

#[test]
fn each_mark_stands_in_the_cell_that_its_finding_is_about() {
    let (budget, report) = official();
    for locale in [ZH, EN] {
        let (all, shown) = (marks(&budget, &report, locale), shown(&budget, locale));
        assert!(all.len() > 20, "{}", all.len());
        for (place, mark) in &all {
            // What is said of a project and of none of its funds is marked at its name.
            let is_it = |at: Place| at == *place || at.project().map(Place::Project) == Some(*place);
            let told = |finding: &Finding| {
                matches!(finding.verdict, Verdict::Mismatch | Verdict::Rounding) && finding.places().any(is_it)
            };
            // A project is marked where it is listed, too.
            let is_listed =
                matches!(place, Place::Line(table, _) if budget.tables[*table].kind == Some(Kind::Projects));
            assert!(is_listed || report.findings.iter().any(told), "{place:?}");
            if let Some((printed, _)) = place.printed(&budget) {
                let printed = text(printed.decimal());
                assert!(shown[place].contains(&printed), "{mark:?} stands at {:?}, not at {printed}", shown[place]);
            }
            let asks = locate_finding(mark.finding.strip_prefix('#').unwrap());
            assert!(!asks.is_empty() && ["mismatch", "rounding"].contains(&mark.verdict), "{mark:?}");
        }
        let names = Names::new(&budget);
        let total = all.iter().find(|(place, _)| {
            let path = names.ids(**place);
            [path.table, path.line, path.column] == ["表三", "合计", "project"]
        });
        assert_eq!(total.unwrap().1.verdict, "rounding");
    }
}

#[test]
fn many_thousands_of_findings_are_a_page_and_a_bounded_number_of_marks() {
    let budget = wrong_lines(20_000);
    let report = check(&budget);
    assert!(report.count(Verdict::Mismatch) >= 20_000);
    let start = Instant::now();
    let last = figure(&budget, &report, &[(param::FINDINGS, "19999")]);
    let marks = marks(&budget, &report, ZH);
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    // Twelve causes in front, twelve in the list.
    assert!(listed(&last).len() <= 24 && marks.len() <= 2_000, "{} {}", listed(&last).len(), marks.len());
    assert!(marks.len() > 1_900);
    let rows: usize =
        last.sections.iter().filter_map(|section| section.grid.as_ref()).map(|grid| grid.rows.len()).sum();
    assert!(rows < 1_000, "{rows} rows");
}
