//! All departments of a year in a table, the one that spends most first.

use super::Listed;
use crate::cli::publish::row::Row;
use crate::markup::{Element, el};
use crate::money::{Money, Share, largest_first};
use crate::words::Words;

/// The table, with a field to find names, which only scripts show.
pub fn list(listed: &[Listed], words: Words) -> Element {
    let total = |(_, row): &Listed| row.numbers.total.map_or(i128::MIN, Money::millionths);
    let order: Vec<_> = largest_first(listed.iter().map(total)).map(|i| listed[i]).collect();
    let heads = [
        ("部门", "Department"),
        ("合计", "Total"),
        ("基本占比", "Basic"),
        ("项目占比", "Projects"),
        ("“三公”经费", "Three public"),
    ];
    let head = heads.iter().enumerate().map(|(i, (zh, en))| {
        let head = el("th").attr("scope", "col").text(words.pick(zh, en));
        if i == 1 { head.attr("aria-sort", "descending") } else { head }
    });
    // Scripts sort by the ranks that stand here: they have no exact numbers.
    let share = |share: Option<Share>| share.map_or(i128::MIN, Share::hundredths);
    let ranks = [
        ranks(order.iter().map(total)),
        ranks(order.iter().map(|(_, row)| share(row.numbers.basic))),
        ranks(order.iter().map(|(_, row)| share(row.numbers.project))),
        ranks(order.iter().map(|(_, row)| {
            let money = row.numbers.three_public.flatten();
            money.map_or(i128::MIN, Money::millionths)
        })),
    ];
    let rows = order.iter().enumerate().map(|(i, (name, row))| {
        let link = el("a").attr("href", [name, "/index.html", words.pick("", "?lang=en")].concat());
        let cells = cells(row, words).into_iter().zip(&ranks);
        let cells = cells.map(|(text, ranks)| el("td").attr("data-rank", ranks[i].to_string()).text(text));
        el("tr").child(el("th").attr("scope", "row").child(link.text(&row.department))).children(cells)
    });
    let table = el("table").child(el("thead").child(el("tr").children(head))).child(el("tbody").children(rows));
    let count = words.say("共 {0} 个", "{0} in all", &[&listed.len().to_string()]);
    let find = el("p")
        .class("seek")
        .attr("hidden", "")
        .child(
            el("label").text(words.pick("查找部门 ", "Find a department ")).child(el("input").attr("type", "search")),
        )
        .child(
            el("span").attr("role", "status").attr("data-some", words.pick("{0} / {1} 个", "{0} of {1}")).text(count),
        );
    let note = words.say(
        "单位：{0}。合计和“三公”经费照各部门公布的数；占比由本页计算。“—”表示文件里没有这张表，“未安排”表示表里没有填数。",
        "Unit: {0}. Totals and the three public expenses are as published; shares are this page's. “—”: the document has no such table; “not budgeted”: its cell is blank.",
        &[words.unit_name()],
    );
    el("section")
        .class("card departments")
        .child(el("h2").class("question").text(words.pick("各部门", "The departments")))
        .child(find)
        .child(el("div").class("scroll").child(table))
        .child(el("p").class("source").text(note))
}

/// The numbers of a department.
fn cells(row: &Row, words: Words) -> [String; 4] {
    let numbers = &row.numbers;
    let blank = words.pick("未安排", "not budgeted");
    let money = |money: Option<Money>| money.map_or_else(|| String::from(blank), |money| words.exact_number(money));
    let share = |share: Option<Share>| share.map_or_else(|| "—".into(), |share| share.to_string());
    let total = if numbers.classes.is_empty() && numbers.total.is_none() { "—".into() } else { money(numbers.total) };
    let ours = if numbers.printed || numbers.total.is_none() {
        ""
    } else {
        words.pick("（本页相加）", " (added by this page)")
    };
    [total + ours, share(numbers.basic), share(numbers.project), numbers.three_public.map_or_else(|| "—".into(), money)]
}

/// For each key how many are larger, equal ones counted in their order: 0 for the largest.
fn ranks(keys: impl Iterator<Item = i128>) -> Vec<usize> {
    let order: Vec<_> = largest_first(keys.collect::<Vec<_>>()).collect();
    let mut ranks = vec![0; order.len()];
    for (rank, i) in order.into_iter().enumerate() {
        ranks[i] = rank;
    }
    ranks
}
