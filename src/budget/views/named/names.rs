//! Cleans printed names for reading: without the numbers before them, without the unit behind them, and without spaces
//! that only spread them over their cell.

use crate::budget::is_punctuation;

/// The name of a line without `一、`, `（一）`, `1.` before it; `None` where it is printed without.
pub fn of_line(printed: &str) -> Option<String> {
    if !printed.starts_with(|c| matches!(c, '（' | '(') || is_numeral(c)) && !has_spaces(printed) {
        return None;
    }
    let name = close(printed);
    let mut chars = name.chars().peekable();
    let is_bracketed = chars.next_if(|c| matches!(c, '（' | '(')).is_some();
    let mut has_numerals = false;
    while chars.next_if(|c| is_numeral(*c)).is_some() {
        has_numerals = true;
    }
    let is_closed = match chars.next() {
        Some('）' | ')') => is_bracketed,
        Some('、' | '.' | '．') => !is_bracketed,
        _ => false,
    };
    let rest: String = chars.collect();
    let is_number = rest.starts_with(|c: char| c.is_ascii_digit());
    // A year's project may be called just 2026, and 1.5 is not the number of a line.
    let name = if has_numerals && is_closed && !is_number && !rest.is_empty() { rest } else { name };
    (name != printed).then_some(name)
}

/// The heading of a column without the unit behind it; `None` where it is printed without.
pub fn of_column(printed: &str) -> Option<String> {
    if !printed.ends_with(['）', ')']) && !has_spaces(printed) {
        return None;
    }
    let name = close(printed);
    let units = ["万元", "元", "亿元", "千元", "单位：万元", "单位：元"];
    let brackets = [('（', '）'), ('(', ')')];
    let bare = brackets.into_iter().find_map(|(open, shut)| {
        let (rest, unit) = name.strip_suffix(shut)?.rsplit_once(open)?;
        (units.contains(&unit) && !rest.is_empty()).then(|| rest.to_string())
    });
    Some(bare.unwrap_or(name)).filter(|name| name != printed)
}

const fn is_numeral(c: char) -> bool {
    matches!(c, '0'..='9' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

fn has_spaces(name: &str) -> bool {
    // Hardly any name has one of the bytes that a whitespace character may begin with.
    let may_be = |byte: u8| matches!(byte, 0..=b' ' | 0xC2 | 0xE1..=0xE3);
    name.bytes().any(may_be) && name.contains(char::is_whitespace)
}

/// A name without the spaces between its Chinese characters: `合　　计`.
fn close(name: &str) -> String {
    let is_chinese = |c: char| !c.is_ascii() && !c.is_whitespace() && !is_punctuation(c);
    let mut closed = String::with_capacity(name.len());
    let mut chars = name.trim().chars().peekable();
    while let Some(c) = chars.next() {
        if !c.is_whitespace() {
            closed.push(c);
            continue;
        }
        while chars.next_if(|next| next.is_whitespace()).is_some() {}
        let is_between =
            closed.chars().next_back().is_some_and(is_chinese) && chars.peek().copied().is_some_and(is_chinese);
        if !is_between {
            closed.push(c);
        }
    }
    closed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_numbers_or_spreads_a_name_is_no_part_of_it() {
        for (printed, read) in [
            ("一、一般公共服务支出", "一般公共服务支出"),
            ("十一、住房保障支出", "住房保障支出"),
            ("（一）基本支出", "基本支出"),
            ("2.公务接待费", "公务接待费"),
            ("奖　　金", "奖金"),
            ("2026年中央信访资金", "2026年中央信访资金"),
            ("1.5吨货车", "1.5吨货车"),
            ("一般公共服务支出", "一般公共服务支出"),
            ("WiFi 费用", "WiFi 费用"),
            ("一、", "一、"),
        ] {
            assert_eq!(of_line(printed).as_deref().unwrap_or(printed), read);
        }
        assert_eq!(of_column("小计（万元）").as_deref(), Some("小计"));
        assert_eq!(of_column("因公出国（境）"), None);
    }
}
