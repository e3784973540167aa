//! The sentences on causes: what their findings have in common, and what would likely correct them, for the clerk to
//! compare with the source.

use super::{Compared, Finding, Names, Place, Reason, Rule, SentenceContext};
use crate::budget::Measure;
use crate::check::cause::{Bias, Cause, CauseKind, Suspect, TypingError};
use crate::check::report::Report;
use crate::locale::Locale;
use crate::money::{Amount, Unit};

/// A sentence on what would likely correct a mismatch and those that follow from it; `None` where no correction is
/// likelier than others. Below a heading ([`super::headed`]) the place is not named again.
pub fn mend(cause: &Cause, report: &Report, names: &Names, locale: Locale, is_headed: bool) -> Option<String> {
    let finding = report.findings.get(cause.lead)?;
    let context = SentenceContext::of(finding, names, locale);
    let context = if is_headed { context.below_heading() } else { context };
    let told = match (cause.common, cause.suspect, finding.reason) {
        (CauseKind::Habit(_), ..) => return None,
        (CauseKind::Cut, Some(suspect), _) => context.cut_off(suspect),
        (_, Some(suspect), _) => context.changed(suspect, cause.count),
        (CauseKind::Unit, None, Some(Reason::Scale(of, power))) => {
            let factor = ["10", "100", "1,000", "10,000"][usize::from(power.unsigned_abs().clamp(1, 4)) - 1];
            let (zh, en) = if power > 0 {
                ("把{0}的数都乘以 {1}", "multiply {0} by {1}")
            } else {
                ("把{0}的数都除以 {1}", "divide {0} by {1}")
            };
            locale.format(zh, en, &[&context.scaled(of), factor]) + &context.agree(cause.count - 1, cause.count - 1)
        }
        (_, None, Some(reason)) => context.put_right(reason)?,
        (_, None, None) => context.either(finding)?,
    };
    Some(locale.capitalize_first(told) + locale.tr("。", "."))
}

/// How many more findings a cause has, and why they belong to it: `另外 4 处因此不符`; `None` where it has only one.
pub fn followers(cause: &Cause, locale: Locale) -> Option<String> {
    let count = cause.count - 1;
    let (zh, en) = match cause.common {
        CauseKind::Number | CauseKind::Unit | CauseKind::Missing => ("另外 {0} 处因此不符", "{0} more for this reason"),
        CauseKind::Same => ("同样的两个数另有 {0} 处", "{0} more of the same two numbers"),
        CauseKind::Cut => ("另外 {0} 处也去掉了尾数", "{0} more are cut off, too"),
        CauseKind::Kind | CauseKind::Habit(_) => ("同一张表另有 {0} 处", "{0} more in the same table"),
    };
    (count > 0).then(|| locale.format(zh, en, &[&count.to_string()]))
}

/// What a reader should know of many rounding differences; `None` where they go both ways, as rounding does.
pub fn habit(cause: &Cause, locale: Locale) -> Option<String> {
    let CauseKind::Habit(Some(bias)) = cause.common else { return None };
    let (zh, en) = match bias {
        Bias::Above => (
            "这 {0} 处都是印的比算的大。四舍五入会有大有小，请看看是不是漏了一项，或者总是进位。",
            "In all {0} more is printed than computed. Rounding goes both ways: is an item left out, or is all rounded up?",
        ),
        Bias::Below => (
            "这 {0} 处都是印的比算的小。四舍五入会有大有小，请看看是不是多了一项，或者去掉了尾数。",
            "In all {0} less is printed than computed. Rounding goes both ways: is an item too many, or is all cut off?",
        ),
    };
    Some(locale.format(zh, en, &[&cause.count.to_string()]))
}

impl SentenceContext<'_, '_> {
    /// The correction of one number: `把表一“教育”的合计改为 110.50，这 5 处就都相符`.
    fn changed(&self, suspect: Suspect, count: usize) -> String {
        let Suspect { place, likely, mends, slip } = suspect;
        let (name, number) = (self.full(place), self.amount_at(place, likely));
        let printed = place.printed(self.names.budget()).map(|(amount, measure)| self.number(Some(amount), measure));
        let (zh, en) = match (&printed, slip) {
            (None, _) => ("在{0}填上 {1}", "give {0} as {1}"),
            (_, Some(TypingError::Repeats(_))) => ("去掉{0}的 {2}", "take the {2} of {0} out"),
            _ if self.says_units() => ("把{0}的 {2}改为 {1}", "change {0} from {2} to {1}"),
            _ => ("把{0}的 {2} 改为 {1}", "change {0} from {2} to {1}"),
        };
        let told =
            self.locale.format(zh, en, &[&name, &number, &printed.unwrap_or_default()]) + &self.agree(mends, count);
        told + &slip.map(|slip| self.slip(slip, place)).unwrap_or_default()
    }

    /// The clause that says how many findings then agree.
    fn agree(&self, mends: usize, count: usize) -> String {
        let (zh, en) = match (mends, count) {
            (_, 1) => ("，就相符了", ", and it agrees"),
            _ if mends < count => ("，这 {1} 处里有 {0} 处就相符了", ", and {0} of these {1} agree"),
            _ => ("，这 {0} 处就都相符了", ", and all {0} agree"),
        };
        self.locale.format(zh, en, &[&mends.to_string(), &count.to_string()])
    }

