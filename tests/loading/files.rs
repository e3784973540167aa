//! Whatever is opened as a budget: a page, half a file, another encoding, random bytes. Always a
//! budget or a fault with its place, never a crash.

use crate::common::regressions::beside;
use crate::common::repository::text as file;
use budget_lens::load::{self, Diagnostic, DiagnosticKind, Loaded, MAX_BYTES, MAX_DEPTH, SourceLocation};
use proptest::prelude::*;

const BARE: &str = include_str!("../data/bare.json");

fn read(bytes: impl AsRef<[u8]>) -> Result<Loaded, Vec<Diagnostic>> {
    load::read(bytes.as_ref())
}

/// The only fault.
fn diagnostic(bytes: impl AsRef<[u8]>) -> Diagnostic {
    let mut diagnostics = read(bytes).expect_err("a sound file");
    assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
    diagnostics.remove(0)
}

#[allow(clippy::unnecessary_wraps)] // as faults hold it
fn location(line: usize, column: usize) -> Option<SourceLocation> {
    Some(SourceLocation { line, column, path: String::new() })
}

#[test]
fn the_files_that_are_shipped_are_sound() {
    for name in ["budget.json", "tests/data/odd.json", "tests/data/bare.json"] {
        let loaded = read(file(name)).unwrap_or_else(|diagnostics| panic!("{name}: {diagnostics:#?}"));
        assert!(loaded.warnings.is_empty(), "{name}: {:#?}", loaded.warnings);
    }
}

#[test]
fn a_file_with_nothing_in_it_is_empty() {
    for nothing in ["", " \r\n\t ", "\u{feff}", "\u{feff}\n"] {
        assert_eq!(diagnostic(nothing), Diagnostic::of_file(DiagnosticKind::Empty), "{nothing:?}");
    }
}

#[test]
fn a_web_page_is_no_budget() {
    assert_eq!(diagnostic("\n<!doctype html><title>404</title>"), Diagnostic::of_file(DiagnosticKind::WebPage));
}

#[test]
fn a_file_cut_off_anywhere_says_so() {
    let whole = file("budget.json").into_bytes();
    let mut cut_off = 0;
    for length in (0..whole.len()).step_by(1_000) {
        let diagnostics = read(&whole[..length]).expect_err("half a file");
        let [diagnostic] = &diagnostics[..] else { panic!("{length}: {diagnostics:?}") };
        cut_off += usize::from(diagnostic.kind == DiagnosticKind::CutOff);
    }
    let all = whole.len().div_ceil(1_000);
    assert!(cut_off >= all - 1, "{cut_off} of {all}: only the empty one is something else");
}

#[test]
fn the_end_of_half_a_file_is_where_it_is_mended() {
    assert_eq!(diagnostic("{\n \"format\": \"budget").location, location(2, 19));
    assert_eq!(diagnostic("{\n \"tables\": [ {},\n").location, location(2, 17));
    for half in
        ["{", "[", "{\"a\"", "{\"a\":", "{\"a\": 1", "{\"a\": 1,", "[1,", "[-", "[tru", "[1.", "\"a", "\"\\", "\"\\u00"]
    {
        assert_eq!(
            diagnostic(half),
            Diagnostic { location: location(1, half.len() + 1), kind: DiagnosticKind::CutOff },
            "{half}"
        );
    }
}

#[test]
fn text_in_another_encoding_is_told_at_its_first_byte() {
    let gbk = b"{\n \"format\": \"budget-lens/1\", \"\xb2\xbf\xc3\xc5\": 1}";
    assert_eq!(diagnostic(gbk), Diagnostic { location: location(2, 30), kind: DiagnosticKind::NotUtf8 });
    let utf16: Vec<_> = "\u{feff}{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(diagnostic(utf16).kind, DiagnosticKind::NotUtf8);
    assert_eq!(diagnostic(b"{\"\xe5\xb1").kind, DiagnosticKind::CutOff, "half a character");
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    assert!(read(format!("\u{feff}{BARE}")).is_ok());
    assert_eq!(diagnostic(format!("\u{feff}{}", BARE.replacen("2026", "x", 1))).location, location(5, 11));
}

