//! The page under test: what can be seen of it, and the look back at its end.

use std::sync::PoisonError;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::driver::{Device, Session};
use super::engines::{ENGINE, Need};
use super::visit::PREFIX;
use crate::common::server::{Asked, Running};

/// How long something may take that a reader waits for. Large documents have patience of their own.
const PATIENCE: Duration = Duration::from_secs(20);

/// A page in a browser that nobody else uses, from a server of its own.
pub struct Page {
    /// The browser.
    pub session: Session,
    /// The server.
    pub server: Running,
    /// What the reader holds.
    pub device: Device,
    /// Parts of console messages that belong to the test.
    pub expected: Vec<&'static str>,
    /// Other servers that may be asked.
    pub others: Vec<String>,
    /// Files that may be asked for in vain.
    pub missing: Vec<String>,
}

impl Page {
    /// Where the page lies.
    pub fn address(&self) -> String {
        format!("http://{}{PREFIX}", self.server.address)
    }

    /// Opens the page with a query.
    pub fn go(&self, query: &str) {
        let mark = if query.is_empty() { "" } else { "?" };
        self.session.post("url", &json!({"url": format!("{}{mark}{query}", self.address())}));
    }

    /// Opens an address that was copied from the page, as someone does who has never been here.
    pub fn visit(&self, address: &str) {
        self.session.post("url", &json!({"url": "about:blank"}));
        self.session.post("url", &json!({"url": address}));
        self.wait("document.documentElement.dataset.ready === 'true'");
    }

    /// The page's address, as a reader copies it.
    pub fn copied(&self) -> String {
        self.value("location.href").as_str().unwrap_or_default().into()
    }

    /// A parameter of the page's address.
    pub fn parameter(&self, name: &str) -> Value {
        self.run("return new URLSearchParams(location.search).get(arguments[0])", name)
    }

    /// The browser's windows, the oldest first.
    pub fn windows(&self) -> Vec<String> {
        let handles = self.session.get("window/handles");
        let open: Vec<_> =
            handles.as_array().into_iter().flatten().filter_map(Value::as_str).map(String::from).collect();
        // Drivers have them in any order.
        let mut known = self.session.windows.borrow_mut();
        known.retain(|handle| open.contains(handle));
        let new: Vec<_> = open.into_iter().filter(|handle| !known.contains(handle)).collect();
        known.extend(new);
        known.clone()
    }

    /// Looks at another of the browser's windows from here on.
    pub fn look_at_window(&self, i: usize) {
        self.session.post("window", &json!({"handle": self.windows()[i]}));
    }

