//! What the lines and columns of a grid are: codes, marks, sides, sums, and words that are no amounts.

use crate::common::made::recognised::{grid, lines, paragraph, read};
use budget_lens::budget::{Kind, Role, Side};
use budget_lens::import::ImportOptions;
use budget_lens::import::recognise::recognise;
use budget_lens::money::Unit;

#[test]
fn a_table_by_function_has_codes_names_and_amounts_as_printed() {
    let budget = read(&[
        paragraph("表三"),
        paragraph("2026年支出总表"),
        paragraph("编制单位：某局 单位：万元"),
        grid(
            1,
            "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
             合计 | < | 1,120.50 | 90.00 | 1,030.50
             207 | 文化旅游体育与传媒支出 | 1,120.50 | 90.00 | 1,030.50
             20701 | 文化和旅游 | 1,120.50 | 90.00 | 1,030.50
             2070104 | 图书馆 | 1,120.50 | 90.00 | 1,030.50",
        ),
    ]);
    let table = &budget.tables[0];
    assert_eq!((table.number.as_str(), table.title.as_str()), ("表三", "2026年支出总表"));
    assert_eq!((table.kind, table.unit, table.page), (Some(Kind::Expenditure), Unit::Wan, Some(1)));
    assert_eq!(table.lines[0].role, Role::Total);
    assert_eq!(
        lines(table),
        [
            "- 合计 total=1120.50 basic=90.00 project=1030.50",
            "207 文化旅游体育与传媒支出 total=1120.50 basic=90.00 project=1030.50",
            "20701 文化和旅游 total=1120.50 basic=90.00 project=1030.50",
            "2070104 图书馆 total=1120.50 basic=90.00 project=1030.50",
        ]
    );
    assert_eq!((budget.document.department.as_str(), budget.document.year), ("某局", 2026));
}

#[test]
fn the_parts_of_a_code_in_three_columns_are_put_together() {
    let budget = read(&[
        paragraph("一般公共预算支出表"),
        paragraph("单位：元"),
        grid(
            1,
            "功能分类科目编码 | < | < | 功能分类科目名称 | 预算数 | < | <
             类 | 款 | 项 | ^ | 合计 | 基本支出 | 项目支出
             201 | | | 一般公共服务支出 | 300 | 200 | 100
             201 | 03 | | 政府办公厅（室）及相关机构事务 | 300 | 200 | 100
             201 | 03 | 01 | 行政运行 | 200 | 200 |
             | | 02 | 一般行政管理事务 | 100 | | 100
             合计 | < | < | < | 300 | 200 | 100",
        ),
    ]);
    let table = &budget.tables[0];
    assert_eq!(table.unit, Unit::Yuan);
    assert_eq!(
        lines(table),
        [
            "201 一般公共服务支出 total=300 basic=200 project=100",
            "20103 政府办公厅（室）及相关机构事务 total=300 basic=200 project=100",
            "2010301 行政运行 total=200 basic=200",
            "2010302 一般行政管理事务 total=100 project=100",
            "- 合计 total=300 basic=200 project=100",
        ]
    );
}

#[test]
fn a_balance_has_two_sides_with_their_marks() {
    let budget = read(&[
        paragraph("公开01表 收支总表"),
        paragraph("金额单位：万元"),
        grid(
            1,
            "收入 | < | 支出 | <
             项目 | 预算数 | 项目 | 预算数
             一、一般公共预算拨款收入 | 100.00 | 一、一般公共服务支出 | 80.00
             二、政府性基金预算拨款收入 | | 二、外交支出 |
             | | 三、社会保障和就业支出 | 20.00
             本年收入合计 | 100.00 | 本年支出合计 | 100.00
             收入总计 | 100.00 | 支出总计 | 100.00",
        ),
    ]);
    let table = &budget.tables[0];
    assert_eq!((table.number.as_str(), table.kind), ("公开01表", Some(Kind::Balance)));
    let ids: Vec<_> = table.columns.iter().map(|column| (column.id.as_str(), column.side)).collect();
    assert_eq!(ids, [("income", Some(Side::Income)), ("total", Some(Side::Expenditure))]);
    assert_eq!(
        lines(table),
        [
            "- 一、一般公共预算拨款收入 income=100.00",
            "- 二、政府性基金预算拨款收入",
            "- 本年收入合计 income=100.00",
            "- 收入总计 income=100.00",
            "- 一、一般公共服务支出 total=80.00",
            "- 二、外交支出",
            "- 三、社会保障和就业支出 total=20.00",
            "- 本年支出合计 total=100.00",
            "- 支出总计 total=100.00",
        ]
    );
}

