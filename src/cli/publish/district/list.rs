//! All departments of a year in a table, the one that spends most first, each with its units below it.

use super::Listed;
use super::data::{Data, Pinyin};
use super::order::ordered;
use super::seek;
use crate::cli::publish::counting::Counting;
use crate::cli::publish::list_row::ListRow;
use crate::locale::Locale;
use crate::markup::{Element, el, lone_bar};
use crate::money::{Money, Share, largest_first};

/// A column that the list is sorted by: its heading in both languages, the class by which a phone shows it or not, and what the
/// address calls it.
pub type Column = (&'static str, &'static str, &'static str, &'static str);

/// The columns after the name.
const COLUMNS: [Column; 6] = [
    ("合计", "Total", "col-total", "total"),
    ("比上年", "On last year", "col-change", "change"),
    ("基本占比", "Basic", "col-part", "basic"),
    ("项目占比", "Projects", "col-part", "projects"),
    ("“三公”经费", "Three public", "col-part", "three-public"),
    ("核对", "Checked", "col-checks", "checks"),
];

/// The most departments of which a phone shows every line at once. Of more it shows the first half as many in the order that
/// was chosen (`index.css`), so that what stands below the list is reached; a screen of a desk has room for them.
const LONG: usize = 100;

/// The departments in a table with a field to find names; `up` leads from the page to the published folder.
pub fn list(listed: &[Listed], data: &Data, pinyin: &Pinyin, up: &str, locale: Locale) -> Element {
    let groups = ordered(listed);
    let order: Vec<&Listed> = groups.iter().flatten().copied().collect();
    let below: Vec<bool> = groups.iter().flat_map(|group| (0..group.len()).map(|i| i > 0)).collect();
    let longest = order.iter().filter_map(|one| Some(one.row.numbers.total?.abs().millionths())).max().unwrap_or(0);
    // Where one alone stands there is nothing to compare.
    let longest = if order.len() > 1 { longest } else { 0 };
    let ranks = keys(&order);
    let rows = order.iter().zip(below).enumerate().map(|(i, (one, below))| {
        let short = one.name;
        let link = el("a").attr("href", [up, one.folder, "/index.html", locale.tr("", "?lang=en")].concat());
        let link = match one.also {
            Some(also) => link.attr("data-also", [up, also, "/budget.json"].concat()),
            None => link,
        };
        let link = link.attr("data-code", pinyin.code(short));
        let length =
            one.row.numbers.total.and_then(|total| total.abs().millionths().saturating_mul(1_000).checked_div(longest));
        let bar = length.map(|length| lone_bar("now", length.max(4)));
        let name = el("th").attr("role", "rowheader").attr("scope", "row");
        let name = name.child(link.text(short)).children(bar).children(why(one, locale));
        let cells = cells(one.row, locale).into_iter().zip(COLUMNS).zip(&ranks);
        let cells = cells.map(|((text, (_, _, class, _)), ranks)| {
            let wrong = class == "col-checks" && one.row.checked.wrong > 0;
            let class = if wrong { "col-checks wrong" } else { class };
            el("td").attr("role", "cell").class(class).attr("data-rank", ranks[i].to_string()).text(text)
        });
        let row = el("tr").attr("role", "row");
        (if below { row.class("part") } else { row }).child(name).children(cells)
    });
    let note = locale.format(
        "单位：{0}。合计、比上年和“三公”经费照各部门公布的数；占比由本页计算。“—”表示文件里没有这个数，“未安排”表示表里没有填数。核对是本页做的：文件里应当相等的数是不是相等。",
        "Unit: {0}. Totals, changes and the three public expenses are as published; shares are this page's. “—”: the document does not have it; “not budgeted”: its cell is blank. Checked: whether numbers of the document that should agree do.",
        &[locale.unit_name()],
    );
    let find = if listed.len() > 1 { seek::field(listed.len(), data, up, locale) } else { Vec::new() };
    let (title, first) = (locale.tr("各部门", "The departments"), locale.tr("部门", "Department"));
    let all = (listed.len() > LONG).then(|| all(listed.len(), locale));
    let section = section(title, first, &COLUMNS, rows.collect(), &find, locale);
    section.children(all).child(el("p").class("source").text(note))
}

/// The button below the first lines of a long list on a phone. It is a script's: without one, and on paper, all lines are there.
fn all(count: usize, locale: Locale) -> Element {
    let text = locale.format("显示全部 {0} 个", "Show all {0}", &[&count.to_string()]);
    el("p").class("rest").attr("hidden", "").child(el("button").attr("type", "button").class("button").text(text))
}

