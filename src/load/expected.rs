//! What a diagnostic says was expected where something else was found.

use super::excerpt::quoted;
use crate::locale::Lang;

/// What a value should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number from 0 to this one.
    Whole(u32),
    /// A list.
    List,
    /// An object.
    Object,
    /// An amount.
    Decimal,
    /// An amount with fewer digits.
    ShortDecimal,
    /// Any value.
    Value,
    /// The name of a property.
    Name,
    /// An escape sequence in a text.
    Escape,
    /// Nothing more.
    End,
    /// One of these words.
    OneOf(&'static [&'static str]),
}

impl Expected {
    /// What was expected, in words for a sentence.
    pub fn words(self, lang: Lang) -> String {
        let (zh, en) = match self {
            Expected::Text => ("文字", "a string"),
            Expected::Flag => (" true 或 false", "true or false"),
            Expected::Whole(_) => (" 0 到 ", "a whole number from 0 to "),
            Expected::List => ("列表 […]", "a list […]"),
            Expected::Object => ("对象 {…}", "an object {…}"),
            Expected::Decimal => ("金额，写成 \"61.00\" 这样的十进制数", "a decimal amount such as \"61.00\""),
            Expected::ShortDecimal => (
                "金额，小数点前最多 15 位、后最多 6 位",
                "an amount of at most 15 digits before and 6 after the decimal point",
            ),
            Expected::Value => ("一个值", "a value"),
            Expected::Name => ("双引号里的字段名", "a name in double quotes"),
            Expected::Escape => ("转义字符，如 \\n 或 \\u4e00", "an escape such as \\n or \\u4e00"),
            Expected::End => ("文件结尾", "the end of the file"),
            Expected::OneOf([_]) => (" ", ""),
            Expected::OneOf(_) => ("下列之一：", "one of "),
        };
        let mut words = String::from(lang.tr(zh, en));
        match self {
            Expected::Whole(most) => {
                words.push_str(&most.to_string());
                words.push_str(lang.tr(" 的整数", ""));
            }
            Expected::OneOf(choices) => {
                for (i, choice) in choices.iter().enumerate() {
                    words.push_str(if i == 0 { "" } else { lang.tr("、", ", ") });
                    words.push_str(&quoted(choice));
                }
            }
            _ => {}
        }
        words
    }

    /// What to do about it, where what was `found` shows what was meant; otherwise empty.
    pub fn hint(self, found: &str, lang: Lang) -> &'static str {
        let quoted = found.starts_with('"');
        let (zh, en) = match self {
            Expected::OneOf(&[",", ..]) if quoted => ("这里好像少了一个逗号。", " A comma seems to be missing."),
            Expected::OneOf(&["]" | "}"]) => ("最后一项后面不要逗号。", " No comma after the last one."),
            Expected::Whole(_) if quoted => ("整数不加引号。", " A whole number has no quotes."),
            Expected::Text if found.starts_with(|c: char| c.is_ascii_digit()) => {
                ("文字要加双引号。", " Put it in double quotes.")
            }
            Expected::Decimal if found == "\"\"" || found == "\"-\"" => {
                ("没有数的格子请写 null。", " Write null for a blank.")
            }
            Expected::Decimal if found.contains(',') => ("请去掉千分位逗号。", " Leave out the commas."),
            Expected::Decimal if !found.is_ascii() => ("数字请用半角，不带单位。", " Use plain digits and no unit."),
            _ => ("", ""),
        };
        lang.tr(zh, en)
    }
}
