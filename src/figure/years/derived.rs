//! The same years for each member of staff, each vehicle or each inhabitant, or in the prices of one year: which of these
//! can be chosen, and what becomes of each point.

use super::points::{Point, at};
use crate::budget::{Budget, Others, Place, Series, Statistics};
use crate::figure::control::Control;
use crate::figure::per_head::{Counted, Derivation, Divisor, Indices, entry, told_in};
use crate::figure::{Cell, Entry, Query, Text, param, per_head, statistics};
use crate::locale::Locale;
use crate::money::{Amount, Money, Unit, text};

/// The most years in whose prices amounts can be told that have a button each.
const MAX_YEARS: usize = 4;

/// What the reader has chosen, of what the documents and statistics allow.
pub struct Chosen {
    /// What amounts are divided by.
    pub per: Option<Divisor>,
    /// The year in whose prices they are told.
    pub prices: Option<u16>,
    /// The language and unit in which the amounts that follow are told.
    pub told: Locale,
    /// The unit to whose hundredths they are rounded.
    unit: Unit,
    controls: Vec<Control>,
}

/// What is made of a point's amount, beside the amount.
#[derive(Default)]
pub struct Derived {
    /// The amount that the document prints.
    pub printed: Option<Entry>,
    derivation: Derivation,
    /// The amount that is shown, with all places that it can have.
    pub finely: Option<Money>,
    /// The formula of the amount that is shown, each printed number with its place.
    pub formula: Option<Text>,
}

/// What the amounts of a document are divided by, if that is known; its place as the budget that is shown links to it.
fn counted(divisor: Divisor, point: &Point, (budget, others): (&Budget, &Others), locale: Locale) -> Option<Counted> {
    let statistics = others.statistics();
    let counted = Counted::of(divisor, point.document, statistics.as_deref(), locale)?;
    let place = |place: Place| at(budget, others, point.index, Some(place));
    Some(Counted { at: counted.at.and_then(place), ..counted })
}

/// The index of a document's year in these prices, if they are those of its place: indices of two series have nothing to
/// do with each other.
fn index(point: &Point, prices: Option<&Series>, statistics: Option<&Statistics>) -> Option<Amount> {
    let own = statistics?.prices(point.document)?;
    prices.filter(|prices| std::ptr::eq(*prices, own))?.of(point.document.document.year)
}

/// Whether the count is known of two points that have an amount.
pub fn is_known(divisor: Divisor, points: &[Point], open: (&Budget, &Others), locale: Locale) -> bool {
    let own = points.iter().filter(|point| point.whole.money.is_some());
    own.filter(|point| counted(divisor, point, open, locale).is_some_and(|count| !count.is_nothing())).count() > 1
}

/// The years in whose prices the amounts can be told: those of points that have an amount and an index, if there are two.
fn years_of_prices(points: &[Point], prices: Option<&Series>, statistics: Option<&Statistics>) -> Vec<u16> {
    let is_known = |point: &&Point| point.whole.money.is_some() && index(point, prices, statistics).is_some();
    let own = points.iter().filter(is_known);
    let mut years: Vec<_> = own.map(|point| point.document.document.year).collect();
    years.dedup();
    if years.len() < 2 { Vec::new() } else { years }
}

