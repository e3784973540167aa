//! The kinds of people, vehicles and equipment that the narrative counts, by words of their names.

use crate::budget::Count;

/// What is counted: a word of its name, its key, its English name.
type Kind = (&'static str, &'static str, &'static str);

/// Vehicles by what they are for, the most specific word first.
const VEHICLES: [Kind; 15] = [
    ("编制", "vehicle-establishment", "Authorised places for official vehicles"),
    ("通信用车及应急", "vehicles-confidential-emergency", "Confidential courier and emergency vehicles"),
    ("部级", "vehicles-senior-leaders", "Senior leaders' vehicles"),
    ("省）级", "vehicles-senior-leaders", "Senior leaders' vehicles"),
    ("领导", "vehicles-leaders", "Leaders' vehicles"),
    ("负责人", "vehicles-leaders", "Leaders' vehicles"),
    ("机要", "vehicles-confidential", "Confidential courier vehicles"),
    ("应急", "vehicles-emergency", "Emergency support vehicles"),
    ("执法执勤", "vehicles-enforcement", "Law enforcement vehicles"),
    ("行政执法", "vehicles-inspection", "Administrative enforcement vehicles"),
    ("特种", "vehicles-special", "Special technical vehicles"),
    ("离退休", "vehicles-retired", "Vehicles for retired staff"),
    ("老干部", "vehicles-retired", "Vehicles for retired staff"),
    ("业务用车", "vehicles-business", "Service vehicles of institutions"),
    ("其他", "vehicles-other", "Other official vehicles"),
];

/// Equipment by what one of it costs at least, in 万元.
const EQUIPMENT: [Kind; 4] = [
    ("200万元", "equipment-2m", "Items of equipment worth 2,000,000 yuan or more"),
    ("100万元", "equipment-1m", "Items of equipment worth 1,000,000 yuan or more"),
    ("50万元", "equipment-500k", "Items of equipment worth 500,000 yuan or more"),
    ("20万元", "equipment-200k", "Items of equipment worth 200,000 yuan or more"),
];

/// Posts and people; the last five only as parts of the staff.
const STAFF: [Kind; 17] = [
    ("行政编制", "administrative-establishment", "Administrative posts"),
    ("事业编制", "institution-establishment", "Posts of institutions"),
    ("人员编制", "establishment", "Established posts"),
    ("编制", "establishment", "Established posts"),
    ("离退休", "retired", "Retired staff"),
    ("离休", "retired-cadres", "Retired veteran cadres"),
    ("退休", "retired", "Retired staff"),
    ("实有", "serving-staff", "Staff in post"),
    ("在职", "serving-staff", "Staff in post"),
    ("领导职数", "leader-posts", "Leaders' posts"),
    ("副", "deputy-leader-posts", "Posts of deputy leaders"),
    ("遗属", "survivors", "Survivors"),
    ("全额", "fully-funded-staff", "Staff paid in full by the treasury"),
    ("自收自支", "self-funded-staff", "Staff paid from the body's own income"),
    ("行政", "administrative-staff", "Administrative staff"),
    ("事业", "institution-staff", "Staff of institutions"),
    ("工勤", "worker-staff", "Workers"),
];
/// Where the parts of the staff begin in `STAFF`.
const PARTS: usize = 12;

/// What is counted, without how many.
fn count((key, english): (&str, &str), name: &str, unit: &str, part_of: Option<&str>) -> Count {
    Count {
        key: key.into(),
        name: name.into(),
        name_en: Some(english.into()),
        unit: unit.into(),
        part_of: part_of.map(Into::into),
        ..Count::default()
    }
}

/// People or posts. A name such as 行政 is a part of the staff that was counted before.
pub fn person(name: &str, unit: &str, is_of_staff: bool) -> Option<Count> {
    const LONGEST: usize = 10;
    let kinds = if is_of_staff { &STAFF[..] } else { &STAFF[..PARTS] };
    let at = kinds.iter().position(|kind| name.contains(kind.0))?;
    let (word, key, english) = kinds[at];
    let name = from_word(name, word);
    // 编制人员以及其他人员等 are not posts alone.
    let is_mixed = name.chars().count() > LONGEST || ["其他", "以及", "等"].iter().any(|word| name.contains(word));
    let kind = if unit == "户" { ("survivor-households", "Households of survivors") } else { (key, english) };
    // 领导职数正科1人，副科3人 names the posts once.
    let posts = name.trim_start_matches("领导职数");
    let name = if unit == "户" {
        [name, "（户）"].concat()
    } else if key.ends_with("leader-posts") && posts.starts_with(['正', '副']) && posts.chars().count() == 2 {
        ["领导职数（", posts, "）"].concat()
    } else {
        name.into()
    };
    (!is_mixed).then(|| count(kind, &name, unit, (at >= PARTS).then_some("serving-staff")))
}

/// Vehicles, floor space or equipment.
pub fn thing(name: &str, unit: &str) -> Option<Count> {
    const VEHICLE: (&str, &str) = ("vehicles", "Official vehicles on hand");
    // Who has them is no part of the name.
    let owned = ["共有", "现有", "实有", "拥有"].iter().find_map(|word| name.split_once(word));
    let name = owned.map_or(name, |(_, name)| name);
    let word = |words: &[&'static str]| words.iter().copied().find(|word| name.contains(word));
    match unit {
        "辆" | "台" if unit == "辆" || name.ends_with("车辆") => {
            let of_use = VEHICLES.iter().find(|kind| name.contains(kind.0)).map(|(_, key, english)| (*key, *english));
            match (of_use, word(&["公务用车", "车辆"])) {
                (Some(kind @ ("vehicle-establishment", _)), _) => Some(count(kind, "公务用车编制", unit, None)),
                (Some(kind), _) => Some(count(kind, name, unit, Some("vehicles"))),
                (None, Some(word)) => Some(count(VEHICLE, from_word(name, word), unit, None)),
                (None, None) => name.is_empty().then(|| count(VEHICLE, "公务用车实有", unit, None)),
            }
        }
        "平方米" => {
            let word = word(&["办公用房", "房屋"])?;
            let english = if word == "房屋" { "Floor space" } else { "Office floor space" };
            Some(count(("floor-space", english), from_word(name, word), unit, None))
        }
        _ => {
            let bound =
                name.find(|c: char| c.is_ascii_digit()).map(|at| &name[at..]).filter(|_| name.contains("设备"))?;
            let (_, key, english) = EQUIPMENT.iter().find(|kind| bound.starts_with(kind.0))?;
            let name = from_word(name, word(&["单位价值", "单价", "价值"]).unwrap_or_default());
            Some(count((*key, *english), name, unit, None))
        }
    }
}

/// A name from the word on by which it is known.
fn from_word<'t>(name: &'t str, word: &str) -> &'t str {
    name.find(word).map_or(name, |at| &name[at..])
}
