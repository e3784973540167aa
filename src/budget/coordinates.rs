//! What a printed number is about: of which fund, which part of expenditure, which year, and so on.
//!
//! A number means what it says by its *coordinates*, not by the table that it happens to stand in: 一般公共预算,
//! 基本支出, 2026 is the same money in whichever of a province's tables it is printed. A table gives some
//! coordinates, a column some, a line some ([`Column::coordinates`](super::Column::coordinates)); what none of them
//! mentions is *all*. Checks compare numbers of the same coordinates, and figures ask for numbers by
//! them.

use super::Side;

/// A fund that money comes from. Where a number mentions none, it is of all funds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fund {
    /// Fiscal appropriations (财政拨款): the sum of the next three.
    Appropriation,
    /// The general public budget (一般公共预算).
    GeneralPublic,
    /// Government-managed funds (政府性基金).
    GovernmentFund,
    /// State capital operations (国有资本经营).
    StateCapital,
    /// The special fiscal account (财政专户).
    FiscalAccount,
    /// The unit's own funds (单位资金, 其他资金): the sum of the next five.
    OwnFunds,
    /// Income from the work of a public institution (事业收入).
    Institution,
    /// Income from the business activities of a public institution (事业单位经营收入).
    Business,
    /// Grants from the superior organisation (上级补助收入).
    SuperiorGrants,
    /// What subordinate units pay in (附属单位上缴收入).
    SubordinateIncome,
    /// Other income (其他收入).
    OtherIncome,
    /// Surpluses of earlier years that are not appropriations (使用非财政拨款结余).
    UsedSurplus,
    /// The balance of the unit's own bank account (实户资金余额).
    AccountBalance,
}

impl Fund {
    /// The fund that this one is a part of; `None` for an outermost fund.
    pub const fn parent(self) -> Option<Fund> {
        match self {
            Fund::GeneralPublic | Fund::GovernmentFund | Fund::StateCapital => Some(Fund::Appropriation),
            Fund::Institution | Fund::Business | Fund::SuperiorGrants | Fund::SubordinateIncome | Fund::OtherIncome => {
                Some(Fund::OwnFunds)
            }
            _ => None,
        }
    }
}

/// Whether money is of this year, carried over or left. Where a number mentions none of these, it is of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// Of this year's budget (当年, 本年).
    Current,
    /// Carried over from last year (上年结转, 上年结余).
    Carried,
    /// Left for next year (结转下年): received, and not spent.
    Left,
}

/// A part of expenditure. Where a number mentions none, it is of all parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Basic expenditure (基本支出): the sum of the next two.
    Basic,
    /// Personnel funds (人员经费).
    Personnel,
    /// Operating funds (公用经费).
    Operating,
    /// Projects (项目支出).
    Project,
    /// What is held in reserve (机动经费).
    Reserve,
    /// Business expenditure of a public institution (事业单位经营支出).
    Business,
    /// Payments to the superior organisation (上缴上级支出).
    ToSuperior,
    /// Payments to subordinate units (对附属单位补助支出).
    ToSubordinate,
    /// Another part beside these, as the file says.
    Other,
}

impl Part {
    /// The part of expenditure that this one belongs to; `None` where that is all expenditure.
    pub const fn parent(self) -> Option<Part> {
        match self {
            Part::Personnel | Part::Operating => Some(Part::Basic),
            _ => None,
        }
    }
}

/// An expense that the rules of disclosure single out (“三公”经费 and what is printed beside them).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Expense {
    /// The three public expenses together with meetings and training, where a template adds them up.
    WithMeetings,
    /// The three public expenses: the sum of the next three.
    ThreePublic,
    /// Trips abroad (因公出国（境）).
    Overseas,
    /// Receptions (公务接待).
    Reception,
    /// Vehicles (公务用车购置及运行维护): the sum of the next two.
    Vehicles,
    /// Buying vehicles.
    VehiclePurchase,
    /// Running vehicles.
    VehicleRunning,
    /// Meetings (会议费): none of the three.
    Meetings,
    /// Training (培训费): none of the three.
    Training,
    /// Agency operating funds (机关运行经费): none of the three.
    AgencyOperating,
}

impl Expense {
    /// The expense that this one is a part of.
    pub const fn parent(self) -> Option<Expense> {
        match self {
            Expense::ThreePublic | Expense::Meetings | Expense::Training => Some(Expense::WithMeetings),
            Expense::Overseas | Expense::Reception | Expense::Vehicles => Some(Expense::ThreePublic),
            Expense::VehiclePurchase | Expense::VehicleRunning => Some(Expense::Vehicles),
            Expense::WithMeetings | Expense::AgencyOperating => None,
        }
    }

