//! The search over the whole document: a field, and its hits below.

use super::node::{Element, Node, el};
use super::section::find;
use super::toolbar::SEARCH;
use crate::figure::{Hit, HitLocation, MAX_HITS, Param, href, param};
use crate::locale::Locale;

/// The attribute that says which column of its line a link means, counted from 0.
pub const MEANT: &str = "data-column";

/// The field with the `text` that is looked for, and the hits; where there are none, `examples` that would have some.
pub fn search(text: &str, hits: &[Hit], examples: &[String], locale: Locale) -> Vec<Element> {
    let label = locale.tr("搜索项目、科目、金额、名词……", "Search projects, lines, amounts, terms …");
    let below = if text.trim().is_empty() { Vec::new() } else { results(text, hits, locale) };
    let tried = hits.is_empty().then(|| tries(examples, locale)).flatten();
    [find(param::SEARCH, label, text)].into_iter().chain(below).chain(tried).collect()
}

fn results(text: &str, hits: &[Hit], locale: Locale) -> Vec<Element> {
    let said = match hits.len() {
        0 => locale.format("没有找到“{0}”。", "Nothing found for “{0}”.", &[text]),
        MAX_HITS => locale.format(
            "先列出 {0} 项，多写几个字可以缩小范围：",
            "The first {0}; more words narrow it down:",
            &[&MAX_HITS.to_string()],
        ),
        count => locale.format("找到 {0} 项：", "{0} found:", &[&count.to_string()]),
    };
    let first = text.split_whitespace().next().unwrap_or("");
    let hits = hits.iter().map(|hit| one(hit, first, locale));
    let said = el("p").class("note").text(said);
    vec![el("div").class("results").child(said).child(el("ul").children(hits))]
}

/// Links to example searches.
fn tries(examples: &[String], locale: Locale) -> Option<Element> {
    let example = |text: &String| {
        let param = Param::new(param::SEARCH, text);
        let link = el("a").class("button").attr("href", ["#", SEARCH].concat());
        link.attr("data-choose", param.text()).text(text)
    };
    let line = el("p").class("tries").text(locale.tr("可以试试：", "Try: ")).children(examples.iter().map(example));
    (!examples.is_empty()).then_some(line)
}

/// One hit: the link to its first place, and links to its other places.
fn one(hit: &Hit, sought: &str, locale: Locale) -> Element {
    let label = hit.spots.first().map_or("", |spot| &spot.label);
    let about: Vec<&str> = [hit.kind, label, &hit.detail].into_iter().filter(|part| !part.is_empty()).collect();
    let name = hit.code.iter().map(String::as_str).chain([hit.name.as_str()]).collect::<Vec<_>>().join(" ");
    let name = marked(el("b"), &name, sought);
    let first = hit.spots.first().map(|spot| link(spot).child(name).child(el("small").text(about.join(" · "))));
    let others = hit.spots.get(1..).filter(|others| !others.is_empty()).map(|others| {
        let mut line = el("p").class("also").text(locale.tr("还在：", "Also in: "));
        for (i, spot) in others.iter().enumerate() {
            line.children.extend((i > 0).then(|| Node::Text(" · ".into())));
            line = line.child(link(spot).text(&spot.label));
        }
        line
    });
    el("li").children(first).children(others)
}

/// The link to a place.
fn link(spot: &HitLocation) -> Element {
    let link = el("a").attr("href", href(&spot.address));
    let param = spot.param.iter().map(|param| ("data-choose", param.text()));
    let meant = spot.column.iter().map(|column| (MEANT, column.to_string()));
    param.chain(meant).fold(link, |link, (name, value)| link.attr(name, value))
}

/// The text, with the first occurrence of the word highlighted.
fn marked(element: Element, text: &str, word: &str) -> Element {
    let is_it = |part: &str| part.get(..word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word));
    let place = text.char_indices().map(|(i, _)| i).find(|&i| !word.is_empty() && is_it(&text[i..]));
    match place {
        Some(i) => {
            let (before, rest) = text.split_at(i);
            let (found, after) = rest.split_at(word.len());
            element.text(before).child(el("mark").text(found)).text(after)
        }
        None => element.text(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;
    use crate::money::Unit;

    fn html(text: &str, hits: &[Hit], examples: &[&str]) -> String {
        let examples: Vec<String> = examples.iter().map(ToString::to_string).collect();
        let mut html = String::new();
        for element in search(text, hits, &examples, Locale { lang: Lang::Zh, unit: Unit::Wan }) {
            Node::from(element).write_html(&mut html);
        }
        html
    }

    #[test]
    fn one_thing_is_one_row_with_all_its_places() {
        let spot = |label: &str, column| HitLocation {
            label: label.into(),
            address: [label, "-水费"].concat(),
            column,
            ..HitLocation::default()
        };
        let hit = Hit {
            kind: "科目",
            name: "水费".into(),
            code: Some("30205".into()),
            detail: "3.00 万元".into(),
            spots: vec![spot("表六", Some(2)), spot("表十", None)],
            ..Hit::default()
        };
        let said = html("水", &[hit], &["吃饭"]);
        assert!(said.contains("<b>30205 <mark>水</mark>费</b><small>科目 · 表六 · 3.00 万元</small>"), "{said}");
        assert!(said.contains("href=\"#表六-水费\" data-column=\"2\""), "{said}");
        assert!(said.contains("还在：<a href=\"#表十-水费\">表十</a>") && !said.contains("吃饭"), "{said}");
    }

    #[test]
    fn where_nothing_is_found_or_looked_for_examples_stand_to_be_touched() {
        for text in ["", "xyz"] {
            let said = html(text, &[], &["吃饭", "700"]);
            assert!(said.contains("data-choose=\"q=吃饭\">吃饭</a>") && said.contains(">700</a>"), "{said}");
            assert_eq!(said.contains("没有找到“xyz”"), !text.is_empty());
        }
    }
}
