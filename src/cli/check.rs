//! `budget-lens check FILE…`: does each budget add up, and does its text say what its tables say?

mod colour;
mod file;
mod html;
mod json;
mod last_year;
mod options;
mod source;
mod statistics;
mod text;
mod unchecked;
mod wrap;

use std::io;
use std::process::ExitCode;

use clap::ArgMatches;

use super::out::{Out, is_same};
use super::path::NamedPath;
use super::terminal::{Form, Progress, finished, is_watched, print, say};
use super::{MISMATCH, UNUSABLE, queue, read};
use crate::budget::Budget;
use crate::check::{Names, Place, Report, Verdict, check, explained, ids};
use crate::load::{self, Diagnostic};
use crate::locale::{Lang, Locale};
use last_year::{Against, Earlier};
use options::Options;
pub use options::command;
use source::Source;

/// A document that was checked, and what is needed to tell of it.
struct Checked<'a> {
    file: &'a NamedPath,
    budget: &'a Budget,
    report: &'a Report,
    names: Names<'a>,
    locale: Locale,
    /// The file, where it is known: numbers are told with where they stand in it.
    source: Option<Source<'a>>,
    /// What is odd about the file.
    warnings: &'a [Diagnostic],
    /// What it says of the year before, held against that year's own documents.
    last_year: Vec<Against<'a>>,
}

impl Checked<'_> {
    /// The page of the official document that a place is on, where the budget says so.
    fn page(&self, place: Place) -> Option<u16> {
        let table = self.budget.tables.get(place.table()?)?;
        let (Place::Line(_, line) | Place::Cell(_, line, _)) = place else { return table.page };
        table.lines.get(line)?.page.or(table.page)
    }

    /// The counts of the document itself and of what it says of the year before.
    fn tally(&self) -> Tally {
        let mut tally = Tally::of(self.report);
        self.last_year.iter().for_each(|against| tally.add(&against.tally()));
        tally
    }

    /// Where in the file a place is: `budget.json:88`, `budget.pdf, page 3`.
    fn at(&self, place: Place) -> Option<String> {
        at(self.file, self.source.as_ref()?, place, self.locale.lang)
    }
}

/// Where in a file a place is.
fn at(file: &NamedPath, source: &Source, place: Place, lang: Lang) -> Option<String> {
    let line = source.line(place).map(|line| format!("{file}:{line}"));
    line.or_else(|| source.part(place, lang))
}

/// The messages about one file.
#[derive(Default)]
struct FileOutput {
    /// For standard output.
    out: String,
    /// For standard error: what is wrong with the file, or odd.
    odd: String,
    /// What it adds to the counts of all files.
    tally: Tally,
}

/// How many files, ties and numbers there were.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    files: usize,
    unusable: usize,
    /// Ties by verdict, in the order of [`Verdict::ALL`].
    verdicts: [usize; 4],
    uncovered: usize,
}

impl Tally {
    fn of(report: &Report) -> Tally {
        let verdicts = Verdict::ALL.map(|verdict| report.count(verdict));
        Tally { files: 1, unusable: 0, verdicts, uncovered: report.uncovered.len() }
    }

    /// The counts of a file that cannot be used.
    pub fn unusable() -> Tally {
        Tally { files: 1, unusable: 1, ..Tally::default() }
    }

    pub fn add(&mut self, other: &Tally) {
        self.files += other.files;
        self.unusable += other.unusable;
        self.uncovered += other.uncovered;
        for (sum, count) in self.verdicts.iter_mut().zip(other.verdicts) {
            *sum += count;
        }
    }

    pub const fn count(&self, verdict: Verdict) -> usize {
        self.verdicts[verdict as usize]
    }

    pub const fn status(&self) -> u8 {
        match self.count(Verdict::Mismatch) {
            _ if self.unusable > 0 => UNUSABLE,
            0 => 0,
            _ => MISMATCH,
        }
    }
}

/// Checks the files that the arguments name.
pub fn run(matches: &ArgMatches, lang: Lang) -> ExitCode {
    let options = Options::of(matches, lang);
    let mut total = Tally::default();
    let earlier = match last_year::read(&options) {
        Ok(earlier) => earlier,
        Err(faults) => {
            say(&faults);
            return ExitCode::from(UNUSABLE);
        }
    };
    let Some(file) = options.out.filter(|out| !out.is_dash()) else {
        return finished(write(&options, &earlier, &mut total), total.status(), lang);
    };
    // Writing the report over a budget would destroy the budget.
    if let Some(budget) = options.files.iter().chain(&options.last_year).find(|budget| is_same(budget, file)) {
        let (zh, en) =
            ("-o 指的就是要核对的文件 {0}，没有写", "-o is {0}, the very file to check; nothing was written");
        say(&lang.format(zh, en, &[budget]));
        return ExitCode::from(UNUSABLE);
    }
    match write(&options, &earlier, &mut total) {
        Ok(()) => {
            let (zh, en) = ("已写入 {0}\n", "Written: {0}\n");
            print(&(counts(&total, lang) + &lang.format(zh, en, &[file])), Form::Text, total.status(), lang)
        }
        Err(error) => {
            say(&read::unwritable(file, &error, lang));
            ExitCode::from(UNUSABLE)
        }
    }
}

