//! The work of checking a document, in steps: whoever has to answer a finger meanwhile does so between two of them.

use std::borrow::Cow;
use std::mem::take;

use super::cause::{Group, groups, in_order};
use super::finding::Finding;
use super::report::Report;
use super::ties::Ties;
use super::{between, cut_off, document, forms, narrative, within};
use crate::budget::{Budget, Table};

/// A document that is being checked. Each table is a step, and what holds tables against each other, the text and the
/// forms against them, and what looks for causes is a few more.
pub struct Checking<'b> {
    budget: &'b Budget,
    tables: &'b [Cow<'b, Table>],
    ties: Ties<'b>,
    /// Whose money it is about, once the tables are read.
    money: Option<between::Money>,
    /// How many steps are done.
    done: usize,
    is_cut_off: bool,
    /// What the rules have found, and what of it has one cause, before it is put in order.
    findings: Vec<Finding>,
    groups: Vec<Group>,
    report: Report,
}

impl<'b> Checking<'b> {
    /// Nothing is checked yet, of a document with these tables ([`super::tables`]).
    pub fn new(budget: &'b Budget, tables: &'b [Cow<'b, Table>]) -> Self {
        Checking::of(budget, tables, Ties::new(budget, tables))
    }

    fn of(budget: &'b Budget, tables: &'b [Cow<'b, Table>], ties: Ties<'b>) -> Self {
        let (findings, groups, report) = (Vec::new(), Vec::new(), Report::default());
        Checking { budget, tables, ties, money: None, done: 0, is_cut_off: false, findings, groups, report }
    }

    /// Does the next step; whether there is another.
    pub fn step(&mut self) -> bool {
        // What a table says of itself comes first: how two tables are to be read together follows from what adds up.
        let (ties, money) = (&mut self.ties, self.money);
        match (self.done.checked_sub(self.tables.len()), money) {
            (None, _) => within::table(ties, self.done),
            (Some(0), _) | (_, None) => {
                within::both_sides(ties);
                self.money = Some(between::Money::of(ties));
            }
            (Some(1), Some(money)) => between::check(ties, money),
            (Some(2), Some(money)) => narrative::check(ties, money),
            (Some(3), Some(money)) => forms::check(ties, money),
            (Some(4), _) => document::check(ties),
            // Where it turns out that all amounts are cut off, once more as such.
            (Some(5), _) if !self.is_cut_off && cut_off::is_throughout(ties) => {
                let ties = Ties::cut_off(self.budget, self.tables);
                *self = Checking { is_cut_off: true, ..Checking::of(self.budget, self.tables, ties) };
                return true;
            }
            (Some(5), _) => {
                self.findings = ties.take_findings();
                self.groups = groups(ties, &mut self.findings);
            }
            (Some(6), _) => {
                let (findings, groups) = (take(&mut self.findings), take(&mut self.groups));
                (self.report.findings, self.report.causes) = in_order(findings, groups);
            }
            (Some(7), _) => self.report.uncovered = ties.uncovered(),
            _ => return false,
        }
        self.done += 1;
        true
    }

    /// What all steps have found, once there is none left.
    pub fn report(self) -> Report {
        self.report
    }
}
