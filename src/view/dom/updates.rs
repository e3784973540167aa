//! Updates of many cards in slices of time, between which the browser paints and answers the reader.
//!
//! When a module arrives or the reader chooses another unit, every card changes. All at once they would keep a slow phone
//! busy for half a second, in which it answers no touch.

use std::rc::Rc;

use js_sys::{Date, Promise};
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::frames::next_frame;

/// The milliseconds after which the browser gets its turn.
const MAX_AT_ONCE: f64 = 30.0;

/// An update of one card.
pub type Update = Rc<dyn Fn()>;

/// The updates that wait: first those of cards that can be seen, then those in closed folds.
#[derive(Clone, Copy)]
pub struct Updates(StoredValue<Waiting, LocalStorage>);

#[derive(Default)]
struct Waiting {
    shown: Vec<Update>,
    folded: Vec<Update>,
    is_running: bool,
    /// The updates of all cards, whether they wait or not.
    all: Vec<Update>,
}

impl Updates {
    /// No updates yet.
    pub fn new() -> Self {
        Updates(StoredValue::new_local(Waiting::default()))
    }

    /// Adds an update unless it waits already. True if nobody is working through the updates, as [`Updates::run`] does.
    pub fn add(self, update: &Update, is_shown: bool) -> bool {
        let is_first = self.0.try_update_value(|waiting| {
            let is_other = |other: &Update| !Rc::ptr_eq(other, update);
            waiting.shown.retain(is_other);
            waiting.folded.retain(is_other);
            if is_shown { &mut waiting.shown } else { &mut waiting.folded }.push(Rc::clone(update));
            !std::mem::replace(&mut waiting.is_running, true)
        });
        is_first == Some(true)
    }

    /// Notes a card's update, for when all have to be made at once.
    pub fn keep(self, update: &Update) {
        self.0.update_value(|waiting| waiting.all.push(Rc::clone(update)));
    }

    /// Updates every card before this returns, whether its inputs seem to have changed or not.
    pub fn now(self) {
        for update in self.0.with_value(|waiting| waiting.all.clone()) {
            update();
        }
    }

    /// Works through all updates that wait.
    pub async fn run(self) {
        let mut since = Date::now();
        while let Some(update) = self.next() {
            update();
            if Date::now() - since > MAX_AT_ONCE {
                let pause = Promise::new(&mut |resolve, _| {
                    let _ = window().set_timeout_with_callback(&resolve);
                });
                let _ = JsFuture::from(pause).await;
                since = Date::now();
            }
        }
    }

    fn next(self) -> Option<Update> {
        self.0.try_update_value(|waiting| {
            let next = [&mut waiting.shown, &mut waiting.folded].into_iter().find(|some| !some.is_empty());
            let next = next.map(|some| some.remove(0));
            waiting.is_running = next.is_some();
            next
        })?
    }

    /// Waits until no update is left, and what they changed is on the screen.
    pub async fn done(self) {
        loop {
            next_frame().await;
            if self.0.try_with_value(|waiting| waiting.is_running) != Some(true) {
                return;
            }
        }
    }
}
