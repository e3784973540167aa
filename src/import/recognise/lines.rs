//! Turns the rows below a printed table's heading into the lines of the budget's table.

use super::columns::Classification;
use super::header::Header;
use super::implicit_totals;
use super::join_pages::Found;
use super::keys::{expense, key};
use super::levels::{self, Depth};
use super::table::{Columns, is_total};
use super::words::{Number, code_and_name, is_code, mark, number};
use crate::budget::{Kind, Line, Role, Table};
use crate::import::block::{Part, Place};
use crate::import::report::Unread;

/// The lines of a table.
pub struct Printed {
    /// As they are printed: of blocks side by side the first one's, then the next one's.
    pub lines: Vec<Line>,
    /// Where each is printed.
    pub places: Vec<Place>,
    /// Whether their levels are, of several readings, the one whose sums hold.
    pub is_chosen: bool,
}

/// The lines of all blocks, one block after the other; and whether sums had to decide their levels.
pub fn lines(table: &Table, found: &Found, header: &Header, blocks: &[Columns], unread: &mut Vec<Unread>) -> Printed {
    let mut lines: Vec<Line> = Vec::new();
    let mut places: Vec<Place> = Vec::new();
    let mut depths: Vec<Depth> = Vec::new();
    for columns in blocks {
        let mut above: Vec<String> = Vec::new();
        for row in &found.sheet.rows[header.body..] {
            let mut line = Line { side: columns.side, block: columns.name.clone(), ..Line::default() };
            let mut named_by = None;
            let mut depth = Depth::default();
            line.code = code(&columns.block.codes, row, &mut above);
            if let Some(name) = columns.block.name {
                let slot = &row.slots[name];
                depth = name_line(&mut line, table.kind, &slot.text, slot.indent);
                let is_unit = |column: usize| is_of_units(&header.paths[column]);
                // Where the name's cell is blank, the line may be that of a unit, whose name stands before it.
                let unit = columns.block.words.iter().copied().find(|column| {
                    *column < name
                        && is_unit(*column)
                        && row.slots[*column].starts
                        && !row.slots[*column].text.is_empty()
                });
                if line.name.is_empty()
                    && line.code.is_none()
                    && let Some(unit) = unit
                {
                    depth = name_line(&mut line, table.kind, &row.slots[unit].text, 0);
                    named_by = Some(unit);
                }
                // Among 单位（项目）名称 those with a unit's code are the units; 121001 stands below 121.
                let code = columns.block.words.iter().filter(|column| is_of_unit_codes(&header.paths[**column]));
                let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
                let code = code.map(|column| &row.slots[*column]).find(|slot| slot.starts && is_digits(&slot.text));
                let has_both = header.paths[name].last().is_some_and(|name| name.contains("单位"));
                let is_of_unit = is_unit(named_by.unwrap_or(name)) || code.is_some() && has_both;
                if is_of_unit && !line.name.is_empty() && line.role == Role::Item {
                    line.is = Some("unit".into());
                    depth.mark = code.and_then(|code| u8::try_from(code.text.len()).ok()).or(depth.mark);
                }
            }
            // 合计 may stand where the others have their codes.
            let in_front = columns.block.codes.iter().map(|column| &row.slots[*column]).find(|slot| {
                slot.starts && !slot.text.is_empty() && !slot.text.bytes().all(|byte| byte.is_ascii_digit())
            });
            if let Some(slot) = in_front.filter(|_| line.name.is_empty() && line.code.is_none()) {
                depth = name_line(&mut line, table.kind, &slot.text, slot.indent);
            }
            for (at, of) in &columns.block.others {
                let text = &row.slots[*at].text;
                let code = code_and_name(text).map_or(text.as_str(), |(code, _)| code);
                let is_code = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
                let code = is_code.then(|| code.into());
                match of {
                    Classification::Function => line.function = code,
                    Classification::Economic => line.economic = code,
                    Classification::Government => line.government = code,
                }
            }
            let mut is_printed = false;
            for (at, id) in &columns.ids {
                let slot = &row.slots[*at];
                // A cell that reaches over the name's column is the name.
                let is_name = columns.block.name.is_some_and(|name| (*at..*at + slot.columns).contains(&name));
                if named_by == Some(*at) || is_name {
                    continue;
                }
                is_printed |= slot.starts && !slot.text.is_empty();
                let is_words = columns.block.words.contains(at);
                match number(&slot.text) {
                    _ if slot.text.is_empty() || !(slot.starts || is_words && slot.from_above) => {}
                    _ if is_words => line.texts.push(id, slot.text.clone()),
                    Number::Amount(amount, _) => line.amounts.push(id, Some(amount)),
                    Number::Blank => {}
                    Number::Words => {
                        line.texts.push(id, slot.text.clone());
                        unread.push(Unread::cell(&row.place, &table.title, &slot.text));
                    }
                }
            }
            let own = columns.block.name.iter().chain(&columns.block.codes).chain(&named_by);
            let is_named = own.into_iter().any(|at| row.slots[*at].starts && !row.slots[*at].text.is_empty());
            // A name that reaches over two blocks, 支出合计 over both classifications of expenditure, is that of the later
            // one.
            let reach = columns.block.name.map_or(0..0, |name| name + 1..name + row.slots[name].columns);
            let is_of_later = blocks.iter().any(|other| other.block.name.is_some_and(|name| reach.contains(&name)));
            is_printed |= is_named && !is_of_later;
            if is_printed {
                if line.key.is_none() {
                    line.key = expense(&line, table).map(Into::into);
                }
                line.page = page(&row.place).filter(|own| Some(*own) != table.page);
                lines.push(line);
                places.push(row.place.clone());
                depths.push(depth);
            }
        }
    }
    implicit_totals::set_subtotals(&mut lines);
    let is_chosen = levels::set(&mut lines, &depths);
    // Goods with codes stand below no other line, however far the units' names are indented.
    if table.kind == Some(Kind::Procurement) && lines.iter().any(|line| line.code.is_some()) {
        for line in &mut lines {
            line.level = None;
        }
    }
    Printed { lines, places, is_chosen }
}

