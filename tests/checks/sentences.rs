//! Findings in words: what a clerk reads, for numbers of the shipped document.

use crate::common::budgets::official;
use budget_lens::budget::{Budget, Kind, Stated};
use budget_lens::check::{Compared, Field, Finding, FormTerm, Measure, Names, Place, Reason, Rule, Verdict, sentence};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::{Amount, Unit};

mod units;
mod whole;

/// The cell of `表三`, line `201` or `合计`, in a column.
fn cell(budget: &Budget, table: &str, line: &str, column: &str) -> Place {
    let t = budget.tables.iter().position(|other| other.number == table).unwrap();
    let table = &budget.tables[t];
    let l = table.lines.iter().position(|other| other.label() == line).unwrap();
    Place::Cell(t, l, table.columns.iter().position(|other| other.id == column).unwrap())
}

fn statement(budget: &Budget, section: &str, subject: &str, field: Field) -> Place {
    let is_it = |s: &&budget_lens::budget::Statement| s.section == section && s.subject == subject;
    let statement = budget.statements.iter().find(is_it).unwrap();
    let i = budget.statements.iter().position(|other| std::ptr::eq(other, statement)).unwrap();
    Place::Statement(Stated::Narrative, i, field)
}

fn project(budget: &Budget, locale: &str) -> usize {
    budget.projects.iter().position(|project| project.name.contains(locale)).unwrap()
}

/// A comparison: what is stated (`-` for a blank), computed, the difference, the bound.
fn compared(numbers: &str, measure: Measure) -> Compared {
    let mut numbers = numbers.split(' ').map(|number| Amount::parse(number).ok());
    let [stated, computed, difference, bound] = [(); 4].map(|()| numbers.next().unwrap());
    Compared { measure, stated, computed, difference, bound }
}

const WAN: Measure = Measure::Money(Unit::Wan);

struct Tie<'a>(Rule, Verdict, &'a str, Measure, Vec<Place>, Vec<Place>, Option<Reason>);

/// Both sentences of a finding, Chinese first.
fn said(budget: &Budget, tie: Tie) -> [String; 2] {
    let Tie(rule, verdict, numbers, measure, stated, terms, reason) = tie;
    let compared = (!numbers.is_empty()).then(|| compared(numbers, measure));
    let finding = Finding { rule, verdict, compared, stated, terms, reason };
    let names = Names::new(budget);
    [Lang::Zh, Lang::En].map(|lang| sentence(&finding, &names, Locale { lang, unit: Unit::Wan }))
}

#[test]
fn a_sum_that_holds_is_told_as_a_sum() {
    let budget = official();
    let [total, basic, project] = ["total", "basic", "project"].map(|column| cell(&budget, "表三", "合计", column));
    let numbers = "4754.23 4754.23 0.00 0.015";
    let [zh, en] =
        said(&budget, Tie(Rule::Across, Verdict::Holds, numbers, WAN, vec![total], vec![basic, project], None));
    assert_eq!(zh, "表三“合计”：合计 4,754.23 = 基本支出 2,074.75 + 项目支出 2,679.48（万元）。");
    assert_eq!(
        en,
        "“Total” in 表三: total 4,754.23 = basic expenditure 2,074.75 + project expenditure 2,679.48 (wan yuan)."
    );
}

#[test]
fn the_same_number_in_two_tables_is_told_once() {
    let budget = official();
    let [one, other] = ["表二", "表三"].map(|table| cell(&budget, table, "合计", "total"));
    let numbers = "4754.23 4754.23 0.00 0.01";
    let [zh, en] =
        said(&budget, Tie(Rule::IncomeExpenditure, Verdict::Holds, numbers, WAN, vec![one], vec![other], None));
    assert_eq!(zh, "表二“合计”与表三“合计”都是 4,754.23 万元。");
    assert_eq!(en, "“Total” in 表二 and “Total” in 表三 are both 4,754.23 wan yuan.");
}

#[test]
fn a_rounding_difference_says_how_far_rounding_can_go() {
    let budget = official();
    let [total, basic, project] = ["total", "basic", "project"].map(|column| cell(&budget, "表三", "201", column));
    let numbers = "4560.06 4560.05 0.01 0.015";
    let [zh, en] =
        said(&budget, Tie(Rule::Across, Verdict::Rounding, numbers, WAN, vec![total], vec![basic, project], None));
    assert_eq!(
        zh,
        "表三“一般公共服务支出”：合计印的是 4,560.06 万元，基本支出 1,888.66 + 项目支出 2,671.39 = 4,560.05，\
         差 0.01；四舍五入最多会差 0.015，属于尾差。"
    );
    assert_eq!(
        en,
        "“General public services” in 表三: total is given as 4,560.06 wan yuan; basic expenditure 1,888.66 + \
         project expenditure 2,671.39 = 4,560.05, a difference of 0.01 from rounding (0.015 at most)."
    );
}

