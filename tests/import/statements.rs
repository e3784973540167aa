//! What the narrative states, in the set phrases of several templates: subjects, amounts, changes, shares, reasons, each with
//! its place; and no amount of it is lost.

mod changes;
mod unsure;

use crate::common::made::drawn;
use crate::common::made::recognised::{grid, reads_back};
use budget_lens::budget::{Budget, Stated, Statement};
use budget_lens::import::ImportOptions;
use budget_lens::import::block::Block;
use budget_lens::import::recognise::recognise;
use budget_lens::import::report::Report;

/// A table that gives the names of the classification their codes.
const TABLE: &str = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    207 | 文化旅游体育与传媒支出 | 90.00 | 60.00 | 30.00
    20701 | 文化和旅游 | 90.00 | 60.00 | 30.00
    2070101 | 行政运行 | 60.00 | 60.00 |
    2070104 | 图书馆 | 30.00 | | 30.00
    2070199 | 文化交流（合作） | | |
    208 | 社会保障和就业支出 | 10.00 | 10.00 |
    20805 | 行政事业单位养老支出 | 10.00 | 10.00 |
    2080505 | 机关事业单位基本养老保险缴费支出 | 10.00 | 10.00 |
    合计 | < | 100.00 | 70.00 | 30.00
    303 | 对个人和家庭的补助 | | |";

/// A document with this narrative, a paragraph a line.
fn document(narrative: &str) -> (Budget, Report) {
    let mut blocks: Vec<Block> = vec![drawn::paragraph(1, "青石市文化局2026年部门预算")];
    blocks.extend([drawn::paragraph(2, "支出总表"), drawn::paragraph(2, "单位：万元"), grid(2, TABLE)]);
    let lines = narrative.lines().map(str::trim).filter(|line| !line.is_empty());
    blocks.extend(lines.map(|line| drawn::paragraph(3, line)));
    recognise("a.pdf", &blocks, &ImportOptions::default())
}

/// A statement in one string.
fn told(statement: &Statement) -> String {
    let Statement { subject, section, fund, unit, share_of, base, reason, .. } = statement;
    let number = |name: &str, amount: Option<budget_lens::money::Amount>| {
        amount.map(|amount| format!(" {name}{}", amount.decimal())).unwrap_or_default()
    };
    let word = |sign: &str, word: Option<&str>| word.map(|word| format!(" {sign}{word}")).unwrap_or_default();
    [
        subject.clone(),
        number("", statement.amount),
        word("", unit.map(budget_lens::money::Unit::zh)),
        number("change ", statement.change),
        number("rate ", statement.rate),
        number("before ", statement.last_year),
        number("share ", statement.share),
        word("of ", share_of.as_deref()),
        word("fund ", fund.as_deref()),
        word("on ", base.as_deref()),
        statement.count.map(|count| format!(" count {count}")).unwrap_or_default(),
        word("because ", reason.as_deref()),
        word("§", Some(section.as_str())),
    ]
    .concat()
}

/// All that a narrative states; nothing in it is left unread.
fn stated(narrative: &str) -> Vec<String> {
    let (budget, report) = document(narrative);
    let unread: Vec<_> = report.unread.iter().map(|unread| &unread.message[0]).collect();
    assert!(unread.is_empty(), "{unread:?}");
    assert!(reads_back(&budget));
    budget.statements.iter().chain(&budget.procurement).map(told).collect()
}

#[test]
fn income_and_expenditure_with_their_parts_and_the_change_behind_them() {
    let narrative = "一、关于收支总表的说明
        青石市文化局2026年度收入总计100.00万元，其中：本年收入98.00万元，上年结转2.00万元，比上年增加25.00万元，增长33.33%，主要原因是新建了一座图书馆；
        支出总计100.00万元。比上年增加25.00万元。
        二、支出预算
        2026年支出预算100.00万元，其中：基本支出70.00万元，占70%；项目支出30.00万元，占支出总额的30%。";
    assert_eq!(
        stated(narrative),
        [
            "income 100.00 change 25.00 rate 33.33 because 新建了一座图书馆 §一",
            "current-income 98.00 §一",
            "carry-over 2.00 §一",
            "expenditure 100.00 change 25.00 §一",
            "expenditure 100.00 §二",
            "basic 70.00 share 70 of expenditure §二",
            "project 30.00 share 30 of expenditure §二",
        ]
    );
}

