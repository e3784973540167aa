//! Cross-checks of stated changes from last year: with their rates, their parts, and the amounts of last year that
//! follow.

use std::collections::BTreeMap;

use super::parts::{WHOLES, has_other_part};
use super::{Text, statements};
use crate::budget::{Coordinates, Field, Origin, Phase, Place, Quantity, of_id};
use crate::budget::{Stated, Statement};
use crate::check::checker::Checker;
use crate::check::decrease::{is_column_of_less, is_decrease};
use crate::check::finding::{Reason, Verdict};
use crate::check::rounded::Rounded;
use crate::check::rule::Rule;
use crate::money::sort_by;

/// The most amounts of one subject that are told apart: a text of more has one for each of many units or projects.
const MAX_AMOUNTS: usize = 100;

/// Cross-checks each stated change with what follows from it.
#[inline(never)]
pub fn check<'b>(checker: &mut Checker<'b>, text: &Text<'b>) {
    let is_compared = |s: &Statement| s.change.is_some() || s.rate.is_some() || s.last_year.is_some();
    // Where the name says that it is a decrease, the number has no sign.
    let has_no_sign = |s: &Statement| {
        let is_more = [s.change, s.rate].into_iter().flatten().any(|number| number.decimal().is_sign_positive());
        is_more && is_decrease(&s.name)
    };
    let all: Vec<_> = statements(checker).filter(|(.., s)| is_compared(s) && !has_no_sign(s)).collect();
    for &(list, i, statement) in &all {
        if statement.rate.is_some() {
            rate(checker, text, list, i, statement);
        }
        if statement.change.is_some() {
            no_more_than_all(checker, list, i, statement);
            direction(checker, list, i, statement);
            parts(checker, list, i, statement);
            own_last_year(checker, list, i);
        }
        table(checker, text, list, i, statement);
    }
    same_year(checker, &all);
}

/// Checks that an amount has not grown by more than itself: before, it would have been below zero.
fn no_more_than_all(checker: &mut Checker, list: Stated, i: usize, statement: &Statement) {
    let [amount, change] = [Field::Amount, Field::Change].map(|field| [Place::Statement(list, i, field)]);
    let is_whole = statement.base_less.is_none() && checker.is_printed(amount[0]) && checker.is_printed(change[0]);
    let is_more = || checker.difference(&change, &amount).is_some_and(|more| more > 0);
    if is_whole && is_more() && !checker.fits(&change, &amount) {
        checker.sum(Rule::LastYear, &change, &amount);
        checker.annotate_last(Reason::LessThanNothing);
    }
}

/// Checks that the stated reason is one for growth where the amount grew. Which part of it a reason is about is for a
/// person to say.
fn direction(checker: &mut Checker, list: Stated, i: usize, statement: &Statement) {
    let change = Place::Statement(list, i, Field::Change);
    let Some(reason) = statement.reason.as_deref() else { return };
    let ends = ["的主要原因", "主要原因", "的原因"];
    let says = |words: [&str; 3]| {
        words.iter().any(|word| {
            let mut rest = reason.split(word).skip(1);
            rest.any(|after| ends.iter().any(|end| after.starts_with(end)))
        })
    };
    let (more, less) = (says(["增加", "增长", "上升"]), says(["减少", "下降", "降低"]));
    let sign = checker.number(change).map_or(0, |number| number.value.signum());
    if (sign > 0 && less && !more) || (sign < 0 && more && !less) {
        checker.unchecked(Rule::StatedChange, &[change], &[], Reason::OtherDirection);
    }
}

