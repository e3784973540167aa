//! A report as text, from the thread that checks to the one that shows: both hold the same document, so places are
//! numbers. One line a finding, then one a cause, then one of uncovered places; words apart by spaces, `-` for none.

use super::cause::{Bias, Cause, Common, Slip, Suspect};
use super::finding::{Compared, Finding, Scaled, Verdict, Why};
use super::report::Report;
use super::rule::Rule;
use crate::budget::{Field, FormTerm, Measure, Place};
use crate::budget::{Kind, Stated};
use crate::money::{Amount, Unit};

const KINDS: [Kind; 15] = [
    Kind::Balance,
    Kind::Income,
    Kind::Expenditure,
    Kind::Appropriation,
    Kind::GeneralPublic,
    Kind::BasicEconomic,
    Kind::FundIncome,
    Kind::FundExpenditure,
    Kind::StateCapital,
    Kind::ThreePublic,
    Kind::AgencyOperating,
    Kind::Projects,
    Kind::CarriedProjects,
    Kind::Procurement,
    Kind::Other,
];
const FIELDS: [Field; 6] = [Field::Amount, Field::Share, Field::Change, Field::Rate, Field::Count, Field::LastYear];
const TERMS: [FormTerm; 2] = [FormTerm::Period, FormTerm::Annual];
const MEASURES: [Measure; 7] = [
    Measure::Percent,
    Measure::Pieces,
    Measure::Money(Unit::Yuan),
    Measure::Money(Unit::Thousand),
    Measure::Money(Unit::Wan),
    Measure::Money(Unit::Million),
    Measure::Money(Unit::Yi),
];
const SCALED: [Scaled; 4] = [Scaled::Table, Scaled::Column, Scaled::Line, Scaled::Numbers];
const COMMON: [Common; 9] = [
    Common::Number,
    Common::Same,
    Common::Unit,
    Common::Cut,
    Common::Missing,
    Common::Kind,
    Common::Habit(None),
    Common::Habit(Some(Bias::Above)),
    Common::Habit(Some(Bias::Below)),
];
/// What the line of a cause begins with.
const CAUSE: &str = "cause ";
/// The reasons that say nothing more.
const PLAIN: [Why; 40] = [
    Why::NoNumber,
    Why::NoLine,
    Why::OtherFunds,
    Why::UnknownColumns,
    Why::Heading,
    Why::NoBase,
    Why::OtherFunctions,
    Why::FromProjects,
    Why::NoCodes,
    Why::NoForm,
    Why::NoAmount,
    Why::OtherName,
    Why::NoParent,
    Why::NoLevel,
    Why::Twice,
    Why::NotEmpty,
    Why::NoNote,
    Why::Gap,
    Why::Negative,
    Why::MoreThanTerm,
    Why::CutOff,
    Why::Incomplete,
    Why::WhichFund,
    Why::WhichYears,
    Why::WhichPart,
    Why::OtherParts,
    Why::WhichBase,
    Why::UnitPrice,
    Why::PartOfFunds,
    Why::SameName,
    Why::EarlierYears,
    Why::NotPublished,
    Why::NameDiffers,
    Why::NoTotal,
    Why::OneSided,
    Why::NoParts,
    Why::NoHeading,
    Why::OtherDirection,
    Why::LessThanNothing,
    Why::MoreThanWhole,
];

impl Report {
    /// The report as text.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for finding in &self.findings {
            write_finding(finding, &mut text);
            text.push('\n');
        }
        for cause in &self.causes {
            write_cause(cause, &mut text);
            text.push('\n');
        }
        self.uncovered.iter().for_each(|place| write_place(*place, &mut text));
        text
    }

    /// The report that a text says; `None` for any other text.
    pub fn from_text(text: &str) -> Option<Report> {
        let (lines, uncovered) = text.rsplit_once('\n').unwrap_or(("", text));
        let (causes, findings): (Vec<_>, Vec<_>) = lines.lines().partition(|line| line.starts_with(CAUSE));
        let findings = findings.into_iter().map(|line| read_finding(&mut Words(line))).collect::<Option<_>>()?;
        let causes =
            causes.into_iter().map(|line| read_cause(&mut Words(&line[CAUSE.len()..]))).collect::<Option<_>>()?;
        Some(Report { findings, causes, uncovered: read_places(&mut Words(uncovered))? })
    }
}

