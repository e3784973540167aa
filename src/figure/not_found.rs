//! Detects addresses that ask for something the document lacks, since an address may be older than the document.

use super::{Query, param};
use crate::budget::{Budget, Kind, Place};

/// The name of a class, project or table that the address asks for and the document does not have.
pub fn not_found<'a>(budget: &Budget, query: &'a Query) -> Option<&'a str> {
    let lines = || budget.tables.iter().flat_map(|table| &table.lines);
    let has = |name: &str, value: &str| match name {
        // A class without a line of its own is there where one of its parts is.
        param::CODE => lines().any(|line| line.code.as_ref().is_some_and(|code| code.starts_with(value))),
        param::PROJECT => {
            let listed =
                budget.table(Kind::Projects).is_some_and(|table| table.lines.iter().any(|line| line.name == value));
            listed || budget.projects.iter().any(|project| project.name == value)
        }
        _ => {
            let address = |i| budget.address(Place::Table(i));
            budget.tables.iter().any(|table| table.number == value || address(table.index) == value)
        }
    };
    let all = [param::CODE, param::PROJECT, param::TABLE].into_iter();
    all.filter_map(|name| Some((name, query.get(name)?)))
        .find(|(name, value)| !has(name, value))
        .map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::{Line, Project, Table};
    use crate::figure::Param;

    #[test]
    fn what_an_address_asks_for_and_the_document_has_not_is_told() {
        let line = Line { code: Some("2010303".into()), name: "机关服务".into(), ..Line::default() };
        let table = Table { number: "表三".into(), lines: vec![line], ..Table::default() };
        let project = Project { name: "校舍维修".into(), ..Project::default() };
        let budget = Budget { tables: vec![table], projects: vec![project], ..Budget::default() };
        let is_lacking = |name, value: &str| {
            let mut query = Query::default();
            query.set(Param::new(name, value));
            not_found(&budget, &query).is_some()
        };
        for (name, here, gone) in [
            (param::CODE, "201", "208"),
            (param::PROJECT, "校舍维修", "灯笼墙"),
            (param::TABLE, "表三", "表九"),
            (param::SEARCH, "x", ""),
        ] {
            assert!(!is_lacking(name, here), "{here}");
            assert!(gone.is_empty() || is_lacking(name, gone), "{gone}");
        }
    }
}
