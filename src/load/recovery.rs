//! Reading on after a fault, so that all faults of a file are told at once.
//!
//! serde stops at the first error. Here a faulty element of a list is noted and left out, and the
//! list goes on; a faulty field ends its object, is noted, and is passed over when the file is
//! read again. What then fails only because something was left out is not noted a second time.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;

use super::deserializer::{Error, Node};
use super::place::Place;
use super::{Fault, MOST_FAULTS, Problem};

/// What reading has found so far, by the byte at which the value concerned starts.
pub struct Recovery<'t> {
    tree: &'t Value<'t>,
    faults: RefCell<BTreeMap<usize, Problem>>,
    /// Values passed over only because something inside them was.
    hollow: RefCell<BTreeSet<usize>>,
    notes: RefCell<BTreeMap<usize, Problem>>,
}

impl<'t> Recovery<'t> {
    pub fn new(tree: &'t Value<'t>) -> Self {
        Recovery { tree, faults: RefCell::default(), hollow: RefCell::default(), notes: RefCell::default() }
    }

    /// How many values are passed over; a reading that adds none has found all it can.
    pub fn passed_over(&self) -> usize {
        self.faults.borrow().len() + self.hollow.borrow().len()
    }

    /// Whether as many faults are known as are told.
    pub fn is_full(&self) -> bool {
        self.faults.borrow().len() >= MOST_FAULTS
    }

    /// Reads the whole tree once.
    pub fn read<'r, T>(&'r self, read: impl FnOnce(Node<'r, 't>) -> Result<T, Error>) -> Option<T> {
        match read(Node::new(self.tree, self)) {
            Ok(value) => Some(value),
            Err(error) => {
                self.note_fault(self.tree, error);
                None
            }
        }
    }

    /// Whether the value is passed over because of what was found in it before.
    pub fn passes_over(&self, value: &Value) -> bool {
        if self.faults.borrow().is_empty() {
            return false;
        }
        self.faults.borrow().contains_key(&value.start()) || self.hollow.borrow().contains(&value.start())
    }

    /// Notes why `value` could not be read.
    pub fn note_fault(&self, value: &Value, error: Error) {
        let Some(problem) = error.problem else { return };
        let consequence = match (&problem, value) {
            (Problem::Missing(field), Value::Object(object)) => self.lost(object, field),
            _ => false,
        };
        if consequence {
            self.hollow.borrow_mut().insert(value.start());
        } else if self.faults.borrow().len() < MOST_FAULTS {
            self.faults.borrow_mut().entry(error.at.unwrap_or_else(|| value.start())).or_insert(problem);
        }
    }

    /// Notes something that is odd, not wrong.
    pub fn note(&self, at: usize, problem: Problem) {
        let mut notes = self.notes.borrow_mut();
        if notes.len() < MOST_FAULTS {
            notes.insert(at, problem);
        }
    }

    /// Whether `field` is missing only because its value is passed over.
    fn lost(&self, object: &Object, field: &str) -> bool {
        object.properties.iter().any(|p| p.name.as_str() == field && self.passes_over(&p.value))
    }

    /// The faults and the notes in the file's order, with their places.
    pub fn finish(self, text: &str) -> (Vec<Fault>, Vec<Fault>) {
        let placed = |found: RefCell<BTreeMap<usize, Problem>>| {
            let place = |(at, problem)| Fault { place: Some(Place::in_tree(text, self.tree, at)), problem };
            found.into_inner().into_iter().map(place).collect()
        };
        (placed(self.faults), placed(self.notes))
    }
}
