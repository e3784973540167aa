//! Checks a document in steps, so that the page can respond to its reader between two of them.

use std::borrow::Cow;
use std::mem::take;

use super::cause::{Group, groups, in_order};
use super::checker::Checker;
use super::finding::Finding;
use super::report::Report;
use super::{between, cut_off, document, forms, narrative, within};
use crate::budget::{Budget, Table};

/// A document that is being checked. Each table is a step; the cross-checks between tables, those of the text and the
/// forms with them, and the search for causes are a few more.
pub struct Checking<'b> {
    budget: &'b Budget,
    tables: &'b [Cow<'b, Table>],
    checker: Checker<'b>,
    /// The sources of the document's money, once its tables are read.
    money: Option<between::Money>,
    /// How many steps are done.
    done: usize,
    is_cut_off: bool,
    /// What the rules have found, and which of it has one cause, before it is put in order.
    findings: Vec<Finding>,
    groups: Vec<Group>,
    report: Report,
}

impl<'b> Checking<'b> {
    /// A check that has not begun, of a document with these tables ([`super::tables`]).
    pub fn new(budget: &'b Budget, tables: &'b [Cow<'b, Table>]) -> Self {
        Checking::of(budget, tables, Checker::new(budget, tables))
    }

    fn of(budget: &'b Budget, tables: &'b [Cow<'b, Table>], checker: Checker<'b>) -> Self {
        let (findings, groups, report) = (Vec::new(), Vec::new(), Report::default());
        Checking { budget, tables, checker, money: None, done: 0, is_cut_off: false, findings, groups, report }
    }

    /// Does the next step; `false` where none is left.
    pub fn step(&mut self) -> bool {
        // Each table by itself comes first: how two tables are to be read together follows from what adds up.
        let (checker, money) = (&mut self.checker, self.money);
        match (self.done.checked_sub(self.tables.len()), money) {
            (None, _) => within::table(checker, self.done),
            (Some(0), _) | (_, None) => {
                within::both_sides(checker);
                self.money = Some(between::Money::of(checker));
            }
            (Some(1), Some(money)) => between::check(checker, money),
            (Some(2), Some(money)) => narrative::check(checker, money),
            (Some(3), Some(money)) => forms::check(checker, money),
            (Some(4), _) => document::check(checker),
            // Where all amounts turn out to be cut off, everything is checked again on that assumption.
            (Some(5), _) if !self.is_cut_off && cut_off::is_throughout(checker) => {
                let checker = Checker::cut_off(self.budget, self.tables);
                *self = Checking { is_cut_off: true, ..Checking::of(self.budget, self.tables, checker) };
                return true;
            }
            (Some(5), _) => {
                self.findings = checker.take_findings();
                self.groups = groups(checker, &mut self.findings);
            }
            (Some(6), _) => {
                let (findings, groups) = (take(&mut self.findings), take(&mut self.groups));
                (self.report.findings, self.report.causes) = in_order(findings, groups);
            }
            (Some(7), _) => self.report.uncovered = checker.uncovered(),
            _ => return false,
        }
        self.done += 1;
        true
    }

    /// The findings of all steps, once none is left.
    pub fn report(self) -> Report {
        self.report
    }
}
