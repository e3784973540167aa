//! The figure that explains terms: what do these words mean?
//!
//! Source: the document's glossary (名词解释), put in plain words.

use super::terms::terms as explained;
use super::{Figure, Query, Question, Section};
use crate::budget::{Budget, Term};
use crate::locale::{Lang, Locale};

pub const QUESTION: Question = Question {
    id: "glossary",
    question: ("这些词是什么意思？", "What do these words mean?"),
    answer: glossary,
    params: &[],
    lacking: ("没有名词解释", "no glossary"),
};

fn glossary(budget: &Budget, _: &Query, locale: Locale) -> Option<Figure> {
    let terms = &budget.glossary;
    let (first, last) = terms.first().zip(terms.last())?;
    let inside = |term: &Term| locale.format("“{0}”", "“{0}”", &[name(term, locale)]);
    let (zh, en) = match terms.len() {
        1 => ("这里用平常话解释预算里的一个词：{1}。", "Here is one term of the budget in plain words: {1}."),
        2 => (
            "这里用平常话解释预算里的 {0} 个词：{1}和{2}。",
            "Here are {0} terms of the budget in plain words: {1} and {2}.",
        ),
        _ => (
            "这里用平常话解释预算里的 {0} 个词，从{1}到{2}。",
            "Here are {0} terms of the budget in plain words, from {1} to {2}.",
        ),
    };
    // A note where a term is not explained wherever it stands.
    let long = explained(budget, locale).iter().filter(|explained| explained.is_long()).count();
    let (zh_long, en_long) = (
        "有 {0} 个词太长，只在这里解释，别处的句子里不加说明。",
        "Terms that are too long, {0} here, are explained in this list alone and not in sentences.",
    );
    let note = (long > 0).then(|| locale.format(zh_long, en_long, &[&long.to_string()]).into());
    Some(Figure {
        notes: note.into_iter().collect(),
        answer: locale.format(zh, en, &[&terms.len().to_string(), &inside(first), &inside(last)]).into(),
        sections: terms.iter().enumerate().map(|(i, term)| section(term, budget.term_address(i), locale)).collect(),
        source: locale
            .tr("解释用平常话写成，不是文件的原文", "The explanations are in plain words and not the document's own")
            .into(),
        ..QUESTION.figure(locale)
    })
}

fn name(term: &Term, locale: Locale) -> &str {
    locale.lang.name(&term.term, term.term_en.as_deref())
}

fn section(term: &Term, address: String, locale: Locale) -> Section {
    let mut title = term.term.clone();
    if let (Lang::En, Some(en)) = (locale.lang, &term.term_en) {
        title = [en.as_str(), " · ", &title].concat();
        if let Some(first) = title.get_mut(..1) {
            first.make_ascii_uppercase();
        }
    }
    let meaning = locale.lang.name(&term.meaning, term.meaning_en.as_deref());
    Section { address: Some(address), title, paragraphs: vec![meaning.into()], ..Section::default() }
}
