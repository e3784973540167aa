//! The body's rows → the lines of a table.

use super::header::Header;
use super::stitch::Found;
use super::table::{Columns, is_total};
use super::words::{Number, code_and_name, is_code, mark, number};
use crate::budget::{Line, Role, Side, Table};
use crate::import::report::Unread;

/// The lines of all blocks: row by row, and in a row from left to right.
pub fn lines(table: &Table, found: &Found, header: &Header, blocks: &[Columns], unread: &mut Vec<Unread>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut codes: Vec<Vec<String>> = vec![Vec::new(); blocks.len()];
    for row in &found.sheet.rows[header.body..] {
        for (columns, above) in blocks.iter().zip(&mut codes) {
            let mut line = Line { side: columns.side, block: columns.name.clone(), ..Line::default() };
            line.code = code(&columns.block.codes, row, above);
            if let Some(name) = columns.block.name {
                let slot = &row.slots[name];
                name_line(&mut line, &slot.text, slot.indent);
            }
            let mut is_printed = false;
            for (at, id) in &columns.ids {
                let slot = &row.slots[*at];
                is_printed |= slot.starts && !slot.text.is_empty();
                let is_words = columns.block.words.contains(at);
                match number(&slot.text) {
                    _ if slot.text.is_empty() || !slot.starts && !is_words => {}
                    _ if is_words => line.texts.push(id, slot.text.clone()),
                    Number::Amount(amount, _) => line.amounts.push(id, Some(amount)),
                    Number::Blank => {}
                    Number::Words => {
                        line.texts.push(id, slot.text.clone());
                        unread.push(Unread::cell(&row.place, &table.title, &slot.text));
                    }
                }
            }
            let own = columns.block.name.iter().chain(&columns.block.codes);
            is_printed |= own.into_iter().any(|at| row.slots[*at].starts && !row.slots[*at].text.is_empty());
            if is_printed {
                lines.push(line);
            }
        }
    }
    levels(&mut lines);
    lines
}

/// Name, mark, code and role of a line, by what is printed as its name.
fn name_line(line: &mut Line, text: &str, indent: u8) {
    let (before, depth, name) = mark(text);
    line.mark = Some(before.to_string()).filter(|mark| !mark.is_empty());
    line.name = name.to_string();
    if let Some((code, name)) = code_and_name(name).filter(|_| line.code.is_none()) {
        (line.code, line.name) = (Some(code.to_string()), name.to_string());
    }
    line.of_which = before.contains("其中");
    line.role = match () {
        () if is_total(&line.name) && line.code.is_none() => Role::Total,
        () if line.name.starts_with("本年") && line.name.ends_with('计') => Role::Subtotal,
        () => Role::Item,
    };
    line.key = key(line).map(String::from);
    // How deep it stands is settled when all lines are known.
    line.level = line.code.is_none().then(|| depth.map_or(indent + 100, |depth| depth * 10 + u8::from(line.of_which)));
    if line.role != Role::Item {
        line.level = None;
    }
}

/// The key of a line of a balance whose name is one of the field's.
fn key(line: &Line) -> Option<&'static str> {
    Some(match line.name.as_str() {
        "本年收入合计" => "current-income",
        "本年支出合计" => "current-expenditure",
        "收入总计" => "income",
        "支出总计" => "expenditure",
        "年终结转" | "年终结转结余" | "结转下年" => "year-end-carry-over",
        _ if line.side == Some(Side::Income) && line.role == Role::Total => "income",
        _ if line.side == Some(Side::Expenditure) && line.role == Role::Total => "expenditure",
        _ => return None,
    })
}

/// The code of a row: printed whole, or in its parts 类, 款, 项, of which those that go on are printed only once.
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

/// The depth of lines without codes: by their marks, or by how far their names are moved in.
fn levels(lines: &mut [Line]) {
    let mut depths: Vec<u8> = lines.iter().filter_map(|line| line.level).collect();
    depths.sort_unstable();
    depths.dedup();
    // Marks and blanks do not compare: where both occur, what has no mark stands at the outermost level.
    let has_marks = depths.iter().any(|depth| *depth < 100);
    for line in lines.iter_mut() {
        let Some(depth) = line.level else { continue };
        let rank = match depth {
            100.. if has_marks => 0,
            depth => depths.iter().position(|other| *other == depth).unwrap_or(0),
        };
        line.level = u8::try_from(rank + 1).ok();
    }
    if lines.iter().all(|line| line.level.is_none_or(|level| level == 1)) {
        for line in lines {
            line.level = None;
        }
    }
}
