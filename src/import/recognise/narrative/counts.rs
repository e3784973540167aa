//! People and things that the narrative counts: posts, staff, vehicles by use, floor space, equipment.
//!
//! Only what is there is counted, not what is to be bought; and what two passages count differently is left out, because
//! nobody knows of what each speaks.

mod kinds;

use rust_decimal::Decimal;

use super::paragraphs::Paragraph;
use super::sections::Sections;
use crate::budget::{Budget, Count, Stated};
use crate::import::block::Place;
use crate::import::recognise::words;
use crate::import::report::Report;
use crate::money::Amount;
use kinds::{person, thing};

/// The units of what is counted.
const UNITS: [&str; 8] = ["台（套）", "辆", "台", "平方米", "人", "名", "户", "套"];

/// What was counted so far.
#[derive(Default)]
pub struct Counts {
    staff: Vec<(Count, Place)>,
    assets: Vec<(Count, Place)>,
    doubted: Vec<String>,
    /// The section that was read last, and the day that it names.
    last: (String, Option<String>),
}

impl Counts {
    /// Reads a paragraph, of which `text` is what follows its number.
    pub fn read(&mut self, text: &str, sections: &Sections, paragraph: &Paragraph) {
        let shift = paragraph.text.len() - text.len();
        let number = sections.number();
        let (above, before) = std::mem::take(&mut self.last);
        let day = day(text).or(before.filter(|_| above == number));
        self.last = (number.clone(), day.clone());
        let of_assets = ["资产", "车辆", "房屋"].iter().any(|word| sections.has(word))
            || day.is_some()
            || text.contains("固定资产");
        let mut from = 0;
        for sentence in text.split_inclusive('。') {
            let place = paragraph.place(shift + from);
            from += sentence.len();
            let Some(place) = place else { continue };
            // A title in front may speak of what is to be bought.
            let sentence = sentence.split_once("情况：").map_or(sentence, |(_, rest)| rest);
            let has = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
            let is_of_people = has(&["编制", "实有", "在职", "退休"]) && !has(&["元", "增加", "减少"]);
            // 拟购置 is not there yet.
            let is_of_things = of_assets && !has(&["购置", "新增", "更新", "拟", "报废", "租", "保有"]);
            let (mut staff, mut assets) = (Vec::new(), Vec::new());
            for (name, value, unit) in counted(sentence) {
                let is_people = matches!(unit, "人" | "名" | "户");
                if is_people && is_of_people {
                    let is_of_staff = staff.iter().any(|count: &Count| count.key == "serving-staff");
                    staff.extend(person(name, unit, is_of_staff).map(|count| Count { value, ..count }));
                } else if !is_people && is_of_things {
                    assets.extend(thing(name, unit).map(|count| Count { value, ..count }));
                }
            }
            settle(&mut staff);
            for (all, own) in [(&mut self.staff, staff), (&mut self.assets, assets)] {
                for count in own {
                    let section = Some(sections.called()).filter(|section| !section.is_empty());
                    add(all, &mut self.doubted, Count { section, as_of: day.clone(), ..count }, place);
                }
            }
        }
    }

    /// How many were counted so far.
    pub fn len(&self) -> usize {
        self.staff.len() + self.assets.len()
    }

    /// Gives the budget what no other passage contradicts.
    pub fn give(self, budget: &mut Budget, report: &mut Report) {
        let lists = [(Stated::Staff, self.staff, &mut budget.staff), (Stated::Assets, self.assets, &mut budget.assets)];
        for (list, own, all) in lists {
            for (count, place) in own.into_iter().filter(|(count, _)| !self.doubted.contains(&count.key)) {
                report.items.insert((list, all.len()), place);
                all.push(count);
            }
        }
    }
}

/// Adds a count, once; of two that differ neither is sure.
fn add(all: &mut Vec<(Count, Place)>, doubted: &mut Vec<String>, count: Count, place: &Place) {
    match all.iter().find(|(own, _)| own.key == count.key) {
        Some((own, _)) if own.value != count.value => doubted.push(count.key),
        Some(_) => {}
        None => all.push((count, place.clone())),
    }
}

