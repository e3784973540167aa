//! Documents of much text, and of many statements, projects, counts or terms.

use serde_json::{Value, json};

use super::tables::lines;
use super::{document, line, table};

pub fn statements(n: usize, subject: impl Fn(usize) -> String) -> Value {
    let each = |i: usize| {
        json!({
            "subject": subject(i), "name": "一般公共服务支出", "section": format!("{}", i % 7), "amount": format!("{i}.00"),
            "change": "1.00", "rate": "3.00", "share": "5.00", "share_of": "expenditure", "reason": "人员增加",
            "names": ["一般公共服务支出", "其他"],
        })
    };
    let statements: Vec<_> = (0..n).map(each).collect();
    let own = table("表三", "expenditure", (0..n / 4).map(|i| line("公共", Some(&format!("{}", 20_101 + i)), "1.00")));
    document(&[("tables", json!([own])), ("statements", statements.clone().into()), ("procurement", statements.into())])
}

pub fn projects(n: usize, name: impl Fn(usize) -> String) -> Value {
    let each = |i: usize| {
        let indicator = |j: usize| json!({ "group": "产出", "kind": "成本", "name": format!("成本{j}"), "annual": format!("≤{i}元"), "period": "≤1元" });
        json!({
            "name": name(i),
            "form": {
                "name": name(i), "unit": "元", "annual": { "total": format!("{i}.00"), "county": format!("{i}.00") },
                "period": { "total": "3.00" }, "goal_annual": "维修完成", "goal_period": "工程完成",
                "indicators": [indicator(0), indicator(1)],
            },
        })
    };
    let lines = (0..n).map(|i| line(&name(i), None, &format!("{i}.00")));
    let tables = json!([table("表九", "projects", lines)]);
    document(&[("tables", tables), ("projects", (0..n).map(each).collect())])
}

pub fn counts(n: usize, key: impl Fn(usize) -> usize, part_of: impl Fn(usize) -> usize) -> Value {
    let each = |i: usize| {
        json!({
            "key": format!("k{}", key(i)), "name": "在职人员", "value": format!("{i}"), "unit": "人",
            "part_of": format!("k{}", part_of(i)),
        })
    };
    let counts: Vec<_> = (0..n).map(each).collect();
    document(&[("staff", counts.clone().into()), ("assets", counts.into())])
}

pub fn with_glossary(terms: &[String], sentence: &str) -> Value {
    let term = |term: &String| json!({ "term": term, "term_en": term, "meaning": "说明", "meaning_en": "what it is" });
    let mut whole = document(&[
        ("glossary", terms.iter().map(term).collect()),
        ("profile", json!({ "nature": sentence, "duties": [sentence], "offices": [sentence] })),
        (
            "statements",
            json!([{ "subject": "three-public", "name": "三公", "section": "一", "amount": "1.00", "change": "0.00", "reason": sentence }]),
        ),
    ]);
    whole["document"]["note"] = sentence.into();
    whole["document"]["contact"] = sentence.into();
    whole
}

fn character(i: usize) -> char {
    char::from_u32(0x4e00 + u32::try_from(i).unwrap()).unwrap()
}

pub fn terms(n: usize) -> Value {
    let terms: Vec<String> =
        (0..n).map(|i| [character(i % 20_000), character((i * 7 + 1) % 20_000)].iter().collect()).collect();
    with_glossary(&terms, &terms.concat())
}

/// As many terms as make a text of this length, each the one before and one character more, and a sentence of as many
/// characters in which all of them stand everywhere.
pub fn nested_terms(n: usize) -> Value {
    let terms: Vec<_> = (1..2 * n.isqrt()).map(|length| "支".repeat(length)).collect();
    with_glossary(&terms, &"支".repeat(n))
}

pub fn long_texts(n: usize) -> Value {
    let text = |sign: &str| sign.repeat(n);
    let term = |term: &str| json!({ "term": term, "meaning": text("款") });
    let statement = json!({ "subject": "201", "name": text("名"), "section": text("七"), "amount": "1.00", "change": "1.00", "reason": text("因"), "names": [text("名")] });
    let form = json!({ "name": text("项"), "unit": "元", "basis": text("据"), "goal_annual": text("维修"), "goal_period": text("完成"), "annual": { "total": "1" },
        "indicators": [{ "group": text("产"), "kind": text("本"), "name": text("标"), "annual": text("1"), "period": text("≤") }] });
    let mut own = table(
        &text("表"),
        "expenditure",
        vec![
            json!({ "code": "201", "name": text("公共"), "note": text("注"), "amounts": { "total": "1.00" } }),
            json!({ "code": text("2"), "name": text("a b "), "mark": text("其中"), "amounts": { "total": "2.00" } }),
        ],
    );
    own["title"] = text("题").into();
    own["note"] = text("注").into();
    own["columns"][0]["group"] = text("甲·").into();
    own["columns"][1]["name"] = text("本年 ").into();
    let mut whole = document(&[
        ("tables", json!([own])),
        ("statements", json!([statement])),
        ("projects", json!([{ "name": text("项"), "form": form }])),
        ("profile", json!({ "nature": text("是"), "duties": [text("责、")], "offices": [text("室，")] })),
        ("glossary", json!([term("公共"), term("项"), term("责"), term(&text("甲"))])),
        ("staff", json!([{ "key": text("k"), "name": text("人"), "value": "3", "unit": text("个") }])),
    ]);
    for field in ["department", "region", "title", "note", "contact", "published", "url"] {
        whole["document"][field] = text("县").into();
    }
    whole
}

pub fn profile(n: usize) -> Value {
    let all = |word: &str| (0..n).map(|i| Value::from(format!("{word}{i}"))).collect::<Vec<_>>();
    document(&[
        ("profile", json!({ "nature": "机关", "duties": all("责"), "offices": all("室") })),
        ("performance", json!({ "unit": "万元", "goals": all("目标"), "funds": {}, "indicators": [] })),
    ])
}

pub fn unknown(n: usize) -> Value {
    let field = |i: usize| (format!("amuont{i}"), Value::from("1.00"));
    let each = |i: usize| {
        let mut line = line("其他", None, "1.00");
        line[format!("naem{i}")] = "x".into();
        line
    };
    let mut whole = lines(n, each);
    whole.as_object_mut().unwrap().extend((0..n).map(field));
    whole
}
