//! Finds numbers in another unit than the document says: a whole table, a column, a line, or some of the narrative's
//! numbers are off by a power of ten against all others.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::equations::{Equation, is_ratio, ratio_fits};
use super::{CauseKind, Group};
use crate::budget::{Place, Stated};
use crate::check::checker::Checker;
use crate::check::finding::{Finding, Reason, Scaled, Verdict};
use crate::check::rounded::Rounded;
use crate::check::rule::Rule;

/// The powers of ten between units of money: 元, 千元, 万元, 百万元.
const POWERS: [u32; 4] = [1, 2, 3, 4];
/// The most wrong units that are looked for; a document with more has other problems.
const MAX: usize = 8;

/// Numbers that may be in one unit together. Of two scopes that explain equally much the later one in this order is
/// meant: the larger one, the later table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Scope {
    /// The numbers of a list outside the tables that are off.
    List(Stated),
    Line(usize, usize),
    Column(usize, usize),
    Table(usize),
}

/// A guess at a wrong unit: the numbers, and the power of ten by which each has to be multiplied.
type Guess = (Scope, i8);

/// What following a guess would do to the findings.
#[derive(Default)]
struct Tally {
    /// The findings that it would resolve.
    mended: Vec<usize>,
    /// How many cross-checks that hold it would break.
    broken: usize,
    /// The places of its numbers in the findings that it would resolve.
    places: BTreeSet<Place>,
}

impl Tally {
    /// How strongly the findings support a guess; `None` where they do not, or where it is about a single number.
    fn score(&self) -> Option<usize> {
        let score = self.mended.len().checked_sub(self.broken).filter(|score| *score > 0);
        score.filter(|_| self.places.len() > 1)
    }
}

/// Finds numbers in a wrong unit, adds a finding for each such scope, and closes the mismatches that follow from it.
#[inline(never)]
pub fn find(checker: &Checker, findings: &mut Vec<Finding>, open: &mut Vec<bool>) -> Vec<Group> {
    let mut groups = Vec::new();
    while groups.len() < MAX {
        let guesses = Guesses::of(checker, findings, open);
        let Some(((scope, power), tally)) = guesses.best(checker, findings, open) else { break };
        let mut followers = tally.mended;
        let scaled = |place, number| if guesses.covers((scope, power), place) { times(number, power) } else { number };
        let wrong = (0..findings.len()).filter(|i| open[*i] && is_ratio(&findings[*i], checker));
        followers.extend(wrong.filter(|i| ratio_fits(&findings[*i], checker, scaled) == Some(true)));
        for i in &followers {
            open[*i] = false;
        }
        let (stated, of) = told(scope, &tally.places);
        findings.push(Finding {
            rule: Rule::UnitScale,
            verdict: Verdict::Mismatch,
            compared: None,
            stated,
            terms: Vec::new(),
            reason: Some(Reason::Scale(of, power)),
        });
        open.push(false);
        groups.push(Group { lead: findings.len() - 1, followers, common: CauseKind::Unit, suspect: None });
    }
    groups
}

/// The places by which a finding names a scope.
fn told(scope: Scope, places: &BTreeSet<Place>) -> (Vec<Place>, Scaled) {
    match scope {
        Scope::Table(table) => (vec![Place::Table(table)], Scaled::Table),
        Scope::Line(table, line) => (vec![Place::Line(table, line)], Scaled::Line),
        Scope::Column(..) => (places.iter().take(1).copied().collect(), Scaled::Column),
        Scope::List(_) => (places.iter().copied().collect(), Scaled::Numbers),
    }
}

/// A number, and the unit of its last place, multiplied by a power of ten.
fn times(number: Rounded, power: i8) -> Rounded {
    let factor = 10_i128.pow(u32::from(power.unsigned_abs()));
    let of = |value: i128| if power > 0 { value.saturating_mul(factor) } else { value / factor };
    Rounded { value: of(number.value), ulp: of(number.ulp), bias: of(number.bias) }
}

/// All guesses that some mismatch suggests.
struct Guesses {
    /// The powers of ten that are guessed for each scope.
    all: BTreeMap<Scope, Vec<i8>>,
    /// The numbers outside the tables that are off, by power of ten.
    lists: BTreeSet<(i8, Place)>,
}

impl Guesses {
    /// Collects guesses from each open mismatch between two tables or lists whose numbers are off by a power of ten.
    fn of(checker: &Checker, findings: &[Finding], open: &[bool]) -> Guesses {
        let mut guesses = Guesses { all: BTreeMap::new(), lists: BTreeSet::new() };
        for (i, finding) in findings.iter().enumerate().filter(|(i, _)| open[*i]) {
            let Some(power) = off(finding, checker).filter(|_| Equation::of(i, finding, checker).is_some()) else {
                continue;
            };
            for (side, power) in [(&finding.stated, power), (&finding.terms, -power)] {
                for place in side {
                    guesses.add(*place, power);
                }
            }
        }
        guesses
    }

    fn add(&mut self, place: Place, power: i8) {
        let scopes = scopes(place);
        if place.table().is_none() {
            self.lists.insert((power, place));
        }
        for scope in scopes.into_iter().flatten() {
            let powers = self.all.entry(scope).or_default();
            if !powers.contains(&power) {
                powers.push(power);
            }
        }
    }

