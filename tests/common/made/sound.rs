//! What must hold of any file, whatever is in it: a sentence, or a budget that opens again.

use budget_lens::check::check;
use budget_lens::import::block::Block;
use budget_lens::import::recognise::recognise;
use budget_lens::import::{ImportOptions, Imported, Refused, Source, import, json, report_json};
use budget_lens::load;
use budget_lens::locale::Lang;

/// Reads a file, and looks at what comes of it.
///
/// # Panics
/// Where something does not hold.
#[allow(dead_code)] // one target reads files, another blocks
pub fn file(bytes: &[u8]) {
    let source = Source { name: "某局2026年部门预算".into(), bytes: bytes.to_vec() };
    match import(vec![source], &ImportOptions::default()) {
        Ok(imported) => budget(&imported),
        Err(refused) => {
            let is_told = |refused: &Refused| refused.message[0].ends_with('。') && refused.message[1].ends_with('.');
            assert!(!refused.is_empty() && refused.iter().all(is_told), "{refused:?}");
        }
    }
}

/// Reads blocks as the recogniser gets them.
///
/// # Panics
/// Where something does not hold.
#[allow(dead_code)]
pub fn blocks(blocks: &[Block]) {
    let (read, report) = recognise("某局2026年部门预算", blocks, &ImportOptions::default());
    budget(&Imported { budget: read, report });
}

/// Writes a budget and opens it again, as whoever imported it will.
///
/// # Panics
/// Where something does not hold.
pub fn budget(imported: &Imported) {
    assert!(report_json(&imported.budget, &imported.report).is_object());
    let written = json(&imported.budget);
    let diagnostics = |diagnostics: &[load::Diagnostic]| {
        diagnostics.iter().map(|diagnostic| diagnostic.sentence(Lang::En)).collect::<Vec<_>>()
    };
    let loaded = load::read(written.as_bytes()).unwrap_or_else(|found| panic!("{:#?}\n{written}", diagnostics(&found)));
    assert_eq!(loaded.budget.tables.len(), imported.budget.tables.len());
    let _ = check(&loaded.budget);
}
