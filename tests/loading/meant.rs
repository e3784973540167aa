//! A word that is not the format's, where one of the format's is meant, is said; what only looks like it is not.

use budget_lens::budget::Kind;
use budget_lens::load;
use budget_lens::locale::Lang;

const SHIPPED: &str = include_str!("../../budget.json");

/// The notes on a file as the command line tells them.
fn notes(text: &str) -> Vec<String> {
    let loaded = load::read(text.as_bytes()).unwrap_or_else(|diagnostics| panic!("{diagnostics:#?}"));
    loaded.warnings.iter().map(ToString::to_string).collect()
}

/// The paths of the notes, with the word that each asks for.
fn asked(text: &str) -> Vec<(String, String)> {
    let part = |note: &String| {
        let path = note.split(", ").find(|part| part.starts_with('/')).unwrap().split(':').next().unwrap().to_string();
        (path, note.split(" be \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_string())
    };
    notes(text).iter().map(part).collect()
}

/// A document with one table and one statement.
fn document(table: &str, statements: &str) -> String {
    format!(
        r#"{{"format": "budget-lens/1", "document": {{"department": "青石县水利局", "region": "青石县", "year": 2026,
        "title": "2026年部门预算", "unit": "万元"}}, "tables": [{table}], "statements": [{statements}]}}"#
    )
}

/// A table with these columns, each an id, a heading and the heading above it.
fn columns(columns: &[(&str, &str, &str)]) -> String {
    let column = |(id, name, group): &(&str, &str, &str)| {
        let group = if group.is_empty() { String::new() } else { format!(r#", "group": "{group}""#) };
        format!(r#"{{"id": "{id}", "name": "{name}"{group}}}"#)
    };
    let columns: Vec<_> = columns.iter().map(column).collect();
    document(
        &format!(
            r#"{{"number": "表三", "title": "支出总表", "kind": "expenditure", "unit": "万元", "lines": [],
            "columns": [{}]}}"#,
            columns.join(", ")
        ),
        "",
    )
}

/// A table of this kind and title with these lines.
fn lines(kind: &str, title: &str, lines: &str) -> String {
    document(
        &format!(
            r#"{{"number": "表八", "title": "{title}", {kind} "unit": "万元", "columns": [{{"id": "total", "name": "合计"}}],
            "lines": [{lines}]}}"#
        ),
        "",
    )
}

