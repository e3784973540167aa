//! What amounts can be divided by, and what is said of each: its choice, its name, what it lacks.

use crate::locale::Locale;

/// What an amount is divided by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Divisor {
    /// The staff on the establishment.
    Person,
    /// The official vehicles.
    Vehicle,
    /// Who lives in the place that the department serves.
    Inhabitant,
}

impl Divisor {
    /// All of them.
    pub const ALL: [Divisor; 3] = [Divisor::Person, Divisor::Vehicle, Divisor::Inhabitant];

    /// Its name in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Divisor::Person => "person",
            Divisor::Vehicle => "vehicle",
            Divisor::Inhabitant => "inhabitant",
        }
    }

    /// The one with this name.
    pub fn from_id(id: &str) -> Option<Divisor> {
        Divisor::ALL.into_iter().find(|divisor| divisor.id() == id)
    }

    /// The choice of it, as a button has it.
    pub const fn choice(self, locale: Locale) -> &'static str {
        match self {
            Divisor::Person => locale.tr("在编人员人均", "For each member of staff"),
            Divisor::Vehicle => locale.tr("平均每辆车", "For each vehicle"),
            Divisor::Inhabitant => locale.tr("居民人均", "For each inhabitant"),
        }
    }

    /// What an amount of this name is called when it is divided.
    pub fn name(self, amount: &str, locale: Locale) -> String {
        let (zh, en) = match self {
            Divisor::Person => ("在编人员人均{0}", "{0} for each member of staff"),
            Divisor::Vehicle => ("平均每辆车的{0}", "{0} for each vehicle"),
            Divisor::Inhabitant => ("居民人均{0}", "{0} for each inhabitant"),
        };
        locale.format(zh, en, &[amount])
    }

    /// The sentence that names those whose count nobody states.
    pub const fn uncounted(self) -> (&'static str, &'static str) {
        match self {
            Divisor::Person => ("没有写在编人数、所以算不出人均的：{0}。", "Without a number of staff: {0}."),
            Divisor::Vehicle => ("没有写公务用车数量、所以算不出的：{0}。", "Without a number of vehicles: {0}."),
            Divisor::Inhabitant => {
                ("统计数据里没有所在地区当年人口的：{0}。", "The statistics have no population for: {0}.")
            }
        }
    }

    /// The sentence in place of an amount whose count nobody states.
    pub const fn lacking(self, locale: Locale) -> &'static str {
        match self {
            Divisor::Person => locale.tr("这份文件没有写在编人数", "that document states no staff"),
            Divisor::Vehicle => locale.tr("这份文件没有写车辆数", "that document states no vehicles"),
            Divisor::Inhabitant => {
                locale.tr("统计数据里没有这一年的人口", "the statistics have no inhabitants of that year")
            }
        }
    }

    /// The sentence in place of an amount that is divided by none.
    pub const fn nothing(self, locale: Locale) -> &'static str {
        match self {
            Divisor::Person => locale.tr("在编人员是 0，没有人均", "it has no staff to divide by"),
            Divisor::Vehicle => locale.tr("公务用车是 0，没有每辆的", "it has no vehicles to divide by"),
            Divisor::Inhabitant => locale.tr("人口是 0，没有人均", "it has no inhabitants to divide by"),
        }
    }

    /// The sentence that names those that have none to divide by.
    pub const fn none(self) -> (&'static str, &'static str) {
        match self {
            Divisor::Person => ("写明在编人员是 0、所以没有人均的：{0}。", "Without staff, as they state: {0}."),
            Divisor::Vehicle => ("写明公务用车是 0、所以没有每辆的：{0}。", "Without vehicles, as they state: {0}."),
            Divisor::Inhabitant => ("人口是 0、所以没有人均的：{0}。", "Without inhabitants: {0}."),
        }
    }

    /// What makes such an amount unfair to compare.
    pub const fn caveat(self, locale: Locale) -> &'static str {
        match self {
            Divisor::Person => locale.tr(
                "人数是文件写的在编人员，不含离退休人员、编外和劳务派遣人员；支出里可能有他们的钱。",
                "The staff are those on the establishment as each document states them: without the retired and those employed outside it, whose money may be in the amounts.",
            ),
            Divisor::Vehicle => locale.tr(
                "车辆数是文件写明那一天实有的，与全年使用的车辆可能不同。",
                "The vehicles are those of the day that each document states, which may not be those in use all year.",
            ),
            Divisor::Inhabitant => locale.tr(
                "人口按来源的口径，常住人口和户籍人口不同；钱不一定花在每个人身上。",
                "Inhabitants are counted as their source does: residents are others than those registered. The money is not spent on everybody alike.",
            ),
        }
    }
}
