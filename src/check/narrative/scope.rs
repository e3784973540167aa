//! What a statement leaves open: which fund its money is of, and whether money carried over is included.
//!
//! A text says 项目支出, and may mean that of all money, of the treasury's, or of the general public budget, with last
//! year's or without. Where the tables print all that it may mean, or the section shows which table it is about by
//! stating that table's total, it has to be one of these amounts; otherwise nothing is wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use super::bounds::Scope;
use super::subjects::is_fund;
use super::{Text, statements};
use crate::budget::{Coordinates, Field, Fund, Kind, Origin, Part, Place, Stated, Statement, of_id};
use crate::check::checker::Checker;
use crate::check::finding::Reason;
use crate::check::indexed_table::{INCOME, is_code};
use crate::money::insert_each;

/// Subjects that a section may state together with their parts: each is the total of some table.
const WHOLES: [&str; 3] = ["expenditure", "general-public", "appropriation"];
/// Subjects that have one amount, whatever funds there are.
const ONE: [&str; 3] = ["carry-over", "carried-over", "year-end-carry-over"];

/// The subject that is looked up for a statement, with the statement and its list.
#[derive(Clone, Copy)]
pub struct StatementContext<'b> {
    pub list: Stated,
    pub statement: &'b Statement,
    pub subject: &'b str,
}

/// Why the amounts that tables print of a subject need not include the one that is meant; `anchors` are the totals that
/// the section states.
pub fn doubt(
    checker: &Checker,
    text: &Text,
    about: StatementContext,
    ways: &[Vec<Place>],
    anchors: &[Place],
) -> Option<Reason> {
    let subject = about.subject;
    let known = of_id(subject).unwrap_or_default();
    let is_split = known.part.is_some() || is_code(subject);
    let is_current = subject == "current-income" && !checker.cells(Kind::Balance, subject, INCOME).is_empty();
    let is_all_there_is = is_current
        || (subject == "income" || subject == "expenditure") && checker.indexed_table(Kind::Balance).is_some();
    if known.expense.is_some() || subject.starts_with("procurement") || ONE.contains(&subject) || is_all_there_is {
        return None;
    }
    if !is_split && !is_fund(subject) {
        return text.money.of_another_year().map(years);
    }
    // The section is about one of the tables: it states one total, and one of the amounts is a part of that.
    if is_split && ways.iter().any(|way| is_of(checker, text, way, anchors)) {
        return None;
    }
    let (funds, origins) = meanings(about);
    let scope = |fund, origin| text.money.sources(&Coordinates { fund, origin, ..Coordinates::default() });
    let printed: Vec<_> =
        ways.iter().map(|way| way.iter().fold(0, |all, place| all | sources(checker, text, *place))).collect();
    let is_printed = |fund: &Option<Fund>, origins: &[Option<Origin>]| {
        origins.iter().all(|origin| printed.contains(&scope(*fund, *origin)))
    };
    let is_basic_only = || {
        let part = |place: &Place| about_of(checker, text, *place).and_then(|about| about.part);
        let is_basic = |place: &Place| matches!(part(place), Some(Part::Basic | Part::Personnel | Part::Operating));
        is_code(subject) && !subject.starts_with('2') && ways.iter().flatten().all(is_basic)
    };
    match () {
        () if text.money.of_another_year() == Some(Reason::NoTable(Kind::Balance)) => {
            Some(Reason::NoTable(Kind::Balance))
        }
        () if is_basic_only() => Some(Reason::WhichPart),
        // Tables seldom say whether they include last year's money; and of a fund some may be left.
        () if is_split && text.money.of_another_year().is_some() => Some(Reason::WhichYears),
        () if text.money.is_left() => Some(Reason::WhichYears),
        () if funds.iter().all(|fund| is_printed(fund, origins)) => None,
        () if funds.iter().all(|fund| origins.iter().any(|origin| is_printed(fund, &[*origin]))) => {
            Some(Reason::WhichYears)
        }
        () => Some(Reason::WhichFund),
    }
}

/// The reason for a text where the reason for tables is that there is money of several years.
pub fn years(reason: Reason) -> Reason {
    if reason == Reason::OtherFunds { Reason::WhichYears } else { reason }
}

/// The funds and origins that a statement may be of.
fn meanings(about: StatementContext) -> (Vec<Option<Fund>>, &'static [Option<Origin>]) {
    let known = of_id(about.subject).unwrap_or_default();
    let fund = about.statement.fund.as_deref().and_then(of_id).and_then(|known| known.fund);
    let funds = match fund.or(known.fund) {
        Some(fund) => vec![Some(fund)],
        None => vec![None, Some(Fund::Appropriation), Some(Fund::GeneralPublic)],
    };
    let is_of_this_year = ["当年", "本年"].iter().any(|word| about.statement.name.contains(word));
    (funds, if is_of_this_year { &[Some(Origin::Current)] } else { &[None, Some(Origin::Current)] })
}

/// The range of sources that a statement may be of; `None` where it is not known: for economic items, for forms, and
/// where money is left for next year.
pub fn meant(text: &Text, about: StatementContext) -> Option<Scope> {
    let is_economic = is_code(about.subject) && !about.subject.starts_with('2');
    if is_economic || text.money.is_left() || about.subject.contains("project-forms") {
        return None;
    }
    let (funds, origins) = meanings(about);
    let all = funds.iter().flat_map(|fund| origins.iter().map(|origin| (*fund, *origin)));
    let sources = |(fund, origin)| text.money.sources(&Coordinates { fund, origin, ..Coordinates::default() });
    let (least, most) = all.map(sources).fold((u32::MAX, 0), |(least, most), own| (least & own, most | own));
    Some(Scope { least, most })
}

