//! A file that lacks the format's words says the same by its titles, headings and names, and the page says it, too.
//!
//! `cargo test --test page named:: -- --nocapture` shows what is told otherwise.

use crate::common::shapes::Shape;
use crate::common::{budgets, repository};
use crate::strip::{self, Strip};
use budget_lens::figure::{Query, figures, headline, summary};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;
use serde_json::Value;

const WORDS: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };

/// What the page says first of a document: its headline, and each figure's sentence.
fn told(document: &Value) -> Vec<(&'static str, String)> {
    let budget = budgets::read(document.to_string());
    let head = headline(&budget, WORDS);
    let summary = summary(&budget, WORDS);
    let facts: Vec<_> =
        summary.facts.iter().map(|fact| format!("{} {} {}", fact.name, fact.value, fact.detail)).collect();
    let head = format!("{:?} {} {}", head.total, summary.describe(WORDS), facts.join(" "));
    let of_words = |id: &&str| !["checks", "tables", "glossary"].contains(id);
    let figures = figures(&budget, &Query::default(), WORDS);
    let figures = figures.iter().filter(|figure| of_words(&figure.id));
    let told = figures.map(|figure| (figure.id, figure.answer.to_string()));
    [("headline", head)].into_iter().chain(told).collect()
}

/// The sentences of a document that its copy without some words has otherwise, or not at all.
fn lost(document: &Value, strip: Strip) -> Vec<String> {
    let mut copy = document.clone();
    strip(&mut copy);
    let (all, left) = (told(document), told(&copy));
    let own = |id: &str| left.iter().find(|(own, _)| *own == id).map_or("", |(_, told)| told);
    let more =
        left.iter().filter(|(id, _)| !all.iter().any(|(own, _)| own == id)).map(|(id, told)| format!("+ {id}: {told}"));
    let other =
        all.iter().filter(|(id, told)| own(id) != told).map(|(id, told)| format!("{id}: {told}\n    now: {}", own(id)));
    other.chain(more).collect()
}

fn official() -> Value {
    serde_json::from_str(&repository::text("budget.json")).unwrap()
}

#[test]
fn titles_headings_and_names_say_what_words_of_the_format_do() {
    let ways: [(&str, Strip); 4] =
        [("ids", strip::ids), ("roles", strip::roles), ("kinds", strip::kinds), ("keys", strip::keys)];
    let mut documents = vec![("official".to_string(), official())];
    for shape in Shape::ALL {
        documents.extend((1..4).map(|seed| (format!("{shape:?} {seed}"), shape.document(seed))));
    }
    let mut all = 0;
    for (name, document) in &documents {
        for (way, strip) in ways {
            let lost = lost(document, strip);
            for told in &lost {
                println!("{name} without {way}: {told}");
            }
            all += lost.len();
        }
    }
    assert_eq!(all, 0);
}
