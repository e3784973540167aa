//! A number that the narrative states.

use serde::Deserialize;

use super::Phase;
use super::reading::every_if_any;
use crate::money::{Amount, Percent, Unit};

/// What one passage of the narrative states about one subject. The numbers are as printed;
/// a statement may contradict the tables, and finding that is what the checks are for.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Statement {
    /// What it is about: a code, or a key of the list in `docs/format.md`.
    pub subject: String,
    /// The subject's name.
    pub name: String,
    /// The section it stands in, such as `七` or `五（二）`.
    pub section: String,
    /// The stated amount.
    #[serde(default)]
    pub amount: Option<Amount>,
    /// The unit of its amounts, where it is not the document's.
    #[serde(default)]
    pub unit: Option<Unit>,
    /// The stated share, in percent.
    #[serde(default)]
    pub share: Option<Percent>,
    /// The subject that the share is a part of.
    #[serde(default)]
    pub share_of: Option<String>,
    /// The stated change from last year; less is negative, unchanged is `0`.
    #[serde(default)]
    pub change: Option<Amount>,
    /// The amount in the year or phase that it is compared with, where that is stated.
    #[serde(default)]
    pub last_year: Option<Amount>,
    /// What it is compared with: `budget`, `adjusted`, `actual` or `final`, of last year; last year's budget where absent.
    #[serde(default)]
    pub base: Option<String>,
    /// What is deducted before the comparison, as printed (扣除基建).
    #[serde(default)]
    pub base_less: Option<String>,
    /// The fund of its money, by the fund's column id, where the text names one.
    #[serde(default)]
    pub fund: Option<String>,
    /// The names of the classification as the text prints them (类、款、项), from the outermost inwards.
    #[serde(default, deserialize_with = "every_if_any")]
    pub names: Vec<String>,
    /// The stated rate of change, in percent.
    #[serde(default)]
    pub rate: Option<Percent>,
    /// The stated number of things (projects, forms).
    #[serde(default)]
    pub count: Option<u32>,
    /// The stated reason for the change, in plain words.
    #[serde(default)]
    pub reason: Option<String>,
    /// The reason in English.
    #[serde(default)]
    pub reason_en: Option<String>,
}

impl Statement {
    /// Whether the statement compares its amount with an earlier one: it states the change, or both amounts.
    pub const fn is_compared(&self) -> bool {
        self.change.is_some() || self.last_year.is_some() && self.amount.is_some()
    }

    /// The phase of last year's budget that the statement compares with, where it says so.
    pub fn base(&self) -> Option<Phase> {
        self.base.as_deref().and_then(Phase::from_id)
    }
}
