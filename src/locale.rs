//! How text and amounts are written for a reader: in which language and unit, with how many decimal places, how large.

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
    /// Picks the text in this language. Both texts are parameters, so that a missing translation does not compile.
    pub const fn tr<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// Fills the sentence in this language: `parts` replace its `{0}`, `{1}` …
    ///
    /// One small function serves every sentence of the page: with `format!` at each, they would take many kilobytes of
    /// the page's first module.
    pub fn format(self, zh: &str, en: &str, parts: &[&str]) -> String {
        let mut text = String::new();
        self.pieces(zh, en, &mut |piece| {
            text.push_str(match piece {
                Piece::Words(locale) => locale,
                Piece::Part(i) => parts.get(i).unwrap_or(&"…"),
            });
        });
        text
    }

    /// Splits the sentence in this language into literal text and placeholders, and hands them to `take` in order.
    pub fn pieces(self, zh: &str, en: &str, take: &mut dyn FnMut(Piece)) {
        let mut rest = self.tr(zh, en);
        while let Some((before, after)) = rest.split_once('{') {
            let (number, after) = after.split_once('}').unwrap_or(("", after));
            take(Piece::Words(before));
            take(Piece::Part(number.parse().unwrap_or(usize::MAX)));
            rest = after;
        }
        take(Piece::Words(rest));
    }

    /// A name from the document in this language, or in Chinese where the document gives no English one.
    pub fn name<'a>(self, zh: &'a str, en: Option<&'a str>) -> &'a str {
        match self {
            Lang::Zh => zh,
            Lang::En => en.unwrap_or(zh),
        }
    }
}

/// A piece of a sentence template: literal text or a placeholder.
#[derive(Debug, Clone, Copy)]
pub enum Piece<'a> {
    /// Literal text.
    Words(&'a str),
    /// The placeholder of the part with this number.
    Part(usize),
}

/// The size of text that a reader has chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextSize {
    /// The size that the browser is set to.
    #[default]
    Usual,
    /// No text below 18 pixels, as the rules on pages for the elderly ask (适老化).
    Large,
    /// The largest size of those rules, 30 pixels.
    Largest,
}

impl TextSize {
    /// Its name in addresses and style sheets, which is empty for the usual size.
    pub const fn id(self) -> &'static str {
        match self {
            TextSize::Usual => "",
            TextSize::Large => "large",
            TextSize::Largest => "largest",
        }
    }
}

/// The language and unit that a reader has chosen; all text and amounts for that reader are written through it.
///
/// ```
/// use budget_lens::money::{Amount, Money, Unit};
/// use budget_lens::locale::{Lang, Locale};
///
/// let locale = Locale { lang: Lang::En, unit: Unit::Yuan };
/// let money = Money::new(Amount::parse("4560.06").unwrap(), Unit::Wan);
/// let told = locale.format("共 {0} 元。", "It is {0} yuan.", &[&locale.number(money)]);
/// assert_eq!(told, "It is 45,600,600 yuan.");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale {
    /// The language.
    pub lang: Lang,
    /// The unit of every amount on the page.
    pub unit: Unit,
}

