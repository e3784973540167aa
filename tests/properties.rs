//! What holds for every budget, however odd: shares, layouts, scenes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

use std::collections::HashSet;

use budget_lens::budget::Budget;
use budget_lens::chart::{Frame, every};
use budget_lens::export::picture::{self, About, picture};
use budget_lens::export::portrait::{self, portrait};
use budget_lens::figure::{
    Asked, Branch, Choice, Entry, Figure, Flow, Level, Link, Plot, TieCell, Ties, Verdict, figures, name,
};
use budget_lens::layout::{spans, width};
use budget_lens::load;
use budget_lens::money::{Amount, Money, Unit, shares};
use budget_lens::scene::{Anchor, Point, Rect, Scene, Shape};
use budget_lens::words::{Lang, Words};
use proptest::prelude::*;

/// A line's total, basic and project cells.
type Cells = (Option<String>, Option<String>, Option<String>);

/// Amounts as budgets print them: mostly usual, some nothing, some negative, some enormous or tiny.
fn amount() -> impl Strategy<Value = Option<String>> {
    prop_oneof![
        6 => (1_u64..100_000_000).prop_map(|n| Some(format!("{}.{:02}", n / 100, n % 100))),
        1 => Just(Some("0.00".into())),
        1 => Just(None),
        1 => (1_u64..1_000_000).prop_map(|n| Some(format!("-{}.{:02}", n / 100, n % 100))),
        1 => Just(Some("999999999999999.99".into())),
        1 => Just(Some("0.000001".into())),
    ]
}

fn cell(id: &str, amount: Option<&String>) -> String {
    amount.map_or_else(|| format!("\"{id}\":null"), |amount| format!("\"{id}\":\"{amount}\""))
}

/// A document with these lines of (total, basic, project) and a printed total of its own.
fn document(lines: &[Cells], total: Option<&String>, unit: &str) -> Budget {
    let line = |(i, (total, basic, project)): (usize, &Cells)| {
        let cells =
            [cell("total", total.as_ref()), cell("basic", basic.as_ref()), cell("project", project.as_ref())].join(",");
        format!(r#"{{"code":"{}","name":"第{i}类支出","amounts":{{{cells}}}}}"#, 201 + i)
    };
    let mut printed: Vec<_> = lines.iter().enumerate().map(line).collect();
    printed.push(format!(
        r#"{{"name":"合计","role":"total","amounts":{{{},{}}}}}"#,
        cell("total", total),
        cell("basic", total)
    ));
    let columns =
        r#"[{"id":"total","name":"合计"},{"id":"basic","name":"基本支出"},{"id":"project","name":"项目支出"}]"#;
    let table = |number, kind, lines: &str| {
        format!(
            r#"{{"number":"{number}","title":"表","kind":"{kind}","unit":"{unit}","columns":{columns},"lines":[{lines}]}}"#
        )
    };
    let lines = printed.join(",");
    let json = format!(
        r#"{{"format":"budget-lens/1","document":{{"department":"局","year":2026,"title":"预算","unit":"{unit}"}},"tables":[{},{}]}}"#,
        table("表一", "expenditure", &lines),
        table("表二", "three-public", &lines),
    );
    load::read(json.as_bytes()).unwrap_or_else(|faults| panic!("{faults:#?}\n{json}")).budget
}

fn corners(shape: &Shape) -> Vec<Point> {
    let of = |r: &Rect| vec![Point { x: r.x, y: r.y }, Point { x: r.x + r.width, y: r.y + r.height }];
    match shape {
        Shape::Rect(rect, radius) => {
            assert!(rect.width >= 0.0 && rect.height >= 0.0 && *radius >= 0.0);
            of(rect)
        }
        Shape::Dashed(rect) => of(rect),
        Shape::Polygon(points) => points.clone(),
        Shape::Line(from, to, _) => vec![*from, *to],
        Shape::Circle(c, r) => vec![Point { x: c.x - r, y: c.y - r }, Point { x: c.x + r, y: c.y + r }],
        Shape::Text { at, text, size, anchor, .. } => {
            let width = width(text, *size);
            vec![*at, Point { x: if *anchor == Anchor::Start { at.x + width } else { at.x - width }, ..*at }]
        }
    }
}

/// Every figure, at this width, undrilled and drilled, stays inside its canvas and is never NaN.
fn stays_inside(budget: &Budget, width: f64, text: f64) {
    let codes = budget.tables.iter().flat_map(|table| &table.lines).filter_map(|line| line.code.clone());
    for code in codes.take(2).chain([String::new()]) {
        let mut asked = Asked::default();
        asked.set(Choice::new(name::CODE, code));
        for unit in Unit::CHOICE {
            let words = Words { lang: Lang::Zh, unit };
            for figure in figures(budget, &asked, words) {
                if figure.plot != Plot::None {
                    is_inside(&figure, words, Frame { width, text });
                }
                sent_on(&figure, words);
            }
        }
    }
}

/// The figure as a picture to be sent on, whose words stay inside it whoever's budget it is.
fn sent_on(figure: &Figure, words: Words) {
    let name = "（2026年）incomprehensibilities general public services 局".repeat(figure.legend.len() % 4);
    let address = Some(String::from("https://a.gov.cn/") + &"%E9%A2%84".repeat(figure.legend.len() % 40));
    let about = About { occasion: "2026 年部门预算".into(), department: name.clone(), host: name, address };
    let drawn = picture(figure, every(figure, words, picture::FRAME), &about, words);
    holds_inside(figure.id, &drawn);
    let drawn = portrait(figure, every(figure, words, portrait::FRAME), &about, words);
    holds_inside(figure.id, &drawn);
    let sizes = drawn.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text { size, .. } => Some(*size),
        _ => None,
    });
    // Numbers are never cut: enormous ones are small.
    let least = sizes.fold(f64::MAX, f64::min) * portrait::SCALE;
    assert!(least > 28.0 || figure.entries.iter().any(|e| e.amount.len() > 18), "{}: letters of {least}", figure.id);
}

