//! Performance forms of the shapes that templates draw are read as forms, each with the project whose it is.

use crate::common::made::recognised::{grid, paragraph, read, reads_back};
use budget_lens::budget::{Budget, Cells, Form, Indicator, Kind, ProjectGroup};
use budget_lens::money::Unit;

fn funds(cells: &Cells) -> String {
    let cell =
        |(id, amount): (&str, &Option<budget_lens::money::Amount>)| format!("{id}={}", amount.unwrap().decimal());
    cells.iter().map(cell).collect::<Vec<_>>().join(" ")
}

fn told(indicator: &Indicator) -> String {
    let Indicator { group, kind, name, weight, period, annual } = indicator;
    let weight = weight.map(|weight| weight.to_string()).unwrap_or_default();
    format!("{group} {kind} {name} {} {} {weight}", period.as_deref().unwrap_or("-"), annual.as_deref().unwrap_or("-"))
}

fn form(budget: &Budget, project: usize) -> &Form {
    budget.projects[project].form.as_ref().unwrap()
}

const PROJECTS: &str = "项目名称 | 项目类别 | 合计 | 财政拨款
    合计 | | 5.20 | 5.20
    阅览室（二层）桌椅更新 | 特定目标类 | 1.20 | 1.20
    馆舍维修 | 特定目标类 | 3.00 | 3.00
    流动书车运行 | 其他运转类 | 1.00 | 1.00";

#[test]
fn a_form_of_two_sides_has_the_funds_goals_and_targets_of_the_term_and_of_the_year() {
    let budget = read(&[
        paragraph("项目支出表"),
        paragraph("单位：万元"),
        grid(1, PROJECTS),
        paragraph("项目支出绩效目标表"),
        grid(
            2,
            "项目名称 | 阅览室(二层)桌椅更新 | < | < | < | < | < | <
             主管部门 | 青石县图书馆 | < | < | 实施单位 | 青石县图书馆 | < | <
             项目属性 | 一次性项目 | < | < | 项目期 | 2年 | < | <
             项目资金(元) | 实施期资金总额： | 30,000 | < | 年度资金总额： | 12,000 | < | <
             ^ | 其中：中央财政资金 | 0 | < | 其中：中央财政资金 | 0 | < | <
             ^ | 市县(区)财政资金 | 30,000 | < | 市县(区)财政资金 | 12,000 | < | <
             ^ | 其他资金 | | < | 其他资金 | | < | <
             实施期目标 | < | < | < | 年度目标 | < | < | <
             总体目标 | 两年换完全部桌椅。 | < | < | 换完一层。 | < | < | <
             绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值
             ^ | 产出指标 | 数量指标 | 桌椅 | 90套 | 数量指标 | 桌椅 | 40套
             ^ | ^ | 成本指标 | 总成本 | 3万元 | 成本指标 | 总成本 | 1.2万元
             ^ | 效益指标 | 经济效益 | | | 经济效益 | |
             ^ | ^ | 社会效益 | 座位 | 增加 | 社会效益 | 座位 | 增加
             负责人： | 经办人： | < | 联系电话： | < | 填报日期： | 20251103101500 | <",
        ),
    ]);
    assert!(budget.tables.iter().all(|table| table.kind != Some(Kind::Performance)));
    assert_eq!(budget.projects.len(), 3);
    assert_eq!(budget.projects[0].group, Some(ProjectGroup::Goal));
    assert_eq!(budget.projects[2].group, Some(ProjectGroup::Running));
    let form = form(&budget, 0);
    assert_eq!(
        (form.unit, form.attribute.as_deref(), form.term.as_deref()),
        (Unit::Yuan, Some("一次性项目"), Some("2年"))
    );
    assert_eq!(funds(&form.period), "total=30000 central=0 county=30000");
    assert_eq!(funds(&form.annual), "total=12000 central=0 county=12000");
    assert_eq!(form.goal_period.as_deref(), Some("两年换完全部桌椅。"));
    assert_eq!(form.goal_annual.as_deref(), Some("换完一层。"));
    assert_eq!(form.filed.as_deref(), Some("2025-11-03"));
    let expected = ["产出 数量 桌椅 90套 40套 ", "产出 成本 总成本 3万元 1.2万元 ", "效益 社会效益 座位 增加 增加 "];
    assert_eq!(form.indicators.iter().map(told).collect::<Vec<_>>(), expected);
    assert!(reads_back(&budget));
}

#[test]
fn forms_of_one_side_stand_below_each_other_and_go_on_on_the_next_page() {
    let budget = read(&[
        paragraph("项目支出表"),
        paragraph("单位：元"),
        grid(1, "项目名称 | 合计\n 合计 | 42,000.00\n 馆舍维修 | 30,000.00\n 馆舍维修 | 12,000.00"),
        paragraph("专项业务经费绩效目标表"),
        grid(
            2,
            "项目名称 | < | 馆舍维修 | < | <
             主管部门 | < | 青石县文化和旅游局 | < | <
             资金金额（万元） | < | 实施期资金总额： | 1.20 | 执行率分值（10分）
             ^ | < | 其中：财政拨款 | 1.20 | ^
             ^ | < | 其他资金 | | ^
             总体目标 | 修好屋面， | < | < | <
             年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值权重（90分）
             ^ | 产出指标 | 数量指标 | 屋面（平方米） | ≥300 | 20
             ^ | ^ | ^ | 市级部门财政资金拨付率 | 100% | 10",
        ),
        grid(
            3,
            " | | 时效指标 | 完成时间 | 10月底 | 20
             项目名称 | < | 馆舍维修 | < | <
             资金金额（万元） | < | 实施期资金总额： | 3.00 | 执行率分值（10分）",
        ),
    ]);
    assert_eq!(budget.projects.len(), 2);
    // Of one name the funds tell them apart.
    assert_eq!(funds(&form(&budget, 0).period), "total=3.00");
    let form = form(&budget, 1);
    assert_eq!((funds(&form.period).as_str(), form.unit), ("total=1.20 appropriation=1.20", Unit::Wan));
    let expected = [
        "产出 数量 屋面（平方米） - ≥300 20",
        "产出 数量 市级部门财政资金拨付率 - 100% 10",
        "产出 时效 完成时间 - 10月底 20",
    ];
    assert_eq!(form.indicators.iter().map(told).collect::<Vec<_>>(), expected);
}

