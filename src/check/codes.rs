//! The classification codes that the lines of a table have, by which lines of different tables are matched.

use crate::budget::{Column, Kind, Role, Side, Table, is_code};
use crate::money::sort;

/// The codes of a classification that the lines of a table have, sorted, each with the line's index.
pub type Codes<'b> = Vec<(&'b str, usize)>;

/// The classifications that the lines of a table have codes of: functional (2…), the department's economic (3…), the
/// government's economic (5…). A line may have a code of each: in its own fields, or at the beginning of a cell of
/// words.
pub fn classes<'b>(table: &'b Table) -> Vec<(char, Codes<'b>)> {
    let mut found: Vec<(char, Codes<'b>)> = Vec::new();
    let by_code =
        !matches!(table.kind, Some(Kind::Procurement | Kind::ThreePublic | Kind::Projects | Kind::CarriedProjects));
    for (i, line) in table.lines.iter().enumerate().filter(|(_, line)| line.role == Role::Item && by_code) {
        if line.side == Some(Side::Income) || line.is_of_which() {
            continue;
        }
        let fields = [line.subject(), line.function.as_deref(), line.economic.as_deref(), line.government.as_deref()];
        // A unit's number may look like the code of a class.
        let is_of_units = |column: &&Column| line.is.as_deref() == Some("unit") || column.name.contains("单位");
        let words = table.columns.iter().filter(|column| column.text && !is_of_units(column));
        let words = words.filter_map(|column| line.texts.get(&column.id));
        let mut own: Vec<&str> = Vec::new();
        for code in fields.into_iter().flatten().chain(words.map(leading_digits)) {
            let is_class = code.len() >= 3 && code.len() <= 7 && code.len() % 2 == 1 && is_code(code);
            let is_new = !own.iter().any(|other| other.chars().next() == code.chars().next());
            if is_class && is_new && code.starts_with(['2', '3', '5']) {
                own.push(code);
            }
        }
        for code in own {
            let kind = code.chars().next().unwrap_or('2');
            match found.iter_mut().find(|(other, _)| *other == kind) {
                Some((_, codes)) => codes.push((code, i)),
                None => found.push((kind, vec![(code, i)])),
            }
        }
    }
    for (_, codes) in &mut found {
        sort(codes);
    }
    found
}

fn leading_digits(text: &str) -> &str {
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    &text[..end]
}
