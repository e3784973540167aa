//! The summary at the top of the page, to be read in ten seconds: what the total means, more or less than last year and
//! why, the three largest items, a few numbers that link to figures, and whom to ask.

mod largest;
mod source_info;

use super::Text;
use super::change::{in_unit_of_text, of_all};
use super::checks::report_figure::of_explained;
use super::entry::{Entry, printed};
use super::headline::{is_exact, whole};
use super::items::leaves;
use super::last_year::{base, last_year, told_change};
use super::three_public;
use crate::budget::{Budget, Kind};
use crate::check::{Names, Report, Verdict, explained};
use crate::locale::Locale;
use crate::money::{Amount, Money, Unit, shares};

pub use largest::Largest;
pub use source_info::SourceInfo;

/// The lines of the page below the headline.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Summary {
    /// The total with every digit in the reader's unit, if the headline has fewer or it is a sum of this program's.
    pub exact: Option<Text>,
    /// Whether the total is a sum of this program's.
    pub ours: bool,
    /// What the total is for one inhabitant, in the budget of the place, or a day.
    pub relation: Vec<String>,
    /// The comparison with last year.
    pub change: Option<Change>,
    /// The largest items of expenditure.
    pub largest: Option<Largest>,
    /// A few numbers, each with a link to the figure that explains it.
    pub facts: Vec<Fact>,
    /// Where the document is, who published it, whom to ask.
    pub asking: SourceInfo,
}

/// The comparison of this year with last.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// How much more or less, as a sentence.
    pub answer: String,
    /// Last year, and this.
    pub years: [Year; 2],
    /// The reason that the document gives.
    pub reason: Option<String>,
    /// A note that the document does not say what changed, where it gives a reason only.
    pub unsaid: Option<String>,
}

/// One year's amount.
#[derive(Debug, Clone, PartialEq)]
pub struct Year {
    /// The label of the year, and how its amount is known.
    pub name: String,
    /// Its amount.
    pub amount: Text,
    /// How long its bar is, in thousandths of the longer one.
    pub length: i128,
}

/// A number below the headline that links to a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What the number is.
    pub name: String,
    /// The number.
    pub value: String,
    /// A qualification of the number: a rate, a unit.
    pub detail: String,
    /// The id of the figure that explains it.
    pub figure: &'static str,
    /// Whether it says that something does not add up.
    pub alarming: bool,
}

/// The summary of a budget, without the result of the checks: see [`checked`].
pub fn summary(budget: &Budget, locale: Locale) -> Summary {
    let total = whole(budget, locale);
    let facts = [three_public(budget, locale), projects(budget, locale), staff(budget, locale)];
    Summary {
        exact: total.as_ref().filter(|total| !is_exact(total, locale) || total.at.is_none()).map(Entry::exactly),
        ours: total.as_ref().is_some_and(|total| total.at.is_none()),
        relation: total.as_ref().and_then(|total| Some(to_somebody(budget, total.money?, locale))).unwrap_or_default(),
        change: change(budget, total.as_ref().and_then(|total| total.money), locale),
        largest: largest::largest(budget, total.as_ref().and_then(|total| total.money), locale),
        facts: facts.into_iter().flatten().collect(),
        asking: source_info::asking(budget, locale),
    }
}

/// How many numbers were checked, how many of them do not agree, and how many of those the department explains.
pub fn checked(report: &Report, budget: &Budget, locale: Locale) -> Option<Fact> {
    let count = |is: &dyn Fn(Verdict) -> bool| report.findings.iter().filter(|finding| is(finding.verdict)).count();
    let (all, wrong) =
        (count(&|verdict| verdict != Verdict::Unchecked), count(&|verdict| verdict == Verdict::Mismatch));
    let told = match wrong {
        0 => "",
        1 => locale.tr("处不符", "does not agree"),
        _ => locale.tr("处不符", "do not agree"),
    };
    let explained = of_explained(explained(report, &Names::new(budget)), wrong, locale);
    (all > 0).then(|| Fact {
        name: locale.format("核对 {0} 处", "{0} numbers checked", &[&all.to_string()]),
        value: match wrong {
            0 => locale.tr("没有不符", "all agree").into(),
            _ => wrong.to_string(),
        },
        detail: [told, &explained].concat(),
        figure: "checks",
        alarming: wrong > 0,
    })
}

/// What a total is for one inhabitant, or in the budget of the whole place, or else a day, computed by this page.
fn to_somebody(budget: &Budget, money: Money, locale: Locale) -> Vec<String> {
    let document = &budget.document;
    let each = |count: Amount| Some(locale.spoken(money.divided_by(count, Unit::Yuan)?.0)?.0.join(" "));
    let of_each = document.population.and_then(each).map(|each| {
        locale.format(
            "约合每位居民 {0}（本页计算）",
            "about {0} for each inhabitant (worked out by this page)",
            &[&each],
        )
    });
    let of_place = document.region_total.and_then(|all| {
        let share = shares(&[money], Money::new(all, document.unit))?[0].to_string();
        let place = document.region.as_deref().unwrap_or_default();
        Some(locale.format(
            "占{0}全部预算的 {1}（本页计算）",
            "{1} of all that {0} spends (worked out by this page)",
            &[place, &share],
        ))
    });
    let days = if document.year.is_multiple_of(4) { "366" } else { "365" };
    let of_day = || {
        let day = each(Amount::parse(days).ok()?).filter(|_| !money.is_negative() && !money.is_zero())?;
        Some(locale.format("约合每天 {0}（本页计算）", "about {0} a day (worked out by this page)", &[&day]))
    };
    let told: Vec<_> = of_each.into_iter().chain(of_place).collect();
    if told.is_empty() { of_day().into_iter().collect() } else { told }
}

