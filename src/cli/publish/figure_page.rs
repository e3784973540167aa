//! A page for each figure, `structure/`: what a link to one figure shows in a chat and to a search engine, and the figure itself
//! for readers without scripts, with the way to it in the whole page.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::Path;

use super::meta_tags::{About, SITE};
use super::portal::PageLinks;
use super::site::Site;
use super::static_page;
use crate::cli::system_error::at;
use crate::export::page::relink;
use crate::figure::{Figure, Headline};
use crate::locale::Lang;
use crate::markup::{self, Element, Node, Reading, el};

/// The figures that have no page: official tables and terms answer no question in a sentence.
const WITHOUT: [&str; 2] = ["tables", "glossary"];
/// The file of a figure's own picture.
pub const PICTURE: &str = "preview.png";

/// The figures that have a page of their own.
pub fn with_pages(figures: &[Figure]) -> impl Iterator<Item = &Figure> {
    figures.iter().filter(|figure| !WITHOUT.contains(&figure.id))
}

/// The place of a budget whose figures have pages.
pub struct FigurePages<'a> {
    /// The budget's folder.
    pub folder: &'a Path,
    /// Its folder's name among several.
    pub name: Option<&'a str>,
    /// The way from a figure's page up to the published folder.
    pub up: String,
    /// Whose budget it is.
    pub head: &'a Headline,
}

impl FigurePages<'_> {
    /// Writes the page of each of these figures, which shows its card of the budget's page.
    pub fn write(&self, figures: &[Figure], page: Element, site: &Site) -> io::Result<()> {
        let mut cards = HashMap::new();
        collect(page, &mut cards);
        for figure in with_pages(figures) {
            let Some(card) = cards.remove(figure.id) else { continue };
            let own = self.folder.join(figure.id);
            fs::create_dir_all(&own).map_err(at(&own))?;
            let path = own.join("index.html");
            // Few are asked for, and each is a few kilobytes: compressed copies would be half of all files.
            fs::write(&path, self.html(figure, card, site)).map_err(at(&path))?;
        }
        Ok(())
    }

    fn html(&self, figure: &Figure, card: Element, site: &Site) -> String {
        let address = site.address(self.name);
        let own = address.as_deref().map(|address| [address, figure.id, "/"].concat());
        let Headline { department, occasion, .. } = self.head;
        let whose = site.portal.name().unwrap_or("预算透视");
        let about = About {
            title: [figure.question, " · ", department, " · ", occasion, " · ", whose].concat(),
            description: figure.answer.to_string(),
            address: own.as_deref(),
            picture: false,
            locale: "zh_CN",
            site: site.portal.name().unwrap_or(SITE),
        };
        let mut head = about.elements();
        if site.fonts.is_some() {
            // Without a picture of its own it has the budget's.
            let folder = match (&own, &address) {
                (Some(own), _) if site.figures => own.clone(),
                (_, Some(address)) => address.clone(),
                _ if site.figures => String::new(),
                _ => "../".into(),
            };
            let property = |name, content: &str| el("meta").attr("property", name).attr("content", content);
            head.retain(|element| element.value("name") != Some("twitter:card"));
            head.push(property("og:image", &[&folder, PICTURE].concat()));
            head.push(property("og:image:width", "1200"));
            head.push(property("og:image:height", "630"));
            head.push(el("meta").attr("name", "twitter:card").attr("content", "summary_large_image"));
        }
        let way = ["../index.html#", figure.id].concat();
        let who = el("p").class("who").text(occasion);
        let head_line = el("header").class("headline").child(el("div").child(who).child(el("h1").text(department)));
        let open = el("a").class("button main").attr("href", &way).text("在完整的网页里看，可以点开每个数字 ›");
        let body = vec![head_line, alone(card), el("p").class("section").child(open)];
        let list = site.several.then(|| ([&self.up, "index.html"].concat(), None));
        let frame = site.frame(&PageLinks { list, ..PageLinks::default() }, &self.up);
        static_page::page([head, Vec::new()], None, body, &frame, site, Lang::Zh)
    }
}

/// The cards of a page by their figures.
fn collect(element: Element, cards: &mut HashMap<String, Element>) {
    let place = element.value("data-place").map(String::from);
    for child in element.children {
        let Node::Element(child) = child else { continue };
        match (&place, child.tag) {
            (Some(id), "article") => {
                cards.insert(id.clone(), child);
            }
            _ => collect(child, cards),
        }
    }
}

/// A card as it stands on a page of its own, one folder below: nothing in it needs the program, and its links lead to the
/// budget's page.
fn alone(mut card: Element) -> Element {
    further(&mut card);
    relink(&mut card, &|id| Some(["../index.html#", id].concat()));
    el("div").class("cards").child(markup::written(card, Reading::Alone))
}

/// Leads links to other files there, from one folder below the budget's page, and takes the sign from lines that nothing opens here.
fn further(element: &mut Element) {
    if element.has_class("pick") {
        element.set("class", "pick");
    }
    for (_, href) in element.attributes.iter_mut().filter(|(name, _)| *name == "href") {
        if !href.starts_with(['#', '/']) && !href.contains(':') {
            *href = ["../", href].concat();
        }
    }
    for child in &mut element.children {
        if let Node::Element(child) = child {
            further(child);
        }
    }
}
