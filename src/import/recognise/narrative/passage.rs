//! Reads a paragraph of the narrative into statements, clause by clause.

mod about;
mod change;
mod counted;
mod number;
mod share;

use super::clauses::{Brackets, Clause, split_sign};
use super::comparison::{compares, is_same};
use super::names::Names;
use super::numbers::{Number, numbers};
use super::parts::{Whole, is_split};
use super::reason::reason;
use super::sections::Sections;
use super::subject::{self, read};
use super::words::{FUNDS, REASONS, USES};
use crate::budget::Statement;
use crate::money::Unit;

/// What stands before an enumeration of parts.
const PARTS: [&str; 2] = ["其中", "包括"];
/// What announces a list.
const LIST: [&str; 2] = ["以下", "如下"];

/// What is known of the document while its paragraphs are read.
pub struct Text<'a> {
    /// The names of the classification.
    pub names: &'a Names,
    /// The unit of amounts that is not said again.
    pub unit: Unit,
    /// Where the paragraph stands.
    pub sections: Sections,
    /// The amounts that this chapter has stated, of which shares may be given.
    pub stated: Vec<Whole>,
}

/// A paragraph while it is read.
pub struct Passage<'p, 'a> {
    text: &'p mut Text<'a>,
    said: Vec<(Statement, usize)>,
    unread: Vec<Number>,
    /// The statements to which a change, a rate or a share belongs at this point.
    current: Vec<usize>,
    /// The whole that amounts are parts of at this point.
    whole: Option<Whole>,
    /// Whether that whole was stated in this sentence, and not in a heading above.
    is_inline: bool,
    /// The last statements that are no parts of others.
    lead: Vec<usize>,
    /// Whether the last amount was not understood.
    is_lost: bool,
    aside: Digression,
    /// Whether a sentence has ended since the last number.
    is_stopped: bool,
    /// What amounts were parts of before an enumeration that has had none yet: 主要包括：办公费、水费；.
    unlisted: Option<(Option<Whole>, bool)>,
    /// What was current before each open bracket.
    outside: Vec<Vec<usize>>,
}

/// What a sentence tells besides amounts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Digression {
    No,
    /// Why there is more or less.
    Why,
    /// What the money is for; a comparison may follow.
    For,
}

impl<'p, 'a> Passage<'p, 'a> {
    /// The state before a paragraph is read.
    pub fn new(text: &'p mut Text<'a>) -> Self {
        Passage {
            whole: text.sections.whole().cloned(),
            text,
            said: Vec::new(),
            unread: Vec::new(),
            current: Vec::new(),
            is_inline: false,
            lead: Vec::new(),
            is_lost: false,
            aside: Digression::No,
            is_stopped: false,
            unlisted: None,
            outside: Vec::new(),
        }
    }

    /// Reads a paragraph without its number, and returns its statements, each with where its first number stands, and
    /// the numbers that are in none of them.
    pub fn read(mut self, text: &str) -> (Vec<(Statement, usize)>, Vec<Number>) {
        let numbers = numbers(text);
        let brackets = Brackets::of(text, &numbers);
        if PARTS.iter().any(|word| text.starts_with(word)) {
            self.whole = self.text.sections.own_whole().cloned();
        }
        let mut from = 0;
        for number in &numbers {
            let clauses = brackets.clauses(text, from, number.start);
            let Some(((at, last), before)) = clauses.split_last() else { continue };
            for clause in before {
                self.pass(text, *clause);
            }
            self.turn_aside(text, (*at, last));
            if self.aside == Digression::No && PARTS.iter().any(|word| last.contains(word)) {
                self.enumerate(last);
            }
            if !self.number(last, before, number) {
                self.unread.push(*number);
            }
            (from, self.is_stopped, self.unlisted) = (number.end, false, None);
        }
        for clause in brackets.clauses(text, from, text.len()) {
            self.pass(text, clause);
        }
        self.said.retain(|(said, _)| {
            [said.amount, said.change, said.rate, said.share, said.last_year].iter().any(Option::is_some)
        });
        (self.said, self.unread)
    }

