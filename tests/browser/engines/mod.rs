//! The engines that the tests run on, and what each of them cannot do.
//!
//! `ENGINE=firefox` or `ENGINE=webkit` chooses another than Chromium; this is the only place that reads it. A test that
//! needs what not every engine has says so in its first line: `if lacks(Need::Touch) { return; }`.

mod chromium;
mod firefox;
mod keeper;
mod marionette;
mod webkit;

use std::io::Write;
use std::sync::LazyLock;

use serde_json::Value;

use super::driver::Device;

/// An engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by the protocol that is built into it.
    Firefox,
    /// `WebKitGTK`, by its driver: the engine of Safari.
    WebKit,
}

/// The engine of this run.
pub static ENGINE: LazyLock<Engine> = LazyLock::new(|| match std::env::var("ENGINE").as_deref() {
    Ok("firefox") => Engine::Firefox,
    Ok("webkit") => Engine::WebKit,
    Ok("" | "chromium") | Err(_) => Engine::Chromium,
    Ok(other) => panic!("ENGINE is chromium, firefox or webkit, and not {other}"),
});

/// What a test may need that an engine, or its driver, does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Fingers that scroll, and not only tap.
    Touch,
    /// A window that is the active one, which a screen without a window manager has not: only there is the focus shown.
    ActiveWindow,
    /// Paper: the driver prints.
    Paper,
    /// Media that are not the screen's own: print, a wish for a dark page or for strong contrast.
    Media,
    /// Another number of device pixels a CSS pixel while the page is open.
    PixelRatio,
    /// A browser that runs no scripts.
    NoScripts,
    /// A network that is cut.
    NoNetwork,
    /// A slow network.
    SlowNetwork,
    /// A cache of what came from the network, which a browser that forgets all at its end may not have.
    HttpCache,
    /// The count of documents, nodes and listeners in the browser's memory.
    MemoryCounts,
}

impl Engine {
    /// Whether it has that.
    pub fn has(self, need: Need) -> bool {
        match self {
            Engine::Chromium => true,
            Engine::Firefox => !matches!(need, Need::Touch | Need::NoNetwork | Need::SlowNetwork | Need::MemoryCounts),
            Engine::WebKit => false,
        }
    }

    /// Starts a browser.
    pub fn start(self, device: Device) -> Box<dyn Browser> {
        match self {
            Engine::Chromium => Box::new(chromium::Chromium::start(device)),
            Engine::Firefox => Box::new(firefox::Firefox::start(device)),
            Engine::WebKit => Box::new(webkit::WebKit::start(device)),
        }
    }
}

/// Whether the engine of this run lacks what the test needs; then says that the test is skipped, in a line that is shown
/// although the test does not fail.
pub fn lacks(need: Need) -> bool {
    if ENGINE.has(need) {
        return false;
    }
    let thread = std::thread::current();
    let name = thread.name().unwrap_or_default();
    let _ = writeln!(std::io::stderr(), "skipped on {:?}, which lacks {need:?}: {name}", *ENGINE);
    true
}

/// A browser, as its engine's driver offers it.
pub trait Browser: Send {
    /// The answer to a command of the `WebDriver` protocol, such as `url`, or what the driver says is wrong.
    fn call(&self, method: &str, command: &str, body: Option<&Value>) -> Result<Value, String>;

    /// Has a script run before those of every page. False where the server has to put it into them.
    fn run_before(&self, script: &str) -> bool;

    /// Has pages see a medium, such as `print`, or a wish of the reader's, such as `prefers-color-scheme`: `dark`.
    fn media(&self, _medium: &str, _features: &[(&str, &str)]) {
        panic!("the test needs Media, and does not say so");
    }

    /// Gives the page's part of the window another size, and each of its pixels so many of the device's.
    fn resize(&self, width: u32, height: u32, ratio: f64);

    /// The page on paper of its own choice, as PDF in Base64.
    fn print(&self) -> Value {
        panic!("the test needs Paper, and does not say so");
    }

    /// Runs no script of any page from now on.
    fn forbid_scripts(&self) {
        panic!("the test needs NoScripts, and does not say so");
    }

    /// Cuts the network.
    fn cut_network(&self) {
        panic!("the test needs NoNetwork, and does not say so");
    }

    /// A command of the protocol that Chromium alone has (Chrome `DevTools`).
    fn chrome(&self, command: &str, _parameters: &Value) -> Value {
        panic!("only Chromium has {command}: the test says so by what it needs");
    }

    /// What the console has said since it was last asked: level and message.
    fn console(&self) -> Vec<(String, String)> {
        const TAKE: &str = "try { return (window.said || []).splice(0) } catch (error) { return [] }";
        let said = self.call("POST", "execute/sync", Some(&serde_json::json!({"script": TAKE, "args": []})));
        let said = said.unwrap_or_default();
        said.as_array()
            .into_iter()
            .flatten()
            .map(|text| ("SEVERE".into(), text.as_str().unwrap_or_default().into()))
            .collect()
    }

    /// Leaves nothing but one new tab, for the next test.
    fn renew(&self) -> Result<(), String>;
}

/// What the drivers of other engines do not tell: what the console is told, what does not load, what the policy forbids.
pub const LISTEN: &str = "{
    let said = window.said = window.said || [];
    try { said = top.said = top.said || said } catch (error) {}
    const say = (...words) => said.push(words.map(String).join(' '));
    for (const level of ['warn', 'error']) {
        const own = console[level];
        console[level] = (...words) => { say(...words); own.apply(console, words); };
    }
    addEventListener('error', event => {
        // Said of every page that lays out again what it has measured; Chromium does not show it.
        if (/^ResizeObserver loop/.test(event.message)) return;
        const from = event.target === window ? '' : event.target.src || event.target.href || '';
        if (event.target.tagName === 'IMG' || from.startsWith('blob:')) return;
        say(from ? `404 or no answer: ${from}` : `${event.message} ${event.filename}:${event.lineno}`);
    }, true);
    addEventListener('unhandledrejection', event => say('unhandled rejection:', event.reason));
    addEventListener('securitypolicyviolation', event => say('Content Security Policy:', event.violatedDirective, event.blockedURI));
}";
