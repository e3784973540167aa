//! Reads what the narrative counts beside an amount: `纳入绩效管理的项目25个，共计金额…`.

use super::super::names::Names;

/// The name of what is counted, or has the money: `纳入绩效管理的项目` of `2026年某局纳入绩效管理的项目25个，涉及金额`.
pub fn counted(text: &str, names: &Names) -> String {
    let is_it = |clause: &&str| ["项目", "绩效"].iter().any(|word| clause.contains(word));
    let mut clauses = text.split(['，', '；', '：']).filter(is_it);
    let first = clauses.clone().next().unwrap_or(text);
    let clause = clauses.rfind(|clause| count(clause).is_some()).unwrap_or(first);
    let name = clause.rsplit("编报").next().unwrap_or(clause).trim_start_matches('了').trim_start_matches("其中");
    let name = name.strip_prefix(&names.year.to_string()).map_or(name, |name| name.trim_start_matches(['年', '度']));
    let name = name.strip_prefix(&names.department).unwrap_or(name);
    let (before, behind) = name.rsplit_once('个').filter(|_| count(name).is_some()).unwrap_or((name, ""));
    [before.trim_end_matches(|c: char| c.is_ascii_digit()), behind].concat().trim_end_matches('为').into()
}

/// How many there are of something: 25 of `二级项目25个`.
pub fn count(text: &str) -> Option<u32> {
    let (before, _) = text.rsplit_once('个')?;
    let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    before[start..].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::{Budget, Document};

    #[test]
    fn a_name_has_neither_year_nor_office_nor_number() {
        let document = Document { department: "青石县图书馆".into(), year: 2026, ..Document::default() };
        let names = Names::of(&Budget { document, ..Budget::default() });
        for (text, expected, number) in [
            ("2026年青石县图书馆纳入绩效管理的项目4个，共计金额", "纳入绩效管理的项目", Some(4)),
            ("其中3个单位编报了单位整体绩效目标，涉及资金", "单位整体绩效目标", Some(3)),
            ("其中3个单位的项目，涉及资金", "单位的项目", Some(3)),
            ("2026年编报部门整体支出绩效目标，涉及部门预算资金", "部门整体支出绩效目标", None),
            ("个体经营户绩效目标，涉及资金", "个体经营户绩效目标", None),
            ("纳入绩效目标的金额为", "纳入绩效目标的金额", None),
        ] {
            assert_eq!((counted(text, &names).as_str(), count(text)), (expected, number), "{text}");
        }
    }
}
