//! A department's whole disclosure: what it is, its tables, its narrative, its projects and their forms.

use std::sync::OnceLock;

use serde::Deserialize;

use super::reading::{every, every_if_any, one_if_any};
use super::{Addresses, Cells, Count, Kind, OfficialPlaces, OthersSlot, Performance, Project, Statement, Table, Views};
use crate::money::{Amount, Unit};

/// One department's disclosure for one year.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Budget {
    /// The version of this format.
    pub format: Format,
    /// Which department, which year, where it was published.
    pub document: Document,
    /// The official tables in the order they are printed; any number, of any kind.
    #[serde(deserialize_with = "every")]
    pub tables: Vec<Table>,
    /// The numbers that the narrative states, each with the section it stands in.
    #[serde(default, deserialize_with = "every_if_any")]
    pub statements: Vec<Statement>,
    /// Government procurement (政府采购) as the narrative states it: the total and its parts.
    #[serde(default, deserialize_with = "every_if_any")]
    pub procurement: Vec<Statement>,
    /// The projects of the project table, with the performance form of each where it is published.
    #[serde(default, deserialize_with = "every_if_any")]
    pub projects: Vec<Project>,
    /// The performance form of the whole department (部门整体支出绩效目标).
    #[serde(default, deserialize_with = "one_if_any")]
    pub performance: Option<Performance>,
    /// Posts and people.
    #[serde(default, deserialize_with = "every_if_any")]
    pub staff: Vec<Count>,
    /// State-owned assets: vehicles, floor space, equipment.
    #[serde(default, deserialize_with = "every_if_any")]
    pub assets: Vec<Count>,
    /// What the department does and how it is organised.
    #[serde(default, deserialize_with = "one_if_any")]
    pub profile: Option<Profile>,
    /// The terms that a reader may not know, explained in plain words.
    #[serde(default, deserialize_with = "every_if_any")]
    pub glossary: Vec<Term>,
    /// What the department says publicly of numbers that do not agree, by the id of the finding (`id` of
    /// `budget-lens check --json`).
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "std::collections::BTreeMap<String, String>"))]
    pub explanations: Cells<String>,
    /// The tables that figures read where the document's template prints the same numbers in another shape.
    #[serde(skip)]
    pub views: Views,
    /// Where the budget stands in the official files that it was read from, while they are open. The few of these are
    /// never freed, so that the first part of the program need not contain the code for it.
    #[serde(skip)]
    pub official: OnceLock<&'static OfficialPlaces>,
    /// The documents that are open together with it.
    #[serde(skip)]
    pub others: OthersSlot,
    /// The addresses of its tables and lines on the page.
    #[serde(skip)]
    pub addresses: Addresses,
}

impl Budget {
    /// The first table of this kind, if any: its view, where the table is printed in a shape that figures cannot read.
    pub fn table(&self, kind: Kind) -> Option<&Table> {
        self.views().iter().find(|table| table.kind == Some(kind)).or_else(|| self.printed(kind))
    }

    /// The first table of this kind as it is printed.
    pub fn printed(&self, kind: Kind) -> Option<&Table> {
        self.named().find(|table| table.kind == Some(kind))
    }

    /// The tables as they are printed, with the format's words filled in for what titles, headings and names mean.
    pub fn named(&self) -> impl Iterator<Item = &Table> + Clone {
        self.tables.iter().map(|table| self.with_words(table))
    }

    /// The table at `index` of [`Budget::named`].
    pub fn named_at(&self, index: usize) -> &Table {
        self.with_words(&self.tables[index])
    }

    fn with_words<'b>(&'b self, table: &'b Table) -> &'b Table {
        // The tables with words filled in are in the document's order.
        let own = self.own_words();
        let at = own.partition_point(|named| named.index < table.index);
        own.get(at).filter(|named| named.index == table.index).unwrap_or(table)
    }

    /// Writes into each table its index in the document.
    pub fn number_tables(&mut self) {
        for (index, table) in self.tables.iter_mut().enumerate() {
            table.index = index;
        }
    }

    /// The first statement of the narrative about `subject` that states a change from last year.
    pub fn change_of(&self, subject: &str) -> Option<&Statement> {
        self.statements.iter().find(|s| s.subject == subject && s.is_compared())
    }
}

/// Which department, which year, where it was published.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Document {
    /// The department's full official name.
    pub department: String,
    /// The department's name in English.
    #[serde(default)]
    pub department_en: Option<String>,
    /// The place that the department serves, as a reader would say it, such as `朔州市平鲁区`.
    #[serde(default)]
    pub region: Option<String>,
    /// The place's name in English.
    #[serde(default)]
    pub region_en: Option<String>,
    /// The budget year.
    pub year: u16,
    /// What the document is: `budget`, or `final` for a final account (决算). A budget where it is absent.
    #[serde(default)]
    pub stage: Option<String>,
    /// Whose budget it is: that of a `department` (with its units), a `unit` (one alone), or a `government`.
    #[serde(default)]
    pub level: Option<String>,
    /// Who published the document, where that is not the department itself.
    #[serde(default)]
    pub publisher: Option<String>,
    /// The document's title.
    pub title: String,
    /// The date of publication, `YYYY-MM-DD`.
    #[serde(default)]
    pub published: Option<String>,
    /// Where the official document can be read.
    #[serde(default)]
    pub url: Option<String>,
    /// Whom to ask about it: a name, a telephone number, an address.
    #[serde(default)]
    pub contact: Option<String>,
    /// How many people live in the place that the department serves.
    #[serde(default)]
    pub population: Option<Amount>,
    /// What the whole place spends in that year, in this document's unit.
    #[serde(default)]
    pub region_total: Option<Amount>,
    /// The unit of every amount that states no other.
    pub unit: Unit,
    /// What the document says of its own accuracy, in plain words.
    #[serde(default)]
    pub note: Option<String>,
}

/// What the department does and how it is organised, in plain words.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Profile {
    /// What kind of organisation the department is.
    #[serde(default)]
    pub nature: Option<String>,
    /// The kind of organisation in English, as it stands after “This is”.
    #[serde(default)]
    pub nature_en: Option<String>,
    /// Its duties, one short phrase each.
    #[serde(default, deserialize_with = "every_if_any")]
    pub duties: Vec<String>,
    /// The duties in English.
    #[serde(default, deserialize_with = "every_if_any")]
    pub duties_en: Vec<String>,
    /// Its inner offices, by name.
    #[serde(default, deserialize_with = "every_if_any")]
    pub offices: Vec<String>,
    /// The offices in English.
    #[serde(default, deserialize_with = "every_if_any")]
    pub offices_en: Vec<String>,
}

/// A term of the glossary.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Term {
    /// The term as it is printed.
    pub term: String,
    /// The term in English, as it stands inside a sentence.
    #[serde(default)]
    pub term_en: Option<String>,
    /// What it means, in plain words.
    pub meaning: String,
    /// The meaning in English.
    #[serde(default)]
    pub meaning_en: Option<String>,
}

/// The version of the format. This release reads `budget-lens/1` and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Format {
    /// `budget-lens/1`
    #[default]
    #[serde(rename = "budget-lens/1")]
    V1,
}
