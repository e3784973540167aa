//! Two runs at once, what runs that were killed have left, and folders in which something may be lost.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::common::program::program;

use super::workshop::{Workshop, err, of};

/// What lies beside the published folder and belongs to it.
fn beside(workshop: &Workshop) -> Vec<String> {
    let entries = fs::read_dir(workshop.path("")).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> =
        entries.map(|name| name.into_string().unwrap()).filter(|name| name.starts_with('.')).collect();
    names.sort();
    names
}

/// Publishes this so that it lies where a run that was killed would have left it, published so many hours ago.
fn aside(workshop: &Workshop, file: &str, name: &str, hours: u64) {
    let made = workshop.path("made");
    let output = workshop.run(&[file, "-o", &made, "--page", &workshop.path("page")]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    fs::rename(&made, workshop.path(name)).unwrap();
    let mark = File::options().write(true).open(workshop.path(&format!("{name}/.budget-lens"))).unwrap();
    mark.set_modified(SystemTime::now() - Duration::from_secs(hours * 3600)).unwrap();
}

#[test]
fn a_second_run_waits_for_nobody_and_harms_nothing() {
    let workshop = Workshop::new("two");
    let file = workshop.write("in/a.json", &of("甲局").to_string());
    workshop.publishes(&[&file]);
    let lock = File::create(workshop.path(".site.lock")).unwrap();
    lock.lock().unwrap();
    // What the run that has the lock is making.
    workshop.write(".site.new-1/index.html", "half");
    let output = workshop.publish(&[&file]);
    assert_eq!(output.status.code(), Some(2), "{}", err(&output));
    assert!(err(&output).starts_with("另一个 budget-lens publish 正往 "), "{}", err(&output));
    assert!(workshop.has(".site.new-1/index.html") && workshop.has("site/index.html"));
    // The system unlocks what a killed run had; another folder has a lock of its own.
    workshop.run(&[&file, "-o", &workshop.path("other"), "--page", &workshop.path("page")]);
    assert!(workshop.has("other/index.html"));
    drop(lock);
    workshop.publishes(&[&file]);
    assert!(beside(&workshop).is_empty(), "{:?}", beside(&workshop));
}

#[test]
fn of_several_runs_at_once_each_publishes_or_says_that_another_does() {
    let workshop = Workshop::new("at-once");
    let file = workshop.write("in/a.json", &of("甲局").to_string());
    workshop.publishes(&[&file]);
    let run = || {
        let mut command = program();
        command.current_dir(workshop.path("")).args(["publish", "-o", "site", "--page", "page", &file]);
        command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::piped()).spawn().unwrap()
    };
    let ended: Vec<_> = (0..4).map(|_| run()).collect();
    let mut published = 0;
    for child in ended {
        let output = child.wait_with_output().unwrap();
        let told = err(&output);
        match output.status.code() {
            Some(0) => published += 1,
            code => assert!(code == Some(2) && told.starts_with("另一个 budget-lens publish"), "{code:?}: {told}"),
        }
    }
    assert!(published > 0 && workshop.has("site/index.html"));
    assert!(beside(&workshop).is_empty(), "{:?}", beside(&workshop));
}

#[test]
fn the_newest_whole_folder_that_a_killed_run_put_aside_comes_back_and_is_told() {
    let workshop = Workshop::new("restored");
    let file = |name| workshop.write(&format!("in/{name}.json"), &of(name).to_string());
    let [oldest, newer, newest] = ["甲局", "乙局", "丙局"].map(file);
    for (file, name, hours) in [(&oldest, ".site.old-3", 9), (&newest, ".site.old-1", 1), (&newer, ".site.old-2", 5)] {
        aside(&workshop, file, name, hours);
    }
    // The newest of all is not whole: somebody had begun to delete it.
    aside(&workshop, &oldest, ".site.old-4", 0);
    fs::remove_file(workshop.path(".site.old-4/index.html")).unwrap();
    workshop.write(".site.new-77/index.html", "half");
    workshop.write(".site.new-mine/keep", "somebody else's");
    let output = workshop.publish(&["nowhere.json"]);
    let told = err(&output);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("已经把原来的从 ") && told.contains(".site.old-1 放回去"), "{told}");
    assert!(workshop.read("site/index.html").contains("丙局"));
    assert_eq!(beside(&workshop), [".site.new-mine"], "the others are gone, and told: {told}");
    for gone in [".site.new-77", ".site.old-2", ".site.old-3", ".site.old-4"] {
        assert!(told.contains(gone), "{gone}: {told}");
    }
    // Nothing is left to come back the next time.
    fs::remove_dir_all(workshop.path("site")).unwrap();
    let told = err(&workshop.publish(&["nowhere.json"]));
    assert!(!told.contains("放回去") && !workshop.has("site"), "{told}");
}

