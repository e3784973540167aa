//! Adds up classes that are not printed, or printed blank, from the lines under them.

use std::collections::BTreeMap;

use super::{Made, blank};
use crate::budget::{Budget, Cells, Kind, Line, Role, Side, Table, column};
use crate::money::sort_by;

/// The classes of the official functional classification (政府收支分类科目), needed where a document prints only their
/// items.
pub const FUNCTIONS: [(&str, &str); 30] = [
    ("201", "一般公共服务支出"),
    ("202", "外交支出"),
    ("203", "国防支出"),
    ("204", "公共安全支出"),
    ("205", "教育支出"),
    ("206", "科学技术支出"),
    ("207", "文化旅游体育与传媒支出"),
    ("208", "社会保障和就业支出"),
    ("209", "社会保险基金支出"),
    ("210", "卫生健康支出"),
    ("211", "节能环保支出"),
    ("212", "城乡社区支出"),
    ("213", "农林水支出"),
    ("214", "交通运输支出"),
    ("215", "资源勘探工业信息等支出"),
    ("216", "商业服务业等支出"),
    ("217", "金融支出"),
    ("219", "援助其他地区支出"),
    ("220", "自然资源海洋气象等支出"),
    ("221", "住房保障支出"),
    ("222", "粮油物资储备支出"),
    ("223", "国有资本经营预算支出"),
    ("224", "灾害防治及应急管理支出"),
    ("227", "预备费"),
    ("229", "其他支出"),
    ("230", "转移性支出"),
    ("231", "债务还本支出"),
    ("232", "债务付息支出"),
    ("233", "债务发行费用支出"),
    ("234", "抗疫特别国债安排的支出"),
];

/// The lines of all tables by their codes, those of one code in printed order.
pub struct ByCode<'b>(Vec<(&'b str, &'b Table, &'b Line)>);

impl<'b> ByCode<'b> {
    /// Sorts the lines of a document.
    pub fn of(budget: &'b Budget) -> Self {
        let lines = budget.named().flat_map(|table| table.lines.iter().map(move |line| (table, line)));
        let coded = lines.filter_map(|(table, line)| Some((line.subject()?, table, line)));
        let mut coded: Vec<_> = coded.collect();
        sort_by(&mut coded, |(one, ..), (other, ..)| one.cmp(other));
        ByCode(coded)
    }

    fn lines(&self, code: &str) -> impl Iterator<Item = (&'b Table, &'b Line)> {
        let from = self.0.partition_point(|(own, ..)| *own < code);
        self.0[from..].iter().take_while(move |(own, ..)| *own == code).map(|(_, table, line)| (*table, *line))
    }

    /// The name of a class, from whichever table prints it or else from the classification, on a line without amounts.
    pub fn named(&self, code: &str) -> Option<Line> {
        let known = || FUNCTIONS.iter().find(|(own, _)| *own == code).map(|(_, name)| blank(name, Role::Item));
        self.lines(code).next().map(|(_, line)| line.of_code(code)).or_else(known)
    }

    /// Records where another table prints the amount of a class that had to be added up.
    pub fn cite(&self, table: &Table, line: &mut Line) {
        let Some(own) = table.money(line, column::TOTAL).filter(|_| line.places.find(column::TOTAL).is_none()) else {
            return;
        };
        let is_same = |(other, printed): &(&Table, &Line)| {
            let is_spent = printed.side != Some(Side::Income) && printed.role == Role::Item;
            is_spent && other.kind == Some(Kind::Balance) && other.money(printed, column::TOTAL) == Some(own)
        };
        let found = line.code.as_deref().and_then(|code| self.lines(code).find(is_same));
        if let Some((other, printed)) = found {
            line.places.push(column::TOTAL, other.cell(printed, column::TOTAL));
        }
    }
}

/// Adds up the classes (the first three digits) that are not printed, or printed blank, from the lines under them. The
/// lines are sorted by code.
pub fn classes(lines: &mut Vec<Line>, view: &mut Table, named: impl Fn(&str) -> Option<Line>) {
    let mut added: Vec<Line> = Vec::new();
    let mut first = 0;
    while let Some(class) = lines.get(first).and_then(|line| line.code.as_deref()?.get(..3)).map(String::from) {
        let code = |line: &Line| line.code.clone().unwrap_or_default();
        let count = lines[first..].iter().take_while(|line| code(line).starts_with(&class)).count();
        let group = &mut lines[first..first + count];
        let is_printed = code(&group[0]).len() == 3;
        let below = &group[usize::from(is_printed)..];
        // The outermost lines under the class.
        let mut outer: Vec<&Line> = Vec::new();
        for line in below {
            if outer.last().is_none_or(|last| !code(line).starts_with(&code(last))) {
                outer.push(line);
            }
        }
        let mut sums = Cells::default();
        for line in &outer {
            sums.add(&line.amounts);
        }
        let is_blank = is_printed && group[0].amounts.iter().all(|(_, amount)| amount.is_none());
        if is_blank && sums.get(column::TOTAL).is_some() {
            group[0].amounts = sums;
        } else if let Some(name) = named(&class).filter(|_| !is_printed && !outer.is_empty()) {
            added.push(Line {
                code: Some(class),
                name: name.name,
                name_en: name.name_en,
                amounts: sums,
                ..Line::default()
            });
        } else {
            first += count;
            continue;
        }
        if !view.made.contains(&Made::Classes) {
            view.made.push(Made::Classes);
        }
        first += count;
    }
    lines.extend(added);
    sort_by(lines, |a, b| a.code.cmp(&b.code));
}

/// The items of a table sorted by code, each code once, and whether amounts of several lines were added up: a code that
/// repeats for each unit, fund or project becomes one item. `copy` adds a line's amounts to those collected.
pub fn each_code_once<'t>(
    table: &'t Table,
    code: &dyn Fn(&'t Line) -> Option<&'t str>,
    copy: &dyn Fn(usize, &'t Line, &mut Line),
) -> (Vec<Line>, bool) {
    let tree = table.tree();
    let mut lines: Vec<Line> = Vec::new();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (i, line) in table.lines.iter().enumerate() {
        let Some(own) = code(line) else { continue };
        // The amount of a line includes what stands under it with the same code.
        let mut above = std::iter::successors(tree.parent(i), |above| tree.parent(*above));
        if above.any(|above| code(&table.lines[above]) == Some(own)) {
            continue;
        }
        let place = *seen.entry(own).or_insert_with(|| {
            lines.push(line.of_code(own));
            lines.len() - 1
        });
        copy(i, line, &mut lines[place]);
    }
    // A sum that was added up is printed nowhere.
    let is_sum = |line: &Line| line.amounts.iter().any(|(id, _)| line.places.find(id).is_none());
    let is_summed = lines.iter().any(is_sum);
    sort_by(&mut lines, |one, other| one.code.cmp(&other.code));
    (lines, is_summed)
}
