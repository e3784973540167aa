//! Amounts for each member of staff, each vehicle or each inhabitant, and in the prices of one year: what they are divided
//! by or reckoned with, and the formula of each.
//!
//! Source: counts that documents state, and the official statistics that were given with them. No document prints such a
//! number, so none has a place, and each says that it is ours.

mod divisor;

pub use self::divisor::Divisor;
use super::economic::notes::STAFF;
use super::entry::Entry;
use super::grid::Cell;
use super::ratio::count;
use super::statistics::name;
use super::text::Text;
use super::three_public::notes::VEHICLES;
use crate::budget::{Budget, Place, Stated, Statistics};
use crate::locale::{Lang, Locale};
use crate::money::{Amount, Money, Unit, text};

/// A number by which amounts are divided, and where it stands.
#[derive(Debug, Clone)]
pub struct Counted {
    /// What is counted, as its source calls it.
    pub name: String,
    /// How many, as printed.
    pub number: Amount,
    /// The unit as printed.
    pub unit: &'static str,
    /// How many one of the unit is.
    pub size: Option<Amount>,
    /// Where the document prints it.
    pub at: Option<Place>,
}

impl Counted {
    /// The count of a document or of the statistics, if one is stated. It may be zero, by which nothing can be divided.
    pub fn of(divisor: Divisor, document: &Budget, statistics: Option<&Statistics>, locale: Locale) -> Option<Counted> {
        let stated = |list, counts, key, (name, unit): (&str, &'static str)| {
            let (at, count) = count((list, counts), key)?;
            Some(Counted { name: name.into(), number: count.value, unit, size: None, at: Some(at) })
        };
        let counted = match divisor {
            Divisor::Person => {
                let name = locale.tr("在编人员", "serving staff");
                stated(Stated::Staff, &document.staff[..], STAFF, (name, locale.tr("人", "")))
            }
            Divisor::Vehicle => {
                let name = locale.tr("公务用车", "vehicles");
                stated(Stated::Assets, &document.assets[..], VEHICLES, (name, locale.tr("辆", "")))
            }
            Divisor::Inhabitant => {
                let series = statistics?.inhabitants(document)?;
                let unit = series.unit.unwrap_or_default();
                let (zh, en) = unit.names();
                Some(Counted {
                    name: name(series, locale),
                    number: series.of(document.document.year)?,
                    unit: locale.tr(zh, en),
                    size: unit.size(),
                    at: None,
                })
            }
        };
        counted.filter(|counted| counted.is_nothing() || !counted.number.decimal().is_sign_negative())
    }

    /// Whether there are none of what is counted.
    pub const fn is_nothing(&self) -> bool {
        self.number.decimal().is_zero()
    }

    /// The number as it is printed, with its place.
    fn display(&self) -> Text {
        Text::at(&text(self.number.decimal()), self.at)
    }

    /// What is counted, with its unit: a heading.
    fn heading(&self, locale: Locale) -> String {
        let name = locale.capitalize_first(self.name.clone());
        if self.unit.is_empty() { name } else { locale.format("{0}（{1}）", "{0} ({1})", &[&name, self.unit]) }
    }

    /// The number with what is counted, as formulas have it.
    fn told(&self, locale: Locale) -> Text {
        let parts: [&dyn super::TextPart; 3] = [&self.name, &self.display(), &self.unit];
        let en = if self.unit.is_empty() { "{1} {0}" } else { "{1} {2} {0}" };
        locale.tell("{0} {1} {2}", en, &parts)
    }
}

/// The column of a table with what amounts are divided by: its heading, and a cell for each row. What the rows count, and
/// in what unit, stands in the heading where it is the same in all of them, or else in each cell.
pub fn column<'c>(counts: impl Iterator<Item = Option<&'c Counted>>, locale: Locale) -> (String, Vec<Cell>) {
    let counts: Vec<_> = counts.collect();
    let mut known = counts.iter().flatten();
    let first = known.next();
    let is_same = known.all(|own| first.is_some_and(|first| (&own.name, own.unit) == (&first.name, first.unit)));
    let cell = |counted: Option<&Counted>| {
        let Some(counted) = counted else { return Cell::text("—") };
        let text = if is_same { text(counted.number.decimal()) } else { counted.told(locale).to_string() };
        Cell { at: counted.at, ..Cell::text(text) }
    };
    let heading = first.filter(|_| is_same).map(|first| first.heading(locale));
    (heading.unwrap_or_else(|| locale.tr("数量", "Number").into()), counts.iter().copied().map(cell).collect())
}

/// The indices with which an amount is reckoned in the prices of another year: that of the other year, and that of its own.
#[derive(Debug, Clone, Copy)]
pub struct Indices {
    /// The index of the year in whose prices it is told.
    pub wanted: Amount,
    /// The index of its own year.
    pub own: Amount,
}

/// What is made of an amount: divided by a count, in the prices of another year, or both.
#[derive(Debug, Clone, Default)]
pub struct Derivation {
    /// What it is divided by.
    pub counted: Option<Counted>,
    /// What it is multiplied with and divided by.
    pub indices: Option<Indices>,
    /// How many decimal places it is rounded to beyond the hundredths.
    pub more_places: u32,
}

