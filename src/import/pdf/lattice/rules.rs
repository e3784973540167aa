//! Joins the pieces in which PDFs draw ruling lines into whole lines.

use super::super::drawing::Segment;
use crate::money::sort_by;

/// Pieces this close side by side are one line, in points: a border and its neighbour's, a double line.
const BESIDE: f32 = 2.5;
/// Pieces this far apart end to end are one line: dashes, and corners left out.
const GAP: f32 = 4.0;
/// Shorter lines are parts of letters or dots.
const SHORT: f32 = 5.0;

/// A ruling line of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RulingLine {
    /// Where it stands on the other axis.
    pub at: f32,
    /// Where it begins.
    pub from: f32,
    /// Where it ends.
    pub to: f32,
}

impl RulingLine {
    /// Whether it covers this position along its axis, or misses it by no more than `nearly`.
    pub fn reaches(&self, along: f32, nearly: f32) -> bool {
        self.from - nearly <= along && along <= self.to + nearly
    }

    /// Whether two lines begin and end alike.
    pub fn is_beside(&self, other: &Self) -> bool {
        (self.from - other.from).abs() <= BESIDE && (self.to - other.to).abs() <= BESIDE
    }
}

/// Joins pieces of lines that all have the same direction.
pub fn joined<'s>(segments: impl Iterator<Item = &'s Segment>) -> Vec<RulingLine> {
    let mut pieces: Vec<RulingLine> =
        segments.map(|piece| RulingLine { at: piece.at, from: piece.from, to: piece.to }).collect();
    sort_by(&mut pieces, |one, other| one.at.total_cmp(&other.at));
    let mut rules = Vec::new();
    let mut rest = pieces.as_mut_slice();
    while let Some(first) = rest.first() {
        let limit = first.at + BESIDE;
        let (beside, after) = rest.split_at_mut(rest.partition_point(|piece| piece.at <= limit));
        rules.extend(end_to_end(beside));
        rest = after;
    }
    rules
}

/// Joins pieces that stand on one line.
fn end_to_end(pieces: &mut [RulingLine]) -> Vec<RulingLine> {
    sort_by(pieces, |one, other| one.from.total_cmp(&other.from));
    let mut rules: Vec<RulingLine> = Vec::new();
    for piece in pieces {
        match rules.last_mut() {
            Some(rule) if piece.from <= rule.to + GAP => {
                if piece.to - piece.from > rule.to - rule.from {
                    rule.at = piece.at;
                }
                rule.to = rule.to.max(piece.to);
            }
            _ => rules.push(*piece),
        }
    }
    rules.retain(|rule| rule.to - rule.from >= SHORT);
    rules
}
