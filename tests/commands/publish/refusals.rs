//! What is not published, and what is left alone then.

use std::fs;

use super::workshop::{Workshop, err, example, of, out, root};

#[test]
fn what_does_not_add_up_is_told_and_nothing_is_written() {
    let workshop = Workshop::new("mismatch");
    let output = workshop.publish(&[&root("budget.json")]);
    let told = err(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("budget.json · 直属机关事务服务中心  10 处不符\n"), "{told}");
    assert!(told.contains("有 10 处不符，什么都没有写。") && told.contains("--allow-mismatch"), "{told}");
    assert!(
        told.lines().count() < 4 && told.contains("check --html 文件 > 报告.html"),
        "no more than where to look: {told}"
    );
    assert!(!workshop.has("site"));
    let told = err(&workshop.publish(&[&root("budget.json"), "--verbose"]));
    assert_eq!(told.matches("可能的改法：").count(), 8, "{told}");
    assert!(told.contains("\n不符：10 处，8 个原因\n") && !told.contains("（--all "), "{told}");
    let english = err(&workshop.publish(&[&root("budget.json"), "--lang=en"]));
    assert!(english.contains("10 numbers do not agree, and nothing was written.") && !english.contains("不符"));
    let output = workshop.publish(&[&root("budget.json"), "--allow-mismatch"]);
    assert_eq!(out(&output).lines().next(), Some("直属机关事务服务中心 → ./  10 处不符"), "told all the same");
    assert!(workshop.has("site/index.html"));
}

#[test]
fn every_file_that_cannot_be_used_is_told_and_nothing_is_written() {
    let workshop = Workshop::new("unusable");
    let good = workshop.write("good.json", &example().to_string());
    let bad = workshop.write("bad.json", &example().to_string().replace("120.50", "12O.50"));
    let output = workshop.publish(&[&bad, &good, "nowhere.json", "--allow-mismatch"]);
    let told = err(&output);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("12O.50") && told.contains("nowhere.json: "), "{told}");
    assert!(told.contains("有文件不能用，什么都没有写。") && !workshop.has("site"), "{told}");
}

#[test]
fn a_run_that_fails_leaves_the_folder_as_it_was_and_nothing_beside_it() {
    let workshop = Workshop::new("fails");
    let good = workshop.write("good.json", &of("甲局").to_string());
    workshop.publishes(&[&good]);
    let before = (workshop.files("site"), workshop.read("site/index.html"), workshop.files(""));
    assert_eq!(workshop.publish(&[&root("budget.json")]).status.code(), Some(1));
    assert_eq!((workshop.files("site"), workshop.read("site/index.html"), workshop.files("")), before);
    // A file of the page that cannot be copied: the new folder is half made by then.
    #[cfg(unix)]
    {
        let file = workshop.path("page/boot-1.js");
        fs::remove_file(&file).unwrap();
        std::os::unix::fs::symlink("nowhere", &file).unwrap();
        let output = workshop.publish(&[&good]);
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains("boot-1.js"), "{}", err(&output));
        assert_eq!((workshop.files("site"), workshop.read("site/index.html"), workshop.files("")), before);
    }
}

#[test]
fn a_folder_that_somebody_else_made_is_never_replaced() {
    let workshop = Workshop::new("foreign");
    let good = workshop.write("good.json", &example().to_string());
    workshop.write("site/thesis.txt", "years of work");
    let output = workshop.publish(&[&good]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("不是空的，也不是 budget-lens publish 做的"), "{}", err(&output));
    assert_eq!(workshop.files("site"), ["thesis.txt"]);
    fs::remove_file(workshop.path("site/thesis.txt")).unwrap();
    workshop.publishes(&[&good]);
    assert!(workshop.has("site/index.html"), "an empty one is");
}

#[test]
fn a_folder_with_what_it_would_be_made_of_is_never_replaced() {
    let workshop = Workshop::new("inside");
    let good = workshop.write("good.json", &example().to_string());
    workshop.publishes(&[&good]);
    fs::rename(&good, workshop.path("site/good.json")).unwrap();
    let inside = workshop.path("site/good.json");
    let output = workshop.publish(&[&inside]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("里有要发布的文件"), "{}", err(&output));
    assert!(workshop.has("site/good.json"));
    let page = workshop.path("page");
    for folder in ["/", ".", "..", "nowhere/site", &workshop.path(""), &page, &workshop.path("page/site")] {
        let output = workshop.run(&[&inside, "-o", folder, "--page", &page]);
        assert_eq!(output.status.code(), Some(2), "{folder}: {}", err(&output));
    }
    assert!(workshop.has("page/index.html") && workshop.has("site/index.html"));
}

#[test]
fn without_a_page_it_is_said_how_to_make_one() {
    let workshop = Workshop::new("pageless");
    let good = workshop.write("good.json", &example().to_string());
    for (page, wanted) in [("empty", "没有做好的页面"), ("older", "不是这个版本的 make dist 做的")] {
        fs::create_dir_all(workshop.path(page)).unwrap();
        workshop.write("older/manifest.json", "{\"boot\": \"boot-1.js\"}");
        let output = workshop.run(&[&good, "-o", &workshop.path("site"), "--page", &workshop.path(page)]);
        let told = err(&output);
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains(wanted) && told.contains("make dist"), "{told}");
    }
    assert!(!workshop.has("site"));
}

#[test]
fn arguments_that_make_no_sense_are_told_why() {
    let workshop = Workshop::new("usage");
    for (arguments, reason) in [
        (&["a.json"][..], "publish 要用 -o 指出放到哪个文件夹"),
        (&["-o", "site"], "publish 后面要写文件"),
        (&["a.json", "-o", "site", "--url", "example.org"], "--url 要以 https:// 或 http:// 开头，实为 example.org"),
    ] {
        let output = workshop.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(err(&output).lines().next(), Some(reason), "{arguments:?}");
        assert!(err(&output).contains("publish FILE… -o DIR"), "{arguments:?}");
    }
}
