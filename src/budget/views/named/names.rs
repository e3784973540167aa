//! Names as they are read aloud: without the numbers that are printed before them, without the unit behind them, and
//! without spaces that only spread them over their cell.

use crate::budget::is_punctuation;

/// Whether a line's name may be read otherwise than it is printed: most are not looked at any further.
pub fn may_differ(name: &str) -> bool {
    let is_first = |c: char| c.is_ascii_digit() || "（(一二三四五六七八九十".contains(c);
    name.starts_with(is_first) || name.contains(char::is_whitespace)
}

/// The name of a line, without `一、`, `（一）`, `1.` before it.
pub fn of_line(name: &str) -> String {
    let name = close(name);
    let mut chars = name.chars().peekable();
    let is_bracketed = chars.next_if(|c| matches!(c, '（' | '(')).is_some();
    let mut has_numerals = false;
    while chars.next_if(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c)).is_some() {
        has_numerals = true;
    }
    let is_closed = match chars.next() {
        Some('）' | ')') => is_bracketed,
        Some('、' | '.' | '．') => !is_bracketed,
        _ => false,
    };
    let rest: String = chars.collect();
    let is_number = rest.starts_with(|c: char| c.is_ascii_digit());
    // A year's project is called 2026 and nothing more, and 1.5 is no number of a line.
    if has_numerals && is_closed && !is_number && !rest.is_empty() { rest } else { name }
}

/// The heading of a column, without the unit behind it.
pub fn of_column(name: &str) -> String {
    let name = close(name);
    let units = ["万元", "元", "亿元", "千元", "单位：万元", "单位：元"];
    let brackets = [('（', '）'), ('(', ')')];
    let bare = brackets.into_iter().find_map(|(open, shut)| {
        let (rest, unit) = name.strip_suffix(shut)?.rsplit_once(open)?;
        (units.contains(&unit) && !rest.is_empty()).then(|| rest.to_string())
    });
    bare.unwrap_or(name)
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
            assert_eq!(of_line(printed), read);
        }
        assert_eq!(of_column("小计（万元）"), "小计");
        assert_eq!(of_column("因公出国（境）"), "因公出国（境）");
    }
}
