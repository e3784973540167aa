//! How numbers are written in a finding's sentence.

use super::{Place, SentenceContext};
use crate::budget::{Field, Measure};
use crate::money::{self, Amount, Money, PLACES, Unit};

/// How many items are named one by one; of more only the first is.
pub const NAMED: usize = 4;

/// A printed number: its place, its amount and what it measures.
pub type Printed = (Place, Amount, Measure);

impl SentenceContext<'_, '_> {
    /// The numbers that are printed at these places, without the blanks.
    pub fn printed(&self, places: &[Place]) -> Vec<Printed> {
        let printed = |place: &Place| {
            let (amount, measure) = place.printed(self.names.budget())?;
            Some((*place, amount, measure))
        };
        places.iter().filter_map(printed).collect()
    }

    /// An amount as it is printed: `4,560.06`.
    pub fn plain(amount: Option<Amount>) -> String {
        amount.map_or_else(|| "…".into(), |amount| money::text(amount.decimal()))
    }

    /// A number whose unit has been written before: with the unit again where any number of the sentence is in another
    /// unit than the document, so that yuan are not taken for 万元. Terms of a sum have their unit behind the sum.
    pub fn number(&self, amount: Option<Amount>, measure: Measure) -> String {
        if matches!(measure, Measure::Money(_)) && self.says_units() {
            self.with_unit(amount, measure, None)
        } else {
            Self::plain(amount)
        }
    }

    /// Whether some number of the finding is in another unit than the document's.
    pub fn says_units(&self) -> bool {
        let budget = self.names.budget();
        let is_other = |place: Place| match place.printed(budget) {
            Some((_, Measure::Money(unit))) => unit != budget.document.unit,
            _ => false,
        };
        self.finding.places().any(is_other)
    }

    /// An amount with its unit: `4,560.06 万元`, `56%`, `46 人`.
    pub fn with_unit(&self, amount: Option<Amount>, measure: Measure, place: Option<Place>) -> String {
        let unit = self.unit(measure, place);
        let space = if unit.is_empty() || measure == Measure::Percent { "" } else { " " };
        Self::plain(amount) + space + unit
    }

    /// The name of the unit of a measure. Counts have their own in Chinese; English sentences have it in the name.
    pub fn unit(&self, measure: Measure, place: Option<Place>) -> &str {
        match (measure, place) {
            (Measure::Money(unit), _) => self.locale.tr(unit.zh(), unit.en()),
            (Measure::Percent, _) => "%",
            (Measure::Pieces, Some(Place::Statement(.., Field::Count))) => self.locale.tr("个", ""),
            (Measure::Pieces, Some(place)) => self.locale.tr(self.names.counted(place), ""),
            (Measure::Pieces, None) => "",
        }
    }

    /// `基本支出 2,074.75 + 项目支出 2,679.48`, or `基本工资等 25 项相加`: numbers that are added up, in one unit.
    pub fn addends(&self, numbers: &[Printed], measure: Measure) -> String {
        if let ([(first, ..), ..], true) = (numbers, numbers.len() > NAMED) {
            let (count, more) = (numbers.len().to_string(), (numbers.len() - 1).to_string());
            return self.locale.format("{0}等 {1} 项相加", "{0} and {2} more", &[&self.short(*first), &count, &more]);
        }
        let mut text = String::new();
        let mut before = None;
        for (place, amount, own) in numbers {
            let name = match before.replace(*place) {
                None => self.short(*place),
                Some(before) => self.next(*place, before),
            };
            let plus = if text.is_empty() { "" } else { " + " };
            text += &[plus, &name, " ", &Self::plain(in_measure(*amount, *own, measure))].concat();
        }
        text
    }
}

/// An amount converted to another measure.
fn in_measure(amount: Amount, own: Measure, measure: Measure) -> Option<Amount> {
    if own == measure {
        return Some(amount);
    }
    let money = Money::new(amount, own.unit());
    Amount::of_millionths(money.millionths(), measure.unit(), 0)
}

/// A percentage for readers, rounded to at most `places` decimal places, halves away from zero.
pub fn rounded(percent: Amount, places: u32) -> Option<Amount> {
    #[allow(clippy::cast_possible_truncation)] // six
    let step = 10_i128.pow((PLACES as u32).saturating_sub(places));
    let all = Money::new(percent, Unit::Yuan).millionths();
    let size = (all.abs() + step / 2) / step * step;
    Amount::of_millionths(if all < 0 { -size } else { size }, Unit::Yuan, places)
}

/// `part` of `base` in percent, to millionths; `None` where the base is zero or the numbers are too large.
pub fn percent(part: Money, base: Money) -> Option<Amount> {
    let (part, base) = (part.millionths(), base.millionths());
    let millionths = part.checked_mul(100_000_000)?.checked_div(base)?;
    Amount::of_millionths(millionths, Unit::Yuan, 0)
}
