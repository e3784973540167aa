//! The findings as a document to print, to send or to hand in: black on white, no script, nothing from elsewhere.

mod counts;

use super::options::Options;
use super::text::{self, place_and_number, place_of, places_of};
use super::{Checked, Tally};
use crate::check::{Finding, Rule, Verdict, sentence};
use crate::cli::read::Unusable;
use crate::markup::{Element, Node, el};
use crate::money::Unit;
use crate::words::{Lang, Words};

const STYLE: &str = include_str!("report.css");

/// All before the first document.
pub fn head(options: &Options) -> String {
    let (language, title) = match options.lang {
        Lang::Zh => ("zh-CN", "部门预算核对报告"),
        Lang::En => ("en", "Budget check"),
    };
    [
        "<!DOCTYPE html>\n<html lang=\"",
        language,
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
        title,
        "</title>\n<style>\n",
        STYLE,
        "</style>\n</head>\n<body>\n",
    ]
    .concat()
}

/// All behind the last document: of several files, what each one counts for.
pub fn tail(files: &[(&str, Tally)], lang: Lang) -> String {
    let mut html = String::new();
    if !files.is_empty() {
        written(counts::overview(files, Words { lang, unit: Unit::Wan }), &mut html);
    }
    html + "</body>\n</html>\n"
}

/// One document.
pub fn told(checked: &Checked, options: &Options) -> String {
    let Checked { budget, report, words, .. } = checked;
    let document = &budget.document;
    let department = words.lang.name(&document.department, document.department_en.as_deref());
    let mut article = el("article")
        .child(el("h1").text(department))
        .child(el("p").class("title").text([&document.title, words.pick(" · 核对报告", " · check")].concat()))
        .child(el("p").class("file").text(words.say("文件：{0}", "File: {0}", &[checked.file])))
        .child(numbers(&Tally::of(report), *words));
    for verdict in Verdict::ALL.into_iter().filter(|verdict| options.all || *verdict != Verdict::Holds) {
        if report.count(verdict) > 0 {
            article = article.child(section(checked, verdict));
        }
    }
    if !report.uncovered.is_empty() {
        let places = report.uncovered.iter().map(|place| el("li").text(place_and_number(checked, *place)));
        let heading = words.pick("没有核对到的数字", "Numbers that no check covers");
        let why = words.pick(
            "这些数字在文件里只出现一次，没有别的数可以对，请对照原始资料。",
            "These stand in the document once, and nothing else in it says whether they are right.",
        );
        let list = el("ul").class("places").children(places);
        article = article.child(el("section").child(el("h2").text(heading)).child(el("p").text(why)).child(list));
    }
    let article = article.child(counts::rules(checked)).child(signatures(*words));
    let mut html = String::new();
    written(article, &mut html);
    html
}

/// A file that cannot be used: what is wrong with it.
pub fn unusable(file: &str, unusable: &Unusable, lang: Lang) -> String {
    let faults = unusable.faults.iter().map(|fault| fault.sentence(lang));
    let lines: Vec<_> = if unusable.faults.is_empty() { vec![unusable.told.clone()] } else { faults.collect() };
    let heading = lang.pick("不能用，没有核对", "Unusable, not checked");
    let list = el("ol").children(lines.into_iter().map(|line| el("li").text(line)));
    let article = el("article").child(el("h1").text(file)).child(el("p").class("title").text(heading)).child(list);
    let mut html = String::new();
    written(article, &mut html);
    html
}

fn written(element: Element, html: &mut String) {
    Node::from(element).write_html(html);
    html.push('\n');
}

/// What a verdict is called where it stands by itself.
fn name(verdict: Verdict, words: Words) -> String {
    let (zh, en) = verdict.name();
    words.opening(words.pick(zh, en).into())
}

/// The four counts, and a sentence on what they mean.
fn numbers(tally: &Tally, words: Words) -> Element {
    let count = |verdict: Verdict| {
        let number = el("b").text(tally.count(verdict).to_string());
        el("td").class(verdict.id()).child(number).child(el("span").text(name(verdict, words)))
    };
    let result = match (tally.count(Verdict::Mismatch), tally.count(Verdict::Rounding)) {
        (0, 0) => words.pick("没有发现不符。", "No mismatch was found."),
        (0, _) => words.pick(
            "没有发现不符；尾差由四舍五入造成，不必改。",
            "No mismatch was found; rounding differences need no change.",
        ),
        _ => words.pick(
            "不符的各处请逐一核实；尾差由四舍五入造成，不必改。",
            "Each mismatch should be looked into; rounding differences need no change.",
        ),
    };
    let row = el("tr").children(Verdict::ALL.map(count));
    let sentence = text::counts(tally, words) + words.pick("。", ". ") + result;
    el("div").class("numbers").child(el("table").child(el("tbody").child(row))).child(el("p").text(sentence))
}

/// The findings of one verdict, rule by rule.
fn section(checked: &Checked, verdict: Verdict) -> Element {
    let Checked { report, words, .. } = checked;
    let mut number = 0;
    let of_rule = |rule: Rule| {
        let is_it = move |finding: &&Finding| finding.rule == rule && finding.verdict == verdict;
        let about = rule.about();
        let name = words.pick(about.name.0, about.name.1);
        let reason = words.pick(about.reason.0, about.reason.1);
        let heading = el("th").attr("colspan", "3").text(name).child(el("small").text(reason));
        let row = |finding| {
            number += 1;
            row(number, finding, checked)
        };
        let rows = report.findings.iter().filter(is_it).map(row);
        el("tbody").child(el("tr").child(heading)).children(rows)
    };
    let rules = Rule::ALL.into_iter().filter(|rule| report.count_of(*rule, verdict) > 0);
    let heading = [&name(verdict, *words), " ", &report.count(verdict).to_string()].concat();
    let table = el("table").class("findings").children(rules.map(of_rule));
    el("section").class(verdict.id()).child(el("h2").text(heading)).child(table)
}

/// One finding: its number, where, and what.
fn row(number: usize, finding: &Finding, checked: &Checked) -> Element {
    let places = places_of(finding).map(|place| el("div").text(place_of(checked, place)));
    let told = sentence(finding, &checked.names, checked.words);
    let number = el("td").class("count").text(number.to_string());
    el("tr").child(number).child(el("td").children(places)).child(el("td").text(told))
}

/// Room for those who answer for it.
fn signatures(words: Words) -> Element {
    let rooms = [words.pick("核对", "Checked"), words.pick("复核", "Reviewed"), words.pick("日期", "Date")];
    el("p").class("signatures").children(rooms.map(|room| el("span").text(room)))
}
