//! A page's HTML document around its figures, for the page as it is built and for every page that is published.
//!
//! It is written from the manifest, the build's list of the program's files: so a page can be written again for another
//! budget, and for a folder further down, without reading HTML.

use std::path::Path;

use serde::Deserialize;

use crate::budget::Budget;
use crate::figure::headline;
use crate::locale::{Lang, Locale};
use crate::markup::{Element, el};
use crate::money::Unit;

/// The page's Content-Security-Policy, for hosts that send none, but for the styles' own part. Scripts are limited
/// later, by js/boot.js: a policy for them here would keep engines that do not know `'wasm-unsafe-eval'` from compiling
/// the module.
const POLICY: &str = "connect-src 'self'; img-src 'self' data: blob:; font-src 'none'; object-src 'none'; \
    media-src 'none'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/// The file name of the manifest, the list of the program's files.
pub const MANIFEST: &str = "manifest.json";

/// The files that the program is made of, by what each is for; their names are relative to the list's folder.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Manifest {
    /// The script that starts the program.
    pub boot: String,
    /// The first module, and the script that the compiler wrote beside it.
    pub glue: String,
    /// See `glue`.
    pub module: String,
    /// The second module, with what the first answers do not need, and what it shares with the third.
    pub second: Vec<String>,
    /// The third module: the engine of the checks, and the dialog to share.
    pub third: Vec<String>,
    /// The worker that reads official files, and its program.
    pub reader: String,
    /// See `reader`.
    pub importer: String,
    /// The script that registers the service worker, by which the page opens without a network.
    pub register: String,
    /// The styles.
    pub page: String,
    /// The digest of the styles, by which a content security policy allows them inside the HTML.
    pub page_digest: String,
    /// The text of the styles, which is read from their file.
    #[serde(skip)]
    pub page_text: String,
    /// The styles of paper, which browsers fetch when all else is there.
    pub print: String,
    /// The styles of a figure in somebody else's page, light and dark.
    pub element: String,
    /// See `element`.
    pub element_dark: String,
    /// All files of the program that are served, including those whose names never change.
    pub files: Vec<String>,
}

impl Manifest {
    /// The list in a built page's folder.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn read(file: &Path) -> std::io::Result<Manifest> {
        let manifest: Manifest = serde_json::from_slice(&std::fs::read(file)?)?;
        let page_text = std::fs::read_to_string(file.with_file_name(&manifest.page))?;
        Ok(Manifest { page_text, ..manifest })
    }
}

/// The parts of an HTML document that differ from page to page.
#[derive(Debug, Default)]
pub struct Document<'a> {
    /// The relative path from the page's folder up to the program's.
    pub up: &'a str,
    /// The elements of the head that describe the page: title, description, previews, icons.
    pub about: Vec<Element>,
    /// Links to styles that come behind the page's own and before the dark theme's.
    pub styles: Vec<Element>,
    /// The elements of the body: the figures, and a portal's header and footer around them.
    pub body: Vec<&'a Element>,
}

/// The elements of the head that describe the page as it is built, before anybody publishes it.
pub fn about(budget: &Budget) -> Vec<Element> {
    let locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
    let head = headline(budget, locale);
    let description = "一个部门的预算，十秒看懂：多少钱，用在哪里，比上年多了还是少了。";
    let about = [
        el("meta").attr("name", "description").attr("content", description),
        // The same title that the program sets later.
        el("title").text([&head.department, " · ", &head.occasion, " · 预算透视"].concat()),
    ];
    about.into_iter().chain(icons("")).collect()
}

/// The document as HTML.
pub fn html(manifest: &Manifest, document: &Document) -> String {
    let up = document.up;
    let policy = ["style-src 'self' '", &manifest.page_digest, "'; ", POLICY].concat();
    let link = |rel: &str, file: &str| el("link").attr("rel", rel).attr("href", [up, file].concat());
    let own = [
        el("link")
            .attr("rel", "preload")
            .attr("href", "budget.json")
            .attr("as", "fetch")
            .attr("type", "application/json")
            .attr("crossorigin", ""),
        link("service-worker", "service-worker.js"),
        el("script").attr("src", [up, &manifest.boot].concat()).attr("type", "module"),
        link("modulepreload", &manifest.glue).attr("crossorigin", "anonymous"),
        link("preload", &manifest.module)
            .attr("crossorigin", "anonymous")
            .attr("as", "fetch")
            .attr("type", "application/wasm"),
    ];
    let later = [("second", &manifest.second), ("third", &manifest.third)];
    let later = later.into_iter().flat_map(|(rel, files)| files.iter().map(move |file| (rel, file)));
    let later = later.map(|(rel, file)| link(rel, file));
    let others = [
        link("importer", &manifest.reader),
        link("importer", &manifest.importer),
        link("register-service-worker", &manifest.register),
    ];
    let head = [
        el("meta").attr("charset", "utf-8"),
        el("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1"),
        el("meta").attr("http-equiv", "Content-Security-Policy").attr("content", policy),
        el("meta").attr("name", "referrer").attr("content", "no-referrer"),
    ];
    // The styles stand in the HTML, so that the first paint waits for nothing else. The policy of a host may forbid that:
    // then the linked file does the same, by js/boot.js or where scripts are off.
    let inside = [
        el("style").attr("data-file", [up, &manifest.page].concat()).text(manifest.page_text.as_str()),
        el("noscript").child(link("stylesheet", &manifest.page)),
    ];
    let head = head.into_iter().chain(document.about.iter().cloned()).chain(inside).chain(themes(
        manifest,
        up,
        &document.styles,
    ));
    let still = el("noscript").child(link("stylesheet", "noscript.css"));
    let head = head.chain([still]).chain(own).chain(later).chain(others);
    let late = late();
    written("zh-CN", head, document.body.iter().copied().chain([&late]))
}

