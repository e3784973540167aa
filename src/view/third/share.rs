//! The dialog to share and save: links, pictures, tables, the page itself, code to embed.

mod address;
mod clipboard;
mod dialog;
mod download;
mod model;
mod preview;
mod rendered_image;
mod saved_page;
mod web_share;

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::markup::{ExportAction, Part};
use crate::view::dom::frames::next_frame;
use crate::view::dom::reflect::{call, navigator, text};
use crate::view::state::app_state::{AppState, PrintScope};
use clipboard::{Copied, copy};
use dialog::Dialog;
use download::download;
use model::ShareModel;

/// The dialog, and its content while it is open.
#[derive(Default)]
struct State {
    sheet: Option<Dialog>,
    model: Option<ShareModel>,
    listens: bool,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Opens the dialog for a figure, or for the whole page (`""`).
pub fn open(app: AppState, figure: &'static str) {
    let Some(model) = untrack(|| ShareModel::of(app, figure)) else { return };
    STATE.with_borrow_mut(|state| {
        if !state.listens {
            state.listens = true;
            preview::on_refusal(|| change(|model| model.refused = true));
        }
        if state.sheet.is_none() {
            state.sheet = Dialog::new(heard, close);
        }
        state.model = Some(model);
    });
    show();
    STATE.with_borrow_mut(|state| state.sheet.as_mut().and_then(Dialog::show));
}

fn close() {
    STATE.with_borrow_mut(|state| {
        if state.model.take().is_some()
            && let Some(sheet) = &mut state.sheet
        {
            sheet.close();
        }
    });
}

/// Updates the dialog with its present content.
fn show() {
    STATE.with_borrow_mut(|state| {
        if let State { sheet: Some(sheet), model: Some(model), .. } = state {
            sheet.fill(model.tree());
        }
    });
}

/// Changes the dialog's content and updates the dialog; does nothing if it has been closed.
fn change(change: impl FnOnce(&mut ShareModel)) {
    let changed = STATE.with_borrow_mut(|state| state.model.as_mut().map(change).is_some());
    if changed {
        show();
    }
}

/// Reads something from the dialog's content, if it is open.
fn ask<T>(ask: impl FnOnce(&ShareModel) -> Option<T>) -> Option<T> {
    STATE.with_borrow(|state| state.model.as_ref().and_then(ask))
}

fn say(part: Part, zh: &str, en: &str, parts: &[&str]) {
    change(|model| model.said = Some((part, model.locale.format(zh, en, parts))));
}

fn heard(name: &str) {
    if let Some(wanted) = ExportAction::from_name(name) {
        take(wanted);
    }
}

/// Carries out the action of a button.
fn take(take: ExportAction) {
    match take {
        ExportAction::Close => close(),
        ExportAction::Link => copied(take.part(), "#sheet-link", |model| model.link.clone()),
        ExportAction::Snippet => copied(take.part(), "#sheet-snippet", |model| Some(model.snippet())),
        ExportAction::Send => send(false),
        ExportAction::SendPicture => send(true),
        ExportAction::Png => save(take.part(), "image/png", "png", |model| model.drawn.as_ref()?.png()),
        ExportAction::DetailedPng => save(take.part(), "image/png", "png", ShareModel::detailed_png),
        ExportAction::Svg => {
            let drawing = |model: &ShareModel| Some(model.detailed_svg()?.into_bytes());
            save(take.part(), "image/svg+xml", "svg", drawing);
        }
        ExportAction::Csv => {
            save(take.part(), "text/csv;charset=utf-8", "csv", |model| Some(model.csv()?.into_bytes()));
        }
        ExportAction::Table(i) => {
            let table = move |model: &ShareModel| Some(model.table(i)?.into_bytes());
            save_as(take.part(), "text/csv;charset=utf-8", ask(|model| model.table_name(i)), table);
        }
        ExportAction::Json => save(take.part(), "application/json", "json", ShareModel::json),
        ExportAction::Page => keep(),
        ExportAction::Print | ExportAction::Summary => {
            let target = ask(|model| Some((model.app, model.id())));
            close();
            if let Some((app, figure)) = target {
                let whole = if take == ExportAction::Summary { PrintScope::Summary } else { PrintScope::All };
                if let Some(second) = untrack(|| app.second_module()) {
                    (second.print)(app, figure.map_or(whole, PrintScope::Figure));
                }
            }
        }
        ExportAction::Embed => change(|model| model.embeds = !model.embeds),
        ExportAction::Form(form) => change(|model| model.form = form),
        ExportAction::Detail(detail) => change(|model| model.detail = detail),
        ExportAction::Width(width) => change(|model| model.width = width),
    }
    if take == ExportAction::Embed {
        measure();
    }
}

/// Copies the text of a field in the dialog.
fn copied(part: Part, field: &'static str, what: fn(&ShareModel) -> Option<String>) {
    let field = document().query_selector(field).ok().flatten();
    let Some((what, field)) = ask(what).zip(field) else { return };
    spawn_local(async move {
        match copy(&what, &field).await {
            Copied::Yes => say(part, "已复制。", "Copied.", &[]),
            Copied::Selected => say(
                part,
                "这里不让网页自己复制：已选中，请长按或用 Ctrl+C 复制。",
                "This browser lets no page copy: it is selected, press and hold it, or press Ctrl+C.",
                &[],
            ),
        }
    });
}

/// Opens the system's share dialog with the link, with or without the picture. Cancelling there is no error.
fn send(with_picture: bool) {
    let Some((link, about)) = ask(|model| Some((model.link.clone()?, model.about.clone()))) else { return };
    let what = js_sys::Object::new();
    for (name, value) in [("title", &about), ("url", &link)] {
        let _ = js_sys::Reflect::set(&what, &text(name), &text(value));
    }
    if let Some(file) = ask(ShareModel::file).filter(|_| with_picture) {
        let _ = js_sys::Reflect::set(&what, &text("files"), &js_sys::Array::of1(&file));
    }
    if call(&navigator(), "share", &[what.into()]).is_err() {
        say(Part::Link, "发送没有打开，请复制链接。", "The system's sheet did not open; please copy the link.", &[]);
    }
}

/// Saves a file about the figure.
fn save(part: Part, kind: &str, ending: &'static str, bytes: impl FnOnce(&ShareModel) -> Option<Vec<u8>>) {
    save_as(part, kind, ask(|model| Some(model.file_name(ending))), bytes);
}

fn save_as(part: Part, kind: &str, name: Option<String>, bytes: impl FnOnce(&ShareModel) -> Option<Vec<u8>>) {
    let Some(name) = name else { return };
    match ask(bytes).map(|bytes| download(&bytes, kind, &name)) {
        Some(Ok(())) => say(
            part,
            "正在保存“{0}”。没有反应的话，这个程序不让网页保存文件：请用浏览器打开这一页。",
            "Saving “{0}”. If nothing happens, this program lets no page save files: please open it in a browser.",
            &[&name],
        ),
        _ => say(
            part,
            "“{0}”没有保存成功，请用另一个浏览器。",
            "“{0}” could not be saved; please try another browser.",
            &[&name],
        ),
    }
}

/// Saves the whole page, which takes a moment.
fn keep() {
    let part = ExportAction::Page.part();
    let Some((app, loaded, locale)) = ask(|model| Some((model.app, model.loaded.clone(), model.locale))) else {
        return;
    };
    say(part, "正在整理网页……", "Putting the page together …", &[]);
    spawn_local(async move {
        next_frame().await;
        match saved_page::file(app, loaded, locale).await {
            Ok(file) => save(part, "text/html;charset=utf-8", "html", |_| Some(file.into_bytes())),
            Err(diagnostic) => {
                let why = diagnostic.sentence(locale.lang);
                say(part, "网页没有保存成功：{0}", "The page could not be saved: {0}", &[&why]);
            }
        }
    });
}

/// Measures the height of the preview as long as one is shown.
fn measure() {
    let Some(sheet) = STATE.with_borrow(|state| state.sheet.as_ref().map(Dialog::element)) else { return };
    if ask(|model| Some(model.embeds)) == Some(true) {
        spawn_local(preview::measure(sheet, |height| change(|model| model.height = Some(height))));
    }
}
