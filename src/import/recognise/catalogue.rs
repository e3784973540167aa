//! A list of the document's tables that says which of them are empty (报表目录, 是否空表).

use super::stitch::Found;
use super::words::{Number, number};
use crate::budget::Table;

/// What is said of the empty tables: their numbers or titles, and why.
#[derive(Debug, Default)]
pub struct Catalogue(Vec<(Vec<String>, String)>);

impl Catalogue {
    /// What the lists among these tables say.
    pub fn of(tables: &[Found]) -> Self {
        let mut said = Vec::new();
        for found in tables {
            let rows = &found.sheet.rows;
            let heading = rows.iter().take(3).enumerate().find_map(|(at, row)| {
                Some((at, row.slots.iter().position(|slot| slot.text.starts_with("是否") && slot.text.contains('空'))?))
            });
            let Some((heading, column)) = heading else { continue };
            for row in &rows[heading + 1..] {
                if row.slots[column].text == "是" {
                    let texts = |from, to| row.slots[from..to].iter().map(|slot| slot.text.clone()).collect::<Vec<_>>();
                    said.push((texts(0, column), texts(column + 1, row.slots.len()).concat()));
                }
            }
        }
        Catalogue(said)
    }

    /// Writes to a table without amounts what the list says of it.
    pub fn note(&self, table: &mut Table) {
        let has_amounts = table.lines.iter().any(|line| line.amounts.iter().any(|(_, amount)| amount.is_some()));
        let is_it = |(names, _): &&(Vec<String>, String)| {
            let is_named = |name: &String| {
                let is_number = matches!(number(name), Number::Amount(..));
                !name.is_empty() && !is_number && (*name == table.number || *name == table.title)
            };
            names.iter().any(is_named)
        };
        if let Some((_, why)) = self.0.iter().find(is_it).filter(|_| !has_amounts && table.note.is_none()) {
            table.empty = true;
            table.note = Some(why.clone()).filter(|why| !why.is_empty());
        }
    }
}
