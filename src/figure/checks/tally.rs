//! Counts findings by verdict.

use crate::check::Verdict;
use crate::locale::Locale;

/// How many findings there are of each verdict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally([usize; Verdict::ALL.len()]);

impl Tally {
    /// Counts one more finding.
    pub fn add(&mut self, verdict: Verdict) {
        self.0[verdict as usize] += 1;
    }

    /// How many of this verdict.
    pub const fn of(&self, verdict: Verdict) -> usize {
        self.0[verdict as usize]
    }

    /// How many in all.
    pub fn all(&self) -> usize {
        self.0.iter().sum()
    }

    /// The verdicts that occur, worst first, each with its number of findings.
    pub fn each(&self) -> impl Iterator<Item = (Verdict, usize)> {
        Verdict::ALL.into_iter().map(|verdict| (verdict, self.of(verdict))).filter(|(_, count)| *count > 0)
    }

    /// The worst verdict.
    pub fn worst(&self) -> Option<Verdict> {
        self.each().map(|(verdict, _)| verdict).next()
    }

    /// The counts in words: `1 处尾差，15 处相符`.
    pub fn describe(&self, locale: Locale) -> String {
        let each: Vec<_> = self.each().map(|(verdict, count)| describe(verdict, count, locale)).collect();
        each.join(locale.tr("，", ", "))
    }
}

impl FromIterator<Verdict> for Tally {
    fn from_iter<T: IntoIterator<Item = Verdict>>(verdicts: T) -> Self {
        let mut tally = Tally::default();
        for verdict in verdicts {
            tally.add(verdict);
        }
        tally
    }
}

/// The name of a verdict where it stands alone.
pub fn called(verdict: Verdict, locale: Locale) -> String {
    let (zh, en) = verdict.name();
    locale.capitalize_first(locale.tr(zh, en).into())
}

/// How many findings are of a verdict, in words.
pub fn describe(verdict: Verdict, count: usize, locale: Locale) -> String {
    let (zh, one, many) = match verdict {
        Verdict::Mismatch => ("{0} 处不符", "{0} does not agree", "{0} do not agree"),
        Verdict::Rounding => ("{0} 处尾差", "{0} differs by rounding", "{0} differ by rounding"),
        Verdict::Unchecked => ("{0} 处无法核对", "{0} cannot be checked", "{0} cannot be checked"),
        Verdict::Holds => ("{0} 处相符", "{0} agrees", "{0} agree"),
    };
    locale.format(zh, if count == 1 { one } else { many }, &[&count.to_string()])
}

/// How many causes so many findings have, in brackets; nothing where each has its own.
pub fn of_causes(findings: usize, causes: usize, locale: Locale) -> String {
    let (zh, en) = if causes == 1 {
        ("（同一个原因）", " (of one cause)")
    } else {
        ("，列成 {0} 条", ", listed as {0} points")
    };
    if causes == 0 || causes >= findings { String::new() } else { locale.format(zh, en, &[&causes.to_string()]) }
}
