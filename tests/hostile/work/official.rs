//! Official files made to keep their reader waiting.

use std::fmt::Write;

use budget_lens::import::{ImportOptions, Source, import};

use super::stages::Taken;

/// A kind of file: what it is, its name, how many of what it is made of it has at first, and its text with so many.
pub struct Kind {
    pub name: &'static str,
    pub file: &'static str,
    pub size: usize,
    pub make: fn(usize) -> String,
}

/// All kinds.
pub const KINDS: &[Kind] = &[
    Kind { name: "a web page with a long table", file: "a.html", size: 400, make: |n| page(&table("表三", n, row)) },
    Kind { name: "a web page with rows alike", file: "a.html", size: 400, make: |n| page(&table("表三", n, alike)) },
    Kind {
        name: "a web page with rows without names",
        file: "a.html",
        size: 400,
        make: |n| page(&table("表三", n, bare)),
    },
    Kind { name: "a web page with many tables", file: "a.html", size: 60, make: tables },
    Kind { name: "a text of many sentences", file: "a.txt", size: 400, make: |n| text(n, "\n") },
    Kind { name: "a text of one paragraph", file: "a.txt", size: 400, make: |n| text(n, "") },
    Kind { name: "a sheet of rows alike", file: "a.csv", size: 400, make: sheet },
];

/// What it took to make a budget of a file, or to refuse it.
pub fn recognised(file: &str, text: String) -> Taken {
    let mut taken = Taken(Vec::new());
    let source = Source { name: file.into(), bytes: text.into_bytes() };
    taken.stage("importing", || import(vec![source], &ImportOptions::default()).is_ok());
    taken
}

fn page(content: &str) -> String {
    format!("<html><body><h1>大县财政局2026年部门预算公开</h1>{content}</body></html>")
}

fn table(number: &str, rows: usize, row: fn(usize) -> String) -> String {
    let mut html = format!(
        "<p>{number}</p><p>部门支出总表</p><p>单位：万元</p><table><tr><td>科目编码</td><td>科目名称</td><td>合计</td><td>基本支出</td><td>项目支出</td></tr>"
    );
    for i in 0..rows {
        html += &row(i);
    }
    write!(html, "<tr><td></td><td>合计</td><td>{rows}.00</td><td>{rows}.00</td><td>0.00</td></tr></table>").unwrap();
    html
}

fn cells(cells: [&str; 5]) -> String {
    format!("<tr><td>{}</td></tr>", cells.join("</td><td>"))
}

fn row(i: usize) -> String {
    cells([&format!("{}", 2_010_101 + i), &format!("第{i}项"), "1.00", "1.00", "0.00"])
}

fn alike(_: usize) -> String {
    cells(["2010303", "机关服务", "1.00", "1.00", "0.00"])
}

fn bare(i: usize) -> String {
    cells(["", "", &format!("{i}.00"), &format!("{i}.00"), ""])
}

fn tables(n: usize) -> String {
    page(&(0..n).map(|i| table(&format!("表{i}"), 4, row)).collect::<String>())
}

fn text(n: usize, between: &str) -> String {
    let mut text = String::from(
        "大县财政局2026年部门预算公开\n一、收支总体情况\n2026年收入预算1000.00万元，支出预算1000.00万元。\n",
    );
    for i in 0..n {
        write!(text, "公务接待费{i}.00万元，比上年增加1.00万元，增长3.00%，其中办公费{i}.00万元；{between}").unwrap();
    }
    text + "\n"
}

fn sheet(n: usize) -> String {
    let mut text =
        String::from("大县财政局2026年部门预算,,,\n部门支出总表,,,\n单位：万元,,,\n科目编码,科目名称,合计,基本支出\n");
    for _ in 0..n {
        text += "2010303,机关服务,1.00,1.00\n";
    }
    text
}
