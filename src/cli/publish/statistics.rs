//! The official statistics that are published with the budgets: for all pages one file, whose name says what is in it.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::digest::sha256;
use super::error::PublishError;
use super::precompress;
use crate::budget::Statistics;
use crate::cli::path::NamedPath;
use crate::cli::read;
use crate::load;
use crate::locale::Lang;
use crate::markup::{Element, el};

/// A file of official statistics that can be used.
#[derive(Debug)]
pub struct StatisticsFile {
    /// Its name in the published folder, with a digest of its bytes: a host may keep it for ever.
    pub name: String,
    /// What it says, for the figures in the pages' HTML.
    pub statistics: Arc<Statistics>,
    bytes: Vec<u8>,
}

impl StatisticsFile {
    /// The file that is given, if one is; what is odd about it is added to `odd`.
    pub fn find(given: Option<&NamedPath>, odd: &mut String, lang: Lang) -> Result<Option<Self>, PublishError> {
        let Some(file) = given else { return Ok(None) };
        let bytes = read::bytes(file, lang).map_err(|error| PublishError::Unreadable(file.path().into(), error))?;
        match load::statistics(&bytes) {
            Ok((statistics, warnings)) => {
                *odd +=
                    &read::listed(file, &warnings, lang).iter().map(|line| [line, "\n"].concat()).collect::<String>();
                let name = ["statistics-", &sha256(&bytes)[..16], ".json"].concat();
                Ok(Some(StatisticsFile { name, statistics: Arc::new(statistics), bytes }))
            }
            Err(faults) => Err(PublishError::Statistics(read::listed(file, &faults, lang))),
        }
    }

    /// Writes it into the published folder.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        precompress::write(&folder.join(&self.name), &self.bytes)
    }

    /// The link to it in the head of a page from which `up` leads to the published folder.
    pub fn link(&self, up: &str) -> Element {
        el("link").attr("rel", "statistics").attr("href", [up, &self.name].concat())
    }
}
