//! A figure as one picture for documents: question, answer, chart, the whole list, notes, source, and whose budget it is.
//! It is one Scene, so PNG, SVG and the golden files are the same picture. Chats have another (`portrait.rs`).

use super::pen::{BOLD, Pen, TextStyle};
use crate::chart::ChartSize;
use crate::figure::{Entry, EntryId, Figure, Plot, Verdict};
use crate::layout::{width, wrap};
use crate::locale::Locale;
use crate::scene::{Anchor, Rect, Role, Scene, Shape};

/// The picture's width, in CSS pixels: painted with two pixels each it is sharp on a phone held upright.
const WIDTH: f64 = 640.0;
/// The empty margin at the picture's edges.
const MARGIN: f64 = 32.0;
const ROOM: f64 = WIDTH - 2.0 * MARGIN;
/// The size of the picture's chart and of the chart's text.
pub const FRAME: ChartSize = ChartSize { width: ROOM, font_size: 16.0 };

/// The most lines of a text: more than any sentence of a page needs, but a document may say anything.
const LINES: usize = 24;
/// The most entries that are listed; a picture is no table.
const LISTED: usize = 10;
/// The height of a row of the list, the text size of the list, and that of the notes.
const ROW: f64 = 34.0;
const LIST_TEXT: f64 = 16.0;
const SMALL: f64 = 13.0;

/// What a picture says about the page: whose budget it is, and the page's address.
#[derive(Debug, Clone)]
pub struct About {
    /// `2026 年部门预算 · 朔州市平鲁区`
    pub occasion: String,
    /// The department.
    pub department: String,
    /// The name of the page's host; empty where it has none, as for a file on a disk.
    pub host: String,
    /// The address of what is shown; none for a file of the reader's own.
    pub address: Option<String>,
}

/// The picture. `chart` is the figure's scene in [`FRAME`]; a figure without one has its list alone.
pub fn document_picture(figure: &Figure, chart: Scene, about: &About, locale: Locale) -> Scene {
    let mut sheet = Pen::new(MARGIN, MARGIN, WIDTH - MARGIN);
    sheet.lines(figure.question, TextStyle::bold(16.0, Role::Brand, 1.6), LINES);
    sheet.y += 2.0;
    sheet.lines(&figure.answer, TextStyle::bold(23.0, Role::Ink, 1.45), LINES);
    sheet.y += 14.0;
    if chart.height > 0.0 && !matches!(figure.plot, Plot::None) {
        sheet.draw(chart);
        sheet.y += 16.0;
    }
    list(&mut sheet, figure, locale);
    for note in &figure.notes {
        sheet.lines(note, TextStyle::plain(SMALL, Role::Soft, 1.55), LINES);
        sheet.y += 4.0;
    }
    sheet.lines(&figure.source, TextStyle::plain(SMALL, Role::Soft, 1.55), LINES);
    sheet.y += 14.0;
    sheet.rule();
    sheet.y += 12.0;
    sheet.lines(
        &[about.department.as_str(), " · ", &about.occasion].concat(),
        TextStyle::bold(SMALL + 1.0, Role::Ink, 1.6),
        LINES,
    );
    let brand = locale.tr("预算透视", "Budget Lens");
    let dot = if about.host.is_empty() { "" } else { " · " };
    sheet.lines(&[brand, dot, &about.host].concat(), TextStyle::plain(SMALL, Role::Brand, 1.6), LINES);
    let height = (sheet.y + MARGIN * 0.75).ceil();
    sheet.scene(WIDTH, height)
}

