//! Interprets the answers of the worker that reads official files.

use wasm_bindgen::JsValue;

use super::json::{items, word};
use crate::budget::{OfficialPlace, OfficialPlaces};
use crate::locale::Locale;
use crate::markup::{Correction, Official, OfficialTable};
use crate::view::dom::reflect::get;

/// The result of reading the files of a document.
pub enum Answer {
    /// A budget: the text of its JSON, and what was read as what.
    Read {
        /// The text.
        text: String,
        /// The report.
        report: JsValue,
    },
    /// No budget; the reasons in Chinese and in English.
    Refused([Vec<String>; 2]),
}

/// The meaning of a worker's message. If there is only one file, sentences do not name it.
pub fn of(said: &JsValue, is_one: bool) -> Answer {
    if let Some(failure) = said.as_string() {
        return failed(&failure);
    }
    if let Some((text, report)) = word(said, "budget").zip(get(said, "report")) {
        return Answer::Read { text, report };
    }
    let refused = items(said, "refused");
    if refused.is_empty() {
        return failed("broken");
    }
    Answer::Refused(["message", "message_en"].map(|message| {
        let sentence = |refused: &JsValue| {
            let (file, message) = (word(refused, "file")?, word(refused, message)?);
            Some(if is_one { message } else { [&file, ": ", &message].concat() })
        };
        refused.iter().filter_map(sentence).collect()
    }))
}

/// The kind of failure of a worker whose program did not arrive.
pub const ABSENT: &str = "absent";

/// What is said where the page is of an earlier release, whose files are gone, in Chinese and English.
pub const UPDATED: [&str; 2] = [
    "网页已更新，请刷新，再打开这个文件：这里打开的是旧的一版，读取官方文件的程序已经取不到了。",
    "The page has been updated: please reload it and open the file again. This is an earlier one, and its program that \
     reads official files is gone.",
];

/// A failure, with its sentence for the reader.
pub fn failed(failure: &str) -> Answer {
    let (zh, en) = match failure {
        "cancelled" => ("已经取消，没有读取。", "It was cancelled; nothing was read."),
        "late" => (
            "读了一分钟还没有读完，已经停下。可以只留下有预算表的那几页，再打开一次。",
            "After a minute it was not done and was ended. Keep only the pages with budget tables, and open it again.",
        ),
        "updated" => UPDATED.into(),
        "unheard" => (
            "读取官方文件的程序等了一分钟还没有载完。请检查网络，再打开一次。",
            "After a minute the program that reads official files had not arrived. Check the network and open the file again.",
        ),
        ABSENT => (
            "读取官方文件的程序没有载入。请检查网络，再打开一次。",
            "The program that reads official files did not arrive. Check the network and open the file again.",
        ),
        "json" => (
            "JSON 是整理好的预算，请单独打开；其余文件可以一起打开。",
            "JSON is a budget already: please open it alone. Other files can be opened together.",
        ),
        _ => (
            "文件太复杂，内存不够用，或者程序出了错，没有读完。可以只留下有预算表的那几页，再打开一次。",
            "The file takes too much memory, or the program failed on it. Keep only the pages with budget tables, and \
             open it again.",
        ),
    };
    Answer::Refused([vec![zh.into()], vec![en.into()]])
}

/// Whether the document was a single PDF.
pub fn is_pdf(report: &JsValue) -> bool {
    matches!(&items(report, "files")[..], [file] if word(file, "kind").as_deref() == Some("pdf"))
}

/// The places in the files where everything is printed, from the report; `pdf` is the file's address.
pub fn places(report: &JsValue, pdf: Option<String>) -> OfficialPlaces {
    let place = |item: &JsValue| {
        let told = [word(item, "place")?, word(item, "place_en")?];
        Some((word(item, "at")?, OfficialPlace { told, page: word(item, "page") }))
    };
    OfficialPlaces::new(items(report, "places").iter().filter_map(place).collect(), pdf)
}

/// The content of the card on what was read, with the reader's corrections.
pub fn told(budget: &JsValue, report: &JsValue, at: &Correction, locale: Locale) -> Official {
    let document = get(budget, "document").unwrap_or(JsValue::UNDEFINED);
    let message = locale.tr("message", "message_en");
    let files = items(report, "files");
    let only = if files.len() == 1 { files.first().and_then(|file| word(file, "name")) } else { None };
    // Where there is one file, no place has to name it.
    let place = |of: &JsValue| {
        let place = word(of, locale.tr("place", "place_en")).unwrap_or_default();
        let short = only.as_ref().and_then(|name| place.strip_prefix(name.as_str()));
        short.map(|rest| rest.trim_start_matches([',', ' ']).to_string()).unwrap_or(place)
    };
    let table = |(table, told): (&JsValue, &JsValue)| OfficialTable {
        title: [word(table, "number"), word(table, "title")].map(Option::unwrap_or_default).join(" ").trim().into(),
        kind: word(table, "kind").unwrap_or_default(),
        unit: word(table, "unit").unwrap_or_default(),
        place: match word(table, "page").filter(|_| only.is_some()) {
            Some(page) => locale.format("第 {0} 页", "page {0}", &[&page]),
            None => place(told),
        },
    };
    let pages = |file: &JsValue| word(file, "pages").filter(|_| word(file, "kind").as_deref() == Some("pdf"));
    Official {
        department: word(&document, "department").unwrap_or_default(),
        region: word(&document, "region").unwrap_or_default(),
        year: word(&document, "year").unwrap_or_default(),
        url: word(&document, "url").unwrap_or_default(),
        tables: items(budget, "tables").iter().zip(&items(report, "tables")).map(table).collect(),
        cell: cell(budget, at),
        chapters: items(report, "chapters")
            .iter()
            .filter_map(|one| Some([word(one, "title")?, word(one, message)?, place(one)]))
            .collect(),
        unread: items(report, "unread").iter().filter_map(|one| Some((place(one), word(one, message)?))).collect(),
        assumed: items(report, "assumed").iter().filter_map(|one| word(one, message)).collect(),
        checked: None,
        are_checks_first: false,
        files: files.iter().filter_map(|file| Some((word(file, "name")?, pages(file)))).collect(),
    }
}

/// The cell that is selected for correction, or the first one if that does not exist, with the rest of its table.
pub fn cell(budget: &JsValue, at: &Correction) -> Option<Correction> {
    let table = items(budget, "tables").into_iter().nth(at.table)?;
    let of_amounts = |column: &&JsValue| get(column, "text").is_none();
    let heading = |column: &JsValue| {
        let parts = ["group", "name"].into_iter().filter_map(|field| word(column, field));
        Some((word(column, "id")?, parts.collect::<Vec<_>>().join(" · ")))
    };
    let columns: Vec<_> = items(&table, "columns").iter().filter(of_amounts).filter_map(heading).collect();
    let line_name = |line: &JsValue| {
        let parts = ["code", "name"].into_iter().filter_map(|field| word(line, field));
        parts.collect::<Vec<_>>().join(" ")
    };
    let lines = items(&table, "lines");
    let column = columns.iter().find(|(id, _)| *id == at.column).or(columns.first()).map(|(id, _)| id.clone());
    let column = column.unwrap_or_default();
    let line = if at.line < lines.len() { at.line } else { 0 };
    let amount = lines.get(line).and_then(|line| word(&get(line, "amounts")?, &column)).unwrap_or_default();
    let lines = lines.iter().map(line_name).collect();
    Some(Correction { table: at.table, column, line, columns, lines, amount })
}
