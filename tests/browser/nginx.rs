//! A real nginx with the example that is shipped: what it sends for each kind of file, and the page in a browser.

use crate::common::temporary;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use super::district::published;
use super::engines::{Need, lacks};
use super::visit::{PREFIX, Visit, dist};
use crate::common::server::Running;

/// nginx needs a moment; one that does not come up at all is a failure.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running nginx, gone with its folder when it is dropped.
struct Nginx {
    address: SocketAddr,
    folder: PathBuf,
    /// Ends nginx when its input ends, also when the tests are killed.
    shell: Child,
}

impl Nginx {
    /// Starts the system's nginx with the shipped example: only port and paths are this test's own.
    fn start(name: &str) -> Self {
        Self::serve(name, &dist(), None)
    }

    /// Starts it with a change that a host may make: what is replaced by what.
    fn start_with(name: &str, change: Option<(&str, &str)>) -> Self {
        Self::serve(name, &dist(), change)
    }

    /// Starts it with this folder in the page's place.
    fn serve(name: &str, published: &Path, change: Option<(&str, &str)>) -> Self {
        let folder = temporary::folder(&format!("nginx-{name}"));
        let site = folder.join("www").join(PREFIX.trim_matches('/'));
        fs::create_dir_all(site.parent().expect("it lies below www")).expect("the temporary folder can be written to");
        symlink(published, &site).expect("the temporary folder can be written to");
        let portal = format!(
            "<!doctype html><title>门户</title><link rel=icon href=data:,><iframe src=\"{PREFIX}?figure=structure\"></iframe>"
        );
        fs::write(folder.join("www/portal.html"), portal).expect("the temporary folder can be written to");

        let address = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port");
        let www = folder.join("www");
        let changes = [
            ("listen 80;", format!("listen {address};")),
            ("root /var/www;", format!("root {};", www.display())),
            ("location /budget/", format!("location {PREFIX}")),
            ("404 /budget/404.html", format!("404 {PREFIX}404.html")),
        ];
        let changes = changes.iter().map(|(from, to)| (*from, to.as_str())).chain(change);
        let shipped = fs::read_to_string(dist().join("hosts/nginx.conf")).expect("the example is in the build");
        let example = changes.fold(shipped, |text, (from, to)| {
            assert!(text.contains(from), "the example has {from}");
            text.replace(from, to)
        });
        // One process, which is whoever runs the tests, root or not; nothing is written outside the folder.
        let temporary =
            ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|kind| format!("{kind}_temp_path {kind};\n"));
        let main = format!(
            "daemon off; master_process off; pid nginx.pid; error_log stderr crit;\nevents {{}}\nhttp {{ access_log off;\n{}{example}}}\n",
            temporary.concat()
        );
        fs::write(folder.join("nginx.conf"), main).expect("the temporary folder can be written to");

        // Where Debian has it is not on everybody's path.
        let keep = "PATH=$PATH:/usr/sbin; nginx -p \"$0\" -c nginx.conf -e stderr & read -r _; kill $!; wait";
        let shell = Command::new("sh").args(["-c", keep]).arg(&folder).stdin(Stdio::piped()).spawn().expect("a shell");
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect(address).is_err() {
            assert!(
                Instant::now() < deadline,
                "nginx does not start. `make setup` says what is missing and installs it"
            );
            thread::sleep(Duration::from_millis(15));
        }
        Nginx { address, folder, shell }
    }

    /// What it answers for a path below the page's folder.
    fn ask(&self, path: &str, encodings: &str) -> Answer {
        let mut stream = TcpStream::connect(self.address).expect("nginx is running");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time of more than nothing");
        let head = format!(
            "GET {PREFIX}{path} HTTP/1.1\r\nHost: {}\r\nAccept-Encoding: {encodings}\r\nConnection: close\r\n\r\n",
            self.address
        );
        stream.write_all(head.as_bytes()).expect("nginx reads");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("nginx answers");
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer has a head");
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).expect("a status");
        let pair =
            |line: &str| line.split_once(": ").map(|(name, value)| (name.to_ascii_lowercase(), value.to_string()));
        Answer { status, headers: lines.filter_map(pair).collect(), body: bytes.split_off(end + 4) }
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        let _ = self.shell.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

