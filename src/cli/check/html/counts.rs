//! Tables of counts: what was checked in a document, and the results of each of several files.

use super::name;
use crate::check::{Rule, Verdict};
use crate::cli::check::{Checked, Tally};
use crate::cli::path::NamedPath;
use crate::locale::Locale;
use crate::markup::{Element, el};

/// The columns, in the order of their weight for somebody who wants to see that all was looked at.
const ORDER: [Verdict; 4] = [Verdict::Holds, Verdict::Rounding, Verdict::Mismatch, Verdict::Unchecked];

/// What was checked: each rule that found anything, with its counts.
pub fn rules(checked: &Checked) -> Element {
    let Checked { report, locale, .. } = checked;
    let count = |rule, verdict| match report.count_of(rule, verdict) {
        0 => String::new(),
        count => count.to_string(),
    };
    let row = |rule: Rule| {
        let about = rule.about();
        let name = el("th").text(locale.tr(about.name.0, about.name.1));
        let reason = el("td").text(locale.tr(about.reason.0, about.reason.1));
        let counts = ORDER.map(|verdict| el("td").class("count").text(count(rule, verdict)));
        el("tr").child(name).child(reason).children(counts)
    };
    let used = Rule::ALL.into_iter().filter(|rule| report.findings.iter().any(|finding| finding.rule == *rule));
    let names = ORDER.map(|verdict| el("th").class("count").text(name(verdict, *locale)));
    let head = el("tr")
        .child(el("th").text(locale.tr("规则", "Rule")))
        .child(el("th").text(locale.tr("为什么", "Why")))
        .children(names);
    let bound = locale.tr(
        "尾差：印出的数都经过四舍五入，每个数最多差末位的半个单位。n 个数相加与印出的合计最多差 (n + 1) ÷ 2 个末位单位；\
         在这以内是尾差，超过就是不符。",
        "Rounding differences: a printed number may be off by half a unit of its last place. A printed total may differ \
         from the sum of n printed numbers by (n + 1) ÷ 2 such units; within that it is rounding, beyond it a mismatch.",
    );
    let table = el("table").class("rules").child(el("thead").child(head)).child(el("tbody").children(used.map(row)));
    let heading = locale.tr("附：核对了什么", "Appendix: what was checked");
    el("section").child(el("h2").text(heading)).child(table).child(el("p").class("note").text(bound))
}

/// How many ties of each verdict each file has.
pub fn overview(files: &[(&NamedPath, Tally)], locale: Locale) -> Element {
    let mut total = Tally::default();
    for (_, tally) in files {
        total.add(tally);
    }
    let counts = |tally: &Tally| match tally {
        Tally { files: 1, unusable: 1, .. } => {
            vec![el("td").attr("colspan", "4").text(locale.tr("不能用，没有核对", "unusable, not checked"))]
        }
        tally => ORDER.map(|verdict| el("td").class("count").text(tally.count(verdict).to_string())).into(),
    };
    let row = |name: &str, tally: &Tally| el("tr").child(el("th").text(name)).children(counts(tally));
    let names = ORDER.map(|verdict| el("th").class("count").text(name(verdict, locale)));
    let head = el("tr").child(el("th").text(locale.tr("文件", "File"))).children(names);
    let all = locale.format("共 {0} 个文件", "{0} files", &[&files.len().to_string()]);
    let body = el("tbody").children(files.iter().map(|(file, tally)| row(file, tally))).child(row(&all, &total));
    let table = el("table").class("rules").child(el("thead").child(head)).child(body);
    el("article").child(el("h1").text(locale.tr("汇总", "All files"))).child(table)
}
