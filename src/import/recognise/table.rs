//! Turns a printed table into a table of the budget.

mod sides;

use std::collections::HashSet;

use super::columns::{Block, blocks};
use super::form::{self, is_form};
use super::header::{Header, TOTALS};
use super::ids::id;
use super::implicit_totals;
use super::join_pages::Found;
use super::kind::kind;
use super::lines::{Printed, lines};
use super::transpose::turn;
use crate::budget::{Column, Document, Kind, Side, Table};
use crate::import::block::Place;
use crate::import::report::Unread;
use crate::money::{Unit, sort_by};
use sides::sides;

/// A block of printed columns in the budget's table: which printed column becomes which column.
#[derive(Debug, Clone)]
pub struct Columns {
    /// The block.
    pub block: Block,
    /// The half of a two-sided table that it is.
    pub side: Option<Side>,
    /// Its name, where there are blocks side by side.
    pub name: Option<String>,
    /// The id of each printed column of amounts or words.
    pub ids: Vec<(usize, String)>,
}

/// The result of reading a printed table.
#[derive(Debug)]
pub struct RecognisedTable {
    /// The table.
    pub table: Table,
    /// Where each of its lines is printed; empty where they are not as they are printed.
    pub places: Vec<Place>,
    /// The words found in columns of amounts.
    pub unread: Vec<Unread>,
    /// Whether its levels are, of several readings, the one whose sums hold.
    pub is_chosen: bool,
    /// Whether it is a performance form, and no table of amounts.
    pub is_form: bool,
}

/// Reads a printed table. `unit` is the unit of its amounts, as far as it is known.
pub fn table(found: &Found, unit: Unit, document: &Document) -> RecognisedTable {
    let year = document.year;
    let header = Header::of(&found.sheet);
    let title = found.title.name.clone().unwrap_or_default();
    let mut table = Table {
        number: found.title.number.clone().unwrap_or_default(),
        kind: kind(&title),
        title,
        unit,
        page: found.page,
        note: found.note.clone(),
        ..Table::default()
    };
    if is_form(&found.sheet, &header, &table.title) {
        table.kind = Some(Kind::Performance);
        call(&mut table, found);
        form::fill(&mut table, found);
        let places = found.sheet.rows.iter().map(|row| row.place.clone()).collect();
        return RecognisedTable { table, places, unread: Vec::new(), is_chosen: false, is_form: true };
    }
    // A list of projects with their goals says so in its heading, where it has no title.
    if table.title.is_empty() && header.paths.iter().flatten().any(|heading| heading.contains("绩效目标")) {
        table.kind = Some(Kind::Performance);
    }
    call(&mut table, found);
    let columns = columns(&mut table, found, &header, year);
    let mut unread = Vec::new();
    let Printed { lines, mut places, is_chosen } = lines(&table, found, &header, &columns, &mut unread);
    table.lines = lines;
    implicit_totals::set(&mut table, &document.department);
    turn(&mut table, year);
    if table.lines.len() != places.len() {
        places.clear();
    }
    words_apart(&mut table);
    table.empty = is_marked_empty(&table);
    RecognisedTable { table, places, unread, is_chosen, is_form: false }
}

/// Calls a table that prints no title by what it is about, or else by where it stands.
fn call(table: &mut Table, found: &Found) {
    if found.title.name.is_none() {
        let kind = table.kind.map(|kind| kind.name().0.to_string());
        table.title = kind.unwrap_or_else(|| format!("{}的表格", found.place.part));
    }
}

/// Whether a table prints no amount but zeros, and a note that says so: 本表无数据.
fn is_marked_empty(table: &Table) -> bool {
    const WORDS: [&str; 7] = ["无数据", "无发生额", "没有", "不涉及", "无相关内容", "无此项", "无该项"];
    let mut amounts = table.lines.iter().flat_map(|line| line.amounts.iter()).filter_map(|(_, amount)| amount.as_ref());
    let says_so = table.note.as_deref().is_some_and(|note| WORDS.iter().any(|word| note.contains(word)));
    says_so && amounts.all(|amount| amount.decimal().is_zero())
}

