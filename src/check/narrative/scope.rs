//! How much a statement leaves open: of which fund its money is, and whether what is carried over is included.
//!
//! A text says 项目支出, and may mean that of all money, of the treasury's, or of the general public budget, with last
//! year's or without. Where the tables print all that it may mean, or the section says which table it speaks of by
//! stating that table's total, it has to be one of them; where they do not, nothing is wrong with it.

use super::Text;
use super::subjects::{amounts, is_fund};
use crate::budget::{Coordinates, Field, Fund, Kind, Origin, Part, Place, Stated, Statement, of_id};
use crate::check::finding::Why;
use crate::check::sheet::{INCOME, is_code};
use crate::check::ties::Ties;

/// What a section may state with its parts: each the total of some table.
const WHOLES: [&str; 3] = ["expenditure", "general-public", "appropriation"];
/// Subjects that are one thing, whatever other money there is.
const ONE: [&str; 3] = ["carry-over", "carried-over", "year-end-carry-over"];

/// What a statement is about, and where it stands.
#[derive(Clone, Copy)]
pub struct About<'b> {
    pub list: Stated,
    pub statement: &'b Statement,
    pub subject: &'b str,
}

/// Why the amounts that tables print of a subject need not include the one that is meant.
pub fn doubt(ties: &Ties, text: &Text, about: About, ways: &[Vec<Place>]) -> Option<Why> {
    let subject = about.subject;
    let known = of_id(subject).unwrap_or_default();
    let is_split = known.part.is_some() || is_code(subject);
    let is_current = subject == "current-income" && !ties.cells(Kind::Balance, subject, INCOME).is_empty();
    let is_all_there_is =
        is_current || (subject == "income" || subject == "expenditure") && ties.sheet(Kind::Balance).is_some();
    if known.expense.is_some() || subject.starts_with("procurement") || ONE.contains(&subject) || is_all_there_is {
        return None;
    }
    if !is_split && !is_fund(subject) {
        return text.money.of_another_year().map(years);
    }
    if is_split && is_anchored(ties, text, about, ways) {
        return None;
    }
    let fund = about.statement.fund.as_deref().and_then(of_id).and_then(|known| known.fund);
    let funds = match fund.or(known.fund) {
        Some(fund) => vec![Some(fund)],
        None => vec![None, Some(Fund::Appropriation), Some(Fund::GeneralPublic)],
    };
    let is_of_this_year = ["当年", "本年"].iter().any(|word| about.statement.name.contains(word));
    let origins = if is_of_this_year { &[Some(Origin::Current)][..] } else { &[None, Some(Origin::Current)] };
    let scope = |fund, origin| text.money.sources(&Coordinates { fund, origin, ..Coordinates::default() });
    let printed: Vec<_> =
        ways.iter().map(|way| way.iter().fold(0, |all, place| all | sources(ties, text, *place))).collect();
    let is_printed = |fund: &Option<Fund>, origins: &[Option<Origin>]| {
        origins.iter().all(|origin| printed.contains(&scope(*fund, *origin)))
    };
    let is_basic_only = || {
        let part = |place: &Place| about_of(ties, *place).and_then(|about| about.part);
        let is_basic = |place: &Place| matches!(part(place), Some(Part::Basic | Part::Personnel | Part::Operating));
        is_code(subject) && !subject.starts_with('2') && ways.iter().flatten().all(is_basic)
    };
    match () {
        () if text.money.of_another_year() == Some(Why::NoTable(Kind::Balance)) => Some(Why::NoTable(Kind::Balance)),
        () if is_basic_only() => Some(Why::WhichPart),
        // Tables seldom say whether what they print is with last year's money; and of a fund some may be left.
        () if is_split && text.money.of_another_year().is_some() => Some(Why::WhichYears),
        () if text.money.is_left() => Some(Why::WhichYears),
        () if funds.iter().all(|fund| is_printed(fund, origins)) => None,
        () if funds.iter().all(|fund| origins.iter().any(|origin| is_printed(fund, &[*origin]))) => {
            Some(Why::WhichYears)
        }
        () => Some(Why::WhichFund),
    }
}

