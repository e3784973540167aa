//! The program that every published page runs: the files of a built page that are no budget's.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::PublishError;
use crate::cli::path::NamedPath;
use crate::cli::system_error::at;
use crate::export::document::{MANIFEST, Manifest};

/// What publishing makes of each budget, or of all: names that no budget's folder may have.
const MADE: [&str; 20] = [
    "index.html",
    "whole.html",
    "404.html",
    "departments.csv",
    "budget.json",
    "preview.png",
    "preview-square.png",
    "datapackage.json",
    "sitemap.xml",
    "index.css",
    "index.js",
    "shown.js",
    "compare.js",
    "search.js",
    "address.js",
    "list",
    "oembed.json",
    "tables.xlsx",
    "tables",
    "charts",
];
/// The extensions of the compressed files beside a file.
const PACKED: [&str; 2] = [".br", ".gz"];

/// A built page's program.
pub struct Program {
    /// Where it is.
    pub folder: PathBuf,
    /// Its files, as the build has listed them.
    pub manifest: Manifest,
}

impl Program {
    /// The program in the folder that is asked for, or else in a folder `dist` beside or above this command or where it
    /// was called.
    pub fn find(given: Option<&NamedPath>) -> Result<Program, PublishError> {
        let is_there = |folder: &PathBuf| folder.join(MANIFEST).is_file();
        let folder = match given {
            Some(folder) => Some(folder.path().into()),
            None => places().into_iter().find(is_there),
        };
        let Some(folder) = folder.filter(is_there) else {
            return Err(PublishError::NoPage(given.map_or("dist", |given| given).into()));
        };
        match Manifest::read(&folder.join(MANIFEST)) {
            Ok(manifest) => Ok(Program { folder, manifest }),
            Err(error) => Err(PublishError::OtherPage(folder, error)),
        }
    }

    /// The names in the published folder that no budget's folder may have.
    pub fn names(&self) -> impl Iterator<Item = String> {
        let made = MADE.into_iter().chain(self.manifest.files.iter().map(String::as_str));
        let all = made.flat_map(|name| ["", PACKED[0], PACKED[1]].map(|end| [name, end].concat()));
        all.collect::<BTreeSet<_>>().into_iter()
    }

    /// Puts the program's files into a folder. Those that are compressed already are copied, too.
    pub fn copy(&self, to: &Path) -> io::Result<()> {
        for name in &self.manifest.files {
            fs::copy(self.folder.join(name), to.join(name)).map_err(at(&self.folder.join(name)))?;
            for packed in PACKED.map(|end| [name, end].concat()).iter().filter(|name| self.folder.join(name).is_file())
            {
                fs::copy(self.folder.join(packed), to.join(packed)).map_err(at(&self.folder.join(packed)))?;
            }
        }
        Ok(())
    }
}

/// Where a built page may be.
fn places() -> Vec<PathBuf> {
    let command = std::env::current_exe().and_then(fs::canonicalize).unwrap_or_default();
    command.ancestors().skip(1).map(|folder| folder.join("dist")).chain([PathBuf::from("dist")]).collect()
}