/// The page that something stands on.
pub fn page(place: &Place) -> Option<u16> {
    match place.part {
        Part::Page(page) => u16::try_from(page).ok(),
        _ => None,
    }
}

/// Whether a column has the names of units: 单位名称, 预算单位; but 支出项目类别（资金使用单位） has more than these.
fn is_of_units(path: &[String]) -> bool {
    path.last()
        .is_some_and(|name| name.contains("单位") && !["项目", "科目", "性质"].iter().any(|word| name.contains(word)))
}

fn is_of_unit_codes(path: &[String]) -> bool {
    path.last().is_some_and(|name| name.contains("单位") && ["编码", "代码"].iter().any(|word| name.contains(word)))
}

/// Name, mark, code and role of a line, by what is printed as its name.
fn name_line(line: &mut Line, kind: Option<Kind>, text: &str, indent: u8) -> Depth {
    let (before, depth, name) = mark(text);
    line.mark = Some(before.to_string()).filter(|mark| !mark.is_empty());
    line.name = name.to_string();
    if let Some((code, name)) = code_and_name(name).filter(|_| line.code.is_none()) {
        (line.code, line.name) = (Some(code.to_string()), name.to_string());
    }
    // 其中：（一） begins a list, which may be all of the line above or not.
    let begins_list = before.contains("其中") && !before.ends_with(['中', '：', ':', '，']);
    line.of_which = before.contains("其中") && !begins_list;
    line.role = match () {
        () if is_total(&line.name) && line.code.is_none() => Role::Total,
        () if line.name.starts_with(['本', '当']) && line.name[3..].starts_with('年') && line.name.ends_with('计') => {
            Role::Subtotal
        }
        () => Role::Item,
    };
    line.key = key(line, kind).map(String::from);
    let is_first = ["一、", "（一）", "(一)", "1.", "1、", "（1）", "(1)", "①"].contains(&before);
    Depth { mark: depth, indent, is_first, begins_list }
}

/// The code of a row: printed whole, or in its parts 类, 款, 项, of which those that repeat are printed only once.
fn code(columns: &[usize], row: &super::sheet::Row, above: &mut Vec<String>) -> Option<String> {
    let texts: Vec<&str> = columns.iter().map(|column| row.slots[*column].text.as_str()).collect();
    let last = texts.iter().rposition(|text| !text.is_empty())?;
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if texts.iter().any(|text| !text.is_empty() && !is_digits(text)) {
        above.clear();
        return None;
    }
    if texts[last].len() > 3 || columns.len() == 1 {
        return Some(texts[last].to_string());
    }
    above.resize(columns.len(), String::new());
    for (part, text) in above.iter_mut().zip(&texts) {
        if !text.is_empty() {
            (*part) = (*text).to_string();
        }
    }
    above.truncate(last + 1);
    Some(above.concat()).filter(|code| is_code(code))
}
