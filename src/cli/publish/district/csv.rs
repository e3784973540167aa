//! The list as a table for spreadsheets and programs: every year, in 万元.

use super::List;
use crate::cli::publish::counting::Counting;
use crate::cli::publish::list_row::ListRow;
use crate::cli::publish::site::Site;
use crate::export::csv;
use crate::locale::Locale;
use crate::money::{Money, Share};

/// What the file is called.
pub const NAME: &str = "departments.csv";

/// The text of the file: a line for each budget, by year and in the order in which they were given.
pub fn written(list: &List, site: &Site, locale: Locale) -> String {
    let List { rows, counting, folders } = *list;
    let heads = [
        ("年度", "Year"),
        ("部门", "Department"),
        ("合计（万元）", "Total (10,000 yuan)"),
        ("比上年（万元）", "On last year (10,000 yuan)"),
        ("比上年（%）", "On last year (%)"),
        ("基本支出占比", "Share of basic expenditure"),
        ("项目支出占比", "Share of projects"),
        ("“三公”经费（万元）", "Three public expenses (10,000 yuan)"),
        ("核对（处）", "Numbers checked"),
        ("不符（处）", "Do not agree"),
        ("网址", "Address"),
        ("计入合计", "In the sums"),
        ("所属部门", "Of the department"),
        ("地区", "Place"),
        ("类型", "Stage"),
    ];
    let mut order: Vec<_> = (0..rows.len()).collect();
    order.sort_by_key(|i| rows[*i].edition);
    let line = |i: usize| {
        let ListRow { numbers, checked, .. } = &rows[i];
        let money = |money: Option<Money>| money.map(|money| locale.exact_number(money)).unwrap_or_default();
        let share = |share: Option<Share>| share.map(|share| share.to_string()).unwrap_or_default();
        let change = numbers.change.as_ref();
        vec![
            rows[i].edition.year.to_string(),
            rows[i].department.clone(),
            money(numbers.total),
            money(change.map(|(change, _)| *change)),
            change.and_then(|(_, rate)| rate.clone()).unwrap_or_default(),
            share(numbers.basic),
            share(numbers.project),
            money(numbers.three_public.flatten()),
            checked.all.to_string(),
            checked.wrong.to_string(),
            site.link(Some(&folders.names[i])),
            if counting[i] == Counting::Counts { locale.tr("是", "yes") } else { locale.tr("否", "no") }.into(),
            match counting[i] {
                Counting::Within(above) => rows[above].department.clone(),
                _ => String::new(),
            },
            rows[i].region.clone().unwrap_or_default(),
            rows[i].edition.kind(locale.lang).into(),
        ]
    };
    csv::list(&heads.map(|(zh, en)| locale.tr(zh, en).into()), order.into_iter().map(line))
}
