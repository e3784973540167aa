//! The third part: what checks the numbers, and what stands on it.

use std::cell::RefCell;
use std::ptr;
use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Worker;

use super::apart::check_apart;
use super::page::{Arrival, Page, next_frame};
use crate::budget::Budget;
use crate::chart::{self, Frame};
use crate::check::{Report, check};
use crate::figure::{self, Asked, Choice, Fact, Figure, Marks, Question};
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
    pub news: fn(Page) -> u32,
    /// Whether there is a report on the budget that is shown.
    pub is_done: fn(Page) -> bool,
    /// How many numbers agree and how many do not, once there is a report on this budget.
    pub checked: fn(&Arc<Loaded>, Words) -> Option<Fact>,
    /// The same trees with a mark on every number that does not add up.
    pub marked: fn(Vec<Node>, &Arc<Loaded>, Words) -> Vec<Node>,
    /// What to ask for so that the finding of this address is shown, once there is a report.
    pub locate: fn(Page, &str) -> Vec<Choice>,
    /// The scene of a figure that stands on the report; of no other.
    pub scene: fn(&Figure, Words, Frame) -> Option<Scene>,
}

pub static CHECKS: Checks = Checks {
    questions: &[Question { answer, ..figure::CHECKS[0] }],
    check: begin,
    text: |bytes| load::read(&bytes).ok().map(|loaded| check(&loaded.budget).to_text()),
    news: |page| last(page, |last| last.news).unwrap_or(FIRST_NEWS),
    is_done,
    checked,
    marked,
    locate: |page, address| {
        let known = last(page, |last| last.report.is_some()).unwrap_or(false);
        if known { figure::locate_finding(address) } else { Vec::new() }
    },
    scene: chart::of_checks,
};

/// The budget that a page has checked last, and its report once that is there.
struct Last {
    page: Page,
    loaded: Arc<Loaded>,
    report: Option<Report>,
    /// The report's marks, once they were wanted, in these words.
    marks: Option<(Words, Marks)>,
    news: u32,
    /// What is at work on it.
    worker: Option<Worker>,
}

/// What is known of news before there are any; less means other things to those who ask.
const FIRST_NEWS: u32 = 3;

thread_local! {
    /// Of each page, of which there may be several side by side, as elements of a portal.
    static LAST: RefCell<Vec<Last>> = const { RefCell::new(Vec::new()) };
}

impl Last {
    fn end_work(&mut self) {
        if let Some(worker) = self.worker.take() {
            worker.terminate();
        }
    }
}

/// Takes something from what a page has checked last.
fn last<T>(page: Page, take: impl FnOnce(&mut Last) -> T) -> Option<T> {
    LAST.with_borrow_mut(|all| all.iter_mut().find(|last| last.page.status == page.status).map(take))
}

fn begin(page: Page, loaded: Arc<Loaded>) {
    if is_last(page, &loaded) {
        return;
    }
    LAST.with_borrow_mut(|all| {
        let mut news = FIRST_NEWS;
        // What was before, and what other pages that are gone have left.
        all.retain_mut(|last| {
            let is_own = last.page.status == page.status;
            if is_own {
                news = last.news;
            }
            let stays = !is_own && !last.page.is_gone();
            if !stays {
                last.end_work();
            }
            stays
        });
        all.push(Last { page, loaded: Arc::clone(&loaded), report: None, marks: None, news, worker: None });
    });
    page.spawn(async move {
        // The figures are drawn by now; what is checked in the frame after keeps none of them waiting.
        next_frame().await;
        next_frame().await;
        if !is_last(page, &loaded) {
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
            Some(worker) => {
                let _ = last(page, |last| last.worker = Some(worker));
            }
            None => finish(page, &loaded, check(&loaded.budget)),
        }
    });
}

/// Shows a report, if it is on the budget that is shown.
fn finish(page: Page, loaded: &Arc<Loaded>, report: Report) {
    if page.is_gone() || !is_last(page, loaded) {
        return;
    }
    last(page, |last| {
        (last.report, last.marks) = (Some(report), None);
        last.news += 1;
        last.end_work();
    });
    page.third.set(Arrival::Here);
    // The address may lead to a finding, which is only there now. To any other place it has led before: to go there
    // again would take the reader away from what was begun meanwhile.
    let found = page.host.tree().query_selector("[data-found]");
    if page.host.place().starts_with("checks-") && found.is_ok_and(|found| found.is_none()) {
        page.find_soon();
    }
}

/// Whether it is this budget that is checked, or was. The reader may have opened another meanwhile.
fn is_last(page: Page, loaded: &Arc<Loaded>) -> bool {
    last(page, |last| Arc::ptr_eq(&last.loaded, loaded)).unwrap_or(false)
}

fn is_done(page: Page) -> bool {
    page.shown.with(|shown| {
        let Some(loaded) = shown else { return false };
        last(page, |last| last.report.is_some() && Arc::ptr_eq(&last.loaded, loaded)).unwrap_or(false)
    })
}

/// What the report says of the budget, or that there is none yet.
fn answer(budget: &Budget, asked: &Asked, words: Words) -> Option<Figure> {
    LAST.with_borrow(|all| {
        let is_it = |last: &&Last| ptr::eq(&raw const last.loaded.budget, budget);
        match all.iter().find(is_it).and_then(|last| last.report.as_ref()) {
            Some(report) => figure::told(report, budget, asked, words),
            None => Some(figure::checking(words)),
        }
    })
}

fn checked(loaded: &Arc<Loaded>, words: Words) -> Option<Fact> {
    LAST.with_borrow(|all| {
        let last = all.iter().find(|last| Arc::ptr_eq(&last.loaded, loaded))?;
        figure::checked(last.report.as_ref()?, &loaded.budget, words)
    })
}

fn marked(nodes: Vec<Node>, loaded: &Arc<Loaded>, words: Words) -> Vec<Node> {
    LAST.with_borrow_mut(|all| {
        let Some(last) = all.iter_mut().find(|last| Arc::ptr_eq(&last.loaded, loaded)) else { return nodes };
        let Last { report: Some(report), marks, .. } = last else { return nodes };
        if marks.as_ref().is_some_and(|(of, _)| *of != words) {
            *marks = None;
        }
        let (_, marks) = marks.get_or_insert_with(|| (words, figure::marks(&loaded.budget, report, words)));
        markup::marked(nodes, marks)
    })
}
