//! Shortens names in a list by their common prefix: in a district's budget each project begins with the district.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Entry, short};
use crate::budget::Budget;
use crate::money::insert_each;

/// The least number of characters that are left of a name.
const MIN: usize = 2;
/// Characters that end a part of a name, so that what follows can stand by itself.
const ENDS: &str = "省市区县旗乡镇局委院会厅部处室站所队校中心度年月-—_：:·";

/// The names without the first of `known` that they begin with (a region, a department), or else without what all of
/// them begin with. None is empty, and no two become alike that were not.
pub fn without_shared<'n>(names: &[&'n str], known: &[&str]) -> Vec<&'n str> {
    let all = shared(names);
    let cut = |name: &'n str| {
        let prefixes = known.iter().copied().chain([all]);
        let rests = prefixes.filter(|prefix| !prefix.is_empty()).filter_map(|prefix| name.strip_prefix(prefix));
        rests.filter(|rest| rest.chars().count() >= MIN).min_by_key(|rest| rest.len()).unwrap_or(name)
    };
    let mut short: Vec<_> = names.iter().map(|name| cut(name)).collect();
    let mut meant: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for (name, own) in names.iter().zip(&short) {
        let one = meant.entry(own).or_insert(Some(name));
        // A short form of two different names would be ambiguous.
        *one = one.filter(|other| other == name);
    }
    for (name, own) in names.iter().zip(&mut short) {
        let is_other = *own != *name && names.len() > 1 && meant.get(*own) == Some(&None);
        if is_other {
            *own = name;
        }
    }
    let different = |names: &[&str]| insert_each::<BTreeSet<&str>, _>(names.iter().copied()).len();
    if different(&short) == different(names) { short } else { names.to_vec() }
}

/// The common prefix of all names, up to where a part of a name ends.
fn shared<'n>(names: &[&'n str]) -> &'n str {
    let [first, others @ ..] = names else { return "" };
    let same = others.iter().fold(first.len(), |most, other| {
        let alike = first.char_indices().zip(other.chars()).take_while(|((_, a), b)| a == b);
        alike.last().map_or(0, |((at, c), _)| at + c.len_utf8()).min(most)
    });
    let common = if others.is_empty() { "" } else { &first[..same] };
    common
        .rfind(|c| ENDS.contains(c))
        .map_or("", |at| &common[..at + common[at..].chars().next().map_or(0, char::len_utf8)])
}

/// Gives the entries names for where there is little room: without the region, the department, or what all share.
pub fn shorten<'e>(entries: impl Iterator<Item = &'e mut Entry>, budget: &Budget) {
    let entries: Vec<_> = entries.collect();
    let region = budget.document.region.as_deref().unwrap_or_default();
    // 东州市河口区 is 河口区 to who lives there.
    let parts =
        region.char_indices().filter(|(_, c)| "省市州盟".contains(*c)).map(|(at, c)| &region[at + c.len_utf8()..]);
    let known: Vec<_> = [budget.document.department.as_str(), region].into_iter().chain(parts).collect();
    let names: Vec<_> = entries.iter().map(|entry| entry.name.clone()).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    for (entry, name) in entries.into_iter().zip(without_shared(&names, &known)) {
        entry.short = short(name).into();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_all_share_is_left_out_and_nothing_becomes_empty_or_alike() {
        let names = ["河口区水费", "河口区电费", "河口区公安局装修"];
        assert_eq!(without_shared(&names, &[]), ["水费", "电费", "公安局装修"]);
        assert_eq!(without_shared(&["河口区水费", "学校电费"], &["东州市河口区", "河口区"]), ["水费", "学校电费"]);
        // Not within a word, not all of a name, not one alone.
        assert_eq!(without_shared(&["物业管理费", "物业维修费"], &[]), ["物业管理费", "物业维修费"]);
        assert_eq!(without_shared(&["河口区", "河口区水费"], &["河口区"]), ["河口区", "水费"]);
        assert_eq!(without_shared(&["河口区水费"], &[]), ["河口区水费"]);
        assert_eq!(without_shared(&["河口区水费", "水费"], &["河口区"]), ["河口区水费", "水费"]);
        assert_eq!(without_shared(&["河口区水费", "河口区水费"], &["河口区"]), ["水费", "水费"]);
        let again = ["河口区水费", "水费", "河口区河口区水费"];
        assert_eq!(without_shared(&again, &["河口区"]), again);
        assert!(without_shared(&[], &["河口区"]).is_empty());
    }
}
