//! Standard input and pipes in place of files: each can be read once, and every command does with that.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

use crate::common::program::program;
use crate::common::temporary;
use crate::publish::Workshop;
use crate::told::{err, out, root};

const OFFICIAL: &str = "某市图书馆2026年部门预算,,,,\n支出总表,,,,\n单位：万元,,,,\n科目编码,科目名称,合计,基本支出,项目支出\n\
    合计,,4.00,1.00,3.00\n201,一般公共服务支出,1.00,1.00,\n208,社会保障和就业支出,3.00,,3.00\n";

/// Runs a command in a folder that is given this on standard input.
fn given(folder: &Path, arguments: &[&str], text: &[u8]) -> Output {
    let mut child = begun(program().current_dir(folder).args(arguments));
    // Who reads nothing of it has closed it.
    let _ = child.stdin.take().unwrap().write_all(text);
    child.wait_with_output().unwrap()
}

fn begun(command: &mut Command) -> Child {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
fn a_dash_is_standard_input_for_every_command_that_reads() {
    let workshop = Workshop::new("dash");
    let (folder, page) = (workshop.path(""), workshop.path("page"));
    let folder = Path::new(&folder);
    let budget = fs::read(root("budget.json")).unwrap();
    let told = given(folder, &["check", "-"], &budget);
    assert_eq!((told.status.code(), out(&told).lines().next().unwrap().starts_with("stdin · ")), (Some(1), true));
    let json: Value = serde_json::from_slice(&given(folder, &["check", "--json", "-"], &budget).stdout).unwrap();
    assert_eq!(json["file"], "stdin");
    assert!(out(&given(folder, &["html", "-"], &budget)).contains("<figure id=\"structure\""));
    let told = given(folder, &["check", "-"], b"{\n  \"format\": 1}");
    assert!(out(&told).contains("stdin:2:"), "{}", out(&told));
    // It is read twice: once to be checked, and once to be published.
    let other = workshop.write("other.json", &crate::publish::of("乙局").to_string());
    for twice in [&["-"][..], &["-", &other]] {
        let arguments = [&["publish", "--allow-mismatch", "-o", "site", "--page", &page], twice].concat();
        let told = given(folder, &arguments, &budget);
        assert_eq!(told.status.code(), Some(0), "{}", err(&told));
        let own = if twice.len() > 1 { "site/stdin/budget.json" } else { "site/budget.json" };
        assert_eq!(workshop.read(own).into_bytes(), budget);
    }
}

#[test]
fn official_files_come_through_standard_input_and_budgets_go_to_standard_output() {
    let folder = temporary::folder("pipes-import");
    let told = given(&folder, &["import", "-", "-o", "-"], OFFICIAL.as_bytes());
    let budget: Value = serde_json::from_slice(&told.stdout).expect("nothing but the budget");
    assert_eq!(budget["document"]["department"], "某市图书馆");
    assert!(err(&told).contains("某市图书馆 2026"), "the report goes to standard error: {}", err(&told));
    let told = given(&folder, &["check", "-"], OFFICIAL.as_bytes());
    assert_eq!(told.status.code(), Some(0), "{}", out(&told));
    let told = given(&folder, &["import-each", "-", "-o", "each"], OFFICIAL.as_bytes());
    assert_eq!(told.status.code(), Some(0), "{}", err(&told));
    let told = given(&folder, &["check", "-", "-o", "-"], OFFICIAL.as_bytes());
    assert!(out(&told).starts_with("stdin · 某市图书馆 2026") && !folder.join("-").exists());
    for refused in [
        &["template", "-o", "-"][..],
        &["import-each", "-", "-o", "-"],
        &["facts", "-", "-o", "-"],
        &["publish", "-", "-o", "-"],
    ] {
        let told = given(&folder, refused, OFFICIAL.as_bytes());
        assert_eq!((told.status.code(), folder.join("-").exists()), (Some(2), false), "{refused:?}");
        let why = err(&told);
        assert!(why.contains("标准输出") || why.contains("dist"), "{why}");
    }
}

#[test]
fn pipes_are_published_as_files_are() {
    let workshop = Workshop::new("pipes");
    let [one, two] =
        ["甲局", "乙局"].map(|name| workshop.write(&format!("{name}.json"), &crate::publish::of(name).to_string()));
    let line = format!("exec \"$0\" publish --page page -o site <(cat '{one}') <(cat '{two}')");
    let shell = |line: &str| {
        let mut bash = Command::new("bash");
        bash.args(["-c", line]).arg(program().get_program()).env("LC_ALL", "C");
        bash.current_dir(workshop.path("")).output().unwrap()
    };
    let told = shell(&line);
    assert_eq!(told.status.code(), Some(0), "{}", err(&told));
    assert!(out(&told).contains("甲局 → ") && out(&told).contains("乙局 → "), "{}", out(&told));
    for file in [&one, &two] {
        let line = format!("exec \"$0\" publish --page page -o site /dev/stdin < '{file}'");
        let told = shell(&line);
        assert_eq!(told.status.code(), Some(0), "{}", err(&told));
        assert_eq!(workshop.read("site/budget.json"), fs::read_to_string(file).unwrap());
    }
}

#[test]
fn who_waits_for_a_pipe_that_nobody_fills_is_told_and_goes_on_once_it_is_filled() {
    let folder = temporary::folder("pipes-fifo");
    let fifo = folder.join("fifo");
    assert!(Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    let mut child = begun(program().current_dir(&folder).args(["check", "fifo"]));
    let mut first = String::new();
    BufReader::new(child.stderr.take().unwrap()).read_line(&mut first).unwrap();
    assert!(first.starts_with("正在等 fifo 的内容。"), "{first}");
    fs::write(&fifo, OFFICIAL).unwrap();
    let told = child.wait_with_output().unwrap();
    assert_eq!(told.status.code(), Some(0), "{}", out(&told));
}

#[test]
fn a_name_that_begins_as_an_option_does_is_told_alike_by_every_command() {
    let folder = temporary::folder("pipes-dashes");
    fs::copy(root("budget.json"), folder.join("-x.json")).unwrap();
    let run = |arguments: &[&str]| program().current_dir(&folder).args(arguments).output().unwrap();
    for command in [
        &["check"][..],
        &["html"],
        &["import", "-o", "y"],
        &["import-each", "-o", "y"],
        &["facts", "-o", "y/store"],
        &["publish", "-o", "y", "--page", "none"],
    ] {
        let told = run(&[command, &["-x.json"]].concat());
        assert_eq!(told.status.code(), Some(2));
        let first = err(&told);
        assert_eq!(first.lines().next(), Some("-x.json 是文件，但开头的 - 像是选项。请写成 ./-x.json"), "{command:?}");
        // Behind `--`, and with its folder, it is a file to all.
        for named in [&["--", "-x.json"][..], &["./-x.json"]] {
            let told = run(&[command, named].concat());
            assert!(!err(&told).contains("选项"), "{command:?}: {}", err(&told));
        }
    }
    assert_eq!(run(&["check", "--", "-x.json"]).status.code(), Some(1));
    assert_eq!(run(&["html", "--", "-x.json"]).status.code(), Some(0));
}
