//! The state of the reader's view of the figures: what is drilled into, which project is open, how a list is sorted.

/// The names of the parameters that a reader can set in figures, as the page's address has them.
pub mod param {
    /// Writes the names down once, each for itself and for the list of all.
    macro_rules! names {
        ($($(#[$about:meta])* $name:ident = $value:literal,)+) => {
            $($(#[$about])* pub const $name: &str = $value;)+

            /// All of them.
            pub const ALL: [&str; [$($value),+].len()] = [$($name),+];
        };
    }

    names! {
        /// The classification code that is drilled into.
        CODE = "code",
        /// The project that is open.
        PROJECT = "project",
        /// The order of the list of projects.
        SORT = "sort",
        /// Whether only projects without a performance form are listed.
        FORM = "form",
        /// The words that a listed project must have.
        FIND = "find",
        /// The official table that is shown alone.
        TABLE = "table",
        /// The first line that is shown of a table too long to be shown whole.
        FROM = "from",
        /// The verdict that listed findings must have.
        VERDICT = "verdict",
        /// The family of rules that listed findings must be of.
        RULES = "rules",
        /// The two tables that listed findings must be about.
        PAIR = "pair",
        /// The first finding that is shown of a long list.
        FINDINGS = "findings",
        /// The figure that stands before all others.
        FIRST = "first",
        /// The figure that is shown alone.
        FIGURE = "figure",
        /// What is compared over the years: nothing for all expenditure, or [`THREE_PUBLIC`].
        MEASURE = "measure",
        /// What the amounts of several years are divided by: the id of a `Divisor`.
        PER = "per",
        /// The year in whose prices the amounts of several years are told.
        PRICES = "prices",
        /// The document that is shown of several: its year, and `-final` behind that of a final account.
        YEAR = "year",
        /// The words that are looked for in the whole document.
        SEARCH = "q",
    }

    /// The value of [`MEASURE`] for the three public expenses.
    pub const THREE_PUBLIC: &str = "three-public";
    /// The value of [`MEASURE`] for the projects, of which [`FIND`] can choose some.
    pub const PROJECTS: &str = "projects";
    /// The value of [`MEASURE`] for all expenditure in its functional classes.
    pub const CLASSES: &str = "classes";
    /// The value of [`MEASURE`] for the three public expenses for each member of staff.
    pub const EACH: &str = "each";
    /// The value of [`MEASURE`] for all expenditure for each member of staff.
    pub const EACH_PERSON: &str = "each-person";
    /// The value of [`MEASURE`] for the running costs of each official vehicle.
    pub const EACH_VEHICLE: &str = "each-vehicle";
    /// The value of [`MEASURE`] for all expenditure for each inhabitant.
    pub const EACH_INHABITANT: &str = "each-inhabitant";
    /// The value of [`FORM`] where only projects without a form are listed.
    pub const WITHOUT_FORM: &str = "none";
    /// The value of [`FINDINGS`] where all findings are shown at once.
    pub const ALL_FINDINGS: &str = "all";
    /// The value of [`FINDINGS`] where every finding is printed, also those of one cause: nobody can ask a file for more.
    pub const EVERY_FINDING: &str = "every";

    /// Parameters whose change restarts a list, each with the parameter of the place in that list.
    pub const RESTARTS: [(&str, &str); 4] = [(TABLE, FROM), (VERDICT, FINDINGS), (RULES, FINDINGS), (PAIR, FINDINGS)];
}

/// A parameter and the value that activating a control gives it. An empty value removes the parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Param {
    /// The name of the parameter, one of [`param::ALL`].
    pub name: &'static str,
    /// The value; empty for none.
    pub value: String,
}

impl Param {
    /// The choice of this value.
    pub fn new(name: &'static str, value: impl Into<String>) -> Self {
        Param { name, value: value.into() }
    }

    /// `code=201`, as an element carries it.
    pub fn text(&self) -> String {
        [self.name, "=", &self.value].concat()
    }

    /// The choice that an element carries; `None` for a name that no figure knows.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, value) = text.split_once('=')?;
        let name = param::ALL.into_iter().find(|known| *known == name)?;
        Some(Param::new(name, value))
    }
}

/// All parameters that a reader has set.
///
/// ```
/// use budget_lens::figure::{Query, Param, param};
///
/// let mut query = Query::default();
/// query.set(Param::parse("code=20103").unwrap()); // as elements and addresses have it
/// assert_eq!(query.get(param::CODE), Some("20103"));
/// query.set(Param::new(param::CODE, "")); // taken back
/// assert_eq!(query.get(param::CODE), None);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query(Vec<Param>);

impl Query {
    /// What a page asks that is written to be read without the program: every finding.
    pub fn of_file() -> Query {
        Query(vec![Param::new(param::FINDINGS, param::EVERY_FINDING)])
    }

    /// The value chosen for `name`; `None` where nothing is chosen.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|param| param.name == name).map(|param| param.value.as_str())
    }

    /// Whether this is chosen; an empty value is where nothing is.
    pub fn has(&self, param: &Param) -> bool {
        self.get(param.name).unwrap_or("") == param.value
    }

    /// Only the parameters that have one of these names.
    #[must_use]
    pub fn only(&self, names: &[&str]) -> Query {
        Query(self.0.iter().filter(|param| names.contains(&param.name)).cloned().collect())
    }

    /// Chooses, or takes back. Another table is shown from its first line, another list of findings from its first.
    pub fn set(&mut self, param: Param) {
        let goes = |other: &Param| param::RESTARTS.contains(&(param.name, other.name)) || other.name == param.name;
        self.0.retain(|other| !goes(other));
        if !param.value.is_empty() {
            self.0.push(param);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_read_as_it_is_written_and_an_unknown_one_is_none() {
        let param = Param::new(param::PROJECT, "水费=电费");
        assert_eq!(Param::parse(&param.text()), Some(param));
        assert_eq!(Param::parse("colour=red"), None);
        assert_eq!(Param::parse("code"), None);
    }

    #[test]
    fn an_empty_value_takes_a_choice_back() {
        let mut query = Query::default();
        query.set(Param::new(param::CODE, "201"));
        query.set(Param::new(param::CODE, "20103"));
        assert_eq!(query.get(param::CODE), Some("20103"));
        query.set(Param::new(param::CODE, ""));
        assert_eq!(query, Query::default());
    }
}
