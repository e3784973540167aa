//! The keys of lines that their names say: functional classes, funds, expenses, where no code is printed.

use crate::budget::{Table, Tree, keys};

/// Gives the lines of all tables their keys. The classes' names are of the whole document: one table may print them with
/// their codes, and another without.
pub fn give(tables: &mut [Table], year: u16) {
    let meant = keys(tables, year);
    for (table, meant) in tables.iter_mut().zip(meant) {
        for (line, key) in meant {
            table.lines[line].key = Some(key);
        }
        let tree = table.tree();
        let funds: Vec<(usize, String)> = (0..table.lines.len()).filter_map(|line| carried(table, &tree, line)).collect();
        for (line, key) in funds {
            table.lines[line].key = Some(key);
        }
    }
}

/// The key of a fund below 上年结转, where its own is that of the same fund of this year.
fn carried(table: &Table, tree: &Tree, line: usize) -> Option<(usize, String)> {
    let above = &table.lines[tree.parent(line)?];
    let own = &table.lines[line];
    let is_carried = above.key.as_deref().is_some_and(|key| key.ends_with("carry-over"));
    if !is_carried || own.key.is_some() || own.code.is_some() {
        return None;
    }
    let twin = table.lines.iter().find(|other| other.name == own.name && other.side == own.side && other.key.is_some())?;
    Some((line, format!("carry-over-{}", twin.key.as_deref()?)))
}
