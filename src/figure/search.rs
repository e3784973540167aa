//! A search over the whole document: lines of tables, projects, terms, what the narrative states.

mod initials;

pub use initials::Initials;

use super::{Choice, name};
use crate::budget::{Budget, Kind, Line, Place, Role, Stated, Table};
use crate::money::{self, Amount};
use crate::words::Words;

/// As many hits as a reader looks through.
pub const MOST_HITS: usize = 60;

/// Something that has all the words that are looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is: a project, a line, a term.
    pub kind: &'static str,
    /// What it is called.
    pub name: String,
    /// Where it stands, or the amount.
    pub detail: String,
    /// The place on the page.
    pub address: String,
    /// What has to be asked for so that it is open there.
    pub choice: Option<Choice>,
}

/// The words that are looked for.
struct Sought<'a> {
    words: Vec<&'a str>,
    initials: &'a Initials,
}

impl Sought<'_> {
    /// Whether each word occurs in one of the texts, in capitals or not.
    fn is_in(&self, texts: &[Option<&str>]) -> bool {
        self.words.iter().all(|word| texts.iter().flatten().any(|text| occurs(text, word)))
    }

    /// Whether each word occurs in one of the names, or is their initials: who writes Chinese by its
    /// pronunciation types `st` for 食堂.
    fn is_name(&self, names: &[Option<&str>]) -> bool {
        let is_letters = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
        let has = |name: &str, word: &str| occurs(name, word) || is_letters(word) && self.initials.spell(name, word);
        self.words.iter().all(|word| names.iter().flatten().any(|name| has(name, word)))
    }
}

/// Whether `text` has `word`, Latin letters in capitals or not.
pub fn occurs(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len().max(1)).any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}

/// All that has the words of `text`, [`MOST_HITS`] at most: what is called so before what speaks of it.
/// Nothing for no words.
pub fn search(budget: &Budget, text: &str, initials: &Initials, words: Words) -> Vec<Hit> {
    let sought = Sought { words: text.split_whitespace().collect(), initials };
    if sought.words.is_empty() {
        return Vec::new();
    }
    let (mut called, mut spoken) = (Vec::new(), Vec::new());
    let mut take = |hit: &dyn Fn() -> Hit, names: &[Option<&str>], more: &[Option<&str>]| {
        // A code stands in several tables: its first place tells enough.
        let push = |hits: &mut Vec<Hit>| {
            let hit = hit();
            if !hits.iter().any(|other| (other.kind, &other.name) == (hit.kind, &hit.name)) {
                hits.push(hit);
            }
        };
        if sought.is_name(names) {
            push(&mut called);
        } else if spoken.len() < MOST_HITS && sought.is_in(&[names, more].concat()) {
            push(&mut spoken);
        }
        called.len() < MOST_HITS
    };
    terms(budget, words, &mut take);
    projects(budget, words, &mut take);
    tables(budget, words, &mut take);
    lines(budget, text.trim(), words, &mut take);
    statements(budget, words, &mut take);
    counts(budget, words, &mut take);
    profile(budget, words, &mut take);
    called.extend(spoken);
    called.truncate(MOST_HITS);
    called
}

/// Takes a hit if its names, or else what more is said of it, have the words; whether there is room for others.
type Take<'a> = &'a mut dyn FnMut(&dyn Fn() -> Hit, &[Option<&str>], &[Option<&str>]) -> bool;

fn terms(budget: &Budget, words: Words, take: Take) {
    for (i, term) in budget.glossary.iter().enumerate() {
        let hit = || Hit {
            kind: words.pick("名词", "Term"),
            name: words.lang.name(&term.term, term.term_en.as_deref()).into(),
            detail: words.lang.name(&term.meaning, term.meaning_en.as_deref()).into(),
            address: budget.term_address(i),
            choice: None,
        };
        take(&hit, &[Some(&term.term), term.term_en.as_deref()], &[Some(&term.meaning), term.meaning_en.as_deref()]);
    }
}

fn projects(budget: &Budget, words: Words, take: Take) {
    let Some(table) = budget.table(Kind::Projects) else { return };
    for line in table.lines.iter().filter(|line| line.role == Role::Item) {
        let hit = || Hit {
            kind: words.pick("项目", "Project"),
            choice: Some(Choice::new(name::PROJECT, &line.name)),
            address: name::PROJECT.into(),
            ..line_hit(budget, table, line, words)
        };
        if !take(&hit, &[Some(&line.name), line.name_en.as_deref()], &[line.note.as_deref()]) {
            return;
        }
    }
    for project in &budget.projects {
        let Some(form) = &project.form else { continue };
        for indicator in &form.indicators {
            let hit = || Hit {
                kind: words.pick("指标", "Indicator"),
                name: indicator.name.clone(),
                detail: project.name.clone(),
                address: name::PROJECT.into(),
                choice: Some(Choice::new(name::PROJECT, &project.name)),
            };
            if !take(&hit, &[Some(&indicator.name)], &[]) {
                return;
            }
        }
    }
}

