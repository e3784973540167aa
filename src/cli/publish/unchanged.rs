//! Takes over the folders of budgets that are as they were when they were published before, so that a district of which one
//! department is new is not made anew.
//!
//! The mark of a published folder says of each budget's folder what it was made of and how its files lay there. Where
//! both are the same, its files are linked into the new folder, or copied where the system has no such links.

use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::digest::sha256;
use super::options::Options;
use super::ownership::{BEGINS, read_mark};
use super::site::Site;
use crate::cli::system_error::at;

/// What a line of the mark about a folder begins with.
const LINE: &str = "= ";

/// A budget's folder of the new publication.
#[derive(Debug, Clone)]
pub struct Made {
    /// Its name.
    pub name: String,
    /// What it was made of.
    pub of: String,
    /// How many of its numbers contradict the documents of the year before.
    pub contradictions: usize,
    /// How its files lie, where that need not be looked at: they are the linked ones of before.
    pub lay: Option<String>,
}

/// A published folder as it was left.
#[derive(Default)]
pub struct Before {
    folder: PathBuf,
    /// Its mark.
    text: String,
    /// What it says of each budget's folder.
    folders: HashMap<String, Was>,
}

/// What a mark says of a budget's folder.
struct Was {
    /// What it was made of.
    of: String,
    /// How many of its numbers contradicted the documents of the year before.
    contradictions: usize,
    /// How its files lay.
    lay: String,
    /// Where the mark lists these.
    files: [usize; 2],
}

impl Before {
    /// What the mark of a folder says; nothing where there is none.
    pub fn read(folder: &Path) -> io::Result<Before> {
        let Some(text) = read_mark(folder)? else { return Ok(Before::default()) };
        let Some(start) = text.find(BEGINS) else { return Ok(Before::default()) };
        let lines = text[..start].lines().filter_map(|line| line.strip_prefix(LINE));
        let mut folders: HashMap<String, Was> = HashMap::new();
        for line in lines {
            let [of, contradictions, lay, name] = line.splitn(4, ' ').collect::<Vec<_>>()[..] else { continue };
            let Ok(contradictions) = contradictions.parse() else { continue };
            folders.insert(name.into(), Was { of: of.into(), contradictions, lay: lay.into(), files: [0, 0] });
        }
        // Files of a folder stand together, in the order of the mark.
        let mut from = start + BEGINS.len();
        for line in text[from..].split_inclusive('\n') {
            let parts = line.match_indices('/').map(|(at, _)| &line[..at]);
            for part in parts {
                if let Some(Was { files, .. }) = folders.get_mut(part) {
                    let first = if files[1] == 0 { from } else { files[0] };
                    *files = [first, from + line.len()];
                }
            }
            from += line.len();
        }
        Ok(Before { folder: folder.into(), text, folders })
    }

    /// Puts the folder of a budget into the new one, if it was made of the same and nobody has touched it since; returns
    /// whether it did.
    pub fn take_over(&self, made: &mut Made, new: &Path) -> io::Result<bool> {
        let name = made.name.as_str();
        let Some(was) = self.folders.get(name) else { return Ok(false) };
        let [from, to] = was.files;
        let files: Vec<_> = self.text[from..to].lines().filter(|file| is_in(file, name)).collect();
        if was.of != made.of
            || files.is_empty()
            || state(&self.folder, files.iter().copied()).ok().as_ref() != Some(&was.lay)
        {
            return Ok(false);
        }
        let (mut folder, mut are_linked) = (PathBuf::new(), true);
        for file in files {
            let (old, new) = (self.folder.join(file), new.join(file));
            // Files of a folder stand together, and to ask for it takes as long as to link one of them.
            if let Some(parent) = new.parent().filter(|parent| *parent != folder) {
                fs::create_dir_all(parent).map_err(at(parent))?;
                folder = parent.into();
            }
            if fs::hard_link(&old, &new).is_err() {
                fs::copy(&old, &new).map_err(at(&old))?;
                are_linked = false;
            }
        }
        made.contradictions = was.contradictions;
        made.lay = are_linked.then(|| was.lay.clone());
        Ok(true)
    }
}

/// The line of a mark about a folder with these files.
pub fn line<'f>(folder: &Path, made: &Made, files: impl Iterator<Item = &'f str>) -> io::Result<String> {
    let lay = made.lay.clone().map_or_else(|| state(folder, files), Ok)?;
    Ok([LINE, &made.of, " ", &made.contradictions.to_string(), " ", &lay, " ", &made.name, "\n"].concat())
}

/// Whether a file is in the folder of this name.
pub fn is_in(file: &str, name: &str) -> bool {
    file.strip_prefix(name).is_some_and(|rest| rest.starts_with('/'))
}

/// How files lie in a folder: their names, how large they are, and when each was written.
fn state<'f>(folder: &Path, files: impl Iterator<Item = &'f str>) -> io::Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in files {
        let about = fs::metadata(folder.join(file))?;
        let when = about.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
        (file, about.len(), when).hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// What all folders of a publication are made of besides their budgets: the program, the page, the portal, the options.
pub fn common(site: &Site, options: &Options) -> String {
    let program = std::env::current_exe().and_then(fs::metadata);
    let program = program.and_then(|about| Ok((about.len(), about.modified()?)));
    let faces = site.fonts.as_ref().map(|fonts| {
        let names = |face: &resvg::usvg::fontdb::FaceInfo| face.post_script_name.clone();
        fonts.fonts().faces().map(names).collect::<Vec<_>>()
    });
    let font = options.font.and_then(|font| fs::metadata(font.path()).ok()).map(|about| about.len());
    let all = format!(
        "{} {:?} {:?} {:?} {faces:?} {font:?} {:?} {:?} {:?} {:?} {}",
        env!("CARGO_PKG_VERSION"),
        program.ok(),
        site.program.manifest,
        site.url,
        options.lang,
        site.portal,
        site.statistics.as_ref().map(|file| &file.name),
        site.figures,
        site.several,
    );
    sha256(all.as_bytes())
}

/// What one folder is made of: all that is common, the texts of its budget and of the department's other documents, and the
/// ways from its page.
pub fn made_of(common: &str, digests: &[u64], links: &super::portal::PageLinks) -> String {
    sha256(format!("{common} {digests:?} {links:?}").as_bytes())[..16].into()
}
