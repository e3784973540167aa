//! A figure as one picture that can be sent on: question, answer, chart, what the colours mean, source, and whose
//! budget it is. It is one Scene, so PNG, SVG and the golden files are the same picture.

use crate::chart::Frame;
use crate::figure::{Entry, EntryId, Figure, Plot, Verdict};
use crate::layout::{fit, width, wrap};
use crate::scene::{Anchor, Mark, Point, Rect, Role, Scene, Shape};
use crate::words::Words;

/// The picture's width, in CSS pixels: painted with two pixels each it is sharp on a phone held upright.
const WIDTH: f64 = 640.0;
/// What stays empty at its edges.
const MARGIN: f64 = 32.0;
const ROOM: f64 = WIDTH - 2.0 * MARGIN;
/// The room of its chart, and the size of the chart's words.
pub const FRAME: Frame = Frame { width: ROOM, text: 16.0 };

/// How much wider bold words are.
const BOLD: f64 = 1.06;
/// As many entries as are listed; a picture is no table.
const LISTED: usize = 10;
/// The height of a line of the list, the size of its words, and of a line more of a long name.
const ROW: f64 = 34.0;
const LIST_TEXT: f64 = 16.0;
const SMALL: f64 = 13.0;

/// Whose budget it is, and where the page lies.
#[derive(Debug, Clone)]
pub struct About {
    /// `2026 年部门预算 · 朔州市平鲁区`
    pub occasion: String,
    /// The department.
    pub department: String,
    /// The name of the page's host; empty where it has none, as for a file on a disk.
    pub host: String,
}

/// The picture. `chart` is the figure's scene in [`FRAME`]; a figure without one has its list alone.
pub fn picture(figure: &Figure, chart: Scene, about: &About, words: Words) -> Scene {
    let mut sheet = Sheet { y: MARGIN, marks: Vec::new() };
    sheet.lines(figure.question, 16.0, true, Role::Brand, 1.6);
    sheet.y += 2.0;
    sheet.lines(&figure.answer, 23.0, true, Role::Ink, 1.45);
    sheet.y += 14.0;
    if chart.height > 0.0 && !matches!(figure.plot, Plot::None) {
        let below = sheet.y + chart.height;
        let at = Point { x: MARGIN, y: sheet.y };
        sheet.marks.extend(chart.marks.into_iter().map(|mark| mark.moved(at)));
        sheet.y = below + 16.0;
    }
    list(&mut sheet, figure, words);
    for note in &figure.notes {
        sheet.lines(note, SMALL, false, Role::Soft, 1.55);
        sheet.y += 4.0;
    }
    sheet.lines(&figure.source, SMALL, false, Role::Soft, 1.55);
    sheet.y += 14.0;
    sheet.rule();
    sheet.y += 12.0;
    sheet.lines(&[about.department.as_str(), " · ", &about.occasion].concat(), SMALL + 1.0, true, Role::Ink, 1.6);
    let brand = words.pick("预算透视", "Budget Lens");
    let dot = if about.host.is_empty() { "" } else { " · " };
    sheet.lines(&[brand, dot, &about.host].concat(), SMALL, false, Role::Brand, 1.6);
    let height = (sheet.y + MARGIN * 0.75).ceil();
    let paper = Shape::Rect(Rect { x: 0.0, y: 0.0, width: WIDTH, height }, 0.0);
    let mut marks = vec![Mark { shape: paper, role: Role::Card, entry: None }];
    marks.append(&mut sheet.marks);
    Scene { width: WIDTH, height, marks, targets: Vec::new() }
}

/// What the colours mean, with amounts and shares; a long list ends in how many more there are.
fn list(sheet: &mut Sheet, figure: &Figure, words: Words) {
    let nothing = figure.nothing(words);
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
        let text = words.say("另有 {0} 项，网页上有全部。", "{0} more on the page.", &[&more.to_string()]);
        sheet.lines(&text, SMALL, false, Role::Soft, 1.6);
    }
    if !nothing.is_empty() {
        sheet.y += 6.0;
        let names: Vec<_> = nothing.iter().map(|&id| words.inside(&figure.entries[id].name)).collect();
        let names = names.join(words.pick("、", ", "));
        let text = figure.of_nothing(&nothing, words) + &names + words.pick("。", ".");
        sheet.lines(&text, SMALL, false, Role::Soft, 1.6);
    }
    sheet.y += 12.0;
}