#[test]
fn a_mismatch_says_what_the_number_should_be() {
    let budget = official();
    let [total, basic, project] = ["total", "basic", "project"].map(|column| cell(&budget, "表三", "208", column));
    let tie =
        |numbers, stated| Tie(Rule::Across, Verdict::Mismatch, numbers, WAN, vec![stated], vec![basic, project], None);
    let [zh, en] = said(&budget, tie("120.28 122.28 -2.00 0.015", total));
    assert_eq!(
        zh,
        "表三“社会保障和就业支出”：合计印的是 120.28 万元，按基本支出 112.20 + 项目支出 8.08 应是 122.28，差 2.00。"
    );
    assert_eq!(
        en,
        "“Social security and employment” in 表三: total is given as 120.28 wan yuan; by basic expenditure 112.20 + \
         project expenditure 8.08 it should be 122.28, a difference of 2.00."
    );
    let [zh, en] = said(&budget, tie("122.43 122.28 0.15 0.015", total));
    assert!(zh.ends_with("差 0.15；四舍五入最多只会差 0.015。"), "{zh}");
    assert!(en.ends_with("a difference of 0.15, where rounding brings 0.015 at most."), "{en}");
    let blank = cell(&budget, "表二", "208", "government-fund");
    let [zh, en] = said(&budget, tie("- 120.28 -120.28 0.01", blank));
    assert_eq!(
        zh,
        "表二“社会保障和就业支出”的政府性基金是空白，按表三“社会保障和就业支出”的基本支出 112.20 + \
         项目支出 8.08 应是 120.28 万元。"
    );
    assert!(en.ends_with("it should be 120.28 wan yuan."), "{en}");
}

#[test]
fn of_many_items_only_the_first_is_named() {
    let budget = official();
    let t = budget.tables.iter().position(|table| table.kind == Some(Kind::Projects)).unwrap();
    let terms: Vec<_> = (2..27).map(|line| Place::Cell(t, line, 0)).collect();
    let stated = vec![cell(&budget, "表三", "合计", "project")];
    let numbers = "2679.48 2679.47 0.01 0.13";
    let [zh, en] = said(&budget, Tie(Rule::ProjectTotal, Verdict::Rounding, numbers, WAN, stated, terms, None));
    assert_eq!(
        zh,
        "表三“合计”的项目支出印的是 2,679.48 万元，表十二“平鲁区公务用车管理平台运行经费（2026年）”等 25 项相加是 \
         2,679.47，差 0.01；四舍五入最多会差 0.13，属于尾差。"
    );
    assert!(en.contains("and 24 more add up to 2,679.47, a difference of 0.01"), "{en}");
}

#[test]
fn changes_of_one_section_share_what_they_are() {
    let budget = official();
    let change = |subject| statement(&budget, "七", subject, Field::Change);
    let terms = vec![change("overseas"), change("reception"), change("vehicles")];
    let numbers = "-15.40 -15.40 0.00 0.02";
    let [zh, en] =
        said(&budget, Tie(Rule::StatedChange, Verdict::Holds, numbers, WAN, vec![change("three-public")], terms, None));
    assert_eq!(
        zh,
        "情况说明（七）的比上年增减：“三公”经费 −15.40 = 因公出国（境）费 0 + 公务接待费 −5.00 + \
         公务用车购置及运行费 −10.40（万元）。"
    );
    assert_eq!(
        en,
        "The change in section 七 of the narrative: three public expenses −15.40 = overseas trips 0 + official receptions −5.00 + \
         official vehicles −10.40 (wan yuan)."
    );
}

#[test]
fn a_share_says_of_what_it_would_be_right() {
    let budget = official();
    let field = |field| statement(&budget, "十（2）", "project-forms", field);
    let [base, right] = ["project", "total"].map(|column| cell(&budget, "表三", "合计", column));
    let terms = vec![field(Field::Amount), base];
    let [zh, en] = said(
        &budget,
        Tie(
            Rule::StatedShare,
            Verdict::Mismatch,
            "56 100.000000 -44.000000 0.5",
            Measure::Percent,
            vec![field(Field::Share)],
            terms,
            Some(Reason::RightOf(right)),
        ),
    );
    assert_eq!(
        zh,
        "情况说明（十（2））“公开项目绩效目标”的占比写的是 56%；2,679.48 占表三“合计”的项目支出 2,679.48 万元的 100.00%，\
         差 44.00 个百分点。占表三“合计” 4,754.23 万元才是 56.36%，像是用错了总数。"
    );
    assert_eq!(
        en,
        "The share of “Published project forms” in section 十（2） of the narrative is given as 56%; 2,679.48 is 100.00% of the \
         project expenditure of “Total” in 表三, 2,679.48 wan yuan, a difference of 44.00 points. It is 56.36% of “Total” in \
         表三, 4,754.23 wan yuan, which seems to be what was meant."
    );
}

