//! Finds the statements that a change of amounts belongs to.

use super::super::comparison::{base, without};
use super::super::parts::{Whole, is_fund};
use super::super::subject::{Clause, read};
use super::super::words::REASONS;
use super::Passage;
use crate::money::{Amount, Unit};

/// How many statements back one is looked for to which a change belongs.
const NEAR: usize = 40;

impl Passage<'_, '_> {
    /// The current statements, or those of the subject that the clause names again.
    pub(super) fn compared(&mut self, clause: &str, at: usize) -> Option<Vec<usize>> {
        let subject = match read(without(clause), self.text.names) {
            Clause::Nothing(_) => return Some(self.meant()),
            Clause::Of(subject) if !subject.is_of_other => subject,
            _ => return None,
        };
        let mut of = Vec::new();
        for key in &subject.keys {
            let mut near = self.said.iter().enumerate().rev().take(NEAR);
            let known = near.find(|(_, (own, _))| own.subject == *key && own.change.is_none()).map(|(i, _)| i);
            if known.is_none() {
                self.allows(key).then_some(())?;
                self.said.push((self.statement(key, &subject), at));
            }
            of.push(known.unwrap_or(self.said.len() - 1));
        }
        self.current.clone_from(&of);
        self.is_lost = false;
        Some(of)
    }

    /// The statements to which a change without a name belongs: after a full stop not the last part, but what it is a
    /// part of.
    fn meant(&mut self) -> Vec<usize> {
        let is_free = |i: &usize| self.said[*i].0.change.is_none() && self.said[*i].0.rate.is_none();
        if self.is_stopped && !self.lead.is_empty() && self.lead.iter().all(is_free) {
            self.current.clone_from(&self.lead);
        }
        self.current.clone()
    }

    /// Adds a statement for a change inside a reason, which may say by how much each fund changed, and each part.
    pub(super) fn in_reason(&mut self, clause: &str, at: usize) -> Option<Vec<usize>> {
        let clause = REASONS.iter().fold(clause, |clause, word| clause.trim_start_matches(word));
        let Clause::Of(subject) = read(without(clause), self.text.names) else { return None };
        let [key] = subject.keys.as_slice() else { return None };
        let is_known = is_fund(key) || matches!(key.as_str(), "basic" | "project");
        if subject.is_of_other || !is_known || !self.allows(key) {
            return None;
        }
        self.said.push((self.statement(key, &subject), at));
        Some(vec![self.said.len() - 1])
    }

    /// The statements to which an increase belongs: if it is larger than their amount now, what they are a part of is
    /// meant: `支出总计90万元，其中：上年结转0万元，比上年增加20万元`.
    pub(super) fn grown(&mut self, of: Vec<usize>, more: Option<Amount>, unit: Option<Unit>) -> Vec<usize> {
        let ([i], Some(Whole { subject: Some(whole), .. })) = (of.as_slice(), &self.whole) else { return of };
        let own = &self.said[*i].0;
        let is_more = |(more, amount): (Amount, Amount)| own.unit == unit && more.decimal() > amount.decimal();
        let mut near = self.said[..*i].iter().enumerate().rev().take(NEAR);
        let above = near.find(|(_, (said, _))| said.subject == *whole && said.change.is_none()).map(|(i, _)| i);
        let Some(above) = above.filter(|_| more.zip(own.amount).is_some_and(is_more)) else { return of };
        self.current = vec![above];
        vec![above]
    }

    /// Notes that nothing has changed: 与上年持平.
    pub(super) fn same(&mut self, clause: &str) {
        for i in self.compared(clause, 0).unwrap_or_default() {
            let own = &mut self.said[i].0;
            if own.change.is_none() && own.rate.is_none() {
                own.change = Amount::parse("0").ok();
                own.base = base(clause);
            }
        }
    }
}