/// Where names may reach to, and amounts and shares end.
struct Columns {
    names: f64,
    amounts: f64,
    amount_size: f64,
    /// How many places amounts have.
    places: usize,
    shares: f64,
}

impl Columns {
    fn of(figure: &Figure, listed: &[EntryId]) -> Option<Columns> {
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let entries = || listed.iter().filter_map(|&id| figure.entries.get(id));
        let places = figure.places();
        let shares = entries().filter_map(Entry::told_share);
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

fn row(sheet: &mut Sheet, figure: &Figure, id: EntryId, columns: &Columns) {
    let Some(entry) = figure.entries.get(id) else { return };
    sheet.rule();
    let coloured = figure.is_coloured();
    let left = if coloured { MARGIN + 24.0 } else { MARGIN };
    let (names, _) = wrap(&entry.name, LIST_TEXT, columns.names - left, 2);
    #[allow(clippy::cast_precision_loss)] // one line or two
    let more = (names.len().max(1) - 1) as f64 * LIST_TEXT * 1.35;
    let first = sheet.y + ROW / 2.0;
    if coloured {
        let square = Rect { x: MARGIN, y: first - 6.0, width: 12.0, height: 12.0 };
        sheet.marks.push(Mark { shape: Shape::Rect(square, 3.0), role: colour(figure, entry.series), entry: None });
    }
    for (name, down) in names.iter().zip([0.0, LIST_TEXT * 1.35]) {
        sheet.text(left, first + down, name, LIST_TEXT, false, Anchor::Start, Role::Ink);
    }
    let role = if entry.money.is_some() || entry.number.is_some() { Role::Ink } else { Role::Soft };
    let bold = role == Role::Ink;
    sheet.text(columns.amounts, first, &entry.padded(columns.places), columns.amount_size, bold, Anchor::End, role);
    if let Some(share) = entry.told_share() {
        sheet.text(columns.shares, first, &share, LIST_TEXT, false, Anchor::End, Role::Soft);
    }
    sheet.y += ROW + more;
}

/// The colour of an entry in the list: where the chart shows verdicts, each has that of its verdict.
fn colour(figure: &Figure, series: usize) -> Role {
    match Verdict::ALL.get(series).filter(|_| matches!(figure.plot, Plot::Ties(_))) {
        Some(&verdict) => Role::Verdict(verdict),
        None => Role::Series(series),
    }
}

/// The picture as it grows downwards.
struct Sheet {
    y: f64,
    marks: Vec<Mark>,
}

impl Sheet {
    /// A text in as many lines as it needs.
    fn lines(&mut self, text: &str, size: f64, bold: bool, role: Role, leading: f64) {
        // More than any sentence of a page takes; a document may say anything.
        const MOST_LINES: usize = 24;
        let room = if bold { ROOM / BOLD } else { ROOM };
        for line in wrap(text, size, room, MOST_LINES).0 {
            self.text(MARGIN, self.y + size * leading / 2.0, &line, size, bold, Anchor::Start, role);
            self.y += size * leading;
        }
    }

    #[allow(clippy::too_many_arguments)] // all that a text has
    fn text(&mut self, x: f64, y: f64, text: &str, size: f64, bold: bool, anchor: Anchor, role: Role) {
        let Some(text) = fit(text, size, ROOM) else { return };
        self.marks.push(Mark {
            shape: Shape::Text { at: Point { x, y }, text, size, bold, anchor },
            role,
            entry: None,
        });
    }

    fn rule(&mut self) {
        let ends = [MARGIN, WIDTH - MARGIN].map(|x| Point { x, y: self.y });
        self.marks.push(Mark { shape: Shape::Line(ends[0], ends[1], 1.0), role: Role::Rule, entry: None });
    }
}
