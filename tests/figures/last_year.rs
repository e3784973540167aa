//! Last year's own document beside the figures of this year's: its amounts line by line, and what the two contradict.

use budget_lens::budget::Budget;
use budget_lens::figure::{Figure, Places, Query, figures, summary};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::years::{document, three_years, together};

const ZH: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
const EN: Locale = Locale { lang: Lang::En, unit: Unit::Wan };

/// A document of three lines of the three public expenses, with the change of each.
fn with_expenses(year: u16, [receptions, vehicles]: [&str; 2], change: Option<&str>) -> Value {
    let mut document = document(year, ["60.00", "40.00"], "100.00", None);
    let line = |key: &str, name: &str, total: &str| json!({"key": key, "name": name, "amounts": {"total": total}});
    let whole =
        |[one, other]: [&str; 2]| (one.parse::<Decimal>().unwrap() + other.parse::<Decimal>().unwrap()).to_string();
    document["tables"].as_array_mut().unwrap().push(json!({
        "number": "表八", "title": "“三公”经费表", "kind": "three-public",
        "columns": [{"id": "total", "name": "金额"}],
        "lines": [
            {"key": "three-public", "name": "合计", "role": "total", "amounts": {"total": whole([receptions, vehicles])}},
            line("receptions", "公务接待费", receptions),
            line("vehicle-running", "公务用车运行费", vehicles),
        ],
    }));
    document["statements"] = change.map_or(json!([]), |change| {
        json!([{"section": "五", "subject": "vehicle-running", "name": "公务用车运行费", "amount": vehicles, "change": change}])
    });
    document
}

fn figure(id: &str, budget: &Budget, locale: Locale) -> Figure {
    figures(budget, &Query::default(), locale).into_iter().find(|figure| figure.id == id).expect("the figure")
}

fn cells(figure: &Figure, row: usize) -> Vec<&str> {
    figure.grid.rows[row].cells.iter().map(|cell| cell.text.as_str()).collect()
}

#[test]
fn last_years_own_document_stands_beside_what_is_derived_and_a_contradiction_is_shown() {
    let years = |change| {
        together(&[with_expenses(2025, ["9.00", "20.00"], None), with_expenses(2026, ["8.00", "22.00"], Some(change))])
    };
    let budget = years("2.00");
    let own = figure("three-public", &budget, ZH);
    assert_eq!(own.grid.head.last().unwrap(), "2025 年的文件");
    assert_eq!(cells(&own, 1), ["公务用车运行费", "22.00", "+2.00", "20.00", "20.00"]);
    assert_eq!(cells(&own, 0), ["公务接待费", "8.00", "—", "—", "9.00"], "also where nothing is derived");
    assert_eq!(cells(&own, 2), ["合计", "30.00", "—", "—", "29.00"]);
    let at = own.grid.rows[1].cells[4].at.unwrap();
    assert_eq!(Places::of(&budget, ZH).href(at), "#2025/表八-vehicle-running");
    let says = |figure: &Figure, words: &str| figure.notes.iter().any(|note| note.to_string().contains(words));
    assert!(says(&own, "一致（对过 1 项）"), "{:?}", own.notes);
    assert!(own.sections.is_empty());
    // What the document of 2026 says of 2025 is 17.00, where that year's own has 20.00.
    let budget = years("5.00");
    let own = figure("three-public", &budget, ZH);
    assert!(!says(&own, "一致（对过"));
    let section = &own.sections[0];
    assert_eq!(section.badge.as_ref().unwrap().0, "mismatch");
    let row: Vec<_> = section.grid.as_ref().unwrap().rows[0].cells.iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(row, ["公务用车运行费\u{a0}· 2025\u{a0}年", "17.00", "20.00", "−3.00"]);
    let english = figure("three-public", &budget, EN);
    assert_eq!(english.grid.head.last().unwrap(), "The document of 2025");
}

#[test]
fn every_figure_has_last_years_amounts_of_its_lines_but_not_of_what_was_renamed_or_stands_twice() {
    let mut documents = three_years();
    documents[1]["tables"][0]["lines"][2]["name"] = json!("住房支出");
    let own = figure("structure", &together(&documents), ZH);
    assert_eq!(own.grid.head.last().unwrap(), "2025 年的文件");
    let last = |figure: &Figure| -> Vec<String> {
        figure.grid.rows.iter().map(|row| row.cells.last().unwrap().text.clone()).collect()
    };
    assert_eq!(last(&own), ["88.50", "—", "110.00"]);
    documents[1]["tables"][0]["lines"]
        .as_array_mut()
        .unwrap()
        .push(json!({"code": "207", "name": "文化旅游体育与传媒支出", "amounts": {"total": "1.00"}}));
    assert_eq!(last(&figure("structure", &together(&documents), ZH)), ["—", "—", "110.00"]);
    // A budget is beside the budget, a final account beside the final account.
    let mut settled = documents.clone();
    for document in &mut settled[1..] {
        document["document"]["stage"] = json!("final");
    }
    let [_, last, this] = settled;
    let [planned, ..] = three_years();
    let mut planned = planned;
    planned["document"]["year"] = json!(2025);
    let own = figure("structure", &together(&[planned, last, this]), ZH);
    assert_eq!(own.grid.head.last().unwrap(), "2025 年决算的文件");
}

