//! Gives each budget the fullest name that the others have for its department, so that documents with and without their
//! place, or with more of it, are of one department: as the page sees them, when they are open together.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::list_row::ListRow;
use crate::budget::BodyName;

/// Writes into each row the name by which its department and its units are known.
pub fn agree(rows: &mut [ListRow]) {
    // Backwards, names stand together that end alike, the one that says least first.
    let key = |name: &BodyName| (name.own, name.full.chars().rev().collect::<String>());
    let mut known: BTreeMap<(bool, String), BTreeSet<BodyName>> = BTreeMap::new();
    for row in &*rows {
        known.entry(key(&row.name)).or_default().insert(row.name.clone());
    }
    let mut fuller: HashMap<&BodyName, &BodyName> = HashMap::new();
    for (own, names) in &known {
        let alike = known.range(own..).take_while(|(other, _)| other.0 == own.0 && other.1.starts_with(&own.1));
        let alike = || alike.clone().flat_map(|(_, names)| names);
        let found = names.iter().map(|name| (name, name.fullest(alike)));
        fuller.extend(found.filter(|(name, fullest)| name != fullest));
    }
    for row in rows {
        let Some(&fullest) = fuller.get(&row.name) else { continue };
        let place = fullest.full.strip_suffix(fullest.bare());
        let there = |unit: &BodyName| {
            let mut there = BodyName::of(&unit.full, place);
            there.own = unit.own;
            there
        };
        row.units = row.units.iter().map(there).collect();
        row.name = fullest.clone();
    }
}
