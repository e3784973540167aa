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
        self.own(SeriesKind::Inhabitants, budget)
    }

    /// How prices have changed in the place that a budget is of, or else in the whole country.
    pub fn prices(&self, budget: &Budget) -> Option<&Series> {
        let own = self.own(SeriesKind::Prices, budget);
        own.or_else(|| self.all(SeriesKind::Prices).find(|series| series.region.is_none()))
    }

    /// The series of the place that a budget names, or else of the longest place that its department's name begins with.
    fn own(&self, kind: SeriesKind, budget: &Budget) -> Option<&Series> {
        let of_places = self.all(kind).filter_map(|series| Some((series, plain(series.region.as_deref()?))));
        let mut of_places = of_places.filter(|(_, place)| !place.is_empty());
        if let Some(own) = budget.document.region.as_deref().map(plain) {
            return of_places.find(|(_, place)| *place == own).map(|(series, _)| series);
        }
        let department = plain(&budget.document.department);
        let (series, place) =
            of_places.filter(|(_, place)| department.starts_with(&**place)).max_by_key(|(_, place)| place.len())?;
        // 南京市江宁区教育局 is not of all who live in 南京市, nor 吉林市教育局 of those in 吉林.
        (!is_of_another_place(&department[place.len()..], &place)).then_some(series)
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
}

/// What the names of places end with.
const PLACES: [char; 9] = ['省', '市', '区', '县', '旗', '州', '盟', '镇', '乡'];
/// Words in the names of offices that begin like the end of a place's name.
const WORDS_THAT_BEGIN: &str =
    "市场 市容 市政工程 市政公用 市政管理 市政设施 市民服务 市民中心 区域 区划 县域 乡村 乡镇";
/// Words in the names of offices that end like a place's name.
const WORDS_THAT_END: &str =
    "城市 都市 社区 小区 景区 名胜区 保护区 灌区 库区 山区 老区 片区 红旗 国旗 联盟 同盟 城乡 城镇 乡镇";
/// What the names of offices end with: what follows are their parts.
const OFFICES: [char; 10] = ['局', '厅', '馆', '院', '委', '办', '处', '所', '站', '校'];

/// Whether the rest of a department's name, after this place, begins with a place within it, or with the end of a longer
/// place's name.
fn is_of_another_place(rest: &str, place: &str) -> bool {
    let is_whole = place.ends_with(['省', '市', '区', '县', '旗', '盟']) || place.ends_with("自治州");
    for (i, (at, c)) in rest.char_indices().enumerate() {
        // 馆陶县 and 站前区 are places.
        if i > 1 && OFFICES.contains(&c) {
            return rest.contains("街道");
        }
        let is_word = WORDS_THAT_BEGIN.split(' ').any(|word| rest[at..].starts_with(word))
            || WORDS_THAT_END.split(' ').any(|word| rest[..at + c.len_utf8()].ends_with(word))
            // 南京市市级机关事务管理局 is the city's own.
            || (i == 0 && is_whole);
        if PLACES.contains(&c) && !is_word {
            return true;
        }
    }
    rest.contains("街道")
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