#[test]
fn a_folder_that_is_there_is_never_replaced_by_one_of_before() {
    let workshop = Workshop::new("swept");
    let file = |name| workshop.write(&format!("in/{name}.json"), &of(name).to_string());
    let [old, new] = ["甲局", "乙局"].map(file);
    workshop.publishes(&[&new]);
    aside(&workshop, &old, ".site.old-1", 0);
    let told = err(&workshop.publish(&["nowhere.json"]));
    assert!(workshop.read("site/index.html").contains("乙局") && !told.contains("放回去"), "{told}");
    assert!(told.contains(".site.old-1") && beside(&workshop).is_empty(), "{told}");
    // Beside a folder of somebody else's, nothing is touched.
    fs::remove_dir_all(workshop.path("site")).unwrap();
    aside(&workshop, &old, ".site.old-1", 0);
    workshop.write("site/thesis.txt", "years of work");
    assert!(err(&workshop.publish(&[&new])).contains("不是 budget-lens publish 做的"));
    assert_eq!((workshop.files("site"), beside(&workshop)), (vec!["thesis.txt".into()], vec![".site.old-1".into()]));
}

#[test]
fn a_mark_that_lists_nothing_protects_what_publishing_does_not_make() {
    let workshop = Workshop::new("unlisted");
    let [one, two] = ["甲局", "乙局"].map(|name| workshop.write(&format!("in/{name}.json"), &of(name).to_string()));
    workshop.publishes(&[&one, &two]);
    workshop.write("site/.budget-lens", "");
    workshop.publishes(&[&one, &two]);
    workshop.write("site/.budget-lens", "");
    workshop.write("site/thesis.doc", "years of work");
    workshop.write("site/.git/HEAD", "ref");
    let before = workshop.files("site");
    let output = workshop.publish(&[&one, &two]);
    let told = err(&output);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("里有不像是发布生成的：.git、thesis.doc。") && told.contains("移走"), "{told}");
    assert_eq!(workshop.files("site"), before);
    for own in [".git", "thesis.doc"] {
        fs::rename(workshop.path(&format!("site/{own}")), workshop.path(&format!("in/{own}"))).unwrap();
    }
    workshop.publishes(&[&one, &two]);
    // As it says, they are kept once they are put back.
    fs::rename(workshop.path("in/thesis.doc"), workshop.path("site/thesis.doc")).unwrap();
    workshop.publishes(&[&one, &two]);
    assert!(Path::new(&workshop.path("site/thesis.doc")).is_file());
}

#[test]
fn a_day_that_is_none_is_noted_and_told_to_no_search_engine() {
    let workshop = Workshop::new("days");
    let mut budget = of("甲局");
    budget["document"]["published"] = "2026-99-99".into();
    let file = workshop.write("in/a.json", &budget.to_string());
    let told = workshop.publishes(&[&file, "--verbose"]);
    assert!(told.contains("\"2026-99-99\" 不是日历上的日期，页面照原样显示。"), "{told}");
    assert!(!workshop.read("site/sitemap.xml").contains("lastmod"));
    budget["document"]["published"] = "2026-02-13".into();
    let file = workshop.write("in/a.json", &budget.to_string());
    assert!(!workshop.publishes(&[&file, "--verbose"]).contains("日历"));
    assert!(workshop.read("site/sitemap.xml").contains("<lastmod>2026-02-13</lastmod>"));
}
