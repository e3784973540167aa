//! Numbers that no budget prints and comparisons need: how many people live in a place, and how prices have changed. The
//! format `budget-lens/statistics/1`.
//!
//! Whoever publishes budgets gives them in a file of its own, each series with its source, so that a number for each
//! inhabitant can be traced like any other. [`Others`](super::Others) hold them, and figures look there.

use serde::Deserialize;

use super::reading::every;
use super::{Budget, Cells, plain, whole};
use crate::money::Amount;

/// Official statistics beside budgets: inhabitants of places, indices of prices.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Statistics {
    /// The version of this format.
    pub format: StatisticsFormat,
    /// The series, one for each kind and region at most.
    #[serde(deserialize_with = "every")]
    pub series: Vec<Series>,
}

/// The version of the format of statistics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum StatisticsFormat {
    /// `budget-lens/statistics/1`
    #[default]
    #[serde(rename = "budget-lens/statistics/1")]
    V1,
}

/// A number of each year, and where it is published.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Series {
    /// What the numbers are.
    pub kind: SeriesKind,
    /// What their source calls them, such as `常住人口` or `居民消费价格指数`.
    pub name: String,
    /// The name in English, as it stands inside a sentence.
    #[serde(default)]
    pub name_en: Option<String>,
    /// The place that they are of, written as `region` of its budgets. Inhabitants need one; prices without one are of
    /// the whole country.
    #[serde(default)]
    pub region: Option<String>,
    /// What inhabitants are counted in: `人` where it is absent.
    #[serde(default)]
    pub unit: Option<PeopleUnit>,
    /// The year whose index of prices is 100, which prices need.
    #[serde(default)]
    pub base: Option<u16>,
    /// Where they are published.
    pub source: StatisticsSource,
    /// The number of each year, as its source prints it, by the year.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "std::collections::BTreeMap<String, Amount>"))]
    pub values: Cells,
}

/// What the numbers of a series are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SeriesKind {
    /// How many people live in the place.
    #[default]
    Inhabitants,
    /// An index of prices: its number of one year to that of another is as the prices of the two.
    Prices,
}

/// What people are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum PeopleUnit {
    /// One by one.
    #[default]
    #[serde(rename = "人")]
    One,
    /// Tens of thousands.
    #[serde(rename = "万人")]
    TenThousand,
}

/// Where statistics are published.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct StatisticsSource {
    /// Who publishes them, and in what.
    pub name: String,
    /// The same in English.
    #[serde(default)]
    pub name_en: Option<String>,
    /// Their address on the web.
    #[serde(default)]
    pub url: Option<String>,
}

impl Statistics {
    /// How many people live in the place that a budget is of.
    pub fn inhabitants(&self, budget: &Budget) -> Option<&Series> {
        self.all(SeriesKind::Inhabitants).find(|series| series.is_of(budget))
    }

    /// How prices have changed in the place that a budget is of, or else in the whole country.
    pub fn prices(&self, budget: &Budget) -> Option<&Series> {
        let own = self.all(SeriesKind::Prices).find(|series| series.is_of(budget));
        own.or_else(|| self.all(SeriesKind::Prices).find(|series| series.region.is_none()))
    }

    fn all(&self, kind: SeriesKind) -> impl Iterator<Item = &Series> {
        self.series.iter().filter(move |series| series.kind == kind)
    }
}

impl Series {
    /// The number of a year.
    pub fn of(&self, year: u16) -> Option<Amount> {
        self.values.get(&year.to_string())
    }

    /// Whether the series is of the place that a budget names, or whose name the department's begins with.
    fn is_of(&self, budget: &Budget) -> bool {
        let document = &budget.document;
        let Some(region) = self.region.as_deref().map(plain).filter(|region| !region.is_empty()) else { return false };
        match document.region.as_deref() {
            Some(own) => plain(own) == region,
            None => plain(&document.department).starts_with(&*region),
        }
    }
}

impl PeopleUnit {
    /// What it is called, in Chinese and after an English number.
    pub const fn names(self) -> (&'static str, &'static str) {
        match self {
            PeopleUnit::One => ("人", ""),
            PeopleUnit::TenThousand => ("万人", "wan"),
        }
    }

    /// How many people one of it is.
    pub fn size(self) -> Option<Amount> {
        whole(if self == PeopleUnit::One { 1 } else { 10_000 })
    }
}
