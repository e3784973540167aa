//! Judges whether two numbers agree, as far as their last decimal places tell.

use super::Rounded;
use crate::budget::Measure;
use crate::check::finding::{Compared, Verdict};
use crate::money::Amount;

/// The result of comparing a stated number with a computed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    /// Whether they agree.
    pub verdict: Verdict,
    /// The stated number, if one is printed.
    pub stated: Option<i128>,
    /// The computed number.
    pub computed: i128,
    /// The tolerance: how far rounding alone, or cutting off, can bring them apart, in half units of a millionth.
    pub max_rounding_error: i128,
    /// Whether cutting off explains the difference, and rounding does not: that is a rounding difference where all
    /// amounts are cut off, and a mismatch where this percentage is.
    pub is_cut_off: bool,
}

/// Compares a stated number with a computed one. They agree where they are equal, or where the stated number is the
/// computed one rounded to its own decimal places; they may differ by rounding by half a unit of the last place of
/// each, added up in `ulp`; and where numbers are cut off, by as much around where each of them leans.
pub fn judge(stated: Option<Rounded>, computed: Rounded) -> Judged {
    let own = stated.unwrap_or_default();
    let twice = (own.value - computed.value).saturating_mul(2);
    let bias = own.bias.saturating_sub(computed.bias);
    let within = |twice: i128, ulp: i128| twice.unsigned_abs() <= ulp.unsigned_abs();
    let max_rounding_error = own.ulp.saturating_add(computed.ulp);
    // The computed number is printed more finely, as the 元 of a form are than 万元.
    let is_rounded = computed.ulp.saturating_mul(10) <= own.ulp && within(twice, own.ulp);
    let is_cut_off = !within(twice, max_rounding_error) && within(twice.saturating_add(bias), max_rounding_error);
    let verdict = match () {
        () if twice == 0 || is_rounded => Verdict::Holds,
        () if within(twice, max_rounding_error) || is_cut_off => Verdict::Rounding,
        () => Verdict::Mismatch,
    };
    let max_rounding_error =
        if is_cut_off { max_rounding_error.saturating_add(bias.saturating_abs()) } else { max_rounding_error };
    Judged {
        verdict,
        stated: stated.map(|number| number.value),
        computed: computed.value,
        max_rounding_error,
        is_cut_off,
    }
}

/// Whether the stated number is the computed one with its further places cut off (去尾) where they should have been
/// rounded: nearer to zero, by less than a unit of its own last place.
pub fn is_cut_off(stated: Rounded, computed: Rounded) -> bool {
    let (own, whole) = (stated.value.saturating_abs(), computed.value.saturating_abs());
    let is_finer = computed.ulp.saturating_mul(10) <= stated.ulp;
    is_finer && stated.value.signum() == computed.value.signum() && own < whole && whole - own < stated.ulp
}

impl Judged {
    /// The stated number minus the computed one, in millionths.
    pub fn difference(self) -> Option<i128> {
        self.stated?.checked_sub(self.computed)
    }

    /// The comparison for readers: amounts of one measure with at least as many decimal places as `places`.
    pub fn compared(self, measure: Measure, places: u32) -> Compared {
        let amount = |millionths: i128| Amount::of_millionths(millionths, measure.unit(), places);
        Compared {
            measure,
            stated: self.stated.and_then(amount),
            computed: amount(self.computed),
            difference: amount(self.stated.unwrap_or(0).saturating_sub(self.computed)),
            bound: Amount::of_half_millionths(self.max_rounding_error, measure.unit(), places),
        }
    }
}

