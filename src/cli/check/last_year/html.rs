//! The comparison with the year before as a section of the report to print.

use super::{Against, caveat, lacking};
use crate::check::Verdict;
use crate::cli::check::Checked;
use crate::cli::check::html::table;
use crate::cli::check::options::Options;
use crate::markup::{Element, el};

/// What does not agree with the year before, with room for remarks, and how many do.
pub fn section(checked: &Checked, options: &Options) -> Option<Element> {
    let locale = checked.locale;
    if options.last_year.is_empty() {
        return None;
    }
    let section =
        el("section").child(el("h2").text(locale.tr("和上年的文件核对", "Against the document of the year before")));
    if checked.last_year.is_empty() {
        return Some(section.child(el("p").text(lacking(checked.budget, locale))));
    }
    let parts = checked.last_year.iter().map(|against| {
        let rows = rows(against, checked);
        let differs = !rows.is_empty();
        el("div")
            .child(el("p").text(against.counts(locale)))
            .children(differs.then(|| table(rows, true, locale)))
            .children(differs.then(|| el("p").text(caveat(locale))))
    });
    Some(section.children(parts))
}

fn rows(against: &Against, checked: &Checked) -> Vec<Element> {
    let differing = against.compared.iter().filter(|compared| compared.verdict == Verdict::Mismatch);
    let row = |(i, compared): (usize, &super::Comparative)| {
        let at = compared.said_at.and_then(|place| checked.at(place)).map(|at| el("div").class("part").text(at));
        el("tr")
            .child(el("td").class("count").text((i + 1).to_string()))
            .child(el("td").text(compared.name.as_str()).children(at))
            .child(el("td").text(against.sentence(compared, checked.locale)))
            .child(el("td"))
    };
    differing.enumerate().map(row).collect()
}