fn write_finding(finding: &Finding, text: &mut String) {
    number(finding.rule as usize, text);
    number(finding.verdict as usize, text);
    match finding.why {
        None => word("-", text),
        Some(Why::NoTable(kind)) => tagged("t", index(&KINDS, &kind), text),
        Some(Why::CopiedFrom(project)) => tagged("c", project, text),
        Some(Why::RightOf(place)) => {
            word("r", text);
            write_place(place, text);
        }
        Some(Why::Scale(of, power)) => {
            tagged("s", index(&SCALED, &of), text);
            word(&power.to_string(), text);
        }
        Some(why) => tagged("p", index(&PLAIN, &why), text),
    }
    match finding.compared {
        None => word("-", text),
        Some(Compared { measure, stated, computed, difference, bound }) => {
            number(index(&MEASURES, &measure), text);
            for amount in [stated, computed, difference, bound] {
                word(&amount.map_or_else(|| "-".into(), |amount| amount.to_string()), text);
            }
        }
    }
    number(finding.stated.len(), text);
    finding.places().for_each(|place| write_place(place, text));
}

fn write_cause(cause: &Cause, text: &mut String) {
    text.push_str(CAUSE);
    for part in [cause.lead, cause.count, index(&COMMON, &cause.common)] {
        number(part, text);
    }
    let Some(Suspect { place, likely, mends, slip }) = cause.suspect else { return };
    word(&likely.to_string(), text);
    number(mends, text);
    match slip {
        None => word("-", text),
        Some(Slip::Digits) => word("d", text),
        Some(Slip::Sign) => word("s", text),
        Some(Slip::Point(places)) => {
            word("p", text);
            word(&places.to_string(), text);
        }
        Some(Slip::Repeats(whole)) => {
            word("r", text);
            write_place(whole, text);
        }
    }
    write_place(place, text);
}

fn write_place(place: Place, text: &mut String) {
    let parts = match place {
        Place::Table(t) => [0, t, 0, 0],
        Place::Line(t, l) => [1, t, l, 0],
        Place::Cell(t, l, c) => [2, t, l, c],
        Place::Statement(list, i, field) => [3, index(&Stated::ALL, &list), i, index(&FIELDS, &field)],
        Place::Count(list, i) => [4, index(&Stated::ALL, &list), i, 0],
        Place::Whole(i) => [5, i, 0, 0],
        Place::Project(p) => [6, p, 0, 0],
        Place::Fund(p, term, level) => [7, p, index(&TERMS, &term), level],
        Place::Target(p, i, term) => [8, p, i, index(&TERMS, &term)],
        Place::Goal(p, term) => [9, p, index(&TERMS, &term), 0],
    };
    for part in parts {
        number(part, text);
    }
}

/// A text that is read word by word.
struct Words<'t>(&'t str);

impl<'t> Words<'t> {
    fn next(&mut self) -> Option<&'t str> {
        let (word, rest) = self.0.split_once(' ')?;
        self.0 = rest;
        Some(word)
    }

    fn number(&mut self) -> Option<usize> {
        self.next()?.parse().ok()
    }

    fn power(&mut self) -> Option<i8> {
        self.next()?.parse().ok()
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        all.get(self.number()?).copied()
    }
}

fn read_finding(words: &mut Words) -> Option<Finding> {
    let rule = words.of(&Rule::ALL)?;
    let verdict = words.of(&Verdict::ALL)?;
    let why = match words.next()? {
        "-" => None,
        "t" => Some(Why::NoTable(words.of(&KINDS)?)),
        "c" => Some(Why::CopiedFrom(words.number()?)),
        "r" => Some(Why::RightOf(read_place(words)?)),
        "s" => Some(Why::Scale(words.of(&SCALED)?, words.power()?)),
        "p" => Some(words.of(&PLAIN)?),
        _ => return None,
    };
    let compared = match words.next()? {
        "-" => None,
        measure => {
            let measure = *MEASURES.get(measure.parse::<usize>().ok()?)?;
            let mut amounts = [None; 4];
            for amount in &mut amounts {
                let word = words.next()?;
                *amount = if word == "-" { None } else { Some(Amount::parse_long(word)?) };
            }
            let [stated, computed, difference, bound] = amounts;
            Some(Compared { measure, stated, computed, difference, bound })
        }
    };
    let count = words.number()?;
    let mut places = read_places(words)?;
    if places.len() < count {
        return None;
    }
    let terms = places.split_off(count);
    Some(Finding { rule, verdict, compared, stated: places, terms, why })
}

