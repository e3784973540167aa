//! The appendix of the HTML report that lists what could not be checked.

use super::{appendix, table};
use crate::check::{Verdict, headed};
use crate::cli::check::Checked;
use crate::cli::check::unchecked::Unchecked;
use crate::markup::{Element, el};

/// What could not be checked: each reason once, with all its places.
pub fn unchecked(checked: &Checked) -> Element {
    let Checked { report, names, locale, .. } = checked;
    let found = Unchecked::of(checked);
    // Where the reasons of a group differ in what they name, each is told.
    let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
    for finding in found.groups.iter().flatten() {
        let (place, sentence) = headed(finding, names, *locale);
        match reasons.iter_mut().find(|(told, _)| *told == sentence) {
            Some((_, places)) => places.push(place),
            None => reasons.push((sentence, vec![place])),
        }
    }
    let row = |(number, (sentence, places)): (usize, (String, Vec<String>))| {
        let places = places.into_iter().map(|place| el("div").text(place));
        let number = el("td").class("count").text((number + 1).to_string());
        el("tr").child(number).child(el("td").children(places)).child(el("td").text(sentence))
    };
    let rows: Vec<_> = reasons.into_iter().enumerate().map(row).collect();
    let heading = appendix(Verdict::Unchecked, report.count(Verdict::Unchecked), *locale);
    let without = found.without_tables(*locale).map(|told| el("p").text(told));
    let table = (!rows.is_empty()).then(|| table(rows, false, *locale));
    el("section").class(Verdict::Unchecked.id()).child(el("h2").text(heading)).children(without).children(table)
}
