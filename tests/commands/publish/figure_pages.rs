//! A page for each figure, and what programs that embed, search and cite are told.

use std::fs;

use budget_lens::money::Amount;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::workshop::{Workshop, links, of, root};

/// The data of a page's JSON-LD.
fn linked_data(page: &str) -> Value {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect("linked data");
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

/// The example with a title that would end an element.
fn evil(department: &str) -> String {
    let mut budget = of(department);
    budget["document"]["title"] = "</script><script>alert(1)</script>".into();
    budget["document"]["published"] = "2026-02-13".into();
    budget.to_string()
}

#[test]
fn each_figure_has_a_page_that_says_its_answer_and_leads_to_it() {
    let workshop = Workshop::new("figure-pages");
    let one = workshop.write("in/a.json", &of("甲局").to_string());
    let two = workshop.write("in/b.json", &of("乙局").to_string());
    workshop.publishes(&[&one, &two, "--url", "https://budget.example/"]);
    for id in ["structure", "three-public", "checks"] {
        let page = workshop.read(&format!("site/a/{id}/index.html"));
        assert!(
            page.contains(&format!("<figure id=\"{id}\"")) && page.contains(&format!("href=\"../index.html#{id}\""))
        );
        for link in links(&page) {
            assert!(workshop.has(&format!("site/a/{id}/{link}")), "{link} of {id}");
        }
        assert!(!page.contains("<button") && !page.contains("href=\"#"), "nothing that does nothing");
    }
    let page = workshop.read("site/a/structure/index.html");
    for there in [
        "<title>钱用在哪里？ · 甲局 · 2026 年部门预算 · 青石县 · 预算透视</title>",
        "<meta name=\"description\" content=\"110.50 万元（91.7%）用于文化旅游体育与传媒。\">",
        "<link rel=\"canonical\" href=\"https://budget.example/a/structure/\">",
        "<meta property=\"og:image\" content=\"https://budget.example/a/preview.png\">",
        "class=\"drawing",
    ] {
        assert!(page.contains(there), "{there} is not in {page}");
    }
    assert!(!workshop.has("site/a/structure/preview.png") && !workshop.has("site/a/tables/index.html"));
    workshop.publishes(&[&one, &two, "--url", "https://budget.example/", "--figures"]);
    assert!(workshop.has("site/a/structure/preview.png"));
    let page = workshop.read("site/a/structure/index.html");
    assert!(page.contains("content=\"https://budget.example/a/structure/preview.png\""), "{page}");
    let mut earlier = of("甲局");
    earlier["document"]["year"] = 2025.into();
    let earlier = workshop.write("2025/a.json", &earlier.to_string());
    workshop.publishes(&[&one, &two, &earlier]);
    let old = workshop.read("site/a/structure/index.html");
    assert!(old.contains("url=../../2026/a/structure/index.html"), "a link that was sent stays right: {old}");
}

#[test]
fn programs_that_search_and_embed_are_told_in_data_that_cannot_run() {
    let workshop = Workshop::new("linked-data");
    let one = workshop.write("in/a.json", &evil("甲局"));
    let two = workshop.write("in/b.json", &of("乙局").to_string());
    let site = workshop.write("site.json", r#"{"license": "https://a.example/terms"}"#);
    workshop.publishes(&[&one, &two, "--url", "https://budget.example/", "--site", &site]);
    let page = workshop.read("site/a/index.html");
    assert!(!page.contains("<script>alert"), "{page}");
    let data = linked_data(&page);
    assert_eq!((&data["@type"], &data["url"]), (&"Dataset".into(), &"https://budget.example/a/".into()));
    assert_eq!((&data["datePublished"], &data["license"]), (&"2026-02-13".into(), &"https://a.example/terms".into()));
    for file in data["distribution"].as_array().unwrap() {
        let address = file["contentUrl"].as_str().unwrap().strip_prefix("https://budget.example/").unwrap();
        assert!(workshop.has(&format!("site/{address}")), "{address}");
    }
    assert_eq!(linked_data(&workshop.read("site/index.html"))["@type"], "DataCatalog");
    assert!(page.contains("type=\"application/json+oembed\" href=\"https://budget.example/a/oembed.json\""), "{page}");
    let oembed: Value = serde_json::from_str(&workshop.read("site/a/oembed.json")).unwrap();
    assert_eq!((&oembed["version"], &oembed["type"]), (&"1.0".into(), &"rich".into()));
    let html = oembed["html"].as_str().unwrap();
    assert!(
        html.starts_with("<iframe src=\"https://budget.example/a/index.html?figure=structure\"")
            && !html.contains("<script")
    );
    workshop.publishes(&[&one, &two]);
    assert!(!workshop.has("site/a/oembed.json") && !workshop.read("site/a/index.html").contains("ld+json"));
}

#[test]
fn the_description_of_the_tables_has_their_sizes_their_digests_and_the_documents_day() {
    let workshop = Workshop::new("package");
    let one = workshop.write("in/a.json", &evil("甲局"));
    let site = workshop.write("site.json", r#"{"license": "https://a.example/terms"}"#);
    workshop.publishes(&[&one, "--site", &site]);
    let package: Value = serde_json::from_str(&workshop.read("site/datapackage.json")).unwrap();
    assert_eq!(package["$schema"], "https://datapackage.org/profiles/2.0/datapackage.json");
    assert_eq!(
        (&package["created"], &package["licenses"][0]["path"]),
        (&"2026-02-13T00:00:00Z".into(), &"https://a.example/terms".into())
    );
    for resource in package["resources"].as_array().unwrap() {
        let bytes = fs::read(workshop.path(&format!("site/{}", resource["path"].as_str().unwrap()))).unwrap();
        let digest = format!("{:x}", Sha256::digest(&bytes));
        assert_eq!((&resource["bytes"], &resource["hash"]), (&bytes.len().into(), &format!("sha256:{digest}").into()));
    }
    let whole = workshop.read("site/whole.html");
    let digest = package["resources"].as_array().unwrap().last().unwrap()["hash"].as_str().unwrap();
    assert!(whole.contains("怎样引用") && whole.contains(digest.trim_start_matches("sha256:")), "{digest}");
    assert!(whole.contains("甲局. &lt;/script&gt;") && whole.contains("(2026-02-13)[引用日期]"), "{whole}");
}

#[test]
fn the_workbook_has_every_table_with_its_amounts_and_the_same_bytes_each_time() {
    let workshop = Workshop::new("workbook");
    workshop.publishes(&[&root("budget.json"), "--allow-mismatch"]);
    let first = fs::read(workshop.path("site/tables.xlsx")).unwrap();
    workshop.publishes(&[&root("budget.json"), "--allow-mismatch"]);
    assert!(first == fs::read(workshop.path("site/tables.xlsx")).unwrap());
    // The reader of official files, which is another program's work, finds them again.
    let read = crate::common::program::program()
        .args(["import", &workshop.path("site/tables.xlsx"), "--year", "2026", "--department", "教育局", "-o", "-"])
        .output()
        .unwrap();
    let again: Value = serde_json::from_slice(&read.stdout).unwrap();
    let count = |tables: &Value| -> usize {
        let lines = tables.as_array().unwrap().iter().flat_map(|table| table["lines"].as_array().unwrap());
        lines
            .filter_map(|line| line["amounts"].as_object())
            .map(|amounts| amounts.values().filter(|value| !value.is_null()).count())
            .sum()
    };
    let budget: Value = serde_json::from_str(&fs::read_to_string(root("budget.json")).unwrap()).unwrap();
    assert!(
        count(&again["tables"]) * 10 >= count(&budget["tables"]) * 9,
        "{} of {}",
        count(&again["tables"]),
        count(&budget["tables"])
    );
    let printed = again["tables"].to_string();
    assert!(Amount::parse("4754.15").is_ok() && printed.contains("\"2671.39\""), "with the places that are printed");
}
