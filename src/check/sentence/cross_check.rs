//! The sentence on a cross-check: a number, and those that it should be the sum of.

use super::numbers::Printed;
use super::{Compared, Place, Reason, SentenceContext, Verdict};
use crate::budget::Measure;
use crate::money::{Amount, Money};

/// The printed numbers on both sides of a cross-check.
struct Sides {
    stated: Vec<Printed>,
    terms: Vec<Printed>,
}

impl SentenceContext<'_, '_> {
    /// The sentence on a cross-check: both sides, and how far they are apart.
    pub fn cross_check(&self, compared: Compared) -> String {
        let sides = Sides { stated: self.printed(&self.finding.stated), terms: self.printed(&self.finding.terms) };
        let told = match self.finding.verdict {
            Verdict::Holds => self.equal(&sides, compared),
            Verdict::Rounding if self.finding.reason == Some(Reason::CutOff) => {
                let told = self.apart(
                    &sides,
                    compared,
                    "差 {0}；全文像是直接去掉了后面的位数，没有四舍五入，这样最多会差 {1}，属于尾差",
                    "a difference of {0}: the document seems to cut off further places instead of rounding, which brings {1} at most",
                );
                return self.locale.capitalize_first(self.prefix() + &told);
            }
            Verdict::Rounding => self.apart(
                &sides,
                compared,
                "差 {0}；四舍五入最多会差 {1}，属于尾差",
                "a difference of {0} from rounding ({1} at most)",
            ),
            _ if is_near(compared) => self.apart(
                &sides,
                compared,
                "差 {0}；四舍五入最多只会差 {1}",
                "a difference of {0}, where rounding brings {1} at most",
            ),
            // Nobody thinks of rounding where the difference is that large.
            _ => self.apart(&sides, compared, "差 {0}", "a difference of {0}"),
        };
        let reason = self.finding.reason.map(|reason| self.locale.tr("；", "; ").to_string() + &self.reason(reason));
        self.locale.capitalize_first(self.prefix() + &told) + &reason.unwrap_or_default()
    }

    /// The sentence on two sides that agree.
    fn equal(&self, sides: &Sides, compared: Compared) -> String {
        let locale = self.locale;
        let all = || sides.stated.iter().chain(&sides.terms);
        let is_exact = compared.difference.is_some_and(|difference| difference.decimal().is_zero());
        let is_plain = is_exact && all().all(|(.., measure)| *measure == compared.measure);
        match (&sides.stated[..], &sides.terms[..]) {
            ([(one, amount, measure)], [(other, ..)]) if is_plain => {
                let number = self.with_unit(Some(*amount), *measure, Some(*one));
                let names = [self.short(*one), self.short(*other), number];
                locale.format("{0}与{1}都是 {2}", "{0} and {1} are both {2}", &[&names[0], &names[1], &names[2]])
            }
            ([(place, ..), ..], [_, ..]) if is_plain => {
                let [left, right] = [&sides.stated, &sides.terms].map(|side| self.addends(side, compared.measure));
                let unit = self.unit(compared.measure, Some(*place));
                let (zh, en) = if unit.is_empty() {
                    ("{0} = {1}", "{0} = {1}")
                } else {
                    ("{0} = {1}（{2}）", "{0} = {1} ({2})")
                };
                locale.format(zh, en, &[&left, &right, unit])
            }
            _ => {
                let both = self.stated(sides, compared) + locale.tr("，", " and ") + &self.computed(sides, compared);
                let (zh, en) = if is_exact {
                    ("，相符", ": the same")
                } else {
                    ("，四舍五入后相符", ": the same, rounded")
                };
                both + locale.tr(zh, en)
            }
        }
    }

    /// The sentence on two sides that do not agree.
    fn apart(&self, sides: &Sides, compared: Compared, zh: &str, en: &str) -> String {
        let locale = self.locale;
        let comma = locale.tr("，", if sides.terms.len() > 1 { "; " } else { ", but " });
        let mut told = self.stated(sides, compared) + comma + &self.computed(sides, compared);
        if !sides.stated.is_empty() && !sides.terms.is_empty() {
            let size = |text: String| text.trim_start_matches('−').to_string();
            let is_mixed = sides.terms.iter().any(|(.., measure)| *measure != compared.measure);
            let number = |amount| match compared.measure {
                _ if is_mixed => self.with_unit(amount, compared.measure, None),
                Measure::Percent => self.with_unit(amount, compared.measure, None),
                measure => self.number(amount, measure),
            };
            told += locale.tr("，", ", ");
            told += &locale.format(
                zh,
                en,
                &[&size(number(compared.difference)), &number(compared.bound.and_then(rounded_up))],
            );
        }
        told
    }

