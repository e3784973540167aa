//! Where names stand in a list.

use std::collections::BTreeMap;

/// The position of a name that stands in a list more than once.
pub const SEVERAL: usize = usize::MAX;

/// The position of each name: there is one such map in the program, since each type of map would be kilobytes more.
pub fn positions(names: &mut dyn Iterator<Item = (usize, String)>) -> BTreeMap<String, usize> {
    let mut all: BTreeMap<String, usize> = BTreeMap::new();
    for (i, name) in names {
        match all.get_mut(&name) {
            Some(known) => *known = SEVERAL,
            None => _ = all.insert(name, i),
        }
    }
    all
}
