//! The sentence on a stated share or rate of change, and on how it is computed.

use super::numbers::{percent, rounded};
use super::{Compared, Place, Reason, Rule, SentenceContext, Verdict};
use crate::budget::{Field, Measure, Stated};
use crate::money::{Amount, Money, Unit};

/// The decimal places of computed shares and rates, unless they are stated with more.
const PLACES: u32 = 2;

impl SentenceContext<'_, '_> {
    /// The sentence on a share of a base, or on a change divided by last year's amount: how it is computed, and whether
    /// it agrees.
    pub fn ratio(&self, compared: Compared) -> String {
        let locale = self.locale;
        let places = compared.stated.map_or(0, Amount::places).max(PLACES);
        let fine = |amount: Option<Amount>| self.percent(amount.and_then(|amount| rounded(amount, places)));
        let reckoned = match &self.finding.terms[..] {
            [part, base] if self.finding.rule == Rule::StatedShare => {
                let (part, base) = (self.amount(*part), self.name_and_amount(*base));
                let computed = fine(compared.computed);
                let zh = if self.says_units() { "{0}占{1}的 {2}" } else { "{0} 占{1}的 {2}" };
                locale.format(zh, "{0} is {2} of {1}", &[&part, &base, &computed])
            }
            [now, before] if self.finding.rule == Rule::YearRate => {
                let is_decrease = self.is_decrease(*now, *before, compared.computed);
                let [now, before] = [now, before].map(|place| self.amount(*place));
                let computed = fine(compared.computed);
                let (more, less) = if is_decrease { (&before, &now) } else { (&now, &before) };
                locale.format(
                    "（{0} − {1}）÷ {2} 是 {3}",
                    "({0} − {1}) by {2} is {3}",
                    &[more, less, &before, &computed],
                )
            }
            [change, before] if self.is_less() || matches!(before, Place::Statement(.., Field::LastYear)) => {
                let [change, before] = [change, before].map(|place| self.amount(*place));
                let computed = fine(compared.computed);
                locale.format(
                    "增减 {0} ÷ 上年 {1} 是 {2}",
                    "the change {0} by last year’s {1} is {2}",
                    &[&change, &before, &computed],
                )
            }
            [change, now] => self.rate(*change, *now, &fine(compared.computed)),
            _ => String::new(),
        };
        let stated = self.finding.stated.first().copied();
        let name = stated.map(|place| self.full(place)).unwrap_or_default();
        let (zh, en) = match self.finding.verdict {
            Verdict::Holds => ("{0}写的是 {1}；{2}，相符", "{0} is given as {1}; {2}"),
            Verdict::Rounding if self.finding.reason == Some(Reason::CutOff) => (
                "{0}写的是 {1}；{2}，差 {3}；全文的金额像是直接去掉了后面的位数，没有四舍五入，属于尾差",
                "{0} is given as {1}; {2}, a difference of {3}: the document’s amounts seem to be cut off, not rounded",
            ),
            Verdict::Rounding => {
                ("{0}写的是 {1}；{2}，差 {3}，属于尾差", "{0} is given as {1}; {2}, a rounding difference of {3}")
            }
            _ => ("{0}写的是 {1}；{2}，差 {3}", "{0} is given as {1}; {2}, a difference of {3}"),
        };
        let points = rounded(compared.difference.unwrap_or_default(), places);
        let points = Self::plain(points).trim_start_matches('−').to_string() + locale.tr(" 个百分点", " points");
        let told = locale.format(zh, en, &[&name, &self.percent(compared.stated), &reckoned, &points]);
        let is_cut_off = self.finding.verdict == Verdict::Mismatch && self.finding.reason == Some(Reason::CutOff);
        let reason = is_cut_off.then(|| locale.tr("；", "; ").to_string() + &self.reason(Reason::CutOff));
        locale.capitalize_first(told + &self.right_of(places) + &reason.unwrap_or_default())
    }

    /// Whether a rate was computed as one of a decrease, as the heading of its column says.
    fn is_decrease(&self, now: Place, before: Place, computed: Option<Amount>) -> bool {
        let has_grown = self.money(now).zip(self.money(before)).is_some_and(|(now, before)| now > before);
        computed.is_some_and(|rate| rate.decimal().is_sign_negative() == has_grown && !rate.decimal().is_zero())
    }

    /// Whether something is deducted before the comparison, so that the base is printed in a table.
    fn is_less(&self) -> bool {
        let budget = self.names.budget();
        let statement = self.finding.stated.first().and_then(|place| match place {
            Place::Statement(Stated::Narrative, i, _) => budget.statements.get(*i),
            Place::Statement(Stated::Procurement, i, _) => budget.procurement.get(*i),
            _ => None,
        });
        statement.is_some_and(|statement| statement.base_less.is_some())
    }

    /// The sentence that names the base for which a wrong share would be right.
    fn right_of(&self, places: u32) -> String {
        let (Some(Reason::RightOf(base)), Some(part)) = (self.finding.reason, self.finding.terms.first()) else {
            return String::new();
        };
        let [part, whole] = [*part, base].map(|place| self.money(place));
        let share = part.zip(whole).and_then(|(part, whole)| rounded(percent(part, whole)?, places));
        self.locale.format(
            "。占{0}才是 {1}，像是用错了总数",
            ". It is {1} of {0}, which seems to be what was meant",
            &[&self.name_and_amount(base), &self.percent(share)],
        )
    }

    /// How a rate is computed: `增减 2,034.24 ÷ 上年 2,719.99（4,754.23 − 2,034.24）是 74.79%`.
    fn rate(&self, change: Place, now: Place, computed: &str) -> String {
        let last = self.money(now).zip(self.money(change)).and_then(|(now, change)| now.minus(change));
        let last = last.zip(now.printed(self.names.budget())).map(|(last, (now, measure))| {
            let last = Amount::of_millionths(last.millionths(), measure.unit(), now.places());
            self.number(last, measure)
        });
        let (change, now) = (self.amount(change), self.amount(now));
        // Subtracting a negative change is written as an addition.
        let back = change.strip_prefix('−').map_or_else(|| [" − ", &change].concat(), |less| [" + ", less].concat());
        self.locale.format(
            "增减 {0} ÷ 上年 {1}（{2}{3}）是 {4}",
            "the change {0} by last year’s {1} ({2}{3}) is {4}",
            &[&change, &last.unwrap_or_default(), &now, &back, computed],
        )
    }

    fn money(&self, place: Place) -> Option<Money> {
        match place.printed(self.names.budget())? {
            (amount, Measure::Money(unit)) => Some(Money::new(amount, unit)),
            (amount, _) => Some(Money::new(amount, Unit::Yuan)),
        }
    }

    fn amount(&self, place: Place) -> String {
        match place.printed(self.names.budget()) {
            Some((amount, measure)) => self.number(Some(amount), measure),
            None => Self::plain(None),
        }
    }

    /// The name and amount of a place: `表三“合计” 4,754.23 万元`.
    fn name_and_amount(&self, place: Place) -> String {
        let printed = place.printed(self.names.budget());
        let number = printed.map(|(amount, measure)| self.with_unit(Some(amount), measure, Some(place)));
        self.full(place) + self.locale.tr(" ", ", ") + &number.unwrap_or_default()
    }

    fn percent(&self, amount: Option<Amount>) -> String {
        self.with_unit(amount, Measure::Percent, None)
    }
}
