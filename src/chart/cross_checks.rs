//! Draws a triangular matrix of the official tables: which were checked against which, and with what verdict.
//!
//! Each table is a thread with its name at the bend: from the left to the name, and from there down. Where two
//! threads meet a sign shows the verdict of checking the two tables. Each verdict has a shape of its own, so that
//! colour is never the only sign, and shapes need no font. A thread is drawn as far as it has ties: every line leads
//! from a sign to a name, and tables that were not checked against any other stand apart.

use super::{ChartSize, fit_size, label, nothing, rect};
use crate::figure::{CrossCheckCell, CrossCheckMatrix, Verdict};
use crate::layout::{TriangularMatrix, fit, width, wrap};
use crate::locale::Locale;
use crate::money::largest_first;
use crate::scene::{Mark, Point, Rect, Role, Scene, Shape};

/// The least width of a cell: in narrower cells the shapes cannot be told apart.
const MIN: f64 = 9.0;
/// The greatest number of tables: among more a reader finds nothing.
const MAX: usize = 80;
/// The room between two signs, and before a name or a legend's words.
const GAP: f64 = 2.0;
const BEFORE: f64 = 6.0;
/// The least width of a sign in which a number has room, and the least text size of the number.
const COUNTED: f64 = 20.0;
const MIN_COUNT: f64 = 9.6;

pub fn scene(checks: &CrossCheckMatrix, locale: Locale, chart_size: ChartSize) -> Scene {
    let text = chart_size.font_size;
    // A name has a third of the width at most: the cells need the rest.
    let room = (chart_size.width * 0.3).max(text * 4.5);
    let wide = |name: &String| width(name, text).min(room) + BEFORE;
    let widest = checks.names.iter().map(wide).fold(0.0, f64::max);
    let worst = worst(checks);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a few dozen
    let shown = chosen(&worst, (((chart_size.width - widest) / MIN).max(1.0) as usize).min(MAX));
    if shown.is_empty() {
        return nothing(locale, chart_size);
    }
    let matrix = |names| TriangularMatrix::new(names, chart_size.width, text * 3.0, [text * 1.3, text * 2.0]);
    let own: Vec<f64> = shown.iter().map(|&name| wide(&checks.names[name])).collect();
    // The last names limit the width of the cells; the first names have the room that the cells leave.
    let left = |i: usize| chart_size.width - matrix(own.clone()).cell(i, i + 1).x - BEFORE;
    let widths: Vec<f64> = (0..shown.len()).map(|i| left(i).max(room)).collect();
    let longer = shown.iter().zip(&widths).map(|(&name, &room)| width(&checks.names[name], text).min(room) + BEFORE);
    let matrix = matrix(longer.collect());
    let place = |name: usize| shown.iter().position(|&other| other == name);
    let placed =
        |cell| -> Option<(&CrossCheckCell, usize, usize)> { Some((cell, place(cell.row)?, place(cell.column)?)) };
    let cells: Vec<_> = checks.cells.iter().filter_map(placed).collect();
    let mut scene = Scene { width: chart_size.width, height: matrix.height(), marks: Vec::new(), targets: Vec::new() };
    for (i, &name) in shown.iter().enumerate() {
        thread(&mut scene, &matrix, &cells, i);
        let area = rect(matrix.cell(i, i));
        let role = if worst[name].is_some() { Role::Ink } else { Role::Soft };
        let name = fit(&checks.names[name], text, widths[i]).unwrap_or_default();
        scene.marks.push(label(area.x + area.width + BEFORE, area.centre().y, name, text, role));
    }
    let side = matrix.across.min(matrix.down) - GAP;
    for (cell, row, column) in cells {
        let area = rect(matrix.cell(row, column));
        let marks = sign(cell.verdict, area.centre(), side).into_iter().chain(count(cell, area.centre(), side, text));
        scene.marks.extend(marks.map(|mark| Mark { entry: Some(cell.entry), ..mark }));
        scene.targets.push((cell.entry, area));
    }
    legend(&mut scene, checks, &matrix, side, locale, chart_size);
    if shown.len() < checks.names.len() {
        rest(&mut scene, shown.len(), checks.names.len(), locale, chart_size);
    }
    scene
}

/// The worst verdict of each table; `None` for a table that was not checked against any other.
fn worst(checks: &CrossCheckMatrix) -> Vec<Option<Verdict>> {
    let mut worst = vec![None; checks.names.len()];
    for cell in &checks.cells {
        for name in [cell.row, cell.column] {
            if let Some(worst) = worst.get_mut(name) {
                *worst = Some(worst.map_or(cell.verdict, |known: Verdict| known.min(cell.verdict)));
            }
        }
    }
    worst
}

/// The tables that are drawn, in their order: where not all have room, those with the worst verdicts.
fn chosen(worst: &[Option<Verdict>], most: usize) -> Vec<usize> {
    let mut kept = vec![false; worst.len()];
    for name in largest_first(worst.iter().map(|worst| worst.map_or(i128::MIN, |worst| -(worst as i128)))).take(most) {
        kept[name] = true;
    }
    (0..kept.len()).filter(|&name| kept[name]).collect()
}

