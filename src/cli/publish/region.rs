//! Paths from a budget's folder up to the published folder, and the name of the place that all departments serve.

/// The relative path from a budget's folder up to the published folder: `../` for `education`, `../../` for
/// `2026/education`.
pub fn up(name: &str) -> String {
    "../".repeat(name.split('/').count())
}

/// The place that all departments serve, if it is one.
pub fn shared<'r>(mut regions: impl Iterator<Item = Option<&'r str>>) -> Option<&'r str> {
    let first = regions.next()??;
    regions.all(|region| region == Some(first)).then_some(first)
}

/// A place as those call it who live there: `平鲁区` of `朔州市平鲁区`.
pub fn short(region: &str) -> &str {
    const ENDS: [&str; 5] = ["省", "自治区", "市", "自治州", "盟"];
    let ends = ENDS.iter().flat_map(|end| region.match_indices(end).map(|(at, end)| at + end.len()));
    // Two characters at least stay: 沙市区 is no 区 of 沙市.
    let last = ends.filter(|end| region[*end..].chars().count() > 1).max();
    last.map_or(region, |end| &region[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_called_by_its_last_part() {
        for (whole, part) in [
            ("朔州市平鲁区", "平鲁区"),
            ("山西省朔州市平鲁区", "平鲁区"),
            ("荆州市沙市区", "沙市区"),
            ("延边朝鲜族自治州延吉市", "延吉市"),
            ("青石县", "青石县"),
            ("上海市", "上海市"),
            ("Pinglu", "Pinglu"),
        ] {
            assert_eq!(short(whole), part);
        }
    }

    #[test]
    fn only_what_all_are_of_is_shared() {
        assert_eq!(shared([Some("a"), Some("a")].into_iter()), Some("a"));
        assert_eq!(shared([Some("a"), None].into_iter()), None);
        assert_eq!(shared([None, Some("a")].into_iter()), None);
        assert_eq!(up("2026/a"), "../../");
    }
}
