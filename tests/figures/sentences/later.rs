//! Income, change, economic items, procurement: what they say of documents unlike the official one.

use budget_lens::budget::Budget;
use budget_lens::figure::{Figure, Places, Plot, Query, figures};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;

use super::{official, read, said};

/// A document in 万元 with these tables, each as (kind, columns, lines), and more fields.
fn tables(tables: &[(&str, &str, &str)], more: &str) -> Budget {
    let column = |id: &str| format!(r#"{{"id":"{id}","name":"{id}栏"}}"#);
    let table = |(i, (kind, columns, lines)): (usize, &(&str, &str, &str))| {
        let columns = columns.split(' ').map(column).collect::<Vec<_>>().join(",");
        format!(
            r#"{{"number":"表{i}","title":"表","kind":"{kind}","unit":"万元","columns":[{columns}],"lines":[{lines}]}}"#
        )
    };
    let tables = tables.iter().enumerate().map(table).collect::<Vec<_>>().join(",");
    let json = format!(
        r#"{{"format":"budget-lens/1","document":{{"department":"局","year":2026,"title":"预算","unit":"万元"}},"tables":[{tables}]{more}}}"#
    );
    read(json.as_bytes())
}

fn has(budget: &Budget, id: &str) -> bool {
    let locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
    figures(budget, &Query::default(), locale).iter().any(|figure| figure.id == id)
}

/// Each link of a flow: from, to, how much.
fn links(figure: &Figure) -> Vec<(String, String, String)> {
    let Plot::Flow(flow) = &figure.plot else { panic!("{:?} is no flow", figure.plot) };
    let locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
    let name = |id: usize| figure.entries[id].name.clone();
    flow.links.iter().map(|link| (name(link.from), name(link.to), locale.number(link.money))).collect()
}

const FUNDS: &str = "total general-public own-funds carry-over";

#[test]
fn the_official_money_comes_from_one_fund() {
    let budget = official();
    let figure = said(&budget, "income");
    assert_eq!((&figure.plot, figure.ranked), (&Plot::None, false));
    assert_eq!(figure.answer, "4,754.23 万元全部来自一般公共预算，没有使用上年结转。");
    let path = Places::of(&budget, Locale { lang: Lang::Zh, unit: Unit::Wan }).path(figure.entries[0].at.unwrap());
    assert_eq!(path, "表二 · 合计 · 一般公共预算");
}

#[test]
fn several_funds_are_told_by_size_and_flow_cell_by_cell() {
    let income = r#"{"code":"201","name":"甲","amounts":{"total":"70.00","general-public":"60.00","own-funds":"10.00"}},
        {"code":"205","name":"乙","amounts":{"total":"30.00","carry-over":"30.00"}},
        {"name":"合计","role":"total","amounts":{"total":"100.00","general-public":"60.00","own-funds":"10.00","carry-over":"30.00"}}"#;
    let spent = r#"{"code":"201","name":"甲","amounts":{"total":"70.00","basic":"70.00"}},{"code":"205","name":"乙","amounts":{"total":"30.00","project":"30.00"}},
        {"name":"合计","role":"total","amounts":{"total":"100.00","basic":"70.00","project":"30.00"}}"#;
    let figure =
        said(&tables(&[("income", FUNDS, income), ("expenditure", "total basic project", spent)], ""), "income");
    assert_eq!(figure.answer, "收入共 100.00 万元，最多的来自general-public栏 60.00 万元（60.0%）。");
    let links = links(&figure);
    assert_eq!(links.len(), 3 + 2);
    assert_eq!(links[1], ("carry-over栏".into(), "乙".into(), "30.00".into()));

    // Without classes in the income table nobody knows which fund pays for what: all meet in one station.
    let total =
        r#"{"name":"合计","role":"total","amounts":{"total":"100.00","general-public":"60.00","own-funds":"40.00"}}"#;
    let figure =
        said(&tables(&[("income", FUNDS, total), ("expenditure", "total basic project", spent)], ""), "income");
    let Plot::Flow(flow) = &figure.plot else { panic!("{:?}", figure.plot) };
    assert_eq!(flow.columns.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1, 2, 2]);
    assert_eq!(figure.notes, ["没有使用上年结转。"]);
    assert!(figure.footnotes[0].contains("先汇成收入合计"), "{:?}", figure.footnotes);
}