#[test]
fn numbered_items_are_parts_of_what_stands_above_them_and_belong_to_its_section() {
    let narrative = "一、收支总体情况
        青石市文化局2026年度收入、支出预算总计100万元，与上年相比收、支预算总计各减少5万元，减少4.76%。其中：
        （一）收入预算总计100万元。包括：
        1．本年收入合计100万元。
        （1）一般公共预算拨款收入98万元，与上年相比减少5万元，减少4.85%。
        （2）其他收入2万元，与上年预算数相同。
        （二）支出预算总计100万元。包括：
        （1）文化旅游体育与传媒支出（类）支出90万元，主要用于公共文化服务。与上年相比减少5万元，减少5.26%。";
    assert_eq!(
        stated(narrative),
        [
            "income 100 change -5 rate -4.76 §一",
            "expenditure 100 change -5 rate -4.76 §一",
            "income 100 §一",
            "current-income 100 §一",
            "general-public 98 change -5 rate -4.85 §一",
            "other-income 2 change 0 on budget §一",
            "expenditure 100 §一",
            "207 90 change -5 rate -5.26 §一",
        ]
    );
}

#[test]
fn an_item_is_known_by_its_levels_its_code_or_its_name_in_the_tables() {
    let narrative = "五、一般公共预算支出情况
        （一）文化旅游体育与传媒支出（类）文化和旅游（款）行政运行（项）2026年预算数为60.00万元，比2025年执行数增加3.00万元，增幅5.26%。
        （二）2070104-图书馆30.00万元。主要用于购买图书。
        （三）机关事业单位基本养老保险缴费支出（2080505）10.00万元，较上年下降2.5%；
        （四）“社会保障和就业支出”科目10.00万元。";
    let (budget, _) = document(narrative);
    assert_eq!(budget.statements[0].names, ["文化旅游体育与传媒支出", "文化和旅游", "行政运行"]);
    assert_eq!(
        stated(narrative),
        [
            "2070101 60.00 change 3.00 rate 5.26 on actual §五（一）",
            "2070104 30.00 §五（二）",
            "2080505 10.00 rate -2.5 §五（三）",
            "208 10.00 §五（四）",
        ]
    );
}

#[test]
fn three_public_expenses_in_brackets_and_below_headings() {
    let narrative = "七、“三公”经费
        2026年财政拨款“三公”经费预算8.50万元，比2025年年初预算数9.00万元减少0.50万元，下降5.56%。
        （一）因公出国（境）费用。2026年预算数0万元，与上年持平。
        （二）公务接待费2026年预算安排1.20万元，与上年基本持平。
        （三）公务用车购置及运行维护费7.30万元（公务用车购置费0万元，比上年增加0万元；公务用车运行维护费7.30万元，比上年减少0.10万元。）比上年减少0.10万元，下降1.35%，主要原因：节约用油。";
    assert_eq!(
        stated(narrative),
        [
            "three-public 8.50 change -0.50 rate -5.56 before 9.00 on budget §七",
            "overseas 0 change 0 §七",
            "reception 1.20 §七",
            "vehicles 7.30 change -0.10 rate -1.35 because 节约用油 §七",
            "vehicle-purchase 0 change 0 §七",
            "vehicle-running 7.30 change -0.10 §七",
        ]
    );
}

#[test]
fn funds_of_a_part_procurement_and_forms_of_performance() {
    let narrative = "六、一般公共预算基本支出
        青石市文化局2026年一般公共预算财政拨款基本支出70.00万元，其中：
        （一）人员经费55.00万元，主要包括：基本工资、津贴补贴；
        公用经费15.00万元。
        九、政府采购
        2026年本部门政府采购预算总额12,345.60元，其中：政府采购货物预算12,000.00元、政府采购工程预算0元、拟采购服务支出345.60元。
        十、绩效目标
        纳入绩效目标管理的二级项目3个，共计金额30.00万元。其中：其他运转类项目1个，涉及金额5.00万元；特定目标类项目2个，涉及金额25.00万元。";
    assert_eq!(
        stated(narrative),
        [
            "basic 70.00 fund general-public §六",
            "personnel 55.00 fund general-public §六",
            "operating 15.00 fund general-public §六",
            "projects 30.00 count 3 §十",
            "projects-running 5.00 count 1 §十",
            "projects-goal 25.00 count 2 §十",
            "procurement 12345.60 元 §九",
            "procurement-goods 12000.00 元 §九",
            "procurement-works 0 元 §九",
            "procurement-services 345.60 元 §九",
        ]
    );
}

