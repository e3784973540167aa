//! The list of what was found, its pages and addresses, and the map of the pairs of tables.

use budget_lens::check::{Verdict, check};
use budget_lens::figure::{Param, Query, Row, Section, locate_finding, param, report_figure};
use std::collections::BTreeSet;

use super::{ZH, figure, findings, front, listed, official, pages, rest, sections, ties};

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
    let wrong = sections(&budget, &report, &[(param::VERDICT, "mismatch")]);
    let told = |section: &Section| section.paragraphs[0].starts_with("可能的改法：");
    assert!(wrong.len() == 8 && wrong.iter().all(told), "{wrong:#?}");
    let heading = &rest(&figure(&budget, &report, &[(param::VERDICT, "mismatch")]))[0].clone();
    assert_eq!(heading.title, "不符：10 处，列成 8 条");
    assert!(sections(&budget, &report, &[(param::VERDICT, "rounding")]).iter().all(|section| !told(section)));
}

#[test]
fn all_findings_can_be_had_on_one_page_to_print() {
    let (budget, report) = official();
    let query: &[_] = &[(param::VERDICT, "holds")];
    let first = figure(&budget, &report, query);
    let all = first.sections.iter().flat_map(|section| &section.choices).find(|(text, _)| text == "全部列在一页");
    let (_, all) = all.expect("it is offered where there are more");
    let whole = figure(&budget, &report, &[query, &[(all.name, &all.value)]].concat());
    assert_eq!(findings(&whole).count(), 200, "the most on a page");
    let said = whole
        .sections
        .iter()
        .find(|section| section.title.starts_with("第 1–200 处"))
        .expect("that there are more is said");
    assert!(said.choices.iter().any(|(text, _)| text.contains("后面")));
    let few = figure(&budget, &report, &[(all.name, &all.value)]);
    assert_eq!(listed(&few), pages(&budget, &report, &[]), "fewer are all there");
    assert!(few.sections.iter().all(|section| section.choices.iter().all(|(text, _)| text != "全部列在一页")));
}

#[test]
fn on_the_map_a_table_without_a_number_is_called_by_its_kind() {
    let (mut budget, _) = official();
    for table in &mut budget.tables {
        table.number.clear();
    }
    budget.number_tables();
    let report = check(&budget);
    let names = ties(&figure(&budget, &report, &[])).names.clone();
    assert_eq!(names[..2], ["收支总表", "收入总表"], "{names:?}");
}

#[test]
fn a_finding_keeps_its_address_whatever_is_asked_for() {
    let (budget, report) = official();
    let titles: Vec<_> = report.findings.iter().map(|finding| finding.verdict.id()).collect();
    for verdict in Verdict::ALL {
        for section in findings(&figure(&budget, &report, &[(param::VERDICT, verdict.id())])) {
            let address = section.address.as_deref().unwrap();
            let i: usize = address.strip_prefix("checks-").unwrap().parse().unwrap();
            assert_eq!((titles[i - 1], section.badge.as_ref().unwrap().0), (verdict.id(), verdict.id()));
        }
        let count = pages(&budget, &report, &[(param::VERDICT, verdict.id())]).len();
        let causes = report.causes_of(verdict).count();
        assert_eq!(count, if causes > 0 { causes } else { report.count(verdict) });
    }
}

