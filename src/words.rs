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

    /// A name of the document, in this language where the document has it.
    pub fn name<'a>(self, zh: &'a str, en: Option<&'a str>) -> &'a str {
        match self {
            Lang::Zh => zh,
            Lang::En => en.unwrap_or(zh),
        }
    }
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
    pub const fn pick<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        self.lang.pick(zh, en)
    }

    /// `4,560.06`: the amount in the reader's unit, exactly.
    pub fn number(&self, money: Money) -> String {
        money.in_unit(self.unit).map_or_else(|| "…".into(), money::text)
    }

    /// `4,560.06 万元`.
    pub fn money(&self, money: Money) -> String {
        format!("{} {}", self.number(money), self.unit_name())
    }

    /// `+2,034.24` or `−15.40`: a change, with its sign.
    pub fn change(&self, money: Money) -> String {
        let sign = if money.is_negative() || money.is_zero() { "" } else { "+" };
        format!("{sign}{}", self.number(money))
    }

    /// `+74.79%`.
    pub fn rate(&self, rate: Decimal) -> String {
        let sign = if rate.is_sign_negative() || rate.is_zero() { "" } else { "+" };
        format!("{sign}{}%", money::text(rate))
    }

    /// The reader's unit by name.
    pub const fn unit_name(&self) -> &'static str {
        match self.lang {
            Lang::Zh => self.unit.zh(),
            Lang::En => self.unit.en(),
        }
    }
}
