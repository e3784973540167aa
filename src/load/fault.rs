//! One thing that is wrong with a file, said so that its reader can mend it.

use std::fmt;

use super::{Place, Problem};
use crate::locale::Lang;

/// A problem and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it is, if it is anywhere in particular.
    pub place: Option<Place>,
    /// What it is.
    pub problem: Problem,
}

impl Fault {
    /// A fault of the file as a whole.
    pub const fn of_file(problem: Problem) -> Self {
        Fault { place: None, problem }
    }

    /// A plain sentence for a reader: where, what was found, what was expected.
    pub fn sentence(&self, lang: Lang) -> String {
        let problem = self.problem.sentence(lang);
        match &self.place {
            None => problem,
            Some(place) => lang.format(
                "第 {0} 行第 {1} 列：{2}",
                "Line {0}, column {1}: {2}",
                &[&place.line.to_string(), &place.column.to_string(), &problem],
            ),
        }
    }
}

impl fmt::Display for Fault {
    /// The technical form: `line 412, column 19, /tables/5/lines/7/amounts/total: expected …, found …`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.problem.sentence(Lang::En))
    }
}
