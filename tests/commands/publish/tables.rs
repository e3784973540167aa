//! The tables as programs read them: what the description says is what the files hold.

use budget_lens::money::Amount;
use serde_json::Value;

use super::workshop::{Workshop, root};

/// The cells of a CSV file without line ends in its cells.
fn cells(text: &str) -> Vec<Vec<String>> {
    let line = |line: &str| {
        let (mut cells, mut quoted) = (vec![String::new()], false);
        let mut signs = line.chars().peekable();
        while let Some(sign) = signs.next() {
            match sign {
                '"' if quoted && signs.peek() == Some(&'"') => cells.last_mut().unwrap().extend(signs.next()),
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                _ => cells.last_mut().unwrap().push(sign),
            }
        }
        cells
    };
    text.strip_prefix('\u{feff}').expect("a byte order mark").split_terminator("\r\n").map(line).collect()
}

#[test]
fn every_table_of_the_document_can_be_read_back_by_its_description() {
    let workshop = Workshop::new("tables");
    workshop.publishes(&[&root("budget.json"), "--allow-mismatch"]);
    let budget = crate::common::budgets::official();
    let package: Value = serde_json::from_str(&workshop.read("site/datapackage.json")).unwrap();
    assert_eq!(package["name"], "budget-2026");
    assert!(package.get("licenses").is_none() && package["title"].as_str().unwrap().contains("2026"));
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), budget.tables.len() + 1, "and the budget itself");
    assert_eq!(workshop.files("site/tables").len(), budget.tables.len());
    let mut amounts = 0;
    for (resource, table) in resources.iter().zip(&budget.tables) {
        let text = |name: &str| resource[name].as_str().unwrap();
        assert_eq!((text("type"), text("encoding")), ("table", "utf-8"));
        assert_eq!(text("path"), format!("tables/{}.csv", text("name")));
        let safe = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(text("name").chars().all(safe) && text("title").contains(&table.title));
        assert_eq!(resource["schema"]["missingValues"], serde_json::json!([""]));
        let rows = cells(&workshop.read(&format!("site/{}", text("path"))));
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<_> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(rows[0], names, "{}", table.number);
        assert_eq!(rows.len(), table.lines.len() + 1);
        for (row, line) in rows[1..].iter().zip(&table.lines) {
            assert_eq!((row[0].as_str(), &row[1]), (line.code.as_deref().unwrap_or(""), &line.printed()));
            for ((cell, field), column) in row[2..].iter().zip(&fields[2..]).zip(&table.columns) {
                let is_text = field["type"] == "string";
                assert_eq!(is_text, column.text);
                if is_text {
                    assert_eq!(cell, line.texts.get(&column.id).unwrap_or(""));
                } else {
                    assert_eq!(field["bareNumber"], true);
                    assert_eq!(Amount::parse(cell).ok(), line.amounts.get(&column.id), "{} {cell:?}", table.number);
                    amounts += usize::from(!cell.is_empty());
                }
            }
        }
    }
    assert!(amounts > 200, "{amounts}");
}
