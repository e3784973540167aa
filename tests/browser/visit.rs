//! What a test visits: the site with its faults, the device, the address.

use crate::common::repository;
use std::path::PathBuf;

use serde_json::json;

use budget_lens::budget::Budget;
use budget_lens::check::check;
use budget_lens::export::document::{self, Document, MANIFEST, Manifest};
use budget_lens::export::page;
use budget_lens::export::slim::slim;
use budget_lens::load;
use budget_lens::locale::{Lang, Locale};
use budget_lens::markup::Element;
use budget_lens::money::Unit;

use super::driver::{Device, Session};
use super::engines::LISTEN;
use super::page::Page;
use crate::common::policy;
use crate::common::server::{self, Running, Site};

/// Where a portal might put the page: nothing in it may count on a path of its own.
pub const PREFIX: &str = "/gov/2026/";

/// A visit to be made. Unless a test says otherwise: a phone, the strict policy, no query.
pub struct Visit {
    device: Device,
    site: Site,
    path: &'static str,
    query: &'static str,
    others: Vec<String>,
    scripts: Vec<&'static str>,
    expected: Vec<&'static str>,
    missing: Vec<String>,
    is_kept: bool,
}

/// In most tests the page is not kept for later: what is fetched for that comes at any time, and they count requests.
const NOT_KEPT: &str = "delete Navigator.prototype.serviceWorker";

impl Visit {
    /// With a phone.
    pub fn by_phone() -> Self {
        let site = Site { prefix: PREFIX.into(), policy: Some(policy::with_styles(&dist())), ..Site::of(dist()) };
        Visit {
            device: Device::Phone,
            site,
            path: "",
            query: "",
            others: Vec::new(),
            scripts: Vec::new(),
            expected: Vec::new(),
            missing: Vec::new(),
            is_kept: false,
        }
    }

    /// With a mouse, at a desk.
    pub fn at_desk() -> Self {
        Visit { device: Device::Desk, ..Self::by_phone() }
    }

    /// By phone, to a page that may never have loaded.
    pub fn impatient(mut self) -> Self {
        self.device = Device::Impatient;
        self
    }

    /// With this query, such as `unit=yuan`.
    pub fn query(mut self, query: &'static str) -> Self {
        self.query = query;
        self
    }

    /// To another site than the release build alone: all files of this folder.
    pub fn site(mut self, folder: PathBuf) -> Self {
        self.site.folder = folder;
        self
    }

    /// With a file that the site has beside the page.
    pub fn extra(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.site.extra.insert(name.into(), bytes.into());
        self
    }

    /// With a file missing that the page asks for.
    pub fn lacking(mut self, name: &str) -> Self {
        self.site.hidden.push(name.into());
        self.missing.push(name.into());
        self.expecting("404")
    }

    /// Of a portal's page beside the budget's, which this host lets hold frames.
    pub fn portal(mut self, name: &'static str, html: &str) -> Self {
        self.path = name;
        self.site.policy = Some(policy::with_styles(&dist()) + "; frame-src 'self'");
        self.extra(name, html)
    }

    /// With a name that leads to another address.
    pub fn moved(mut self, name: &str, to: &str) -> Self {
        self.site.moved.insert(name.into(), to.into());
        self
    }

    /// With another server that may be asked, such as `http://127.0.0.1:8080`.
    pub fn asking(mut self, origin: &str) -> Self {
        self.others.push(origin.into());
        self
    }

    /// From a host that sends this beside the strict policy.
    pub fn stricter(mut self, directives: &str) -> Self {
        self.site.policy = Some([&policy::with_styles(&dist()), "; ", directives].concat());
        self
    }

    /// From a host that sends this policy.
    pub fn policy(mut self, policy: &str) -> Self {
        self.site.policy = Some(policy.into());
        self
    }

    /// From a host that sends no policy.
    pub fn without_policy(mut self) -> Self {
        self.site.policy = None;
        self
    }

    /// From a host that gives WebAssembly this type.
    pub fn wasm_type(mut self, kind: &str) -> Self {
        self.site.wasm_type = kind.into();
        self
    }

    /// With a script that runs before the page's own.
    pub fn before(mut self, script: &'static str) -> Self {
        self.scripts.push(script);
        self
    }

