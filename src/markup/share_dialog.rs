//! The dialog to share, download, print or embed a figure or the whole page.

mod embedding;

pub use embedding::Embedding;

use super::export_action::ExportAction;
use super::node::{Element, el};
use crate::locale::Locale;
use embedding::embed;

/// The content of the dialog.
#[derive(Debug, Clone, Default)]
pub struct ShareDialog<'a> {
    /// The line below the heading: the question, or the department and year.
    pub about: &'a str,
    /// Whether the dialog is about the whole page, not a figure of it.
    pub whole: bool,
    /// The address of what the reader sees; none for a file of the reader's own, which no link leads to.
    pub link: Option<&'a str>,
    /// What the system's own share dialog accepts.
    pub sends: ShareSupport,
    /// The picture for chats, as the address of an image.
    pub picture: Option<&'a str>,
    /// Whether the figure has a table of its own.
    pub has_table: bool,
    /// The names of the official tables, where they are what the figure shows.
    pub tables: &'a [String],
    /// The code to embed the figure in a portal; none for a file of the reader's own.
    pub embed: Option<Embedding<'a>>,
    /// The result of the reader's last action, and the part of the dialog in which it is shown.
    pub said: Option<(Part, &'a str)>,
}

/// What the system's share dialog accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ShareSupport {
    /// Nothing.
    #[default]
    Nothing,
    /// A link.
    Links,
    /// A link with a picture.
    Pictures,
}

/// A part of the dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The link.
    Link,
    /// The picture.
    Picture,
    /// The numbers.
    Numbers,
    /// The code to embed.
    Embed,
    /// The page itself.
    Page,
}

impl ExportAction {
    /// The part of the dialog that the action's button stands in.
    pub const fn part(self) -> Part {
        match self {
            ExportAction::Link | ExportAction::Send | ExportAction::SendPicture | ExportAction::Close => Part::Link,
            ExportAction::Png | ExportAction::DetailedPng | ExportAction::Svg => Part::Picture,
            ExportAction::Csv | ExportAction::Table(_) | ExportAction::Json => Part::Numbers,
            ExportAction::Page | ExportAction::Print | ExportAction::Summary => Part::Page,
            ExportAction::Embed
            | ExportAction::Form(_)
            | ExportAction::Detail(_)
            | ExportAction::Width(_)
            | ExportAction::Snippet => Part::Embed,
        }
    }
}

/// The id of the dialog's heading, which labels the dialog.
pub const TITLE: &str = "sheet-title";

/// The dialog's content.
pub fn share_dialog(offer: &ShareDialog, locale: Locale) -> Vec<Element> {
    let title = if offer.whole {
        locale.tr("带走这份预算", "Take this budget with you")
    } else {
        locale.tr("分享 · 下载 · 嵌入", "Share, download, embed")
    };
    let head = el("div")
        .class("sheet-head")
        .child(el("h2").attr("id", TITLE).text(title))
        .child(button(ExportAction::Close, locale.tr("关闭", "Close")));
    let about = el("p").class("about").text(offer.about);
    let parts: Vec<_> = if offer.whole {
        let picture = picture(offer, locale);
        let before = [page(offer, locale), numbers(offer, locale), link(offer, locale)];
        before.into_iter().chain(picture).chain(embed(offer, locale)).collect()
    } else {
        let [link, numbers, paper] = [link, numbers, paper].map(|part| Some(part(offer, locale)));
        let others = [picture(offer, locale), numbers, paper, embed(offer, locale)].into_iter().flatten();
        if offer.sends != ShareSupport::Nothing && offer.link.is_some() {
            // On a phone readers mostly want to send a link; everything else is folded.
            let more = locale.tr("更多：图片、数据、打印、嵌入", "More: picture, numbers, print, embed");
            let more = el("details").class("more").child(el("summary").text(more)).children(others);
            link.into_iter().chain([more]).collect()
        } else {
            link.into_iter().chain(others).collect()
        }
    };
    [head, about].into_iter().chain(parts).collect()
}

fn button(take: ExportAction, text: &str) -> Element {
    called("button", take, text)
}

fn called(class: &str, take: ExportAction, text: &str) -> Element {
    el("button").attr("type", "button").class(class).attr("data-take", take.name()).text(text)
}

/// A part of the dialog with its heading, and the result of the last action at its end.
fn part(which: Part, title: &str, offer: &ShareDialog, inside: impl IntoIterator<Item = Element>) -> Element {
    let said = offer.said.filter(|(part, _)| *part == which).map_or("", |(_, text)| text);
    el("section")
        .class("offer")
        .child(el("h3").text(title))
        .children(inside)
        .child(el("p").class("said").attr("role", "status").text(said))
}

fn hint(text: &str) -> Element {
    el("p").class("hint").text(text)
}

