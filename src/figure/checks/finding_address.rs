//! Where a finding stands on the page: its id, and the parameters by which the list of findings shows it.

use crate::figure::{Param, param};

/// The prefix of the parameter's value that asks for all findings of a cause; the number of one of them follows.
pub const CAUSE: &str = "cause-";

/// The parameter that lists all findings of the same cause as the report's number `i`.
pub fn followers_of(i: usize) -> Param {
    Param::new(param::FINDINGS, [CAUSE, &(i + 1).to_string()].concat())
}

/// The parameters that show the finding with this id; none for any other id.
pub fn locate(address: &str) -> Vec<Param> {
    let Some(i) = number(address) else { return Vec::new() };
    let any = [param::VERDICT, param::RULES, param::PAIR].map(|name| Param::new(name, ""));
    any.into_iter().chain([followers_of(i)]).collect()
}

/// The number of the finding with this id in the report, counted from 0.
pub fn number(address: &str) -> Option<usize> {
    address.strip_prefix(ADDRESS)?.parse::<usize>().ok()?.checked_sub(1)
}

/// The prefix of the ids of findings.
const ADDRESS: &str = "checks-";

/// The id on the page of the report's finding number `i`, counted from 0, whatever part of the list is shown.
pub fn address(i: usize) -> String {
    [ADDRESS, &(i + 1).to_string()].concat()
}
