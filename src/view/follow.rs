//! Effects of one type.
//!
//! Every closure given to `Effect::new` makes the compiler write the whole machinery of an effect
//! again, one to two kilobytes each in the page's first module. Boxed, they share it.

use leptos::prelude::Effect;

/// Runs `run` now, and again whenever a signal that it has read changes.
pub fn follow(run: impl Fn() + 'static) {
    shared(Box::new(run));
}

fn shared(run: Box<dyn Fn()>) {
    Effect::new(run);
}
