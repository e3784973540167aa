//! What a clause before a number speaks of.
//!
//! A wrong subject is worse than none: the whole clause has to be understood, from the number back to its beginning.

use super::names::{Item, Names};
use super::words::{BEFORE, BEHIND, BOTH, CARRIED, FUNDS, OFFICES, SUBJECTS};
use crate::budget::plain;

/// What is spoken of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subject {
    /// Codes or keys: two where one number is said of income and expenditure.
    pub subjects: Vec<String>,
    /// Its name as printed.
    pub name: String,
    /// The names of the classification.
    pub names: Vec<String>,
    /// The fund that is named with a part of it.
    pub fund: Option<&'static str>,
    /// The office that is named before it, if it is not this document's own.
    pub other_office: bool,
}

/// What a clause holds.
#[derive(Debug, PartialEq, Eq)]
pub enum Clause {
    /// A subject.
    Of(Subject),
    /// Only words that stand around one; whether it names the office.
    Nothing(bool),
    /// Something else.
    Unknown,
}

/// Reads a clause. `department` is whose document it is.
pub fn read(clause: &str, names: &Names, department: &str) -> Clause {
    read_in(clause, names, department, false)
}

/// The same where it may be an item of basic expenditure.
pub fn read_in(clause: &str, names: &Names, department: &str, in_basic: bool) -> Clause {
    let whole = clause.trim_start_matches(['，', '、', '“', '”', '-']);
    let mut rest = whole;
    loop {
        let bare = rest.trim_end_matches('”');
        let key = subject(rest);
        // Of two names the longer one is meant.
        let is_longer = |item: &Item| key.is_none_or(|(_, at)| item.before.len() < at);
        let coded = names.item(bare);
        let is_coded = coded.is_some();
        let item = coded.or_else(|| names.by_name(bare).filter(is_longer));
        if let Some(item) = item {
            let before = before(item.before, department);
            // An economic item alone may be of basic expenditure only, or of all.
            let is_sure = item.code.starts_with('2') || item.names.len() > 1 || is_coded || in_basic;
            if before.is_known && !before.is_carried && is_sure {
                let names: Vec<String> = item.names.iter().map(|name| plain(name).into_owned()).collect();
                let name = names.last().cloned().unwrap_or_default();
                let of = Subject { subjects: vec![item.code], name, names, ..Subject::default() };
                return Clause::Of(Subject { other_office: before.other_office, ..of });
            }
        }
        if let Some((subject, at)) = key {
            let before = before(&rest[..at], department);
            if let Some(own) = before.is_known.then(|| of(subject, &before)).flatten() {
                let name = whole[before.name..].trim_end_matches(['为', '共', '有', '是']).to_string();
                return Clause::Of(Subject { name, other_office: before.other_office, ..own });
            }
        }
        let shorter = BEHIND.iter().filter_map(|word| rest.strip_suffix(word)).min_by_key(|rest| rest.len());
        let Some(shorter) = shorter.or_else(|| without_year(rest)) else { break };
        rest = shorter;
    }
    let before = before(rest, department);
    if before.is_known && before.fund.is_none() && !before.is_carried && !before.other_office {
        Clause::Nothing(before.has_office)
    } else {
        Clause::Unknown
    }
}

/// The longest subject that a text ends in, and where it begins.
fn subject(text: &str) -> Option<(&'static str, usize)> {
    let starts = text.char_indices().map(|(at, _)| at).rev().take(24);
    let known = starts.filter_map(|at| {
        let own = plain(&text[at..]);
        let starts_with_sign = text[at..].chars().next().is_some_and(crate::budget::is_punctuation);
        let found = SUBJECTS.iter().find(|(name, _)| *name == own).filter(|_| !starts_with_sign || text[at..].starts_with('“'));
        Some((found?.1, at))
    });
    known.last()
}

