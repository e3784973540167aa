//! The portal's own files: they are kept in the published folder, so that the next publishing finds them there.

use std::fs;
use std::io;
use std::path::Path;

use super::{Portal, SiteConfig, style};
use crate::cli::publish::error::{PublishError, Unfit};
use crate::cli::publish::precompress;
use crate::cli::system_error::at;

/// The folder in which the portal's files are kept.
pub const FOLDER: &str = "portal";
/// The name under which what the portal says is kept.
pub const WORDS: &str = "site.json";
/// The frame's style sheet.
const STYLE: &str = "frame.css";
/// The frame's script, by which what a reader has chosen goes along its links.
const SCRIPT: &str = "frame.js";
/// The most bytes of a file of a portal's: every reader fetches it with every page.
const MAX: u64 = 512 * 1024;

/// The extensions of the pictures that pages show.
const PICTURES: [&str; 5] = [".png", ".jpg", ".jpeg", ".svg", ".webp"];
const ICONS: [&str; 3] = [".png", ".svg", ".ico"];

/// The files that the words name, which lie `beside` the file of those; or what is wrong with one of them.
pub fn read(config: &SiteConfig, beside: &Path) -> Result<Vec<(String, Vec<u8>)>, PublishError> {
    let folder = beside.parent().unwrap_or(Path::new(""));
    let wanted = [
        ("emblem", &config.emblem, &PICTURES[..]),
        ("icon", &config.icon, &ICONS),
        ("statistics", &config.statistics, &[".js"]),
    ];
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for (field, name, ends) in wanted {
        let Some(name) = name.as_deref() else { continue };
        let unfit = |unfit| PublishError::OfPortal(beside.into(), field, unfit);
        let lower = name.to_ascii_lowercase();
        if !ends.iter().any(|end| lower.ends_with(end)) || [WORDS, STYLE, SCRIPT].contains(&name) {
            return Err(unfit(Unfit::Type(name.into(), ends)));
        }
        let path = folder.join(name);
        let size = fs::metadata(&path).map(|file| if file.is_file() { file.len() } else { 0 });
        match size {
            Err(_) | Ok(0) => {
                return Err(unfit(Unfit::Missing(path)));
            }
            Ok(size) if size > MAX => return Err(unfit(Unfit::Large(name.into(), size))),
            Ok(_) => {}
        }
        if files.iter().all(|(known, _)| known != name) {
            let bytes = fs::read(&path).map_err(|error| PublishError::Unreadable(path, error))?;
            files.push((name.into(), bytes));
        }
    }
    Ok(files)
}

impl Portal {
    /// Writes its files and the frame's styles into the published folder.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        let own = folder.join(FOLDER);
        fs::create_dir_all(&own).map_err(at(&own))?;
        for (name, bytes) in &self.files {
            precompress::write(&own.join(name), bytes)?;
        }
        let dark_path = folder.join("dark.css");
        if let Some(dark) = fs::read_to_string(&dark_path).ok().and_then(|theme| style::dark(&theme, self)) {
            precompress::write(&dark_path, dark.as_bytes())?;
        }
        precompress::write(&own.join(SCRIPT), include_bytes!("frame.js"))?;
        precompress::write(&own.join(STYLE), style::style(self).as_bytes())
    }

    /// The address of the frame's script.
    pub fn frame_script(up: &str) -> String {
        super::own(SCRIPT, up)
    }

    /// The address of the frame's styles, for a page from which `up` leads to the published folder.
    pub fn styles(up: &str) -> String {
        super::own(STYLE, up)
    }
}
