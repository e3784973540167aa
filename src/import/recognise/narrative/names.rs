//! The names that a narrative may use: the department, the year, and items of the classification as the document's own
//! tables print them.

use crate::budget::{Budget, plain};
use crate::import::recognise::words::is_code;
use crate::money::sort_by;

/// The names that a text may use.
pub struct Names {
    /// Whose document it is.
    pub department: String,
    /// Of which year; 0 where that is not known.
    pub year: u16,
    /// Names of the classification with their codes, by name.
    items: Vec<(String, String)>,
}

/// An item of the classification that the text speaks of.
#[derive(Debug, PartialEq, Eq)]
pub struct Item<'t> {
    /// Its code.
    pub code: String,
    /// Its names as the text prints them, from the outermost inwards.
    pub names: Vec<&'t str>,
    /// What stands before them.
    pub before: &'t str,
}

/// Marks of the levels: 类, 款, 项.
const LEVELS: [&str; 3] = ["（类）", "（款）", "（项）"];

impl Names {
    /// The names of a budget and in its tables.
    pub fn of(budget: &Budget) -> Self {
        let lines = budget.tables.iter().flat_map(|table| &table.lines);
        let codes = |line: &crate::budget::Line| {
            let code = line.code.as_deref().filter(|code| is_code(code) && line.is.is_none())?;
            Some((bare(&line.name), code.to_string()))
        };
        let mut items: Vec<_> = lines.filter_map(codes).filter(|(name, _)| name.chars().count() > 1).collect();
        sort_by(&mut items, Ord::cmp);
        items.dedup();
        Names { department: budget.document.department.clone(), year: budget.document.year, items }
    }

    /// The codes of items with this name.
    fn codes(&self, name: &str) -> impl Iterator<Item = &str> {
        let name = if name == "其他" { "其他支出".into() } else { bare(name) };
        let from = self.items.partition_point(|(other, _)| *other < name);
        self.items[from..].iter().take_while(move |(other, _)| *other == name).map(|(_, code)| code.as_str())
    }

    /// The item of a name with its code before or after it: `2080501-行政单位离退休`, `行政运行（2010601）`.
    pub fn coded<'t>(clause: &'t str) -> Option<Item<'t>> {
        let digits = |text: &'t str| &text[..text.bytes().take_while(u8::is_ascii_digit).count()];
        let behind = clause.strip_suffix('）').and_then(|rest| rest.rsplit_once('（'));
        if let Some((name, code)) = behind.filter(|(_, code)| is_code(code)) {
            return Some(Item { code: code.into(), names: vec![name], before: "" });
        }
        let code = digits(clause);
        let rest = &clause[code.len()..];
        let name = rest.trim_start_matches(['-', '—', '_', '、']);
        // 301 may be the number of anything.
        let is_amount = name.starts_with(['元', '万', '亿', '.', ',', '%']);
        let is_item = is_code(code) && !is_amount && (code.len() > 3 || name.len() < rest.len());
        (is_item && !name.is_empty()).then(|| Item { code: code.into(), names: vec![name], before: "" })
    }

    /// The item of names with their levels, whose code lies under those of the others:
    /// `社会保障和就业支出（类）抚恤（款）其他抚恤支出（项）`.
    pub fn by_levels<'t>(&self, clause: &'t str) -> Option<Item<'t>> {
        let mut names: Vec<(usize, &'t str)> = Vec::new();
        let mut rest = clause;
        while let Some((at, level)) =
            LEVELS.iter().enumerate().filter_map(|(level, mark)| Some((rest.find(mark)?, level))).min()
        {
            names.push((level, &rest[..at]));
            rest = &rest[at + LEVELS[level].len()..];
        }
        let (first_level, first) = *names.first()?;
        // More than names may stand before the first.
        let length = |level: usize| 3 + 2 * level;
        let starts = first.char_indices().map(|(at, _)| at);
        let mut known = starts.filter(|at| self.codes(&first[*at..]).any(|code| code.len() == length(first_level)));
        let start = known.next()?;
        names[0].1 = &first[start..];
        let (level, last) = *names.last()?;
        let is_under = |code: &&str| {
            code.len() == length(level)
                && names.iter().all(|(level, name)| {
                    self.codes(name).any(|above| above.len() == length(*level) && code.starts_with(above))
                })
        };
        let mut codes = self.codes(last).filter(is_under);
        let code = codes.next().filter(|_| codes.next().is_none() && matches!(rest, "" | "支出" | "事务"))?;
        let names = names.into_iter().map(|(_, name)| name).collect();
        Some(Item { code: code.into(), names, before: &first[..start] })
    }

    /// The item with the longest name that a clause ends in, if no other has that name; functional ones go before
    /// economic ones.
    pub fn by_name<'t>(&self, clause: &'t str) -> Option<Item<'t>> {
        let starts = clause.char_indices().map(|(at, _)| at);
        let start = starts.into_iter().find(|at| self.codes(&clause[*at..]).next().is_some())?;
        let name = &clause[start..];
        let all: Vec<&str> = self.codes(name).collect();
        let by_function: Vec<&str> = all.iter().copied().filter(|code| code.starts_with('2')).collect();
        let own = if by_function.is_empty() { all } else { by_function };
        // Where a class and its only item have one name, the outermost is meant.
        let code = *own.iter().min_by_key(|code| code.len())?;
        let is_one = own.iter().all(|other| other.starts_with(code)) && name.chars().count() > 2;
        is_one.then(|| Item { code: code.into(), names: vec![name], before: &clause[..start] })
    }
}

/// A name without punctuation, and without 的 and 支出 at its end, which are often left out.
fn bare(name: &str) -> String {
    let plain = plain(name).replace('的', "");
    plain.strip_suffix("支出").filter(|rest| rest.chars().count() > 1 && *rest != "其他").unwrap_or(&plain).into()
}