/// Compares a stated percentage with `part` of `whole`: it holds where it is their quotient rounded to its own places,
/// and may differ by what rounding of all three can bring about. `spare` more half units of its last place are allowed:
/// shares may be made to add up to 100.
///
/// `None` where the whole is zero or negative, or the numbers are too large.
pub fn judge_ratio(stated: Rounded, part: Rounded, whole: Rounded, spare: i128) -> Option<Judged> {
    const ONE: i128 = 100_000_000; // a hundred percent, in millionths of a percent
    const ONE_PERCENT: i128 = 1_000_000;
    if whole.value <= 0 {
        return None;
    }
    let product = |a: i128, b: i128| a.checked_mul(b);
    let exact = product(part.value, ONE)?;
    let twice = product(stated.value, whole.value)?.checked_sub(exact)?.checked_mul(2)?;
    let bias = product(stated.value, whole.bias)?.checked_sub(product(part.bias, ONE)?)?;
    let own = product(stated.ulp, whole.value)?;
    let others = product(part.ulp, ONE)?.checked_add(product(stated.value.checked_abs()?, whole.ulp)?)?;
    let max_rounding_error = own.checked_mul(1 + spare)?.checked_add(others)?;
    let is_cut_off = twice.abs() > max_rounding_error && twice.checked_add(bias)?.abs() <= max_rounding_error;
    let verdict = match () {
        () if twice.abs() <= own => Verdict::Holds,
        () if twice.abs() <= max_rounding_error || is_cut_off => Verdict::Rounding,
        () => Verdict::Mismatch,
    };
    let max_rounding_error = if is_cut_off { max_rounding_error.checked_add(bias.abs())? } else { max_rounding_error };
    // Only the further places may be cut off, or all of them: 5.0 for 5.79.
    let is_whole = stated.value % ONE_PERCENT == 0;
    let place = if is_whole { stated.ulp.max(ONE_PERCENT) } else { stated.ulp };
    let lost = exact.checked_mul(stated.value.signum())?.checked_sub(product(stated.value.abs(), whole.value)?)?;
    let is_less = verdict == Verdict::Mismatch && lost > 0 && lost < product(place, whole.value)?;
    // The computed percentage is given in hundredths of a percent, or as finely as the stated one.
    let fine = stated.ulp.clamp(1, 10_000);
    let rounded = exact.checked_add(product(fine, whole.value)? / 2)?.div_euclid(product(fine, whole.value)?);
    Some(Judged {
        verdict,
        stated: Some(stated.value),
        computed: product(rounded, fine)?,
        max_rounding_error: max_rounding_error / whole.value + i128::from(max_rounding_error % whole.value > 0),
        is_cut_off: is_cut_off || is_less,
    })
}

#[cfg(test)]
mod tests {
    use super::super::Precision;
    use super::*;
    use crate::money::Unit;

    const WAN: Measure = Measure::Money(Unit::Wan);

    fn number(text: &str, measure: Measure, typical_decimals: u32) -> Rounded {
        Precision { measure, typical_decimals, min_ulp: 0 }.number(Amount::parse(text).unwrap())
    }

    fn sum(stated: &str, terms: &[&str]) -> (Verdict, String, String) {
        let terms = Rounded::sum(terms.iter().map(|text| number(text, WAN, 2))).unwrap();
        let judged = judge(Some(number(stated, WAN, 2)), terms);
        let compared = judged.compared(WAN, 2);
        (judged.verdict, compared.difference.unwrap().to_string(), compared.bound.unwrap().to_string())
    }

    #[test]
    fn a_printed_sum_may_differ_by_half_a_unit_for_each_number_and_no_more() {
        let told = |verdict, difference: &str, bound: &str| (verdict, difference.to_string(), bound.to_string());
        assert_eq!(sum("4560.06", &["2671.39", "1888.66"]), told(Verdict::Rounding, "0.01", "0.015"));
        assert_eq!(sum("4560.07", &["2671.39", "1888.66"]), told(Verdict::Mismatch, "0.02", "0.015"));
        assert_eq!(sum("4560.05", &["2671.39", "1888.66"]), told(Verdict::Holds, "0.00", "0.015"));
        assert_eq!(sum("1.00", &["0.99"]), told(Verdict::Rounding, "0.01", "0.01"));
        assert_eq!(sum("1.00", &["0.98"]), told(Verdict::Mismatch, "0.02", "0.01"));
    }

    #[test]
    fn zeros_that_a_file_did_not_keep_make_no_number_coarser() {
        assert_eq!(number("61", WAN, 2).ulp, number("61.00", WAN, 0).ulp);
        assert_eq!(sum("61.4", &["61"]).0, Verdict::Mismatch);
    }

