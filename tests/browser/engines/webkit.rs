//! `WebKitGTK`: a driver and a screen for each browser, since a driver has one browser at a time.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::super::driver::Device;
use super::super::wire;
use super::Browser;
use super::keeper::Keeper;

/// A window may be as narrow as a phone: its bar has no room for anything.
const NARROW: &str =
    "* { padding: 0; margin: 0; min-width: 0; min-height: 0; font-size: 1px; } image { -gtk-icon-source: none; }";
/// What its driver takes to listen.
const PATIENCE: Duration = Duration::from_secs(30);

/// A `WebKitGTK` with a driver of its own.
pub struct WebKit {
    driver: SocketAddr,
    id: String,
    /// Ends both.
    _keeper: Keeper,
}

impl WebKit {
    /// Starts a browser on a screen of its own.
    pub fn start(device: Device) -> Self {
        let scratch = Keeper::scratch();
        fs::create_dir_all(scratch.join("gtk-3.0"))
            .and_then(|()| fs::write(scratch.join("gtk-3.0/gtk.css"), NARROW))
            .expect("the folder for temporary files can be written to");
        let (width, height, scale) = match device {
            Device::Desk => (1280, 1000, "1"),
            Device::Phone | Device::Impatient => (390, 844, "3"),
        };
        let port = free_port();
        // Xvfb writes the number of its screen where it is told to, when it is ready.
        let line = format!(
            "{{ mkfifo \"$TMPDIR/screen\"; Xvfb -displayfd 3 -screen 0 2000x3500x24 -nolisten tcp 3>\"$TMPDIR/screen\" & \
             read -r screen <\"$TMPDIR/screen\"; DISPLAY=:$screen exec WebKitWebDriver --port={port}; }}"
        );
        let folder = scratch.display().to_string();
        let variables = [
            ("GDK_SCALE", scale),
            ("XDG_CONFIG_HOME", folder.as_str()),
            ("XDG_CACHE_HOME", folder.as_str()),
            ("XDG_DATA_HOME", folder.as_str()),
        ];
        let keeper = Keeper::start(&line, &scratch, &variables);
        let driver = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect(driver).is_err() {
            assert!(
                Instant::now() < deadline,
                "WebKitWebDriver or Xvfb does not start. `make test-engines` installs them"
            );
            thread::sleep(Duration::from_millis(30));
        }
        let body = json!({"capabilities": {"alwaysMatch": {"pageLoadStrategy": device.patience()}}});
        let session = wire::call(driver, "POST", "/session", Some(&body)).unwrap_or_else(|error| panic!("{error}"));
        let new =
            WebKit { driver, id: session["sessionId"].as_str().expect("a session has an id").into(), _keeper: keeper };
        new.fit(width, height);
        new
    }

    /// Gives the page's part of the window this size.
    fn fit(&self, width: u32, height: u32) {
        let call = |command, body| self.call("POST", command, Some(&body)).unwrap_or_else(|error| panic!("{error}"));
        let script = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        // The bar's height is known when there is a window.
        for _ in 0..2 {
            let around = call("execute/sync", json!({"script": script, "args": []}));
            let [wide, high] = [0, 1].map(|i| around[i].as_u64().unwrap_or_default());
            call("window/rect", json!({"width": u64::from(width) + wide, "height": u64::from(height) + high}));
        }
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("it has one").port()
}

impl Browser for WebKit {
    fn call(&self, method: &str, command: &str, body: Option<&Value>) -> Result<Value, String> {
        wire::call(self.driver, method, &format!("/session/{}/{command}", self.id), body)
    }

    fn run_before(&self, _script: &str) -> bool {
        false
    }

    fn resize(&self, width: u32, height: u32, _ratio: f64) {
        self.fit(width, height);
    }

    fn renew(&self) -> Result<(), String> {
        Err("the bar of a window with a second tab is higher".into())
    }
}

impl Drop for WebKit {
    fn drop(&mut self) {
        let _ = wire::call(self.driver, "DELETE", &format!("/session/{}", self.id), None);
    }
}