    /// Fails unless something is drawn on every canvas.
    #[track_caller]
    pub fn has_no_blank_canvas(&self) {
        let blank = "[...document.querySelectorAll('figure canvas')].filter(c => c.clientWidth && !c.closest('details:not([open])')).filter(c => {
            const copy = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
            copy.drawImage(c, 0, 0, 300, 150);
            return !copy.getImageData(0, 0, 300, 150).data.some(byte => byte);
        }).map(c => c.closest('figure').id)";
        // What is in a fold is drawn when the fold opens.
        self.wait_until("no canvas is blank", || self.value(blank) == json!([]));
    }

    /// The result of a script; `arguments[0]` is the argument.
    pub fn run(&self, script: &str, argument: impl Into<Value>) -> Value {
        self.session.post("execute/sync", &json!({"script": script, "args": [argument.into()]}))
    }

    /// The value of an expression.
    pub fn value(&self, expression: &str) -> Value {
        self.run(&format!("return {expression}"), Value::Null)
    }

    /// Whether an expression is true.
    pub fn holds(&self, expression: &str) -> bool {
        self.value(&format!("!!({expression})")) == Value::Bool(true)
    }

    /// Waits until an expression is true.
    #[track_caller]
    pub fn wait(&self, expression: &str) {
        self.wait_for(PATIENCE, expression);
    }

    /// Waits until an expression is true, for as long as this. What it looks at may not be there yet, or be on its way
    /// out: until then an error is an answer like false.
    #[track_caller]
    pub fn wait_for(&self, patience: Duration, expression: &str) {
        let script = format!("try {{ return !!({expression}) }} catch (error) {{ return String(error) }}");
        let body = json!({"script": script, "args": []});
        self.wait_until_within(patience, expression, || match self.session.try_post("execute/sync", &body) {
            Ok(Value::Bool(holds)) => Ok(holds),
            Ok(error) => Err(error.to_string()),
            Err(error) => Err(error),
        });
    }

    /// Waits until a condition holds; `what` says which.
    #[track_caller]
    pub fn wait_until(&self, what: &str, holds: impl Fn() -> bool) {
        self.wait_until_within(PATIENCE, what, || Ok(holds()));
    }

    #[track_caller]
    fn wait_until_within(&self, patience: Duration, what: &str, holds: impl Fn() -> Result<bool, String>) {
        let deadline = Instant::now() + patience;
        loop {
            let answer = holds();
            if answer == Ok(true) {
                return;
            }
            if Instant::now() > deadline {
                let shown = self.value("document.body.innerText.slice(0, 2000)");
                let console = self.session.console();
                panic!("not within {patience:?}: {what}\nanswer: {answer:?}\nconsole: {console:?}\npage: {shown}");
            }
            thread::sleep(Duration::from_millis(15));
        }
    }

    /// Waits until the figures are drawn; then also those in the fold are to be seen.
    pub fn ready(self) -> Self {
        self.wait("document.documentElement.dataset.ready === 'true'");
        self.run("document.querySelector('.further')?.setAttribute('open', '')", "");
        self
    }

    /// Waits until the numbers are checked, which comes last of all.
    pub fn checked(self) -> Self {
        self.run("document.dispatchEvent(new Event('budget-lens:wanted'))", "");
        self.wait("!/^(正在核对|Checking)/.test(document.querySelector('#checks figcaption').textContent)");
        self
    }

    /// The texts of all elements of a selector, with single spaces.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let script =
            "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.replace(/\\s+/g, ' ').trim())";
        let texts = self.run(script, selector);
        texts.as_array().into_iter().flatten().filter_map(Value::as_str).map(String::from).collect()
    }

    /// The text of the first element of a selector.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        self.texts(selector).into_iter().next().unwrap_or_else(|| panic!("there is no {selector}"))
    }

    /// A property of an element's computed style.
    pub fn style(&self, selector: &str, property: &str) -> String {
        let script = "const [s, p] = arguments[0]; return getComputedStyle(document.querySelector(s)).getPropertyValue(p).trim()";
        self.run(script, json!([selector, property])).as_str().unwrap_or_default().into()
    }

    /// Gives the window another size, and each of its pixels so many of the device's.
    pub fn resize(&self, width: u32, height: u32, ratio: f64) {
        self.session.resize(width, height, ratio);
        let as_sharp =
            if ENGINE.has(Need::PixelRatio) { format!("devicePixelRatio === {ratio}") } else { "true".into() };
        self.wait(&format!("innerHeight === {height} && {as_sharp}"));
    }

    /// What the server was asked for, so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.server.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The look back: the console is quiet, and no request went astray.
    fn look_back(&self) {
        let loud = |(level, message): &(String, String)| {
            // A page that is asked for another file has preloaded its own in vain; Chromium says so after some seconds.
            let in_vain = message.contains("?data=") && message.contains("preloaded using link preload but not used");
            let expected = in_vain || self.expected.iter().any(|text| message.contains(text));
            matches!(level.as_str(), "SEVERE" | "WARNING") && !expected
        };
        let loud: Vec<_> = self.session.console().into_iter().filter(loud).collect();
        assert!(loud.is_empty(), "the console says {loud:#?}");

        let names = self.value("performance.getEntriesByType('resource').map(e => e.name)");
        let own = |name: &str| {
            name.starts_with(&self.address())
                || self.others.iter().any(|other| name.starts_with(other))
                || name.starts_with("data:")
                // What a browser asks for by itself for a portal's page.
                || name.ends_with("/favicon.ico")
                || name.starts_with("blob:")
        };
        let away: Vec<_> =
            names.as_array().into_iter().flatten().filter_map(Value::as_str).filter(|name| !own(name)).collect();
        assert!(away.is_empty(), "requests left the page's folder: {away:?}");

        // Asked for a second time, a file has a query that no cache knows.
        let name = |asked: &Asked| asked.path.split('?').next().map(String::from);
        let missing =
            |asked: &Asked| self.missing.iter().any(|missing| name(asked) == Some(format!("{PREFIX}{missing}")));
        let astray: Vec<_> = self
            .asked()
            .into_iter()
            .filter(|a| a.method != "GET" || (![200, 302].contains(&a.status) && !missing(a)))
            .collect();
        assert!(astray.is_empty(), "the server was asked in vain: {astray:?}");
    }
}

/// No test can forget to look back.
impl Drop for Page {
    fn drop(&mut self) {
        if !thread::panicking() {
            self.look_back();
        }
    }
}
