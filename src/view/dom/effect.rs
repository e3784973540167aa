//! Effects of one type.
//!
//! Every closure given to `Effect::new` makes the compiler write the whole machinery of an effect
//! again, one to two kilobytes each in the page's first module. Boxed, they share it.

use leptos::prelude::*;

/// Runs `run` now, and again whenever a signal that it has read changes.
pub fn effect(run: impl Fn() + 'static) {
    shared(Box::new(run));
}

fn shared(run: Box<dyn Fn()>) {
    Effect::new(run);
}

/// Runs `undo` when the app goes, or before what is followed runs again.
pub fn on_cleanup(undo: impl FnOnce() + 'static) {
    end(Box::new(undo));
}

fn end(undo: Box<dyn FnOnce()>) {
    let kept = StoredValue::new_local(Some(undo));
    on_cleanup(move || {
        if let Some(undo) = kept.try_update_value(Option::take).flatten() {
            undo();
        }
    });
}
