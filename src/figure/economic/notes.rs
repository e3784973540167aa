//! Notes on the economic items: numbers computed from them, each with its formula, and items that do not add up.

use super::{MAX_ROWS, called};
use crate::budget::{Budget, Line, Role, Stated, Table, column};
use crate::figure::items::{is_nonzero, listed};
use crate::figure::ratio::{count, each, share};
use crate::figure::total::{difference, sum, total_line};
use crate::figure::{Entry, Text};
use crate::locale::Locale;
use crate::money::Money;

/// An economic item: its key in the format, its code in the classification, and its name there. Any of them finds it.
type Item = [&'static str; 3];
const WATER: Item = ["water", "30205", "水费"];
const ELECTRICITY: Item = ["electricity", "30206", "电费"];
const WAGES: Item = ["wages", "301", "工资福利支出"];
const PENSIONS: [Item; 2] = [["retired-cadres", "30301", "离休费"], ["pensions", "30302", "退休费"]];
/// The key of the staff on the establishment, whom personnel funds are for.
pub const STAFF: &str = "serving-staff";
/// The most lines of the first level that a note names.
const MAX_NAMED: usize = 6;

/// The notes that answer readers' questions, and the footnotes on how the numbers add up.
pub fn notes(
    budget: &Budget,
    table: &Table,
    parents: &[&Line],
    whole: &Entry,
    locale: Locale,
) -> (Vec<Text>, Vec<Text>) {
    let mut notes: Vec<_> = utilities(budget, table, whole, locale).into_iter().collect();
    notes.extend(a_head(budget, table, locale));
    let mut footnotes: Vec<_> = groups(table, locale).into_iter().collect();
    footnotes.extend(difference(locale.tr("合计", "Total"), table, column::TOTAL, parents, locale));
    let rows = table.lines.iter().filter(|line| line.role != Role::Total).count();
    footnotes.extend(listed(MAX_ROWS, rows, locale).map(Text::from));
    (notes, footnotes)
}

fn find(table: &Table, item: Item) -> Option<&Line> {
    let is_it = |line: &&Line| line.role == Role::Item && item.contains(&line.label().trim());
    table.lines.iter().find(is_it)
}

/// Water and electricity together, where both are budgeted.
fn utilities(budget: &Budget, table: &Table, whole: &Entry, locale: Locale) -> Option<Text> {
    let cell = |item| Some(Entry::of_cell(table, find(table, item)?, column::TOTAL, locale));
    let (water, electricity) = (cell(WATER)?, cell(ELECTRICITY)?);
    let both = water.money?.plus(electricity.money?)?;
    let share = share(both, whole.money?)?.display();
    let of = locale.lowercase_first(called(budget, table, whole, locale));
    Some(locale.tell(
        "水费与电费合计 {0}，占{5}的 {1}：（{2} + {3}）÷ {4}。",
        "Water and electricity together are {0}, {1} of {5}: ({2} + {3}) ÷ {4}.",
        &[&locale.exact_money(both), &share, &water.exactly(), &electricity.exactly(), &whole.display(), &of],
    ))
}

/// The personnel funds for each member of staff. They include pensions, which are not for serving staff: where there
/// are some, the note also has wages alone.
fn a_head(budget: &Budget, table: &Table, locale: Locale) -> Option<Text> {
    let staff = count((Stated::Staff, &budget.staff), STAFF)?;
    let people = locale.tr("", "serving staff");
    let cell = |line| Entry::of_cell(table, line, column::PERSONNEL, locale);
    let personnel = Some(cell(total_line(table)?)).filter(is_nonzero)?;
    let all = locale.tell("人员经费 {0}", "personnel funds, {0}", &[&each(&personnel, staff, people, locale)?]);
    let of_item = |item| find(table, item).map(cell);
    let pensions: Vec<_> = PENSIONS.into_iter().filter_map(of_item).collect();
    let sum = Money::sum(pensions.iter().filter_map(|entry| entry.money), table.unit);
    let apart = of_item(WAGES).zip(sum.filter(|money| !money.is_zero())).and_then(|(wages, sum)| {
        let (zh, en) = (
            "；其中离休费和退休费 {0}不是在职职工的，只算工资福利支出是 {1}",
            "; of these, {0} are pensions of the retired: wages and benefits alone are {1}",
        );
        Some(locale.tell(zh, en, &[&locale.money(sum), &each(&wages, staff, people, locale)?]))
    });
    Some(locale.tell("平均每人：{0}{1}。", "For each member of staff: {0}{1}.", &[&all, &apart.unwrap_or_default()]))
}

/// A note on lines of the first level whose items add up to something else.
fn groups(table: &Table, locale: Locale) -> Option<Text> {
    let items: Vec<_> = table.lines.iter().filter(|line| line.role == Role::Item).collect();
    let mut told = Vec::new();
    let mut first = 0;
    while first < items.len() && told.len() < MAX_NAMED {
        let below = items[first + 1..].iter().take_while(|line| line.level() > 1).count();
        let inner: Vec<_> = items[first + 1..=first + below].iter().copied().filter(|line| line.level() == 2).collect();
        let printed = table.money(items[first], column::TOTAL).filter(|_| items[first].level() == 1);
        let ours = sum(table, column::TOTAL, &inner);
        told.extend(printed.zip(ours).filter(|(printed, ours)| printed != ours).map(
            |(printed, ours): (Money, Money)| {
                let name = locale.lang.name(&items[first].name, items[first].name_en.as_deref());
                let (zh, en) = ("{0} {1}（表中 {2}）", "{0} {1} (printed {2})");
                let printed = Text::at(&locale.exact_number(printed), Some(table.cell(items[first], column::TOTAL)));
                locale.tell(zh, en, &[&locale.lowercase_first(name), &locale.exact_number(ours), &printed])
            },
        ));
        first += below + 1;
    }
    let list = Text::join(&told, locale.tr("、", ", "));
    (!told.is_empty()).then(|| {
        locale.tell(
            "明细由本页相加，与表中所列不同：{0}。",
            "The items, added by this page, differ from the printed sums: {0}.",
            &[&list],
        )
    })
}
