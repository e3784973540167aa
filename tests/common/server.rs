//! A static server as plain as the plainest host, with the faults that tests ask for.
//!
//! A thread a connection: a browser opens six at once and keeps them, and a server with a pool of
//! threads would let some of them wait for the others to close.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How a host fails to serve a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(dead_code)] // the example that serves a folder has no faults
pub enum Fault {
    /// It answers with status 500.
    Error,
    /// The connection ends in the middle.
    Cut,
    /// There is nothing in it.
    Empty,
    /// A web page comes in its place, with status 200.
    Html,
    /// There is no answer, as long as the fault lasts.
    Silent,
}

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
    /// Names that lead elsewhere, and where.
    pub moved: BTreeMap<String, String>,
    /// Whether pages of any other site may read what is served.
    pub shared: bool,
    /// Files that are not in the folder, by name.
    pub extra: BTreeMap<String, Vec<u8>>,
    /// Files of the folder that are not served.
    pub hidden: Vec<String>,
    /// Files that are served wrongly, by name.
    pub faults: BTreeMap<String, Fault>,
    /// A script that runs in every page before its own scripts.
    pub before: Option<String>,
    /// Out of reach: connections are closed without an answer.
    pub away: bool,
}

impl Site {
    /// A folder at the root, without a policy.
    pub fn of(folder: impl AsRef<Path>) -> Self {
        Site {
            folder: folder.as_ref().into(),
            prefix: "/".into(),
            policy: None,
            wasm_type: "application/wasm".into(),
            moved: BTreeMap::new(),
            shared: false,
            extra: BTreeMap::new(),
            hidden: Vec::new(),
            faults: BTreeMap::new(),
            before: None,
            away: false,
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
    site: Arc<RwLock<Site>>,
    thread: JoinHandle<()>,
}

impl Running {
    /// Changes what is served, or how, from the next request on.
    #[allow(dead_code)] // the example that serves a folder serves it as it is
    pub fn change(&self, change: impl FnOnce(&mut Site)) {
        change(&mut self.site.write().unwrap_or_else(PoisonError::into_inner));
    }

    /// A server that runs somewhere else; what it is asked is not known.
    #[allow(dead_code)] // the example that serves a folder does so itself
    pub fn elsewhere(address: SocketAddr) -> Self {
        let site = Arc::new(RwLock::new(Site::of("")));
        Running { address, asked: Arc::default(), site, thread: thread::spawn(|| ()) }
    }

    /// Serves until the process ends.
    #[allow(dead_code)] // tests end without waiting
    pub fn wait(self) {
        let _ = self.thread.join();
    }
}

/// Serves `site` at `address`; port 0 takes any free one.
pub fn start(address: &str, site: Site) -> io::Result<Running> {
    let listener = TcpListener::bind(address)?;
    let address = listener.local_addr()?;
    let asked = Arc::new(Mutex::new(Vec::new()));
    let site = Arc::new(RwLock::new(site));
    let (log, served) = (Arc::clone(&asked), Arc::clone(&site));
    let thread = thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (log, site) = (Arc::clone(&log), Arc::clone(&served));
            // A browser that goes away while it is answered is no fault of the server's.
            thread::spawn(move || drop(converse(&stream, &site, &log)));
        }
    });
    Ok(Running { address, asked, site, thread })
}

/// Answers one request after the other, until the browser closes the connection.
fn converse(stream: &TcpStream, site: &RwLock<Site>, log: &Mutex<Vec<Asked>>) -> io::Result<()> {
    let (mut reader, mut writer) = (BufReader::new(stream), stream);
    loop {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if reader.read_line(&mut head)? == 0 {
                return Ok(());
            }
        }
        let mut words = head.split(' ');
        let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let brotli =
            head.lines().any(|line| line.to_ascii_lowercase().starts_with("accept-encoding:") && line.contains("br"));
        let (status, head, body, fault) = {
            let site = site.read().unwrap_or_else(PoisonError::into_inner);
            if site.away {
                return Ok(());
            }
            let (status, head, body) = answer(method, path, brotli, &site);
            (status, head, body, fault(path, &site))
        };
        // Noted before it is answered: who has the answer finds it in the list.
        let asked = Asked { method: method.into(), path: path.into(), status };
        log.lock().unwrap_or_else(PoisonError::into_inner).push(asked);
        match fault {
            // Until the host is mended: then the connection ends.
            Some(Fault::Silent) => {
                let is_silent = |site: &Site| self::fault(path, site) == Some(Fault::Silent);
                while is_silent(&site.read().unwrap_or_else(PoisonError::into_inner)) {
                    thread::sleep(Duration::from_millis(20));
                }
                return Ok(());
            }
            Some(Fault::Cut) => {
                writer.write_all(head.as_bytes())?;
                return writer.write_all(&body[..body.len() / 2]);
            }
            _ => writer.write_all(head.as_bytes())?,
        }
        writer.write_all(&body)?;
        if method != "GET" && method != "HEAD" {
            // What else was sent with it is not read.
            return Ok(());
        }
    }
}

