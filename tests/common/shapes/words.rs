//! The words that made-up budgets are of: places, functions, economic items, funds.

/// Departments that there are nowhere.
pub const DEPARTMENTS: [(&str, &str); 4] = [
    ("云岫市", "云岫市河湖事务局"),
    ("青浦岭县", "青浦岭县档案服务局"),
    ("临沅市", "临沅市林草局"),
    ("乌川区", "乌川区市场服务局"),
];

/// What the subordinate units are called, the department's own office first.
pub const UNITS: [&str; 3] = ["机关本级", "信息中心", "第二服务站"];

/// Functions by their code: class, division, item.
pub const FUNCTIONS: [(&str, &str); 46] = [
    ("201", "一般公共服务支出"),
    ("20103", "政府办公厅（室）及相关机构事务"),
    ("2010301", "行政运行"),
    ("2010302", "一般行政管理事务"),
    ("2010303", "机关服务"),
    ("2010350", "事业运行"),
    ("20199", "其他一般公共服务支出"),
    ("2019999", "其他一般公共服务支出"),
    ("205", "教育支出"),
    ("20508", "进修及培训"),
    ("2050803", "培训支出"),
    ("208", "社会保障和就业支出"),
    ("20805", "行政事业单位养老支出"),
    ("2080501", "行政单位离退休"),
    ("2080502", "事业单位离退休"),
    ("2080505", "机关事业单位基本养老保险缴费支出"),
    ("2080506", "机关事业单位职业年金缴费支出"),
    ("20808", "抚恤"),
    ("2080801", "死亡抚恤"),
    ("210", "卫生健康支出"),
    ("21011", "行政事业单位医疗"),
    ("2101101", "行政单位医疗"),
    ("2101102", "事业单位医疗"),
    ("2101103", "公务员医疗补助"),
    ("2101199", "其他行政事业单位医疗支出"),
    ("212", "城乡社区支出"),
    ("21208", "国有土地使用权出让收入安排的支出"),
    ("2120803", "城市建设支出"),
    ("213", "农林水支出"),
    ("21303", "水利"),
    ("2130304", "水利行业业务管理"),
    ("2130306", "水利工程运行与维护"),
    ("221", "住房保障支出"),
    ("22102", "住房改革支出"),
    ("2210201", "住房公积金"),
    ("2210203", "购房补贴"),
    ("223", "国有资本经营预算支出"),
    ("22301", "解决历史遗留问题及改革成本支出"),
    ("2230105", "国有企业退休人员社会化管理补助支出"),
    ("227", "预备费"),
    ("22799", "预备费"),
    ("2279901", "预备费"),
    ("229", "其他支出"),
    ("22999", "其他支出"),
    ("2299999", "其他支出"),
    ("231", "债务还本支出"),
];

/// What a function is called.
pub fn function(code: &str) -> &'static str {
    FUNCTIONS.iter().find(|(other, _)| *other == code).map_or("", |(_, name)| name)
}

/// The functions of projects.
pub const OF_PROJECTS: [&str; 7] = ["2010302", "2010303", "2019999", "2130304", "2130306", "2050803", "2299999"];

/// An economic item, by the department's classification and by the government's (of administrative bodies, and of
/// institutions).
#[derive(Debug, PartialEq, Eq)]
pub struct Item {
    pub key: &'static str,
    pub code: &'static str,
    pub name: &'static str,
    pub government: (&'static str, &'static str),
}

const fn item(key: &'static str, code: &'static str, name: &'static str, government: [&'static str; 2]) -> Item {
    Item { key, code, name, government: (government[0], government[1]) }
}

