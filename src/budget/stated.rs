//! The lists of what a document states outside its tables. Their items have addresses, as the lines of the official
//! tables have.

listed! {
    /// A list of what is stated outside the official tables.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Stated {
        /// The narrative's statements.
        Narrative,
        /// The narrative's statements about government procurement.
        Procurement,
        /// Posts and people.
        Staff,
        /// State assets.
        Assets,
        /// The form of the whole department: its sources, then its uses.
        Form,
        /// The projects' forms that are published, in the projects' order.
        Forms,
    }
}

impl Stated {
    /// The list's name in addresses, and what it holds in Chinese and in English.
    pub const fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Stated::Narrative => ("说明", "情况说明中的数字", "Numbers of the narrative"),
            Stated::Procurement => ("采购", "政府采购", "Government procurement"),
            Stated::Staff => ("人员", "人员", "Staff"),
            Stated::Assets => ("资产", "国有资产", "State assets"),
            Stated::Form => ("整体绩效", "部门整体支出绩效目标表的资金", "Funds of the department's performance form"),
            Stated::Forms => ("项目绩效", "项目绩效目标表的资金", "Funds of the projects' performance forms"),
        }
    }

    /// What the list is called inside a sentence, in Chinese and in English.
    pub const fn short(self) -> (&'static str, &'static str) {
        match self {
            Stated::Narrative | Stated::Procurement => ("情况说明", "the narrative"),
            Stated::Staff => ("人员情况", "staff"),
            Stated::Assets => ("国有资产", "assets"),
            Stated::Form => ("整体绩效目标表", "the department's performance form"),
            Stated::Forms => ("项目绩效目标表", "the project's performance form"),
        }
    }

    /// The address of the list's item number `i`, counted from 0.
    pub fn address(self, i: usize) -> String {
        [self.names().0, "-", &(i + 1).to_string()].concat()
    }

    /// Whether an address belongs to an item of one of these lists.
    pub fn holds(address: &str) -> bool {
        let list = address.split_once('-').map_or(address, |(list, _)| list);
        Stated::ALL.iter().any(|stated| stated.names().0 == list)
    }
}

/// The levels of government that a form's funds come from: id, Chinese name, English name.
pub const LEVELS: [(&str, &str, &str); 9] = [
    ("central", "中央财政", "Central government"),
    ("province", "省级财政", "Province"),
    ("county", "市县（区）财政", "City and county"),
    ("own", "单位自筹", "The body's own"),
    ("other", "其他资金", "Other"),
    ("total", "合计", "Total"),
    ("city", "市级财政", "City"),
    ("appropriation", "财政拨款", "Fiscal appropriation"),
    ("carry-over", "上年结转", "Carried over"),
];
