//! A list of the document's tables that says which of them are empty (报表目录, 是否空表).

use super::join_pages::Found;
use super::words::{Number, number};
use crate::budget::Table;

/// The tables that are listed: their numbers and titles, and of the empty ones why.
#[derive(Debug, Default)]
pub struct Catalogue(Vec<(Vec<String>, Option<String>)>);

impl Catalogue {
    /// Reads the lists among these tables, and removes them, since they only describe the other tables.
    pub fn take(tables: &mut Vec<Found>) -> Self {
        let mut said = Vec::new();
        tables.retain(|found| {
            let rows = &found.sheet.rows;
            let heading = rows.iter().take(3).enumerate().find_map(|(at, row)| {
                Some((at, row.slots.iter().position(|slot| slot.text.starts_with("是否") && slot.text.contains('空'))?))
            });
            let Some((heading, column)) = heading else { return true };
            for row in &rows[heading + 1..] {
                let texts = |from, to| row.slots[from..to].iter().map(|slot| slot.text.clone()).collect::<Vec<_>>();
                let why = (row.slots[column].text == "是").then(|| texts(column + 1, row.slots.len()).concat());
                said.push((texts(0, column), why));
            }
            false
        });
        Catalogue(said)
    }

    /// Gives a table that prints its number alone the title that is listed with it.
    pub fn title(&self, found: &mut Found) {
        let Some(number) = found.title.number.as_ref().filter(|_| found.title.name.is_none()) else { return };
        let listed = self.0.iter().find(|(names, _)| names.contains(number));
        let title =
            listed.and_then(|(names, _)| names.iter().filter(|name| *name != number).max_by_key(|name| name.len()));
        found.title.name = title.filter(|title| title.ends_with(['表', '）', ')'])).cloned();
    }

    /// Marks a table without amounts as empty, for the reason that the list gives, if the list says so.
    pub fn note(&self, table: &mut Table) {
        let has_amounts = table.lines.iter().any(|line| line.amounts.iter().any(|(_, amount)| amount.is_some()));
        let is_it = |(names, _): &&(Vec<String>, Option<String>)| {
            let is_named = |name: &String| {
                let is_number = matches!(number(name), Number::Amount(..));
                !name.is_empty() && !is_number && (*name == table.number || *name == table.title)
            };
            names.iter().any(is_named)
        };
        let said = self.0.iter().find(is_it).and_then(|(_, why)| why.as_ref());
        if let Some(why) = said.filter(|_| !has_amounts && table.note.is_none()) {
            table.empty = true;
            table.note = Some(why.clone()).filter(|why| !why.is_empty());
        }
    }
}
