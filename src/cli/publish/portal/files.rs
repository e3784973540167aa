//! The portal's own files: they are kept in the published folder, so that the next publishing finds them there.

use std::fs;
use std::io;
use std::path::Path;

use super::{Portal, Words, style};
use crate::cli::publish::pack;
use crate::locale::Lang;

/// The folder in which the portal's files are kept.
pub const FOLDER: &str = "portal";
/// The name under which what the portal says is kept.
pub const WORDS: &str = "site.json";
/// The frame's style sheet.
const STYLE: &str = "frame.css";
/// The most bytes of a file of a portal's: every reader fetches it with every page.
const MAX: u64 = 512 * 1024;

/// The extensions of the pictures that pages show.
const PICTURES: [&str; 5] = [".png", ".jpg", ".jpeg", ".svg", ".webp"];
const ICONS: [&str; 3] = [".png", ".svg", ".ico"];

/// The files that the words name, from `folder`; or what is wrong with one of them.
pub fn read(words: &Words, folder: &Path, lang: Lang) -> Result<Vec<(String, Vec<u8>)>, String> {
    let wanted = [
        ("emblem", &words.emblem, &PICTURES[..]),
        ("icon", &words.icon, &ICONS),
        ("statistics", &words.statistics, &[".js"]),
    ];
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for (field, name, ends) in wanted {
        let Some(name) = name.as_deref() else { continue };
        let lower = name.to_ascii_lowercase();
        if !ends.iter().any(|end| lower.ends_with(end)) || [WORDS, STYLE].contains(&name) {
            let ends = ends.join(lang.tr("、", ", "));
            return Err(lang.format(
                "{0}：“{1}”的类型不对，可以用 {2}",
                "{0}: “{1}” is of a wrong type; it may be {2}",
                &[field, name, &ends],
            ));
        }
        let path = folder.join(name);
        let size = fs::metadata(&path).map(|file| if file.is_file() { file.len() } else { 0 });
        match size {
            Err(_) | Ok(0) => {
                let (zh, en) = ("{0}：没有文件 {1}，或者它是空的", "{0}: there is no file {1}, or it is empty");
                return Err(lang.format(zh, en, &[field, &path.display().to_string()]));
            }
            Ok(size) if size > MAX => {
                return Err(lang.format(
                    "{0}：{1} 有 {2} KB，最多 512 KB：每个读者打开每一页都要下载它",
                    "{0}: {1} has {2} KB, and 512 KB is the most: every reader fetches it with every page",
                    &[field, name, &(size / 1024).to_string()],
                ));
            }
            Ok(_) => {}
        }
        if files.iter().all(|(known, _)| known != name) {
            files.push((name.into(), fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?));
        }
    }
    Ok(files)
}

impl Portal {
    /// Writes its files and the frame's styles into the published folder.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        let own = folder.join(FOLDER);
        fs::create_dir_all(&own)?;
        for (name, bytes) in &self.files {
            pack::write(&own.join(name), bytes)?;
        }
        let dark_path = folder.join("dark.css");
        if let Some(dark) = fs::read_to_string(&dark_path).ok().and_then(|theme| style::dark(&theme, self)) {
            pack::write(&dark_path, dark.as_bytes())?;
        }
        pack::write(&own.join(STYLE), style::style(self).as_bytes())
    }

    /// The address of the frame's styles, for a page from which `up` leads to the published folder.
    pub fn styles(up: &str) -> String {
        super::own(STYLE, up)
    }
}