/// A table that the list's script finds and sorts in, by size at first: its title, its columns, its rows and the field above.
pub fn section(
    title: &str,
    first: &str,
    columns: &[Column],
    rows: Vec<Element>,
    find: &[Element],
    locale: Locale,
) -> Element {
    // Roles keep the parts of the table for screen readers, where styles lay out its lines otherwise.
    let head = el("th").attr("role", "columnheader").attr("scope", "col").attr("data-key", "name").text(first);
    let heads = columns.iter().enumerate().map(|(i, (zh, en, class, key))| {
        let head = el("th").attr("role", "columnheader").attr("scope", "col").class(class).attr("data-key", *key);
        let head = head.text(locale.tr(zh, en));
        if i == 0 { head.attr("aria-sort", "descending") } else { head }
    });
    let head = el("tr").attr("role", "row").child(head).children(heads);
    let table = el("table")
        .attr("role", "table")
        .child(el("thead").attr("role", "rowgroup").child(head))
        .child(el("tbody").attr("role", "rowgroup").children(rows));
    el("section")
        .class("card departments")
        .child(el("h2").class("question").text(title))
        .children(find.iter().cloned())
        .child(el("div").class("scroll").child(table))
}

/// Why the sums do not count a budget.
fn why(one: &Listed, locale: Locale) -> Option<Element> {
    let kind = one.row.edition.kind(locale.lang);
    let text = match (one.counting, one.of) {
        (Counting::Within(_), Some(of)) => locale.format(
            "单位{1}，已含在{0}里，不再相加",
            "A unit's, in the {1} of {0}; not added again",
            &[of.short(), kind],
        ),
        (Counting::Again(_), Some(_)) => locale
            .tr("同一部门同一年的另一份文件，不再相加", "Another file of the same department and year; not added again")
            .into(),
        (Counting::Government, _) => locale.format(
            "整个政府的{0}，不和各部门的相加",
            "The {0} of a whole government; not added to the departments'",
            &[kind],
        ),
        _ => return None,
    };
    Some(el("small").text(text))
}

/// For each column the ranks of the rows, by which the script sorts, as it has no exact numbers.
fn keys(order: &[&Listed]) -> [Vec<usize>; COLUMNS.len()] {
    let money = |money: Option<Money>| money.map_or(i128::MIN, Money::millionths);
    let share = |share: Option<Share>| share.map_or(i128::MIN, Share::hundredths);
    let by = |key: &dyn Fn(&ListRow) -> i128| ranks(order.iter().map(|one| key(one.row)));
    [
        by(&|row| money(row.numbers.total)),
        by(&|row| money(row.numbers.change.as_ref().map(|(change, _)| *change))),
        by(&|row| share(row.numbers.basic)),
        by(&|row| share(row.numbers.project)),
        by(&|row| money(row.numbers.three_public.flatten())),
        by(&|row| if row.checked.all == 0 { -1 } else { i128::try_from(row.checked.wrong).unwrap_or(i128::MAX) }),
    ]
}

/// The numbers of a department.
fn cells(row: &ListRow, locale: Locale) -> [String; COLUMNS.len()] {
    let numbers = &row.numbers;
    let none = || String::from("—");
    let blank = locale.tr("未安排", "not budgeted");
    let money = |money: Option<Money>| money.map_or_else(|| String::from(blank), |money| locale.exact_number(money));
    let share = |share: Option<Share>| share.map_or_else(none, |share| share.to_string());
    let total = if numbers.classes.is_empty() && numbers.total.is_none() { none() } else { money(numbers.total) };
    let ours = if numbers.printed || numbers.total.is_none() {
        ""
    } else {
        locale.tr("（本页相加）", " (added by this page)")
    };
    let change = numbers.change.as_ref().map_or_else(none, |(change, rate)| {
        let rate = rate.as_ref().map(|rate| locale.format("（{0}）", " ({0})", &[rate])).unwrap_or_default();
        locale.change(*change) + &rate
    });
    let three_public = numbers.three_public.map_or_else(none, money);
    let checked = row.checked.describe(locale.lang);
    [total + ours, change, share(numbers.basic), share(numbers.project), three_public, checked]
}

/// For each key how many are larger, equal ones counted in their order: 0 for the largest.
pub fn ranks(keys: impl Iterator<Item = i128>) -> Vec<usize> {
    let order: Vec<_> = largest_first(keys.collect::<Vec<_>>()).collect();
    let mut ranks = vec![0; order.len()];
    for (rank, i) in order.into_iter().enumerate() {
        ranks[i] = rank;
    }
    ranks
}