/// The file's name that a path asks for, without its query.
fn name<'p>(path: &'p str, site: &Site) -> Option<&'p str> {
    path.split('?').next().unwrap_or_default().strip_prefix(&site.prefix)
}

fn fault(path: &str, site: &Site) -> Option<Fault> {
    site.faults.get(name(path, site)?).copied()
}

/// The status, the head and the body of an answer.
fn answer(method: &str, path: &str, brotli: bool, site: &Site) -> (u16, String, Vec<u8>) {
    let fault = fault(path, site);
    let name = name(path, site);
    let is_folder = |name: &&str| name.is_empty() || name.ends_with('/');
    let name = name.map(|name| name.to_string() + if is_folder(&name) { "index.html" } else { "" });
    let name = name.as_deref();
    let asks = method == "GET" || method == "HEAD";
    let before =
        site.before.as_ref().filter(|_| name.is_some_and(|name| media_type(name, "").starts_with("text/html")));
    let found = name.filter(|_| asks).and_then(|name| content(name, site, brotli && before.is_none()));
    let found = found.map(|(body, brotli)| (before.map_or(body.clone(), |script| with_script(&body, script)), brotli));
    let moved = name.and_then(|name| site.moved.get(name));
    let (status, body, brotli) = match found {
        _ if moved.is_some() => ("302 Found", Vec::new(), false),
        _ if fault == Some(Fault::Error) => ("500 Internal Server Error", Vec::new(), false),
        _ if fault == Some(Fault::Empty) => ("200 OK", Vec::new(), false),
        _ if fault == Some(Fault::Html) => ("200 OK", b"<!doctype html><title>404</title>".to_vec(), false),
        Some((body, brotli)) => ("200 OK", body, brotli),
        None if asks => ("404 Not Found", b"not found".to_vec(), false),
        None => ("405 Method Not Allowed", Vec::new(), false),
    };
    let kind = name.map_or("text/plain", |name| media_type(name, &site.wasm_type));
    let kind = if fault == Some(Fault::Html) { "text/html" } else { kind };
    let length = body.len();
    let allowed = |policy: &String| match before {
        // Where all is allowed, naming one would forbid the others.
        Some(_) if !policy.contains("'unsafe-inline'") => policy.replace("script-src ", "script-src 'nonce-before' "),
        _ => policy.clone(),
    };
    let policy = site.policy.as_ref().map(|policy| format!("Content-Security-Policy: {}\r\n", allowed(policy)));
    let policy = policy.unwrap_or_default();
    let encoding = if brotli { "Content-Encoding: br\r\n" } else { "" };
    let moved = moved.map(|to| format!("Location: {to}\r\n")).unwrap_or_default();
    let shared = if site.shared { "Access-Control-Allow-Origin: *\r\n" } else { "" };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-cache\r\n{policy}{moved}{shared}{encoding}\r\n"
    );
    (status[..3].parse().unwrap_or(0), head, if method == "HEAD" { Vec::new() } else { body })
}

/// A page with a script before its own, which the policy allows by its mark.
fn with_script(page: &[u8], script: &str) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let after = |from: usize, sign: &str| page[from..].find(sign).map(|at| from + at + sign.len());
    let at = page.find("<html").or(page.find("<!doctype")).and_then(|from| after(from, ">")).unwrap_or(0);
    [&page[..at], "<script nonce=before>", script, "</script>", &page[at..]].concat().into_bytes()
}

/// The bytes of a file, and whether they are compressed.
fn content(name: &str, site: &Site, brotli: bool) -> Option<(Vec<u8>, bool)> {
    if let Some(bytes) = site.extra.get(name) {
        return Some((bytes.clone(), false));
    }
    let path = Path::new(name);
    if site.hidden.iter().any(|hidden| hidden == name)
        || !path.components().all(|part| matches!(part, Component::Normal(_)))
    {
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
