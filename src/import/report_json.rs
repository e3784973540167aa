//! Writes the report of an import as JSON, for other programs and for the page.

use serde_json::{Value, json};

use super::block::{Part, Place};
use super::report::{Assumed, Chapter, File, Recognised, Report, Unread};
use crate::budget::{self, Budget, Kind};
use crate::locale::Lang;

/// The report on an imported budget (`budget-lens-import/1`).
pub fn report_json(budget: &Budget, report: &Report) -> Value {
    let document = &budget.document;
    json!({
        "format": "budget-lens-import/1",
        "files": report.files.iter().map(file).collect::<Vec<_>>(),
        "document": {
            "department": document.department, "region": document.region, "year": document.year,
            "title": document.title, "unit": document.unit.zh(),
        },
        "tables": report.tables.iter().map(table).collect::<Vec<_>>(),
        "places": places(budget, report),
        "forms": report.forms(budget).map(form).collect::<Vec<_>>(),
        "chapters": report.chapters.iter().map(chapter).collect::<Vec<_>>(),
        "unread": report.unread.iter().map(unread).collect::<Vec<_>>(),
        "assumed": report.assumed.iter().map(assumed).collect::<Vec<_>>(),
    })
}

fn file(file: &File) -> Value {
    json!({"name": file.name, "kind": file.kind, "pages": file.pages})
}

fn table(table: &Recognised) -> Value {
    json!({
        "number": table.number, "title": table.title, "kind": table.kind.map(Kind::id),
        "unit": table.unit.zh(), "place": table.place.describe(Lang::Zh), "place_en": table.place.describe(Lang::En),
        "lines": table.lines,
    })
}

/// Where the budget's tables, lines and items are printed, by their addresses on the page; tables and lines of a PDF
/// are left out, as the budget itself names their pages.
fn places(budget: &Budget, report: &Report) -> Vec<Value> {
    let is_one = report.files.len() == 1;
    let said = |place: &Place, lang| if is_one { place.part.describe(lang) } else { place.describe(lang) };
    let one = |(at, place): (budget::Place, &Place)| {
        let page = if let Part::Page(page) = place.part { Some(page) } else { None };
        json!({
            "at": budget.address(at), "place": said(place, Lang::Zh), "place_en": said(place, Lang::En), "page": page,
        })
    };
    let tables = report.tables.iter().enumerate().flat_map(|(t, table)| {
        let lines = table.rows.iter().enumerate().map(move |(l, row)| (budget::Place::Line(t, l), row));
        [(budget::Place::Table(t), &table.place)].into_iter().chain(lines)
    });
    let tables = tables.filter(|(_, place)| !matches!(place.part, Part::Page(_)));
    let items = report.items.iter().map(|((list, i), place)| (list.place(*i), place));
    tables.chain(items).map(one).collect()
}

fn form((name, place): (&str, &Place)) -> Value {
    json!({"name": name, "place": place.describe(Lang::Zh), "place_en": place.describe(Lang::En)})
}

fn chapter(chapter: &Chapter) -> Value {
    let [place, place_en] = [Lang::Zh, Lang::En].map(|lang| chapter.place.describe(lang));
    json!({
        "title": chapter.title, "place": place, "place_en": place_en, "read": chapter.read, "unread": chapter.unread,
        "message": chapter.describe(Lang::Zh), "message_en": chapter.describe(Lang::En),
    })
}

fn unread(Unread { place, what, message: [zh, en] }: &Unread) -> Value {
    json!({
        "file": place.file.to_string(), "place": place.describe(Lang::Zh), "place_en": place.describe(Lang::En), "what": what,
        "message": zh, "message_en": en,
    })
}

fn assumed(Assumed { what, message: [zh, en] }: &Assumed) -> Value {
    json!({"what": what, "message": zh, "message_en": en})
}