    /// Reads a clause without a number.
    fn pass(&mut self, text: &str, (at, clause): Clause) {
        let (bare, sign) = split_sign(clause);
        self.turn_aside(text, (at, bare));
        if self.aside != Digression::Why && is_same(bare) {
            self.same(bare);
        }
        if let Some(fund) = paid_from(bare).filter(|_| self.aside == Digression::No) {
            for i in &self.current {
                let own = &mut self.said[*i].0;
                // Only sums over forms get the fund: of a part of the budget, what a fund pays is another part.
                own.fund = own.fund.take().or_else(|| own.subject.contains("-forms").then(|| fund.into()));
            }
        }
        let is_list = PARTS.iter().chain(&LIST).any(|word| bare.contains(word));
        if self.aside == Digression::No && (is_list || sign == Some('：')) {
            self.enumerate(bare);
            self.label(bare, sign);
        }
        match sign {
            Some('。') => {
                (self.aside, self.is_lost, self.is_stopped) = (Digression::No, false, true);
                (self.whole, self.is_inline) = (self.text.sections.whole().cloned(), false);
            }
            Some('；') => {
                self.aside = Digression::No;
                if let Some((whole, is_inline)) = self.unlisted.take() {
                    (self.whole, self.is_inline) = (whole, is_inline);
                }
            }
            Some('（') => self.outside.push(self.current.clone()),
            Some('）') => self.current = self.outside.pop().unwrap_or_default(),
            _ => {}
        }
    }

    /// Notes where a clause begins to tell why, or what for; the reason belongs to the change before it.
    fn turn_aside(&mut self, text: &str, (at, clause): Clause) {
        if let Some(behind) = REASONS.iter().find_map(|word| Some(clause.find(word)? + word.len())) {
            let why = (self.aside != Digression::Why).then(|| reason(&text[at + behind..])).flatten();
            // After a full stop it is not the last part that is explained.
            let is_of_lead = self.is_stopped && !self.lead.is_empty() && !self.current.is_empty();
            for i in if is_of_lead { &self.lead } else { &self.current } {
                let own = &mut self.said[*i].0;
                if own.change.is_some() || own.rate.is_some() {
                    own.reason = own.reason.take().or_else(|| why.clone());
                }
            }
            self.aside = Digression::Why;
        }
        let is_list = LIST.iter().any(|word| clause.contains(word));
        if self.aside == Digression::No && !is_list && USES.iter().any(|word| clause.starts_with(word)) {
            self.aside = Digression::For;
        }
    }

    /// Takes the amounts that follow as parts of the last one; after a full stop, and after 支出包括, as parts of what the
    /// paragraph is about.
    fn enumerate(&mut self, clause: &str) {
        self.unlisted.get_or_insert_with(|| (self.whole.clone(), self.is_inline));
        self.is_inline = true;
        let is_of_lead = self.is_stopped || ["收入包括", "支出包括"].iter().any(|word| clause.starts_with(word));
        let meant = if is_of_lead && !self.lead.is_empty() { &self.lead } else { &self.current };
        self.whole = match meant.last() {
            _ if self.is_lost => Some(Whole::UNKNOWN),
            Some(i) => Some(self.whole_of(*i)),
            None => self.whole.take(),
        };
    }

    fn whole_of(&self, i: usize) -> Whole {
        let own = &self.said[i].0;
        Whole { subject: Some(own.subject.clone()), fund: own.fund.clone(), section: own.section.clone() }
    }

    /// Takes the amounts that follow a label as parts of what it names: 公用经费：.
    fn label(&mut self, clause: &str, sign: Option<char>) {
        const LONGEST: usize = 8;
        let clause = clause.trim_start_matches(PARTS[0]).trim_start_matches(|c: char| ('①'..='⑳').contains(&c));
        let is_of_part = ["经费", "支出", "项目"].iter().any(|end| clause.ends_with(end));
        if sign != Some('：') || !is_of_part || clause.chars().count() > LONGEST {
            return;
        }
        let subject = match read(clause, self.text.names) {
            subject::Clause::Of(subject) if is_split(&subject.keys[0]) => subject.keys.into_iter().next(),
            subject::Clause::Unknown => None,
            _ => return,
        };
        self.whole = Some(Whole { subject, fund: None, section: self.text.sections.number() });
    }

    /// Whether a change in this clause belongs to the current statements, and is no part of a reason.
    fn is_compared(&self, clause: &str) -> bool {
        self.aside == Digression::No || self.aside == Digression::For && compares(clause)
    }
}

/// The fund that all of an amount is said to be of: `均为一般公共预算拨款`.
fn paid_from(clause: &str) -> Option<&'static str> {
    let rest = ["均为", "全部为", "全部是"].iter().find_map(|word| clause.strip_prefix(word))?;
    let (word, fund) = FUNDS.iter().find(|(word, _)| rest.starts_with(word))?;
    matches!(&rest[word.len()..], "" | "拨款" | "财政拨款" | "资金").then_some(*fund)
}