fn change(budget: &Budget, total: Option<Money>, locale: Locale) -> Option<Change> {
    let (matter, unsaid) = of_all(budget, total, locale)?;
    let locale = in_unit_of_text(budget, locale);
    let now = &matter.entry;
    let (change, last) = (now.change?, last_year(now)?);
    let said = |money: Money| locale.spoken(money).map_or_else(|| locale.money(money), |(said, _)| said.join(" "));
    let rate = matter.rate.as_ref().map(|[_, rate]| locale.format("（{0}）", " ({0})", &[rate])).unwrap_or_default();
    let base = base(matter.base, locale);
    let base = if base.is_empty() { String::new() } else { locale.format("{0}", "’s {0}", &[base]) };
    let (zh, en) = match (change.is_zero(), change.is_negative()) {
        (true, _) => ("与上年{0}相同。", "As much as last year{0}."),
        (_, true) => ("比上年{0}少 {1}{2}。", "{1} less than last year{0}{2}."),
        (_, false) => ("比上年{0}多 {1}{2}。", "{1} more than last year{0}{2}."),
    };
    let answer = locale.format(zh, en, &[&base, &said(change.abs()), &rate]);
    let most = now.money?.abs().millionths().max(last.abs().millionths()).max(1);
    let length = |money: Money| money.millionths().max(0).saturating_mul(1000) / most;
    let year = budget.document.year;
    let named = |year: u16| locale.format("{0} 年", "{0}", &[&year.to_string()]);
    let before = year.saturating_sub(1);
    // Last year's amount is computed from this year's and the change, unless the document prints it.
    let of_last = match (matter.last, super::last_year::base(matter.base, locale)) {
        (None, _) => locale.format("{0} 推算", "{0}, derived", &[&before.to_string()]),
        (_, "") => named(before),
        (_, base) => locale.format("{0} {1}", "{0}, {1}", &[&before.to_string(), base]),
    };
    let this = Year { name: named(year), amount: now.with_unit(locale), length: length(now.money?) };
    let years = [Year { name: of_last, amount: printed(last, matter.last, locale), length: length(last) }, this];
    Some(Change { answer, years, unsaid: unsaid.filter(|_| matter.reason.is_some()), reason: matter.reason })
}

fn three_public(budget: &Budget, locale: Locale) -> Option<Fact> {
    let total = three_public::whole(budget, locale)?;
    let same = || locale.tr("与上年持平", "unchanged").into();
    let change = |change: &str| locale.format("比上年 {0}", "{0} on last year", &[change]);
    let detail = total.change.map(|_| told_change(&total, locale).map_or_else(same, |told| change(&told)));
    Some(Fact {
        name: locale.tr("“三公”经费", "Three public expenses").into(),
        detail: detail.unwrap_or_default(),
        value: total.with_unit(locale).to_string(),
        figure: "three-public",
        alarming: false,
    })
}

fn projects(budget: &Budget, locale: Locale) -> Option<Fact> {
    let table = budget.table(Kind::Projects).filter(|table| !table.empty)?;
    let count = leaves(table).count();
    Some(Fact {
        name: locale.tr("项目", "Projects").into(),
        value: count.to_string(),
        detail: locale.tr("个", "").into(),
        figure: "projects",
        alarming: false,
    })
}

/// The number of all serving staff, and how many of them are not on the establishment.
fn staff(budget: &Budget, locale: Locale) -> Option<Fact> {
    let count = |key| budget.staff.iter().find(|count| count.key == key);
    let (posts, serving) = (count("serving-staff"), count("serving"));
    let all = serving.or(posts)?;
    let others = posts.zip(serving).and_then(|(posts, serving)| {
        let others = serving.value.decimal().checked_sub(posts.value.decimal())?;
        (!others.is_sign_negative() && !others.is_zero()).then(|| others.normalize().to_string())
    });
    Some(Fact {
        name: locale.tr("工作人员", "People").into(),
        value: all.value.to_string(),
        detail: match others {
            Some(others) => {
                locale.format("{0}，{1} {0}不在编", "{0}, {1} not on the establishment", &[&all.unit, &others])
            }
            None => all.unit.clone(),
        },
        figure: "profile",
        alarming: false,
    })
}

impl Summary {
    /// The summary as one line of text, for link previews and search engines.
    pub fn describe(&self, locale: Locale) -> String {
        let largest = self.largest.as_ref().map(|largest| largest.describe(locale)).unwrap_or_default();
        let change = self.change.as_ref().map(|change| change.answer.clone()).unwrap_or_default();
        locale.format("{0}{1}", "{0} {1}", &[&change, &largest]).trim().into()
    }
}