fn statement(subject: &str, name: &str) -> String {
    document("", &format!(r#"{{"subject": "{subject}", "name": "{name}", "section": "一", "amount": "1.00"}}"#))
}

#[test]
fn a_heading_that_the_format_has_a_word_for_asks_for_its_id() {
    let ask = |all: &[(&str, &str, &str)]| asked(&columns(all));
    let path = String::from("/tables/0/columns/1/id");
    assert_eq!(ask(&[("total", "合计", ""), ("jiben", "基本支出", "")]), [(path.clone(), "basic".into())]);
    assert_eq!(ask(&[("total", "合计", ""), ("jiben", "基 本 支 出", "2026年")]), [(path.clone(), "basic".into())]);
    assert_eq!(
        ask(&[("total", "合计", ""), ("f1", "一般公共预算拨款收入", "")]),
        [(path.clone(), "general-public".into())]
    );
    // Exchanged for each other, both are wrong.
    let exchanged = ask(&[("project", "基本支出", ""), ("basic", "项目支出", "")]);
    assert_eq!(exchanged.iter().map(|(_, meant)| &**meant).collect::<Vec<_>>(), ["basic", "project"]);
}

#[test]
fn headings_that_mean_something_else_where_they_stand_are_left_alone() {
    for all in [
        &[("total", "合计", ""), ("total-25", "合计", "2025年")][..],
        &[("total", "总计", ""), ("appropriation", "合计", "财政拨款")],
        &[("appropriation", "合计", "财政拨款")],
        &[("current", "小计", "本年收入"), ("rest", "小计", "上年结转")],
        &[("last", "基本支出", "2025年执行数"), ("total", "合计", "")],
        &[("carry-over-general-public", "一般公共预算", "上年结转结余")],
        &[("total", "基本支出", "")],
        &[("income", "一般公共预算", "")],
        &[("basic-economic", "基本支出", "")],
    ] {
        assert_eq!(notes(&columns(all)), [""; 0], "{all:?}");
    }
}

#[test]
fn a_key_that_is_nearly_known_or_missing_is_asked_for() {
    let kind = r#""kind": "three-public","#;
    let ask = |text: &str| asked(&lines(kind, "“三公”经费支出表", text));
    let path = |field: &str| format!("/tables/0/lines/0{field}");
    assert_eq!(ask(r#"{"key": "oversea", "name": "出国"}"#), [(path("/key"), "overseas".into())]);
    assert_eq!(ask(r#"{"key": "yongche", "name": "公务用车运行维护费"}"#), [(path("/key"), "vehicle-running".into())]);
    assert_eq!(ask(r#"{"name": "因公出国(境)费用"}"#), [(path(""), "overseas".into())]);
    // Where the table has the key already, the other line is another.
    let last_year = r#"{"key": "reception", "name": "公务接待费"}, {"key": "receptions", "name": "公务接待费"}"#;
    assert!(ask(last_year).is_empty() && ask(r#"{"key": "meetings", "name": "会议费"}"#).is_empty());
    let other = lines("", "经济科目表", r#"{"name": "公务接待费"}, {"key": "pensions", "name": "退休费"}"#);
    assert!(asked(&other).is_empty(), "{:?}", notes(&other));
}

#[test]
fn a_subject_that_nothing_knows_is_said() {
    let path = || String::from("/statements/0/subject");
    assert_eq!(asked(&statement("支出总计", "支出总计")), [(path(), "expenditure".into())]);
    assert_eq!(asked(&statement("three-publics", "三公")), [(path(), "three-public".into())]);
    assert_eq!(asked(&statement("chuguo", "因公出国（境）费")), [(path(), "overseas".into())]);
    assert_eq!(asked(&statement("水利工程", "水利工程")), [(path(), String::new())]);
    for known in ["201", "vehicle-running", "general-public", "department-forms", "meetings"] {
        assert_eq!(notes(&statement(known, "说明")), [""; 0], "{known}");
    }
}

#[test]
fn a_title_that_names_a_kind_asks_for_it() {
    for title in
        ["收支总表", "2026年部门预算收支总表", "2026年度部门收支总体情况表", "2026年收支预算总表（不含上年结转）"]
    {
        for kind in ["", r#""kind": "income","#] {
            let asked = asked(&lines(kind, title, ""));
            assert_eq!(asked[0].1, "balance", "{title}");
        }
        assert_eq!(notes(&lines(r#""kind": "balance","#, title, "")), [""; 0]);
    }
    for other in ["支出总表（按经济分类）", "支出总表明细", "政府购买服务目录", "一般公共预算支出明细表（按功能科目）"]
    {
        assert_eq!(notes(&lines("", other, "")), [""; 0]);
    }
}

#[test]
fn an_official_title_is_as_good_as_the_word() {
    for (title, id) in [
        ("收支总表", "balance"),
        ("部门支出总表", "expenditure"),
        ("财政拨款收支总表", "appropriation"),
        ("一般公共预算“三公”经费支出表", "three-public"),
        ("项目支出表", "projects"),
    ] {
        let text = lines(&format!(r#""kind": "{title}","#), "表", "");
        let loaded = load::read(text.as_bytes()).unwrap();
        assert_eq!(loaded.budget.tables[0].kind.map(Kind::id), Some(id));
        assert!(loaded.warnings.is_empty(), "{:?}", loaded.warnings);
    }
}

#[test]
fn an_unknown_kind_is_met_with_the_one_that_seems_meant() {
    let told = |kind: &str, title: &str| {
        let text = lines(&format!(r#""kind": "{kind}","#), title, "");
        let [note] = &load::read(text.as_bytes()).unwrap().warnings[..] else { panic!("{kind}") };
        note.sentence(Lang::Zh).split_once('：').unwrap().1.to_string()
    };
    for (kind, title, meant) in [
        ("expenditur", "表", "expenditure（支出总表）"),
        ("2026年部门收支总体表", "表", "balance（收支总表）"),
        ("三公经费", "表", "three-public（“三公”经费支出表）"),
        ("收支", "表", "balance（收支总表）"),
        ("政府性基金支出", "表", "fund-expenditure（政府性基金预算支出表）"),
        ("总表一", "2026年部门收支总表", "balance（收支总表）"),
    ] {
        let all = ["格式里没有“", kind, "”这种表，是不是 ", meant, "？现在这张表按标题来读，核对可能会缺。"].concat();
        assert_eq!(told(kind, title), all);
    }
    let none = "格式里没有“资产”这种表，这张表按标题来读，核对可能会缺。kind 可以写官方的表名，如“收支总表”。";
    assert_eq!(told("资产", "表"), none);
    assert_eq!(notes(&lines(r#""kind": "other","#, "表", "")), [""; 0]);
    let text = lines("", "2026年部门收支总表", "");
    let said = load::read(text.as_bytes()).unwrap().warnings[0].sentence(Lang::Zh);
    assert!(said.contains("表八题为“2026年部门收支总表”，kind 应是 \"balance\"；"), "{said}");
}

#[test]
fn it_is_said_in_both_languages_with_its_place() {
    let text = columns(&[("total", "合计", ""), ("jiben", "基本支出", "")]);
    let note = &load::read(text.as_bytes()).unwrap().warnings[0];
    let told = note.sentence(Lang::Zh);
    assert!(told.ends_with("“基本支出”的 id 是不是 \"basic\"？写成 \"jiben\"，用到它的图和核对可能会缺。"), "{told}");
    assert!(told.starts_with("第 "), "{told}");
    let loaded = load::read(text.as_bytes()).unwrap();
    assert_eq!(load::suggestions(&loaded.budget, text.as_bytes()), loaded.warnings, "the page is told the same");
}

#[test]
fn of_the_shipped_budget_any_known_id_that_is_lost_is_asked_for_and_nothing_else() {
    assert_eq!(notes(SHIPPED), [""; 0]);
    let mut asked_for = 0;
    for (id, name) in
        [("basic", "基本支出"), ("project", "项目支出"), ("personnel", "人员经费"), ("operating", "公用经费")]
    {
        let from = format!(r#"{{"id": "{id}", "name": "{name}""#);
        for (at, _) in SHIPPED.match_indices(&from) {
            let table = SHIPPED[..at].rfind("\"number\": ").unwrap();
            let end = SHIPPED[at..].find("\n    }").map_or(SHIPPED.len(), |end| at + end);
            let changed = SHIPPED[table..end]
                .replace(&format!("\"{id}\": "), "\"lan1\": ")
                .replace(&format!("\"id\": \"{id}\""), "\"id\": \"lan1\"");
            let text = [&SHIPPED[..table], &changed, &SHIPPED[end..]].concat();
            assert_eq!(asked(&text).iter().map(|(_, meant)| &**meant).collect::<Vec<_>>(), [id]);
            asked_for += 1;
        }
    }
    assert!(asked_for > 8, "{asked_for}");
}
