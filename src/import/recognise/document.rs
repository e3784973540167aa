//! Finds a document's department, year and kind, by its cover, its titles and its words.

use super::cover::{Cover, department_in, place_in, region};
use super::join_pages::Found;
use super::sheet::Row;
use super::words::{day, year, years};
use crate::budget::Document;
use crate::import::ImportOptions;
use crate::import::report::Assumed;
use crate::money::Unit;

/// What a document says of itself, and what had to be assumed. `name` is the first file's.
pub fn document(name: &str, tables: &[Found], lines: &[String], options: &ImportOptions) -> (Document, Vec<Assumed>) {
    let mut assumed = Vec::new();
    let cover = Cover::of(lines);
    let texts = || lines.iter().map(String::as_str);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let department = options
        .department
        .clone()
        .or_else(|| {
            let labelled = texts().find_map(labelled);
            // 市民政局 of a table's corner is called by its full name on the cover.
            let is_fuller = |cover: &String| labelled.as_ref().is_none_or(|short| cover.ends_with(short.as_str()));
            cover.department.clone().filter(is_fuller).or(labelled)
        })
        .or_else(|| tables.iter().flat_map(|table| &table.sheet.rows).find_map(named_beside))
        .or_else(|| department_in(stem));
    let department = department.unwrap_or_else(|| {
        assumed.push(Assumed::missing("department", "部门名称", "department's name"));
        stem.to_string()
    });
    let titled: Vec<u16> = tables.iter().filter_map(|table| table.title.year).collect();
    let said = options.year.or(cover.year).or_else(|| texts().find_map(labelled_year)).or_else(|| most(&titled));
    let year = said.or_else(|| year(stem)).or_else(|| {
        let cells = tables.iter().flat_map(|table| table.sheet.rows.iter().flat_map(Row::texts));
        let found = most(&texts().chain(cells).flat_map(years).collect::<Vec<_>>())?;
        assumed.push(Assumed::year(found));
        Some(found)
    });
    let year = year.unwrap_or_else(|| {
        assumed.push(Assumed::missing("year", "年度", "year"));
        0
    });
    let units: Vec<Unit> = tables.iter().filter_map(|table| table.title.unit).collect();
    let unit = units.iter().copied().max_by_key(|unit| units.iter().filter(|other| *other == unit).count());
    let title = cover.title.unwrap_or_else(|| match year {
        0 => format!("{department}预算"),
        year => format!("{department}{year}年预算"),
    });
    let names = || tables.iter().filter_map(|table| table.title.name.as_deref());
    let share = |words: &[&str]| names().filter(|title| words.iter().any(|word| title.contains(word))).count() * 2;
    let is_final = title.contains("决算") || share(&["决算"]) > tables.len();
    // What a whole city takes in and spends is no department's.
    let is_government = share(&["全市", "全区", "全县", "全省", "本级", "转移支付", "社会保险基金"]) > tables.len()
        || ["政府预算", "财政预算", "预算草案"].iter().any(|word| title.contains(word));
    assumed.extend(is_final.then(Assumed::final_account));
    assumed.extend(is_government.then(Assumed::government));
    let level = match () {
        () if is_government => Some("government"),
        () if title.contains("单位预算") || title.contains("单位决算") => Some("unit"),
        () if title.contains("部门") => Some("department"),
        () => None,
    };
    // A department that publishes its own budget is no news.
    let publisher = texts().find_map(|text| behind(text, PUBLISHERS)).filter(|name| *name != department);
    let placed = texts().find_map(|text| behind(text, &["地区"])).map(String::from);
    let document = Document {
        publisher: publisher.map(Into::into),
        region: options.region.clone().or(placed).or_else(|| region(&department)).or_else(|| place_in(&title)),
        title,
        department,
        year,
        stage: is_final.then(|| "final".into()),
        level: level.map(Into::into),
        published: texts().find_map(published),
        unit: unit.unwrap_or_default(),
        ..Document::default()
    };
    (document, assumed)
}

/// The year that occurs most often; of several the latest.
fn most(years: &[u16]) -> Option<u16> {
    years.iter().copied().max_by_key(|year| (years.iter().filter(|other| *other == year).count(), *year))
}

