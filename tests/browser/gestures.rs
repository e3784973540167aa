//! What a reader does: taps, points, scrolls, types, opens a file.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use budget_lens::scene::Point;

use super::driver::Device;
use super::engines::{ENGINE, Engine};
use super::page::Page;

/// How the driver names keys that are no characters.
pub const TAB: char = '\u{e004}';
/// Opens, pins, follows.
pub const ENTER: char = '\u{e007}';
/// Closes.
pub const ESCAPE: char = '\u{e00c}';
/// To the one before.
pub const LEFT: char = '\u{e012}';
/// To the next.
pub const RIGHT: char = '\u{e014}';

impl Page {
    /// Taps the middle of an element, or clicks it at a desk.
    ///
    /// On a busy machine a finger's tap may be lost: the page is still growing above the element, so that it is moved
    /// away under the finger; or the page is so slow to answer that the tap becomes a long press. It is tried again
    /// then, as a reader does.
    pub fn tap(&self, selector: &str) {
        for _ in 0..3 {
            let at = self.place(selector, None);
            self.run("window.clicked = false; addEventListener('click', () => window.clicked = true, {capture: true, once: true})", ());
            if self.try_press(at).is_ok() && self.clicks() {
                return;
            }
        }
        panic!("three taps on {selector} do not reach the page");
    }

    /// Taps a control of the bar's menu, which stays open.
    #[track_caller]
    pub fn set(&self, action: &str) {
        if !self.holds("document.querySelector('.menu').open") {
            self.tap(".menu > summary");
        }
        self.tap(&format!(".menu [data-action={action}]"));
    }

    /// Opens the search in the bar, whose field then has the focus.
    #[track_caller]
    pub fn search(&self) {
        if !self.holds("document.querySelector('.search').open") {
            self.tap(".search > summary");
        }
        self.wait("document.activeElement.matches('#search input[data-find=q]')");
    }

    /// Whether a click arrives after a tap; a page that was left for another one has had it.
    fn clicks(&self) -> bool {
        let asked_at = Instant::now();
        while asked_at.elapsed() < Duration::from_secs(2) {
            if self.value("window.clicked !== false") == Value::Bool(true) {
                return true;
            }
            thread::sleep(Duration::from_millis(15));
        }
        false
    }

    /// Taps a figure's chart at a place of its scene.
    pub fn tap_chart(&self, figure: &str, at: Point) {
        let at = self.place(&format!("#{figure} canvas"), Some(at));
        self.press(at);
    }

    /// Moves the mouse to a place of a figure's scene.
    pub fn hover_chart(&self, figure: &str, at: Point) {
        let (x, y) = self.place(&format!("#{figure} canvas"), Some(at));
        self.act("mouse", &json!([{"type": "pointerMove", "duration": 0, "x": x, "y": y}]));
    }

    /// Moves the mouse to the middle of an element.
    pub fn hover(&self, selector: &str) {
        let (x, y) = self.place(selector, None);
        self.act("mouse", &json!([{"type": "pointerMove", "duration": 0, "x": x, "y": y}]));
    }

    /// Puts a finger on an element and draws it upwards by so many pixels.
    pub fn drag_up(&self, selector: &str, by: f64) {
        let (x, y) = self.place(selector, None);
        let steps =
            (1..=10).map(|i| json!({"type": "pointerMove", "duration": 20, "x": x, "y": y - by * f64::from(i) / 10.0}));
        let down = [
            json!({"type": "pointerMove", "duration": 0, "x": x, "y": y}),
            json!({"type": "pointerDown", "button": 0}),
        ];
        let all: Vec<_> = down.into_iter().chain(steps).chain([json!({"type": "pointerUp", "button": 0})]).collect();
        self.act("touch", &json!(all));
    }

