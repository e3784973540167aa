//! Ratios of two numbers, each with its formula: the amount for each of a count, the share of a whole.

use super::{Entry, Text};
use crate::budget::{Count, Place, Stated};
use crate::locale::Locale;
use crate::money::{Money, Share, Unit, shares};

/// The count with this key among those of a list, if the document states one, and where.
pub fn count<'b>((list, counts): (Stated, &'b [Count]), key: &str) -> Option<(Place, &'b Count)> {
    let (i, count) = counts.iter().enumerate().find(|(_, count)| count.key == key)?;
    Some((Place::Count(list, i), count))
}

/// The amount for each of a count, as a formula: `365.40 万元 ÷ 公务用车实有 89 辆 = 4.11 万元/辆（四舍五入）`.
/// In English what is counted is called `things`.
///
/// It is rounded to hundredths of the reader's unit, or of 万元 where that is coarser. `None` where
/// an amount that is not zero would be rounded to zero.
pub fn each(whole: &Entry, (at, count): (Place, &Count), things: &str, locale: Locale) -> Option<Text> {
    let money = whole.money?;
    let unit = if locale.unit.exponent() > Unit::Wan.exponent() { Unit::Wan } else { locale.unit };
    let (one, exact) = money.divided_by(count.value, unit)?;
    if one.is_zero() && !money.is_zero() {
        return None;
    }
    let rounded = if exact { "" } else { locale.tr("（四舍五入）", " (rounded)") };
    let number = Text::at(&count.value.to_string(), Some(at));
    Some(locale.tell(
        "{0} ÷ {1} {2} {3} = {4}/{3}{5}",
        "{0} ÷ {2} {6} = {4} each{5}",
        &[&whole.with_unit(locale), &count.name, &number, &count.unit, &locale.money(one), &rounded, &things],
    ))
}

/// The share of `part` in `whole`, rounded.
pub fn share(part: Money, whole: Money) -> Option<Share> {
    shares(&[part], whole)?.first().copied()
}
