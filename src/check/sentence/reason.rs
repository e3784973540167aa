//! The clauses that say why something cannot be checked, or what is wrong with it.

use super::{Place, Reason, Rule, SentenceContext};
use crate::money::Unit;

impl SentenceContext<'_, '_> {
    /// The reason as a clause that follows what it is about.
    pub fn reason(&self, reason: Reason) -> String {
        let (zh, en) = clause(reason);
        let mut about = [String::new(), String::new()];
        match reason {
            Reason::NoTable(kind) => about[0] = self.locale.tr(kind.name().0, kind.name().1).into(),
            Reason::RightOf(place) => about[0] = self.full(place),
            Reason::CopiedFrom(project) => about[0] = self.names.entry(Place::Project(project), self.locale).into(),
            Reason::Scale(_, power) => about = self.scale(power),
            Reason::Negative => about[0] = self.first_number(),
            Reason::OtherName => about[0] = self.form_name().unwrap_or_default().into(),
            Reason::NoParent | Reason::NoLevel => {
                let code = self.finding.stated.first().map(|place| self.names.ids(*place).line).unwrap_or_default();
                about[1] = code.len().to_string();
                about[0] = code;
            }
            _ => {}
        }
        self.locale.format(zh, en, &[&about[0], &about[1]])
    }

    /// The clause for what a rule without numbers found to be in order.
    pub fn as_it_should_be(&self, rule: Rule) -> &'static str {
        let is_one = self.finding.stated.len() < 2;
        let (zh, en) = match rule {
            Rule::FormGoal => ("写的是本项目", "it speaks of its own project"),
            Rule::FormCost => ("单价乘以数量就是资金", "the price of one by how many there are is the funds"),
            Rule::FormProject if is_one => ("绩效目标表用的是这个名称", "its form calls it so, too"),
            Rule::FormProject => ("就是这个项目", "it is this project"),
            Rule::MissingTable => ("应有的表，有", "a table that should be there is there"),
            Rule::EmptyTable => ("有没有数据，与表上写的一致", "whether it has data is as it says"),
            Rule::CodeParent => ("科目编码逐级对得上", "each code stands under the one that it begins with"),
            Rule::Duplicate => ("没有重复的行", "no line stands there twice"),
            Rule::Negative => ("没有负数", "nothing is less than nothing"),
            Rule::UnitScale => ("金额与单位相称", "the amounts fit the unit"),
            _ => ("没有问题", "as it should be"),
        };
        self.locale.tr(zh, en)
    }

    /// The factor that a power of ten stands for, and a guess at the unit that the numbers are really in.
    fn scale(&self, power: i8) -> [String; 2] {
        let i = usize::from(power.unsigned_abs().clamp(1, 4)) - 1;
        let factor = if power > 0 {
            let parts = [
                ("十分之一", "tenth"),
                ("百分之一", "hundredth"),
                ("千分之一", "thousandth"),
                ("万分之一", "ten-thousandth"),
            ];
            self.locale.tr(parts[i].0, parts[i].1)
        } else {
            ["10", "100", "1,000", "10,000"][i]
        };
        let unit = self.finding.stated.first().and_then(|place| self.unit_of(*place));
        let meant = unit.and_then(|unit| unit.scaled(power));
        let guess = meant.zip(unit).map(|(meant, unit)| {
            let names = [meant, unit].map(|unit| self.locale.tr(unit.zh(), unit.en()));
            self.locale.format("，像是把{0}当成了{1}", ", as if {0} had been taken for {1}", &[names[0], names[1]])
        });
        [factor.into(), guess.unwrap_or_default()]
    }

    /// The unit of the number that is printed at a place, or of the table.
    fn unit_of(&self, place: Place) -> Option<Unit> {
        match (place.printed(self.names.budget()), place.table()) {
            (Some((_, measure)), _) => Some(measure.unit()),
            (None, Some(table)) => Some(self.names.budget().tables.get(table)?.unit),
            (None, None) => None,
        }
    }

    fn first_number(&self) -> String {
        let printed = self.printed(&self.finding.stated);
        printed
            .first()
            .map(|(place, amount, measure)| self.with_unit(Some(*amount), *measure, Some(*place)))
            .unwrap_or_default()
    }

    /// The project's name in its form, for the project that a finding is about.
    fn form_name(&self) -> Option<&str> {
        let mut projects = self.finding.places().filter_map(Place::project);
        let project = self.names.budget().projects.get(projects.next()?)?;
        Some(&project.form.as_ref()?.name)
    }
}

