//! The answer before all answers: who, which year, how much, mostly on what.

use super::Text;
use super::classes::{Classes, by_part, classes};
use super::entry::{Entry, printed};
use super::items::leaves;
use super::last_year::{change, change_place, reason, told_change};
use super::three_public::whole;
use super::total::total;
use crate::budget::{Budget, Kind, Place, column};
use crate::money::{Share, shares};
use crate::words::Words;

/// The narrative's subject for all that is spent.
const EXPENDITURE: &str = "expenditure";
/// 100 %, in hundredths of a percent.
const WHOLE_SHARE: i128 = 10_000;

/// The page's first lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// Which year, which place.
    pub occasion: String,
    /// The department, without the place it is named after.
    pub department: String,
    /// All that is spent: as printed, or the sum of the lines.
    pub total: Option<String>,
    /// Where the total is printed.
    pub at: Option<Place>,
    /// What a child understands: of every hundred yuan …
    pub lead: Text,
    /// A few numbers beside it.
    pub facts: Vec<Fact>,
}

/// One number beside the headline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub name: String,
    /// The number.
    pub value: String,
    /// What qualifies it: a rate, a unit.
    pub detail: String,
    /// The figure that says more of it.
    pub figure: &'static str,
}

/// The page's first lines for this budget.
pub fn headline(budget: &Budget, words: Words) -> Headline {
    let document = &budget.document;
    let region = document.region.as_deref().map(|zh| words.lang.name(zh, document.region_en.as_deref()));
    let year = document.year.to_string();
    let place = region.map(|region| String::from(" · ") + region).unwrap_or_default();
    let occasion = words.say("{0} 年部门预算{1}", "Department budget {0}{1}", &[&year, &place]);
    let full = words.lang.name(&document.department, document.department_en.as_deref());
    let department =
        region.and_then(|region| full.strip_prefix(region)).filter(|rest| !rest.is_empty()).unwrap_or(full);
    let classes = classes(budget, words);
    // The budget's own total, where the classes are of a part of it.
    let own = classes.as_ref().is_none_or(|classes| partial(budget, classes, words).is_some());
    let stated = || budget.table(Kind::Expenditure)?.whole();
    let own = budget.own_total().or_else(stated).filter(|_| own);
    let own = own.map(|(table, line)| Entry::of_cell(table, line, column::TOTAL, words));
    let total = own.as_ref().or_else(|| Some(&classes.as_ref()?.total));
    let facts =
        [year_on_year(budget, words), three_public(budget, words), projects(budget, words), staff(budget, words)];
    Headline {
        occasion,
        department: department.into(),
        total: total.map(|total| total.amount.clone()),
        at: total.and_then(|total| total.at),
        lead: classes.as_ref().and_then(|classes| lead(budget, classes, words)).unwrap_or_default()
            + than_last_year(budget, words),
        facts: facts.into_iter().flatten().collect(),
    }
}

/// Of every hundred yuan so many go to the largest class; and so much is projects. Nothing of the
/// kind where amounts of less than nothing make shares that are no shares.
fn lead(budget: &Budget, classes: &Classes, words: Words) -> Option<Text> {
    let largest = classes.entries.first()?;
    let is_share = |share: &Share| (0..=WHOLE_SHARE).contains(&share.hundredths());
    // Of a hundred yuan a share of 95.92 % is 95.92 yuan.
    let yuan = largest.share.filter(is_share)?.to_string().trim_end_matches('%').to_string();
    let partial = partial(budget, classes, words);
    let (zh, en) = match partial {
        Some(_) => ("{2}其中每 100 元有 {0} 元用于{1}", "{2}Of every 100 yuan of it, {0} go to {1}"),
        None => ("每 100 元预算中，有 {0} 元用于{1}", "Of every 100 yuan, {0} go to {1}"),
    };
    let is_whole = partial.is_none();
    let first = words.tell(zh, en, &[&yuan, &words.inside(&largest.short), &partial.unwrap_or_default()]);
    let parts = by_part(budget).filter(|_| is_whole);
    let project = parts.and_then(|(table, lines)| {
        let [project, all] = [column::PROJECT, column::TOTAL].map(|id| total(table, id, &lines, words).money);
        Some(shares(&[project?], all?)?[0])
    });
    let project = project.filter(is_share);
    let (zh, en) = match project.map(Share::hundredths) {
        None => ("{0}。", "{0}."),
        Some(WHOLE_SHARE) => ("{0}；全部是项目支出。", "{0}; all of it is for projects."),
        Some(5_001..) => ("{0}；一半以上（{1}）是项目支出。", "{0}; more than half ({1}) is for projects."),
        Some(_) => ("{0}；项目支出占 {1}。", "{0}; {1} is for projects."),
    };
    let project = project.map(|share| share.to_string()).unwrap_or_default();
    Some(words.tell(zh, en, &[&first, &project]))
}