/// Checks a rate: the change divided by last year's amount, which is stated, or else is this year's minus the change.
fn rate<'b>(checker: &mut Checker<'b>, text: &Text<'b>, list: Stated, i: usize, statement: &'b Statement) {
    let [rate, change, amount, last_year] =
        [Field::Rate, Field::Change, Field::Amount, Field::LastYear].map(|f| Place::Statement(list, i, f));
    if statement.base_less.is_some() {
        return rate_less(checker, text, [rate, change, amount], &statement.subject);
    }
    let amount = match statement.amount {
        Some(_) => vec![amount],
        None if statement.last_year.is_some() => Vec::new(),
        None => text.ways(checker, &statement.subject, None).first().cloned().unwrap_or_default(),
    };
    let this_year =
        Rounded::sum(amount.iter().filter_map(|place| checker.number(*place))).filter(|_| !amount.is_empty());
    let derived = || {
        let (change, now) = checker.number(change).zip(this_year)?;
        now.minus(change)
    };
    let (base, before) = match checker.number(last_year) {
        Some(before) if statement.amount.is_none() => (vec![last_year], Some(before)),
        _ => (amount, derived()),
    };
    let terms = [[change].as_slice(), &base].concat();
    let Some((own, before)) = checker.number(change).zip(before) else {
        return checker.unchecked(Rule::StatedRate, &[rate], &[], Reason::Incomplete);
    };
    let is_too_small = checker.number(rate).is_some_and(|rate| !may_be_rate(rate, own, before));
    let is_nothing = before.value.saturating_abs().saturating_mul(2) <= before.ulp;
    match checker.ratio(Rule::StatedRate, rate, own, before, &terms) {
        // Where the base is zero except for what rounding may have left, no percentage means anything.
        Some(Verdict::Mismatch) | None if is_nothing && is_too_small && checker.is_nonzero(rate) => {
            if checker.findings().last().is_some_and(|last| last.stated == [rate] && last.rule == Rule::StatedRate) {
                return checker.annotate_last(Reason::NoBase);
            }
            checker.found(Rule::StatedRate, Verdict::Mismatch, &[rate], Some(Reason::NoBase));
        }
        None if is_nothing && !checker.is_nonzero(rate) => {}
        None if is_nothing => checker.unchecked(Rule::StatedRate, &[rate], &terms, Reason::NoBase),
        None => checker.unchecked(Rule::StatedRate, &[rate], &terms, Reason::Incomplete),
        Some(_) => {}
    }
}

/// Checks a rate from which something is deducted (扣除基建): its base is what the table prints after the deduction.
fn rate_less<'b>(checker: &mut Checker<'b>, text: &Text<'b>, [rate, change, amount]: [Place; 3], subject: &'b str) {
    let ways = text.ways(checker, subject, None);
    let own = ways.iter().filter(|way| way.len() == 1 && checker.is_printed(amount) && checker.fits(&[amount], way));
    let bases: Vec<Base> = own.flat_map(|way| bases(checker, way[0])).collect();
    let befores: Vec<Place> = bases.iter().filter(|base| base.without && !base.is_change).map(|b| b.place).collect();
    let numbers = |before: Place| checker.number(change).zip(checker.number(before));
    let fits = |before: &&Place| {
        let judged = numbers(**before).and_then(|(c, b)| checker.judged_ratio(Rule::StatedRate, rate, c, b));
        judged.is_some_and(|judged| judged.verdict != Verdict::Mismatch)
    };
    let before = befores.iter().find(fits).or(befores.first());
    let held = before.and_then(|before| Some((*before, numbers(*before)?)));
    let verdict = held.and_then(|(at, (own, whole))| checker.ratio(Rule::StatedRate, rate, own, whole, &[change, at]));
    if verdict.is_none() {
        checker.unchecked(Rule::StatedRate, &[rate], &[change], Reason::Incomplete);
    }
}

/// Whether a rate may be that of a change from a base that is zero except for what rounding may have left: then it is
/// very large.
fn may_be_rate(rate: Rounded, change: Rounded, before: Rounded) -> bool {
    const ONE: i128 = 100_000_000; // a hundred percent, in millionths of a percent
    let max_rounding_error = before.ulp.saturating_add(before.bias.saturating_abs());
    let largest = before.value.saturating_abs().saturating_mul(2).saturating_add(max_rounding_error);
    let change = change.value.saturating_abs().saturating_mul(2).saturating_sub(change.ulp);
    let rate = rate.value.saturating_abs().saturating_add(rate.ulp);
    rate.saturating_mul(largest) >= change.saturating_mul(ONE)
}

