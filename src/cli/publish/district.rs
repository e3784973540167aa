//! The list of several departments: the sums of a year's budgets, or of its final accounts, with the figure that a single budget has, too, and each department
//! with its numbers. Without scripts the whole list stands there; `index.js` finds and sorts, `search.js` finds what is not
//! in the page. Where there are too many departments for one page, each place has one.

mod block;
mod compare;
mod csv;
mod data;
mod list;
mod order;
mod place;
mod seek;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::counting::Counting;
use super::edition::Edition;
use super::folders::{Folders, newest};
use super::list_row::ListRow;
use super::meta_tags::{About, SITE, first_image};
use super::portal::{PageLinks, Way};
use super::site::Site;
use super::{cite, digest, linked_data, precompress, region, static_page, totals};
use crate::cli::system_error::at;
use crate::locale::Locale;
use crate::markup::{Element, el};
use block::{Around, Block};
pub use data::FOLDER;
use data::{Data, Pinyin};
use place::Place;

/// The scripts: large text and the dark theme, choosing what to compare, finding and sorting, searching in files, and the
/// address that says what is found and how it is sorted.
const SCRIPTS: [(&str, &str); 5] = [
    ("shown.js", include_str!("shown.js")),
    ("compare.js", include_str!("compare.js")),
    ("index.js", include_str!("index.js")),
    ("search.js", include_str!("search.js")),
    ("address.js", include_str!("address.js")),
];
const STYLE: &str = include_str!("index.css");

/// All budgets that are published, in their order.
#[derive(Clone, Copy)]
pub struct List<'a> {
    /// What is known of each.
    pub rows: &'a [ListRow],
    /// How the sums count each.
    pub counting: &'a [Counting],
    /// Their folders.
    pub folders: &'a Folders,
}

/// A department of the list.
#[derive(Clone, Copy)]
pub struct Listed<'a> {
    /// Its place among all budgets.
    pub index: usize,
    /// Its folder.
    pub folder: &'a str,
    /// An earlier address that leads to it now.
    pub also: Option<&'a str>,
    /// What is known of it.
    pub row: &'a ListRow,
    /// What the list calls it: without its place, where all of the page are of one.
    pub name: &'a str,
    /// How the sums count it.
    pub counting: Counting,
    /// The department that has its money already.
    pub of: Option<&'a ListRow>,
}

impl Listed<'_> {
    /// Whether the sums count it.
    pub fn is_counted(&self) -> bool {
        self.counting == Counting::Counts
    }
}

/// Writes the list, with its scripts, its styles, its picture, the pages of places, and all of it as a table for programs.
pub fn write(folder: &Path, list: &List, site: &Site) -> io::Result<()> {
    let locale = Locale { lang: site.lang, unit: totals::UNIT };
    let rows = list.rows;
    let region = region::shared(rows.iter().map(|row| row.region.as_deref()));
    let editions = editions(list);
    let pinyin = Pinyin::new();
    let own = folder.join(FOLDER);
    fs::create_dir_all(&own).map_err(at(&own))?;
    let mut sections = Vec::new();
    let mut first = None;
    let mut order: Vec<_> = editions.iter().collect();
    order.sort_by_key(|(edition, _)| Reverse(edition.newest()));
    for (i, (edition, listed)) in order.into_iter().enumerate() {
        let block = Block::of(*edition, listed.clone(), region, locale);
        let mut around =
            Around { up: "", places: place::places(*edition, listed, locale), data: Data::default(), pinyin: &pinyin };
        if around.places.is_empty() {
            let path = format!("{FOLDER}/{}-projects.json", edition.id());
            let is_there = data::write_projects(&folder.join(&path), &listed.iter().collect::<Vec<_>>(), &pinyin)?;
            around.data.projects = Some(path).filter(|_| is_there);
        } else {
            around.data.list = Some(write_places(folder, *edition, &around, site, locale)?);
        }
        if first.is_none() {
            let picture = site.fonts.as_ref().zip(block.sum.as_ref());
            if let Some((fonts, sum)) = picture {
                site.pictures(folder, sum, &block.head, locale, fonts)?;
            }
            first = Some((about(&block, site, None, picture.is_some(), locale), picture.is_some()));
        }
        sections.push(block.section(i, &around, locale));
    }
    let Some((about, picture)) = first else { return Ok(()) };
    if rows.len() > 1 {
        sections.push(compare::bar(locale));
    }
    let download = el("a").class("button").attr("href", csv::NAME).attr("download", "");
    sections.push(
        el("p").class("download").child(download.text(locale.tr("下载这张表（CSV）", "Download this list (CSV)"))),
    );
    // Each has its place on the page.
    let way = |edition: &Edition| Way { edition: *edition, address: Some(["#year-", &edition.id()].concat()) };
    let links = PageLinks { editions: editions.keys().map(way).collect(), ..PageLinks::default() };
    for (name, text) in SCRIPTS.into_iter().chain([("index.css", STYLE)]) {
        precompress::write(&folder.join(name), text.as_bytes())?;
    }
    let csv = csv::written(list, site, locale);
    precompress::write(&folder.join(csv::NAME), csv.as_bytes())?;
    sections.push(cite(site, list, &csv, locale));
    let html = page(about, sections, links, picture, "", site, locale);
    precompress::write(&folder.join("index.html"), html.as_bytes())
}

