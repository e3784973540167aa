//! What a reader should know before comparing years: years without a document, and classes that one of two years does
//! not have or calls otherwise. A class of another code may be the same money; that is said and never guessed.

use super::own;
use super::points::{Measure, class};
use crate::budget::{Budget, Line, Others};
use crate::figure::Text;
use crate::figure::classes::lines;
use crate::locale::Locale;

/// The most classes that a note names.
const NAMED: usize = 6;

pub fn notes(budget: &Budget, others: &Others, measure: Measure, locale: Locale) -> Vec<Text> {
    let documents: Vec<_> = own(budget, others).map(|(_, document)| document).collect();
    let mut notes: Vec<String> = gaps(&documents, locale).into_iter().collect();
    match measure {
        Measure::Whole => {
            let budgets: Vec<_> = documents.iter().filter(|document| !document.is_final()).collect();
            notes.extend(budgets.windows(2).flat_map(|pair| changed(pair[0], pair[1], locale)));
        }
        Measure::Class(code) => notes.extend(renamed(&documents, code, locale)),
        Measure::ThreePublic | Measure::Vehicles | Measure::Projects(_) => {}
    }
    notes.into_iter().map(Text::from).collect()
}

/// The years between the first and the last of which there is no document.
fn gaps(documents: &[&Budget], locale: Locale) -> Option<String> {
    let years: Vec<_> = documents.iter().map(|document| document.document.year).collect();
    let all = *years.first()?..=*years.last()?;
    let missing: Vec<_> = all.filter(|year| !years.contains(year)).map(|year| year.to_string()).take(NAMED).collect();
    let (zh, en) = ("没有 {0} 年的文件，所以没有画。", "There is no document of {0}, so nothing is drawn for it.");
    (!missing.is_empty()).then(|| locale.format(zh, en, &[&missing.join(locale.tr("、", ", "))]))
}

/// The classes of the highest level that only one of two years has.
fn changed(before: &Budget, after: &Budget, locale: Locale) -> Vec<String> {
    let classes = |budget| lines(budget).map(|(_, lines)| lines).unwrap_or_default();
    let (old, new) = (classes(before), classes(after));
    let named = |own: &[&Line], other: &[&Line]| {
        let is_new = |line: &&&Line| line.code.is_some() && !other.iter().any(|other| other.code == line.code);
        let names = own.iter().filter(is_new).map(|line| locale.lang.name(&line.name, line.name_en.as_deref()));
        names.take(NAMED).collect::<Vec<_>>().join(locale.tr("、", ", "))
    };
    let years = [before, after].map(|budget| budget.document.year.to_string());
    let (gone, come) = (named(&old, &new), named(&new, &old));
    let say = |has: &String, lacks: &String, names: String| {
        let (zh, en) = ("{0} 年有、{1} 年没有的科目：{2}。", "Classes of {0} that {1} does not have: {2}.");
        (!names.is_empty()).then(|| locale.format(zh, en, &[has, lacks, &names]))
    };
    [say(&years[0], &years[1], gone), say(&years[1], &years[0], come)].into_iter().flatten().collect()
}

/// What each year calls the class, where the names differ.
fn renamed(documents: &[&Budget], code: &str, locale: Locale) -> Option<String> {
    let name = |document: &&Budget| Some((document.document.year, class(document, code)?.1.first()?.name.clone()));
    let mut names: Vec<(u16, String)> = documents.iter().filter_map(name).collect();
    names.dedup_by(|one, other| one.1 == other.1);
    let told = names
        .iter()
        .map(|(year, name)| locale.format("{0} 年起叫“{1}”", "“{1}” from {0} on", &[&year.to_string(), name]));
    let told = told.collect::<Vec<_>>().join(locale.tr("，", ", "));
    let (zh, en) = (
        "编码 {0} 的名称变过：{1}。内容是否相同，文件没有说。",
        "The name of code {0} has changed: {1}. Whether it covers the same, the documents do not say.",
    );
    (names.len() > 1).then(|| locale.format(zh, en, &[code, &told]))
}