/// What amounts that are divided or reckoned otherwise are told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// The unit to whose hundredths, or smaller parts, they are rounded.
    pub unit: Unit,
    /// How many decimal places they have beyond the hundredths.
    pub more_places: u32,
}

/// The most decimal places of a yuan: those that an amount can have.
const MOST_PLACES: u32 = 6;
/// How many digits of the smallest amount are told at least.
const DIGITS: u32 = 2;

impl Derivation {
    /// The amount that follows, rounded to hundredths of the unit or as many places more as it has, and whether that is
    /// exact. `None` where one that is not zero would be rounded to zero, where there is nothing to divide by, and where
    /// numbers are too large.
    pub fn value(&self, money: Money, unit: Unit) -> Option<(Money, bool)> {
        self.rounded(money, unit, 2 + self.more_places)
    }

    /// The amount that follows with all places that an amount can have: to order and compare, since what is rounded alike
    /// may not be alike.
    pub fn finely(&self, money: Money) -> Option<Money> {
        Some(self.rounded(money, Unit::Yuan, MOST_PLACES)?.0)
    }

    /// Whether there are none of what it is divided by.
    pub fn is_by_nothing(&self) -> bool {
        self.counted.as_ref().is_some_and(Counted::is_nothing)
    }

    fn rounded(&self, money: Money, unit: Unit, places: u32) -> Option<(Money, bool)> {
        let factors: Vec<_> = self.indices.iter().map(|indices| indices.wanted).collect();
        let counted = self.counted.iter().flat_map(|counted| [Some(counted.number), counted.size]).flatten();
        let divisors: Vec<_> = self.indices.iter().map(|indices| indices.own).chain(counted).collect();
        money.scaled_to(places, &factors, &divisors, unit).filter(|(one, _)| !one.is_zero() || money.is_zero())
    }

    /// The formula, each printed number with its place: `4,754.23 万元 ÷ 在编人员 89 人 = 53.42 万元/人（四舍五入，本页计算）`.
    pub fn formula(&self, whole: &Entry, unit: Unit, told: Locale, locale: Locale) -> Option<Text> {
        let (one, exact) = self.value(whole.money?, unit)?;
        let mut formula = whole.exactly_with_unit(locale);
        if let Some(Indices { wanted, own }) = &self.indices {
            formula = formula + " × " + text(wanted.decimal()) + " ÷ " + text(own.decimal());
        }
        let mut each = String::new();
        if let Some(counted) = &self.counted {
            formula = formula + " ÷ " + counted.told(locale);
            // For each of ten thousand would be another number.
            let unit = if counted.size.is_some() { "人" } else { counted.unit };
            each = locale.format("/{0}", " each", &[unit]);
        }
        let end = match (exact, locale.lang) {
            (true, Lang::Zh) => "（本页计算）",
            (false, Lang::Zh) => "（四舍五入，本页计算）",
            (true, Lang::En) => " (worked out by this page)",
            (false, Lang::En) => " (rounded, worked out by this page)",
        };
        Some(formula + " = " + told.exact_money(one) + each + end)
    }
}

/// In what amounts that are divided are told: the reader's unit, or 万元 where that is coarser, or yuan, where one of them
/// would be less than one in that; and with as many places as the smallest of them needs.
pub fn told_in(all: &[(Option<Money>, &Derivation)], locale: Locale) -> Told {
    let unit = if locale.unit.exponent() > Unit::Wan.exponent() { Unit::Wan } else { locale.unit };
    let one = Amount::of_millionths(1_000_000, Unit::Yuan, 0).map(|one| Money::new(one, unit));
    let is_small = |(money, derivation): &(Option<Money>, &Derivation)| {
        let whole = money.filter(|money| !money.is_zero() && derivation.counted.is_some());
        let whole = whole.filter(|_| !derivation.is_by_nothing());
        whole.is_some_and(|whole| derivation.value(whole, unit).is_none_or(|(each, _)| Some(each.abs()) < one))
    };
    let unit = if all.iter().any(is_small) { Unit::Yuan } else { unit };
    let divided = all.iter().filter(|(_, derivation)| derivation.counted.is_some() && unit == Unit::Yuan);
    let finely = divided.filter_map(|(money, derivation)| derivation.finely((*money)?)).map(Money::abs);
    let least = finely.map(Money::millionths).filter(|each| *each > 0).min();
    // 0.0094 has its first digit in the third place.
    let places = least.map_or(0, |least| (MOST_PLACES + DIGITS).saturating_sub(least.ilog10() + 1).min(MOST_PLACES));
    Told { unit, more_places: places.saturating_sub(2) }
}

/// An entry of an amount that is told in another unit than the reader's, or in the reader's.
pub fn entry(name: &str, value: Option<Money>, told: Locale, locale: Locale) -> Entry {
    let Some(value) = value else { return Entry::ours(name, None, locale) };
    // It is rounded already.
    if told.unit == locale.unit {
        return Entry { amount: told.exact_number(value), exact: None, ..Entry::ours(name, Some(value), locale) };
    }
    // As a number it keeps its own unit wherever it is shown.
    let places = value.places_in(told.unit).try_into().unwrap_or(2);
    let number = Amount::of_millionths(value.millionths(), told.unit, places);
    Entry { number, amount: told.exact_money(value), ..Entry::ours(name, None, locale) }
}
