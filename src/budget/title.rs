//! The official titles of tables, by which a file may name the kind of a table.

use super::Kind;

/// Official titles, each with its kind; 部门 may stand before any of them.
pub const TITLES: [(&str, Kind); 18] = [
    ("收支总表", Kind::Balance),
    ("收入总表", Kind::Income),
    ("支出总表", Kind::Expenditure),
    ("财政拨款收支总表", Kind::Appropriation),
    ("一般公共预算支出表", Kind::GeneralPublic),
    ("一般公共预算基本支出表", Kind::BasicEconomic),
    ("政府性基金预算收入表", Kind::FundIncome),
    ("政府性基金预算支出表", Kind::FundExpenditure),
    ("国有资本经营预算表", Kind::StateCapital),
    ("国有资本经营预算支出表", Kind::StateCapital),
    ("“三公”经费支出表", Kind::ThreePublic),
    ("一般公共预算“三公”经费支出表", Kind::ThreePublic),
    ("机关运行经费表", Kind::AgencyOperating),
    ("项目支出表", Kind::Projects),
    ("上年结转的项目支出表", Kind::CarriedProjects),
    ("政府采购预算表", Kind::Procurement),
    ("政府采购表", Kind::Procurement),
    ("绩效目标表", Kind::Performance),
];

/// The kind of table that an official title names.
pub fn kind(title: &str) -> Option<Kind> {
    let title = title.strip_prefix("部门").unwrap_or(title);
    TITLES.iter().find(|(own, _)| *own == title).map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_title_says_the_kind_that_is_called_so() {
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Other) {
            assert_eq!(super::kind(kind.name().0), Some(kind));
        }
        assert_eq!(super::kind("部门收支总表"), Some(Kind::Balance));
        assert_eq!(super::kind("支出总表（按经济分类）"), None);
    }
}