    /// With a browser that keeps the page for when there is no network.
    pub fn kept(mut self) -> Self {
        self.is_kept = true;
        self
    }

    /// With a console message that belongs to the test: one that holds this text.
    pub fn expecting(mut self, message: &'static str) -> Self {
        self.expected.push(message);
        self
    }

    /// Opens the page. The figures may not be there yet: see [`Page::ready`].
    pub fn open(self) -> Page {
        self.open_in(|_| {})
    }

    /// Opens the page in a browser that `prepare` has changed.
    pub fn open_in(mut self, prepare: impl FnOnce(&Session)) -> Page {
        let site = std::mem::replace(&mut self.site, Site::of(""));
        self.begin(server::start("127.0.0.1:0", site).expect("a free port"), prepare)
    }

    /// Opens the page as another server has it.
    pub fn open_from(self, server: Running) -> Page {
        self.begin(server, |_| {})
    }

    fn begin(self, server: Running, prepare: impl FnOnce(&Session)) -> Page {
        let session = Session::open(self.device);
        if self.is_kept {
            // Its worker goes on when the tab is gone.
            session.spoil();
        }
        let not_kept = (!self.is_kept).then_some(NOT_KEPT);
        let scripts: Vec<_> = self.scripts.into_iter().chain(not_kept).collect();
        if !scripts.iter().all(|script| session.run_before(script)) {
            server.change(|site| site.before = Some([&[LISTEN], &scripts[..]].concat().join(";\n")));
        }
        prepare(&session);
        let others = self.others;
        let page =
            Page { others, session, server, device: self.device, expected: self.expected, missing: self.missing };
        if self.path.is_empty() {
            page.go(self.query);
        } else {
            page.session.post("url", &json!({"url": page.address() + self.path}));
        }
        page.windows();
        page
    }
}

/// The folder with the release build.
pub fn dist() -> PathBuf {
    let default = || repository::path("dist");
    let folder = std::env::var_os("BUDGET_LENS_DIST").map_or_else(default, PathBuf::from);
    assert!(folder.join("index.html").exists(), "{} has no page: run `make dist` first", folder.display());
    folder
}

/// How the name of the module begins that brings the first figures.
pub const MODULE: &str = "budget-lens-";
/// How the name of the module begins that brings all others.
pub const SECOND_MODULE: &str = "second-";
/// How the name of the module begins that brings the checks and the dialog to share.
pub const THIRD_MODULE: &str = "third-";

/// The name of a module of the build, which changes with its bytes.
pub fn module(begins: &str) -> String {
    built(begins, "wasm")
}

/// The name of a script of the build.
pub fn script(begins: &str) -> String {
    built(begins, "js")
}

fn built(begins: &str, ends: &str) -> String {
    let files = std::fs::read_dir(dist()).expect("the build is a folder");
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let is_it = |name: &String| name.starts_with(begins) && name.rsplit('.').next() == Some(ends);
    names.into_iter().find(is_it).expect("the build has this file")
}

/// The page of the build with the complete page in its HTML, as `budget-lens html --whole` prints it.
pub fn whole_page() -> Vec<u8> {
    built_around(&own_page())
}

/// The same as it is published: what is folded away lies in a second file.
pub fn slim_page() -> Vec<u8> {
    let locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
    built_around(&slim(own_page(), "whole.html", locale))
}

/// All of the shipped budget's page.
fn own_page() -> Element {
    let budget = shipped();
    page::tree(&budget, &check(&budget))
}

/// The budget that the page ships with.
fn shipped() -> Budget {
    load::read(budget().as_bytes()).expect("the page's own budget is sound").budget
}

/// The built page around other figures.
fn built_around(figures: &Element) -> Vec<u8> {
    let manifest = Manifest::read(&dist().join(MANIFEST)).expect("the build has a list of its files");
    let document = Document { about: document::about(&shipped()), body: vec![figures], ..Document::default() };
    document::html(&manifest, &document).into_bytes()
}

/// A document of `tests/data`.
pub fn document(name: &str) -> Vec<u8> {
    repository::text(&format!("tests/data/{name}")).into_bytes()
}

/// The budget beside the page, as text.
pub fn budget() -> String {
    std::fs::read_to_string(dist().join("budget.json")).expect("the page has its budget beside it")
}