/// The departments of each year, those with budgets and those with final accounts.
fn editions<'a>(list: &List<'a>) -> BTreeMap<Edition, Vec<Listed<'a>>> {
    let List { rows, counting, folders } = *list;
    let region = region::shared(rows.iter().map(|row| row.region.as_deref()));
    let of_department = folders.editions(rows, counting);
    let mut editions: BTreeMap<Edition, Vec<Listed>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        let folder = folders.names[index].as_str();
        let is_newest = newest(&of_department[index]) == Some(index);
        let also = folder.split_once('/').map(|(_, own)| own).filter(|_| is_newest);
        let counting = counting[index];
        let name = if region.is_some() { row.short() } else { &row.department };
        let of = match counting {
            Counting::Counts | Counting::Government => None,
            Counting::Within(other) | Counting::Again(other) => Some(&rows[other]),
        };
        editions.entry(row.edition).or_default().push(Listed { index, folder, also, row, name, counting, of });
    }
    editions
}

/// Writes the page of each place, with its projects, and the file of all departments, whose address it returns.
fn write_places(folder: &Path, edition: Edition, around: &Around, site: &Site, locale: Locale) -> io::Result<String> {
    let up = "../";
    let mut all = Vec::with_capacity(around.places.len());
    for place in &around.places {
        let listed: Vec<_> = place.listed.iter().collect();
        let is_there = data::write_projects(&folder.join(&place.projects), &listed, around.pinyin)?;
        let data = Data { list: None, projects: is_there.then(|| [up, &place.projects].concat()) };
        let block = place::block(edition, place, locale);
        let about = about(&block, site, Some(&place.page), false, locale);
        let own = Around { up, places: Vec::new(), data, pinyin: around.pinyin };
        let list = Some((format!("{up}index.html"), None));
        let links = PageLinks { list, ..PageLinks::default() };
        let sections = vec![block.section(0, &own, locale), compare::bar(locale)];
        let html = page(about, sections, links, false, up, site, locale);
        precompress::write(&folder.join(&place.page), html.as_bytes())?;
        let Place { page, name, projects, .. } = place;
        all.push((listed, [page.as_str(), name.as_str(), if is_there { projects.as_str() } else { "" }]));
    }
    let path = format!("{FOLDER}/{}.json", edition.id());
    data::write_list(&folder.join(&path), &all, around.pinyin, locale)?;
    Ok(path)
}

