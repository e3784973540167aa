//! The findings as a document to print, to send or to hand in: black on white, no script, nothing from elsewhere.

mod counts;
mod today;
mod unchecked;

use super::options::Options;
use super::text::{self, of_causes, place_and_number, places_of};
use super::{Checked, Tally, last_year};
use crate::check::{Cause, CauseKind, Finding, Verdict, followers, habit, headed, ids, mend};
use crate::cli::import::summary;
use crate::cli::path::NamedPath;
use crate::cli::read::{self, Unusable};
use crate::locale::{Lang, Locale};
use crate::markup::{Element, Node, el};
use crate::money::Unit;
use today::today;

const STYLE: &str = include_str!("report.css");

/// The HTML before the first document.
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

/// The HTML after the last document: of several files, the counts of each.
pub fn tail(files: &[(&NamedPath, Tally)], lang: Lang) -> String {
    let mut html = String::new();
    if !files.is_empty() {
        written(counts::overview(files, Locale { lang, unit: Unit::Wan }), &mut html);
    }
    html + "</body>\n</html>\n"
}

/// The HTML of one document.
pub fn render(checked: &Checked, options: &Options) -> String {
    let Checked { budget, report, locale, .. } = checked;
    let document = &budget.document;
    let department = locale.lang.name(&document.department, document.department_en.as_deref());
    let mut article = el("article")
        .child(el("h1").text(department))
        .child(el("p").class("title").text([&document.title, locale.tr(" · 核对报告", " · check")].concat()))
        .child(el("p").class("file").text(when(checked)))
        .children(
            checked.source.as_ref().and_then(|source| source.imported).map(|of| el("p").text(summary(of, locale.lang))),
        )
        .child(numbers(checked));
    if report.count(Verdict::Mismatch) > 0 {
        article = article.child(section(checked, Verdict::Mismatch));
    }
    article = article.children(last_year::section(checked, options));
    // Whoever signs has the mismatches before their eyes; all else is for those who want to know.
    article = article.children(notes(checked)).child(signatures(*locale));
    if report.count(Verdict::Unchecked) > 0 {
        article = article.child(unchecked::unchecked(checked));
    }
    let verdicts = [Verdict::Rounding].into_iter().chain(options.all.then_some(Verdict::Holds));
    for verdict in verdicts.filter(|verdict| report.count(*verdict) > 0) {
        article = article.child(section(checked, verdict));
    }
    if !report.uncovered.is_empty() {
        let places = report.uncovered.iter().map(|place| el("li").text(place_and_number(checked, *place)));
        let heading = locale.tr("附：没有核对到的数字", "Appendix: numbers that no check covers");
        let reason = locale.tr(
            "这些数字在文件里只出现一次，没有别的数可以对，请对照原始资料。",
            "These stand in the document once, and nothing else in it says whether they are right.",
        );
        let list = el("ul").class("places").children(places);
        article = article.child(el("section").child(el("h2").text(heading)).child(el("p").text(reason)).child(list));
    }
    let article = article.child(counts::rules(checked));
    let mut html = String::new();
    written(article, &mut html);
    html
}

/// What is odd about the file: it may be why numbers could not be checked.
fn notes(checked: &Checked) -> Option<Element> {
    let is_own = checked.source.as_ref().is_some_and(|source| source.imported.is_none());
    if checked.warnings.is_empty() || !is_own {
        return None;
    }
    let lang = checked.locale.lang;
    let list = el("ol").children(checked.warnings.iter().map(|note| el("li").text(note.sentence(lang))));
    let heading = lang.tr("这个文件要看一看的地方", "To be looked at in this file");
    Some(el("section").child(el("h2").text(heading)).child(list))
}

/// A file that cannot be used: what is wrong with it.
pub fn unusable(file: &NamedPath, unusable: &Unusable, lang: Lang) -> String {
    let lines: Vec<_> = match unusable {
        Unusable::Invalid(diagnostics) => diagnostics.iter().map(|diagnostic| diagnostic.sentence(lang)).collect(),
        Unusable::Refused(refused) => refused.iter().map(|refused| read::sentence(file, refused, lang)).collect(),
        Unusable::Unreadable(error) => vec![read::unreadable(file, error, lang)],
    };
    let heading = lang.tr("不能用，没有核对", "Unusable, not checked");
    let list = el("ol").children(lines.into_iter().map(|line| el("li").text(line)));
    let article = el("article").child(el("h1").text(&**file)).child(el("p").class("title").text(heading)).child(list);
    let mut html = String::new();
    written(article, &mut html);
    html
}

fn written(element: Element, html: &mut String) {
    Node::from(element).write_html(html);
    html.push('\n');
}

/// What a verdict is called where it stands by itself.
fn name(verdict: Verdict, locale: Locale) -> String {
    let (zh, en) = verdict.name();
    locale.capitalize_first(locale.tr(zh, en).into())
}

/// The four counts, of the document itself and of what it says of the year before; and sentences on what they mean.
fn numbers(checked: &Checked) -> Element {
    let locale = checked.locale;
    let tally = &checked.tally();
    let count = |verdict: Verdict| {
        let number = el("b").text(tally.count(verdict).to_string());
        el("td").class(verdict.id()).child(number).child(el("span").text(name(verdict, locale)))
    };
    let result = match (tally.count(Verdict::Mismatch), tally.count(Verdict::Rounding)) {
        (0, 0) => locale.tr("没有发现不符。", "No mismatch was found."),
        (0, _) => locale.tr(
            "没有发现不符；尾差由四舍五入造成，不必改。",
            "No mismatch was found; rounding differences need no change.",
        ),
        _ => locale.tr(
            "不符的各处请逐一核实；尾差由四舍五入造成，不必改。",
            "Each mismatch should be looked into; rounding differences need no change.",
        ),
    };
    let row = el("tr").children(Verdict::ALL.map(count));
    let against = last_year::share(checked).unwrap_or_default();
    let sentence = text::counts(tally, locale) + locale.tr("。", ". ") + &against + result;
    el("div").class("numbers").child(el("table").child(el("tbody").child(row))).child(el("p").text(sentence))
}

