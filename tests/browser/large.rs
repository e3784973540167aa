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

/// The official budget behind two tables that every figure reads, to ten megabytes.
fn ten_megabytes() -> String {
    let text = budget();
    let (head, tables) = text.split_once("\"tables\": [").expect("a list of tables");
    let long = table("附一", "expenditure", LINES) + &table("附二", "three-public", LINES);
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

    let painted = "[...document.querySelectorAll('canvas')].map(c => c.height < 65536 && \
        c.getContext('2d').getImageData(0, 0, c.width, 200).data.some(part => part))";
    assert_eq!(page.value(painted), serde_json::json!(vec![true; 12]), "every figure is drawn");
    assert!(page.value("document.querySelectorAll('*').length").as_u64() < Some(3_000), "the page stays light");

    let start = Instant::now();
    page.tap("main [data-action=unit-yuan]");
    page.wait_for(PATIENCE, "document.querySelector('#structure .amount').textContent === '449,992,500'");
    println!("another unit after {:?}", start.elapsed());
    page.tap("#structure [data-entry='0'] .pick");
    page.wait_for(PATIENCE, "!document.querySelector('#structure .tooltip').hidden");
}
