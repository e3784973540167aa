//! Reads what the narrative states without an amount: that there is no money of a kind, and why; how many budget units
//! there are.

use super::numbers::numbers;
use super::reason::reason;
use super::sections::Sections;
use crate::budget::Statement;

/// Adds what a paragraph states without an amount to its other statements, in the order in which they stand.
pub fn add(said: &mut Vec<(Statement, usize)>, text: &str, sections: &Sections) {
    let mut own = Statement { section: sections.number(), ..Statement::default() };
    let found = if numbers(text).is_empty() { none(text, &mut own) } else { units(text, &mut own) };
    if let Some(at) = found {
        let before = said.iter().position(|(_, other)| *other > at).unwrap_or(said.len());
        said.insert(before, (own, at));
    }
}

/// Why there is no money of a kind: `本单位为事业单位，没有机关运行经费`. Where no reason is told, nothing is stated.
fn none(text: &str, own: &mut Statement) -> Option<usize> {
    const NAME: &str = "机关运行经费";
    let at = ["，没有机关运行经费", "，无机关运行经费"].into_iter().find_map(|words| text.find(words))?;
    own.reason = Some(reason(text[..at].rsplit('。').next()?)?);
    (own.subject, own.name) = ("agency-operating".into(), NAME.into());
    Some(at)
}

/// How many budget units there are, where their money is told: `机关及下属预算单位3个`.
fn units(text: &str, own: &mut Statement) -> Option<usize> {
    const NAME: &str = "预算单位";
    let at = text.find(NAME)? + NAME.len();
    let (count, _) = text[at..].split_once('个')?;
    own.count = Some(count.trim_start_matches('共').parse().ok()?);
    let name = text[..at].rsplit(['。', '，', '；', '：', '、']).next()?;
    (own.subject, own.name) = ("budget-units".into(), name.into());
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let mut all = Vec::new();
        add(&mut all, text, &Sections::default());
        let all = all.into_iter().map(|(own, _)| {
            let count = own.count.map(|count| count.to_string());
            [own.subject, own.name, own.reason.or(count).unwrap_or_default()].join(" ")
        });
        all.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn that_there_is_none_is_stated_with_its_reason() {
        assert_eq!(told("本馆为事业单位，没有机关运行经费。"), "agency-operating 机关运行经费 本馆为事业单位");
        assert_eq!(told("本馆无机关运行经费。"), "");
        assert_eq!(told("机关运行经费0万元，因本馆为事业单位，无机关运行经费。"), "");
    }

    #[test]
    fn budget_units_are_counted_with_what_they_are_called() {
        let text = "涉及资金3.00万元；机关及下属预算单位2个，其中2个单位编报了目标。";
        assert_eq!(told(text), "budget-units 机关及下属预算单位 2");
        assert_eq!(told("下属预算单位的个数不变，涉及资金3.00万元。"), "");
        assert_eq!(told("本馆有下属预算单位2个。"), "");
    }
}
