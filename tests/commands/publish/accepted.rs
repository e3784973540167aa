//! Mismatches that the departments explain: published, with the explanation where every reader sees it.

use crate::common::program::program;

use serde_json::{Value, json};

use super::workshop::{Workshop, err, of, out};

/// A library whose basic expenditure does not add up, in two places of one cause.
fn wrong(department: &str) -> Value {
    let mut budget = of(department);
    budget["tables"][0]["lines"][0]["amounts"]["basic"] = "91.00".into();
    budget["statements"][0]["amount"] = "4.30".into();
    budget
}

/// The mismatches of a file as `check --json` tells them: their ids, and whether each follows from another.
fn mismatches(file: &str) -> Vec<(String, bool)> {
    let output = program().args(["check", "--json", file]).output().unwrap();
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let findings = told["findings"].as_array().unwrap().iter().filter(|finding| finding["verdict"] == "mismatch");
    findings.map(|finding| (finding["id"].as_str().unwrap().into(), !finding["cause"].is_null())).collect()
}

#[test]
fn a_findings_name_stays_while_other_lines_and_other_numbers_change() {
    let workshop = Workshop::new("accepted-names");
    let mut budget = wrong("甲局");
    let before = mismatches(&workshop.write("a.json", &budget.to_string()));
    let lines = budget["tables"][0]["lines"].as_array_mut().unwrap();
    lines.insert(1, json!({"code": "205", "name": "教育支出", "amounts": {"total": "0.00", "basic": "0.00"}}));
    lines[0]["amounts"]["basic"] = "92.00".into();
    let after = mismatches(&workshop.write("b.json", &budget.to_string()));
    let names =
        |all: &[(String, bool)]| all.iter().map(|(id, _)| id.clone()).collect::<std::collections::BTreeSet<_>>();
    assert!(before.len() >= 3 && names(&before).len() == before.len(), "each has its own: {before:?}");
    assert!(names(&before).intersection(&names(&after)).count() >= 2, "{before:?} {after:?}");
}

#[test]
fn only_what_nobody_explains_stops_and_what_is_explained_is_shown_with_its_words() {
    let workshop = Workshop::new("accepted");
    let file = workshop.write("in/a.json", &wrong("青石县甲局").to_string());
    let other = workshop.write("in/b.json", &of("青石县乙局").to_string());
    let all = mismatches(&file);
    let leads: Vec<_> = all.iter().filter(|(_, follows)| !follows).map(|(id, _)| id).collect();
    assert!(leads.len() >= 2 && leads.len() < all.len(), "one explains what follows from it: {all:?}");
    let entry = |id: &str| json!({"file": "a.json", "finding": id, "note": "印刷时多印了 1 万元 <b>，已报财政局。"});
    let some = workshop.write("some.json", &json!([entry(leads[0])]).to_string());
    let output = workshop.publish(&[&file, &other, "--accepted", &some]);
    assert_eq!(output.status.code(), Some(1), "{}", err(&output));
    assert!(err(&output).contains("处有说明\n") && err(&output).contains("什么都没有写"), "{}", err(&output));

    let every = workshop.write("every.json", &leads.iter().map(|id| entry(id)).collect::<Value>().to_string());
    let output = workshop.publish(&[&file, &other, "--accepted", &every]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(out(&output).starts_with(&format!("甲局 → a/  {} 处不符，都有说明\n", all.len())), "{}", out(&output));
    let page = workshop.read("site/a/index.html");
    assert!(
        page.contains("<p>单位说明：印刷时多印了 1 万元 &lt;b&gt;，已报财政局。</p>")
            && page.contains("（单位有说明）")
    );
    assert!(page.contains("，单位都有说明。"), "and counted");
    assert!(page.contains("</b> 处不符，单位都有说明</a>"), "also in the first lines");
    // The live page reads them in its budget, which is the given one in all else.
    let text = workshop.read("site/a/budget.json");
    let mut published: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(published["explanations"][leads[0].as_str()], "印刷时多印了 1 万元 <b>，已报财政局。");
    published.as_object_mut().unwrap().remove("explanations");
    assert_eq!(published, wrong("青石县甲局"));
    assert_eq!(workshop.read("site/b/budget.json"), of("青石县乙局").to_string(), "as it was given, to the byte");
}

#[test]
fn an_explanation_of_nothing_is_told() {
    let workshop = Workshop::new("accepted-idle");
    let file = workshop.write("in/a.json", &of("青石县甲局").to_string());
    let accepted = json!([
        {"department": "甲局", "finding": "stated-amount-00000000", "note": "旧的说明"},
        {"department": "丙局", "finding": "stated-amount-00000001", "note": "别处的说明"},
    ]);
    let accepted = workshop.write("accepted.json", &accepted.to_string());
    let told = workshop.publishes(&[&file, "--accepted", &accepted]);
    assert!(told.contains("a.json: 说明 stated-amount-00000000 对应的不符已经没有了"), "{told}");
    assert!(told.contains("--accepted：丙局 的 stated-amount-00000001：这次发布的没有这个文件或部门。"), "{told}");
    assert!(!workshop.read("site/index.html").contains("旧的说明"));
    for (bad, wanted) in [
        (json!([{"finding": "x", "note": "y"}]), "第 1 条没有写是哪个文件（file）或哪个部门"),
        (json!([{"file": "a.json", "finding": "x"}]), "缺少“note”"),
        (json!([{"file": "a.json", "finding": "x", "note": "y", "why": "z"}]), "没有“why”这一项"),
    ] {
        let path = workshop.write("accepted.json", &bad.to_string());
        let output = workshop.publish(&[&file, "--accepted", &path]);
        assert!(output.status.code() == Some(2) && err(&output).contains(wanted), "{}", err(&output));
    }
}

#[test]
fn an_explanation_is_of_the_year_that_it_names_and_is_idle_only_where_no_file_has_its_mismatch() {
    let workshop = Workshop::new("accepted-years");
    let mut budgets = [wrong("甲局"), wrong("甲局"), of("甲局")];
    for (budget, year) in budgets.iter_mut().zip([2025, 2026, 2027]) {
        budget["document"]["year"] = year.into();
    }
    let files: Vec<_> = budgets
        .iter()
        .enumerate()
        .map(|(i, budget)| workshop.write(&format!("{i}.json"), &budget.to_string()))
        .collect();
    let ids: Vec<_> = mismatches(&files[1]).into_iter().map(|(id, _)| id).collect();
    let accept = |year: Option<u16>| {
        let entry = |id: &String| match year {
            Some(year) => json!({"department": "甲局", "year": year, "finding": id, "note": "说明"}),
            None => json!({"department": "甲局", "finding": id, "note": "说明"}),
        };
        workshop.write("accepted.json", &ids.iter().map(entry).collect::<Value>().to_string())
    };
    let files: Vec<_> = files.iter().map(String::as_str).collect();
    let publish = |accepted: &str| workshop.publish(&[&files[..], &["--accepted", accepted]].concat());
    let output = publish(&accept(Some(2026)));
    assert_eq!(output.status.code(), Some(1), "those of 2025 nobody explains: {}", err(&output));
    assert!(err(&output).contains("0.json · 甲局") && !err(&output).contains("1.json · 甲局"), "{}", err(&output));
    let output = publish(&accept(None));
    assert!(output.status.success() && !err(&output).contains("可以删去"), "{}", err(&output));
}