/// The reason that money of several years is, told of a text.
pub fn years(why: Why) -> Why {
    if why == Why::OtherFunds { Why::WhichYears } else { why }
}

/// What the number of a cell is about.
fn about_of(ties: &Ties, place: Place) -> Option<Coordinates> {
    let Place::Cell(t, l, c) = place else { return None };
    let sheet = ties.sheets.get(t)?;
    Some(sheet.lines.get(l)?.or(*sheet.columns.get(c)?).or(sheet.about))
}

/// The sources of the money that a cell prints.
fn sources(ties: &Ties, text: &Text, place: Place) -> u32 {
    let printed = text.printed.iter().find(|printed| printed.place == place).map(|printed| printed.of);
    printed.or_else(|| about_of(ties, place)).map_or(0, |about| text.money.sources(&about))
}

/// Whether the section speaks of one of the tables: it states one whole, and one of the ways is a part of that.
fn is_anchored(ties: &Ties, text: &Text, about: About, ways: &[Vec<Place>]) -> bool {
    let anchors = anchors(ties, text, about);
    ways.iter().any(|way| is_of(ties, text, way, &anchors))
}

/// Whether an amount is of the same table and the same money as one of the totals.
pub fn is_of(ties: &Ties, text: &Text, way: &[Place], totals: &[Place]) -> bool {
    let is_same = |one: &Place, other: &Place| {
        one.table() == other.table() && sources(ties, text, *one) == sources(ties, text, *other)
    };
    way.iter().any(|place| totals.iter().any(|total| is_same(place, total)))
}

/// The totals of tables that the section states, or else the sections beside it that belong to it; none where they state
/// several totals.
pub fn anchors(ties: &Ties, text: &Text, about: About) -> Vec<Place> {
    let all = if about.list == Stated::Procurement { &ties.budget.procurement } else { &ties.budget.statements };
    let is_part_of_basic = !about.subject.starts_with('2') && about.subject != "basic" && about.subject != "project";
    let is_whole = |other: &Statement| {
        other.amount.is_some() && other.subject != about.subject && is_wider(&other.subject, is_part_of_basic)
    };
    let within = |is_near: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let near: Vec<_> = all.iter().enumerate().filter(|(_, other)| is_near(&other.section)).collect();
        // A fund that stands beside others is no whole.
        let is_beside_others = |whole: &Statement| {
            let own = of_id(&whole.subject).and_then(|known| known.fund);
            let is_other = |fund: Fund| own.is_some_and(|own| fund != own && fund.parent() != Some(own));
            near.iter().any(|(_, other)| of_id(&other.subject).and_then(|known| known.fund).is_some_and(is_other))
        };
        let wholes = near.iter().filter(|(_, other)| is_whole(other) && !is_beside_others(other));
        wholes.map(|(i, _)| *i).collect()
    };
    let section = about.statement.section.as_str();
    let mut wholes = within(&|other| other == section);
    if wholes.is_empty() {
        wholes = within(&|other| stem(other) == stem(section));
    }
    let amount = |i: usize| Place::Statement(about.list, i, Field::Amount);
    let is_one = wholes.windows(2).all(|pair| ties.fits(&[amount(pair[0])], &[amount(pair[1])]));
    if !is_one {
        return Vec::new();
    }
    let mut totals = Vec::new();
    for i in wholes {
        for way in amounts(ties, text, &all[i].subject, None) {
            if way.iter().any(|place| ties.is_printed(*place)) && ties.fits(&[amount(i)], &way) {
                // Some of what comes in may be left.
                let is_spent = |place: &Place| !place.table().is_some_and(|t| ties.sheets[t].is(Kind::Income));
                totals.extend(way.into_iter().filter(is_spent));
            }
        }
    }
    totals
}

/// Whether a subject is a whole that others are parts of.
fn is_wider(subject: &str, with_basic: bool) -> bool {
    WHOLES.contains(&subject) || (with_basic && subject == "basic")
}

/// The section that a section is a part of: `五` of `五（三）`.
fn stem(section: &str) -> &str {
    section.split(['（', '(']).next().unwrap_or(section)
}
