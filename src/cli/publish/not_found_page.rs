//! `404.html`: what a host shows for an address that leads nowhere, with the way to what there is.

use std::io;
use std::path::Path;

use super::portal::{PageLinks, both};
use super::precompress;
use super::site::Site;
use super::static_page::page;
use crate::locale::Lang;
use crate::markup::el;

/// Writes the page. It stands for addresses of any depth: where the folder's own is known, all that it links to begins
/// with that; else its words are all that can be counted on.
pub fn write(folder: &Path, site: &Site) -> io::Result<()> {
    let base = site.url.map(path).unwrap_or_default();
    let frame = site.frame(&PageLinks::default(), &base);
    let head = vec![
        el("meta").attr("name", "robots").attr("content", "noindex"),
        el("title").text(["没有这一页 · Not found · ", site.portal.name().unwrap_or("预算透视")].concat()),
    ];
    let (zh, en) =
        if site.several { ("看全部部门", "All departments") } else { ("看这份预算", "To the budget") };
    let link = el("a").class("button main").attr("href", [&base, "index.html"].concat());
    let link = link.text(zh).text(" · ").child(el("span").attr("lang", "en").text(en));
    let lost = site.url.is_none().then(|| {
        el("p")
            .text("如果点不开，请从本站首页进入。 ")
            .child(el("span").attr("lang", "en").text("If that leads nowhere, begin at the first page of this site."))
    });
    let [zh, en] =
        both("地址可能写错了，也可能这个部门的地址变了。", "The address may be mistaken, or it may have changed.");
    let body = el("section")
        .class("card")
        .child(el("h1").text("没有这一页 ").child(el("span").attr("lang", "en").text("Not found")))
        .child(el("p").child(zh).text(" ").child(en))
        .child(el("p").child(link))
        .children(lost);
    let html = page([head, Vec::new()], None, vec![body], &frame, site, Lang::Zh);
    precompress::write(&folder.join("404.html"), html.as_bytes())
}

/// The path of an address of the web: `/2026/` of `https://budget.example/2026/`.
fn path(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.find('/').map_or("/", |at| &rest[at..]).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_of_any_depth_links_to_begins_with_the_folders_path() {
        assert_eq!(path("https://budget.example/"), "/");
        assert_eq!(path("http://a.example:8080/budget/2026/"), "/budget/2026/");
    }
}
