//! How random years are drawn.

use super::dice::Dice;
use super::ledger::{Entry, Fund, Ledger, Part, Project};
use super::words::{ITEMS, Item, OF_PROJECTS};

/// What money a shape has columns and lines for; of a random year, some of it is there.
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools)] // what a template can print is mostly one way or the other
pub struct Scope {
    /// Funds beside the general public budget.
    pub funds: &'static [Fund],
    /// Parts of expenditure beside basic and project.
    pub parts: &'static [Part],
    pub carried: bool,
    pub left: bool,
    pub units: bool,
}

/// Amounts that tell: usual ones, whole ones, tiny ones, and those on the edge of rounding to the next hundredth of a
/// 万元 (which is 100 yuan).
fn fen(dice: &mut Dice) -> i64 {
    let upto = |dice: &mut Dice, end: usize| i64::try_from(dice.below(end)).unwrap();
    match dice.below(9) {
        0..=3 => 1_000_000 + upto(dice, 2_000_000_000),
        4 | 5 => upto(dice, 100_000) * 10_000 + 5_000,
        6 => upto(dice, 100_000) * 10_000 + 4_999,
        7 => (1 + upto(dice, 900)) * 1_000_000,
        _ => 1 + upto(dice, 20_000),
    }
}

/// The same payment in every state of both years.
fn fen_by_year(dice: &mut Dice, is_small: bool) -> [i64; 5] {
    // Other money than this year's general public budget is never so little that it is not seen.
    let floor = if is_small { 0 } else { 2_000_000 };
    let budget = fen(dice) + floor;
    let mut near = |of: i64| match dice.below(4) {
        0 => of,
        1 => fen(dice) + floor,
        _ => of + of / 100 * (i64::try_from(dice.below(40)).unwrap() - 20),
    };
    let adjusted = near(budget);
    let before = near(budget);
    [budget, adjusted, near(adjusted), before, near(before)]
}

/// Draws both years.
pub fn ledger(scope: Scope, dice: &mut Dice) -> Ledger {
    let mut some = |funds: &[Fund]| funds.iter().copied().filter(|_| dice.chance(40)).collect::<Vec<_>>();
    let others = some(scope.funds);
    let (carried, left) = (scope.carried && dice.chance(50), scope.left && dice.chance(40));
    let mut ledger = Ledger { units: if scope.units { 1 + dice.below(3) } else { 1 }, ..Ledger::default() };
    for unit in 0..ledger.units {
        let mut draw = Draw { unit, others: &others, carried, dice, ledger: &mut ledger };
        draw.basic();
        for _ in 0..=draw.dice.below(5) {
            draw.project();
        }
        for part in scope.parts {
            if draw.dice.chance(30) {
                draw.beside(*part);
            }
        }
        if left && (unit == 0 || draw.dice.chance(50)) {
            let fund = *others.first().unwrap_or(&Fund::GeneralPublic);
            let entry = draw.entry(item("contracted"), main_of(unit), fund, Part::Left);
            // What is left has bought nothing yet.
            draw.ledger.entries.push(Entry { carried: false, bought: None, ..entry });
        }
    }
    ledger
}

fn item(key: &str) -> &'static Item {
    ITEMS.iter().find(|item| item.key == key).unwrap()
}

/// A unit's main work: the first is an administrative body, the others are institutions.
fn main_of(unit: usize) -> &'static str {
    if unit == 0 { "2010301" } else { "2010350" }
}

struct Draw<'a> {
    unit: usize,
    others: &'a [Fund],
    carried: bool,
    dice: &'a mut Dice,
    ledger: &'a mut Ledger,
}

impl Draw<'_> {
    /// Staff and operating: most items once, a few from other funds.
    fn basic(&mut self) {
        for item in ITEMS.iter().filter(|item| !item.is_class()) {
            let is_civil_only = item.key == "medical-subsidy" && self.unit > 0;
            if is_civil_only || !self.dice.chance(if item.key == "basic-pay" { 100 } else { 65 }) {
                continue;
            }
            let (function, is_insured) = match (item.key, self.unit) {
                ("pension-insurance", _) => ("2080505", true),
                ("annuity", _) => ("2080506", true),
                ("medical-insurance", 0) => ("2101101", true),
                ("medical-insurance", _) => ("2101102", true),
                ("medical-subsidy", _) => ("2101103", true),
                ("housing-fund", _) => ("2210201", true),
                ("retired-cadres" | "pensions", 0) => ("2080501", false),
                ("retired-cadres" | "pensions", _) => ("2080502", false),
                ("training", _) if self.dice.chance(50) => ("2050803", false),
                _ => (main_of(self.unit), false),
            };
            let is_other = !is_insured && !self.others.is_empty() && self.dice.chance(20);
            let fund = if is_other { self.dice.pick(self.others) } else { Fund::GeneralPublic };
            let entry = self.entry(item, function, fund, Part::Basic);
            self.ledger.entries.push(entry);
        }
    }

    /// A part beside basic and project: business and what goes to other bodies is paid from the unit's own money.
    fn beside(&mut self, part: Part) {
        let own = self.others.iter().copied().find(|fund| fund.is_own());
        let fund = if part == Part::Reserve { Some(Fund::GeneralPublic) } else { own };
        if let Some(fund) = fund {
            let entry = self.entry(item("contracted"), main_of(self.unit), fund, part);
            self.ledger.entries.push(Entry { carried: false, ..entry });
        }
    }

    fn project(&mut self) {
        const WORDS: [&str; 6] = ["堤岸巡查", "系统运维", "库房修缮", "宣传推广", "物业管理", "监测设备更新"];
        let number = self.ledger.projects.len();
        let name = format!("{}项目（{}期）", self.dice.pick(&WORDS), number + 1);
        let function = self.dice.pick(&OF_PROJECTS);
        let running = self.dice.chance(40);
        self.ledger.projects.push(Project { name, unit: self.unit, running });
        for _ in 0..=self.dice.below(2) {
            let key = self.dice.pick(&[
                "office",
                "contracted",
                "contracted",
                "training",
                "overseas",
                "office-equipment",
                "vehicle-running",
            ]);
            let fund = if !self.others.is_empty() && self.dice.chance(30) {
                self.dice.pick(self.others)
            } else {
                Fund::GeneralPublic
            };
            let entry = self.entry(item(key), function, fund, Part::Project(number));
            self.ledger.entries.push(entry);
        }
    }

    fn entry(&mut self, item: &'static Item, function: &'static str, fund: Fund, part: Part) -> Entry {
        let is_project = matches!(part, Part::Project(_));
        // Government-managed funds and state capital have functions of their own.
        let function = match fund {
            Fund::Government => "2120803",
            Fund::StateCapital => "2230105",
            _ => function,
        };
        let carried = self.carried && is_project && fund != Fund::UsedSurplus && self.dice.chance(30);
        let is_small = fund == Fund::GeneralPublic && !carried && matches!(part, Part::Basic | Part::Project(_));
        Entry {
            unit: self.unit,
            function,
            item,
            fund,
            carried,
            part,
            construction: is_project && self.dice.chance(20),
            special: is_project && self.dice.chance(30),
            bought: (!item.is_personnel() && self.dice.chance(30)).then(|| self.dice.below(3)),
            small_firm: self.dice.chance(50),
            fen: fen_by_year(self.dice, is_small),
        }
    }
}
