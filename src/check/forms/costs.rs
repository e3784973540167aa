//! Checks that the cost that a form aims at is the funds that it asks for; unit prices and costs of parts are exempt.

use super::projects::TOTAL;
use crate::budget::{FormTerm, Indicator, Place, plain};
use crate::check::checker::Checker;
use crate::check::finding::{Reason, Verdict};
use crate::check::rounded::Rounded;
use crate::check::rule::Rule;

/// The word in the second level of indicators of cost.
const COST: &str = "成本";
/// The word in the second level of indicators of quantity.
const QUANTITY: &str = "数量";
/// Words in the names of indicators of a unit price.
const EACH: [&str; 9] = ["每", "单位成本", "单价", "人均", "均价", "单次", "单台", "单个", "单项"];

/// Words that make up the name of an indicator of all costs.
const ALL: [&str; 14] =
    ["项目", "经费", "成本", "资金", "预算", "支出", "费用", "投入", "金额", "总额", "总", "控制", "数", "经济"];

/// Checks the cost indicators of a project's form against its funds.
#[inline(never)]
pub fn check(checker: &mut Checker, project: usize) {
    for term in FormTerm::ALL {
        costs(checker, project, term);
    }
}

/// The target of an indicator for the term.
fn aim(indicator: &Indicator, term: FormTerm) -> Option<&str> {
    let aim = if term == FormTerm::Annual { &indicator.annual } else { &indicator.period };
    aim.as_deref().filter(|aim| !aim.is_empty())
}

fn costs(checker: &mut Checker, project: usize, term: FormTerm) {
    let Some(form) = &checker.budget.projects[project].form else { return };
    let fund = Place::Fund(project, term, TOTAL);
    if !checker.is_printed(fund) {
        return;
    }
    let indicators = form.indicators.iter().enumerate();
    let of_cost = |indicator: &Indicator| indicator.kind.contains(COST) || indicator.group.contains(COST);
    let told = indicators.filter(|(_, indicator)| of_cost(indicator) && aim(indicator, term).is_some());
    let (each, all): (Vec<_>, Vec<_>) =
        told.partition(|(_, indicator)| EACH.iter().any(|word| indicator.name.contains(word)));
    // Of several that are no unit prices each may be a limit of its own.
    let is_of_all = || all.len() == 1 && is_of_all(&all[0].1.name);
    let target = |(i, _): &(usize, &Indicator)| Place::Target(project, *i, term);
    let (each, targets): (Vec<_>, Vec<_>) = (each.iter().map(target).collect(), all.iter().map(target).collect());
    if !each.is_empty() {
        let quantities: Vec<i128> = form.indicators.iter().filter_map(|indicator| quantity(indicator, term)).collect();
        for price in each {
            unit_price(checker, price, fund, &quantities);
        }
    }
    if !targets.is_empty() {
        let is_limit = all.iter().all(|(_, indicator)| aim(indicator, term).is_some_and(is_upper_limit));
        totals(checker, &targets, fund, is_limit, is_of_all);
    }
}

/// Whether an indicator's name names nothing in particular, and so the cost of all.
fn is_of_all(name: &str) -> bool {
    let mut rest = plain(name);
    for word in ALL {
        if rest.contains(word) {
            rest = rest.replace(word, "").into();
        }
    }
    rest.is_empty()
}

/// How many things an indicator aims at; `None` where it is about something else, or states no number.
fn quantity(indicator: &Indicator, term: FormTerm) -> Option<i128> {
    let aim = aim(indicator, term).filter(|_| indicator.kind.contains(QUANTITY))?;
    let aim = aim.trim_start_matches(|c: char| !c.is_ascii_digit());
    let digits = aim.find(|c: char| !c.is_ascii_digit()).unwrap_or(aim.len());
    // 1.5 公里 is no number of things.
    if aim[digits..].starts_with('.') { None } else { aim[..digits].parse().ok() }
}

/// Checks a unit price: times a stated number of things it may be the funds; where it is not, there may be other costs,
/// too.
fn unit_price(checker: &mut Checker, price: Place, fund: Place, quantities: &[i128]) {
    let (Some(one), Some(funds)) = (checker.number(price), checker.number(fund)) else {
        return checker.unchecked(Rule::FormCost, &[price], &[fund], Reason::UnitPrice);
    };
    let is_product = |count: &i128| {
        let all = Rounded { value: one.value.checked_mul(*count)?, ulp: one.ulp.checked_mul(*count)?, bias: 0 };
        Some(all.value.abs_diff(funds.value).saturating_mul(2) <= all.ulp.saturating_add(funds.ulp).unsigned_abs())
    };
    if quantities.iter().any(|count| is_product(count) == Some(true)) {
        checker.found(Rule::FormCost, Verdict::Holds, &[price, fund], None);
    } else {
        checker.unchecked(Rule::FormCost, &[price], &[fund], Reason::UnitPrice);
    }
}

/// Whether a target is an upper limit: `≤12.80万元`.
fn is_upper_limit(aim: &str) -> bool {
    ["≤", "<", "＜", "不超过", "不高于", "不大于", "小于", "低于"].iter().any(|word| aim.trim_start().starts_with(word))
}

/// Checks targets of cost against the funds. A single one is the cost of all if its name names nothing in particular,
/// or else of a part; several may be parts, or each a limit of its own. None is more than the funds, except a limit.
fn totals(checker: &mut Checker, targets: &[Place], fund: Place, is_limit: bool, is_of_all: impl Fn() -> bool) {
    let amounts: Vec<_> = targets.iter().copied().filter(|target| checker.is_printed(*target)).collect();
    let is_more =
        |checker: &Checker, target: Place| checker.difference(&[target], &[fund]).is_some_and(|more| more > 0);
    match amounts[..] {
        [] => checker.unchecked(Rule::FormCost, targets, &[fund], Reason::NoAmount),
        _ if amounts.len() == targets.len() && checker.fits(&amounts, &[fund]) => {
            checker.sum(Rule::FormCost, &amounts, &[fund]);
        }
        [one] if is_limit && is_more(checker, one) => {
            checker.unchecked(Rule::FormCost, &[one], &[fund], Reason::UpperLimit);
        }
        [one] if amounts.len() == targets.len() && (is_of_all() || is_more(checker, one)) => {
            let is_mismatch = checker.sum(Rule::FormCost, &amounts, &[fund]) == Some(Verdict::Mismatch);
            if let Place::Fund(project, FormTerm::Annual, level) = fund
                && is_mismatch
                && checker.fits(&[one], &[Place::Fund(project, FormTerm::Period, level)])
            {
                checker.annotate_last(Reason::TermFunds);
            }
        }
        _ => {
            if let Some(target) = amounts.iter().find(|target| checker.fits(&[**target], &[fund])) {
                let verdict = checker.sum(Rule::FormCost, &[*target], &[fund]);
                debug_assert!(verdict != Some(Verdict::Mismatch));
                return;
            }
            let is_less = checker.difference(&amounts, &[fund]).is_some_and(|more| more < 0);
            let reason = if is_less { Reason::PartOfFunds } else { Reason::NoAmount };
            checker.unchecked(Rule::FormCost, targets, &[fund], reason);
        }
    }
}
