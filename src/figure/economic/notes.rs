//! What follows from the economic items, each with its formula; and where they do not add up.

use super::MOST_ROWS;
use crate::budget::{Budget, Line, Role, Table, column};
use crate::figure::Entry;
use crate::figure::items::listed;
use crate::figure::ratio::{count, each, share};
use crate::figure::total::{difference, sum, total_line};
use crate::money::Money;
use crate::words::Words;

/// A line by the format's key, or by its code in the classification.
type Item = [&'static str; 2];
const WATER: Item = ["water", "30205"];
const ELECTRICITY: Item = ["electricity", "30206"];
const WAGES: Item = ["wages", "301"];
const PENSIONS: [Item; 2] = [["retired-cadres", "30301"], ["pensions", "30302"]];
/// The key of the staff on the establishment, whom personnel funds are for.
const STAFF: &str = "serving-staff";
/// As many lines of the first level as a note names.
const MOST_NAMED: usize = 6;

/// All that there is to say.
pub fn notes(budget: &Budget, table: &Table, parents: &[&Line], whole: &Entry, words: Words) -> Vec<String> {
    let mut notes: Vec<_> = utilities(table, whole, words).into_iter().collect();
    notes.extend(a_head(budget, table, words));
    notes.extend(groups(table, words));
    notes.extend(difference(words.pick("合计", "Total"), table, column::TOTAL, parents, words));
    let rows = table.lines.iter().filter(|line| line.role != Role::Total).count();
    notes.extend(listed(MOST_ROWS, rows, words));
    notes
}

fn find(table: &Table, item: Item) -> Option<&Line> {
    let is_it = |line: &&Line| line.role == Role::Item && line.subject().is_some_and(|subject| item.contains(&subject));
    table.lines.iter().find(is_it)
}

/// Water and electricity together, where both are budgeted.
fn utilities(table: &Table, whole: &Entry, words: Words) -> Option<String> {
    let [water, electricity] =
        [WATER, ELECTRICITY].map(|item| find(table, item).and_then(|line| table.money(line, column::TOTAL)));
    let (water, electricity, whole) = (water?, electricity?, whole.money?);
    let both = water.plus(electricity)?;
    Some(words.say(
        "水费与电费合计 {0}，占基本支出的 {1}：（{2} + {3}）÷ {4}。",
        "Water and electricity together are {0}, {1} of basic expenditure: ({2} + {3}) ÷ {4}.",
        &[
            &words.exact_money(both),
            &share(both, whole)?.to_string(),
            &words.exact_number(water),
            &words.exact_number(electricity),
            &words.exact_number(whole),
        ],
    ))
}

/// What of the personnel funds falls to one of the staff. Pensions are in them, but not for those who
/// serve: where there are some, wages alone are told, too.
fn a_head(budget: &Budget, table: &Table, words: Words) -> Option<String> {
    let staff = count(&budget.staff, STAFF)?;
    let people = words.pick("", "serving staff");
    let personnel = table.money(total_line(table)?, column::PERSONNEL).filter(|money| !money.is_zero())?;
    let all = words.say("人员经费 {0}", "personnel funds, {0}", &[&each(personnel, staff, people, words)?]);
    let cell = |item| find(table, item).and_then(|line| table.money(line, column::PERSONNEL));
    let pensions = Money::sum(PENSIONS.into_iter().filter_map(cell), table.unit).filter(|money| !money.is_zero());
    let apart = cell(WAGES).zip(pensions).and_then(|(wages, pensions)| {
        let (zh, en) = (
            "；其中离休费和退休费 {0}不是在职职工的，只算工资福利支出是 {1}",
            "; of these, {0} are pensions of the retired: wages and benefits alone are {1}",
        );
        Some(words.say(zh, en, &[&words.money(pensions), &each(wages, staff, people, words)?]))
    });
    Some(words.say("平均每人：{0}{1}。", "For each of the staff: {0}{1}.", &[&all, &apart.unwrap_or_default()]))
}

/// Where the items of a line of the first level add up to something else than it.
fn groups(table: &Table, words: Words) -> Option<String> {
    let items: Vec<_> = table.lines.iter().filter(|line| line.role == Role::Item).collect();
    let mut told = Vec::new();
    let mut first = 0;
    while first < items.len() && told.len() < MOST_NAMED {
        let below = items[first + 1..].iter().take_while(|line| line.level() > 1).count();
        let inner: Vec<_> = items[first + 1..=first + below].iter().copied().filter(|line| line.level() == 2).collect();
        let printed = table.money(items[first], column::TOTAL).filter(|_| items[first].level() == 1);
        let ours = sum(table, column::TOTAL, &inner);
        told.extend(printed.zip(ours).filter(|(printed, ours)| printed != ours).map(
            |(printed, ours): (Money, Money)| {
                let name = words.lang.name(&items[first].name, items[first].name_en.as_deref());
                let (zh, en) = ("{0} {1}（表中 {2}）", "{0} {1} (printed {2})");
                words.say(zh, en, &[&words.inside(name), &words.exact_number(ours), &words.exact_number(printed)])
            },
        ));
        first += below + 1;
    }
    let list = told.join(words.pick("、", ", "));
    (!told.is_empty()).then(|| {
        words.say(
            "明细由本页相加，与表中所列不同：{0}。",
            "The items, added by this page, differ from the printed sums: {0}.",
            &[&list],
        )
    })
}
