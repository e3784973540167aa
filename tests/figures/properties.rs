//! What holds for every budget, however odd: shares, layouts, scenes.

mod inside;
mod made;

use crate::common::inside::is_inside;
use crate::common::regressions::beside;
use budget_lens::chart::ChartSize;
use budget_lens::figure::{CrossCheckCell, Plot, Verdict};
use budget_lens::layout::spans;
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::{Amount, Money, Unit, shares};
use inside::{can_be_pointed_at, stays_inside};
use made::{amount, document, forms, lines, ties, together};
use proptest::prelude::*;

proptest! {
    #![proptest_config(beside(ProptestConfig::with_cases(96)))]

    #[test]
    fn shares_add_up_to_what_is_stated(parts in proptest::collection::vec(-1_000_000_i64..100_000_000, 1..60), more in 1_i64..1_000) {
        let money = |n: i64| Money::new(Amount::parse(&n.to_string()).unwrap(), Unit::Wan);
        let sum: i64 = parts.iter().sum();
        let moneys: Vec<_> = parts.iter().copied().map(money).collect();
        // Of the parts' own sum they are exactly the whole; of another printed total the rounded share of it.
        for whole in [sum, sum + more] {
            let Some(shares) = shares(&moneys, money(whole)) else {
                prop_assert!(whole <= 0);
                continue;
            };
            let stated = (i128::from(sum) * 20_000 + i128::from(whole)).div_euclid(2 * i128::from(whole));
            prop_assert_eq!(shares.iter().map(|share| share.hundredths()).sum::<i128>(), stated);
            for (share, part) in shares.iter().zip(&parts) {
                let exact = i128::from(*part) * 10_000;
                let off = share.hundredths() * i128::from(whole) - exact;
                prop_assert!(off.abs() < i128::from(whole), "a share is off by a hundredth of a percent or more");
            }
        }
    }

    #[test]
    fn prices_of_the_same_year_change_nothing_and_each_times_the_count_is_the_whole(
        hundredths in -10_000_000_000_i64..10_000_000_000,
        index in 1_u32..10_000_000,
        count in 1_u32..2_000_000,
    ) {
        let decimal = |digits: String| Amount::parse(&digits).unwrap();
        let whole = Money::new(Amount::parse_long(&format!("{}{}.{:02}", if hundredths < 0 { "-" } else { "" }, hundredths.abs() / 100, hundredths.abs() % 100)).unwrap(), Unit::Wan);
        let index = decimal(format!("{}.{:03}", index / 1_000, index % 1_000));
        if !index.decimal().is_zero() {
            let (same, exact) = whole.scaled(&[index], &[index], Unit::Wan).unwrap();
            prop_assert!(exact && same == whole, "{same:?} of {whole:?}");
        }
        let (each, exact) = whole.scaled(&[], &[decimal(count.to_string())], Unit::Yuan).unwrap();
        // Half a hundredth of a yuan for each, in millionths.
        let off = each.millionths() * i128::from(count) - whole.millionths();
        prop_assert!(off.abs() <= i128::from(count) * 5_000, "{off} of {count}");
        prop_assert_eq!(exact, off == 0);
        let (there, _) = whole.scaled(&[index], &[decimal("100".into())], Unit::Yuan).unwrap();
        prop_assert_eq!(there.is_negative(), hundredths < 0 && !there.is_zero());
    }

    #[test]
    fn spans_never_leave_their_bar(values in proptest::collection::vec(prop_oneof![any::<f64>(), 0.0..1e9], 0..500), length in 0.0..2_000.0_f64) {
        let spans = spans(&values, length, 1.5, 2.0);
        prop_assert_eq!(spans.len(), values.len());
        for span in spans {
            prop_assert!(span.start >= 0.0 && span.length >= 0.0 && span.start + span.length <= length + 1e-6, "{span:?} of {length}");
        }
    }

    #[test]
    fn scenes_stay_inside_their_canvas(lines in lines(40), total in amount(), width in 60.0..1_400.0_f64, unit in prop::sample::select(vec!["元", "万元", "亿元"])) {
        stays_inside(&document(&lines, total.as_ref(), unit), width, 14.0);
        stays_inside(&document(&lines, total.as_ref(), unit), width, 18.0);
    }

    #[test]
    fn scenes_of_several_documents_stay_inside_their_canvas(one in lines(6), other in lines(6), total in amount(), width in 60.0..1_400.0_f64) {
        let [before, after] = [&one, &other].map(|lines| document(lines, total.as_ref(), "万元"));
        stays_inside(&together(&before, &after), width, 14.0);
    }

    #[test]
    fn every_positive_part_of_every_form_can_be_pointed_at(amounts in proptest::collection::vec(amount(), 1..60), width in 60.0..1_400.0_f64) {
        can_be_pointed_at(&amounts, width, 14.0);
        can_be_pointed_at(&amounts, width, 18.0);
    }

    #[test]
    fn maps_of_ties_stay_inside_and_show_what_does_not_agree(tables in 0_usize..100, bad in (0_usize..100, 0_usize..100), step in 1_usize..9, width in 60.0..1_400.0_f64) {
        let bad = (bad.0.max(bad.1), bad.0.min(bad.1));
        let figure = ties(tables, |row, column| match (row * 7 + column) % (step * 4) {
            _ if (row, column) == bad => Some(Verdict::Mismatch),
            0 => Some([Verdict::Holds, Verdict::Rounding][(row + column) % 2]),
            1 => Some(Verdict::Unchecked),
            _ => None,
        });
        let Plot::CrossCheckMatrix(ties) = &figure.plot else { unreachable!() };
        for (lang, text) in [(Lang::Zh, 14.0), (Lang::En, 14.0), (Lang::Zh, 18.0), (Lang::En, 18.0)] {
            let drawn = is_inside(&figure, Locale { lang, unit: Unit::Wan }, ChartSize { width, font_size: text });
            let shown = |cell: &CrossCheckCell| drawn.targets.iter().any(|(entry, _)| *entry == cell.entry);
            prop_assert!(ties.cells.iter().filter(|cell| cell.verdict == Verdict::Mismatch).all(shown));
            prop_assert!(drawn.targets.len() <= ties.cells.len());
        }
    }

    #[test]
    fn amounts_keep_every_digit_in_every_unit(n in -999_999_999_999_999_i64..999_999_999_999_999, places in 0_u32..6) {
        let digits = n.unsigned_abs().to_string();
        let padded = format!("{digits:0>width$}", width = places as usize + 1);
        let (whole, rest) = padded.split_at(padded.len() - places as usize);
        let printed = if places == 0 { whole.to_string() } else { format!("{whole}.{rest}") };
        let printed = if n < 0 { format!("-{printed}") } else { printed };
        let amount = Amount::parse(&printed).unwrap();
        prop_assert_eq!(amount.to_string(), printed);
        let money = Money::new(amount, Unit::Wan);
        for unit in Unit::CHOICE {
            // Only the decimal point moves: without zeros at the end the digits are the same.
            let digits = |number: String| number.replace(['.', '-'], "").trim_matches('0').to_string();
            let there = money.in_unit(unit).unwrap();
            prop_assert_eq!(digits(there.to_string()), digits(amount.to_string()));
        }
    }
}

