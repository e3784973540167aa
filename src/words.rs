//! The reader's language and unit, and how numbers read in them.

use rust_decimal::Decimal;

use crate::money::{self, Money, Unit};

/// A language that the page speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Chinese, simplified.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The one of two texts that is in this language. Both must be there: a missing word does not compile.
    pub const fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// The one of two sentences that is in this language, with `{0}`, `{1}` … replaced by `parts`.
    ///
    /// One small function for every sentence of the page: written with `format!` they would take
    /// many kilobytes of the page's first module.
    pub fn say(self, zh: &str, en: &str, parts: &[&str]) -> String {
        let mut text = String::new();
        self.pieces(zh, en, &mut |piece| {
            text.push_str(match piece {
                Piece::Words(words) => words,
                Piece::Part(i) => parts.get(i).unwrap_or(&"…"),
            });
        });
        text
    }

    /// The pieces of the one of two sentences that is in this language, in their order.
    pub fn pieces(self, zh: &str, en: &str, take: &mut dyn FnMut(Piece)) {
        let mut rest = self.pick(zh, en);
        while let Some((before, after)) = rest.split_once('{') {
            let (number, after) = after.split_at(after.find('}').unwrap_or(0));
            take(Piece::Words(before));
            take(Piece::Part(number.parse().unwrap_or(usize::MAX)));
            rest = after.get(1..).unwrap_or("");
        }
        take(Piece::Words(rest));
    }

    /// A name of the document, in this language where the document has it.
    pub fn name<'a>(self, zh: &'a str, en: Option<&'a str>) -> &'a str {
        match self {
            Lang::Zh => zh,
            Lang::En => en.unwrap_or(zh),
        }
    }
}

/// A piece of a sentence that takes parts.
#[derive(Debug, Clone, Copy)]
pub enum Piece<'a> {
    /// Words.
    Words(&'a str),
    /// The place of the part with this number.
    Part(usize),
}

/// How a reader wants to be told: in which language, in which unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// The language.
    pub lang: Lang,
    /// The unit of every amount on the page.
    pub unit: Unit,
}

impl Words {
    /// The one of two texts that is in the reader's language.
    pub const fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        self.lang.pick(zh, en)
    }

    /// The one of two sentences that is in the reader's language; see [`Lang::say`].
    pub fn say(self, zh: &str, en: &str, parts: &[&str]) -> String {
        self.lang.say(zh, en, parts)
    }

    /// A name inside a sentence: in English it starts with a small letter there.
    pub fn inside(self, name: &str) -> String {
        let mut name = name.to_string();
        if self.lang == Lang::En
            && let Some(first) = name.get_mut(..1)
        {
            first.make_ascii_lowercase();
        }
        name
    }

    /// What opens a sentence or a line: in English it starts with a large letter.
    pub fn opening(self, mut text: String) -> String {
        if self.lang == Lang::En
            && let Some(first) = text.get_mut(..1)
        {
            first.make_ascii_uppercase();
        }
        text
    }

    /// `4,560.06`: the amount in the reader's unit, exactly. In its own unit it is as printed; in
    /// another the zeros that only the decimal point's moving has brought are left out.
    pub fn number(self, money: Money) -> String {
        let mut text = money.in_unit(self.unit).map_or_else(|| "…".into(), money::text);
        let places = |text: &String| text.find('.').map_or(0, |point| text.len() - point - 1);
        while money.unit() != self.unit && places(&text) > 2 && text.ends_with('0') {
            text.pop();
        }
        text
    }

    /// `4,560.06 万元`.
    pub fn money(self, money: Money) -> String {
        self.number(money) + " " + self.unit_name()
    }

    /// `+2,034.24` or `−15.40`: a change, with its sign.
    pub fn change(self, money: Money) -> String {
        let sign = if money.is_negative() || money.is_zero() { "" } else { "+" };
        sign.to_string() + &self.number(money)
    }

    /// `+74.79%`.
    pub fn rate(self, rate: Decimal) -> String {
        let sign = if rate.is_sign_negative() || rate.is_zero() { "" } else { "+" };
        sign.to_string() + &money::text(rate) + "%"
    }

    /// The reader's unit by name.
    pub const fn unit_name(self) -> &'static str {
        match self.lang {
            Lang::Zh => self.unit.zh(),
            Lang::En => self.unit.en(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_takes_its_parts_in_any_order() {
        assert_eq!(Lang::Zh.say("{1}，其余 {0}。", "", &["一", "二"]), "二，其余 一。");
        assert_eq!(Lang::En.say("", "no parts", &[]), "no parts");
        assert_eq!(Lang::En.say("", "{7} of {0}", &["a"]), "… of a");
    }
}
