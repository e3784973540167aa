//! What stands beside a comparison of departments: what makes it unfair, and where its numbers are from.

use super::{Compared, Department, drawn};
use crate::budget::{Budget, Series};
use crate::figure::several::several;
use crate::figure::years::points::is_general_public_only;
use crate::figure::years::projects;
use crate::figure::{Text, param, statistics};
use crate::locale::Locale;

/// The most departments that the source names.
const NAMED: usize = 6;

/// What makes the comparison unfair.
pub fn notes(
    budget: &Budget,
    departments: &[Department],
    lacking: &[String],
    chosen: Compared,
    locale: Locale,
) -> Vec<Text> {
    let mut notes = vec![
        locale
            .tr(
                "部门的职责和大小不同，花得多不等于花得不当。看差别在哪里，再看各自的文件怎样说明。",
                "Departments differ in duties and size: who spends more does not spend worse. See where they differ, and what each document says of it.",
            )
            .to_string(),
    ];
    let named = |is_it: &dyn Fn(&Department) -> bool| {
        let own = departments.iter().filter(|own| is_it(own));
        several(&own.map(|own| own.called.as_str()).collect::<Vec<_>>(), locale)
    };
    let units = named(&|own| own.document.document.level.as_deref() == Some("unit"));
    if !units.is_empty() && departments.iter().any(|own| own.document.document.level.as_deref() != Some("unit")) {
        let (zh, en) =
            ("只是一个单位本身、不含所属单位的：{0}。", "A single body, without those that it is over: {0}.");
        notes.push(locale.format(zh, en, &[&units]));
    }
    let less = named(&|own| is_general_public_only(own.document));
    if !less.is_empty() && departments.iter().any(|own| !is_general_public_only(own.document)) {
        let (zh, en) = (
            "只列出一般公共预算、不是全部支出的：{0}。",
            "With the general public budget only, which is not all expenditure: {0}.",
        );
        notes.push(locale.format(zh, en, &[&less]));
    }
    if let Some(divisor) = chosen.per {
        notes.push(divisor.caveat(locale).into());
        let uncounted = (named(&|own| own.derivation.counted.is_none()), divisor.uncounted());
        let none = (named(&|own| own.derivation.is_by_nothing()), divisor.none());
        for (names, (zh, en)) in [uncounted, none].into_iter().filter(|(names, _)| !names.is_empty()) {
            notes.push(locale.format(zh, en, &[&names]));
        }
    }
    if chosen.id == param::PROJECTS {
        notes.push(projects::caveat(locale).into());
    }
    if !lacking.is_empty() {
        let year = budget.document.year.to_string();
        let (zh, en) = ("没有 {0} 年文件的：{1}。", "Without a document of {0}: {1}.");
        notes.push(locale.format(zh, en, &[&year, &several(lacking, locale)]));
    }
    notes.into_iter().map(Text::from).collect()
}

/// The formula of each department that is drawn, and who publishes the statistics.
pub fn footnotes(
    departments: &[Department],
    chosen: Compared,
    told: Locale,
    series: &[&Series],
    locale: Locale,
) -> Vec<Text> {
    let drawn = drawn(departments).filter(|_| chosen.per.is_some());
    let formula = |own: &Department| {
        let formula = own.derivation.formula(&own.divided, told.unit, told, locale)?;
        let name = locale.lang.name(&own.called, own.document.document.department_en.as_deref());
        Some(locale.tell("{0}：{1}", "{0}: {1}", &[&name, &formula]))
    };
    drawn.filter_map(formula).chain(statistics::published(series, locale)).collect()
}

/// Whose documents and statistics the numbers are from.
pub fn source(budget: &Budget, departments: &[Department], series: &[&Series], locale: Locale) -> Text {
    let listed = departments.iter().take(NAMED);
    let names: Vec<_> = listed.map(|own| Text::at(&own.called, own.whole.at)).collect();
    let mut names = Text::join(&names, locale.tr("、", ", "));
    if departments.len() > NAMED {
        let count = departments.len().to_string();
        names = names + locale.format("等 {0} 个部门", " and others, {0} departments in all,", &[&count]);
    }
    let (zh, en) = ("来源：{0}的 {1} 年文件 · 单位：{2}", "Source: the documents of {0} of {1}\u{a0}· unit: {2}");
    let year = budget.document.year;
    let mut statistics = statistics::source(&series[..series.len().min(NAMED)], &[year], locale);
    if series.len() > NAMED {
        let count = series.len().to_string();
        statistics += &locale.format("等 {0} 组统计数据", " and others, {0} series in all", &[&count]);
    }
    locale.tell(zh, en, &[&names, &year.to_string(), &locale.unit_name()]) + statistics
}