/// Makes counts parts of their whole where that is there: 行政编制 of 人员编制; 事业编制 alone is the whole. Kinds of people that
/// do not add up to the whole leave others unsaid, and are no list of its parts.
fn settle(staff: &mut [Count]) {
    let is_part = |count: &Count| count.key.ends_with("-establishment");
    let has_whole = staff.iter().any(|count| count.key == "establishment");
    let parts = staff.iter().filter(|count| is_part(count)).count();
    for count in staff.iter_mut().filter(|count| is_part(count)) {
        if has_whole {
            count.part_of = Some("establishment".into());
        } else if parts == 1 {
            (count.key, count.name_en) = ("establishment".into(), Some("Established posts".into()));
        }
    }
    for whole in ["establishment", "serving-staff"] {
        let is_of = |count: &Count| count.part_of.as_deref() == Some(whole);
        let all: Decimal = staff.iter().filter(|count| is_of(count)).map(|count| count.value.decimal()).sum();
        if staff.iter().any(|count| count.key == whole && count.value.decimal() != all) {
            staff.iter_mut().filter(|count| is_of(count)).for_each(|count| count.part_of = None);
        }
    }
}

/// The numbers of a sentence that have a unit of things or people: the name before it, the number, the unit.
fn counted(sentence: &str) -> Vec<(&str, Amount, &'static str)> {
    let mut found: Vec<(&str, Amount, &'static str)> = Vec::new();
    let (mut begin, mut from) = (0, 0);
    while let Some(at) = sentence[from..].find(|c: char| c.is_ascii_digit()) {
        let start = from + at;
        let digits = &sentence[start..];
        let digits =
            &digits[..digits.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(digits.len())];
        from = start + digits.len();
        let Some(unit) = UNITS.into_iter().find(|unit| sentence[from..].starts_with(unit)) else { continue };
        let name = match &sentence[begin..start] {
            "" => found.last().map_or("", |(name, ..)| *name),
            name => name,
        };
        let name = name.rsplit(['，', '；', '、', '：', '。']).next().unwrap_or(name);
        let name = name.trim_start_matches("其中");
        if let Ok(value) = Amount::parse(&digits.replace(',', "")) {
            found.push((name, value, unit));
        }
        from += unit.len();
        begin = from;
    }
    found
}

/// The day on which things are counted: `截至2025年12月31日`, `截至2025年底`.
fn day(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("截至").or_else(|| text.split_once("截止"))?;
    let (year, rest) = rest.split_once('年').filter(|(year, _)| year.len() == 4 && year.starts_with("20"))?;
    let (month, date) = match rest.split_once('月') {
        _ if rest.starts_with(['底', '末']) => ("12", "31"),
        Some(("12", rest)) if rest.starts_with(['底', '末']) => ("12", "31"),
        Some((month, rest)) => (month, rest.split_once('日')?.0),
        None => return None,
    };
    words::day([year, month, date])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_printed_whole_or_is_the_years_end() {
        for (text, expected) in [
            ("截至2025年12月31日，共有", Some("2025-12-31")),
            ("截止2025年7月5日", Some("2025-07-05")),
            ("截至2025年底", Some("2025-12-31")),
            ("截至2025年12月底", Some("2025-12-31")),
            ("截至2025年12月，", None),
            ("截至上年底", None),
            ("2025年12月31日", None),
        ] {
            assert_eq!(day(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_number_has_its_name_in_front_and_its_unit_behind() {
        let found =
            counted("本馆共有车辆1,200辆，其中：机要通信用车3辆、其他用车4辆；单价100万元以上的设备5台（套）。");
        let told: Vec<_> = found.iter().map(|(name, value, unit)| format!("{name} {value} {unit}")).collect();
        assert_eq!(
            told,
            ["本馆共有车辆 1200 辆", "机要通信用车 3 辆", "其他用车 4 辆", "单价100万元以上的设备 5 台（套）"]
        );
    }
}