/// The policy of the shipped example.
fn policy() -> String {
    let text = fs::read_to_string(dist().join("hosts/nginx.conf")).expect("the example is in the build");
    let policy = text.split("Content-Security-Policy \"").nth(1).and_then(|rest| rest.split('"').next());
    policy.expect("the example sends a policy").into()
}

#[test]
fn nginx_sends_each_file_with_its_type_its_time_and_the_policy() {
    let nginx = Nginx::start("headers");
    let policy = policy();
    let names = fs::read_dir(dist())
        .expect("the build is a folder")
        .filter_map(|file| file.ok()?.file_name().into_string().ok());
    let mut kept = 0;
    for name in names.filter(|name| dist().join(format!("{name}.gz")).exists()).chain([String::new()]) {
        let answer = nginx.ask(&name, "gzip");
        let kind = match name.rsplit('.').next().unwrap_or_default() {
            "" | "html" => "text/html; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            "svg" => "image/svg+xml",
            "txt" => "text/plain; charset=utf-8",
            "json" => "application/json",
            "wasm" => "application/wasm",
            other => panic!("{name}: nobody says what {other} is"),
        };
        // Trunk's and our digests are the only long words in names.
        let is_kept = name.split(['-', '_', '.']).any(|word| word.len() == 16);
        let time = if is_kept { "public, max-age=31536000, immutable" } else { "no-cache" };
        kept += usize::from(is_kept);
        assert_eq!(answer.status, 200, "{name}");
        assert_eq!(answer.header("content-type"), kind, "{name}");
        assert_eq!(answer.header("cache-control"), time, "{name}");
        assert_eq!(answer.header("content-security-policy"), policy, "{name}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{name}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{name}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{name}");
        assert!(answer.header("permissions-policy").contains("camera=()"), "{name}");
        // A host decides that for itself.
        assert_eq!(answer.header("strict-transport-security"), "", "{name}");
        assert_eq!(answer.header("x-frame-options"), "", "{name}");
        assert_eq!(answer.header("content-encoding"), "gzip", "{name}");
        assert_eq!(answer.header("vary"), "Accept-Encoding", "{name}");
        let file = if name.is_empty() { "index.html" } else { &name };
        assert!(
            answer.body == fs::read(dist().join(format!("{file}.gz"))).expect("it is there"),
            "{name}: the file beside"
        );
        let plain = nginx.ask(&name, "identity");
        assert_eq!((plain.status, plain.header("content-encoding")), (200, ""), "{name}");
        assert!(plain.body == fs::read(dist().join(file)).expect("it is there"), "{name}: as it is");
    }
    assert!(kept >= 8, "only {kept} files may be kept for good");
}

#[test]
fn nginx_says_what_is_not_there_lists_nothing_and_finds_the_folder_without_its_slash() {
    let nginx = Nginx::start("missing");
    for path in ["missing.json", "budget-lens-0123456789abcdef_bg.wasm", "a/b/"] {
        let answer = nginx.ask(path, "gzip");
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.header("cache-control"), "", "{path}: that it is missing is not kept");
        assert_eq!(answer.header("content-security-policy"), policy(), "{path}");
    }
    let folder = nginx.ask("hosts/", "identity");
    assert_eq!(folder.status, 403);
    assert!(!String::from_utf8_lossy(&folder.body).contains("portal.html"), "no list of files");
    let without = nginx.ask("hosts", "identity");
    assert_eq!((without.status, without.header("location")), (301, format!("{PREFIX}hosts/").as_str()));
}

