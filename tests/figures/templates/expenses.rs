//! The three public expenses and what stands beside them, as lines, as columns, or in the narrative alone.

use budget_lens::figure::Plot;

use super::made::{budget, table};
use super::{WORDS, answer, rows, said, spent};
use budget_lens::budget::Budget;

#[test]
fn meetings_and_training_are_none_of_the_three() {
    let three = table("three-public", "total")
        .line("three-public-meetings-training: 合计 | 63.00")
        .total("three-public: “三公”经费小计 | 10.00")
        .line("overseas: 因公出国（境）费 | -")
        .line("reception: 公务接待费 | 10.00")
        .line("meetings: 会议费 | 10.00")
        .line("training: 培训费 | 43.00");
    let figure = said(&budget(&[spent(), three], ""), "three-public");
    assert_eq!(figure.answer, "“三公”经费共 10.00 万元。");
    let beside = "同一张表另列：会议费 10.00 万元、培训费 43.00 万元；不在“三公”经费之内。";
    assert!(figure.notes.iter().any(|note| **note == *beside), "{:?}", figure.notes);
}

#[test]
fn expenses_may_be_columns_of_one_line() {
    let columns = "three-public overseas reception vehicles vehicle-purchase vehicle-running agency-operating";
    let three = table("three-public", columns).line("2026年预算数 | 16.80 10.00 0.50 6.30 - 6.30 5.00");
    let stated = r#","statements":[{"subject":"three-public","name":"“三公”经费","section":"六","amount":"99.80"}]"#;
    let figure = said(&budget(&[spent(), three], stated), "three-public");
    assert_eq!(figure.answer, "“三公”经费共 16.80 万元。");
    assert_eq!(
        rows(&figure),
        ["因公出国（境） 10.00", "公务用车运行维护 6.30", "公务接待 0.50", "公务用车购置 未安排"]
    );
}

#[test]
fn expenses_may_be_printed_by_fund_and_by_year() {
    let by_fund = table("three-public", "last-year-general-public general-public government-fund")
        .total("three-public: 总计 | 59.62 32.56 1.00")
        .line("reception: 公务接待费 | 59.62 32.56 1.00");
    let figure = said(&budget(&[spent(), by_fund], ""), "three-public");
    assert_eq!(figure.answer, "“三公”经费共 33.56 万元，比上年减少 26.06 万元（−43.7%）。");
    assert!(figure.source.contains("各项资金由本页相加"), "{}", figure.source);
    assert!(figure.entries[0].at.is_none(), "a sum of two funds is printed nowhere");
    assert_eq!(figure.grid.rows.last().unwrap().cells[0].text, "合计（本页相加）");

    let by_year = table("three-public", "three-public overseas reception")
        .line("2025年执行数 | 8.00 5.00 3.00")
        .line("2026年预算数 | 6.00 4.00 2.00");
    let figure = said(&budget(&[spent(), by_year], ""), "three-public");
    assert_eq!(figure.answer, "“三公”经费共 6.00 万元，比上年执行数减少 2.00 万元（−25.0%）。");
    assert_eq!(rows(&figure), ["因公出国（境） 4.00", "公务接待 2.00"]);
    assert_eq!(figure.grid.head[3], "2025 年执行数");
}

#[test]
fn what_only_the_narrative_states_is_told_from_there() {
    let stated = r#","statements":[
        {"subject":"three-public","name":"“三公”经费","section":"七","amount":"5.00"},
        {"subject":"reception","name":"公务接待费","section":"七","amount":"5.00"},
        {"subject":"personnel","name":"人员经费","section":"六","amount":"50.00"},
        {"subject":"operating","name":"公用经费","section":"六","amount":"10.00"}]"#;
    let budget = budget(&[spent()], stated);
    let figure = said(&budget, "three-public");
    assert_eq!(figure.answer, "“三公”经费共 5.00 万元。");
    assert!(figure.source.starts_with("来源：情况说明“七”部分\u{a0}· 单位：万元"), "{}", figure.source);
    let figure = said(&budget, "personnel-operating");
    assert_eq!(figure.answer, "人员经费 50.00 万元，占基本支出的 83.3%。");
    assert!(figure.source.starts_with("来源：情况说明“六”部分"), "{}", figure.source);
}

