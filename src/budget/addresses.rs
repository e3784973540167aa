//! The addresses (HTML ids) of a document's tables, lines and lists on the page, which are unique whatever it prints.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{Budget, Place, Stated};

/// The addresses of one document, computed when the first of them is asked for.
#[derive(Debug, Default)]
pub struct Addresses(OnceLock<Found>);

impl Clone for Addresses {
    /// A copy is made to be changed, so it starts without addresses and computes its own.
    fn clone(&self) -> Self {
        Addresses::default()
    }
}

#[derive(Debug)]
struct Found {
    /// For each table, its own address and then those of its lines.
    tables: Vec<Vec<String>>,
    /// The addresses of the glossary's terms.
    terms: Vec<String>,
    /// For each project, how many forms are published before its own.
    forms: Vec<usize>,
}

impl Budget {
    /// The address of the line that a place is in, or of its table or list where it is in no line.
    pub fn address(&self, place: Place) -> String {
        let of_table = |table: usize, i: usize| self.found().tables.get(table)?.get(i).cloned();
        match place {
            Place::Table(t) => of_table(t, 0).unwrap_or_default(),
            Place::Line(t, l) | Place::Cell(t, l, _) => of_table(t, l + 1).unwrap_or_default(),
            Place::Statement(list, i, _) | Place::Count(list, i) => list.address(i),
            Place::Other(i) => self.others.get().and_then(|others| others.address(i)).unwrap_or_default(),
            Place::DepartmentFund(i) => Stated::Form.address(i),
            Place::Project(p) | Place::Fund(p, ..) | Place::Target(p, ..) | Place::Goal(p, _) => {
                match self.projects.get(p) {
                    Some(project) if project.form.is_some() => Stated::Forms.address(self.found().forms[p]),
                    // A project without a form has no address of its own.
                    _ => "projects".into(),
                }
            }
        }
    }

    /// The table or the line of a table that has this address.
    pub fn place(&self, address: &str) -> Option<Place> {
        let tables = self.found().tables.iter().enumerate();
        let mut all = tables.filter_map(|(t, own)| Some((t, own.iter().position(|own| own == address)?)));
        all.next().map(|(t, i)| i.checked_sub(1).map_or(Place::Table(t), |l| Place::Line(t, l)))
    }

    /// The address of the glossary's term number `i`, counted from 0.
    pub fn term_address(&self, i: usize) -> String {
        self.found().terms.get(i).cloned().unwrap_or_default()
    }

    fn found(&self) -> &Found {
        self.addresses.0.get_or_init(|| {
            let mut taken = Taken::default();
            let names: Vec<_> = self.tables.iter().map(|table| taken.free(name(&table.number))).collect();
            let tables = self.tables.iter().zip(names).map(|(table, name)| {
                let lines = table.lines.iter().map(|line| plain([&name, "-", line.label()].concat()));
                let lines: Vec<_> = lines.map(|line| taken.free(line)).collect();
                [name].into_iter().chain(lines).collect()
            });
            let tables = tables.collect();
            let terms = self.glossary.iter().map(|term| taken.free(plain(["term-", &term.term].concat()))).collect();
            let forms = self.projects.iter().scan(0, |before, project| {
                let own = *before;
                *before += usize::from(project.form.is_some());
                Some(own)
            });
            Found { tables, terms, forms: forms.collect() }
        })
    }
}

/// The text without whitespace, which no HTML id may contain.
fn plain(mut address: String) -> String {
    address.retain(|c| !c.is_whitespace());
    address
}

/// The address of a table, from its number: never empty, and never one of the page's own, which begin with a lowercase
/// Latin letter or are names of the lists outside the tables.
fn name(number: &str) -> String {
    let number = plain(number.into());
    if number.is_empty() {
        "表".into()
    } else if number.starts_with(|c: char| c.is_ascii_lowercase()) || Stated::holds(&number) {
        ["表-", &number].concat()
    } else {
        number
    }
}

/// The addresses in use, each with the last number that was appended to it to make another one.
#[derive(Default)]
struct Taken(BTreeMap<String, usize>);

impl Taken {
    /// The wanted address or, where it is in use, the first free one of `wanted-2`, `wanted-3` …
    fn free(&mut self, wanted: String) -> String {
        let Some(last) = self.0.get(&wanted) else {
            self.0.insert(wanted.clone(), 1);
            return wanted;
        };
        let mut number = *last;
        loop {
            number += 1;
            let own = [wanted.as_str(), "-", &number.to_string()].concat();
            if !self.0.contains_key(&own) {
                self.0.insert(own.clone(), 1);
                self.0.insert(wanted, number);
                return own;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::budget::{Line, Table, Term};

    fn table(number: &str, labels: &[&str]) -> Table {
        let line = |label: &&str| Line { name: (*label).into(), ..Line::default() };
        Table { number: number.into(), lines: labels.iter().map(line).collect(), ..Table::default() }
    }

    fn addresses(tables: Vec<Table>) -> Vec<String> {
        let budget = Budget { tables, ..Budget::default() };
        budget.found().tables.concat()
    }

    #[test]
    fn lines_that_are_called_alike_are_numbered() {
        let all = addresses(vec![table("表三", &["201", "201", "办 公", "201", "办公"])]);
        assert_eq!(all, ["表三", "表三-201", "表三-201-2", "表三-办公", "表三-201-3", "表三-办公-2"]);
    }

    #[test]
    fn two_tables_of_one_number_have_addresses_of_their_own() {
        let all = addresses(vec![table("表三", &["201"]), table("表三", &["201"])]);
        assert_eq!(all, ["表三", "表三-201", "表三-2", "表三-2-201"]);
    }

    #[test]
    fn whatever_is_printed_no_two_addresses_are_alike_and_none_is_empty() {
        let labels = ["", "2", "2-2", "2", "a", "a", "a-2", "a-3", "a", " ", "1"];
        let numbers = ["表三", "表三", "", "", "表三-2", "structure", "说明", "采购-1", "checks", "表", "表-checks"];
        let mut all = addresses(numbers.iter().map(|number| table(number, &labels)).collect());
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{all:?}");
        all.retain(|own| own.is_empty() || own.starts_with(|c: char| c.is_ascii_lowercase()) || Stated::holds(own));
        assert!(all.is_empty(), "{all:?}");
    }

    #[test]
    fn each_address_is_found_again() {
        let budget =
            Budget { tables: vec![table("表一", &["a", "a"]), table("表一", &["a"])], ..Budget::default() };
        for place in [Place::Table(1), Place::Line(0, 0), Place::Line(0, 1), Place::Line(1, 0)] {
            assert_eq!(budget.place(&budget.address(place)), Some(place));
        }
        assert_eq!(budget.place("表二"), None);
    }

    #[test]
    fn terms_that_stand_twice_have_addresses_of_their_own() {
        let glossary = ["款", "款", "款-2"].map(|term| Term { term: term.into(), ..Term::default() }).into();
        let budget = Budget { glossary, ..Budget::default() };
        assert_eq!([0, 1, 2].map(|i| budget.term_address(i)), ["term-款", "term-款-2", "term-款-2-2"]);
    }
}