    #[test]
    fn yuan_that_round_to_the_printed_wan_hold() {
        let yuan = number("434708.52", Measure::Money(Unit::Yuan), 2);
        let verdict = |text| judge(Some(number(text, WAN, 2)), yuan).verdict;
        assert_eq!(verdict("43.47"), Verdict::Holds);
        assert_eq!(verdict("43.48"), Verdict::Mismatch);
    }

    #[test]
    fn what_is_cut_off_is_told_from_another_number() {
        let cut = |stated: &str, computed: &str| is_cut_off(number(stated, WAN, 2), number(computed, WAN, 2));
        assert!(cut("7633.51", "7633.516247") && cut("-7633.51", "-7633.516247"));
        for other in ["7633.50", "7633.52", "-7633.51"] {
            assert!(!cut(other, "7633.516247"), "{other}");
        }
        assert!(!cut("7633.51", "7633.52"), "nothing finer is printed");
    }

    #[test]
    fn what_is_cut_off_throughout_may_be_up_to_a_unit_more_for_each_number() {
        let verdict = |stated: &str, terms: &[&str]| {
            let terms = Rounded::sum(terms.iter().map(|text| number(text, WAN, 2).cut_off())).unwrap();
            let judged = judge(Some(number(stated, WAN, 2).cut_off()), terms);
            (judged.verdict, judged.is_cut_off)
        };
        assert_eq!(verdict("10.02", &["3.33", "3.33", "3.34"]), (Verdict::Rounding, false));
        assert_eq!(verdict("10.03", &["3.33", "3.33", "3.34"]), (Verdict::Rounding, true));
        assert_eq!(verdict("10.04", &["3.33", "3.33", "3.34"]), (Verdict::Mismatch, false));
        assert_eq!(verdict("9.97", &["3.33", "3.33", "3.34"]), (Verdict::Mismatch, false), "sums only lose");
        assert_eq!(verdict("-10.03", &["-3.33", "-3.33", "-3.34"]), (Verdict::Rounding, true));
        assert_eq!(verdict("0.03", &["0.00", "0.00", "0.01"]), (Verdict::Rounding, false), "zeros lose too");
    }

    #[test]
    fn a_share_holds_where_it_is_rounded_from_its_parts() {
        let share = |stated: &str, part: &str, whole: &str| {
            let (part, whole) = (number(part, WAN, 2), number(whole, WAN, 2));
            let judged = judge_ratio(number(stated, Measure::Percent, 0), part, whole, 2)?;
            Some((judged.verdict, judged.compared(Measure::Percent, 2).computed.unwrap().to_string()))
        };
        let told = |verdict, computed: &str| Some((verdict, computed.to_string()));
        assert_eq!(share("95.92", "4560.06", "4754.23"), told(Verdict::Holds, "95.92"));
        assert_eq!(share("56", "2679.48", "4754.23"), told(Verdict::Holds, "56.36"));
        assert_eq!(share("56", "2679.48", "2679.48"), told(Verdict::Mismatch, "100.00"));
        assert_eq!(share("95.93", "4560.06", "4754.23"), told(Verdict::Rounding, "95.92"));
        assert_eq!(share("95.94", "4560.06", "4754.23"), told(Verdict::Mismatch, "95.92"));
        assert_eq!(share("1", "1", "0"), None);
    }

    #[test]
    fn a_percentage_that_is_cut_off_is_another_number_and_told_so() {
        let judged = |stated: &str, part: &str, whole: &str| {
            let (part, whole) = (number(part, WAN, 2), number(whole, WAN, 2));
            let judged = judge_ratio(number(stated, Measure::Percent, 0), part, whole, 0).unwrap();
            (judged.verdict, judged.is_cut_off)
        };
        let cut = (Verdict::Mismatch, true);
        assert_eq!(judged("23.9", "11688.70", "48707.45"), cut); // 23.998
        assert_eq!(judged("-23.9", "-11688.70", "48707.45"), cut);
        assert_eq!(judged("95.0", "2500.00", "2610.00"), cut); // 95.79
        assert_eq!(judged("24.0", "11688.70", "48707.45"), (Verdict::Holds, false));
        for other in ["23.8", "24.1", "-23.9"] {
            assert_eq!(judged(other, "11688.70", "48707.45"), (Verdict::Mismatch, false), "{other}");
        }
    }
}
