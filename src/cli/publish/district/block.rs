//! The budgets of a year in the list, or its final accounts: what all its departments spend, on what, and each of them.

use super::data::{Data, Pinyin};
use super::place::{self, Place as OfPlace};
use super::{Listed, list};
use crate::budget::{Budget, Place, column};
use crate::cli::publish::counting::Counting;
use crate::cli::publish::edition::Edition;
use crate::cli::publish::list_row::ListRow;
use crate::cli::publish::totals;
use crate::export::page;
use crate::figure::{EAGER, Headline, Query, headline};
use crate::locale::{Locale, TextSize};
use crate::markup::{self, Element, Highlight, el};
use crate::money::{Money, Unit};

/// The budgets of a year in the list, or its final accounts.
pub struct Block<'a> {
    /// Which they are.
    pub edition: Edition,
    /// Its first lines.
    pub head: Headline,
    /// The sentence below them: whose numbers these are.
    pub lead: String,
    /// The departments' classes, added up.
    pub sum: Option<Budget>,
    listed: Vec<Listed<'a>>,
}

impl<'a> Block<'a> {
    /// The block of a year's departments; `region` is the place that all of the list are of.
    pub fn of(edition: Edition, listed: Vec<Listed<'a>>, region: Option<&str>, locale: Locale) -> Self {
        let rows: Vec<_> = counted(&listed).iter().map(|one| one.row).collect();
        let title = title(&rows, region, locale);
        let sum = totals::budget(&title, &rows, locale.lang);
        let (total, mut lead) = total(&rows, sum.as_ref(), locale);
        lead += &not_counted(&listed, edition, locale);
        let document = || Budget { document: totals::document(&title, edition), ..Budget::default() };
        let occasion = headline(sum.as_ref().unwrap_or(&document()), locale).occasion;
        let head = Headline {
            occasion,
            department: title,
            what: None,
            said: None,
            total: total.map(|total| locale.number(total)),
            // One department prints it, and no line of the list does.
            at: (rows.len() == 1 && rows[0].numbers.printed).then_some(Place::Table(0)),
        };
        Block { edition, head, lead, sum, listed }
    }

    /// The year as a section of the page, below `i` others: with all its departments, or with their places where they stand on
    /// pages of their own.
    pub fn section(self, i: usize, around: &Around, locale: Locale) -> Element {
        // One department's figure is on its own page.
        let sum = self.sum.filter(|_| self.listed.len() > 1);
        let figure = sum.as_ref().and_then(|sum| card(sum, locale));
        let id = self.edition.id();
        let lead = vec![el("p").class("lead").text(self.lead)];
        let list = if around.places.is_empty() {
            list::list(&self.listed, &around.data, around.pinyin, around.up, locale)
        } else {
            place::table(&around.places, &around.data, locale)
        };
        el("section")
            .attr("lang", locale.tr("zh-CN", "en"))
            .attr("id", ["year-", &id].concat())
            .child(markup::headline(&self.head, locale.unit_name(), None, lead))
            .children(figure.map(|card| el("div").class("cards").child(unlike(card, i))))
            .child(list.attr("id", ["list-", &id].concat()))
    }
}

/// What the page around a block has.
pub struct Around<'a> {
    /// The way from the page to the published folder.
    pub up: &'a str,
    /// The places whose pages have the departments; none where the block lists these.
    pub places: Vec<OfPlace<'a>>,
    /// What the script of the page may fetch.
    pub data: Data,
    /// The pinyin of names.
    pub pinyin: &'a Pinyin,
}

/// Those that the sums count. On a place's page that has no departments these are its governments.
fn counted<'l, 'a>(listed: &'l [Listed<'a>]) -> Vec<&'l Listed<'a>> {
    let those = |counting| listed.iter().filter(move |one| one.counting == counting).collect::<Vec<_>>();
    let departments = those(Counting::Counts);
    if departments.is_empty() { those(Counting::Government) } else { departments }
}

/// The sentence about budgets that stand in the list and not in the sums.
fn not_counted(listed: &[Listed], edition: Edition, locale: Locale) -> String {
    let count = |is: fn(&Counting) -> bool| listed.iter().filter(|one| is(&one.counting)).count();
    let units = count(|counting| matches!(counting, Counting::Within(_)));
    let again = count(|counting| matches!(counting, Counting::Again(_)));
    let governments = count(|counting| *counting == Counting::Government);
    let kind = edition.kind(locale.lang);
    let mut told = String::new();
    if governments > 0 && listed.iter().any(Listed::is_counted) {
        told += &locale.format(
            "{0} 份整个政府的{1}另列，不和各部门的相加。",
            " Whole governments whose {1} is listed and not added to the departments': {0}.",
            &[&governments.to_string(), kind],
        );
    }
    if units > 0 {
        told += &locale.format(
            "{0} 份单位{1}已含在所属部门里，不再相加。",
            " Units whose {1} is in their department's and not added again: {0}.",
            &[&units.to_string(), kind],
        );
    }
    if again > 0 {
        told += &locale.format(
            "{0} 份是同一部门同一年的另一份文件，不再相加。",
            " Other files of the same department and year, which are not added again: {0}.",
            &[&again.to_string()],
        );
    }
    told
}

