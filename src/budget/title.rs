//! The official titles of tables, by which a table's kind may be said.

/// The titles that 部门 may stand before, each with the number of its kind.
pub const TITLES: [(&str, usize); 18] = [
    ("收支总表", 0),
    ("收入总表", 1),
    ("支出总表", 2),
    ("财政拨款收支总表", 3),
    ("一般公共预算支出表", 4),
    ("一般公共预算基本支出表", 5),
    ("政府性基金预算收入表", 6),
    ("政府性基金预算支出表", 7),
    ("国有资本经营预算表", 8),
    ("国有资本经营预算支出表", 8),
    ("“三公”经费支出表", 9),
    ("一般公共预算“三公”经费支出表", 9),
    ("机关运行经费表", 10),
    ("项目支出表", 11),
    ("上年结转的项目支出表", 12),
    ("政府采购预算表", 13),
    ("政府采购表", 13),
    ("绩效目标表", 14),
];

/// The number of the kind that an official title says.
pub fn kind(title: &str) -> Option<usize> {
    let title = title.strip_prefix("部门").unwrap_or(title);
    TITLES.iter().find(|(own, _)| *own == title).map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::Kind;

    #[test]
    fn each_title_says_the_kind_that_is_called_so() {
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Other) {
            let number = super::kind(kind.name().0);
            assert_eq!(number.map(|number| Kind::ALL[number]), Some(kind));
        }
        assert_eq!(super::kind("部门收支总表"), Some(0));
        assert_eq!(super::kind("支出总表（按经济分类）"), None);
        assert!(TITLES.iter().all(|(_, kind)| *kind < Kind::ALL.len()));
    }
}
