//! Several years of one department: each number from the document that prints it, what two of them say differently, and
//! what is said and not guessed.

use std::sync::Arc;

use budget_lens::budget::{Budget, Others, Place};
use budget_lens::figure::{Figure, Param, Places, Plot, Query, figures, param};
use budget_lens::load;
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;
use serde_json::{Value, json};

const ZH: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
const EN: Locale = Locale { lang: Lang::En, unit: Unit::Wan };

/// A document with two classes, the three public expenses and, if stated, the change on last year.
pub fn document(year: u16, [culture, housing]: [&str; 2], total: &str, change: Option<&str>) -> Value {
    let line = |code: &str, name: &str, total: &str| json!({"code": code, "name": name, "amounts": {"total": total, "basic": total}});
    let statements = change.map(|change| {
        json!([{"section": "收支总体情况", "subject": "expenditure", "name": "支出总计", "amount": total, "change": change}])
    });
    json!({
        "format": "budget-lens/1",
        "document": {"department": "青石县图书馆", "year": year, "title": "部门预算", "unit": "万元"},
        "tables": [{
            "number": "表三", "title": "部门支出总表", "kind": "expenditure",
            "columns": [{"id": "total", "name": "合计"}, {"id": "basic", "name": "基本支出"}, {"id": "project", "name": "项目支出"}],
            "lines": [
                {"name": "合计", "role": "total", "amounts": {"total": total, "basic": total}},
                line("207", "文化旅游体育与传媒支出", culture),
                line("221", "住房保障支出", housing),
            ],
        }],
        "statements": statements.unwrap_or(json!([])),
    })
}

fn read(document: &Value) -> Budget {
    load::read(document.to_string().as_bytes()).unwrap().budget
}

/// The newest of these documents, open together with the others.
pub fn together(documents: &[Value]) -> Budget {
    let others = Others::new(documents.iter().map(read).collect());
    let budget = read(documents.last().unwrap());
    budget.others.set(Arc::new(others));
    budget
}

fn years(budget: &Budget, query: &Query, locale: Locale) -> Figure {
    figures(budget, query, locale).into_iter().find(|figure| figure.id == "years").expect("the figure")
}

pub fn three_years() -> [Value; 3] {
    [
        document(2024, ["80.00", "20.00"], "100.00", None),
        document(2025, ["88.50", "21.50"], "110.00", Some("10.00")),
        document(2026, ["90.00", "30.00"], "120.00", Some("9.00")),
    ]
}

fn asking(name: &'static str, value: &str) -> Query {
    let mut query = Query::default();
    query.set(Param::new(name, value));
    query
}

#[test]
fn a_document_of_one_year_has_no_such_figure() {
    let budget = read(&three_years()[2]);
    assert!(figures(&budget, &Query::default(), ZH).iter().all(|figure| figure.id != "years"));
    // Nor have documents of two departments.
    let mut other = three_years()[1].clone();
    other["document"]["department"] = json!("青石县博物馆");
    let budget = together(&[other, three_years()[2].clone()]);
    assert!(figures(&budget, &Query::default(), ZH).iter().all(|figure| figure.id != "years"));
}

#[test]
fn the_answer_goes_from_the_first_year_to_the_last_and_each_number_leads_into_its_document() {
    let budget = together(&three_years());
    let figure = years(&budget, &Query::default(), ZH);
    assert_eq!(figure.answer.to_string(), "从 2024 年到 2026 年，支出由 100.00 万元增到 120.00 万元（+20.0%）。");
    let en = years(&budget, &Query::default(), EN).answer.to_string();
    assert_eq!(en, "From 2024 to 2026, expenditure rose from 100.00 wan yuan to 120.00 wan yuan (+20.0%).");
    let names: Vec<_> =
        figure.legend.iter().map(|&id| (&*figure.entries[id].name, &*figure.entries[id].amount)).collect();
    assert_eq!(names, [("2024 年", "100.00"), ("2025 年", "110.00"), ("2026 年", "120.00")]);
    let notes: Vec<_> = figure.legend.iter().map(|&id| figure.entries[id].note.clone()).collect();
    assert_eq!(notes[1].as_deref(), Some("比前一份 +10.00（+10.0%）"));
    let places = Places::of(&budget, ZH);
    let at = |id: usize| figure.entries[id].at.expect("printed");
    assert_eq!(places.href(at(0)), "#2024/表三-合计");
    assert_eq!(places.path(at(0)), "2024 年文件 · 表三 · 合计 · 合计");
    assert_eq!(places.href(at(2)), "#表三-合计", "the document that is shown has links of its own");
    assert_eq!(at(0).printed(&budget).unwrap().0.to_string(), "100.00");
    // Another year's row opens that document.
    assert_eq!(figure.entries[0].param, Some(Param::new(param::YEAR, "2024")));
    assert_eq!(figure.entries[2].param, None);
}

