//! Hits of the search: each thing once, with all places where it stands.

use super::MAX_HITS;
use crate::figure::Param;

/// The most places of one thing that a reader needs.
const MAX_SPOTS: usize = 6;

/// A hit: a thing in the document that matches the search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hit {
    /// What it is: a project, a line, a term.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// Its classification code, where it has one: two things of one name have codes of their own.
    pub code: Option<String>,
    /// Its amount, or its description.
    pub detail: String,
    /// Whether its amount is zero.
    pub is_nothing: bool,
    /// Where it stands, at least one place.
    pub spots: Vec<HitLocation>,
}

/// One place where something stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HitLocation {
    /// The name of the place: a table's number. Empty where the kind of the hit says it.
    pub label: String,
    /// The place on the page.
    pub address: String,
    /// The column that is meant, counted from 0.
    pub column: Option<usize>,
    /// The parameter that opens the thing at this place.
    pub param: Option<Param>,
}

/// Adds a hit, or adds its place to a hit about the same thing. A place with an amount is put before one of zero.
pub fn add(hits: &mut Vec<Hit>, mut hit: Hit) {
    // A term and a line of the same name are two things, and so are hits without a label.
    let has_label = |hit: &Hit| hit.spots.first().is_some_and(|spot| !spot.label.is_empty());
    let is_same = |other: &&mut Hit| {
        other.name == hit.name
            && (other.code.is_none() || hit.code.is_none() || other.code == hit.code)
            && (other.kind == hit.kind || has_label(other) && has_label(&hit))
    };
    let Some(other) = hits.iter_mut().find(is_same) else {
        if hits.len() < MAX_HITS {
            hits.push(hit);
        }
        return;
    };
    if other.is_nothing && !hit.is_nothing {
        std::mem::swap(other, &mut hit);
    }
    if other.code.is_none() {
        other.code = hit.code;
    }
    for spot in hit.spots {
        // A code may stand in a table twice: its first place is enough.
        if other.spots.len() < MAX_SPOTS && !other.spots.iter().any(|own| own.label == spot.label) {
            other.spots.push(spot);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(name: &str, code: Option<&str>, label: &str, is_nothing: bool) -> Hit {
        let spot = HitLocation { label: label.into(), ..HitLocation::default() };
        Hit { name: name.into(), code: code.map(String::from), is_nothing, spots: vec![spot], ..Hit::default() }
    }

    fn told(all: Vec<Hit>) -> Vec<String> {
        let mut hits = Vec::new();
        for one in all {
            add(&mut hits, one);
        }
        let labels = |hit: &Hit| hit.spots.iter().map(|spot| spot.label.as_str()).collect::<Vec<_>>().join(" ");
        hits.iter().map(|hit| [&hit.name, ": ", &labels(hit)].concat()).collect()
    }

    #[test]
    fn one_thing_is_one_hit_with_all_its_places() {
        let all = vec![
            hit("水费", Some("30205"), "表六", false),
            hit("水费", None, "表十", false),
            hit("水费", Some("30205"), "表六", false),
            hit("电费", None, "表六", false),
        ];
        assert_eq!(told(all), ["水费: 表六 表十", "电费: 表六"]);
    }

    #[test]
    fn two_codes_of_one_name_are_two_things() {
        let all = vec![hit("其他支出", Some("229"), "表三", false), hit("其他支出", Some("30299"), "表六", false)];
        assert_eq!(told(all).len(), 2);
    }

    #[test]
    fn the_place_that_has_an_amount_is_told_before_one_of_nothing() {
        assert_eq!(told(vec![hit("车", None, "表十", true), hit("车", None, "表六", false)]), ["车: 表六 表十"]);
        let mut hits = Vec::new();
        add(&mut hits, hit("车", None, "表十", true));
        add(&mut hits, hit("车", None, "表六", false));
        assert!(!hits[0].is_nothing);
    }

    #[test]
    fn a_thing_that_stands_everywhere_has_a_few_places() {
        let all: Vec<_> = (0..1000).map(|i| hit("办公费", None, &i.to_string(), false)).collect();
        let mut hits = Vec::new();
        for one in all {
            add(&mut hits, one);
        }
        assert_eq!((hits.len(), hits[0].spots.len()), (1, MAX_SPOTS));
    }
}