    /// Presses a key: a character, or one of the driver's names for the others.
    pub fn key(&self, key: char) {
        let key = key.to_string();
        let actions = json!([{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]);
        self.session.post("actions", &json!({"actions": [{"type": "key", "id": "keyboard", "actions": actions}]}));
    }

    /// Types a text where the focus is.
    pub fn write(&self, text: &str) {
        for key in text.chars() {
            self.key(key);
        }
    }

    /// Presses the tabulator until the focus is on an element of this selector, as a reader without a mouse does.
    #[track_caller]
    pub fn tab_to(&self, selector: &str) {
        let there = format!("document.activeElement.matches({})", json!(selector));
        for _ in 0..60 {
            if self.holds(&there) {
                return;
            }
            self.key(TAB);
        }
        panic!("sixty tabulators do not lead to {selector}");
    }

    /// Goes one step back in the browser's history.
    pub fn back(&self) {
        self.session.post("back", &json!({}));
    }

    /// Goes one step forward in the browser's history.
    pub fn forward(&self) {
        self.session.post("forward", &json!({}));
    }

    /// Chooses a file in the page's file input.
    pub fn choose(&self, path: &std::path::Path) {
        let found = self.session.post("element", &json!({"using": "css selector", "value": "input[type=file]"}));
        let id = found
            .as_object()
            .and_then(|found| found.values().next())
            .and_then(Value::as_str)
            .expect("an element has an id");
        self.session.post(&format!("element/{id}/value"), &json!({"text": path}));
    }

    fn press(&self, at: (f64, f64)) {
        self.try_press(at).unwrap_or_else(|error| panic!("{error}"));
    }

    /// The same, or what the driver says is wrong: the place is out of the window.
    fn try_press(&self, (x, y): (f64, f64)) -> Result<(), String> {
        let to = json!({"type": "pointerMove", "duration": 0, "x": x, "y": y});
        let kind = if self.device == Device::Phone { "touch" } else { "mouse" };
        self.try_act(kind, &json!([to, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]))?;
        // A finger is gone then; where the driver has none, the mouse would stay and point at something.
        let is_left = self.device != Device::Desk && *ENGINE == Engine::WebKit;
        let away = json!([{"type": "pointerMove", "duration": 0, "x": 0, "y": 0}]);
        if is_left { self.try_act(kind, &away) } else { Ok(()) }
    }

    fn act(&self, kind: &str, actions: &Value) {
        self.try_act(kind, actions).unwrap_or_else(|error| panic!("{error}"));
    }

    fn try_act(&self, kind: &str, actions: &Value) -> Result<(), String> {
        let pointer = json!({"type": "pointer", "id": kind, "parameters": {"pointerType": kind}, "actions": actions});
        self.session.try_post("actions", &json!({"actions": [pointer]})).map(|_| ())
    }

    /// Where in the window a point of an element is, or its middle; scrolled there if need be, and as soon as it keeps
    /// its place.
    fn place(&self, selector: &str, at: Option<Point>) -> (f64, f64) {
        if *ENGINE == Engine::WebKit {
            self.pass_frames();
        }
        let mut place = self.place_now(selector, at);
        loop {
            thread::sleep(Duration::from_millis(30));
            let next = self.place_now(selector, at);
            if next == place {
                return place;
            }
            place = next;
        }
    }

    /// Lets some frames pass: without a graphics card they take so long that the page still answers the gesture before.
    fn pass_frames(&self) {
        let script = "const done = arguments[0]; let left = 5;
            const pass = () => (left-- ? requestAnimationFrame(pass) : done());
            pass();
            setTimeout(done, 8000);";
        // A page that is left meanwhile passes no frames.
        let _ = self.session.try_post("execute/async", &json!({"script": script, "args": []}));
    }

    fn place_now(&self, selector: &str, at: Option<Point>) -> (f64, f64) {
        let script = "
            const element = document.querySelector(arguments[0].selector);
            if (!element) return null;
            element.scrollIntoView({block: 'center', behavior: 'instant'});
            const box = element.getBoundingClientRect();
            const at = arguments[0].at || [box.width / 2, box.height / 2];
            return [box.x + at[0], box.y + at[1]];";
        let at = at.map(|at| [at.x, at.y]);
        let place = self.run(script, json!({"selector": selector, "at": at}));
        match (place[0].as_f64(), place[1].as_f64()) {
            (Some(x), Some(y)) => (x, y),
            _ => panic!("there is no {selector}"),
        }
    }
}
