//! Reads the rows below a form's header row: indicators with their targets, or the projects of a list.

use super::header::{HeaderColumns, Span, below};
use super::labels::{Side, is_placeholder, without_code};
use super::{FormOwner, Forms, Grid, amount};
use crate::budget::Indicator;
use crate::import::block::Part;
use crate::import::recognise::sheet::Row;

/// The words that begin the first level of indicators.
const GROUPS: [&str; 4] = ["产出", "效益", "满意度", "成本"];
/// The words that begin the second level of indicators.
const KINDS: [&str; 9] = ["数量", "质量", "时效", "成本", "经济", "社会", "生态", "可持续", "服务对象"];

impl Forms {
    /// Reads a row below a heading.
    pub(super) fn targets(&mut self, row: &Row, heads: &HeaderColumns, grid: &mut Grid) {
        if heads.project.is_some() {
            self.project(row, heads, grid);
        } else if self.current == FormOwner::Whole {
            self.sources(row, heads, grid);
        }
        let first = row.slots.first().filter(|slot| slot.starts).map_or("", |slot| &slot.text);
        let is_of = |words: &[&str]| words.iter().any(|word| first.starts_with(word)) && first.chars().count() < 10;
        let is_moved = heads.group.is_some_and(|(group, _)| group > 0) && (is_of(&GROUPS) || is_of(&KINDS));
        if is_moved {
            // Plain text loses the blank cells at the beginning of a row.
            let mut texts: Vec<&str> = row.texts().collect();
            if !is_of(&GROUPS) {
                texts.insert(0, "");
            }
            texts.resize(4, "");
            return self.indicator([texts[0], texts[1], texts[2], texts[3]], Side::Annual, grid);
        }
        let text = |span: Option<Span>| below(row, span).0;
        for (side, columns) in heads.sides.iter().enumerate() {
            let side = if side + 1 == heads.sides.len() { Side::Annual } else { Side::Period };
            let levels = [text(heads.group), text(columns.kind)];
            let ([group, kind], name) = match heads.group {
                None => apart(levels, text(columns.name)),
                _ => (levels, text(columns.name)),
            };
            // A target without digits has no unit of measure; forms print 其他 for it.
            let is_counted = text(columns.value).contains(|c: char| c.is_ascii_digit());
            let measure = text(heads.measure);
            let measure = if is_counted || measure != "其他" { measure } else { "" };
            let value = [text(heads.sign).trim_start_matches("定性"), text(columns.value), measure].concat();
            let value = if value.is_empty() { text(heads.sign) } else { &value };
            let is_new = [columns.name, columns.value].into_iter().any(|span| below(row, span).1);
            grid.numbers += usize::from(is_new && amount(value).is_some());
            // Blank cells beside a level begin it, too.
            let [name, value] = if is_new { [name, value] } else { [""; 2] };
            self.indicator([group, kind, name, value], side, grid);
        }
        if let Some(weight) = amount(text(heads.weight))
            && let Some(last) = self.indicators().and_then(|all| all.last_mut())
        {
            grid.numbers += usize::from(last.weight.replace(weight).is_none());
        }
    }

    /// Adds an indicator, or the year's target to the indicator that has the same name and the term's target.
    fn indicator(&mut self, [group, kind, name, value]: [&str; 4], side: Side, grid: &mut Grid) {
        let Some(all) = self.indicators() else { return };
        // Levels that are printed once hold for the lines below.
        let [above, below] = &mut grid.levels;
        if !group.is_empty() {
            (*above, *below) = (bare(group).into(), String::new());
        }
        if !kind.is_empty() {
            let is_cut = above == "满意度" && "服务对象满意度".starts_with(bare(kind));
            *below = if is_cut { "服务对象满意度" } else { bare(kind) }.into();
        }
        if value.is_empty() && (name.is_empty() || is_placeholder(name)) {
            return;
        }
        let target = Some(value.to_string()).filter(|value| !value.is_empty());
        let is_same = |own: &&mut Indicator| {
            side == Side::Annual
                && own.annual.is_none()
                && own.period.is_some()
                && own.name == name
                && own.kind == *below
        };
        if let Some(same) = all.last_mut().filter(is_same) {
            same.annual = target;
            return;
        }
        let (period, annual) = if side == Side::Period { (target, None) } else { (None, target) };
        let (group, kind) = (above.clone(), below.clone());
        all.push(Indicator { group, kind, name: name.into(), weight: None, period, annual });
    }