#[test]
fn a_rate_says_how_it_is_reckoned() {
    let budget = official();
    let field = |field| statement(&budget, "一", "income", field);
    let terms = vec![field(Field::Change), field(Field::Amount)];
    let [zh, en] = said(
        &budget,
        Tie(
            Rule::StatedRate,
            Verdict::Holds,
            "74.79 74.788510 0.001490 0.005",
            Measure::Percent,
            vec![field(Field::Rate)],
            terms,
            None,
        ),
    );
    assert_eq!(
        zh,
        "情况说明（一）“收入总计”的增减百分比写的是 74.79%；增减 2,034.24 ÷ 上年 2,719.99（4,754.23 − 2,034.24）是 \
         74.79%，相符。"
    );
    assert_eq!(
        en,
        "The rate of change of “Income” in section 一 of the narrative is given as 74.79%; the change 2,034.24 by last year’s \
         2,719.99 (4,754.23 − 2,034.24) is 74.79%."
    );
}

#[test]
fn counts_say_what_they_count() {
    let budget = official();
    let i = |key: &str| budget.staff.iter().position(|count| count.key == key).unwrap();
    let count = |key| Place::Count(Stated::Staff, i(key));
    let terms = vec![count("fully-funded-staff"), count("self-funded-staff")];
    let tie =
        Tie(Rule::Counts, Verdict::Holds, "46 46 0 0", Measure::Pieces, vec![count("serving-staff")], terms, None);
    let [zh, en] = said(&budget, tie);
    assert_eq!(zh, "人员情况（机构设置情况）：实有在职职工 46 = 全额财政 45 + 自收自支 1（人）。");
    assert!(
        en.ends_with(
            "staff in post 46 = staff paid in full by the treasury 45 + staff paid from the body's own income 1."
        ),
        "{en}"
    );
    let stated = vec![statement(&budget, "十（2）", "project-forms", Field::Count)];
    let tie = Tie(Rule::StatedCount, Verdict::Mismatch, "25 19 6 0", Measure::Pieces, stated, vec![], None);
    let [zh, en] = said(&budget, tie);
    assert_eq!(zh, "情况说明（十（2））“公开项目绩效目标”的个数写的是 25 个，文件里有 19 个。");
    assert_eq!(
        en,
        "The number of “Published project forms” in section 十（2） of the narrative is given as 25, but the document has 19."
    );
}

#[test]
fn what_is_no_arithmetic_is_told_plainly() {
    let budget = official();
    let matter = |rule, verdict, places, reason| said(&budget, Tie(rule, verdict, "", WAN, places, vec![], reason));
    let none = project(&budget, "一次性抚恤金");
    let place = vec![Place::Project(none)];
    let [zh, en] = matter(Rule::FormProject, Verdict::Unchecked, place, Some(Reason::NoForm));
    assert_eq!(zh, "项目“离退休死亡人员一次性抚恤金补发”没法核对：没有公开这个项目的绩效目标表。");
    assert_eq!(
        en,
        "“离退休死亡人员一次性抚恤金补发” in the project list cannot be checked: no performance form of this project is \
         published."
    );
    let room = Place::Goal(project(&budget, "政府会议室费用（2026"), FormTerm::Annual);
    let canteen = project(&budget, "机关食堂费用");
    let [zh, _] = matter(Rule::FormGoal, Verdict::Mismatch, vec![room], Some(Reason::CopiedFrom(canteen)));
    assert_eq!(
        zh,
        "项目绩效目标表“平鲁区政府会议室费用（2026年）”的本年目标：写的是另一个项目“平鲁区机关食堂费用（2026年）”。"
    );
    let [zh, en] = matter(Rule::MissingTable, Verdict::Unchecked, vec![], Some(Reason::NoTable(Kind::ThreePublic)));
    assert_eq!(zh, "文件里没有“三公”经费支出表，有关的数没法核对。");
    assert_eq!(en, "The document has no table of the three public expenses, so that its numbers cannot be checked.");
    let Place::Cell(t, l, _) = cell(&budget, "表三", "2010303", "total") else { panic!() };
    let [zh, en] = matter(Rule::CodeParent, Verdict::Mismatch, vec![Place::Line(t, l)], Some(Reason::NoParent));
    assert_eq!(zh, "表三“机关服务”：编码 2010303 上面没有它的上级科目。");
    assert_eq!(en, "“Office support services” in 表三: there is no line above its code 2010303 that it belongs to.");
    let [zh, _] = matter(Rule::EmptyTable, Verdict::Holds, vec![Place::Table(6)], None);
    assert_eq!(zh, "表七：有没有数据，与表上写的一致。");
}
