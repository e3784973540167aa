//! The driver's HTTP: JSON there, JSON back, one connection a command. All that one driver on this
//! machine needs, its own commands included, which no general client offers.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value;

/// No command takes longer; a browser that hangs is a failure, not a wait.
const PATIENCE: Duration = Duration::from_mins(1);

/// The `value` of the driver's answer, or what the driver says is wrong.
pub fn call(driver: SocketAddr, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
    let answer = exchange(driver, method, path, body).map_err(|error| format!("{method} {path}: {error}"))?;
    let mut answer: Value = serde_json::from_slice(&answer).map_err(|error| format!("{method} {path}: {error}"))?;
    let value = answer["value"].take();
    match value.get("error") {
        Some(error) => Err(format!("{method} {path}: {error}: {}", value["message"].as_str().unwrap_or_default())),
        None => Ok(value),
    }
}

fn exchange(driver: SocketAddr, method: &str, path: &str, body: Option<&Value>) -> std::io::Result<Vec<u8>> {
    let body = body.map(Value::to_string).unwrap_or_default();
    let mut stream = TcpStream::connect(driver)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let length = body.len();
    let head =
        format!("{method} {path} HTTP/1.1\r\nHost: {driver}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
    stream.write_all((head + &body).as_bytes())?;

    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let line = line.trim_end().to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut answer = vec![0; length];
    reader.read_exact(&mut answer)?;
    Ok(answer)
}
