//! Marks the words of a tree that are in another language than the page, so that a screen reader says them in theirs.

use crate::locale::{Lang, Locale};
use crate::markup::node::{Element, Node, el};

/// The attributes whose words are read out or shown.
const SAID: [&str; 4] = ["aria-label", "title", "placeholder", "alt"];

/// Returns the trees with every Chinese part of an English page marked as Chinese: names of projects, tables and lines
/// are the document's, which is Chinese.
///
/// The words of an attribute can be marked only as a whole, and with them the element: so an attribute of both
/// languages stays as it is.
pub fn mark_languages(mut nodes: Vec<Node>, locale: Locale) -> Vec<Node> {
    if locale.lang == Lang::En {
        mark_all(&mut nodes);
    }
    nodes
}

fn mark_all(nodes: &mut Vec<Node>) {
    for node in std::mem::take(nodes) {
        match node {
            Node::Text(text) => split(&text, nodes),
            Node::Element(mut element) => {
                mark(&mut element);
                nodes.push(element.into());
            }
            drawing @ Node::Drawing(_) => nodes.push(drawing),
        }
    }
}

fn mark(element: &mut Element) {
    if element.value("lang").is_some() || element.tag == "style" {
        return;
    }
    let said = element.attributes.iter().filter(|(name, _)| SAID.contains(name)).map(|(_, value)| value.as_str());
    let said: Vec<_> = said.filter(|value| !value.is_empty()).collect();
    let is_said_in_chinese = said.iter().all(|value| is_chinese(value));
    // A single text of one language needs no element around it.
    let whole = match element.children.as_slice() {
        [Node::Text(text)] => is_chinese(text) && is_said_in_chinese,
        _ => false,
    };
    if whole {
        element.set("lang", ZH);
        return;
    }
    mark_all(&mut element.children);
    if !said.is_empty() && is_said_in_chinese {
        element.set("lang", ZH);
        for child in &mut element.children {
            in_english(child);
        }
    }
}

/// The language of the documents.
const ZH: &str = "zh-CN";

/// Marks as English what stands in an element that is Chinese for the sake of its attributes.
fn in_english(node: &mut Node) {
    match node {
        Node::Text(text) if !text.trim().is_empty() => {
            *node = el("span").attr("lang", "en").text(std::mem::take(text)).into();
        }
        Node::Element(element) if element.value("lang").is_none() => element.set("lang", "en"),
        _ => {}
    }
}

/// Whether a text is Chinese: it has Chinese characters and no word in Latin letters.
fn is_chinese(text: &str) -> bool {
    text.chars().any(is_character) && !has_word(text)
}

/// Two Latin letters in a row: one alone is a mark, as in `表A`.
fn has_word(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_alphabetic))
}

/// Whether this is a Chinese character.
const fn is_character(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}' | '〇')
}

/// Whether this is Chinese punctuation, which belongs to the characters beside it.
const fn is_punctuation(sign: char) -> bool {
    matches!(sign, '\u{3001}'..='\u{303f}' | '\u{ff01}'..='\u{ffee}')
}

/// Whether this may stand between Chinese characters and be read with them.
const fn is_between(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, '-' | '.' | '/' | '—' | '·')
}

/// Appends the text to `nodes`, its Chinese parts in elements of their own.
fn split(text: &str, nodes: &mut Vec<Node>) {
    let mut rest = text;
    while let Some((begin, end)) = chinese(rest) {
        let (before, from) = rest.split_at(begin);
        let (own, after) = from.split_at(end - begin);
        if !before.is_empty() {
            nodes.push(Node::Text(before.into()));
        }
        nodes.push(el("span").attr("lang", ZH).text(own).into());
        rest = after;
    }
    if !rest.is_empty() || text.is_empty() {
        nodes.push(Node::Text(rest.into()));
    }
}

/// Where the first Chinese part of a text begins and ends: characters with the punctuation around them and the digits
/// between them.
fn chinese(text: &str) -> Option<(usize, usize)> {
    let first = text.find(is_character)?;
    let opening = text[..first].char_indices().rev().take_while(|(_, sign)| is_punctuation(*sign)).last();
    let begin = opening.map_or(first, |(at, _)| at);
    let mut end = first;
    for (at, sign) in text[first..].char_indices() {
        if is_character(sign) || is_punctuation(sign) {
            end = first + at + sign.len_utf8();
        } else if !is_between(sign) {
            break;
        }
    }
    Some((begin, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Unit;

    fn html(element: Element, lang: Lang) -> String {
        let mut html = String::new();
        for node in mark_languages(vec![element.into()], Locale { lang, unit: Unit::Wan }) {
            node.write_html(&mut html);
        }
        html
    }

    #[test]
    fn a_chinese_name_is_marked_in_an_english_page_alone() {
        let name = || el("b").text("离退休干部取暖费");
        assert_eq!(html(name(), Lang::En), "<b lang=\"zh-CN\">离退休干部取暖费</b>");
        assert_eq!(html(name(), Lang::Zh), "<b>离退休干部取暖费</b>");
        assert_eq!(html(el("p").text("Nothing here."), Lang::En), "<p>Nothing here.</p>");
    }

    #[test]
    fn of_a_text_in_both_languages_the_chinese_parts_are_marked() {
        for (text, marked) in [
            ("Most is for 办公楼（二期）改造: 3.00", "Most is for [办公楼（二期）改造]: 3.00"),
            ("“《预算法》第32条” and 表十（2）.", "“[《预算法》第32条]” and [表十（2）]."),
            ("On 2026年3月 it, A", "On 2026[年3月] it, A"),
            ("201 · 一般公共服务支出 · Total", "201 · [一般公共服务支出] · Total"),
            ("、 alone", "、 alone"),
        ] {
            let expected =
                ["<p>", &marked.replace('[', "<span lang=\"zh-CN\">").replace(']', "</span>"), "</p>"].concat();
            assert_eq!(html(el("p").text(text), Lang::En), expected);
        }
    }

    #[test]
    fn an_attribute_takes_its_element_with_it() {
        let link = || el("a").attr("title", "表三 · 201 · 合计");
        assert_eq!(html(link(), Lang::En), "<a title=\"表三 · 201 · 合计\" lang=\"zh-CN\"></a>");
        let number = html(link().text("4,560.06"), Lang::En);
        assert_eq!(number, "<a title=\"表三 · 201 · 合计\" lang=\"zh-CN\"><span lang=\"en\">4,560.06</span></a>");
        let both = html(el("button").attr("aria-label", "Share: 水费").text("水费"), Lang::En);
        assert_eq!(both, "<button aria-label=\"Share: 水费\"><span lang=\"zh-CN\">水费</span></button>");
    }

    #[test]
    fn what_says_its_language_keeps_it() {
        let own = html(el("p").child(el("span").attr("lang", "zh-CN").text("中文")), Lang::En);
        assert_eq!(own, "<p><span lang=\"zh-CN\">中文</span></p>");
    }
}
