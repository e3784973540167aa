//! The header band and the footer of every published page: whose site it is, links to the other pages, and what a
//! public site has to say of itself.
//!
//! It stands in the page's HTML beside what the program takes over, so the program need not know of it. Where the words are
//! not the portal's own they stand there in both languages, and the styles show the one that the page is in.

use super::style::from;
use super::{Portal, SiteConfig, own};
use crate::cli::publish::edition::Edition;
use crate::markup::{Element, el};

/// Where the registration numbers of the two ministries can be looked up.
const ICP: &str = "https://beian.miit.gov.cn/";
const POLICE: &str = "https://beian.mps.gov.cn/#/query/webSearch?code=";

/// The links from a page to the others.
#[derive(Debug, Default)]
pub struct PageLinks {
    /// The list of all departments: its address, and the place whose departments they are.
    pub list: Option<(String, Option<String>)>,
    /// The same department's other documents and this one, the earliest first.
    pub editions: Vec<Way>,
    /// The menu at the end of the header band.
    pub menu: Option<Element>,
}

/// The way to one document of a department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Which it is.
    pub edition: Edition,
    /// Where it is; `None` for the page itself.
    pub address: Option<String>,
}

/// A text in both languages, of which the page shows one.
pub fn both(zh: &str, en: &str) -> [Element; 2] {
    [el("span").attr("lang", "zh-CN").text(zh), el("span").attr("lang", "en").text(en)]
}

/// The header band of a page from which `up` leads to the published folder; `None` where there is nothing to say.
pub fn head(portal: &Portal, links: &PageLinks, up: &str) -> Option<Element> {
    let name = name(&portal.config, up);
    let list = links.list.as_ref().map(|(address, place)| {
        let zh = ["‹ ", place.as_deref().unwrap_or_default(), "全部部门"].concat();
        el("a").attr("href", address).children(both(&zh, "‹ All departments"))
    });
    let years = (links.editions.len() > 1).then(|| {
        el("span").class("portal-years").children(links.editions.iter().map(|one| {
            let link = match &one.address {
                Some(address) => el("a").attr("href", address),
                None => el("b").class("shown").attr("aria-current", "page"),
            };
            let link = link.attr("data-edition", one.edition.id());
            let year = one.edition.year.to_string();
            if one.edition.is_final {
                link.children(both(&[&year, " 决算"].concat(), &[&year, " final account"].concat()))
            } else {
                link.text(year)
            }
        }))
    });
    let menu = links.menu.clone();
    let links = (list.is_some() || years.is_some()).then(|| el("nav").children(list.into_iter().chain(years)));
    let parts: Vec<_> = [name, links, menu].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| el("div").class("portal-head").children(parts))
}

/// The emblem and the name, which lead home.
fn name(config: &SiteConfig, up: &str) -> Option<Element> {
    let emblem = config.emblem.as_deref().map(|file| el("img").attr("src", own(file, up)));
    // Beside the name the emblem says nothing more; alone it is called what it is.
    let emblem = emblem.map(|emblem| emblem.attr("alt", if config.name.is_some() { "" } else { "网站首页" }));
    let name = config.name.as_deref().map(|name| el("span").text(name));
    if emblem.is_none() && name.is_none() {
        return None;
    }
    let holder = match &config.home {
        Some(home) => el("a").attr("href", from(home, up)),
        None => el("span"),
    };
    Some(el("p").class("portal").child(holder.class("to-home").children(emblem.into_iter().chain(name))))
}

/// The footer of a page from which `up` leads to the published folder; `None` where the portal says nothing.
pub fn foot(portal: &Portal, up: &str) -> Option<Element> {
    if !portal.is_shown() {
        return None;
    }
    let config = &portal.config;
    let link = |address: String, text: &str| el("a").attr("href", address).text(text);
    let others = config.links.iter().map(|own| link(from(&own.address, up), &own.text));
    let correction = config
        .correction
        .as_ref()
        .map(|address| el("a").attr("href", from(address, up)).children(both("网站纠错", "Report a mistake")));
    let labelled = |zh: &str, en: &str, text: &Option<super::Text>| {
        text.as_deref().map(|text| el("span").children(both(zh, en)).text(text))
    };
    let who =
        [labelled("主办单位：", "Run by: ", &config.organizer), labelled("联系方式：", "Contact: ", &config.contact)];
    let code = labelled("网站标识码：", "Government site no. ", &config.site_code);
    let icp = config.icp.as_deref().map(|icp| link(ICP.into(), icp));
    let police = config.police.as_deref().map(|police| {
        let digits: String = police.chars().filter(char::is_ascii_digit).collect();
        link([POLICE, &digits].concat(), police)
    });
    let lines = [
        ("portal-links", others.chain(correction).collect::<Vec<_>>()),
        ("portal-who", who.into_iter().flatten().collect()),
        ("portal-numbers", [code, icp, police].into_iter().flatten().collect()),
        ("portal-made", both("由预算透视生成", "Made with Budget Lens").into()),
    ];
    let lines = lines.into_iter().filter(|(_, parts)| !parts.is_empty());
    Some(el("footer").class("portal-foot").children(lines.map(|(class, parts)| el("p").class(class).children(parts))))
}
