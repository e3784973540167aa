//! The comparison with the year before as lines for a person.

use super::{caveat, lacking};
use crate::check::Verdict;
use crate::cli::check::options::Options;
use crate::cli::check::text::{INDENT, heading};
use crate::cli::check::wrap::wrapped;
use crate::cli::check::{Checked, file};

/// What does not agree with the year before, one by one, and how many do; what agrees is listed where all is asked for.
pub fn told(checked: &Checked, options: &Options) -> String {
    let locale = checked.locale;
    if options.last_year.is_empty() {
        return String::new();
    }
    if checked.last_year.is_empty() {
        return ["\n", &wrapped(&lacking(checked.budget, locale), 0, options.width)].concat();
    }
    let mut text = String::new();
    for against in &checked.last_year {
        let listed = [(Verdict::Mismatch, true), (Verdict::Rounding, options.rounding), (Verdict::Holds, options.all)];
        for (verdict, _) in listed.into_iter().filter(|(verdict, is_listed)| *is_listed && against.count(*verdict) > 0)
        {
            let what = locale.format(
                "和 {0}的文件 {1} 处",
                "with the document of {0}, {1}",
                &[&against.label(locale), &against.count(verdict).to_string()],
            );
            text += &heading(verdict, &what, locale);
            for compared in against.compared.iter().filter(|compared| compared.verdict == verdict) {
                let at = compared.said_at.and_then(|place| checked.at(place)).unwrap_or_default();
                text += &file::placed(&at, &compared.name, options);
                text += &wrapped(&against.sentence(compared, locale), INDENT, options.width);
            }
            if verdict == Verdict::Mismatch {
                text += &wrapped(caveat(locale), INDENT, options.width);
            }
        }
        text += &["\n", &wrapped(&against.counts(locale), 0, options.width)].concat();
    }
    text
}
