//! Where the parts of a budget are printed in the official files that it was read from, in more detail than its JSON.

use crate::money::sort_by;

/// The positions in official files of tables, lines and statements, by address: known only while those files are open.
#[derive(Debug, Clone, Default)]
pub struct OfficialPlaces {
    /// The positions, sorted by address.
    places: Vec<(String, OfficialPlace)>,
    /// The URL of the reader's own file, where that is one PDF.
    pub pdf: Option<String>,
}

/// A position in an official file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialPlace {
    /// The position as a reader would say it, in Chinese and in English.
    pub told: [String; 2],
    /// The page number in a PDF, from 1.
    pub page: Option<String>,
}

impl OfficialPlaces {
    /// Sorts these positions by address, so that they can be looked up.
    pub fn new(mut places: Vec<(String, OfficialPlace)>, pdf: Option<String>) -> OfficialPlaces {
        sort_by(&mut places, |(one, _), (other, _)| one.cmp(other));
        OfficialPlaces { places, pdf }
    }

    /// The position of the table, line or statement with this address.
    pub fn of(&self, address: &str) -> Option<&OfficialPlace> {
        let at = self.places.binary_search_by(|(own, _)| own.as_str().cmp(address)).ok()?;
        self.places.get(at).map(|(_, origin)| origin)
    }
}
