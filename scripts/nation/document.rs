//! One document of the made-up nation.

use serde_json::Value;

use crate::common::made::sheet_writer::{Sheet, xlsx};
use crate::common::made::text_writer::{csv, docx, html};
use crate::common::shapes::{Dice, Shape, read};
use crate::text::printed;

const PROVINCES: [&str; 12] = [
    "山西省",
    "陕西省",
    "江苏省",
    "浙江省",
    "山东省",
    "广东省",
    "四川省",
    "云南省",
    "青海省",
    "辽宁省",
    "湖北省",
    "福建省",
];
const PLACES: [&str; 6] = ["云岫市", "青浦岭县", "临沅市", "乌川区", "白鹭湖县", "石门坳市"];
const BUREAUS: [&str; 24] = [
    "河湖事务局",
    "档案服务局",
    "林草局",
    "市场服务局",
    "机关事务服务中心",
    "图书馆",
    "民政局",
    "教育局",
    "统计局",
    "审计局",
    "水务局",
    "交通运输局",
    "文化馆",
    "气象服务中心",
    "住房保障中心",
    "信访局",
    "司法局",
    "退役军人事务局",
    "体育中心",
    "博物馆",
    "农业农村局",
    "应急管理局",
    "医疗保障局",
    "数据局",
];
const YEARS: [u64; 3] = [2024, 2025, 2026];

/// A document as it lies in the nation's folder.
pub struct Made {
    /// Its path there. Official files lie in a folder for each region, as who fetches them lays them.
    pub path: String,
    pub bytes: Vec<u8>,
}

impl Made {
    /// The document with this number, always the same.
    pub fn of(number: usize) -> Made {
        let (document, region) = whole(number);
        // One of three is an official file; of five hundred of these one is damaged.
        let official = |end: &str, bytes: Vec<u8>| Made { path: format!("official/{region}/{number:05}.{end}"), bytes };
        if !number.is_multiple_of(3) {
            return Made { path: format!("budgets/{number:05}.json"), bytes: document.to_string().into_bytes() };
        }
        let model = printed(&read(&document));
        match number / 3 % 500 {
            77 => official("pdf", b"%PDF-1.7 and nothing else".to_vec()),
            rest => match rest % 4 {
                0 => official("html", html(&model).into_bytes()),
                1 => official("xlsx", xlsx(&[Sheet::of(&model)])),
                2 => official("docx", docx(&model)),
                _ => official("csv", csv(&model).into_bytes()),
            },
        }
    }
}

/// A document and its region.
fn whole(number: usize) -> (Value, String) {
    let (kind, base) = Relation::of(number);
    let mut dice = Dice::new(number as u64);
    if kind == Relation::Again {
        let (mut document, region) = whole(base);
        slip(&mut document["tables"], &mut dice);
        // Most say when they were published.
        if dice.chance(70) {
            document["document"]["published"] = dice.pick(&["2026-02-11", "2026-03-02"]).into();
        }
        return (document, region);
    }
    let shape = Shape::ALL[number % Shape::ALL.len()];
    let mut document = shape.document((number / Shape::ALL.len()) as u64);
    let Place { department, region, year } = Place::of(base);
    let short = department.strip_prefix(&region).unwrap_or(&department).to_string();
    let [old, old_region] =
        ["department", "region"].map(|field| document["document"][field].as_str().unwrap_or_default().to_string());
    let name = match kind {
        Relation::Unit => [&department, unit_of(&whole(base).0, &mut dice)].concat(),
        Relation::Government => format!("{region}人民政府"),
        Relation::None | Relation::Final | Relation::Again => department,
    };
    let mut pairs = vec![(old, name), (old_region, region.clone())];
    // A department's units are called after it, where it lists them without its place in front; a unit has none.
    if kind != Relation::Unit {
        pairs.extend(UNITS.map(|unit| (unit.to_string(), [&short, unit].concat())));
    }
    Names { pairs, year }.put(&mut document);
    let about = &mut document["document"];
    match kind {
        // Some units do not say that they are one.
        Relation::Unit if dice.chance(50) => about["level"] = Value::Null,
        Relation::Unit => {
            about["level"] = "unit".into();
            about["title"] = format!("{year}年单位预算").into();
        }
        Relation::Government => {
            about["level"] = "government".into();
            about["title"] = format!("{region}{year}年政府预算").into();
        }
        _ => {}
    }
    match dice.below(100) {
        0..20 => slip(&mut document["tables"], &mut dice),
        20..35 => slip(&mut document["statements"], &mut dice),
        _ => {}
    }
    (document, region)
}

/// The subordinate units that have budgets of their own, as the shapes call them.
const UNITS: [&str; 2] = ["信息中心", "第二服务站"];

/// A unit that a department's tables list; where they list none, any.
fn unit_of(department: &Value, dice: &mut Dice) -> &'static str {
    let tables = department["tables"].to_string();
    let listed: Vec<_> = UNITS.into_iter().filter(|unit| tables.contains(unit)).collect();
    dice.pick(if listed.is_empty() { &UNITS } else { &listed })
}

/// How a document is related to an earlier one of the nation, whose money it may print once more.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Relation {
    None,
    /// It is of a unit of the other's department.
    Unit,
    /// It is the final account of the other's department and year.
    Final,
    /// It is the other with a correction.
    Again,
    /// It is of the government of the other's place.
    Government,
}

impl Relation {
    /// The relation of the document with a number, and the number of the other one.
    fn of(number: usize) -> (Relation, usize) {
        match number % 20 {
            // The other is of a shape that lists units.
            5 | 8 => (Relation::Unit, number - 2),
            14 => (Relation::Again, number - 4),
            // The last shape is that of final accounts.
            19 => (Relation::Final, number - 1),
            17 => (Relation::Government, number - 1),
            _ => (Relation::None, number),
        }
    }
}

