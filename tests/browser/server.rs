//! A static server as plain as the plainest host, with the faults that tests ask for.

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::net::SocketAddr;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use tiny_http::{Header, Request, Response, Server};

/// The policy that a careful host sends, and that the page must work under.
pub const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// What is served, and how.
#[derive(Clone)]
pub struct Site {
    /// The folder.
    pub folder: PathBuf,
    /// The path it is served below, such as `/gov/budget/`; `/` for the root.
    pub prefix: String,
    /// The content security policy sent with everything.
    pub policy: Option<String>,
    /// The type that `.wasm` files are sent with.
    pub wasm_type: String,
    /// Files that are not in the folder, by name.
    pub extra: BTreeMap<String, Vec<u8>>,
    /// Files of the folder that are not served.
    pub hidden: Vec<String>,
}

impl Site {
    /// A folder at the root, without a policy.
    pub fn of(folder: impl AsRef<Path>) -> Self {
        Site {
            folder: folder.as_ref().into(),
            prefix: "/".into(),
            policy: None,
            wasm_type: "application/wasm".into(),
            extra: BTreeMap::new(),
            hidden: Vec::new(),
        }
    }
}

/// One request and its answer.
#[derive(Debug, Clone)]
#[allow(dead_code)] // the example that serves a folder does not ask
pub struct Asked {
    /// The method, such as `GET`.
    pub method: String,
    /// The path with its query.
    pub path: String,
    /// The status that was answered.
    pub status: u16,
}

/// A running server.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    /// What was asked for, in order.
    #[allow(dead_code)] // the example that serves a folder does not ask
    pub asked: Arc<Mutex<Vec<Asked>>>,
    thread: JoinHandle<()>,
}

impl Running {
    /// Serves until the process ends.
    #[allow(dead_code)] // tests end without waiting
    pub fn wait(self) {
        let _ = self.thread.join();
    }
}

/// Serves `site` at `address`; port 0 takes any free one.
pub fn start(address: &str, site: Site) -> Result<Running, Box<dyn std::error::Error + Send + Sync>> {
    let server = Arc::new(Server::http(address)?);
    let address = server.server_addr().to_ip().ok_or("no address")?;
    let asked = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&asked);
    let thread = thread::spawn(move || {
        for request in server.incoming_requests() {
            let (method, path) = (request.method().to_string(), request.url().to_string());
            // Noted before it is answered: who has the answer finds it in the list.
            let note = |status| log.lock().unwrap_or_else(PoisonError::into_inner).push(Asked { method, path, status });
            answer(request, &site, note);
        }
    });
    Ok(Running { address, asked, thread })
}

fn answer(request: Request, site: &Site, note: impl FnOnce(u16)) {
    let path = request.url().split('?').next().unwrap_or_default().to_string();
    let name = path.strip_prefix(&site.prefix).map(|name| if name.is_empty() { "index.html" } else { name }.to_string());
    let accepts_brotli = request.headers().iter().any(|h| h.field.equiv("accept-encoding") && h.value.as_str().contains("br"));
    let found = name.as_deref().and_then(|name| content(name, site, accepts_brotli));
    let (status, body, brotli) = found.map_or((404, b"not found".to_vec(), false), |(body, brotli)| (200, body, brotli));
    note(status);
    let kind = name.as_deref().map_or("text/plain", |name| media_type(name, &site.wasm_type));
    let mut headers = vec![("Content-Type", kind), ("Cache-Control", "no-cache")];
    headers.extend(site.policy.as_deref().map(|policy| ("Content-Security-Policy", policy)));
    if brotli {
        headers.push(("Content-Encoding", "br"));
    }
    let headers = headers.into_iter().filter_map(|(name, value)| Header::from_bytes(name, value).ok()).collect();
    let length = body.len();
    // A browser that goes away while it is answered is no fault of the server's.
    let _ = request.respond(Response::new(status.into(), headers, Cursor::new(body), Some(length), None));
}

/// The bytes of a file, and whether they are compressed.
fn content(name: &str, site: &Site, brotli: bool) -> Option<(Vec<u8>, bool)> {
    if let Some(bytes) = site.extra.get(name) {
        return Some((bytes.clone(), false));
    }
    let path = Path::new(name);
    if site.hidden.iter().any(|hidden| hidden == name) || !path.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let file = site.folder.join(path);
    if brotli && let Ok(bytes) = fs::read(site.folder.join(format!("{name}.br"))) {
        return Some((bytes, true));
    }
    fs::read(file).ok().map(|bytes| (bytes, false))
}

fn media_type<'a>(name: &str, wasm: &'a str) -> &'a str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => wasm,
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
