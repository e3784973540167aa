//! Every figure of the page, on the official document and on an odd one, at every width; and every amount.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use budget_lens::figure::ORDER as FIGURES;

use super::page::Page;
use super::visit::{Visit, budget, document};

const WIDTHS: [u32; 4] = [320, 390, 768, 1280];

/// What is wrong with a figure: `arguments[0]` is its id.
const WRONG: &str = "
    const id = arguments[0], element = document.getElementById(id), wrong = [];
    if (!element) return ['is not there'];
    // A question of several documents, of which there is one.
    if (element.matches('.lacking[hidden]')) return element.getClientRects().length ? ['is not hidden'] : [];
    if (element.matches('.lacking')) return element.textContent.startsWith('这份文件') ? [] : ['lacks without a word'];
    if (!element.matches(`figure[data-figure=${id}]`)) return ['is no figure'];
    const caption = element.querySelector('figcaption').textContent.trim();
    if (!caption.endsWith('。') || /NaN|undefined|\\{\\d\\}/.test(caption)) wrong.push(`says ${caption}`);
    if (!element.querySelector('.source').textContent.trim()) wrong.push('names no source');
    const card = element.closest('.card'), edge = card.getBoundingClientRect().right + 0.5;
    for (const inside of card.querySelectorAll('*')) {
        if (inside.getBoundingClientRect().right > edge && !inside.closest('.scroll') && inside.getClientRects().length) {
            wrong.push(`${inside.tagName}.${inside.className} sticks out: ${inside.textContent.slice(0, 30)}`);
        }
    }
    const canvas = element.querySelector('canvas');
    if (canvas && canvas.parentElement.clientWidth) {
        if (canvas.clientWidth !== canvas.parentElement.clientWidth || canvas.width !== canvas.clientWidth) wrong.push('is not as wide as its card');
        const copy = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
        copy.drawImage(canvas, 0, 0, 300, 150);
        if (!copy.getImageData(0, 0, 300, 150).data.some(byte => byte)) wrong.push('is blank');
    }
    return wrong;";

/// Walks through every figure at every width; returns the ids of those that are drawn.
fn walk(page: &Page) -> Vec<&'static str> {
    page.run("document.querySelectorAll('details').forEach(d => { d.open = true; })", "");
    let mut wrong = Vec::new();
    for width in WIDTHS {
        page.resize(width, 900, 1.0);
        page.wait(
            "[...document.querySelectorAll('figure canvas')].every(c => !c.clientWidth || c.width === c.parentElement.clientWidth)",
        );
        for figure in FIGURES {
            for fault in page.run(WRONG, figure).as_array().into_iter().flatten() {
                wrong.push(format!("{figure} at {width} {fault}"));
            }
        }
        if !page.holds("document.documentElement.scrollWidth <= innerWidth") {
            wrong.push(format!("the page scrolls sideways at {width}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let order = page.value("[...document.querySelectorAll('[data-place]')].map(e => e.dataset.place)");
    assert_eq!(order, json!(FIGURES), "in the page's order");
    FIGURES.into_iter().filter(|id| page.holds(&format!("document.querySelector('figure#{id}')"))).collect()
}

#[test]
fn several_documents_have_the_figures_of_several_too_at_every_width() {
    let other = super::years::of_another_department(&super::years::of_year(2026, "3100.00"));
    let visit = Visit::at_desk().extra("2025.json", super::years::of_year(2025, "2719.99")).extra("other.json", other);
    let page = visit.query("data=budget.json&data=2025.json&data=other.json").open().ready().checked();
    page.wait("document.querySelector('figure#years .entry') && document.querySelector('figure#compare .entry')");
    assert_eq!(walk(&page), FIGURES);
}

/// The figures of a document that is open alone and lacks these.
fn of_one_document(lacking: &[&str]) -> Vec<&'static str> {
    let of_several = ["years", "compare"];
    FIGURES.into_iter().filter(|id| !lacking.contains(id) && !of_several.contains(id)).collect()
}

#[test]
fn the_official_document_has_every_figure_at_every_width() {
    let page = Visit::at_desk().open().ready().checked();
    assert_eq!(walk(&page), of_one_document(&[]));
    assert_eq!(page.texts(".lacking:not([hidden])").len(), 0);
}

#[test]
fn an_odd_document_has_its_figures_and_says_which_it_lacks_at_every_width() {
    let page = Visit::at_desk().extra("odd.json", document("odd.json")).query("data=odd.json").open().ready().checked();
    let lacking = ["procurement", "performance", "profile", "glossary"];
    assert_eq!(walk(&page), of_one_document(&lacking));
    assert_eq!(page.texts(".lacking:not([hidden])").len(), lacking.len());
}

/// An amount as the page writes it: thousands separated, with a true minus sign.
fn written(amount: &str) -> String {
    let (sign, digits) = amount.strip_prefix('-').map_or(("", amount), |digits| ("−", digits));
    let (whole, places) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut text = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    [sign, &text, places].concat()
}

/// Every decimal of the document, with the path of names that leads to it.
fn amounts(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| amounts(value, &format!("{path}/{name}"), found));
        }
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(i, value)| amounts(value, &format!("{path}/{i}"), found));
        }
        Value::String(text) => {
            let digits = text.strip_prefix('-').unwrap_or(text);
            let is_decimal = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
            let names_something = ["/code", "/key", "/subject", "/share_of"].iter().any(|end| path.ends_with(end));
            if is_decimal && !names_something {
                found.push((path.to_string(), text.clone()));
            }
        }
        _ => {}
    }
}

#[test]
fn every_amount_of_the_document_stands_in_its_tables() {
    let page = Visit::by_phone().open().ready();
    let document: Value = serde_json::from_str(&budget()).expect("JSON");
    let cells: BTreeSet<_> = page.texts("#tables td").into_iter().collect();
    let mut all = Vec::new();
    amounts(&document, "", &mut all);
    assert!(all.len() > 500, "only {} amounts", all.len());
    let missing: Vec<_> = all.iter().filter(|(_, amount)| !cells.contains(&written(amount))).collect();
    assert!(missing.is_empty(), "{missing:#?}");

    // And those of the tables each in the cell where the document prints it, the others blank.
    for table in document["tables"].as_array().expect("a list") {
        let number = table["number"].as_str().expect("a text");
        let script = "return [...document.getElementById(arguments[0]).querySelectorAll('tbody tr')].map(r => [...r.cells].slice(1).map(c => c.textContent))";
        let shown = page.run(script, number);
        let columns = table["columns"].as_array().expect("a list");
        let lines = table["lines"].as_array().map(Vec::as_slice).unwrap_or_default();
        assert_eq!(shown.as_array().map(Vec::len).unwrap_or_default(), lines.len(), "{number}");
        for (i, line) in lines.iter().enumerate() {
            for (j, column) in columns.iter().enumerate() {
                let id = column["id"].as_str().expect("a text");
                let amount = line["amounts"][id].as_str().map(written);
                let text = line["texts"][id].as_str().map(String::from);
                let expected = amount.or(text).unwrap_or_default();
                assert_eq!(shown[i][j], json!(expected), "{number}, {}, {id}", line["name"]);
            }
        }
    }
}