/// Whose document it is, and of which year.
struct Place {
    department: String,
    region: String,
    year: u64,
}

impl Place {
    fn of(number: usize) -> Place {
        let mut dice = Dice::new(number as u64);
        let region = [dice.pick(&PROVINCES), dice.pick(&PLACES)].concat();
        let department = format!("{region}{}第{}处", dice.pick(&BUREAUS), number / 300 + 1);
        Place { department, region, year: dice.pick(&YEARS) }
    }
}

/// What replaces the names and years of a shape's document.
struct Names {
    /// Each name and its new one: the department's, the region's, those of units.
    pairs: Vec<(String, String)>,
    year: u64,
}

impl Names {
    /// Puts them in wherever they stand.
    fn put(&self, value: &mut Value) {
        match value {
            Value::Array(list) => list.iter_mut().for_each(|value| self.put(value)),
            Value::Object(fields) => fields.values_mut().for_each(|value| self.put(value)),
            Value::String(text) => *text = self.replaced(text),
            Value::Number(number) => {
                // Of the numbers of the format only years are as large.
                if let Some(before) =
                    number.as_u64().and_then(|own| 2026_u64.checked_sub(own)).filter(|before| *before < 9)
                {
                    *value = (self.year - before).into();
                }
            }
            _ => {}
        }
    }

    fn replaced(&self, text: &str) -> String {
        if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-') {
            return text.into(); // an amount or a code
        }
        let mut text = text.to_string();
        for (i, (old, _)) in self.pairs.iter().enumerate() {
            text = text.replace(old, &format!("\u{1}{i}"));
        }
        // The earliest first, or one would become another.
        for before in (0..9).rev() {
            text = text.replace(&(2026 - before).to_string(), &format!("\u{2}{before}"));
        }
        for before in 0..9 {
            text = text.replace(&format!("\u{2}{before}"), &(self.year - before).to_string());
        }
        for (i, (_, new)) in self.pairs.iter().enumerate() {
            text = text.replace(&format!("\u{1}{i}"), new);
        }
        text
    }
}

/// Changes the first digit of one amount in a list of tables or statements.
fn slip(list: &mut Value, dice: &mut Dice) {
    let mut amounts = Vec::new();
    for entry in list.as_array_mut().into_iter().flatten() {
        for (name, value) in entry.as_object_mut().into_iter().flatten() {
            if name == "amount" {
                amounts.push(value);
            } else if let Some(lines) = value.as_array_mut().filter(|_| name == "lines") {
                let lines = lines.iter_mut().filter_map(|line| line.get_mut("amounts")?.as_object_mut());
                amounts.extend(lines.flat_map(|amounts| amounts.values_mut()));
            }
        }
    }
    amounts.retain(|amount| amount.as_str().is_some_and(|text| text.starts_with(|c: char| ('1'..='9').contains(&c))));
    if amounts.is_empty() {
        return;
    }
    let at = dice.below(amounts.len());
    let text = amounts[at].as_str().unwrap_or_default();
    let first = if text.starts_with('9') { '4' } else { '9' };
    *amounts[at] = [first.to_string().as_str(), &text[1..]].concat().into();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_always_the_same_and_budgets_are_read() {
        for number in 0..30 {
            let (one, again) = (Made::of(number), Made::of(number));
            assert!(one.path == again.path && one.bytes == again.bytes, "{number}");
            assert_eq!(one.path.starts_with("official/"), number.is_multiple_of(3), "{}", one.path);
            if !number.is_multiple_of(3) {
                let budget = budget_lens::load::read(&one.bytes).unwrap().budget;
                assert!(YEARS.contains(&budget.document.year.into()), "{number}");
                assert!(budget.document.department.starts_with(&budget.document.region.unwrap()), "{number}");
            }
        }
    }

    #[test]
    fn some_documents_have_the_money_of_others_once_more() {
        let about = |number| whole(number).0["document"].clone();
        let name = |number| about(number)["department"].as_str().unwrap().to_string();
        for round in [0, 20, 40, 60] {
            for unit in [5, 8].map(|own| round + own) {
                let units = ["信息中心", "第二服务站"].map(|own| name(unit - 2) + own);
                assert!(units.contains(&name(unit)), "{}", name(unit));
            }
            let (last, budget) = (about(round + 19), about(round + 18));
            assert_eq!(
                ["department", "year"].map(|field| &last[field]),
                ["department", "year"].map(|field| &budget[field])
            );
            assert_eq!((&last["stage"], &budget["stage"]), (&"final".into(), &Value::Null));
            assert_eq!((name(round + 14), name(round + 14) == name(round + 15)), (name(round + 10), false));
            assert_ne!(whole(round + 14).0, whole(round + 10).0);
            assert_eq!(about(round + 17)["level"], "government");
        }
        let lists = (0..10).any(|round| whole(round * 20 + 3).0["tables"].to_string().contains("处信息中心"));
        assert!(lists, "departments list the units that have budgets");
    }

    #[test]
    fn years_move_together_and_amounts_stay() {
        let pairs = vec![("甲市局".into(), "乙省局".into()), ("甲市".into(), "乙省".into())];
        let names = Names { pairs, year: 2025 };
        assert_eq!(names.replaced("甲市局2026年比2025年，甲市"), "乙省局2025年比2024年，乙省");
        assert_eq!(names.replaced("2026.00"), "2026.00");
    }
}
