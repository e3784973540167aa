//! The summary below the headline, which a citizen reads in ten seconds.

use super::bar::alone;
use super::node::{Element, el};
use super::printed::with_text;
use crate::figure::{Change, Fact, Largest, Places, SourceInfo, Summary, Year};
use crate::locale::Locale;
use crate::money::Unit;

/// The exact total, the change, the largest items, a few numbers that link to figures, and whom to ask; `checked` is
/// the result of the checks, once it is known.
pub fn summary(summary: &Summary, checked: Option<&Fact>, locale: Locale, places: Option<Places>) -> Vec<Element> {
    let exact = summary.exact.as_ref().map(|exact| {
        let ours = if summary.ours { locale.tr("（本页相加）", " (added by this page)") } else { "" };
        let number = with_text(el("span").class("number"), exact, places);
        // Chinese counts in ten thousands, and English readers do not.
        let counted = match locale.unit {
            Unit::Wan => locale.tr("", " (a wan is 10,000)"),
            Unit::Yi => locale.tr("", " (a yi is 100 million)"),
            _ => "",
        };
        let unit = [" ", locale.unit_name(), counted, ours].concat();
        el("span").text(locale.tr("准确数 ", "Exactly ")).child(number).text(unit)
    });
    let relation = summary.relation.iter().map(|relation| el("span").text(relation));
    let exact = el("p").class("exact").children(exact.into_iter().chain(relation));
    let change = summary.change.as_ref().map(|one| change(one, locale, places));
    let largest = summary.largest.as_ref().map(|one| largest(one, places));
    let facts = summary.facts.iter().chain(checked).map(fact);
    let facts = el("ul").class("facts").children(facts);
    vec![exact, el("div").class("first").children(change).children(largest), facts, asking(&summary.asking, locale)]
}

/// The comparison with last year: its sentence, a bar for each year, and the reason.
fn change(change: &Change, locale: Locale, places: Option<Places>) -> Element {
    let year = |(class, year): (&'static str, &Year)| {
        let name = el("span").class("year").text(&year.name);
        let amount = with_text(el("span").class("amount"), &year.amount, places);
        el("li").child(name).child(alone(class, year.length)).child(amount)
    };
    let years = ["last", "now"].into_iter().zip(&change.years).map(year);
    let reason = change.reason.as_ref().map(|reason| {
        let said = locale.format("文件的说法：{0}。", "The document says: {0}.", &[reason]);
        let unsaid = change.unsaid.iter().flat_map(|unsaid| [locale.tr("", " "), unsaid]);
        el("p").class("reason").text(said + &unsaid.collect::<String>())
    });
    el("section").class("years").child(el("h2").text(&change.answer)).child(el("ul").children(years)).children(reason)
}

/// The largest items, each with its bar.
fn largest(largest: &Largest, places: Option<Places>) -> Element {
    let things = largest.things.iter().map(|thing| {
        let name = el("a").attr("href", String::from("#") + thing.figure).text(&thing.name);
        el("li")
            .child(name)
            .child(with_text(el("span").class("amount"), &thing.amount, places))
            .child(alone("now", thing.length))
    });
    el("section").class("largest").child(el("h2").text(&largest.title)).child(el("ol").children(things))
}

/// A number that links to the figure that explains it.
fn fact(fact: &Fact) -> Element {
    let link = el("a")
        .attr("href", String::from("#") + fact.figure)
        .text(String::from(&fact.name) + " ")
        .child(el("b").text(&fact.value))
        .text(String::from(" ") + &fact.detail);
    let item = el("li").child(link);
    if fact.alarming { item.class("alarming") } else { item }
}

/// The line on where the document is and whom to ask, or that the file does not say so.
fn asking(asking: &SourceInfo, locale: Locale) -> Element {
    let original = asking.url.as_ref().map(|url| {
        let name = locale.tr("原始文件 ↗", "The document ↗");
        el("a").attr("href", url).attr("target", "_blank").attr("rel", "noopener noreferrer").text(name)
    });
    let said = asking.said.iter().chain(&asking.lacking).map(|said| el("span").text(said));
    el("p").class("asking").children(original).children(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_the_document_opens_beside_the_page_and_learns_nothing_of_it() {
        let url = Some("https://example.gov.cn/a.pdf".to_string());
        let asked = SourceInfo { url, said: vec!["甲局公布".into()], lacking: None };
        let mut html = String::new();
        crate::markup::Node::from(asking(
            &asked,
            Locale { lang: crate::locale::Lang::Zh, unit: crate::money::Unit::Wan },
        ))
        .write_html(&mut html);
        let expected = "<p class=\"asking\"><a href=\"https://example.gov.cn/a.pdf\" target=\"_blank\" \
            rel=\"noopener noreferrer\">原始文件 ↗</a><span>甲局公布</span></p>";
        assert_eq!(html, expected);
    }
}
