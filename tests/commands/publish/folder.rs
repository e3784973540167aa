//! What is in a published folder.

use crate::common::program::program;
use std::ffi::OsStr;
use std::fs;
use std::io::Read;
#[cfg(unix)]
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use budget_lens::export::budget_digest;
use serde_json::{Value, json};

use super::workshop::{Workshop, example, links, of, page_files, root};

#[test]
fn one_budget_is_a_folder_with_the_page_and_everything_to_download() {
    let workshop = Workshop::new("one");
    let text = example().to_string();
    let file = workshop.write("in/馆.json", &text);
    workshop.publishes(&[&file]);
    for (file, stays) in page_files() {
        let name = format!("site/{file}");
        assert!(
            if stays {
                workshop.read(&name) == "of the page"
            } else {
                !workshop.has(&name) || fs::read(workshop.path(&name)).unwrap() != b"of the page"
            },
            "{file}"
        );
    }
    assert_eq!(workshop.read("site/budget.json"), text, "as it was given, to the byte");
    let files = workshop.files("site");
    for there in [
        "preview.png",
        "preview-square.png",
        "datapackage.json",
        "sitemap.xml",
        "tables/01-table-of-expenditure.csv",
        "charts/structure.svg",
        "charts/three-public.svg",
    ] {
        assert!(files.iter().any(|file| file == there), "{there}: {files:?}");
    }
    assert!(!files.iter().any(|file| file.contains("old")), "{files:?}");
    let page = workshop.read("site/index.html");
    assert!(page.contains("<title>图书馆 · 2026 年部门预算 · 青石县 · 预算透视</title>"));
    assert!(page.contains("<figure id=\"structure\"") && page.contains("120.50"));
    assert!(!page.contains(">old") && !page.contains("\"old"), "something of the page's own budget is left");
    assert!(
        page.contains("content=\"style-src 'self' 'sha256-1'; connect-src 'self'; img-src 'self' data: blob:;"),
        "{page}"
    );
    assert!(page.contains("<style data-file=\"page-1.css\">of the page</style>"), "{page}");
}

#[test]
fn what_is_folded_away_lies_in_a_second_file_that_the_first_leads_to() {
    let workshop = Workshop::new("slim");
    workshop.publishes(&[&root("budget.json"), "--allow-mismatch", "--url", "https://a.example/"]);
    let [slim, whole] = ["index", "whole"].map(|name| workshop.read(&format!("site/{name}.html")));
    assert!(slim.len() * 2 < whole.len(), "{} of {}", slim.len(), whole.len());
    let ways: Vec<_> = slim.split("href=\"whole.html#").skip(1).filter_map(|way| way.split('"').next()).collect();
    assert!(ways.contains(&"表三-201") && ways.contains(&"projects"), "{ways:?}");
    for way in ways {
        assert!(whole.contains(&format!(" id=\"{way}\"")), "{way} is nowhere");
    }
    // The sentences and drawings stand in both, and what does not agree, open or not, in the first.
    for both in [&slim, &whole] {
        assert!(both.contains("<figcaption>") && both.contains("id=\"checks-1\"") && both.contains("class=\"drawing"));
        assert!(
            both.contains("<link rel=\"canonical\" href=\"https://a.example/\">"),
            "it is one page to a search engine"
        );
    }
    assert!(!workshop.read("site/sitemap.xml").contains("whole.html"));
}

#[test]
fn a_page_knows_the_budget_that_it_was_made_of_with_what_was_explained_in_it() {
    let workshop = Workshop::new("made-of");
    let mut wrong = of("甲局");
    wrong["statements"][0]["amount"] = "4.30".into();
    let file = workshop.write("in/a.json", &wrong.to_string());
    let made_of = |page: &str| {
        let html = workshop.read(&format!("site/{page}index.html"));
        let (_, rest) = html.split_once("<meta name=\"budget-lens:made-of\" content=\"").expect("the page says it");
        let budget = fs::read(workshop.path(&format!("site/{page}budget.json"))).unwrap();
        assert_eq!(rest.split('"').next().unwrap(), budget_digest::mark(&budget), "{page}");
        budget
    };
    let plain = [&file[..], "--allow-mismatch"];
    workshop.publishes(&plain);
    let given = made_of("");
    let told = program().args(["check", "--json", &file]).output().unwrap();
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    let wrong = told["findings"].as_array().unwrap().iter().find(|finding| finding["verdict"] == "mismatch").unwrap();
    let entry = json!([{"file": "a.json", "finding": wrong["id"], "note": "印错了。"}]);
    let accepted = workshop.write("accepted.json", &entry.to_string());
    workshop.publishes(&[&plain[..], &["--accepted", &accepted]].concat());
    assert_ne!(made_of(""), given, "the explanation is in the published file");
    let other = workshop.write("in/b.json", &of("乙局").to_string());
    workshop.publishes(&[&plain[..], &[&other]].concat());
    assert_ne!(made_of("a/"), made_of("b/"));
}

