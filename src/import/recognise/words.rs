//! Reads what cells and lines of official documents hold: numbers, codes, enumerators, units, years and days.

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

/// Whether a text is a classification code: 3, 5 or 7 digits.
pub fn is_code(text: &str) -> bool {
    matches!(text.len(), 3 | 5 | 7) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A code before a name in one cell: `[201]一般公共服务支出`, `201 一般公共服务支出`, `2010301行政运行`.
pub fn code_and_name(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix(['[', '【', '(', '（']).unwrap_or(text);
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let (code, rest) = text.split_at(end);
    let name = rest.trim_start_matches([']', '】', ')', '）', '-', '－', ' ', '　', '_', '.', '、']);
    let begins_with_letter = name.starts_with(|c: char| c.is_alphabetic());
    (is_code(code) && begins_with_letter && !name.starts_with('年')).then_some((code, name))
}

/// Splits a name from the mark before it, an enumerator or 其中, and tells the depth of the enumerator: `一、` is 1 deep,
/// `（一）` 2, `1.` 3, `（1）` 4, `①` 5.
pub fn mark(text: &str) -> (&str, Option<u8>, &str) {
    let (end, depth) = enumerator(text).map_or((0, None), |(end, depth)| (end, Some(depth)));
    // `其中：` may follow a number, and stands before the first of several.
    let rest = text[end..].strip_prefix("其中").map(|rest| rest.trim_start_matches(['：', ':', '，', ' ']));
    let (end, depth) = match rest.filter(|rest| !rest.is_empty()) {
        // 其中：（一） begins a list.
        Some(rest) => {
            let own = enumerator(rest);
            (text.len() - rest.len() + own.map_or(0, |(end, _)| end), own.map_or(depth, |(_, own)| Some(own)))
        }
        None => (end, depth),
    };
    if end == text.len() { ("", None, text) } else { (&text[..end], depth, &text[end..]) }
}

/// Where the enumerator at the beginning of a text ends, and how deep it stands.
fn enumerator(text: &str) -> Option<(usize, u8)> {
    const CHINESE: &str = "一二三四五六七八九十〇百";
    if let Some(first) = text.chars().next().filter(|c| ('①'..='⑳').contains(c)) {
        return Some((first.len_utf8(), 5));
    }
    let inside = text.strip_prefix(['（', '(']);
    let (rest, close) = inside.map_or((text, ['、', '.', '．']), |rest| (rest, ['）', ')', '）']));
    let is_chinese = rest.starts_with(|c| CHINESE.contains(c));
    let digits = rest.trim_start_matches(|c: char| if is_chinese { CHINESE.contains(c) } else { c.is_ascii_digit() });
    let closing = digits.chars().next().filter(|c| close.contains(c) && digits.len() < rest.len())?;
    let after = &digits[closing.len_utf8()..];
    // 1.50 is a number, and （2210203） a code.
    let is_number = inside.is_none() && after.starts_with(|c: char| c.is_ascii_digit());
    if !is_chinese && (is_number || rest.len() - digits.len() > 3) {
        return None;
    }
    let depth = match (is_chinese, inside.is_some()) {
        (true, false) => 1,
        (true, true) => 2,
        (false, false) => 3,
        (false, true) => 4,
    };
    Some((text.len() - after.len(), depth))
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
            UNITS
                .iter()
                .find(|(name, _)| inside == *name || inside.ends_with(&format!("：{name}")))
                .map(|(_, unit)| *unit)
        })
    })
}

/// The first year in a text: 2026 of `2026年`.
pub fn year(text: &str) -> Option<u16> {
    years(text).next()
}

/// All years in a text.
pub fn years(text: &str) -> impl Iterator<Item = u16> + '_ {
    text.match_indices('年').filter_map(|(at, _)| {
        let digits = text.get(at.checked_sub(4)?..at)?;
        digits.parse().ok().filter(|year| (2000..2100).contains(year))
    })
}

/// A day, by its numbers as they are written: `2025-11-04`.
pub fn day([year, month, day]: [&str; 3]) -> Option<String> {
    let zero = |number: &str| if number.len() == 1 { "0" } else { "" };
    let [month, day] = [month, day].map(|number| [zero(number), number].concat());
    let is_number = |text: &str, least: &str, most: &str| {
        text.len() == least.len() && text.bytes().all(|b| b.is_ascii_digit()) && text >= least && text <= most
    };
    let is_day = is_number(year, "2000", "2099") && is_number(&month, "01", "12") && is_number(&day, "01", "31");
    is_day.then(|| [year, "-", &month, "-", &day].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_what_stands_before_a_name() {
        for (text, expected) in [
            ("一、一般公共服务支出", ("一、", Some(1), "一般公共服务支出")),
            ("（一）本年收入", ("（一）", Some(2), "本年收入")),
            ("1.公务接待费", ("1.", Some(3), "公务接待费")),
            ("（2）公务用车购置费", ("（2）", Some(4), "公务用车购置费")),
            ("其中：政府采购", ("其中：", None, "政府采购")),
            ("1.其中：政府采购", ("1.其中：", Some(3), "政府采购")),
            ("其中：（一）因公出国", ("其中：（一）", Some(2), "因公出国")),
            ("二、2026年预算", ("二、", Some(1), "2026年预算")),
            ("三公经费", ("", None, "三公经费")),
            ("1.50", ("", None, "1.50")),
            ("一、", ("", None, "一、")),
            ("其中", ("", None, "其中")),
        ] {
            assert_eq!(mark(text), expected, "{text}");
        }
    }

    #[test]
    fn a_number_is_read_digit_by_digit_and_a_dash_is_nothing() {
        let amount = |text: &str| match number(text) {
            Number::Amount(amount, is_percent) => format!("{}{}", amount.decimal(), if is_percent { "%" } else { "" }),
            other => format!("{other:?}"),
        };
        for (text, expected) in [
            ("32,365.090089", "32365.090089"),
            ("−0.50", "-0.50"),
            ("12.5%", "12.5%"),
            ("－", "Blank"),
            ("", "Blank"),
            ("１２．５０", "12.50"),
            ("无", "Words"),
            ("12万元", "Words"),
            ("1.2.3", "Words"),
        ] {
            assert_eq!(amount(text), expected, "{text}");
        }
    }

    #[test]
    fn a_unit_stands_behind_its_word_or_in_brackets() {
        assert_eq!(unit("编制单位：某局单位：万元"), Some(Unit::Wan));
        assert_eq!(unit("金额单位:元"), Some(Unit::Yuan));
        assert_eq!(unit("项目资金（元）"), Some(Unit::Yuan));
        assert_eq!(unit("某单位（本级）"), None);
        assert_eq!(unit("公用经费（元/人）"), None);
    }

    #[test]
    fn a_code_may_stand_in_the_cell_of_its_name() {
        assert_eq!(code_and_name("[201]一般公共服务支出"), Some(("201", "一般公共服务支出")));
        assert_eq!(code_and_name("2010301 行政运行"), Some(("2010301", "行政运行")));
        assert_eq!(code_and_name("2026年预算数"), None);
        assert_eq!(code_and_name("行政运行"), None);
    }
}