#[test]
fn one_source_of_all_needs_no_flow() {
    let line = r#"{"code":"201","name":"甲","amounts":{"total":"5.00","general-public":"5.00"}}"#;
    let spent = r#"{"code":"201","name":"甲","amounts":{"total":"5.00"}}"#;
    let figure = said(&tables(&[("income", FUNDS, line), ("expenditure", "total", spent)], ""), "income");
    assert_eq!(figure.answer, "5.00 万元全部来自general-public栏，没有使用上年结转。");
    assert_eq!(figure.entries[0].name, "general-public栏（本页相加）");
    assert_eq!(figure.plot, Plot::None);
    let nothing = r#"{"name":"合计","role":"total","amounts":{"total":"0.00"}}"#;
    let figure = said(&tables(&[("income", FUNDS, nothing)], ""), "income");
    assert_eq!((&*figure.answer, &figure.plot), ("没有安排收入，合计 0.00 万元。", &Plot::None));
}

#[test]
fn without_an_income_table_the_funds_are_those_of_the_balance() {
    let json = r#"{"format":"budget-lens/1","document":{"department":"局","year":2026,"title":"预算","unit":"万元"},"tables":[
        {"number":"表一","title":"收支总表","kind":"balance","unit":"万元",
        "columns":[{"id":"income","name":"金额","side":"income"},{"id":"total","name":"合计","side":"expenditure"}],"lines":[
        {"key":"general-public","name":"一般公共预算","side":"income","amounts":{"income":"80.00"}},
        {"key":"carry-over","name":"上年结转","side":"income","amounts":{"income":"10.00"}},
        {"key":"income","name":"收入总计","role":"total","side":"income","amounts":{"income":"90.01"}},
        {"key":"205","name":"教育支出","side":"expenditure","amounts":{"total":"90.00"}}]}]}"#;
    let figure = said(&read(json.as_bytes()), "income");
    assert_eq!(figure.answer, "收入共 90.01 万元，最多的来自一般公共预算 80.00 万元（88.9%）。");
    assert_eq!(figure.footnotes[0], "各项来源由本页相加为 90.00 万元，文件所列合计为 90.01 万元。");
}

