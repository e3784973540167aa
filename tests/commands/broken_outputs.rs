//! The command line where nobody can be told: standard error is a full disk, a closed pipe, or not there at all.

use std::fs::{self, OpenOptions};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::common::program::program;
use crate::common::temporary;
use crate::told::root;

/// A folder with a budget, an official file, one that is neither, and a built page to publish with.
fn folder(name: &str) -> std::path::PathBuf {
    let folder = temporary::folder(name);
    fs::copy(root("budget.json"), folder.join("a.json")).unwrap();
    fs::write(folder.join("bad.json"), "{\"format\": 1}").unwrap();
    fs::write(folder.join("bad.pdf"), "%PDF-").unwrap();
    folder
}

/// Commands that have something to tell on standard error, and how they end.
const COMMANDS: [(&[&str], i32); 15] = [
    (&["check", "none.json", "bad.json", "a.json"], 2),
    (&["check", "--json", "none.json", "bad.json", "a.json"], 2),
    (&["check", "--html", "none.json", "a.json"], 2),
    (&["check", "a.json", "-o", "none/report"], 2),
    (&["import", "none.pdf", "-o", "out.json"], 2),
    (&["import", "bad.pdf", "-o", "out.json"], 2),
    (&["import-each", "bad.pdf", "none.pdf", "-o", "each"], 2),
    (&["facts", "bad.pdf", "none.pdf", "bad.json", "a.json", "-o", "store"], 2),
    (&["html", "none.json"], 2),
    (&["html", "bad.json", "--whole"], 2),
    (&["publish", "a.json", "none.json", "-o", "site", "--page", "page"], 2),
    (&["template", "-o", "none/t.xlsx"], 2),
    (&["chekc"], 2),
    (&["check", "--htm", "a.json"], 2),
    (&["schema"], 0),
];

/// Runs a command whose standard error is made by a shell, as `2>/dev/full` or `2>&-`.
fn ends(folder: &Path, arguments: &[&str], redirected: &str) -> Output {
    let line = format!("exec \"$0\" \"$@\" {redirected}");
    let mut command = Command::new("bash");
    command.args(["-c", &line]).arg(program().get_program()).args(arguments).env("LC_ALL", "C");
    command.current_dir(folder).output().unwrap()
}

#[test]
fn a_command_that_can_tell_nobody_ends_as_it_would() {
    let folder = folder("unheard");
    for (arguments, status) in COMMANDS {
        for redirected in ["", "2>/dev/full", "2>&-", "2> >(true)"] {
            let output = ends(&folder, arguments, redirected);
            assert_eq!(output.status.code(), Some(status), "{arguments:?} {redirected}: {output:?}");
        }
        // And what was to be printed is.
        let [heard, unheard] = ["2>/dev/null", "2>/dev/full"].map(|to| ends(&folder, arguments, to).stdout);
        assert_eq!(heard, unheard, "{arguments:?}");
    }
}

#[test]
fn a_site_is_published_although_nobody_can_be_told() {
    let workshop = crate::publish::Workshop::new("unheard");
    let budget = root("budget.json");
    for redirected in ["2>/dev/full", "2>&-"] {
        let site = workshop.path("site");
        let page = workshop.path("page");
        let arguments = ["publish", &budget, "--verbose", "--allow-mismatch", "-o", &site, "--page", &page];
        let output = ends(Path::new(&workshop.path("")), &arguments, redirected);
        assert_eq!(output.status.code(), Some(0), "{redirected}: {output:?}");
        assert!(workshop.has("site/index.html"), "{redirected}");
    }
}

#[test]
fn a_result_that_cannot_be_written_is_no_result() {
    let folder = folder("unwritten");
    let full = || Stdio::from(OpenOptions::new().write(true).open("/dev/full").unwrap());
    for arguments in [
        &["check", "a.json"][..],
        &["check", "--json", "a.json"],
        &["check", "--html", "a.json"],
        &["html", "a.json"],
        &["schema"],
        &["--help"],
        &["completions", "bash"],
    ] {
        let output = program().current_dir(&folder).args(arguments).stdout(full()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains("没有写完：没有地方写了：磁盘满了。"), "{arguments:?}: {told}");
        let output = program().current_dir(&folder).args(arguments).stdout(full()).stderr(full()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}