#[test]
fn an_address_finds_its_page_whatever_was_asked_for() {
    let (budget, report) = official();
    for address in ["checks-1", "checks-7", "checks-13", "checks-30", "checks-500"] {
        let mut query = Query::default();
        for choice in [Param::new(param::VERDICT, "mismatch"), Param::new(param::PAIR, "表三·说明")] {
            query.set(choice);
        }
        for choice in locate_finding(address) {
            query.set(choice);
        }
        let figure = report_figure(&report, &budget, &query, ZH).unwrap();
        assert!(listed(&figure).contains(&address), "{address}: {:?}", listed(&figure));
    }
    for nowhere in ["checks", "checks-", "checks-0", "checks-x", "checks-rules", "表三-201"] {
        assert!(locate_finding(nowhere).is_empty(), "{nowhere}");
    }
    // A page beyond the last is the last; nonsense is the first.
    assert!(listed(&figure(&budget, &report, &[(param::FINDINGS, "99999")])).len() <= 12 + 8);
    assert_eq!(listed(&figure(&budget, &report, &[(param::FINDINGS, "-5")]))[0], "checks-1");
    assert_eq!(listed(&figure(&budget, &report, &[(param::VERDICT, "nonsense"), (param::PAIR, "?")]))[0], "checks-1");
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
        let choice = entry.param.as_ref().unwrap();
        let found = pages(&budget, &report, &[(choice.name, &choice.value)]);
        assert_eq!(found.len().to_string(), cell.count, "{}", entry.name);
        let worst = figure(&budget, &report, &[(choice.name, &choice.value)]);
        let worst = findings(&worst).next().unwrap().badge.clone().unwrap().0;
        assert_eq!(worst == "mismatch", cell.verdict == Verdict::Mismatch, "{}", entry.name);
        assert!(cell.column <= cell.row && cell.row < map.names.len());
    }
    let families: usize = ["between", "within", "text", "forms", "document"]
        .map(|family| pages(&budget, &report, &[(param::RULES, family)]).len())
        .iter()
        .sum();
    assert_eq!(families, report.findings.len(), "each rule is of one family");
}

#[test]
fn what_is_chosen_is_said_and_can_be_taken_back() {
    let (budget, report) = official();
    let both = figure(&budget, &report, &[(param::VERDICT, "rounding"), (param::RULES, "text")]);
    let list = both.sections.iter().find(|section| section.address.as_deref() == Some("findings")).unwrap();
    assert_eq!(list.title, "尾差 · 文字：3 处");
    let back: Vec<_> = list.choices.iter().map(|(text, choice)| [text, " ", &choice.text()].concat()).collect();
    assert_eq!(back, ["不限结果 verdict=", "不限种类 rules="]);
    let rounding = &both.entries[both.legend[1]];
    assert_eq!((rounding.name.as_str(), rounding.param.as_ref().unwrap().value.as_str()), ("尾差", ""));
    let none = figure(&budget, &report, &[(param::VERDICT, "mismatch"), (param::PAIR, "表一·表二")]);
    assert_eq!(rest(&none)[0].title, "不符 · 表一与表二：没有这样的");
    assert!(listed(&none).is_empty());
}

#[test]
fn a_finding_opens_to_every_number_that_it_is_about() {
    let (budget, report) = official();
    let rounding = sections(&budget, &report, &[(param::VERDICT, "rounding"), (param::RULES, "within")]);
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

#[test]
fn mismatches_stand_in_front_by_kind_and_are_not_listed_twice() {
    let (budget, report) = official();
    let plain = figure(&budget, &report, &[]);
    let headings: Vec<_> = front(&plain).iter().filter(|section| section.badge.is_none()).collect();
    let titles: Vec<_> = headings.iter().map(|section| section.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "4 处，在 3 个项目里：绩效表写的成本比安排的钱多",
            "1 处：文字写的占比和算出来的不一样",
            "3 处，出于同一个原因：写的个数和实际的不一样",
            "2 处：绩效目标写的是别的项目",
            ""
        ]
    );
    let [meaning, others] = &headings[4].paragraphs[..] else { panic!("{:?}", headings[4].paragraphs) };
    assert!(meaning.contains("不等于钱用错了") && others.starts_with("另有 21 处只差四舍五入"), "{meaning} {others}");
    assert_eq!(front(&plain).iter().filter(|section| section.address.is_some()).count(), 8);
    assert!(
        rest(&plain).iter().all(|section| section.badge.as_ref().is_none_or(|(verdict, _)| *verdict != "mismatch"))
    );
    let fold = |figure: &budget_lens::figure::Figure| {
        figure.sections.iter().find(|section| section.holds_rest).unwrap().folded
    };
    assert!(fold(&plain));
    // Whoever asks for what is in the fold finds it open, and there each finding with its address.
    for query in [
        (param::VERDICT, "mismatch"),
        (param::FINDINGS, "cause-1"),
        (param::FIRST, "checks"),
        (param::FIGURE, "checks"),
    ] {
        assert!(!fold(&figure(&budget, &report, &[query])), "{query:?}");
    }
    let wrong = figure(&budget, &report, &[(param::VERDICT, "mismatch")]);
    assert!(front(&wrong).iter().all(|section| section.address.is_none()));
    assert_eq!(listed(&wrong).len(), 8);
}
