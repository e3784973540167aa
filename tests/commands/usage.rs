//! The command line as somebody uses it who mistypes: why it does not know what to do, in their language.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::Write;
#[cfg(unix)]
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::common::program::program;
use crate::common::repository;

fn run(locale: &str, arguments: &[&str]) -> Output {
    program().current_dir(repository::path("")).env("LC_ALL", locale).args(arguments).output().unwrap()
}

/// What is said of arguments that make no sense.
fn said(locale: &str, arguments: &[&str]) -> Vec<String> {
    let output = run(locale, arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap().lines().map(String::from).collect()
}

#[test]
fn wrong_usage_says_why_in_three_short_lines() {
    for (arguments, reason) in [
        (&["chekc", "a.json"][..], "不认识的命令 chekc，是不是 check？"),
        (&["zzzz"], "不认识的命令 zzzz"),
        (&["budget.json"], "budget.json 是文件，前面要写命令。核对它：budget-lens check budget.json"),
        (&["check", "--htm", "a.json"], "不认识的选项 --htm，是不是 --html？"),
        (&["check", "-x", "a.json"], "不认识的选项 -x"),
        (&["check"], "check 后面要写文件"),
        (&["check", "--lang=fr", "a.json"], "--lang 要写 zh 或 en，实为 fr"),
        (&["check", "--json", "--html", "a.json"], "--html 和 --json 只能写一个"),
        (&["check", "--json=1", "a.json"], "--json 后面不能写 1"),
        (&["publish", "a.json"], "publish 要用 -o 指出放到哪个文件夹"),
        (&["publish", "a.json", "-o"], "-o 后面少了内容"),
        (&["publish", "a.json", "-o", ""], "-o 后面少了内容"),
        (&["publish", "-o", "x", "--url", "a.cn", "a.json"], "--url 要以 https:// 或 http:// 开头，实为 a.cn"),
        (
            &["publish", "-o", "x", "--url=https://a.cn/?b", "a.json"],
            "--url 只写网址的域名和路径，不带 ? # @ 和引号，实为 https://a.cn/?b",
        ),
        (&["import", "a.pdf"], "import 要用 -o 指出存成哪个文件"),
        (&["import", "a.pdf", "-o", "b", "--year", "今年"], "--year 要写四位的年份，如 2026"),
        (&["import-each", "a.pdf"], "import-each 要用 -o 指出存到哪个文件夹"),
        (&["facts", "a.json"], "facts 要用 -o 指出存到哪个文件夹"),
        (&["template"], "template 要用 -o 指出存成哪个文件"),
        (&["template", "-o", "a.xlsx", "b"], "template 多写了 b"),
        (&["schema", "a.json"], "schema 多写了 a.json"),
        (&["completions"], "completions 后面要写用的是哪种终端：bash、zsh、fish 或 powershell"),
        (&["completions", "tcsh"], "<SHELL> 要写 bash 或 zsh 或 fish 或 powershell，实为 tcsh"),
    ] {
        let lines = said("zh_CN.UTF-8", arguments);
        assert_eq!(lines[0], reason);
        let (usage, hint) = match arguments[0] {
            command @ ("chekc" | "zzzz" | "budget.json") => (command, "详细说明：budget-lens --help".to_string()),
            command => (command, format!("详细说明：budget-lens {command} --help")),
        };
        assert_eq!(*lines.last().unwrap(), hint);
        let knows = lines.iter().any(|line| line.starts_with(&format!("用法：budget-lens {usage}")));
        assert_eq!((knows, lines.len()), if hint.contains("lens --") { (false, 2) } else { (true, 3) }, "{lines:?}");
    }
    assert!(said("C", &[]).iter().any(|line| line.contains("核对")), "whoever says nothing is shown the commands");
}

#[test]
fn it_is_said_in_the_language_that_is_asked_for_or_the_machines() {
    let en = "Unknown option --htm. Did you mean --html?";
    assert_eq!(said("C", &["check", "--htm", "--lang=en"])[0], en);
    assert_eq!(said("en_US.UTF-8", &["check", "--htm"])[0], en);
    assert_eq!(said("en_US.UTF-8", &["check", "--htm", "--lang", "zh"])[0], "不认识的选项 --htm，是不是 --html？");
    assert_eq!(said("", &["chekc"])[0], "不认识的命令 chekc，是不是 check？");
    let told = |locale| String::from_utf8(run(locale, &["check", "budget.json"]).stdout).unwrap();
    assert!(
        told("en_GB.UTF-8").contains("Mismatch: ") && told("C").contains("不符：") && told("zh_CN").contains("不符：")
    );
}

#[test]
fn help_is_there_for_each_command() {
    let help = |locale, arguments: &[&str]| {
        let output = run(locale, arguments);
        assert_eq!((output.status.code(), output.stderr.is_empty()), (Some(0), true), "{arguments:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(help("C", &["--version"]).trim_end(), concat!("budget-lens ", env!("CARGO_PKG_VERSION")));
    for command in ["check", "publish", "import", "import-each", "facts", "template", "schema", "html", "completions"] {
        assert!(help("C", &["--help"]).contains(&format!("\n  {command} ")));
        let own = help("C", &[command, "--help"]);
        assert!(own.contains(&format!("\n用法：budget-lens {command}")), "{own}");
        assert_eq!(own, help("C", &["help", command]));
        assert!(help("C", &[command, "-h", "--lang=en"]).contains(&format!("\nUsage: budget-lens {command}")));
    }
    for same in [&["help"][..], &["-h"]] {
        assert_eq!(help("C", same), help("C", &["--help"]));
    }
    assert_eq!(help("C", &["-V"]), help("C", &["--version"]));
    assert_eq!(said("C", &["help", "chekc"])[0], "不认识的命令 chekc，是不是 check？");
}

#[test]
fn shells_are_told_all_commands_in_the_language_that_is_spoken() {
    let script = |shell, lang| String::from_utf8(run(lang, &["completions", shell]).stdout).unwrap();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let own = script(shell, "C");
        for word in ["check", "publish", "import-each", "completions", "--rounding", "--accepted"] {
            let is_there = own.contains(word) || own.contains(&word.replace("--", "-l "));
            assert!(is_there, "{word} of {shell}");
        }
        // bash shows words alone.
        if shell != "bash" {
            assert!(
                own.contains("逐条列出尾差") && script(shell, "en_GB").contains("every rounding difference"),
                "{shell}"
            );
        }
    }
}

/// A shell that has read the script completes.
#[cfg(unix)]
#[test]
fn bash_completes_with_its_script() {
    let ask = "source /dev/stdin; COMP_WORDS=(budget-lens import-each --de); COMP_CWORD=2; \
               own=$(complete -p budget-lens); own=${own#*-F }; ${own%% *} budget-lens --de import-each; echo ${COMPREPLY[@]}";
    let script = run("C", &["completions", "bash"]).stdout;
    let bash = Command::new("bash").args(["--norc", "-c", ask]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut bash = bash.unwrap();
    bash.stdin.take().unwrap().write_all(&script).unwrap();
    assert_eq!(String::from_utf8(bash.wait_with_output().unwrap().stdout).unwrap(), "--department\n");
}

/// Linux has names that are no text: made on other systems, they come out of old archives.
#[cfg(target_os = "linux")]
#[test]
fn a_file_is_opened_whatever_bytes_its_name_has() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("usage-bytes");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    // 预算 in GB 18030.
    let named = |end: &str| OsString::from(OsStr::from_bytes(&[b"\xd4\xa4\xcb\xe3", end.as_bytes()].concat()));
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/budget.json"), folder.join(named(".json"))).unwrap();
    let run = |arguments: &[&OsStr]| {
        let mut command = program();
        command.current_dir(&folder).env("LC_ALL", "C").args(arguments).output().unwrap()
    };
    let [json, html, xlsx, csv, out, each] = [".json", ".html", ".xlsx", ".csv", "-2.json", "-each"].map(named);
    let told = |output: Output| String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(told(run(&["check".as_ref(), &json])).contains("不符：10 处"));
    assert!(told(run(&["check".as_ref(), "--html".as_ref(), &json, "-o".as_ref(), &html])).contains("已写入"));
    assert!(told(run(&["html".as_ref(), &json])).contains("<section"));
    assert!(told(run(&["template".as_ref(), "-o".as_ref(), &xlsx])).contains("张空表"));
    let official = "某市图书馆2026年部门预算,,,,\n支出总表,,,,\n单位：万元,,,,\n科目编码,科目名称,合计,基本支出,项目支出\n\
        合计,,4.00,1.00,3.00\n201,一般公共服务支出,1.00,1.00,\n208,社会保障和就业支出,3.00,,3.00\n";
    fs::write(folder.join(&csv), official).unwrap();
    assert!(told(run(&["import".as_ref(), &csv, "-o".as_ref(), &out])).contains("某市图书馆 2026"));
    assert!(told(run(&["import-each".as_ref(), &csv, "-o".as_ref(), &each])).contains("某市图书馆 2026"));
    assert!(
        told(run(&["facts".as_ref(), &csv, &json, "-o".as_ref(), "store".as_ref()]))
            .contains(".json: 数 548 个 → store/")
    );
    for made in [html.into(), xlsx.into(), out.into(), Path::new(&each).join(&json)] {
        assert!(fs::metadata(folder.join(&made)).unwrap().len() > 500, "{}", made.display());
    }
    let missing = told(run(&["check".as_ref(), &named("-none.json")]));
    assert!(missing.ends_with("-none.json: 没有这个文件。\n"), "{missing}");
}
