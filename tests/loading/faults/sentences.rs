//! What is said of faults and of what is noted, in both languages.

use budget_lens::load::{DiagnosticKind, Expected};
use budget_lens::locale::Lang;

use super::{bare, notes, read, told};

#[test]
fn a_field_that_the_format_lacks_is_passed_over_and_noted_with_the_likely_one() {
    let note = |name: &str| notes(&bare("\"year\": 2026", &format!("\"year\": 2026, \"{name}\": [{{}}]")));
    let start = "line 5, column ";
    let text = |column, name: &str, like| {
        let path = format!("/document/{name}: the format has no field \"{name}\"; it was passed over.");
        [format!("{start}{column}, {path}{like}")]
    };
    assert_eq!(note("departement_en"), text(35, "departement_en", " Did you mean \"department_en\"?"));
    assert_eq!(note("Region-EN"), text(30, "Region-EN", " Did you mean \"region_en\"?"));
    assert_eq!(note("weather"), text(28, "weather", ""));
}

#[test]
fn what_seems_a_slip_is_noted_and_no_fault() {
    let kind = notes(&bare("\"kind\": null", "\"kind\": \"支出表格\""));
    assert!(
        kind.len() == 1 && kind[0].contains("/tables/2/kind") && kind[0].contains("the format has no kind"),
        "{kind:?}"
    );
    let total = notes(&bare("\"role\": \"total\",", ""));
    assert!(total.len() == 1 && total[0].contains("looks like a total"), "{total:?}");
}

#[test]
fn a_fault_says_what_to_do_where_that_is_plain() {
    let told = |from: &str, to: &str| read(&bare(from, to)).unwrap_err()[0].sentence(Lang::Zh);
    assert!(told("\"0.000001\"", "\"15,200.50\"").ends_with("请去掉千分位逗号。"));
    assert!(told("\"0.000001\"", "\"１２\"").ends_with("数字请用半角，不带单位。"));
    assert!(told("\"0.000001\"", "\"-\"").ends_with("没有数的格子请写 null。"));
    assert!(told("2026,", "2026").ends_with("这里好像少了一个逗号。"));
}

#[test]
fn a_megabyte_of_text_is_not_repeated_to_its_reader() {
    let [diagnostic] = &told(&bare("\"亿元\"", &format!("\"{}\"", "亿".repeat(400_000))))[..] else {
        panic!("not one")
    };
    assert!(diagnostic.len() < 600 && diagnostic.contains("亿亿…\""), "{diagnostic}");
}

#[test]
fn every_problem_is_told_in_both_languages() {
    let word = || String::from("§ {} 词");
    let unexpected = |expected| DiagnosticKind::Unexpected { found: word(), expected };
    let problems = [
        DiagnosticKind::NotFound,
        DiagnosticKind::Status(500),
        DiagnosticKind::Unreachable,
        DiagnosticKind::Unreadable,
        DiagnosticKind::OtherOrigin,
        DiagnosticKind::Empty,
        DiagnosticKind::WebPage,
        DiagnosticKind::TooLarge,
        DiagnosticKind::TooDeep,
        DiagnosticKind::NotUtf8,
        DiagnosticKind::CutOff,
        DiagnosticKind::Syntax { found: word(), expected: Expected::Value },
        DiagnosticKind::Syntax { found: word(), expected: Expected::Name },
        DiagnosticKind::Syntax { found: word(), expected: Expected::Escape },
        DiagnosticKind::Syntax { found: word(), expected: Expected::End },
        DiagnosticKind::Syntax { found: word(), expected: Expected::OneOf(&[":"]) },
        DiagnosticKind::NotFinite,
        DiagnosticKind::Version(word()),
        unexpected(Expected::Text),
        unexpected(Expected::Flag),
        unexpected(Expected::Whole(255)),
        unexpected(Expected::List),
        unexpected(Expected::Object),
        unexpected(Expected::Decimal),
        unexpected(Expected::ShortDecimal),
        unexpected(Expected::OneOf(&["a", "b"])),
        DiagnosticKind::Missing("name"),
        DiagnosticKind::Twice(word()),
        DiagnosticKind::Unknown { name: word(), like: None },
        DiagnosticKind::Unknown { name: word(), like: Some("name") },
        DiagnosticKind::TooWide,
        DiagnosticKind::NoColumn(word()),
        DiagnosticKind::ColumnTwice(word()),
        DiagnosticKind::WrongColumn(word()),
        DiagnosticKind::LikeTotal(word()),
    ];
    for problem in problems {
        let (zh, en) = (problem.sentence(Lang::Zh), problem.sentence(Lang::En));
        assert!(zh.ends_with(['。', '？']) && en.ends_with(['.', '?']), "{zh} {en}");
        // Each word that the problem holds is in its sentence, once; nothing is left to fill in.
        let words = format!("{problem:?}").matches("§ {} 词").count();
        assert!(zh.matches('§').count() == words && en.matches('§').count() == words, "{zh} {en}");
    }
    let expected = unexpected(Expected::OneOf(&["a", "b"]));
    assert_eq!(expected.sentence(Lang::Zh), "应为下列之一：\"a\"、\"b\"，实为 § {} 词。");
    let [diagnostic] = &read(&bare("2026", "\"\"")).unwrap_err()[..] else { panic!("not one diagnostic") };
    assert_eq!(diagnostic.sentence(Lang::Zh), "第 5 行第 11 列：应为 0 到 65535 的整数，实为 \"\"。整数不加引号。");
    assert_eq!(
        diagnostic.sentence(Lang::En),
        "Line 5, column 11: expected a whole number from 0 to 65535, found \"\". A whole number has no quotes."
    );
}
