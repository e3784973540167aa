//! The comparison with the year before for machines.

use serde::Serialize;

use super::{Against, Comparative};
use crate::cli::check::Checked;
use crate::locale::{Lang, Locale};
use crate::money::Money;

/// One document of the year before, and what was compared with it.
#[derive(Serialize)]
pub struct LastYear<'a> {
    file: &'a str,
    year: u16,
    /// Whether it is a final account and not a budget.
    is_final: bool,
    comparisons: Vec<Comparison>,
}

#[derive(Serialize)]
struct Comparison {
    name: String,
    verdict: &'static str,
    /// What the budget says of the year before, as printed or derived, in its unit.
    said: Option<String>,
    /// What the document of that year prints, in the same unit.
    printed: Option<String>,
    difference: Option<String>,
    unit: &'static str,
    /// The address of the number in the budget, and in the document of the year before.
    address: Option<String>,
    printed_address: Option<String>,
    message: String,
    message_en: String,
}

/// All documents that a budget was held against.
pub fn objects<'a>(checked: &'a Checked) -> Vec<LastYear<'a>> {
    checked.last_year.iter().map(|against| object(against, checked)).collect()
}

fn object<'a>(against: &'a Against, checked: &Checked) -> LastYear<'a> {
    let document = &against.earlier.opened.loaded.budget;
    let comparison = |compared: &Comparative| {
        let unit = compared.said.unit();
        // As findings have them: without separators.
        let number = |money: Money| Some(money.in_unit(unit)?.to_string());
        let said = |lang| against.sentence(compared, Locale { lang, ..checked.locale });
        Comparison {
            name: compared.name.clone(),
            verdict: compared.verdict.id(),
            said: number(compared.said),
            printed: number(compared.printed),
            difference: compared.said.minus(compared.printed).and_then(number),
            unit: unit.zh(),
            address: compared.said_at.map(|place| checked.budget.address(place)),
            printed_address: compared.printed_at.map(|place| document.address(place)),
            message: said(Lang::Zh),
            message_en: said(Lang::En),
        }
    };
    LastYear {
        file: against.earlier.file,
        year: document.document.year,
        is_final: document.is_final(),
        comparisons: against.compared.iter().map(comparison).collect(),
    }
}