fn write(options: &Options, earlier: &[Earlier], total: &mut Tally) -> io::Result<()> {
    let mut out =
        if options.form == Form::Text { Out::coloured(options.out) } else { Out::of(options.out, options.form) }?;
    let count = options.files.len();
    // Where the findings themselves run over the screen, they say how far the work is.
    let is_quiet = options.out.is_some() || !is_watched();
    let progress = is_quiet.then(|| Progress::of(count, options.lang.tr("核对", "checked")));
    let mut rows = Vec::new();
    if options.form == Form::Html {
        out.write(&html::head(options))?;
    }
    queue::in_order(
        count,
        |i| one(options.files[i], options, earlier),
        |i, told: io::Result<FileOutput>| {
            let told = told?;
            say(&told.odd);
            total.add(&told.tally);
            if options.form == Form::Html && count > 1 {
                rows.push((options.files[i], told.tally));
            }
            if let Some(progress) = &progress {
                progress.step();
            }
            out.write(&told.out)
        },
    )?;
    match options.form {
        Form::Html => out.write(&html::tail(&rows, options.lang))?,
        Form::Text if count > 1 => out.write(&text::total(total, options.lang))?,
        _ => {}
    }
    out.finish()
}

/// The result of a check, as far as publishing needs it.
pub struct CheckSummary {
    /// What does not agree, a line each.
    pub told: String,
    /// The counts of its ties.
    pub tally: Tally,
    /// How many mismatches the department explains.
    pub explained: usize,
    /// Those of its explanations that belong to no mismatch.
    pub idle: Vec<String>,
}

/// Checks a budget for whoever wants to publish it.
pub fn check_summary(file: &NamedPath, budget: &Budget, lang: Lang) -> CheckSummary {
    let report = check(budget);
    let locale = Locale { lang, unit: budget.document.unit };
    let names = Names::new(budget);
    let known: Vec<_> = if budget.explanations.is_empty() { Vec::new() } else { ids(&report, &names) };
    let is_wrong = |id: &str| {
        let mut found = known.iter().zip(&report.findings).filter(|(known, _)| *known == id);
        found.any(|(_, finding)| finding.verdict == Verdict::Mismatch)
    };
    let idle = budget.explanations.iter().map(|(id, _)| id).filter(|id| !is_wrong(id)).map(String::from).collect();
    let explained = explained(&report, &names);
    let checked =
        Checked { file, budget, report: &report, names, locale, source: None, warnings: &[], last_year: Vec::new() };
    CheckSummary { told: text::mismatches(&checked), tally: Tally::of(&report), explained, idle }
}

/// How many ties there are of each verdict, in all files, as a sentence.
pub fn counts(total: &Tally, lang: Lang) -> String {
    text::total(total, lang)
}

/// Checks one file.
fn one(file: &NamedPath, options: &Options, earlier: &[Earlier]) -> io::Result<FileOutput> {
    let bytes = match read::bytes(file, options.lang) {
        Ok(bytes) if load::is_statistics(&bytes) => match load::statistics(&bytes) {
            Ok(read) => return Ok(statistics::told(file, &read, options)),
            Err(faults) => Err(read::Unusable::Invalid(faults)),
        },
        bytes => bytes.map_err(read::Unusable::Unreadable),
    };
    Ok(match bytes.and_then(|bytes| read::of_bytes(file, bytes, options.lang)) {
        Ok(opened) => {
            let budget = &opened.loaded.budget;
            let report = check(budget);
            let locale = Locale { lang: options.lang, unit: budget.document.unit };
            let source = Some(Source::new(&opened));
            let checked = Checked {
                file,
                budget,
                report: &report,
                names: Names::new(budget),
                locale,
                source,
                warnings: &opened.loaded.warnings,
                last_year: last_year::against(budget, earlier, locale),
            };
            let tally = checked.tally();
            let told = match options.form {
                Form::Text => text::render(&checked, options),
                Form::Json => json::render(&checked)?,
                Form::Html => html::render(&checked, options),
            };
            // JSON has the numbers only; the notes on the file go to standard error.
            let odd = if options.form == Form::Json { opened.odd(file, options.lang) } else { String::new() };
            FileOutput { out: told, odd, tally }
        }
        Err(unusable) => {
            // There is no report on a file that cannot be opened.
            let out = match options.form {
                Form::Text => file::unusable(file, &unusable, options),
                Form::Json => json::unusable(file, &unusable)?,
                Form::Html => html::unusable(file, &unusable, options.lang),
            };
            let odd = if options.form == Form::Text && !out.is_empty() {
                String::new()
            } else {
                unusable.sentences(file, options.lang) + "\n"
            };
            FileOutput { out, odd, tally: Tally::unusable() }
        }
    })
}
