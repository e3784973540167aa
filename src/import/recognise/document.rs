//! Which department, which year, what kind of document: by its cover, its titles and its words.

use super::stitch::Found;
use super::words::year;
use crate::budget::Document;
use crate::import::Meant;
use crate::import::report::Assumed;
use crate::money::Unit;

/// What a document says of itself, and what had to be assumed. `name` is the first file's.
pub fn document(name: &str, tables: &[Found], lines: &[String], meant: &Meant) -> (Document, Vec<Assumed>) {
    let mut assumed = Vec::new();
    let texts = || lines.iter().map(String::as_str);
    let titled = texts().take(40).find(|text| is_title(text)).map(String::from);
    let department = meant
        .department
        .clone()
        .or_else(|| texts().find_map(labelled))
        .or_else(|| titled.as_deref().and_then(named))
        .or_else(|| named(name));
    let department = department.unwrap_or_else(|| {
        assumed.push(Assumed {
            what: "department",
            message: [
                "没有找到部门名称，请填写。".into(),
                "The department's name was not found; please say it.".into(),
            ],
        });
        name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_string()
    });
    let mut years: Vec<u16> = tables.iter().filter_map(|table| table.title.year).collect();
    years.extend(titled.as_deref().and_then(year));
    let most = |years: &[u16]| {
        years.iter().copied().max_by_key(|year| (years.iter().filter(|other| *other == year).count(), *year))
    };
    let found = meant.year.or_else(|| most(&years)).or_else(|| texts().find_map(year)).or_else(|| year(name));
    let year = found.unwrap_or_else(|| {
        assumed.push(Assumed {
            what: "year",
            message: ["没有找到年度，请填写。".into(), "The year was not found; please say it.".into()],
        });
        0
    });
    let units: Vec<Unit> = tables.iter().filter_map(|table| table.title.unit).collect();
    let unit = units.iter().copied().max_by_key(|unit| units.iter().filter(|other| *other == unit).count());
    let finals =
        tables.iter().filter(|table| table.title.name.as_ref().is_some_and(|name| name.contains("决算"))).count();
    let document = Document {
        region: meant.region.clone().or_else(|| region(&department)),
        title: titled.unwrap_or_else(|| format!("{department}{year}年预算")),
        department,
        year,
        stage: (finals * 2 > tables.len()).then(|| "final".into()),
        unit: unit.unwrap_or_default(),
        ..Document::default()
    };
    (document, assumed)
}

/// Whether a line of the cover is the document's title.
fn is_title(text: &str) -> bool {
    let ends = ["预算", "预算公开", "预算说明", "预算信息公开", "决算", "决算公开", "预算报表", "预算情况说明"];
    year(text).is_some() && ends.iter().any(|end| text.ends_with(end)) && text.chars().count() <= 50
}

/// The name behind a label: `部门名称：某局`.
fn labelled(text: &str) -> Option<String> {
    let labels = ["部门名称", "单位名称", "编制单位", "编制部门", "预算单位", "填报单位", "预算部门", "部门"];
    let rest = labels.iter().find_map(|label| text.strip_prefix(label)?.strip_prefix(['：', ':']))?;
    let end = ["金额单位", "单位"]
        .iter()
        .filter_map(|word| rest.find(&format!("{word}：")).or(rest.find(&format!("{word}:"))))
        .min();
    let name = rest[..end.unwrap_or(rest.len())].trim_matches(|c: char| !c.is_alphanumeric() && c != '）');
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit());
    (name.chars().count() >= 2).then(|| name.to_string())
}

/// The name before the year in a title: `某局2026年部门预算`.
fn named(title: &str) -> Option<String> {
    let at = title.find("20").filter(|at| title[*at..].chars().take(4).all(|c| c.is_ascii_digit()))?;
    let (before, after) = title.split_at(at);
    let before = before.trim_end_matches(['（', '(', '-', '_', '—', ' ']);
    let before = before.rsplit(['：', ':']).next().unwrap_or(before);
    let after = after.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['年', '度']);
    let behind = ["部门预算", "单位预算", "预算", "部门决算", "决算"]
        .iter()
        .find_map(|word| after.split_once(word))
        .map(|(name, _)| name);
    [before, behind.unwrap_or_default()].into_iter().find(|name| name.chars().count() > 2).map(String::from)
}

/// The place in a department's name: `朔州市平鲁区` of `朔州市平鲁区民政局`.
fn region(department: &str) -> Option<String> {
    let ends = ['省', '市', '区', '县', '州', '旗'];
    let mut end = None;
    for (at, c) in department.char_indices() {
        if ends.contains(&c) && at > 0 && at < 30 {
            end = Some(at + c.len_utf8());
        } else if end.is_some_and(|end| at >= end + 12) {
            break;
        }
    }
    end.map(|end| department[..end].to_string())
}
