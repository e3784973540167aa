//! What a citizen takes away in ten seconds: concrete things, last year beside this, whom to ask, and nothing untrue.

use crate::common::budgets;
use budget_lens::budget::Budget;
use budget_lens::check::{Names, Verdict, check, ids};
use budget_lens::figure::{Summary, checked, headline, summary};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;

const WORDS: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };

fn read(document: &str, tables: &str, more: &str) -> Budget {
    let json = format!(
        r#"{{"format":"budget-lens/1","document":{{"department":"青石市某局","year":2026,"title":"预算","unit":"万元"{document}}},
        "tables":[{tables}]{more}}}"#
    );
    budgets::read(json)
}

fn table(number: &str, kind: &str, lines: &str) -> String {
    let columns = r#"[{"id":"total","name":"合计"}]"#;
    format!(
        r#"{{"number":"{number}","title":"{number}","kind":"{kind}","unit":"万元","columns":{columns},"lines":[{lines}]}}"#
    )
}

/// Lines `code name amount`, and their printed total.
fn lines(all: &[(&str, &str, &str)], total: &str) -> String {
    let line = |(code, name, amount): &(&str, &str, &str)| {
        let code = if code.is_empty() { String::new() } else { format!(r#""code":"{code}","#) };
        format!(r#"{{{code}"name":"{name}","amounts":{{"total":"{amount}"}}}}"#)
    };
    let total = format!(r#"{{"name":"合计","role":"total","amounts":{{"total":"{total}"}}}}"#);
    all.iter().map(line).chain([total]).collect::<Vec<_>>().join(",")
}

fn expenditure() -> String {
    let all =
        [("201", "一般公共服务支出", "950.00"), ("20103", "办公厅事务", "940.00"), ("20111", "纪检事务", "10.00")];
    table("表三", "expenditure", &lines(&[&all[..], &[("208", "社会保障支出", "50.00")]].concat(), "1000.00"))
}

fn told(summary: &Summary) -> String {
    summary.largest.as_ref().map(|largest| largest.describe(WORDS)).unwrap_or_default()
}

#[test]
fn the_largest_are_projects_and_items_where_these_are_all_that_is_spent() {
    let projects = table("表十", "projects", &lines(&[("", "食堂", "500.00"), ("", "网络", "100.00")], "600.00"));
    let items = lines(&[("30101", "基本工资", "290.00"), ("30201", "办公费", "110.00")], "400.00");
    let items = table("表六", "basic-economic", &items);
    let both = read("", &[expenditure(), projects.clone(), items].join(","), "");
    assert_eq!(
        told(&summary(&both, WORDS)),
        "最大的三笔（项目和日常开支一起比）：食堂 500.00 万元、基本工资 290.00 万元、办公费 110.00 万元。"
    );
    // Of what the other 400 are for only the classes tell; the largest projects may not be the largest things.
    let one = read("", &[expenditure(), projects].join(","), "");
    let expected = "主要用在：办公厅事务 940.00 万元、社会保障 50.00 万元、纪检事务 10.00 万元。";
    assert_eq!(told(&summary(&one, WORDS)), expected);
}

#[test]
fn last_year_is_derived_and_says_so_and_the_reason_is_the_documents() {
    let stated = r#","statements":[{"section":"一","subject":"expenditure","name":"支出","amount":"1000.00","change":"250.00","rate":"33.33","reason":"新建了档案馆。"}]"#;
    let change = summary(&read("", &expenditure(), stated), WORDS).change.unwrap();
    assert_eq!(change.answer, "比上年多 250 万元（+33.3%）。");
    let years: Vec<_> =
        change.years.iter().map(|year| format!("{} {} {}", year.name, year.amount, year.length)).collect();
    assert_eq!(years, ["2025 推算 750.00 万元 750", "2026 年 1,000.00 万元 1000"]);
    assert_eq!(change.reason.as_deref(), Some("新建了档案馆"));
    assert_eq!(change.unsaid.as_deref(), Some("文件没有写明具体增加了哪些。"));
    assert_eq!(summary(&read("", &expenditure(), ""), WORDS).change, None);
}

#[test]
fn a_total_is_put_in_relation_to_somebody() {
    let exact = |document| summary(&read(document, &expenditure(), ""), WORDS).relation;
    assert_eq!(exact(""), ["约合每天 2.74 万元（本页计算）"]);
    let place = r#","region":"青石市","population":"200000","region_total":"40000""#;
    assert_eq!(exact(place), ["约合每位居民 50 元（本页计算）", "占青石市全部预算的 2.50%（本页计算）"]);
}

#[test]
fn who_is_to_be_asked_is_said_or_that_the_file_does_not_say_it() {
    let asking = |document| summary(&read(document, &expenditure(), ""), WORDS).asking;
    let none = asking(r#","url":"javascript:alert(1)""#);
    assert_eq!((none.url, none.said.len()), (None, 0));
    assert_eq!(
        none.lacking.as_deref(),
        Some("这份文件没有写原件的网址、公布日期、联系方式。原件和联系电话，一般在公布单位网站的“预决算公开”栏里。")
    );
    let all = r#","url":"https://example.gov.cn/a.pdf","published":"2026-02-09","publisher":"青石市财政局","contact":"办公室 0349-0000""#;
    let all = asking(all);
    assert_eq!(all.url.as_deref(), Some("https://example.gov.cn/a.pdf"));
    assert_eq!(all.said, ["青石市财政局于 2026-02-09 公布", "有疑问找：办公室 0349-0000"]);
    assert_eq!(all.lacking, None);
}

#[test]
fn what_it_is_and_does_is_the_first_duty_that_not_everybody_has() {
    let what = |profile: &str| headline(&read("", &expenditure(), &format!(r#","profile":{profile}"#)), WORDS).what;
    let duties = r#"["贯彻执行国家的方针政策","负责全市档案的保管","办理其他事项"]"#;
    assert_eq!(what(&format!(r#"{{"duties":{duties}}}"#)).as_deref(), Some("负责全市档案的保管"));
    let nature = what(&format!(r#"{{"nature":"公益一类事业单位","duties":{duties}}}"#));
    assert_eq!(nature.as_deref(), Some("公益一类事业单位，负责全市档案的保管"));
    assert_eq!(what(r#"{"duties":["贯彻执行国家的方针政策"]}"#), None);
}

#[test]
fn mismatches_stand_among_the_first_numbers() {
    let wrong = expenditure().replace("\"940.00\"", "\"930.00\"");
    let fact = |budget: &Budget| checked(&check(budget), budget, WORDS).unwrap();
    let (right, wrong) = (fact(&read("", &expenditure(), "")), fact(&read("", &wrong, "")));
    assert_eq!((right.value.as_str(), right.alarming), ("没有不符", false));
    assert!(wrong.alarming && wrong.detail == "处不符" && wrong.figure == "checks", "{wrong:?}");
}

#[test]
fn what_the_department_explains_is_counted_among_the_first_numbers() {
    // Two sums that are wrong each for itself.
    let projects = table("表十", "projects", &lines(&[("", "食堂", "500.00"), ("", "网络", "100.00")], "660.00"));
    let tables = [expenditure().replace("\"940.00\"", "\"930.00\""), projects].join(",");
    let ids = {
        let budget = read("", &tables, "");
        let report = check(&budget);
        let wrong = report.findings.iter().filter(|finding| finding.verdict == Verdict::Mismatch).count();
        assert!(wrong > 1, "{wrong}");
        let names = ids(&report, &Names::new(&budget));
        let wrong = names.into_iter().zip(&report.findings).filter(|(_, finding)| finding.verdict == Verdict::Mismatch);
        wrong.map(|(id, _)| id).collect::<Vec<_>>()
    };
    let told = |explained: &[String], lang| {
        let entries: Vec<_> = explained.iter().map(|id| format!(r#""{id}":"印错了。""#)).collect();
        let budget = read("", &tables, &format!(r#","explanations":{{{}}}"#, entries.join(",")));
        let fact = checked(&check(&budget), &budget, Locale { lang, ..WORDS }).unwrap();
        assert_eq!(fact.value, ids.len().to_string());
        fact.detail
    };
    assert_eq!(told(&[], Lang::Zh), "处不符");
    assert_eq!(told(&ids[..1], Lang::Zh), "处不符，其中 1 处单位有说明");
    assert_eq!(told(&ids[..1], Lang::En), "do not agree, 1 of them explained by the department");
    assert_eq!(told(&ids, Lang::Zh), "处不符，单位都有说明");
}
