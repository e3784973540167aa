//! Grids of the shapes that templates draw become the tables that are printed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

use budget_lens::budget::{Budget, Kind, Role, Side, Table};
use budget_lens::import::Meant;
use budget_lens::import::block::{Block, Cell, Content, Grid, Part, Place};
use budget_lens::import::recognise::recognise;
use budget_lens::money::Unit;

fn place(page: u32) -> Place {
    Place { file: "某局2026年部门预算.pdf".into(), part: Part::Page(page) }
}

fn paragraph(text: &str) -> Block {
    Block { place: place(1), content: Content::Paragraph(text.into()) }
}

/// A grid of rows of cells, `|` between them; `<` goes on from the cell to the left, `^` from the one above.
fn grid(page: u32, rows: &str) -> Block {
    let rows: Vec<Vec<&str>> = rows
        .lines()
        .map(str::trim)
        .filter(|row| !row.is_empty())
        .map(|row| row.split('|').map(str::trim).collect())
        .collect();
    let columns = rows[0].len();
    let mut cells = Vec::new();
    for (row, texts) in rows.iter().enumerate() {
        assert_eq!(texts.len(), columns, "{texts:?}");
        for (column, text) in texts.iter().enumerate().filter(|(_, text)| !matches!(**text, "<" | "^")) {
            let wide = 1 + texts[column + 1..].iter().take_while(|text| **text == "<").count();
            let high = 1 + rows[row + 1..].iter().take_while(|next| next[column] == "^").count();
            cells.push(Cell { row, column, rows: high, columns: wide, text: (*text).into(), indent: 0 });
        }
    }
    let edges = (0..=columns).scan(0.0, |edge, _| Some(std::mem::replace(edge, *edge + 50.0))).collect();
    Block { place: place(page), content: Content::Grid(Grid { rows: rows.len(), columns, cells, edges }) }
}

fn read(blocks: &[Block]) -> Budget {
    recognise("某局2026年部门预算.pdf", blocks, &Meant::default()).0
}

/// The lines as they are, each in one string.
fn lines(table: &Table) -> Vec<String> {
    let line = |line: &budget_lens::budget::Line| {
        let cells = line.amounts.iter().filter_map(|(id, amount)| Some(format!("{id}={}", amount.as_ref()?.decimal())));
        let texts = line.texts.iter().map(|(id, text)| format!("{id}={text}"));
        let cells: Vec<String> = cells.chain(texts).collect();
        format!("{} {} {}", line.code.as_deref().unwrap_or("-"), line.printed(), cells.join(" ")).trim_end().to_string()
    };
    table.lines.iter().map(line).collect()
}

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
            "- 一、一般公共服务支出 total=80.00",
            "- 二、政府性基金预算拨款收入",
            "- 二、外交支出",
            "- 三、社会保障和就业支出 total=20.00",
            "- 本年收入合计 income=100.00",
            "- 本年支出合计 total=100.00",
            "- 收入总计 income=100.00",
            "- 支出总计 total=100.00",
        ]
    );
}

#[test]
fn a_table_goes_on_over_pages_and_its_heading_is_not_a_line() {
    let head = "科目编码 | 科目名称 | 合计 | 财政拨款 | 单位资金";
    let budget = read(&[
        paragraph("部门收入总表"),
        paragraph("单位：万元"),
        grid(1, &format!("{head}\n 合计 | < | 3.00 | 2.00 | 1.00\n 201 | 一般公共服务支出 | 2.00 | 1.00 | 1.00")),
        paragraph("- 2 -"),
        grid(2, &format!("{head}\n 208 | 社会保障和就业支出 | 1.00 | 1.00 |")),
    ]);
    assert_eq!(budget.tables.len(), 1);
    assert_eq!(lines(&budget.tables[0]).last().unwrap(), "208 社会保障和就业支出 total=1.00 appropriation=1.00");
}

#[test]
fn title_and_unit_inside_the_frame_are_no_lines() {
    let budget = read(&[grid(
        1,
        "项目支出表 | < | <
         | | 单位：元
         项目名称 | 单位名称 | 合计
         设备购置 | 某局本级 | 1200.00
         合计 | | 1200.00",
    )]);
    let table = &budget.tables[0];
    assert_eq!((table.title.as_str(), table.unit, table.kind), ("项目支出表", Unit::Yuan, Some(Kind::Projects)));
    assert_eq!(lines(table), ["- 设备购置 total=1200.00 c2=某局本级", "- 合计 total=1200.00"]);
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
    let (budget, report) = recognise("a.pdf", &blocks, &Meant::default());
    assert_eq!(lines(&budget.tables[0])[1], "202 外交支出 total-words=无");
    assert_eq!(report.unread.len(), 1);
    assert_eq!(report.unread[0].what, "无");
}

/// Whether the program reads what it has written.
fn reads_back(budget: &Budget) -> bool {
    budget_lens::load::read(budget_lens::import::json(budget).as_bytes()).is_ok()
}

#[test]
fn a_form_of_performance_keeps_its_words_box_by_box() {
    let budget = read(&[
        paragraph("项目支出绩效目标表"),
        grid(
            1,
            "项目名称 | 设备购置 | < | <
             资金总额 | 12,000.00 | 其他资金 | 0.00
             一级指标 | 二级指标 | 三级指标 | 指标值
             产出指标 | 数量指标 | 设备数量 | ≥3台",
        ),
    ]);
    let table = &budget.tables[0];
    assert_eq!(table.kind, Some(Kind::Performance));
    assert_eq!(lines(table)[1], "- 资金总额 c2=12,000.00 c3=其他资金 c4=0.00");
    assert!(reads_back(&budget));
}

