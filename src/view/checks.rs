//! The third part: what checks the numbers, and what stands on it.

use std::cell::RefCell;
use std::ptr;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use web_sys::Worker;

use super::apart::check_apart;
use super::page::{Arrival, Page, next_frame};
use crate::budget::Budget;
use crate::chart::{self, Frame};
use crate::check::{Report, check};
use crate::figure::{self, Asked, Choice, Figure, Mark, Question};
use crate::load::{self, Loaded};
use crate::markup::{self, Node};
use crate::scene::Scene;
use crate::words::Words;

/// A file larger than this is checked off the page's own thread: on a slow phone that takes longer than a reader's
/// finger may wait.
const APART: usize = 1 << 18;

/// What the third part brings.
pub struct Checks {
    /// The figures that stand on the report, each in the place of one of the second part.
    pub questions: &'static [Question],
    /// Checks the budget that is shown, unless that is done or on its way.
    pub check: fn(Page, Arc<Loaded>),
    /// The report on these bytes of a budget, as text: what a worker does.
    pub text: fn(Vec<u8>) -> Option<String>,
    /// Grows with every report.
    pub news: fn() -> u32,
    /// Whether there is a report on the budget that is shown.
    pub is_done: fn(Page) -> bool,
    /// The same trees with a mark on every number that does not add up.
    pub marked: fn(Vec<Node>, &Arc<Loaded>, Words) -> Vec<Node>,
    /// What to ask for so that the finding of this address is shown, once there is a report.
    pub locate: fn(&str) -> Vec<Choice>,
    /// The scene of a figure that stands on the report; of no other.
    pub scene: fn(&Figure, Words, Frame) -> Option<Scene>,
}

pub static CHECKS: Checks = Checks {
    questions: &[Question { answer, ..figure::CHECKS[0] }],
    check: begin,
    text: |bytes| load::read(&bytes).ok().map(|loaded| check(&loaded.budget).to_text()),
    news: || LAST.with_borrow(|last| last.news),
    is_done,
    marked,
    locate: |address| {
        LAST.with_borrow(|last| last.report.as_ref().map(|_| figure::locate_finding(address))).unwrap_or_default()
    },
    scene: chart::of_checks,
};

/// The budget that was checked last, and its report once that is there.
#[derive(Default)]
struct Last {
    loaded: Option<Arc<Loaded>>,
    report: Option<Report>,
    /// The report's marks, once they were wanted, in these words.
    marks: Option<(Words, Vec<Mark>)>,
    news: u32,
    /// What is at work on it.
    worker: Option<Worker>,
}

thread_local! {
    static LAST: RefCell<Last> = const { RefCell::new(Last { loaded: None, report: None, marks: None, news: 3, worker: None }) };
}

fn begin(page: Page, loaded: Arc<Loaded>) {
    if is_last(&loaded) {
        return;
    }
    LAST.with_borrow_mut(|last| {
        (last.loaded, last.report) = (Some(Arc::clone(&loaded)), None);
        if let Some(worker) = last.worker.take() {
            worker.terminate();
        }
    });
    spawn_local(async move {
        // The figures are drawn by now; what is checked in the frame after keeps none of them waiting.
        next_frame().await;
        next_frame().await;
        if !is_last(&loaded) {
            return;
        }
        let awaited = Arc::clone(&loaded);
        let heard = move |report: Option<Report>| {
            // Where no worker could, this thread has to.
            let report = report.unwrap_or_else(|| check(&awaited.budget));
            finish(page, &awaited, report);
        };
        let large = |kept: &Option<Vec<u8>>| check_apart(kept.as_ref().filter(|kept| kept.len() > APART)?, heard);
        match page.kept.try_with_value(large).flatten() {
            Some(worker) => LAST.with_borrow_mut(|last| last.worker = Some(worker)),
            None => finish(page, &loaded, check(&loaded.budget)),
        }
    });
}

/// Shows a report, if it is on the budget that is shown.
fn finish(page: Page, loaded: &Arc<Loaded>, report: Report) {
    if !is_last(loaded) {
        return;
    }
    LAST.with_borrow_mut(|last| {
        (last.report, last.marks) = (Some(report), None);
        last.news += 1;
        if let Some(worker) = last.worker.take() {
            worker.terminate();
        }
    });
    page.third.set(Arrival::Here);
    // The address may lead to a finding, which is only there now. To any other place it has led before: to go there
    // again would take the reader away from what was begun meanwhile.
    let hash = window().location().hash().unwrap_or_default();
    if hash.starts_with("#checks-") && document().query_selector("[data-found]").is_ok_and(|found| found.is_none()) {
        page.find_soon();
    }
}

/// Whether it is this budget that is checked, or was. The reader may have opened another meanwhile.
fn is_last(loaded: &Arc<Loaded>) -> bool {
    LAST.with_borrow(|last| last.loaded.as_ref().is_some_and(|last| Arc::ptr_eq(last, loaded)))
}

fn is_done(page: Page) -> bool {
    let has_report = LAST.with_borrow(|last| last.report.is_some());
    has_report && page.shown.with(|shown| shown.as_ref().is_some_and(is_last))
}

/// What the report says of the budget, or that there is none yet.
fn answer(budget: &Budget, asked: &Asked, words: Words) -> Option<Figure> {
    LAST.with_borrow(|last| match (&last.loaded, &last.report) {
        (Some(loaded), Some(report)) if ptr::eq(&raw const loaded.budget, budget) => {
            figure::told(report, budget, asked, words)
        }
        _ => Some(figure::checking(words)),
    })
}

fn marked(nodes: Vec<Node>, loaded: &Arc<Loaded>, words: Words) -> Vec<Node> {
    LAST.with_borrow_mut(|last| {
        let Last { loaded: Some(checked), report: Some(report), marks, .. } = last else { return nodes };
        if !Arc::ptr_eq(checked, loaded) {
            return nodes;
        }
        if marks.as_ref().is_some_and(|(of, _)| *of != words) {
            *marks = None;
        }
        let (_, marks) = marks.get_or_insert_with(|| (words, figure::marks(&loaded.budget, report, words)));
        markup::marked(nodes, marks)
    })
}
