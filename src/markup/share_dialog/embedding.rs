//! The part of the share dialog for portals: the code to paste, how much of the figure it shows, and a preview.

use super::{Part, ShareDialog, button, buttons, hint, part};
use crate::locale::Locale;
use crate::markup::export_action::{Detail, ExportAction, Form, WIDTHS};
use crate::markup::node::{Element, el};

/// The settings with which a portal would show the figure.
#[derive(Debug, Clone)]
pub struct Embedding<'a> {
    /// Whether the reader has unfolded this part of the dialog.
    pub open: bool,
    /// The way in which the figure is embedded.
    pub form: Form,
    /// How much of the figure is shown.
    pub detail: Detail,
    /// The width of the preview's column, in CSS pixels.
    pub width: u16,
    /// The code to paste.
    pub snippet: &'a str,
    /// The address of the figure alone.
    pub address: &'a str,
    /// Whether this site's policy has refused the frame.
    pub refused: bool,
}

/// The part for portals, if there is one.
pub fn embed(offer: &ShareDialog, locale: Locale) -> Option<Element> {
    let embed = offer.embed.as_ref()?;
    let title = locale.tr("嵌入到网站", "Embed it in a site");
    let what = locale.tr(
        "给网站编辑：把代码贴进页面，图就在那里显示，数字随本站更新。",
        "For a site's editor: paste the code, and the figure shows there, always with this site's numbers.",
    );
    let text = if embed.open {
        locale.tr("收起", "Fold")
    } else {
        locale.tr("显示代码和预览", "Show code and preview")
    };
    let fold = buttons([button(ExportAction::Embed, text).attr("aria-expanded", embed.open.to_string())]);
    let inside = if embed.open { opened(offer, embed, locale) } else { Vec::new() };
    Some(part(Part::Embed, title, offer, [hint(what), fold, el("div").class("embedding").children(inside)]))
}

fn opened(offer: &ShareDialog, embed: &Embedding, locale: Locale) -> Vec<Element> {
    let form = |(form, zh, en)| {
        let take = ExportAction::Form(form);
        segment(take, locale.tr(zh, en), form == embed.form)
    };
    let forms = [
        (Form::Frame, "框架", "Frame"),
        (Form::Sizing, "自动高度", "Sizes itself"),
        (Form::Element, "网页元素", "Element"),
    ];
    let explained = match embed.form {
        Form::Frame => locale.tr("不需要脚本，高度固定。", "Needs no script; its height is fixed."),
        Form::Sizing => locale.tr("一段脚本让框架和内容一样高。", "A script keeps the frame as high as what it shows."),
        Form::Element => {
            locale.tr("成为页面的一部分，同样自动高度。", "A part of the page itself, as high as what it shows.")
        }
    };
    let detail = |(detail, zh, en)| segment(ExportAction::Detail(detail), locale.tr(zh, en), detail == embed.detail);
    let details = [
        (Detail::All, "全部", "All of it"),
        (Detail::Chart, "一句话和图", "Answer and chart"),
        (Detail::Number, "只要一句话", "Answer alone"),
    ];
    let code = el("textarea")
        .class("find")
        .attr("id", "sheet-snippet")
        .attr("readonly", "")
        .attr("rows", "5")
        .attr("spellcheck", "false")
        .attr("aria-label", locale.tr("要粘贴的代码", "The code to paste"))
        .text(embed.snippet);
    let copy = buttons([button(ExportAction::Snippet, locale.tr("复制代码", "Copy the code"))]);
    let width = |width: u16| {
        let text = locale.format("{0} 像素", "{0} px", &[&width.to_string()]);
        segment(ExportAction::Width(width), &text, width == embed.width)
    };
    vec![
        group(locale.tr("嵌入方式", "How"), forms.map(form)),
        hint(explained),
        group(locale.tr("放多少", "How much"), details.map(detail)),
        code,
        copy,
        el("h4").text(locale.tr("预览：栏宽", "Preview: width of the column")),
        group(locale.tr("栏宽", "Width of the column"), WIDTHS.map(width)),
        preview(offer, embed, locale),
    ]
}

/// The figure as the portal's readers would see it, or why it cannot be shown here.
fn preview(offer: &ShareDialog, embed: &Embedding, locale: Locale) -> Element {
    let place = el("div").class("preview").attr("data-width", embed.width.to_string());
    let frame = el("iframe").attr("title", offer.about).attr("data-preview", "");
    match embed.form {
        // A small page that contains the code only. It makes no request, so no policy can refuse it.
        Form::Element => {
            let page = String::from("<!doctype html>") + embed.snippet;
            return place.child(frame.attr("marginwidth", "0").attr("marginheight", "0").attr("srcdoc", page));
        }
        _ if !embed.refused => return place.child(frame.attr("src", embed.address)),
        _ => {}
    }
    let why = locale.tr(
        "本站的安全策略不允许在这里显示框架（需要 frame-src 'self'），所以这里是图片；嵌入到别的网站不受影响。",
        "This site's policy allows no frames here (frame-src 'self' is what it takes), so this is the picture; other \
         sites can embed the figure all the same.",
    );
    let picture = offer.picture.map(|picture| el("img").class("picture").attr("src", picture).attr("alt", offer.about));
    place.child(hint(why)).children(picture)
}

fn group(label: &str, segments: impl IntoIterator<Item = Element>) -> Element {
    el("div").class("units").attr("role", "group").attr("aria-label", label).children(segments)
}

fn segment(take: ExportAction, text: &str, pressed: bool) -> Element {
    let button = el("button").attr("type", "button").class("unit").attr("data-take", take.name());
    button.attr("aria-pressed", pressed.to_string()).text(text)
}