/// A document in yuan whose text states its change in units of 10,000 yuan.
fn in_yuan(year: u16, total: &str, stated: [&str; 2]) -> Value {
    let mut document = document(year, [total, "0.00"], total, None);
    document["document"]["unit"] = json!("元");
    let [amount, change] = stated;
    document["statements"] = json!([{
        "section": "一", "subject": "expenditure", "name": "支出总计", "unit": "万元", "amount": amount, "change": change,
    }]);
    document
}

#[test]
fn what_a_text_states_in_a_larger_unit_has_no_zeros_that_nobody_printed() {
    const YUAN: Locale = Locale { lang: Lang::Zh, unit: Unit::Yuan };
    let documents =
        [in_yuan(2025, "445272999.00", ["44527.30", "1.00"]), in_yuan(2026, "303312586.17", ["30331.26", "-14196.05"])];
    let budget = together(&documents);
    let change = summary(&budget, YUAN).change.unwrap();
    assert_eq!(change.years.map(|year| year.amount.to_string()), ["44,527.31 万元", "30,331.26 万元"]);
    let told = figure("change", &budget, YUAN);
    assert_eq!(told.answer.to_string(), "2026 年支出比上年减少 14,196.05 万元（−31.9%）。");
    assert!(told.source.to_string().contains("单位：万元"), "{}", told.source);
    assert_eq!(cells(&told, 0)[1], "30,331.26");
    let years = figure("years", &budget, YUAN);
    let section = years.sections.iter().find(|section| section.title.contains("说法一致")).unwrap();
    let row = &section.grid.as_ref().unwrap().rows[0];
    let row: Vec<_> = row.cells[1..3].iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(row, ["44,527.31 万元", "445,272,999.00"]);
    let mut document = documents[1].clone();
    document["tables"].as_array_mut().unwrap().push(json!({
        "number": "表八", "title": "“三公”经费表", "kind": "three-public", "columns": [{"id": "total", "name": "金额"}],
        "lines": [
            {"key": "three-public", "name": "合计", "role": "total", "amounts": {"total": "219012.34"}},
            {"key": "reception", "name": "公务接待费", "amounts": {"total": "219012.34"}},
        ],
    }));
    document["statements"].as_array_mut().unwrap().push(json!({
        "section": "二", "subject": "three-public", "name": "“三公”经费", "unit": "万元", "amount": "21.90", "change": "-4.60",
    }));
    let card = figure("three-public", &together(&[document]), YUAN);
    assert_eq!(card.answer.to_string(), "“三公”经费共 219,012.34 元，比上年减少 4.60 万元（−17.4%）。");
    // In the unit of the text everything is in that unit.
    assert_eq!(cells(&figure("change", &budget, ZH), 0)[1], "30,331.26");
}

#[test]
fn in_english_expenses_have_the_same_names_in_the_text_as_in_their_table() {
    let stated = [("reception", "公务接待费"), ("overseas", "因公出国（境）费"), ("agency-operating", "机关运行经费")];
    let of = |year: u16| {
        let mut document = document(year, ["90.00", "10.00"], "100.00", None);
        let one = |((subject, name), amount): (&(&str, &str), &str)| json!({"section": "七", "subject": subject, "name": name, "amount": amount, "change": "1.00"});
        let all: Vec<_> = stated.iter().zip(["5.00", "4.00", "3.00"]).map(one).collect();
        document["statements"] = json!(all);
        document
    };
    let budget = together(&[of(2025), of(2026)]);
    let names = |figure: &Figure| figure.legend.iter().map(|&id| figure.entries[id].name.clone()).collect::<Vec<_>>();
    let change = figure("change", &budget, EN);
    assert_eq!(names(&change), ["Official receptions", "Overseas trips", "Operating costs of public bodies"]);
    let card = names(&figure("three-public", &budget, EN));
    assert!(names(&change)[..2].iter().all(|name| card.contains(name)), "{card:?}");
    let years = figure("years", &budget, EN);
    let section = years.sections.iter().find(|section| section.grid.is_some()).unwrap();
    let rows = &section.grid.as_ref().unwrap().rows;
    assert!(
        rows.iter().all(|row| row.cells[0].text.replace("\u{a0}·", "").replace('\u{a0}', "").is_ascii()),
        "{rows:?}"
    );
}
