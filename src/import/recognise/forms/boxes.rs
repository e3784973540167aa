//! Reads the labelled cells of a performance form: each label has its value beside it, or below it.

use super::labels::{self, Label, Side, counted, is_placeholder, source};
use super::{FormOwner, Forms, Grid, amount};
use crate::budget::{Cells, Count};
use crate::import::recognise::sheet::Row;
use crate::import::recognise::words::{day, unit as unit_in};
use crate::money::Amount;

impl Forms {
    /// Reads a row of labels and the values beside them.
    pub(super) fn labels(&mut self, row: &Row, grid: &mut Grid) {
        let boxes: Vec<(usize, &str, Option<Label>)> = row
            .slots
            .iter()
            .enumerate()
            .filter(|(_, slot)| slot.starts && !slot.text.is_empty())
            .map(|(at, slot)| (at, slot.text.as_str(), Label::of(&slot.text)))
            .collect();
        let open = grid.open.take();
        if !boxes.is_empty() && boxes.iter().all(|(.., label)| *label == Some(Label::Goal)) {
            grid.goals = boxes.iter().filter_map(|(at, text, _)| Some((*at, Side::of(text)?))).collect();
            return;
        }
        if let [(_, text, None)] = boxes[..]
            && let Some(side) = open
            && grid.begins_page(row)
        {
            return self.goal(side, text, grid);
        }
        if boxes.iter().all(|(.., label)| label.is_none()) && !grid.goals.is_empty() {
            for (at, text, _) in boxes {
                self.goal(side_at(&grid.goals, at), text, grid);
            }
            return grid.goals.clear();
        }
        let mut totals = 0;
        for (i, (at, text, label)) in boxes.iter().enumerate() {
            let Some(label) = label else { continue };
            let beside = &boxes[i + 1..];
            let beside = &beside[..beside.iter().position(|(.., label)| label.is_some()).unwrap_or(beside.len())];
            // The name of a project may look like a label of funds.
            let value = boxes.get(i + 1).filter(|(.., label)| matches!(label, None | Some(Label::Fund)));
            let (value, number) =
                (value.map(|(_, text, _)| *text), beside.first().and_then(|(_, text, _)| amount(text)));
            match (label, value) {
                (Label::Name, Some(name)) => {
                    self.begin(name, grid.unit, &row.place);
                    *grid = Grid {
                        left_out: std::mem::take(&mut grid.left_out),
                        numbers: grid.numbers,
                        unit: grid.unit,
                        ..Grid::default()
                    };
                }
                (Label::Goal, _) => {
                    self.goals(text, beside, grid);
                }
                (Label::Fund, _) => {
                    self.unit(text, grid);
                    self.fund(*at, text, number, totals > 0, grid);
                    totals += usize::from(labels::is_total(text));
                }
                (Label::Count(_), _) => self.count(text, number, row, grid),
                (Label::Filed, Some(value)) => {
                    if let (Some(form), Some(day)) = (self.form(), stamped(value)) {
                        form.filed = Some(day);
                        grid.numbers += usize::from(number.is_some());
                    }
                }
                (Label::Attribute | Label::Term | Label::Basis, Some(value)) => self.fact(*label, value),
                (Label::Other, Some(_)) => grid.left_out.push(text.trim_end_matches(['：', ':']).into()),
                _ => {}
            }
        }
    }

    /// Reads the goals beside a label: one, or that of the term and that of the year.
    fn goals(&mut self, label: &str, beside: &[(usize, &str, Option<Label>)], grid: &mut Grid) {
        let is_of_term = self.form().is_some_and(|form| form.annual.is_empty() && !form.period.is_empty());
        let only = if is_of_term { Side::Period } else { Side::Annual };
        for (i, (at, text, _)) in beside.iter().enumerate() {
            let side = match (beside.len(), i) {
                (2.., 0) => Side::Period,
                (1, _) if !grid.goals.is_empty() => side_at(&grid.goals, *at),
                (1, _) => Side::of(label).unwrap_or(only),
                _ => Side::Annual,
            };
            self.goal(side, text, grid);
        }
        grid.goals.clear();
    }

    fn fact(&mut self, label: Label, value: &str) {
        let Some(form) = self.form() else { return };
        let place = match label {
            Label::Attribute => &mut form.attribute,
            Label::Term => &mut form.term,
            _ => &mut form.basis,
        };
        place.get_or_insert_with(|| value.trim_end_matches('。').into());
    }

    /// Writes a goal, or the continuation of one.
    fn goal(&mut self, side: Side, text: &str, grid: &mut Grid) {
        if is_placeholder(text) {
            return;
        }
        grid.open = Some(side);
        if let Some(form) = self.form() {
            let goal = if side == Side::Period { &mut form.goal_period } else { &mut form.goal_annual };
            goal.get_or_insert_default().push_str(text);
        } else if let Some(whole) = self.performance() {
            whole.goals.push(text.into());
        }
    }

    /// Takes over the unit that a label names.
    pub(super) fn unit(&mut self, label: &str, grid: &mut Grid) {
        let Some(unit) = unit_in(label) else { return };
        grid.unit = unit;
        if let Some(form) = self.form() {
            form.unit = unit;
        } else if let Some(whole) = self.performance() {
            whole.unit = unit;
        }
    }

    pub(super) fn fund(&mut self, at: usize, label: &str, amount: Option<Amount>, is_second: bool, grid: &mut Grid) {
        if labels::is_total(label) {
            let side = Side::of(label).unwrap_or(Side::Annual);
            grid.funds.push((at, side));
        }
        let Some(amount) = amount else { return };
        if let Some(form) = self.form() {
            let cells = match side_at(&grid.funds, at) {
                Side::Period => &mut form.period,
                Side::Annual => &mut form.annual,
            };
            let Some(id) = labels::level(label) else { return };
            grid.numbers += usize::from(set(cells, id, amount));
        } else if let Some(whole) = self.performance() {
            let Some((id, is_use)) = source(label) else { return };
            let cells = if is_use || id == "total" && is_second { &mut whole.uses } else { &mut whole.sources };
            grid.numbers += usize::from(set(cells, id, amount));
        }
    }

    fn count(&mut self, label: &str, value: Option<Amount>, row: &Row, grid: &mut Grid) {
        let (FormOwner::Whole, Some(value), Some(count)) = (self.current, value, counted(label)) else { return };
        if !self.staff.iter().any(|(own, _)| own.key == count.key) {
            self.staff.push((Count { value, ..count }, row.place.clone()));
            grid.numbers += 1;
        }
    }
}

/// Whether a column is of the term or of the year, by the columns at which each begins.
fn side_at(sides: &[(usize, Side)], at: usize) -> Side {
    let own = sides.iter().rev().find(|(from, _)| *from <= at).or(sides.first());
    own.map_or(Side::Annual, |(_, side)| *side)
}

/// Writes an amount, if none is there, and returns whether the cell has this amount now.
fn set(cells: &mut Cells, id: &str, amount: Amount) -> bool {
    *cells.entry(id).get_or_insert(amount) == amount
}

/// The day in a timestamp: `20251104194933`.
fn stamped(stamp: &str) -> Option<String> {
    let digits: String = stamp.chars().filter(char::is_ascii_digit).take(8).collect();
    day([digits.get(..4)?, digits.get(4..6)?, digits.get(6..8)?])
}
