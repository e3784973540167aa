//! What each column of a table holds: codes, names, amounts, words.

mod holds;

use super::header::Header;
use super::sheet::{Sheet, Slot};
use super::words::{Number, number};
use crate::money::sort_by;
pub use holds::ColumnContent;
use holds::{holds, is_of_names};

/// Adjacent columns that have a column of names of their own: a balance has two such blocks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Block {
    /// Its columns of codes, the outermost part first.
    pub codes: Vec<usize>,
    /// Its columns of codes by another classification than the table's own, and of words that begin with such codes.
    pub others: Vec<(usize, Classification)>,
    /// Its column of names.
    pub name: Option<usize>,
    /// Its columns of amounts.
    pub amounts: Vec<usize>,
    /// Its columns of other words.
    pub words: Vec<usize>,
}

/// The classification that codes belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Classification {
    /// Expenditure by function (支出功能分类).
    Function,
    /// Expenditure by the department's economic items (部门预算支出经济分类).
    Economic,
    /// Expenditure by the government's economic items (政府预算支出经济分类).
    Government,
}

impl Classification {
    /// The classification that a heading names for the codes below it.
    fn of(path: &[String]) -> Option<Self> {
        let has = |word: &str| path.iter().any(|heading| heading.contains(word));
        match () {
            () if has("功能") => Some(Self::Function),
            () if has("政府") && has("经济") => Some(Self::Government),
            () if has("经济") => Some(Self::Economic),
            () => None,
        }
    }
}

/// The blocks of a table, from left to right. `title_says_amounts` where the title is that of a table of amounts, even
/// if all its cells are blank.
pub fn blocks(sheet: &Sheet, header: &Header, title_says_amounts: bool) -> Vec<Block> {
    let mut holds: Vec<ColumnContent> = (0..sheet.columns()).map(|column| holds(sheet, header, column)).collect();
    // A list of words, as of units or of the tables, has no column of amounts although one may be blank.
    let is_number = |slot: &Slot| matches!(number(&slot.text), Number::Amount(..));
    let has_numbers = |column: usize| sheet.rows[header.body..].iter().any(|row| is_number(&row.slots[column]));
    if !title_says_amounts
        && !(0..holds.len()).any(|column| holds[column] == ColumnContent::Amounts && has_numbers(column))
    {
        holds.iter_mut().filter(|held| **held == ColumnContent::Amounts).for_each(|held| *held = ColumnContent::Words);
    }
    let heading = |column: usize| header.paths[column].last().map_or("", String::as_str);
    let is_blank = |column: usize| sheet.rows[header.body..].iter().all(|row| row.slots[column].text.is_empty());
    let mut blocks = vec![Block::default()];
    for (column, held) in holds.iter().enumerate() {
        let begins_anew = matches!(held, ColumnContent::Codes | ColumnContent::Words)
            && blocks.last().is_some_and(|block| block.amounts.iter().any(|column| heading(*column) != "数量"))
            && holds[column..].contains(&ColumnContent::Amounts)
            && (*held == ColumnContent::Codes || is_of_names(heading(column)));
        if begins_anew {
            blocks.push(Block::default());
        }
        let Some(block) = blocks.last_mut() else { continue };
        match held {
            ColumnContent::Codes => block.codes.push(column),
            ColumnContent::Amounts => block.amounts.push(column),
            ColumnContent::Words => block.words.push(column),
            ColumnContent::Order => {}
        }
    }
    for block in &mut blocks {
        keep_own_codes(block, header);
        block.name = name_of(block, heading, is_blank);
        block.words.retain(|column| Some(*column) != block.name);
        let of = |column: &usize| Some((*column, Classification::of(&header.paths[*column])?));
        let others: Vec<_> = block.words.iter().filter_map(of).collect();
        block.others.extend(others);
    }
    blocks
}

/// Keeps a block's codes of one classification only: those by function, or else those of the department's economic
/// items.
fn keep_own_codes(block: &mut Block, header: &Header) {
    let is_part = |column: usize| header.paths[column].last().is_some_and(|name| ["类", "款", "项"].contains(&&**name));
    let is_one = |one: &usize, next: &usize| {
        let (one, next) = (*one, *next);
        header.paths[one] == header.paths[next]
            || Classification::of(&header.paths[one]) == Classification::of(&header.paths[next])
                && is_part(one)
                && is_part(next)
    };
    let groups: Vec<Vec<usize>> = block.codes.chunk_by(is_one).map(<[usize]>::to_vec).collect();
    let rank = |group: &Vec<usize>| match group.first().and_then(|column| Classification::of(&header.paths[*column])) {
        Some(Classification::Function) => 0,
        Some(Classification::Economic) => 1,
        None => 2,
        Some(Classification::Government) => 3,
    };
    let Some(own) = (0..groups.len()).min_by_key(|group| rank(&groups[*group])) else { return };
    block.codes.clone_from(&groups[own]);
    for column in groups.iter().enumerate().filter(|(group, _)| *group != own).flat_map(|(_, group)| group) {
        match Classification::of(&header.paths[*column]) {
            Some(of) if groups.iter().all(|group| group.len() == 1) => block.others.push((*column, of)),
            _ => block.words.push(*column),
        }
    }
    sort_by(&mut block.words, Ord::cmp);
}

/// Which of a block's columns of words has the names of its lines. A column that is blank all the way down is the last
/// choice.
fn name_of<'a>(block: &Block, heading: impl Fn(usize) -> &'a str, is_blank: impl Fn(usize) -> bool) -> Option<usize> {
    let rank = |column: usize| {
        let heading = heading(column);
        let has = |word: &str| heading.contains(word);
        let rank = match () {
            () if has("编码") || has("代码") || has("编号") => 5,
            () if has("科目名称") || has("项目名称") => 0,
            () if has("科目") => 1,
            () if heading == "项目" || has("分类") || has("名称") && !has("单位") => 2,
            () if is_of_names(heading) => 3,
            () => 4,
        };
        (is_blank(column), has("政府"), rank)
    };
    // Names stand before the amounts; a note (备注) stands after them.
    let before = |column: &usize| block.amounts.first().is_none_or(|first| column < first);
    block
        .words
        .iter()
        .copied()
        .filter(before)
        .min_by_key(|column| rank(*column))
        .or_else(|| block.words.first().copied())
}
