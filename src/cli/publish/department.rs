//! The folder of one budget: the page, the budget as it was given or read, its tables, its drawings, its picture.

use std::fs;
use std::io;
use std::path::Path;

use super::cite::Cited;
use super::datapackage::Files;
use super::figure_page::FigurePages;
use super::meta_tags::{About, SITE, first_image};
use super::portal::PageLinks;
use super::region::up;
use super::site::Site;
use super::{datapackage, figure_page, linked_data, precompress, workbook};
use crate::budget::Budget;
use crate::chart::{ChartSize, scene};
use crate::check::check;
use crate::cli::system_error::at;
use crate::export::document::{self, Document};
use crate::export::slim::slim;
use crate::export::{budget_digest, csv, page};
use crate::figure::{Plot, Query, figures_checked, headline, summary};
use crate::locale::{Lang, Locale};
use crate::markup::{AWAITED, Element, Node, el};
use crate::money::Unit;
use crate::paint::svg;

/// The room of a drawing that goes into a document.
const FRAME: ChartSize = ChartSize { width: 560.0, font_size: 14.0 };

/// The page with everything in it, for those whose browser runs no program.
const WHOLE: &str = "whole.html";

/// Where a budget's folder is, and how its page links to the others.
pub struct OutputFolder<'a> {
    /// Its folder.
    pub folder: &'a Path,
    /// Its folder's name among several; `None` where it is alone.
    pub name: Option<&'a str>,
    /// The ways from its page to the others.
    pub links: PageLinks,
}

impl OutputFolder<'_> {
    /// The relative path up to the published folder.
    fn up(&self) -> String {
        self.name.map(up).unwrap_or_default()
    }
}

/// Writes the folder of one budget.
pub fn write(budget: &Budget, json: &[u8], place: &OutputFolder, site: &Site) -> io::Result<()> {
    let folder = place.folder;
    for part in [folder, &folder.join("tables"), &folder.join("charts")] {
        fs::create_dir_all(part).map_err(at(part))?;
    }
    let locale = Locale { lang: Lang::Zh, unit: unit(budget) };
    precompress::write(&folder.join("budget.json"), json)?;
    let tables: Vec<_> = budget.tables.iter().map(|table| csv::table(table).into_bytes()).collect();
    for (i, (table, text)) in budget.tables.iter().zip(&tables).enumerate() {
        let name = datapackage::name(i, table) + ".csv";
        precompress::write(&folder.join("tables").join(name), text)?;
    }
    precompress::write(&folder.join(workbook::NAME), &workbook::workbook(budget)?)?;
    let name = place.name.map_or_else(|| format!("budget-{}", budget.document.year), |name| name.replace('/', "-"));
    let license = site.portal.config.license.as_deref();
    let package = datapackage::json(budget, &name, &Files { tables: &tables, json }, license)?;
    precompress::write(&folder.join("datapackage.json"), package.as_bytes())?;
    let report = check(budget);
    let figures = figures_checked(budget, &report, &Query::default(), locale);
    let palette = svg::theme(svg::LIGHT);
    for figure in figures.iter().filter(|figure| figure.plot != Plot::None) {
        let drawing = svg::document(&scene(figure, locale, FRAME), &palette);
        precompress::write(&folder.join("charts").join([figure.id, ".svg"].concat()), drawing.as_bytes())?;
    }
    let head = headline(budget, locale);
    if let Some(fonts) = &site.fonts {
        site.pictures(folder, budget, &head, locale, fonts)?;
    }
    let mut frame = site.frame(&place.links, &place.up());
    if site.fonts.is_some() {
        frame.head.insert(0, first_image());
    }
    let cited = Cited::of(budget, json);
    let about = about(budget, json, &cited, place, site, locale);
    if let Some(address) = site.address(place.name) {
        let text = linked_data::oembed(&cited.title, &address, site.fonts.is_some(), site);
        precompress::write(&folder.join(linked_data::OEMBED), text.as_bytes())?;
    }
    let cite = cited.section(budget, site.address(place.name).as_deref());
    let html = |page: &Element| {
        let body = frame.around(page);
        let document = Document { up: &frame.up, about: about.clone(), styles: frame.styles.clone(), body };
        document::html(&site.program.manifest, &document)
    };
    // One tree becomes one page after the other: it has ten thousand nodes, and a copy would take as long as making it.
    let mut page = page::tree_of(budget, &report, &figures);
    link_other_years(&mut page, &place.links);
    if let Some(main) = main_part(&mut page) {
        main.push(cite.into());
    }
    precompress::write(&folder.join(WHOLE), html(&page).as_bytes())?;
    if let Some(main) = main_part(&mut page) {
        main.pop();
    }
    let page = slim(page, WHOLE, locale);
    precompress::write(&folder.join("index.html"), html(&page).as_bytes())?;
    let up = [&place.up(), "../"].concat();
    FigurePages { folder, name: place.name, up, head: &head }.write(&figures, page, site)?;
    if let Some(fonts) = site.fonts.as_ref().filter(|_| site.figures) {
        for figure in figure_page::with_pages(&figures) {
            site.figure_picture(&folder.join(figure.id), figure, &head, locale, fonts)?;
        }
    }
    Ok(())
}