/// A table's thread: from its first tie along its row to its name, and down its column to its last tie.
fn thread(scene: &mut Scene, matrix: &TriangularMatrix, cells: &[(&CrossCheckCell, usize, usize)], i: usize) {
    let first = cells.iter().filter(|cell| cell.1 == i).map(|cell| cell.2).fold(i, usize::min);
    let last = cells.iter().filter(|cell| cell.2 == i).map(|cell| cell.1).fold(i, usize::max);
    if first == last {
        return;
    }
    let own = rect(matrix.cell(i, i));
    let name = Point { x: own.x + own.width + BEFORE / 2.0, ..own.centre() };
    let middle = |row, column| rect(matrix.cell(row, column)).centre();
    for (from, to) in [(middle(i, first), name), (own.centre(), middle(last, i))] {
        scene.marks.push(Mark { shape: Shape::Line(from, to, 1.0), role: Role::Ghost, entry: None });
    }
}

/// The sign of a verdict: a disc, a diamond, a square or a ring.
fn sign(verdict: Verdict, at: Point, side: f64) -> Vec<Mark> {
    let half = side / 2.0;
    let round = half * 0.8;
    let square = |half: f64| Rect { x: at.x - half, y: at.y - half, width: half * 2.0, height: half * 2.0 };
    let mark = |shape, role| Mark { shape, role, entry: None };
    let role = Role::Verdict(verdict);
    match verdict {
        Verdict::Holds => vec![mark(Shape::Rect(square(round), round), role)],
        Verdict::Rounding => {
            let corners = [(0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0)];
            let corners = corners.into_iter().map(|(x, y)| Point { x: at.x + x, y: at.y + y }).collect();
            vec![mark(Shape::Polygon(corners), role)]
        }
        Verdict::Mismatch => vec![mark(Shape::Rect(square(half), 2.0), role)],
        // Not quite empty, or the threads would be seen through it.
        Verdict::Unchecked => {
            vec![mark(Shape::Rect(square(round), round), Role::Beam), mark(Shape::Circle(at, round - 1.0), role)]
        }
    }
}

/// The number of ties on their sign, where it can be read there.
fn count(cell: &CrossCheckCell, at: Point, across: f64, text: f64) -> Option<Mark> {
    let size = fit_size(&cell.count, text - 2.0, across * 0.65);
    let role = if cell.verdict == Verdict::Unchecked { Role::Ink } else { Role::OnVerdict(cell.verdict) };
    let x = at.x - width(&cell.count, size) / 2.0;
    // On paper, and for readers who ask for large text, a number that would be small is left to the list.
    let least = if text > 14.0 { text * 0.75 } else { MIN_COUNT };
    (across >= COUNTED && size >= least).then(|| label(x, at.y, &cell.count, size, role))
}

/// Draws the legend of the signs: in the corner that the triangular matrix leaves free, or else below it.
fn legend(
    scene: &mut Scene,
    checks: &CrossCheckMatrix,
    matrix: &TriangularMatrix,
    side: f64,
    locale: Locale,
    chart_size: ChartSize,
) {
    let (small, line) = (chart_size.font_size - 1.0, chart_size.font_size * 1.6);
    let side = side.max(chart_size.font_size * 0.75).min(chart_size.font_size);
    let met = |verdict: &Verdict| checks.cells.iter().any(|cell| cell.verdict == *verdict);
    let verdicts: Vec<_> = LEGEND.into_iter().filter(met).collect();
    let wide = |verdict: Verdict| side + BEFORE + width(called(verdict, locale), small);
    let longest = verdicts.iter().map(|&verdict| wide(verdict)).fold(0.0, f64::max);
    let height = verdicts.iter().fold(0.0, |height, _| height + line);
    let left = matrix.end(f64::MAX).min(chart_size.width) - longest;
    let beside = matrix.end(height) + chart_size.font_size * 1.5 <= left;
    let (mut x, mut y) = if beside { (left, 0.0) } else { (0.0, scene.height + chart_size.font_size * 0.6) };
    for verdict in verdicts {
        if !beside && x > 0.0 && x + wide(verdict) > chart_size.width {
            (x, y) = (0.0, y + line);
        }
        let middle = y + line / 2.0;
        scene.marks.extend(sign(verdict, Point { x: x + side / 2.0, y: middle }, side));
        scene.marks.push(label(x + side + BEFORE, middle, called(verdict, locale), small, Role::Soft));
        scene.height = scene.height.max(y + line);
        if beside {
            y += line;
        } else {
            x += wide(verdict) + chart_size.font_size * 1.2;
        }
    }
}

/// The verdicts in the order in which the legend has them.
const LEGEND: [Verdict; 4] = [Verdict::Holds, Verdict::Rounding, Verdict::Mismatch, Verdict::Unchecked];

/// The one-word name of a verdict in the legend.
const fn called(verdict: Verdict, locale: Locale) -> &'static str {
    match verdict {
        Verdict::Holds => locale.tr("相符", "agrees"),
        Verdict::Rounding => locale.tr("尾差", "rounding"),
        Verdict::Mismatch => locale.tr("不符", "differs"),
        Verdict::Unchecked => locale.tr("无法核对", "unchecked"),
    }
}

/// Says that there are more tables than have room.
fn rest(scene: &mut Scene, drawn: usize, all: usize, locale: Locale, chart_size: ChartSize) {
    let small = chart_size.font_size - 1.0;
    let text = locale.format(
        "{0} 张表中画出 {1} 张，有出入的优先；全部见列表。",
        "{1} of {0} tables, first those that do not agree; the list has all.",
        &[&all.to_string(), &drawn.to_string()],
    );
    scene.height += chart_size.font_size * 0.4;
    for line in wrap(&text, small, chart_size.width, 8).0 {
        scene.marks.push(label(0.0, scene.height + small * 0.7, line, small, Role::Soft));
        scene.height += small * 1.4;
    }
}
