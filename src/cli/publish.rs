//! `budget-lens publish FILE… -o DIR`: one budget, or a whole district's, as a folder for any static host.
//!
//! Each file is read twice: once to be checked, before anything is written, and once to be published. So no more
//! than the rows of the list is kept in memory, however many files there are.

mod accepted;
mod bodies;
mod checking;
mod cite;
mod counting;
mod datapackage;
mod department;
mod digest;
mod district;
mod duplicates;
mod edition;
mod error;
mod figure_page;
mod folders;
mod linked_data;
mod list_row;
mod messages;
mod meta_tags;
mod names;
mod not_found_page;
mod options;
mod output_folder;
mod ownership;
mod portal;
mod precompress;
mod program;
mod redirect;
mod region;
mod site;
mod sitemap;
mod static_page;
mod statistics;
mod totals;
mod unchanged;
mod workbook;
mod writing;

use std::process::ExitCode;

use clap::ArgMatches;

use super::path::NamedPath;
use super::terminal::{Form, print, say};
use crate::locale::Lang;
use crate::paint::Fonts;
use accepted::Accepted;
use district::List;
use error::PublishError;
use folders::Folders;
use options::Options;
pub use options::command;
use output_folder::Target;
use portal::Portal;
use program::Program;
use site::Site;
use statistics::StatisticsFile;

/// The file by which a folder is known as one that was published.
const MARK: &str = ".budget-lens";

/// Publishes the files that the arguments name.
pub fn run(matches: &ArgMatches, lang: Lang) -> ExitCode {
    let options = Options::of(matches, lang);
    match publish(&options) {
        Ok(told) => print(&told, Form::Text, 0, lang),
        Err(stop) => {
            say(&stop.sentence(lang));
            ExitCode::from(stop.status())
        }
    }
}

/// Publishes, and tells what was published.
fn publish(options: &Options) -> Result<String, PublishError> {
    let Options { lang, ref files, .. } = *options;
    let program = Program::find(options.page)?;
    let inputs: Vec<_> = files.iter().copied().chain(options.font).chain(options.statistics).collect();
    let target = Target::of(options.folder, &inputs, &program, lang)?;
    let portal = Portal::find(options.site, options.folder, lang)?;
    let accepted = Accepted::read(options.accepted, lang)?;
    let mut odd = String::new();
    let statistics = StatisticsFile::find(options.statistics, &mut odd, lang)?;
    say(&odd);
    let mut rows = checking::checked(options, &accepted)?;
    say(&accepted.strangers(files, &rows, lang));
    let options = &mut options.clone();
    say(&duplicates::leave_out(options, &mut rows));
    bodies::agree(&mut rows);
    let (options, files, rows) = (&*options, &options.files, &rows[..]);
    let counting = counting::counting(rows);
    say(&duplicates::noted(files, rows, &counting, lang));
    let taken: Vec<_> = program.names().chain([portal::FOLDER.into()]).collect();
    if let Some(slug) = portal.config.slugs.values().find(|slug| taken.iter().any(|taken| **taken == ***slug)) {
        return Err(PublishError::Taken(slug.to_string()));
    }
    say(&messages::unused(&folders::unused(files, rows, &portal.config.slugs), lang));
    let folders = Folders::of(files, rows, &portal.config.slugs, &taken);
    let fonts = Fonts::find(options.font.map(NamedPath::path));
    say(&messages::before(options, &folders, fonts.is_some()));
    let url = options.url.as_deref();
    let (several, figures) = (files.len() > 1, options.figures);
    let site = Site { program, fonts, url, lang: options.list, portal, statistics, several, figures };
    let written =
        writing::written(options, &target, &site, &List { rows, counting: &counting, folders: &folders }, &accepted)?;
    let kept = target.carry_over(&written.made)?;
    let leftover = target.finish()?;
    say(&messages::kept(&kept, lang));
    say(&leftover.unwrap_or_default());
    Ok(messages::after(options, &folders, rows, &written))
}
