//! Splits sentences into clauses, at punctuation and at brackets that hold numbers.

use super::numbers::Number;
use crate::money::sort_by;

/// A clause with the punctuation mark after it, and where it begins.
pub type Clause<'t> = (usize, &'t str);

/// The brackets of a text that separate clauses, since they hold numbers: where each opens and closes.
pub struct Brackets(Vec<usize>);

impl Brackets {
    /// Finds the brackets of a text with these numbers.
    pub fn of(text: &str, numbers: &[Number]) -> Self {
        let mut parting = Vec::new();
        let mut open = Vec::new();
        for (at, sign) in text.match_indices(['（', '）']) {
            let from = if sign == "（" { None } else { open.pop() };
            if sign == "（" {
                open.push(at);
            } else if let Some(from) = from {
                let next = numbers.partition_point(|number| number.start < from);
                if numbers.get(next).is_some_and(|number| number.start < at) {
                    parting.extend([from, at]);
                }
            } else {
                parting.push(at);
            }
        }
        parting.extend(open);
        sort_by(&mut parting, Ord::cmp);
        Brackets(parting)
    }

    /// The clauses of a part of the text.
    pub fn clauses<'t>(&self, text: &'t str, from: usize, to: usize) -> Vec<Clause<'t>> {
        let parts = |at: usize, c: char| match c {
            // 收、支 is one word.
            '、' => !(text[..at].ends_with(['收', '入']) && text[at..].starts_with("、支")),
            '，' | '。' | '；' | '：' => true,
            '（' | '）' => self.0.binary_search(&at).is_ok(),
            _ => false,
        };
        let mut found = Vec::new();
        let mut start = from;
        for (at, c) in text[from..to].char_indices() {
            let end = from + at + c.len_utf8();
            if parts(from + at, c) {
                found.push((start, &text[start..end]));
                start = end;
            }
        }
        found.push((start, &text[start..to]));
        found
    }
}

/// A clause's words, and the punctuation mark after them.
pub fn split_sign(clause: &str) -> (&str, Option<char>) {
    let sign = clause.chars().next_back().filter(|c| "，。；、：（）".contains(*c));
    (sign.map_or(clause, |sign| &clause[..clause.len() - sign.len_utf8()]), sign)
}