/// What the number of a cell is about.
pub fn about_of(checker: &Checker, text: &Text, place: Place) -> Option<Coordinates> {
    if let Some(printed) = text.printed_at(place) {
        return Some(printed.of);
    }
    let Place::Cell(t, l, c) = place else { return None };
    let indexed = checker.indexed_tables.get(t)?;
    Some(indexed.lines.get(l)?.or(*indexed.columns.get(c)?).or(indexed.about))
}

/// The sources of the money that a cell prints.
fn sources(checker: &Checker, text: &Text, place: Place) -> u32 {
    about_of(checker, text, place).map_or(0, |about| text.money.sources(&about))
}

/// Whether an amount is of the same table and the same money as one of the totals.
pub fn is_of(checker: &Checker, text: &Text, way: &[Place], totals: &[Place]) -> bool {
    let is_same = |one: &Place, other: &Place| {
        one.table() == other.table() && sources(checker, text, *one) == sources(checker, text, *other)
    };
    way.iter().any(|place| totals.iter().any(|total| is_same(place, total)))
}

/// The group of statements in which one may state the total that another is a part of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectionGroup<'b> {
    /// The statements of one section, such as `五（三）`.
    Section(Stated, &'b str),
    /// The statements of all sections within one, as `五（三）` is within `五`.
    Chapter(Stated, &'b str),
}

/// A stated total of which other amounts may be parts, and the cells of tables that print it.
pub struct Whole<'b> {
    subject: &'b str,
    stated: Place,
    printed: Vec<Place>,
}

/// The totals that sections and chapters state.
pub type Wholes<'b> = BTreeMap<SectionGroup<'b>, Vec<Whole<'b>>>;

/// Finds the totals that all sections and chapters state.
pub fn wholes<'b>(checker: &Checker<'b>, text: &Text<'b>) -> Wholes<'b> {
    let mut sections: BTreeMap<SectionGroup, Vec<(Place, &Statement)>> = BTreeMap::new();
    for (list, i, statement) in statements(checker) {
        let section = statement.section.as_str();
        for near in [SectionGroup::Section(list, section), SectionGroup::Chapter(list, stem(section))] {
            sections.entry(near).or_default().push((Place::Statement(list, i, Field::Amount), statement));
        }
    }
    let of = |(near, own): (SectionGroup<'b>, Vec<_>)| (near, wholes_of(checker, text, &own));
    insert_each(sections.into_iter().map(of))
}

fn wholes_of<'b>(checker: &Checker<'b>, text: &Text<'b>, near: &[(Place, &'b Statement)]) -> Vec<Whole<'b>> {
    let fund = |subject: &str| of_id(subject).and_then(|known| known.fund);
    let funds: BTreeSet<Fund> = insert_each(near.iter().filter_map(|(_, statement)| fund(&statement.subject)));
    // A fund that is stated beside others is no total.
    let is_beside_others = |subject: &str| {
        fund(subject).is_some_and(|own| funds.iter().any(|fund| *fund != own && fund.parent() != Some(own)))
    };
    let is_whole = |statement: &Statement| {
        let subject = statement.subject.as_str();
        statement.amount.is_some() && is_wider(subject, true) && !is_beside_others(subject)
    };
    let printed = |stated: Place, subject: &'b str| {
        let ways = text.ways(checker, subject, None);
        let own = ways.iter().filter(|way| way.iter().any(|place| checker.is_printed(*place)));
        let own = own.filter(|way| checker.fits(&[stated], way)).flatten().copied();
        // Not all income need be spent, so its table does not count.
        own.filter(|place| !place.table().is_some_and(|t| checker.indexed_tables[t].is(Kind::Income))).collect()
    };
    let wholes = near.iter().filter(|(_, statement)| is_whole(statement));
    let whole = |(stated, statement): &(Place, &'b Statement)| {
        let subject = statement.subject.as_str();
        Whole { subject, stated: *stated, printed: printed(*stated, subject) }
    };
    wholes.map(whole).collect()
}

/// The cells of tables that print the total which the section states, or else its chapter; none where several totals
/// are stated.
pub fn anchors(checker: &Checker, text: &Text, about: StatementContext) -> Vec<Place> {
    let is_part_of_basic = !about.subject.starts_with('2') && about.subject != "basic" && about.subject != "project";
    let is_of = |whole: &&Whole| whole.subject != about.subject && is_wider(whole.subject, is_part_of_basic);
    let section = about.statement.section.as_str();
    let near = [SectionGroup::Section(about.list, section), SectionGroup::Chapter(about.list, stem(section))];
    let wholes = near.iter().map(|near| text.wholes.get(near).map_or(&[][..], Vec::as_slice).iter().filter(is_of));
    let Some(wholes) = wholes.into_iter().find(|wholes| wholes.clone().next().is_some()) else { return Vec::new() };
    let mut pairs = wholes.clone().zip(wholes.clone().skip(1));
    let is_one = pairs.all(|(one, next)| checker.fits(&[one.stated], &[next.stated]));
    if is_one { wholes.flat_map(|whole| whole.printed.iter().copied()).collect() } else { Vec::new() }
}

/// Whether a subject is a total that others are parts of.
fn is_wider(subject: &str, with_basic: bool) -> bool {
    WHOLES.contains(&subject) || (with_basic && subject == "basic")
}

/// The chapter that a section is within: `五` of `五（三）`.
fn stem(section: &str) -> &str {
    section.split(['（', '(']).next().unwrap_or(section)
}
