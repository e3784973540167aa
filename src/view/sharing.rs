//! Awaiting the fourth part, which few readers want: it is fetched when somebody shares something.

use leptos::prelude::*;

use super::follow::follow;
use super::hear::hear;
use super::page::{Arrival, Page};
use super::split;

/// Offers what can be taken away of a figure, or of the whole page (`""`), once the part for it is there.
pub fn want(page: Page, figure: &'static str) {
    page.fourth.update(|(arrival, wanted)| {
        *wanted = Some(figure);
        if *arrival == Arrival::Failed {
            *arrival = Arrival::Awaited;
        }
    });
    if let Ok(event) = web_sys::CustomEvent::new("budget-lens:wanted") {
        let _ = page.host.target().dispatch_event(&event);
    }
}

/// Listens for the part, and opens what is wanted.
pub fn begin(page: Page) {
    const ARRIVED: [(&[&str], Arrival); 2] =
        [(&["budget-lens:share"], Arrival::Here), (&["budget-lens:share-failed"], Arrival::Failed)];
    for (name, arrival) in ARRIVED {
        hear(&page.host.target(), name, Box::new(move |_| page.fourth.update(|fourth| fourth.0 = arrival)));
    }
    follow(move || {
        if let (Arrival::Here, Some(figure)) = page.fourth.get() {
            page.fourth.update_untracked(|(_, wanted)| *wanted = None);
            (split::share().open)(page, figure);
        }
    });
}
