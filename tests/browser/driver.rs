//! One chromedriver for all tests, and the browsers that it opens.
//!
//! Starting a browser costs as much as the page does, so one that a test leaves clean is taken by the next. What a
//! test does to it stays in the tab: scripts added, sizes and media emulated, the network cut. A tab is never used
//! twice. What sites store is told apart by their origin, and servers run until the last test is done: no test gets
//! the origin of another.

use std::cell::Cell;
use std::fs;
use std::io::{BufRead, BufReader, Lines};
use std::net::SocketAddr;
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Condvar, LazyLock, Mutex, PoisonError};

use serde_json::{Value, json};

use super::wire;

/// Browsers that run at once: on two cores a third would only make all three slow.
const SEATS: usize = 2;

static DRIVER: LazyLock<Driver> = LazyLock::new(Driver::start);
static FREE: (Mutex<usize>, Condvar) = (Mutex::new(SEATS), Condvar::new());
/// Browsers that wait for the next test, each with one new tab.
static IDLE: Mutex<Vec<(Device, String)>> = Mutex::new(Vec::new());
/// The parts of the browser's protocol whose commands end with the tab.
const OF_THE_TAB: [&str; 3] = ["Emulation.", "Network.emulate", "Page."];

struct Driver {
    address: SocketAddr,
    /// Held open: when this process ends, however it ends, the shell reads the end of its input.
    _shell: Child,
    /// Held open too, for a driver that may not write would stop.
    _output: Lines<BufReader<ChildStdout>>,
}

impl Driver {
    /// Starts a driver on a free port, under a shell that ends it when the tests are gone: statics
    /// are never dropped, and a test run that is killed runs no code at all. The shell leads a
    /// group of its own, so that no browser that is still open is left behind, nor its files.
    fn start() -> Self {
        let keep = "chromedriver --port=0 & read -r _; trap '' TERM; kill 0; wait; sleep 1; rm -rf \"$TMPDIR\"";
        let scratch = std::env::temp_dir().join(format!("budget-lens-{}", std::process::id()));
        fs::create_dir_all(&scratch).expect("the folder for temporary files can be written to");
        let mut shell = Command::new("sh")
            .args(["-c", keep])
            .env("TMPDIR", scratch)
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a shell");
        let mut output = BufReader::new(shell.stdout.take().expect("it is piped")).lines();
        let started = output.by_ref().map_while(Result::ok).find_map(|line| {
            let port = line.split_once("started successfully on port ")?.1;
            port.trim_end_matches('.').parse().ok()
        });
        let port: u16 =
            started.expect("chromedriver does not start. `make setup` says what is missing and installs it");
        Driver { address: SocketAddr::from(([127, 0, 0, 1], port)), _shell: shell, _output: output }
    }
}

/// What the reader holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Device {
    /// A phone of 390 × 844 pixels at three device pixels each, with a finger.
    Phone,
    /// A desk's window, with a mouse.
    Desk,
    /// Such a phone, whose driver does not wait until a page has loaded: some never do.
    Impatient,
}

/// A browser that nobody else uses; afterwards it is closed, or waits for the next test.
pub struct Session {
    id: String,
    device: Device,
    /// Whether another test could notice that this one was here.
    spoilt: Cell<bool>,
    _seat: Seat,
}

impl Session {
    /// Takes a browser, as soon as there is a seat for it.
    pub fn open(device: Device) -> Self {
        let seat = Seat::take();
        let idle = {
            let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
            idle.iter().position(|(holds, _)| *holds == device).map(|i| idle.swap_remove(i).1)
        };
        Session { id: idle.unwrap_or_else(|| start(device)), device, spoilt: Cell::new(false), _seat: seat }
    }

    /// Has the browser closed afterwards, whatever else the test does.
    pub fn spoil(&self) {
        self.spoilt.set(true);
    }

    /// The answer to a command with a body.
    pub fn post(&self, command: &str, body: &Value) -> Value {
        self.try_post(command, body).unwrap_or_else(|error| panic!("{error}"))
    }

    /// The answer to a command with a body, or what the driver says is wrong.
    pub fn try_post(&self, command: &str, body: &Value) -> Result<Value, String> {
        wire::call(DRIVER.address, "POST", &format!("/session/{}/{command}", self.id), Some(body))
    }

    /// The answer to a question.
    pub fn get(&self, command: &str) -> Value {
        let path = format!("/session/{}/{command}", self.id);
        wire::call(DRIVER.address, "GET", &path, None).unwrap_or_else(|error| panic!("{error}"))
    }

    /// A command of the browser's own protocol (Chrome `DevTools`).
    pub fn chrome(&self, command: &str, parameters: &Value) -> Value {
        if !OF_THE_TAB.iter().any(|part| command.starts_with(part)) {
            self.spoil();
        }
        self.post("goog/cdp/execute", &json!({"cmd": command, "params": parameters}))
    }

    /// What the console has said since it was last asked: level and message.
    pub fn console(&self) -> Vec<(String, String)> {
        let entries = self.post("se/log", &json!({"type": "browser"}));
        let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
        entries.as_array().into_iter().flatten().map(|entry| (text(&entry["level"]), text(&entry["message"]))).collect()
    }
}

/// Starts a browser; the answer is its session's id.
fn start(device: Device) -> String {
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
        "pageLoadStrategy": if device == Device::Impatient { "none" } else { "normal" },
        "goog:chromeOptions": chrome,
        "goog:loggingPrefs": {"browser": "ALL"},
    });
    let body = json!({"capabilities": {"alwaysMatch": wanted}});
    let session = wire::call(DRIVER.address, "POST", "/session", Some(&body)).expect("a browser");
    session["sessionId"].as_str().expect("a session has an id").into()
}

/// Leaves nothing in a browser but one new tab, and an empty console.
fn renew(id: &str) -> Result<(), String> {
    let call = |method, command: &str, body| {
        wire::call(DRIVER.address, method, &format!("/session/{id}/{command}"), Some(&body))
    };
    let old = wire::call(DRIVER.address, "GET", &format!("/session/{id}/window/handles"), None)?;
    let new = call("POST", "window/new", json!({"type": "tab"}))?;
    for handle in old.as_array().into_iter().flatten().chain([&new["handle"]]) {
        call("POST", "window", json!({"handle": handle}))?;
        if *handle != new["handle"] {
            wire::call(DRIVER.address, "DELETE", &format!("/session/{id}/window"), None)?;
        }
    }
    call("POST", "se/log", json!({"type": "browser"})).map(drop)
}

impl Drop for Session {
    fn drop(&mut self) {
        // After a failure nobody knows what it has left.
        if !self.spoilt.get() && !std::thread::panicking() && renew(&self.id).is_ok() {
            let id = std::mem::take(&mut self.id);
            IDLE.lock().unwrap_or_else(PoisonError::into_inner).push((self.device, id));
        } else {
            // One that is gone already needs no closing.
            let _ = wire::call(DRIVER.address, "DELETE", &format!("/session/{}", self.id), None);
        }
    }
}

/// The right to run a browser.
struct Seat;

impl Seat {
    fn take() -> Self {
        let (free, freed) = &FREE;
        let free = free.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free = freed.wait_while(free, |free| *free == 0).unwrap_or_else(PoisonError::into_inner);
        *free -= 1;
        Seat
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let (free, freed) = &FREE;
        *free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        freed.notify_one();
    }
}
