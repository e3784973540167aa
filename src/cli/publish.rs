//! `budget-lens publish FILE… -o DIR`: one budget, or a whole district's, as a folder for any static host.
//!
//! Each file is read twice: once to be checked, before anything is written, and once to be published. So no more
//! than the rows of the list is kept in memory, however many files there are.

mod about;
mod accepted;
mod checking;
mod department;
mod district;
mod folders;
mod forward;
mod made;
mod missing;
mod names;
mod options;
mod pack;
mod package;
mod place;
mod plain;
mod portal;
mod program;
mod row;
mod site;
mod sitemap;
mod stop;
mod sums;
mod target;
mod told;
mod twice;
mod writing;

use std::process::ExitCode;

use clap::ArgMatches;

use super::path::NamedPath;
use super::printed;
use crate::locale::Lang;
use crate::paint::Fonts;
use accepted::Accepted;
use folders::Folders;
use options::Options;
pub use options::command;
use portal::Portal;
use program::Program;
use site::Site;
use stop::Stop;
use target::Target;

/// The file by which a folder is known as one that was published.
const MARK: &str = ".budget-lens";

/// Publishes the files that the arguments name.
pub fn run(matches: &ArgMatches, lang: Lang) -> ExitCode {
    let options = Options::of(matches, lang);
    match publish(&options) {
        Ok(told) => printed(&told),
        Err(stop) => {
            eprintln!("{}", stop.sentence(lang));
            ExitCode::from(stop.status())
        }
    }
}

/// Publishes, and tells what was published.
fn publish(options: &Options) -> Result<String, Stop> {
    let Options { lang, ref files, .. } = *options;
    let program = Program::find(options.page)?;
    let inputs: Vec<_> = files.iter().copied().chain(options.font).collect();
    let target = Target::of(options.folder, &inputs, &program.folder)?;
    let portal = Portal::find(options.site, options.folder)?;
    let accepted = Accepted::read(options.accepted)?;
    let rows = checking::checked(options, &accepted)?;
    eprint!("{}", accepted.strangers(files, &rows, lang));
    eprint!("{}", twice::noted(files, &rows, lang).unwrap_or_default());
    let taken: Vec<_> = program.names().chain([portal::FOLDER.into()]).collect();
    if let Some(slug) = portal.words.slugs.values().find(|slug| taken.iter().any(|taken| **taken == ***slug)) {
        return Err(Stop::Taken(slug.to_string()));
    }
    eprint!("{}", told::unused(&folders::unused(files, &rows, &portal.words.slugs), lang));
    let folders = Folders::of(files, &rows, &portal.words.slugs, &taken);
    let fonts = Fonts::find(options.font.map(NamedPath::path));
    eprint!("{}", told::before(options, &folders, fonts.is_some()));
    let url = options.url.as_deref();
    let site = Site { program, fonts, url, lang: options.list, portal, several: files.len() > 1 };
    writing::written(options, &target, &site, &rows, &folders, &accepted)?;
    let kept = target.carry_over()?;
    target.finish()?;
    eprint!("{}", told::kept(&kept, lang));
    Ok(told::after(options, &folders, &rows))
}
