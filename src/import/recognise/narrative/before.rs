//! Reads the words before a subject in its clause: the office, the year, the fund, whether money is carried over.

use super::names::Names;
use super::words::{BEFORE, CARRIED, FUNDS, OFFICES, OWN_OFFICE};
use crate::budget::{Origin, is_punctuation};

/// What is said before a subject.
#[derive(Debug, Default)]
pub struct Before {
    /// Whether all of it is understood.
    pub is_known: bool,
    /// The fund; of several the outermost, which is the narrowest: 一般公共预算财政拨款.
    pub fund: Option<&'static str>,
    /// Whether it is money of this year, or carried over.
    pub origin: Option<Origin>,
    /// The office that is named.
    pub office: Office,
    /// Where the subject's name begins, with its fund.
    pub name: usize,
}

/// The office whose money a clause speaks of.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Office {
    /// Nobody is named.
    #[default]
    None,
    /// The office whose document it is.
    Own,
    /// An office that may be another one.
    Other,
}

impl Before {
    /// Reads the words before a subject, from the nearest to the first.
    pub fn of(text: &str, names: &Names) -> Self {
        let mut found = Before { name: text.len(), ..Before::default() };
        let mut rest = text;
        loop {
            let own = rest.trim_end_matches(|c: char| c != '）' && is_punctuation(c));
            let is_next_to_name = found.name == own.len();
            rest = if let Some((fund, shorter)) =
                FUNDS.iter().find_map(|(word, fund)| Some((fund, own.strip_suffix(word)?)))
            {
                found.fund = Some(fund);
                found.name = shorter.len();
                shorter
            } else if let Some(shorter) = CARRIED.iter().find_map(|word| own.strip_suffix(word)) {
                found.origin = Some(Origin::Carried);
                found.name = shorter.len();
                shorter
            } else if let Some(shorter) = without_year(own, names.year) {
                shorter
            } else if let Some(shorter) = without_office(own, &names.department) {
                found.office = Office::Own;
                shorter
            } else if let Some(shorter) = ["本年", "当年"].iter().find_map(|word| own.strip_suffix(word)) {
                found.origin = found.origin.or(Some(Origin::Current));
                found.name = if is_next_to_name { shorter.len() } else { found.name };
                shorter
            } else if let Some(shorter) = shortest(own, BEFORE) {
                shorter
            } else {
                rest = own;
                break;
            };
        }
        let is_office =
            rest.chars().count() > 3 && OFFICES.iter().any(|end| rest.trim_end_matches('）').ends_with(end));
        if is_office && !rest.contains(['，', '。', '；', '、', '：']) {
            found.office = Office::Other;
        }
        // A heading may have become one with its text.
        let is_heading = ["说明", "情况"].iter().any(|end| rest.ends_with(end));
        found.is_known = rest.is_empty() || found.office == Office::Other || is_heading;
        found
    }
}

/// What is left of a text without the longest of the words that it ends in.
pub fn shortest<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().filter_map(|word| text.strip_suffix(word)).min_by_key(|rest| rest.len())
}

/// The text before the document's year, or before a number of offices (1家行政单位), where it ends in that.
pub fn without_year(text: &str, year: u16) -> Option<&str> {
    let counted = ["年度", "年", "家行政"].iter().find_map(|word| text.strip_suffix(word))?;
    let rest = counted.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_own = |number: &str| number.len() < 4 || year == 0 || number.parse() == Ok(year);
    (rest.len() < counted.len() && is_own(&counted[rest.len()..])).then_some(rest)
}

/// The text before the document's own office, where it ends in that.
fn without_office<'t>(text: &'t str, department: &str) -> Option<&'t str> {
    let named = text.strip_suffix(department).filter(|_| !department.is_empty());
    named.or_else(|| shortest(text, OWN_OFFICE))
}