/// The template of each reason's clause, in Chinese and in English.
#[allow(clippy::too_many_lines)] // one reason after the other
const fn clause(reason: Reason) -> (&'static str, &'static str) {
    match reason {
        Reason::NoTable(_) => ("文件里没有{0}", "the document has no {0}"),
        Reason::NoNumber => ("别处没有印这个数", "it is printed nowhere else"),
        Reason::NoLine => ("另一张表里没有这一行", "the other table has no such line"),
        Reason::OtherFunds => (
            "还有一般公共预算以外的资金或上年结转，两处本来就可以不同",
            "there is other money than the general public budget, or money carried over, so these may differ",
        ),
        Reason::UnknownColumns => (
            "有的栏看不出是什么，可能也是它的一部分",
            "the meaning of some columns is not known, and they may be parts of it, too",
        ),
        Reason::UnknownLines => (
            "没有写明哪些行是哪一行的一部分，有的行可能重复计入",
            "nothing says which lines are parts of which, and some may be counted twice",
        ),
        Reason::OneOfSeveral => (
            "这样的表有几张，看不出哪一张是全部",
            "there are several tables of this kind, and nothing tells which of them is of all",
        ),
        Reason::OtherFunctions => (
            "这两处通常相同，但有的单位另有一部分列在别的功能科目里",
            "these are the same as a rule, but some of it may be paid under another function",
        ),
        Reason::NoBase => {
            ("上年没有数或为 0，没有可比的基数", "there was nothing before that it could be a percentage of")
        }
        Reason::Heading => ("这一行没有印金额，像是标题", "the line prints no amount, as a heading does"),
        Reason::FromProjects => ("其余的可能列在项目支出里", "the rest may be paid from project expenditure"),
        Reason::NoCodes => ("文件没有写明是哪些项目", "the document does not say which projects these are"),
        Reason::NoForm => ("没有公开这个项目的绩效目标表", "no performance form of this project is published"),
        Reason::NoAmount => {
            ("指标没有写出可以和资金比较的金额", "the indicator states no amount that could be held against the funds")
        }
        Reason::OtherName => (
            "绩效目标表上写的是“{0}”，名称不同，是不是同一个项目要由人来看",
            "its form calls it “{0}”; whether that is the same project is for a person to say",
        ),
        Reason::RightOf(_) => ("按{0}算才对", "it would be right of {0}"),
        Reason::CopiedFrom(_) => ("写的是另一个项目“{0}”", "its words are those of another project, “{0}”"),
        Reason::NoParent => ("编码 {0} 上面没有它的上级科目", "there is no line above its code {0} that it belongs to"),
        Reason::NoLevel => (
            "编码 {0} 有 {1} 位，科目没有这样长的编码",
            "its code {0} has {1} digits, as no level of the classification has",
        ),
        Reason::Twice => ("在表里出现了两次", "it stands there twice"),
        Reason::Scale(_, 1..) => ("各数正好是应有的{0}{1}", "each number is exactly a {0} of what it should be{1}"),
        Reason::Scale(..) => ("各数正好是应有的 {0} 倍{1}", "each number is exactly {0} times what it should be{1}"),
        Reason::NotEmpty => ("写着“本表无数据”，却印有金额", "it is marked as empty, but prints amounts"),
        Reason::NoNote => ("一个金额也没有，也没有写“本表无数据”", "it prints no amount, and no note says so"),
        Reason::Gap => {
            ("前面的表号不连续，像是少了一张表", "the numbering has a gap before it, as if a table were missing")
        }
        Reason::Negative => ("是 {0}，小于零", "it is {0}, less than nothing"),
        Reason::MoreThanTerm => ("一年的资金比整个项目期的还多", "a year needs more than the whole term"),
        Reason::CutOff => (
            "像是直接去掉了后面的位数，没有四舍五入",
            "its further places seem to have been cut off instead of rounded",
        ),
        Reason::Incomplete => {
            ("计算要用的数没有写全", "the document does not state all the numbers that it is reckoned from")
        }
        Reason::WhichFund => {
            ("没有写明是全部资金还是其中一种资金的", "nothing says whether it is of all money or of one fund")
        }
        Reason::WhichYears => {
            ("没有写明包不包括上年结转的资金", "nothing says whether it includes what is carried over from last year")
        }
        Reason::WhichPart => ("没有写明是不是只算基本支出", "nothing says whether it is of basic expenditure only"),
        Reason::OtherParts => ("可能还有文字没有列出的部分", "there may be parts that the text does not list"),
        Reason::WhichBase => {
            ("没有写明是和上年的哪个数相比", "nothing says which of last year’s amounts it is compared with")
        }
        Reason::UnitPrice => ("写的是单价，不是总数", "it is the price of one, not of all"),
        Reason::PartOfFunds => ("比资金少，可能只是其中一部分", "it is less than the funds, and may be a part of them"),
        Reason::UpperLimit => {
            ("指标写的是上限，资金在上限以内", "the indicator states an upper limit, and the funds are within it")
        }
        Reason::SameName => (
            "同名的绩效目标表或项目有几个，分不清是哪一个",
            "several forms or projects are called so, and nothing says which is meant",
        ),
        Reason::EarlierYears => (
            "项目支出表里没有这个项目，可能是以前年度的",
            "the table of projects has no such project; it may be of an earlier year",
        ),
        Reason::NotPublished => (
            "编制了的绩效目标表不一定公开在这份文件里",
            "not all forms that were made need be published in this document",
        ),
        Reason::NameDiffers => (
            "名称与表格不一致，是不是同一个科目要由人来看",
            "the names differ; whether they are the same item is for a person to say",
        ),
        Reason::NoTotal => ("没有印合计", "it prints no total"),
        Reason::OneSided => ("另一边没有与它相对的行", "the other side has no line that answers to it"),
        Reason::NoParts => (
            "没有印下级，而同级的其他行或别的表印了，像是漏了行",
            "it prints no parts, while others of its level or another table do, as if a line were missing",
        ),
        Reason::NoHeading => {
            ("没有印它的上一级，像是漏了行", "the level above it is not printed, as if a line were missing")
        }
        Reason::OtherDirection => (
            "增减的方向与写的原因相反，是不是笔误要由人来看",
            "the stated reason is one for the opposite change; whether that is a slip is for a person to say",
        ),
        Reason::LessThanNothing => (
            "增加的比现在有的还多，上年就成了负数",
            "it has grown by more than there is, so that there would have been less than nothing before",
        ),
        Reason::MoreThanWhole => ("部分比整体还多", "a part is more than the whole"),
        Reason::TermFunds => (
            "这正是同一张表整个项目期的资金，像是填错了一栏",
            "that is the same form’s funds of the whole term, as if the column had been mistaken",
        ),
    }
}