#[test]
fn what_hosts_send_compressed_is_what_lies_beside_it() {
    let workshop = Workshop::new("packed");
    workshop.publishes(&[&root("budget.json"), "--allow-mismatch"]);
    for name in ["index.html", "budget.json", "datapackage.json", "sitemap.xml"] {
        let plain = fs::read(workshop.path(&format!("site/{name}"))).unwrap();
        let (mut unpacked, mut unzipped) = (Vec::new(), Vec::new());
        let brotli = fs::read(workshop.path(&format!("site/{name}.br"))).unwrap();
        brotli::Decompressor::new(&*brotli, 4096).read_to_end(&mut unpacked).unwrap();
        let gzip = fs::read(workshop.path(&format!("site/{name}.gz"))).unwrap();
        flate2::read::GzDecoder::new(&*gzip).read_to_end(&mut unzipped).unwrap();
        assert!(unpacked == plain && unzipped == plain, "{name}");
    }
}

#[test]
fn every_link_of_every_page_leads_to_a_file() {
    let workshop = Workshop::new("links");
    let one = workshop.write("in/a.json", &of("甲局").to_string());
    let two = workshop.write("in/b.json", &of("乙局").to_string());
    workshop.publishes(&[&one]);
    let alone = links(&workshop.read("site/index.html"));
    workshop.publishes(&[&one, &two]);
    let below = links(&workshop.read("site/a/index.html"));
    assert_eq!(alone.len() + 3, below.len(), "and the way to the list, with its styles and script");
    assert!(below.contains(&"budget.json".into()) && below.contains(&"../boot-1.js".into()), "{below:?}");
    for link in below {
        assert!(workshop.has(&format!("site/a/{link}")), "{link}");
    }
    let list = links(&workshop.read("site/index.html"));
    assert!(list.contains(&"b/index.html".into()), "{list:?}");
    for link in list {
        assert!(workshop.has(&format!("site/{link}")), "{link}");
    }
    assert!(!workshop.has("site/budget.json") && !workshop.has("site/a/boot-1.js"), "the program is there once");
}

#[test]
fn a_folder_that_was_published_is_replaced_as_a_whole() {
    let workshop = Workshop::new("again");
    let file = workshop.write("in/a.json", &of("甲局").to_string());
    workshop.publishes(&[&file, &root("budget.json"), "--allow-mismatch"]);
    workshop.publishes(&[&file]);
    assert!(workshop.read("site/index.html").contains("甲局") && !workshop.has("site/a"));
    let beside: Vec<_> = fs::read_dir(workshop.path("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside.len(), 3, "nothing is left beside it: {beside:?}");
}

/// A file and a folder may have names that are no text.
#[cfg(target_os = "linux")]
#[test]
fn what_is_published_and_where_to_may_have_names_of_any_bytes() {
    let workshop = Workshop::new("bytes");
    let name = |end: &[u8]| OsStr::from_bytes(&[b"\xd4\xa4\xcb\xe3", end].concat()).to_os_string();
    let (file, site) = (name(b".json"), name(b""));
    fs::write(Path::new(&workshop.path("")).join(&file), of("甲局").to_string()).unwrap();
    let mut command = program();
    command.current_dir(workshop.path("")).env("LC_ALL", "C").args(["publish", "--page", "page", "-o"]);
    let output = command.arg(&site).arg(&file).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let site = Path::new(&workshop.path("")).join(site);
    for made in ["index.html", "index.html.br", "index.html.gz", "budget.json.gz", ".budget-lens"] {
        assert!(site.join(made).is_file(), "{made}");
    }
}
