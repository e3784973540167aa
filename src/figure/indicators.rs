//! Shows performance indicators as a table: what is measured, and the target.

use super::grid::{Cell, Grid, Row};
use crate::budget::Indicator;
use crate::locale::{Lang, Locale};

/// The table of indicators, in two columns for narrow phones: each with its kind, name and target, below a row for its
/// first level.
pub fn indicators(all: &[Indicator], locale: Locale) -> Option<Grid> {
    let [period, annual] = [Indicator::period, Indicator::annual].map(|of| all.iter().any(|own| of(own).is_some()));
    let mut rows: Vec<Row> = Vec::new();
    let mut group = "";
    for indicator in all {
        if indicator.group != group {
            group = &indicator.group;
            rows.push(Row::of([Cell::text(term(group, locale)), Cell::default()]));
        }
        let kind = term(&indicator.kind, locale);
        let name = if indicator.name.contains(kind) {
            indicator.name.clone()
        } else {
            locale.format("{0}：{1}", "{0}: {1}", &[kind, &indicator.name])
        };
        let target = match (indicator.period(), indicator.annual()) {
            (Some(period), Some(annual)) if period != annual => {
                locale.format("项目期 {0}；本年 {1}", "whole term {0}; this year {1}", &[period, annual])
            }
            (Some(period), None) if annual => locale.format("项目期 {0}", "whole term {0}", &[period]),
            (None, Some(annual)) if period => locale.format("本年 {0}", "this year {0}", &[annual]),
            (period, annual) => period.or(annual).unwrap_or("—").into(),
        };
        rows.push(Row { level: 2, ..Row::of([Cell::text(name), Cell::words(target)]) });
    }
    let target = match (period, annual) {
        (true, false) => locale.tr("项目期目标", "Whole term"),
        (false, true) => locale.tr("本年目标", "This year"),
        _ => locale.tr("目标", "Target"),
    };
    (!rows.is_empty()).then(|| Grid::new([locale.tr("指标", "Indicator"), target], rows))
}

impl Indicator {
    fn period(&self) -> Option<&str> {
        self.period.as_deref().filter(|text| !text.is_empty())
    }

    fn annual(&self) -> Option<&str> {
        self.annual.as_deref().filter(|text| !text.is_empty())
    }
}

/// A word of the form's two upper levels. They are the same in every province, so they can be translated here.
fn term(zh: &str, locale: Locale) -> &str {
    let word = zh.strip_suffix("指标").unwrap_or(zh);
    if locale.lang == Lang::Zh {
        return word;
    }
    match word {
        "产出" => "Output",
        "效益" => "Benefit",
        "满意度" => "Satisfaction",
        "数量" => "quantity",
        "质量" => "quality",
        "时效" => "timeliness",
        "成本" => "cost",
        "经济效益" => "economic",
        "社会效益" => "social",
        "生态效益" => "ecological",
        "可持续影响" => "lasting effect",
        "服务对象" | "服务对象满意度" => "people served",
        _ => word,
    }
}
