//! Documents made for a test, one short line a table line.

use crate::common::budgets;
use budget_lens::budget::Budget;

/// A table on its way to JSON.
#[derive(Clone)]
pub struct Made {
    kind: &'static str,
    ids: Vec<String>,
    headings: Vec<String>,
    lines: Vec<String>,
    has_sides: bool,
}

/// A table of this kind with these columns.
pub fn table(kind: &'static str, columns: &str) -> Made {
    let ids: Vec<String> = columns.split(' ').map(String::from).collect();
    Made { kind, headings: ids.clone(), ids, lines: Vec::new(), has_sides: false }
}

impl Made {
    /// The columns' headings, each perhaps below another: `本年收入·小计`.
    pub fn headings(mut self, headings: &str) -> Self {
        self.headings = headings.split(' ').map(String::from).collect();
        self
    }

    /// The first column is of the income side, the others of the expenditure side.
    pub fn sides(mut self) -> Self {
        self.has_sides = true;
        self
    }

    /// An item: `201 名称 | 1.00 -`, with a key `201: 名称`, or with a level `2 名称`.
    pub fn line(self, text: &str) -> Self {
        self.add(text, "")
    }

    /// A printed total.
    pub fn total(self, text: &str) -> Self {
        self.add(text, r#","role":"total""#)
    }

    /// An item of the income side.
    pub fn income(self, text: &str) -> Self {
        self.add(text, r#","side":"income""#)
    }

    /// An item of the expenditure side, whose first column is left out.
    pub fn expenditure(self, text: &str) -> Self {
        self.add(&text.replace('|', "| -"), r#","side":"expenditure""#)
    }

    /// The total of the expenditure side.
    pub fn expenditure_total(self, text: &str) -> Self {
        self.add(&text.replace('|', "| -"), r#","role":"total","side":"expenditure""#)
    }

    /// A sum of the expenditure side that is less than its total.
    pub fn expenditure_subtotal(self, text: &str) -> Self {
        self.add(&text.replace('|', "| -"), r#","role":"subtotal","side":"expenditure""#)
    }

    fn add(mut self, text: &str, more: &str) -> Self {
        let (name, amounts) = text.split_once('|').unwrap();
        let cells = amounts.split_whitespace().zip(&self.ids).filter(|(amount, _)| *amount != "-");
        let cells: Vec<_> = cells.map(|(amount, id)| format!(r#""{id}":"{amount}""#)).collect();
        let name = name.trim();
        let (field, name) = match (name.split_once(": "), name.split_once(' ')) {
            (Some((key, name)), _) => (format!(r#""key":"{key}","#), name),
            (None, Some((level, name))) if level.len() == 1 => (format!(r#""level":{level},"#), name),
            (None, Some((code, name))) => (format!(r#""code":"{code}","#), name),
            (None, None) => (String::new(), name),
        };
        self.lines.push(format!(r#"{{{field}"name":"{name}"{more},"amounts":{{{}}}}}"#, cells.join(",")));
        self
    }

    fn json(&self, number: usize) -> String {
        let column = |(i, (id, heading)): (usize, (&String, &String))| {
            let (group, name) =
                heading.split_once('·').map_or((None, heading.as_str()), |(group, name)| (Some(group), name));
            let group = group.map(|group| format!(r#","group":"{group}""#)).unwrap_or_default();
            let side = match (self.has_sides, i) {
                (false, _) => "",
                (true, 0) => r#","side":"income""#,
                (true, _) => r#","side":"expenditure""#,
            };
            format!(r#"{{"id":"{id}","name":"{name}"{group}{side}}}"#)
        };
        let columns: Vec<_> = self.ids.iter().zip(&self.headings).enumerate().map(column).collect();
        let title = match self.kind {
            "basic-economic" => "一般公共预算基本支出表",
            "general-public" => "一般公共预算支出表",
            _ => "表",
        };
        format!(
            r#"{{"number":"表{number}","title":"{title}","kind":"{}","unit":"万元","columns":[{}],"lines":[{}]}}"#,
            self.kind,
            columns.join(","),
            self.lines.join(",")
        )
    }
}

/// The document of these tables, and more fields.
pub fn budget(tables: &[Made], more: &str) -> Budget {
    let tables: Vec<_> = tables.iter().zip(1..).map(|(table, number)| table.json(number)).collect();
    let json = format!(
        r#"{{"format":"budget-lens/1","document":{{"department":"例局","year":2026,"title":"预算","unit":"万元"}},"tables":[{}]{more}}}"#,
        tables.join(",")
    );
    budgets::read(json)
}