#[test]
fn words_among_amounts_stand_beside_them() {
    let rows = "科目编码 | 科目名称 | 合计\n 201 | 一般公共服务支出 | 1.00\n 202 | 外交支出 | 无\n 203 | 国防支出 | 2.00\n 204 | 公共安全支出 | 3.00";
    let budget = read(&[paragraph("支出总表"), paragraph("单位：万元"), grid(1, rows)]);
    assert!(budget.tables[0].columns[1].text && !budget.tables[0].columns[0].text);
    assert!(reads_back(&budget));
}

#[test]
fn a_table_goes_on_over_pages_that_are_drawn_as_wide_as_their_words() {
    let head = "项目 | 合计 | 财政拨款 | 其他资金";
    let mut wider = grid(2, &format!("{head}\n 乙 | 1.00 | 1.00 | "));
    if let Content::Grid(grid) = &mut wider.content {
        grid.edges.iter_mut().skip(1).for_each(|edge| *edge += 20.0);
    }
    let first = grid(1, &format!("{head}\n 合计 | 3.00 | 2.00 | 1.00\n 甲 | 2.00 | 1.00 | 1.00"));
    let budget = read(&[paragraph("项目支出表"), paragraph("单位：万元"), first, wider]);
    assert_eq!(budget.tables.len(), 1);
    assert_eq!(lines(&budget.tables[0]).last().unwrap(), "- 乙 total=1.00 appropriation=1.00");
    assert_eq!(budget.tables[0].lines[2].page, Some(2));
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
    let (budget, report) = recognise("a.pdf", &blocks, &Meant::default());
    let levels: Vec<u8> = budget.tables[0].lines.iter().map(budget_lens::budget::Line::level).collect();
    assert_eq!(levels, [1, 1, 2, 2, 3, 3, 2]);
    assert!(report.assumed.iter().any(|assumed| assumed.what == "lines"));
    let keys: Vec<_> = budget.tables[0].lines.iter().map(|line| line.key.as_deref()).collect();
    assert_eq!(keys[1..4], [Some("three-public"), Some("overseas"), Some("vehicles")]);
    assert!(!budget.tables[0].lines[2].is_of_which());
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
fn years_below_each_other_are_turned_side_by_side() {
    let budget = read(&[
        paragraph("2026年“三公”经费支出表"),
        paragraph("单位：万元"),
        grid(
            1,
            "预算单位 | 年度 | 总计 | < | 公务接待费 | <
             ^ | ^ | 一般公共预算 | 政府性基金预算 | 一般公共预算 | 政府性基金预算
             某局 | 2025年 | 5.00 | 0.00 | 5.00 | 0.00
              | 2026年 | 4.00 | 0.00 | 4.00 | 0.00
              | 增减变化金额 | -1.00 | 0.00 | -1.00 | 0.00",
        ),
    ]);
    let table = &budget.tables[0];
    let line = &table.lines[1];
    assert_eq!((&*line.name, line.key.as_deref()), ("公务接待费", Some("reception")));
    let amount = |id: &str| line.amounts.get(id).map(|amount| amount.decimal().to_string());
    assert_eq!(amount("last-year-general-public").as_deref(), Some("5.00"));
    assert_eq!(amount("general-public").as_deref(), Some("4.00"));
    assert_eq!(amount("change-general-public").as_deref(), Some("-1.00"));
    assert!(reads_back(&budget));
}

#[test]
fn a_list_of_empty_tables_is_believed() {
    let budget = read(&[
        paragraph("报表目录"),
        grid(1, "报表 | 报表名称 | 是否空表 | 理由\n 表9 | 政府性基金收支表 | 是 | 不涉及\n 表8 | 支出表 | | "),
        paragraph("表9"),
        paragraph("政府性基金收支表"),
        paragraph("单位：元"),
        grid(2, "科目编码 | 科目名称 | 合计 | 基本支出\n 合计 | < | | "),
    ]);
    let table = budget.tables.last().unwrap();
    assert!(table.empty);
    assert_eq!(table.note.as_deref(), Some("不涉及"));
}

#[test]
fn a_row_of_a_sheet_has_its_own_place() {
    let mut table = grid(
        1,
        "科目编码 | 科目名称 | 合计 | 基本支出\n 201 | 一般公共服务支出 | 3.00 | 1.00\n 207 | 文化支出 | 见附件 | 2.00\n 208 | 社会保障支出 | 2.00 | 2.00\n 210 | 卫生健康支出 | 1.00 | 1.00",
    );
    table.place.part = Part::Sheet { name: "表三".into(), row: 4 };
    let report = recognise("a.xlsx", &[paragraph("支出总表"), paragraph("单位：元"), table], &Meant::default()).1;
    assert_eq!(report.unread[0].place.part, Part::Sheet { name: "表三".into(), row: 6 });
    assert_eq!(report.tables[0].place.part, Part::Sheet { name: "表三".into(), row: 4 });
}

#[test]
fn a_table_without_a_title_is_called_by_what_it_is_or_where_it_stands() {
    let budget = read(&[
        grid(3, "单位名称 | 性质\n 某局本级 | 行政单位\n 某中心 | 事业单位"),
        grid(4, "一级指标 | 二级指标 | 三级指标 | 指标值\n 产出指标 | 数量指标 | 培训 | 3次"),
    ]);
    let titles: Vec<_> = budget.tables.iter().map(|table| table.title.as_str()).collect();
    assert_eq!(titles, ["第3页的表格", "绩效目标表"]);
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
