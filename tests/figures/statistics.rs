//! Amounts for each member of staff, vehicle or inhabitant, and in prices of one year: reckoned exactly, with the formula of
//! each, and nothing where a number is missing.

use std::sync::Arc;

use crate::common::golden;
use budget_lens::budget::{Budget, Others};
use budget_lens::chart::{ChartSize, scene};
use budget_lens::figure::{Control, Figure, Param, Places, Plot, Query, figures, param};
use budget_lens::load;
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;
use budget_lens::paint::svg;
use serde_json::{Value, json};

pub const ZH: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
pub const EN: Locale = Locale { lang: Lang::En, unit: Unit::Wan };

/// A document with its expenditure, the running costs of vehicles, and how many staff and vehicles it states.
pub fn document(
    department: &str,
    year: u16,
    [total, running]: [&str; 2],
    [staff, vehicles]: [Option<&str>; 2],
) -> Value {
    let count = |key: &str, name: &str, unit: &str, value: Option<&str>| {
        let one = |value| json!([{"key": key, "name": name, "value": value, "unit": unit}]);
        value.map_or(json!([]), one)
    };
    json!({
        "format": "budget-lens/1",
        "document": {"department": department, "region": "青石县", "year": year, "title": "部门预算", "unit": "万元"},
        "tables": [
            {
                "number": "表三", "title": "部门支出总表", "kind": "expenditure",
                "columns": [{"id": "total", "name": "合计"}],
                "lines": [
                    {"name": "合计", "role": "total", "amounts": {"total": total}},
                    {"code": "201", "name": "一般公共服务支出", "amounts": {"total": total}},
                ],
            },
            {
                "number": "表十", "title": "“三公”经费", "kind": "three-public",
                "columns": [{"id": "total", "name": "预算数"}],
                "lines": [
                    {"name": "合计", "role": "total", "key": "three-public", "amounts": {"total": running}},
                    {"name": "公务用车运行维护费", "key": "vehicle-running", "amounts": {"total": running}},
                ],
            },
        ],
        "staff": count("serving-staff", "在编人员", "人", staff),
        "assets": count("vehicles", "公务用车", "辆", vehicles),
    })
}

pub fn statistics() -> Value {
    json!({
        "format": "budget-lens/statistics/1",
        "series": [
            {
                "kind": "inhabitants", "name": "常住人口", "name_en": "residents", "region": "青石县", "unit": "万人",
                "source": {"name": "青石县统计局《统计公报》", "name_en": "Qingshi Bureau of Statistics", "url": "https://stats.example/2025"},
                "values": {"2024": "20.36", "2025": "20.18", "2026": "20.05"},
            },
            {
                "kind": "prices", "name": "居民消费价格指数", "name_en": "consumer price index", "base": 2024,
                "source": {"name": "国家统计局"},
                "values": {"2024": "100", "2025": "101.2", "2026": "103.5"},
            },
        ],
    })
}

fn read(document: &Value) -> Budget {
    load::read(document.to_string().as_bytes()).unwrap().budget
}

/// The last of these documents, open together with the others, and with statistics, if any are given.
pub fn together(documents: &[Value], statistics: Option<&Value>) -> Budget {
    let others = Others::new(documents.iter().map(read).collect());
    let read_in = |given: &Value| load::statistics(given.to_string().as_bytes()).unwrap().0;
    others.give(statistics.map(|given| Arc::new(read_in(given))));
    let budget = read(documents.last().unwrap());
    budget.others.set(Arc::new(others));
    budget
}

pub fn three_years() -> [Value; 3] {
    let document = |year, amounts, counts| document("青石县图书馆", year, amounts, counts);
    [
        document(2024, ["4000.00", "8.00"], [Some("80"), Some("2")]),
        document(2025, ["4400.00", "9.00"], [None, Some("3")]),
        document(2026, ["4754.23", "9.50"], [Some("89"), Some("3")]),
    ]
}