/// Checks that the change of a whole is the sum of its parts' changes, where the same section states them all, from the
/// same base. Where only some name their base, nothing is wrong if they do not add up.
fn parts(checker: &mut Checker, list: Stated, i: usize, statement: &Statement) {
    for (whole, parts) in WHOLES {
        if statement.subject == whole {
            let section = &statement.section;
            let (own, less) = base(statement);
            let mut is_said = true;
            let mut may_be_same = |place: &Place| {
                let Place::Statement(list, i, _) = *place else { return false };
                let Some((other, other_less)) = checker.statement(list, i).map(base) else { return false };
                is_said &= own == other;
                less == other_less && (own == other || own.is_none() || other.is_none())
            };
            let changes = parts.iter().filter_map(|part| checker.sibling_statement(list, section, part, Field::Change));
            let changes: Vec<_> = changes.filter(&mut may_be_same).collect();
            let stated = [Place::Statement(list, i, Field::Change)];
            let is_whole = changes.len() == parts.len() && !has_other_part(checker, list, section, whole);
            if is_whole && (is_said || checker.fits(&stated, &changes)) {
                checker.sum(Rule::StatedChange, &stated, &changes);
            }
        }
    }
}

/// What a statement compares with: the phase, and what is deducted.
fn base(statement: &Statement) -> (Option<&str>, Option<&str>) {
    (statement.base.as_deref(), statement.base_less.as_deref())
}

/// Checks that this year's amount is last year's plus the change, where all three are stated.
fn own_last_year(checker: &mut Checker, list: Stated, i: usize) {
    let [amount, change, last_year] =
        [Field::Amount, Field::Change, Field::LastYear].map(|field| Place::Statement(list, i, field));
    if checker.is_printed(amount) && checker.is_printed(last_year) {
        checker.sum(Rule::LastYear, &[amount], &[last_year, change]);
    }
}

/// Cross-checks a statement with the table that prints last year's amounts or changes, for the phase of last year's
/// budget that the statement names.
fn table<'b>(checker: &mut Checker<'b>, text: &Text<'b>, list: Stated, i: usize, statement: &'b Statement) {
    let [amount, change, last_year] =
        [Field::Amount, Field::Change, Field::LastYear].map(|field| Place::Statement(list, i, field));
    // A statement of other money than the table's, such as what is carried over, has another change, too.
    let is_same = |way: &Vec<Place>| checker.is_printed(amount) && way.len() == 1 && checker.fits(&[amount], way);
    let ways = text.ways(checker, &statement.subject, None);
    let phase = statement.base.as_deref().and_then(of_id).and_then(|known| known.time.phase);
    let bases: Vec<Base> = ways.iter().filter(|way| is_same(way)).flat_map(|way| bases(checker, way[0])).collect();
    let said = |base: &&Base| {
        let is_phase = phase.is_none() || base.phase.is_none() || base.phase == phase;
        is_phase
            && (statement.base.is_none() && statement.base_less.is_none()
                || base.without == statement.base_less.is_some())
    };
    let bases: Vec<&Base> = bases.iter().filter(said).collect();
    let changes: Vec<(Vec<Place>, Vec<Place>)> = bases.iter().map(|base| base.tie(change)).collect();
    if checker.is_printed(change) {
        match changes.iter().find(|(stated, terms)| checker.fits(stated, terms)).or(changes.first()) {
            Some((stated, terms)) if checker.fits(stated, terms) || is_certain(&bases, statement) => {
                checker.sum(Rule::LastYear, stated, terms);
            }
            Some((_, terms)) => checker.unchecked(Rule::LastYear, &[change], terms, Reason::WhichBase),
            None => {}
        }
    }
    let befores: Vec<_> = bases.iter().filter(|base| !base.is_change).map(|base| vec![base.place]).collect();
    if checker.is_printed(last_year) {
        let doubt = (!is_certain(&bases, statement)).then_some(Reason::WhichBase);
        checker.best_of(Rule::LastYear, &[last_year], &befores, doubt);
    }
}

