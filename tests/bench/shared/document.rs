//! The documents that benchmarks make.

use std::fmt::Write;

/// Makes a document with this many lines by function, three levels deep, and a fifth as many projects.
pub fn document(lines: usize) -> String {
    let mut json = String::from(
        r#"{"format":"budget-lens/1","document":{"department":"大县财政局","year":2026,"title":"预算","unit":"万元"},"tables":[
        {"number":"表三","title":"支出总表","kind":"expenditure","unit":"万元","columns":[{"id":"total","name":"合计"},{"id":"basic","name":"基本支出"},{"id":"project","name":"项目支出"}],"lines":[{"name":"合计","role":"total","amounts":{"total":"1.00"}}"#,
    );
    let mut left = lines;
    'classes: for class in 201.. {
        for division in 0..100 {
            for item in 0..100 {
                let code = match (division, item) {
                    (0, 0) => format!("{class}"),
                    (_, 0) => format!("{class}{division:02}"),
                    (0, _) => continue,
                    _ => format!("{class}{division:02}{item:02}"),
                };
                if left == 0 {
                    break 'classes;
                }
                left -= 1;
                let _ = write!(
                    json,
                    r#",{{"code":"{code}","name":"第{code}号工程支出","amounts":{{"total":"{left}.50","basic":"{left}.00","project":"0.50"}}}}"#
                );
            }
        }
    }
    json += r#"]},{"number":"表十二","title":"项目支出表","kind":"projects","unit":"万元","columns":[{"id":"total","name":"合计"}],"lines":["#;
    for project in 0..lines / 5 {
        let comma = if project > 0 { "," } else { "" };
        let _ =
            write!(json, r#"{comma}{{"name":"第{project}号维修工程","amounts":{{"total":"{}.00"}}}}"#, project % 997);
    }
    json + "]}]}"
}
