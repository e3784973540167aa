//! `datapackage.json`: what the tables' files hold, for programs (Frictionless Data Package).

use serde::Serialize;

use crate::budget::{Budget, Kind, Table};
use crate::export::csv;

#[derive(Serialize)]
struct Package<'a> {
    profile: &'static str,
    name: &'a str,
    title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<Source<'a>>,
    resources: Vec<Resource<'a>>,
}

#[derive(Serialize)]
struct Source<'a> {
    title: &'a str,
    path: &'a str,
}

#[derive(Serialize)]
struct Resource<'a> {
    profile: &'static str,
    name: String,
    title: String,
    description: String,
    path: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    dialect: Dialect,
    schema: Schema<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dialect {
    delimiter: char,
    line_terminator: &'static str,
    quote_char: char,
    double_quote: bool,
    header: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema<'a> {
    fields: Vec<Field<'a>>,
    missing_values: [&'static str; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Field<'a> {
    name: String,
    title: &'a str,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    bare_number: Option<bool>,
}

/// The file's name of table number `i`, counted from 0, without its extension: its place in the document, and what it
/// is about. Official numbers are Chinese, and two tables may have the same.
pub fn name(i: usize, table: &Table) -> String {
    let (_, about) = table.kind.unwrap_or(Kind::Other).name();
    let mut name = format!("{:02}", i + 1);
    for word in about.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 1) {
        name.push('-');
        name.push_str(word);
    }
    name
}

/// The description of a budget's tables; `name` is the package's own, in lowercase Latin letters.
pub fn json(budget: &Budget, name: &str) -> serde_json::Result<String> {
    let document = &budget.document;
    let url = document.url.as_deref().filter(|url| url.starts_with("http://") || url.starts_with("https://"));
    let package = Package {
        profile: "tabular-data-package",
        name,
        title: format!("{} · {} · {}", document.department, document.year, document.title),
        sources: url.map(|path| Source { title: &document.title, path }).into_iter().collect(),
        resources: budget.tables.iter().enumerate().map(|(i, table)| resource(i, table)).collect(),
    };
    Ok(serde_json::to_string_pretty(&package)? + "\n")
}

fn resource(i: usize, table: &Table) -> Resource<'_> {
    let name = name(i, table);
    let own = [("科目编码", "string", None), ("项目", "string", None)];
    let columns = table.columns.iter().map(|column| {
        let (kind, bare) = if column.text { ("string", None) } else { ("number", Some(true)) };
        (column.name.as_str(), kind, bare)
    });
    let fields = csv::headings(table).into_iter().zip(own.into_iter().chain(columns));
    Resource {
        profile: "tabular-data-resource",
        path: format!("tables/{name}.csv"),
        name,
        title: format!("{} {}", table.number, table.title),
        description: format!("单位：{}", table.unit.zh()),
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        dialect: Dialect { delimiter: ',', line_terminator: "\r\n", quote_char: '"', double_quote: true, header: true },
        schema: Schema {
            fields: fields
                .map(|(name, (title, r#type, bare_number))| Field { name, title, r#type, bare_number })
                .collect(),
            missing_values: [""],
        },
    }
}