fn read_cause(words: &mut Words) -> Option<Cause> {
    let [lead, count] = [words.number()?, words.number()?];
    let common = words.of(&COMMON)?;
    let suspect = if words.0.is_empty() {
        None
    } else {
        let (likely, mends) = (Amount::parse_long(words.next()?)?, words.number()?);
        let slip = match words.next()? {
            "-" => None,
            "d" => Some(Slip::Digits),
            "s" => Some(Slip::Sign),
            "p" => Some(Slip::Point(words.power()?)),
            "r" => Some(Slip::Repeats(read_place(words)?)),
            _ => return None,
        };
        Some(Suspect { place: read_place(words)?, likely, mends, slip })
    };
    Some(Cause { lead, count, common, suspect })
}

fn read_places(words: &mut Words) -> Option<Vec<Place>> {
    let mut places = Vec::new();
    while !words.0.is_empty() {
        places.push(read_place(words)?);
    }
    Some(places)
}

fn read_place(words: &mut Words) -> Option<Place> {
    let mut parts = [0; 4];
    for part in &mut parts {
        *part = words.number()?;
    }
    let [kind, a, b, c] = parts;
    let list = || Stated::ALL.get(a).copied();
    let term = |i: usize| TERMS.get(i).copied();
    Some(match kind {
        0 => Place::Table(a),
        1 => Place::Line(a, b),
        2 => Place::Cell(a, b, c),
        3 => Place::Statement(list()?, b, *FIELDS.get(c)?),
        4 => Place::Count(list()?, b),
        5 => Place::Whole(a),
        6 => Place::Project(a),
        7 => Place::Fund(a, term(b)?, c),
        8 => Place::Target(a, b, term(c)?),
        9 => Place::Goal(a, term(b)?),
        _ => return None,
    })
}

fn index<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|other| other == one).unwrap_or(0)
}

fn number(number: usize, text: &mut String) {
    word(&number.to_string(), text);
}

fn tagged(tag: &str, value: usize, text: &mut String) {
    word(tag, text);
    number(value, text);
}

fn word(word: &str, text: &mut String) {
    text.push_str(word);
    text.push(' ');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_of_the_shipped_budget_survives_the_way() {
        let budget = crate::load::read(include_bytes!("../../budget.json")).unwrap().budget;
        let report = crate::check::check(&budget);
        assert_eq!(Report::from_text(&report.to_text()).as_ref(), Some(&report));
        assert!(report.findings.iter().any(|finding| matches!(finding.why, Some(Why::RightOf(_)))));
    }

    #[test]
    fn an_empty_report_is_one_and_other_texts_are_none() {
        assert_eq!(Report::from_text(""), Some(Report::default()));
        for other in ["x\n", "cause 0 1 9 \n", "cause 0 1 0 5 1 x \n", "1 2 3\n", "0 0 - - 5 \n", "<html>"] {
            assert_eq!(Report::from_text(other), None, "{other:?}");
        }
    }

    #[test]
    fn every_plain_reason_is_listed_once() {
        for (i, why) in PLAIN.iter().enumerate() {
            assert_eq!(index(&PLAIN, why), i);
        }
        for (i, rule) in Rule::ALL.iter().enumerate() {
            assert_eq!((*rule as usize, Rule::ALL.iter().filter(|other| *other == rule).count()), (i, 1));
        }
        for (i, verdict) in Verdict::ALL.iter().enumerate() {
            assert_eq!(*verdict as usize, i);
        }
    }
}
