//! How a budget comes onto the page: one way for every file.

use std::sync::Arc;

use leptos::prelude::*;

use super::choices::{self, Choices};
use super::fetch;
use super::page::Page;
use crate::load::{self, Fault};
use crate::view::dom::frames::next_frame;

/// A file larger than this is read a frame later, so that the page can first say that it is at work.
const LARGE: usize = 1 << 20;

impl Page {
    /// Takes everything from the address again: the reader went back or forward, or typed another.
    pub fn reread(self) {
        self.choices.set(Choices::from_address(self.host));
        self.query.set(choices::query(self.host));
        self.find_soon();
    }

    /// Takes another value of a parameter, or none: somebody has changed what the element is asked.
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
            let path = self.host.parameter("data").unwrap_or_else(|| "budget.json".into());
            let bytes = fetch::fetch(self.host, &path).await;
            self.receive(request, path, false, bytes).await;
        });
    }

    /// Says that a file is on its way, and which request it answers.
    pub fn request(self) -> u32 {
        self.status.update(|status| {
            status.request += 1;
            status.busy = true;
        });
        self.status.with_untracked(|status| status.request)
    }

    /// Whether nothing was asked for after this request.
    pub fn is_current(self, request: u32) -> bool {
        self.status.with_untracked(|status| status.request == request)
    }

    /// Shows a budget. What is shown stays until another can be.
    pub async fn receive(self, request: u32, name: String, is_own: bool, bytes: Result<Vec<u8>, Fault>) {
        if bytes.as_ref().is_ok_and(|bytes| bytes.len() > LARGE) {
            next_frame().await;
        }
        let (loaded, kept) = match bytes {
            Ok(bytes) => (load::read(&bytes), Some(bytes)),
            Err(fault) => (Err(vec![fault]), None),
        };
        if let Ok(loaded) = &loaded {
            while !loaded.budget.is_plain_in_order() && self.awaits_rest() {
                next_frame().await;
            }
            if let Some(rest) = self.rest() {
                (rest.complete)(request, &loaded.budget);
            }
        }
        // Meanwhile the reader may have opened another.
        if !self.is_current(request) {
            return;
        }
        let (budget, trouble) = match loaded {
            Ok(loaded) => (Some(Arc::new(loaded)), None),
            Err(faults) => (None, Some((name.clone(), faults))),
        };
        let is_new = budget.is_some();
        self.status.update(|status| {
            status.busy = false;
            status.trouble = trouble;
            if is_new {
                status.file = is_own.then_some(name);
                status.kept = kept;
            }
        });
        if is_new {
            self.shown.set(budget);
            take_over(self);
        }
    }
}

/// From here on each part of the page takes the place of what came with the HTML.
fn take_over(page: Page) {
    if let Some(element) = page.host.tree().get_element_by_id("static") {
        let _ = element.remove_attribute("id");
    }
}
