//! What can be taken away from the page: links, pictures, tables, the page itself.

mod address;
mod clipboard;
mod download;
mod drawn;
mod kept;
mod offered;
mod preview;
mod sends;
mod sheet;

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::print::{Paper, print};
use crate::markup::{Part, Take};
use crate::view::dom::by_name::{call, navigator, text};
use crate::view::dom::frames::next_frame;
use crate::view::state::page::Page;
use clipboard::{Copied, copy};
use download::download;
use offered::Offered;
use sheet::Sheet;

/// The sheet, and what it offers while it is open.
#[derive(Default)]
struct State {
    sheet: Option<Sheet>,
    offered: Option<Offered>,
    listens: bool,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Offers what can be taken away of a figure, or of the whole page (`""`).
pub fn open(page: Page, figure: &'static str) {
    let Some(offered) = untrack(|| Offered::of(page, figure)) else { return };
    STATE.with_borrow_mut(|state| {
        if !state.listens {
            state.listens = true;
            preview::on_refusal(|| change(|offered| offered.refused = true));
        }
        if state.sheet.is_none() {
            state.sheet = Sheet::new(heard, close);
        }
        state.offered = Some(offered);
    });
    show();
    STATE.with_borrow_mut(|state| state.sheet.as_mut().and_then(Sheet::show));
}

fn close() {
    STATE.with_borrow_mut(|state| {
        if state.offered.take().is_some()
            && let Some(sheet) = &mut state.sheet
        {
            sheet.close();
        }
    });
}

/// Fills the sheet with what is offered now.
fn show() {
    STATE.with_borrow_mut(|state| {
        if let State { sheet: Some(sheet), offered: Some(offered), .. } = state {
            sheet.fill(offered.tree());
        }
    });
}

/// Changes what is offered, and shows it; nothing where the sheet is closed by now.
fn change(change: impl FnOnce(&mut Offered)) {
    let changed = STATE.with_borrow_mut(|state| state.offered.as_mut().map(change).is_some());
    if changed {
        show();
    }
}

/// What is offered tells something.
fn ask<T>(ask: impl FnOnce(&Offered) -> Option<T>) -> Option<T> {
    STATE.with_borrow(|state| state.offered.as_ref().and_then(ask))
}

fn say(part: Part, zh: &str, en: &str, parts: &[&str]) {
    change(|offered| offered.said = Some((part, offered.locale.format(zh, en, parts))));
}

fn heard(name: &str) {
    if let Some(wanted) = Take::from_name(name) {
        take(wanted);
    }
}

/// Does what a button says.
fn take(take: Take) {
    match take {
        Take::Close => close(),
        Take::Link => copied(take.part(), "#sheet-link", |offered| offered.link.clone()),
        Take::Snippet => copied(take.part(), "#sheet-snippet", |offered| Some(offered.snippet())),
        Take::Send => send(false),
        Take::SendPicture => send(true),
        Take::Png => save(take.part(), "image/png", "png", |offered| offered.drawn.as_ref()?.png()),
        Take::DetailedPng => save(take.part(), "image/png", "png", Offered::detailed_png),
        Take::Svg => {
            let drawing = |offered: &Offered| Some(offered.detailed_svg()?.into_bytes());
            save(take.part(), "image/svg+xml", "svg", drawing);
        }
        Take::Csv => save(take.part(), "text/csv;charset=utf-8", "csv", |offered| Some(offered.csv()?.into_bytes())),
        Take::Table(i) => {
            let table = move |offered: &Offered| Some(offered.table(i)?.into_bytes());
            save_as(take.part(), "text/csv;charset=utf-8", ask(|offered| offered.table_name(i)), table);
        }
        Take::Json => save(take.part(), "application/json", "json", Offered::json),
        Take::Page => keep(),
        Take::Print | Take::Summary => {
            let asked = ask(|offered| Some((offered.page, offered.id())));
            close();
            if let Some((page, figure)) = asked {
                let whole = if take == Take::Summary { Paper::Summary } else { Paper::All };
                print(page, figure.map_or(whole, Paper::Figure));
            }
        }
        Take::Embed => change(|offered| offered.embeds = !offered.embeds),
        Take::Form(form) => change(|offered| offered.form = form),
        Take::Detail(detail) => change(|offered| offered.detail = detail),
        Take::Width(width) => change(|offered| offered.width = width),
    }
    if take == Take::Embed {
        measure();
    }
}

/// Copies a text that stands in a field of the sheet.
fn copied(part: Part, field: &'static str, what: fn(&Offered) -> Option<String>) {
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

/// Hands the link to the system, with the picture or without. Who changes their mind there has done nothing wrong.
fn send(with_picture: bool) {
    let Some((link, about)) = ask(|offered| Some((offered.link.clone()?, offered.about.clone()))) else { return };
    let what = js_sys::Object::new();
    for (name, value) in [("title", &about), ("url", &link)] {
        let _ = js_sys::Reflect::set(&what, &text(name), &text(value));
    }
    if let Some(file) = ask(Offered::file).filter(|_| with_picture) {
        let _ = js_sys::Reflect::set(&what, &text("files"), &js_sys::Array::of1(&file));
    }
    if call(&navigator(), "share", &[what.into()]).is_err() {
        say(Part::Link, "发送没有打开，请复制链接。", "The system's sheet did not open; please copy the link.", &[]);
    }
}

/// Saves a file about the figure.
fn save(part: Part, kind: &str, ending: &'static str, bytes: impl FnOnce(&Offered) -> Option<Vec<u8>>) {
    save_as(part, kind, ask(|offered| Some(offered.file_name(ending))), bytes);
}

fn save_as(part: Part, kind: &str, name: Option<String>, bytes: impl FnOnce(&Offered) -> Option<Vec<u8>>) {
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
    let part = Take::Page.part();
    let Some((page, loaded, locale)) = ask(|offered| Some((offered.page, offered.loaded.clone(), offered.locale)))
    else {
        return;
    };
    say(part, "正在整理网页……", "Putting the page together …", &[]);
    spawn_local(async move {
        next_frame().await;
        match kept::file(page, loaded, locale).await {
            Ok(file) => save(part, "text/html;charset=utf-8", "html", |_| Some(file.into_bytes())),
            Err(fault) => {
                let why = fault.sentence(locale.lang);
                say(part, "网页没有保存成功：{0}", "The page could not be saved: {0}", &[&why]);
            }
        }
    });
}

/// Follows the height of the preview while one is shown.
fn measure() {
    let Some(sheet) = STATE.with_borrow(|state| state.sheet.as_ref().map(Sheet::element)) else { return };
    if ask(|offered| Some(offered.embeds)) == Some(true) {
        spawn_local(preview::measure(sheet, |height| change(|offered| offered.height = Some(height))));
    }
}
