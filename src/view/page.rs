//! What the page shows: one budget, where it came from, and what went wrong on the way to another.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::fetch;
use super::screen::Screen;
use super::settings::{Settings, parameter};
use crate::load::{self, Fault, Loaded};
use crate::money::Unit;
use crate::words::Words;

/// A file larger than this is read a frame later, so that the page can first say that it is at work.
const LARGE: usize = 1 << 20;

/// The page's state, shared by its components.
#[derive(Clone, Copy)]
pub struct Page {
    /// The reader's choices.
    pub settings: Settings,
    /// What a drawing follows beside its data.
    pub screen: Screen,
    /// The budget that is shown.
    pub shown: RwSignal<Option<Arc<Loaded>>>,
    /// The name of the reader's own file, while that is shown.
    pub file: RwSignal<Option<String>>,
    /// What could not be opened, and why.
    pub trouble: RwSignal<Option<Trouble>>,
    /// Whether a file is on its way.
    pub busy: RwSignal<bool>,
    /// Counts the requests: only the last one's answer is shown.
    request: RwSignal<u32>,
    /// The figures whose canvas has been painted since the budget was loaded.
    painted: RwSignal<u32>,
}

/// A file that could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The file's name or address.
    pub name: String,
    /// Everything wrong with it.
    pub faults: Vec<Fault>,
}

impl Page {
    /// A page with nothing on it yet.
    pub fn new() -> Self {
        let screen = Screen::follow();
        Page {
            settings: Settings::from_address(screen),
            screen,
            shown: RwSignal::new(None),
            file: RwSignal::new(None),
            trouble: RwSignal::new(None),
            busy: RwSignal::new(false),
            request: RwSignal::new(0),
            painted: RwSignal::new(0),
        }
    }

    /// How the reader wants to be told: the unit is the document's unless another is chosen.
    pub fn words(self) -> Words {
        let own = self.shown.with(|shown| shown.as_ref().map(|loaded| loaded.budget.document.unit));
        let own = own.filter(|unit| Unit::CHOICE.contains(unit));
        Words { lang: self.settings.lang.get(), unit: self.settings.unit.get().or(own).unwrap_or(Unit::Wan) }
    }

    /// Opens the file that the address names, or the one beside the page.
    pub fn open_default(self) {
        let path = parameter("data").unwrap_or_else(|| "budget.json".into());
        self.open(path.clone(), None, async move { fetch::fetch(&path).await });
    }

    /// Opens a file of the reader's. It stays on the reader's machine.
    pub fn open_file(self, file: File) {
        let name = file.name();
        self.open(name.clone(), Some(name), async move { fetch::read(&file).await });
    }

    /// The one way for every file. What is shown stays until another can be.
    fn open(self, name: String, file: Option<String>, bytes: impl Future<Output = Result<Vec<u8>, Fault>> + 'static) {
        let request = self.request.get_untracked() + 1;
        self.request.set(request);
        self.busy.set(true);
        spawn_local(async move {
            let bytes = bytes.await;
            if bytes.as_ref().is_ok_and(|bytes| bytes.len() > LARGE) {
                next_frame().await;
            }
            let loaded = bytes.map_err(|fault| vec![fault]).and_then(|bytes| load::read(&bytes));
            // Meanwhile the reader may have opened another.
            if self.request.get_untracked() != request {
                return;
            }
            match loaded {
                Ok(loaded) => {
                    self.trouble.set(None);
                    self.painted.set(0);
                    self.file.set(file);
                    self.shown.set(Some(Arc::new(loaded)));
                }
                Err(faults) => self.trouble.set(Some(Trouble { name, faults })),
            }
            self.busy.set(false);
        });
    }

    /// Notes that a canvas has been painted. `before` is the canvas's own note of the request it
    /// was last counted for: a canvas counts once a budget, however often it is painted again.
    pub fn note_painted(self, before: StoredValue<u32>) {
        let request = self.request.get_untracked();
        if before.get_value() != request {
            before.set_value(request);
            self.painted.update(|painted| *painted += 1);
        }
    }

    /// Announces the page's being ready once as many canvases as `figures` are painted.
    pub fn announce_when_painted(self, figures: impl Fn() -> u32 + 'static) {
        Effect::new(move || {
            if self.shown.with(Option::is_some) && self.painted.get() >= figures() {
                announce();
            }
        });
    }
}

/// Tells the page's surroundings that the figures are drawn.
fn announce() {
    if let Some(performance) = window().performance() {
        let _ = performance.mark("budget-lens:ready");
    }
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-ready", "true");
    }
    if let Ok(event) = web_sys::CustomEvent::new("budget-lens:ready") {
        let _ = document().dispatch_event(&event);
    }
}

/// Two animation frames later: what was set before is then on the screen.
async fn next_frame() {
    let twice = js_sys::Promise::new(&mut |resolve, _| {
        request_animation_frame(move || {
            request_animation_frame(move || {
                let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
            });
        });
    });
    let _ = JsFuture::from(twice).await;
}
