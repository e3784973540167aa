//! Effects with boxed closures, so that they share their code.
//!
//! For every closure type given to `Effect::new` the compiler generates all the code of an effect
//! again, one to two kilobytes each in the page's first module. Boxed closures are one type.

use leptos::prelude::*;

/// Runs `run` now, and again whenever a signal that it has read changes.
pub fn effect(run: impl Fn() + 'static) {
    shared(Box::new(run));
}

fn shared(run: Box<dyn Fn()>) {
    Effect::new(run);
}

/// Runs `undo` when the app is unmounted, or before the effect around the call runs again.
pub fn on_cleanup(undo: impl FnOnce() + 'static) {
    end(Box::new(undo));
}

fn end(undo: Box<dyn FnOnce()>) {
    let kept = StoredValue::new_local(Some(undo));
    leptos::prelude::on_cleanup(move || {
        if let Some(undo) = kept.try_update_value(Option::take).flatten() {
            undo();
        }
    });
}