#[test]
fn nginx_lets_portals_of_other_origins_read_where_its_host_says_so() {
    let names = ["access-control-allow-origin", "cross-origin-resource-policy"];
    let sent = |nginx: &Nginx| names.map(|name| nginx.ask("budget.json", "gzip").header(name).to_string());
    assert_eq!(sent(&Nginx::start("origin")), ["", ""]);
    // The example has the two lines, behind a sign that takes them out.
    let nginx = Nginx::start_with("origins", Some(("# add_header", "add_header")));
    assert_eq!(nginx.ask("", "gzip").header("strict-transport-security"), "max-age=31536000");
    assert_eq!(sent(&nginx), ["*", "cross-origin"]);
}

#[test]
fn the_page_draws_from_nginx_under_its_policy_and_opens_without_it_afterwards() {
    let nginx = Nginx::start("page");
    let watch = "addEventListener('securitypolicyviolation', e => (window.broken ||= []).push(e.violatedDirective + ' ' + e.blockedURI))";
    let page = Visit::by_phone().kept().before(watch).open_from(Running::elsewhere(nginx.address)).ready().checked();
    assert!(page.text("#structure figcaption").contains("4,560.06 万元"));
    page.has_ink_where_the_scene_says("structure");
    page.has_no_blank_canvas();
    assert_eq!(page.value("window.broken || []"), json!([]));
    super::offline::wait_until_kept(&page, "budget.json");
    drop(nginx);
    page.visit(&page.address());
    assert_eq!(page.text("main .number"), "4,754.23");
}

#[test]
fn nginx_sends_a_published_district_and_its_departments_need_no_script() {
    if lacks(Need::NoScripts) {
        return;
    }
    let nginx = Nginx::serve("district", &published("nginx"), None);
    for (name, kind) in [
        ("a/preview.png", "image/png"),
        ("a/tables/01-table-of-expenditure.csv", "text/csv; charset=utf-8"),
        ("a/charts/structure.svg", "image/svg+xml"),
        ("sitemap.xml", "application/xml"),
        ("a/", "text/html; charset=utf-8"),
    ] {
        let answer = nginx.ask(name, "identity");
        assert_eq!((answer.status, answer.header("content-type")), (200, kind), "{name}");
    }
    // What is not there leads back.
    let lost = nginx.ask("c/tables/none.csv", "identity");
    assert_eq!((lost.status, lost.header("cache-control")), (404, ""));
    assert!(String::from_utf8_lossy(&lost.body).contains("看全部部门"));
    let page = Visit::by_phone().open_from(Running::elsewhere(nginx.address));
    page.session.forbid_scripts();
    page.tap(".departments tbody tr:first-child a");
    page.wait("document.querySelector('h1')?.textContent.includes('安居局')");
    assert!(page.text("#structure figcaption").contains("110.50"));
    assert!(
        page.holds("[...document.querySelectorAll('#structure .chart svg')].some(svg => svg.getClientRects().length)")
    );
    let begun = "document.querySelector('main').hasAttribute('aria-busy')";
    assert!(!page.holds(begun), "no script has begun");
}

#[test]
fn a_figure_in_a_portals_frame_draws_from_nginx() {
    let nginx = Nginx::start("frame");
    let page = Visit::at_desk().open_from(Running::elsewhere(nginx.address)).ready();
    page.session.post("url", &json!({"url": format!("http://{}/portal.html", nginx.address)}));
    let inside = "document.querySelector('iframe').contentDocument";
    page.wait(&format!("{inside}?.documentElement.dataset.ready === 'true'"));
    let figures = format!("[...{inside}.querySelectorAll('main figure')].map(f => f.id)");
    assert_eq!(page.value(&figures), json!(["structure"]));
    assert!(page.holds(&format!("{inside}.querySelector('figcaption').textContent.includes('4,560.06 万元')")));
}

#[test]
fn the_example_for_iis_is_well_formed() {
    let page = Visit::at_desk().open().ready();
    let text = fs::read_to_string(dist().join("hosts/web.config")).expect("the example is in the build");
    let parse = "const read = new DOMParser().parseFromString(arguments[0], 'application/xml');
        return [read.documentElement.tagName, read.querySelectorAll('parsererror').length]";
    assert_eq!(page.run(parse, text), json!(["configuration", 0]));
}