/// The sentence that the style sheet shows when the program has not begun, or has not all it needs, after a long time:
/// no script is needed for it, so it comes also where none arrives. In both languages, since nobody has chosen one.
fn late() -> Element {
    let (zh, en) = (
        "这一页还没有载完：有的已经可以看，按钮还不能用。网络慢请再等一等；一直这样，请检查网络后刷新。",
        "This page has not arrived completely: its buttons do not work yet. On a slow network please wait; if it stays \
         so, check the network and reload.",
    );
    let reload = el("a").attr("href", "").text("刷新 Reload");
    let sentences = [el("p").text(zh), el("p").attr("lang", "en").text(en), el("p").child(reload)];
    el("div").class("late").attr("role", "status").attr("hidden", "").children(sentences)
}

/// The links to a page's styles: those of all pages, then a portal's, then the dark theme's.
pub fn styles(manifest: &Manifest, up: &str, own: &[Element]) -> Vec<Element> {
    let page = el("link").attr("rel", "stylesheet").attr("href", [up, &manifest.page].concat());
    [page].into_iter().chain(themes(manifest, up, own)).collect()
}

/// The links to the styles that come after those of all pages: of paper, a portal's, then the dark theme's.
fn themes(manifest: &Manifest, up: &str, own: &[Element]) -> impl Iterator<Item = Element> {
    let print =
        el("link").attr("rel", "stylesheet").attr("href", [up, &manifest.print].concat()).attr("media", "print");
    let dark = el("link").attr("rel", "stylesheet").attr("href", [up, "dark.css"].concat());
    let dark = dark.attr("id", "dark").attr("media", "screen and (prefers-color-scheme: dark)");
    [print].into_iter().chain(own.iter().cloned()).chain([dark])
}

/// The icons of pages for which the portal has no icon of its own.
pub fn icons(up: &str) -> Vec<Element> {
    let link = |rel: &str, file: &str| el("link").attr("rel", rel).attr("href", [up, file].concat());
    vec![link("icon", "icon.svg").attr("type", "image/svg+xml"), link("apple-touch-icon", "touch-icon.png")]
}

/// A document of these elements, each of the head in a line of its own.
pub fn written<'e>(
    lang: &str,
    head: impl Iterator<Item = Element>,
    body: impl IntoIterator<Item = &'e Element>,
) -> String {
    let mut html = ["<!doctype html>\n<html lang=\"", lang, "\">\n<head>\n"].concat();
    for element in head {
        element.write_html(&mut html);
        html.push('\n');
    }
    html += "</head>\n<body>\n";
    for element in body {
        element.write_html(&mut html);
    }
    html + "\n</body>\n</html>\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        let text = r#"{"boot": "boot-1.js", "glue": "lens-1.js", "module": "lens-1.wasm", "second": ["shared-1.wasm", "second-1.wasm"], "third": ["third-1.wasm"],
            "reader": "reader-1.js", "importer": "importer-1.wasm", "register": "register-service-worker-1.js", "page": "page-1.css", "pageDigest": "sha256-1", "print": "print-1.css",
            "element": "element-1.css", "elementDark": "element-dark-1.css", "files": []}"#;
        let manifest: Manifest = serde_json::from_str(text).expect("it is a list of files");
        Manifest { page_text: "a>b{color:red}".into(), ..manifest }
    }

    #[test]
    fn a_page_further_down_names_the_programs_files_above_it_and_its_own_budget_beside_it() {
        let body = el("p").text("一");
        let document = Document { up: "../", about: icons("../"), body: vec![&body], ..Document::default() };
        let page = html(&manifest(), &document);
        for link in [
            "<link rel=\"second\" href=\"../second-1.wasm\">",
            "<script src=\"../boot-1.js\" type=\"module\"></script>",
            "<link rel=\"icon\" href=\"../icon.svg\"",
            "<link rel=\"preload\" href=\"budget.json\"",
            "<noscript><link rel=\"stylesheet\" href=\"../noscript.css\"></noscript>",
            "<style data-file=\"../page-1.css\">a>b{color:red}</style>",
            "content=\"style-src 'self' 'sha256-1'; connect-src",
            "<p>一</p>",
        ] {
            assert!(page.contains(link), "{link} is not in {page}");
        }
    }

    #[test]
    fn the_dark_theme_comes_behind_the_portals_styles() {
        let own = el("link").attr("rel", "stylesheet").attr("href", "portal.css");
        let document = Document { styles: vec![own], ..Document::default() };
        let page = html(&manifest(), &document);
        let at = |name: &str| page.find(name).expect("it is linked");
        assert!(at("page-1.css") < at("portal.css") && at("portal.css") < at("dark.css"), "{page}");
    }
}
