//! Groups findings that are alike: of the same numbers, of the same habit, or missing the same things.

use std::collections::BTreeMap;

use super::{Bias, CauseKind, Group, Suspect};
use crate::budget::{Measure, Stated};
use crate::check::checker::Checker;
use crate::check::finding::{Compared, Finding, Reason, Verdict};
use crate::check::rule::Rule;
use crate::money::{Amount, Money, sort_by};

/// How many rounding differences by one rule in one table are a habit, and not so many accidents. Were each as likely
/// to be above as below, all of them would be on one side in fewer than one in a hundred tables.
const HABIT: usize = 8;

impl Group {
    fn of(mut findings: Vec<usize>, common: CauseKind) -> Option<Group> {
        let lead = if findings.is_empty() { return None } else { findings.remove(0) };
        Some(Group { lead, followers: findings, common, suspect: None })
    }
}

/// Where a finding's number is printed: a table, or a list outside the tables.
type Source = (Option<usize>, Option<Stated>);

fn source(finding: &Finding) -> Source {
    finding.stated.first().map_or((None, None), |place| (place.table(), place.list()))
}

/// Groups findings about numbers that were cut off and not rounded: one group for each table or list.
pub fn cut(checker: &Checker, findings: &[Finding], open: &mut [bool]) -> Vec<Group> {
    let mut cut: BTreeMap<Source, Vec<usize>> = BTreeMap::new();
    let mut rounded = BTreeMap::new();
    for (i, finding) in findings.iter().enumerate() {
        if let Some(suspect) = Some(finding).filter(|_| open[i]).and_then(|finding| cut_off(finding, checker)) {
            open[i] = false;
            cut.entry(source(finding)).or_default().push(i);
            rounded.insert(i, suspect);
        }
    }
    let group = |findings| {
        let group = Group::of(findings, CauseKind::Cut)?;
        let suspect = rounded.get(&group.lead).copied();
        Some(Group { suspect, ..group })
    };
    cut.into_values().filter_map(group).collect()
}

/// What a number would be if it were rounded from the others, and not cut off.
fn cut_off(finding: &Finding, checker: &Checker) -> Option<Suspect> {
    let &[place] = &finding.stated[..] else { return None };
    let (amount, measure @ Measure::Money(_)) = checker.printed(place)? else { return None };
    let own = checker.number(place).filter(|_| finding.reason == Some(Reason::CutOff))?;
    let up = own.value + own.ulp * own.value.signum();
    let likely = Amount::of_millionths(up, measure.unit(), amount.places())?;
    Some(Suspect { place, likely, mends: 1, slip: None })
}

/// Groups the mismatches that no single number explains: those of the same two numbers, those that lack the same
/// things, and in a table those without numbers that are wrong in the same way.
pub fn rest(findings: &[Finding], open: &[bool]) -> Vec<Group> {
    let open: Vec<_> = (0..findings.len()).filter(|i| open[*i]).collect();
    let is_count = |i: &usize| findings[*i].rule == Rule::StatedCount && findings[*i].terms.len() > 1;
    let is_matter = |i: &usize| findings[*i].compared.is_none() && source(&findings[*i]).0.is_some();
    let (counts, others): (Vec<_>, Vec<_>) = open.into_iter().partition(is_count);
    let (matters, others): (Vec<_>, Vec<_>) = others.into_iter().partition(is_matter);
    let mut groups = lacking(findings, counts);
    groups.extend(of_a_kind(findings, matters));
    groups.extend(same(findings, &others));
    groups
}

/// Groups findings without numbers: by table, by rule and by reason.
fn of_a_kind(findings: &[Finding], matters: Vec<usize>) -> impl Iterator<Item = Group> {
    let mut kinds: BTreeMap<(Rule, Source), Vec<Vec<usize>>> = BTreeMap::new();
    for i in matters {
        let of_rule = kinds.entry((findings[i].rule, source(&findings[i]))).or_default();
        // Few different reasons occur under one rule.
        match of_rule.iter_mut().find(|alike| findings[alike[0]].reason == findings[i].reason) {
            Some(alike) => alike.push(i),
            None => of_rule.push(vec![i]),
        }
    }
    kinds.into_values().flatten().filter_map(|alike| Group::of(alike, CauseKind::Kind))
}

/// Groups counts of things that are missing: what a part lacks the whole lacks, too.
fn lacking(findings: &[Finding], mut counts: Vec<usize>) -> Vec<Group> {
    let count = |i: &usize| findings[*i].terms.len();
    sort_by(&mut counts, |one, other| count(other).cmp(&count(one)));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for i in counts {
        let is_in =
            |group: &&mut Vec<usize>| findings[i].terms.iter().all(|term| findings[group[0]].terms.contains(term));
        match groups.iter_mut().find(is_in) {
            Some(group) => group.push(i),
            None => groups.push(vec![i]),
        }
    }
    groups.into_iter().filter_map(|group| Group::of(group, CauseKind::Missing)).collect()
}

/// Groups findings about the same two numbers, wherever they are printed.
fn same(findings: &[Finding], all: &[usize]) -> Vec<Group> {
    let mut same: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for i in all {
        // A finding without numbers is a group of its own.
        let own = numbers(&findings[*i]).map_or((Some(*i), (0, 0)), |numbers| (None, numbers));
        same.entry(own).or_default().push(*i);
    }
    let common = |group: &[usize]| if group.len() > 1 { CauseKind::Same } else { CauseKind::Number };
    same.into_values().filter_map(|group| Group::of(group.clone(), common(&group))).collect()
}

/// The two amounts of money that a finding compares, in millionths. Shares and counts are left out: they may be of
/// different things even where they are equal.
fn numbers(finding: &Finding) -> Option<(i128, i128)> {
    let Compared { measure: Measure::Money(unit), stated, computed, .. } = finding.compared? else { return None };
    let millionths = |amount| Money::new(amount, unit).millionths();
    Some((millionths(stated?), millionths(computed?)))
}

/// Groups rounding differences: many by one rule in one table are a habit; of the others those of the same numbers are
/// one group.
pub fn roundings(findings: &[Finding]) -> Vec<Group> {
    let all: Vec<_> = (0..findings.len()).filter(|i| findings[*i].verdict == Verdict::Rounding).collect();
    let mut rows: BTreeMap<(Rule, Source), Vec<usize>> = BTreeMap::new();
    for i in &all {
        rows.entry((findings[*i].rule, source(&findings[*i]))).or_default().push(*i);
    }
    let (habits, others): (Vec<_>, Vec<_>) = rows.into_values().partition(|row| row.len() >= HABIT);
    let habit = |row: Vec<usize>| {
        let side = side(row.iter().map(|i| &findings[*i]));
        Group::of(row, CauseKind::Habit(side))
    };
    let mut others: Vec<_> = others.into_iter().flatten().collect();
    sort_by(&mut others, Ord::cmp);
    let mut groups: Vec<_> = habits.into_iter().filter_map(habit).collect();
    groups.extend(same(findings, &others));
    groups
}

/// The side on which all of these findings are off, if it is the same.
fn side<'f>(findings: impl Iterator<Item = &'f Finding>) -> Option<Bias> {
    let sides = findings.map(|finding| {
        let difference = finding.compared?.difference?.decimal();
        Some(if difference.is_sign_negative() { Bias::Below } else { Bias::Above })
    });
    sides.reduce(|one, other| one.filter(|_| one == other)).flatten()
}