/// A subject with what is said of it before: of which fund, and whether it is carried over.
fn of(subject: &str, before: &Before) -> Option<Subject> {
    let is_whole = matches!(subject, "income" | "expenditure" | BOTH);
    let is_split = matches!(subject, "basic" | "project" | "personnel" | "operating");
    let known = FUNDS.iter().any(|(_, fund)| *fund == subject);
    let (subjects, fund) = match (before.fund, before.is_carried) {
        (Some("appropriation"), true) if is_whole => ("appropriation-carry-over".to_string(), None),
        (Some(fund), true) if is_whole => (["carry-over-", fund].concat(), None),
        (Some("appropriation"), false) if subject == "carry-over" => ("appropriation-carry-over".to_string(), None),
        (Some(fund), false) if subject == "carry-over" => (["carry-over-", fund].concat(), None),
        (None, true) if is_whole => ("carry-over".to_string(), None),
        (None, true) if known => (["carry-over-", subject].concat(), None),
        (_, true) => return None,
        (Some(fund), false) if is_whole => (fund.to_string(), None),
        (Some(fund), false) if is_split => (subject.to_string(), Some(fund)),
        // What is bought, of one fund, is not all that is bought.
        (Some(_), false) if subject == "procurement" => return None,
        // 一般公共预算财政拨款.
        (Some(fund), false) if subject == "appropriation" => (fund.to_string(), None),
        (Some(_), false) if known => return None,
        _ => (subject.to_string(), None),
    };
    let subjects = if subjects == "appropriation" && before.is_current { "current-appropriation".into() } else { subjects };
    Some(Subject { subjects: subjects.split(',').map(String::from).collect(), fund, ..Subject::default() })
}

/// What stands before a subject.
#[derive(Debug, Default)]
struct Before {
    /// Whether all of it is understood.
    is_known: bool,
    fund: Option<&'static str>,
    is_carried: bool,
    is_current: bool,
    has_office: bool,
    /// An office that is not known to be this document's.
    other_office: bool,
    /// Where the name with its fund begins.
    name: usize,
}

fn before(text: &str, department: &str) -> Before {
    let mut found = Before { name: text.len(), ..Before::default() };
    let mut rest = text;
    loop {
        let trimmed = rest.trim_end_matches(|c: char| c != '）' && crate::budget::is_punctuation(c));
        if let Some((word, fund)) = FUNDS.iter().find(|(word, _)| trimmed.ends_with(word)) {
            // The outermost is the one that is meant: 一般公共预算财政拨款.
            found.fund = Some(fund);
            rest = &trimmed[..trimmed.len() - word.len()];
            found.name = rest.len();
        } else if let Some(word) = CARRIED.iter().find(|word| trimmed.ends_with(*word)) {
            found.is_carried = true;
            rest = &trimmed[..trimmed.len() - word.len()];
            found.name = rest.len();
        } else if let Some(own) = without_year(trimmed) {
            rest = own;
        } else if let Some(own) = office(trimmed, department) {
            found.has_office = true;
            rest = own;
        } else if let Some(word) = BEFORE.iter().filter(|word| trimmed.ends_with(*word)).max_by_key(|word| word.len()) {
            let is_current = ["本年", "当年"].contains(word);
            found.is_current |= is_current;
            rest = &trimmed[..trimmed.len() - word.len()];
            if is_current && found.name == trimmed.len() {
                found.name = rest.len();
            }
        } else {
            rest = trimmed;
            break;
        }
    }
    let is_office = rest.chars().count() > 3 && OFFICES.iter().any(|end| rest.trim_end_matches('）').ends_with(end));
    found.other_office = is_office && !rest.contains(['，', '。', '；', '、', '：']);
    found.has_office |= found.other_office;
    // A heading may have become one with its text.
    let is_heading = ["说明", "情况"].iter().any(|end| rest.ends_with(end));
    found.is_known = rest.is_empty() || found.other_office || is_heading;
    found
}

/// What stands before a year, or before how many offices there are (1家行政单位).
fn without_year(text: &str) -> Option<&str> {
    let counted = ["年度", "年", "家行政"].iter().find_map(|word| text.strip_suffix(word))?;
    let rest = counted.trim_end_matches(|c: char| c.is_ascii_digit());
    (rest.len() < counted.len()).then_some(rest)
}

/// What stands before the document's own office, if a text ends in that.
fn office<'t>(text: &'t str, department: &str) -> Option<&'t str> {
    let own = ["本部门", "本单位", "部门（单位）", "部门", "单位", "我局", "我委", "我单位", "我部门", "我院", "我厅", "我办", "各单位", "各预算单位", "本级"];
    let named = (!department.is_empty()).then(|| text.strip_suffix(department)).flatten();
    named.or_else(|| own.iter().filter_map(|word| text.strip_suffix(word)).min_by_key(|rest| rest.len()))
}
