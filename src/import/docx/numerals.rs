//! Numbers as Word writes them before paragraphs: 一、二, ①, II, b.

const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const ROMAN: [(usize, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// A number in one of Word's number formats, such as `upperRoman`.
pub fn numeral(number: usize, format: &str) -> String {
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "ideographDigital"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => chinese(number),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if (1..=20).contains(&number) => u32::try_from(number)
            .ok()
            .and_then(|n| char::from_u32('①' as u32 + n - 1))
            .map(String::from)
            .unwrap_or_default(),
        "decimalFullWidth" => number
            .to_string()
            .bytes()
            .filter_map(|digit| char::from_u32('０' as u32 + u32::from(digit - b'0')))
            .collect(),
        "decimalZero" => format!("{number:02}"),
        "upperLetter" => letters(number),
        "lowerLetter" => letters(number).to_lowercase(),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_lowercase(),
        "ideographTraditional" => one_of(number, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => one_of(number, "子丑寅卯辰巳午未申酉戌亥"),
        _ => number.to_string(),
    }
}

/// 一, 十, 十一, 二十, 一百〇三; larger ones digit by digit.
fn chinese(number: usize) -> String {
    match number {
        0..=9 => DIGITS[number].into(),
        10..=19 => format!("十{}", ones(number)),
        20..=99 => format!("{}十{}", DIGITS[number / 10], ones(number)),
        100..=999 if number.is_multiple_of(100) => format!("{}百", DIGITS[number / 100]),
        100..=999 if number % 100 < 10 => format!("{}百〇{}", DIGITS[number / 100], ones(number)),
        100..=999 => format!("{}百{}十{}", DIGITS[number / 100], DIGITS[number / 10 % 10], ones(number)),
        _ => number.to_string(),
    }
}

fn ones(number: usize) -> &'static str {
    if number.is_multiple_of(10) { "" } else { DIGITS[number % 10] }
}

/// A to Z, then AA to ZZ.
fn letters(number: usize) -> String {
    let at = number.saturating_sub(1);
    let letter = char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    std::iter::repeat_n(letter, (at / 26 + 1).min(10)).collect()
}

fn roman(number: usize) -> String {
    let mut rest = number.min(3_999);
    let mut text = String::new();
    for (value, sign) in ROMAN {
        while rest >= value {
            text += sign;
            rest -= value;
        }
    }
    text
}

fn one_of(number: usize, signs: &str) -> String {
    signs.chars().nth(number.saturating_sub(1)).map_or_else(|| number.to_string(), String::from)
}

#[cfg(test)]
mod tests {
    use super::numeral;

    #[test]
    fn numbers_look_as_the_file_says() {
        for (number, format, expected) in [
            (1, "chineseCounting", "一"),
            (10, "chineseCountingThousand", "十"),
            (21, "japaneseCounting", "二十一"),
            (103, "chineseCounting", "一百〇三"),
            (3, "decimalEnclosedCircle", "③"),
            (4, "upperRoman", "IV"),
            (28, "lowerLetter", "bb"),
            (2, "decimalFullWidth", "２"),
            (2, "ideographTraditional", "乙"),
            (7, "decimal", "7"),
        ] {
            assert_eq!(numeral(number, format), expected);
        }
    }
}