/// Reckons the points as the reader has chosen, of what can be chosen: one of `divisors`, and a year with an index of prices.
pub fn derive(
    points: &mut [Point],
    divisors: &[Divisor],
    query: &Query,
    open: (&Budget, &Others),
    locale: Locale,
) -> Chosen {
    let statistics = open.1.statistics();
    let series = statistics.as_ref().and_then(|statistics| statistics.prices(open.0));
    let years = years_of_prices(points, series, statistics.as_deref());
    let per = query.get(param::PER).and_then(Divisor::from_id).filter(|divisor| divisors.contains(divisor));
    let prices = query.get(param::PRICES).and_then(|year| year.parse().ok()).filter(|year| years.contains(year));
    let controls = controls(divisors, per, &years, prices, locale);
    let mut chosen = Chosen { per, prices, told: locale, unit: locale.unit, controls };
    if !chosen.is_derived() {
        return chosen;
    }
    for point in &mut *points {
        let indices = prices.and_then(|year| {
            Some(Indices { wanted: series?.of(year)?, own: index(point, series, statistics.as_deref())? })
        });
        point.derived.derivation = Derivation {
            counted: per.and_then(|divisor| counted(divisor, point, open, locale)),
            indices,
            more_places: 0,
        };
    }
    let complete = points.iter().filter(|point| chosen.is_complete(point));
    let all: Vec<_> = complete.map(|point| (point.whole.money, &point.derived.derivation)).collect();
    let in_what = told_in(&all, locale);
    chosen.unit = in_what.unit;
    // Money that is not divided is told in the reader's unit, whatever it is rounded to.
    chosen.told = Locale { unit: if per.is_some() { chosen.unit } else { locale.unit }, ..locale };
    for point in points {
        point.derived.derivation.more_places = in_what.more_places;
        let made = &point.derived.derivation;
        let money = point.whole.money.filter(|_| chosen.is_complete(point));
        point.derived.finely = money.and_then(|money| made.finely(money));
        point.value = money.and_then(|money| Some(made.value(money, chosen.unit)?.0));
        let formula = point.value.and_then(|_| made.formula(&point.whole, chosen.unit, chosen.told, locale));
        point.derived.formula = formula;
        let shown = entry("", point.value, chosen.told, locale);
        point.derived.printed = Some(std::mem::replace(&mut point.whole, shown));
        point.parts.clear();
    }
    chosen
}

fn controls(
    divisors: &[Divisor],
    per: Option<Divisor>,
    years: &[u16],
    prices: Option<u16>,
    locale: Locale,
) -> Vec<Control> {
    let mut shown = Vec::new();
    if !divisors.is_empty() {
        let mut options = vec![(String::new(), locale.tr("总额", "Whole amounts").into())];
        options.extend(divisors.iter().map(|divisor| (divisor.id().into(), divisor.choice(locale).into())));
        let label = locale.tr("按什么平均", "Divided by").into();
        shown.push(Control::Options { name: param::PER, label, options, chosen: per.map_or("", Divisor::id).into() });
    }
    let mut options = vec![(String::new(), locale.tr("当年价格", "Prices of each year").into())];
    // Of many years the first and the last are chosen most.
    for (i, year) in years.iter().enumerate() {
        if years.len() <= MAX_YEARS || i == 0 || i + 1 == years.len() || prices == Some(*year) {
            let year = year.to_string();
            let text = locale.format("{0} 年价格", "Prices of {0}", &[&year]);
            options.push((year, text));
        }
    }
    if !years.is_empty() {
        let label = locale.tr("按哪一年的价格", "In prices of").into();
        let chosen = prices.map(|year| year.to_string()).unwrap_or_default();
        shown.push(Control::Options { name: param::PRICES, label, options, chosen });
    }
    shown
}

impl Chosen {
    /// Whether amounts are shown that no document prints.
    pub const fn is_derived(&self) -> bool {
        self.per.is_some() || self.prices.is_some()
    }

    /// Whether all is known that a point's amount is reckoned with.
    fn is_complete(&self, point: &Point) -> bool {
        let made = &point.derived.derivation;
        made.counted.is_some() == self.per.is_some() && made.indices.is_some() == self.prices.is_some()
    }

    /// The controls to choose with.
    pub fn controls(&mut self) -> Vec<Control> {
        std::mem::take(&mut self.controls)
    }

    /// What is shown, where the amount is called so.
    pub fn name(&self, amount: String, locale: Locale) -> String {
        let amount = match self.per {
            Some(divisor) => divisor.name(&locale.lowercase_first(&amount), locale),
            None => amount,
        };
        let amount = match self.prices {
            Some(year) => locale.format("按 {0} 年价格的{1}", "{1} in prices of {0}", &[&year.to_string(), &amount]),
            None => amount,
        };
        if self.is_derived() {
            locale.format("{0}（本页计算）", "{0} (worked out by this page)", &[&amount])
        } else {
            amount
        }
    }

