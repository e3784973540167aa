//! The amount that a cost indicator's target states.

use std::borrow::Cow;

use crate::money::{Amount, Unit};

/// The amount of a target such as `1350.9万元`, `≤2164834.89元` or `59.99 万元`; `None` for other words and for unit
/// costs (`50元/人`).
pub fn cost(target: &str) -> Option<(Amount, Unit)> {
    const UNITS: [(&str, Unit); 5] = [
        ("亿元", Unit::Yi),
        ("百万元", Unit::Million),
        ("万元", Unit::Wan),
        ("千元", Unit::Thousand),
        ("元", Unit::Yuan),
    ];
    // Most targets are no amounts.
    if !target.trim_end().ends_with('元') {
        return None;
    }
    let is_between = |c: char| c.is_whitespace() || c == ',' || c == '，';
    let has_more = target.contains(is_between);
    let text = if has_more { Cow::from(target.replace(is_between, "")) } else { Cow::from(target) };
    let text = text.trim_start_matches(['≤', '≥', '<', '>', '=', '＝', '＜', '＞', '约', '不', '超', '过']);
    let (number, unit) = UNITS.iter().find_map(|(name, unit)| Some((text.strip_suffix(name)?, *unit)))?;
    Some((Amount::parse(number).ok()?, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_states_an_amount_or_something_else() {
        let read = |text| cost(text).map(|(amount, unit)| (amount.to_string(), unit));
        assert_eq!(read("1350.9万元"), Some(("1350.9".into(), Unit::Wan)));
        assert_eq!(read("≤2,164,834.89 元"), Some(("2164834.89".into(), Unit::Yuan)));
        assert_eq!(read("不超过65万元"), Some(("65".into(), Unit::Wan)));
        for other in ["50元/人", "满意", "≥96%", "", "万元", "1项", "1.2.3元"] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