    /// The clause on what is stated: `合计印的是 4,560.06 万元`.
    fn stated(&self, sides: &Sides, compared: Compared) -> String {
        let locale = self.locale;
        match &sides.stated[..] {
            [] => self.blank(&self.finding.stated),
            [(place, amount, measure)] => {
                let verb = if place.table().is_some() { "{0}印的是 {1}" } else { "{0}写的是 {1}" };
                let number = self.with_unit(Some(*amount), *measure, Some(*place));
                locale.format(verb, "{0} is given as {1}", &[&self.short(*place), &number])
            }
            [(place, ..), ..] => {
                let sum = self.with_unit(compared.stated, compared.measure, Some(*place));
                self.sum(&self.addends(&sides.stated, compared.measure), sides.stated.len(), &sum)
            }
        }
    }

    /// The clause on what it should be: `基本支出 1,888.66 + 项目支出 2,671.39 = 4,560.05`.
    fn computed(&self, sides: &Sides, compared: Compared) -> String {
        let locale = self.locale;
        let nothing = sides.stated.is_empty();
        match &sides.terms[..] {
            [] => self.blank(&self.finding.terms),
            [(place, amount, measure)] => {
                let has_unit = *measure != compared.measure || nothing || *measure == Measure::Percent;
                let number = if has_unit {
                    self.with_unit(Some(*amount), *measure, Some(*place))
                } else {
                    self.number(Some(*amount), *measure)
                };
                locale.format("{0}是 {1}", "{0} as {1}", &[&self.short(*place), &number])
            }
            terms => {
                let addends = self.addends(terms, compared.measure);
                let sum = if nothing {
                    self.with_unit(compared.computed, compared.measure, None)
                } else {
                    self.number(compared.computed, compared.measure)
                };
                if self.finding.verdict == Verdict::Mismatch {
                    // Many addends end with words and not with a number.
                    let zh = if terms.len() > super::numbers::NAMED { "按{0}应是 {1}" } else { "按{0} 应是 {1}" };
                    locale.format(zh, "by {0} it should be {1}", &[&addends, &sum])
                } else {
                    self.sum(&addends, terms.len(), &sum)
                }
            }
        }
    }

    fn sum(&self, addends: &str, count: usize, sum: &str) -> String {
        let (zh, en) = if count > super::numbers::NAMED {
            ("{0}是 {1}", "{0} add up to {1}")
        } else {
            ("{0} = {1}", "{0} = {1}")
        };
        self.locale.format(zh, en, &[addends, sum])
    }

    fn blank(&self, places: &[Place]) -> String {
        let first = places.first().map(|place| self.short(*place)).unwrap_or_default();
        let (zh, en) = match places.len() {
            0 => ("没有可以相加的数", "there is nothing to add up"),
            1 => ("{0}是空白", "{0} is blank"),
            _ => ("{0}等 {1} 处都是空白", "{0} and the others, {1} in all, are blank"),
        };
        self.locale.format(zh, en, &[&first, &places.len().to_string()])
    }
}

/// Whether a difference is within ten times the tolerance for rounding.
fn is_near(compared: Compared) -> bool {
    let millionths = |amount: Amount| Money::new(amount, compared.measure.unit()).millionths().abs();
    let bound = compared.bound.map_or(0, millionths);
    bound > 0 && compared.difference.is_some_and(|difference| millionths(difference) <= bound.saturating_mul(10))
}

/// A tolerance rounded up to two digits: 0.0500005 is at most 0.051.
fn rounded_up(bound: Amount) -> Option<Amount> {
    let digits = bound.decimal().mantissa().unsigned_abs().to_string();
    let Some((lead, rest)) = digits.split_at_checked(2).filter(|(_, rest)| rest.contains(|digit| digit != '0')) else {
        return Some(bound);
    };
    let lead: i128 = lead.parse().ok()?;
    let scale = bound.decimal().scale();
    let (zeros, places) = match scale.checked_sub(u32::try_from(rest.len()).ok()?) {
        Some(places) => (0, places),
        None => (rest.len() - scale as usize, 0),
    };
    let all = (lead + 1) * 10_i128.pow(u32::try_from(zeros).ok()?);
    Amount::parse_long(&rust_decimal::Decimal::try_from_i128_with_scale(all, places).ok()?.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_is_told_to_two_digits_and_never_too_small() {
        let told = |text: &str| rounded_up(Amount::parse_long(text).unwrap()).unwrap().to_string();
        for (bound, to) in [
            ("0.015", "0.015"),
            ("0.0500005", "0.051"),
            ("0.13", "0.13"),
            ("0.00", "0.00"),
            ("12.5", "13"),
            ("1234.5", "1300"),
            ("0.10", "0.10"),
            ("0.100", "0.100"),
        ] {
            assert_eq!(told(bound), to);
        }
    }
}
