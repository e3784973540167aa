//! The sheets of the template workbook: each table's headings, and the lines that every department's table has. The
//! words are those by which tables are read, so that what was filled in is understood.

use super::items::ITEMS;
use crate::budget::vocabulary::{COLUMNS, FUND_ENDS, FUNDS, KEYS, Named};
use crate::budget::{ECONOMIC, FUNCTIONS, Kind, column};

/// A table to be filled in.
pub struct Sheet {
    /// What it is about, which its title says.
    pub kind: Kind,
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
    /// Its lines: what stands in the columns of words, from left to right.
    pub lines: Vec<Vec<CellText>>,
    /// How many lines below them are blank, for what each department calls by its own names.
    pub blank: usize,
}

/// A column of a table.
pub struct Column {
    /// The heading above it and its neighbours.
    pub group: Option<&'static str>,
    /// Its own heading.
    pub name: String,
    /// Whether amounts are to be filled in.
    pub is_amount: bool,
}

/// What stands in a cell of words.
#[derive(Clone, Default)]
pub struct CellText {
    /// The text.
    pub text: String,
    /// By how many characters it is indented: it is a part of what stands above it.
    pub indent: u8,
}

/// The usual official tables, in their usual order.
pub fn all() -> Vec<Sheet> {
    let parts = || amounts([column::TOTAL, column::BASIC, column::PROJECT].map(known));
    let staff = || amounts([column::TOTAL, column::PERSONNEL, column::OPERATING].map(known));
    let funds = |count: usize| [known(column::TOTAL)].into_iter().chain(FUNDS[..count].iter().map(fund));
    let named = |name: &str| vec![text(name)];
    let with_codes = |own: Vec<Column>| [coded(), own].into_iter().flatten().collect::<Vec<_>>();
    let income = amounts(funds(FUNDS.len()).chain([known(column::CARRY_OVER)]));
    let sheet = |kind, columns, lines| Sheet { kind, columns, lines, blank: 0 };
    let listed = |kind, columns, lines| Sheet { kind, columns, lines, blank: 20 };
    vec![
        balance(Kind::Balance, FUNDS.len(), amounts(["预算数".into()])),
        sheet(Kind::Income, with_codes(income), functions()),
        sheet(Kind::Expenditure, with_codes(parts()), functions()),
        balance(Kind::Appropriation, APPROPRIATED, amounts(funds(APPROPRIATED))),
        sheet(Kind::GeneralPublic, with_codes(parts()), functions()),
        sheet(Kind::BasicEconomic, with_codes(staff()), economic()),
        listed(Kind::FundExpenditure, with_codes(parts()), vec![vec![CellText::default(), text(TOTAL)]]),
        listed(Kind::StateCapital, with_codes(parts()), vec![vec![CellText::default(), text(TOTAL)]]),
        sheet(Kind::ThreePublic, under("项目", amounts(funds(APPROPRIATED))), expenses()),
        sheet(Kind::AgencyOperating, under("项目", amounts(funds(APPROPRIATED))), vec![named("机关运行经费")]),
        listed(Kind::Projects, under("项目名称", amounts(funds(FUNDS.len()))), vec![named(TOTAL)]),
        listed(Kind::Procurement, under("采购项目", amounts(funds(FUNDS.len()))), vec![named(TOTAL)]),
    ]
}

/// How many of the funds the treasury pays out of.
const APPROPRIATED: usize = 3;

/// What the line that is the sum of all is called.
const TOTAL: &str = "合计";

fn text(text: &str) -> CellText {
    CellText { text: text.into(), indent: 0 }
}

/// A name that is a part of what stands above it, at this depth below the outermost.
fn part(text: &str, depth: u8) -> CellText {
    CellText { text: text.into(), indent: depth }
}

fn amounts(names: impl IntoIterator<Item = String>) -> Vec<Column> {
    names.into_iter().map(|name| Column { group: None, name, is_amount: true }).collect()
}

fn of_words(name: &str) -> Column {
    Column { group: None, name: name.into(), is_amount: false }
}

/// Columns after a column of names.
fn under(name: &str, own: Vec<Column>) -> Vec<Column> {
    [of_words(name)].into_iter().chain(own).collect()
}

fn coded() -> Vec<Column> {
    ["科目编码", "科目名称"].map(of_words).into()
}

/// The heading by which a column is known.
fn known(id: &str) -> String {
    first(COLUMNS, id)
}

/// What a fund is called where it stands by itself: the vocabulary has what its names begin with.
fn fund(id: &&str) -> String {
    let name = known(id);
    if FUND_ENDS.iter().any(|end| name.ends_with(end)) { name } else { name + FUND_ENDS[0] }
}

/// The name by which a key is known in tables of a kind.
fn key(kind: Kind, id: &str) -> String {
    KEYS.iter().find(|(own, _)| *own == kind).map(|(_, keys)| first(keys, id)).unwrap_or_default()
}

fn first(of: &[Named], id: &str) -> String {
    let names = of.iter().find(|(own, _)| *own == id).map_or(&[][..], |(_, names)| names);
    names.first().copied().unwrap_or_default().into()
}

/// Where the money comes from beside what it is spent on: each half ends in its sums, which stand in the same lines.
fn balance(kind: Kind, funds: usize, spent: Vec<Column>) -> Sheet {
    let side = |group, own: Vec<Column>| {
        under("项目", own).into_iter().map(move |column| Column { group: Some(group), ..column })
    };
    let columns = side("收入", amounts(["预算数".into()])).chain(side("支出", spent)).collect();
    let income = FUNDS[..funds].iter().map(fund).chain(std::iter::repeat(String::new()));
    let mut lines: Vec<_> =
        FUNCTIONS.iter().zip(income).map(|((_, class), fund)| vec![text(&fund), text(class)]).collect();
    let own = |id: &str| text(&key(Kind::Balance, id));
    lines.push(vec![own("current-income"), own("current-expenditure")]);
    lines.push(vec![text(&known(column::CARRY_OVER)), own("year-end-carry-over")]);
    lines.push(vec![own("income"), own("expenditure")]);
    Sheet { kind, columns, lines, blank: 0 }
}

/// The total and the functional classes; groups and items differ from department to department.
fn functions() -> Vec<Vec<CellText>> {
    let classes = FUNCTIONS.iter().map(|(code, name)| vec![text(code), text(name)]);
    [vec![CellText::default(), text(TOTAL)]].into_iter().chain(classes).collect()
}

/// The total, and the classes of the usual economic items with these.
fn economic() -> Vec<Vec<CellText>> {
    let mut lines = vec![vec![CellText::default(), text(TOTAL)]];
    for (class, name, _) in ECONOMIC {
        let mut items = ITEMS.iter().filter(|(code, _)| code.starts_with(class)).peekable();
        if items.peek().is_some() {
            lines.push(vec![text(class), text(name)]);
            lines.extend(items.map(|(code, name)| vec![text(code), part(name, 1)]));
        }
    }
    lines
}

/// The three public expenses, of which those on vehicles are two.
fn expenses() -> Vec<Vec<CellText>> {
    let own = |id: &str| key(Kind::ThreePublic, id);
    let outer = ["overseas", "reception", "vehicles"].map(|id| vec![part(&own(id), 1)]);
    let of_vehicles = ["vehicle-purchase", "vehicle-running"].map(|id| vec![part(&own(id), 2)]);
    [vec![text(TOTAL)]].into_iter().chain(outer).chain(of_vehicles).collect()
}
