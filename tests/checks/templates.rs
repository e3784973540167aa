//! Budgets in the shapes of many provinces' templates: a true one is accused of nothing, and a clerk's slip in it is
//! found.
//!
//! `cargo test --test checks templates:: -- --nocapture` shows how many of each shape are accused by which rule, which
//! slips are found by what, and which numbers nothing covers. `SEEDS=2000` looks at so many documents of each shape,
//! `SLIPS=5000` lets so many slips happen in each, `SAMPLES=DIR` writes one document of each into a folder.

mod found;
mod numbers;
mod sound;

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::shapes::Shape;

/// A number that whoever runs the tests may set.
fn asked(variable: &str, usual: usize) -> usize {
    std::env::var(variable).ok().and_then(|number| number.parse().ok()).unwrap_or(usual)
}

/// Writes a document where it can be looked at.
fn kept(folder: &Path, name: &str, document: &serde_json::Value) -> PathBuf {
    fs::create_dir_all(folder).unwrap();
    let file = folder.join(format!("{name}.json"));
    fs::write(&file, serde_json::to_string_pretty(document).unwrap()).unwrap();
    file
}

#[test]
fn each_shape_prints_another_document_for_each_number_and_the_same_for_one() {
    for shape in Shape::ALL {
        assert_eq!(shape.document(1), shape.document(1), "{shape:?}");
        assert_ne!(shape.document(1), shape.document(2), "{shape:?}");
        let budget = shape.budget(1);
        assert!(budget.tables.len() >= 8 && budget.statements.len() >= 5, "{shape:?}");
        if let Some(folder) = std::env::var_os("SAMPLES") {
            kept(Path::new(&folder), &format!("{shape:?}").to_lowercase(), &shape.document(1));
        }
    }
}
