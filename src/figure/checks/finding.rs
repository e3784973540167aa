//! Shows one finding of the checks: a sentence, and behind it every number that it is about.

use super::finding_address::{address, followers_of};
use super::tally::called;
use crate::check::{
    Compared, Finding, Measure, Names, Place, Report, Verdict, explanation, followers, habit, mend, sentence,
};
use crate::figure::{Cell, Grid, Row, Section};
use crate::locale::Locale;
use crate::money::{Amount, text};

/// The most places of a sum that are listed.
const MAX_PLACES: usize = 40;

/// The section of the page about a finding, the report's number `i`. The first finding of a cause also says how it may
/// be corrected and, where it stands for its cause (`is_cause`), links to the others.
pub fn finding(report: &Report, i: usize, is_cause: bool, names: &Names, locale: Locale) -> Section {
    let finding = &report.findings[i];
    let cause = report.cause(i).filter(|cause| cause.lead == i);
    let mend = cause.and_then(|cause| mend(cause, report, names, locale, false));
    let mend = mend.map(|mend| locale.format("可能的改法：{0}", "To mend it: {0}", &[&locale.lowercase_first(&mend)]));
    let mend = mend.filter(|_| finding.verdict == Verdict::Mismatch);
    let habit = cause.and_then(|cause| habit(cause, locale));
    let more = cause.filter(|_| is_cause).and_then(|cause| followers(cause, locale));
    let note = explanation(report, i, names).filter(|_| finding.verdict == Verdict::Mismatch);
    let said = note.map(|note| locale.format("单位说明：{0}", "The department explains: {0}", &[note]));
    let title = sentence(finding, names, locale);
    let title = if note.is_some() { title + locale.tr("（单位有说明）", " (explained)") } else { title };
    let about = finding.rule.about();
    let [name, reason] = [about.name, about.reason].map(|(zh, en)| locale.tr(zh, en));
    let mut rows = places(&finding.stated, names, locale);
    if let Some(Compared { stated: Some(stated), measure, .. }) = finding.compared.filter(|_| rows.len() > 1) {
        rows.push(sum(locale.tr("印的数相加", "Printed, together"), number(stated, measure, locale)));
    }
    rows.extend(places(&finding.terms, names, locale));
    rows.extend(finding.compared.into_iter().flat_map(|compared| reckoned(finding, compared, names, locale)));
    let head = [locale.tr("印在哪里", "Where"), locale.tr("印的数", "What is printed")];
    Section {
        address: Some(address(i)),
        badge: Some((finding.verdict.id(), called(finding.verdict, locale))),
        title,
        folded: true,
        paragraphs: said
            .into_iter()
            .chain(mend)
            .chain(habit)
            .chain([locale.format("{0}：{1}", "{0}: {1}", &[name, reason])])
            .collect(),
        choices: more.map(|more| (more + " ›", followers_of(i))).into_iter().collect(),
        grid: (!rows.is_empty()).then(|| Grid::new(head, rows)),
        ..Section::default()
    }
}

/// A table row for each place, which links to its line, with what is printed there.
pub fn places(places: &[Place], names: &Names, locale: Locale) -> Vec<Row> {
    let row = |place: &Place| {
        let path = names.path(*place, locale);
        let parts: Vec<_> = [path.table, path.line, path.column].into_iter().filter(|part| !part.is_empty()).collect();
        Row::of([
            Cell { at: Some(*place), ..Cell::text(locale.capitalize_first(parts.join(" · "))) },
            Cell::text(printed(*place, names, locale)),
        ])
    };
    let rest = places.len().saturating_sub(MAX_PLACES);
    let more = locale.format("另有 {0} 处", "{0} more", &[&rest.to_string()]);
    let more = (rest > 0).then(|| Row::of([Cell::text(more), Cell::default()]));
    places.iter().take(MAX_PLACES).map(row).chain(more).collect()
}

fn printed(place: Place, names: &Names, locale: Locale) -> String {
    match (place.printed(names.budget()), place) {
        (Some((amount, measure)), _) => number(amount, measure, locale),
        (None, Place::Table(_) | Place::Line(..) | Place::Project(_) | Place::Goal(..) | Place::Target(..)) => {
            "—".into()
        }
        (None, _) => locale.tr("未填", "blank").into(),
    }
}

/// The rows about the computation: what is computed, how far it is from what is printed, and how far rounding reaches.
fn reckoned(finding: &Finding, compared: Compared, names: &Names, locale: Locale) -> Vec<Row> {
    let Compared { measure, computed, difference, bound, .. } = compared;
    let is_computed = |place: &Place| place.printed(names.budget()).map(|(amount, _)| amount) == computed;
    // One number alone is no computation.
    let is_told = matches!(&finding.terms[..], [only] if is_computed(only));
    let differs = difference.is_some_and(|difference| !difference.decimal().is_zero());
    let could_round = differs && finding.verdict != Verdict::Holds && measure != Measure::Pieces;
    let apart = |amount: Amount| match measure {
        Measure::Percent => text(amount.decimal()) + locale.tr(" 个百分点", " points"),
        _ => number(amount, measure, locale),
    };
    let rows = [
        (("算出的数", "Computed"), computed.filter(|_| !is_told).map(|amount| number(amount, measure, locale))),
        (("相差", "Difference"), difference.filter(|_| differs).map(apart)),
        (("四舍五入最多能差", "What rounding can make"), bound.filter(|_| could_round).map(apart)),
    ];
    rows.into_iter().filter_map(|((zh, en), text)| Some(sum(locale.tr(zh, en), text?))).collect()
}

fn sum(name: &str, text: String) -> Row {
    Row::of([Cell::text(name), Cell::text(text)]).sum()
}

/// A number with its unit, as it is printed, whatever unit the reader has chosen.
fn number(amount: Amount, measure: Measure, locale: Locale) -> String {
    let counted = match measure {
        Measure::Money(unit) => return text(amount.decimal()) + " " + locale.tr(unit.zh(), unit.en()),
        Measure::Percent => "%",
        Measure::Pieces => "",
    };
    text(amount.decimal()) + counted
}
