//! The rules of the checks, each with its category, its name and the reason why it is there.

use super::family::Family;

/// The names of a rule, and why it is there.
#[derive(Debug, Clone, Copy)]
pub struct About {
    /// The category: what the rule compares.
    pub family: Family,
    /// Its name in JSON.
    pub id: &'static str,
    /// Its name for readers, in Chinese and in English.
    pub name: (&'static str, &'static str),
    /// One line on why it is there, in Chinese and in English.
    pub reason: (&'static str, &'static str),
}

/// Declares the rules once: for the enum, for the list of all and for their names.
macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident: $family:ident, $id:literal, $name:expr, $reason:expr;)+) => {
        /// A rule. In the order in which findings of equal weight are listed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $($(#[$doc])* $rule,)+
        }

        impl Rule {
            /// All rules.
            pub const ALL: [Rule; ABOUT.len()] = [$(Rule::$rule,)+];

            /// The rule's names and reason.
            pub const fn about(self) -> &'static About {
                &ABOUT[self as usize]
            }
        }

        /// In the order of [`Rule::ALL`].
        static ABOUT: [About; [$($id),+].len()] = [$(About { family: Family::$family, id: $id, name: $name, reason: $reason },)+];
    };
}

rules! {
    // ---- between tables
    /// The balance and the income table print the same income.
    BalanceIncome: Between, "balance-income", ("收支总表与收入总表", "Balance and income table"),
        ("两张表说的是同一笔收入，各资金来源和合计要一致。", "Both tables print the same income, by fund and in total.");
    /// The balance and the expenditure table print the same expenditure.
    BalanceExpenditure: Between, "balance-expenditure", ("收支总表与支出总表", "Balance and expenditure table"),
        ("两张表说的是同一笔支出，各类和合计要一致。", "Both tables print the same expenditure, by class and in total.");
    /// By function, income equals expenditure.
    IncomeExpenditure: Between, "income-expenditure", ("收入总表与支出总表", "Income and expenditure by function"),
        ("按功能分类，收进来的钱要等于花出去的钱。", "By function, what comes in is what goes out.");
    /// The balance of appropriations agrees with the appropriations in the balance and in other tables.
    Appropriation: Between, "appropriation", ("财政拨款收支总表与其他表", "Balance of appropriations and other tables"),
        ("财政拨款是全部收支里由财政出的那部分，要与收支总表、一般公共预算表一致。",
         "Appropriations are the fiscal part of the whole balance and of the general public budget.");
    /// The general public budget is all expenditure where there is no other fund.
    GeneralPublic: Between, "general-public", ("支出总表与一般公共预算表", "Expenditure and general public budget"),
        ("没有其他资金时，一般公共预算支出就是全部支出。", "Where there is no other fund, the general public budget is all expenditure.");
    /// Basic expenditure is the same by economic item and by function.
    BasicItems: Between, "basic-items", ("基本支出的两种分类", "Basic expenditure, two ways"),
        ("按经济科目和按功能科目，基本支出是同一笔钱。", "Basic expenditure is the same money by economic item and by function.");
    /// An insurance or fund has the same amount by economic item and by function.
    ItemFunction: Between, "item-function", ("社保、公积金的两种分类", "Insurances and housing fund, two ways"),
        ("养老、医疗保险和住房公积金在经济科目与功能科目里是同一笔钱。",
         "Insurances and the housing fund are the same money by economic item and by function.");
    /// The department's economic classes and the government's are the same money.
    ItemGovernment: Between, "item-government", ("部门与政府经济分类", "Two economic classifications"),
        ("同一笔支出按部门经济分类和按政府经济分类各列一次，对应的类合起来要一样多。",
         "The same expenditure by the department’s economic classes and by the government’s comes to as much.");
    /// The tables of the other funds agree with the balances.
    OtherFunds: Between, "other-funds", ("政府性基金、国有资本经营表", "Tables of the other funds"),
        ("这些表的合计要与收支总表里相应的资金一致。", "Their totals are the balance's amounts of those funds.");
    /// The three public expenses are no less than their economic items.
    ThreePublicItems: Between, "three-public-items", ("“三公”经费与经济科目", "Three public expenses and economic items"),
        ("“三公”经费在基本支出里的部分，不会比“三公”经费表多。",
         "What basic expenditure holds of them cannot be more than their own table says.");
    /// The projects add up to the project expenditure.
    ProjectTotal: Between, "project-total", ("项目支出的两处合计", "Project expenditure, two ways"),
        ("各项目合起来就是支出表里的项目支出。", "All projects together are the project expenditure.");
    /// Adjacent projects add up to the project expenditure of an item.
    ProjectItems: Between, "project-items", ("项目支出表与功能科目", "Projects and functional items"),
        ("一个科目的项目支出由若干项目组成；排在一起、加起来正好的，可以对上。",
         "An item's project expenditure is made of projects; those that stand together and add up to it are found.");
    /// A number that two tables print is the same in both.
    SameNumber: Between, "same-number", ("两张表里的同一个数", "One number in two tables"),
        ("同一笔钱印在两张表里，两处要一样。", "Money that two tables print is the same in both.");

    // ---- within a table
    /// A line is the sum of the lines under it.
    Children: Within, "children", ("上级等于下级之和", "Parent and children"),
        ("上级科目的金额是它下面各科目相加。", "A line is the sum of the lines under it.");
    /// A line's total is the sum of its columns.
    Across: Within, "across", ("横向相加", "Across the columns"),
        ("一行的合计是各栏相加。", "A line's total is the sum of its columns.");
    /// A printed total is the sum of its lines.
    Total: Within, "total", ("合计等于各行之和", "Total and lines"),
        ("表里印的合计是各行相加。", "A printed total is the sum of its lines.");
    /// Total income equals total expenditure.
    InOut: Within, "in-out", ("收支平衡", "Income and expenditure balance"),
        ("收入总计要等于支出总计。", "Total income is total expenditure.");
    /// A printed change between two years is the difference of their columns.
    YearChange: Within, "year-change", ("表里的增减额", "Changes in tables"),
        ("增减额是本年数减去上年数。", "A change is this year's amount less the earlier one.");
    /// A printed rate of change follows from the columns of the two years.
    YearRate: Within, "year-rate", ("表里的增减率", "Rates in tables"),
        ("增减率是增减额除以上年数。", "A rate is the change in percent of the earlier amount.");
    /// The three public expenses are the sum of their parts.
    ThreePublicParts: Within, "three-public-parts", ("“三公”经费的组成", "Parts of the three public expenses"),
        ("合计是出国、接待、用车之和，用车是购置与运行之和。",
         "The total is trips, receptions and vehicles; vehicles are purchase and running.");

    // ---- the text
    /// A stated amount is the table's, or the same wherever it is stated.
    StatedAmount: Text, "stated-amount", ("文字里的金额", "Amounts in the text"),
        ("说明文字里的金额要与表格一致；没有表格的，要与文字里的另一处一致。",
         "An amount in the narrative is that of the table; where no table prints it, it is the same wherever the text states it.");
    /// A stated share is that of the base which the text names.
    StatedShare: Text, "stated-share", ("文字里的占比", "Shares in the text"),
        ("占比要按它所说的那个总数来算。", "A share is reckoned of what it says it is a share of.");
    /// A stated change is the sum of its parts' changes.
    StatedChange: Text, "stated-change", ("增减额的组成", "Changes and their parts"),
        ("合计的增减额是各部分增减额相加。", "The change of a sum is the sum of its parts' changes.");
    /// A stated rate is the change divided by last year's amount.
    StatedRate: Text, "stated-rate", ("增减的百分比", "Rates of change"),
        ("增减百分比是增减额除以上年数。", "A rate of change is the change by last year's amount.");
    /// Changes from the same amount of last year agree.
    LastYear: Text, "last-year", ("推算的上年数", "Last year's amounts"),
        ("同一笔钱从各处推算出的上年数要一致。", "Last year's amount comes out the same from wherever it is derived.");
    /// A stated number of things is the number that there is.
    StatedCount: Text, "stated-count", ("文字里的个数", "Counts in the text"),
        ("说有多少个，就要有多少个。", "As many as the text says there are.");
    /// A stated amount is the sum of its stated parts.
    StatedParts: Text, "stated-parts", ("文字里的分项与合计", "Parts in the text"),
        ("文字里的分项相加要等于文字里的合计。", "The stated parts add up to the stated whole.");
    /// Counts of people and things add up.
    Counts: Text, "counts", ("人数和物数", "People and things"),
        ("分项相加要等于总数，同一个数各处要一样。", "Parts add up to the whole, and a count is the same wherever it stands.");

    // ---- performance forms
    /// The funds of the department's form agree with the tables.
    DepartmentForm: Forms, "department-form", ("整体绩效目标表的资金", "Funds of the department's form"),
        ("整体绩效目标表里的资金要与预算表一致。", "The department's performance form has the tables' amounts.");
    /// A project's form has the funds that the table of projects prints.
    FormFunds: Forms, "form-funds", ("绩效目标表与项目的资金", "Funds of forms and projects"),
        ("项目绩效目标表的本年资金就是项目支出表里的那一笔，只是单位不同。", "A form's funds of this year are the project's amount in another unit.");
    /// A form's funds are the sum of their levels.
    FormLevels: Forms, "form-levels", ("绩效目标表的资金来源", "Sources of a form's funds"),
        ("各级资金相加等于合计，本年不超过整个项目期。", "The levels add up to the total, and a year is no more than the whole term.");
    /// The cost that a form aims at is the funds that it asks for.
    FormCost: Forms, "form-cost", ("成本指标与资金", "Cost indicators and funds"),
        ("成本指标写的金额要与同一张表的资金一致。", "The cost that a form aims at is the funds that it asks for.");
    /// The goal of a form is about its own project.
    FormGoal: Forms, "form-goal", ("绩效目标的文字", "Goals of forms"),
        ("目标写的应当是本项目，不是别的项目。", "A goal is the project's own, not another's.");
    /// A form belongs to a project and has its name.
    FormProject: Forms, "form-project", ("项目与绩效目标表", "Projects and forms"),
        ("每张绩效目标表对应一个项目，名称要对得上。", "Each form belongs to a project, and is called like it.");

    // ---- the document's form
    /// The tables that are required of a department are there.
    MissingTable: Document, "missing-table", ("应有的表", "Tables that should be there"),
        ("公开办法要求的表缺了，相关数字就没法核对。",
         "Without a table that the rules of disclosure ask for, its numbers cannot be checked.");
    /// The lines that the rest of a table leads one to expect are there.
    MissingLine: Document, "missing-line", ("应有的行", "Lines that should be there"),
        ("漏了合计、上级或唯一的下级，别的数照样加得上；同表的其他行、另一边或别的表有，这里也应当有。",
         "Sums come out without a total, a heading or an only part; what is printed around it shows that it is missing.");
    /// A table without data says so.
    EmptyTable: Document, "empty-table", ("空表的说明", "Empty tables"),
        ("没有数据的表要写明“本表无数据”，有数据的表不能这样写。", "A table without data says so; one with data does not.");
    /// A code stands under the code of the level above.
    CodeParent: Document, "code-parent", ("科目编码", "Codes"),
        ("类、款、项的编码逐级加长，下级以上级开头。", "Codes grow level by level, and begin with the code above them.");
    /// A code has the same name everywhere.
    Names: Document, "names", ("科目名称", "Names of codes"),
        ("同一科目在各处的名称要一样；科目改名后，旧说明里常常还是老名称。",
         "A code is called the same everywhere; old texts keep names that were changed.");
    /// No line is repeated.
    Duplicate: Document, "duplicate", ("重复的行", "Lines that stand twice"),
        ("同一科目或项目在一张表里只出现一次，否则会重复计算。", "A line stands once in a table, or it is counted twice.");
    /// No amount of a budget is below zero.
    Negative: Document, "negative", ("负数", "Negative amounts"),
        ("预算安排的钱不会小于零。", "No budget is less than nothing.");
    /// The amounts of a table are in the unit that it states.
    UnitScale: Document, "unit-scale", ("单位不对", "A wrong unit"),
        ("元、千元、万元、百万元混用时，数字正好差十倍到一万倍。",
         "Where units are mixed up, numbers are off by exactly 10, 100, 1,000 or 10,000.");
}
