//! What a budget says of the year before, held against that year's own document: `check --last-year FILE`.

mod html;
mod json;
mod text;

pub use html::section;
pub use json::{LastYear, objects};
pub use text::told;

use super::options::Options;
use super::source::Source;
use super::{Checked, Tally, at};
use crate::budget::{Budget, Place};
use crate::check::Verdict;
use crate::cli::path::NamedPath;
use crate::cli::read::{self, Opened};
use crate::figure::years::comparatives::{Comparative, comparatives, is_before};
use crate::figure::years::points::label;
use crate::locale::{Lang, Locale};

/// A document that others are held against.
pub struct Earlier<'a> {
    file: &'a NamedPath,
    opened: Opened,
}

/// What one budget and the document of the year before both say.
pub struct Against<'a> {
    earlier: &'a Earlier<'a>,
    source: Source<'a>,
    compared: Vec<Comparative>,
}

/// The documents that `--last-year` names, or why they cannot be used.
pub fn read<'a>(options: &Options<'a>) -> Result<Vec<Earlier<'a>>, String> {
    let (opened, faults): (Vec<_>, Vec<_>) = options
        .last_year
        .iter()
        .map(|file| match read::budget(file, options.lang) {
            Ok(opened) => Ok(Earlier { file, opened }),
            Err(unusable) => Err(unusable.sentences(file, options.lang)),
        })
        .partition(Result::is_ok);
    let faults: Vec<_> = faults.into_iter().filter_map(Result::err).collect();
    if faults.is_empty() { Ok(opened.into_iter().flatten().collect()) } else { Err(faults.join("\n")) }
}

/// Holds a budget against those documents that are its department's of the year before.
pub fn against<'a>(budget: &Budget, earlier: &'a [Earlier<'a>], locale: Locale) -> Vec<Against<'a>> {
    let fitting = earlier.iter().filter(|earlier| is_before(&earlier.opened.loaded.budget, budget));
    let held = fitting.map(|earlier| Against {
        earlier,
        source: Source::new(&earlier.opened),
        compared: comparatives(budget, &earlier.opened.loaded.budget, locale),
    });
    held.collect()
}

impl Against<'_> {
    fn count(&self, verdict: Verdict) -> usize {
        self.compared.iter().filter(|compared| compared.verdict == verdict).count()
    }

    /// What it adds to the counts of the file.
    pub fn tally(&self) -> Tally {
        Tally { verdicts: Verdict::ALL.map(|verdict| self.count(verdict)), ..Tally::default() }
    }

    /// Where in the earlier file a place is.
    fn at(&self, place: Option<Place>, lang: Lang) -> Option<String> {
        at(self.earlier.file, &self.source, place?, lang)
    }

    /// `2025 年`, or `2025 年决算`.
    fn label(&self, locale: Locale) -> String {
        label(&self.earlier.opened.loaded.budget, locale)
    }

    /// `这里说 2025 年是 12.00 万元；那一年的文件（2025.json:70）印的是 11.00 万元，差 1.00 万元。`
    fn sentence(&self, compared: &Comparative, locale: Locale) -> String {
        // Where it is said in a larger unit, zeros that nobody printed would look exact beside what is printed.
        let unit = compared.said.unit();
        let in_words = if unit.exponent() > locale.unit.exponent() { Locale { unit, ..locale } } else { locale };
        let (said, printed) = (in_words.exact_money(compared.said), locale.exact_money(compared.printed));
        let year = self.label(locale);
        let at = self.at(compared.printed_at, locale.lang).unwrap_or_else(|| self.earlier.file.to_string());
        let Some(difference) = compared.difference() else {
            let (zh, en) = ("{0}的文件（{1}）也是 {2}。", "The document of {0} ({1}) has {2}, too.");
            return locale.format(zh, en, &[&year, &at, &printed]);
        };
        let difference = locale.exact_money(difference.abs());
        locale.format(
            "这里说 {0}是 {1}；那份文件（{2}）印的是 {3}，差 {4}。",
            "Here {0} is {1}; that document ({2}) has {3}, which differs by {4}.",
            &[&year, &said, &at, &printed, &difference],
        )
    }

    /// How many amounts were compared with what result, as a sentence.
    fn counts(&self, locale: Locale) -> String {
        let numbers = [self.compared.len()].into_iter().chain(
            [Verdict::Holds, Verdict::Rounding, Verdict::Mismatch, Verdict::Unchecked]
                .map(|verdict| self.count(verdict)),
        );
        let numbers: Vec<String> = numbers.map(|count| count.to_string()).collect();
        let year = self.label(locale);
        let parts: Vec<&str> = [year.as_str()].into_iter().chain(numbers.iter().map(String::as_str)).collect();
        if self.compared.is_empty() {
            return locale.format(
                "和 {0}的文件没有同一个数可比。",
                "No amount is in both this document and that of {0}.",
                &parts,
            );
        }
        locale.format(
            "和 {0}的文件比了 {1} 处：相符 {2}，尾差 {3}，不符 {4}。",
            "Compared with the document of {0} in {1} places: {2} hold, {3} differ by rounding, {4} do not hold.",
            &parts,
        )
    }
}

/// How many of all the counts are of the comparison with the year before, as a sentence.
pub fn share(checked: &Checked) -> Option<String> {
    let count = |of: &dyn Fn(&Against) -> usize| checked.last_year.iter().map(of).sum::<usize>();
    let all = count(&|against| against.compared.len());
    let wrong = count(&|against| against.count(Verdict::Mismatch));
    let (zh, en) = (
        "其中 {0} 处是和上年的文件核对的，不符 {1}。",
        "Of these, {0} are against the document of the year before, and {1} of them do not hold. ",
    );
    (all > 0).then(|| checked.locale.format(zh, en, &[&all.to_string(), &wrong.to_string()]))
}

/// That none of the documents that were named is of the year before.
fn lacking(budget: &Budget, locale: Locale) -> String {
    let year = budget.document.year.saturating_sub(1).to_string();
    locale.format(
        "--last-year 给的文件里没有这个部门 {0} 年的，没有和上年比。",
        "No file of --last-year is this department’s of {0}, so nothing was compared with it.",
        &[&year],
    )
}

/// The reason that two documents may differ although nobody made a mistake.
fn caveat(locale: Locale) -> &'static str {
    locale.tr("也可能是口径不同，文件没有说明。", "They may be reckoned otherwise, which the documents do not say.")
}
