//! Documents in which the same numbers, names, codes and amounts stand again and again.

use serde_json::{Value, json};

/// A document in which everything is printed again and again: numbers of tables, headings, names, codes, amounts.
pub fn repeated(numbers: &[&str], amounts: &[&str], names: &[&str], units: bool, unit: &str) -> String {
    let mut turn = 0..;
    let mut next = |of: &[&str]| of[turn.next().unwrap_or(0) % of.len()].to_string();
    let cells = |ids: &[&str], next: &mut dyn FnMut() -> String| {
        let cells = ids.iter().map(|id| (*id, next())).filter(|(_, amount)| !amount.is_empty());
        cells.map(|(id, amount)| format!(r#""{id}":"{amount}""#)).collect::<Vec<_>>().join(",")
    };
    let kinds: [(&str, &[&str], &[&str]); 7] = [
        ("balance", &["general-public", "201", "208"], &["total", "income"]),
        ("income", &["201", "20101", "2010101", "208"], &["total", "general-public", "carry-over"]),
        ("expenditure", &["201", "20101", "2010101", "2010102", "208"], &["total", "basic", "project"]),
        ("general-public", &["201", "20101", "208"], &["total", "basic", "project"]),
        ("basic-economic", &["301", "30101", "302", "30205", "30206"], &["total", "personnel", "operating"]),
        ("three-public", &["reception", "vehicle-running", "abroad"], &["total"]),
        ("projects", &["", "", ""], &["total"]),
    ];
    let mut tables = Vec::new();
    for (i, (kind, subjects, columns)) in kinds.into_iter().enumerate() {
        let mut line = |subject: &str, role: &str| {
            let id = match subject.bytes().next() {
                None => String::new(),
                Some(b'0'..=b'9') => format!(r#""code":"{subject}","#),
                Some(_) => format!(r#""key":"{subject}","#),
            };
            let side = match (kind, subject) {
                ("balance", "general-public") => r#""side":"income","#,
                ("balance", _) => r#""side":"expenditure","#,
                _ => "",
            };
            let name = next(names);
            format!(
                r#"{{{id}{side}"name":"{name}","role":"{role}","amounts":{{{}}}}}"#,
                cells(columns, &mut || next(amounts))
            )
        };
        let mut lines: Vec<_> = vec![line("", "total")];
        for _ in 0..if units && kind == "expenditure" { 2 } else { 1 } {
            if units && kind == "expenditure" {
                lines.push(line("", "subtotal"));
            }
            lines.extend(subjects.iter().map(|subject| line(subject, "item")));
        }
        let side = |id: &str| match (kind, id) {
            ("balance", "income") => r#","side":"income""#,
            ("balance", _) => r#","side":"expenditure""#,
            _ => "",
        };
        let columns = columns.iter().map(|id| format!(r#"{{"id":"{id}","name":"金额"{}}}"#, side(id)));
        tables.push(format!(
            r#"{{"number":"{}","title":"表","kind":"{kind}","unit":"{unit}","columns":[{}],"lines":[{}]}}"#,
            numbers[i % numbers.len()],
            columns.collect::<Vec<_>>().join(","),
            lines.join(",")
        ));
    }
    let name = names[0];
    let form = format!(
        r#"{{"name":"{name}","form":{{"name":"{name}","unit":"元","period":{{"county":"50000","total":"50000"}},"annual":{{"county":"50000","total":"50000"}}}}}}"#
    );
    let statement = |subject: &str| {
        format!(
            r#"{{"section":"一","subject":"{subject}","name":"{name}","amount":"5.00","change":"-5.00","rate":"-5.00"}}"#
        )
    };
    let count = |key: &str| format!(r#"{{"key":"{key}","name":"{name}","value":"5","unit":"辆"}}"#);
    format!(
        r#"{{"format":"budget-lens/1","document":{{"department":"局","year":2026,"title":"预算","unit":"万元"}},"tables":[{}],
        "projects":[{form},{form}],"statements":[{},{},{}],"procurement":[{},{}],"staff":[{},{}],"assets":[{},{}],
        "performance":{{"unit":"万元","sources":{{"total":"5.00","general-public":"5.00"}},"uses":{{"total":"5.00","basic":"5.00","project":"5.00"}},"goals":["好"],"indicators":[]}},
        "glossary":[{{"term":"款","meaning":"款"}},{{"term":"款","meaning":"款"}}]}}"#,
        tables.join(","),
        statement("expenditure"),
        statement("income"),
        statement("201"),
        statement("procurement"),
        statement("procurement-goods"),
        count("serving"),
        count("serving-staff"),
        count("vehicles"),
        count("vehicles-emergency"),
    )
}

/// The same with titles and headings that say what the words of the format do, and each table a second time.
pub fn headed(document: &mut Value) {
    const TITLES: [(&str, &str); 7] = [
        ("balance", "部门收支总表"),
        ("income", "部门收入总表"),
        ("expenditure", "部门支出总表"),
        ("general-public", "一般公共预算支出表"),
        ("basic-economic", "一般公共预算基本支出表（按经济分类）"),
        ("three-public", "“三公”经费支出表"),
        ("projects", "项目支出表"),
    ];
    const HEADINGS: [(&str, &str); 8] = [
        ("total", "合计"),
        ("income", "金额"),
        ("basic", "基本支出"),
        ("project", "项目支出"),
        ("personnel", "人员经费"),
        ("operating", "公用经费"),
        ("general-public", "一般公共预算"),
        ("carry-over", "上年结转"),
    ];
    let say = |words: &[(&str, &str)], value: &Value| {
        words.iter().find(|(own, _)| value == own).map_or_else(|| value.clone(), |(_, name)| json!(name))
    };
    let tables = document["tables"].as_array_mut().unwrap();
    for table in tables.iter_mut() {
        table["title"] = say(&TITLES, &table["kind"]);
        for column in table["columns"].as_array_mut().unwrap() {
            column["name"] = say(&HEADINGS, &column["id"]);
        }
        for line in table["lines"].as_array_mut().unwrap().iter_mut().filter(|line| line["role"] == "total") {
            line["name"] = json!("合计");
        }
    }
    tables.extend(tables.clone());
}
