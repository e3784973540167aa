//! `budget-lens template`: the workbook is one that the importer understands, once somebody has filled it in.

mod workbook;

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use crate::common::program::program;
use crate::common::{golden, repository, temporary};
use budget_lens::budget::{Budget, Kind};
use budget_lens::check::{Names, Verdict, check, sentence};
use budget_lens::import::{ImportOptions, Imported, Source, import, json};
use budget_lens::load;
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;
use workbook::{Workbook, number};

fn run(locale: &str, arguments: &[&str]) -> Output {
    program().env("LC_ALL", locale).args(arguments).output().unwrap()
}

/// A new template of a test's own.
fn template(name: &str) -> PathBuf {
    let path = temporary::folder(&format!("template-{name}")).join(name);
    let output = run("zh", &["template", "-o", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    path
}

/// The parts of what a class is spent from, by the headings of the table of income.
const FUNDS: [&str; 5] = ["一般公共预算", "政府性基金预算", "国有资本经营预算", "财政专户管理资金", "单位资金"];

/// What a class spends of a fund, and how much of it is basic, in hundredths: only the general public budget pays that.
fn spent(class: usize, fund: usize) -> (i64, i64) {
    let class = i64::try_from(class).unwrap();
    match fund {
        0 => (1_000 * class + 945, 600 * class + 345),
        1 | 2 => (if class == 11 { 40_000 } else { 0 }, 0),
        _ => (7 * class, 0),
    }
}

/// All of one class or, without one, of all: of the funds from the first, in all and what of it is basic.
fn sum(class: Option<usize>, funds: std::ops::Range<usize>) -> (i64, i64) {
    let classes = class.map_or(0..30, |class| class..class + 1);
    let all = classes.flat_map(|class| funds.clone().map(move |fund| spent(class, fund)));
    all.fold((0, 0), |(all, basic), (own, of_it)| (all + own, basic + of_it))
}

/// The amount of a cell, by the title of its table, its line and its heading.
fn amount(title: &str, line: &str, class: Option<usize>, heading: &str) -> i64 {
    let fund = |heading: &str| FUNDS.iter().position(|fund| *fund == heading);
    let of = |class: Option<usize>, funds: std::ops::Range<usize>| {
        let (all, basic) = sum(class, funds.clone());
        match heading {
            "基本支出" => basic,
            "项目支出" => all - basic,
            "上年结转" => 0,
            _ => fund(heading).map_or(all, |fund| if funds.contains(&fund) { sum(class, fund..fund + 1).0 } else { 0 }),
        }
    };
    let (_, basic) = sum(None, 0..1);
    // Operating costs 325.00 in all; the rest of what is basic pays the staff.
    let (staff, operating) = (basic - 32_500, 32_500);
    let item = |line: &str| match line {
        "基本工资" | "工资福利支出" => (staff, 0),
        "办公费" => (0, operating - 6_000),
        "公务接待费" => (0, 1_000),
        "公务用车运行维护费" => (0, 5_000),
        "商品和服务支出" => (0, operating),
        "合计" => (staff, operating),
        _ => (0, 0),
    };
    match title {
        "收支总表" | "财政拨款收支总表" => {
            let all = if title == "收支总表" { 0..5 } else { 0..3 };
            match line {
                "上年结转" | "年终结转" => 0,
                _ if fund(line).is_some() => sum(None, fund(line).unwrap()..fund(line).unwrap() + 1).0,
                _ => of(class, all),
            }
        }
        "一般公共预算支出表" => of(class, 0..1),
        "一般公共预算基本支出表" => match (heading, item(line)) {
            ("人员经费", (staff, _)) => staff,
            ("公用经费", (_, operating)) => operating,
            (_, (staff, operating)) => staff + operating,
        },
        "政府性基金预算支出表" => of(Some(11), 1..2),
        "国有资本经营预算表" => of(Some(11), 2..3),
        "“三公”经费支出表" => match (line, heading) {
            (_, "政府性基金预算" | "国有资本经营预算") => 0,
            ("公务接待费", _) => 1_000,
            ("公务用车购置及运行费" | "公务用车运行费", _) => 5_000,
            ("合计", _) => 6_000,
            _ => 0,
        },
        "机关运行经费表" if heading == FUNDS[0] || heading == "合计" => operating,
        "项目支出表" => match fund(heading) {
            Some(0) => sum(None, 0..1).0 - basic,
            Some(own) => sum(None, own..own + 1).0,
            None => sum(None, 0..5).0 - basic,
        },
        "机关运行经费表" | "政府采购预算表" => 0,
        _ => of(class, 0..5),
    }
}

/// The template as somebody has filled it in, and how many amounts they have written.
fn filled(bytes: &[u8]) -> (Vec<u8>, usize) {
    let mut book = Workbook::open(bytes);
    let mut count = 0;
    for (cell, text) in [("B1", "青石市民政局"), ("B2", "2026"), ("B3", "清河省青石市")] {
        book.write("封面", cell, text);
    }
    for (title, own) in [
        ("政府性基金预算支出表", &[("A6", "212"), ("B6", "城乡社区支出")][..]),
        ("国有资本经营预算表", &[("A6", "212"), ("B6", "城乡社区支出")]),
        ("项目支出表", &[("A6", "养老服务补助")]),
        ("政府采购预算表", &[("A6", "办公设备")]),
    ] {
        for (cell, text) in own {
            book.write(title, cell, text);
        }
    }
    let classes = book.column("收入总表", 'B');
    let class = |line: &str| -> Option<usize> { classes.iter().position(|class| class == line)?.checked_sub(5) };
    for title in book.titles() {
        for (cell, line, heading) in book.blank_amounts(&title).into_iter().filter(|(_, line, _)| !line.is_empty()) {
            book.write(&title, &cell, &number(amount(&title, &line, class(&line), &heading)));
            count += 1;
        }
    }
    (book.close(), count)
}

fn imported(bytes: &[u8]) -> Result<Imported, Vec<String>> {
    let source = Source { name: "部门预算.xlsx".into(), bytes: bytes.to_vec() };
    import(vec![source], &ImportOptions::default())
        .map_err(|refused| refused.into_iter().flat_map(|refused| refused.message).collect())
}

#[test]
fn what_is_filled_in_is_a_budget_of_every_table_with_every_amount() {
    let (bytes, written) = filled(&fs::read(template("filled.xlsx")).unwrap());
    let Imported { budget, report } = imported(&bytes).unwrap();
    let document = &budget.document;
    assert_eq!(
        (document.department.as_str(), document.year, document.region.as_deref()),
        ("青石市民政局", 2026, Some("清河省青石市"))
    );
    assert_eq!(document.title, "青石市民政局2026年预算");
    let unread: Vec<_> = report.unread.iter().map(|unread| &unread.message[0]).collect();
    let assumed: Vec<_> = report.assumed.iter().map(|assumed| &assumed.message[0]).collect();
    assert_eq!((unread, assumed), (vec![], vec![] as Vec<&String>));
    let kinds: Vec<_> = budget.tables.iter().map(|table| table.kind.unwrap()).collect();
    let usual = [Kind::Balance, Kind::Income, Kind::Expenditure, Kind::Appropriation, Kind::GeneralPublic];
    let special = [Kind::BasicEconomic, Kind::FundExpenditure, Kind::StateCapital, Kind::ThreePublic];
    let listed = [Kind::AgencyOperating, Kind::Projects, Kind::Procurement];
    assert_eq!(kinds, [&usual[..], &special, &listed].concat());
    for (table, digits) in budget.tables.iter().zip("一 二 三 四 五 六 七 八 九 十 十一 十二".split(' '))
    {
        assert_eq!(
            (table.title.as_str(), table.number.as_str()),
            (table.kind.unwrap().name().0, &*format!("表{digits}"))
        );
    }
    assert_eq!(amounts(&budget), written);
    // What is read opens as a budget, and nothing in it disagrees.
    let budget = load::read(json(&budget).as_bytes()).unwrap().budget;
    assert_eq!(mismatches(&budget), [""; 0]);
}

#[test]
fn the_one_that_is_published_with_the_page_is_what_the_command_writes() {
    let made = template("published.xlsx");
    let kept = repository::path("docs/template.xlsx");
    if golden::is_renewed() {
        fs::copy(&made, &kept).unwrap();
    }
    let [made, kept] = [made, kept].map(|path| Workbook::open(&fs::read(path).unwrap()));
    assert_eq!(made, kept, "docs/template.xlsx has changed. {}", golden::renewal());
}

#[test]
fn a_table_of_nothing_says_so_below_its_headings() {
    let mut book = Workbook::open(&fs::read(template("nothing.xlsx")).unwrap());
    book.write("封面", "B1", "青石市民政局");
    book.write("封面", "B2", "2026");
    for cell in ["B6", "B36", "B38", "D6", "D36", "D38"] {
        book.write("收支总表", cell, "120.50");
    }
    book.write("政府性基金预算支出表", "A6", "本表无数据");
    let Imported { budget, .. } = imported(&book.close()).unwrap();
    let empty: Vec<_> = budget.tables.iter().filter(|table| table.empty).map(|table| table.kind).collect();
    assert_eq!((empty, amounts(&budget)), (vec![Some(Kind::FundExpenditure)], 6));
}

/// What does not agree, in sentences.
fn mismatches(budget: &Budget) -> Vec<String> {
    let wrong = check(budget).findings.into_iter().filter(|finding| finding.verdict == Verdict::Mismatch);
    let names = Names::new(budget);
    wrong.map(|finding| sentence(&finding, &names, Locale { lang: Lang::Zh, unit: Unit::Wan })).collect()
}

fn amounts(budget: &Budget) -> usize {
    let lines = budget.tables.iter().flat_map(|table| &table.lines);
    lines.flat_map(|line| line.amounts.iter()).filter(|(_, amount)| amount.is_some()).count()
}

#[test]
fn an_empty_one_says_that_there_are_no_amounts_yet() {
    let path = template("empty.xlsx");
    assert_eq!(
        imported(&fs::read(&path).unwrap()).unwrap_err(),
        [
            "表里还没有金额。请填好金额、保存以后再打开。",
            "Its tables have no amounts yet. Please fill them in, save the file and open it again."
        ]
    );
    let output = run("C", &["check", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stdout).unwrap().contains("表里还没有金额。"));
}

#[test]
fn formulas_without_results_are_why_there_are_none() {
    let mut book = Workbook::open(&fs::read(template("formulas.xlsx")).unwrap());
    book.write_formula("支出总表", "C6", "D6+E6");
    let [zh, en] = &imported(&book.close()).unwrap_err()[..] else { panic!("one file") };
    assert!(zh.starts_with("表里还没有金额。") && zh.contains("1 个公式没有保存结果"), "{zh}");
    assert!(en.contains(" open it again. Sheet 支出总表 has 1 formulas without stored results"), "{en}");
}

#[test]
fn what_somebody_has_filled_in_is_not_written_over() {
    let path = template("kept.xlsx");
    let name = path.to_str().unwrap();
    fs::write(&path, "填好的").unwrap();
    let output = run("C", &["template", "-o", name]);
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), &b""[..]));
    assert!(String::from_utf8(output.stderr).unwrap().contains("已经有这个文件，没有写"));
    assert_eq!(fs::read_to_string(&path).unwrap(), "填好的");
}

#[test]
fn the_cover_speaks_the_readers_language_and_the_tables_are_as_published() {
    let path = template("en.xlsx");
    fs::remove_file(&path).unwrap();
    let output = run("en_US.UTF-8", &["template", "-o", path.to_str().unwrap()]);
    assert!(String::from_utf8(output.stdout).unwrap().contains("12 empty tables"));
    let book = Workbook::open(&fs::read(&path).unwrap());
    assert!(book.column("封面", 'A')[4].starts_with("1. Fill in"));
    assert_eq!(book.column("收支总表", 'A')[1], "收支总表");
}