/// Leads numbers of other documents, whose places (`#2025/表三-201`) only the program finds, to the pages of those.
fn link_other_years(element: &mut Element, links: &PageLinks) {
    let other = |id: &str| {
        let (name, place) = id.strip_prefix('#')?.split_once('/')?;
        let own = links.editions.iter().find(|own| own.edition.id() == name)?;
        Some([own.address.as_deref()?, "#", place].concat())
    };
    for (name, value) in element.attributes.iter_mut().filter(|(name, _)| *name == AWAITED) {
        if let Some(address) = other(value) {
            (*name, *value) = ("href", address);
        }
    }
    for child in &mut element.children {
        if let Node::Element(child) = child {
            link_other_years(child, links);
        }
    }
}

/// The nodes of a page's main part.
fn main_part(page: &mut Element) -> Option<&mut Vec<Node>> {
    if page.tag == "main" {
        return Some(&mut page.children);
    }
    page.children.iter_mut().find_map(|part| if let Node::Element(part) = part { main_part(part) } else { None })
}

/// The meta tags of a budget's page.
fn about(
    budget: &Budget,
    json: &[u8],
    cited: &Cited,
    place: &OutputFolder,
    site: &Site,
    locale: Locale,
) -> Vec<Element> {
    let address = site.address(place.name);
    let head = headline(budget, locale);
    let description = summary(budget, locale).describe(locale);
    let data = address.as_deref().map(|address| {
        [
            linked_data::oembed_link(&cited.title, address),
            linked_data::dataset(budget, cited, &description, address, site),
        ]
    });
    let about = About {
        // As the program will call it.
        title: [&head.department, " · ", &head.occasion, " · ", site.portal.name().unwrap_or("预算透视")].concat(),
        description,
        address: address.as_deref(),
        picture: site.fonts.is_some(),
        locale: "zh_CN",
        site: site.portal.name().unwrap_or(SITE),
    };
    let made_of = el("meta").attr("name", budget_digest::NAME).attr("content", budget_digest::mark(json));
    // The program opens the department's other documents together with this one.
    let other = |address: &String| {
        let folder = address.trim_end_matches("index.html");
        el("link").attr("rel", "budget").attr("href", [folder, "budget.json"].concat())
    };
    let others = place.links.editions.iter().filter_map(|one| one.address.as_ref()).map(other);
    about
        .elements()
        .into_iter()
        .chain(data.into_iter().flatten())
        .chain([made_of])
        .chain(others)
        .chain(site.statistics.as_ref().map(|file| file.link(&place.up())))
        .chain(site.links(&place.up()))
        .collect()
}

/// The unit that the page starts with.
pub fn unit(budget: &Budget) -> Unit {
    if Unit::CHOICE.contains(&budget.document.unit) { budget.document.unit } else { Unit::Wan }
}