impl Locale {
    /// Picks the text in the reader's language.
    pub const fn tr<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        self.lang.tr(zh, en)
    }

    /// Fills the sentence in the reader's language; see [`Lang::format`].
    pub fn format(self, zh: &str, en: &str, parts: &[&str]) -> String {
        self.lang.format(zh, en, parts)
    }

    /// A name as it is written inside a sentence: in English with a lowercase first letter.
    pub fn lowercase_first(self, name: &str) -> String {
        let mut name = name.to_string();
        if self.lang == Lang::En
            && let Some(first) = name.get_mut(..1)
        {
            first.make_ascii_lowercase();
        }
        name
    }

    /// A name inside a sentence, with a space after it; a closing Chinese bracket needs none.
    pub fn with_space(self, name: &str) -> String {
        self.lowercase_first(name) + if name.ends_with('）') { "" } else { " " }
    }

    /// Text that begins a sentence or a line: in English with a capital first letter.
    pub fn capitalize_first(self, mut text: String) -> String {
        if self.lang == Lang::En
            && let Some(first) = text.get_mut(..1)
        {
            first.make_ascii_uppercase();
        }
        text
    }

    /// `4,560.06`: the amount in the reader's unit as it is displayed, rounded to two decimal places where more are
    /// printed. Amounts that would round to zero keep all their places, and so do amounts in 亿元, a hundredth of which
    /// is a large sum.
    pub fn number(self, money: Money) -> String {
        self.shortened(money).unwrap_or_else(|| self.exact_number(money))
    }

    /// How many decimal places to pad the amounts of one list to: as many as the rounded ones have, if any are rounded,
    /// since zeros must not replace digits that were cut off; otherwise the most that any amount has.
    pub fn places(self, moneys: &mut dyn Iterator<Item = Money>) -> usize {
        let (mut of_rounded, mut most) = (None, 0);
        for money in moneys.filter(|money| !money.is_zero()) {
            let own = places(&self.number(money));
            most = own.max(most);
            if self.shortened(money).is_some() {
                of_rounded = of_rounded.max(Some(own));
            }
        }
        of_rounded.unwrap_or(most)
    }

    /// The amount rounded for display, or `None` where it is displayed in full.
    pub fn shortened(self, money: Money) -> Option<String> {
        // For nearly all amounts the scale alone tells, without formatting, that they need no rounding.
        let may_be = self.unit != Unit::Yi && money.places_in(self.unit) > PLACES;
        let is_long = may_be && places(&self.exact_number(money)) > PLACES;
        let short = if is_long { money.rounded(self.unit) } else { None };
        short.filter(|short| !short.is_zero()).map(money::text)
    }

    /// `4,560.061257`: the amount in the reader's unit with every digit, for tables and comparisons. In its own unit it
    /// is as printed; in another, trailing zeros that come only from moving the decimal point are left out.
    pub fn exact_number(self, money: Money) -> String {
        let mut text = money.in_unit(self.unit).map_or_else(|| "…".into(), money::text);
        while money.unit() != self.unit && places(&text) > PLACES && text.ends_with('0') {
            text.pop();
        }
        text
    }

    /// `4,560.06 万元`: the amount with its unit, as it is displayed; see [`Locale::number`].
    pub fn money(self, money: Money) -> String {
        self.number(money) + " " + self.unit_name()
    }

    /// `4,560.061257 万元`: the amount with its unit and every digit.
    pub fn exact_money(self, money: Money) -> String {
        self.exact_number(money) + " " + self.unit_name()
    }

    /// `4,754` and `万元`, `1.23` and `亿元`: the amount in short, in whichever unit suits its size, and whether that
    /// is exact. A number with at most two digits before the point keeps two decimal places.
    pub fn spoken(self, money: Money) -> Option<([String; 2], bool)> {
        // A yuan has a million millionths.
        const YUAN: i128 = 1_000_000;
        const ZH: [(i128, &str); 3] = [(100_000_000 * YUAN, "亿元"), (10_000 * YUAN, "万元"), (YUAN, "元")];
        const EN: [(i128, &str); 3] =
            [(1_000_000_000 * YUAN, "billion yuan"), (1_000_000 * YUAN, "million yuan"), (YUAN, "yuan")];
        let all = money.millionths();
        let units = if self.lang == Lang::Zh { &ZH } else { &EN };
        let (one, unit) = units.iter().find(|(one, _)| all.abs() >= *one).unwrap_or(&units[2]);
        let places = if all.abs() / 100 >= *one { 0 } else { 2 };
        let last = if places == 0 { *one } else { one / 100 };
        let mut digits = (all.abs().checked_mul(2)? + last) / (2 * last) * all.signum();
        let is_all = digits * last == all;
        let mut left = places;
        while left > 0 && digits % 10 == 0 {
            (digits, left) = (digits / 10, left - 1);
        }
        let number = Decimal::try_from_i128_with_scale(digits, left).ok()?;
        Some(([money::text(number), String::from(*unit)], is_all))
    }

    /// `+2,034.24` or `−15.40`: a change, with its sign.
    pub fn change(self, money: Money) -> String {
        signed(money, self.number(money))
    }

    /// A change with its sign and every digit.
    pub fn exact_change(self, money: Money) -> String {
        signed(money, self.exact_number(money))
    }

    /// `+74.79%`: a rate of change, with its sign.
    pub fn rate(self, rate: Decimal) -> String {
        let sign = if rate.is_sign_negative() || rate.is_zero() { "" } else { "+" };
        sign.to_string() + &money::text(rate) + "%"
    }

    /// The name of the reader's unit, in the reader's language.
    pub const fn unit_name(self) -> &'static str {
        match self.lang {
            Lang::Zh => self.unit.zh(),
            Lang::En => self.unit.en(),
        }
    }
}

