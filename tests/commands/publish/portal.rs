//! The portal's own frame: its name, its colour, what a public site says of itself; and what of it is refused.

use std::fs;

use super::workshop::{Workshop, err, links, of};

/// A `site.json` that says all that can be said.
const SITE: &str = r##"{
  "name": "青石县人民政府 <b>",
  "home": "https://www.qingshi.example/",
  "emblem": "emblem.svg",
  "icon": "tab.png",
  "brand": "#a61b29",
  "organizer": "青石县财政局",
  "icp": "晋ICP备00000000号-1",
  "police": "晋公网安备 14000002000000号",
  "site_code": "1400000001",
  "contact": "0349-0000000",
  "correction": "mailto:web@qingshi.example",
  "links": [{"text": "无障碍声明", "address": "../accessible.html"}, {"text": "网站地图", "address": "/map.html"}],
  "statistics": "count.js"
}"##;

/// A workshop with the portal's files in `own`; and its `site.json`, as it is changed.
fn portal(name: &str, change: &[(&str, &str)]) -> (Workshop, String) {
    let workshop = Workshop::new(name);
    workshop.write("own/emblem.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    workshop.write("own/tab.png", "a picture");
    workshop.write("own/count.js", "// counts");
    let text = change.iter().fold(SITE.to_string(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    });
    let site = workshop.write("own/site.json", &text);
    (workshop, site)
}

/// Publishes two departments with it.
fn two(workshop: &Workshop, site: Option<&str>) {
    let files =
        [workshop.write("in/a.json", &of("甲局").to_string()), workshop.write("in/b.json", &of("乙局").to_string())];
    let site: Vec<_> = site.iter().flat_map(|site| ["--site", site]).collect();
    workshop.publishes(&[&[files[0].as_str(), &files[1]][..], &site].concat());
}

/// The part of a page between two texts.
fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    page.split_once(from).unwrap_or_else(|| panic!("no {from}")).1.split_once(to).unwrap_or_else(|| panic!("no {to}")).0
}

#[test]
fn every_page_has_the_portals_head_and_foot_and_its_files() {
    let (workshop, site) = portal("portal", &[]);
    two(&workshop, Some(&site));
    for (page, up) in [("site/index.html", ""), ("site/a/index.html", "../")] {
        let html = workshop.read(page);
        let head = between(&html, "<div class=\"portal-head\">", "</p>");
        assert!(head.contains("<a href=\"https://www.qingshi.example/\" class=\"to-home\">"), "{head}");
        assert!(head.contains(&format!("<img src=\"{up}portal/emblem.svg\" alt=\"\">")), "{head}");
        assert!(head.contains("青石县人民政府 &lt;b&gt;") && !html.contains("政府 <b>"), "text stays text");
        let foot = between(&html, "<footer class=\"portal-foot\">", "</footer>");
        for there in [
            "主办单位：</span><span lang=\"en\">Run by: </span>青石县财政局",
            "0349-0000000",
            "1400000001",
            "<a href=\"https://beian.miit.gov.cn/\">晋ICP备00000000号-1</a>",
            "webSearch?code=14000002000000\">晋公网安备",
            "<a href=\"mailto:web@qingshi.example\"><span lang=\"zh-CN\">网站纠错</span>",
            &format!("<a href=\"{up}../accessible.html\">无障碍声明</a>"),
            "<a href=\"/map.html\">网站地图</a>",
            "由预算透视生成",
        ] {
            assert!(foot.contains(there), "{there} is not in {foot}");
        }
        assert!(html.contains(&format!("<link rel=\"icon\" href=\"{up}portal/tab.png\">")), "{html}");
        assert!(!html.contains("rel=\"apple-touch-icon\"") && !html.contains("icon.svg"), "no sign but the portal's");
        assert!(html.contains(&format!("<script src=\"{up}portal/count.js\" defer=\"\"></script>")));
        assert!(html.contains("<meta property=\"og:site_name\" content=\"青石县人民政府 &lt;b&gt;\">"));
        assert!(!html.contains("style=\""), "a strict policy forbids it");
        // The frame's styles come behind the page's and before the dark theme's.
        let [page, own, dark] = ["page-1.css", "portal/frame.css", "dark.css"].map(|name| html.find(name).expect(name));
        assert!(page < own && own < dark);
        let folder = page_folder(up);
        for link in links(&html).iter().filter(|link| link.contains("portal/")) {
            assert!(workshop.has(&format!("site/{folder}{link}")), "{link}");
        }
    }
    assert!(workshop.read("site/portal/frame.css").contains("--brand: #a61b29"));
    let dark = workshop.read("site/dark.css");
    assert!(dark.starts_with("of the page") && dark.contains("--brand: #") && !dark.contains("#a61b29"), "{dark}");
    assert!(workshop.read("site/portal/count.js") == "// counts" && workshop.has("site/portal/tab.png"));
}