#[test]
fn what_is_not_json_is_told_where_it_stands() {
    for (text, column) in [
        ("{'a': 1}", 2),
        ("{a: 1}", 2),
        ("[1, ]", 3),
        ("[1 2]", 3),
        ("[1,, 2]", 4),
        ("[] []", 4),
        ("// a\n[]", 1),
        ("[/* a */]", 2),
        ("[+1]", 2),
        ("[01]", 2),
        ("[.5]", 2),
        ("[5.]", 2),
        ("[0x1F]", 2),
        ("[1e]", 2),
        ("[\"\\x41\"]", 3),
        ("{\"a\" 1}", 6),
        ("{\"a\"，1}", 5),
        ("[1}", 3),
        ("]", 1),
        ("部门", 1),
    ] {
        let diagnostic = diagnostic(text);
        assert!(matches!(diagnostic.kind, DiagnosticKind::Syntax { .. }), "{text}: {diagnostic}");
        assert_eq!(diagnostic.location, location(1, column), "{text}: {diagnostic}");
    }
}

#[test]
fn a_nest_deeper_than_any_budget_is_refused() {
    let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert_eq!(diagnostic(deep(600)).kind, DiagnosticKind::TooDeep);
    assert_eq!(diagnostic("[".repeat(1_000_000)).kind, DiagnosticKind::TooDeep);
    assert!(matches!(diagnostic(deep(MAX_DEPTH - 1)).kind, DiagnosticKind::Unexpected { .. }), "read, but no budget");
}

#[test]
fn a_file_larger_than_any_budget_is_refused() {
    assert_eq!(diagnostic(vec![b' '; MAX_BYTES + 1]), Diagnostic::of_file(DiagnosticKind::TooLarge));
}

#[test]
fn a_hundred_thousand_lines_are_read() {
    let line =
        "{\"code\":\"2010101\",\"name\":\"行政运行\",\"amounts\":{\"total\":\"1234567.89\",\"basic\":1234567.89}},";
    let lines = line.repeat(10_000_000 / line.len() + 1);
    let text = BARE.replacen("\"lines\": [", &format!("\"lines\": [{lines}"), 1);
    assert!(text.len() > 10_000_000);
    let budget = read(text).unwrap().budget;
    assert!(budget.tables[0].lines.len() > 100_000);
    assert_eq!(budget.tables[0].lines[99_999].amounts.get("basic").unwrap().to_string(), "1234567.89");
}

/// A small document that has one of everything that JSON has.
const MIXED: &str = r#"{"a": [0, -1.50, 2e+3, true, false, null, {}], "\u90e8\ud83d\ude00": "\"\\\/\b\f\n\r\t门"}"#;

fn changed(text: &str, changes: Vec<(usize, u8, u8)>) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for (at, byte, how) in changes {
        let at = at % bytes.len();
        match how {
            0 => bytes[at] = byte,
            1 => bytes.insert(at, byte),
            _ => drop(bytes.remove(at)),
        }
    }
    bytes
}

fn changes(byte: impl Strategy<Value = u8>) -> impl Strategy<Value = Vec<(usize, u8, u8)>> {
    proptest::collection::vec((any::<usize>(), byte, 0..3_u8), 1..6)
}

proptest! {
    #![proptest_config(beside(ProptestConfig::default()))]

    #[test]
    fn a_file_with_random_bytes_in_it_is_a_budget_or_has_a_fault_in_it(changes in changes(any::<u8>())) {
        let bytes = changed(BARE, changes);
        if let Err(diagnostics) = read(&bytes) {
            prop_assert!(!diagnostics.is_empty());
            let text = String::from_utf8_lossy(&bytes);
            let lines: Vec<_> = text.split('\n').collect();
            for diagnostic in diagnostics {
                let Some(place) = &diagnostic.location else { continue };
                prop_assert!((1..=lines.len()).contains(&place.line), "{diagnostic}");
                prop_assert!((1..=lines[place.line - 1].chars().count() + 1).contains(&place.column), "{diagnostic}");
            }
        }
    }

    #[test]
    fn what_is_json_here_is_json_elsewhere(
        changes in changes(proptest::sample::select(b"{}[],:\"\\ \n019.-+eEutfnlrsbdD/x\x07\xff".to_vec()))
    ) {
        let bytes = changed(MIXED, changes);
        let Err(diagnostics) = read(&bytes) else { return Err(TestCaseError::fail("a budget")) };
        let json = !diagnostics.iter().any(|diagnostic| {
            use DiagnosticKind as P;
            matches!(diagnostic.kind, P::Syntax { .. } | P::CutOff | P::NotFinite | P::NotUtf8 | P::WebPage | P::Empty)
        });
        match serde_json::from_slice::<serde_json::Value>(&bytes) {
            Ok(_) => prop_assert!(json, "{diagnostics:?}"),
            // The only thing that it refuses and JSON does not.
            Err(error) => prop_assert!(!json || error.to_string().contains("out of range"), "{error}: {diagnostics:?}"),
        }
    }
}