fn buttons(inside: impl IntoIterator<Item = Element>) -> Element {
    el("div").class("takes").children(inside)
}

fn link(offer: &ShareDialog, locale: Locale) -> Element {
    let title = locale.tr("链接", "Link");
    let Some(link) = offer.link else {
        let none = locale.tr(
            "这是您自己打开的文件，只在您的机器上，没有链接能打开它。",
            "This is a file of your own; it is on your machine only, and no link leads to it.",
        );
        return part(Part::Link, title, offer, [hint(none)]);
    };
    let label = locale.tr("打开后就是您现在看到的样子：", "It opens what you see now:");
    // A field of several lines, since a link that is cut off does not show where it leads.
    let field = el("textarea")
        .class("find")
        .attr("id", "sheet-link")
        .attr("readonly", "")
        .attr("rows", "3")
        .attr("spellcheck", "false")
        .attr("aria-label", title)
        .text(link);
    let send = (offer.sends != ShareSupport::Nothing)
        .then(|| called("button main", ExportAction::Send, locale.tr("分享给…", "Share with …")));
    let picture = locale.tr("连图片一起分享…", "Share the picture with it …");
    let picture = (offer.sends == ShareSupport::Pictures).then(|| button(ExportAction::SendPicture, picture));
    let copy = button(ExportAction::Link, locale.tr("复制链接", "Copy the link"));
    part(Part::Link, title, offer, [buttons(send.into_iter().chain(picture).chain([copy])), hint(label), field])
}

fn picture(offer: &ShareDialog, locale: Locale) -> Option<Element> {
    let title = locale.tr("图片", "Picture");
    let image = el("img").class("picture").attr("src", offer.picture?).attr("alt", offer.about);
    let what = locale.tr(
        "适合发到聊天里：手机上长按图片就能保存或转发。",
        "Made for chats: on a phone, press and hold the picture to save or send it.",
    );
    let save = buttons([button(ExportAction::Png, locale.tr("下载图片（PNG）", "Download the picture (PNG)"))]);
    let inside = vec![image, hint(what), save];
    if offer.whole {
        return Some(part(Part::Picture, title, offer, inside));
    }
    let detailed = locale.tr(
        "放进文件里用的另有一张：带全部明细和说明。",
        "For documents there is another one, with the whole list and all notes.",
    );
    let detailed = [
        hint(detailed),
        buttons([
            button(ExportAction::DetailedPng, locale.tr("带明细的图（PNG）", "With all details (PNG)")),
            button(
                ExportAction::Svg,
                locale.tr("带明细的图（SVG，放大不糊）", "With all details (SVG, sharp at any size)"),
            ),
        ]),
    ];
    Some(part(Part::Picture, title, offer, inside.into_iter().chain(detailed)))
}

fn numbers(offer: &ShareDialog, locale: Locale) -> Element {
    let csv =
        offer.has_table.then(|| button(ExportAction::Csv, locale.tr("本图的数据（CSV）", "This figure's table (CSV)")));
    let table = |(i, name): (usize, &String)| {
        button(ExportAction::Table(i), &[name.as_str(), locale.tr("（CSV）", " (CSV)")].concat())
    };
    let json = button(ExportAction::Json, locale.tr("整份预算（JSON）", "The whole budget (JSON)"));
    let all = csv.into_iter().chain(offer.tables.iter().enumerate().map(table)).chain([json]);
    let what = locale.tr(
        "CSV 用 Excel、WPS 直接打开；JSON 和读入时一字不差。",
        "CSV opens in spreadsheets; the JSON is the file as it was read, byte for byte.",
    );
    part(Part::Numbers, locale.tr("数据", "Numbers"), offer, [hint(what), buttons(all)])
}

fn page(offer: &ShareDialog, locale: Locale) -> Element {
    let what = locale.tr(
        "打印摘要或者全部；或存成一个网页文件：不用联网也能打开，全部数字、图和表都在里面。",
        "Print a summary or all; or save it as one file: it opens without a network and holds every number, drawing and \
         table.",
    );
    let all = buttons([
        button(ExportAction::Summary, locale.tr("打印摘要（约 2 页）", "Print a summary (about 2 pages)")),
        button(ExportAction::Print, locale.tr("打印全部", "Print all")),
        button(ExportAction::Page, locale.tr("保存网页（HTML）", "Save the page (HTML)")),
    ]);
    part(Part::Page, locale.tr("这一页", "This page"), offer, [hint(what), all])
}

fn paper(offer: &ShareDialog, locale: Locale) -> Element {
    let what = locale.tr("只有这一项，折叠的都打开。", "This figure alone, with all folds open.");
    let print = buttons([button(ExportAction::Print, locale.tr("打印这一项", "Print this figure"))]);
    part(Part::Page, locale.tr("纸面", "On paper"), offer, [hint(what), print])
}
