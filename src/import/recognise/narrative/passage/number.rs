//! Reads a number of the narrative by the clause before it: as an amount, a change, or last year's amount.

use super::super::clauses::Clause;
use super::super::comparison::{base, direction, is_of_last_year, taken_off};
use super::super::numbers::Number;
use super::super::parts::Whole;
use super::{Digression, PARTS, Passage};
use crate::money::Unit;

impl Passage<'_, '_> {
    /// Reads a number, and returns whether it is understood.
    pub(super) fn number(&mut self, clause: &str, before: &[Clause], number: &Number) -> bool {
        let clause = clause.trim_start_matches(PARTS[0]).trim_start_matches(['：', '，']);
        // 增加（减少）0万元: a form that was not filled in.
        let both = clause.strip_suffix("（减少）").filter(|_| number.value.decimal().is_zero());
        let direction = direction(both.unwrap_or(clause));
        let Some(unit) = number.unit else { return self.percent(clause, before, direction, number) };
        let unit = Some(unit).filter(|unit| *unit != self.text.unit);
        match direction {
            Some((rest, is_more)) => {
                let said = before.iter().map(|(_, clause)| *clause).chain([clause]).collect::<String>();
                self.change(rest, &said, (number, unit), is_more) || self.lose(clause)
            }
            None if is_of_last_year(clause) => self.last_year(clause, number, unit),
            None => self.amount(clause, before, number, unit) || self.lose(clause),
        }
    }

    /// Notes an amount that is not understood, so that what follows is not taken to be about the amount before.
    fn lose(&mut self, clause: &str) -> bool {
        if self.aside == Digression::No {
            // What some projects cost is told fund by fund.
            if clause.contains("涉及") {
                (self.whole, self.is_inline) = (Some(Whole::UNKNOWN), true);
            }
            self.current.clear();
            self.is_lost = true;
            self.text.sections.lose();
        }
        false
    }

    /// Reads by how much an amount is more or less than last year.
    fn change(&mut self, rest: &str, said: &str, (number, unit): (&Number, Option<Unit>), is_more: bool) -> bool {
        let of =
            if self.is_compared(rest) { self.compared(rest, number.start) } else { self.in_reason(rest, number.start) };
        let Some(of) = of.filter(|of| !of.is_empty()) else { return false };
        let of = self.grown(of, is_more.then_some(number.value), unit);
        let is_free = |i: &usize| {
            let own = &self.said[*i].0;
            own.change.is_none() && (own.amount.is_none() || own.unit == unit)
        };
        if !of.iter().all(is_free) {
            return false;
        }
        for i in of {
            let own = &mut self.said[i].0;
            own.change = Some(if is_more { number.value } else { number.value.negated() });
            own.unit = unit;
            own.base = base(said).or(own.base.take());
            own.base_less = taken_off(said);
        }
        if self.aside == Digression::For {
            self.aside = Digression::No;
        }
        true
    }

    /// Reads what an amount was last year.
    fn last_year(&mut self, clause: &str, number: &Number, unit: Option<Unit>) -> bool {
        let is_free = |i: &usize| self.said[*i].0.last_year.is_none() && self.said[*i].0.unit == unit;
        if self.current.is_empty() || !self.current.iter().all(is_free) {
            return false;
        }
        for i in &self.current {
            let own = &mut self.said[*i].0;
            own.last_year = Some(number.value);
            own.base = base(clause);
        }
        true
    }

    /// Reads an amount of the document's year.
    fn amount(&mut self, clause: &str, before: &[Clause], number: &Number, unit: Option<Unit>) -> bool {
        let Some(subject) = self.about(clause, before) else { return false };
        self.current.clear();
        for key in &subject.keys {
            let mut statement = self.statement(self.carried(key), &subject);
            statement.amount = Some(number.value);
            statement.unit = unit;
            self.current.push(self.said.len());
            self.said.push((statement, number.start));
        }
        (self.is_lost, self.aside) = (false, Digression::No);
        let Some(first) = self.current.first().copied() else { return false };
        if !self.is_inline {
            self.lead.clone_from(&self.current);
        }
        let whole = self.whole_of(first);
        self.text.sections.state(whole.clone());
        self.text.stated.push(whole);
        true
    }
}
