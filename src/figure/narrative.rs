//! Shows the numbers that a document states outside its tables as tables: the narrative's numbers, counts, and funds
//! of forms. Each line has an address, as the lines of official tables have.

use super::grid::{Cell, Grid, Row};
use super::section::Section;
use crate::budget::{Budget, Count, Field, Form, FormTerm, LEVELS, Place, Stated, Statement, index_in};
use crate::locale::Locale;
use crate::money::{self, Amount, Unit};

/// The path of a place outside the tables: its list, line and column.
pub fn path(budget: &Budget, place: Place, locale: Locale) -> [String; 3] {
    let (_, zh, en) = place.list().map(Stated::names).unwrap_or_default();
    let heading = |field: Field| locale.capitalize_first(locale.tr(field.names().1, field.names().2).into());
    let of_project = |p: usize| budget.projects.get(p).and_then(|project| project.form.as_ref());
    let (line, column) = match place {
        Place::Statement(list, i, field) => {
            let all = if list == Stated::Procurement { &budget.procurement } else { &budget.statements };
            (all.get(i).map(|statement| statement.name.as_str()), heading(field))
        }
        Place::Count(list, i) => {
            let all = if list == Stated::Assets { &budget.assets } else { &budget.staff };
            (all.get(i).map(|count| count.name.as_str()), heading(Field::Amount))
        }
        Place::DepartmentFund(i) => {
            let fund = budget.performance.as_ref().and_then(|form| form.fund(i));
            (fund.map(|(id, ..)| super::performance::fund(budget, id, locale)), heading(Field::Amount))
        }
        Place::Fund(project, term, level) => {
            let (_, zh, en) = LEVELS.get(level).copied().unwrap_or_default();
            (of_project(project).map(|form| form.name.as_str()), fund_column(term, locale.tr(zh, en), locale))
        }
        _ => (place.project().and_then(of_project).map(|form| form.name.as_str()), String::new()),
    };
    [locale.tr(zh, en).into(), line.unwrap_or_default().into(), column]
}

/// The section of a list, if it has lines.
fn section(list: Stated, grid: Grid, locale: Locale) -> Option<Section> {
    let (address, zh, en) = list.names();
    (!grid.rows.is_empty()).then(|| Section {
        address: Some(address.into()),
        title: locale.tr(zh, en).into(),
        folded: true,
        grid: Some(grid),
        ..Section::default()
    })
}

/// Where the amount of a statement is printed.
pub fn of_statement(budget: &Budget, statement: &Statement) -> Option<Place> {
    let lists = [(Stated::Narrative, &budget.statements), (Stated::Procurement, &budget.procurement)];
    lists
        .into_iter()
        .find_map(|(list, statements)| Some(Place::Statement(list, index_in(statements, statement)?, Field::Amount)))
}

/// One section a list, for those that the document has.
pub fn sections(budget: &Budget, locale: Locale) -> Vec<Section> {
    let unit = budget.document.unit;
    let all = [
        (Stated::Narrative, stated(Stated::Narrative, &budget.statements, unit, locale)),
        (Stated::Procurement, stated(Stated::Procurement, &budget.procurement, unit, locale)),
        (Stated::Staff, counted(Stated::Staff, &budget.staff, locale)),
        (Stated::Assets, counted(Stated::Assets, &budget.assets, locale)),
        (Stated::Form, whole(budget, locale)),
        (Stated::Forms, forms(budget, locale)),
    ];
    all.into_iter().filter_map(|(list, grid)| section(list, grid, locale)).collect()
}

/// A cell with the number that is printed at a place.
fn number(amount: Option<Amount>, at: Place) -> Cell {
    Cell { at: Some(at), ..Cell::text(amount.map(|amount| money::text(amount.decimal())).unwrap_or_default()) }
}

/// A line of a list, whose address is the place of its number.
fn line(at: Place, cells: impl Into<Vec<Cell>>) -> Row {
    Row { at: Some(at), ..Row::of(cells) }
}

fn stated(list: Stated, statements: &[Statement], document: Unit, locale: Locale) -> Grid {
    // Few documents state last year's amounts, and an empty column is no help.
    let has_last_year = statements.iter().any(|statement| statement.last_year.is_some());
    let row = |(i, statement): (usize, &Statement)| {
        let unit = statement.unit.unwrap_or(document);
        let at = |field| Place::Statement(list, i, field);
        let count = statement.count.map(|count| count.to_string()).unwrap_or_default();
        let cells = [
            Cell::text(&statement.name),
            Cell::words(&statement.section),
            number(statement.amount, at(Field::Amount)),
            Cell::words(locale.tr(unit.zh(), unit.en())),
            number(statement.share, at(Field::Share)),
            number(statement.change, at(Field::Change)),
            number(statement.rate, at(Field::Rate)),
            Cell { at: Some(at(Field::Count)), ..Cell::text(count) },
        ];
        let last_year = has_last_year.then(|| number(statement.last_year, at(Field::LastYear)));
        line(at(Field::Amount), cells.into_iter().chain(last_year).collect::<Vec<_>>())
    };
    let head = [
        locale.tr("事项", "Subject"),
        locale.tr("部分", "Section"),
        locale.tr("金额", "Amount"),
        locale.tr("单位", "Unit"),
        locale.tr("占比（%）", "Share (%)"),
        locale.tr("比上年", "Change"),
        locale.tr("变化率（%）", "Rate (%)"),
        locale.tr("个数", "Count"),
    ];
    let last_year = has_last_year.then(|| locale.tr("上年", "Last year"));
    Grid {
        head: head.into_iter().chain(last_year).map(String::from).collect(),
        rows: statements.iter().enumerate().map(row).collect(),
        ..Grid::default()
    }
}

