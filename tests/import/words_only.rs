//! Official files of words alone: a department's narrative, whose tables are another file, is a budget; what only speaks of
//! one is none.

use crate::common::made::model::Model;
use crate::common::made::text_writer::{docx, html};
use budget_lens::budget::Budget;
use budget_lens::check::{Verdict, check};
use budget_lens::figure::{Figure, Query, figures, headline, overview, summary};
use budget_lens::import::{ImportOptions, Imported, Source, import, json};
use budget_lens::load;
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;

const TITLE: &str = "青石市园林局2026年度部门预算信息公开";

const NARRATIVE: &str = "第一部分 2026年度部门预算情况说明
    一、部门情况
    （一）主要职责
    （1）管护全市的公园、绿地和行道树，培育苗木。
    （2）组织市民认养古树。
    二、收入情况
    2026年度收入预算765.00万元，比2025年年初预算数700.00万元增加65.00万元，增长9.29%。主要原因是新开两座公园。
    （一）本年财政拨款收入620.00万元
    1.一般公共预算拨款收入620.00万元。
    2.政府性基金预算拨款收入0万元。
    3.国有资本经营预算拨款收入0万元。
    （二）本年其他资金收入105.00万元
    4.财政专户管理资金收入15.00万元。
    5.事业收入85.50万元。
    6.其他收入4.50万元。
    （三）上年结转结余40.00万元
    7.上年结转结余40.00万元。
    三、支出情况
    2026年支出预算765.00万元，比2025年年初预算数700.00万元增加65.00万元，增长9.29%。主要原因是苗圃改造。
    （一）基本支出预算450.00万元，占本年支出预算60.00%。
    （二）项目支出预算300.00万元，占本年支出预算40.00%。其中：
    1.事业单位经营支出20.00万元。
    2.上缴上级支出0万元。
    （三）年终结转结余资金15.00万元。
    四、“三公”经费情况
    2026年财政拨款“三公”经费预算12.50万元，比2025年年初预算减少0.50万元，下降3.85%，主要原因：少接待。其中：
    （一）因公出国（境）费用。2026年预算数0万元。
    （二）公务接待费。2026年预算数1.00万元，用于兄弟城市来访。
    （三）公务用车购置和运行维护费。2026年预算数11.50万元，包括公务用车购置费预算0万元、公务用车运行维护费预算11.50万元。
    五、其他情况
    （一）政府采购
    2026年政府采购预算总额200.00万元，其中：政府采购货物预算120.00万元，政府采购工程预算30.00万元，政府采购服务预算50.00万元。";

fn lines(title: &str, text: &str) -> String {
    [title].into_iter().chain(text.lines().map(str::trim)).collect::<Vec<_>>().join("\n")
}

fn imported(name: &str, bytes: Vec<u8>) -> Result<Imported, String> {
    let read = import(vec![Source { name: name.into(), bytes }], &ImportOptions::default());
    read.map_err(|refused| refused[0].message[0].clone())
}

fn budget(text: &str) -> Budget {
    imported("a.txt", lines(TITLE, text).into_bytes()).unwrap().budget
}

fn said(budget: &Budget, lang: Lang) -> Vec<Figure> {
    figures(budget, &Query::default(), Locale { lang, unit: Unit::Wan })
}

fn answer(figures: &[Figure], id: &str) -> String {
    figures.iter().find(|figure| figure.id == id).map(|figure| figure.answer.to_string()).unwrap_or_default()
}

#[test]
fn a_narrative_is_a_budget_without_tables_and_says_so() {
    let model = Model::of(&lines(TITLE, NARRATIVE));
    for (name, bytes) in [
        ("a.docx", docx(&model)),
        ("a.html", html(&model).into_bytes()),
        ("a.txt", lines(TITLE, NARRATIVE).into_bytes()),
    ] {
        let Imported { budget, report } = imported(name, bytes).unwrap();
        assert_eq!((budget.document.department.as_str(), budget.document.year), ("青石市园林局", 2026), "{name}");
        assert_eq!((budget.tables.len(), budget.procurement.len()), (0, 4), "{name}");
        assert_eq!((report.assumed[0].what, report.unread.len()), ("tables", 0), "{name}");
        assert!(report.assumed[0].message[0].starts_with("文件里没有预算表，金额都取自说明文字"), "{name}");
        assert!(load::read(json(&budget).as_bytes()).is_ok(), "{name}");
    }
}

#[test]
fn the_figures_are_those_of_the_text_and_lead_to_its_sections() {
    let budget = budget(NARRATIVE);
    let locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
    let head = headline(&budget, locale);
    assert_eq!((head.department.as_str(), head.total.as_deref()), ("园林局", Some("765.00")));
    assert!(head.at.is_some());
    let change = summary(&budget, locale).change.unwrap();
    assert_eq!((change.answer.as_str(), change.reason.as_deref()), ("比上年多 65 万元（+9.3%）。", Some("苗圃改造")));
    let figures = said(&budget, Lang::Zh);
    for (id, expected) in [
        ("structure", ""),
        ("basic-project", "基本支出 450.00 万元（58.8%），比项目支出多 150.00 万元。"),
        ("three-public", "“三公”经费共 12.50 万元，比上年减少 0.50 万元（−3.8%）。"),
        ("income", "收入共 765.00 万元，最多的来自一般公共预算拨款收入 620.00 万元（81.0%）。"),
        ("change", "2026 年支出比上年增加 65.00 万元（+9.3%）。"),
        ("procurement", "政府采购预算 200.00 万元，最多的是货物 120.00 万元（60.0%）。"),
        ("tables", "这份文件没有表格，只有文字；文字里的数字列在这里。"),
    ] {
        assert_eq!(answer(&figures, id), expected, "{id}");
    }
    let source = |id: &str| figures.iter().find(|figure| figure.id == id).unwrap().source.to_string();
    assert!(source("basic-project").starts_with("来源：情况说明“三”部分"));
    assert!(source("income").starts_with("来源：情况说明“二”部分"));
    let listed = overview(&budget, locale);
    assert_eq!((listed.total.map(|total| locale.number(total)).as_deref(), listed.printed), (Some("765.00"), true));
    assert_eq!(listed.basic.map(|share| share.to_string()).as_deref(), Some("58.82%"));
    let english = said(&budget, Lang::En);
    let parts = english.iter().find(|figure| figure.id == "basic-project").unwrap();
    assert!(parts.entries.iter().any(|entry| entry.name.contains("eft for next year") && entry.amount == "15.00"));
}

