//! Where a figure's numbers are printed.

use crate::budget::Table;
use crate::money::{Share, Unit};
use crate::words::{Lang, Words};

/// A figure's source: which official table, which unit, how shares are rounded.
pub fn source(table: &Table, shares: Option<Share>, words: Words) -> String {
    // Chinese units count in ten thousands: an English reader is told what they are.
    let gloss = match words.unit {
        _ if words.lang == Lang::Zh => "",
        Unit::Wan => " (10,000 yuan)",
        Unit::Yi => " (100 million yuan)",
        _ => "",
    };
    let unit = &(String::from(words.unit_name()) + gloss);
    let (zh, en) = if table.unit == words.unit {
        ("来源：{0}《{1}》· 单位：{2}", "Source: {0} {1} · unit: {2}")
    } else {
        ("来源：{0}《{1}》· 单位：{2}（原表为{3}）", "Source: {0} {1} · unit: {2} (printed in {4})")
    };
    let printed = words.say(zh, en, &[&table.number, &table.title, unit, table.unit.zh(), table.unit.en()]);
    let (zh, en) = (" · 占比取两位小数（最大余额法），相加为 {0}", " · shares by largest remainder, adding up to {0}");
    printed + &shares.map(|sum| words.say(zh, en, &[&sum.to_string()])).unwrap_or_default()
}
