//! The labels in performance forms, and what each of them stands for.

use crate::budget::Count;

/// What a label labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// The project's name.
    Name,
    /// The department's name, in its own form.
    Department,
    /// The project's attribute (项目属性).
    Attribute,
    /// The project's term (项目期).
    Term,
    /// The project's basis (立项依据).
    Basis,
    /// The day on which it was filled in.
    Filed,
    /// A goal.
    Goal,
    /// Funds, all of them or from one source.
    Fund,
    /// People or offices: the place in [`COUNTS`].
    Count(usize),
    /// Words that the format has no place for.
    Other,
}

/// The term of a project, or one year of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The whole term.
    Period,
    /// This year.
    Annual,
}

impl Side {
    /// The side that a label names.
    pub fn of(label: &str) -> Option<Side> {
        let names = |words: &[&str]| words.iter().any(|word| label.contains(word));
        match () {
            () if names(&["实施期", "项目期", "中期", "期资金"]) => Some(Side::Period),
            () if names(&["年度", "当年", "本年"]) => Some(Side::Annual),
            () => None,
        }
    }
}

/// Labels that stand alone or before a bracket.
const WORDS: [(&str, Label); 24] = [
    ("项目名称", Label::Name),
    ("专项资金名称", Label::Name),
    ("专项名称", Label::Name),
    ("转移支付名称", Label::Name),
    ("部门名称", Label::Department),
    ("部门（单位）名称", Label::Department),
    ("项目属性", Label::Attribute),
    ("项目期", Label::Term),
    ("项目期限", Label::Term),
    ("项目日期", Label::Term),
    ("实施期限", Label::Term),
    ("立项依据", Label::Basis),
    ("填报日期", Label::Filed),
    ("主管部门", Label::Other),
    ("主管部门及代码", Label::Other),
    ("市级主管部门", Label::Other),
    ("实施单位", Label::Other),
    ("项目概况", Label::Other),
    ("项目设立必要性", Label::Other),
    ("保证项目实施的制度、措施", Label::Other),
    ("项目实施计划", Label::Other),
    ("部门职责", Label::Other),
    ("部门战略目标", Label::Other),
    ("备注", Label::Other),
];

/// Labels below the form, where people sign.
const SIGNED: [&str; 3] = ["负责人", "经办人", "联系电话"];

/// What the department's form counts: the label, the key, the name, the English name, the unit, what it is a part of.
const COUNTS: [(&str, &str, &str, &str, Option<&str>); 6] = [
    ("内设职能部门数", "offices", "Inner offices", "个", None),
    ("所属预算单位数", "budget-units", "Budget units", "个", None),
    ("核定的人员编制数", "establishment", "Approved posts", "人", None),
    ("实际在职人员总数", "serving", "People serving", "人", None),
    ("在编人员数", "serving-staff", "On established posts", "人", Some("serving")),
    ("其他人员数", "other-staff", "Others", "人", Some("serving")),
];

/// The levels of government that a project's funds come from, the most specific word first.
const LEVELS: [(&str, &str); 18] = [
    ("总额", "total"),
    ("资金总", "total"),
    ("合计", "total"),
    ("年度金额", "total"),
    ("预算资金", "total"),
    ("当年预算", "total"),
    ("项目资金", "total"),
    ("资金金额", "total"),
    ("资金情况", "total"),
    ("中央", "central"),
    ("省", "province"),
    ("自治区", "province"),
    ("县", "county"),
    ("区", "county"),
    ("市", "city"),
    ("财政", "appropriation"),
    ("结转", "carry-over"),
    ("其他", "other"),
];

/// The department's funds: a word of the label, the id, whether it is a use of the funds.
const SOURCES: [(&str, &str, bool); 11] = [
    ("总额", "total", false),
    ("一般公共预算", "general-public", false),
    ("政府性基金", "government-fund", false),
    ("国有资本", "state-capital", false),
    ("专户", "fiscal-account", false),
    ("单位资金", "own-funds", false),
    ("其他资金", "own-funds", false),
    ("结转", "carry-over", false),
    ("财政拨款", "appropriation", false),
    ("基本支出", "basic", true),
    ("项目支出", "project", true),
];