    fn covers(&self, (scope, power): Guess, place: Place) -> bool {
        scopes(place).contains(&Some(scope)) && (place.table().is_some() || self.lists.contains(&(power, place)))
    }

    /// The guess that the findings support most.
    fn best(&self, checker: &Checker, findings: &[Finding], open: &[bool]) -> Option<(Guess, Tally)> {
        if self.all.is_empty() {
            return None;
        }
        let mut tallies: BTreeMap<Guess, Tally> = BTreeMap::new();
        for (i, finding) in findings.iter().enumerate() {
            let Some(equation) = Equation::of(i, finding, checker) else { continue };
            let is_open = finding.verdict == Verdict::Mismatch;
            // What is explained already, or no equation, counts neither for nor against a guess.
            if is_open != open[i] || (!is_open && !equation.fits(0)) {
                continue;
            }
            for ((scope, power), (sum, places)) in self.sums(finding, checker) {
                let fits = fits(equation, sum, power);
                let tally = tallies.entry((scope, power)).or_default();
                if is_open && fits {
                    tally.mended.push(i);
                    tally.places.extend(places);
                }
                tally.broken += usize::from(!is_open && !fits);
            }
        }
        let scored = tallies.into_iter().filter_map(|(guess, tally)| Some((tally.score()?, guess, tally)));
        let best = scored.max_by_key(|(score, (scope, power), _)| (*score, *scope, Reverse(*power)));
        best.map(|(_, guess, tally)| (guess, tally))
    }

    /// For each guess about any number of a finding, the sum of these numbers, the terms subtracted, and their places.
    fn sums(&self, finding: &Finding, checker: &Checker) -> BTreeMap<Guess, (i128, Vec<Place>)> {
        let mut sums: BTreeMap<Guess, (i128, Vec<Place>)> = BTreeMap::new();
        for (side, sign) in [(&finding.stated, 1), (&finding.terms, -1)] {
            for place in side {
                let guesses =
                    scopes(*place).into_iter().flatten().filter_map(|scope| Some((scope, self.all.get(&scope)?)));
                let guesses = guesses.flat_map(|(scope, powers)| powers.iter().map(move |power| (scope, *power)));
                let guesses: Vec<_> = guesses.filter(|guess| self.covers(*guess, *place)).collect();
                let Some(number) = checker.number(*place).filter(|number| number.value != 0 && !guesses.is_empty())
                else {
                    continue;
                };
                for guess in guesses {
                    let (sum, places) = sums.entry(guess).or_default();
                    *sum = sum.saturating_add(sign * number.value);
                    places.push(*place);
                }
            }
        }
        sums
    }
}

/// The scopes of which a number may share its unit.
fn scopes(place: Place) -> [Option<Scope>; 3] {
    match place {
        Place::Cell(table, line, column) => {
            [Scope::Table(table), Scope::Column(table, column), Scope::Line(table, line)].map(Some)
        }
        _ => [place.list().map(Scope::List), None, None],
    }
}

/// Whether a cross-check holds once those of its numbers that add up to `sum` are multiplied by a power of ten.
fn fits(equation: Equation, sum: i128, power: i8) -> bool {
    let scaled = times(Rounded { value: sum, ..Rounded::default() }, power).value;
    let max_rounding_error = if power > 0 {
        times(Rounded { value: equation.max_rounding_error, ..Rounded::default() }, power).value
    } else {
        equation.max_rounding_error
    };
    // Dividing may lose a millionth.
    equation.difference.saturating_add(scaled).saturating_sub(sum).abs() <= max_rounding_error.saturating_add(1)
}

/// The power of ten by which the stated sum would have to be multiplied to be the computed one, if the two are from
/// different tables or lists.
fn off(finding: &Finding, checker: &Checker) -> Option<i8> {
    let source = |place: &Place| (place.table(), place.list());
    let (one, other) = (finding.stated.first()?, finding.terms.first()?);
    if source(one) == source(other) {
        return None;
    }
    let sum = |places: &[Place]| Rounded::sum(places.iter().filter_map(|place| checker.number(*place)));
    let (stated, computed) = (sum(&finding.stated)?, sum(&finding.terms)?);
    if stated.value == 0 || computed.value == 0 {
        return None;
    }
    POWERS.into_iter().find_map(|places| {
        let power = i8::try_from(places).ok()?;
        match () {
            () if is_times(computed, stated, places) => Some(power),
            () if is_times(stated, computed, places) => Some(-power),
            () => None,
        }
    })
}

/// Whether one number is the other times ten to `places`, except for rounding. A single digit is too little evidence.
fn is_times(large: Rounded, small: Rounded, places: u32) -> bool {
    let factor = 10_i128.pow(places);
    let off = small.value.checked_mul(factor).and_then(|scaled| scaled.checked_sub(large.value));
    let max_rounding_error = small.ulp.saturating_mul(factor).saturating_add(large.ulp);
    off.is_some_and(|off| off.abs().saturating_mul(2) <= max_rounding_error) && small.value.abs() >= 10 * small.ulp
}
