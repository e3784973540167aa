//! What a clerk is told who typed Chinese signs where JSON has its own: each by name, all at once.

use crate::common::regressions::beside;
use budget_lens::load::{self, MAX_DIAGNOSTICS};
use budget_lens::locale::Lang;
use proptest::prelude::*;

const BARE: &str = include_str!("../data/bare.json");

fn told(text: &str) -> Vec<String> {
    load::read(text.as_bytes())
        .expect_err("a sound file")
        .iter()
        .map(|diagnostic| diagnostic.sentence(Lang::Zh))
        .collect()
}

#[test]
fn each_sign_is_told_by_name_and_place() {
    for (text, all) in [
        (
            "{\"a\": \"表一，二\"，\n \"b\"： 1}",
            &["第 1 行第 13 列：这是中文逗号，请换成英文逗号 ,", "第 2 行第 5 列：这是中文冒号，请换成英文冒号 :"][..],
        ),
        (
            "{“a”: 1}",
            &["第 1 行第 2 列：这是中文引号，请换成英文引号 \"", "第 1 行第 4 列：这是中文引号，请换成英文引号 \""],
        ),
        ("{\"a”: \"说“甲”，乙\"}", &["第 1 行第 4 列：这是中文引号，请换成英文引号 \""]),
        ("{\"a\": “他说\"}", &["第 1 行第 7 列：这是中文引号，请换成英文引号 \""]),
        (
            "｛\"a\": ［１２．５］｝",
            &[
                "第 1 行第 1 列：这是中文花括号，请换成英文花括号 {",
                "第 1 行第 7 列：这是中文方括号，请换成英文方括号 [",
                "第 1 行第 8 列：这是全角数字 １２．５，请换成半角数字 12.5",
                "第 1 行第 12 列：这是中文方括号，请换成英文方括号 ]",
                "第 1 行第 13 列：这是中文花括号，请换成英文花括号 }",
            ],
        ),
        ("[1，2]", &["第 1 行第 3 列：这是中文逗号，请换成英文逗号 ,"]),
        // As JSON's it would be no better.
        ("{\"a\"，1}", &["第 1 行第 5 列：这里不符合 JSON 语法：应为 \":\"，实为 \"，1\"。"]),
        (
            "{\"a\": －3,\u{3000}\"b\": （1）}",
            &[
                "第 1 行第 7 列：这是全角数字 －3，请换成半角数字 -3",
                "第 1 行第 10 列：这是全角空格，请换成半角空格",
                "第 1 行第 16 列：这是中文圆括号，请换成英文的 [ ] 或 { }",
                "第 1 行第 18 列：这是中文圆括号，请换成英文的 [ ] 或 { }",
            ],
        ),
    ] {
        assert_eq!(told(text), all, "{text}");
    }
    let english = load::read("[1，2]".as_bytes()).unwrap_err()[0].to_string();
    assert_eq!(english, "line 1, column 3: this is a Chinese comma; put , in its place");
}

#[test]
fn what_else_is_wrong_is_told_as_ever() {
    assert_eq!(told("{\"a\": 1 \"b\": 2}").len(), 1);
    let both = told("{\"a\": 1 \"b\": 2，\"c\": 3}");
    assert!(both.len() == 2 && both[0].contains("少了一个逗号") && both[1].contains("中文逗号"), "{both:?}");
    // Texts keep their Chinese signs, also in a file that is broken elsewhere.
    assert_eq!(told("{\"a\": \"甲，乙：“丙”（丁）\",\n\"b\": tru}").len(), 1);
    assert!(load::syntax(BARE.as_bytes()).is_empty());
    assert_eq!(load::syntax("[1，2，3]".as_bytes()).len(), 2, "the browser's second part says the same");
}

/// The places of the commas outside texts.
fn commas() -> Vec<usize> {
    let mut inside = false;
    let mut comma = |(i, c): (usize, char)| {
        inside ^= c == '"';
        (c == ',' && !inside).then_some(i)
    };
    BARE.char_indices().filter_map(&mut comma).collect()
}

proptest! {
    #![proptest_config(beside(ProptestConfig::default()))]

    #[test]
    fn as_many_commas_are_told_as_there_are_chinese_ones(chosen in prop::collection::vec(any::<prop::sample::Index>(), 1..60)) {
        let commas = commas();
        let mut places: Vec<_> = chosen.iter().map(|index| commas[index.index(commas.len())]).collect();
        places.sort_unstable();
        places.dedup();
        let mut text = BARE.to_string();
        for place in places.iter().rev() {
            text.replace_range(*place..=*place, "，");
        }
        let diagnostics = load::read(text.as_bytes()).unwrap_err();
        prop_assert_eq!(diagnostics.len(), places.len().min(MAX_DIAGNOSTICS));
        for (diagnostic, place) in diagnostics.iter().zip(places) {
            let before = &BARE[..place];
            let found = diagnostic.location.as_ref().unwrap();
            prop_assert_eq!(found.line, before.matches('\n').count() + 1);
            prop_assert!(diagnostic.sentence(Lang::Zh).ends_with("这是中文逗号，请换成英文逗号 ,"));
        }
    }

    #[test]
    fn no_text_breaks_the_reader(text in "[\\[\\]{}:,\"\\\\a1 \n．－１，：“”‘’（）［］｛｝　]{0,60}") {
        if let Err(diagnostics) = load::read(text.as_bytes()) {
            prop_assert!((1..=MAX_DIAGNOSTICS).contains(&diagnostics.len()));
            prop_assert!(diagnostics.is_sorted_by_key(|diagnostic| diagnostic.location.as_ref().map(|place| (place.line, place.column))));
        }
    }
}
