//! The findings for machines: one JSON object a line. Fields are only ever added; docs/checks.md explains them.

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::Checked;
use super::last_year::{self, LastYear};
use crate::check::{Compared, Finding, Measure, Place, Verdict, ids, sentence};
use crate::cli::path::NamedPath;
use crate::cli::read::{self, Unusable};
use crate::import::report_json;
use crate::load::Diagnostic;
use crate::locale::{Lang, Locale};
use crate::money::Amount;

/// The version of what is printed here.
const FORMAT: &str = "budget-lens-check/1";

#[derive(Serialize)]
struct Output<'a, 'b> {
    format: &'static str,
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    department: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<u16>,
    /// What an official file was read as.
    #[serde(skip_serializing_if = "Option::is_none")]
    import: Option<Value>,
    counts: Counts,
    findings: Findings<'a, 'b>,
    uncovered: Vec<Uncovered<'b>>,
    /// What the document says of the year before, held against that year's own documents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    last_year: Vec<LastYear<'a>>,
    /// What is wrong with a file that could not be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    faults: Option<Vec<Faulty>>,
}

#[derive(Serialize, Default)]
struct Counts {
    holds: usize,
    rounding: usize,
    mismatch: usize,
    unchecked: usize,
}

/// The findings, each put into words when it is written.
struct Findings<'a, 'b>(Option<&'a Checked<'b>>);

impl Serialize for Findings<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(checked) = self.0 else { return serializer.collect_seq([(); 0]) };
        let ids = ids(checked.report, &checked.names);
        let findings = checked.report.findings.iter().zip(ids).enumerate();
        serializer.collect_seq(findings.map(|(i, (finding, id))| found(i, finding, id, checked)))
    }
}

#[derive(Serialize)]
struct Found<'a, 'b> {
    /// Its id, which stays the same from one check to the next: see `publish --accepted`.
    id: String,
    rule: &'static str,
    verdict: &'static str,
    stated: Option<String>,
    computed: Option<String>,
    difference: Option<String>,
    bound: Option<String>,
    /// The bounds between which rounding allows the computed number to be.
    interval: Option<[String; 2]>,
    unit: Option<&'static str>,
    /// The finding that it follows from, by its place among the findings; none where it is itself the first of its
    /// cause.
    cause: Option<usize>,
    /// What is likely wrong, on the finding that others follow from.
    suspect: Option<Suspected<'b>>,
    r#where: Places<'a, 'b>,
    message: String,
    message_en: String,
    reason: &'static str,
    reason_en: &'static str,
}

/// The number that is likely wrong.
#[derive(Serialize)]
struct Suspected<'b> {
    #[serde(flatten)]
    place: Where<'b>,
    /// What it should probably be.
    likely: String,
    /// How many findings agree then.
    mends: usize,
}

/// All places that a finding is about: where the stated number is printed, then those it is computed from.
struct Places<'a, 'b>(&'a Finding, &'a Checked<'b>);

impl Serialize for Places<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let place = |of| move |place: &Place| Where { of: Some(of), ..place_of(*place, self.1) };
        let Finding { stated, terms, .. } = self.0;
        serializer.collect_seq(stated.iter().map(place("stated")).chain(terms.iter().map(place("computed"))))
    }
}

#[derive(Serialize)]
struct Where<'b> {
    table: String,
    line: String,
    column: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<&'b str>,
    address: String,
    /// The line of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    file_line: Option<usize>,
    /// Where it is in an official file, as a reader would say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    file_place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file_place_en: Option<String>,
    /// Which number is printed there: the stated one, or one of those it is computed from.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'static str>,
}

#[derive(Serialize)]
struct Uncovered<'b> {
    #[serde(flatten)]
    place: Where<'b>,
    printed: Option<String>,
}

#[derive(Serialize)]
struct Faulty {
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    message: String,
    message_en: String,
}

/// What was found in one document.
pub fn render(checked: &Checked) -> serde_json::Result<String> {
    let count = |verdict| checked.report.count(verdict);
    line(&Output {
        format: FORMAT,
        file: checked.file,
        department: Some(&checked.budget.document.department),
        year: Some(checked.budget.document.year).filter(|year| *year > 0),
        import: checked.source.as_ref().and_then(|source| Some(report_json(checked.budget, source.imported?))),
        counts: Counts {
            holds: count(Verdict::Holds),
            rounding: count(Verdict::Rounding),
            mismatch: count(Verdict::Mismatch),
            unchecked: count(Verdict::Unchecked),
        },
        findings: Findings(Some(checked)),
        uncovered: checked.report.uncovered.iter().map(|place| uncovered(*place, checked)).collect(),
        last_year: last_year::objects(checked),
        faults: None,
    })
}

