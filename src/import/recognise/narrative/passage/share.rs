//! Percentages: rates of change, and shares.

use super::super::numbers::Number;
use super::super::parts::{is_carried, is_fund, may_hold};
use super::super::subject::{Clause, read};
use super::{Aside, Passage};

/// Among how many amounts before it one is looked for that a share is of.
const NEAR: usize = 40;

impl Passage<'_, '_> {
    /// Reads a percentage; whether it is understood.
    pub(super) fn percent(&mut self, clause: &str, direction: Option<(&str, bool)>, number: &Number) -> bool {
        if self.aside == Aside::Why || self.current.is_empty() {
            return false;
        }
        match direction {
            Some((rest, is_more)) if self.is_compared(rest) => self.rate(rest, number, is_more),
            None if self.aside == Aside::No => self.share(clause, number),
            _ => false,
        }
    }

    fn rate(&mut self, rest: &str, number: &Number, is_more: bool) -> bool {
        let Some(of) = self.compared(rest, number.start) else { return false };
        if !of.iter().all(|i| self.said[*i].0.rate.is_none()) {
            return false;
        }
        for i in of {
            self.said[i].0.rate = Some(if is_more { number.value } else { number.value.negated() });
        }
        true
    }

    fn share(&mut self, clause: &str, number: &Number) -> bool {
        let Some((_, of)) = clause.split_once('占') else { return false };
        let of = of.trim_end_matches(['约', '达', '为']);
        let of = ["比重", "比例"].iter().fold(of, |of, word| of.trim_end_matches(word)).trim_end_matches('的');
        let Some(i) = self.current.first().copied() else { return false };
        let base = match read(of, self.text.names) {
            Clause::Of(subject) => subject.keys.into_iter().next(),
            Clause::Nothing(_) => self.base_for(&self.said[i].0.subject),
            Clause::Unknown => None,
        };
        let own = &mut self.said[i].0;
        if own.share.is_some() {
            return false;
        }
        // All that is spent of a fund is what is spent there.
        let base = if base.as_deref() == Some("expenditure") { own.fund.clone().or(base) } else { base };
        own.share = Some(number.value);
        own.share_of = base.filter(|base| *base != own.subject);
        true
    }

    /// What a share is of where that is not said: the amount stated before of which such a thing is a part.
    fn base_for(&self, subject: &str) -> Option<String> {
        let is_source = is_fund(subject) || is_carried(subject);
        let is_base = |whole: &&str| match *whole {
            "income" | "current-income" => is_source,
            "expenditure"
            | "current-expenditure"
            | "basic"
            | "general-public"
            | "appropriation"
            | "government-fund"
            | "state-capital" => !is_source,
            "three-public" | "procurement" => true,
            _ => false,
        };
        let stated = self.whole.iter().chain(self.text.stated.iter().rev().take(NEAR));
        let mut wholes = stated.filter_map(|whole| whole.subject.as_deref()).filter(is_base);
        wholes.find(|whole| *whole != subject && may_hold(whole, subject)).map(String::from)
    }
}
