//! Opens budgets: the one way by which any file comes onto the page.

use std::sync::Arc;

use leptos::prelude::*;

use super::app_state::AppState;
use super::fetch;
use super::preferences::{self, Preferences};
use crate::load::{self, Diagnostic};
use crate::view::dom::frames::next_frame;

/// The size in bytes from which a file is read a frame later, so that the page first shows that it is busy.
const LARGE: usize = 1 << 20;

impl AppState {
    /// Reads everything from the address again, after the reader went back or forward, or typed another.
    pub fn reread(self) {
        self.preferences.set(Preferences::from_address(self.host));
        self.query.set(preferences::query(self.host));
        self.navigate_soon();
    }

    /// Sets or removes a parameter, after the attribute of an embedded element has changed.
    pub fn readdress(self, name: &str, value: Option<&str>) {
        self.host.readdress(name, value);
        self.reread();
        if name == "data" {
            self.open_default();
        }
    }

    /// Opens the file that the address names, or the one beside the page.
    pub fn open_default(self) {
        let request = self.request();
        self.spawn(async move {
            let path = self.host.parameter("data").filter(|path| !path.is_empty());
            let path = path.unwrap_or_else(|| "budget.json".into());
            let bytes = fetch::fetch(self.host, &path).await;
            self.receive(request, path, false, bytes).await;
        });
    }

    /// Starts a request for a file: marks the page as busy and returns the request's number.
    pub fn request(self) -> u32 {
        self.status.update(|status| {
            status.request += 1;
            status.is_busy = true;
            status.unopened = 0;
        });
        self.status.with_untracked(|status| status.request)
    }

    /// Whether this is the last request.
    pub fn is_current(self, request: u32) -> bool {
        self.status.with_untracked(|status| status.request == request)
    }

    /// Shows a budget, or why it cannot be shown. What was shown before stays until then.
    pub async fn receive(self, request: u32, name: String, is_own: bool, bytes: Result<Vec<u8>, Diagnostic>) {
        if bytes.as_ref().is_ok_and(|bytes| bytes.len() > LARGE) {
            next_frame().await;
        }
        let (loaded, kept) = match bytes {
            Ok(bytes) => (load::read(&bytes), Some(bytes)),
            Err(diagnostic) => (Err(vec![diagnostic]), None),
        };
        if let Ok(loaded) = &loaded {
            while !loaded.budget.is_plain_in_order() && self.is_loading_second_module() {
                next_frame().await;
            }
            if let Some(second) = self.second_module() {
                (second.complete)(request, &loaded.budget);
            }
        }
        // Meanwhile the reader may have opened another file.
        if !self.is_current(request) {
            return;
        }
        let (budget, failure) = match loaded {
            Ok(loaded) => (Some(Arc::new(loaded)), None),
            Err(diagnostics) => (None, Some((name.clone(), diagnostics))),
        };
        let is_new = budget.is_some();
        self.status.update(|status| {
            status.is_busy = false;
            status.failure = failure;
            if is_new {
                status.file = is_own.then_some(name);
                status.source_bytes = kept;
            }
        });
        if is_new {
            self.loaded.set(budget);
            take_over(self);
        }
    }
}

/// Ends the use of the page that came with the HTML; its parts are replaced one by one.
fn take_over(app: AppState) {
    if let Some(element) = app.host.root_node().get_element_by_id("static") {
        let _ = element.remove_attribute("id");
    }
}
