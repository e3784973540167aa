//! What is as it was when it was published before is not made anew.

use std::fs;

use super::workshop::{Workshop, of, out};

/// Three departments in files.
fn three(workshop: &Workshop) -> Vec<String> {
    let write =
        |(name, department): (&str, &str)| workshop.write(&format!("in/{name}.json"), &of(department).to_string());
    [("a", "甲局"), ("b", "乙局"), ("c", "丙局")].map(write).into()
}

/// How many folders a run took over as they were.
fn unchanged(workshop: &Workshop, files: &[String], arguments: &[&str]) -> usize {
    let files: Vec<_> = files.iter().map(String::as_str).chain(arguments.iter().copied()).collect();
    let output = workshop.publish(&files);
    assert_eq!(output.status.code(), Some(0), "{}", super::workshop::err(&output));
    let told = out(&output);
    let count = told.split_once("其中 ").map(|(_, rest)| rest.split(' ').next().unwrap().parse().unwrap());
    count.unwrap_or(0)
}

#[test]
fn only_what_changed_is_made_anew_and_the_folder_is_as_if_all_had_been() {
    let workshop = Workshop::new("unchanged");
    let files = three(&workshop);
    assert_eq!(unchanged(&workshop, &files, &[]), 0);
    let all = |workshop: &Workshop| -> Vec<(String, Vec<u8>)> {
        let names = workshop.files("site").into_iter().filter(|name| name != ".budget-lens");
        names.map(|name| (name.clone(), fs::read(workshop.path(&format!("site/{name}"))).unwrap())).collect()
    };
    let before = all(&workshop);
    assert_eq!(unchanged(&workshop, &files, &[]), 3);
    assert!(all(&workshop) == before, "the same files with the same bytes");
    workshop.write("in/b.json", &of("丁局").to_string());
    assert_eq!(unchanged(&workshop, &files, &[]), 2);
    assert!(workshop.read("site/b/index.html").contains("丁局") && workshop.read("site/index.html").contains("丁局"));
    assert_eq!(unchanged(&workshop, &files[..2], &[]), 2, "what is gone is gone");
    assert!(!workshop.has("site/c"));
}

#[test]
fn another_option_another_portal_and_another_page_make_all_anew() {
    let workshop = Workshop::new("unchanged-options");
    let files = three(&workshop);
    let site = workshop.write("site.json", r#"{"name": "青石县人民政府"}"#);
    let runs: [(&[&str], usize); 7] = [
        (&[], 0),
        (&["--url", "https://budget.example/"], 0),
        (&["--url", "https://budget.example/"], 3),
        (&["--site", &site], 0),
        (&[], 3),
        (&["--figures"], 0),
        (&["--figures"], 3),
    ];
    for (i, (arguments, count)) in runs.into_iter().enumerate() {
        assert_eq!(unchanged(&workshop, &files, arguments), count, "run {i}");
    }
    workshop.write("page/page-1.css", "of another page");
    assert_eq!(unchanged(&workshop, &files, &["--figures"]), 0);
    assert!(workshop.read("site/a/index.html").contains("of another page"));
}

#[test]
fn what_somebody_changed_by_hand_is_made_anew() {
    let workshop = Workshop::new("unchanged-hand");
    let files = three(&workshop);
    unchanged(&workshop, &files, &[]);
    workshop.write("site/a/budget.json", "{}");
    fs::remove_file(workshop.path("site/b/whole.html")).unwrap();
    workshop.write("site/c/original.pdf", "somebody else's");
    assert_eq!(unchanged(&workshop, &files, &[]), 1);
    assert!(workshop.read("site/a/budget.json").contains("甲局") && workshop.has("site/b/whole.html"));
    assert_eq!(workshop.read("site/c/original.pdf"), "somebody else's");
}
