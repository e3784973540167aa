//! An official table, of a kind this release knows or of any other.

use serde::Deserialize;

use super::reading::every;
use super::{Line, Role};
use crate::money::{Money, Unit};

/// Ids of columns whose meaning is known. A column of any other meaning may have any other id.
pub mod column {
    /// The line's total across its columns (合计).
    pub const TOTAL: &str = "total";
    /// Basic expenditure (基本支出).
    pub const BASIC: &str = "basic";
    /// Project expenditure (项目支出).
    pub const PROJECT: &str = "project";
    /// Funds for staff, of basic expenditure (人员经费).
    pub const PERSONNEL: &str = "personnel";
    /// Funds for operating, of basic expenditure (公用经费).
    pub const OPERATING: &str = "operating";
    /// What is left over from last year (上年结转).
    pub const CARRY_OVER: &str = "carry-over";
    /// What was budgeted last year for what [`TOTAL`] is this year (上年预算数).
    pub const LAST_YEAR: &str = "last-year-budget";
}

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
    /// The unit of its amounts.
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
    /// Whether it carries the note that it holds no data (本表无数据).
    #[serde(default)]
    pub empty: bool,
    /// Whether its lines are sums over subordinate units, which this program made of a printed table.
    #[serde(skip)]
    pub summed: bool,
}

impl Table {
    /// The lines of the first level that are not totals: together they are the whole.
    pub fn first_level(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.role == Role::Item && line.level() == 1)
    }

    /// The amount of `line` in `column`, in this table's unit; `None` where the cell is blank.
    pub fn money(&self, line: &Line, column: &str) -> Option<Money> {
        Some(Money::new(line.amounts.get(column)?, self.unit))
    }

    /// Where a line of this table can be found: `表三-2010303`. Of lines that are called alike, the second
    /// ends in `-2`, and so on.
    pub fn address(&self, line: &Line) -> String {
        let earlier = self.lines.iter().take_while(|other| !std::ptr::eq(*other, line));
        let alike = earlier.filter(|other| other.label() == line.label()).count();
        self.numbered(line, alike)
    }

    /// The address of a line before which `alike` lines are called as it is.
    pub fn numbered(&self, line: &Line, alike: usize) -> String {
        let mut address = [self.number.as_str(), "-", line.label()].concat();
        if alike > 0 {
            address.push('-');
            address.push_str(&(alike + 1).to_string());
        }
        address.retain(|c| !c.is_whitespace());
        address
    }

    /// Whether this table has a column with this id.
    pub fn has_column(&self, id: &str) -> bool {
        self.columns.iter().any(|column| column.id == id)
    }
}

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
    /// Basic expenditure by economic item (一般公共预算基本支出表).
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
    /// Anything else: kept, and used by no figure.
    #[serde(other)]
    Other,
}

/// The half of a two-sided table that a column or a line belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The income side (收入).
    Income,
    /// The expenditure side (支出).
    Expenditure,
}

/// One column of a table.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Column {
    /// Its id, unique in the table: a word of the list in `docs/format.md` where the meaning is known.
    pub id: String,
    /// Its printed heading.
    pub name: String,
    /// The printed heading that spans this column and its neighbours, if there is one.
    #[serde(default)]
    pub group: Option<String>,
    /// Which half of a two-sided table it belongs to.
    #[serde(default)]
    pub side: Option<Side>,
    /// Whether its cells hold words (see [`Line::texts`]) and not amounts.
    #[serde(default)]
    pub text: bool,
}
