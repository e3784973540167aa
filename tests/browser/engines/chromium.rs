//! Chromium, by chromedriver: one driver for all tests.

use std::net::SocketAddr;
use std::sync::LazyLock;

use serde_json::{Value, json};

use super::super::driver::Device;
use super::super::wire;
use super::Browser;
use super::keeper::Keeper;

static DRIVER: LazyLock<(SocketAddr, Keeper)> = LazyLock::new(|| {
    let mut keeper = Keeper::start("chromedriver --port=0", &Keeper::scratch(), &[]);
    let port = keeper.find(|line| {
        let port = line.split_once("started successfully on port ")?.1;
        port.trim_end_matches('.').parse::<u16>().ok()
    });
    let port = port.expect("chromedriver does not start. `make setup` says what is missing and installs it");
    (SocketAddr::from(([127, 0, 0, 1], port)), keeper)
});

/// A session of chromedriver.
pub struct Chromium {
    id: String,
    device: Device,
}

impl Chromium {
    /// Starts a browser.
    pub fn start(device: Device) -> Self {
        // Containers run tests as root, with little shared memory.
        let mut chrome = json!({"args": ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage"]});
        match device {
            Device::Phone | Device::Impatient => {
                let metrics = json!({"width": 390, "height": 844, "pixelRatio": 3.0, "touch": true});
                chrome["mobileEmulation"] = json!({"deviceMetrics": metrics});
            }
            Device::Desk => chrome["args"].as_array_mut().expect("a list").push("--window-size=1280,1000".into()),
        }
        let wanted = json!({
            "browserName": "chrome",
            "pageLoadStrategy": device.patience(),
            "goog:chromeOptions": chrome,
            "goog:loggingPrefs": {"browser": "ALL"},
        });
        let body = json!({"capabilities": {"alwaysMatch": wanted}});
        let session = wire::call(DRIVER.0, "POST", "/session", Some(&body)).expect("a browser");
        Chromium { id: session["sessionId"].as_str().expect("a session has an id").into(), device }
    }
}

impl Browser for Chromium {
    fn call(&self, method: &str, command: &str, body: Option<&Value>) -> Result<Value, String> {
        wire::call(DRIVER.0, method, &format!("/session/{}/{command}", self.id), body)
    }

    fn run_before(&self, script: &str) -> bool {
        self.chrome("Page.addScriptToEvaluateOnNewDocument", &json!({"source": script}));
        true
    }

    fn media(&self, medium: &str, features: &[(&str, &str)]) {
        let features: Vec<_> = features.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
        self.chrome("Emulation.setEmulatedMedia", &json!({"media": medium, "features": features}));
    }

    fn resize(&self, width: u32, height: u32, ratio: f64) {
        let is_mobile = self.device != Device::Desk;
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": ratio, "mobile": is_mobile});
        self.chrome("Emulation.setDeviceMetricsOverride", &metrics);
    }

    fn print(&self) -> Value {
        self.chrome("Page.printToPDF", &json!({"preferCSSPageSize": true}))["data"].take()
    }

    fn forbid_scripts(&self) {
        self.chrome("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
    }

    fn cut_network(&self) {
        let offline = json!({"offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
        self.chrome("Network.enable", &json!({}));
        self.chrome("Network.emulateNetworkConditions", &offline);
    }

    fn chrome(&self, command: &str, parameters: &Value) -> Value {
        let body = json!({"cmd": command, "params": parameters});
        self.call("POST", "goog/cdp/execute", Some(&body)).unwrap_or_else(|error| panic!("{error}"))
    }

    fn console(&self) -> Vec<(String, String)> {
        let entries =
            self.call("POST", "se/log", Some(&json!({"type": "browser"}))).unwrap_or_else(|error| panic!("{error}"));
        let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
        entries.as_array().into_iter().flatten().map(|entry| (text(&entry["level"]), text(&entry["message"]))).collect()
    }

    fn renew(&self) -> Result<(), String> {
        new_tab(self)?;
        self.call("POST", "se/log", Some(&json!({"type": "browser"}))).map(drop)
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // One that is gone already needs no closing.
        let _ = wire::call(DRIVER.0, "DELETE", &format!("/session/{}", self.id), None);
    }
}

/// Opens a new tab, and closes all others.
pub fn new_tab(browser: &impl Browser) -> Result<(), String> {
    let old = browser.call("GET", "window/handles", None)?;
    let new = browser.call("POST", "window/new", Some(&json!({"type": "tab"})))?;
    for handle in old.as_array().into_iter().flatten().chain([&new["handle"]]) {
        browser.call("POST", "window", Some(&json!({"handle": handle})))?;
        if *handle != new["handle"] {
            browser.call("DELETE", "window", None)?;
        }
    }
    Ok(())
}
