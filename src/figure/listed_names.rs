//! Shortens names in a list by their common prefix: in a district's budget each project begins with the district.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Entry, short};
use crate::budget::Budget;
use crate::money::insert_each;

/// The least number of characters that are left of a name.
const MIN: usize = 2;
/// Characters that end a part of a name, so that what follows can stand by itself.
const ENDS: &str = "省市区县旗乡镇局委院会厅部处室站所队校中心度年月-—_：:·";
/// Words that begin with the end of a prefix: 杭州市级储备 is 杭州 and 市级储备, and 级储备 is no name.
const WORDS: [&str; 49] = [
    "省级",
    "省直",
    "省属",
    "省本级",
    "省会",
    "市级",
    "市直",
    "市属",
    "市本级",
    "市场",
    "市民",
    "市政",
    "市容",
    "市区",
    "市域",
    "州级",
    "州直",
    "州本级",
    "州府",
    "县级",
    "县直",
    "县属",
    "县本级",
    "县域",
    "县城",
    "区级",
    "区直",
    "区属",
    "区本级",
    "区域",
    "区划",
    "区位",
    "区块",
    "区间",
    "旗本级",
    "旗级",
    "乡村",
    "镇级",
    "部门",
    "部分",
    "会议",
    "院校",
    "处理",
    "处置",
    "所属",
    "队伍",
    "校园",
    "年度",
    "心理",
];
/// The least number of characters of a division that has others below it: 州 is a part of the name in 广州市.
const MIN_DIVISION: usize = 3;

/// The names without the first of `known` that they begin with (a region, a department), or else without what all of
/// them begin with. None is empty, and no two become alike that were not.
pub fn without_shared<'n>(names: &[&'n str], known: &[&str]) -> Vec<&'n str> {
    let all = shared(names);
    let cut = |name: &'n str| {
        let prefixes = known.iter().copied().chain([all]);
        let rests = prefixes.filter(|prefix| !prefix.is_empty()).filter_map(|prefix| after(name, prefix));
        rests.filter(|rest| rest.chars().count() >= MIN).min_by_key(|rest| rest.len()).unwrap_or(name)
    };
    let mut short: Vec<_> = names.iter().map(|name| cut(name)).collect();
    let mut meant: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for (name, own) in names.iter().zip(&short) {
        let one = meant.entry(own).or_insert(Some(name));
        // A short form of two different names would be ambiguous.
        *one = one.filter(|other| other == name);
    }
    for (name, own) in names.iter().zip(&mut short) {
        let is_other = *own != *name && names.len() > 1 && meant.get(*own) == Some(&None);
        if is_other {
            *own = name;
        }
    }
    let different = |names: &[&str]| insert_each::<BTreeSet<&str>, _>(names.iter().copied()).len();
    if different(&short) == different(names) { short } else { names.to_vec() }
}

/// What is left of a name behind a prefix: with the prefix's last character where a word begins with it.
fn after<'n>(name: &'n str, prefix: &str) -> Option<&'n str> {
    let rest = name.strip_prefix(prefix)?;
    let (last, _) = prefix.char_indices().next_back()?;
    let word = &name[last..];
    Some(if WORDS.iter().any(|known| word.starts_with(known)) { word } else { rest })
}

/// The ends of a place's name, each behind one of the divisions that it is in: 河口区 of 东州市河口区, which is 河口区 to
/// who lives there.
fn parts(region: &str) -> impl Iterator<Item = &str> {
    let mut length = 0;
    region.char_indices().filter_map(move |(at, c)| {
        length += 1;
        let is_end = "省市州盟".contains(c) && length >= MIN_DIVISION;
        let rest = is_end.then(|| &region[at + c.len_utf8()..])?;
        length = 0;
        (rest.chars().count() >= MIN).then_some(rest)
    })
}

/// The common prefix of all names, up to where a part of a name ends.
fn shared<'n>(names: &[&'n str]) -> &'n str {
    let [first, others @ ..] = names else { return "" };
    let same = others.iter().fold(first.len(), |most, other| {
        let alike = first.char_indices().zip(other.chars()).take_while(|((_, a), b)| a == b);
        alike.last().map_or(0, |((at, c), _)| at + c.len_utf8()).min(most)
    });
    let common = if others.is_empty() { "" } else { &first[..same] };
    common
        .rfind(|c| ENDS.contains(c))
        .map_or("", |at| &common[..at + common[at..].chars().next().map_or(0, char::len_utf8)])
}

/// Gives the entries names for where there is little room: without the region, the department, or what all share.
pub fn shorten<'e>(entries: impl Iterator<Item = &'e mut Entry>, budget: &Budget) {
    let entries: Vec<_> = entries.collect();
    let region = budget.document.region.as_deref().unwrap_or_default();
    let known: Vec<_> = [budget.document.department.as_str(), region].into_iter().chain(parts(region)).collect();
    let names: Vec<_> = entries.iter().map(|entry| entry.name.clone()).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    for (entry, name) in entries.into_iter().zip(without_shared(&names, &known)) {
        entry.short = short(name).into();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_all_share_is_left_out_and_nothing_becomes_empty_or_alike() {
        let names = ["河口区水费", "河口区电费", "河口区公安局装修"];
        assert_eq!(without_shared(&names, &[]), ["水费", "电费", "公安局装修"]);
        assert_eq!(without_shared(&["河口区水费", "学校电费"], &["东州市河口区", "河口区"]), ["水费", "学校电费"]);
        // Not within a word, not all of a name, not one alone.
        assert_eq!(without_shared(&["物业管理费", "物业维修费"], &[]), ["物业管理费", "物业维修费"]);
        assert_eq!(without_shared(&["河口区", "河口区水费"], &["河口区"]), ["河口区", "水费"]);
        assert_eq!(without_shared(&["河口区水费"], &[]), ["河口区水费"]);
        assert_eq!(without_shared(&["河口区水费", "水费"], &["河口区"]), ["河口区水费", "水费"]);
        assert_eq!(without_shared(&["河口区水费", "河口区水费"], &["河口区"]), ["水费", "水费"]);
        let again = ["河口区水费", "水费", "河口区河口区水费"];
        assert_eq!(without_shared(&again, &["河口区"]), again);
        assert!(without_shared(&[], &["河口区"]).is_empty());
    }

    #[test]
    fn a_prefix_is_taken_off_where_a_whole_word_ends() {
        for (region, name, short) in [
            ("广州市", "市本级粮食风险基金", "市本级粮食风险基金"),
            ("广州市", "广州市级储备", "市级储备"),
            ("广州市", "广州市粮食风险基金", "粮食风险基金"),
            ("广东省广州市", "广州市采购经理人指数", "采购经理人指数"),
            ("杭州市", "市级重要商品储备", "市级重要商品储备"),
            ("惠州市", "惠州市场监管", "市场监管"),
            ("湖北省恩施州利川市", "利川市级储备", "市级储备"),
            ("郑州市中原区", "中原区域规划", "区域规划"),
            ("乐山市市中区", "市中区水费", "水费"),
            ("乐山市市中区", "中区水费", "中区水费"),
            ("内蒙古自治区兴安盟阿尔山市", "阿尔山市水费", "水费"),
        ] {
            let known: Vec<_> = [region].into_iter().chain(parts(region)).collect();
            assert_eq!(without_shared(&[name], &known), [short], "{region} {name}");
        }
        assert_eq!(without_shared(&["广州市场一", "广州市场二"], &[]), ["市场一", "市场二"]);
    }
}