#[test]
fn bars_are_in_the_parts_that_each_document_prints() {
    let mut documents = three_years();
    documents[2]["tables"][0]["lines"][0]["amounts"] = json!({"total": "120.00", "basic": "70.00", "project": "50.00"});
    let figure = years(&together(&documents), &Query::default(), ZH);
    let Plot::Series(bars) = &figure.plot else { panic!("{:?}", figure.plot) };
    let parts: Vec<Vec<_>> = bars
        .iter()
        .map(|bar| bar.parts.iter().map(|&id| (&*figure.entries[id].name, &*figure.entries[id].amount)).collect())
        .collect();
    assert_eq!(parts[0], [("2024 年 · 基本支出", "100.00")]);
    assert_eq!(parts[2], [("2026 年 · 基本支出", "70.00"), ("2026 年 · 项目支出", "50.00")]);
    // In the table a part that is not printed is not zero.
    let rows: Vec<Vec<_>> =
        figure.grid.rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect();
    assert_eq!(rows[0], ["2024 年", "100.00", "100.00", "—", "—"]);
    assert_eq!(rows[2], ["2026 年", "120.00", "70.00", "50.00", "+10.00"]);
}

#[test]
fn a_bar_is_as_long_as_its_whole_where_the_document_prints_more_than_the_parts() {
    let mut documents = three_years();
    // 20.00 of 2025 are neither basic nor project.
    documents[1]["tables"][0]["lines"][0]["amounts"]["basic"] = json!("90.00");
    documents[1]["tables"][0]["lines"][1]["amounts"]["basic"] = json!("68.50");
    let figure = years(&together(&documents), &Query::default(), ZH);
    let Plot::Series(stacks) = &figure.plot else { panic!("{:?}", figure.plot) };
    let part = |part: &usize| (figure.entries[*part].name.clone(), figure.entries[*part].amount.clone());
    let parts: Vec<_> = stacks[1].parts.iter().map(part).collect();
    let expected = [("2025 年 · 基本支出", "90.00"), ("2025 年 · 其余（本页相减）", "20.00")];
    assert_eq!(parts, expected.map(|(name, amount)| (name.to_owned(), amount.to_owned())));
    assert!(figure.entries[stacks[1].parts[1]].at.is_none(), "it is printed nowhere");
    assert_eq!(stacks[0].parts.len(), 1);
}

#[test]
fn a_class_that_is_drilled_into_is_followed_by_its_code_and_what_a_year_lacks_is_no_zero() {
    let mut documents = three_years();
    documents[0]["tables"][0]["lines"].as_array_mut().unwrap().pop();
    documents[1]["tables"][0]["lines"][2]["name"] = json!("住房支出");
    let budget = together(&documents);
    let figure = years(&budget, &asking(param::CODE, "221"), ZH);
    assert_eq!(figure.answer.to_string(), "从 2025 年到 2026 年，住房保障支出由 21.50 万元增到 30.00 万元（+39.5%）。");
    assert_eq!(figure.breadcrumbs[0].0, "全部");
    let first = &figure.entries[0];
    assert!(first.money.is_none() && first.unstated && first.amount == "未列明", "{first:?}");
    let Plot::Series(bars) = &figure.plot else { panic!("{:?}", figure.plot) };
    assert_eq!(bars.len(), 2);
    let notes: Vec<_> = figure.notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        notes,
        ["编码 221 的名称变过：2025 年起叫“住房支出”，2026 年起叫“住房保障支出”。内容是否相同，文件没有说。"]
    );
    // A code that none of them has changes nothing.
    let all = years(&budget, &asking(param::CODE, "999"), ZH);
    assert_eq!(all.answer, years(&budget, &Query::default(), ZH).answer);
    let notes: Vec<_> = all.notes.iter().map(ToString::to_string).collect();
    let renamed = "从 2025 年到 2026 年改了名称的科目：221 由“住房支出”改为“住房保障支出”。内容是否相同，文件没有说。";
    assert_eq!(notes, ["2025 年有、2024 年没有的科目：住房支出。", renamed]);
}

