//! Merges the lines of subordinate units: a department that has some prints the same codes once per unit, each unit
//! under its own subtotal.

use super::{Cells, Column, Line, Made, Place, Role, Table};
use crate::money::largest_first;

/// The most digits that a code may have to be merged; the longest official codes have 7.
const MAX_DIGITS: usize = 15;

impl Table {
    /// The table with the lines of each code added up over all units, or `None` where no code stands twice under
    /// subtotals. The sums are computed here, and no line of the table is printed: see [`Table::summed`].
    pub fn over_units(&self, index: usize) -> Option<Table> {
        if !self.lines.iter().any(|line| line.role == Role::Subtotal) {
            return None;
        }
        // Lines of one code get the same sort key; each line without a code gets a key of its own.
        let digit = |number: i64, byte: u8| byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0'));
        let code = |line: &Line| {
            let code = line.code.as_ref().filter(|code| line.role == Role::Item && code.len() <= MAX_DIGITS)?;
            code.bytes().try_fold(0, digit).map(i128::from)
        };
        let keys: Vec<_> = self.lines.iter().zip(1..).map(|(line, i)| code(line).unwrap_or(-i)).collect();
        let order: Vec<_> = largest_first(keys.iter().copied()).collect();
        if order.windows(2).all(|pair| keys[pair[0]] != keys[pair[1]]) {
            return None;
        }
        let mut lines: Vec<Option<Line>> =
            (0..self.lines.len()).map(|line| Some(self.lines[line].about(self, index, line))).collect();
        let mut first: Option<usize> = None;
        for i in order {
            if let Some(kept) = first.filter(|&first| keys[first] == keys[i]) {
                lines[i] = None;
                if let Some(line) = &mut lines[kept] {
                    line.add(&self.lines[i], index);
                }
            } else {
                first = Some(i);
            }
        }
        let lines = lines.into_iter().flatten().filter(|line| line.role != Role::Subtotal).collect();
        let columns = self.columns.iter();
        let columns =
            columns.map(|column| Column { id: column.id.clone(), name: column.name.clone(), ..Column::default() });
        Some(Table {
            number: self.number.clone(),
            title: self.title.clone(),
            kind: self.kind,
            unit: self.unit,
            columns: columns.collect(),
            lines,
            summed: true,
            index: self.index,
            made: vec![Made::Units],
            ..Table::default()
        })
    }
}

impl Line {
    /// A copy of the line with what figures need, including where its amounts are printed.
    #[must_use]
    pub fn about(&self, table: &Table, index: usize, line: usize) -> Line {
        let mut own = Line {
            code: self.code.clone(),
            key: self.key.clone(),
            name: self.name.clone(),
            name_en: self.name_en.clone(),
            note: self.note.clone(),
            note_en: self.note_en.clone(),
            level: self.level,
            role: self.role,
            side: self.side,
            ..Line::default()
        };
        own.amounts.add(&self.amounts);
        for (i, column) in table.columns.iter().enumerate() {
            if own.amounts.get(&column.id).is_some() {
                own.places.push(&column.id, Place::Cell(index, line, i));
            }
        }
        own
    }

    /// Adds the amounts of another line of the table with this index. A sum is not printed itself, so its place is the
    /// table.
    fn add(&mut self, other: &Line, index: usize) {
        for (column, _) in other.amounts.iter().filter(|(_, amount)| amount.is_some()) {
            self.places.remove(column);
            self.places.push(column, Place::Table(index));
        }
        self.amounts.add(&other.amounts);
    }
}

impl Cells {
    /// Adds the amounts of another line, column by column; a cell stays blank where both are.
    pub fn add(&mut self, other: &Cells) {
        for (column, amount) in other.iter() {
            let Some(amount) = *amount else { continue };
            *self.entry(column) = match self.get(column) {
                Some(own) => own.plus(amount),
                None => Some(amount),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Amount;

    #[test]
    fn the_lines_of_one_code_are_added_over_all_units_and_blanks_stay_blank() {
        let amount = |text: &str| Amount::parse(text).ok();
        let line = |code: Option<&str>, role, total: Option<&str>, basic: Option<&str>| {
            let mut amounts = Cells::default();
            *amounts.entry("total") = total.and_then(amount);
            *amounts.entry("basic") = basic.and_then(amount);
            Line { code: code.map(Into::into), name: "行".into(), role, amounts, ..Line::default() }
        };
        let lines = vec![
            line(None, Role::Total, Some("3.50"), None),
            line(None, Role::Subtotal, Some("1.00"), None),
            line(Some("205"), Role::Item, Some("1.00"), None),
            line(None, Role::Subtotal, Some("2.50"), None),
            line(Some("205"), Role::Item, Some("2.00"), None),
            line(Some("208"), Role::Item, Some("0.50"), Some("0.50")),
        ];
        let table = Table { lines, ..Table::default() };
        let sums = table.over_units(0).unwrap();
        let cell = |i: usize, column| sums.lines[i].amounts.get(column);
        assert_eq!(sums.lines.len(), 3);
        assert_eq!((cell(1, "total"), cell(1, "basic")), (amount("3.00"), None));
        assert_eq!((cell(2, "total"), cell(2, "basic")), (amount("0.50"), amount("0.50")));
        let once = Table { lines: table.lines[..3].to_vec(), ..Table::default() };
        assert!(once.over_units(0).is_none(), "a unit alone prints each code once");
    }
}
