//! The figure of what the checks have found: its sentence, its list with its pages, its map, and the marks that lead
//! to it from wherever a number is shown.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use budget_lens::budget::Budget;
use budget_lens::check::{Finding, Names, Place, Report, Rule, Verdict, check};
use budget_lens::figure::{
    Asked, Choice, Figure, LATER, Plot, Row, Section, Ties, figures, locate_finding, marks, name, told,
};
use budget_lens::load;
use budget_lens::money::{Unit, text};
use budget_lens::words::{Lang, Words};

const ZH: Words = Words { lang: Lang::Zh, unit: Unit::Wan };
const EN: Words = Words { lang: Lang::En, unit: Unit::Wan };

fn read(json: &[u8]) -> Budget {
    load::read(json).unwrap_or_else(|faults| panic!("{faults:#?}")).budget
}

fn official() -> (Budget, Report) {
    let budget = read(&fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("budget.json")).unwrap());
    let report = check(&budget);
    (budget, report)
}

/// What the figure says where this is chosen.
fn figure(budget: &Budget, report: &Report, choices: &[(&'static str, &str)]) -> Figure {
    let mut asked = Asked::default();
    for (name, value) in choices {
        asked.set(Choice::new(name, *value));
    }
    told(report, budget, &asked, ZH).unwrap()
}

/// The findings that are listed, by their addresses.
fn listed(figure: &Figure) -> Vec<&str> {
    findings(figure).filter_map(|section| section.address.as_deref()).collect()
}

fn findings(figure: &Figure) -> impl Iterator<Item = &Section> {
    figure.sections.iter().filter(|section| section.badge.is_some())
}

/// All findings that are listed, page after page.
fn sections(budget: &Budget, report: &Report, choices: &[(&'static str, &str)]) -> Vec<Section> {
    let mut all = Vec::new();
    let mut from = "1".to_string();
    loop {
        let page = figure(budget, report, &[choices, &[(name::FINDINGS, from.as_str())]].concat());
        all.extend(findings(&page).cloned());
        let later = page.sections.iter().flat_map(|section| &section.choices).find(|(text, _)| text.contains("后面"));
        match later {
            Some((_, choice)) => from.clone_from(&choice.value),
            None => return all,
        }
    }
}

/// The addresses of those.
fn pages(budget: &Budget, report: &Report, choices: &[(&'static str, &str)]) -> Vec<String> {
    sections(budget, report, choices).into_iter().filter_map(|section| section.address).collect()
}

fn ties(figure: &Figure) -> &Ties {
    let Plot::Ties(ties) = &figure.plot else { panic!("no map of ties") };
    ties
}

/// A table of so many lines whose totals are not the sums of their columns.
fn wrong_lines(count: usize) -> Budget {
    let mut lines = String::new();
    for i in 0..count {
        let amounts = format!(r#"{{"total":"{}.00","basic":"3.00","project":"4.00"}}"#, 100 + i);
        write!(lines, r#"{{"name":"第{i}项","amounts":{amounts}}},"#).unwrap();
    }
    let columns =
        r#"[{"id":"total","name":"合计"},{"id":"basic","name":"基本支出"},{"id":"project","name":"项目支出"}]"#;
    let json = format!(
        r#"{{"format":"budget-lens/1","document":{{"department":"局","year":2026,"title":"预算","unit":"万元"}},
        "tables":[{{"number":"表三","title":"表","kind":"expenditure","unit":"万元","columns":{columns},"lines":[{}]}}]}}"#,
        lines.trim_end_matches(',')
    );
    read(json.as_bytes())
}

/// A report with so many findings of each verdict, worst first.
fn report(counts: [usize; 4]) -> Report {
    let finding =
        |verdict| Finding { rule: Rule::Total, verdict, compared: None, stated: vec![], terms: vec![], why: None };
    let all = Verdict::ALL.into_iter().zip(counts);
    let findings = all.flat_map(|(verdict, count)| (0..count).map(move |_| finding(verdict))).collect();
    Report { findings, uncovered: vec![Place::Table(0)], ..Report::default() }
}

#[test]
fn what_matters_comes_first_in_the_sentence() {
    let budget = wrong_lines(1);
    let said = |counts, words| told(&report(counts), &budget, &Asked::default(), words).unwrap().answer;
    for (counts, zh, en) in [
        ([0, 0, 0, 9], "应当对上的 9 处全部相符。", "All 9 places that should agree do."),
        (
            [0, 2, 0, 7],
            "应当对上的 9 处没有一处不符：2 处尾差（四舍五入所致），其余 7 处相符。",
            "Of 9 places that should agree, none is wrong: 2 differ by rounding only, and the other 7 agree.",
        ),
        (
            [0, 0, 1, 0],
            "应当对上的 1 处没有一处不符：1 处无法核对。",
            "Of 1 place that should agree, none is wrong: 1 cannot be checked.",
        ),
        (
            [1, 2, 3, 4],
            "应当对上的 10 处里，有 1 处不符，2 处尾差（四舍五入所致），3 处无法核对，其余 4 处相符。",
            "Of 10 places that should agree, 1 does not, 2 differ by rounding only, 3 cannot be checked, and the other 4 agree.",
        ),
        (
            [3, 0, 0, 4],
            "应当对上的 7 处里，有 3 处不符，其余 4 处相符。",
            "Of 7 places that should agree, 3 do not; the other 4 do.",
        ),
        ([3, 0, 0, 0], "应当对上的 3 处全都不符。", "None of the 3 places that should agree do."),
        (
            [3, 1, 0, 0],
            "应当对上的 4 处里，有 3 处不符，1 处尾差（四舍五入所致）。",
            "Of 4 places that should agree, 3 do not, 1 differs by rounding only.",
        ),
        (
            [0, 0, 0, 0],
            "文件里没有可以互相核对的数字。",
            "No two numbers of this document can be held against each other.",
        ),
    ] {
        assert_eq!(said(counts, ZH), zh);
        assert_eq!(said(counts, EN), en);
    }
}

#[test]
fn of_each_cause_the_lead_is_listed_with_the_way_to_the_others() {
    let (budget, report) = official();
    let address = |i: usize| format!("checks-{}", i + 1);
    let all = pages(&budget, &report, &[]);
    let unchecked = (0..report.findings.len()).filter(|i| report.findings[*i].verdict == Verdict::Unchecked);
    let leads = report.causes.iter().map(|cause| cause.lead);
    assert_eq!(all, leads.chain(unchecked).map(address).collect::<Vec<_>>(), "each once, what holds not at all");
    let mut shown = BTreeSet::new();
    for (cause, section) in report.causes.iter().zip(sections(&budget, &report, &[])) {
        assert_eq!(section.choices.len(), usize::from(cause.count > 1), "{}", section.title);
        let own = section.choices.first().map_or(vec![address(cause.lead)], |(text, choice)| {
            assert!(text.contains(&(cause.count - 1).to_string()), "{text}");
            listed(&figure(&budget, &report, &[(choice.name, &choice.value)])).into_iter().map(String::from).collect()
        });
        assert_eq!(own, (cause.lead..cause.lead + cause.count).map(address).collect::<Vec<_>>());
        shown.extend(own);
    }
    assert_eq!(shown.len(), report.count(Verdict::Mismatch) + report.count(Verdict::Rounding));
}

#[test]
fn what_would_mend_a_mismatch_is_told_below_it() {
    let (budget, report) = official();
    let wrong = sections(&budget, &report, &[(name::VERDICT, "mismatch")]);
    let told = |section: &Section| section.paragraphs[0].starts_with("可能的改法：");
    assert!(wrong.len() == 8 && wrong.iter().all(told), "{wrong:#?}");
    let heading = &figure(&budget, &report, &[(name::VERDICT, "mismatch")]).sections[0];
    assert_eq!(heading.title, "不符：10 处（8 个原因）");
    assert!(sections(&budget, &report, &[(name::VERDICT, "rounding")]).iter().all(|section| !told(section)));
}

#[test]
fn a_finding_keeps_its_address_whatever_is_asked_for() {
    let (budget, report) = official();
    let titles: Vec<_> = report.findings.iter().map(|finding| finding.verdict.id()).collect();
    for verdict in Verdict::ALL {
        for section in findings(&figure(&budget, &report, &[(name::VERDICT, verdict.id())])) {
            let address = section.address.as_deref().unwrap();
            let i: usize = address.strip_prefix("checks-").unwrap().parse().unwrap();
            assert_eq!((titles[i - 1], section.badge.as_ref().unwrap().0), (verdict.id(), verdict.id()));
        }
        let count = pages(&budget, &report, &[(name::VERDICT, verdict.id())]).len();
        let causes = report.causes_of(verdict).count();
        assert_eq!(count, if causes > 0 { causes } else { report.count(verdict) });
    }
}

#[test]
fn an_address_finds_its_page_whatever_was_asked_for() {
    let (budget, report) = official();
    for address in ["checks-1", "checks-7", "checks-13", "checks-30", "checks-500"] {
        let mut asked = Asked::default();
        for choice in [Choice::new(name::VERDICT, "mismatch"), Choice::new(name::PAIR, "表三·说明")] {
            asked.set(choice);
        }
        for choice in locate_finding(address) {
            asked.set(choice);
        }
        let figure = told(&report, &budget, &asked, ZH).unwrap();
        assert!(listed(&figure).contains(&address), "{address}: {:?}", listed(&figure));
    }
    for nowhere in ["checks", "checks-", "checks-0", "checks-x", "checks-rules", "表三-201"] {
        assert!(locate_finding(nowhere).is_empty(), "{nowhere}");
    }
    // A page beyond the last is the last; nonsense is the first.
    assert!(listed(&figure(&budget, &report, &[(name::FINDINGS, "99999")])).len() <= 12);
    assert_eq!(listed(&figure(&budget, &report, &[(name::FINDINGS, "-5")]))[0], "checks-1");
    assert_eq!(listed(&figure(&budget, &report, &[(name::VERDICT, "nonsense"), (name::PAIR, "?")]))[0], "checks-1");
}

#[test]
fn the_map_says_of_each_pair_what_its_list_holds() {
    let (budget, report) = official();
    let whole = figure(&budget, &report, &[]);
    let map = ties(&whole);
    assert_eq!(map.names[..3], ["表一", "表二", "表三"]);
    assert!(map.names.contains(&"说明".into()) && map.cells.len() > 20, "{:?}", map.names);
    for cell in &map.cells {
        let entry = &whole.entries[cell.entry];
        let choice = entry.choice.as_ref().unwrap();
        let found = pages(&budget, &report, &[(choice.name, &choice.value)]);
        assert_eq!(found.len().to_string(), cell.count, "{}", entry.name);
        let worst = figure(&budget, &report, &[(choice.name, &choice.value)]);
        let worst = findings(&worst).next().unwrap().badge.clone().unwrap().0;
        assert_eq!(worst == "mismatch", cell.verdict == Verdict::Mismatch, "{}", entry.name);
        assert!(cell.column <= cell.row && cell.row < map.names.len());
    }
    let families: usize = ["between", "within", "text", "forms", "document"]
        .map(|family| pages(&budget, &report, &[(name::RULES, family)]).len())
        .iter()
        .sum();
    assert_eq!(families, report.findings.len(), "each rule is of one family");
}

#[test]
fn what_is_chosen_is_said_and_can_be_taken_back() {
    let (budget, report) = official();
    let both = figure(&budget, &report, &[(name::VERDICT, "rounding"), (name::RULES, "text")]);
    let list = both.sections.iter().find(|section| section.address.as_deref() == Some("findings")).unwrap();
    assert_eq!(list.title, "尾差 · 文字：3 处");
    let back: Vec<_> = list.choices.iter().map(|(text, choice)| [text, " ", &choice.text()].concat()).collect();
    assert_eq!(back, ["不限结果 verdict=", "不限种类 rules="]);
    let rounding = &both.entries[both.legend[1]];
    assert_eq!((rounding.name.as_str(), rounding.choice.as_ref().unwrap().value.as_str()), ("尾差", ""));
    let none = figure(&budget, &report, &[(name::VERDICT, "mismatch"), (name::PAIR, "表一·表二")]);
    assert_eq!(none.sections[0].title, "不符 · 表一与表二：没有这样的");
    assert!(listed(&none).is_empty());
}

#[test]
fn a_finding_opens_to_every_number_that_it_is_about() {
    let (budget, report) = official();
    let rounding = sections(&budget, &report, &[(name::VERDICT, "rounding"), (name::RULES, "within")]);
    let is_it = |section: &&Section| section.title.contains("表三的项目支出");
    let grid = rounding.iter().find(is_it).unwrap().grid.as_ref().unwrap();
    let texts = |row: &Row| row.cells.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
    let rows: Vec<_> = grid.rows.iter().map(texts).collect();
    assert_eq!(rows[0], ["表三 · 合计 · 项目支出", "2,679.48 万元"]);
    assert_eq!(rows[1], ["表三 · 一般公共服务支出 · 项目支出", "2,671.39 万元"]);
    let end = &rows[rows.len() - 3..];
    assert_eq!(end, [["算出的数", "2,679.47 万元"], ["相差", "0.01 万元"], ["四舍五入最多能差", "0.015 万元"]]);
    assert_eq!(budget.address(grid.rows[0].cells[0].at.unwrap()), "表三-合计");
}

/// The cells that figures show, each with the place that it shows; in the tables, those that are printed there.
fn shown(budget: &Budget, words: Words) -> BTreeMap<Place, Vec<String>> {
    let mut shown: BTreeMap<_, Vec<String>> = BTreeMap::new();
    let figures = figures(budget, &Asked::default(), words);
    for figure in figures.iter().filter(|figure| figure.id != "checks") {
        let grids = figure.sections.iter().filter_map(|section| section.grid.as_ref()).chain([&figure.grid]);
        for cell in grids.flat_map(|grid| &grid.rows).flat_map(|row| &row.cells) {
            if let Some(at) = cell.at {
                shown.entry(at).or_default().push(cell.text.clone());
            }
        }
    }
    shown
}

#[test]
fn each_mark_stands_in_the_cell_that_its_finding_is_about() {
    let (budget, report) = official();
    for words in [ZH, EN] {
        let (all, shown) = (marks(&budget, &report, words), shown(&budget, words));
        assert!(all.len() > 20, "{}", all.len());
        for (place, mark) in &all {
            // What is said of a project and of none of its funds is marked at its name.
            let is_it = |at: Place| at == *place || at.project().map(Place::Project) == Some(*place);
            let told = |finding: &Finding| {
                matches!(finding.verdict, Verdict::Mismatch | Verdict::Rounding) && finding.places().any(is_it)
            };
            assert!(report.findings.iter().any(told), "{place:?}");
            if let Some((printed, _)) = place.printed(&budget) {
                let printed = text(printed.decimal());
                assert!(shown[place].contains(&printed), "{mark:?} stands at {:?}, not at {printed}", shown[place]);
            }
            let asks = locate_finding(mark.finding.strip_prefix('#').unwrap());
            assert!(!asks.is_empty() && ["mismatch", "rounding"].contains(&mark.verdict), "{mark:?}");
        }
        let names = Names::new(&budget);
        let total = all.iter().find(|(place, _)| {
            let path = names.ids(**place);
            [path.table, path.line, path.column] == ["表三", "合计", "project"]
        });
        assert_eq!(total.unwrap().1.verdict, "rounding");
    }
}

#[test]
fn many_thousands_of_findings_are_a_page_and_a_bounded_number_of_marks() {
    let budget = wrong_lines(20_000);
    let report = check(&budget);
    assert!(report.count(Verdict::Mismatch) >= 20_000);
    let start = Instant::now();
    let last = figure(&budget, &report, &[(name::FINDINGS, "19999")]);
    let marks = marks(&budget, &report, ZH);
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    assert!(listed(&last).len() <= 12 && marks.len() <= 2_000, "{} {}", listed(&last).len(), marks.len());
    assert!(marks.len() > 1_900);
    let rows: usize =
        last.sections.iter().filter_map(|section| section.grid.as_ref()).map(|grid| grid.rows.len()).sum();
    assert!(rows < 1_000, "{rows} rows");
}

#[test]
fn the_placeholder_has_the_name_and_the_place_of_the_figure() {
    let placeholder = LATER.iter().find(|question| question.id == "checks").unwrap();
    let (budget, report) = official();
    assert_eq!(
        (placeholder.answer)(&budget, &Asked::default(), ZH).unwrap().question,
        figure(&budget, &report, &[]).question
    );
}