#[test]
fn where_a_later_document_says_otherwise_than_the_years_own_both_are_shown() {
    let budget = together(&three_years());
    let figure = years(&budget, &Query::default(), ZH);
    let section = &figure.sections[0];
    // 120.00 less 9.00 is 111.00, where the document of 2025 has 110.00.
    assert_eq!(section.badge.as_ref().unwrap().0, "mismatch");
    assert!(section.paragraphs[0].contains("比了 2 处，有 1 处不一致"), "{:?}", section.paragraphs);
    let row: Vec<_> = section.grid.as_ref().unwrap().rows[0].cells.iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(row, ["支出总计\u{a0}· 2025\u{a0}年", "111.00", "110.00", "+1.00"]);
    let at = section.grid.as_ref().unwrap().rows[0].cells[2].at.unwrap();
    assert!(matches!(at, Place::Other(_)));
    assert_eq!(Places::of(&budget, ZH).href(at), "#2025/表三-合计");
}

#[test]
fn an_amount_that_the_text_means_otherwise_than_the_table_is_not_held_against_the_year_before() {
    let mut documents = three_years();
    // The text is on a part of what the table adds up, so it is also of another amount this year.
    documents[2]["statements"][0]["amount"] = json!("50.00");
    let figure = years(&together(&documents), &Query::default(), ZH);
    let section =
        figure.sections.iter().find(|section| section.title.contains("两年的文件")).expect("of 2025 and 2024");
    let years: Vec<_> = section.grid.as_ref().unwrap().rows.iter().map(|row| row.cells[0].text.clone()).collect();
    assert!(years.len() == 1 && years[0].ends_with("\u{a0}· 2024\u{a0}年"), "{years:?}");
}

#[test]
fn what_rounding_may_bring_apart_is_no_contradiction() {
    let mut documents = three_years();
    documents[2]["statements"][0]["change"] = json!("9.99");
    let figure = years(&together(&documents), &Query::default(), ZH);
    assert_eq!(figure.sections[0].badge.as_ref().unwrap().0, "holds");
    // What was spent of a year stands in neither budget.
    documents[2]["statements"][0]["base"] = json!("actual");
    documents[2]["statements"][0]["change"] = json!("1.00");
    let figure = years(&together(&documents), &Query::default(), ZH);
    assert!(figure.sections[0].paragraphs[0].contains("比了 1 处，都一致"), "{:?}", figure.sections[0].paragraphs);
}

#[test]
fn a_year_without_a_document_is_said() {
    let [one, _, three] = three_years();
    let figure = years(&together(&[one, three]), &Query::default(), ZH);
    assert_eq!(figure.notes[0].to_string(), "没有 2025 年的文件，所以没有画。");
}

#[test]
fn all_that_two_documents_contradict_is_listed_and_what_is_equal_differs_by_zero() {
    let lines = |amounts: &dyn Fn(usize) -> [String; 2]| {
        let line = |i: usize| {
            let [total, last] = amounts(i);
            json!({"code": (201 + i).to_string(), "name": format!("第 {i} 类支出"), "amounts": {"total": total, "last-year": last}})
        };
        (0..20).map(line).collect::<Vec<_>>()
    };
    let of = |year: u16, amounts: &dyn Fn(usize) -> [String; 2]| {
        let mut document = document(year, ["1.00", "1.00"], "2.00", None);
        document["tables"][0]["columns"] =
            json!([{"id": "total", "name": "合计"}, {"id": "last-year", "name": "上年"}]);
        document["tables"][0]["lines"] = json!(lines(amounts));
        document
    };
    // Each line of 2026 is one more than in 2025; of the first sixteen, it says that 2025 was half of what it was.
    let earlier = of(2025, &|_| ["4.00".into(), "1.00".into()]);
    let later = of(2026, &|i| ["5.00".into(), (if i < 16 { "2.00" } else { "4.00" }).into()]);
    let figure = years(&together(&[earlier, later]), &Query::default(), ZH);
    let section = figure.sections.iter().find(|section| section.title.contains("说法一致")).unwrap();
    let rows = &section.grid.as_ref().unwrap().rows;
    let differences: Vec<_> = rows.iter().map(|row| row.cells[3].text.as_str()).collect();
    assert_eq!(differences[..16], ["−2.00"; 16], "{:?}", section.paragraphs);
    assert_eq!(differences[16..], ["0.00"; 4], "equal amounts have a difference, which is zero");
    assert_eq!(section.paragraphs.len(), 1, "none is left out: {:?}", section.paragraphs);
}