#[test]
fn a_name_over_two_blocks_is_that_of_the_one_with_the_amount() {
    let budget = read(&[
        paragraph("公开01表 收支总表"),
        paragraph("单位：万元"),
        grid(
            1,
            "收入 | < | 支出 | < | < | <
             ^ | ^ | 功能分类 | < | 支出用途 | <
             项目 | 金额 | 项目 | 金额 | 项目 | 金额
             一、财政拨款 | 9.00 | 一、一般公共服务支出 | 7.00 | 一、基本支出 | 6.00
             | | 二、住房保障支出 | 2.00 | 二、项目支出 | 3.00
             收入合计 | 9.00 | 支出合计 | < | < | 9.00",
        ),
    ]);
    let totals: Vec<_> = lines(&budget.tables[0]).into_iter().filter(|line| line.contains("合计")).collect();
    assert_eq!(totals, ["- 收入合计 income=9.00", "- 支出合计 c6=9.00"]);
}

#[test]
fn what_is_no_amount_stays_as_printed_and_is_told() {
    let blocks = [
        paragraph("支出总表"),
        paragraph("单位：万元"),
        grid(
            1,
            "科目编码 | 科目名称 | 合计\n 201 | 一般公共服务支出 | 1.00\n 202 | 外交支出 | 无\n 203 | 国防支出 | 2.00\n 204 | 公共安全支出 | 3.00",
        ),
    ];
    let (budget, report) = recognise("a.pdf", &blocks, &ImportOptions::default());
    assert_eq!(lines(&budget.tables[0])[1], "202 外交支出 total-words=无");
    assert_eq!(report.unread.len(), 1);
    assert_eq!(report.unread[0].what, "无");
}

#[test]
fn a_line_has_the_codes_of_each_classification() {
    let budget = read(&[
        paragraph("支出总表"),
        paragraph("单位：万元"),
        grid(
            1,
            "支出功能分类科目 | 政府支出经济分类科目 | 部门支出经济分类科目 | 合计
             2010301-行政运行 | 50101-工资奖金津补贴 | 30101-基本工资 | 2.00
             2010301-行政运行 | 50101-工资奖金津补贴 | 30102-津贴补贴 | 3.00
             2010302-一般行政管理事务 | 50201-办公经费 | 30201-办公费 | 1.00",
        ),
    ]);
    let line = &budget.tables[0].lines[1];
    assert_eq!((line.code.as_deref(), &*line.name), (Some("2010301"), "行政运行"));
    assert_eq!((line.government.as_deref(), line.economic.as_deref()), (Some("50101"), Some("30102")));
}

#[test]
fn a_blank_column_of_income_begins_no_block() {
    let budget = read(&[
        paragraph("收入总表"),
        paragraph("单位：万元"),
        grid(
            1,
            "科目编码 | 科目名称 | 合计 | 一般公共预算 | 事业收入 | 其他收入
             合计 | < | 3.00 | 2.00 | | 1.00
             201 | 一般公共服务支出 | 3.00 | 2.00 | | 1.00",
        ),
    ]);
    let table = &budget.tables[0];
    assert_eq!(table.lines.len(), 2);
    assert!(table.columns.iter().all(|column| column.block.is_none() && !column.text));
}

