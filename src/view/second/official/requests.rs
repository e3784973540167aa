//! Records which requests open official files, and where in those files their budgets are printed.

use std::cell::Cell;

use crate::budget::{Budget, OfficialPlaces};
use crate::view::state::app_state::AppState;

thread_local! {
    /// The last request with the places of its budget in the official files.
    static PLACES: Cell<Option<(u32, &'static OfficialPlaces)>> = const { Cell::new(None) };
    /// The last request that opens official files.
    static TAKEN: Cell<u32> = const { Cell::new(0) };
}

/// Records that this request opens official files.
pub fn take(request: u32) {
    TAKEN.set(request);
}

/// Whether the current request opens official files, for which the page has other messages.
pub fn are_official(app: AppState) -> bool {
    app.is_current(TAKEN.get())
}

/// Stores the places of a request's budget in its official files until the budget is there.
pub fn keep_places(request: u32, places: &'static OfficialPlaces) {
    PLACES.set(Some((request, places)));
}

/// Gives the budget of a request its places in official files, if it was read from some.
pub fn placed(request: u32, budget: &Budget) {
    if let Some((_, places)) = PLACES.get().filter(|(of, _)| *of == request) {
        // The cell is set only once per budget, before it is shown.
        let _ = budget.official.set(places);
    }
}
