//! Whose money the document is about, and of which year: what is known to be nothing needs no table of its own.
//!
//! Where all money is the general public budget's of this year, 一般公共预算支出, 财政拨款支出 and 支出 are three names of one
//! amount, and their tables have to agree; where something is carried over, or an institution earns some itself, they
//! need not. So a number's fund and origin are reckoned as the set of those sources that the document has anything of.

use crate::budget::{Coordinates, Fund, Kind, Origin, Place, Role, Side, column};
use crate::check::finding::Why;
use crate::check::sheet::Sheet;
use crate::check::ties::Ties;

/// A set of sources: each a fund that has no parts, of this year or carried over.
pub type Sources = u32;

/// The funds that have no parts. The last stands for any that nobody names.
const LEAVES: [Fund; 11] = [
    Fund::GeneralPublic,
    Fund::GovernmentFund,
    Fund::StateCapital,
    Fund::FiscalAccount,
    Fund::Institution,
    Fund::Business,
    Fund::SuperiorGrants,
    Fund::SubordinateIncome,
    Fund::OtherIncome,
    Fund::UsedSurplus,
    Fund::AccountBalance,
];
/// One more source than [`LEAVES`]: own funds that are not told apart.
const WIDTH: usize = LEAVES.len() + 1;
const ALL: Sources = (1 << (2 * WIDTH)) - 1;

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
    pub fn of(ties: &Ties) -> Self {
        let mut present = ALL;
        let mut is_known = false;
        let mut printed_sources: Vec<Sources> = Vec::new();
        for sheet in TABLES.into_iter().filter_map(|kind| ties.sheet(kind)) {
            let Some(printed) = printed(ties, sheet) else { continue };
            is_known |= !sheet.is(Kind::Appropriation);
            present &= printed.iter().fold(0, |all, own| all | own) | !told(sheet);
            printed_sources.extend(printed);
        }
        present &= !uncarried(ties);
        // Where two tables contradict each other, what one of them prints is there.
        for own in printed_sources {
            if own & present == 0 {
                present |= own;
            }
        }
        let carried = ties.total(Kind::CarriedProjects, None, column::TOTAL);
        if carried.iter().any(|place| ties.is_something(*place)) {
            present |= sources(Some(Fund::GeneralPublic), Some(Origin::Carried));
        }
        Money {
            is_known,
            present: if is_known { present } else { ALL },
            left: left(ties),
            is_own_apart: TABLES[..2].iter().filter_map(|kind| ties.sheet(*kind)).any(|sheet| own_apart(ties, sheet)),
        }
    }

    /// The sources of a number: those of its fund and origin that the document has something of.
    pub const fn sources(self, about: &Coordinates) -> Sources {
        let all = sources(about.fund, about.origin);
        let unnamed = 1 << (WIDTH - 1);
        let own = if self.is_own_apart && matches!(about.fund, Some(Fund::OwnFunds)) {
            all & (unnamed | unnamed << WIDTH)
        } else {
            all
        };
        own & self.present
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
const fn sources(fund: Option<Fund>, origin: Option<Origin>) -> Sources {
    let mut own: Sources = 0;
    let mut i = 0;
    while i < WIDTH {
        let is_own = match fund {
            None => true,
            Some(Fund::OwnFunds) => i >= 4 && i != 9 && i != 10,
            Some(fund) if i < LEAVES.len() => {
                let is_fiscal = i < 3;
                fund as u8 == LEAVES[i] as u8 || (is_fiscal && matches!(fund, Fund::Appropriation))
            }
            Some(_) => false,
        };
        if is_own {
            own |= 1 << i;
        }
        i += 1;
    }
    // What is left of earlier years is never of this one.
    let current = own & !(1 << 9 | 1 << 10);
    match origin {
        Some(Origin::Current) => current,
        // 上年结转 and 使用非财政拨款结余 stand beside each other.
        Some(Origin::Carried) if fund.is_none() => current << WIDTH,
        Some(Origin::Carried) => own << WIDTH,
        Some(Origin::Left) => 0,
        None => current | own << WIDTH,
    }
}

/// The tables that say where the money comes from.
const TABLES: [Kind; 3] = [Kind::Balance, Kind::Income, Kind::Appropriation];

/// The sources that a table would print if there were something of them: one of appropriations says nothing of other
/// money, one of this year's income nothing of what was left.
fn told(sheet: &Sheet) -> Sources {
    let has_carried = || sheet.columns.iter().chain(&sheet.lines).any(|about| about.origin == Some(Origin::Carried));
    match sheet.table.kind {
        Some(Kind::Appropriation) => sources(Some(Fund::Appropriation), None),
        Some(Kind::Income) if !has_carried() => sources(None, Some(Origin::Current)),
        _ => ALL,
    }
}

/// Whether a balance prints something that is left for next year.
fn left(ties: &Ties) -> bool {
    let balances = ties.sheets.iter().filter(|sheet| sheet.is(Kind::Balance) || sheet.is(Kind::Appropriation));
    let mut lines = balances.flat_map(|sheet| (0..sheet.lines.len()).map(move |line| (sheet, line)));
    lines.any(|(sheet, line)| {
        let cell = |column| Place::Cell(sheet.index, line, column);
        sheet.lines[line].origin == Some(Origin::Left)
            && sheet.columns_of(None).any(|(column, _)| ties.is_something(cell(column)))
    })
}

/// The sources of each line of an income side, or of each column of an income table, that prints something; `None` where
/// it prints no income at all. Only what has no parts counts: 本年收入 is no source beside what it is the sum of.
fn printed(ties: &Ties, sheet: &Sheet) -> Option<Vec<Sources>> {
    let entries = if has_fund_columns(sheet) { by_column(ties, sheet) } else { by_line(ties, sheet) };
    let own = |(about, _): &(Coordinates, bool)| {
        // What is carried over is named as such.
        let is_left_over = matches!(about.fund, Some(Fund::UsedSurplus | Fund::AccountBalance));
        sources(about.fund, about.origin.or((!is_left_over).then_some(Origin::Current)))
    };
    (!entries.is_empty()).then(|| entries.iter().filter(|(_, is_something)| *is_something).map(own).collect())
}

/// Whether a table prints funds as columns.
fn has_fund_columns(sheet: &Sheet) -> bool {
    sheet.is(Kind::Income) && sheet.columns.iter().any(|column| column.is_money() && column.fund.is_some())
}

fn by_line(ties: &Ties, sheet: &Sheet) -> Vec<(Coordinates, bool)> {
    let side = if sheet.is(Kind::Income) { None } else { Some(Side::Income) };
    let columns: Vec<_> =
        sheet.columns_of(side).filter(|(c, _)| sheet.columns[*c].is_money_of_this_year()).map(|(c, _)| c).collect();
    let lines = sheet.table.lines.iter().enumerate();
    let own = lines.filter(|(i, line)| {
        line.side == side && line.role == Role::Item && sheet.tree.is_leaf(*i) && !line.is_of_which()
    });
    // What stands under a fund is of that fund, whatever it is called.
    let about = |line: usize| {
        let above = std::iter::successors(sheet.tree.parent(line), |above| sheet.tree.parent(*above));
        above.fold(sheet.lines[line], |about, above| about.or(sheet.lines[above]))
    };
    let is_of_funds = |about: &Coordinates| about.fund.is_some() || about.origin.is_some();
    // Lines of an income table by function or by unit say nothing of funds.
    if side.is_none() && !sheet.lines.iter().any(is_of_funds) {
        return Vec::new();
    }
    own.filter(|(_, line)| line.code.is_none())
        .map(|(i, _)| {
            let is_something = columns.iter().any(|c| ties.is_something(Place::Cell(sheet.index, i, *c)));
            (about(i), is_something)
        })
        .collect()
}

fn by_column(ties: &Ties, sheet: &Sheet) -> Vec<(Coordinates, bool)> {
    let total = sheet.total(None);
    let lines: Vec<usize> = match total {
        Some(total) => vec![total],
        None => (0..sheet.lines.len()).collect(),
    };
    let is_source = |c: &usize| {
        let about = sheet.columns[*c];
        about.is_money_of_this_year() && !about.of_which && (about.fund.is_some() || about.origin.is_some())
    };
    let columns: Vec<usize> = (0..sheet.columns.len()).filter(is_source).collect();
    let own = |column: usize| sources(sheet.columns[column].fund, sheet.columns[column].origin);
    // What is printed beside its parts is their sum, or else something of its own.
    let has_parts = |column: &usize| {
        let is_part = |other: &&usize| own(**other) != own(*column) && own(**other) & !own(*column) == 0;
        let parts: Vec<usize> = columns.iter().filter(is_part).copied().collect();
        let cell = |line: usize, column: usize| Place::Cell(sheet.index, line, column);
        let adds_up = |line: &usize| {
            let parts: Vec<_> = parts.iter().map(|part| cell(*line, *part)).collect();
            ties.fits(&[cell(*line, *column)], &parts)
        };
        !parts.is_empty() && lines.iter().all(adds_up)
    };
    let leaves = columns.iter().filter(|column| !has_parts(column));
    leaves
        .map(|column| {
            let is_something = lines.iter().any(|line| ties.is_something(Place::Cell(sheet.index, *line, *column)));
            (sheet.columns[*column], is_something)
        })
        .collect()
}

/// Whether a table prints 单位资金 beside its kinds, and as something else than their sum.
fn own_apart(ties: &Ties, sheet: &Sheet) -> bool {
    let place = |of_fund: &dyn Fn(Fund) -> bool| -> Vec<Place> {
        let is_own = |about: &Coordinates| about.is_money_of_this_year() && about.fund.is_some_and(of_fund);
        let is_now = |about: &Coordinates| is_own(about) && about.origin != Some(Origin::Carried) && !about.of_which;
        if has_fund_columns(sheet) {
            let Some(total) = sheet.total(None) else { return Vec::new() };
            let own = (0..sheet.columns.len()).filter(|c| is_now(&sheet.columns[*c]));
            return own.map(|column| Place::Cell(sheet.index, total, column)).collect();
        }
        let own = (0..sheet.lines.len()).filter(|line| is_now(&sheet.lines[*line]));
        own.filter_map(|line| sheet.main(line)).collect()
    };
    let own = place(&|fund| fund == Fund::OwnFunds);
    let kinds = place(&|fund| fund.parent() == Some(Fund::OwnFunds));
    own.len() == 1 && !kinds.is_empty() && !ties.fits(&own, &kinds)
}

/// What is known not to be carried over: where the balance and that of appropriations carry over the same amount, none of
/// it is of other funds.
fn uncarried(ties: &Ties) -> Sources {
    let carried = |kind| ties.sheet(kind).and_then(|sheet| whole_carried(ties, sheet));
    match (carried(Kind::Balance), carried(Kind::Appropriation)) {
        (Some(all), Some(fiscal)) if ties.fits(&[all], &[fiscal]) => {
            sources(None, Some(Origin::Carried)) & !sources(Some(Fund::Appropriation), Some(Origin::Carried))
        }
        _ => 0,
    }
}

/// Where a balance prints all that is carried over.
fn whole_carried(ties: &Ties, sheet: &Sheet) -> Option<Place> {
    let lines = sheet.table.lines.iter().enumerate();
    let is_it = |(i, line): &(usize, &crate::budget::Line)| {
        line.side == Some(Side::Income)
            && sheet.lines[*i].origin == Some(Origin::Carried)
            && sheet.tree.parent(*i).is_none()
    };
    let mut own = lines.filter(is_it).filter_map(|(i, _)| sheet.main(i)).filter(|place| ties.is_something(*place));
    let first = own.next()?;
    own.next().is_none().then_some(first)
}
