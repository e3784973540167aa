//! Finds the subject of a number in the clause before it.
//!
//! A wrong subject is worse than none: the whole clause has to be understood, from the number back to its beginning.

use super::before::{Before, Office, shortest, without_year};
use super::names::{Item, Names};
use super::parts::{is_expense, is_split};
use super::words::{BEHIND, BOTH, FUNDS, SUBJECTS};
use crate::budget::{Origin, is_punctuation, plain};

/// The subject of a number, such as a fund, an expense or an item of the classification.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subject {
    /// Codes or keys: two where one number is said of income and expenditure.
    pub keys: Vec<String>,
    /// Its name as printed.
    pub name: String,
    /// The names of the classification.
    pub names: Vec<String>,
    /// How many there are of it.
    pub count: Option<u32>,
    /// The fund that is named with a part of it.
    pub fund: Option<&'static str>,
    /// Whether another office than the document's own is named before it.
    pub is_of_other: bool,
}

impl Subject {
    /// A subject that is recognised by more than its name.
    pub fn of(key: String, name: &str) -> Self {
        Subject { keys: vec![key], name: name.trim_end_matches('为').into(), ..Subject::default() }
    }
}

/// What a clause holds.
#[derive(Debug, PartialEq, Eq)]
pub enum Clause {
    /// A subject.
    Of(Subject),
    /// Only words that stand around one; whether the document's office is among them.
    Nothing(bool),
    /// Something else.
    Unknown,
}

/// Reads a clause.
pub fn read(clause: &str, names: &Names) -> Clause {
    read_in(clause, names, 0)
}

/// Reads a clause where an economic item with a code of at most `longest` digits is one of basic expenditure.
pub fn read_in(clause: &str, names: &Names, longest: usize) -> Clause {
    /// A longer clause, in bytes, speaks of something else, too.
    const LONGEST: usize = 360;
    if clause.len() > LONGEST {
        return Clause::Unknown;
    }
    let whole = clause.trim_start_matches(['，', '、', '“', '”', '-']);
    let mut rest = whole;
    loop {
        let key = key(rest);
        let own = rest.trim_end_matches('”');
        let with_code = Names::coded(own).or_else(|| names.by_levels(own));
        // An economic item that is named alone may be of basic expenditure only, or of all. Of two names the longer counts.
        // 国有资本经营预算支出 alone is the fund and not the class.
        let is_fund = |name: &str| FUNDS.iter().any(|(word, _)| name.trim_end_matches("支出") == *word);
        let is_sure = |item: &Item| item.code.len() <= longest || item.code.starts_with('2') && !is_fund(item.names[0]);
        let is_longer = |item: &Item| key.is_none_or(|(_, at)| item.before.len() < at);
        let item = with_code.or_else(|| names.by_name(own).filter(is_sure).filter(is_longer));
        if let Some(own) = item.and_then(|item| of_item(item, names)) {
            return Clause::Of(own);
        }
        if let Some(own) = key.and_then(|(key, at)| of_key(key, rest.split_at(at), whole, names)) {
            return Clause::Of(own);
        }
        let Some(shorter) = shortest(rest, BEHIND).or_else(|| without_year(rest, names.year)) else { break };
        rest = shorter;
    }
    let before = Before::of(rest, names);
    let is_bare = before.fund.is_none() && before.origin != Some(Origin::Carried) && before.office != Office::Other;
    if before.is_known && is_bare { Clause::Nothing(before.office == Office::Own) } else { Clause::Unknown }
}

/// The longest subject that a text ends in, and where it begins.
fn key(text: &str) -> Option<(&'static str, usize)> {
    const LONGEST: usize = 24;
    let starts = text.char_indices().rev().take(LONGEST).filter(|(_, c)| *c == '“' || !is_punctuation(*c));
    let known = starts.filter_map(|(at, _)| {
        let own = plain(&text[at..]);
        SUBJECTS.iter().find(|(name, _)| *name == own).map(|(_, key)| (*key, at))
    });
    known.last()
}

/// An item of the classification, if what stands before it is understood.
fn of_item(item: Item, names: &Names) -> Option<Subject> {
    let before = Before::of(item.before, names);
    if !before.is_known || before.origin == Some(Origin::Carried) {
        return None;
    }
    // 中医（民族）医院 ends in no bracket of its own.
    let own = |name: &&str| name.trim_start_matches(is_punctuation).trim_end_matches(['“', '”', '-']).to_string();
    let printed: Vec<String> = item.names.iter().map(own).collect();
    let name = printed.last().cloned().unwrap_or_default();
    Some(Subject {
        keys: vec![item.code],
        name,
        names: printed,
        is_of_other: before.office == Office::Other,
        ..Subject::default()
    })
}

/// A subject with what is said of it before: of which fund, and whether it is carried over.
fn of_key(key: &str, (before, printed): (&str, &str), whole: &str, names: &Names) -> Option<Subject> {
    let before = Before::of(before, names);
    let is_whole = matches!(key, "income" | "expenditure" | BOTH);
    let is_fund = FUNDS.iter().any(|(_, fund)| *fund == key);
    let carried = |fund: &str| match fund {
        "appropriation" => "appropriation-carry-over".to_string(),
        fund => ["carry-over-", fund].concat(),
    };
    let own = match (before.fund, before.origin == Some(Origin::Carried)) {
        _ if !before.is_known => return None,
        (Some(fund), true) if is_whole => carried(fund),
        (None, true) if is_whole => "carry-over".into(),
        (None, true) if is_fund => carried(key),
        (_, true) => return None,
        (Some(fund), false) if is_whole || key.ends_with("appropriation") => fund.into(),
        (Some(fund), false) if key == "carry-over" => carried(fund),
        // What is bought of one fund is not all that is bought.
        (Some(_), false) if is_fund || key == "procurement" => return None,
        _ => key.into(),
    };
    let own = if own == "appropriation" && before.origin == Some(Origin::Current) {
        "current-appropriation".into()
    } else {
        own
    };
    // The three public expenses are all paid from appropriations: their names are enough.
    let is_named = is_expense(key) && matches!(before.fund, None | Some("appropriation"));
    let name = if is_named { printed } else { &whole[before.name..] };
    Some(Subject {
        keys: own.split(',').map(String::from).collect(),
        name: name.trim_end_matches(['为', '共', '有', '是']).to_string(),
        fund: before.fund.filter(|_| is_split(key)),
        is_of_other: before.office == Office::Other,
        ..Subject::default()
    })
}
