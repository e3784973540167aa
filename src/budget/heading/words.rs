//! Tells from the words of a heading what its numbers are about, by the terms of Chinese budgets.

use std::borrow::Cow;

use super::PHASES;
use crate::budget::Side;
use crate::budget::coordinates::{Coordinates, Expense, Fund, Origin, Part, Phase, Quantity, Time};

/// The words that name a fund; the first match counts, so longer names stand first.
const FUNDS: [(&str, Fund); 23] = [
    ("非财政拨款结余", Fund::UsedSurplus),
    ("用事业基金弥补", Fund::UsedSurplus),
    ("实户资金", Fund::AccountBalance),
    ("一般公共预算", Fund::GeneralPublic),
    ("公共财政预算", Fund::GeneralPublic),
    ("公共预算拨款", Fund::GeneralPublic),
    ("一般预算", Fund::GeneralPublic),
    ("政府性基金", Fund::GovernmentFund),
    ("国有资本", Fund::StateCapital),
    ("财政专户", Fund::FiscalAccount),
    ("专户管理", Fund::FiscalAccount),
    ("上级补助", Fund::SuperiorGrants),
    ("附属单位上缴", Fund::SubordinateIncome),
    ("单位上缴收入", Fund::SubordinateIncome),
    ("经营收入", Fund::Business),
    ("事业收入", Fund::Institution),
    ("单位资金", Fund::OwnFunds),
    ("自有资金", Fund::OwnFunds),
    ("其他资金", Fund::OwnFunds),
    ("其他收入", Fund::OtherIncome),
    ("公共财政", Fund::GeneralPublic),
    ("财政拨款", Fund::Appropriation),
    ("财政资金", Fund::Appropriation),
];

/// The words that name a part of expenditure.
const PARTS: [(&str, Part); 14] = [
    ("机动经费", Part::Reserve),
    ("单位预留", Part::Reserve),
    ("经营支出", Part::Business),
    ("上缴上级", Part::ToSuperior),
    ("附属单位补助", Part::ToSubordinate),
    ("附属单位的补助", Part::ToSubordinate),
    ("人员经费", Part::Personnel),
    ("人员支出", Part::Personnel),
    ("公用", Part::Operating),
    ("项目支出", Part::Project),
    ("项目经费", Part::Project),
    ("专项业务", Part::Project),
    ("基本支出", Part::Basic),
    ("专项经费", Part::Project),
];

/// The words that name an expense, looked for only in tables about expenses: 培训 and 接待 are also names of functions
/// and projects.
const EXPENSES: [(&str, Expense); 9] = [
    ("机关运行", Expense::AgencyOperating),
    ("出国", Expense::Overseas),
    ("接待", Expense::Reception),
    ("购置及运行", Expense::Vehicles),
    ("用车购置", Expense::VehiclePurchase),
    ("用车运行", Expense::VehicleRunning),
    ("会议", Expense::Meetings),
    ("培训", Expense::Training),
    ("三公", Expense::ThreePublic),
];

/// Words that name nothing but the amount itself, and so no coordinate.
const PLAIN: [&str; 17] = [
    "部门预算",
    "单位预算",
    "合计",
    "总计",
    "小计",
    "金额",
    "预算数",
    "预算金额",
    "总额",
    "资金",
    "年初预算数",
    "总金额",
    "预算",
    "当年",
    "共计",
    "项目金额",
    "采购金额",
];

/// The coordinates that the words of a heading tell. `year` is the document's; `expenses` says whether the table is
/// about expenses.
///
/// A heading without a known term is marked unknown, except for plain ones such as 合计 and 金额.
pub fn of_words(text: &str, year: u16, expenses: bool) -> Coordinates {
    if text.is_empty() {
        return Coordinates::default();
    }
    // The headings that most tables have, answered without a search.
    if matches!(text, "合计" | "总计" | "小计" | "金额") {
        return Coordinates::default();
    }
    let has_spaces = text.contains(char::is_whitespace);
    let text = if has_spaces { Cow::from(text.replace(char::is_whitespace, "")) } else { Cow::from(text) };
    let letters = Letters::of(&text);
    let has = |word: &str| letters.may_have(word) && text.contains(word);
    let mut found = Coordinates { without: has("扣除"), ..Coordinates::default() };
    found.of_which = text.starts_with("其中");
    found.quantity = quantity(&text);
    let is_carried = || has("结转") || (has("结余") && text.replace("非财政拨款结余", "").contains("结余"));
    found.origin = match () {
        () if has("结转下年") || has("年终结转") || has("年末结转") || has("下年结转") => {
            Some(Origin::Left)
        }
        () if is_carried() => Some(Origin::Carried),
        // Money spent this year may be of any origin; and 本年预算 names a year's budget, in contrast to 上年预算.
        () if (has("本年") || has("当年")) && !has("支出") && !is_of_budget(&text) => Some(Origin::Current),
        () => None,
    };
    found.fund = FUNDS.iter().find(|(word, _)| has(word)).map(|(_, fund)| *fund);
    let is_left_over = matches!(found.fund, Some(Fund::UsedSurplus | Fund::AccountBalance));
    // 2026年预算数比2025年执行数: what is compared, and what it is compared with.
    let (own, compared_with) = text.split_once('比').unwrap_or((&text, ""));
    found.time = time(own, year, found.origin.is_some() || is_left_over).unwrap_or_default();
    found.base = time(compared_with, year, false);
    found.part = PARTS.iter().find(|(word, _)| has(word)).map(|(_, part)| *part);
    if expenses {
        found.expense = EXPENSES.iter().find(|(word, _)| has(word)).map(|(_, expense)| *expense);
    }
    // 本年收入 is all income, 事业收入 a fund.
    if found.fund.is_none() && found.part.is_none() && found.expense.is_none() && has("收入") != has("支出") {
        found.flow = Some(if has("收入") { Side::Income } else { Side::Expenditure });
    }
    let is_plain = || {
        let bare = text.trim_matches(|c: char| c.is_ascii_digit() || "年（）()元万亿：:".contains(c));
        // 金额合计 says no more than either word alone.
        let mut rest = bare;
        while let Some(after) = PLAIN.iter().find_map(|word| rest.strip_prefix(word)) {
            rest = after;
        }
        rest.is_empty() || is_of_budget(&text)
    };
    let is_silent =
        || Coordinates { flow: None, ..found } == Coordinates { of_which: found.of_which, ..Coordinates::default() };
    found.unknown = is_silent() && if found.flow.is_some() { !is_all_of_flow(&text) } else { !is_plain() };
    // Money planned for a later year is not part of this budget.
    found.unknown |= printed_year(own).is_some_and(|printed| printed > year);
    found
}