fn tables(budget: &Budget, words: Words, take: Take) {
    for table in &budget.tables {
        let hit = || Hit {
            kind: words.pick("表格", "Table"),
            name: [table.number.as_str(), " ", &table.title].concat(),
            detail: String::new(),
            address: budget.address(Place::Table(table.index)),
            choice: None,
        };
        take(&hit, &[Some(&table.number), Some(&table.title)], &[]);
    }
}

/// Lines by code or name, or by an amount as it is printed or written without its commas.
fn lines(budget: &Budget, sought: &str, words: Words, take: Take) {
    let amount = Amount::parse(&sought.replace(',', "")).ok().filter(|_| sought.contains('.'));
    // A code stands in several tables: expenditure is what readers ask for.
    let (first, others): (Vec<_>, Vec<_>) =
        budget.tables.iter().partition(|table| table.kind == Some(Kind::Expenditure));
    for table in first.into_iter().chain(others).filter(|table| table.kind != Some(Kind::Projects)) {
        for line in table.lines.iter().filter(|line| line.role == Role::Item && could_be(line)) {
            let hit = || line_hit(budget, table, line, words);
            let names = [line.code.as_deref(), Some(&line.name), line.name_en.as_deref()];
            let text = line.texts.iter().next().map(|(_, text)| text.as_str());
            let has_amount = amount.is_some() && line.amounts.iter().any(|(_, own)| *own == amount);
            let names = if has_amount { [Some(sought), names[1], names[2]] } else { names };
            if !take(&hit, &names, &[line.note.as_deref(), line.note_en.as_deref(), text]) {
                return;
            }
        }
    }
}

/// Whether a reader could look for this line: it has an amount.
fn could_be(line: &Line) -> bool {
    line.amounts.iter().any(|(_, amount)| amount.is_some())
}

fn line_hit(budget: &Budget, table: &Table, line: &Line, words: Words) -> Hit {
    let amount = line.amounts.iter().find_map(|(_, amount)| *amount);
    let amount =
        amount.map(|amount| money::text(amount.decimal()) + " " + words.lang.pick(table.unit.zh(), table.unit.en()));
    let code = line.code.as_ref().map(|code| code.clone() + " ").unwrap_or_default();
    Hit {
        kind: words.pick("科目", "Line"),
        name: code + words.lang.name(&line.name, line.name_en.as_deref()),
        detail: table.number.clone() + " · " + &amount.unwrap_or_default(),
        address: budget.address(table.line(line)),
        choice: None,
    }
}

fn statements(budget: &Budget, words: Words, take: Take) {
    for (i, statement) in budget.statements.iter().enumerate() {
        let reason = words.lang.name(statement.reason.as_deref().unwrap_or(""), statement.reason_en.as_deref());
        let hit = || Hit {
            kind: words.pick("情况说明", "Narrative"),
            name: statement.name.clone(),
            detail: reason.into(),
            address: Stated::Narrative.address(i),
            choice: None,
        };
        if statement.reason.is_some() {
            take(&hit, &[Some(&statement.name)], &[statement.reason.as_deref(), statement.reason_en.as_deref()]);
        }
    }
}

fn counts(budget: &Budget, words: Words, take: Take) {
    for (counts, list) in [(&budget.staff, Stated::Staff), (&budget.assets, Stated::Assets)] {
        for (i, count) in counts.iter().enumerate() {
            let hit = || Hit {
                kind: words.pick("人员与资产", "Staff and assets"),
                name: words.lang.name(&count.name, count.name_en.as_deref()).into(),
                detail: money::text(count.value.decimal()) + " " + &count.unit,
                address: list.address(i),
                choice: None,
            };
            take(&hit, &[Some(&count.name), count.name_en.as_deref()], &[]);
        }
    }
}

fn profile(budget: &Budget, words: Words, take: Take) {
    let empty: &[String] = &[];
    let goals = budget.performance.as_ref().map_or((empty, empty), |form| (&form.goals, &form.goals_en));
    let profile = budget.profile.as_ref();
    let duties = profile.map_or((empty, empty), |profile| (&profile.duties, &profile.duties_en));
    let offices = profile.map_or((empty, empty), |profile| (&profile.offices, &profile.offices_en));
    for ((texts, english), place) in [(duties, "profile"), (offices, "profile"), (goals, "performance")] {
        for (i, text) in texts.iter().enumerate() {
            let english = english.get(i).map(String::as_str);
            let hit = || Hit {
                kind: words.pick("单位", "Department"),
                name: words.lang.name(text, english).into(),
                detail: String::new(),
                address: place.into(),
                choice: None,
            };
            take(&hit, &[Some(text), english], &[]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_capitals_or_not_and_by_their_initials() {
        let initials = initials::tests::initials();
        let sought = |text| Sought { words: vec![text], initials: &initials };
        assert!(sought("VEHICLE").is_in(&[None, Some("Official vehicles")]));
        assert!(sought("st").is_name(&[Some("机关食堂")]) && sought("JGST").is_name(&[Some("机关食堂")]));
        assert!(!sought("s").is_name(&[Some("机关食堂")]), "one letter is in too many names");
        assert!(!sought("st").is_name(&[Some("会议室")]));
    }
}
