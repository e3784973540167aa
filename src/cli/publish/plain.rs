//! A page of ours that the program has no part in: the list, and the pages that only lead on.

use super::about::lines;
use super::shell::Frame;
use super::site::Site;
use crate::markup::{Element, el};
use crate::words::Lang;

/// Its policy is that of a budget's page, without what only that needs.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/// The whole page, with `head` in its head and `menu` in its bar, in the frame of the site.
pub fn page(head: &str, menu: Option<Element>, body: Vec<Element>, frame: &Frame, site: &Site, lang: Lang) -> String {
    let brand = || el("p").class("brand").child(el("i")).text(lang.pick("预算透视", "Budget Lens"));
    // A portal's name stands above, where it is given.
    let toolbar = (!site.portal.is_shown()).then(|| el("div").class("toolbar").child(brand()).children(menu));
    let body = el("div").class("page").children(toolbar).child(el("main").children(body));
    let policy = el("meta").attr("http-equiv", "Content-Security-Policy").attr("content", POLICY);
    [
        "<!doctype html>\n<html lang=\"",
        lang.pick("zh-CN", "en"),
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
        &lines(vec![policy]),
        "\n<meta name=\"referrer\" content=\"no-referrer\">\n",
        head,
        "\n",
        &site.links(&frame.up),
        &site.shell.styles(frame),
        "</head>\n<body>\n",
        &frame.head,
        &lines(vec![body]),
        &frame.foot,
        "\n</body>\n</html>\n",
    ]
    .concat()
}
