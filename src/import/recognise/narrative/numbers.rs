//! The numbers of a text that have a unit: amounts of money and percentages.

use crate::money::{Amount, Unit};

/// A number with its unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// Where it begins.
    pub start: usize,
    /// Where its unit ends.
    pub end: usize,
    /// The number as it is printed.
    pub value: Amount,
    /// The unit of money; none for a percentage.
    pub unit: Option<Unit>,
}

/// The units that stand after numbers.
const UNITS: [(&str, Option<Unit>); 6] = [
    ("%", None),
    ("百万元", Some(Unit::Million)),
    ("亿元", Some(Unit::Yi)),
    ("万元", Some(Unit::Wan)),
    ("千元", Some(Unit::Thousand)),
    ("元", Some(Unit::Yuan)),
];

/// The numbers of a text, in its order. What things cost at least (单价100万元以上) is a part of their name.
pub fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(|c: char| c.is_ascii_digit()) {
        let mut start = from + at;
        let is_part = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
        let digits = &text[start..];
        let digits = &digits[..digits.find(|c| !is_part(c)).unwrap_or(digits.len())];
        from = start + digits.len();
        if text[..start].ends_with('-') {
            start -= 1;
        }
        let Some((name, unit)) = UNITS.iter().find(|(name, _)| text[from..].starts_with(name)) else { continue };
        let end = from + name.len();
        let behind: String = text[end..].chars().take(8).take_while(|c| !"，。；、：".contains(*c)).collect();
        let is_bound = ["以上", "以下", "以内"].iter().any(|word| behind.contains(word));
        if let Ok(value) = Amount::parse(&text[start..from].replace(',', ""))
            && !is_bound
        {
            found.push(Number { start, end, value, unit: *unit });
        }
    }
    found
}

/// A text with its digits, signs and brackets in one width.
pub fn even(text: &str) -> String {
    let even = |c: char| match c {
        '０'..='９' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '．' => '.',
        '％' => '%',
        '−' | '－' => '-',
        '(' => '（',
        ')' => '）',
        ':' => '：',
        ';' => '；',
        c => c,
    };
    let evened: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).map(even).collect();
    let is_digit = |at: usize| evened.get(at).is_some_and(char::is_ascii_digit);
    // A comma separates thousands, or clauses.
    let comma = |at: usize| {
        let is_thousands = at > 0 && is_digit(at - 1) && (1..=3).all(|next| is_digit(at + next)) && !is_digit(at + 4);
        if is_thousands { ',' } else { '，' }
    };
    let all = evened.iter().enumerate();
    all.map(|(at, c)| if matches!(c, ',' | '，') { comma(at) } else { *c }).collect()
}