#[test]
fn what_stands_in_another_unit_is_told_in_its_own() {
    let budget = budget(&NARRATIVE.replace(".00万元", "0000元").replace(".50万元", "5000元"));
    assert_eq!(headline(&budget, Locale { lang: Lang::Zh, unit: Unit::Wan }).total.as_deref(), Some("765.00"));
    assert!(answer(&said(&budget, Lang::Zh), "basic-project").starts_with("基本支出 450.00 万元（58.8%）"));
}

#[test]
fn basic_expenditure_of_one_fund_is_no_part_of_all() {
    let text = "二、总体情况\n2026年收入预算900.00万元，支出预算900.00万元。\n三、一般公共预算情况
        2026年一般公共预算支出700.00万元，其中：基本支出500.00万元，项目支出200.00万元。";
    let figures = said(&budget(text), Lang::Zh);
    assert_eq!((answer(&figures, "basic-project"), answer(&figures, "income")), (String::new(), String::new()));
}

#[test]
fn what_only_speaks_of_a_budget_is_refused_as_before() {
    let words_only = "里面没有预算表，只有文字；表格可能在另一个文件里，请一起打开。";
    let none = "没有找到预算表。请打开部门预算的 PDF、Word 或 Excel 文件。";
    let passing = "2026年收入预算765.00万元，支出预算765.00万元。各表见附件。";
    let whole = NARRATIVE;
    for (title, text, expected) in [
        ("关于编制2026年部门预算的通知", "各单位的项目预算不得超过100.00万元，压减一般性支出5%。", none),
        ("青石市园林局2026年部门预算", "目录\n一、收入预算情况说明\n二、支出预算情况说明", words_only),
        ("青石市园林局2026年部门预算", "一、主要职责\n（一）管护绿地。", words_only),
        ("园林局今年的账", passing, none),
        ("青石市园林局2026年部门决算", whole, words_only),
        ("青石市2026年财政预算", whole, words_only),
    ] {
        assert_eq!(imported("a.txt", lines(title, text).into_bytes()).unwrap_err(), expected, "{title}");
    }
    let page = html(&Model::of(&lines("青石市园林局2026年部门预算", passing)));
    assert!(imported("a.html", page.into_bytes()).unwrap_err().starts_with("这是网页，里面没有预算表"));
    let pictures = html(&Model::of(&lines(TITLE, NARRATIVE))) + "<img src='a.png'>";
    assert!(imported("a.html", pictures.into_bytes()).unwrap_err().starts_with("文件里没有表格，只有文字和图片"));
    assert!(imported("a.txt", lines("青石市园林局2026年部门预算", passing).into_bytes()).is_ok());
}

#[test]
fn text_is_held_against_text() {
    let found = |text: &str| {
        let report = check(&budget(text));
        let bad = report.findings.iter().filter(|finding| finding.verdict == Verdict::Mismatch);
        (report.count(Verdict::Holds), bad.map(|finding| finding.rule.about().id).collect::<Vec<_>>())
    };
    let (holds, none) = found(NARRATIVE);
    assert!(holds >= 15 && none.is_empty(), "{holds} {none:?}");
    for (right, wrong, rule) in [
        ("7.上年结转结余40.00", "7.上年结转结余40.40", "stated-amount"),
        ("事业收入85.50", "事业收入58.50", "stated-parts"),
        ("公务接待费。2026年预算数1.00", "公务接待费。2026年预算数1.10", "stated-parts"),
        ("下降3.85%", "下降3.58%", "stated-rate"),
        ("政府采购工程预算30.00", "政府采购工程预算33.00", "stated-parts"),
    ] {
        let slipped = NARRATIVE.replacen(right, wrong, 1);
        assert_ne!(slipped, NARRATIVE, "{right}");
        assert!(found(&slipped).1.contains(&rule), "{wrong}: {:?}", found(&slipped).1);
    }
    // What is said of two things by one name, far from each other, accuses nobody.
    assert_eq!(found(&NARRATIVE.replacen("7.上年结转结余40.00", "7.上年结转结余4.00", 1)).1, Vec::<&str>::new());
}

#[test]
fn a_text_that_was_copied_line_by_line_is_read_as_a_whole() {
    const WIDTH: usize = 26;
    let mut broken = String::from(TITLE);
    for line in NARRATIVE.lines().map(str::trim) {
        for piece in line.chars().collect::<Vec<_>>().chunks(WIDTH) {
            broken.push('\n');
            broken.extend(piece);
        }
    }
    let numbers = |budget: &Budget| {
        let told = |own: &budget_lens::budget::Statement| format!("{} {:?} {:?}", own.subject, own.amount, own.change);
        budget.statements.iter().map(told).collect::<Vec<_>>()
    };
    let read = imported("a.txt", broken.into_bytes()).unwrap();
    assert_eq!(numbers(&read.budget), numbers(&budget(NARRATIVE)));
}
