//! What the page shows: one budget, where it came from, and what went wrong on the way to another.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::checks::Checks;
use super::choices::{self, Choices};
use super::fetch;
use super::follow::follow;
use super::host::Host;
use super::later::Later;
use super::screen::{Screen, screen};
use super::split;
use crate::figure::{Asked, Choice};
use crate::load::{self, Fault, Loaded};
use crate::money::Unit;
use crate::words::Words;

/// A file larger than this is read a frame later, so that the page can first say that it is at work.
const LARGE: usize = 1 << 20;

/// The page's state, shared by its components.
#[derive(Clone, Copy)]
pub struct Page {
    /// Where it lives.
    pub host: Host,
    /// How the reader wants the page.
    pub choices: RwSignal<Choices>,
    /// What the reader asks of the figures.
    pub asked: RwSignal<Asked>,
    /// Whether the second part is there.
    pub second: RwSignal<Arrival>,
    /// Whether the third part is there; also said again when it has found something.
    pub third: RwSignal<Arrival>,
    /// Whether the fourth part is there, and for what it is wanted: a figure, or the whole page (`""`).
    pub fourth: RwSignal<(Arrival, Option<&'static str>)>,
    /// What a drawing follows beside its data.
    pub screen: RwSignal<Screen>,
    /// The budget that is shown.
    pub shown: RwSignal<Option<Arc<Loaded>>>,
    /// The bytes of the budget that is shown, as they were read.
    pub kept: StoredValue<Option<Vec<u8>>>,
    /// What is said about files.
    pub status: RwSignal<Status>,
}

/// What is said about files.
#[derive(Debug, Clone, Default)]
pub struct Status {
    /// The name of the reader's own file, while that is shown.
    pub file: Option<String>,
    /// The name of the file that could not be opened, and everything wrong with it.
    pub trouble: Option<(String, Vec<Fault>)>,
    /// Whether a file is on its way.
    pub busy: bool,
    /// Whether a file hovers over the page.
    pub hovering: bool,
    /// Counts the requests: only the last one's answer is shown.
    request: u32,
}

/// Whether a part of the program is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// It is on its way.
    Awaited,
    /// It is there.
    Here,
    /// It did not come.
    Failed,
}

impl Page {
    /// A page with nothing on it yet, as the address asks for it.
    pub fn new(host: Host) -> Self {
        let page = Page {
            host,
            choices: RwSignal::new(Choices::from_address(host)),
            asked: RwSignal::new(choices::asked(host)),
            second: RwSignal::new(Arrival::Awaited),
            third: RwSignal::new(Arrival::Awaited),
            fourth: RwSignal::new((Arrival::Awaited, None)),
            screen: screen(host),
            shown: RwSignal::new(None),
            kept: StoredValue::new(None),
            status: RwSignal::new(Status::default()),
        };
        follow(move || {
            let choices = page.choices.get();
            page.asked.with_untracked(|asked| choices::write(host, choices, asked, None, false));
            choices.dress(host);
            page.screen.update(|screen| screen.style += 1);
        });
        page
    }

    /// How the reader wants to be told: the unit is the document's unless another is chosen.
    pub fn words(self) -> Words {
        let choices = self.choices.get();
        let own = self.shown.with(|shown| shown.as_ref().map(|loaded| loaded.budget.document.unit));
        let own = own.filter(|unit| Unit::CHOICE.contains(unit));
        Words { lang: choices.lang, unit: choices.unit.or(own).unwrap_or(Unit::Wan) }
    }

    /// What the second part brings, once it is there.
    pub fn later(self) -> Option<&'static Later> {
        (self.second.get() == Arrival::Here).then(|| split::later())
    }

    /// What the third part brings, once it is there.
    pub fn checks(self) -> Option<&'static Checks> {
        (self.third.get() == Arrival::Here).then(|| split::checks())
    }

    /// Asks something of the figures. With a `place` on the page it is a step that the browser's back
    /// button takes back; without one, as for every letter typed, it is not.
    pub fn ask(self, choice: Choice, place: Option<&str>) {
        self.asked.update(|asked| asked.set(choice));
        let choices = self.choices.get_untracked();
        self.asked.with_untracked(|asked| choices::write(self.host, choices, asked, place, place.is_some()));
    }

    /// Shows the place that the address names, once the page has followed what was just asked of it.
    pub fn find_soon(self) {
        self.spawn(async move {
            next_frame().await;
            if let Some(later) = self.later() {
                (later.find)(self);
            }
        });
    }

    /// Takes everything from the address again: the reader went back or forward, or typed another.
    pub fn reread(self) {
        self.choices.set(Choices::from_address(self.host));
        self.asked.set(choices::asked(self.host));
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

    /// Whether the page is dark now.
    pub fn is_dark(self) -> bool {
        self.choices.get().dark.unwrap_or_else(|| self.screen.get().prefers_dark)
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

    /// Does something that takes a while, as far as the app lives.
    pub fn spawn(self, task: impl Future<Output = ()> + 'static) {
        self.spawn_boxed(Box::pin(task));
    }

    fn spawn_boxed(self, mut task: Pin<Box<dyn Future<Output = ()>>>) {
        spawn_local(poll_fn(move |context| if self.is_gone() { Poll::Ready(()) } else { task.as_mut().poll(context) }));
    }

    /// Whether the app was taken away: nothing of it may be asked any more.
    pub fn is_gone(self) -> bool {
        self.status.is_disposed()
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

    /// Shows a budget: one way for every file. What is shown stays until another can be.
    pub async fn receive(self, request: u32, name: String, is_own: bool, bytes: Result<Vec<u8>, Fault>) {
        if bytes.as_ref().is_ok_and(|bytes| bytes.len() > LARGE) {
            next_frame().await;
        }
        let (loaded, kept) = match bytes {
            Ok(bytes) => (load::read(&bytes), Some(bytes)),
            Err(fault) => (Err(vec![fault]), None),
        };
        if let Ok(loaded) = &loaded {
            while !loaded.budget.is_plain_in_order() && self.second.get_untracked() == Arrival::Awaited {
                next_frame().await;
            }
            if let Some(later) = self.later() {
                (later.complete)(request, &loaded.budget);
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
            }
        });
        if is_new {
            self.kept.set_value(kept);
            self.shown.set(budget);
            take_over(self.host);
        }
    }
}

/// Whether the figures that came with the HTML are what is seen.
pub fn static_stands(host: Host) -> bool {
    host.tree().query_selector("#static:not([hidden])").is_ok_and(|element| element.is_some())
}

/// From here on each part of the page takes the place of what came with the HTML.
fn take_over(host: Host) {
    if let Some(element) = host.tree().get_element_by_id("static") {
        let _ = element.remove_attribute("id");
    }
}

/// Tells the page's surroundings that the figures are drawn.
pub fn announce(host: Host) {
    if let Some(performance) = window().performance().filter(|_| host.is_page()) {
        let _ = performance.mark("budget-lens:ready");
    }
    if let Some(root) = host.dressed() {
        let _ = root.set_attribute("data-ready", "true");
    }
    if let Ok(event) = web_sys::CustomEvent::new("budget-lens:ready") {
        let _ = host.target().dispatch_event(&event);
    }
}

/// Two animation frames later: what was set before is then on the screen.
pub async fn next_frame() {
    for _ in 0..2 {
        let frame = js_sys::Promise::new(&mut |resolve, _| {
            let _ = window().request_animation_frame(&resolve);
        });
        let _ = JsFuture::from(frame).await.map(|_: JsValue| ());
    }
}