/// How many decimal places amounts are displayed with.
const PLACES: usize = 2;

/// How many decimal places a formatted number has.
pub fn places(text: &str) -> usize {
    text.find('.').map_or(0, |point| text.len() - point - 1)
}

/// A number padded with zeros to as many decimal places as the others of its list: `24.80` beside `106.17`.
pub fn padded(text: &str, among: usize) -> String {
    let missing = among.saturating_sub(places(text));
    let point = if missing > 0 && places(text) == 0 { "." } else { "" };
    [text, point, &"0".repeat(missing)].concat()
}

fn signed(money: Money, number: String) -> String {
    if money.is_negative() || money.is_zero() { number } else { String::from("+") + &number }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Amount;

    #[test]
    fn a_number_is_read_with_two_places_and_held_against_others_with_all() {
        let locale = |unit| Locale { lang: Lang::Zh, unit };
        let money = |text, unit| Money::new(Amount::parse(text).unwrap(), unit);
        for (text, read) in [
            ("2838.423471", "2,838.42"),
            ("244.848000", "244.85"),
            ("0.005", "0.01"),
            ("-0.125", "−0.13"),
            ("24.8", "24.8"),
            ("7", "7"),
            // It would round to zero, which it is not.
            ("0.004", "0.004"),
            ("0.000000", "0.000000"),
        ] {
            assert_eq!(locale(Unit::Wan).number(money(text, Unit::Wan)), read);
        }
        assert_eq!(locale(Unit::Wan).exact_money(money("244.848000", Unit::Wan)), "244.848000 万元");
        assert_eq!(locale(Unit::Wan).money(money("434708.52", Unit::Yuan)), "43.47 万元");
        assert_eq!(locale(Unit::Yi).number(money("4754.23", Unit::Wan)), "0.475423");
        assert_eq!(locale(Unit::Wan).exact_change(money("3.125", Unit::Wan)), "+3.125");
    }

    #[test]
    fn an_amount_is_said_in_the_unit_in_which_it_has_few_digits() {
        let said = |lang, text, unit| {
            let money = Money::new(Amount::parse(text).unwrap(), unit);
            Locale { lang, unit: Unit::Wan }.spoken(money).map(|(said, _)| said.join(" "))
        };
        for (text, unit, zh, en) in [
            ("4754.23", Unit::Wan, "4,754 万元", "47.54 million yuan"),
            ("123456.78", Unit::Wan, "12.35 亿元", "1.23 billion yuan"),
            ("30000", Unit::Wan, "3 亿元", "300 million yuan"),
            ("8.5", Unit::Wan, "8.5 万元", "85,000 yuan"),
            ("-152.5", Unit::Wan, "−153 万元", "−1.53 million yuan"),
            ("0.004", Unit::Yuan, "0 元", "0 yuan"),
        ] {
            assert_eq!(said(Lang::Zh, text, unit).as_deref(), Some(zh));
            assert_eq!(said(Lang::En, text, unit).as_deref(), Some(en));
        }
    }

    #[test]
    fn numbers_of_one_list_have_as_many_places_as_the_longest() {
        assert_eq!((&*padded("24.8", 2), &*padded("1,106", 2), &*padded("3.25", 2)), ("24.80", "1,106.00", "3.25"));
        assert_eq!((&*padded("24.8", 0), places("−1,034.20"), places("12")), ("24.8", 2, 0));
    }

    #[test]
    fn a_sentence_takes_its_parts_in_any_order() {
        assert_eq!(Lang::Zh.format("{1}，其余 {0}。", "", &["一", "二"]), "二，其余 一。");
        assert_eq!(Lang::En.format("", "no parts", &[]), "no parts");
        assert_eq!(Lang::En.format("", "{7} of {0}", &["a"]), "… of a");
    }
}
