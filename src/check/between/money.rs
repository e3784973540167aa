//! Which sources of money a document has: numbers that differ only in sources without money have to agree.
//!
//! Where all money is the general public budget's of this year, 一般公共预算支出, 财政拨款支出 and 支出 are three names
//! of one amount, and their tables have to agree; where something is carried over, or an institution earns some itself,
//! they need not. So a number's fund and origin become the set of those sources that the document has money of.

use super::income::{TABLES, left, own_apart, printed, told, uncarried};
use crate::budget::{Coordinates, Fund, Kind, Origin, column};
use crate::check::checker::Checker;
use crate::check::finding::Reason;

/// A set of sources as bits: each source is a fund without parts, of this year or carried over.
pub type SourceSet = u32;

/// The number of bits for money of this year, one per fund in the order of [`Fund`]; own funds that have no other name
/// have the bit of `OwnFunds`. The bits above these are for the same funds carried over.
const WIDTH: u32 = Fund::AccountBalance as u32 + 1;
/// Funds whose names say that they are left over from earlier years, so that none of their money is of this one.
const LEFT_OVER: SourceSet = bit(Fund::UsedSurplus) | bit(Fund::AccountBalance);
/// All funds without parts, of this year.
const EVERY: SourceSet = ((1 << WIDTH) - 1) & !bit(Fund::Appropriation);
/// All sources, of this year and carried over.
pub const ALL: SourceSet = EVERY | EVERY << WIDTH;

const fn bit(fund: Fund) -> SourceSet {
    1 << fund as u32
}

/// The funds without parts that a fund is made of.
const fn leaves(fund: Option<Fund>) -> SourceSet {
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

/// The sources of money that a document has.
#[derive(Debug, Clone, Copy)]
pub struct Money {
    /// Whether a table says where the money comes from.
    is_known: bool,
    /// The sources that the document may have money of.
    present: SourceSet,
    /// Whether money is left for next year.
    left: bool,
    /// Whether 单位资金 is the rest beside 事业收入 and the like, and not their sum.
    is_own_apart: bool,
}

impl Money {
    /// Finds the sources of the document's money in its tables of income.
    pub fn of(checker: &Checker) -> Self {
        let mut present = ALL;
        let mut is_known = false;
        let mut printed_sources: Vec<SourceSet> = Vec::new();
        for indexed in TABLES.into_iter().filter_map(|kind| checker.indexed_table(kind)) {
            let Some(printed) = printed(checker, indexed) else { continue };
            is_known |= !indexed.is(Kind::Appropriation);
            present &= printed.iter().fold(0, |all, own| all | own) | !told(indexed);
            printed_sources.extend(printed);
        }
        present &= !uncarried(checker);
        // Where two tables contradict each other, a source that one of them prints is there.
        for own in printed_sources {
            if own & present == 0 {
                present |= own;
            }
        }
        let carried = checker.total(Kind::CarriedProjects, None, column::TOTAL);
        if carried.iter().any(|place| checker.is_nonzero(*place)) {
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

    /// The sources of a number: those of its fund and origin that the document has money of.
    pub const fn sources(self, about: &Coordinates) -> SourceSet {
        let all = sources(about.fund, about.origin);
        let unnamed = bit(Fund::OwnFunds);
        let own = if self.is_own_apart && matches!(about.fund, Some(Fund::OwnFunds)) {
            all & (unnamed | unnamed << WIDTH)
        } else {
            all
        };
        own & self.present
    }

    /// The sources whose names say that they are left over from earlier years, as far as the document has money of
    /// them.
    pub const fn left_over(self) -> SourceSet {
        LEFT_OVER << WIDTH & self.present
    }

    /// Whether all money comes from the treasury.
    pub const fn is_fiscal(self) -> bool {
        self.is_known && self.is_same(ALL, sources(Some(Fund::Appropriation), None))
    }

    /// Whether money is left for next year, so that not all income is spent.
    pub const fn is_left(self) -> bool {
        self.left
    }

    /// Whether two sets of sources are the same money in this document.
    const fn is_same(self, one: SourceSet, other: SourceSet) -> bool {
        one & self.present == other & self.present
    }

    /// Whether all money is the general public budget's of this year, so that a table of that covers everything;
    /// otherwise why it need not.
    pub const fn only_general_public(self) -> Result<(), Reason> {
        let public = sources(Some(Fund::GeneralPublic), Some(Origin::Current));
        match () {
            () if !self.is_known => Err(Reason::NoTable(Kind::Balance)),
            () if self.is_same(ALL, public) && !self.left => Ok(()),
            () => Err(Reason::OtherFunds),
        }
    }

    /// Why an amount may be meant with or without money of another year, where there is some.
    pub const fn of_another_year(self) -> Option<Reason> {
        let carried = sources(None, Some(Origin::Carried));
        match () {
            () if !self.is_known => Some(Reason::NoTable(Kind::Balance)),
            () if self.left || self.present & carried != 0 => Some(Reason::OtherFunds),
            () => None,
        }
    }
}

/// The sources of a fund and an origin, where `None` means all of them.
pub const fn sources(fund: Option<Fund>, origin: Option<Origin>) -> SourceSet {
    let own = leaves(fund);
    let current = own & !LEFT_OVER;
    match origin {
        Some(Origin::Current) => current,
        // 上年结转 and 使用非财政拨款结余 are printed beside each other.
        Some(Origin::Carried) if fund.is_none() => current << WIDTH,
        Some(Origin::Carried) => own << WIDTH,
        Some(Origin::Left) => 0,
        None => current | own << WIDTH,
    }
}
