//! Reads the percentages of the narrative: rates of change, and shares.

use super::super::clauses::Clause as Words;
use super::super::comparison::{base, is_same};
use super::super::numbers::Number;
use super::super::parts::{is_carried, is_fund, may_hold};
use super::super::subject::{Clause, read};
use super::{Digression, Passage};
use crate::money::Amount;

/// How many amounts back one is looked for of which a share is given.
const NEAR: usize = 40;

impl Passage<'_, '_> {
    /// Reads a percentage, and returns whether it is understood.
    pub(super) fn percent(
        &mut self,
        clause: &str,
        before: &[Words],
        direction: Option<(&str, bool)>,
        number: &Number,
    ) -> bool {
        match direction {
            Some((rest, is_more)) => {
                let of = match self.aside {
                    Digression::Why => self.in_reason(rest, number.start),
                    _ if !self.current.is_empty() && self.is_compared(rest) => self.compared(rest, number.start),
                    _ => None,
                };
                of.is_some_and(|of| self.rate(of, rest, number, is_more))
            }
            None if self.aside != Digression::No || self.current.is_empty() => false,
            // 减少3.00万元（5.00%）
            None if clause.is_empty() && before.last().is_some_and(|(_, sign)| is_change(sign)) => {
                let change = self.current.first().and_then(|i| self.said[*i].0.change);
                let is_more = |change: Amount| !change.decimal().is_sign_negative();
                change.is_some_and(|change| self.rate(self.current.clone(), clause, number, is_more(change)))
            }
            None => self.share(clause, number),
        }
    }

    fn rate(&mut self, of: Vec<usize>, clause: &str, number: &Number, is_more: bool) -> bool {
        if !of.iter().all(|i| self.said[*i].0.rate.is_none()) {
            return false;
        }
        for i in of {
            let own = &mut self.said[i].0;
            own.rate = Some(if is_more { number.value } else { number.value.negated() });
            own.base = own.base.take().or_else(|| base(clause));
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
        // A share of the expenditure of one fund is a share of that fund.
        let base = if base.as_deref() == Some("expenditure") { own.fund.clone().or(base) } else { base };
        own.share = Some(number.value);
        own.share_of = base.filter(|base| *base != own.subject);
        true
    }

    /// The whole of a share where it is not named: the last amount before of which the subject may be a part.
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

/// Whether a bracket opens right after a change, or after 没有变化.
fn is_change(clause: &str) -> bool {
    clause.strip_suffix('（').is_some_and(|rest| rest.is_empty() || is_same(rest))
}
