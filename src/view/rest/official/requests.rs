//! Which requests are of official files, and where the budgets that they bring stand in those.

use std::cell::Cell;

use crate::budget::{Budget, OfficialPlaces};
use crate::view::state::app_state::AppState;

thread_local! {
    /// Where the budget of a request stands in its official files.
    static PLACES: Cell<Option<(u32, &'static OfficialPlaces)>> = const { Cell::new(None) };
    /// The last request that official files answer.
    static TAKEN: Cell<u32> = const { Cell::new(0) };
}

/// What this request brings is of official files.
pub fn take(request: u32) {
    TAKEN.set(request);
}

/// Whether what was asked for last is of official files, of which other words tell.
pub fn are_official(app: AppState) -> bool {
    app.is_current(TAKEN.get())
}

/// Keeps where the budget of a request stands in its official files, until it is there.
pub fn keep_places(request: u32, places: &'static OfficialPlaces) {
    PLACES.set(Some((request, places)));
}

/// Tells the budget of a request where it stands in its official files, where it was read from some.
pub fn placed(request: u32, budget: &Budget) {
    if let Some((_, places)) = PLACES.get().filter(|(of, _)| *of == request) {
        // Once: a budget is read from its files before it is shown.
        let _ = budget.official.set(places);
    }
}
