//! Official statistics that are published with the budgets: one file, which every budget's page names.

use serde_json::{Value, json};

use super::workshop::{Workshop, err, of, out};
use crate::common::program::program;

fn statistics() -> Value {
    json!({
        "format": "budget-lens/statistics/1",
        "series": [{
            "kind": "inhabitants", "name": "常住人口", "region": "青石县", "unit": "万人",
            "source": {"name": "县统计局"}, "values": {"2025": "20.30", "2026": "20.18"},
        }],
    })
}

/// The files of statistics in the published folder, without their compressed forms.
fn published(workshop: &Workshop) -> Vec<String> {
    let files = workshop.files("site").into_iter();
    files.filter(|name| name.starts_with("statistics-") && name.matches('.').count() == 1).collect()
}

#[test]
fn the_file_is_published_once_and_every_page_of_a_budget_names_it() {
    let workshop = Workshop::new("statistics");
    let files = ["甲局", "乙局"].map(|name| workshop.write(&format!("in/{name}.json"), &of(name).to_string()));
    let given = workshop.write("statistics.json", &statistics().to_string());
    let run = || out(&workshop.publish(&[&files[0], &files[1], "--statistics", &given]));
    run();
    let [name] = &published(&workshop)[..] else { panic!("{:?}", published(&workshop)) };
    assert_eq!(workshop.read(&format!("site/{name}")), statistics().to_string());
    assert!(workshop.has(&format!("site/{name}.br")));
    let link = format!("<link rel=\"statistics\" href=\"../{name}\">");
    let pages = workshop.files("site").into_iter().filter(|file| file.ends_with("/index.html"));
    let named = pages.filter(|file| workshop.read(&format!("site/{file}")).contains(&link)).count();
    assert_eq!(named, 2);
    // The same file changes nothing, another one all pages.
    assert!(run().contains("其中 2 "), "taken over as they were");
    let mut other = statistics();
    other["series"][0]["values"]["2026"] = json!("20.19");
    workshop.write("statistics.json", &other.to_string());
    assert!(!run().contains("其中 "));
    assert_eq!(published(&workshop).len(), 1, "the old file is gone");
    assert_ne!(&published(&workshop)[0], name);
    assert!(!workshop.publishes(&[&files[0], &files[1]]).contains("statistics"));
    assert!(published(&workshop).is_empty() && !workshop.files("site").is_empty());
}

#[test]
fn a_file_that_cannot_be_used_stops_the_publishing_and_says_where() {
    let workshop = Workshop::new("statistics-wrong");
    let file = workshop.write("in/a.json", &of("甲局").to_string());
    let mut wrong = statistics();
    wrong["series"][0]["values"]["2026"] = json!("0");
    let given = workshop.write("statistics.json", &serde_json::to_string_pretty(&wrong).unwrap());
    let output = workshop.publish(&[&file, "--statistics", &given]);
    assert_eq!(output.status.code(), Some(2));
    let told = err(&output);
    assert!(told.contains("statistics.json:") && told.contains("应为大于 0 的数"), "{told}");
    assert!(!workshop.has("site"));
    let output = workshop.publish(&[&file, "--statistics", &workshop.path("none.json")]);
    assert!(err(&output).contains("没有这个文件"), "{}", err(&output));
}

#[test]
fn check_says_whether_it_can_be_used() {
    let workshop = Workshop::new("statistics-checked");
    let check = |text: &str| {
        let output = program().args(["check", &workshop.write("s.json", text)]).output().unwrap();
        (output.status.code(), out(&output))
    };
    let (status, told) = check(&statistics().to_string());
    assert!(status == Some(0) && told.contains("统计数据：1 组，可以用。"), "{told}");
    let (status, told) = check(&statistics().to_string().replace("常住人口\",", "常住人口\",\"kind\":7,"));
    assert!(status == Some(2) && told.contains("不能用"), "{told}");
}
