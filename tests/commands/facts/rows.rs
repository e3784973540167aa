//! Reads a store back, as any program that knows the format does.

use parquet::data_type::Decimal;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;

/// A row: what is in each column that has something.
pub type Row = BTreeMap<String, String>;

/// All files of a store, by their path in it.
pub fn stored(store: &Path) -> Vec<String> {
    fn walk(folder: &Path, below: &str, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let (path, name) = entry.map(|entry| (entry.path(), entry.file_name().into_string().unwrap())).unwrap();
            let name = format!("{below}{name}");
            if path.is_dir() {
                walk(&path, &(name + "/"), found);
            } else {
                found.push(name);
            }
        }
    }
    let mut found = Vec::new();
    walk(store, "", &mut found);
    found.sort();
    found
}

/// The rows of a file.
pub fn rows(file: &Path) -> Vec<Row> {
    let reader = SerializedFileReader::new(File::open(file).unwrap()).unwrap();
    let about = reader.metadata().file_metadata();
    assert_eq!(about.created_by(), Some(concat!("budget-lens version ", env!("CARGO_PKG_VERSION"))));
    let format = about.key_value_metadata().unwrap().iter().find(|pair| pair.key == "format").unwrap();
    assert_eq!(format.value.as_deref(), Some(budget_lens::facts::FORMAT));
    let rows = reader.get_row_iter(None).unwrap().map(Result::unwrap);
    rows.map(|row| row.get_column_iter().filter_map(|(name, field)| Some((name.clone(), told(field)?))).collect())
        .collect()
}

fn told(field: &Field) -> Option<String> {
    match field {
        Field::Null => None,
        Field::Decimal(decimal) => Some(exact(decimal)),
        Field::Str(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

/// A decimal with all its places.
fn exact(decimal: &Decimal) -> String {
    let digits = decimal
        .data()
        .iter()
        .skip(1)
        .fold(i128::from(decimal.data()[0].cast_signed()), |digits, byte| (digits << 8) | i128::from(*byte));
    let (sign, digits) = (if digits < 0 { "-" } else { "" }, digits.unsigned_abs());
    let places = usize::try_from(decimal.scale()).unwrap();
    let one = 10_u128.pow(decimal.scale().try_into().unwrap());
    format!("{sign}{}.{:0places$}", digits / one, digits % one)
}
