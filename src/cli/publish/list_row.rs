//! What is kept of each budget while all are published: its row of the list.

use std::collections::BTreeSet;

use super::counting;
use super::department::unit;
use super::edition::Edition;
use crate::budget::{BodyName, Budget};
use crate::figure::{Overview, overview, project_names};
use crate::locale::{Lang, Locale};
use crate::money::{Money, Unit};

/// A budget as the list has it.
pub struct ListRow {
    /// Which department, in the list's language.
    pub department: String,
    /// Its full official name.
    pub full: String,
    /// The name by which other documents' ways to write it are known.
    pub name: BodyName,
    /// The units that its tables list.
    pub units: BTreeSet<BodyName>,
    /// Whether the document says that it is of one unit alone.
    pub is_unit: bool,
    /// Whether it is the budget of a whole government, which has its departments' money in it.
    pub is_government: bool,
    /// The place that it serves.
    pub region: Option<String>,
    /// The budget of which year, or its final account.
    pub edition: Edition,
    /// When it was published, if the document says so.
    pub published: Option<String>,
    /// Its numbers.
    pub numbers: Overview,
    /// Its projects, where several budgets are published.
    pub projects: Vec<Project>,
    /// How many numbers were compared with others, and how many of them do not agree.
    pub checked: Checked,
    /// The hash by which its file is known to be the one that was checked.
    pub digest: u64,
    /// The hash of its text with what is explained in it.
    pub explained: u64,
}

/// A project of a department, as the search of all departments' projects shows it.
pub struct Project {
    /// Its name as printed.
    pub name: String,
    /// Its name in the page's address.
    pub key: String,
    /// Its amount, in 万元.
    pub amount: String,
    /// The amount by which projects are ordered.
    pub size: i128,
}

fn projects(budget: &Budget, lang: Lang) -> Vec<Project> {
    let locale = Locale { lang, unit: Unit::Wan };
    let amount = |money: Option<Money>| money.map_or_else(|| String::from("—"), |money| locale.exact_number(money));
    let projects = project_names(budget).into_iter();
    projects
        .map(|(name, key, money)| Project {
            name,
            key,
            amount: amount(money),
            size: money.map_or(i128::MIN, Money::millionths),
        })
        .collect()
}

/// What checking a budget gave.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Checked {
    /// How many numbers were compared with others.
    pub all: usize,
    /// How many of them do not agree.
    pub wrong: usize,
    /// How many of those the department explains.
    pub explained: usize,
}

impl ListRow {
    /// The row of a budget; with its projects where they are to be found in a list of several.
    pub fn of(budget: &Budget, checked: Checked, digest: u64, with_projects: bool, lang: Lang) -> ListRow {
        let document = &budget.document;
        let region = document.region.as_deref().map(|zh| lang.name(zh, document.region_en.as_deref()));
        let name = budget.body();
        let is_level = |level: &str| document.level.as_deref() == Some(level);
        ListRow {
            units: counting::units(budget, &name),
            name,
            is_unit: is_level("unit"),
            is_government: is_level("government"),
            department: lang.name(&document.department, document.department_en.as_deref()).into(),
            full: document.department.clone(),
            region: region.map(String::from),
            edition: Edition { year: document.year, is_final: budget.is_final() },
            published: document.published.clone(),
            numbers: overview(budget, Locale { lang, unit: unit(budget) }),
            projects: if with_projects { projects(budget, lang) } else { Vec::new() },
            checked,
            digest,
            explained: digest,
        }
    }

    /// The department without the place that it is named after.
    pub fn short(&self) -> &str {
        let region = self.region.as_deref().filter(|region| !region.is_empty());
        let rest = region.and_then(|region| self.department.strip_prefix(region)).filter(|rest| !rest.is_empty());
        rest.unwrap_or(&self.department)
    }
}

impl Checked {
    /// Whether nothing disagrees but what the department explains.
    pub const fn is_explained(self) -> bool {
        self.wrong <= self.explained
    }

    /// `10 处不符`, or that all agree.
    pub fn describe(self, lang: Lang) -> String {
        let wrong = self.wrong.to_string();
        match self {
            Checked { all: 0, .. } => lang.tr("没有可以核对的数字", "nothing to check").into(),
            Checked { wrong: 0, .. } => lang.tr("✓ 没有不符", "✓ all agree").into(),
            Checked { wrong, explained, .. } if explained > 0 => {
                let (zh, en) = if explained == wrong {
                    ("{0} 处不符，都有说明", "{0} do not agree, all explained")
                } else {
                    ("{0} 处不符，{1} 处有说明", "{0} do not agree, {1} explained")
                };
                lang.format(zh, en, &[&wrong.to_string(), &explained.to_string()])
            }
            Checked { wrong: 1, .. } => lang.tr("1 处不符", "1 does not agree").into(),
            Checked { .. } => lang.format("{0} 处不符", "{0} do not agree", &[&wrong]),
        }
    }
}
