//! What the checks say of each printed number.

use std::collections::{BTreeMap, BTreeSet};

use crate::budget::Place;
use crate::check::{Finding, Report, Rule, Verdict};

/// The word for a number that no check covers.
const UNCOVERED: &str = "uncovered";

/// What the checks say of one number.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// The worst verdict of the cross-checks that the number is in: `mismatch`, `rounding`, `holds`; `unchecked` where it is
    /// in none but such as cannot be done; `uncovered` where it is in none at all.
    pub verdict: &'static str,
    /// The rules of the findings with this verdict.
    pub rules: Option<String>,
    /// Whether it is likelier wrong than all others of its mismatch.
    pub is_suspect: bool,
}

/// What the checks say of the numbers of one document.
pub struct Verdicts {
    /// How bad the worst of a place's findings is, and the rules of those that are as bad.
    places: BTreeMap<Place, (u8, &'static str, BTreeSet<Rule>)>,
    suspects: BTreeSet<Place>,
}

impl Verdicts {
    /// Collects what a report says, place by place.
    pub fn of(report: &Report) -> Self {
        let mut places: BTreeMap<Place, (u8, &'static str, BTreeSet<Rule>)> = BTreeMap::new();
        for finding in &report.findings {
            let (badness, id) = (badness(finding), finding.verdict.id());
            for place in finding.places() {
                let told = places.entry(place).or_insert_with(|| (badness, id, BTreeSet::new()));
                if badness > told.0 {
                    *told = (badness, id, BTreeSet::new());
                }
                if badness == told.0 {
                    told.2.insert(finding.rule);
                }
            }
        }
        // What holds without a number compared covers no number.
        places.retain(|_, told| told.0 > 0);
        let suspects = report.causes.iter().filter_map(|cause| cause.suspect).map(|suspect| suspect.place).collect();
        Verdicts { places, suspects }
    }

    /// What the checks say of the number at a place.
    pub fn at(&self, place: Place) -> Told {
        let is_suspect = self.suspects.contains(&place);
        let Some((_, verdict, rules)) = self.places.get(&place) else {
            return Told { verdict: UNCOVERED, rules: None, is_suspect };
        };
        let rules: Vec<_> = rules.iter().map(|rule| rule.about().id).collect();
        Told { verdict, rules: Some(rules.join(",")), is_suspect }
    }
}

/// How much a finding says against a number. A sum that holds outweighs another that cannot be made.
const fn badness(finding: &Finding) -> u8 {
    match finding.verdict {
        Verdict::Mismatch => 4,
        Verdict::Rounding => 3,
        Verdict::Holds if finding.compared.is_some() => 2,
        Verdict::Unchecked => 1,
        Verdict::Holds => 0,
    }
}
