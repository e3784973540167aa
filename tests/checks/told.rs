//! All that checking the shipped document finds, in both languages. `make golden` renews the files.

use std::fmt::Write;

use crate::common::{budgets, golden, repository};
use budget_lens::check::{Finding, Names, Report, Rule, Verdict, check, sentence};
use budget_lens::locale::{Lang, Locale};

/// The findings verdict by verdict, of each rule by rule; then the numbers that no rule covers.
fn whole(report: &Report, names: &Names, locale: Locale) -> String {
    let mut told = String::new();
    for verdict in Verdict::ALL {
        let about = locale.tr(verdict.name().0, verdict.name().1);
        writeln!(told, "# {about} {}\n", report.count(verdict)).unwrap();
        for rule in Rule::ALL {
            let is_it = |finding: &&Finding| finding.verdict == verdict && finding.rule == rule;
            let findings: Vec<_> = report.findings.iter().filter(is_it).collect();
            if !findings.is_empty() {
                let (zh, en) = rule.about().name;
                writeln!(told, "## {} {}\n", locale.tr(zh, en), findings.len()).unwrap();
                for finding in findings {
                    writeln!(told, "{}", sentence(finding, names, locale)).unwrap();
                }
                told.push('\n');
            }
        }
    }
    writeln!(told, "# {} {}\n", locale.tr("没有核对到", "not covered"), report.uncovered.len()).unwrap();
    for place in &report.uncovered {
        let path = names.path(*place, locale);
        writeln!(told, "{} · {} · {}", path.table, path.line, path.column).unwrap();
    }
    told
}

#[test]
fn every_finding_is_told_as_it_was() {
    let budget = budgets::official();
    let (report, names) = (check(&budget), Names::new(&budget));
    for (name, lang) in [("zh", Lang::Zh), ("en", Lang::En)] {
        let locale = Locale { lang, unit: budget.document.unit };
        let told = whole(&report, &names, locale);
        golden::held(&format!("tests/golden/official-findings-{name}.txt"), &told);
    }
}

/// The documentation's table of rules.
fn rules() -> String {
    let mut table = String::from("\n| `rule` | | | why |\n|---|---|---|---|\n");
    for rule in Rule::ALL {
        let about = rule.about();
        let (zh, en) = about.name;
        writeln!(table, "| `{}` | {zh} | {en} | {} |", about.id, about.reason.1).unwrap();
    }
    table + "\n"
}

#[test]
fn the_documentation_lists_every_rule() {
    let page = repository::text("docs/checks.md");
    let (before, rest) = page.split_once("<!-- rules -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- /rules -->").unwrap();
    golden::held("docs/checks.md", &[before, "<!-- rules -->\n", &rules(), "<!-- /rules -->", after].concat());
}

#[test]
fn every_rule_has_a_name_of_its_own() {
    let mut ids: Vec<_> = Rule::ALL.map(|rule| rule.about().id).into();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), Rule::ALL.len());
}