#[test]
fn ten_classes_are_seven_in_the_flow_and_add_up() {
    let lines = |column: &str| {
        let line = |i: usize| {
            format!(r#"{{"code":"{}","name":"类{i}","amounts":{{"total":"{i}.00","{column}":"{i}.00"}}}}"#, 200 + i)
        };
        (1..=10).map(line).collect::<Vec<_>>().join(",")
    };
    let (income, spent) = (lines("general-public"), lines("basic"));
    let income = income + r#",{"code":"201","name":"类1","amounts":{"total":"9.00","own-funds":"9.00"}}"#;
    let figure =
        said(&tables(&[("income", FUNDS, &income), ("expenditure", "total basic project", &spent)], ""), "income");
    let flow = links(&figure);
    assert_eq!(flow.len(), 8 + 7);
    assert_eq!(flow[6].1, "其余 4 项（本页相加）");
    assert_eq!(flow[6].2, "10.00");
}

#[test]
fn a_decrease_and_no_change_at_all_are_told() {
    let statement = |change: &str, more: &str| {
        format!(
            r#","statements":[{{"subject":"expenditure","name":"支出","section":"一","amount":"80.00","change":"{change}"{more}}}]"#
        )
    };
    let budget = tables(&[], &statement("-20.00", r#","rate":"-20.00","reason":"项目少了。""#));
    let figure = said(&budget, "change");
    assert_eq!(figure.answer, "2026 年支出比上年减少 20.00 万元（−20.0%）。");
    assert_eq!(figure.notes, ["文件的说法：项目少了（支出）。", "文件没有写明具体减少了哪些。"]);
    assert_eq!(figure.entries[0].note.as_deref(), Some("比上年 −20.00（−20.0%）"));
    let Plot::Stacks(years) = &figure.plot else { panic!("{:?}", figure.plot) };
    let years: Vec<_> = years.iter().map(|year| [year.label.as_str(), &year.amount].join(" ")).collect();
    assert_eq!(years, ["2025 年（推算） 100.00", "2026 年 80.00"]);
    assert_eq!(figure.grid.rows[0].cells[4].text, "100.00");
    assert_eq!(figure.source, "来源：情况说明“一”部分\u{a0}· 单位：万元");
    let figure = said(&tables(&[], &statement("0", "")), "change");
    assert_eq!(figure.answer, "2026 年支出与上年相同，为 80.00 万元。");
    assert_eq!(figure.grid.rows[0].cells[2].text, "与上年相同");
    assert!(!has(&tables(&[], ""), "change"));
    let budget = official();
    let places = Places::of(&budget, Locale { lang: Lang::Zh, unit: Unit::Wan });
    let subjects: Vec<_> = said(&budget, "change").entries.iter().map(|entry| Some(places.path(entry.at?))).collect();
    assert_eq!(subjects[0].as_deref(), Some("表一 · 支出总计 · 2026年合计"));
    assert_eq!(subjects[2].as_deref(), Some("表十 · 公务接待费 · 合计"));
}

#[test]
fn the_largest_change_is_told_where_no_total_is_stated() {
    let statements = r#","statements":[{"subject":"reception","name":"公务接待费","section":"七","amount":"1.00","change":"0.50"},
        {"subject":"vehicles","name":"公务用车费","section":"七","amount":"9.00","change":"-3.00"},{"subject":"basic","name":"基本支出","section":"六","change":"2.00"}]"#;
    let figure = said(&tables(&[], statements), "change");
    assert_eq!(figure.answer, "2026 年公务用车费比上年减少 3.00 万元（−25.0%）。");
    assert_eq!(figure.legend.len(), 2, "a change without an amount says nothing of either year");
}

#[test]
fn last_year_is_read_where_a_table_prints_it() {
    let columns = "total basic project last-year-budget";
    let lines = r#"{"name":"合计","role":"total","amounts":{"total":"80.00","last-year-budget":"100.00"}},
        {"code":"201","name":"甲","amounts":{"total":"80.00","last-year-budget":"75.00"}},{"code":"205","name":"乙","amounts":{"last-year-budget":"25.00"}},
        {"code":"206","name":"丙","amounts":{"total":"0.00"}}"#;
    let figure = said(&tables(&[("expenditure", columns, lines)], ""), "change");
    assert_eq!(figure.answer, "2026 年支出比上年减少 20.00 万元（−20.0%）。");
    assert_eq!(figure.grid.head[4], "2025 年");
    let cells: Vec<_> = figure.grid.rows[1].cells.iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(cells, ["乙", "未安排", "−25.00", "−100.00%", "25.00"]);
    assert_eq!(figure.grid.rows.len(), 3, "where last year is blank nothing is compared");
    let three = r#"{"key":"reception","name":"公务接待费","amounts":{"total":"1.00","last-year-budget":"4.00"}},
        {"key":"three-public","name":"合计","role":"total","amounts":{"total":"1.00","last-year-budget":"4.00"}}"#;
    let stated =
        r#","statements":[{"subject":"three-public","name":"三公","section":"七","amount":"1.00","change":"-9.00"}]"#;
    let figure = said(&tables(&[("three-public", columns, three)], stated), "three-public");
    assert_eq!(figure.answer, "“三公”经费共 1.00 万元，比上年减少 3.00 万元（−75.0%）。");
    assert_eq!(figure.grid.head[3], "2025 年");
}

const KINDS: &str = "total personnel operating";

#[test]
fn an_item_of_both_kinds_says_so_and_heads_are_counted_only_where_they_are_stated() {
    let lines = r#"{"name":"合计","role":"total","amounts":{"total":"100.00","personnel":"60.00","operating":"40.00"}},
        {"code":"301","name":"工资福利支出","amounts":{"total":"60.00","personnel":"60.00"}},{"code":"302","name":"商品和服务支出","amounts":{"total":"40.00","operating":"40.00"}},
        {"code":"30205","name":"水费","amounts":{"total":"5.00","operating":"5.00"}},{"code":"30206","name":"电费","amounts":{"total":"10.00","operating":"10.00"}},
        {"code":"30299","name":"其他","amounts":{"total":"25.00","personnel":"5.00","operating":"20.00"}}"#;
    let figure = said(&tables(&[("basic-economic", KINDS, lines)], ""), "economic");
    assert_eq!(figure.answer, "基本支出 100.00 万元，最多的是工资福利 60.00 万元（60.0%）。");
    assert_eq!(figure.notes, ["水费与电费合计 15.00 万元，占基本支出的 15.0%：（5.00 + 10.00）÷ 100.00。"]);
    let Plot::Treemap(branches) = &figure.plot else { panic!("{:?}", figure.plot) };
    assert_eq!(branches.iter().map(|branch| branch.parts.len()).collect::<Vec<_>>(), [1, 3]);
    let other = figure.entries.iter().find(|entry| entry.name == "其他").unwrap();
    assert_eq!((other.note.as_deref(), other.series), (Some("人员经费 5.00，公用经费 20.00"), 1));
    let staff = r#","staff":[{"key":"serving-staff","name":"在编人员","value":"7","unit":"人"}]"#;
    let figure = said(&tables(&[("basic-economic", KINDS, lines)], staff), "economic");
    assert_eq!(figure.notes[1], "平均每人：人员经费 60.00 万元 ÷ 在编人员 7 人 = 8.57 万元/人（四舍五入）。");
    assert!(!has(&tables(&[("basic-economic", KINDS, "")], staff), "economic"));
    let lines = r#"{"code":"301","name":"工资福利支出","amounts":{"total":"60.00"}}"#;
    let budget = tables(&[("basic-economic", "total", lines)], "");
    assert!(has(&budget, "economic") && !has(&budget, "personnel-operating"));
}

#[test]
fn a_document_without_vehicles_says_nothing_of_one() {
    let mut budget = official();
    budget.assets.clear();
    let notes = said(&budget, "three-public").notes;
    assert!(
        !notes.iter().any(|note| note.contains("每辆车")) && notes.iter().any(|note| note.contains("35.7%")),
        "{notes:?}"
    );
}

#[test]
fn procurement_is_told_from_a_table_or_else_from_the_narrative() {
    let stated = r#","procurement":[{"subject":"procurement","name":"政府采购预算总额","section":"九","amount":"10.00"},
        {"subject":"procurement-goods","name":"政府采购货物预算","section":"九","amount":"9.00"}]"#;
    let figure = said(&tables(&[], stated), "procurement");
    assert_eq!(figure.answer, "政府采购预算 10.00 万元，最多的是货物 9.00 万元（90.0%）。");
    assert_eq!(figure.footnotes, ["各项由本页相加为 9.00 万元，情况说明所列总额为 10.00 万元。"]);
    let lines = r#"{"name":"货物类","amounts":{"total":"3.00"}},{"name":"工程类"}"#;
    let figure = said(&tables(&[("procurement", "total", lines)], stated), "procurement");
    assert_eq!(figure.answer, "政府采购预算 3.00 万元，最多的是货物类 3.00 万元（100%）。");
    assert!(figure.source.starts_with("来源：表0"), "{}", figure.source);
    assert!(!has(&tables(&[], ""), "procurement"));
}

#[test]
fn ten_thousand_lines_are_told_in_lists_that_end() {
    let lines = |columns: &str| {
        let line = |i: usize| {
            let cells = columns.split(' ').map(|id| format!(r#""{id}":"{i}.00""#)).collect::<Vec<_>>().join(",");
            format!(r#"{{"code":"{}","name":"项{i}","level":1,"amounts":{{{cells}}}}}"#, 1_000_000 + i)
        };
        (1..=10_000).map(line).collect::<Vec<_>>().join(",")
    };
    let spent = "total basic project last-year-budget";
    let kinds = [("income", FUNDS), ("expenditure", spent), ("basic-economic", KINDS), ("procurement", "total")];
    let lines = kinds.map(|(_, columns)| lines(columns));
    let all: Vec<_> =
        kinds.iter().zip(&lines).map(|((kind, columns), lines)| (*kind, *columns, lines.as_str())).collect();
    let budget = tables(&all, "");
    for id in ["income", "change", "economic", "personnel-operating", "procurement"] {
        let figure = said(&budget, id);
        let size = figure.entries.len().max(figure.grid.rows.len());
        assert!(size <= 100, "{id} has {size} entries or rows");
    }
}

#[test]
fn the_largest_the_smallest_and_less_than_nothing_break_no_figure() {
    for amounts in [["999999999999999.999999"; 3], ["-5.00", "0.00", "-0.01"], ["0.000001", "-999999999999999.99", "0"]]
    {
        let lines = |columns: &str| {
            let cells =
                |of: &str| columns.split(' ').map(|id| format!(r#""{id}":"{of}""#)).collect::<Vec<_>>().join(",");
            let line = |(i, of): (usize, &&str)| {
                format!(r#"{{"code":"{}","name":"项","amounts":{{{}}}}}"#, 301 + i, cells(of))
            };
            let total = format!(r#"{{"name":"合计","role":"total","amounts":{{{}}}}}"#, cells(amounts[0]));
            amounts.iter().enumerate().map(line).chain([total]).collect::<Vec<_>>().join(",")
        };
        let spent = "total basic project last-year-budget";
        let kinds = [
            ("income", FUNDS),
            ("expenditure", spent),
            ("basic-economic", KINDS),
            ("procurement", "total"),
            ("three-public", spent),
        ];
        let lines = kinds.map(|(_, columns)| lines(columns));
        let all: Vec<_> =
            kinds.iter().zip(&lines).map(|((kind, columns), lines)| (*kind, *columns, lines.as_str())).collect();
        let more = r#","staff":[{"key":"serving-staff","name":"在编","value":"0","unit":"人"}],"assets":[{"key":"vehicles","name":"车","value":"3","unit":"辆"}]"#;
        let budget = tables(&all, more);
        for id in ["income", "change", "economic", "personnel-operating", "procurement", "three-public"] {
            let figure = said(&budget, id);
            assert!(figure.answer.ends_with('。') && !figure.answer.contains('…'), "{}", figure.answer);
        }
    }
}
