//! The words that random budgets are made of: functions, economic items, funds.

/// Functions by their code: class, division, item.
pub const FUNCTIONS: [(&str, &str); 35] = [
    ("201", "一般公共服务支出"),
    ("20103", "政府办公厅（室）及相关机构事务"),
    ("2010301", "行政运行"),
    ("2010302", "一般行政管理事务"),
    ("2010303", "机关服务"),
    ("2010350", "事业运行"),
    ("20199", "其他一般公共服务支出"),
    ("2019999", "其他一般公共服务支出"),
    ("205", "教育支出"),
    ("20502", "普通教育"),
    ("2050202", "小学教育"),
    ("2050203", "初中教育"),
    ("20509", "教育费附加安排的支出"),
    ("2050999", "其他教育费附加安排的支出"),
    ("208", "社会保障和就业支出"),
    ("20805", "行政事业单位养老支出"),
    ("2080501", "行政单位离退休"),
    ("2080502", "事业单位离退休"),
    ("2080505", "机关事业单位基本养老保险缴费支出"),
    ("20808", "抚恤"),
    ("2080801", "死亡抚恤"),
    ("210", "卫生健康支出"),
    ("21011", "行政事业单位医疗"),
    ("2101101", "行政单位医疗"),
    ("2101102", "事业单位医疗"),
    ("212", "城乡社区支出"),
    ("21208", "国有土地使用权出让收入安排的支出"),
    ("2120801", "征地和拆迁补偿支出"),
    ("2120803", "城市建设支出"),
    ("221", "住房保障支出"),
    ("22102", "住房改革支出"),
    ("2210201", "住房公积金"),
    ("223", "国有资本经营预算支出"),
    ("22301", "解决历史遗留问题及改革成本支出"),
    ("2230105", "国有企业退休人员社会化管理补助支出"),
];

/// What a function is called.
pub fn function(code: &str) -> &'static str {
    FUNCTIONS.iter().find(|(other, _)| *other == code).map_or("", |(_, name)| name)
}

/// The functions that a unit's main work may be, and those of its projects.
pub const MAIN: [&str; 4] = ["2010350", "2010301", "2050202", "2050203"];
pub const OF_PROJECTS: [&str; 7] = ["2010303", "2010302", "2019999", "2050999", "2080502", "2080801", "2010350"];

/// An economic item: its key, its code, its name, the class that it is under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    pub key: &'static str,
    pub code: &'static str,
    pub name: &'static str,
}

const fn item(key: &'static str, code: &'static str, name: &'static str) -> Item {
    Item { key, code, name }
}

/// Classes and items; an item's code begins with its class's.
pub const ITEMS: [Item; 21] = [
    item("wages", "301", "工资福利支出"),
    item("basic-pay", "30101", "基本工资"),
    item("allowances", "30102", "津贴补贴"),
    item("performance-pay", "30107", "绩效工资"),
    item("pension-insurance", "30108", "机关事业单位基本养老保险缴费"),
    item("medical-insurance", "30110", "职工基本医疗保险缴费"),
    item("other-insurance", "30112", "其他社会保障缴费"),
    item("housing-fund", "30113", "住房公积金"),
    item("goods-services", "302", "商品和服务支出"),
    item("office", "30201", "办公费"),
    item("water", "30205", "水费"),
    item("electricity", "30206", "电费"),
    item("overseas", "30212", "因公出国（境）费用"),
    item("reception", "30217", "公务接待费"),
    item("vehicle-running", "30231", "公务用车运行维护费"),
    item("grants", "303", "对个人和家庭的补助"),
    item("retired-cadres", "30301", "离休费"),
    item("pensions", "30302", "退休费"),
    item("capital", "310", "资本性支出"),
    item("office-equipment", "31002", "办公设备购置"),
    item("vehicle-purchase", "31013", "公务用车购置"),
];

impl Item {
    /// Whether it is a class, not an item.
    pub fn is_class(self) -> bool {
        self.code.len() == 3
    }

    /// Whether its money is for staff, not for operating.
    pub fn is_personnel(self) -> bool {
        self.code.starts_with("301") || self.code.starts_with("303")
    }
}

/// Where money comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fund {
    GeneralPublic,
    Government,
    StateCapital,
    FiscalAccount,
    Own,
    /// Income that the format has no word for.
    Business,
}

impl Fund {
    pub const ALL: [Fund; 6] =
        [Fund::GeneralPublic, Fund::Government, Fund::StateCapital, Fund::FiscalAccount, Fund::Own, Fund::Business];
    /// Those that the treasury appropriates.
    pub const FISCAL: [Fund; 3] = [Fund::GeneralPublic, Fund::Government, Fund::StateCapital];

    /// The id of its column and lines.
    pub fn id(self) -> &'static str {
        self.names().0
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        self.names().1
    }

    fn names(self) -> (&'static str, &'static str) {
        match self {
            Fund::GeneralPublic => ("general-public", "一般公共预算"),
            Fund::Government => ("government-fund", "政府性基金预算"),
            Fund::StateCapital => ("state-capital", "国有资本经营预算"),
            Fund::FiscalAccount => ("fiscal-account", "财政专户管理资金"),
            Fund::Own => ("own-funds", "单位资金"),
            Fund::Business => ("business", "事业收入"),
        }
    }

    pub fn is_fiscal(self) -> bool {
        Fund::FISCAL.contains(&self)
    }
}