fn counted(list: Stated, counts: &[Count], locale: Locale) -> Grid {
    let row = |(i, count): (usize, &Count)| {
        let at = Place::Count(list, i);
        let cells = [
            Cell::text(locale.lang.name(&count.name, count.name_en.as_deref())),
            number(Some(count.value), at),
            Cell::words(&count.unit),
            Cell::words(count.section.as_deref().unwrap_or("")),
            Cell::words(count.as_of.as_deref().unwrap_or("")),
        ];
        line(at, cells)
    };
    let head = [
        locale.tr("项目", "Item"),
        locale.tr("数量", "Number"),
        locale.tr("单位", "Unit"),
        locale.tr("部分", "Section"),
        locale.tr("截至", "As of"),
    ];
    Grid::new(head, counts.iter().enumerate().map(row).collect())
}

fn whole(budget: &Budget, locale: Locale) -> Grid {
    let Some(form) = &budget.performance else { return Grid::default() };
    let sides = [(locale.tr("资金来源", "Sources"), &form.sources), (locale.tr("资金用途", "Uses"), &form.uses)];
    let funds = sides.into_iter().flat_map(|(side, cells)| cells.iter().map(move |fund| (side, fund)));
    let rows = funds.enumerate().map(|(i, (side, (id, amount)))| {
        let name = super::performance::fund(budget, id, locale);
        line(
            Place::DepartmentFund(i),
            [Cell::text([side, " · ", name].concat()), number(*amount, Place::DepartmentFund(i))],
        )
    });
    let amount = locale.format("金额（{0}）", "Amount ({1})", &[form.unit.zh(), form.unit.en()]);
    Grid::new([locale.tr("资金", "Funds"), &amount], rows.collect())
}

fn forms(budget: &Budget, locale: Locale) -> Grid {
    let shown = &LEVELS[..levels(budget)];
    let row = |(project, form): (usize, &Form)| {
        let terms = [(FormTerm::Period, &form.period), (FormTerm::Annual, &form.annual)].into_iter();
        let amounts = terms.flat_map(|(term, cells)| {
            let levels = shown.iter().enumerate();
            levels.map(move |(level, (id, ..))| number(cells.get(id), Place::Fund(project, term, level)))
        });
        let unit = Cell::words(locale.tr(form.unit.zh(), form.unit.en()));
        // Findings about a form, and not about one of its funds, are marked at its name.
        let name = Cell { at: Some(Place::Project(project)), ..Cell::text(&form.name) };
        line(Place::Project(project), [name, unit].into_iter().chain(amounts).collect::<Vec<_>>())
    };
    let levels = shown.iter().map(|(_, zh, en)| String::from(locale.tr(zh, en)));
    let head = [locale.tr("项目", "Project").to_string(), locale.tr("单位", "Unit").into()];
    let group = |zh, en| (String::from(locale.tr(zh, en)), shown.len());
    Grid {
        groups: vec![vec![(String::new(), 2), group("项目期", "Whole term"), group("本年", "This year")]],
        head: head.into_iter().chain(levels.clone()).chain(levels).collect(),
        rows: published(budget).map(row).collect(),
    }
}

/// How many of the levels of funds have a column: those after the total have one only if any form prints them.
fn levels(budget: &Budget) -> usize {
    let total = LEVELS.iter().position(|(id, ..)| *id == "total").unwrap_or(0);
    let prints = |(id, ..): &(&str, &str, &str)| {
        published(budget).any(|(_, form)| form.period.get(id).is_some() || form.annual.get(id).is_some())
    };
    LEVELS.iter().rposition(prints).map_or(total, |last| last.max(total)) + 1
}

/// The forms that are published, in the projects' order, each with the number of its project.
fn published(budget: &Budget) -> impl Iterator<Item = (usize, &Form)> {
    let all = budget.projects.iter().enumerate();
    all.filter_map(|(i, project)| Some((i, project.form.as_ref()?)))
}

/// The heading of a form's funds.
fn fund_column(term: FormTerm, level: &str, locale: Locale) -> String {
    let (zh, en) = match term {
        FormTerm::Annual => ("本年{0}", "{0}, this year"),
        FormTerm::Period => ("项目期{0}", "{0}, whole term"),
    };
    locale.format(zh, en, &[level])
}