/// Whether one of the amounts must be what the statement compares with: it says so, or last year's budget is printed.
fn is_certain(bases: &[&Base], statement: &Statement) -> bool {
    statement.base.is_some()
        || bases.iter().any(|base| matches!(base.phase, None | Some(Phase::Budget)) && !base.without)
}

/// A printed amount of last year, or the change since then, beside this year's amount in a table.
struct Base {
    now: Place,
    place: Place,
    phase: Option<Phase>,
    /// Whether something is deducted (扣除基建).
    without: bool,
    is_change: bool,
}

impl Base {
    /// The two sides that have to agree, given the place of the stated change.
    fn tie(&self, change: Place) -> (Vec<Place>, Vec<Place>) {
        if self.is_change { (vec![change], vec![self.place]) } else { (vec![self.now], vec![self.place, change]) }
    }
}

/// The amounts of an earlier year, and the changes since, of the same money in the line of an amount.
fn bases(checker: &Checker, now: Place) -> Vec<Base> {
    let Place::Cell(table, line, own) = now else { return Vec::new() };
    let indexed = &checker.indexed_tables[table];
    let about = indexed.columns[own];
    let mut found = Vec::new();
    for (c, other) in indexed.columns.iter().enumerate() {
        // Last year's budget is not last year's number of what is carried over.
        let is_apart = |about: &Coordinates| about.origin.filter(|origin| *origin != Origin::Current);
        let is_same = other.fund == about.fund
            && other.part == about.part
            && other.expense == about.expense
            && is_apart(other) == is_apart(&about);
        // A column of decreases cannot be compared with a change that has its own sign.
        let is_change = other.quantity == Quantity::Change && !is_column_of_less(&indexed.table.columns[c]);
        let is_before = other.quantity == Quantity::Amount && other.time.before > 0;
        let place = Place::Cell(table, line, c);
        if is_same && (is_change || is_before) && !other.unknown && !other.of_which && checker.is_printed(place) {
            let time = if is_change { other.base.unwrap_or_default() } else { other.time };
            found.push(Base { now, place, phase: time.phase, without: other.without, is_change });
        }
    }
    // An amount tells more about what is wrong than a change does.
    sort_by(&mut found, |one, other| (one.without, one.is_change).cmp(&(other.without, other.is_change)));
    found
}

/// Checks that money which is the same this year was the same last year: the changes of income and expenditure agree
/// where both totals do, and so do those of one subject wherever they are stated, if they have the same base.
fn same_year(checker: &mut Checker, all: &[(Stated, usize, &Statement)]) {
    let mut first: BTreeMap<_, Vec<(Place, Place)>> = BTreeMap::new();
    for (list, i, statement) in all.iter().filter(|(.., statement)| statement.change.is_some()) {
        // Income of last year need not have been spent; only the budget of last year is both.
        let is_budgeted = !matches!(statement.base(), Some(Phase::Executed | Phase::Final));
        let subject = if statement.subject == "income" && is_budgeted { "expenditure" } else { &statement.subject };
        let is_fund = of_id(subject).is_some_and(|known| known.fund.is_some());
        let flow = ["收入", "支出"].map(|word| is_fund && statement.name.contains(word));
        let [change, amount] = [Field::Change, Field::Amount].map(|field| Place::Statement(*list, *i, field));
        let earlier = first.entry((subject, flow, base(statement), statement.fund.as_deref())).or_default();
        // Two different amounts are two things: all basic expenditure, and that of one fund.
        let is_same = |other: &Place| {
            !checker.is_printed(amount) || !checker.is_printed(*other) || checker.fits(&[amount], &[*other])
        };
        match earlier.iter().find(|(_, other)| is_same(other)) {
            Some((other, _)) => {
                checker.sum(Rule::LastYear, &[change], &[*other]);
            }
            None if earlier.len() < MAX_AMOUNTS => earlier.push((change, amount)),
            None => {}
        }
    }
}
