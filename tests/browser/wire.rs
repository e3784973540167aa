//! What is said to the driver and what it answers: JSON there, JSON back, its own commands included, which no client of
//! the protocol offers.

use std::fmt::Display;
use std::net::SocketAddr;
use std::sync::LazyLock;
use std::time::Duration;

use serde_json::Value;
use ureq::Agent;
use ureq::http::Request;

/// No command takes longer; a browser that hangs is a failure, not a wait.
const PATIENCE: Duration = Duration::from_mins(1);
/// No answer is larger: pictures of a page are some million bytes.
const MAX_BYTES: u64 = 1 << 28;

static AGENT: LazyLock<Agent> = LazyLock::new(|| {
    // What the driver says is wrong comes with a status of its own.
    Agent::config_builder().timeout_global(Some(PATIENCE)).http_status_as_error(false).build().into()
});

/// The `value` of the driver's answer, or what the driver says is wrong.
pub fn call(driver: SocketAddr, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
    let told = |error: &dyn Display| format!("{method} {path}: {error}");
    let request = Request::builder().method(method).uri(format!("http://{driver}{path}"));
    let answer = match body {
        Some(body) => AGENT.run(request.body(body.to_string()).map_err(|error| told(&error))?),
        None => AGENT.run(request.body(()).map_err(|error| told(&error))?),
    };
    let mut answer = answer.map_err(|error| told(&error))?;
    let read = answer.body_mut().with_config().limit(MAX_BYTES).read_json();
    let value = read.map_err(|error| told(&error)).map(|mut answer: Value| answer["value"].take())?;
    match value.get("error") {
        Some(error) => Err(told(&format!("{error}: {}", value["message"].as_str().unwrap_or_default()))),
        None => Ok(value),
    }
}
