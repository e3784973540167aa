//! Checks that a code has the same name everywhere: old names are often copied on after the classification has changed.

use super::statements;
use crate::budget::{Field, Kind, Place, plain};
use crate::check::checker::Checker;
use crate::check::finding::Reason;
use crate::check::indexed_table::is_code;
use crate::check::rule::Rule;
use crate::money::sort_by;

/// The name of a code as a table prints it.
struct Named<'b> {
    code: &'b str,
    name: &'b str,
    at: Place,
}

/// Cross-checks the names of codes: those of the tables with each other, and those of the text with them.
#[inline(never)]
pub fn check(checker: &mut Checker) {
    let names = names(checker);
    for named in names.chunk_by(|one, next| one.code == next.code) {
        if let Some(other) = named.iter().find(|other| !is_alike(other.name, named[0].name)) {
            checker.unchecked(Rule::Names, &[other.at], &[named[0].at], Reason::NameDiffers);
        }
    }
    for (list, i, statement) in statements(checker) {
        if !is_code(&statement.subject) {
            continue;
        }
        let place = Place::Statement(list, i, Field::Amount);
        // 类、款、项, each with its own code; without them, the name of the statement.
        let levels = || [7, 5, 3].iter().filter_map(|length| statement.subject.get(..*length));
        let printed: Vec<_> = match &statement.names[..] {
            [] => vec![(statement.subject.as_str(), statement.name.as_str())],
            names => levels().zip(names.iter().rev().map(String::as_str)).collect(),
        };
        let known = |code| {
            let from = names.partition_point(|other| other.code < code);
            names[from..].iter().take_while(move |other| other.code == code)
        };
        let differs = printed.into_iter().find_map(|(code, name)| {
            // A text may leave out any level but the last.
            let is_last = |code: &str| code == statement.subject;
            let mut may_be = levels().filter(|other| is_last(other) == is_last(code));
            let is_known = may_be.any(|code| known(code).any(|other| is_alike(other.name, name)));
            known(code).next().filter(|_| !is_known).map(|first| first.at)
        });
        if let Some(line) = differs {
            checker.unchecked(Rule::Names, &[place], &[line], Reason::NameDiffers);
        }
    }
}

/// The name that each table has for each code, by code. A code that a table prints for several things, such as each
/// good that is bought, tells nothing of its name.
fn names<'b>(checker: &Checker<'b>) -> Vec<Named<'b>> {
    let kinds = [Kind::Procurement, Kind::Projects, Kind::CarriedProjects];
    let indexed_tables = checker.indexed_tables.iter().filter(|indexed| !kinds.iter().any(|kind| indexed.is(*kind)));
    let mut found = Vec::new();
    for indexed in indexed_tables {
        let named = indexed.coded().filter_map(|(code, line)| {
            let printed = &indexed.table.lines[line];
            let is_named = printed.code.is_some() && printed.is.is_none() && !printed.name.is_empty();
            is_named.then(|| Named { code, name: &printed.name, at: Place::Line(indexed.index, line) })
        });
        let named: Vec<_> = named.collect();
        found.extend(named.chunk_by(|one, next| one.code == next.code).filter_map(only_name));
    }
    sort_by(&mut found, |one, other| one.code.cmp(other.code));
    found
}

/// The name of a code as it is printed first, if the table has only one for it.
fn only_name<'b>(named: &[Named<'b>]) -> Option<Named<'b>> {
    let &Named { code, name, at } = named.first()?;
    let is_same = |other: &Named| other.name == name || bare(other.name) == bare(name);
    named.iter().all(is_same).then_some(Named { code, name, at })
}

/// A name in the form in which names are compared: without punctuation, and without 类, 款 and 项 in brackets.
fn bare(name: &str) -> String {
    let mut name = plain_brackets(name);
    for level in ["（类）", "（款）", "（项）"] {
        name = name.replace(level, "");
    }
    plain(&name).into_owned()
}

fn plain_brackets(name: &str) -> String {
    name.replace('(', "（").replace(')', "）")
}

/// Whether two names may be of the same item: one is often shortened, or has a word added.
fn is_alike(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (one, other) = (bare(one), bare(other));
    let [one, other] = [&one, &other].map(|name| name.trim_end_matches("支出"));
    one.contains(other) || other.contains(one)
}