/// The file, without the folders that it lies in; the day of the check, and the program that made it.
fn when(checked: &Checked) -> String {
    checked.locale.format(
        "文件：{0}　核对日期：{1}　budget-lens {2}",
        "File: {0} · checked on {1} · budget-lens {2}",
        &[&read::name(checked.file), &today(), env!("CARGO_PKG_VERSION")],
    )
}

/// The findings of one verdict in the report's order, those of one cause together.
fn section(checked: &Checked, verdict: Verdict) -> Element {
    let Checked { report, locale, .. } = checked;
    let of_it = report.findings.iter().enumerate().filter(|(_, finding)| finding.verdict == verdict);
    let of_it: Vec<_> = of_it.map(|(i, finding)| (report.cause(i), i, finding)).collect();
    // What has no cause stands by itself.
    let leads = of_it.iter().filter(|(cause, i, _)| cause.is_none_or(|cause| cause.lead == *i));
    let ids = if verdict == Verdict::Mismatch { ids(report, &checked.names) } else { Vec::new() };
    let rows = leads.enumerate().map(|(number, (cause, i, finding))| {
        row(number + 1, finding, *cause, ids.get(*i).map(String::as_str), checked)
    });
    let (count, causes) = (report.count(verdict), report.causes_of(verdict).count());
    let heading = match verdict {
        Verdict::Mismatch => [&name(verdict, *locale), " ", &of_causes(count, causes, *locale)].concat(),
        _ => appendix(verdict, count, *locale),
    };
    let section = el("section").class(verdict.id()).child(el("h2").text(heading));
    section.child(table(rows.collect(), verdict == Verdict::Mismatch, *locale))
}

/// The heading of an appendix: `附：尾差 21`.
fn appendix(verdict: Verdict, count: usize, locale: Locale) -> String {
    [locale.tr("附：", "Appendix: "), &locale.lowercase_first(&name(verdict, locale)), " ", &count.to_string()].concat()
}

/// Findings one below the other; with room for remarks where something has to be done.
pub fn table(rows: Vec<Element>, has_remarks: bool, locale: Locale) -> Element {
    let remarks = has_remarks.then_some(locale.tr("处理意见", "Remarks"));
    let head = [locale.tr("序号", "No."), locale.tr("位置", "Where"), locale.tr("情况", "What")];
    let head = el("tr").children(head.into_iter().chain(remarks).map(|head| el("th").text(head)));
    let table = el("table").class(if has_remarks { "findings remarked" } else { "findings" });
    table.child(el("thead").child(head)).child(el("tbody").children(rows))
}

/// One finding with what comes from the same cause: its number, where, what, what may mend it; and room for a remark.
fn row(number: usize, finding: &Finding, cause: Option<&Cause>, id: Option<&str>, checked: &Checked) -> Element {
    let Checked { report, names, locale, .. } = checked;
    let (place, sentence) = headed(finding, names, *locale);
    let mut told = el("td").child(el("div").text(sentence));
    let mend = cause.and_then(|cause| mend(cause, report, names, *locale, true));
    if let Some(mend) = mend.filter(|_| finding.verdict == Verdict::Mismatch) {
        let mend = locale.format("可能的改法：{0}", "To mend it: {0}", &[&locale.lowercase_first(&mend)]);
        told = told.child(el("div").class("mend").text(mend));
    }
    if let Some((cause, more)) = cause.and_then(|cause| Some((cause, followers(cause, *locale)?))) {
        let note = habit(cause, *locale).map(|note| el("div").class("mend").text(note));
        let below = report.findings[cause.lead + 1..cause.lead + cause.count].iter();
        let told_below = |finding| {
            let (place, sentence) = headed(finding, names, *locale);
            el("li").text([&place, locale.tr("：", ": "), &sentence].concat())
        };
        let below: Vec<_> = match cause.common {
            CauseKind::Same => vec![el("li").text(places_of(cause, checked))],
            _ => below.map(told_below).collect(),
        };
        told = told
            .children(note)
            .child(el("div").class("more").text(more))
            .child(el("ul").class("below").children(below));
    }
    // By this name `publish --accepted` knows it.
    told = told.children(id.map(|id| el("div").class("more id").text(locale.format("编号 {0}", "no. {0}", &[id]))));
    let number = el("td").class("count").text(number.to_string());
    // On paper nobody looks for a line of JSON, but for a page of the document.
    let stated = finding.stated.first();
    let part = checked.source.as_ref().zip(stated).and_then(|(source, stated)| source.part(*stated, locale.lang));
    let page = stated.and_then(|stated| checked.page(*stated)).map(|page| page.to_string());
    let page = page.map(|page| locale.format("原件第 {0} 页", "page {0} of the original", &[&page]));
    let part = part.or(page).map(|part| el("div").class("part").text(part));
    let remark = (finding.verdict == Verdict::Mismatch).then(|| el("td"));
    el("tr").child(number).child(el("td").text(place).children(part)).child(told).children(remark)
}

/// Lines for the signatures of those who answer for the report.
fn signatures(locale: Locale) -> Element {
    let rooms = [locale.tr("核对", "Checked"), locale.tr("复核", "Reviewed"), locale.tr("日期", "Date")];
    el("p").class("signatures").children(rooms.map(|room| el("span").text(room)))
}
