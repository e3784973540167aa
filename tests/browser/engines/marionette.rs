//! Marionette, the protocol that is built into Firefox: the commands of `WebDriver` under other names, as JSON on one
//! connection. Speaking it saves a driver that would have to be compiled for more than a minute.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::{Value, json};

/// No command takes longer; a browser that hangs is a failure, not a wait.
const PATIENCE: Duration = Duration::from_mins(1);

/// A connection.
pub struct Marionette {
    stream: BufReader<TcpStream>,
    count: u64,
}

impl Marionette {
    /// Connects to a Firefox that has just begun to listen.
    pub fn connect(port: u16) -> Result<Self, String> {
        let stream = TcpStream::connect(SocketAddr::from(([127, 0, 0, 1], port))).map_err(|error| error.to_string())?;
        stream.set_read_timeout(Some(PATIENCE)).map_err(|error| error.to_string())?;
        let mut new = Marionette { stream: BufReader::new(stream), count: 0 };
        new.read().map(|_| new)
    }

    /// The answer to a command under its own name, such as `WebDriver:Navigate`.
    pub fn say(&mut self, name: &str, parameters: &Value) -> Result<Value, String> {
        self.count += 1;
        let message = json!([0, self.count, name, parameters]).to_string();
        write!(self.stream.get_mut(), "{}:{message}", message.len()).map_err(|error| format!("{name}: {error}"))?;
        loop {
            let mut answer = self.read().map_err(|error| format!("{name}: {error}"))?;
            // After an answer that came too late, the next one is another command's.
            if answer[1] != self.count {
                continue;
            }
            let error = &answer[2];
            if !error.is_null() {
                return Err(format!("{name}: {}: {}", text(&error["error"]), text(&error["message"])));
            }
            let mut result = answer[3].take();
            let is_wrapped = result.as_object().is_some_and(|result| result.len() == 1 && result.contains_key("value"));
            return Ok(if is_wrapped { result["value"].take() } else { result });
        }
    }

    /// A message: its length, a colon, JSON.
    fn read(&mut self) -> Result<Value, String> {
        let mut length = Vec::new();
        self.stream.read_until(b':', &mut length).map_err(|error| error.to_string())?;
        length.pop();
        let length = String::from_utf8_lossy(&length).parse().map_err(|_| "the browser is gone".to_string())?;
        let mut message = vec![0; length];
        self.stream.read_exact(&mut message).map_err(|error| error.to_string())?;
        serde_json::from_slice(&message).map_err(|error| error.to_string())
    }
}

/// The name and the parameters of a command of `WebDriver`.
pub fn translated(method: &str, command: &str, body: Option<&Value>) -> (String, Value) {
    let parts: Vec<_> = command.split('/').collect();
    let mut parameters = body.cloned().unwrap_or_else(|| json!({}));
    let name = match (method, parts.as_slice()) {
        (_, ["url"]) => "Navigate",
        (_, ["back"]) => "Back",
        (_, ["forward"]) => "Forward",
        (_, ["refresh"]) => "Refresh",
        ("GET", ["window", "handles"]) => "GetWindowHandles",
        ("DELETE", ["window"]) => "CloseWindow",
        (_, ["window"]) => "SwitchToWindow",
        (_, ["window", "new"]) => "NewWindow",
        (_, ["window", "rect"]) => "SetWindowRect",
        (_, ["frame"]) => "SwitchToFrame",
        (_, ["element"]) => "FindElement",
        (_, ["element", id, "value"]) => {
            parameters["id"] = json!(id);
            "ElementSendKeys"
        }
        (_, ["execute", how]) => {
            // What a script has begun goes on when the next one comes.
            parameters["newSandbox"] = json!(false);
            if *how == "sync" { "ExecuteScript" } else { "ExecuteAsyncScript" }
        }
        (_, ["actions"]) => "PerformActions",
        (_, ["print"]) => "Print",
        _ => panic!("nobody has yet said what {method} {command} is called in Firefox"),
    };
    (format!("WebDriver:{name}"), parameters)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