#[test]
fn five_hundred_lines_and_none_at_all_can_be_drawn() {
    let many: Vec<_> = (0..500).map(|i| (Some(format!("{i}.50")), Some("1.00".into()), None)).collect();
    for width in [120.0, 324.0, 1_100.0] {
        stays_inside(&document(&many, Some(&"124750.00".into()), "万元"), width, 14.0);
        stays_inside(&document(&[], None, "元"), width, 14.0);
        stays_inside(&document(&many[..1], Some(&"0.00".into()), "亿元"), width, 14.0);
    }
}

#[test]
fn five_hundred_parts_one_and_none_have_every_form() {
    let many: Vec<_> = (0..500).rev().map(|i| Some(format!("{i}.50"))).collect();
    for (width, text) in [(120.0, 18.0), (324.0, 14.0), (324.0, 18.0), (1_100.0, 14.0)] {
        can_be_pointed_at(&many, width, text);
        can_be_pointed_at(&many[..1], width, text);
        can_be_pointed_at(&[Some("0.00".into()), Some("-3.00".into()), None], width, text);
    }
}

#[test]
fn a_treemap_of_two_thousand_parts_is_drawn() {
    let many: Vec<_> = (0..2_000).rev().map(|i| Some(format!("{i}.50"))).collect();
    let locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
    for figure in forms(&many, locale).into_iter().filter(|figure| matches!(figure.plot, Plot::Treemap(_))) {
        assert_eq!(is_inside(&figure, locale, ChartSize { width: 324.0, font_size: 14.0 }).targets.len(), 2_000);
    }
}