/// What a page of the list says of itself.
fn about(block: &Block, site: &Site, page: Option<&str>, picture: bool, locale: Locale) -> Vec<Element> {
    let (title, Edition { year, is_final }) = (&block.head.department, block.edition);
    let (zh, en) = if is_final {
        ("{0} · {1} 年决算 · {2}", "{0} · final accounts {1} · {2}")
    } else {
        ("{0} · {1} 年预算 · {2}", "{0} · budgets {1} · {2}")
    };
    let address = site.address(None).map(|address| address + page.unwrap_or_default());
    let about = About {
        title: locale.format(
            zh,
            en,
            &[title, &year.to_string(), site.portal.name().unwrap_or(locale.tr("预算透视", "Budget Lens"))],
        ),
        description: block.lead.clone(),
        address: address.as_deref(),
        picture,
        locale: locale.tr("zh_CN", "en_GB"),
        site: site.portal.name().unwrap_or(SITE),
    };
    let data = site
        .url
        .filter(|_| page.is_none())
        .map(|url| linked_data::catalogue(&about.title, &about.description, url, site));
    about.elements().into_iter().chain(data).collect()
}

/// How the list is cited, with the digest of its table.
fn cite(site: &Site, list: &List, csv: &str, locale: Locale) -> Element {
    let whose = site.portal.name().unwrap_or(SITE);
    let has = |is_final: bool| list.rows.iter().any(|row| row.edition.is_final == is_final);
    let kinds = match (has(false), has(true)) {
        (true, true) => locale.tr("预算和决算", "budgets and final accounts"),
        (false, true) => locale.tr("决算", "final accounts"),
        (_, false) => locale.tr("预算", "budgets"),
    };
    let text = locale.format(
        "{0}. 部门{2}[DS/OL]. [引用日期]. {1}.",
        "{0}. Departments' {2} [DS/OL]. [date of citation]. {1}.",
        &[whose, site.url.unwrap_or(locale.tr("（本页的网址）", "(the address of this page)")), kinds],
    );
    let digest = el("code").text(digest::sha256(csv.as_bytes()));
    cite::section(&text).child(el("p").text([csv::NAME, " SHA-256: "].concat()).child(digest))
}

/// A page of the list; `up` leads from it to the published folder.
fn page(
    about: Vec<Element>,
    sections: Vec<Element>,
    links: PageLinks,
    picture: bool,
    up: &str,
    site: &Site,
    locale: Locale,
) -> String {
    // Where a portal's band stands above, the menu is in that.
    let (in_band, in_bar) =
        if site.portal.is_shown() { (Some(menu(locale)), None) } else { (None, Some(menu(locale))) };
    let mut frame = site.frame(&PageLinks { menu: in_band, ..links }, up);
    if picture {
        frame.head.insert(0, first_image());
    }
    let style = el("link").attr("rel", "stylesheet").attr("href", [up, "index.css"].concat());
    let scripts = SCRIPTS.map(|(name, _)| el("script").attr("src", [up, name].concat()).attr("defer", ""));
    let own = [style].into_iter().chain(scripts).collect();
    static_page::page([about, own], in_bar, sections, &frame, site, site.lang)
}

/// `3 处不符`, or that all agree.
fn wrong(count: usize, locale: Locale) -> String {
    super::list_row::Checked { all: 1, wrong: count, explained: 0 }.describe(locale.lang)
}

/// The display menu of the list, as a budget's own page has it, but without languages: the list is in one. Its script
/// makes it visible.
fn menu(locale: Locale) -> Element {
    let switch = |name: &str, text: &str| {
        let button = el("button").attr("type", "button").class("button").attr("data-show", name);
        button.attr("aria-pressed", "false").text(text)
    };
    let switches = [switch("text", locale.tr("大字版", "Large text")), switch("theme", locale.tr("深色", "Dark"))];
    let label = locale.tr("显示", "Display");
    let summary = el("summary").class("button").attr("aria-label", label).child(el("b").text("Aa"));
    let panel = el("div").class("panel").child(el("div").class("settings").children(switches));
    el("details").class("menu").attr("hidden", "").child(summary).child(panel)
}
