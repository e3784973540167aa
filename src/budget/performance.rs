//! Projects and performance forms (绩效目标表).

use serde::Deserialize;

use super::Cells;
use super::reading::{every_if_any, one_if_any};
use crate::money::{Amount, Unit};

/// A project, with its performance form where one is published.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Project {
    /// Its name, exactly as in the project table.
    pub name: String,
    /// Which kind of project it is, where the document says so.
    #[serde(default)]
    pub group: Option<ProjectGroup>,
    /// Its performance form, where one is published.
    #[serde(default, deserialize_with = "one_if_any")]
    pub form: Option<Form>,
}

/// The two kinds of project that a department budget tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ProjectGroup {
    /// Other running costs (其他运转类).
    Running,
    /// A specific goal (特定目标类).
    Goal,
}

/// A project's performance form.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Form {
    /// The project's name as the form prints it, which may differ from the table's.
    pub name: String,
    /// The project's nature and term as printed (项目属性, 项目期).
    #[serde(default)]
    pub attribute: Option<String>,
    /// How long the project runs.
    #[serde(default)]
    pub term: Option<String>,
    /// The unit of its funds; forms are mostly in 元 where tables are in 万元.
    pub unit: Unit,
    /// Funds over the whole term: `total` and the levels of government that they come from (`central`, `province`,
    /// `county`, `own`, `other`).
    #[serde(default)]
    pub period: Cells,
    /// Funds of this year, by the same levels.
    #[serde(default)]
    pub annual: Cells,
    /// The grounds for the project (立项依据), in plain words.
    #[serde(default)]
    pub basis: Option<String>,
    /// The goal over the whole term, in plain words.
    #[serde(default)]
    pub goal_period: Option<String>,
    /// The goal of this year, in plain words.
    #[serde(default)]
    pub goal_annual: Option<String>,
    /// Indicators with their targets.
    #[serde(default, deserialize_with = "every_if_any")]
    pub indicators: Vec<Indicator>,
    /// When the form was filled in, `YYYY-MM-DD`.
    #[serde(default)]
    pub filed: Option<String>,
}

/// One indicator of a performance form.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Indicator {
    /// First level: 产出, 效益 or 满意度.
    pub group: String,
    /// Second level: 数量, 质量, 时效, 成本, 社会效益 …
    pub kind: String,
    /// Third level: what is measured.
    pub name: String,
    /// Its weight in the assessment, as printed.
    #[serde(default)]
    pub weight: Option<Amount>,
    /// The target over the whole term, as printed.
    #[serde(default)]
    pub period: Option<String>,
    /// The target of this year, as printed.
    #[serde(default)]
    pub annual: Option<String>,
}

/// The performance form of the whole department.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Performance {
    /// The unit of its funds.
    pub unit: Unit,
    /// Funds by where they come from: `total` and the funds' column ids.
    #[serde(default)]
    pub sources: Cells,
    /// Funds by what they are for: `total`, `basic`, `project`.
    #[serde(default)]
    pub uses: Cells,
    /// Goals and main tasks of the year, in plain words.
    #[serde(default, deserialize_with = "every_if_any")]
    pub goals: Vec<String>,
    /// The goals in English.
    #[serde(default, deserialize_with = "every_if_any")]
    pub goals_en: Vec<String>,
    /// Indicators with their targets of the year.
    #[serde(default, deserialize_with = "every_if_any")]
    pub indicators: Vec<Indicator>,
}

impl Performance {
    /// The fund with this index, counting the sources first and then the uses: its id, its amount, and whether it is a
    /// use.
    pub fn fund(&self, i: usize) -> Option<(&str, Option<Amount>, bool)> {
        let sources = self.sources.len();
        let is_use = i >= sources;
        let (id, amount) = if is_use { self.uses.at(i - sources) } else { self.sources.at(i) }?;
        Some((id, *amount, is_use))
    }
}
