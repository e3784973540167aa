//! An official table, of a kind this release knows or of any other.

use serde::Deserialize;

use super::coordinates::{Coordinates, Fund, Origin, Part};
use super::heading::{of_id, of_words};
use super::reading::{every, or_default};
use super::{Column, Line, Made, Place, Role, index_in};
use crate::money::{Money, Unit};

/// One official table as it was printed.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Table {
    /// Its official number, such as `表三`.
    pub number: String,
    /// Its printed title.
    pub title: String,
    /// What it is about; absent where this release has no word for it.
    #[serde(default)]
    pub kind: Option<Kind>,
    /// The unit of its amounts; where it is absent, the document's.
    #[serde(default, deserialize_with = "or_default")]
    pub unit: Unit,
    /// The page of the official document that it starts on.
    #[serde(default)]
    pub page: Option<u16>,
    /// Its columns of amounts (and of words, see [`Column::text`]), in printed order.
    #[serde(deserialize_with = "every")]
    pub columns: Vec<Column>,
    /// Its lines in printed order, printed totals included.
    #[serde(deserialize_with = "every")]
    pub lines: Vec<Line>,
    /// Whether its lines are of `income` or `expenditure`, where neither its kind nor its columns say so.
    #[serde(default)]
    pub flow: Option<String>,
    /// The fund of all its money, by the fund's column id.
    #[serde(default)]
    pub fund: Option<String>,
    /// The part of expenditure that all its money belongs to, by the part's column id.
    #[serde(default)]
    pub part: Option<String>,
    /// The note that is printed below it.
    #[serde(default)]
    pub note: Option<String>,
    /// Whether it carries the note that it holds no data (本表无数据).
    #[serde(default)]
    pub empty: bool,
    /// Whether the table is a view: its lines are not printed, but made from what is.
    #[serde(skip)]
    pub summed: bool,
    /// The table's index in the document, counted from 0; for a view, that of the table that it is made from.
    #[serde(skip)]
    pub index: usize,
    /// For a view: what was added up to make it, or where else than in a table it is stated.
    #[serde(skip)]
    pub made: Vec<Made>,
}

impl Table {
    /// The first-level lines that are not totals; together they are the whole.
    pub fn first_level(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.role == Role::Item && line.level() == 1)
    }

    /// The coordinates that all numbers of the table share, as far as its fields, its kind or its title tell them.
    pub fn coordinates(&self, year: u16) -> Coordinates {
        let title = of_words(&self.title, year, false);
        let id = |id: &Option<String>| id.as_deref().and_then(of_id).unwrap_or_default();
        let kind = match self.kind {
            Some(Kind::Appropriation) => (Some(Fund::Appropriation), None, None),
            Some(Kind::GeneralPublic) => (Some(Fund::GeneralPublic), None, None),
            Some(Kind::BasicEconomic) => (None, Some(Part::Basic), None),
            Some(Kind::FundIncome | Kind::FundExpenditure) => (Some(Fund::GovernmentFund), None, None),
            Some(Kind::StateCapital) => (Some(Fund::StateCapital), None, None),
            Some(Kind::Projects) => (None, Some(Part::Project), None),
            Some(Kind::CarriedProjects) => (None, Some(Part::Project), Some(Origin::Carried)),
            _ => (None, None, None),
        };
        let is_other = matches!(self.kind, None | Some(Kind::Other | Kind::BasicEconomic | Kind::Projects));
        let said = |title: &str| self.title.contains(title);
        let origin = match () {
            () if said("不含上年") || said("不包括上年") => Some(Origin::Current),
            () if said("含上年") || said("包括上年") => None,
            () => title.origin.filter(|origin| *origin == Origin::Carried && is_other),
        };
        Coordinates {
            fund: id(&self.fund).fund.or(kind.0).or(title.fund.filter(|_| is_other)),
            part: id(&self.part).part.or(kind.1).or(title.part.filter(|_| is_other)),
            origin: kind.2.or(origin),
            ..Coordinates::default()
        }
    }

    /// Whether the table's lines or columns are expenses such as 会议费, as its kind or, without one, its title says.
    pub fn is_of_expenses(&self) -> bool {
        match self.kind {
            Some(Kind::ThreePublic) => true,
            None | Some(Kind::Other) => self.title.contains("三公"),
            Some(_) => false,
        }
    }

    /// The amount of `line` in `column`, in this table's unit; `None` where the cell is blank.
    pub fn money(&self, line: &Line, column: &str) -> Option<Money> {
        Some(Money::new(line.amounts.get(column)?, self.unit))
    }

    /// The place of a line of this table. The lines of a view are printed nowhere: their place is the table.
    pub fn line(&self, line: &Line) -> Place {
        match index_in(&self.lines, line).filter(|_| !self.summed) {
            Some(line) => Place::Line(self.index, line),
            None => Place::Table(self.index),
        }
    }

    /// The place of the cell of a line in the column with this id; for a view, where that amount is printed.
    pub fn cell(&self, line: &Line, column: &str) -> Place {
        if let Some(place) = line.places.find(column) {
            return *place;
        }
        match (self.line(line), self.columns.iter().position(|own| own.id == column)) {
            (Place::Line(table, line), Some(column)) => Place::Cell(table, line, column),
            (place, _) => place,
        }
    }

    /// Whether the amount of `line` in `column` is printed; in a view it may be a computed sum.
    pub fn prints(&self, line: &Line, column: &str) -> bool {
        !self.summed || line.places.find(column).is_some()
    }

    /// Whether this table has a column with this id.
    pub fn has_column(&self, id: &str) -> bool {
        self.columns.iter().any(|column| column.id == id)
    }
}

listed! {
    /// What a table is about.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
    #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
    #[serde(rename_all = "kebab-case")]
    pub enum Kind {
        /// Income and expenditure of the department (收支总表).
        Balance,
        /// Income by functional code and fund (收入总表).
        Income,
        /// Expenditure by functional code, basic and project (支出总表).
        Expenditure,
        /// Income and expenditure of fiscal appropriations (财政拨款收支总表).
        Appropriation,
        /// Expenditure from the general public budget by functional code (一般公共预算支出表).
        GeneralPublic,
        /// Basic expenditure by economic classification (一般公共预算基本支出表).
        BasicEconomic,
        /// Income of government-managed funds (政府性基金收入表).
        FundIncome,
        /// Expenditure of government-managed funds (政府性基金支出表).
        FundExpenditure,
        /// State capital operations (国有资本经营预算表).
        StateCapital,
        /// Overseas trips, receptions and vehicles (“三公”经费表).
        ThreePublic,
        /// Agency operating funds (机关运行经费表).
        AgencyOperating,
        /// Projects of this year's budget (项目支出表).
        Projects,
        /// Projects paid from last year's carry-over (项目支出表，上年结转).
        CarriedProjects,
        /// Government procurement (政府采购表).
        Procurement,
        /// Performance goals and indicators (绩效目标表), as printed: its numbers are not part of the other tables'
        /// money.
        Performance,
        /// Any other table: read by its title.
        #[serde(other)]
        Other,
    }
}

/// The half of a two-sided table that a column or a line belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The income side (收入).
    Income,
    /// The expenditure side (支出).
    Expenditure,
}
