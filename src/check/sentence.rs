//! Puts a finding into one plain sentence, for the clerk who has to correct the document, or to know that it needs no
//! correction.
//!
//! Numbers are written as they are printed, in the unit in which they are printed: rounding is a matter of printed
//! decimal places, and a clerk looks for the number as it is on the page.

mod called;
mod counted;
mod mend;
mod numbers;
mod ratio;
mod reason;
mod cross_check;

use super::finding::{Compared, Finding, Reason, Scaled, Verdict};
use super::names::{Names, Path};
use super::rule::Rule;
use crate::budget::Place;
use crate::locale::Locale;
use called::NameParts;

pub use mend::{followers, habit, mend};

/// The finding in one plain sentence.
pub fn sentence(finding: &Finding, names: &Names, locale: Locale) -> String {
    describe(&SentenceContext::of(finding, names, locale))
}

/// The finding in a sentence that does not name its project again.
pub fn sentence_of_project(finding: &Finding, names: &Names, locale: Locale) -> String {
    let context = SentenceContext::of(finding, names, locale);
    let is_named = context.shared.of_one_line() || finding.places().count() == 1;
    describe(&if is_named { SentenceContext { is_named, ..context } } else { context })
}

/// The finding as a heading that names the place (`表三 · 合计 · 项目支出`), and a sentence that does not name it again.
pub fn headed(finding: &Finding, names: &Names, locale: Locale) -> (String, String) {
    let context = SentenceContext::of(finding, names, locale);
    let Some(place) = subject(finding).next() else { return (String::new(), describe(&context)) };
    let Path { table, mut line, column } = names.path(place, locale);
    if let Some(Reason::Scale(Scaled::Column, _)) = finding.reason {
        line.clear();
    }
    let parts: Vec<_> = [table, line, column].into_iter().filter(|part| !part.is_empty()).collect();
    (locale.capitalize_first(parts.join(" · ")), describe(&context.below_heading()))
}

/// The places that a finding is about. A project's own place is left out where that of its line is there.
pub fn subject(finding: &Finding) -> impl Iterator<Item = Place> {
    let is_said = |place: &Place| matches!(place, Place::Project(_)) && finding.stated.len() > 1;
    finding.stated.iter().copied().filter(move |place| !is_said(place))
}

fn describe(context: &SentenceContext) -> String {
    let (finding, locale) = (context.finding, context.locale);
    let told = match (finding.compared, finding.rule) {
        (Some(compared), Rule::StatedShare | Rule::StatedRate | Rule::YearRate) if finding.terms.len() == 2 => {
            context.ratio(compared)
        }
        (Some(compared), Rule::StatedCount) => context.counted(compared),
        (Some(compared), _) => context.cross_check(compared),
        (None, _) => context.matter(),
    };
    told + locale.tr("。", ".")
}

/// A finding that is put into words for one reader.
struct SentenceContext<'a, 'b> {
    finding: &'a Finding,
    names: &'a Names<'b>,
    locale: Locale,
    /// Which parts of their names all places of the finding share, so that they are written once.
    shared: NameParts,
    /// The place that the heading above the sentence names, if it is the only subject.
    above: Option<Place>,
    /// Whether the line that all places are of has been named already.
    is_named: bool,
}

impl<'a, 'b> SentenceContext<'a, 'b> {
    fn of(finding: &'a Finding, names: &'a Names<'b>, locale: Locale) -> Self {
        SentenceContext { finding, names, locale, shared: NameParts::of(finding, names), above: None, is_named: false }
    }

    /// The same finding, to be put below a heading that names its place.
    fn below_heading(self) -> Self {
        let mut subjects = subject(self.finding);
        let above = subjects.next().filter(|_| subjects.next().is_none());
        SentenceContext { above, ..self }
    }
}

impl SentenceContext<'_, '_> {
    /// The sentence of a finding without arithmetic: what it is about, and the reason.
    fn matter(&self) -> String {
        let Finding { rule, verdict, reason, .. } = *self.finding;
        let about = match reason {
            Some(Reason::Scale(of, _)) => self.scaled(of),
            _ => self.subjects(),
        };
        let (zh, en) = match (verdict, reason) {
            (Verdict::Unchecked, Some(_)) if about.is_empty() => {
                ("{1}，有关的数没法核对", "{1}, so that its numbers cannot be checked")
            }
            (Verdict::Unchecked, Some(Reason::NoTable(kind))) => {
                let (zh, en) = kind.name();
                return self.against(&about, self.locale.tr(zh, en));
            }
            (Verdict::Unchecked, _) => ("{0}没法核对：{1}", "{0} cannot be checked: {1}"),
            (_, Some(_)) if about.is_empty() || self.above.is_some() => ("{1}", "{1}"),
            _ => ("{0}：{1}", "{0}: {1}"),
        };
        let reason = reason.map_or_else(|| self.as_it_should_be(rule).into(), |reason| self.reason(reason));
        let told = self.locale.format(zh, en, &[&about, &reason]);
        self.locale.capitalize_first(told)
    }

    /// The sentence for what cannot be compared with a table, because that is missing.
    fn against(&self, about: &str, table: &str) -> String {
        let told = self.locale.format(
            "{0}没法和{1}核对：文件里没有这张表",
            "{0} cannot be held against the {1}: the document has none",
            &[about, table],
        );
        self.locale.capitalize_first(told)
    }
}