/// `朔州市平鲁区 32 个部门`: the place, if it is one for all; of one department its name.
fn title(rows: &[&ListRow], region: Option<&str>, locale: Locale) -> String {
    let count = rows.len().to_string();
    match (region, rows) {
        (_, [only]) => only.department.clone(),
        (Some(region), _) => locale.format("{0} {1} 个部门", "{1} departments of {0}", &[region, &count]),
        (None, _) => locale.format("{0} 个部门", "{0} departments", &[&count]),
    }
}

/// What all departments publish as their totals, together, and whose number that is.
fn total(rows: &[&ListRow], sum: Option<&Budget>, locale: Locale) -> (Option<Money>, String) {
    let totals: Vec<_> = rows.iter().filter_map(|row| row.numbers.total).collect();
    if totals.is_empty() {
        let none = locale.tr("这些文件里没有支出的合计。", "No document here has a total of expenditure.");
        return (None, none.into());
    }
    if let [only] = rows {
        let (zh, en) = if only.numbers.printed {
            ("文件公布的支出合计。", "The total of expenditure as published.")
        } else {
            ("文件没有印合计，由本页按功能分类相加。", "The document prints no total: its classes, added by this page.")
        };
        return (only.numbers.total, locale.tr(zh, en).into());
    }
    let mut lead = locale.format(
        "本页合计，不是公布的数字：{0} 个部门的合计相加。",
        "Added by this page, not published: the totals of {0} departments. ",
        &[&totals.len().to_string()],
    );
    let without = rows.len() - totals.len();
    if without > 0 {
        lead += &locale.format(
            "另有 {0} 个部门的文件里没有合计。",
            "The documents of {0} others have none. ",
            &[&without.to_string()],
        );
    }
    lead += &difference_of_classes(rows, sum, locale);
    (Money::sum(totals, Unit::Wan), lead.trim().into())
}

/// Why the classes of the figure below come to less or more than the totals: some documents have a total and no classes;
/// what is left then is rounding, or the documents' own.
fn difference_of_classes(rows: &[&ListRow], sum: Option<&Budget>, locale: Locale) -> String {
    let Some(classes) = sum.and_then(of_classes) else { return String::new() };
    let (with, without): (Vec<_>, Vec<_>) = rows
        .iter()
        .filter_map(|row| Some((totals::has_sums(&row.numbers), row.numbers.total?)))
        .partition(|(has_classes, _)| *has_classes);
    let money = |of: &[(bool, Money)]| Money::sum(of.iter().map(|(_, total)| *total), Unit::Wan);
    let mut told = String::new();
    if let Some(total) = money(&without).filter(|_| !without.is_empty()) {
        told += &locale.format(
            "其中 {0} 个部门（合 {1}）的文件没有按功能分类的数，不在下面的图里。",
            "The documents of {0} of them ({1}) have no functional classes and are not in the figure below. ",
            &[&without.len().to_string(), &locale.exact_money(total)],
        );
    }
    if let Some(total) = money(&with).filter(|total| *total != classes) {
        told += &locale.format(
            "图里的部门合计是 {0}，按功能分类相加是 {1}，差别来自四舍五入或各文件自己的出入。",
            "The totals of those in the figure come to {0}, their functional classes to {1}; rounding, or the documents themselves, make the difference.",
            &[&locale.exact_money(total), &locale.exact_money(classes)],
        );
    }
    told
}

/// What the classes of all come to.
fn of_classes(sum: &Budget) -> Option<Money> {
    let table = sum.tables.first()?;
    Money::sum(table.lines.iter().filter_map(|line| table.money(line, column::TOTAL)), Unit::Wan)
}

/// The figure of the sums. Its numbers lead nowhere, since they are printed nowhere.
fn card(sum: &Budget, locale: Locale) -> Option<Element> {
    let question = EAGER.iter().find(|question| question.id == "structure")?;
    let figure = (question.answer)(sum, &Query::default(), locale)?;
    let drawn = page::drawn(&figure, locale, TextSize::Usual);
    let card = markup::card(&figure, drawn, Highlight::default(), locale, None, None);
    // No program runs here that could answer a button.
    Some(markup::written(card, markup::Reading::Alone))
}

/// The card of the `i`th year, whose ids are not those of the first one's.
fn unlike(mut card: Element, i: usize) -> Element {
    fn rename(element: &mut Element, i: usize) {
        for (_, id) in element.attributes.iter_mut().filter(|(name, _)| *name == "id") {
            *id = format!("{id}-{}", i + 1);
        }
        for child in &mut element.children {
            if let markup::Node::Element(element) = child {
                rename(element, i);
            }
        }
    }
    if i > 0 {
        rename(&mut card, i);
    }
    card
}