/// The figure's drawing, which stays inside its canvas and is never NaN.
fn is_inside(figure: &Figure, words: Words, frame: Frame) -> Scene {
    let drawn = every(figure, words, frame);
    holds_inside(figure.id, &drawn);
    for (entry, rect) in &drawn.targets {
        assert!(*entry < figure.entries.len());
        assert!(rect.x >= 0.0 && rect.y >= 0.0 && rect.width >= 0.0 && rect.height >= 0.0, "{rect:?}");
        assert!(rect.x + rect.width <= drawn.width + 0.01, "{rect:?}");
    }
    drawn
}

fn holds_inside(id: &str, drawn: &Scene) {
    let width = drawn.width;
    assert!(drawn.height.is_finite() && drawn.height > 0.0, "{id}: height {}", drawn.height);
    // No browser paints a canvas of more than 65,535 pixels; a phone has three a CSS pixel.
    assert!(drawn.height * 3.0 < 65_536.0, "{id}: height {}", drawn.height);
    for mark in &drawn.marks {
        for Point { x, y } in corners(&mark.shape) {
            let inside = (-0.01..=drawn.width + 0.01).contains(&x) && (-0.01..=drawn.height + 0.01).contains(&y);
            assert!(inside, "{id} at {width}: ({x}, {y}) of {mark:?} in {} × {}", drawn.width, drawn.height);
        }
    }
}

