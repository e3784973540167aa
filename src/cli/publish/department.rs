//! The folder of one budget: the page, the budget as it was given or read, its tables, its drawings, its picture.

use std::fs;
use std::io;
use std::path::Path;

use super::meta_tags::{About, SITE, first_image};
use super::portal::PageLinks;
use super::region::up;
use super::site::Site;
use super::{datapackage, precompress};
use crate::budget::Budget;
use crate::chart::{ChartSize, scene};
use crate::check::check;
use crate::cli::system_error::at;
use crate::export::document::{self, Document};
use crate::export::slim::slim;
use crate::export::{budget_digest, csv, page};
use crate::figure::{Plot, Query, figures, headline, summary};
use crate::locale::{Lang, Locale};
use crate::markup::{Element, el};
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
    for (i, table) in budget.tables.iter().enumerate() {
        let name = datapackage::name(i, table) + ".csv";
        precompress::write(&folder.join("tables").join(name), csv::table(table).as_bytes())?;
    }
    let name = place.name.map_or_else(|| format!("budget-{}", budget.document.year), |name| name.replace('/', "-"));
    precompress::write(&folder.join("datapackage.json"), datapackage::json(budget, &name)?.as_bytes())?;
    for figure in figures(budget, &Query::default(), locale).iter().filter(|figure| figure.plot != Plot::None) {
        let drawing = svg::document(&scene(figure, locale, FRAME), &svg::theme(svg::LIGHT));
        precompress::write(&folder.join("charts").join([figure.id, ".svg"].concat()), drawing.as_bytes())?;
    }
    if let Some(fonts) = &site.fonts {
        site.pictures(folder, budget, &headline(budget, locale), locale, fonts)?;
    }
    let mut frame = site.frame(&place.links, &place.up());
    if site.fonts.is_some() {
        frame.head.insert(0, first_image());
    }
    let whole = page::tree(budget, &check(budget));
    let slim = slim(&whole, WHOLE, locale);
    for (name, figures) in [("index.html", slim), (WHOLE, whole)] {
        let document = Document {
            up: &frame.up,
            about: about(budget, json, place, site, locale),
            styles: frame.styles.clone(),
            body: frame.around(figures),
        };
        let html = document::html(&site.program.manifest, &document);
        precompress::write(&folder.join(name), html.as_bytes())?;
    }
    Ok(())
}

/// The meta tags of a budget's page.
fn about(budget: &Budget, json: &[u8], place: &OutputFolder, site: &Site, locale: Locale) -> Vec<Element> {
    let address = site.address(place.name);
    let head = headline(budget, locale);
    let about = About {
        // As the program will call it.
        title: [&head.department, " · ", &head.occasion, " · ", site.portal.name().unwrap_or("预算透视")].concat(),
        description: summary(budget, locale).describe(locale),
        address: address.as_deref(),
        picture: site.fonts.is_some(),
        locale: "zh_CN",
        site: site.portal.name().unwrap_or(SITE),
    };
    let made_of = el("meta").attr("name", budget_digest::NAME).attr("content", budget_digest::mark(json));
    // The program opens the department's other years together with this one.
    let year = |address: &String| {
        let folder = address.trim_end_matches("index.html");
        el("link").attr("rel", "budget").attr("href", [folder, "budget.json"].concat())
    };
    let years = place.links.years.iter().filter_map(|year| year.address.as_ref()).map(year);
    about.elements().into_iter().chain([made_of]).chain(years).chain(site.links(&place.up())).collect()
}

/// The unit that the page starts with.
pub fn unit(budget: &Budget) -> Unit {
    if Unit::CHOICE.contains(&budget.document.unit) { budget.document.unit } else { Unit::Wan }
}
