//! What is not sure is listed, and no amount is lost.

use budget_lens::budget::Statement;

use super::{document, stated};

#[test]
fn what_is_not_sure_is_listed_and_nothing_else_is_said_of_it() {
    for (narrative, amounts) in [
        // Of what the parts are parts of is not known.
        ("青石市文化馆预算5.00万元，其中：基本支出4.00万元，比上年增加1.00万元。", "5.00万元、4.00万元、1.00万元"),
        // Part of an item, of a project, of one fund.
        ("行政运行60.00万元，其中：基本支出58.00万元。", "58.00万元"),
        ("（二）公用经费：行政运行（2070101）12.00万元。", "12.00万元"),
        ("一般公共预算拨款政府采购3.00万元：政府采购货物预算1.00万元。", "3.00万元、1.00万元"),
        ("公务接待费1.20万元，主要原因是增加了公务接待费0.30万元和差旅0.20万元。", "0.30万元、0.20万元"),
        ("固定资产总值300.00万元，比上年增加20%。", "300.00万元、20%"),
        // Of some projects, fund by fund; and neither more nor less.
        ("项目均有绩效目标，涉及一般公共预算拨款20.00万元，政府性基金预算拨款3.00万元。", "20.00万元、3.00万元"),
        ("公务接待费1.20万元，较上年增加（减少）0.30万元。", "0.30万元"),
    ] {
        let (_, report) = document(narrative);
        let messages: Vec<_> = report.unread.iter().map(|unread| unread.message[0].as_str()).collect();
        let expected = format!("说明文字里的{amounts}不能确定说的是什么，不参与核对。");
        assert_eq!(messages, [expected], "{narrative}");
    }
}

#[test]
fn terms_and_thresholds_are_no_amounts_of_the_budget() {
    let narrative = "八、国有资产
        单位价值50万元（原值）以上的设备2台，单价100万元以上的设备0台。
        九、名词解释
        （一）大型设备：一般指单价100万元的设备，占全部设备的5%。";
    assert_eq!(stated(narrative), [""; 0]);
}

/// Pieces of sentences that are put together by chance.
const PIECES: [&str; 24] = [
    "本部门收入预算#万元",
    "基本支出#万元",
    "公务接待费#万元",
    "其中：",
    "占#%",
    "比上年增加#万元",
    "下降#%",
    "与上年持平",
    "主要原因是人员增加",
    "主要用于购书#万元",
    "（",
    "）",
    "，",
    "；",
    "。",
    "：",
    "\n（一）",
    "\n二、",
    "\n1.",
    "行政运行（2070101）#元",
    "政府采购货物预算#万元",
    "某中心预算#亿元",
    "较2025年年初预算数#万元减少#万元",
    "财政拨款#",
];

#[test]
fn no_amount_is_lost_whatever_the_sentences_are() {
    let mut seed = 1_u64;
    let mut chance = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    for _ in 0..400 {
        let (mut narrative, mut expected) = (String::new(), Vec::new());
        for _ in 0..30 {
            let mut piece = PIECES[chance(PIECES.len())].to_string();
            while let Some(at) = piece.find('#') {
                let number = format!("{}.{:02}", 1000 + expected.len() * 7, chance(100));
                let has_unit = piece[at + 1..].starts_with(['万', '元', '亿', '%']);
                piece.replace_range(at..=at, &number);
                expected.extend(has_unit.then_some(number));
            }
            narrative += &piece;
        }
        let (budget, report) = document(&narrative);
        let numbers = |s: &Statement| [s.amount, s.change, s.last_year, s.rate, s.share];
        let all = budget.statements.iter().chain(&budget.procurement).flat_map(numbers).flatten();
        let mut found: Vec<String> = all.map(|amount| amount.decimal().abs().to_string()).collect();
        let listed = report.unread.iter().map(|unread| unread.message[0].as_str()).collect::<String>();
        for number in expected {
            let at = found.iter().position(|other| *other == number);
            assert!(at.is_some() || listed.contains(&number), "{number} of {narrative}");
            at.map(|at| found.swap_remove(at));
        }
    }
}
