//! Grids of the shapes that templates draw become the tables that are printed: over pages, in frames, turned.

use crate::common::made::recognised::{grid, lines, paragraph, read, reads_back};
use budget_lens::budget::Kind;
use budget_lens::import::ImportOptions;
use budget_lens::import::block::{Content, Part};
use budget_lens::import::recognise::recognise;
use budget_lens::locale::Lang;
use budget_lens::money::Unit;

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
    let report =
        recognise("a.xlsx", &[paragraph("支出总表"), paragraph("单位：元"), table], &ImportOptions::default()).1;
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
fn of_each_chapter_of_the_text_it_is_told_how_much_was_read() {
    let text = "目录
        一、支出预算情况说明
        二、预算绩效情况
        第三部分 2026年预算情况说明
        一、支出预算情况说明
        2026年支出预算3.00万元，其中：基本支出2.00万元，项目支出1.00万元。
        二、预算绩效情况
        各项目都编了绩效目标，按月看进度。
        三、其他事项
        院内新添的桂花树每棵0.02万元。
        第四部分 名词解释
        一、基本支出：为保证日常运转而安排的支出。";
    let head = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n 201 | 一般公共服务支出 | 3.00 | 2.00 | 1.00";
    let mut blocks =
        vec![paragraph("青石市档案馆2026年部门预算"), paragraph("支出总表"), paragraph("单位：万元"), grid(1, head)];
    blocks.extend(text.lines().map(|line| paragraph(line.trim())));
    let (_, report) = recognise("a.pdf", &blocks, &ImportOptions::default());
    let told = report.chapters.iter().map(|chapter| [&chapter.title, "：", &chapter.describe(Lang::Zh)].concat());
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            "一、支出预算情况说明：读出 3 处",
            "二、预算绩效情况：只有文字，没有读出数据",
            "三、其他事项：1 个金额都没有读懂",
            "第四部分 名词解释：只有文字，没有读出数据",
        ]
    );
}