/// The same entries in each form that shows many parts: one branch and several, two, three and four
/// columns, the lens below two levels.
fn forms(amounts: &[Option<String>], words: Words) -> Vec<Figure> {
    let money = |amount: &String| Money::new(Amount::parse(amount).unwrap(), Unit::Wan);
    let entry = |(i, amount): (usize, &Option<String>)| {
        let name = ["行政单位离退休", "（2026年）", "general affairs of the office"][i % 3].repeat(i % 4);
        Entry { series: i % 9, ..Entry::ours(&name, amount.as_ref().map(money), words) }
    };
    let entries: Vec<_> = amounts.iter().enumerate().map(entry).collect();
    let all: Vec<_> = (0..entries.len()).collect();
    let groups = |size: usize| all.chunks(size.max(1)).map(<[usize]>::to_vec).collect::<Vec<_>>();
    let branches = |size| {
        let branch = |parts| Branch { label: "商品和服务支出".into(), parts };
        Plot::Treemap(groups(size).into_iter().map(branch).collect())
    };
    let flow = |count: usize| {
        let columns = groups(entries.len().div_ceil(count));
        let of_column = |ids: &[Vec<usize>]| {
            let link =
                |(from, to): (usize, usize)| Some(Link { from, to, money: entries[to].money.or(entries[from].money)? });
            let ends = ids[0].iter().cycle().zip(ids[1].iter().chain(&ids[1]));
            ends.map(|(from, to)| (*from, *to)).filter_map(link).collect::<Vec<_>>()
        };
        let links = columns.windows(2).flat_map(of_column).collect();
        Plot::Flow(Flow { columns, links })
    };
    let level = |chosen: usize| Level { parts: all.clone(), chosen };
    let lens = Plot::Drill(vec![level(0), level(entries.len() / 2)], all.clone());
    let plots = [branches(entries.len()), branches(7), flow(1), flow(2), flow(3), flow(4), lens];
    plots.map(|plot| Figure { id: "form", entries: entries.clone(), plot, ..Figure::default() }).into()
}

/// Every form stays inside its canvas, and every positive entry can be pointed at.
fn can_be_pointed_at(amounts: &[Option<String>], width: f64, text: f64) {
    let words = Words { lang: Lang::Zh, unit: Unit::Wan };
    for figure in forms(amounts, words) {
        let drawn = is_inside(&figure, words, Frame { width, text });
        assert!(drawn.targets.iter().all(|(_, rect)| rect.y + rect.height <= drawn.height + 0.01));
        let found: HashSet<_> = drawn.targets.iter().map(|(entry, _)| *entry).collect();
        for (i, entry) in figure.entries.iter().enumerate() {
            let positive = entry.money.is_some_and(|money| !money.is_zero() && !money.is_negative());
            assert!(!positive || found.contains(&i), "{} has no target in {:?}", entry.amount, figure.plot);
        }
    }
}

/// A map of ties between so many tables, with ties wherever `outcome` has one for a row and a column.
fn ties(tables: usize, outcome: impl Fn(usize, usize) -> Option<Verdict>) -> Figure {
    let mut figure = Figure { id: "ties", ..Figure::default() };
    let name = |i: usize| ["说明", "表二十一", "（2026年）部门整体支出绩效目标申报表", "Table 7"][i % 4].into();
    let mut ties = Ties { names: (0..tables).map(name).collect(), cells: Vec::new() };
    for (row, column) in (0..tables).flat_map(|row| (0..=row).map(move |column| (row, column))) {
        if let Some(verdict) = outcome(row, column) {
            let count = (row * column * 9 + 1).to_string();
            ties.cells.push(TieCell { row, column, verdict, count, entry: figure.entries.len() });
            figure.entries.push(Entry::ours("", None, Words { lang: Lang::Zh, unit: Unit::Wan }));
        }
    }
    figure.plot = Plot::Ties(ties);
    figure
}

fn lines(most: usize) -> impl Strategy<Value = Vec<Cells>> {
    proptest::collection::vec((amount(), amount(), amount()), 0..most)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

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
        let Plot::Ties(ties) = &figure.plot else { unreachable!() };
        for (lang, text) in [(Lang::Zh, 14.0), (Lang::En, 14.0), (Lang::Zh, 18.0), (Lang::En, 18.0)] {
            let drawn = is_inside(&figure, Words { lang, unit: Unit::Wan }, Frame { width, text });
            let shown = |cell: &TieCell| drawn.targets.iter().any(|(entry, _)| *entry == cell.entry);
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
    let words = Words { lang: Lang::Zh, unit: Unit::Wan };
    for figure in forms(&many, words).into_iter().filter(|figure| matches!(figure.plot, Plot::Treemap(_))) {
        assert_eq!(is_inside(&figure, words, Frame { width: 324.0, text: 14.0 }).targets.len(), 2_000);
    }
}
