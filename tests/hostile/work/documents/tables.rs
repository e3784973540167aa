//! Documents of many lines, tables or columns.

use serde_json::{Map, Value, json};

use super::{document, line, table};

/// A document that prints the same lines by function, by item and as projects.
pub fn lines(n: usize, each: impl Fn(usize) -> Value) -> Value {
    let tables: Vec<_> =
        [("表三", "expenditure"), ("表六", "basic-economic"), ("表九", "projects"), ("表二", "income")]
            .map(|(number, kind)| table(number, kind, (0..n).map(&each)))
            .into();
    document(&[("tables", tables.into())])
}

pub fn same_name(i: usize) -> Value {
    line("同名", Some(&format!("{}", 2_010_101 + i)), &format!("{i}.50"))
}

pub fn same_code(i: usize) -> Value {
    line(&format!("第{i}项"), Some("2010303"), &format!("{i}.50"))
}

pub fn stairs(i: usize) -> Value {
    json!({ "name": format!("第{i}级"), "level": (i % 250) + 1, "amounts": { "total": "1.00", "basic": "1.00" } })
}

/// As many lines as make a text of this length, each with the code before and one digit more.
pub fn longer_codes(n: usize) -> Value {
    let most = 2 * n.isqrt();
    lines(most / 4, |i| line("长", Some(&"2".repeat(i + 1)), "1.00"))
}

pub fn mismatches(n: usize) -> Value {
    lines(n, slip)
}

/// A line of a class, a division or an item, in turn, whose amount is not the sum of those below it.
fn slip(i: usize) -> Value {
    let class = 201 + i / 3 % 30;
    let code = [format!("{class}"), format!("{class}01"), format!("{class}0101")][i % 3].clone();
    line(&format!("第{i}项"), Some(&code), &format!("{}.13", (i * 7919) % 1_000))
}

pub fn with(mut line: Value, fields: &[(&str, Value)]) -> Value {
    line.as_object_mut().unwrap().extend(fields.iter().map(|(name, value)| ((*name).into(), value.clone())));
    line
}

pub fn unit(i: usize) -> Value {
    match i % 3 {
        0 => with(line(&format!("第{i}中学"), None, "3.00"), &[("is", "unit".into())]),
        _ => line("公用经费", Some(["20502", "2050201"][i % 2]), "1.00"),
    }
}

pub fn block(i: usize) -> Value {
    with(line(&format!("第{i}块"), Some("201"), "1.00"), &[("block", format!("b{i}").into())])
}

pub fn subtotal(i: usize) -> Value {
    with(line("小计", None, &format!("{i}.00")), &[("role", ["subtotal", "total", "item"][i % 3].into())])
}

pub fn of_which(i: usize) -> Value {
    with(line(&format!("第{i}项"), None, "1.00"), &[("mark", "其中：".into())])
}

pub fn classified(i: usize) -> Value {
    let code = |first: usize, many: usize| Value::from(format!("{}", first + i % many));
    let codes = [("function", code(2_010_101, 300)), ("economic", code(30_101, 90)), ("government", code(50_101, 50))];
    with(line(&format!("第{i}项"), Some(&format!("{}", 2_010_101 + i)), &format!("{}.00", i % 50)), &codes)
}

/// As many columns as a table may have, and lines of which each prints in all of them.
pub fn columns(n: usize) -> Value {
    const COUNT: usize = 250;
    let id = |c: usize| format!("c{c}");
    let amounts = |i: usize| (0..COUNT).map(|c| (id(c), Value::from(format!("{}.00", i % 7)))).collect::<Map<_, _>>();
    let line = |i: usize| json!({ "code": format!("{}", 2_010_101 + i), "name": "公用", "amounts": amounts(i) });
    let mut own = table("表三", "expenditure", (0..n / 10).map(line));
    let column =
        |c: usize| json!({ "id": id(c), "name": format!("{}年", 1_900 + c), "group": format!("预算·{}", c / 9) });
    own["columns"] = (0..COUNT).map(column).collect();
    document(&[("tables", json!([own]))])
}

/// A balance with a line for each of many codes, and a table that prints each of them twice.
pub fn balance(n: usize) -> Value {
    let each = |i: usize| line("公用", Some(&format!("{}", 2_010_101 + i)), &format!("{}.00", i % 50));
    let twice = |i: usize| line("公用", Some(&format!("{}", 2_010_101 + i / 2)), "1.00");
    let side = |line: Value| with(line, &[("side", "expenditure".into())]);
    let total = || with(line("合计", None, "900000.00"), &[("role", "total".into())]);
    let tables = [
        table("表一", "balance", (0..n).map(each).map(side)),
        table("表三", "expenditure", (0..n).map(twice).chain([total()])),
    ];
    document(&[("tables", tables.to_vec().into())])
}

/// Findings, and as many explanations of findings that there are not as a file may have.
pub fn explained(n: usize) -> Value {
    let note = |i: usize| (format!("children-{i:08x}"), Value::from("四舍五入"));
    with(mismatches(n), &[("explanations", Value::Object((0..250).map(note).collect()))])
}

pub fn tables(n: usize, number: impl Fn(usize) -> String) -> Value {
    let each = |i| table(&number(i), "other", vec![line("公用经费", Some("201"), "1.00"), line("其他", None, "2.00")]);
    document(&[("tables", (0..n).map(each).collect())])
}

pub fn tables_of_one_kind(n: usize) -> Value {
    let each = |i: usize| table(&format!("表{i}"), "expenditure", vec![line("公共", Some("201"), &format!("{i}.00"))]);
    document(&[("tables", (0..n).map(each).collect())])
}

pub fn tables_of_no_kind(n: usize) -> Value {
    let each = |i: usize| {
        let lines = (0..5).map(|l| line("公共", Some(&format!("{}", 201 + l)), &format!("{}.00", 10 + l)));
        let mut table = table(&format!("表{i}"), "other", lines);
        table["title"] = format!("支出表{i}").into();
        table
    };
    document(&[("tables", (0..n).map(each).collect())])
}