#[test]
fn a_fund_is_named_with_what_it_grants_this_year_and_alone_is_no_class() {
    let narrative = "四、财政拨款收支预算
        青石市文化局2026年财政拨款收支总预算100.00万元。收入包括：一般公共预算当年拨款收入98.00万元、政府性基金当年拨款收入2.00万元；支出包括：文化旅游体育与传媒支出90.00万元，占90%。
        五、国有资本经营预算支出
        青石市文化局2026年国有资本经营预算支出3.00万元。";
    assert_eq!(
        stated(narrative),
        [
            "appropriation 100.00 §四",
            "general-public 98.00 §四",
            "government-fund 2.00 §四",
            "207 90.00 share 90 of appropriation §四",
            "state-capital 3.00 §五",
        ]
    );
}

#[test]
fn names_keep_their_own_brackets_and_may_have_de_or_not() {
    let narrative = "三、支出预算100.00万元，包括公用经费15.00万元、对个人和家庭补助支出4.00万元、项目支出30.00万元。
        四、一般公共预算支出
        （一）资本性支出（一）（309）5.00万元。
        （二）文化旅游体育与传媒支出（类）文化和旅游（款）文化交流（合作）（项）2.00万元。";
    let (budget, report) = document(narrative);
    assert!(report.unread.is_empty());
    let named: Vec<_> = budget.statements.iter().map(|own| format!("{} {}", own.subject, own.name)).collect();
    assert_eq!(
        named,
        [
            "expenditure 支出预算",
            "operating 公用经费",
            "303 对个人和家庭补助支出",
            "project 项目支出",
            "309 资本性支出（一）",
            "2070199 文化交流（合作）",
        ]
    );
}

#[test]
fn a_class_of_economic_items_is_of_basic_expenditure_only_beside_what_is() {
    for narrative in ["支出预算100.00万元，其中：对个人和家庭的补助4.00万元。", "公用经费15.00万元。办公费3.00万元。"]
    {
        let (budget, report) = document(narrative);
        assert_eq!((budget.statements.len(), report.unread.len()), (1, 1), "{narrative}");
    }
}

#[test]
fn a_code_that_begins_a_line_is_no_number_of_it_and_a_sentence_may_begin_with_a_comparison() {
    let narrative = "三、一般公共预算支出
        （一）青石市文化局安排的各项支出，按其功能科目来说明的明细情况是：机关事业单位基本养老保险缴费支出
        （2080505）10.00万元，较上年增加1.00万元。
        （二）文化旅游体育与传媒支出（类）支出90.00万元，主要用于公共图书馆的购书、文化馆的日常开支及全年活动支出。
        与上年相比增加5.00万元，增长5.88%。
        主要原因是新建了一座图书馆。";
    assert_eq!(
        stated(narrative),
        ["2080505 10.00 change 1.00 §三（一）", "207 90.00 change 5.00 rate 5.88 because 新建了一座图书馆 §三（二）"]
    );
}

#[test]
fn digits_of_full_width_blanks_and_broken_lines_are_read_as_one() {
    let narrative = "二、收入预算
        青石市文化局2026年度收入预算合计为
        １００．００ 万 元，其中：一般公共预算拨款收入98,000.00元，占
        98.00％。";
    assert_eq!(stated(narrative), ["income 100.00 §二", "general-public 98000.00 元 share 98.00 of income §二"]);
}

#[test]
fn chapters_of_several_parts_are_told_apart() {
    let narrative = "第二部分预算情况
        一、收入预算100.00万元。
        第三部分其他事项
        一、机关运行经费预算15.00万元。";
    assert_eq!(stated(narrative), ["income 100.00 §第二部分一", "agency-operating 15.00 §第三部分一"]);
}

#[test]
fn a_statement_has_the_place_of_its_line() {
    let (budget, report) = document(
        "二、收入预算\n本部门收入预算100.00万元，其中：一般公共预算拨款收入98.00万元。\n政府采购预算3.00万元。",
    );
    assert_eq!((budget.statements.len(), budget.procurement.len()), (2, 1));
    for item in [(Stated::Narrative, 0), (Stated::Narrative, 1), (Stated::Procurement, 0)] {
        assert_eq!(report.items[&item].to_string(), "某局2026年部门预算.pdf 第3页");
    }
}

#[test]
fn what_the_projects_with_forms_are_paid_from_is_said_behind_their_amount() {
    let said = |paid: &str| {
        stated(&format!("（六）预算绩效情况\n对项目支出实施绩效目标管理，涉及预算拨款30.00万元，{paid}。"))
    };
    assert!(said("均为一般公共预算拨款")[0].contains(" fund general-public"));
    assert!(said("全部为财政拨款")[0].contains(" fund appropriation"));
    assert!(!said("均为一般公共预算拨款中的项目")[0].contains(" fund "));
}
