//! The headline of the page: which department, which year, how much. Sentences about the amount are in [`summary`].
//!
//! [`summary`]: super::summary()

use super::Text;
use super::classes::{Classes, classes};
use super::entry::Entry;
use crate::budget::{Budget, Kind, Place, column};
use crate::locale::{Lang, Locale};

/// The most characters of a description of the department that have room in a line below its name.
const SHORT: usize = 26;
/// Words that begin duties which every department has, such as obeying the law.
const EVERYBODYS: [&str; 8] = ["贯彻", "落实", "执行", "坚持", "遵守", "宣传", "会同", "根据"];

/// The headline of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// Which year, which place.
    pub occasion: String,
    /// The department, without the place it is named after.
    pub department: String,
    /// What the department is or does, in a few words of the document's.
    pub what: Option<String>,
    /// Total expenditure for reading aloud: a number of few digits, and its unit.
    pub said: Option<[String; 2]>,
    /// Total expenditure in the reader's unit.
    pub total: Option<String>,
    /// Where the total is printed, if it is shown with every digit.
    pub at: Option<Place>,
}

/// The headline of a budget's page.
pub fn headline(budget: &Budget, locale: Locale) -> Headline {
    let document = &budget.document;
    let region = document.region.as_deref().map(|zh| locale.lang.name(zh, document.region_en.as_deref()));
    let year = document.year.to_string();
    let place = region.map(|region| String::from(" · ") + region).unwrap_or_default();
    let (zh, en) = if budget.is_final() {
        ("{0} 年部门决算{1}", "Department final account {0}{1}")
    } else {
        ("{0} 年部门预算{1}", "Department budget {0}{1}")
    };
    let occasion = locale.format(zh, en, &[&year, &place]);
    let full = locale.lang.name(&document.department, document.department_en.as_deref());
    let department =
        region.and_then(|region| full.strip_prefix(region)).filter(|rest| !rest.is_empty()).unwrap_or(full);
    let total = whole(budget, locale);
    Headline {
        occasion,
        department: department.into(),
        what: what(budget, locale),
        said: total.as_ref().and_then(|total| Some(locale.spoken(total.money?)?.0)),
        total: total.as_ref().map(|total| total.amount.clone()),
        // A total with fewer digits than the document has is printed nowhere.
        at: total.filter(|total| is_exact(total, locale)).and_then(|total| total.at),
    }
}

/// Whether the headline shows an amount with every digit that it has.
pub fn is_exact(total: &Entry, locale: Locale) -> bool {
    let said = total.money.and_then(|money| locale.spoken(money));
    said.is_none_or(|([_, unit], is_all)| is_all && unit == locale.unit_name())
}

/// Total expenditure: the budget's own total, or that of the classes.
pub fn whole(budget: &Budget, locale: Locale) -> Option<Entry> {
    let classes = classes(budget, locale);
    // The budget's own total, where the classes are of a part of it.
    let own = classes.as_ref().is_none_or(|classes| partial(budget, classes, locale).is_some());
    let stated = || budget.table(Kind::Expenditure)?.whole();
    let own = budget.own_total().or_else(stated).filter(|_| own);
    let own = own.map(|(table, line)| Entry::of_cell(table, line, column::TOTAL, locale));
    own.or_else(|| Some(classes?.total))
}

/// The description of the department: what kind of body it is, and the first of its duties that not every body has.
fn what(budget: &Budget, locale: Locale) -> Option<String> {
    let profile = budget.profile.as_ref()?;
    let (nature, duties) = match locale.lang {
        Lang::Zh => (&profile.nature, &profile.duties),
        Lang::En => (&profile.nature_en, &profile.duties_en),
    };
    let is_telling = |duty: &&String| !EVERYBODYS.iter().any(|word| duty.starts_with(word));
    let duty = duties.iter().find(is_telling);
    let is_short = |text: &&String| locale.lang == Lang::En || text.chars().count() <= SHORT;
    let said: Vec<_> = [nature.as_ref(), duty].into_iter().flatten().filter(is_short).cloned().collect();
    (!said.is_empty()).then(|| locale.capitalize_first(said.join(locale.tr("，", "; "))))
}

/// A note for budgets whose only table by functional class covers less (or more) than total expenditure.
pub fn partial(budget: &Budget, classes: &Classes, locale: Locale) -> Option<Text> {
    let (own, line) = budget.own_total()?;
    let (own, classes_total) = (own.money(line, column::TOTAL)?, classes.total.money?);
    // Two roundings of one amount.
    let is_same = own.minus(classes_total)?.abs().millionths() <= 500_000_000;
    let (zh, en) = ("按功能分类的只有{0}《{1}》，共 {2}。", "By functional class there is only {0} {1}, {2} in all. ");
    let table = classes.table;
    let number = Text::at(&table.number, Some(Place::Table(table.index)));
    (!is_same).then(|| locale.tell(zh, en, &[&number, &table.title, &classes.total.with_unit(locale)]))
}