    /// Why a point has no amount.
    pub fn lacking(&self, point: &Point, locale: Locale) -> &'static str {
        let made = &point.derived;
        let is_printed = made.printed.as_ref().is_some_and(|printed| printed.money.is_some());
        match self.per {
            Some(divisor) if is_printed && made.derivation.counted.is_none() => divisor.lacking(locale),
            Some(divisor) if is_printed && made.derivation.is_by_nothing() => divisor.nothing(locale),
            _ if is_printed && self.prices.is_some() && made.derivation.indices.is_none() => {
                locale.tr("统计数据里没有这一年的价格指数", "the statistics have no index of prices of that year")
            }
            _ if is_printed => locale.tr("算出来太小或太大，没有列出", "too small or too large to be told"),
            _ => locale.tr("这份文件没有列出这个数", "not in that document"),
        }
    }

    /// The columns of the table that say how amounts follow, and the amounts: the heading of each, and a cell for each point.
    pub fn columns(&self, points: &[Point], locale: Locale) -> Vec<(String, Vec<Cell>)> {
        let mut columns = Vec::new();
        if self.per.is_some() {
            let counts = points.iter().map(|point| point.derived.derivation.counted.as_ref());
            columns.push(per_head::column(counts, locale));
        }
        if self.prices.is_some() {
            let own = |point: &Point| {
                let indices = point.derived.derivation.indices.as_ref();
                Cell::text(indices.map_or_else(|| "—".into(), |indices| text(indices.own.decimal())))
            };
            columns.push((locale.tr("价格指数", "Index of prices").into(), points.iter().map(own).collect()));
        }
        if self.is_derived() {
            let cells = points.iter().map(|point| Cell::money(point.value, self.told)).collect();
            columns.push((locale.format("本页计算（{0}）", "Worked out ({0})", &[self.told.unit_name()]), cells));
        }
        columns
    }

    /// The heading of the changes: with the unit where that may be another than the document's.
    pub fn change(&self, locale: Locale) -> String {
        let name = locale.tr("比前一份", "Change");
        let unit = self.is_derived().then(|| self.told.unit_name());
        unit.map_or_else(|| name.into(), |unit| locale.format("{0}（{1}）", "{0} ({1})", &[name, unit]))
    }

    /// What makes the comparison unfair.
    pub fn notes(&self, locale: Locale) -> Vec<Text> {
        let prices = locale.tr(
            "价格指数是一般物价的变动，部门所买的东西和人员工资可能涨得快些或慢些。",
            "The index is of prices in general; those of what the department buys, and pay, may have risen more or less.",
        );
        let mut notes: Vec<Text> = self.per.iter().map(|divisor| divisor.caveat(locale).into()).collect();
        notes.extend(self.prices.map(|_| prices.into()));
        notes
    }

    /// The statistics that the amounts follow from, each with the years of its numbers.
    fn series<'s>(&self, points: &[Point], statistics: &'s Statistics) -> Vec<(&'s Series, Vec<u16>)> {
        let mut found: Vec<(&Series, Vec<u16>)> = Vec::new();
        let mut add = |series: Option<&'s Series>, year| {
            let Some(series) = series else { return };
            match found.iter_mut().find(|(own, _)| std::ptr::eq(*own, series)) {
                Some((_, years)) if years.last() != Some(&year) => years.push(year),
                Some(_) => {}
                None => found.push((series, vec![year])),
            }
        };
        let is_counted = |point: &&Point| point.derived.derivation.counted.is_some();
        let counted = points.iter().filter(|_| self.per == Some(Divisor::Inhabitant)).filter(is_counted);
        for point in counted {
            add(statistics.inhabitants(point.document), point.document.document.year);
        }
        for point in points.iter().filter(|point| point.derived.derivation.indices.is_some()) {
            add(statistics.prices(point.document), point.document.document.year);
        }
        found
    }

    /// What the source line says of the statistics.
    pub fn source(&self, points: &[Point], others: &Others, locale: Locale) -> String {
        let Some(statistics) = others.statistics() else { return String::new() };
        let series = self.series(points, &statistics);
        series.iter().map(|(series, years)| statistics::source(&[series], years, locale)).collect()
    }

    /// The formula of each point, and who publishes the statistics.
    pub fn footnotes(&self, points: &[Point], others: &Others, locale: Locale) -> Vec<Text> {
        let told = points.iter().filter_map(|point| {
            let formula = point.derived.formula.as_ref()?;
            Some(locale.tell("{0}：{1}", "{0}: {1}", &[&point.label, formula]))
        });
        let mut notes: Vec<_> = told.collect();
        if let Some(statistics) = others.statistics() {
            let series: Vec<_> = self.series(points, &statistics).into_iter().map(|(series, _)| series).collect();
            notes.extend(statistics::published(&series, locale));
        }
        notes
    }
}