#[test]
fn lines_stand_as_their_sums_say_where_marks_leave_it_open() {
    let blocks = [
        paragraph("“三公”经费支出表"),
        paragraph("单位：万元"),
        grid(
            1,
            "项目 | 预算数
             行政经费 | 50.00
             “三公”经费 | 9.00
             其中：（一）因公出国（境）支出 | 4.00
             （二）公务用车购置及运行维护支出 | 3.00
             1.公务用车购置费 | 1.00
             2.公务用车运行维护费 | 2.00
             （三）公务接待费支出 | 2.00",
        ),
    ];
    let (budget, report) = recognise("a.pdf", &blocks, &ImportOptions::default());
    let levels: Vec<u8> = budget.tables[0].lines.iter().map(budget_lens::budget::Line::level).collect();
    assert_eq!(levels, [1, 1, 2, 2, 3, 3, 2]);
    assert!(report.assumed.iter().any(|assumed| assumed.what == "lines"));
    let keys: Vec<_> = budget.tables[0].lines.iter().map(|line| line.key.as_deref()).collect();
    assert_eq!(keys[1..4], [Some("three-public"), Some("overseas"), Some("vehicles")]);
    assert!(!budget.tables[0].lines[2].is_of_which());
}

#[test]
fn a_line_is_the_sum_of_others_in_every_column() {
    let budget = read(&[
        paragraph("一般公共预算基本支出经济分类表"),
        paragraph("单位：万元"),
        grid(
            1,
            "经济科目名称 | 合计 | 人员经费 | 公用经费
             合计 | 55.00 | 35.00 | 20.00
             工资福利支出 | 30.00 | 30.00 |
             基本工资 | 30.00 | 30.00 |
             商品和服务支出 | 20.00 | | 20.00
             电费 | 15.00 | | 15.00
             公务用车运行维护费 | 5.00 | | 5.00
             对个人和家庭的补助 | 5.00 | 5.00 |
             退休费 | 5.00 | 5.00 |",
        ),
    ]);
    let levels: Vec<_> = budget.tables[0].lines.iter().map(|line| line.level).collect();
    assert_eq!(levels, [None, Some(1), Some(2), Some(1), Some(2), Some(2), Some(1), Some(2)]);
}

#[test]
fn groups_without_marks_hold_what_adds_up_to_them() {
    let budget = read(&[
        paragraph("项目支出表"),
        paragraph("单位：元"),
        grid(
            1,
            "单位编码 | 单位（项目）名称 | 项目金额
             合计 | < | 900.00
             121 | 青石市图书馆 | 900.00
             121001 | 青石市图书馆 | 900.00
              | 通用项目 | 600.00
              | 物业管理 | 400.00
              | 安保服务 | 200.00
              | 专用项目 | 300.00
              | 读者活动 | 300.00",
        ),
    ]);
    let lines = &budget.tables[0].lines;
    let levels: Vec<_> = lines.iter().map(|line| line.level).collect();
    assert_eq!(levels, [None, Some(1), Some(2), Some(3), Some(4), Some(4), Some(3), Some(4)]);
    assert_eq!(lines[2].is.as_deref(), Some("unit"));
}

#[test]
fn numbers_of_projects_and_telephones_are_no_amounts() {
    let budget = read(&[
        paragraph("项目支出表"),
        paragraph("单位：万元"),
        grid(
            1,
            "项目编号 | 项目名称 | 单位编码 | 合计 | 联系电话
             610100260001 | 设备购置 | 116001 | 12.00 | 88001234
             610100260002 | 维修养护 | 116001 | 3.00 | 88001235
             合计 | | | 15.00 |",
        ),
    ]);
    let amounts: Vec<_> = budget.tables[0].columns.iter().filter(|column| !column.text).collect();
    assert_eq!(amounts.iter().map(|column| column.id.as_str()).collect::<Vec<_>>(), ["total"]);
}