/// Whether a heading such as 本年预算数 names a year's budget, and not the money that comes in that year.
fn is_of_budget(text: &str) -> bool {
    text.trim_end_matches(['数', '额']).ends_with("年预算")
}

/// Whether a heading with 收入 or 支出 means all of it: 商品和服务支出 is only part of what is spent, and the format
/// has no word for that part.
fn is_all_of_flow(text: &str) -> bool {
    const WORDS: [&str; 16] = [
        "收入", "支出", "本年", "当年", "上年", "部门", "单位", "全部", "预算", "合计", "总计", "小计", "金额", "总额",
        "年初", "总",
    ];
    let rest = WORDS
        .iter()
        .fold(Cow::from(text), |rest, word| if rest.contains(word) { Cow::from(rest.replace(word, "")) } else { rest });
    rest.chars().all(|c| c.is_ascii_digit() || "年数额（）()元万亿：:、%％".contains(c))
}

/// What kind of number the words of a heading name.
pub fn quantity(text: &str) -> Quantity {
    let letters = Letters::of(text);
    let has = |words: &[&str]| words.iter().any(|word| letters.may_have(word) && text.contains(word));
    let is_percent = has(&["%", "％", "率", "比例", "比重", "占比", "幅度"]);
    // 用事业基金弥补收支差额 is income, not a difference.
    let is_gap = letters.may_have("收支差额") && text.contains("收支差额");
    let is_compared = letters.may_have("数比")
        && text.split_once("数比").is_some_and(|(_, base)| base.starts_with(|c: char| c.is_ascii_digit() || c == '上'));
    let is_change = has(&[
        "增减",
        "增长",
        "增加",
        "减少",
        "下降",
        "降低",
        "压减",
        "变化",
        "变动",
        "升降",
        "比上年",
        "差额",
        "差异",
    ]) && !is_gap
        || is_compared;
    match () {
        // The part of a budget that was spent is a share of it.
        () if is_percent && !is_change && has(&["执行率", "完成率", "支出率", "使用率"]) => Quantity::Share,
        () if is_percent && (is_change || has(&["率", "幅"])) => Quantity::Rate,
        () if is_percent => Quantity::Share,
        () if is_change => Quantity::Change,
        () if has(&["数量", "人数", "个数", "面积", "台数", "辆数", "单价", "编制数"]) => {
            Quantity::Count
        }
        () => Quantity::Amount,
    }
}

/// Which bytes a text has, as a filter of 64 bits. There are a hundred terms, and a heading has two or three of them:
/// searching each heading for each term would take longer than all checks of the numbers.
#[derive(Clone, Copy)]
struct Letters(u64);

impl Letters {
    fn of(text: &str) -> Self {
        Letters(text.bytes().fold(0, |letters, byte| letters | 1 << (byte % 64)))
    }

    /// Whether a text may contain a word; `false` is certain.
    fn may_have(self, word: &str) -> bool {
        word.bytes().all(|byte| self.0 & 1 << (byte % 64) != 0)
    }
}

/// The year that words name and the phase of its budget; `None` where they name neither.
fn time(text: &str, year: u16, is_of_origin: bool) -> Option<Time> {
    if text.is_empty() {
        return None;
    }
    let letters = Letters::of(text);
    let has = |word: &str| letters.may_have(word) && text.contains(word);
    let phase = PHASES.iter().find(|(_, words, _)| words.iter().any(|word| has(word))).map(|(.., phase)| *phase);
    // 一般公共预算 names a fund, and no phase.
    let phase = phase.filter(|phase| *phase != Phase::Budget || has("预算数") || has("年初"));
    let before = match printed_year(text) {
        Some(printed) => u8::try_from(year.checked_sub(printed)?).ok()?,
        // 上年结转 is money of this year's budget.
        None => u8::from(!is_of_origin && (has("上年") || has("去年"))),
    };
    (before > 0 || phase.is_some()).then_some(Time { before, phase })
}

/// The year that words name.
fn printed_year(text: &str) -> Option<u16> {
    if !text.contains('年') {
        return None;
    }
    (0..text.len()).find_map(|i| {
        let digits = text.get(i..i + 4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        digits.parse::<u16>().ok().filter(|_| text[i + 4..].starts_with('年'))
    })
}
