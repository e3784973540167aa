//! By what departments can be compared: an amount that their documents print, or one of these for each of a count.

use crate::figure::param;
use crate::figure::per_head::Divisor;
use crate::figure::years::points::Measure;
use crate::locale::Locale;

/// What departments are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    /// Its value of the parameter `measure`.
    pub id: &'static str,
    /// The amount.
    pub measure: Measure<'static>,
    /// What it is divided by, if it is.
    pub per: Option<Divisor>,
    name: (&'static str, &'static str),
}

/// All that departments can be compared by, in the order of the choice.
pub static ALL: [Compared; 8] = [
    Compared { id: "", measure: Measure::Whole, per: None, name: ("支出", "expenditure") },
    Compared {
        id: param::EACH_PERSON,
        measure: Measure::Whole,
        per: Some(Divisor::Person),
        name: ("在编人员人均支出", "expenditure for each member of staff"),
    },
    Compared {
        id: param::EACH_INHABITANT,
        measure: Measure::Whole,
        per: Some(Divisor::Inhabitant),
        name: ("居民人均支出", "expenditure for each inhabitant"),
    },
    Compared { id: param::CLASSES, measure: Measure::Whole, per: None, name: ("支出", "expenditure") },
    Compared {
        id: param::THREE_PUBLIC,
        measure: Measure::ThreePublic,
        per: None,
        name: ("“三公”经费", "“three public expenses”"),
    },
    EACH,
    Compared {
        id: param::EACH_VEHICLE,
        measure: Measure::Vehicles,
        per: Some(Divisor::Vehicle),
        name: ("每辆公务用车运行维护费", "running costs for each vehicle"),
    },
    Compared {
        id: param::PROJECTS,
        measure: Measure::Projects(""),
        per: None,
        name: ("全部项目的金额", "the money for all projects"),
    },
];

/// The three public expenses for each member of staff, which the table has unless another is chosen.
pub const EACH: Compared = Compared {
    id: param::EACH,
    measure: Measure::ThreePublic,
    per: Some(Divisor::Person),
    name: ("人均“三公”经费", "“three public expenses” for each member of staff"),
};

impl Compared {
    /// The one with this value of the parameter, or all expenditure.
    pub fn chosen(id: &str) -> Compared {
        *ALL.iter().find(|own| own.id == id).unwrap_or(&ALL[0])
    }

    /// Whether it is all expenditure, in the parts that documents print.
    pub const fn is_all(self) -> bool {
        self.id.is_empty()
    }

    /// Whether it is all expenditure, in parts of either kind.
    pub fn is_whole(self) -> bool {
        self.is_all() || self.is_by_class()
    }

    /// Whether it is all expenditure in its functional classes.
    pub fn is_by_class(self) -> bool {
        self.id == param::CLASSES
    }

    /// The value of the parameter for the whole amount that it is of, or is a part of.
    pub fn group(self) -> &'static str {
        match self.measure {
            Measure::Whole if self.is_by_class() => param::CLASSES,
            Measure::ThreePublic | Measure::Vehicles => param::THREE_PUBLIC,
            Measure::Projects(_) => param::PROJECTS,
            Measure::Whole | Measure::Class(..) => "",
        }
    }

    /// Its button beside those of the same amount.
    pub fn choice(self, locale: Locale) -> &'static str {
        self.per.map_or_else(|| locale.tr("总额", "Whole amounts"), |divisor| divisor.choice(locale))
    }

    /// What it is called inside a sentence.
    pub const fn name(self, locale: Locale) -> &'static str {
        locale.tr(self.name.0, self.name.1)
    }
}
