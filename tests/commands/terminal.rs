//! The command line at a terminal, which util-linux's `script` makes: colours, how wide a line is, how far the work is.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_budget-lens");

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Budgets in which something is odd, and the folder that they are in.
fn budgets(name: &str, count: usize) -> (PathBuf, Vec<String>) {
    let folder = folder(name);
    let budget = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/budget.json")).unwrap();
    let odd = budget.replacen("\"document\": {", "\"document\": { \"odd\": 1,", 1);
    let names: Vec<_> = (0..count).map(|i| format!("{i}.json")).collect();
    for name in &names {
        fs::write(folder.join(name), &odd).unwrap();
    }
    (folder, names)
}

/// A command in a folder that nothing but these variables tells of its surroundings.
fn bare(mut command: Command, folder: &Path, variables: &[(&str, &str)]) -> Output {
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "CI"] {
        command.env_remove(name);
    }
    command.env("LC_ALL", "C").env("TERM", "xterm").envs(variables.iter().copied());
    command.current_dir(folder).stdin(Stdio::null()).output().unwrap()
}

/// What a terminal of 60 columns is sent.
fn at_a_terminal(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> String {
    let line = format!("stty cols 60 rows 24; '{PROGRAM}' {}", arguments.join(" "));
    let mut script = Command::new("script");
    script.args(["-qec", &line, "/dev/null"]);
    String::from_utf8(bare(script, folder, variables).stdout).unwrap().replace("\r\n", "\n")
}

fn piped(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(PROGRAM);
    command.args(arguments);
    bare(command, folder, variables)
}

#[test]
fn colours_are_for_terminals_and_for_those_who_ask_for_them() {
    let (folder, _) = budgets("terminal-colours", 1);
    let out =
        |variables: &[(&str, &str)]| String::from_utf8(piped(&folder, &["check", "0.json"], variables).stdout).unwrap();
    let shown = at_a_terminal(&folder, &["check", "0.json"], &[]);
    assert!(shown.contains("\n\x1b[1m\x1b[31m不符\x1b[0m：10 处"), "{shown:?}");
    assert!(shown.contains("\x1b[1m  0.json:4:"), "{shown:?}");
    assert!(!at_a_terminal(&folder, &["check", "0.json"], &[("NO_COLOR", "1")]).contains('\x1b'));
    assert!(!out(&[]).contains('\x1b') && out(&[("CLICOLOR_FORCE", "1")]).contains("\x1b[31m不符"));
    piped(&folder, &["check", "0.json", "-o", "report.txt"], &[("CLICOLOR_FORCE", "1")]);
    let written = fs::read_to_string(folder.join("report.txt")).unwrap();
    assert_eq!(written, out(&[]), "no colour goes into a file");
}

#[test]
fn programs_get_the_very_text_and_terminals_nothing_that_they_obey() {
    let folder = folder("terminal-bytes");
    let budget = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/budget.json")).unwrap();
    fs::write(folder.join("a.json"), budget.replacen("\"department\": \"", "\"department\": \"\x7f", 1)).unwrap();
    let output = String::from_utf8(piped(&folder, &["check", "--json", "a.json"], &[]).stdout).unwrap();
    assert!(output.contains("\"department\":\"\\u007f"), "{output}");
    let read: serde_json::Value = serde_json::from_str(&output).unwrap();
    assert!(read["department"].as_str().unwrap().starts_with('\x7f'));
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let (folder, _) = budgets("terminal-width", 1);
    let shown = at_a_terminal(&folder, &["check", "0.json"], &[("NO_COLOR", "1")]);
    // Only what can be broken nowhere stands out: a name of many characters has no line that is longer by half.
    let sentences = shown.lines().filter(|line| line.starts_with("    "));
    let widths: Vec<_> = sentences.map(unicode_width::UnicodeWidthStr::width).collect();
    assert!(widths.len() > 10 && widths.iter().all(|width| *width <= 60), "{shown}");
    assert!(widths.iter().any(|width| *width > 50), "{shown}");
}

#[test]
fn how_far_the_work_is_stands_below_what_is_told_and_goes_in_the_end() {
    let (folder, names) = budgets("terminal-progress", 4);
    let files: Vec<_> = names.iter().map(String::as_str).collect();
    let arguments = [&["check", "--json", "-o", "all.json"][..], &files].concat();
    let shown = at_a_terminal(&folder, &arguments, &[]);
    for i in 1..=4 {
        assert!(shown.contains(&format!("核对 {i} / 4 ")), "{shown:?}");
    }
    // A line of progress is wiped before anything else is written to it.
    let seen: Vec<_> = shown.lines().map(|line| line.rsplit("\x1b[2K").next().unwrap()).collect();
    let odd = seen.iter().filter(|line| line.ends_with(".json:4:24: 格式里没有字段 \"odd\"，已略过。"));
    assert_eq!(odd.count(), 4, "{seen:#?}");
    assert!(!seen.iter().any(|line| line.contains(" / 4 ")), "{seen:#?}");
    let silent = piped(&folder, &arguments, &[]);
    assert_eq!(String::from_utf8(silent.stderr).unwrap().lines().count(), 4, "a pipe has the notes alone");
}
