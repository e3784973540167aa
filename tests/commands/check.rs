//! `budget-lens check` as those who publish use it: what it prints, and what it exits with.

mod last_year;
mod report;

use std::fs;
use std::io::Read;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::common::program::program;
use crate::common::{example, temporary};
use crate::told::{err, out, root};

/// A file of this text for one test.
fn file(name: &str, text: &str) -> String {
    let path = temporary::folder(&format!("check-{name}")).join(name);
    fs::write(&path, text).unwrap();
    path.to_string_lossy().into_owned()
}

/// The example of the format's documentation, in which everything agrees; with `department`.
fn example(department: &str) -> String {
    example::example().replace("青石县图书馆", department)
}

fn command(arguments: &[&str]) -> Command {
    let mut command = program();
    command.arg("check").args(arguments);
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

/// A text without the spaces and line ends that wrapping brings.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The objects that `--json` prints, one a line.
fn objects(arguments: &[&str]) -> Vec<Value> {
    let output = run(&[&["--json"], arguments].concat());
    out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_exit_status_tells_whether_the_document_may_be_published() {
    let (good, bad) = (file("good.json", &example("馆")), file("bad.json", "{"));
    let budget = root("budget.json");
    assert_eq!(run(&[&good]).status.code(), Some(0));
    assert_eq!(run(&[&budget]).status.code(), Some(1));
    assert_eq!(run(&[&good, &budget]).status.code(), Some(1));
    assert_eq!(run(&[&bad, &budget]).status.code(), Some(2));
    assert_eq!(run(&["no such file.json"]).status.code(), Some(2));
}

#[test]
fn a_person_is_told_what_does_not_hold_and_how_many_hold() {
    let output = run(&[&root("budget.json")]);
    let told = out(&output);
    assert!(told.contains("\n不符：10 处，8 个原因\n"), "{told}");
    let line = fs::read_to_string(root("budget.json"))
        .unwrap()
        .lines()
        .position(|line| line.contains("\"subject\": \"project-forms\","));
    let at = format!("budget.json:{}  情况说明（十（2）） · 公开项目绩效目标 · 占比", line.map_or(0, |line| line + 1));
    assert!(unwrapped(&told).contains(&at.replace(' ', "")), "{at}: {told}");
    assert!(told.contains("可能的改法：补上缺的，") && told.contains("↳ 另外 2 处因此不符（--all 列出）"), "{told}");
    assert!(told.contains("\n尾差：21 处，6 组，四舍五入所致，不必改（--rounding 列出）\n"), "{told}");
    assert!(told.contains("还没有这些表：政府采购预算表（少核对 4 处）。"), "{told}");
    assert!(!told.contains("四舍五入最多只会差"), "rounding is no matter where hundreds are missing: {told}");
    let wide = |line: &&str| line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>() > 82;
    assert_eq!(told.lines().filter(|line| !line.contains("·")).find(wide), None, "lines fit a terminal");
    assert!(told.contains("处：相符 ") && unwrapped(&told).contains("（--all列出全部）"), "{told}");
    assert!(!told.contains("\n相符") && !told.contains('\x1b'), "{told}");
    assert!(err(&output).is_empty(), "no progress where nobody looks: {}", err(&output));
    let rounding = out(&run(&["--rounding", &root("budget.json")]));
    assert!(
        rounding.contains("↳ 同样的两个数另有 7 处：\n      表二 · 政府办公厅") && !rounding.contains("\n相符"),
        "{rounding}"
    );
    let all = out(&run(&["--all", &root("budget.json")]));
    assert!(all.contains("\n相符：") && unwrapped(&all).contains("这里与表三“合计”都是4,754.23万元。"), "{all}");
    let english = out(&run(&["--lang=en", &root("budget.json")]));
    assert!(
        english.contains("\nMismatch: 10, of 8 causes\n") && english.contains(" checks: ") && !english.contains("不符"),
        "{english}"
    );
}

#[test]
fn machines_get_one_object_a_file_with_what_holds_too() {
    let budget = root("budget.json");
    let [object] = &objects(&[&budget])[..] else { panic!() };
    assert_eq!((&object["format"], &object["file"]), (&"budget-lens-check/1".into(), &budget.into()));
    let findings = object["findings"].as_array().unwrap();
    for (verdict, count) in object["counts"].as_object().unwrap() {
        let of_it = findings.iter().filter(|finding| finding["verdict"] == verdict.as_str()).count();
        assert_eq!(count, of_it, "{verdict}");
        assert!(of_it > 0, "{verdict}");
    }
    let is_it = |finding: &&Value| finding["rule"] == "children" && finding["stated"] == "4560.06";
    let rounding = findings.iter().find(is_it).unwrap();
    assert_eq!(rounding["verdict"], "rounding");
    let numbers = ["computed", "difference", "bound", "unit"].map(|name| rounding[name].as_str().unwrap());
    assert_eq!(numbers, ["4560.05", "0.01", "0.015", "万元"]);
    assert_eq!(rounding["interval"], serde_json::json!(["4560.035", "4560.065"]));
    let place = serde_json::json!({"table": "表二", "line": "20103", "column": "total", "address": "表二-20103", "file_line": 80, "of": "stated"});
    let places = rounding["where"].as_array().unwrap();
    assert_eq!((&places[0], places.len()), (&place, 3));
    assert!(places[1..].iter().all(|place| place["of"] == "computed"));
    assert!(rounding["message"].as_str().unwrap().contains("尾差"));
    assert!(rounding["message_en"].as_str().unwrap().contains("from rounding"));
    let (leads, followers): (Vec<_>, Vec<_>) = findings.iter().partition(|finding| finding["cause"].is_null());
    assert!(!followers.is_empty() && leads.iter().any(|lead| lead["suspect"]["likely"].is_string()));
    for follower in followers {
        let lead = &findings[usize::try_from(follower["cause"].as_u64().unwrap()).unwrap()];
        assert!(lead["cause"].is_null() && lead["verdict"] == follower["verdict"] && follower["suspect"].is_null());
    }
    let without = findings.iter().find(|finding| finding["rule"] == "form-goal").unwrap();
    assert!(without["stated"].is_null() && without["computed"].is_null() && without["difference"].is_null());
    let stated = findings.iter().find(|finding| finding["rule"] == "stated-share").unwrap();
    assert_eq!((&stated["where"][0]["section"], &stated["unit"]), (&"十（2）".into(), &"%".into()));
    assert!(object["uncovered"].as_array().unwrap().iter().all(|number| number["printed"].is_string()));
}

#[test]
fn a_broken_file_does_not_keep_the_others_from_being_checked_in_order() {
    let names = ["甲", "乙", "丙", "丁", "戊"];
    let mut files: Vec<_> = names.iter().map(|name| file(&format!("{name}.json"), &example(name))).collect();
    files[2] = file("broken.json", &example("丙").replace("\"120.50\"", "\"12O.50\""));
    let arguments: Vec<_> = files.iter().map(String::as_str).collect();
    let output = run(&arguments);
    assert_eq!(output.status.code(), Some(2));
    let told = out(&output);
    assert!(err(&output).is_empty(), "one stream, in one order: {}", err(&output));
    let places: Vec<_> = ["· 甲 2026", "· 乙 2026", "broken.json\n", "· 丁 2026", "· 戊 2026"]
        .iter()
        .map(|name| told.find(name).expect(name))
        .collect();
    assert!(places.is_sorted() && !told.contains("丙 2026"), "{told}");
    assert!(told.contains("其中 1 个不能用；核对了 ") && told.matches("，不符 0，").count() == 5, "{told}");
    assert!(told.contains("\n不能用：1 处错\n") && told.contains("broken.json:24:"), "{told}");
    assert!(told.contains("\n    应为金额") && told.contains("12O.50") && !told.contains("expected"), "{told}");
    let english = out(&run(&[&["--lang=en"], &arguments[..]].concat()));
    assert!(english.contains("\nUnusable: 1 fault\n") && !english.contains("应为"), "{english}");
    let objects = objects(&arguments);
    let in_order: Vec<_> = objects.iter().map(|object| object["file"].as_str().unwrap()).collect();
    assert_eq!(in_order, arguments, "line for line");
    assert_eq!(objects[2]["faults"][0]["line"], 24);
    assert_eq!((objects[2]["counts"]["holds"].as_u64(), objects[1].get("faults")), (Some(0), None));
}

#[test]
fn who_reads_only_the_beginning_gets_it_and_nothing_breaks() {
    let budget = root("budget.json");
    let many = vec![budget.as_str(); 40];
    let mut child =
        command(&[&["--json"], &many[..]].concat()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let mut beginning = [0; 100];
    stdout.read_exact(&mut beginning).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert!(beginning.starts_with(b"{\"format\":\"budget-lens-check/1\""));
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(1), ""));
}

/// The names of all fields, however deep.
fn fields(value: &Value, names: &mut Vec<String>) {
    match value {
        Value::Object(object) => object.iter().for_each(|(name, value)| {
            names.push(name.clone());
            fields(value, names);
        }),
        Value::Array(array) => array.iter().for_each(|value| fields(value, names)),
        _ => {}
    }
}

#[test]
fn every_field_for_machines_is_in_the_documentation() {
    let page = fs::read_to_string(root("docs/checks.md")).unwrap();
    let mut names = Vec::new();
    for object in objects(&[&root("budget.json"), &file("cut.json", "{")]) {
        fields(&object, &mut names);
    }
    for name in names {
        assert!(page.contains(&format!("`{name}`")), "docs/checks.md does not explain `{name}`");
    }
}

#[test]
fn what_is_odd_about_a_file_is_told_with_its_findings_and_in_its_report() {
    let text = example("馆").replace("\"id\": \"basic\"", "\"id\": \"jiben\"").replace("\"basic\": ", "\"jiben\": ");
    let odd = file("odd.json", &text.replace("\"year\": 2026", "\"year\": 2026, \"weather\": 1"));
    let output = run(&[&odd]);
    let told = out(&output);
    assert!(err(&output).is_empty(), "{}", err(&output));
    let parts = [
        "· 馆 2026\n",
        "\n这个文件要看一看：2 处\n",
        "odd.json:8:30",
        "/document/weather\n",
        "是不是 \"basic\"",
        "核对了 ",
    ];
    let places: Vec<_> = parts.iter().map(|part| told.find(part).unwrap_or_else(|| panic!("{part}: {told}"))).collect();
    assert!(places.is_sorted(), "{told}");
    assert!(out(&run(&["--lang=en", &odd])).contains("\nTo be looked at in this file: 2\n"));
    let page = out(&run(&["--html", &odd]));
    assert!(page.contains("<h2>这个文件要看一看的地方</h2>") && page.contains("是不是 &quot;basic&quot;"), "{page}");
    let machine = run(&["--json", &odd]);
    assert!(err(&machine).contains("odd.json:8:30: 格式里没有字段 \"weather\"") && !out(&machine).contains("weather"));
}
