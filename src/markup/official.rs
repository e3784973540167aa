//! The card about a budget that was read from official files: what was read as what, with controls to correct it.

mod lists;

use super::Action;
use super::correction::{Correction, correction};
use super::node::{Element, el};
use super::section::param_button;
use super::toolbar::button;
use crate::figure::{CHECKS, Param, param};
use crate::locale::Locale;
use lists::{assumed, chapters, counted, named, tables, unread};

/// What was read from official files, with the reader's corrections.
#[derive(Debug, Clone, Default)]
pub struct Official {
    /// A sentence on whether the budget adds up, once it is checked.
    pub checked: Option<String>,
    /// Whether the checks stand before all other figures.
    pub are_checks_first: bool,
    /// The files: the name, and how many pages a PDF has.
    pub files: Vec<(String, Option<String>)>,
    /// Whose budget it is.
    pub department: String,
    /// The place that the department serves.
    pub region: String,
    /// The year.
    pub year: String,
    /// The address of the official document on the web.
    pub url: String,
    /// The tables, in printed order.
    pub tables: Vec<OfficialTable>,
    /// The cell that is selected for correction; none in a budget without amounts.
    pub cell: Option<Correction>,
    /// The chapters of the text: the title, what was read of it, and where it begins.
    pub chapters: Vec<[String; 3]>,
    /// What was not understood: where, and what the problem is.
    pub unread: Vec<(String, String)>,
    /// Assumptions about what is printed nowhere.
    pub assumed: Vec<String>,
}

/// A table as it was read.
#[derive(Debug, Clone, Default)]
pub struct OfficialTable {
    /// Its printed number and title.
    pub title: String,
    /// The id of its kind; empty where that is not known.
    pub kind: String,
    /// Its unit, as documents print it.
    pub unit: String,
    /// Where it begins, in words.
    pub place: String,
}

/// The attribute that says which field of the budget a control sets.
pub const SETS: &str = "data-official";
/// The value of [`SETS`] of the control that cancels the reading of files.
pub const CANCEL: &str = "cancel";
/// The value of [`SETS`] of the control that closes the alert.
pub const CLOSE: &str = "close";
/// The value of [`SETS`] of the control that loads the page anew.
pub const RELOAD: &str = "reload";
/// The value of [`SETS`] of the control that prints the result of the checks.
pub const PRINT: &str = "print";

/// The progress of reading files; `at` is the page that is read and the last one, where there are pages.
pub fn reading(at: Option<&[String; 2]>, locale: Locale) -> Element {
    let text = locale.tr("正在读取官方文件……", "Reading the official files …");
    let bar = el("progress").attr("aria-label", text);
    let (line, bar) = match at {
        // No `role=status`: a screen reader should not announce every page.
        Some([page, pages]) => {
            let told = locale.format("正在读取第 {0} / {1} 页", "Reading page {0} of {1}", &[page, pages]);
            (el("span").text(told), bar.attr("value", page).attr("max", pages))
        }
        None => (el("span").attr("role", "status").text(text), bar),
    };
    let cancel = control(CANCEL, locale.tr("取消", "Cancel"));
    el("div").class("waiting reading").child(line).child(bar).child(cancel)
}

/// The alert for files that contain no budget; the sentence `kept` says what the page shows instead. Where it `reloads`,
/// it has a button for that.
pub fn refused(name: &str, sentences: &[String], kept: &str, reloads: bool, locale: Locale) -> Element {
    let title = locale.format("没有读取“{0}”", "“{0}” was not read", &[name]);
    el("section")
        .class("alert")
        .attr("role", "alert")
        .child(el("h2").text(title))
        .child(list(sentences.iter().map(|sentence| el("li").text(sentence))))
        .child(el("p").text(kept))
        .children(reloads.then(|| control(RELOAD, locale.tr("刷新", "Reload"))))
        .child(control(CLOSE, locale.tr("知道了", "Close")))
}

/// The card: what was read as what, with a control for each thing that the program may get wrong.
pub fn official(read: &Official, locale: Locale) -> Element {
    let title = locale.tr("这份预算是从官方文件里读出来的", "This budget was read from official files");
    let hint = locale.tr(
        "金额都照原样。下面有不对的，直接改，图和核对马上跟着变。",
        "Amounts are as printed. What is wrong below can be set right here; figures and checks follow at once.",
    );
    let titles: Vec<String> = read.tables.iter().map(|table| named(table, locale)).collect();
    let save = locale.tr("保存读出的数据或网页", "Save the data or the page");
    el("section")
        .class("card")
        .attr("id", "import")
        .child(el("h2").class("question").text(title))
        .child(el("p").class("answer").text(counted(read, locale)))
        .children(read.checked.as_ref().map(|checked| el("p").class("answer").text(checked)))
        .child(checks(read, locale))
        .child(el("p").class("hint").text(hint))
        .child(document(read, locale))
        .children((!read.tables.is_empty()).then(|| tables(read, locale)))
        .children(read.cell.as_ref().map(|cell| correction(cell, &titles, locale)))
        .children(chapters(read, locale))
        .children(unread(read, locale))
        .children(assumed(read, locale))
        .child(el("p").class("takes").child(button(Action::Share, "button", save)))
}

/// A link to the checks, and a switch that puts them before all other figures.
fn checks(read: &Official, locale: Locale) -> Element {
    let param = Param::new(param::FIRST, if read.are_checks_first { "" } else { CHECKS });
    let switch = param_button("button", locale.tr("核对排在最前", "Checks come first"), &param);
    let link = el("a")
        .class("link")
        .attr("href", ["#", CHECKS].concat())
        .text(locale.tr("看核对的结果", "See what the checks found"));
    let print = control(PRINT, locale.tr("打印核对结果", "Print what they found"));
    let switch = switch.attr("aria-pressed", read.are_checks_first.to_string());
    el("p").class("takes").children([switch, print, link])
}