/// Gives the words that stand in a column of amounts a column of their own beside it, so that the amounts stay amounts.
fn words_apart(table: &mut Table) {
    let columns = std::mem::take(&mut table.columns);
    for column in columns {
        let is_mixed = !column.text && table.lines.iter().any(|line| line.texts.find(&column.id).is_some());
        let beside = Column { id: format!("{}-words", column.id), text: true, ..column.clone() };
        if is_mixed {
            for line in &mut table.lines {
                if let Some(text) = line.texts.get(&column.id).map(String::from) {
                    line.texts.remove(&column.id);
                    line.texts.push(&beside.id, text);
                }
            }
        }
        table.columns.push(column);
        table.columns.extend(is_mixed.then_some(beside));
    }
}

/// Writes the table's columns, and returns where each is printed.
fn columns(table: &mut Table, found: &Found, header: &Header, year: u16) -> Vec<Columns> {
    let blocks = blocks(&found.sheet, header, table.kind.is_some());
    let sides = sides(&blocks, header, table.kind);
    let mut all = Vec::new();
    let mut places = Vec::new();
    for (at, (block, side)) in blocks.iter().zip(sides).enumerate() {
        // Of several blocks of one side, as of expenditure by function and by economic item, the first is that side.
        let side = side.filter(|side| !all.iter().any(|other: &Columns| other.side == Some(*side)));
        let name = (blocks.len() > 1 && side.is_none()).then(|| (at + 1).to_string());
        let mut printed: Vec<(usize, bool)> = block.amounts.iter().map(|at| (*at, false)).collect();
        printed.extend(block.words.iter().map(|at| (*at, true)));
        sort_by(&mut printed, Ord::cmp);
        for (at, text) in printed {
            let path = below_own_side(header, block, side, at);
            table.columns.push(Column { side, block: name.clone(), text, ..heading(&path) });
            places.push((all.len(), at));
        }
        all.push(Columns { block: block.clone(), side, name, ids: Vec::new() });
    }
    // What an id means depends on what stands beside it, so all headings are there first.
    let mut taken = HashSet::new();
    for (column, (block, at)) in places.into_iter().enumerate() {
        let own = &table.columns[column];
        let known = if own.text { None } else { id(own, table, year, |id| !taken.contains(id)) };
        let id = known.unwrap_or_else(|| format!("c{}", at + 1));
        taken.insert(id.clone());
        all[block].ids.push((at, id.clone()));
        table.columns[column].id = id;
    }
    all
}

/// What is printed above a column. Copied text may lose a blank cell of the heading, and then has 支出 above the amounts of
/// income: that these are income stands above their names.
fn below_own_side(header: &Header, block: &Block, side: Option<Side>, at: usize) -> Vec<String> {
    let mut path = header.paths[at].clone();
    let first = block.name.or(block.codes.first().copied()).and_then(|name| header.paths[name].first());
    if let (Some(Side::Income), Some(group), Some(first)) = (side, path.first_mut(), first)
        && group.ends_with("支出")
        && first.ends_with("收入")
    {
        group.clone_from(first);
    }
    path
}

/// A column by what is printed above it.
fn heading(path: &[String]) -> Column {
    let (name, group) = path.split_last().map_or((String::new(), &[][..]), |(name, group)| (name.clone(), group));
    // 小计 below 财政拨款 is that; and a heading that says 合计 twice says it once.
    let group = Some(group.join("·")).filter(|group| !group.is_empty());
    // A final account calls the budget as it was adjusted during the year that of the whole year.
    let is_adjusted = path.iter().any(|heading| heading.contains("全年预算"));
    Column { name, group, phase: is_adjusted.then(|| "adjusted".into()), ..Column::default() }
}

/// Whether a name is that of a printed sum of a whole table or block.
pub fn is_total(name: &str) -> bool {
    TOTALS.contains(&name)
        || matches!(name, "收入总计" | "支出总计" | "收入合计" | "支出合计" | "收支总计" | "部门合计" | "单位合计")
}