/// What is wrong with a file that cannot be used.
pub fn unusable(file: &NamedPath, unusable: &Unusable) -> serde_json::Result<String> {
    let diagnostic = |diagnostic: &Diagnostic| Faulty {
        line: diagnostic.location.as_ref().map(|place| place.line),
        column: diagnostic.location.as_ref().map(|place| place.column),
        path: diagnostic.location.as_ref().map(|place| place.path.clone()),
        message: diagnostic.kind.sentence(Lang::Zh),
        message_en: diagnostic.kind.sentence(Lang::En),
    };
    let whole =
        |[message, message_en]: [String; 2]| Faulty { line: None, column: None, path: None, message, message_en };
    let both = |sentence: &dyn Fn(Lang) -> String| whole([Lang::Zh, Lang::En].map(sentence));
    let diagnostics = match unusable {
        Unusable::Invalid(diagnostics) => diagnostics.iter().map(diagnostic).collect(),
        Unusable::Refused(refused) => {
            refused.iter().map(|refused| both(&|lang| read::sentence(file, refused, lang))).collect()
        }
        Unusable::Unreadable(error) => vec![both(&|lang| read::unreadable(file, error, lang))],
    };
    line(&Output {
        format: FORMAT,
        file,
        department: None,
        year: None,
        import: None,
        counts: Counts::default(),
        findings: Findings(None),
        uncovered: Vec::new(),
        last_year: Vec::new(),
        faults: Some(diagnostics),
    })
}

fn line(output: &Output) -> serde_json::Result<String> {
    Ok(serde_json::to_string(output)? + "\n")
}

fn found<'a, 'b>(i: usize, finding: &'a Finding, id: String, checked: &'a Checked<'b>) -> Found<'a, 'b> {
    let Checked { names, locale, .. } = checked;
    let number = |number: fn(&crate::check::Compared) -> Option<Amount>| {
        finding.compared.as_ref().and_then(number).map(|amount| amount.to_string())
    };
    let said = |lang| sentence(finding, names, Locale { lang, ..*locale });
    let about = finding.rule.about();
    let cause = checked.report.cause(i);
    Found {
        id,
        rule: about.id,
        verdict: finding.verdict.id(),
        stated: number(|compared| compared.stated),
        computed: number(|compared| compared.computed),
        difference: number(|compared| compared.difference),
        bound: number(|compared| compared.bound),
        interval: finding.compared.and_then(interval),
        cause: cause.map(|cause| cause.lead).filter(|lead| *lead != i),
        suspect: cause.filter(|cause| cause.lead == i).and_then(|cause| cause.suspect).map(|suspect| Suspected {
            place: place_of(suspect.place, checked),
            likely: suspect.likely.to_string(),
            mends: suspect.mends,
        }),
        unit: finding.compared.and_then(|compared| match compared.measure {
            Measure::Money(unit) => Some(unit.zh()),
            Measure::Percent => Some("%"),
            Measure::Pieces => None,
        }),
        r#where: Places(finding, checked),
        message: said(Lang::Zh),
        message_en: said(Lang::En),
        reason: about.reason.0,
        reason_en: about.reason.1,
    }
}

/// The computed number less the bound, and plus the bound.
fn interval(compared: Compared) -> Option<[String; 2]> {
    let (computed, bound) = (compared.computed?, compared.bound?);
    Some([computed.plus(bound.negated())?, computed.plus(bound)?].map(|amount| amount.to_string()))
}

fn place_of<'b>(place: Place, checked: &Checked<'b>) -> Where<'b> {
    let path = checked.names.ids(place);
    let part = |lang| checked.source.as_ref().and_then(|source| source.part(place, lang));
    Where {
        table: path.table,
        line: path.line,
        column: path.column,
        section: checked.names.section(place),
        address: checked.names.budget().address(place),
        file_line: checked.source.as_ref().and_then(|source| source.line(place)),
        file_place: part(Lang::Zh),
        file_place_en: part(Lang::En),
        of: None,
    }
}

fn uncovered<'b>(place: Place, checked: &Checked<'b>) -> Uncovered<'b> {
    let printed = place.printed(checked.budget).map(|(amount, _)| amount.to_string());
    Uncovered { place: place_of(place, checked), printed }
}
