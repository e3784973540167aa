//! What all pages of a published folder have in common.

use std::io;
use std::path::Path;

use super::portal::{self, PageLinks, Portal};
use super::program::Program;
use super::statistics::StatisticsFile;
use super::{figure_page, precompress};
use crate::budget::Budget;
use crate::export::{document, preview};
use crate::figure::{Figure, Headline};
use crate::locale::{Lang, Locale};
use crate::markup::{Element, el};
use crate::paint::{Fonts, bitmap, svg};

/// The frame around a page: its styles, header and footer.
#[derive(Default)]
pub struct Frame {
    /// The relative path from the page up to the published folder.
    pub up: String,
    /// The links to its styles.
    pub styles: Vec<Element>,
    /// What stands above the page.
    pub head: Vec<Element>,
    /// What stands below it.
    pub foot: Option<Element>,
}

impl Frame {
    /// A page's elements between what stands above and below them.
    pub fn around<'e>(&'e self, page: &'e Element) -> Vec<&'e Element> {
        self.head.iter().chain([page]).chain(&self.foot).collect()
    }
}

/// What all budgets' folders have in common.
pub struct Site<'a> {
    /// What every page runs.
    pub program: Program,
    /// The fonts of the pictures, if there are any.
    pub fonts: Option<Fonts>,
    /// Where the folder will be on the web.
    pub url: Option<&'a str>,
    /// The language of the list of several.
    pub lang: Lang,
    /// The portal that it is published for.
    pub portal: Portal,
    /// The official statistics that go with the budgets, if any are given.
    pub statistics: Option<StatisticsFile>,
    /// Whether there are several budgets, with ways between their pages.
    pub several: bool,
    /// Whether each figure's page has a picture of its own.
    pub figures: bool,
}

impl Site<'_> {
    /// The address of a folder of the site, or of the site; `None` where it is not known.
    pub fn address(&self, name: Option<&str>) -> Option<String> {
        let folder = name.map(|name| [name, "/"].concat()).unwrap_or_default();
        Some([self.url?, &folder].concat())
    }

    /// The address of a folder of the site, or of the site; a relative one where the site's address is not known.
    pub fn link(&self, name: Option<&str>) -> String {
        self.address(name).unwrap_or_else(|| name.map_or_else(|| "./".into(), |name| [name, "/"].concat()))
    }

    /// The elements of a page's head for the icon and for the script that counts visits; `up` leads from the page to
    /// the published folder.
    pub fn links(&self, up: &str) -> Vec<Element> {
        let icons = self.portal.icon(up).map_or_else(|| document::icons(up), |icon| vec![icon]);
        icons.into_iter().chain(self.portal.script(up)).collect()
    }

    /// The frame of a page from which `up` leads to the published folder.
    pub fn frame(&self, links: &PageLinks, up: &str) -> Frame {
        let styles = el("link").attr("rel", "stylesheet").attr("href", Portal::styles(up));
        // One budget has no list and no other years.
        let script = el("script").attr("src", Portal::frame_script(up)).attr("defer", "");
        let script = self.several.then_some(script);
        Frame {
            up: up.into(),
            styles: if self.has_frame() { [styles].into_iter().chain(script).collect() } else { Vec::new() },
            head: portal::head(&self.portal, links, up).into_iter().collect(),
            foot: portal::foot(&self.portal, up),
        }
    }

    /// Whether anything stands around the pages.
    pub fn has_frame(&self) -> bool {
        self.several || self.portal.is_given()
    }

    /// Writes the picture of the link to one figure.
    pub fn figure_picture(
        &self,
        folder: &Path,
        figure: &Figure,
        head: &Headline,
        locale: Locale,
        fonts: &Fonts,
    ) -> io::Result<()> {
        let palette = svg::theme(&self.portal.theme(svg::LIGHT));
        let scene = preview::of_figure(figure, head, self.portal.name(), locale);
        precompress::write(&folder.join(figure_page::PICTURE), &bitmap::png(&scene, 1.0, &palette, fonts)?)
    }

    /// Writes the pictures of a budget's links, in the portal's colour.
    pub fn pictures(
        &self,
        folder: &Path,
        budget: &Budget,
        head: &Headline,
        locale: Locale,
        fonts: &Fonts,
    ) -> io::Result<()> {
        let palette = svg::theme(&self.portal.theme(svg::LIGHT));
        for form in preview::FORMS {
            let scene = preview::scene(budget, head, self.portal.name(), form, locale);
            precompress::write(&folder.join(form.name), &bitmap::png(&scene, 1.0, &palette, fonts)?)?;
        }
        Ok(())
    }
}
