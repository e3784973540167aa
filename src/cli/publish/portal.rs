//! The portal that a folder is published for, as its `site.json` says: what stands around every page, so that a reader
//! knows whose it is and finds home.

mod files;
mod frame;
mod read;
mod style;
mod values;

use std::collections::BTreeMap;

use serde::Deserialize;

pub use files::FOLDER;
pub use frame::{PageLinks, Way, both, foot, head};
pub use read::message;
use values::{Address, Colour, FileName, filled, slugs};
pub use values::{Slug, Text};

use crate::markup::{Element, el};

/// What `site.json` may say; all of it may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SiteConfig {
    /// The portal's name.
    #[serde(deserialize_with = "filled")]
    pub name: Option<Text>,
    /// Where its name leads.
    #[serde(deserialize_with = "filled")]
    pub home: Option<Address>,
    /// The file of its emblem.
    #[serde(deserialize_with = "filled")]
    pub emblem: Option<FileName>,
    /// The file of the icon that a browser's tab shows.
    #[serde(deserialize_with = "filled")]
    pub icon: Option<FileName>,
    /// Its colour, which can be read on white.
    #[serde(deserialize_with = "filled")]
    pub brand: Option<Colour>,
    /// Who runs it (主办单位).
    #[serde(deserialize_with = "filled")]
    pub organizer: Option<Text>,
    /// Its number at the ministry of information technology (ICP备案号).
    #[serde(deserialize_with = "filled")]
    pub icp: Option<Text>,
    /// Its number at the police (公安备案号).
    #[serde(deserialize_with = "filled")]
    pub police: Option<Text>,
    /// Its number among government sites (网站标识码).
    #[serde(deserialize_with = "filled")]
    pub site_code: Option<Text>,
    /// How whoever runs it can be reached.
    #[serde(deserialize_with = "filled")]
    pub contact: Option<Text>,
    /// Where a mistake can be reported (纠错).
    #[serde(deserialize_with = "filled")]
    pub correction: Option<Address>,
    /// Other links of the foot.
    pub links: Vec<Link>,
    /// Where the terms stand under which the data may be used again.
    #[serde(deserialize_with = "filled")]
    pub license: Option<Address>,
    /// The file of a script of its own that counts visits.
    #[serde(deserialize_with = "filled")]
    pub statistics: Option<FileName>,
    /// What departments' folders are called, by the name of the file or of the department.
    #[serde(deserialize_with = "slugs")]
    pub slugs: BTreeMap<String, Slug>,
}

/// A link of the foot.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// What it says.
    pub text: Text,
    /// Where it leads.
    pub address: Address,
}

/// A portal: its words, and its files.
#[derive(Debug, Default)]
pub struct Portal {
    /// What its `site.json` says.
    pub config: SiteConfig,
    /// Its files with their names, `site.json` among them; none where nothing was said.
    files: Vec<(String, Vec<u8>)>,
}

impl Portal {
    /// Whether it says anything that a reader sees.
    pub fn is_shown(&self) -> bool {
        let SiteConfig { name, emblem, organizer, icp, police, site_code, contact, correction, links, .. } =
            &self.config;
        let texts = [name, organizer, icp, police, site_code, contact];
        texts.iter().any(|text| text.is_some()) || emblem.is_some() || correction.is_some() || !links.is_empty()
    }

    /// Whether there is a `site.json`, whatever it says.
    pub fn is_given(&self) -> bool {
        !self.files.is_empty()
    }

    /// What the portal is called, if it says so.
    pub fn name(&self) -> Option<&str> {
        self.config.name.as_deref()
    }

    /// Its colours in front of a theme's, for drawings.
    pub fn theme(&self, theme: &str) -> String {
        let brand = self.config.brand.map(|brand| ["{--brand: ", &brand.to_string(), ";}"].concat());
        [brand.as_deref().unwrap_or_default(), theme].concat()
    }

    /// The link to its icon, for a page from which `up` leads to the published folder; `None` where it has none.
    pub fn icon(&self, up: &str) -> Option<Element> {
        let icon = self.config.icon.as_deref()?;
        Some(el("link").attr("rel", "icon").attr("href", own(icon, up)))
    }

    /// The script that counts its visits.
    pub fn script(&self, up: &str) -> Option<Element> {
        let file = self.config.statistics.as_deref()?;
        Some(el("script").attr("src", own(file, up)).attr("defer", ""))
    }
}

/// The address of a file of the portal's, for a page from which `up` leads to the published folder.
fn own(file: &str, up: &str) -> String {
    [up, FOLDER, "/", file].concat()
}
