//! A code is called the same wherever it stands: old names are copied on after the classification was renamed.

use std::collections::BTreeMap;

use super::statements;
use crate::budget::{Field, Kind, Place, Role, plain};
use crate::check::finding::Why;
use crate::check::rule::Rule;
use crate::check::sheet::is_code;
use crate::check::ties::Ties;

/// A code's name as a table prints it, and where it stands.
type Named<'b> = (&'b str, Place);

/// Holds the names of codes against each other: those of the tables, and those that the text prints.
#[inline(never)]
pub fn check(ties: &mut Ties) {
    let by_code = names(ties);
    for named in by_code.values() {
        let other = named.iter().find(|(name, _)| !is_alike(name, named[0].0));
        if let Some((_, place)) = other {
            ties.unchecked(Rule::Names, &[*place], &[named[0].1], Why::NameDiffers);
        }
    }
    for (list, i, statement) in statements(ties) {
        if !is_code(&statement.subject) {
            continue;
        }
        let place = Place::Statement(list, i, Field::Amount);
        // 类、款、项, each by its own code; without them, the name that the statement is called by.
        let levels = [3, 5, 7].iter().filter_map(|length| statement.subject.get(..*length));
        let printed: Vec<_> = match &statement.names[..] {
            [] => vec![(statement.subject.as_str(), statement.name.as_str())],
            names => levels.zip(names.iter().map(String::as_str)).collect(),
        };
        let differs = printed.into_iter().find_map(|(code, name)| {
            let named = by_code.get(code)?;
            let is_known = named.iter().any(|(other, _)| is_alike(other, name));
            (!is_known).then_some(named[0].1)
        });
        if let Some(line) = differs {
            ties.unchecked(Rule::Names, &[place], &[line], Why::NameDiffers);
        }
    }
}

/// What the tables call each code, each name once. A code that a table prints for other things, as for each good that is
/// bought, says nothing of its name.
fn names<'b>(ties: &Ties<'b>) -> BTreeMap<&'b str, Vec<Named<'b>>> {
    let mut names: BTreeMap<&str, Vec<Named>> = BTreeMap::new();
    let kinds = [Kind::Procurement, Kind::Projects, Kind::CarriedProjects];
    for sheet in ties.sheets.iter().filter(|sheet| !kinds.iter().any(|kind| sheet.is(*kind))) {
        let mut own: BTreeMap<&str, Vec<Named>> = BTreeMap::new();
        for (line, printed) in sheet.table.lines.iter().enumerate() {
            let code = printed.code.as_deref().filter(|code| is_code(code) && printed.role == Role::Item);
            let name = printed.name.as_str();
            if let Some(code) = code.filter(|_| printed.is.is_none() && !name.is_empty()) {
                let all = own.entry(code).or_default();
                if !all.iter().any(|(other, _)| *other == name || bare(other) == bare(name)) {
                    all.push((name, Place::Line(sheet.index, line)));
                }
            }
        }
        for (code, named) in own.into_iter().filter(|(_, named)| named.len() == 1) {
            names.entry(code).or_default().extend(named);
        }
    }
    names
}

/// A name as names are held against each other: without signs, and without 类, 款 and 项 in brackets.
fn bare(name: &str) -> String {
    let mut name = plain_brackets(name);
    for level in ["（类）", "（款）", "（项）"] {
        name = name.replace(level, "");
    }
    plain(&name)
}

fn plain_brackets(name: &str) -> String {
    name.replace('(', "（").replace(')', "）")
}

/// Whether two names may be of one item: one is often shortened, or has a word more behind it.
fn is_alike(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (one, other) = (bare(one), bare(other));
    let [one, other] = [&one, &other].map(|name| name.trim_end_matches("支出"));
    one.contains(other) || other.contains(one)
}