/// The name after a label, or after a code where a unit follows: `部门名称：某局`, `507-某局 单位：万元`.
fn labelled(text: &str) -> Option<String> {
    let labels =
        ["部门名称", "单位名称", "编制单位", "编制部门", "预算单位", "填报单位", "预算部门", "部门（单位）", "部门"];
    let labelled = labels.iter().find_map(|label| text.strip_prefix(label)?.strip_prefix(['：', ':']));
    let coded = || {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        (3..=6).contains(&digits).then(|| text[digits..].strip_prefix(['-', '－', '—'])).flatten()
    };
    let rest = labelled.or_else(|| coded().filter(|rest| super::words::unit(rest).is_some()))?;
    let ends = ["金额单位", "单位", "填报日期", "日期"];
    let end = ends.iter().filter_map(|word| rest.find(&format!("{word}：")).or(rest.find(&format!("{word}:")))).min();
    let name = rest[..end.unwrap_or(rest.len())].trim_matches(|c: char| !c.is_alphanumeric() && c != '）');
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let name = name.trim_start_matches(['-', '－', '—', '_']);
    (name.chars().count() >= 2 && !name.contains(['，', '。'])).then(|| name.to_string())
}

/// Labels of who published a document.
const PUBLISHERS: &[&str] = &["发布机构", "发布单位", "信息来源"];

/// The text after one of these labels, as web pages and covers have them.
fn behind<'t>(text: &'t str, labels: &[&str]) -> Option<&'t str> {
    const LONGEST: usize = 30;
    let rest = labels.iter().find_map(|label| text.strip_prefix(label)?.strip_prefix(['：', ':']))?.trim();
    (!rest.is_empty() && rest.chars().count() <= LONGEST).then_some(rest)
}

/// The year after its label, as covers that are filled in have it: `年度：2026`.
fn labelled_year(text: &str) -> Option<u16> {
    let digits = behind(text, &["预算年度", "年度"])?.trim_end_matches('度').trim_end_matches('年').trim_end();
    digits.parse().ok().filter(|year| (2000..2100).contains(year))
}

/// The day of publication: `发布时间：2026年2月10日`, whatever time of day follows.
fn published(text: &str) -> Option<String> {
    let text = behind(text, &["发布时间", "发布日期", "公开时间", "公开日期"])?;
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    let [year, month, date] = [numbers.next()?, numbers.next()?, numbers.next()?];
    day([year, month, date.get(..2).unwrap_or(date)])
}

/// The name in the cell beside a label, as forms have it: `部门（单位）名称 | 某局`.
fn named_beside(row: &Row) -> Option<String> {
    let mut boxes = row.texts();
    boxes
        .find(|text| ["部门（单位）名称", "部门(单位)名称", "部门名称", "主管部门", "主管部门及代码"].contains(text))?;
    let name = boxes.next()?.trim_start_matches(|c: char| c.is_ascii_digit() || "-_－[]".contains(c));
    let ends = ["局", "委", "会", "办公室", "厅", "院", "中心", "部", "署", "社", "院）", "级）"];
    (name.chars().count() >= 4 && ends.iter().any(|end| name.ends_with(end))).then(|| name.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_stands_behind_its_label() {
        for (text, expected) in [
            ("年度：2026", Some(2026)),
            ("预算年度: 2026年度", Some(2026)),
            ("年度：", None),
            ("年度：今年", None),
            ("年度：120", None),
            ("2026年度", None),
        ] {
            assert_eq!(labelled_year(text), expected, "{text}");
        }
    }

    #[test]
    fn the_day_of_publication_stands_behind_its_label() {
        for (text, expected) in [
            ("发布时间：2026年2月10日", Some("2026-02-10")),
            ("发布日期:2026-02-0815:30", Some("2026-02-08")),
            ("公开时间：2026/3/1", Some("2026-03-01")),
            ("公开时间：2026年3月", None),
            ("公开时间：收到后20日内", None),
            ("2026年2月10日", None),
        ] {
            assert_eq!(published(text).as_deref(), expected, "{text}");
        }
    }
}
