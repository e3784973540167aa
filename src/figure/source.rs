//! The source line of a figure: where its numbers are printed, and how they were added up and rounded.

use super::Text;
use crate::budget::{Made, Place, Table};
use crate::locale::{Lang, Locale};
use crate::money::{Money, Unit};

/// A figure's source: which official table, which unit, and what was added up; or the sections of the narrative.
pub fn source(table: &Table, locale: Locale) -> Text {
    if table.made.contains(&Made::Stated) {
        let sections: Vec<_> = table.title.split('、').collect();
        return stated(&sections, table.unit, locale);
    }
    let number = Text::at(&table.number, Some(Place::Table(table.index)));
    let made: Vec<_> = table.made.iter().map(|made| self::made(*made, locale)).collect();
    titled(&number, &table.title, table.unit, locale) + made.concat()
}

/// A footnote on how amounts and shares are rounded in charts and sentences.
pub fn rounded(table: &Table, shares: bool, locale: Locale) -> Option<Text> {
    let amounts = is_shortened(table, locale).then_some((
        "图和句子里的金额取两位小数，表中是全部小数。",
        "Charts and sentences round amounts to two places; the table has every place. ",
    ));
    let shares = shares.then_some((
        "占比在图和句子里取一位小数，在表中取两位（最大余额法），加起来正好。",
        "Shares have one place in charts and sentences, two in the table, by largest remainder, so that they add up.",
    ));
    let told: String = [amounts, shares].into_iter().flatten().map(|(zh, en)| locale.tr(zh, en)).collect();
    (!told.is_empty()).then(|| told.into())
}

/// The source line of something printed under a number and a title, as the tables are, and in a unit.
pub fn titled(number: &Text, title: &str, printed: Unit, locale: Locale) -> Text {
    let (zh, en) = if printed == locale.unit {
        ("来源：{0}《{1}》· 单位：{2}", "Source: {0} {1}\u{a0}· unit: {2}")
    } else {
        ("来源：{0}《{1}》· 单位：{2}（原表为{3}）", "Source: {0} {1}\u{a0}· unit: {2} (printed in {4})")
    };
    locale.tell(zh, en, &[number, &title, &unit(locale), &printed.zh(), &printed.en()])
}

/// Whether some amount of the table is shown with fewer decimal places than it has.
fn is_shortened(table: &Table, locale: Locale) -> bool {
    let amounts = table.lines.iter().flat_map(|line| line.amounts.iter().filter_map(|(_, amount)| *amount));
    amounts.map(|amount| Money::new(amount, table.unit)).any(|money| locale.shortened(money).is_some())
}

/// The part of the source line on sums that are not printed but computed by this page.
const fn made(made: Made, locale: Locale) -> &'static str {
    match made {
        Made::Units => {
            locale.tr("\u{a0}· 各单位的同一科目由本页相加", "\u{a0}· units' lines of one code are added up here")
        }
        Made::Repeated => locale.tr("\u{a0}· 同一科目的各行由本页相加", "\u{a0}· lines of one code are added up here"),
        Made::Classes => {
            locale.tr("\u{a0}· 没有列出的类由本页相加", "\u{a0}· classes that are not printed are added up here")
        }
        Made::Basic => {
            locale.tr("\u{a0}· 人员经费与公用经费由本页相加", "\u{a0}· personnel and operating funds are added up here")
        }
        Made::Funds => locale.tr("\u{a0}· 各项资金由本页相加", "\u{a0}· funds are added up here"),
        Made::Stated => "",
    }
}

/// The source line of numbers that no table prints, but these sections of the narrative state.
pub fn stated(sections: &[&str], printed: Unit, locale: Locale) -> Text {
    let (zh, en) = if printed == locale.unit {
        ("来源：{0}\u{a0}· 单位：{1}", "Source: {0}\u{a0}· unit: {1}")
    } else {
        ("来源：{0}\u{a0}· 单位：{1}（原文为{2}）", "Source: {0}\u{a0}· unit: {1} (stated in {3})")
    };
    let (narrative, unit) = (narrative(sections, locale), unit(locale));
    locale.tell(zh, en, &[&narrative, &unit, &printed.zh(), &printed.en()])
}

/// Sections of the narrative, each once, by number or name: `情况说明“一、五（一）”部分`.
pub fn narrative(sections: &[&str], locale: Locale) -> String {
    let mut named: Vec<&str> = Vec::new();
    for section in sections {
        if !named.contains(section) {
            named.push(section);
        }
    }
    locale.format("情况说明“{0}”部分", "the narrative, part {0}", &[&named.join(locale.tr("、", ", "))])
}

/// The reader's unit, with an explanation in English, since Chinese units count in ten thousands.
fn unit(locale: Locale) -> String {
    let gloss = match locale.unit {
        _ if locale.lang == Lang::Zh => "",
        Unit::Wan => " (10,000 yuan)",
        Unit::Yi => " (100 million yuan)",
        _ => "",
    };
    String::from(locale.unit_name()) + gloss
}
