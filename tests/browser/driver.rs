//! The browsers of all tests.
//!
//! Starting a browser costs as much as the page does, so one that a test leaves clean is taken by the next. What a
//! test does to it stays in the tab: scripts added, sizes and media emulated. A tab is never used
//! twice. What sites store is told apart by their origin, and servers run until the last test is done: no test gets
//! the origin of another.

use std::cell::{Cell, RefCell};
use std::sync::{Condvar, Mutex, PoisonError};

use serde_json::Value;

use super::engines::{Browser, ENGINE};

/// Tests that run browsers at once: on two cores a third would only make all three slow.
const SEATS: usize = 2;

static FREE: (Mutex<usize>, Condvar) = (Mutex::new(SEATS), Condvar::new());
/// Browsers that wait for the next test, each with one new tab.
static IDLE: Mutex<Vec<(Device, Box<dyn Browser>)>> = Mutex::new(Vec::new());
/// The parts of Chromium's own protocol whose commands end with the tab.
const OF_THE_TAB: [&str; 3] = ["Emulation.", "Network.emulate", "Page."];

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

impl Device {
    /// How long its driver waits for a page, as drivers call it.
    pub fn patience(self) -> &'static str {
        if self == Device::Impatient { "none" } else { "normal" }
    }
}

/// A browser that nobody else uses; afterwards it is closed, or waits for the next test.
pub struct Session {
    /// It is there until the session ends.
    browser: Option<Box<dyn Browser>>,
    device: Device,
    /// Its windows in the order in which tests met them.
    pub windows: RefCell<Vec<String>>,
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
        let browser = Some(idle.unwrap_or_else(|| ENGINE.start(device)));
        Session { browser, device, windows: RefCell::default(), spoilt: Cell::new(false), _seat: seat }
    }

    /// Has the browser closed afterwards, whatever else the test does.
    pub fn spoil(&self) {
        self.spoilt.set(true);
    }

    fn browser(&self) -> &dyn Browser {
        self.browser.as_deref().expect("it is there until the session ends")
    }

    /// The answer to a command with a body.
    pub fn post(&self, command: &str, body: &Value) -> Value {
        self.try_post(command, body).unwrap_or_else(|error| panic!("{error}"))
    }

    /// The answer to a command with a body, or what the driver says is wrong.
    pub fn try_post(&self, command: &str, body: &Value) -> Result<Value, String> {
        self.browser().call("POST", command, Some(body))
    }

    /// The answer to a question.
    pub fn get(&self, command: &str) -> Value {
        self.browser().call("GET", command, None).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Has a script run before those of every page. False where the server has to put it into them.
    pub fn run_before(&self, script: &str) -> bool {
        self.browser().run_before(script)
    }

    /// Has the page see a medium, such as `print`, or a wish of the reader's, such as `prefers-color-scheme`: `dark`. An
    /// empty medium is the screen.
    pub fn media(&self, medium: &str, features: &[(&str, &str)]) {
        self.browser().media(medium, features);
    }

    /// Gives the page's part of the window another size, and each of its pixels so many of the device's.
    pub fn resize(&self, width: u32, height: u32, ratio: f64) {
        self.browser().resize(width, height, ratio);
    }

    /// The page on paper of its own choice, as PDF in Base64.
    pub fn print(&self) -> Value {
        self.browser().print()
    }

    /// Runs no script of any page from now on.
    pub fn forbid_scripts(&self) {
        self.browser().forbid_scripts();
    }

    /// Cuts the network.
    pub fn cut_network(&self) {
        self.spoil();
        self.browser().cut_network();
    }

    /// A command of the protocol that Chromium alone has (Chrome `DevTools`).
    pub fn chrome(&self, command: &str, parameters: &Value) -> Value {
        if !OF_THE_TAB.iter().any(|part| command.starts_with(part)) {
            self.spoil();
        }
        self.browser().chrome(command, parameters)
    }

    /// What the console has said since it was last asked: level and message.
    pub fn console(&self) -> Vec<(String, String)> {
        self.browser().console()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // After a failure nobody knows what it has left.
        let Some(browser) = self.browser.take() else { return };
        if !self.spoilt.get() && !std::thread::panicking() && browser.renew().is_ok() {
            IDLE.lock().unwrap_or_else(PoisonError::into_inner).push((self.device, browser));
        }
    }
}

thread_local! {
    /// How many browsers this thread's test has now.
    static OWN: Cell<usize> = const { Cell::new(0) };
}

/// The right to run browsers. A test that has one takes more without waiting: two that waited for each other's would
/// wait for ever, and only one of a test's browsers is busy at a time.
struct Seat;

impl Seat {
    fn take() -> Self {
        if OWN.replace(OWN.get() + 1) == 0 {
            let (free, freed) = &FREE;
            let free = free.lock().unwrap_or_else(PoisonError::into_inner);
            *freed.wait_while(free, |free| *free == 0).unwrap_or_else(PoisonError::into_inner) -= 1;
        }
        Seat
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        OWN.set(OWN.get() - 1);
        if OWN.get() == 0 {
            let (free, freed) = &FREE;
            *free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
            freed.notify_one();
        }
    }
}
