//! What a department or a unit is called, so that two documents' ways to write one name are one name.

use super::{Budget, plain};

/// The name of a department or of a unit, without the signs and words that documents write or leave out, and with as much
/// of its place as the document says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BodyName {
    /// The name with its place in front: `青石县教育局`; `教育局` where the document names no place.
    pub full: String,
    /// Whether it is the department's own office alone (本级), without its units.
    pub own: bool,
    /// How many bytes at the end of `full` are no place.
    bare: usize,
}

/// What documents write behind the name of a department's own office; brackets are plain.
const OWN: [&str; 7] = ["本级(机关)", "(本级机关)", "部门(本级)", "(本级)", "(机关本级)", "机关本级", "本级"];
/// What they write behind the name of a department with all its units.
const WHOLE: [&str; 3] = ["部门(汇总)", "(汇总)", "(部门)"];

impl BodyName {
    /// The name in a document about this place.
    pub fn of(text: &str, region: Option<&str>) -> BodyName {
        let text: String = text.split_whitespace().collect();
        let text = text.replace('（', "(").replace('）', ")");
        let without =
            |ends: &[&str]| ends.iter().find_map(|end| text.strip_suffix(end)).filter(|rest| !rest.is_empty());
        let own = without(&OWN);
        let name = plain(own.or_else(|| without(&WHOLE)).unwrap_or(&text));
        let region = plain(region.unwrap_or_default());
        // The name may begin with a part of the place: 平鲁区 of 朔州市平鲁区, but not with a single character of it.
        let mut places =
            region.char_indices().map(|(at, _)| &region[at..]).filter(|place| place.chars().nth(1).is_some());
        let rest = places.find_map(|place| name.strip_prefix(place)).filter(|rest| !rest.is_empty());
        let rest = rest.unwrap_or(&name);
        BodyName { full: [&region, rest].concat(), own: own.is_some(), bare: rest.len() }
    }

    /// The name without its place.
    pub fn bare(&self) -> &str {
        &self.full[self.full.len() - self.bare..]
    }

    /// Whether it is the other name, or that with less of its place.
    fn is_part_of(&self, other: &BodyName) -> bool {
        self.own == other.own && self.full.len() >= other.bare && other.full.ends_with(&self.full)
    }

    /// Of these names and this one the one that says most of where the body is, if all that may be this body's agree on that;
    /// else this one. Two names are of one body where this is the same for both.
    pub fn fullest<'b, A: Iterator<Item = &'b BodyName>>(&'b self, all: impl Fn() -> A) -> &'b BodyName {
        let fitting = || all().filter(|other| self.is_part_of(other));
        let longest = fitting().max_by_key(|other| (other.full.len(), usize::MAX - other.bare));
        longest.filter(|longest| fitting().all(|other| other.is_part_of(longest))).unwrap_or(self)
    }
}

impl Budget {
    /// The name of whose document it is.
    pub fn body(&self) -> BodyName {
        BodyName::of(&self.document.department, self.document.region.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_with_or_without_its_place_its_brackets_and_its_spaces() {
        let of = |text| BodyName::of(text, Some("朔州市平鲁区"));
        for text in ["教育局", "平鲁区教育局", "朔州市平鲁区 教育局", "教育局（汇总）", "“教育局”(部门)"]
        {
            let name = of(text);
            assert_eq!((&*name.full, name.own, name.bare()), ("朔州市平鲁区教育局", false, "教育局"), "{text}");
        }
        for text in ["教育局本级", "朔州市平鲁区教育局（本级）", "教育局本级（机关）", "教育局部门(本级)"]
        {
            let name = of(text);
            assert_eq!((&*name.full, name.own), ("朔州市平鲁区教育局", true), "{text}");
        }
        assert_ne!(of("第一小学"), of("第二小学"));
        assert_eq!(of("本级").bare(), "本级", "nothing is left of it");
        assert_eq!(BodyName::of("平鲁区", Some("平鲁区")).bare(), "平鲁区");
        assert_eq!(BodyName::of("教育局", None).full, "教育局");
    }

    /// Which of these names, each with its place, are of one body as the first.
    fn alike(names: &[(&str, &str)]) -> Vec<bool> {
        let names: Vec<_> = names
            .iter()
            .map(|(text, region)| BodyName::of(text, Some(*region).filter(|own| !own.is_empty())))
            .collect();
        let first = names[0].fullest(|| names.iter());
        names.iter().map(|name| name.fullest(|| names.iter()) == first).collect()
    }

    #[test]
    fn a_document_without_a_place_is_of_the_only_place_that_the_others_name() {
        assert_eq!(alike(&[("教育局", "青石县"), ("青石县教育局", ""), ("教育局", "")]), [true; 3]);
        assert_eq!(alike(&[("教育局", "朔州市平鲁区"), ("平鲁区教育局", "平鲁区"), ("教育局", "")]), [true; 3]);
        assert_eq!(alike(&[("教育局", ""), ("教育局", "甲县"), ("教育局", "乙县")]), [true, false, false]);
        assert_eq!(alike(&[("教育局", "甲县"), ("教育局", ""), ("教育局", "乙县")]), [true, false, false]);
        assert_eq!(alike(&[("成人教育局", "甲县"), ("教育局", ""), ("甲县成人教育局", "")]), [true, false, true]);
    }

    #[test]
    fn the_whole_department_is_not_its_own_office() {
        let names = [("西安市医疗保障局", ""), ("西安市医疗保障局（汇总）", ""), ("西安市医疗保障局（本级）", "")];
        assert_eq!(alike(&names), [true, true, false]);
    }
}
