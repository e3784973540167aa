//! A document far longer than any that is published: the page reads it, and still answers.

use std::fmt::Write;
use std::time::{Duration, Instant};

use super::temporary::Temporary;
use super::visit::{Visit, budget};

/// How long a reader of such a document would wait, on a machine that runs other tests at the same time.
const PATIENCE: Duration = Duration::from_secs(30);

/// The official budget with further tables behind its own, to ten megabytes.
fn ten_megabytes() -> String {
    let mut text = budget();
    let end = text.find("\n  ],").expect("the list of tables ends");
    let mut tables = String::new();
    for table in 0..40 {
        let columns = r#"[{"id": "total", "name": "合计"}]"#;
        let _ = write!(
            tables,
            ",\n{{\"number\": \"附{table}\", \"title\": \"附表\", \"unit\": \"万元\", \"columns\": {columns}, \"lines\": ["
        );
        for line in 0..3_000 {
            let comma = if line == 0 { "" } else { "," };
            let _ = write!(
                tables,
                "{comma}\n{{\"name\": \"项目支出第 {line} 项，按表逐行列出\", \"amounts\": {{\"total\": \"{line}.25\"}}}}"
            );
        }
        tables.push_str("\n]}");
    }
    text.insert_str(end, &tables);
    text
}

#[test]
fn ten_megabytes_are_read_and_the_page_still_answers() {
    let text = ten_megabytes();
    assert!(text.len() > 10_000_000, "{} bytes", text.len());
    let file = Temporary::of("ten-megabytes.json", text);
    let page = Visit::by_phone().open().ready();
    let start = Instant::now();
    page.choose(&file.0);
    page.wait_for(PATIENCE, "document.querySelector('.footer .file b')?.textContent === 'ten-megabytes.json'");
    println!("read and shown after {:?}", start.elapsed());
    assert_eq!(page.texts("[role=alert]").len(), 0);
    assert_eq!(page.texts("main[aria-busy=false]").len(), 1);

    let start = Instant::now();
    page.tap("main [data-action=unit-yuan]");
    page.wait_for(PATIENCE, "document.querySelector('#structure .amount').textContent === '45,600,600'");
    println!("another unit after {:?}", start.elapsed());
    page.tap("#structure [data-entry='0']");
    page.wait_for(PATIENCE, "!document.querySelector('#structure .tooltip').hidden");
}