#[test]
fn uses_that_no_vehicle_is_for_are_told_in_one_line() {
    let uses = (0..5).map(|i| {
        format!(r#",{{"key":"use-{i}","name":"用途 {i}","unit":"辆","value":"{}","part_of":"vehicles","as_of":"2025-07-31"}}"#, i / 4)
    });
    let whole = r#","assets":[{"key":"vehicles","name":"车辆","unit":"辆","value":"1","as_of":"2025-07-31"}"#;
    let stated = whole.to_string() + &uses.collect::<String>() + "]";
    let figure = said(&budget(&[spent()], &stated), "assets");
    assert_eq!(figure.nothing(WORDS).len(), 4);
    assert_eq!(figure.of_nothing(&figure.nothing(WORDS), WORDS), "另有 4 项为 0：");
    assert!(matches!(figure.plot, Plot::None), "one bar compares nothing");
    assert_eq!(figure.answer, "截至 2025 年 7 月 31 日，车辆 1 辆，全部是用途 4。");
}

/// A document whose table of the three public expenses has the expenses as columns.
fn by_expense(stage: &str, columns: &serde_json::Value, lines: &serde_json::Value) -> Budget {
    let document = serde_json::json!({
        "format": "budget-lens/1",
        "document": {"department": "甲局", "year": 2026, "title": "部门预算", "unit": "万元", "stage": stage},
        "tables": [{"number": "表八", "title": "“三公”经费表", "kind": "three-public", "columns": columns, "lines": lines}],
    });
    budget_lens::load::read(document.to_string().as_bytes()).unwrap().budget
}

#[test]
fn a_printed_total_is_not_added_to_the_subtotals_of_units() {
    let columns =
        serde_json::json!([{"id": "three-public", "name": "合计"}, {"id": "reception", "name": "公务接待费"}]);
    let lines = serde_json::json!([
        {"name": "合计", "role": "total", "amounts": {"three-public": "6.00", "reception": "6.00"}},
        {"name": "机关本级", "is": "unit", "level": 1, "role": "subtotal", "amounts": {"three-public": "4.00", "reception": "4.00"}},
        {"name": "服务站", "is": "unit", "level": 1, "role": "subtotal", "amounts": {"three-public": "2.00", "reception": "2.00"}},
    ]);
    let answer = answer(&by_expense("budget", &columns, &lines), "three-public");
    assert!(answer.starts_with("“三公”经费共 6.00 万元"), "{answer}");
}

#[test]
fn of_a_final_account_what_was_spent_is_not_added_to_what_was_budgeted() {
    let columns = serde_json::json!([
        {"id": "budget-three-public", "name": "合计", "group": "预算数", "phase": "budget"},
        {"id": "budget-reception", "name": "公务接待费", "group": "预算数", "phase": "budget"},
        {"id": "three-public", "name": "合计", "group": "决算数", "phase": "final"},
        {"id": "reception", "name": "公务接待费", "group": "决算数", "phase": "final"},
    ]);
    let amounts = serde_json::json!({
        "budget-three-public": "9.00", "budget-reception": "9.00", "three-public": "6.00", "reception": "6.00",
    });
    let lines = serde_json::json!([{"name": "本部门", "role": "total", "amounts": amounts}]);
    for (stage, total) in [("final", "6.00"), ("budget", "9.00")] {
        let answer = answer(&by_expense(stage, &columns, &lines), "three-public");
        assert!(answer.starts_with(&format!("“三公”经费共 {total} 万元")), "{stage}: {answer}");
    }
}

#[test]
fn a_total_with_meetings_and_training_is_not_the_three_public_expenses() {
    let with = |whole: Option<&str>| {
        let mut columns = vec![
            serde_json::json!({"id": "total", "name": "合计"}),
            serde_json::json!({"id": "reception", "name": "公务接待费", "group": "“三公”经费"}),
            serde_json::json!({"id": "vehicle-running", "name": "公务用车运行维护费", "group": "“三公”经费"}),
            serde_json::json!({"id": "meetings", "name": "会议费"}),
        ];
        let mut amounts =
            serde_json::json!({"total": "50.00", "reception": "4.00", "vehicle-running": "6.00", "meetings": "40.00"});
        if let Some(whole) = whole {
            columns.insert(1, serde_json::json!({"id": "three-public", "name": "小计", "group": "“三公”经费"}));
            amounts["three-public"] = whole.into();
        }
        let lines = serde_json::json!([{"name": "合计", "role": "total", "amounts": amounts}]);
        answer(&by_expense("budget", &columns.into(), &lines), "three-public")
    };
    let printed = with(Some("10.00"));
    assert!(printed.starts_with("“三公”经费共 10.00 万元"), "{printed}");
    let ours = with(None);
    assert!(!ours.contains("50.00"), "{ours}");
}

#[test]
fn a_unit_that_is_called_as_an_expense_is_none() {
    let columns = serde_json::json!([
        {"id": "three-public", "name": "小计"}, {"id": "reception", "name": "公务接待费"}, {"id": "training", "name": "培训费"},
    ]);
    let unit = |name: &str| serde_json::json!({"name": name, "is": "unit", "amounts": {"three-public": "2.00", "reception": "2.00", "training": "3.00"}});
    let total = serde_json::json!({"name": "合计", "role": "total", "amounts": {"three-public": "4.00", "reception": "4.00", "training": "6.00"}});
    let lines = serde_json::json!([total, unit("机关本级"), unit("干部教育培训中心")]);
    let figure = said(&by_expense("budget", &columns, &lines), "three-public");
    let beside = "同一张表另列：培训费 6.00 万元；不在“三公”经费之内。";
    assert!(figure.notes.iter().any(|note| **note == *beside), "{:?}", figure.notes);
}