    /// Whether the expense is one of the three public expenses, or all of them.
    pub fn is_three_public(self) -> bool {
        self == Expense::ThreePublic || self.parent().is_some_and(Expense::is_three_public)
    }
}

/// The phase of a year's budget: as approved, as adjusted, as spent or as closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// As approved at the year's beginning (年初预算).
    Budget,
    /// As adjusted during the year (调整预算).
    Adjusted,
    /// The amount spent so far (执行数).
    Executed,
    /// The final account (决算数).
    Final,
}

impl Phase {
    /// The id of the phase in the file format.
    pub const fn id(self) -> &'static str {
        match self {
            Phase::Budget => "budget",
            Phase::Adjusted => "adjusted",
            Phase::Executed => "actual",
            Phase::Final => "final",
        }
    }

    /// The phase with this id.
    pub fn from_id(id: &str) -> Option<Phase> {
        [Phase::Budget, Phase::Adjusted, Phase::Executed, Phase::Final].into_iter().find(|phase| phase.id() == id)
    }

    /// The name of the phase, in Chinese and in English.
    pub const fn name(self) -> (&'static str, &'static str) {
        match self {
            Phase::Budget => ("预算数", "budget"),
            Phase::Adjusted => ("调整预算数", "adjusted budget"),
            Phase::Executed => ("执行数", "execution"),
            Phase::Final => ("决算数", "final account"),
        }
    }
}

/// The year that a number is about, and the phase of that year's budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Time {
    /// How many years before the document's year.
    pub before: u8,
    /// The phase; `None` where nothing says it.
    pub phase: Option<Phase>,
}

/// What kind of number is printed: an amount of money, or a change, rate, share or count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Quantity {
    /// An amount of money.
    #[default]
    Amount,
    /// The difference from an earlier amount (增减额).
    Change,
    /// The difference in percent of the earlier amount (增减率).
    Rate,
    /// The percentage of a larger amount (占比).
    Share,
    /// A number of people or things (数量, 人数).
    Count,
}

/// What a printed number is about. A coordinate that is not mentioned means *all*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Coordinates {
    /// The kind of number.
    pub quantity: Quantity,
    /// The year.
    pub time: Time,
    /// For a change, rate or share: the year and phase that it is computed from, where that is said.
    pub base: Option<Time>,
    /// Income or expenditure, where the number is all of one of them.
    pub flow: Option<Side>,
    /// The fund.
    pub fund: Option<Fund>,
    /// Whether the money is this year's, carried over or left.
    pub origin: Option<Origin>,
    /// The part of expenditure.
    pub part: Option<Part>,
    /// The expense.
    pub expense: Option<Expense>,
    /// Whether something is deducted (扣除基建), so that it is not all the money that its other coordinates name.
    pub without: bool,
    /// Whether it is only part of what its other coordinates name (其中, of which).
    pub of_which: bool,
    /// Whether nothing tells what it is about, so that it enters no sum.
    pub unknown: bool,
}

impl Coordinates {
    /// Whether the number is of income or of expenditure; parts are always of expenditure.
    pub fn flow(&self) -> Option<Side> {
        self.flow.or(self.part.map(|_| Side::Expenditure))
    }

    /// Whether the number is an amount of money of the document's own year.
    pub const fn is_money_of_this_year(&self) -> bool {
        self.is_money() && self.time.before == 0
    }

    /// Whether the number is an amount of money, and what it is about is known.
    pub const fn is_money(&self) -> bool {
        matches!(self.quantity, Quantity::Amount) && !self.unknown
    }

    /// Whether nothing is deducted or singled out, and what the number is about is known.
    pub const fn is_plain(&self) -> bool {
        !self.without && !self.of_which && !self.unknown
    }

    /// Combines two sets of coordinates: what one does not mention is taken from the other, and `self` takes
    /// precedence.
    #[must_use]
    pub fn or(self, other: Coordinates) -> Coordinates {
        Coordinates {
            quantity: if self.quantity == Quantity::Amount { other.quantity } else { self.quantity },
            // 执行数 below 2025 年 tells the phase, and the heading above it the year.
            time: Time {
                before: if self.time.before == 0 { other.time.before } else { self.time.before },
                phase: self.time.phase.or(other.time.phase),
            },
            base: self.base.or(other.base),
            flow: self.flow.or(other.flow),
            fund: self.fund.or(other.fund),
            origin: self.origin.or(other.origin),
            part: self.part.or(other.part),
            expense: self.expense.or(other.expense),
            without: self.without || other.without,
            of_which: self.of_which || other.of_which,
            unknown: self.unknown || other.unknown,
        }
    }
}