/// Whose budget it is, and the files that it was read from.
fn document(read: &Official, locale: Locale) -> Element {
    let field = |name: &str, label: &str, value: &str| {
        let input = el("input").class("find").attr("type", "text").attr("autocomplete", "off");
        labelled(label, input.attr(SETS, name).attr("value", value))
    };
    let hint = locale.tr("PDF 的网址，填了页码能点开", "Of the PDF, so that its pages open");
    let input = el("input").class("find").attr("type", "text").attr("inputmode", "url").attr("autocomplete", "off");
    let url = input.attr(SETS, "url").attr("placeholder", hint).attr("value", &read.url);
    let url = el("div").class("wide").child(labelled(locale.tr("网址", "Link"), url));
    let files = read.files.iter().map(|(name, pages)| {
        let pages = pages.as_ref().map(|pages| locale.format("（{0} 页）", " ({0} pages)", &[pages]));
        el("li").text(name).text(pages.unwrap_or_default())
    });
    el("div")
        .class("fields")
        .child(field("department", locale.tr("部门", "Department"), &read.department))
        .child(field("region", locale.tr("地区", "Place"), &read.region))
        .child(field("year", locale.tr("年度", "Year"), &read.year))
        .child(url)
        .child(list(files).class("source"))
}

/// A `select` control; each choice has a value and a text.
pub fn select(sets: &str, label: &str, choices: &[(String, String)], chosen: &str) -> Element {
    let option = |(value, text): &(String, String)| {
        let option = el("option").attr("value", value).text(text);
        if value == chosen { option.attr("selected", "") } else { option }
    };
    labelled(label, el("select").class("find").attr(SETS, sets).children(choices.iter().map(option)))
}

/// A control with its label.
pub fn labelled(label: &str, control: Element) -> Element {
    el("label").class("field").child(el("span").text(label)).child(control)
}

fn control(does: &str, text: &str) -> Element {
    el("button").attr("type", "button").class("button").attr(SETS, does).text(text)
}

fn list(items: impl Iterator<Item = Element>) -> Element {
    el("ul").children(items)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;
    use crate::markup::Node;
    use crate::money::Unit;

    fn html(read: &Official, lang: Lang) -> String {
        let mut html = String::new();
        Node::from(official(read, Locale { lang, unit: Unit::Wan })).write_html(&mut html);
        html
    }

    #[test]
    fn it_says_how_much_was_read_and_offers_what_each_table_may_be() {
        let table = |kind: &str| OfficialTable {
            title: "表一 <收支总表>".into(),
            kind: kind.into(),
            unit: "元".into(),
            place: "第2页".into(),
        };
        let mut read = Official { tables: vec![table("balance")], ..Official::default() };
        read.files.push(("预算.pdf".into(), Some("3".into())));
        let said = html(&read, Lang::Zh);
        for part in ["1 个文件，1 张表，都读懂了。", "预算.pdf（3 页）", "&lt;收支总表&gt;", "第2页"]
        {
            assert!(said.contains(part), "{said}");
        }
        for chosen in ["<option value=\"balance\" selected", "<option value=\"元\" selected"] {
            assert!(said.contains(chosen), "{said}");
        }
        assert!(!said.contains("没有读懂的"), "{said}");
        read.tables.push(table(""));
        read.unread.push(("第3页".into(), "One cell is no amount.".into()));
        let said = html(&read, Lang::En);
        assert!(said.contains("Files: 1. Tables: 2, of no common kind: 1. Not understood: 1."), "{said}");
        assert!(said.contains("One cell is no amount."), "{said}");
    }

    #[test]
    fn how_much_of_each_chapter_was_read_is_told() {
        let chapter = ["三、支出 <情况>", "读出 2 处", "第9页"].map(String::from);
        let said = html(&Official { chapters: vec![chapter], ..Official::default() }, Lang::Zh);
        assert!(said.contains("<b>三、支出 &lt;情况&gt;</b>：读出 2 处 <small>第9页</small>"), "{said}");
        assert!(!html(&Official::default(), Lang::Zh).contains("部分各读出"));
    }

    #[test]
    fn a_table_without_a_title_is_called_by_its_kind_and_told_from_others_by_its_page() {
        let table = |kind: &str, page: u8| OfficialTable {
            kind: kind.into(),
            place: format!("第 {page} 页"),
            ..OfficialTable::default()
        };
        let cell = Some(Correction::default());
        let read = Official { tables: vec![table("projects", 8), table("", 9)], cell, ..Official::default() };
        let said = html(&read, Lang::Zh);
        assert!(said.contains("<b>项目支出表</b> <small>第 8 页</small>"), "{said}");
        assert!(said.contains(">项目支出表（第 8 页）<") && said.contains(">没有标题的表（第 9 页）<"), "{said}");
    }

    #[test]
    fn the_page_that_is_read_is_told_where_there_are_pages() {
        let html = |at| {
            let mut html = String::new();
            Node::from(reading(at, Locale { lang: Lang::Zh, unit: Unit::Wan })).write_html(&mut html);
            html
        };
        let at = ["12", "40"].map(String::from);
        let told = html(Some(&at));
        assert!(told.contains("第 12 / 40 页") && told.contains("value=\"12\" max=\"40\""), "{told}");
        assert!(!html(None).contains("页") && html(None).contains("<progress"));
    }
}
