//! The names of places for people.

use super::{Names, Path};
use crate::budget::{FormTerm, Place, Table};
use crate::budget::{LEVELS, Role, english};
use crate::locale::{Lang, Locale};

impl<'b> Names<'b> {
    /// The path of a place for people, in the document's own words where it prints some.
    pub fn path(&self, place: Place, locale: Locale) -> Path {
        Path {
            table: self.list(place, locale),
            line: self.entry(place, locale).into(),
            column: self.heading(place, locale),
        }
    }

    /// The name of the column, or of the number where there are several.
    pub fn heading(&self, place: Place, locale: Locale) -> String {
        match place {
            Place::Cell(t, _, c) => {
                let column = self.budget.tables.get(t).and_then(|table| table.columns.get(c));
                column.map(|column| called(&column.name, || word(&column.id), locale)).unwrap_or_default().into()
            }
            Place::Statement(.., field) => locale.tr(field.names().1, field.names().2).into(),
            Place::Fund(_, term, level) => {
                let (_, zh, en) = LEVELS.get(level).copied().unwrap_or_default();
                locale.format("{0}资金{1}", "{0} funds ({2})", &[term.said(locale), zh, &locale.lowercase_first(en)])
            }
            Place::Target(_, _, term) => locale.format("{0}成本指标", "{0} cost indicator", &[term.said(locale)]),
            Place::Goal(_, term) => locale.format("{0}目标", "{0} goal", &[term.said(locale)]),
            _ => String::new(),
        }
    }

    /// The name of the table or list, with the section of the narrative.
    pub fn list(&self, place: Place, locale: Locale) -> String {
        let name = match (place, place.list()) {
            (Place::Project(_), _) => ("项目", "the project list"),
            (Place::DepartmentFund(i), _) if self.fund(i).1 == "sources" => {
                ("整体绩效目标表资金来源", "the sources in the department's performance form")
            }
            (Place::DepartmentFund(_), _) => {
                ("整体绩效目标表资金用途", "the uses in the department's performance form")
            }
            (_, Some(list)) => list.short(),
            (_, None) => {
                let table = place.table().and_then(|t| self.budget.tables.get(t));
                // A table may have no printed number.
                let name = |table: &Table| if table.number.is_empty() { &table.title } else { &table.number }.clone();
                return table.map(name).unwrap_or_default();
            }
        };
        let (zh, en) = match (self.section(place), place) {
            (None, _) => ("{0}", "{0}"),
            (_, Place::Statement(..)) => ("{0}（{1}）", "section {1} of {0}"),
            _ => ("{0}（{1}）", "{0} ({1})"),
        };
        locale.format(zh, en, &[locale.tr(name.0, name.1), self.section(place).unwrap_or_default()])
    }

    /// The name of the line, project or subject.
    pub fn entry(&self, place: Place, locale: Locale) -> &'b str {
        if let Some(line) = self.line(place) {
            let total = (line.role == Role::Total).then_some("Total");
            let known = || line.name_en.as_deref().or_else(|| self.subject(line.subject()?)).or(total);
            return called(&line.name, known, locale);
        }
        if let Some(statement) = self.statement(place) {
            return called(&statement.name, || self.subject(&statement.subject), locale);
        }
        if let Some(count) = self.count(place) {
            return called(&count.name, || count.name_en.as_deref(), locale);
        }
        match place {
            Place::DepartmentFund(i) if self.fund(i).0 == "total" => locale.tr("合计", "Total"),
            Place::DepartmentFund(i) => called(fund_name(self.fund(i).0), || english(self.fund(i).0), locale),
            _ => self.project(place).map_or("", |(_, name)| name),
        }
    }

    /// The English name of a code or key: the document's own for any line of it, or the format's.
    fn subject(&self, subject: &str) -> Option<&'b str> {
        let index = || {
            let lines = self.budget.tables.iter().flat_map(|table| &table.lines).rev();
            lines.filter_map(|line| Some((line.subject()?, line.name_en.as_deref()?))).collect()
        };
        word(subject).or_else(|| self.english.get_or_init(index).get(subject).copied())
    }
}

/// The printed name or, in English, the known one.
fn called<'a>(printed: &'a str, known: impl FnOnce() -> Option<&'a str>, locale: Locale) -> &'a str {
    if locale.lang == Lang::Zh { printed } else { known().unwrap_or(printed) }
}

/// The English names of the format's words, including those of columns and of the narrative's subjects.
fn word(id: &str) -> Option<&'static str> {
    Some(match id {
        "total" => "Total",
        "current-year" => "From this year's budget",
        "carried-over" => "From last year's carry-over",
        "last-year-budget" => "Last year's budget",
        "current-income" => "Income of the year",
        "current-expenditure" => "Expenditure of the year",
        "current-appropriation" => "Appropriations of the year",
        "current-appropriation-expenditure" => "Expenditure of the year from appropriations",
        "appropriation-carry-over" => "Appropriations carried over",
        "appropriation-expenditure" => "Expenditure from appropriations",
        "year-end-carry-over" => "Carry-over at the year's end",
        "agency-operating" => "Agency operating funds",
        "budget-units" => "Budget units",
        "department-forms" => "Units with a form of their own",
        "projects" => "Projects",
        "projects-running" => "Projects of other running costs",
        "projects-goal" => "Projects with a specific goal",
        "project-forms" => "Published project forms",
        "project-forms-running" => "Published forms of other running costs",
        "project-forms-goal" => "Published forms with a specific goal",
        "procurement" => "Government procurement",
        _ => return english(id),
    })
}

/// The Chinese name of a fund of the department's form, which prints none.
fn fund_name(id: &str) -> &str {
    match id {
        "basic" => "基本支出",
        "project" => "项目支出",
        "general-public" => "一般公共预算",
        "government-fund" => "政府性基金",
        "state-capital" => "国有资本经营预算",
        "fiscal-account" => "财政专户管理资金",
        "own-funds" => "单位资金",
        other => other,
    }
}

impl FormTerm {
    fn said(self, locale: Locale) -> &'static str {
        locale.tr(self.name().0, self.name().1)
    }
}
