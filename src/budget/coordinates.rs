//! What a printed number is about: of which fund, which part of expenditure, which year, and so on.
//!
//! A number means what it says by its *coordinates*, not by the table that it happens to stand in: 一般公共预算,
//! 基本支出, 2026 is the same money in whichever of a province's tables it is printed. A table gives some
//! coordinates, a column some, a line some ([`Column::coordinates`](super::Column::coordinates)); what none of them
//! mentions is *all*. Checks hold numbers of the same coordinates against each other, and figures ask for numbers by
//! them.

use super::Side;

/// A fund that money comes from. Where a number mentions none, it is of all funds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fund {
    /// All that the treasury appropriates (财政拨款): the next three.
    Appropriation,
    /// The general public budget (一般公共预算).
    GeneralPublic,
    /// Government-managed funds (政府性基金).
    GovernmentFund,
    /// State capital operations (国有资本经营).
    StateCapital,
    /// The special fiscal account (财政专户).
    FiscalAccount,
    /// The unit's own funds (单位资金, 其他资金): the next five.
    OwnFunds,
    /// Income of an institution's work (事业收入).
    Institution,
    /// Income of an institution's business (事业单位经营收入).
    Business,
    /// Grants of the body above (上级补助收入).
    SuperiorGrants,
    /// What subordinate units pay in (附属单位上缴收入).
    SubordinateIncome,
    /// Other income (其他收入).
    OtherIncome,
    /// Surpluses of earlier years that are not appropriations (使用非财政拨款结余).
    UsedSurplus,
    /// What is left on the unit's own account (实户资金余额).
    AccountBalance,
}

impl Fund {
    /// The fund that it is a part of; `None` where that is all there is.
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

/// Whether money is of this year or left over from the last. Where a number mentions none, it is of both.
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
    /// Basic expenditure (基本支出): the next two.
    Basic,
    /// Staff (人员经费).
    Personnel,
    /// Operating (公用经费).
    Operating,
    /// Projects (项目支出).
    Project,
    /// What is held in reserve (机动经费).
    Reserve,
    /// An institution's business (事业单位经营支出).
    Business,
    /// Paid to the body above (上缴上级支出).
    ToSuperior,
    /// Paid to subordinate units (对附属单位补助支出).
    ToSubordinate,
    /// Another part beside these, as the file says.
    Other,
}

impl Part {
    /// The part that it is a part of; `None` where that is all expenditure.
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
    /// The three public expenses: the next three.
    ThreePublic,
    /// Trips abroad (因公出国（境）).
    Overseas,
    /// Receptions (公务接待).
    Reception,
    /// Vehicles (公务用车购置及运行维护): the next two.
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
    /// The expense that it is a part of.
    pub const fn parent(self) -> Option<Expense> {
        match self {
            Expense::ThreePublic | Expense::Meetings | Expense::Training => Some(Expense::WithMeetings),
            Expense::Overseas | Expense::Reception | Expense::Vehicles => Some(Expense::ThreePublic),
            Expense::VehiclePurchase | Expense::VehicleRunning => Some(Expense::Vehicles),
            Expense::WithMeetings | Expense::AgencyOperating => None,
        }
    }

    /// Whether it is one of the three public expenses, or all of them.
    pub fn is_three_public(self) -> bool {
        self == Expense::ThreePublic || self.parent().is_some_and(Expense::is_three_public)
    }
}

/// Which state of a year's budget a number is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// As approved at the year's beginning (年初预算).
    Budget,
    /// As adjusted during the year (调整预算).
    Adjusted,
    /// What was spent by then (执行数).
    Executed,
    /// The final account (决算数).
    Final,
}

impl Phase {
    /// Its word in the format.
    pub const fn id(self) -> &'static str {
        match self {
            Phase::Budget => "budget",
            Phase::Adjusted => "adjusted",
            Phase::Executed => "actual",
            Phase::Final => "final",
        }
    }

    /// The state with this word.
    pub fn from_id(id: &str) -> Option<Phase> {
        [Phase::Budget, Phase::Adjusted, Phase::Executed, Phase::Final].into_iter().find(|phase| phase.id() == id)
    }

    /// What it is called: in Chinese, in English.
    pub const fn name(self) -> (&'static str, &'static str) {
        match self {
            Phase::Budget => ("预算数", "budget"),
            Phase::Adjusted => ("调整预算数", "adjusted budget"),
            Phase::Executed => ("执行数", "execution"),
            Phase::Final => ("决算数", "final account"),
        }
    }
}

/// The year and the state of its budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Time {
    /// How many years before the document's.
    pub before: u8,
    /// Which state; `None` where nothing says it.
    pub phase: Option<Phase>,
}

/// What a number says of that money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Quantity {
    /// How much it is.
    #[default]
    Amount,
    /// By how much it differs from an earlier one (增减额).
    Change,
    /// The same in percent of that (增减率).
    Rate,
    /// Which percentage of something it is (占比).
    Share,
    /// How many things (数量, 人数).
    Count,
}

/// What a printed number is about. What it does not mention is *all*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Coordinates {
    /// What it says of the money.
    pub quantity: Quantity,
    /// The year.
    pub time: Time,
    /// For a change, rate or share: the year and state that it is reckoned from, where that is said.
    pub base: Option<Time>,
    /// Income or expenditure, where the number is all of one of them.
    pub flow: Option<Side>,
    /// The fund.
    pub fund: Option<Fund>,
    /// This year's money or last year's.
    pub origin: Option<Origin>,
    /// The part of expenditure.
    pub part: Option<Part>,
    /// The expense.
    pub expense: Option<Expense>,
    /// Whether something is taken off (扣除基建): it is not the money that its other coordinates name.
    pub without: bool,
    /// Whether it is only some of what its other coordinates name (其中).
    pub of_which: bool,
    /// Whether nothing told what it is about: it enters no sum.
    pub unknown: bool,
}

impl Coordinates {
    /// Whether it is of income or of expenditure: parts are always of expenditure.
    pub fn flow(&self) -> Option<Side> {
        self.flow.or(self.part.map(|_| Side::Expenditure))
    }

    /// Whether it says how much money it is, of the document's own year.
    pub const fn is_money_of_this_year(&self) -> bool {
        self.is_money() && self.time.before == 0
    }

    /// Whether it says how much money it is.
    pub const fn is_money(&self) -> bool {
        matches!(self.quantity, Quantity::Amount) && !self.unknown
    }

    /// Whether it is a whole of its kind: not a part that is singled out, and nothing taken off.
    pub const fn is_plain(&self) -> bool {
        !self.without && !self.of_which && !self.unknown
    }

    /// What both mention; what only one mentions is taken from it, and `self` comes first.
    #[must_use]
    pub fn or(self, other: Coordinates) -> Coordinates {
        Coordinates {
            quantity: if self.quantity == Quantity::Amount { other.quantity } else { self.quantity },
            // 执行数 below 2025 年 says the state, and the heading above it the year.
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