/// Classes and items; an item's code begins with its class's.
pub const ITEMS: [Item; 27] = [
    item("wages", "301", "工资福利支出", ["501", "505"]),
    item("basic-pay", "30101", "基本工资", ["50101", "50501"]),
    item("allowances", "30102", "津贴补贴", ["50101", "50501"]),
    item("performance-pay", "30107", "绩效工资", ["50199", "50501"]),
    item("pension-insurance", "30108", "机关事业单位基本养老保险缴费", ["50102", "50501"]),
    item("annuity", "30109", "职业年金缴费", ["50102", "50501"]),
    item("medical-insurance", "30110", "职工基本医疗保险缴费", ["50102", "50501"]),
    item("medical-subsidy", "30111", "公务员医疗补助缴费", ["50102", "50501"]),
    item("housing-fund", "30113", "住房公积金", ["50103", "50501"]),
    item("goods-services", "302", "商品和服务支出", ["502", "505"]),
    item("office", "30201", "办公费", ["50201", "50502"]),
    item("water", "30205", "水费", ["50201", "50502"]),
    item("electricity", "30206", "电费", ["50201", "50502"]),
    item("travel", "30211", "差旅费", ["50201", "50502"]),
    item("overseas", "30212", "因公出国（境）费用", ["50207", "50502"]),
    item("meetings", "30215", "会议费", ["50202", "50502"]),
    item("training", "30216", "培训费", ["50203", "50502"]),
    item("reception", "30217", "公务接待费", ["50206", "50502"]),
    item("contracted", "30227", "委托业务费", ["50205", "50502"]),
    item("vehicle-running", "30231", "公务用车运行维护费", ["50208", "50502"]),
    item("transport", "30239", "其他交通费用", ["50201", "50502"]),
    item("grants", "303", "对个人和家庭的补助", ["509", "509"]),
    item("retired-cadres", "30301", "离休费", ["50905", "50905"]),
    item("pensions", "30302", "退休费", ["50905", "50905"]),
    item("capital", "310", "资本性支出", ["503", "506"]),
    item("office-equipment", "31002", "办公设备购置", ["50306", "50601"]),
    item("vehicle-purchase", "31013", "公务用车购置", ["50303", "50601"]),
];

/// Items of the government's economic classification, and its classes.
pub const GOVERNMENT: [(&str, &str); 21] = [
    ("501", "机关工资福利支出"),
    ("50101", "工资奖金津补贴"),
    ("50102", "社会保障缴费"),
    ("50103", "住房公积金"),
    ("50199", "其他工资福利支出"),
    ("502", "机关商品和服务支出"),
    ("50201", "办公经费"),
    ("50202", "会议费"),
    ("50203", "培训费"),
    ("50205", "委托业务费"),
    ("50206", "公务接待费"),
    ("50207", "因公出国（境）费用"),
    ("50208", "公务用车运行维护费"),
    ("503", "机关资本性支出"),
    ("50303", "公务用车购置"),
    ("50306", "设备购置"),
    ("505", "对事业单位经常性补助"),
    ("50501", "工资福利支出"),
    ("50502", "商品和服务支出"),
    ("506", "对事业单位资本性补助"),
    ("509", "对个人和家庭的补助"),
];

/// What an item of the government's classification is called.
pub fn government(code: &str) -> &'static str {
    match code {
        "50601" => "资本性支出",
        "50905" => "离退休费",
        _ => GOVERNMENT.iter().find(|(other, _)| *other == code).map_or("", |(_, name)| name),
    }
}

/// The three public expenses: key, name, how deep, the items that they are.
pub const THREE_PUBLIC: [(&str, &str, u8, &[&str]); 5] = [
    ("overseas", "因公出国（境）费", 1, &["overseas"]),
    ("reception", "公务接待费", 1, &["reception"]),
    ("vehicles", "公务用车购置及运行维护费", 1, &["vehicle-purchase", "vehicle-running"]),
    ("vehicle-purchase", "公务用车购置费", 2, &["vehicle-purchase"]),
    ("vehicle-running", "公务用车运行维护费", 2, &["vehicle-running"]),
];

/// The parts of procurement.
pub const PROCUREMENT: [(&str, &str); 3] =
    [("procurement-goods", "货物"), ("procurement-works", "工程"), ("procurement-services", "服务")];

impl Item {
    /// Whether it is a class, not an item.
    pub fn is_class(&self) -> bool {
        self.code.len() == 3
    }

    /// Whether its money is for staff, not for operating.
    pub fn is_personnel(&self) -> bool {
        self.code.starts_with("301") || self.code.starts_with("303")
    }
}
