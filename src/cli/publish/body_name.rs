//! What a department or a unit is called, so that two documents' ways to write one name are one name.

/// The name of a department or of a unit, without the signs and words that documents write or leave out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BodyName {
    /// The name, without the place that it begins with.
    pub name: String,
    /// Whether it is the department's own office alone (本级), without its units.
    pub own: bool,
}

/// What documents write behind the name of a department's own office; brackets are plain.
const OWN: [&str; 7] = ["本级(机关)", "(本级机关)", "部门(本级)", "(本级)", "(机关本级)", "机关本级", "本级"];
/// What they write behind the name of a department with all its units.
const WHOLE: [&str; 3] = ["部门(汇总)", "(汇总)", "(部门)"];

impl BodyName {
    /// The name in a document about this place.
    pub fn of(text: &str, region: Option<&str>) -> BodyName {
        let plain = |c: char| match c {
            '（' => '(',
            '）' => ')',
            c => c,
        };
        let text: String = text.chars().filter(|c| !c.is_whitespace()).map(plain).collect();
        let without =
            |ends: &[&str]| ends.iter().find_map(|end| text.strip_suffix(end)).filter(|rest| !rest.is_empty());
        let own = without(&OWN);
        let name = own.or_else(|| without(&WHOLE)).unwrap_or(&text);
        let places = region.into_iter().flat_map(|region| [region, super::region::short(region)]);
        let rest = places.filter(|place| !place.is_empty()).find_map(|place| name.strip_prefix(place));
        BodyName { name: rest.filter(|rest| !rest.is_empty()).unwrap_or(name).into(), own: own.is_some() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_with_or_without_its_place_its_brackets_and_its_spaces() {
        let of = |text| BodyName::of(text, Some("朔州市平鲁区"));
        for text in ["教育局", "平鲁区教育局", "朔州市平鲁区 教育局", "教育局（汇总）"] {
            assert_eq!(of(text), BodyName { name: "教育局".into(), own: false }, "{text}");
        }
        for text in ["教育局本级", "朔州市平鲁区教育局（本级）", "教育局本级（机关）", "教育局部门(本级)"]
        {
            assert_eq!(of(text), BodyName { name: "教育局".into(), own: true }, "{text}");
        }
        assert_ne!(of("第一小学"), of("第二小学"));
        assert_eq!(of("本级").name, "本级", "nothing is left of it");
        assert_eq!(BodyName::of("平鲁区", Some("平鲁区")).name, "平鲁区");
    }
}