fn page_folder(up: &str) -> &'static str {
    if up.is_empty() { "" } else { "a/" }
}

#[test]
fn the_portal_is_kept_with_the_folder_until_another_is_given() {
    let (workshop, site) = portal("portal-kept", &[]);
    two(&workshop, Some(&site));
    fs::remove_dir_all(workshop.path("own")).unwrap();
    two(&workshop, None);
    assert!(workshop.read("site/a/index.html").contains("青石县财政局") && workshop.has("site/portal/emblem.svg"));
    assert_eq!(workshop.read("site/portal/site.json"), SITE);
    let other = workshop.write("other.json", r#"{"name": "另一个"}"#);
    two(&workshop, Some(&other));
    let page = workshop.read("site/a/index.html");
    assert!(page.contains("另一个") && !page.contains("青石县财政局") && !workshop.has("site/portal/emblem.svg"));
    assert!(page.contains("href=\"../icon.svg\""), "the program's own sign, where the portal has none");
    assert!(!workshop.read("site/dark.css").contains("--brand"));
}

#[test]
fn without_a_portal_one_budgets_page_has_no_frame() {
    let workshop = Workshop::new("portal-none");
    let file = workshop.write("a.json", &of("甲局").to_string());
    workshop.publishes(&[&file]);
    let page = workshop.read("site/index.html");
    assert!(!page.contains("portal") && !workshop.has("site/portal"), "{page}");
    assert!(
        page.contains("<link rel=\"icon\" href=\"icon.svg\" type") && page.contains("content=\"预算透视 Budget Lens\"")
    );
    // Blank fields say nothing, and are no faults.
    let blank = workshop.write("site.json", r#"{"name": "", "brand": " ", "icp": null}"#);
    workshop.publishes(&[&file, "--site", &blank]);
    assert!(!workshop.read("site/index.html").contains("portal-"));
}

#[test]
fn what_cannot_stand_in_a_page_is_refused_with_its_place() {
    let (workshop, site) = portal("portal-refused", &[]);
    let file = workshop.write("a.json", &of("甲局").to_string());
    for (from, to, wanted) in [
        ("\"name\"", "\"nmae\"", "site.json:2:8: 没有“nmae”这一项，可以写的有：name、home"),
        ("#a61b29", "#ff8800", "site.json:6:20: #ff8800 写在白底上看不清：对比度 2.3"),
        ("#a61b29", "red", "“red”不是颜色：请写成 #rrggbb"),
        ("https://www.", "javascript:alert(1)//", "不能作为地址"),
        ("https://www.", "//www.", "不能作为地址"),
        ("mailto:", "data:", "“data:web@qingshi.example”不能作为地址"),
        ("emblem.svg", "../a.svg", "“../a.svg”不能作为文件名"),
        ("emblem.svg", "emblem.html", "emblem：“emblem.html”的类型不对，可以用 .png、.jpg"),
        ("emblem.svg", "none.svg", "emblem：没有文件"),
        ("count.js", "frame.css", "statistics：“frame.css”的类型不对"),
        ("\"1400000001\"", "1400000001", "这里的值类型不对"),
        ("\"name\"", "name", "不是有效的 JSON"),
        ("{\"text\": \"网站地图\", ", "{", "缺少“text”"),
    ] {
        let bad = workshop.write("own/site.json", &SITE.replace(from, to));
        let output = workshop.publish(&[&file, "--site", &bad]);
        let told = err(&output);
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains(wanted) && !workshop.has("site"), "{wanted} is not in {told}");
    }
    let english = workshop.publish(&[&file, "--site", &site, "--lang=en"]);
    assert!(err(&english).contains("“text” is missing"), "{}", err(&english));
    workshop.write_bytes("own/emblem.svg", &vec![b' '; 600 * 1024]);
    let large = workshop.write("own/site.json", SITE);
    assert!(err(&workshop.publish(&[&file, "--site", &large])).contains("emblem.svg 有 600 KB，最多 512 KB"));
}

#[test]
fn a_department_is_never_called_as_the_portals_folder() {
    let (workshop, site) = portal("portal-name", &[]);
    let files = [
        workshop.write("in/portal.json", &of("甲局").to_string()),
        workshop.write("in/b.json", &of("乙局").to_string()),
    ];
    workshop.publishes(&[&files[0], &files[1], "--site", &site]);
    assert!(workshop.has("site/portal-2/index.html") && !workshop.has("site/portal/index.html"));
}
