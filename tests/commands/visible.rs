//! What a file or its name would have a terminal do is shown, and not done.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::common::program::program;
use crate::common::{example, temporary};
use crate::publish::Workshop;
use crate::told::{err, out};

/// What clears a screen, sets a title, makes a link, returns to the line's begin, turns the line round and hides words.
const EVIL: &str = "\u{1b}[2J\u{1b}]0;pwn\u{7}\u{1b}]8;;https://a.example\u{1b}\\\r\u{8}\u{9b}1A\u{202e}\u{2066}\u{200b}\u{e0041}\u{1b}[31m";

/// Whether a text has anything in it that a terminal obeys or no reader sees.
fn is_plain(text: &str) -> bool {
    !text.contains(|c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || EVIL.contains(c) && !c.is_ascii())
}

/// A budget whose department, table, line, project and unknown field command a terminal; and one with a fault that does.
fn evil(name: &str) -> PathBuf {
    let workshop = Workshop::new(name);
    let folder = PathBuf::from(workshop.path(""));
    let mut budget: Value = serde_json::from_str(&example::example()).unwrap();
    budget["document"]["department"] = ["局", EVIL].concat().into();
    budget["document"][["x", EVIL].concat()] = 1.into();
    budget["tables"][0]["title"] = ["表", EVIL].concat().into();
    budget["tables"][0]["lines"][0]["name"] = ["行", EVIL].concat().into();
    budget["tables"][0]["lines"][0]["amounts"]["total"] = "999999.99".into();
    fs::write(folder.join("content.json"), budget.to_string()).unwrap();
    budget["document"]["unit"] = EVIL.into();
    fs::write(folder.join("fault.json"), budget.to_string()).unwrap();
    let csv = format!(
        "某{EVIL}局2026年部门预算\n支出总表\n单位：万元\n科目编码,科目名称,合计\n,合计,4.00\n201,{EVIL},4.00\n"
    );
    fs::write(folder.join("official.csv"), csv).unwrap();
    folder
}

#[test]
fn nothing_that_is_printed_commands_a_terminal() {
    let folder = evil("visible");
    let run = |arguments: &[&str]| {
        program().current_dir(&folder).env_remove("CLICOLOR_FORCE").args(arguments).output().unwrap()
    };
    let mut shown = 0;
    for arguments in [
        &["check", "content.json"][..],
        &["check", "--all", "content.json", "official.csv"],
        &["check", "fault.json"],
        &["check", "--json", "--lang=en", "content.json", "fault.json"],
        &["check", "--html", "--all", "content.json", "fault.json"],
        &["html", "content.json"],
        &["html", "--whole", "content.json"],
        &["publish", "content.json", "fault.json", "--verbose", "-o", "site", "--page", "page"],
        &["publish", "content.json", "--allow-mismatch", "-o", "site", "--page", "page"],
        &["import", "official.csv", "-o", "out.json"],
        &["import", "official.csv", "--json"],
        &["import", "official.csv", "-o", "-"],
        &["import-each", "official.csv", "-o", "each"],
        &["facts", "official.csv", "content.json", "fault.json", "-o", "store"],
        &[EVIL],
        &["check", &["--", EVIL].concat()],
        &["check", EVIL],
        &["publish", "content.json", "-o", "x", "--url", EVIL],
        &["check", "content.json", "-o", &[EVIL, "/x"].concat()],
    ] {
        let output = run(arguments);
        for told in [out(&output), err(&output)] {
            assert!(is_plain(&told), "{arguments:?}: {told:?}");
            shown += told.matches("\\u{1b}]0;pwn\\u{7}").count();
        }
    }
    assert!(shown > 20, "it is shown: {shown}");
}

#[test]
fn the_colours_of_the_report_stay_and_those_of_the_file_do_not() {
    let folder = evil("visible-colours");
    let mut command = program();
    let output = command.current_dir(&folder).env("CLICOLOR_FORCE", "1").args(["check", "content.json"]).output();
    let told = out(&output.unwrap());
    assert!(told.contains("\u{1b}[31m不符\u{1b}[0m") && told.contains("\\u{1b}[31m"), "{told:?}");
    let ours = ["\u{1b}[0m", "\u{1b}[1m", "\u{1b}[31m", "\u{1b}[33m", "\u{1b}[35m", "\u{1b}[36m"];
    let rest = ours.iter().fold(told, |told, colour| told.replace(colour, ""));
    assert!(is_plain(&rest), "{rest:?}");
}

#[test]
fn programs_get_the_very_text() {
    let folder = evil("visible-json");
    let output = program().current_dir(&folder).args(["check", "--json", "content.json"]).output().unwrap();
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["department"], ["局", EVIL].concat());
}

#[cfg(target_os = "linux")]
#[test]
fn a_files_name_is_shown_and_is_one_line() {
    let folder = temporary::folder("visible-names");
    let name = ["a\n不符\u{1b}[2J", ".json"].concat();
    fs::write(folder.join(&name), example::example()).unwrap();
    for arguments in [&["check", &name][..], &["check", "--json", &name], &["html", &name, "--manifest", &name]] {
        let output = program().current_dir(&folder).args(arguments).output().unwrap();
        let told = out(&output) + &err(&output);
        assert!(is_plain(&told) && told.contains("\\n不符\\"), "{told:?}");
    }
}

#[test]
fn published_pages_have_no_character_that_html_cannot_have() {
    let workshop = Workshop::new("controls");
    let evil = "\u{0}\u{1}\u{1b}\u{7f}\u{9b}\u{fffe}\u{ffff}";
    let budget = |name: &str, year: u16| {
        let mut budget: Value = serde_json::from_str(&example::example()).unwrap();
        budget["document"]["department"] = [name, evil, "局"].concat().into();
        budget["document"]["region"] = ["青石", evil, "县"].concat().into();
        budget["document"]["title"] = ["预算", evil].concat().into();
        budget["document"]["year"] = year.into();
        budget["tables"][0]["lines"][1]["name"] = ["行", evil].concat().into();
        workshop.write(&format!("{name}-{year}.json"), &budget.to_string())
    };
    let files = [budget("a", 2026), budget("b", 2026), budget("a", 2027)];
    let files: Vec<_> = files.iter().map(String::as_str).collect();
    workshop.publishes(&[&files[..], &["--allow-mismatch"]].concat());
    let mut pages = 0;
    let is_page = |file: &String| [".html", ".xml", ".svg"].iter().any(|end| file.ends_with(end));
    for file in workshop.files("site").into_iter().filter(is_page) {
        let page = workshop.read(&format!("site/{file}"));
        let strange = page.find(|c: char| (c.is_control() && c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}'));
        assert_eq!(strange.map(|at| page[at..].escape_unicode().take(40).collect::<String>()), None, "{file}");
        pages += 1;
    }
    assert!(pages > 20, "{pages}: the list, three departments, the ways to the newest");
}
