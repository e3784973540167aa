//! Reads the cover of a document: its department, its year and its title, which may go over several lines.

use super::words::year;

/// What the cover says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// The title.
    pub title: Option<String>,
    /// The department in it.
    pub department: Option<String>,
    /// The year in it.
    pub year: Option<u16>,
}

impl Cover {
    /// Reads the first lines, up to the table of contents.
    pub fn of(lines: &[String]) -> Self {
        const LONGEST: usize = 60;
        let is_end =
            |line: &&String| !line.starts_with("目录") && !line.starts_with("第一部分") && !line.contains("……");
        let cover: Vec<&str> = lines.iter().take(8).take_while(is_end).map(String::as_str).collect();
        // A title may go over several lines, `2026年度 | 某局 | 部门预算`: the fewest that say a year and a budget.
        let mut joined = (1..=cover.len().min(5)).map(|count| cover[..count].concat());
        // Below the department's name alone the title may name it again.
        let is_whole = |line: &&&str| is_title(line) && department_in(line).is_some();
        let whole = cover.iter().find(is_whole).map(|line| (*line).to_string());
        let title = whole.or_else(|| {
            joined.by_ref().take_while(|title| title.chars().count() <= LONGEST).find(|title| is_title(title))
        });
        let title = title.or_else(|| lines.iter().take(40).find(|line| is_title(line)).cloned());
        let department = title.as_deref().and_then(department_in);
        // What stands above a title that is whole by itself is the department's name, and no part of it.
        let alone =
            cover.iter().find(|line| is_title(line) && title.as_deref().is_some_and(|all| all.ends_with(**line)));
        let title = alone.map(|line| (*line).to_string()).or(title);
        Cover { year: title.as_deref().and_then(year), department, title }
    }
}

/// Whether a text is the title of a budget.
fn is_title(text: &str) -> bool {
    const ENDS: [&str; 11] = [
        "预算",
        "预算公开",
        "预算说明",
        "预算信息公开",
        "决算",
        "决算公开",
        "预算报表",
        "预算情况说明",
        "预算公开说明",
        "预算公开报表",
        "预算编制说明",
    ];
    let is_heading = text.starts_with(['第', '（', '(', '一', '二', '三', '四', '五', '六', '七', '八', '九']);
    let is_fund = ["政府性基金", "国有资本", "三公"].iter().any(|word| text.contains(word));
    let has_end = ENDS.iter().any(|end| text.ends_with(end));
    year(text).is_some() && has_end && !is_heading && !is_fund && text.chars().count() <= 60
}

/// The department in a title or a file's name: `某局2026年部门预算`, `2026年度某局单位预算公开`, `附件2：某办公室2026年度部门预算报表`.
pub fn department_in(title: &str) -> Option<String> {
    let at = title.match_indices("20").map(|(at, _)| at);
    let at = at.into_iter().find(|at| title[*at..].chars().take(4).filter(char::is_ascii_digit).count() == 4)?;
    let (before, after) = title.split_at(at);
    let before = before.trim_end_matches(['（', '(', '-', '_', '—', ' ', '关', '于']);
    let before = before.rsplit(['：', ':', '_']).next().unwrap_or(before);
    let after = after.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['年', '度']);
    let words = ["部门综合预算", "部门预算", "单位预算", "市级", "部门决算", "单位决算", "预算", "决算"];
    let behind = words.iter().filter_map(|word| Some((after.find(word)?, *word))).min_by_key(|(at, _)| *at);
    let behind = behind.map(|(end, _)| &after[..end]).unwrap_or_default();
    // 上海市2026年市级单位预算 names a place.
    let is_name = |name: &&str| {
        let is_place = name.ends_with(['省', '市', '区', '县']) && name.chars().count() < 8;
        name.chars().count() > 2 && !is_place && !name.is_ascii()
    };
    [before, behind].into_iter().find(is_name).map(String::from)
}

/// The place in a department's name: `朔州市平鲁区` of `朔州市平鲁区民政局`.
pub fn region(department: &str) -> Option<String> {
    let department = department.trim_start_matches("中国共产党").trim_start_matches("中共");
    let ends = ['省', '市', '区', '县', '州', '旗'];
    let mut end = None;
    for (at, c) in department.char_indices() {
        // 市市场监督管理局 is a city's bureau of markets; 苏州市 is a place.
        let is_next = end == Some(at) && !department[..at].ends_with('州');
        if ends.contains(&c) && at > 3 && at < 30 && !is_next {
            end = Some(at + c.len_utf8());
        } else if end.is_some_and(|end| at >= end + 12) {
            break;
        }
    }
    end.map(|end| department[..end].to_string())
}

/// The place that a title names in front of its year: `青石市2026年市级单位预算`.
pub fn place_in(title: &str) -> Option<String> {
    let before = title.split(|c: char| c.is_ascii_digit()).next()?;
    region(before).filter(|place| place == before)
}

#[cfg(test)]
mod tests {
    use super::{Cover, department_in, place_in, region};

    fn cover(lines: &[&str]) -> Cover {
        Cover::of(&lines.iter().map(|line| (*line).to_string()).collect::<Vec<_>>())
    }

    #[test]
    fn a_title_may_go_over_several_lines() {
        let found = cover(&["2026年度", "青石市图书馆", "部门预算", "目录", "第一部分部门概况"]);
        assert_eq!(found.title.as_deref(), Some("2026年度青石市图书馆部门预算"));
        assert_eq!((found.department.as_deref(), found.year), (Some("青石市图书馆"), Some(2026)));
        let twice = cover(&["青石市图书馆", "青石市图书馆2026年部门预算", "目录"]);
        assert_eq!(twice.department.as_deref(), Some("青石市图书馆"));
        let below = cover(&["青石市图书馆", "2026年度部门预算公开", "目录"]);
        assert_eq!(below.title.as_deref(), Some("2026年度部门预算公开"));
        assert_eq!(below.department.as_deref(), Some("青石市图书馆"));
        let headings = cover(&["目录", "第三部分2026年部门预算情况说明", "（七）关于某局2026年政府性基金预算"]);
        assert_eq!(headings, Cover::default());
    }

    #[test]
    fn a_department_stands_before_the_year_or_behind_it() {
        for (title, expected) in [
            ("青石市民政局2026年部门预算", Some("青石市民政局")),
            ("2026年度青石市民政局单位预算公开", Some("青石市民政局")),
            ("附件2：青石市民政局2026年度部门预算报表", Some("青石市民政局")),
            ("青石市2026年市级单位预算", None),
            ("budget-2026", None),
        ] {
            assert_eq!(department_in(title).as_deref(), expected, "{title}");
        }
    }

    #[test]
    fn a_place_is_what_a_name_begins_with() {
        assert_eq!(region("中共青石市委宣传部").as_deref(), Some("青石市"));
        assert_eq!(region("青石市市场监督管理局").as_deref(), Some("青石市"));
        assert_eq!(region("禾州市白塔区市政处").as_deref(), Some("禾州市白塔区"));
        assert_eq!(region("图书馆"), None);
        assert_eq!(place_in("青石市2026年市级单位预算").as_deref(), Some("青石市"));
        assert_eq!(place_in("青石市图书馆2026年单位预算"), None);
    }
}