#[test]
fn a_list_of_projects_has_a_form_a_project_and_stays_a_table_too() {
    let budget = read(&[
        paragraph("项目支出表"),
        paragraph("单位：万元"),
        grid(1, PROJECTS),
        paragraph("项目支出绩效目标表"),
        paragraph("单位：万元"),
        grid(
            2,
            "项目名称 | 项目总额 | 其中： | < | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 绩效指标性质 | 本年绩效指标值 | 绩效度量单位
             ^ | ^ | 财政资金 | 其他资金 | ^ | ^ | ^ | ^ | ^ | ^ | ^
             11000025T000001-馆舍维修 | 3.000000 | 3.000000 | | 修好屋面。 | 产出指标 | 数量指标 | 屋面 | ≥ | 300 | 平方米
             ^ | ^ | ^ | | ^ | 效益指标 | 社会效益指标 | 读者 | 定性 | 满意 | 其他
             11000025T000002-流动书车运行 | 1.000000 | 1.000000 | | 每周出车。 | 产出指标 | 数量指标 | 出车 | ＝ | 50 | 次",
        ),
    ]);
    assert_eq!(budget.tables.last().unwrap().kind, Some(Kind::Performance));
    assert!(budget.projects[0].form.is_none());
    let form = form(&budget, 1);
    assert_eq!(
        (form.name.as_str(), funds(&form.annual).as_str()),
        ("馆舍维修", "total=3.000000 appropriation=3.000000")
    );
    assert_eq!(
        form.indicators.iter().map(told).collect::<Vec<_>>(),
        ["产出 数量 屋面 - ≥300平方米 ", "效益 社会效益 读者 - 满意 "]
    );
    assert_eq!(budget.projects[2].form.as_ref().unwrap().goal_annual.as_deref(), Some("每周出车。"));
}

#[test]
fn the_department_has_a_form_of_its_own() {
    let budget = read(&[
        paragraph("收支总表"),
        paragraph("单位：万元"),
        grid(1, "收入 | < | 支出 | <\n 项目 | 预算数 | 项目 | 预算数\n 一般公共预算 | 9.00 | 一般公共服务支出 | 9.00"),
        paragraph("部门整体支出绩效目标申报表"),
        grid(
            2,
            "部门基本信息 | 部门名称 | 青石县图书馆 | < | <
             ^ | 内设职能部门数 | 3 | 所属预算单位数 | 1
             ^ | 核定的人员编制数 | 12 | 实际在职人员总数 | 11
             年度预算情况 | 按资金来源划分 | 资金总额(万元) | 按资金方向划分 | 资金总额(万元)
             ^ | 合计 | 9.00 | 合计 | 9.00
             ^ | 其中：一般公共预算资金 | 9.00 | 其中：基本支出 | 7.00
             ^ | 政府性基金预算资金 | | 项目支出 | 2.00
             年度绩效目标 | 办好读书节。 | < | < | <
             年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
             ^ | 产出指标 | 数量指标 | 活动 | 12场",
        ),
    ]);
    let whole = budget.performance.as_ref().unwrap();
    assert_eq!(funds(&whole.sources), "total=9.00 general-public=9.00");
    assert_eq!(funds(&whole.uses), "total=9.00 basic=7.00 project=2.00");
    assert_eq!(whole.goals, ["办好读书节。"]);
    assert_eq!(whole.indicators.iter().map(told).collect::<Vec<_>>(), ["产出 数量 活动 - 12场 "]);
    let staff: Vec<_> = budget.staff.iter().map(|count| (count.key.as_str(), count.value.to_string())).collect();
    let number = |key: &'static str, value: &str| (key, value.to_string());
    assert_eq!(
        staff,
        [number("offices", "3"), number("budget-units", "1"), number("establishment", "12"), number("serving", "11")]
    );
    assert!(reads_back(&budget));
}

#[test]
fn tasks_with_amounts_are_no_funds_and_a_blank_form_is_no_form() {
    let budget = read(&[
        paragraph("部门整体支出绩效目标表"),
        grid(
            1,
            "部门（单位）名称 | 青石县图书馆 | < | <
             年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元）
             ^ | 借阅 | 开放阅览室 | 2.00
             ^ | 金额合计 | | 2.00
             年度绩效指标 | 一级指标 | 三级指标 | 指标值
             ^ | 产出指标 | 开放天数 | ≥300天",
        ),
        paragraph("专项资金总体绩效目标表"),
        grid(
            2,
            "项目名称 | | < | <
             资金金额（万元） | 实施期资金总额： | | <
             总体目标 | 目标1：…… | < | <
             绩效指标 | 一级指标 | 三级指标 | 指标值
             ^ | 产出指标 | 指标1： |
             ^ | 效益指标 | …… |",
        ),
    ]);
    let whole = budget.performance.as_ref().unwrap();
    assert!(whole.sources.is_empty() && whole.indicators.len() == 1);
    assert!(budget.projects.is_empty());
    // Nothing that is printed is lost.
    assert_eq!(budget.tables.len(), 2);
    assert!(reads_back(&budget));
}
