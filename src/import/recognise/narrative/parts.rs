//! Tells which amounts of the narrative may be parts of which others: a part of anything else is not about the
//! document's budget.

use crate::budget::of_id;

/// An amount of which others are parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// Its subject; none where that is not understood.
    pub subject: Option<String>,
    /// Its fund.
    pub fund: Option<String>,
    /// The section that states it: its parts belong to that, wherever they are enumerated.
    pub section: String,
}

impl Whole {
    /// An amount that is not understood: nobody knows what its parts are parts of.
    pub const UNKNOWN: Whole = Whole { subject: None, fund: None, section: String::new() };

    /// The fund that it is, or that it is of.
    pub fn fund(&self) -> Option<&str> {
        self.fund.as_deref().or_else(|| self.subject.as_deref().filter(|subject| is_fund(subject)))
    }
}

/// Whether `part` may be a part of `whole`.
pub fn may_hold(whole: &str, part: &str) -> bool {
    let is_money = is_all(whole) || whole == "department-forms" || is_fund(whole);
    let is_item = part.starts_with(|c: char| c.is_ascii_digit());
    match part {
        _ if whole == part => true,
        "income" | "expenditure" => matches!(whole, "income" | "expenditure"),
        "basic" | "project" | "reserve" => is_money,
        "business" | "to-superior" | "to-subordinate" => is_money || whole == "project",
        "personnel" | "operating" => is_money || whole == "basic",
        _ if is_fund(part) || is_carried(part) || part.starts_with("current") => {
            is_money || whole.starts_with("current")
        }
        _ if is_item => is_money || whole == "basic" && !part.starts_with('2'),
        _ if part.starts_with("project") => whole.starts_with("project"),
        _ if part.starts_with("procurement") => whole == "procurement",
        _ => is_expense(part) && is_expense(whole),
    }
}

/// Whether a subject that stands below a heading with an amount is no part of that amount.
pub fn is_apart(whole: &str, key: &str) -> bool {
    (is_all(whole) || is_fund(whole)) && (is_expense(key) || key.starts_with("procurement") || is_of_projects(key))
}

/// Whether a subject is all that comes in or is spent.
fn is_all(key: &str) -> bool {
    matches!(key, "income" | "expenditure" | "current-income" | "current-expenditure")
}

/// Whether a subject is a part of expenditure that each fund, and each item, has anew.
pub fn is_split(key: &str) -> bool {
    matches!(key, "basic" | "project" | "personnel" | "operating")
}

/// Whether a subject is the money of a fund.
pub fn is_fund(key: &str) -> bool {
    of_id(key).is_some_and(|known| known.fund.is_some() && known.part.is_none())
}

/// Whether a subject is what is carried over.
pub fn is_carried(key: &str) -> bool {
    key.contains("carr")
}

/// Whether a subject is one of the expenses that are reported separately: 三公, 会议, 培训, 机关运行.
pub fn is_expense(key: &str) -> bool {
    of_id(key).is_some_and(|known| known.expense.is_some())
}

/// Whether a subject is projects, or forms of performance.
pub fn is_of_projects(key: &str) -> bool {
    key.starts_with("projects") || key.contains("-forms")
}
