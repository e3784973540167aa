//! Pages that do not run the page's program: the list of departments, `404.html`, and redirects.

use super::site::{Frame, Site};
use crate::export::document;
use crate::locale::Lang;
use crate::markup::{Element, el};

/// The content security policy: that of a budget's page, without what only that page needs.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// The whole page, with `head` in its head, the links of `last` after all others there, and `menu` in its bar, in the
/// frame of the site.
pub fn page(
    [head, last]: [Vec<Element>; 2],
    menu: Option<Element>,
    body: Vec<Element>,
    frame: &Frame,
    site: &Site,
    lang: Lang,
) -> String {
    let brand = || el("p").class("brand").child(el("i")).text(lang.tr("预算透视", "Budget Lens"));
    // A portal's name stands above, where it is given.
    let toolbar = (!site.portal.is_shown())
        .then(|| el("div").class("toolbar").attr("role", "banner").child(brand()).children(menu));
    let body = el("div").class("page").children(toolbar).child(el("main").children(body));
    let own = [
        el("meta").attr("charset", "utf-8"),
        el("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1"),
        el("meta").attr("http-equiv", "Content-Security-Policy").attr("content", POLICY),
        el("meta").attr("name", "referrer").attr("content", "no-referrer"),
    ];
    let styles = document::styles(&site.program.manifest, &frame.up, &frame.styles);
    let head = own.into_iter().chain(head).chain(site.links(&frame.up)).chain(styles).chain(last);
    document::written(lang.tr("zh-CN", "en"), head, frame.around(&body))
}
