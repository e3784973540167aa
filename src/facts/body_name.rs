//! What a department or a unit is called, written in one way, so that a question to many documents can tell a unit's budget
//! from that of the department which lists it.

use std::collections::BTreeSet;

use crate::budget::{BodyName, Budget};

/// A name without spaces and without the place that it begins with: 第一小学 for 青石县 第一小学. A department's own office ends
/// with 本级, however the document writes that.
pub fn body_name(text: &str, region: Option<&str>) -> String {
    let name = BodyName::of(text, region);
    if name.own { [name.bare(), "本级"].concat() } else { name.bare().into() }
}

/// The units that the tables list, as [`body_name`] writes them, in order. Beside others, the department's own name is its own office.
pub fn units(budget: &Budget) -> BTreeSet<String> {
    let region = budget.document.region.as_deref();
    let own = body_name(&budget.document.department, region);
    let lines = budget.named().flat_map(|table| &table.lines).filter(|line| line.is.as_deref() == Some("unit"));
    let mut units: BTreeSet<_> = lines.map(|line| body_name(&line.name, region)).collect();
    units.remove("");
    if units.remove(&own) && !units.is_empty() && !own.ends_with("本级") {
        units.insert(own + "本级");
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::{Document, Line, Table};

    #[test]
    fn a_name_is_the_same_with_or_without_its_place_its_brackets_and_its_spaces() {
        let of = |text| body_name(text, Some("朔州市平鲁区"));
        for text in ["教育局", "平鲁区教育局", "朔州市平鲁区 教育局", "教育局（汇总）"] {
            assert_eq!(of(text), "教育局", "{text}");
        }
        for text in ["教育局本级", "朔州市平鲁区教育局（本级）", "教育局本级（机关）", "教育局部门(本级)"]
        {
            assert_eq!(of(text), "教育局本级", "{text}");
        }
        assert_eq!((of("本级"), of("平鲁区")), ("本级".into(), "平鲁区".into()), "something is left of a name");
        assert_eq!(body_name("沙市区教育局", Some("荆州市沙市区")), "教育局");
        assert_eq!(body_name("教育局", None), "教育局");
    }

    #[test]
    fn units_are_those_that_the_tables_call_so() {
        let units_of = |department: &str, names: &[(&str, Option<&str>)]| {
            let line = |(name, is): &(&str, Option<&str>)| Line {
                name: (*name).into(),
                is: is.map(Into::into),
                ..Line::default()
            };
            let tables = vec![Table { lines: names.iter().map(line).collect(), ..Table::default() }];
            let document =
                Document { department: department.into(), region: Some("甲县".into()), ..Document::default() };
            super::units(&Budget { document, tables, ..Budget::default() }).into_iter().collect::<Vec<_>>().join("·")
        };
        let units = |names: &[(&str, Option<&str>)]| units_of("甲县教育局", names);
        let unit = Some("unit");
        assert_eq!(
            units(&[("甲县 第一小学", unit), ("第一小学", unit), ("运维", Some("project")), ("", unit)]),
            "第一小学"
        );
        assert_eq!(units(&[("教育局", unit), ("第一小学", unit)]), "教育局本级·第一小学");
        assert_eq!(units(&[("甲县教育局", unit)]), "", "a department that lists itself alone has no units");
        let office = units_of("甲县教育局本级", &[("教育局", unit), ("教育局本级", unit)]);
        assert_eq!(office, "教育局", "an office has no office of its own");
    }
}
