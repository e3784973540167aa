//! The format's words and what documents print for them, by which a word that was written wrong in a file is
//! recognized.
//!
//! A column, key or subject with another word than the format's is kept and shown, but no figure and no check finds it.

use super::Kind;
use super::heading::of_id;

/// A word of the format, and the names that mean it wherever they are printed.
pub type Named = (&'static str, &'static [&'static str]);

/// What a fund's name may end in.
pub const FUND_ENDS: [&str; 4] = ["预算", "拨款", "收入", "资金"];

/// The ids of columns, with their headings. Headings that mean different things in different tables (小计, 金额,
/// 预算数) are left out. For funds these are only the beginnings; see [`FUND_ENDS`].
pub const COLUMNS: &[Named] = &[
    ("total", &["合计", "总计"]),
    ("basic", &["基本支出"]),
    ("project", &["项目支出"]),
    ("personnel", &["人员经费"]),
    ("operating", &["公用经费", "日常公用经费"]),
    ("general-public", &["一般公共预算"]),
    ("government-fund", &["政府性基金"]),
    ("state-capital", &["国有资本经营"]),
    ("fiscal-account", &["财政专户管理资金", "财政专户"]),
    ("own-funds", &["单位资金"]),
    ("carry-over", &["上年结转", "上年结转结余"]),
    ("current-year", &["当年预算安排", "本年预算安排"]),
    ("carried-over", &["上年结转安排"]),
    ("last-year-budget", &["上年预算数"]),
    ("appropriation", &["财政拨款"]),
    ("institution-income", &["事业收入"]),
    ("business-income", &["事业单位经营收入", "经营收入"]),
    ("superior-grants", &["上级补助收入"]),
    ("subordinate-income", &["附属单位上缴收入"]),
    ("other-income", &["其他收入"]),
    ("used-surplus", &["使用非财政拨款结余"]),
    ("reserve", &["机动经费", "单位预留机动经费"]),
    ("business", &["事业单位经营支出"]),
    ("to-superior", &["上缴上级支出"]),
    ("to-subordinate", &["对附属单位补助支出"]),
];

/// Funds, whose names may end in any of [`FUND_ENDS`].
pub const FUNDS: [&str; 5] = ["general-public", "government-fund", "state-capital", "fiscal-account", "own-funds"];

/// Ids that exclude each other: a column that is called like one of them cannot have the id of another.
pub const EXCLUSIVE: [&[&str]; 4] = [
    &["basic", "project", "reserve", "business", "to-superior", "to-subordinate"],
    &["personnel", "operating"],
    &FUNDS,
    &["institution-income", "business-income", "superior-grants", "subordinate-income", "other-income"],
];

/// Whether an id has a meaning in the format.
pub fn is_known(id: &str) -> bool {
    of_id(id).is_some() || COLUMNS.iter().any(|(known, _)| *known == id)
}

/// The keys of lines, with their names in the tables of one kind.
pub const KEYS: &[(Kind, &[Named])] = &[
    (
        Kind::ThreePublic,
        &[
            ("overseas", &["因公出国（境）费", "因公出国（境）费用", "因公出国（境）经费"]),
            ("reception", &["公务接待费"]),
            ("vehicles", &["公务用车购置及运行费", "公务用车购置及运行维护费"]),
            ("vehicle-purchase", &["公务用车购置费"]),
            ("vehicle-running", &["公务用车运行费", "公务用车运行维护费"]),
            ("meetings", &["会议费"]),
            ("training", &["培训费"]),
        ],
    ),
    (
        Kind::Balance,
        &[
            ("current-income", &["本年收入合计"]),
            ("current-expenditure", &["本年支出合计"]),
            ("income", &["收入总计"]),
            ("expenditure", &["支出总计"]),
            ("year-end-carry-over", &["年终结转", "年终结转结余", "结转下年"]),
        ],
    ),
];

/// Keys for which documents print no fixed name.
pub const OTHER_KEYS: &[&str] = &[
    "three-public",
    "three-public-meetings-training",
    "current-appropriation",
    "current-appropriation-expenditure",
    "appropriation-carry-over",
    "appropriation-expenditure",
    "wages",
    "goods-services",
    "grants",
    "capital",
    "water",
    "electricity",
];

/// The subjects that only statements have, with their names.
pub const SUBJECTS: &[Named] = &[
    ("three-public", &["三公经费", "“三公”经费"]),
    ("appropriation", &["财政拨款"]),
    ("agency-operating", &["机关运行经费"]),
    ("procurement", &["政府采购"]),
    ("procurement-goods", &[]),
    ("procurement-works", &[]),
    ("procurement-services", &[]),
    ("procurement-sme", &[]),
    ("procurement-micro", &[]),
    ("projects", &[]),
    ("projects-running", &[]),
    ("projects-goal", &[]),
    ("project-forms", &[]),
    ("project-forms-running", &[]),
    ("project-forms-goal", &[]),
    ("department-forms", &[]),
];

/// The titles of tables, without years and the words 部门, 单位, 预算 and 情况.
pub const TITLES: &[(Kind, &str, &[&str])] = &[
    (Kind::Balance, "balance", &["收支总表", "收支总体表"]),
    (Kind::Income, "income", &["收入总表", "收入总体表"]),
    (Kind::Expenditure, "expenditure", &["支出总表", "支出总体表"]),
    (Kind::Appropriation, "appropriation", &["财政拨款收支总表", "财政拨款收支总体表"]),
    (Kind::GeneralPublic, "general-public", &["一般公共支出表"]),
    (Kind::BasicEconomic, "basic-economic", &["一般公共基本支出表"]),
    (Kind::FundExpenditure, "fund-expenditure", &["政府性基金支出表"]),
    (Kind::StateCapital, "state-capital", &["国有资本经营支出表", "国有资本经营收支表", "国有资本经营表"]),
    (Kind::ThreePublic, "three-public", &["“三公”经费支出表", "“三公”经费表"]),
    (Kind::AgencyOperating, "agency-operating", &["机关运行经费表", "机关运行经费支出表"]),
    (Kind::Procurement, "procurement", &["政府采购表", "政府采购支出表"]),
];
