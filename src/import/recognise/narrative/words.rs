//! The set phrases of the narrative: the subjects of numbers, and the words around them.

/// The subjects of numbers, without punctuation: of two that a text ends in the longer one is meant.
pub const SUBJECTS: &[(&str, &str)] = &[
    ("收入", "income"),
    ("支出", "expenditure"),
    ("收支", BOTH),
    ("收入支出", BOTH),
    ("本年收入", "current-income"),
    ("本年支出", "current-expenditure"),
    ("本年预算安排", "current-expenditure"),
    ("上年结转安排", "carried-over"),
    ("上年结转安排的支出", "carried-over"),
    ("上年结转", "carry-over"),
    ("上年结转结余", "carry-over"),
    ("上年结余结转", "carry-over"),
    ("上年结转和结余", "carry-over"),
    ("年终结转结余", "year-end-carry-over"),
    ("结转下年", "year-end-carry-over"),
    ("结转下年支出", "year-end-carry-over"),
    ("当年拨款收入", "current-appropriation"),
    ("财政拨款", "appropriation"),
    ("一般公共预算", "general-public"),
    ("政府性基金", "government-fund"),
    ("政府性基金预算", "government-fund"),
    ("国有资本经营", "state-capital"),
    ("国有资本经营预算", "state-capital"),
    ("财政专户管理资金", "fiscal-account"),
    ("专户资金", "fiscal-account"),
    ("财政专户管理事业收入", "fiscal-account"),
    ("单位资金", "own-funds"),
    ("其他资金", "own-funds"),
    ("事业收入", "institution-income"),
    ("经营收入", "business-income"),
    ("事业单位经营收入", "business-income"),
    ("事业单位经营服务收入", "business-income"),
    ("上级补助收入", "superior-grants"),
    ("附属单位上缴收入", "subordinate-income"),
    ("其他收入", "other-income"),
    ("使用非财政拨款结余", "used-surplus"),
    ("基本支出", "basic"),
    ("项目支出", "project"),
    ("人员经费", "personnel"),
    ("人员支出", "personnel"),
    ("公用经费", "operating"),
    ("日常公用支出", "operating"),
    ("日常公用经费", "operating"),
    ("机动经费", "reserve"),
    ("单位预留机动经费", "reserve"),
    ("预留机动经费", "reserve"),
    ("事业单位经营支出", "business"),
    ("上缴上级支出", "to-superior"),
    ("对附属单位补助支出", "to-subordinate"),
    ("三公经费", "three-public"),
    ("因公出国境费", "overseas"),
    ("因公出国境费用", "overseas"),
    ("因公出国境经费", "overseas"),
    ("公务接待费", "reception"),
    ("公务接待费用", "reception"),
    ("公务用车购置及运行费", "vehicles"),
    ("公务用车购置和运行费", "vehicles"),
    ("公务用车购置及运行维护费", "vehicles"),
    ("公务用车购置和运行维护费", "vehicles"),
    ("公务用车购置费", "vehicle-purchase"),
    ("公务用车购置", "vehicle-purchase"),
    ("公务用车运行费", "vehicle-running"),
    ("公务用车运行维护费", "vehicle-running"),
    ("委托业务费", "commissioned"),
    ("会议费", "meetings"),
    ("培训费", "training"),
    ("机关运行经费", "agency-operating"),
    ("运行经费", "agency-operating"),
    ("政府采购", "procurement"),
    ("政府采购项目", "procurement"),
];

/// One number for two subjects: income and expenditure.
pub const BOTH: &str = "income,expenditure";

/// What may stand between a subject and its number.
pub const BEHIND: &[&str] = &[
    "预算数",
    "预算",
    "安排",
    "总额",
    "总计",
    "合计",
    "共计",
    "共",
    "为",
    "支出",
    "收入",
    "资金",
    "拨款",
    "金额",
    "总",
    "数",
    "科目",
    "约",
    "各",
    "有",
    "是",
    "年初",
    "财政",
    "的",
    "当年",
    "本年",
    "涉及财拨资金",
];

/// What may stand before a subject.
pub const BEFORE: &[&str] = &[
    "预算", "部门", "单位", "综合", "总", "年度", "全年", "年", "安排", "的", "其中", "包括", "主要", "分为", "相应",
    "通过", "拨款", "资金", "按", "本", "和", "及", "拟", "当", "度", "月", "所属", "各", "全部", "列支", "数", "纳入",
];

/// Money of one fund, named before a subject: `一般公共预算财政拨款基本支出`.
pub const FUNDS: &[(&str, &str)] = &[
    ("一般公共预算", "general-public"),
    ("政府性基金预算", "government-fund"),
    ("政府性基金", "government-fund"),
    ("国有资本经营预算", "state-capital"),
    ("财政专户管理资金", "fiscal-account"),
    ("单位资金", "own-funds"),
    ("财政拨款", "appropriation"),
];

/// Money of last year.
pub const CARRIED: &[&str] = &["上年结转结余", "上年结余结转", "上年结转"];

/// How a document calls its own office.
pub const OWN_OFFICE: &[&str] = &[
    "本部门",
    "本单位",
    "部门（单位）",
    "部门",
    "单位",
    "我局",
    "我委",
    "我单位",
    "我部门",
    "我院",
    "我厅",
    "我办",
    "各单位",
    "各预算单位",
    "本级",
];

/// What an office's name ends in.
pub const OFFICES: &[&str] = &[
    "局",
    "委",
    "院",
    "会",
    "厅",
    "部",
    "中心",
    "办公室",
    "办",
    "处",
    "站",
    "所",
    "校",
    "队",
    "级",
    "馆",
    "室",
    "署",
    "社",
    "团",
];

/// Words for more than last year.
pub const MORE: &[&str] = &["增加", "增长", "上升", "提高", "增幅", "上涨", "增加了", "增长了", "多"];
/// Words for less than last year.
pub const LESS: &[&str] = &["减少", "下降", "降低", "降幅", "减幅", "压减", "减少了", "下降了", "少", "下浮"];
/// Words for no more and no less than last year.
pub const SAME: &[&str] = &["持平", "相同", "无变化", "无增减", "没有变化", "一致", "不变"];

/// Where the reason for a change begins.
pub const REASONS: &[&str] = &[
    "主要原因是",
    "主要原因为",
    "主要原因",
    "变动原因",
    "原因是",
    "原因为",
    "原因",
    "主要是因为",
    "主要是由于",
    "主要由于",
    "主要系",
    "主要是",
    "主要为",
];

/// Where it is said what money is for: amounts there are parts of it that have no names of the field.
pub const USES: &[&str] = &["主要用于", "用于"];

/// Phases of last year's budget that a text compares with.
pub const BASES: &[(&str, &str)] =
    &[("执行", "actual"), ("决算", "final"), ("调整预算", "adjusted"), ("年初预算", "budget"), ("预算", "budget")];
