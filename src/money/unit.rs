//! The units in which Chinese budgets are printed.

use serde::Deserialize;

listed! {
    /// A unit of money. Each is a power of ten of the yuan, so changing units only moves the decimal point.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
    #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
    pub enum Unit {
        /// 元, one yuan.
        #[serde(rename = "元")]
        Yuan,
        /// 千元, a thousand yuan.
        #[serde(rename = "千元")]
        Thousand,
        /// 万元, ten thousand yuan: the usual unit of a department's budget.
        #[default]
        #[serde(rename = "万元")]
        Wan,
        /// 百万元, a million yuan.
        #[serde(rename = "百万元")]
        Million,
        /// 亿元, a hundred million yuan.
        #[serde(rename = "亿元")]
        Yi,
    }
}

impl Unit {
    /// The units that a reader can choose.
    pub const CHOICE: [Unit; 3] = [Unit::Yuan, Unit::Wan, Unit::Yi];

    /// The power of ten of the unit: one of it is 10^`exponent` yuan.
    pub const fn exponent(self) -> u32 {
        match self {
            Unit::Yuan => 0,
            Unit::Thousand => 3,
            Unit::Wan => 4,
            Unit::Million => 6,
            Unit::Yi => 8,
        }
    }

    /// The unit that is 10^`power` times this one, if budgets are printed in such a unit.
    pub fn scaled(self, power: i8) -> Option<Unit> {
        let exponent = self.exponent().checked_add_signed(power.into());
        Unit::ALL.into_iter().find(|unit| Some(unit.exponent()) == exponent)
    }

    /// Its name in Chinese, as documents print it.
    pub const fn zh(self) -> &'static str {
        match self {
            Unit::Yuan => "元",
            Unit::Thousand => "千元",
            Unit::Wan => "万元",
            Unit::Million => "百万元",
            Unit::Yi => "亿元",
        }
    }

    /// Its name in English.
    pub const fn en(self) -> &'static str {
        match self {
            Unit::Yuan => "yuan",
            Unit::Thousand => "thousand yuan",
            Unit::Wan => "wan yuan",
            Unit::Million => "million yuan",
            Unit::Yi => "yi yuan",
        }
    }

    /// Its name in a URL (`unit=wan`).
    pub const fn id(self) -> &'static str {
        match self {
            Unit::Yuan => "yuan",
            Unit::Thousand => "thousand",
            Unit::Wan => "wan",
            Unit::Million => "million",
            Unit::Yi => "yi",
        }
    }

    /// The unit that a URL names, if readers can choose it.
    pub fn from_id(id: &str) -> Option<Unit> {
        Unit::CHOICE.into_iter().find(|unit| unit.id() == id)
    }
}
