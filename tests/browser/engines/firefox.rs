//! Firefox: a process for each browser, which is spoken to directly.

use std::cell::Cell;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::super::driver::Device;
use super::keeper::Keeper;
use super::marionette::{Marionette, translated};
use super::{Browser, chromium};

/// What it would otherwise do by itself: ask the network, tell its maker, offer things.
const QUIET: &str = r#"
user_pref("marionette.port", 0);
user_pref("app.update.auto", false);
user_pref("app.normandy.enabled", false);
user_pref("browser.region.network.url", "");
user_pref("browser.safebrowsing.downloads.remote.enabled", false);
user_pref("browser.translations.enable", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("dom.disable_open_during_load", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("toolkit.telemetry.server", "");
user_pref("toolkit.legacyUserProfileCustomizations.stylesheets", true);
user_pref("widget.gtk.overlay-scrollbars.enabled", true);
"#;
/// A window may be as narrow as a phone.
const NARROW: &str = ":root { min-width: 0 !important; min-height: 0 !important; }";
/// Starting takes a second; with others beside it on a busy machine much longer.
const PATIENCE: Duration = Duration::from_mins(1);

/// A Firefox with a profile of its own.
pub struct Firefox {
    connection: Mutex<Marionette>,
    /// Whether the next test could notice what was set here: settings are the whole browser's.
    spoilt: Cell<bool>,
    is_impatient: bool,
    /// Ends it.
    _keeper: Keeper,
}

impl Firefox {
    /// Starts a browser.
    pub fn start(device: Device) -> Self {
        let profile = Keeper::scratch();
        let (width, height, own) = match device {
            Device::Desk => (1280, 1000, String::new()),
            Device::Phone | Device::Impatient => (390, 844, phone()),
        };
        let write = |name: &str, text: &str| fs::write(profile.join(name), text);
        fs::create_dir_all(profile.join("chrome"))
            .and_then(|()| write("user.js", &(String::from(QUIET) + &own)))
            .and_then(|()| write("chrome/userChrome.css", NARROW))
            .expect("the folder for temporary files can be written to");
        // Files are chosen as a reader does, by their path, and a script of the test may look at the browser itself.
        let line = "\"$(command -v firefox-esr || command -v firefox)\" --headless --marionette --remote-allow-system-access \
                    --no-remote --profile \"$TMPDIR\"";
        let room = [("MOZ_HEADLESS_WIDTH", "2000"), ("MOZ_HEADLESS_HEIGHT", "4000")];
        let keeper = Keeper::start(line, &profile, &room);
        let mut connection = listens(&profile);
        let wanted = json!({"pageLoadStrategy": device.patience(), "acceptInsecureCerts": false});
        let begun = connection.say("WebDriver:NewSession", &json!({"capabilities": {"alwaysMatch": wanted}}));
        begun.unwrap_or_else(|error| panic!("{error}"));
        let new = Firefox {
            connection: Mutex::new(connection),
            spoilt: Cell::new(false),
            is_impatient: device == Device::Impatient,
            _keeper: keeper,
        };
        new.fit(width, height);
        new
    }

    /// Runs a script in the browser itself, beside the tab's `context` and the browser's `Services`.
    fn inside(&self, script: &str, argument: &Value) -> Value {
        let script = format!("const context = gBrowser.selectedBrowser.browsingContext; {script}");
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let mut say =
            |name: &str, parameters: Value| connection.say(name, &parameters).unwrap_or_else(|error| panic!("{error}"));
        say("Marionette:SetContext", json!({"value": "chrome"}));
        let answer = say("WebDriver:ExecuteScript", json!({"script": script, "args": [argument]}));
        say("Marionette:SetContext", json!({"value": "content"}));
        answer
    }

    /// Gives the page's part of the window this size.
    fn fit(&self, width: u32, height: u32) {
        let look = "const {clientWidth, clientHeight} = gBrowser.selectedBrowser;
            return [outerWidth - clientWidth, outerHeight - clientHeight, clientWidth, clientHeight]";
        // After another number of pixels the window takes its time.
        for _ in 0..40 {
            let [wide, high, now_wide, now_high] = {
                let seen = self.inside(look, &Value::Null);
                [0, 1, 2, 3].map(|i| seen[i].as_u64().unwrap_or_default())
            };
            if (now_wide, now_high) == (u64::from(width), u64::from(height)) {
                break;
            }
            let rect = json!({"width": u64::from(width) + wide, "height": u64::from(height) + high});
            self.call("POST", "window/rect", Some(&rect)).unwrap_or_else(|error| panic!("{error}"));
            thread::sleep(Duration::from_millis(50));
        }
    }
}

/// What makes it a phone.
fn phone() -> String {
    "user_pref(\"layout.css.devPixelsPerPx\", \"3\");\nuser_pref(\"dom.w3c_touch_events.enabled\", 1);\n\
     user_pref(\"ui.useOverlayScrollbars\", 1);\n"
        .into()
}

/// Waits until it has written down where it listens.
fn listens(profile: &Path) -> Marionette {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let port =
            fs::read_to_string(profile.join("MarionetteActivePort")).ok().and_then(|port| port.trim().parse().ok());
        if let Some(connection) = port.and_then(|port| Marionette::connect(port).ok()) {
            return connection;
        }
        assert!(Instant::now() < deadline, "firefox-esr does not start. `make test-engines` installs it");
        thread::sleep(Duration::from_millis(30));
    }
}

impl Browser for Firefox {
    fn call(&self, method: &str, command: &str, body: Option<&Value>) -> Result<Value, String> {
        // It waits for the first bytes of a page, whatever is asked for.
        let run = |script: &str, argument: &Value| json!({"script": script, "args": [argument]});
        let impatient = match command {
            "refresh" => Some(run("location.reload()", &Value::Null)),
            "url" => body.map(|body| run("location.href = arguments[0]", &body["url"])),
            _ => None,
        };
        let (name, parameters) = match impatient.filter(|_| self.is_impatient) {
            Some(script) => translated(method, "execute/sync", Some(&script)),
            None => translated(method, command, body),
        };
        self.connection.lock().unwrap_or_else(PoisonError::into_inner).say(&name, &parameters)
    }

    fn run_before(&self, _script: &str) -> bool {
        false
    }

    fn media(&self, medium: &str, features: &[(&str, &str)]) {
        self.spoilt.set(true);
        let dark = features.iter().find(|(name, _)| *name == "prefers-color-scheme").map(|(_, value)| *value);
        let set = "const [medium, theme] = arguments[0];
            context.mediumOverride = medium;
            Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', {dark: 0, light: 1}[theme] ?? 2);";
        self.inside(set, &json!([medium, dark]));
    }

    fn resize(&self, width: u32, height: u32, ratio: f64) {
        self.spoilt.set(true);
        self.inside("Services.prefs.setCharPref('layout.css.devPixelsPerPx', String(arguments[0]))", &json!(ratio));
        self.fit(width, height);
    }

    fn print(&self) -> Value {
        let paper = json!({"page": {"width": 21.0, "height": 29.7}, "background": false});
        self.call("POST", "print", Some(&paper)).unwrap_or_else(|error| panic!("{error}"))
    }

    fn forbid_scripts(&self) {
        self.inside("context.allowJavascript = false", &Value::Null);
    }

    fn renew(&self) -> Result<(), String> {
        if self.spoilt.get() { Err("settings have been changed".into()) } else { chromium::new_tab(self) }
    }
}
