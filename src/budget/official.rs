//! Where a budget stands in the official files that it was read from, beyond the pages that its JSON tells.

use crate::money::sort_by;

/// Known while those files are open: for addresses of tables, lines and what is stated, where they are printed.
#[derive(Debug, Clone, Default)]
pub struct OfficialPlaces {
    /// In the order of addresses.
    places: Vec<(String, OfficialPlace)>,
    /// The address of the reader's own file, where that is one PDF.
    pub pdf: Option<String>,
}

/// Where something is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialPlace {
    /// As a reader would say it, in Chinese and in English.
    pub told: [String; 2],
    /// Which page of a PDF, from 1.
    pub page: Option<String>,
}

impl OfficialPlaces {
    /// Those of these addresses.
    pub fn new(mut places: Vec<(String, OfficialPlace)>, pdf: Option<String>) -> OfficialPlaces {
        sort_by(&mut places, |(one, _), (other, _)| one.cmp(other));
        OfficialPlaces { places, pdf }
    }

    /// Where what has this address is printed.
    pub fn of(&self, address: &str) -> Option<&OfficialPlace> {
        let at = self.places.binary_search_by(|(own, _)| own.as_str().cmp(address)).ok()?;
        self.places.get(at).map(|(_, origin)| origin)
    }
}
