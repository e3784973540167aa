//! Writes a reader's corrections into the JSON text of a budget.

use wasm_bindgen::JsValue;

use super::answer::cell;
use super::json::{items, parsed, written};
use crate::markup::{AMOUNT, COLUMN, Correction};
use crate::view::dom::reflect::{get, set, text};

/// The budget with a field set to a value, as text and as a JavaScript value; an empty value removes the field. `None`
/// if there is no such field, or it cannot have this value.
pub fn mended(budget: &str, at: &Correction, sets: &str, value: &str) -> Option<(String, JsValue)> {
    let whole = parsed(budget)?;
    if [COLUMN, AMOUNT].contains(&sets) {
        // If the reader has not selected a cell, it is the one that the controls show.
        let at = cell(&whole, at)?;
        let table = get(&get(&whole, "tables")?, &at.table.to_string())?;
        if sets == COLUMN {
            rename(&table, &at.column, value)?;
        } else {
            write(&table, &at, value)?;
        }
        return Some((written(&whole)?, whole));
    }
    let (of, field) = match sets.split_once('-') {
        Some((field, table)) => (get(&get(&whole, "tables")?, table)?, field),
        None => (get(&whole, "document")?, sets),
    };
    let value = match (field, value) {
        ("year", year) => JsValue::from(year.parse::<u16>().ok()?),
        ("department", "") => return None,
        (_, "") => JsValue::UNDEFINED,
        (_, value) => text(value),
    };
    set(&of, field, &value)?;
    Some((written(&whole)?, whole))
}

/// Renames a column's id, also in its cells.
fn rename(table: &JsValue, from: &str, to: &str) -> Option<()> {
    for column in items(table, "columns") {
        if get(&column, "id")?.as_string()? == from {
            set(&column, "id", &text(to))?;
        }
    }
    for amounts in items(table, "lines").iter().filter_map(|line| get(line, "amounts")) {
        if let Some(amount) = get(&amounts, from) {
            set(&amounts, to, &amount)?;
            set(&amounts, from, &JsValue::UNDEFINED)?;
        }
    }
    Some(())
}

/// Writes an amount into its cell, without thousands separators; `None` for text that is no amount.
fn write(table: &JsValue, at: &Correction, value: &str) -> Option<()> {
    let amount = value.replace([',', '，'], "");
    let digits = amount.strip_prefix('-').unwrap_or(&amount);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    if !(amount.is_empty() || is_number(whole) && is_number(part)) {
        return None;
    }
    let line = get(&get(table, "lines")?, &at.line.to_string())?;
    if get(&line, "amounts").is_none() {
        set(&line, "amounts", &parsed("{}")?)?;
    }
    let amount = if amount.is_empty() { JsValue::UNDEFINED } else { text(&amount) };
    set(&get(&line, "amounts")?, &at.column, &amount)
}