fn asking(chosen: &[(&'static str, &str)]) -> Query {
    let mut query = Query::default();
    for (name, value) in chosen {
        query.set(Param::new(name, *value));
    }
    query
}

pub fn figure(id: &str, budget: &Budget, chosen: &[(&'static str, &str)], locale: Locale) -> Figure {
    let mut all = figures(budget, &asking(chosen), locale).into_iter();
    all.find(|figure| figure.id == id).expect("the figure")
}

pub fn amounts(figure: &Figure) -> Vec<&str> {
    figure.legend.iter().map(|&id| &*figure.entries[id].amount).collect()
}

/// The values of every choice.
pub fn all_options(figure: &Figure) -> Vec<Vec<String>> {
    let values = |control: &Control| match control {
        Control::Options { options, .. } => options.iter().map(|(value, _)| value.clone()).collect(),
        Control::Find { .. } => Vec::new(),
    };
    figure.controls.iter().map(values).collect()
}

pub fn options(figure: &Figure, wanted: &str) -> Option<Vec<String>> {
    figure.controls.iter().find_map(|control| match control {
        Control::Options { name, options, .. } if *name == wanted => {
            Some(options.iter().map(|(value, _)| value.clone()).collect())
        }
        _ => None,
    })
}

pub fn rows(figure: &Figure) -> Vec<Vec<&str>> {
    figure.grid.rows.iter().map(|row| row.cells.iter().map(|cell| &*cell.text).collect()).collect()
}

#[test]
fn an_amount_for_each_member_of_staff_has_its_formula_and_a_year_without_staff_has_none() {
    let budget = together(&three_years(), None);
    let figure = figure("years", &budget, &[(param::PER, "person")], ZH);
    assert_eq!(
        figure.answer.to_string(),
        "从 2024 年到 2026 年，在编人员人均支出（本页计算）由 50.00 万元增到 53.42 万元（+6.8%）。"
    );
    assert_eq!(amounts(&figure), ["50.00", "未列明", "53.42"]);
    let notes: Vec<_> = figure.legend.iter().map(|&id| figure.entries[id].note.as_deref().unwrap()).collect();
    assert_eq!(
        notes,
        [
            "4,000.00 万元 ÷ 在编人员 80 人 = 50.00 万元/人（本页计算）",
            "这份文件没有写在编人数",
            "4,754.23 万元 ÷ 在编人员 89 人 = 53.42 万元/人（四舍五入，本页计算）",
        ]
    );
    assert!(figure.entries[0].at.is_none(), "it is printed nowhere");
    // The formula's numbers lead into the documents that print them.
    let places = Places::of(&budget, ZH);
    let links: Vec<_> = figure.footnotes[0].runs().iter().filter_map(|(_, at)| Some(places.href((*at)?))).collect();
    assert_eq!(links, ["#2024/表三-合计", "#2024/人员-1"]);
    let head: Vec<_> = figure.grid.head.iter().map(String::as_str).collect();
    assert_eq!(head, ["年", "合计", "在编人员（人）", "本页计算（万元）", "比前一份（万元）"]);
    assert_eq!(rows(&figure)[1], ["2025 年", "4,400.00", "—", "—", "—"]);
    assert_eq!(rows(&figure)[2], ["2026 年", "4,754.23", "89", "53.42", "—"]);
    let Plot::Series(bars) = &figure.plot else { panic!("{:?}", figure.plot) };
    assert_eq!(bars.len(), 2, "what is not stated is not drawn");
    assert!(figure.notes.iter().any(|note| note.contains("不含离退休人员")), "{:?}", figure.notes);
}

#[test]
fn an_amount_for_each_inhabitant_is_told_in_yuan_and_its_source_is_named() {
    let budget = together(&three_years(), Some(&statistics()));
    let zh = figure("years", &budget, &[(param::PER, "inhabitant")], ZH);
    assert_eq!(amounts(&zh), ["196.46 元", "218.04 元", "237.12 元"]);
    assert_eq!(
        zh.entries[2].note.as_deref(),
        Some("4,754.23 万元 ÷ 青石县常住人口 20.05 万人 = 237.12 元/人（四舍五入，本页计算）")
    );
    assert!(zh.source.ends_with("；青石县常住人口（2024、2025、2026 年）：青石县统计局《统计公报》"), "{}", zh.source);
    assert_eq!(
        zh.footnotes[3].to_string(),
        "青石县常住人口的来源：青石县统计局《统计公报》 https://stats.example/2025"
    );
    assert_eq!(rows(&zh)[2], ["2026 年", "4,754.23", "20.05", "237.12", "+19.08"]);
    let en = figure("years", &budget, &[(param::PER, "inhabitant")], EN);
    assert_eq!(
        en.entries[2].note.as_deref(),
        Some("4,754.23 wan yuan ÷ 20.05 wan residents of 青石县 = 237.12 yuan each (rounded, worked out by this page)")
    );
    assert_eq!(
        en.answer.to_string(),
        "From 2024 to 2026, expenditure for each inhabitant (worked out by this page) rose from 196.46 yuan to 237.12 yuan (+20.7%)."
    );
}

#[test]
fn what_is_said_and_drawn_is_as_it_was() {
    let budget = together(&three_years(), Some(&statistics()));
    let mut told = Vec::new();
    for (per, prices) in [("person", ""), ("vehicle", ""), ("inhabitant", "2026"), ("", "2024")] {
        for locale in [ZH, EN] {
            let measure = if per == "vehicle" { param::THREE_PUBLIC } else { "" };
            let chosen = [(param::PER, per), (param::PRICES, prices), (param::MEASURE, measure)];
            let figure = figure("years", &budget, &chosen, locale);
            told.push(format!("## {per} {prices}\n{}", figure.answer));
            let entries = figure.legend.iter().map(|&id| &figure.entries[id]);
            told.extend(entries.map(|entry| format!("- {} {}: {:?}", entry.name, entry.amount, entry.note)));
            told.push(figure.grid.head.join(" | "));
            told.extend(rows(&figure).iter().map(|row| row.join(" | ")));
            let texts = figure.notes.iter().chain([&figure.source]).chain(&figure.footnotes);
            told.extend(texts.map(ToString::to_string));
        }
    }
    golden::held("tests/golden/statistics-years.txt", &(told.join("\n") + "\n"));
    let figure = figure("years", &budget, &[(param::PER, "inhabitant")], ZH);
    let scene = scene(&figure, ZH, ChartSize { width: 324.0, font_size: 14.0 });
    golden::held("tests/golden/statistics-years-phone.svg", &svg::document(&scene, &svg::theme(svg::LIGHT)));
}

#[test]
fn in_prices_of_one_year_that_year_is_as_it_was_printed() {
    let budget = together(&three_years(), Some(&statistics()));
    let figure = figure("years", &budget, &[(param::PRICES, "2026")], ZH);
    // 4,000.00 × 103.5 ÷ 100; 4,400.00 × 103.5 ÷ 101.2.
    assert_eq!(amounts(&figure), ["4,140.00", "4,500.00", "4,754.23"]);
    assert_eq!(figure.entries[1].note.as_deref(), Some("4,400.00 万元 × 103.5 ÷ 101.2 = 4,500.00 万元（本页计算）"));
    assert!(figure.answer.starts_with("从 2024 年到 2026 年，按 2026 年价格的支出（本页计算）由 4,140.00 万元增到"));
    assert_eq!(rows(&figure)[1], ["2025 年", "4,400.00", "101.2", "4,500.00", "+360.00"]);
    assert!(figure.footnotes.iter().any(|note| *note == "居民消费价格指数（2024 年 = 100）的来源：国家统计局"));
    assert_eq!(options(&figure, param::PRICES).unwrap(), ["", "2024", "2025", "2026"]);
    // A year without an index cannot be chosen.
    let other = self::figure("years", &budget, &[(param::PRICES, "2023")], ZH);
    assert_eq!(amounts(&other), ["4,000.00", "4,400.00", "4,754.23"]);
}

#[test]
fn both_are_reckoned_in_one_step() {
    let budget = together(&three_years(), Some(&statistics()));
    let figure = figure("years", &budget, &[(param::PER, "person"), (param::PRICES, "2026")], ZH);
    assert_eq!(amounts(&figure), ["51.75", "未列明", "53.42"]);
    assert_eq!(
        figure.entries[0].note.as_deref(),
        Some("4,000.00 万元 × 103.5 ÷ 100 ÷ 在编人员 80 人 = 51.75 万元/人（本页计算）")
    );
    assert!(figure.answer.contains("按 2026 年价格的在编人员人均支出（本页计算）"), "{}", figure.answer);
}

#[test]
fn for_each_vehicle_there_are_its_running_costs_and_not_all_expenditure() {
    let budget = together(&three_years(), None);
    let whole = figure("years", &budget, &[], ZH);
    assert_eq!(options(&whole, param::PER).unwrap(), ["", "person"]);
    let three = figure("years", &budget, &[(param::MEASURE, param::THREE_PUBLIC)], ZH);
    assert_eq!(options(&three, param::PER).unwrap(), ["", "person", "vehicle"]);
    let chosen = [(param::MEASURE, param::THREE_PUBLIC), (param::PER, "vehicle")];
    let figure = figure("years", &budget, &chosen, ZH);
    assert_eq!(amounts(&figure), ["4.00", "3.00", "3.17"]);
    assert!(figure.answer.contains("平均每辆车的公务用车运行维护费"), "{}", figure.answer);
    assert_eq!(options(&figure, param::PER).unwrap(), ["", "person", "vehicle"]);
}

#[test]
fn nothing_can_be_chosen_that_fewer_than_two_years_have() {
    let mut documents = three_years();
    documents[0]["staff"] = json!([]);
    let figure = figure("years", &together(&documents, None), &[(param::PER, "person"), (param::PRICES, "2024")], ZH);
    assert_eq!(amounts(&figure), ["4,000.00", "4,400.00", "4,754.23"]);
    assert!(options(&figure, param::PER).is_none() && options(&figure, param::PRICES).is_none());
    // Statistics of another place are none of this one's.
    let mut other = statistics();
    other["series"][0]["region"] = json!("白水县");
    other["series"][1]["values"] = json!({"2024": "100"});
    let figure = self::figure("years", &together(&three_years(), Some(&other)), &[], ZH);
    assert_eq!(options(&figure, param::PER).unwrap(), ["", "person"]);
    assert!(options(&figure, param::PRICES).is_none());
}

#[test]
fn a_count_of_zero_divides_nothing() {
    let mut documents = three_years();
    documents[0]["staff"][0]["value"] = json!("0");
    documents[1]["staff"] = documents[2]["staff"].clone();
    let figure = figure("years", &together(&documents, None), &[(param::PER, "person")], ZH);
    assert_eq!(amounts(&figure)[0], "未列明");
}

#[test]
fn what_only_rounding_makes_alike_is_not_told_as_the_same() {
    let of = |year, amount: &str| document("青石县图书馆", year, ["100.00", amount], [None, None]);
    let documents = [of(2024, "0.18"), of(2026, "0.20")];
    let shown = |documents: &[Value], inhabitants: [&str; 2]| {
        let mut statistics = statistics();
        statistics["series"][0]["values"] = json!({"2024": inhabitants[0], "2026": inhabitants[1]});
        let budget = together(documents, Some(&statistics));
        figure("years", &budget, &[(param::MEASURE, param::THREE_PUBLIC), (param::PER, "inhabitant")], ZH)
    };
    let three = shown(&documents, ["20.00", "20.00"]);
    assert_eq!(
        three.answer.to_string(),
        "从 2024 年到 2026 年，居民人均“三公”经费（本页计算）由 0.0090 元增到 0.0100 元（+11.1%）。"
    );
    assert_eq!(amounts(&three)[..2], ["0.0090 元", "0.0100 元"]);
    let alike = shown(&[of(2024, "100.00"), of(2026, "100.01")], ["20.36", "20.36"]);
    assert_eq!(
        alike.answer.to_string(),
        "2024 年和 2026 年，居民人均“三公”经费（本页计算）相差不到一个末位：四舍五入后都是 4.91 元。"
    );
    let same = shown(&[of(2024, "100.00"), of(2026, "100.00")], ["20.36", "20.36"]);
    assert!(same.answer.to_string().contains("一样多：4.91 元"), "{}", same.answer);
}

#[test]
fn a_year_that_states_no_vehicles_has_none_to_divide_by() {
    let mut documents = three_years();
    documents[2]["assets"][0]["value"] = json!("0");
    let chosen = [(param::MEASURE, param::THREE_PUBLIC), (param::PER, "vehicle")];
    let figure = figure("years", &together(&documents, None), &chosen, ZH);
    let last = &figure.entries[figure.legend[2]];
    assert_eq!(last.note.as_deref(), Some("公务用车是 0，没有每辆的"));
    assert!(last.unstated);
}
