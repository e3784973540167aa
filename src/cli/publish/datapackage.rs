//! `datapackage.json`: what the tables' files hold, for programs (Data Package 2.0).

use serde::Serialize;

use super::digest::sha256;
use crate::budget::{Budget, Kind, Table};
use crate::export::csv;
use crate::load::is_date;

#[derive(Serialize)]
struct Package<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: &'a str,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<License<'a>>,
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
struct License<'a> {
    path: &'a str,
}

/// The published files that the description has the sizes and the digests of.
pub struct Files<'a> {
    /// Those of the tables, in their order.
    pub tables: &'a [Vec<u8>],
    /// The budget's own.
    pub json: &'a [u8],
}

#[derive(Serialize)]
struct Resource<'a> {
    #[serde(rename = "$schema")]
    about: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<&'static str>,
    name: String,
    title: String,
    description: String,
    path: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    hash: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    dialect: Option<Dialect>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<Schema<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dialect {
    #[serde(rename = "$schema")]
    about: &'static str,
    delimiter: char,
    line_terminator: &'static str,
    quote_char: char,
    double_quote: bool,
    header: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema<'a> {
    #[serde(rename = "$schema")]
    about: &'static str,
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

/// Where the schemas of Data Package 2.0 are.
macro_rules! profile {
    ($name:literal) => {
        concat!("https://datapackage.org/profiles/2.0/", $name, ".json")
    };
}

/// The description of a budget's tables; `name` is the package's own, in lowercase Latin letters. The day is the document's,
/// never that of publishing, so that the same budget gives the same bytes.
pub fn json(budget: &Budget, name: &str, files: &Files, license: Option<&str>) -> serde_json::Result<String> {
    let document = &budget.document;
    let url = document.url.as_deref().filter(|url| url.starts_with("http://") || url.starts_with("https://"));
    let published = document.published.as_deref().filter(|date| is_date(date));
    let tables = budget.tables.iter().zip(files.tables).enumerate();
    let package = Package {
        schema: profile!("datapackage"),
        name,
        title: format!("{} · {} · {}", document.department, document.year, document.title),
        created: published.map(|date| [date, "T00:00:00Z"].concat()),
        licenses: license.map(|path| License { path }).into_iter().collect(),
        sources: url.map(|path| Source { title: &document.title, path }).into_iter().collect(),
        resources: tables.map(|(i, (table, text))| resource(i, table, text)).chain([whole(files.json)]).collect(),
    };
    Ok(serde_json::to_string_pretty(&package)? + "\n")
}

/// The budget's own file, which holds more than the tables.
fn whole(json: &[u8]) -> Resource<'_> {
    Resource {
        about: profile!("dataresource"),
        r#type: None,
        name: "budget".into(),
        title: "budget-lens/1".into(),
        description: "整份预算：表格、文字里的数、绩效目标".into(),
        path: "budget.json".into(),
        format: "json",
        mediatype: "application/json",
        encoding: "utf-8",
        bytes: json.len(),
        hash: hash(json),
        dialect: None,
        schema: None,
    }
}

fn hash(bytes: &[u8]) -> String {
    ["sha256:", &sha256(bytes)].concat()
}

fn resource<'a>(i: usize, table: &'a Table, text: &[u8]) -> Resource<'a> {
    let name = name(i, table);
    let own = [("科目编码", "string", None), ("项目", "string", None)];
    let columns = table.columns.iter().map(|column| {
        let (kind, bare) = if column.text { ("string", None) } else { ("number", Some(true)) };
        (column.name.as_str(), kind, bare)
    });
    let fields = csv::headings(table).into_iter().zip(own.into_iter().chain(columns));
    let fields =
        fields.map(|(name, (title, r#type, bare_number))| Field { name, title, r#type, bare_number }).collect();
    let dialect = Dialect {
        about: profile!("tabledialect"),
        delimiter: ',',
        line_terminator: "\r\n",
        quote_char: '"',
        double_quote: true,
        header: true,
    };
    Resource {
        about: profile!("dataresource"),
        r#type: Some("table"),
        path: format!("tables/{name}.csv"),
        name,
        title: format!("{} {}", table.number, table.title),
        description: format!("单位：{}", table.unit.zh()),
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: text.len(),
        hash: hash(text),
        dialect: Some(dialect),
        schema: Some(Schema { about: profile!("tableschema"), fields, missing_values: [""] }),
    }
}