    /// The clause that says what kind of typing error it looks like.
    fn slip(&self, slip: TypingError, place: Place) -> String {
        let unit = place.printed(self.names.budget()).map(|(_, measure)| measure);
        let (zh, en, about) = match slip {
            TypingError::Digits => {
                ("（像是相邻两位数字写反了）", " (two digits seem to have changed places)", String::new())
            }
            TypingError::Sign => ("（像是写错了正负号）", " (the sign seems to be wrong)", String::new()),
            TypingError::Point(4) if unit == Some(Measure::Money(Unit::Wan)) => {
                ("（像是把元当成了万元）", " (as if yuan had been taken for wan yuan)", String::new())
            }
            TypingError::Point(-4) if unit == Some(Measure::Money(Unit::Yuan)) => {
                ("（像是把万元当成了元）", " (as if wan yuan had been taken for yuan)", String::new())
            }
            TypingError::Point(places) => (
                "（像是小数点错了 {0} 位）",
                " (the decimal point seems to be off by {0})",
                places.unsigned_abs().to_string(),
            ),
            TypingError::Repeats(whole) => ("（它和{0}印得一样，像是重复了）", " (it repeats {0})", self.full(whole)),
        };
        self.locale.format(zh, en, &[&about])
    }

    /// The sentence on a number that seems cut off and not rounded.
    fn cut_off(&self, suspect: Suspect) -> String {
        let number = self.amount_at(suspect.place, suspect.likely);
        self.locale.format(
            "像是去掉了尾数，没有四舍五入；四舍五入是 {0}",
            "the last digits seem to have been cut off; rounded it is {0}",
            &[&number],
        )
    }

    /// The sentence on two numbers of which either may be wrong.
    fn either(&self, finding: &Finding) -> Option<String> {
        let Compared { measure, stated, computed, .. } = finding.compared?;
        let place = *finding.stated.first().filter(|_| finding.stated.len() == 1)?;
        let is_sum = |term: &&Place| term.printed(self.names.budget()).is_some_and(|(_, own)| own == measure);
        let number = self.with_unit(computed, measure, Some(place));
        let name = self.full(place);
        if finding.rule == Rule::StatedCount && !finding.terms.iter().any(|term| is_sum(&term)) {
            let (zh, en) = if finding.terms.iter().any(|term| term.project().is_some()) {
                ("补上缺的，或者把{0}改为 {1}", "add what is missing, or change {0} to {1}")
            } else {
                ("核对个数，或者把{0}改为 {1}", "count again, or change {0} to {1}")
            };
            return Some(self.locale.format(zh, en, &[&name, &number]));
        }
        if measure == Measure::Percent {
            return Some(self.locale.format(
                "{0}应是 {1}，或者计算它的某个数有误，请对照原始资料",
                "{0} should be {1}, or one of the numbers that it is reckoned of is wrong; the source tells",
                &[&name, &number],
            ));
        }
        match &finding.terms[..] {
            [term] => {
                let other = self.with_unit(stated, measure, Some(place));
                let names = [name, number, self.full(*term), other];
                let [a, b, c, d] = names.each_ref().map(String::as_str);
                let (zh, en) = match (stated, term.printed(self.names.budget())) {
                    (_, None) => (
                        "{2}应是 {3}，或者{0}应当不填，请对照原始资料",
                        "{2} should be {3}, or {0} should be blank; the source tells",
                    ),
                    (Some(_), _) => (
                        "{0}应是 {1}，或者{2}应是 {3}，请对照原始资料",
                        "{0} should be {1}, or {2} should be {3}; the source tells",
                    ),
                    (None, _) => (
                        "{0}应是 {1}，或者{2}应当不填，请对照原始资料",
                        "{0} should be {1}, or {2} should be blank; the source tells",
                    ),
                };
                Some(self.locale.format(zh, en, &[a, b, c, d]))
            }
            _ => Some(self.locale.format(
                "{0}应是 {1}，或者相加的某个数有误，请对照原始资料",
                "{0} should be {1}, or one of the numbers that are added up is wrong; the source tells",
                &[&name, &number],
            )),
        }
    }

    /// The sentence on what corrects a finding without arithmetic.
    fn put_right(&self, reason: Reason) -> Option<String> {
        let (zh, en) = match reason {
            Reason::RightOf(base) => {
                let (name, base) = (self.finding.stated.first().map(|place| self.full(*place))?, self.full(base));
                let zh = "写明{0}是占{1}的比重，或者改为按原来的总数计算";
                let en = "say that {0} is of {1}, or reckon it of the base that is named";
                return Some(self.locale.format(zh, en, &[&name, &base]));
            }
            Reason::CopiedFrom(_) => ("换成本项目自己的内容", "put this project’s own words there"),
            Reason::NoLine => ("补上这一行，或者改正名称", "add the line, or correct the name"),
            Reason::NoParent => {
                ("补上它的上级科目，或者改正编码", "add the line that it belongs to, or correct the code")
            }
            Reason::NoLevel => ("改正编码", "correct the code"),
            Reason::Twice => ("删去重复的一行", "take one of the two lines out"),
            Reason::NotEmpty => ("去掉“本表无数据”的说明", "take the note out that it is empty"),
            Reason::NoNote => ("写明“本表无数据”，或者补上金额", "say that it is empty, or give its amounts"),
            Reason::Gap => ("补上缺的表，或者改正表号", "add the table that is missing, or correct the number"),
            Reason::Negative => ("核对正负号", "look at the sign"),
            Reason::MoreThanTerm => ("核对本年和项目期的资金", "compare the year with the whole term"),
            _ => return None,
        };
        Some(self.locale.tr(zh, en).into())
    }

    /// An amount with the unit of the number that is printed at a place.
    fn amount_at(&self, place: Place, amount: Amount) -> String {
        let table = place.table().and_then(|table| self.names.budget().tables.get(table));
        let printed = place.printed(self.names.budget()).map(|(_, measure)| measure);
        match printed.or_else(|| Some(Measure::Money(table?.unit))) {
            Some(measure) => self.with_unit(Some(amount), measure, Some(place)),
            None => Self::plain(Some(amount)),
        }
    }
}
