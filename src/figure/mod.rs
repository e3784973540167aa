//! Turns a budget into figures: one file for each question that a citizen asks.
//!
//! A figure has its answer in one sentence, its entries with their numbers, what its chart shows,
//! its table and its source; canvas, table, SVG and prerendered page all come from it.
//!
//! To add one: write its file, and add its line to [`QUESTIONS`] and its id to [`ORDER`]; CONTRIBUTING.md shows it.

mod assets;
mod basic_project;
mod change;
mod checks;
mod classes;
mod compare;
mod control;
mod counts;
mod economic;
mod entry;
mod glossary;
mod grid;
mod headline;
mod income;
mod indicators;
mod items;
// The worked example of CONTRIBUTING.md, which no page has.
#[cfg(test)]
mod largest;
mod last_year;
mod listed_names;
mod mended_address;
mod narrative;
mod not_found;
mod order;
#[cfg(not(target_arch = "wasm32"))]
mod overview;
mod per_head;
mod performance;
mod personnel_operating;
mod places;
mod plot;
mod procurement;
mod profile;
mod projects;
mod query;
mod ratio;
mod search;
mod section;
mod series;
mod several;
mod source;
mod statistics;
mod structure;
mod subject;
mod summary;
mod tables;
mod terms;
mod text;
mod three_public;
mod total;
mod units;
pub mod years;
mod two_years;

pub use checks::marks::{Mark, Marks, listed as listed_marks, marks};
pub use checks::report_figure::report_figure;
pub use checks::{checking, locate as locate_finding};
pub use control::Control;
pub use entry::{Entry, EntryId};
pub use grid::{Cell, Grid, Row};
pub use headline::{Headline, headline};
pub use mended_address::mended_address;
pub use not_found::not_found;
pub use order::{HALF_WIDTH, ORDER, UNFOLDED, all};
#[cfg(not(target_arch = "wasm32"))]
pub use order::{figures, figures_checked};
#[cfg(not(target_arch = "wasm32"))]
pub use overview::{Class, Overview, overview, project_names};
pub use places::{Original, Places, href};
pub use plot::{Branch, CrossCheckCell, CrossCheckMatrix, Flow, Level, Link, Plot, Stack};
pub use query::{Param, Query, param};
pub use search::{Hit, HitLocation, Initials, MAX_HITS, examples, search};
pub use section::Section;
pub use summary::{Change, Fact, Largest, SourceInfo, Summary, Year, checked, summary};
pub use tables::locate;
pub use terms::{Explained, MAX_TERM, terms};
pub use text::{Run, Text, TextPart};
pub use units::units;

pub use crate::check::Verdict;

use crate::budget::Budget;
use crate::locale::{self, Locale};
use crate::money::Money;

/// The answer to one question, ready to be drawn, listed, printed and traced.
///
/// ```
/// use budget_lens::figure::{Query, figures};
/// use budget_lens::load;
/// use budget_lens::money::Unit;
/// use budget_lens::locale::{Lang, Locale};
///
/// let budget = load::read(&std::fs::read("budget.json")?).unwrap().budget;
/// let locale = Locale { lang: Lang::En, unit: Unit::Wan };
/// let all = figures(&budget, &Query::default(), locale);
/// let structure = all.iter().find(|figure| figure.id == "structure").unwrap();
/// // An entry has its amount as it is read, in the reader's unit, its share of the whole, and its place.
/// let largest = &structure.entries[structure.legend[0]];
/// assert_eq!((&*largest.amount, largest.share.unwrap().display()), ("4,560.06", "95.9%".into()));
/// assert!(largest.at.is_some());
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figure {
    /// Its name in the page and in URLs.
    pub id: &'static str,
    /// The question, in a few words.
    pub question: &'static str,
    /// The answer: a full sentence with the numbers in it.
    pub answer: Text,
    /// The breadcrumbs of what is drilled into, outermost first: a name, and the parameter that choosing it sets.
    pub breadcrumbs: Vec<(String, Param)>,
    /// The controls above the list.
    pub controls: Vec<Control>,
    /// Everything in the figure that has a number and can be pointed at.
    pub entries: Vec<Entry>,
    /// The entries that the legend lists, in its order.
    pub legend: Vec<EntryId>,
    /// What the chart shows.
    pub plot: Plot,
    /// Whether the list is a chart, too: a bar below each name, all to one scale, but for entries that cannot be
    /// compared with the others ([`Entry::is_compared`]).
    pub ranked: bool,
    /// The same numbers as a table.
    pub grid: Grid,
    /// Parts with headings of their own: the form of the open project, the duties, the tables.
    pub sections: Vec<Section>,
    /// What a reader should know beside the numbers: reasons, how a number was derived.
    pub notes: Vec<Text>,
    /// The official table and the unit.
    pub source: Text,
    /// How numbers were rounded, added up or derived: what few readers ask, folded below the source.
    pub footnotes: Vec<Text>,
}

impl Figure {
    /// The entries of the list without an amount, which are named together in one line. An entry that has dropped to
    /// nothing since last year, or opens something, keeps a row of its own.
    pub fn nothing(&self, locale: Locale) -> Vec<EntryId> {
        // Documents beside each other are all treated alike, the one that is shown, too.
        if [years::QUESTION.id, compare::QUESTION.id].contains(&self.id) {
            return Vec::new();
        }
        let blank = entry::shown(None, locale);
        let is_nothing = |entry: &Entry| {
            let is_blank = entry.money.is_none() && entry.number.is_none() && entry.amount == blank;
            let is_zero = entry.money.is_some_and(Money::is_zero)
                || entry.number.is_some_and(|number| number.decimal().is_zero());
            let stays = entry.param.is_some() || entry.change.is_some_and(|change| !change.is_zero());
            (is_blank || is_zero) && !stays
        };
        self.legend.iter().copied().filter(|&id| is_nothing(&self.entries[id])).collect()
    }