impl Label {
    /// What a box's text labels, where it is a label.
    pub fn of(text: &str) -> Option<Label> {
        const LONGEST: usize = 18;
        if text.chars().count() > LONGEST {
            return None;
        }
        let bare = bare(text);
        let word = |bare: &str| WORDS.iter().find(|(word, _)| *word == bare).map(|(_, label)| *label);
        let count = || COUNTS.iter().position(|(word, ..)| *word == bare).map(Label::Count);
        let is_goal = || bare.ends_with("目标") && bare.chars().count() < 9;
        let is_signed = || SIGNED.iter().any(|word| bare.starts_with(word));
        word(bare).or_else(count).or_else(|| match () {
            () if is_signed() => Some(Label::Other),
            () if is_goal() => Some(Label::Goal),
            () if level(text).or(source(text).map(|(id, _)| id)).is_some() => Some(Label::Fund),
            () => None,
        })
    }
}

/// A label without 其中 before it and a colon after it.
fn bare(text: &str) -> &str {
    let text = text.trim_end_matches(['：', ':']);
    text.strip_prefix("其中").map_or(text, |rest| rest.trim_start_matches(['：', ':']))
}

/// Whether a label is that of all funds.
pub fn is_total(label: &str) -> bool {
    level(label) == Some("total")
}

/// The level of government that a label of funds names.
pub fn level(label: &str) -> Option<&'static str> {
    const OF_FUNDS: [&str; 7] = ["资金", "拨款", "财政", "结转", "金额", "总额", "预算"];
    let label = bare(label);
    let is_own = label.contains("自筹") || label == "单位资金";
    if is_own || label == "合计" {
        return Some(if is_own { "own" } else { "total" });
    }
    let is_label = OF_FUNDS.iter().any(|word| label.contains(word)) && !label.contains(['局', '厅', '，', '、']);
    LEVELS.iter().find(|(word, _)| is_label && label.contains(word)).map(|(_, id)| *id)
}

/// The column that a label of the department's funds names, and whether it is a use of the funds.
pub fn source(label: &str) -> Option<(&'static str, bool)> {
    let label = bare(label);
    // 金额合计 may be that of some tasks.
    let label = if label == "合计" { "总额" } else { label };
    SOURCES.iter().find(|(word, ..)| label.contains(word)).map(|(_, id, is_use)| (*id, *is_use))
}

/// What a label counts, without the number.
pub fn counted(label: &str) -> Option<Count> {
    let (name, key, english, unit, part_of) = *COUNTS.iter().find(|(word, ..)| *word == bare(label))?;
    Some(Count {
        key: key.into(),
        name: name.into(),
        name_en: Some(english.into()),
        unit: unit.into(),
        part_of: part_of.map(Into::into),
        section: Some("整体支出绩效目标表".into()),
        ..Count::default()
    })
}

/// The project's name in a form's title: `某某项目绩效目标表`.
pub fn name_in(title: &str) -> Option<&str> {
    const GENERAL: [&str; 6] = ["部门", "单位", "预算", "支出", "整体", "专项资金"];
    let name = title.strip_suffix("绩效目标表").map(|name| name.strip_suffix("项目").unwrap_or(name))?;
    let is_general = name.is_empty() || name.contains('年') || GENERAL.iter().any(|word| name.ends_with(word));
    (!is_general && name.chars().count() > 2).then_some(name)
}

/// A project's name without its code: `11000021T0001-档案整理`.
pub fn without_code(name: &str) -> &str {
    const SHORTEST: usize = 8;
    let end = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let rest = name[end..].strip_prefix(['-', '－', '—', '_']).filter(|rest| end >= SHORTEST && !rest.is_empty());
    rest.unwrap_or(name)
}

/// Whether a text only shows what is to be written: `目标1：……`, `指标1：`, `......`.
pub fn is_placeholder(text: &str) -> bool {
    let rest = text.replace("目标", "").replace("指标", "");
    rest.chars().all(|c| c.is_ascii_digit() || c.is_ascii_punctuation() || matches!(c, '：' | '…' | '。'))
        && text.contains(['…', '.', '：'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_of_funds_names_their_level() {
        for (label, expected) in [
            ("其中：中央资金", Some("central")),
            ("自治区补助资金", Some("province")),
            ("省级财政资金", Some("province")),
            ("区级财政资金", Some("county")),
            ("市级财政资金", Some("city")),
            ("单位自筹", Some("own")),
            ("年度资金总额：", Some("total")),
            ("财政局", None),
        ] {
            assert_eq!(level(label), expected, "{label}");
        }
    }
}
