//! The field that finds departments by name and pinyin, and the projects of all of them; only scripts show it.

use super::data::Data;
use crate::locale::Locale;
use crate::markup::{Element, el};

/// The field above `count` rows, and the place of what is found in files; `up` leads from the page to the published folder.
pub fn field(count: usize, data: &Data, up: &str, locale: Locale) -> Vec<Element> {
    let label = match (data.list.is_some(), data.projects.is_some()) {
        (false, false) => locale.tr("查找部门 ", "Find a department "),
        (false, true) => locale.tr("查找部门或项目 ", "Find a department or a project "),
        (true, _) => locale.tr("查找地方、部门或项目 ", "Find a place, a department or a project "),
    };
    let all = locale.format("共 {0} 个", "{0} in all", &[&count.to_string()]);
    let input = el("input").attr("type", "search");
    let status = el("span").attr("role", "status").attr("data-some", locale.tr("{0} / {1} 个", "{0} of {1}")).text(all);
    let field = el("p").class("seek").attr("hidden", "").child(el("label").text(label).child(input)).child(status);
    let field = field.child(copy(locale)).child(el("span").class("said").attr("role", "status"));
    let has_files = data.list.is_some() || data.projects.is_some();
    [field].into_iter().chain(has_files.then(|| hits(data, up, locale))).collect()
}

/// The button that copies a link to the list as it is shown.
fn copy(locale: Locale) -> Element {
    let selected = locale.tr(
        "这里不让网页自己复制：已选中，请长按或用 Ctrl+C 复制。",
        "This browser lets no page copy: it is selected, press and hold it, or press Ctrl+C.",
    );
    el("button")
        .attr("type", "button")
        .class("button")
        .attr("title", locale.tr("打开后就是您现在看到的样子", "It opens what you see now"))
        .attr("data-copied", locale.tr("已复制。", "Copied."))
        .attr("data-selected", selected)
        .text(locale.tr("复制链接", "Copy the link"))
}

/// The place of what is found, with the sentences that the script fills in.
fn hits(data: &Data, up: &str, locale: Locale) -> Element {
    let words = [
        ("data-departments", "找到 {0} 个部门，列出最大的 {1} 个", "Departments found: {0}; the largest shown: {1}"),
        ("data-all-departments", "找到 {0} 个部门", "Departments found: {0}"),
        ("data-no-department", "没有这样的部门", "No such department"),
        ("data-projects", "找到 {0} 个项目，列出 {1} 个（万元）", "Projects found: {0}; shown: {1} (10,000 yuan)"),
        ("data-no-project", "没有这样的项目", "No such project"),
        ("data-rest", "{0}；还有 {1} 个地方没有查", "{0}; places still to be searched: {1}"),
        ("data-more", "再列 100 个", "Show 100 more"),
        ("data-ask", "在所有部门的项目里找", "Search the projects of all departments"),
        (
            "data-failed",
            "没有取到数据，请检查网络后再试",
            "The data has not come; please check the network and try again",
        ),
    ];
    let place = el("div").class("hits").attr("hidden", "").attr("aria-live", "polite").attr("data-up", up);
    let place = match &data.projects {
        Some(file) => place.attr("data-file", file),
        None => place,
    };
    words.into_iter().fold(place, |place, (name, zh, en)| place.attr(name, locale.tr(zh, en)))
}