    /// The beginning of the line that names the entries without an amount.
    pub fn of_nothing(&self, nothing: &[EntryId], locale: Locale) -> String {
        let counted = nothing.iter().any(|&id| self.entries[id].number.is_some());
        let (zh, en) = match (counted, nothing.len() < self.legend.len()) {
            (true, _) => ("另有 {0} 项为 0：", "There are none of {0} more: "),
            (_, true) => ("另有 {0} 项没有安排：", "Nothing is budgeted for {0} more: "),
            (_, false) => ("{0} 项都没有安排：", "Nothing is budgeted for any of {0}: "),
        };
        locale.format(zh, en, &[&nothing.len().to_string()])
    }

    /// The name of an entry in the list, on the page and in pictures: short in a long list, where the eye looks for
    /// what tells entries apart; in full for few parts and for an entry that is open.
    pub fn listed<'e>(&self, entry: &'e Entry) -> &'e str {
        // An entry that removes its parameter is open.
        let is_open = entry.param.as_ref().is_some_and(|param| param.value.is_empty());
        if self.ranked && !is_open { &entry.short } else { &entry.name }
    }

    /// The place of an entry, or of the row that has it, in the list: the number that the row has beside its colour, and
    /// that stands in a part of the chart whose name has no room.
    pub fn number(&self, id: EntryId) -> usize {
        let row = self.entries[id].legend;
        self.legend.iter().take_while(|own| **own != row).count() + 1
    }

    /// Whether colours distinguish the parts of the chart; the bars of a list have one colour.
    pub const fn is_coloured(&self) -> bool {
        !matches!(self.plot, Plot::None) && (self.plot.is_wide() || !self.ranked)
    }

    /// How many decimal places the amounts of the list have.
    pub fn places(&self) -> usize {
        places(&mut self.legend.iter().map(|&id| &self.entries[id]))
    }
}

/// Gives all amounts of a list, which sentences and charts show, too, the same number of decimal places.
fn even(entries: &mut [Entry]) {
    let among = places(&mut entries.iter());
    for entry in entries {
        entry.amount = entry.padded(among);
    }
}

/// How many decimal places amounts have in one list. Where some are rounded it is the rounded ones' number, so that no
/// zeros stand for digits.
fn places(entries: &mut dyn Iterator<Item = &Entry>) -> usize {
    let (mut of_rounded, mut most) = (None, 0);
    for entry in entries.filter(|entry| entry.money.is_some()) {
        let own = locale::places(&entry.amount);
        most = own.max(most);
        if entry.exact.is_some() {
            of_rounded = of_rounded.max(Some(own));
        }
    }
    of_rounded.unwrap_or(most)
}

/// A question, and how a budget answers it.
#[derive(Clone, Copy)]
pub struct Question {
    /// The figure's id.
    pub id: &'static str,
    /// The question, in a few words: in Chinese, in English.
    pub question: (&'static str, &'static str),
    /// The figure, or `None` where the document does not hold what it needs.
    pub answer: fn(&Budget, &Query, Locale) -> Option<Figure>,
    /// The parameters on which the answer depends.
    pub params: &'static [&'static str],
    /// The message in place of the figure if there is none, what the document lacks: in Chinese, in English.
    pub lacking: (&'static str, &'static str),
}

impl Question {
    /// Whether it is about several documents that are open together. In the browser the third module answers it.
    pub const fn is_of_several(&self) -> bool {
        self.lacking.0.is_empty()
    }

    /// A figure with nothing in it yet but the question.
    pub fn figure(&self, locale: Locale) -> Figure {
        Figure { id: self.id, question: locale.tr(self.question.0, self.question.1), ..Figure::default() }
    }
}

/// A question's figure where several documents are open together: it is about all of them, or has beside its own
/// numbers those of last year's document.
pub fn of_several(question: &Question, budget: &Budget, query: &Query, locale: Locale) -> Option<Figure> {
    match question.id {
        id if id == years::QUESTION.id => years::years(budget, query, locale),
        id if id == compare::QUESTION.id => compare::compare(budget, query, locale),
        _ => Some(years::with_last_year((question.answer)(budget, query, locale)?, budget, locale)),
    }
}

/// In the browser's second module no question of several documents has an answer: few readers ask one, and all would
/// download it.
fn by_third_module(_: &Budget, _: &Query, _: Locale) -> Option<Figure> {
    None
}

/// The id of the page's summary, which can be embedded alone as figures can.
pub const SUMMARY: &str = "summary";

/// The page's first figures, which are in the module that readers download first.
pub static EAGER: &[Question] = &[change::QUESTION, three_public::QUESTION, structure::QUESTION];

/// The id of the figure of the checks.
pub const CHECKS: &str = "checks";

/// All questions. Some have the id of one of the first, whose place they take because they can do more. In the browser
/// they are in the second module: code of the first may not name this list, or the first module would hold them, too.
pub static QUESTIONS: &[Question] = &[
    structure::drill::QUESTION,
    three_public::notes::QUESTION,
    basic_project::QUESTION,
    income::QUESTION,
    years::QUESTION,
    compare::QUESTION,
    change::QUESTION,
    economic::QUESTION,
    personnel_operating::QUESTION,
    procurement::QUESTION,
    projects::QUESTION,
    assets::QUESTION,
    performance::QUESTION,
    profile::QUESTION,
    checks::report_figure::QUESTION,
    tables::QUESTION,
    glossary::QUESTION,
];
