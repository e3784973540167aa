//! A report's parts as words.

use super::{CAUSE, COMMON, MEASURES};
use crate::budget::{Field, FormTerm, Kind, Place, Stated};
use crate::check::cause::{Cause, Slip, Suspect};
use crate::check::finding::{Compared, Finding, Scaled, Why};

pub fn write_finding(finding: &Finding, text: &mut String) {
    number(finding.rule as usize, text);
    number(finding.verdict as usize, text);
    match finding.why {
        None => word("-", text),
        Some(Why::NoTable(kind)) => tagged("t", index(&Kind::ALL, &kind), text),
        Some(Why::CopiedFrom(project)) => tagged("c", project, text),
        Some(Why::RightOf(place)) => {
            word("r", text);
            write_place(place, text);
        }
        Some(Why::Scale(of, power)) => {
            tagged("s", index(&Scaled::ALL, &of), text);
            word(&power.to_string(), text);
        }
        Some(why) => tagged("p", index(&Why::PLAIN, &why), text),
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

pub fn write_cause(cause: &Cause, text: &mut String) {
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

pub fn write_place(place: Place, text: &mut String) {
    let parts = match place {
        Place::Table(t) => [0, t, 0, 0],
        Place::Line(t, l) => [1, t, l, 0],
        Place::Cell(t, l, c) => [2, t, l, c],
        Place::Statement(list, i, field) => [3, index(&Stated::ALL, &list), i, index(&Field::ALL, &field)],
        Place::Count(list, i) => [4, index(&Stated::ALL, &list), i, 0],
        Place::Whole(i) => [5, i, 0, 0],
        Place::Project(p) => [6, p, 0, 0],
        Place::Fund(p, term, level) => [7, p, index(&FormTerm::ALL, &term), level],
        Place::Target(p, i, term) => [8, p, i, index(&FormTerm::ALL, &term)],
        Place::Goal(p, term) => [9, p, index(&FormTerm::ALL, &term), 0],
    };
    for part in parts {
        number(part, text);
    }
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
