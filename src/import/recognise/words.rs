//! The field's words in official tables: numbers, codes, enumerators, units, titles.

use crate::money::{Amount, Unit};

/// What a printed cell of numbers holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Number {
    /// Nothing, or a dash that stands for nothing.
    Blank,
    /// An amount; whether a percent sign follows it.
    Amount(Amount, bool),
    /// Something else.
    Words,
}

/// Reads a cell: thousands separators and the signs of money go, the digits stay as printed.
pub fn number(text: &str) -> Number {
    let bare: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, ',' | '，' | '¥' | '￥'))
        .map(|c| match c {
            '−' | '－' | '–' | '—' => '-',
            '０'..='９' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            '．' => '.',
            '％' => '%',
            c => c,
        })
        .collect();
    if bare.chars().all(|c| matches!(c, '-' | '/' | '*')) {
        return Number::Blank;
    }
    let (digits, is_percent) = bare.strip_suffix('%').map_or((bare.as_str(), false), |digits| (digits, true));
    match Amount::parse(digits) {
        Ok(amount) => Number::Amount(amount, is_percent),
        Err(_) => Number::Words,
    }
}

/// The digits of a classification code: 3, 5 or 7 of them.
pub fn is_code(text: &str) -> bool {
    matches!(text.len(), 3 | 5 | 7) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A code in front of a name in one cell: `[201]一般公共服务支出`, `201 一般公共服务支出`, `2010301行政运行`.
pub fn code_and_name(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix(['[', '【', '(', '（']).unwrap_or(text);
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let (code, rest) = text.split_at(end);
    let name = rest.trim_start_matches([']', '】', ')', '）', '-', '－', ' ', '　', '_', '.', '、']);
    let begins_with_letter = name.starts_with(|c: char| c.is_alphabetic());
    (is_code(code) && begins_with_letter && !name.starts_with('年')).then_some((code, name))
}

/// What is printed before a name and is not part of it, how deep that stands, and the name: `一、` is 1 deep, `（一）` 2,
/// `1.` 3, `（1）` 4, `①` 5.
pub fn mark(text: &str) -> (&str, Option<u8>, &str) {
    let (end, depth) = enumerator(text).map_or((0, None), |(end, depth)| (end, Some(depth)));
    // `其中：` may follow a number, and stands before the first of several.
    let rest = text[end..].strip_prefix("其中").map(|rest| rest.trim_start_matches(['：', ':', '，', ' ']));
    let end = rest.filter(|rest| !rest.is_empty()).map_or(end, |rest| text.len() - rest.len());
    if end == text.len() { ("", None, text) } else { (&text[..end], depth, &text[end..]) }
}

/// Where the enumerator at the beginning of a text ends, and how deep it stands.
fn enumerator(text: &str) -> Option<(usize, u8)> {
    const CHINESE: &str = "一二三四五六七八九十〇百";
    let is_chinese = |c: char| CHINESE.contains(c);
    let is_digit = |c: char| c.is_ascii_digit();
    let shapes: [(&str, &dyn Fn(char) -> bool, &str); 4] = [
        ("", &is_chinese, "、"),
        ("（(", &is_chinese, "）)"),
        ("", &is_digit, ".．、"),
        ("（(", &is_digit, "）)"),
    ];
    if let Some(first) = text.chars().next().filter(|c| ('①'..='⑳').contains(c)) {
        return Some((first.len_utf8(), 5));
    }
    shapes.iter().zip(1..).find_map(|((open, is_inside, close), depth)| {
        let mut rest = text;
        if !open.is_empty() {
            rest = rest.strip_prefix(|c| open.contains(c))?;
        }
        let inside = rest.len() - rest.trim_start_matches(is_inside).len();
        if inside == 0 {
            return None;
        }
        let closing = rest[inside..].chars().next().filter(|c| close.contains(*c))?;
        let end = text.len() - rest.len() + inside + closing.len_utf8();
        // 1.50 is a number.
        let is_number = *open == "" && text[end..].starts_with(|c: char| c.is_ascii_digit());
        (!is_number).then_some((end, depth))
    })
}

/// The unit that a line names, as `单位：万元`; also in a heading, as `预算数（万元）`.
pub fn unit(text: &str) -> Option<Unit> {
    const UNITS: [(&str, Unit); 5] = [
        ("百万元", Unit::Million),
        ("千元", Unit::Thousand),
        ("万元", Unit::Wan),
        ("亿元", Unit::Yi),
        ("元", Unit::Yuan),
    ];
    let named = |rest: &str| {
        let rest = rest.trim_start_matches(['：', ':', '（', '(', ' ', '　']).trim_start_matches("人民币");
        UNITS.iter().find(|(name, _)| rest.starts_with(name)).map(|(_, unit)| *unit)
    };
    let after_word = text.match_indices("单位").find_map(|(at, word)| named(&text[at + word.len()..]));
    after_word.or_else(|| {
        text.match_indices(['（', '(']).find_map(|(at, open)| {
            let inside = &text[at + open.len()..];
            let (inside, _) = inside.split_once(['）', ')'])?;
            UNITS.iter().find(|(name, _)| inside == *name || inside.ends_with(&format!("：{name}"))).map(|(_, unit)| *unit)
        })
    })
}

/// The year before `年` in a text: 2026.
pub fn year(text: &str) -> Option<u16> {
    text.match_indices('年').find_map(|(at, _)| {
        let digits = text.get(at.checked_sub(4)?..at)?;
        digits.parse().ok().filter(|year| (2000..2100).contains(year))
    })
}
