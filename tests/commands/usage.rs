//! The command line as somebody uses it who mistypes: why it does not know what to do, in their language.

use std::process::Output;

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
    for (arguments, why) in [
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
        (&["template"], "template 要用 -o 指出存成哪个文件"),
        (&["template", "-o", "a.xlsx", "b"], "template 多写了 b"),
        (&["schema", "a.json"], "schema 多写了 a.json"),
    ] {
        let lines = said("zh_CN.UTF-8", arguments);
        assert_eq!(lines[0], why);
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
    for command in ["check", "publish", "import", "import-each", "template", "schema", "html"] {
        assert!(help("C", &["--help"]).contains(&format!("\n  {command} ")));
        let own = help("C", &[command, "--help"]);
        assert!(own.contains(&format!("\n用法：budget-lens {command}")), "{own}");
        assert_eq!(own, help("C", &["help", command]));
        assert!(help("C", &[command, "-h", "--lang=en"]).contains(&format!("\nUsage: budget-lens {command}")));
    }
}
