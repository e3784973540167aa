//! The names of table kinds: in the format, in Chinese and in English.

use super::Kind;

impl Kind {
    /// The id of the kind in the file format.
    pub const fn id(self) -> &'static str {
        match self {
            Kind::Balance => "balance",
            Kind::Income => "income",
            Kind::Expenditure => "expenditure",
            Kind::Appropriation => "appropriation",
            Kind::GeneralPublic => "general-public",
            Kind::BasicEconomic => "basic-economic",
            Kind::FundIncome => "fund-income",
            Kind::FundExpenditure => "fund-expenditure",
            Kind::StateCapital => "state-capital",
            Kind::ThreePublic => "three-public",
            Kind::AgencyOperating => "agency-operating",
            Kind::Projects => "projects",
            Kind::CarriedProjects => "carried-projects",
            Kind::Procurement => "procurement",
            Kind::Performance => "performance",
            Kind::Other => "other",
        }
    }

    /// What a table of this kind is called, in Chinese and inside an English sentence.
    pub const fn name(self) -> (&'static str, &'static str) {
        match self {
            Kind::Balance => ("收支总表", "balance of income and expenditure"),
            Kind::Income => ("收入总表", "table of income"),
            Kind::Expenditure => ("支出总表", "table of expenditure"),
            Kind::Appropriation => ("财政拨款收支总表", "balance of fiscal appropriations"),
            Kind::GeneralPublic => ("一般公共预算支出表", "table of the general public budget"),
            Kind::BasicEconomic => ("一般公共预算基本支出表", "table of basic expenditure by economic item"),
            Kind::FundIncome => ("政府性基金预算收入表", "table of government-managed funds' income"),
            Kind::FundExpenditure => ("政府性基金预算支出表", "table of government-managed funds' expenditure"),
            Kind::StateCapital => ("国有资本经营预算表", "table of state capital operations"),
            Kind::ThreePublic => ("“三公”经费支出表", "table of the three public expenses"),
            Kind::AgencyOperating => ("机关运行经费表", "table of agency operating funds"),
            Kind::Projects => ("项目支出表", "table of projects"),
            Kind::CarriedProjects => ("上年结转的项目支出表", "table of projects paid from last year's carry-over"),
            Kind::Procurement => ("政府采购预算表", "table of government procurement"),
            Kind::Performance => ("绩效目标表", "form of performance"),
            Kind::Other => ("其他表", "other table"),
        }
    }
}
