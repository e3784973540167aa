//! Whose money the document is about, and of which year: what is known to be nothing needs no table of its own.
//!
//! Where all money is the general public budget's of this year, 一般公共预算支出, 财政拨款支出 and 支出 are three names of one
//! amount, and their tables have to agree; where something is carried over, or an institution earns some itself, they
//! need not. So a number's fund and origin are reckoned as the set of those sources that the document has anything of.

use super::income::{TABLES, left, own_apart, printed, told, uncarried};
use crate::budget::{Coordinates, Fund, Kind, Origin, column};
use crate::check::checker::Checker;
use crate::check::finding::Why;

/// A set of sources: each a fund that has no parts, of this year or carried over.
pub type Sources = u32;

/// One bit a fund, in the order of [`Fund`]: what is left of the unit's own funds stands at their own. Above them the
/// same for what is carried over.
const WIDTH: u32 = Fund::AccountBalance as u32 + 1;
/// What is left of earlier years by its very name: none of it is of this one.
const LEFT_OVER: Sources = bit(Fund::UsedSurplus) | bit(Fund::AccountBalance);
/// Of this year, all funds that have no parts.
const EVERY: Sources = ((1 << WIDTH) - 1) & !bit(Fund::Appropriation);
/// Every source.
pub const ALL: Sources = EVERY | EVERY << WIDTH;

const fn bit(fund: Fund) -> Sources {
    1 << fund as u32
}

/// The funds that have no parts, of which a fund is made.
const fn leaves(fund: Option<Fund>) -> Sources {
    use Fund::{Business, GeneralPublic, GovernmentFund, Institution, OtherIncome, OwnFunds};
    use Fund::{StateCapital, SubordinateIncome, SuperiorGrants};
    match fund {
        None => EVERY,
        Some(Fund::Appropriation) => bit(GeneralPublic) | bit(GovernmentFund) | bit(StateCapital),
        Some(OwnFunds) => {
            let named = bit(Institution) | bit(Business) | bit(SuperiorGrants) | bit(SubordinateIncome);
            named | bit(OtherIncome) | bit(OwnFunds)
        }
        Some(fund) => bit(fund),
    }
}

/// What money the document is about.
#[derive(Debug, Clone, Copy)]
pub struct Money {
    /// Whether a table says where the money comes from.
    is_known: bool,
    /// The sources that the document may have something of.
    present: Sources,
    /// Whether something is left for next year.
    left: bool,
    /// Whether 单位资金 is what 事业收入 and the like leave, and not their sum.
    is_own_apart: bool,
}

impl Money {
    /// As the document's tables of income say.
    pub fn of(checker: &Checker) -> Self {
        let mut present = ALL;
        let mut is_known = false;
        let mut printed_sources: Vec<Sources> = Vec::new();
        for indexed in TABLES.into_iter().filter_map(|kind| checker.indexed_table(kind)) {
            let Some(printed) = printed(checker, indexed) else { continue };
            is_known |= !indexed.is(Kind::Appropriation);
            present &= printed.iter().fold(0, |all, own| all | own) | !told(indexed);
            printed_sources.extend(printed);
        }
        present &= !uncarried(checker);
        // Where two tables contradict each other, what one of them prints is there.
        for own in printed_sources {
            if own & present == 0 {
                present |= own;
            }
        }
        let carried = checker.total(Kind::CarriedProjects, None, column::TOTAL);
        if carried.iter().any(|place| checker.is_something(*place)) {
            present |= sources(Some(Fund::GeneralPublic), Some(Origin::Carried));
        }
        Money {
            is_known,
            present: if is_known { present } else { ALL },
            left: left(checker),
            is_own_apart: TABLES[..2]
                .iter()
                .filter_map(|kind| checker.indexed_table(*kind))
                .any(|indexed| own_apart(checker, indexed)),
        }
    }

    /// The sources of a number: those of its fund and origin that the document has something of.
    pub const fn sources(self, about: &Coordinates) -> Sources {
        let all = sources(about.fund, about.origin);
        let unnamed = bit(Fund::OwnFunds);
        let own = if self.is_own_apart && matches!(about.fund, Some(Fund::OwnFunds)) {
            all & (unnamed | unnamed << WIDTH)
        } else {
            all
        };
        own & self.present
    }

    /// What is left of earlier years by its name, as far as the document has something of it.
    pub const fn left_over(self) -> Sources {
        LEFT_OVER << WIDTH & self.present
    }

    /// Whether all money is the treasury's.
    pub const fn is_fiscal(self) -> bool {
        self.is_known && self.is_same(ALL, sources(Some(Fund::Appropriation), None))
    }

    /// Whether something is left for next year: then not all that comes in is spent.
    pub const fn is_left(self) -> bool {
        self.left
    }

    /// Whether two sources come to the same.
    const fn is_same(self, one: Sources, other: Sources) -> bool {
        one & self.present == other & self.present
    }

    /// Whether all money is the general public budget's of this year, so that a table of that holds all there is;
    /// otherwise why it need not.
    pub const fn only_general_public(self) -> Result<(), Why> {
        let public = sources(Some(Fund::GeneralPublic), Some(Origin::Current));
        match () {
            () if !self.is_known => Err(Why::NoTable(Kind::Balance)),
            () if self.is_same(ALL, public) && !self.left => Ok(()),
            () => Err(Why::OtherFunds),
        }
    }

    /// Whether some of it is of another year: then an amount may be meant with it or without.
    pub const fn of_another_year(self) -> Option<Why> {
        let carried = sources(None, Some(Origin::Carried));
        match () {
            () if !self.is_known => Some(Why::NoTable(Kind::Balance)),
            () if self.left || self.present & carried != 0 => Some(Why::OtherFunds),
            () => None,
        }
    }
}

/// The sources of a fund and an origin; of all that they do not say.
pub const fn sources(fund: Option<Fund>, origin: Option<Origin>) -> Sources {
    let own = leaves(fund);
    let current = own & !LEFT_OVER;
    match origin {
        Some(Origin::Current) => current,
        // 上年结转 and 使用非财政拨款结余 stand beside each other.
        Some(Origin::Carried) if fund.is_none() => current << WIDTH,
        Some(Origin::Carried) => own << WIDTH,
        Some(Origin::Left) => 0,
        None => current | own << WIDTH,
    }
}
