//! What the narrative states.

use budget_lens::money::Unit;
use serde_json::{Value, json};

use super::ledger::{Entry, Pick, Year};
use super::lists::is_three_public;
use super::press::Press;
use super::print::{Print, percent};
use super::words::{PROCUREMENT, THREE_PUBLIC};

/// What a statement says beside its amount.
#[derive(Clone, Copy)]
pub enum Also<'a> {
    /// The change on this state of last year, its rate, and now and then what it was.
    Change(Year),
    /// Its share of the subject, which is so much.
    Share(&'a str, Pick<'a>),
    /// The change on last year's execution of all but this, which is taken off on both sides (扣除).
    ChangeLess(Pick<'a>, &'a str),
    Count(usize),
}

/// The statements while they are written.
pub struct Narrative<'a> {
    press: &'a Press<'a>,
    pub print: Print,
    all: Vec<Value>,
    /// Whether what was to be stated last is, and not left unsaid.
    is_said: bool,
}

impl<'a> Narrative<'a> {
    pub const fn new(press: &'a Press<'a>) -> Self {
        Narrative { press, print: press.habits.text, all: Vec::new(), is_said: false }
    }

    /// States an amount of this year, or leaves it unsaid, as every narrative leaves out something.
    pub fn say(&mut self, section: &str, subject: &str, name: &str, of: Pick, also: &[Also]) {
        self.say_of(Year::Budget, section, subject, name, of, also);
    }

    /// The same of any state of the year.
    pub fn say_of(&mut self, year: Year, section: &str, subject: &str, name: &str, of: Pick, also: &[Also]) {
        self.is_said = !self.press.chance(15);
        if !self.is_said {
            return;
        }
        let sum = |year| self.press.ledger.sum(year, of);
        let (places, short) = (self.press.habits.percents, self.print.short);
        let mut said =
            json!({"section": section, "subject": subject, "name": name, "amount": self.print.always(sum(year))});
        if self.print.unit != Unit::Wan {
            said["unit"] = self.print.unit.zh().into();
        }
        for also in also {
            match *also {
                Also::Change(from) => {
                    said["change"] = self.print.always(sum(year) - sum(from)).into();
                    if let Some(rate) = percent(sum(year) - sum(from), sum(from), places, short) {
                        said["rate"] = rate.into();
                    }
                    if self.press.chance(30) {
                        said["last_year"] = self.print.always(sum(from)).into();
                    }
                    if from == Year::LastActual {
                        said["base"] = if year == Year::Final { "final" } else { "actual" }.into();
                    }
                }
                Also::Share(subject, whole) => {
                    if let Some(share) = percent(sum(year), self.press.ledger.sum(year, whole), places, short) {
                        said["share"] = share.into();
                        said["share_of"] = subject.into();
                    }
                }
                Also::ChangeLess(less, name) => {
                    let kept = |year| self.press.ledger.sum(year, |entry| of(entry) && !less(entry));
                    let change = kept(year) - kept(Year::LastActual);
                    said["change"] = self.print.always(change).into();
                    said["base"] = "actual".into();
                    said["base_less"] = name.into();
                    if let Some(rate) = percent(change, kept(Year::LastActual), places, short) {
                        said["rate"] = rate.into();
                    }
                }
                Also::Count(count) => said["count"] = count.into(),
            }
        }
        self.all.push(said);
    }

    /// Says of the last statement whose money it is, where many texts leave that to the reader.
    pub fn of_fund(&mut self, fund: &str) {
        if let Some(last) = self.all.last_mut().filter(|_| self.is_said) {
            last["fund"] = fund.into();
        }
    }

    /// The three public expenses, each with its change on last year.
    pub fn three_public(&mut self, section: &str, scope: Pick) {
        let also = [Also::Change(Year::LastBudget)];
        self.say(section, "three-public", "“三公”经费", &|entry| scope(entry) && is_three_public(entry), &also);
        for (key, name, _, items) in THREE_PUBLIC {
            self.say(section, key, name, &|entry| scope(entry) && items.contains(&entry.item.key), &also);
        }
    }

    pub fn all(self) -> Vec<Value> {
        self.all
    }
}

/// Government procurement as the narrative states it.
pub fn procurement(press: &Press, scope: Pick) -> Vec<Value> {
    let mut said = Narrative::new(press);
    said.say("九", "procurement", "政府采购预算", &|entry| scope(entry) && entry.bought.is_some(), &[]);
    for (i, (key, name)) in PROCUREMENT.into_iter().enumerate() {
        said.say("九", key, name, &|entry| scope(entry) && entry.bought == Some(i), &[]);
    }
    let is_small = |entry: &Entry| scope(entry) && entry.bought.is_some() && entry.small_firm;
    said.say("九", "procurement-sme", "面向中小企业采购", &is_small, &[]);
    said.all()
}
