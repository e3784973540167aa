//! A report's parts out of words; `None` for words that say none.

use super::{COMMON, MEASURES};
use crate::budget::{Field, FormTerm, Kind, Place, Stated};
use crate::check::cause::{Cause, Slip, Suspect};
use crate::check::finding::{Compared, Finding, Scaled, Verdict, Why};
use crate::check::rule::Rule;
use crate::money::Amount;

/// A text that is read word by word.
pub struct Words<'t>(pub &'t str);

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

pub fn read_finding(words: &mut Words) -> Option<Finding> {
    let rule = words.of(&Rule::ALL)?;
    let verdict = words.of(&Verdict::ALL)?;
    let why = match words.next()? {
        "-" => None,
        "t" => Some(Why::NoTable(words.of(&Kind::ALL)?)),
        "c" => Some(Why::CopiedFrom(words.number()?)),
        "r" => Some(Why::RightOf(read_place(words)?)),
        "s" => Some(Why::Scale(words.of(&Scaled::ALL)?, words.power()?)),
        "p" => Some(words.of(&Why::PLAIN)?),
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

pub fn read_cause(words: &mut Words) -> Option<Cause> {
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

pub fn read_places(words: &mut Words) -> Option<Vec<Place>> {
    let mut places = Vec::new();
    while !words.0.is_empty() {
        places.push(read_place(words)?);
    }
    Some(places)
}

pub fn read_place(words: &mut Words) -> Option<Place> {
    let mut parts = [0; 4];
    for part in &mut parts {
        *part = words.number()?;
    }
    let [kind, a, b, c] = parts;
    let list = || Stated::ALL.get(a).copied();
    let term = |i: usize| FormTerm::ALL.get(i).copied();
    Some(match kind {
        0 => Place::Table(a),
        1 => Place::Line(a, b),
        2 => Place::Cell(a, b, c),
        3 => Place::Statement(list()?, b, *Field::ALL.get(c)?),
        4 => Place::Count(list()?, b),
        5 => Place::Whole(a),
        6 => Place::Project(a),
        7 => Place::Fund(a, term(b)?, c),
        8 => Place::Target(a, b, term(c)?),
        9 => Place::Goal(a, term(b)?),
        _ => return None,
    })
}