/// What to say where the only table by functional class is of less (or more) than all that is spent.
pub fn partial(budget: &Budget, classes: &Classes, words: Words) -> Option<Text> {
    let (own, line) = budget.own_total()?;
    let (own, classes_total) = (own.money(line, column::TOTAL)?, classes.total.money?);
    // Two roundings of one amount.
    let is_same = own.minus(classes_total)?.abs().millionths() <= 500_000_000;
    let (zh, en) = ("按功能分类的只有{0}《{1}》，共 {2}。", "By functional class there is only {0} {1}, {2} in all. ");
    let table = classes.table;
    let number = Text::at(&table.number, Some(Place::Table(table.index)));
    (!is_same).then(|| words.tell(zh, en, &[&number, &table.title, &classes.total.with_unit(words)]))
}

/// More or less than last year, and why, as far as the narrative states it.
fn than_last_year(budget: &Budget, words: Words) -> Text {
    let Some((statement, change)) = budget.change_of(EXPENDITURE).zip(change(budget, EXPENDITURE)) else {
        return Text::default();
    };
    let (zh, en) = match (change.is_zero(), change.is_negative()) {
        (true, _) => ("总额与上年相同{1}。", " As much as last year{1}."),
        (_, true) => ("总额比上年减少 {0}{1}。", " That is {0} less than last year{1}."),
        (_, false) => ("总额比上年增加 {0}{1}。", " That is {0} more than last year{1}."),
    };
    let reason = reason(statement, words).map(|reason| words.say("：{0}", ": {0}", &[&reason])).unwrap_or_default();
    let change = printed(change.abs(), change_place(budget, statement), words);
    words.tell(zh, en, &[&change, &reason])
}

fn year_on_year(budget: &Budget, words: Words) -> Option<Fact> {
    let statement = budget.change_of(EXPENDITURE)?;
    Some(Fact {
        name: words.pick("比上年", "vs last year").into(),
        value: words.change(change(budget, EXPENDITURE)?),
        detail: statement.rate.map(|rate| words.rate(rate.decimal())).unwrap_or_default(),
        figure: "change",
    })
}

fn three_public(budget: &Budget, words: Words) -> Option<Fact> {
    let total = whole(budget, words)?;
    let same = || words.pick("与上年持平", "unchanged").into();
    let detail = total.change.map(|_| told_change(&total, words).unwrap_or_else(same));
    Some(Fact {
        name: words.pick("“三公”经费", "Three public expenses").into(),
        detail: detail.unwrap_or_default(),
        value: total.amount,
        figure: "three-public",
    })
}

fn projects(budget: &Budget, words: Words) -> Option<Fact> {
    let table = budget.table(Kind::Projects).filter(|table| !table.empty)?;
    let count = leaves(table).count();
    Some(Fact {
        name: words.pick("项目", "Projects").into(),
        value: count.to_string(),
        detail: words.pick("个", "").into(),
        figure: "projects",
    })
}

/// Posts and people, where the document states both.
fn staff(budget: &Budget, words: Words) -> Option<Fact> {
    let count = |key| budget.staff.iter().find(|count| count.key == key);
    let (posts, serving) = (count("serving-staff")?, count("serving")?);
    Some(Fact {
        name: words.pick("在编 / 在职", "On establishment / serving").into(),
        value: posts.value.to_string(),
        detail: words.say("/ {0} {1}", "/ {0}", &[&serving.value.to_string(), &serving.unit]),
        figure: "profile",
    })
}
