//! The content of the open share dialog: a figure as the reader sees it, or the whole page.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::address;
use super::download::file;
use super::rendered_image::RenderedImage;
use super::web_share::sends;
use crate::chart;
use crate::export::document_picture::{self, About};
use crate::export::{Embed, chat_picture, csv, file_name};
use crate::figure::{self, Figure, Grid, headline};
use crate::load::Loaded;
use crate::locale::Locale;
use crate::markup::{self, Detail, Element, Embedding, Form, Part, ShareDialog, ShareSupport};
use crate::paint::svg;
use crate::scene::Scene;
use crate::view::state::app_state::AppState;

/// The height of a frame that could not be measured, in CSS pixels.
const HEIGHT: u32 = 720;

/// The pixels of the picture for documents for each CSS pixel.
const DETAILED: f64 = 2.0;

/// The content of the dialog, with the reader's settings and the result of the last action.
pub struct ShareModel {
    /// The page.
    pub app: AppState,
    /// The budget that is shown.
    pub loaded: Arc<Loaded>,
    /// The language and the unit.
    pub locale: Locale,
    /// The question, or the department with its year.
    pub about: String,
    /// The address of what the reader sees; none for a file of the reader's own.
    pub link: Option<String>,
    /// The picture for chats, where one could be painted.
    pub drawn: Option<RenderedImage>,
    /// The figure's picture for documents, painted only when somebody saves it.
    detailed: Option<Scene>,
    /// What the system's own share dialog accepts.
    sends: ShareSupport,
    /// Whether the part on embedding is unfolded.
    pub embeds: bool,
    /// The way in which a portal embeds the figure.
    pub form: Form,
    /// How much of the figure a portal shows.
    pub detail: Detail,
    /// The width of the preview's column, in CSS pixels.
    pub width: u16,
    /// The height of the figure in the preview, once it is measured.
    pub height: Option<u32>,
    /// Whether this site's policy refuses frames.
    pub refused: bool,
    /// The result of the last action, and the part of the dialog that shows it.
    pub said: Option<(Part, String)>,
    figure: Option<Figure>,
    tables: Vec<String>,
}

impl ShareModel {
    /// The content for the figure with this id, or for the whole page (`""`); `None` while no budget is shown.
    pub fn of(app: AppState, id: &'static str) -> Option<ShareModel> {
        let (loaded, locale) = (app.loaded.get()?, app.locale());
        let head = headline(&loaded.budget, locale);
        let figure = figure::all().find(|question| question.id == id).and_then(|question| {
            let query = app.query.with(|query| query.only(question.params));
            (app.second_module()?.answer)(app, question, &loaded, &query, locale)
        });
        let own = app.status.with(|status| status.file.is_some());
        let link = if own { None } else { address::link(figure.as_ref().map_or("", |figure| figure.id)) };
        let about = About {
            occasion: head.occasion.clone(),
            department: head.department.clone(),
            host: address::host(),
            address: link.clone(),
        };
        let scene = match &figure {
            Some(figure) => {
                chat_picture::chat_picture(figure, chart::scene(figure, locale, chat_picture::FRAME), &about, locale)
            }
            None => chat_picture::of_page(&head, &figure::summary(&loaded.budget, locale), &about, locale),
        };
        let drawn = RenderedImage::of(&scene, chat_picture::SCALE);
        let detailed = figure.as_ref().map(|figure| {
            document_picture::document_picture(
                figure,
                chart::scene(figure, locale, document_picture::FRAME),
                &about,
                locale,
            )
        });
        let all = loaded.budget.tables.iter().map(|table| [table.number.as_str(), " ", &table.title].concat());
        Some(ShareModel {
            about: figure
                .as_ref()
                .map_or_else(|| [&about.department, " · ", &about.occasion].concat(), |f| f.question.into()),
            link,
            tables: if id == "tables" { all.collect() } else { Vec::new() },
            app,
            loaded,
            locale,
            sends: sends(drawn.as_ref().and_then(|drawn| file(&drawn.png()?, "image/png", "a.png"))),
            drawn,
            detailed,
            embeds: false,
            form: Form::Frame,
            detail: Detail::All,
            width: 375,
            height: None,
            refused: false,
            said: None,
            figure,
        })
    }

