//! The list of several departments: a year's sums with the figure that a single budget has, too, and each department
//! with its numbers. Without scripts the whole list stands there; `index.js` finds and sorts.

mod block;
mod csv;
mod list;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::folders::Folders;
use super::list_row::ListRow;
use super::meta_tags::{About, SITE, first_image};
use super::portal::{PageLinks, Year};
use super::site::Site;
use super::{precompress, region, static_page, totals};
use crate::locale::Locale;
use crate::markup::{Element, el};
use block::Block;

const SCRIPT: &str = include_str!("index.js");
/// The script for large text and the dark theme.
const SHOWN: &str = include_str!("shown.js");
const STYLE: &str = include_str!("index.css");

/// A department of the list.
pub struct Listed<'a> {
    /// Its folder.
    pub folder: &'a str,
    /// An earlier address that leads to it now.
    pub also: Option<&'a str>,
    /// What is known of it.
    pub row: &'a ListRow,
}

/// Writes the list, with its script, its styles, its picture, and all of it as a table for programs.
pub fn write(folder: &Path, folders: &Folders, rows: &[ListRow], site: &Site) -> io::Result<()> {
    let locale = Locale { lang: site.lang, unit: totals::UNIT };
    let region = region::shared(rows.iter().map(|row| row.region.as_deref()));
    let newest = folders.years(rows);
    let mut years: BTreeMap<u16, Vec<Listed>> = BTreeMap::new();
    for (i, row) in rows.iter().enumerate() {
        let name = folders.names[i].as_str();
        let is_newest = newest[i].last_key_value().is_some_and(|(_, last)| *last == i);
        let also = name.split_once('/').map(|(_, own)| own).filter(|_| is_newest);
        years.entry(row.year).or_default().push(Listed { folder: name, also, row });
    }
    let blocks: Vec<_> = years.iter().rev().map(|(year, listed)| Block::of(*year, listed, region, locale)).collect();
    let Some(first) = blocks.first() else { return Ok(()) };
    let picture = site.fonts.as_ref().zip(first.sum.as_ref());
    if let Some((fonts, sum)) = picture {
        site.pictures(folder, sum, &first.head, locale, fonts)?;
    }
    let (title, year) = (&first.head.department, first.year.to_string());
    let address = site.address(None);
    let about = About {
        title: locale.format(
            "{0} · {1} 年预算 · {2}",
            "{0} · budgets {1} · {2}",
            &[title, &year, site.portal.name().unwrap_or(locale.tr("预算透视", "Budget Lens"))],
        ),
        description: first.lead.clone(),
        address: address.as_deref(),
        picture: picture.is_some(),
        locale: locale.tr("zh_CN", "en_GB"),
        site: site.portal.name().unwrap_or(SITE),
    };
    // Each year has its place on the page.
    let links = years.keys().map(|year| Year { year: *year, address: Some(format!("#year-{year}")) });
    // Where a portal's band stands above, the menu is in that.
    let (in_band, in_bar) =
        if site.portal.is_shown() { (Some(menu(locale)), None) } else { (None, Some(menu(locale))) };
    let mut frame = site.frame(&PageLinks { list: None, years: links.collect(), menu: in_band }, "");
    if picture.is_some() {
        frame.head.insert(0, first_image());
    }
    let own = vec![
        el("link").attr("rel", "stylesheet").attr("href", "index.css"),
        el("script").attr("src", "shown.js").attr("defer", ""),
        el("script").attr("src", "index.js").attr("defer", ""),
    ];
    let mut body: Vec<_> = blocks.into_iter().enumerate().map(|(i, block)| block.section(i, locale)).collect();
    let download = el("a").class("button").attr("href", csv::NAME).attr("download", "");
    body.push(
        el("p").class("download").child(download.text(locale.tr("下载这张表（CSV）", "Download this list (CSV)"))),
    );
    let html = static_page::page([about.elements(), own], in_bar, body, &frame, site, site.lang);
    precompress::write(&folder.join("index.js"), SCRIPT.as_bytes())?;
    precompress::write(&folder.join("shown.js"), SHOWN.as_bytes())?;
    precompress::write(&folder.join("index.css"), STYLE.as_bytes())?;
    precompress::write(&folder.join(csv::NAME), csv::written(rows, folders, site, locale).as_bytes())?;
    precompress::write(&folder.join("index.html"), html.as_bytes())
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
