//! A document far longer than any that is published: the page reads it, and still answers.

use std::fmt::Write;
use std::time::{Duration, Instant};

use super::temporary::Temporary;
use super::visit::{Visit, budget};

/// How long a reader of such a document would wait, on a machine that runs other tests at the same time.
const PATIENCE: Duration = Duration::from_secs(30);
/// The lines of each long table.
const LINES: usize = 45_000;

/// A table of so many lines, each a little larger than the one before.
fn table(number: &str, kind: &str, lines: usize) -> String {
    let columns = r#"[{"id": "total", "name": "合计"}, {"id": "basic", "name": "基本支出"}, {"id": "project", "name": "项目支出"}]"#;
    let mut text = format!(
        "{{\"number\": \"{number}\", \"title\": \"长表\", \"kind\": \"{kind}\", \"unit\": \"万元\", \"columns\": {columns}, \"lines\": ["
    );
    for line in 0..lines {
        let comma = if line == 0 { "" } else { "," };
        let amounts = format!("{{\"total\": \"{line}.25\", \"basic\": \"0.25\", \"project\": \"{line}\"}}");
        let _ =
            write!(text, "{comma}\n{{\"level\": 1, \"name\": \"第{line}项支出，逐行列出\", \"amounts\": {amounts}}}");
    }
    text + "\n]},\n"
}

/// The official budget with two long tables in the place of those that print the same.
fn ten_megabytes() -> String {
    let mut budget: serde_json::Value = serde_json::from_str(&budget()).expect("JSON");
    let tables = budget["tables"].as_array_mut().expect("a list of tables");
    let printed_too = ["balance", "income", "expenditure", "appropriation", "general-public", "three-public"];
    tables.retain(|table| !printed_too.iter().any(|kind| table["kind"] == *kind));
    let long = [("附一", "expenditure"), ("附二", "three-public")];
    let long = long.map(|(number, kind)| table(number, kind, LINES)).concat();
    let text = serde_json::to_string(&budget).expect("JSON");
    let (head, tables) = text.split_once("\"tables\":[").expect("a list of tables");
    format!("{head}\"tables\": [\n{long}{tables}")
}

#[test]
fn ten_megabytes_are_read_and_the_page_still_answers() {
    let text = ten_megabytes();
    assert!(text.len() > 10_000_000, "{} bytes", text.len());
    let file = Temporary::of("ten-megabytes.json", text);
    let page = Visit::by_phone().open().ready();
    let start = Instant::now();
    page.choose(&file.0);
    page.wait_for(PATIENCE, "document.querySelector('.messages .file b')?.textContent === 'ten-megabytes.json'");
    println!("read and shown after {:?}", start.elapsed());
    assert_eq!(page.texts("[role=alert]").len(), 0);
    assert_eq!(page.texts("main[aria-busy=false]").len(), 1);

    let painted = "[...document.querySelectorAll('canvas')].filter(c => c.clientWidth).map(c => c.height < 65536 && \
        c.getContext('2d').getImageData(0, 0, c.width, 200).data.some(part => part))";
    assert_eq!(page.value(painted), serde_json::json!(vec![true; 8]), "every figure is drawn");
    assert!(page.value("document.querySelectorAll('*').length").as_u64() < Some(6_000), "the page stays light");

    let start = Instant::now();
    page.set("unit-yuan");
    page.wait_for(PATIENCE, "document.querySelector('#structure .amount').textContent === '449,992,500'");
    println!("another unit after {:?}", start.elapsed());
    page.tap("#structure [data-entry='0'] .pick");
    page.wait_for(PATIENCE, "!document.querySelector('#structure .tooltip').hidden");
}

/// As many lines as the largest department's table, three levels deep, and as many projects.
fn many_lines_and_projects() -> String {
    let mut lines = String::new();
    for class in 0..20 {
        let _ = line(&mut lines, &(201 + class).to_string(), "类", 100_000);
        for group in 0..20 {
            let _ = line(&mut lines, &format!("{}{group:02}", 201 + class), "款", 5_000);
            for item in 0..24 {
                let _ = line(&mut lines, &format!("{}{group:02}{item:02}", 201 + class), "项", 200 + item);
            }
        }
    }
    let columns = r#"[{"id": "total", "name": "合计"}, {"id": "basic", "name": "基本支出"}, {"id": "project", "name": "项目支出"}]"#;
    let mut projects = String::new();
    for project in 0..2_000 {
        let comma = if project == 0 { "" } else { "," };
        let _ = write!(
            projects,
            "{comma}\n{{\"name\": \"第{project}号维修工程\", \"amounts\": {{\"total\": \"{}.50\"}}}}",
            10_000 - project
        );
    }
    let head = r#"{"format": "budget-lens/1", "document": {"department": "大局", "year": 2026, "title": "大局预算", "unit": "万元"}, "tables": ["#;
    format!(
        "{head}{{\"number\": \"表三\", \"title\": \"支出总表\", \"kind\": \"expenditure\", \"unit\": \"万元\", \"columns\": {columns}, \"lines\": [{}]}},
        {{\"number\": \"表十二\", \"title\": \"项目支出表\", \"kind\": \"projects\", \"unit\": \"万元\", \"columns\": [{{\"id\": \"total\", \"name\": \"合计\"}}], \"lines\": [{projects}]}}]}}",
        lines.trim_end_matches(",\n")
    )
}

fn line(lines: &mut String, code: &str, what: &str, amount: u32) -> std::fmt::Result {
    writeln!(
        lines,
        "{{\"code\": \"{code}\", \"name\": \"{what}{code}\", \"amounts\": {{\"total\": \"{amount}.25\", \"basic\": \"0.25\", \"project\": \"{amount}\"}}}},"
    )
}

#[test]
fn ten_thousand_lines_and_two_thousand_projects_are_drilled_searched_and_opened() {
    let page = Visit::by_phone().extra("many.json", many_lines_and_projects()).query("data=many.json").open();
    page.wait_for(PATIENCE, "document.documentElement.dataset.ready === 'true'");
    assert_eq!(page.texts("[role=alert]").len(), 0, "{:?}", page.texts("[role=alert]"));

    page.tap("#structure .pick[data-choose='code=203']");
    page.wait("document.querySelector('#structure figcaption').textContent.startsWith('类203 100,000.25 万元')");
    page.tap("#structure .pick[data-choose='code=20307']");
    page.wait("document.querySelector('#structure figcaption').textContent.startsWith('款20307 5,000.25 万元')");
    assert_eq!(page.text("#structure .entry .name"), "项2030723");
    page.has_no_blank_canvas();

    page.search();
    page.write("2031905");
    page.wait("document.querySelectorAll('.results a').length === 1");
    assert_eq!(page.text(".results b"), "2031905 项2031905");
    // Its table is too long to be there whole: the part with the line is.
    page.tap(".results a");
    page.shows_line_of("2031905");
    assert_eq!(page.parameter("table"), "表三");
    page.visit(&page.copied());
    page.shows_line_of("2031905");

    page.tap("#projects input[data-find=find]");
    page.write("1987");
    page.wait("document.querySelectorAll('#projects .entry').length === 1");
    page.tap("#projects .pick[data-choose='project=第1987号维修工程']");
    page.wait("document.querySelector('#projects .opened')?.textContent.includes('没有项目的绩效目标表')");
    page.visit(&page.copied());
    assert!(page.text("#projects figcaption").contains("2000 个项目里，名称含“1987”的有 1 个"));
    assert_eq!(page.texts("#projects .opened").len(), 1);
}