/// Draws the list of entries, with colours, amounts and shares; a long list ends in how many more there are.
fn list(sheet: &mut Pen, figure: &Figure, locale: Locale) {
    let nothing = figure.nothing(locale);
    let legend: Vec<_> = figure.legend.iter().copied().filter(|id| !nothing.contains(id)).collect();
    // One entry behind “one more” would take no more room than that.
    let most = if legend.len() == LISTED + 1 { LISTED + 1 } else { LISTED };
    let listed: Vec<_> = legend.iter().copied().take(most).collect();
    let Some(columns) = Columns::of(figure, &listed) else { return };
    for &id in &listed {
        row(sheet, figure, id, &columns);
    }
    sheet.rule();
    let more = legend.len() - listed.len();
    if more > 0 {
        sheet.y += 6.0;
        let text = locale.format("另有 {0} 项，网页上有全部。", "{0} more on the page.", &[&more.to_string()]);
        sheet.lines(&text, TextStyle::plain(SMALL, Role::Soft, 1.6), LINES);
    }
    if !nothing.is_empty() {
        sheet.y += 6.0;
        let names: Vec<_> = nothing.iter().map(|&id| locale.lowercase_first(&figure.entries[id].name)).collect();
        let names = names.join(locale.tr("、", ", "));
        let text = figure.of_nothing(&nothing, locale) + &names + locale.tr("。", ".");
        sheet.lines(&text, TextStyle::plain(SMALL, Role::Soft, 1.6), LINES);
    }
    sheet.y += 12.0;
}

/// The columns of the list: how far names may reach, and where amounts and shares end.
struct Columns {
    names: f64,
    amounts: f64,
    amount_size: f64,
    /// How many decimal places amounts have.
    places: usize,
    shares: f64,
}

impl Columns {
    fn of(figure: &Figure, listed: &[EntryId]) -> Option<Columns> {
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let entries = || listed.iter().filter_map(|&id| figure.entries.get(id));
        let places = figure.places();
        let shares = entries().filter_map(Entry::display_share);
        let share = widest(&mut shares.map(|share| width(&share, LIST_TEXT)));
        let amount = widest(&mut entries().map(|entry| width(&entry.padded(places), LIST_TEXT) * BOLD));
        entries().next()?;
        let shares = WIDTH - MARGIN;
        let amounts = if share > 0.0 { shares - share - 18.0 } else { shares };
        // Numbers are never cut: enormous ones are small.
        let shown = amount.min(ROOM * 0.5);
        let amount_size = if amount > shown { LIST_TEXT * shown / amount } else { LIST_TEXT };
        Some(Columns { names: amounts - shown - 16.0, amounts, amount_size, places, shares })
    }
}

fn row(sheet: &mut Pen, figure: &Figure, id: EntryId, columns: &Columns) {
    let Some(entry) = figure.entries.get(id) else { return };
    sheet.rule();
    let coloured = figure.is_coloured();
    let left = if coloured { MARGIN + 30.0 } else { MARGIN };
    let (names, _) = wrap(figure.listed(entry), LIST_TEXT, columns.names - left, 2);
    #[allow(clippy::cast_precision_loss)] // one line or two
    let more = (names.len().max(1) - 1) as f64 * LIST_TEXT * 1.35;
    let first = sheet.y + ROW / 2.0;
    if coloured {
        let square = Rect { x: MARGIN, y: first - 10.0, width: 20.0, height: 20.0 };
        let colour = colour(figure, entry.series);
        sheet.mark(Shape::Rect(square, 3.0), colour);
        if let Role::Series(series) = colour {
            let number = figure.number(id).to_string();
            let x = square.centre().x - width(&number, SMALL) / 2.0;
            sheet.text(x, first, &number, TextStyle::bold(SMALL, Role::OnSeries(series), 1.0), Anchor::Start);
        }
    }
    for (name, down) in names.iter().zip([0.0, LIST_TEXT * 1.35]) {
        sheet.text(left, first + down, name, TextStyle::plain(LIST_TEXT, Role::Ink, 1.0), Anchor::Start);
    }
    let role = if entry.money.is_some() || entry.number.is_some() { Role::Ink } else { Role::Soft };
    let amount = TextStyle { size: columns.amount_size, bold: role == Role::Ink, role, leading: 1.0 };
    sheet.text(columns.amounts, first, &entry.padded(columns.places), amount, Anchor::End);
    if let Some(share) = entry.display_share() {
        sheet.text(columns.shares, first, &share, TextStyle::plain(LIST_TEXT, Role::Soft, 1.0), Anchor::End);
    }
    sheet.y += ROW + more;
}

/// The colour of an entry in the list: where the chart shows verdicts, each has that of its verdict.
fn colour(figure: &Figure, series: usize) -> Role {
    match Verdict::ALL.get(series).filter(|_| matches!(figure.plot, Plot::CrossCheckMatrix(_))) {
        Some(&verdict) => Role::Verdict(verdict),
        None => Role::Series(series),
    }
}
