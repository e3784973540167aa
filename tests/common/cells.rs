//! What must hold of any table as CSV: whoever reads it by the letter of RFC 4180 has the table again.

use super::made::sound;
use budget_lens::budget::{Column, Line, Table};
use budget_lens::export::csv;
use budget_lens::money::Amount;

/// What a drawn cell says for what stands between cells.
const SIGNS: [(&str, &str); 4] = [("\\n", "\n"), ("\\r", "\r"), ("\\t", "\t"), ("\\p", "|")];
/// The most rows and columns that are drawn: what is looked for is in single cells.
const MOST: usize = 40;

/// A table of lines with ` | ` between cells. The first has the headings of the columns, those with `*` in front for words.
fn table(drawing: &str) -> Table {
    let mut rows = drawing.lines().take(MOST).map(|line| line.split(" | ").take(MOST).map(plain));
    let head = rows.next().into_iter().flatten().enumerate();
    let column = |(i, name): (usize, String)| {
        let (text, name) = name.strip_prefix('*').map_or((false, &*name), |name| (true, name));
        let (group, name) = name.split_once('/').map_or((None, name), |(group, name)| (Some(group.to_string()), name));
        Column { id: i.to_string(), name: name.into(), group, text, ..Column::default() }
    };
    let mut table = Table { columns: head.map(column).collect(), ..Table::default() };
    for mut cells in rows {
        let mut line = Line { code: cells.next(), name: cells.next().unwrap_or_default(), ..Line::default() };
        for (column, cell) in table.columns.iter().zip(cells) {
            if column.text {
                line.texts.push(&column.id, cell);
            } else {
                line.amounts.push(&column.id, Amount::parse(&cell).ok());
            }
        }
        table.lines.push(line);
    }
    table
}

fn plain(cell: &str) -> String {
    SIGNS.iter().fold(cell.to_string(), |cell, (drawn, sign)| cell.replace(drawn, sign))
}

/// Writes a drawn table, reads it by the letter, and imports it.
///
/// # Panics
/// Where something does not hold.
pub fn cells(drawing: &str) {
    let table = table(drawing);
    let written = csv::table(&table);
    let read = read(&written);
    assert_eq!(read.len(), 1 + table.lines.len());
    for (line, row) in table.lines.iter().zip(&read[1..]) {
        let own = [line.code.clone().unwrap_or_default(), line.printed()];
        let cell = |column: &Column| match line.amounts.get(&column.id) {
            Some(amount) if !column.text => amount.to_string(),
            _ => line.texts.get(&column.id).filter(|_| column.text).unwrap_or_default().into(),
        };
        let cells: Vec<_> = own.into_iter().chain(table.columns.iter().map(cell)).collect();
        let without: Vec<_> = row.iter().map(|cell| cell.strip_prefix('\'').unwrap_or(cell)).collect();
        assert_eq!(without, cells);
    }
    for cell in read.iter().flatten() {
        // No spreadsheet takes it for a formula.
        let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
        assert!(!runs || cell.parse::<f64>().is_ok() || cell.ends_with('%'), "{cell:?}");
    }
    let mut head = read[0].clone();
    head.sort_unstable();
    head.dedup();
    assert_eq!(head.len(), table.columns.len() + 2, "{:?}", read[0]);
    sound::file(written.as_bytes());
}

/// The cells of a CSV text, by the letter of RFC 4180.
fn read(csv: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let (mut signs, mut is_quoted) = (csv.strip_prefix('\u{feff}').expect("a mark").chars().peekable(), false);
    while let Some(sign) = signs.next() {
        let row = rows.last_mut().expect("there is one");
        match sign {
            '"' if is_quoted && signs.next_if_eq(&'"').is_some() => row.last_mut().expect("one").push('"'),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(String::new()),
            '\r' if !is_quoted => {
                assert_eq!(signs.next(), Some('\n'), "a line ends in CRLF");
                rows.push(vec![String::new()]);
            }
            _ => row.last_mut().expect("one").push(sign),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last line ends, too");
    rows
}
