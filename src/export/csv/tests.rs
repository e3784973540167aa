use proptest::prelude::*;

use super::*;
use crate::budget::{Column, Line};
use crate::figure::{Cell, Row};
use crate::money::Amount;

/// The cells of a CSV text, by the letter of RFC 4180.
fn read(csv: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let (mut signs, mut quoted) = (csv.strip_prefix(MARK).unwrap().chars().peekable(), false);
    while let Some(sign) = signs.next() {
        let row = rows.last_mut().unwrap();
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => row.last_mut().unwrap().push(signs.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {
                assert_eq!(signs.next(), Some('\n'), "a line ends in CRLF");
                rows.push(vec![String::new()]);
            }
            _ => row.last_mut().unwrap().push(sign),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last line ends, too");
    rows
}

fn column(id: &str, name: &str, group: Option<&str>, text: bool) -> Column {
    Column { id: id.into(), name: name.into(), group: group.map(Into::into), text, ..Column::default() }
}

#[test]
fn headings_are_those_of_the_page_and_each_is_there_once() {
    let columns = vec![
        column("a", "合计", Some("收入"), false),
        column("b", "合计", Some("支出"), false),
        column("c", "合计", Some("支出"), false),
        column("d", "项目", None, false),
        column("e", "=1+1", None, true),
        column("f", "-0.50", None, false),
        column("g", "-0.50", None, false),
    ];
    let table = Table { columns, ..Table::default() };
    let head =
        ["科目编码", "项目", "收入 · 合计", "支出 · 合计", "支出 · 合计 2", "项目 2", "'=1+1", "-0.50", "'-0.50 2"];
    assert_eq!(headings(&table), head);
    assert_eq!(read(&super::table(&table)), [head]);
}

#[test]
fn a_figures_numbers_can_be_reckoned_with_and_its_words_are_left_as_they_are() {
    let cells = ["−1,034.20", "+3.00", "95.92%", "—", "<0.01%", "未安排", "=SUM(A1)"].map(Cell::text);
    let row = Row::of([&[Cell::text("-其中：购置")], &cells[..], &[Cell::words("+1,000")]].concat());
    let grid = Grid {
        groups: vec![vec![(String::new(), 1), ("支出".into(), 2)]],
        ..Grid::new(["名", "甲", "乙"], vec![row])
    };
    let rows = read(&super::grid(&grid));
    assert_eq!(rows[0], ["名", "支出 · 甲", "支出 · 乙"]);
    assert_eq!(
        rows[1],
        ["'-其中：购置", "-1034.20", "3.00", "95.92%", "—", "<0.01%", "未安排", "'=SUM(A1)", "'+1,000"]
    );
}

#[test]
fn nothing_that_a_spreadsheet_would_run_is_left_and_numbers_are_not_touched() {
    for evil in ["=1+1", "+A1", "-A1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "-1+1", "--1", "-", "＝1", "'=1"] {
        assert_eq!(harmless(evil), ["'", evil].concat());
    }
    for number in ["-15.40", "-3", "61.00", "2010303", "-2.00%"] {
        assert_eq!(harmless(number), number);
    }
}

proptest! {
    #[test]
    fn whatever_a_table_says_is_read_back(
        cells in proptest::collection::vec((any::<String>(), any::<String>(), "-?[0-9]{1,15}(\\.[0-9]{1,6})?", any::<bool>()), 0..8)
    ) {
        let columns = vec![column("words", "说明", None, true), column("total", "合计", None, false)];
        let line = |(name, words, amount, blank): &(String, String, String, bool)| {
            let mut line = Line { name: name.clone(), ..Line::default() };
            line.texts = serde_json::from_value(serde_json::json!({ "words": words })).unwrap();
            *line.amounts.entry("total") = (!blank).then(|| Amount::parse(amount).unwrap());
            line
        };
        let table = Table { columns, lines: cells.iter().map(line).collect(), ..Table::default() };
        let rows = read(&super::table(&table));
        prop_assert_eq!(rows.len(), cells.len() + 1);
        for (row, (name, words, amount, blank)) in rows[1..].iter().zip(&cells) {
            let text = |cell: &str| cell.strip_prefix('\'').unwrap_or(cell).to_string();
            prop_assert_eq!(&row[0], "");
            prop_assert_eq!((&text(&row[1]), &text(&row[2])), (name, words));
            let amount = (!blank).then(|| Amount::parse(amount).unwrap());
            prop_assert_eq!(Amount::parse(&row[3]).ok(), amount);
            prop_assert_eq!(&row[3], &amount.map(|amount| amount.to_string()).unwrap_or_default());
        }
    }
}
