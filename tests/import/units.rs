//! The unit of each table is the one that it says, and where it says none the one by which its totals are right.

use crate::common::made::model::Model;
use crate::common::made::text_writer::{docx, html, tabs};
use budget_lens::import::{ImportOptions, Imported, Source, import};

/// The unit of each table, and what is assumed of them, in each kind of file.
fn units(drawing: &str) -> (Vec<&'static str>, Vec<String>) {
    let model = Model::of(drawing);
    let files = [("a.txt", tabs(&model).into_bytes()), ("a.docx", docx(&model)), ("a.html", html(&model).into_bytes())];
    let read = |(name, bytes): (&str, Vec<u8>)| {
        let Imported { budget, report } =
            import(vec![Source { name: name.into(), bytes }], &ImportOptions::default()).unwrap();
        let units: Vec<_> = budget.tables.iter().map(|table| table.unit.zh()).collect();
        assert_eq!(units, report.tables.iter().map(|table| table.unit.zh()).collect::<Vec<_>>());
        let assumed = report.assumed.into_iter().filter(|assumed| assumed.what == "unit");
        (units, assumed.map(|assumed| assumed.message[0].clone()).collect())
    };
    let mut all = files.map(read).to_vec();
    let first = all.remove(0);
    assert!(all.iter().all(|other| *other == first), "{first:?} {all:?}");
    first
}

const YUAN: &str = "
    青石市图书馆2026年部门预算
    2026年收入总表
    单位：元
    科目编码 | 科目名称 | 合计 | 财政拨款
    207 | 文化旅游体育与传媒支出 | 1,250,000.00 | 1,250,000.00
    合计 | | 1,250,000.00 | 1,250,000.00";
const WAN: &str = "
    2026年“三公”经费支出表
    金额单位：人民币万元
    项目 | 合计 | 一般公共预算
    公务接待费 | 1.50 | 1.50
    合计 | 1.50 | 1.50";

#[test]
fn each_table_has_the_unit_that_it_says() {
    assert_eq!(units(&format!("{YUAN}{WAN}")), (vec!["元", "万元"], vec![]));
}

#[test]
fn a_unit_may_stand_in_the_title_or_in_a_heading() {
    let titled = "
        2026年支出总表（单位：万元）
        科目编码 | 科目名称 | 合计 | 基本支出
        207 | 文化旅游体育与传媒支出 | 125.00 | 125.00
        合计 | | 125.00 | 125.00";
    let headed = "
        2026年政府采购预算表
        采购项目 | 数量 | 单价（元） | 预算金额（万元）
        书架 | 20 | 500.00 | 1.00
        合计 | | | 1.00";
    assert_eq!(units(&format!("{YUAN}{titled}{headed}")), (vec!["元", "万元", "万元"], vec![]));
}

#[test]
fn a_table_without_a_unit_has_the_one_by_which_its_totals_are_those_of_others() {
    let silent = "
        2026年支出总表
        科目编码 | 科目名称 | 合计 | 基本支出
        207 | 文化旅游体育与传媒支出 | 1,250,000.00 | 1,250,000.00
        合计 | | 1,250,000.00 | 1,250,000.00";
    let (found, assumed) = units(&format!("{YUAN}{WAN}{silent}"));
    assert_eq!(found, ["元", "万元", "元"]);
    assert_eq!(assumed, ["《2026年支出总表》没有写明单位，按“元”读取，这样合计与其他表相符。"]);
}

#[test]
fn a_table_that_nothing_tells_the_unit_of_is_for_the_reader_to_check() {
    let silent = "
        2026年支出总表
        科目编码 | 科目名称 | 合计 | 基本支出
        207 | 文化旅游体育与传媒支出 | 77.00 | 77.00
        合计 | | 77.00 | 77.00";
    let (found, assumed) = units(&format!("{YUAN}{WAN}{silent}"));
    assert_eq!(found, ["元", "万元", "万元"]);
    assert_eq!(assumed, ["《2026年支出总表》没有写明单位，按“万元”读取，请核对。"]);
}
