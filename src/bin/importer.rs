//! Reads official files for the page, in a worker (`importer.js`): a program of its own, which only those download who
//! open an official file.

use js_sys::{Function, Uint8Array};
use serde_json::json;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use budget_lens::import::{ImportOptions, Refused, Source, import_with_progress, json as budget_json, report_json};

fn main() {}

/// Reads the files of one document, and returns JSON. For a document that was read it has the text of its `budget.json`
/// as `budget` and the report on its files as `report`; for one that was not it has the reasons as `refused`, each with
/// its file. `progress` is called with the page that is read next and how many there are; `glossary` is the list of
/// terms (`src/import/glossary.tsv`).
#[wasm_bindgen]
pub fn read(names: Vec<String>, files: Vec<Uint8Array>, glossary: String, progress: &Function) -> String {
    let source = |(name, file): (String, Uint8Array)| Source { name, bytes: file.to_vec() };
    let sources = names.into_iter().zip(files).map(source).collect();
    let mut tell = |page: usize, pages: usize| {
        // An error of the callback does not stop the import.
        let _ = progress.call2(&JsValue::UNDEFINED, &page.into(), &pages.into());
    };
    let answer = match import_with_progress(sources, &ImportOptions { glossary, ..ImportOptions::default() }, &mut tell)
    {
        Ok(imported) => {
            json!({"budget": budget_json(&imported.budget), "report": report_json(&imported.budget, &imported.report)})
        }
        Err(refused) => {
            let reason = |Refused { file, message: [zh, en] }| json!({"file": file, "message": zh, "message_en": en});
            json!({"refused": refused.into_iter().map(reason).collect::<Vec<_>>()})
        }
    };
    answer.to_string()
}
