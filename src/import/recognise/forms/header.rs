//! Reads the header row of a form's indicators, or of a list of projects with their goals.

use super::labels::{Label, level, source};
use crate::import::recognise::sheet::{Row, Slot};

/// The columns below a heading: the first, and the one after the last.
pub type Span = (usize, usize);

/// A header row: which column holds what.
#[derive(Debug, Default)]
pub struct HeaderColumns {
    /// The project's name, in a list.
    pub project: Option<Span>,
    /// Funds, in a list, each with its heading.
    pub funds: Vec<(Span, String)>,
    /// The goal, in a list.
    pub goal: Option<Span>,
    /// The first level of the indicators.
    pub group: Option<Span>,
    /// The indicators as a whole: their names, where no level has a column of its own.
    all: Option<Span>,
    /// Whether a target is a least or a most: `≥`.
    pub sign: Option<Span>,
    /// What a target is counted in: `%`, `个`.
    pub measure: Option<Span>,
    /// The weight of an indicator.
    pub weight: Option<Span>,
    /// Second level, name and target: once, or for the term and for the year.
    pub sides: Vec<Columns>,
}

/// The text of a row below a heading, and whether it begins in that row.
pub fn below(row: &Row, span: Option<Span>) -> (&str, bool) {
    let slots = span.and_then(|(from, to)| row.slots.get(from..to.min(row.slots.len())));
    let slot = slots.and_then(|slots| slots.iter().find(|slot| !slot.text.is_empty()));
    slot.map_or(("", false), |slot| (&slot.text, !slot.from_above))
}

/// The columns of the indicators of the term or of the year.
#[derive(Debug, Default)]
pub struct Columns {
    /// The second level.
    pub kind: Option<Span>,
    /// What is measured.
    pub name: Option<Span>,
    /// What is to be reached.
    pub value: Option<Span>,
}

impl HeaderColumns {
    /// Reads a row as a header row, if it is one; cells that span it from the rows above belong to it.
    pub fn of(row: &Row) -> Option<HeaderColumns> {
        let mut heads = HeaderColumns { sides: vec![Columns::default()], ..HeaderColumns::default() };
        for (at, slot) in row.slots.iter().enumerate() {
            let is_same = |before: &Slot| slot.from_above && before.from_above && before.text == slot.text;
            let goes_on = at > 0 && is_same(&row.slots[at - 1]);
            if (slot.starts || slot.from_above) && !slot.text.is_empty() && !goes_on {
                heads.column((at, at + slot.columns.max(1)), &slot.text);
            }
        }
        // The only amount of a project is all of it, whatever it is called.
        if let [(_, label)] = &mut heads.funds[..] {
            label.insert_str(0, "总额");
        }
        heads.sides[0].name = heads.sides[0].name.or(heads.all.filter(|_| heads.sides[0].kind.is_none()));
        let has_targets = heads.has_targets() && heads.sides.iter().any(|side| side.name.is_some());
        let is_list = heads.project.is_some() && heads.goal.is_some() && !heads.funds.is_empty();
        (has_targets || is_list).then_some(heads)
    }

    /// Whether it is the header row of indicators.
    pub fn has_targets(&self) -> bool {
        self.sides.iter().any(|side| side.value.is_some())
    }

    /// Whether a row ends the rows below the heading: it begins with a label before the indicators' columns, or with
    /// one that is no indicator's name.
    pub fn end_at(&self, row: &Row) -> bool {
        let is_first = |(_, slot): &(usize, &Slot)| slot.starts && !slot.text.is_empty();
        let Some((at, slot)) = row.slots.iter().enumerate().find(is_first) else { return false };
        let sides = self.sides.iter().flat_map(|side| [side.kind, side.name]);
        let first = sides.chain([self.group]).flatten().map(|(from, _)| from).min();
        match Label::of(&slot.text) {
            None | Some(Label::Goal) => false,
            Some(Label::Name | Label::Other) => self.project.is_none(),
            Some(_) => self.project.is_none() && first.is_some_and(|first| at < first),
        }
    }

    fn column(&mut self, at: Span, text: &str) {
        let bare = text.split(['（', '(']).next().unwrap_or(text);
        let place = match bare {
            "项目" => &mut self.project,
            _ if text.contains("项目") && text.ends_with("名称") => &mut self.project,
            "一级指标" => &mut self.group,
            "指标性质" | "绩效指标性质" | "指标值类型" => &mut self.sign,
            "计量单位" | "度量单位" | "绩效度量单位" => &mut self.measure,
            _ if bare.contains("权重") || bare == "分值" => &mut self.weight,
            "二级指标" => return self.of_side(|side| &mut side.kind, at),
            "三级指标" | "指标内容" | "指标名称" => return self.of_side(|side| &mut side.name, at),
            "指标值" | "目标值" | "本年绩效指标值" | "年度指标值" => {
                return self.of_side(|side| &mut side.value, at);
            }
            "绩效指标" => &mut self.all,
            _ if bare.ends_with("目标") && bare.chars().count() < 9 => &mut self.goal,
            _ if level(text).or(source(text).map(|(id, _)| id)).is_some() => return self.funds.push((at, text.into())),
            "预算数" | "预算金额" | "金额" => {
                return self.funds.push((at, ["总额", text].concat()));
            }
            _ => return,
        };
        place.get_or_insert(at);
    }

    /// Adds a column to the last side, or to a new one if the last has such a column already.
    fn of_side(&mut self, place: impl Fn(&mut Columns) -> &mut Option<Span>, at: Span) {
        if self.sides.last_mut().is_none_or(|side| place(side).is_some()) {
            self.sides.push(Columns::default());
        }
        if let Some(side) = self.sides.last_mut() {
            *place(side) = Some(at);
        }
    }
}
