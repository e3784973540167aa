//! What an amount may be, and that it is kept to its last digit.

use budget_lens::load::{DiagnosticKind, Expected};

use super::{bare, diagnostics, read};

#[test]
fn a_number_too_long_to_be_exact_is_no_amount() {
    let long = bare("\"0.000001\"", &format!("\"{}\"", "1".repeat(40)));
    let expected = Expected::ShortDecimal;
    assert!(matches!(&diagnostics(&long)[..], [(_, DiagnosticKind::Unexpected { expected: e, .. })] if *e == expected));
    let places = bare("\"0.000001\"", "0.0000001");
    assert!(
        matches!(&diagnostics(&places)[..], [(_, DiagnosticKind::Unexpected { expected: e, .. })] if *e == expected)
    );
}

#[test]
fn an_amount_that_is_not_a_number_is_refused_as_a_word_and_as_a_text() {
    assert_eq!(diagnostics(&bare("\"0.000001\"", "NaN")), [(String::new(), DiagnosticKind::NotFinite)]);
    assert_eq!(diagnostics(&bare("\"0.000001\"", "-Infinity")), [(String::new(), DiagnosticKind::NotFinite)]);
    let [(path, problem)] = &diagnostics(&bare("\"0.000001\"", "\"NaN\""))[..] else { panic!("not one diagnostic") };
    assert_eq!(path, "/tables/0/lines/0/amounts/total");
    assert_eq!(*problem, DiagnosticKind::Unexpected { found: "\"NaN\"".into(), expected: Expected::Decimal });
    assert!(matches!(&diagnostics(&bare("\"0.000001\"", "1e5"))[..], [(_, DiagnosticKind::Unexpected { .. })]));
}

#[test]
fn an_amount_written_as_a_number_is_read_to_its_last_digit() {
    for number in ["0.1", "4560.06", "12345678901234.123456", "-0.50", "0", "999999999999999.999999", "61.00"] {
        let budget = read(&bare("\"0.000001\"", number)).unwrap().budget;
        let amount = budget.tables[0].lines[0].amounts.get("total").unwrap();
        assert_eq!(amount.to_string(), number);
    }
    let blank = read(&bare("\"0.000001\"", "null")).unwrap().budget;
    assert_eq!(blank.tables[0].lines[0].amounts.get("total"), None);
}