    /// The content as element trees.
    pub fn tree(&self) -> Vec<Element> {
        let (snippet, address) = (self.snippet(), self.address());
        let embed = self.link.is_some().then(|| Embedding {
            open: self.embeds,
            form: self.form,
            detail: self.detail,
            width: self.width,
            snippet: &snippet,
            address: &address,
            refused: self.refused,
        });
        let offer = ShareDialog {
            about: &self.about,
            whole: self.figure.is_none(),
            link: self.link.as_deref(),
            sends: self.sends,
            picture: self.drawn.as_ref().map(|drawn| drawn.address.as_str()),
            has_table: self.grid().is_some(),
            tables: &self.tables,
            embed,
            said: self.said.as_ref().map(|(part, text)| (*part, text.as_str())),
        };
        markup::share_dialog(&offer, self.locale)
    }

    /// The picture for chats as a file for the system's own share dialog.
    pub fn file(&self) -> Option<JsValue> {
        file(&self.drawn.as_ref()?.png()?, "image/png", &self.file_name("png"))
    }

    /// The picture for documents in pixels.
    pub fn detailed_png(&self) -> Option<Vec<u8>> {
        RenderedImage::of(self.detailed.as_ref()?, DETAILED)?.png()
    }

    /// The picture for documents as SVG.
    pub fn detailed_svg(&self) -> Option<String> {
        Some(svg::document(self.detailed.as_ref()?, &svg::theme(svg::LIGHT)))
    }

    /// The figure's id; none for the whole page.
    pub fn id(&self) -> Option<&'static str> {
        self.figure.as_ref().map(|figure| figure.id)
    }

    /// The address of the figure alone.
    fn address(&self) -> String {
        self.embedded(|embed: &Embed| embed.address()).unwrap_or_default()
    }

    /// The code that a portal's editor pastes.
    pub fn snippet(&self) -> String {
        self.embedded(|embed| embed.snippet(self.form)).unwrap_or_default()
    }

    /// The figure's own table as CSV.
    pub fn csv(&self) -> Option<String> {
        self.grid().map(csv::grid)
    }

    /// An official table as CSV.
    pub fn table(&self, i: usize) -> Option<String> {
        self.loaded.budget.tables.get(i).map(csv::table)
    }

    /// The file name of an official table.
    pub fn table_name(&self, i: usize) -> Option<String> {
        let name = self.tables.get(i)?;
        let document = &self.loaded.budget.document;
        Some(file_name(&[&document.department, &document.year.to_string(), name], "csv"))
    }

    /// The budget as it was read, byte for byte.
    pub fn json(&self) -> Option<Vec<u8>> {
        self.app.status.try_with_untracked(|status| status.source_bytes.clone()).flatten()
    }

    /// The name of a saved file with this extension.
    pub fn file_name(&self, ending: &str) -> String {
        let document = &self.loaded.budget.document;
        let name = self.locale.lang.name(&document.department, document.department_en.as_deref());
        // A file of the whole budget has the same name whichever figure's dialog it was saved from.
        let whole = self.figure.is_none() || matches!(ending, "json" | "html");
        let about = if whole { self.locale.tr("部门预算", "budget") } else { &self.about };
        file_name(&[name, &document.year.to_string(), about], ending)
    }

    fn grid(&self) -> Option<&Grid> {
        self.figure.as_ref().map(|figure| &figure.grid).filter(|grid| !grid.rows.is_empty())
    }

    fn embedded<T>(&self, of: impl FnOnce(&Embed) -> T) -> Option<T> {
        let detail = self.detail.param().map(|detail| ("detail".into(), detail.into()));
        let query: Vec<_> = address::choices().into_iter().chain(detail).collect();
        let path = query.iter().find(|(name, _)| name == "data").map_or("budget.json", |(_, path)| path);
        Some(of(&Embed {
            page: &address::page()?,
            script: &self.app.host.program("embed.js")?,
            data: &address::beside(path)?,
            figure: self.id().unwrap_or(figure::SUMMARY),
            query: &query,
            title: &self.about,
            height: self.height.unwrap_or(HEIGHT),
        }))
    }
}