    /// Reads a project of a list, where the row begins or continues one.
    fn project(&mut self, row: &Row, heads: &HeaderColumns, grid: &mut Grid) {
        let text =
            |span: Option<Span>| Some(below(row, span)).filter(|(_, is_new)| *is_new).map_or("", |(text, _)| text);
        let (name, goal) = (text(heads.project), text(heads.goal));
        if !name.contains(char::is_alphabetic) {
            // A cell that begins at the end of a page may have its name on the next.
            let is_box = heads.project.and_then(|(at, _)| row.slots.get(at)).is_some_and(|slot| slot.starts);
            let is_page = matches!(row.place.part, Part::Page(_)) && grid.above.as_ref() == Some(&row.place);
            if is_box && is_page && heads.has_targets() && !goal.is_empty() {
                self.begin("", grid.unit, &row.place);
                grid.levels = Default::default();
            }
            if let Some(form) = self.form().filter(|_| !goal.is_empty()) {
                form.goal_annual.get_or_insert_default().push_str(goal);
            }
            return;
        }
        // Of a cell that continues on the next page, only one half has the amounts.
        let has_funds = heads.funds.iter().any(|(span, _)| amount(below(row, Some(*span)).0).is_some());
        let begins_page = grid.begins_page(row);
        if let Some(form) = self.form().filter(|form| begins_page && (form.annual.is_empty() || !has_funds)) {
            if form.name != without_code(name) {
                form.name = without_code(&[form.name.as_str(), name].concat()).into();
            }
            if !goal.is_empty() {
                form.goal_annual.get_or_insert_default().push_str(goal);
            }
            return self.funds(row, heads, grid);
        }
        // The row is 合计, or a unit above its projects.
        if goal.is_empty() && heads.sides.iter().all(|side| text(side.name).is_empty()) {
            self.current = FormOwner::None;
            return;
        }
        // The next page prints the project again.
        let goes_on = heads.has_targets() && self.form().is_some_and(|form| form.name == without_code(name));
        if !goes_on {
            self.begin(name, grid.unit, &row.place);
            grid.levels = Default::default();
            if let Some(form) = self.form().filter(|_| !goal.is_empty()) {
                form.goal_annual = Some(goal.into());
            }
        }
        self.funds(row, heads, grid);
    }

    /// Reads the department's funds and goal, where they stand in the columns of a list.
    fn sources(&mut self, row: &Row, heads: &HeaderColumns, grid: &mut Grid) {
        self.funds(row, heads, grid);
        let (goal, is_new) = below(row, heads.goal);
        if let Some(whole) = self.performance().filter(|whole| is_new && whole.goals.iter().all(|own| own != goal)) {
            whole.goals.push(goal.into());
        }
    }

    fn funds(&mut self, row: &Row, heads: &HeaderColumns, grid: &mut Grid) {
        for (span, label) in &heads.funds {
            self.unit(label, grid);
            let (text, is_new) = below(row, Some(*span));
            self.fund(span.0, label, amount(text).filter(|_| is_new), false, grid);
        }
    }
}

/// Splits off the levels that are joined to a name: `产出指标数量指标名称`.
fn apart<'t>(levels: [&'t str; 2], name: &'t str) -> ([&'t str; 2], &'t str) {
    let is_level = |text: &str| GROUPS.iter().chain(&KINDS).any(|word| text.starts_with(word));
    let split = |text: &'t str| text.split_once("指标").filter(|(level, rest)| is_level(level) && !rest.is_empty());
    let Some((group, rest)) = split(name) else { return (levels, name) };
    split(rest).map_or(([group, levels[1]], rest), |(kind, rest)| ([group, kind], rest))
}

/// A level without the word that all of them end with.
fn bare(level: &str) -> &str {
    level.strip_suffix("指标").unwrap_or(level)
}
