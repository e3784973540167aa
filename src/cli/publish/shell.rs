//! The built page without its budget: what every published folder is made of.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::links::moved;
use super::{MARK, Stop};
use crate::words::Lang;

/// What belongs to the budget that the page was built with, or is made anew.
const REPLACED: [&str; 13] = [
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
    "tables",
    "charts",
];

/// What lies in a built page for those who set up hosts, and is nobody else's to read.
const NOT_PUBLISHED: [&str; 1] = ["hosts"];

/// A built page: its files, and its `index.html` around what each budget says of itself.
pub struct Shell {
    /// Where it is.
    pub folder: PathBuf,
    /// Its files that are no budget's, relative to the folder.
    files: Vec<PathBuf>,
    /// `index.html` before, between and behind what is a budget's: what the head says of it, and the figures.
    parts: [String; 3],
    /// The links to its icons, which stand in none of the parts: a portal may have one of its own.
    icons: String,
}

impl Shell {
    /// The page in the folder that is asked for, or else in a folder `dist` beside or above this program or where it
    /// was called.
    pub fn find(given: Option<&str>, lang: Lang) -> Result<Shell, Stop> {
        let folder = match given {
            Some(folder) => Some(PathBuf::from(folder)),
            None => places().into_iter().find(|place| place.join("index.html").is_file()),
        };
        let Some(folder) = folder.filter(|folder| folder.join("index.html").is_file()) else {
            let place = given.unwrap_or("dist");
            return Err(Stop::unusable(lang.say(
                "{0} 里没有做好的页面（index.html）。请先运行 make dist，或用 --page 指出页面所在的文件夹。\n",
                "There is no built page (index.html) in {0}. Run make dist first, or name the page's folder with --page.\n",
                &[place],
            )));
        };
        let read = |error: io::Error| Stop::unusable(format!("{}: {error}\n", folder.display()));
        let index = fs::read_to_string(folder.join("index.html")).map_err(read)?;
        let Some(mut parts) = parts(&index).filter(|_| !folder.join(MARK).exists()) else {
            return Err(Stop::unusable(lang.say(
                "{0} 里的页面不是这个版本的 make dist 做的，里面没有可以替换的位置。请重新运行 make dist。\n",
                "The page in {0} was not built by this version's make dist: it has no places for a budget. Run make dist again.\n",
                &[&folder.display().to_string()],
            )));
        };
        let mut files = Vec::new();
        list(&folder, Path::new(""), &mut files).map_err(read)?;
        let icons = parts.iter_mut().map(take_icons).collect();
        Ok(Shell { folder, files, parts, icons })
    }

    /// The page of one budget, by what its head says of it, its figures, and the frame around them. In a folder of its
    /// own it refers to the files of the folder above, or of the one above that.
    pub fn page(&self, about: &str, figures: &str, frame: &Frame) -> String {
        let [before, between, after] = &self.parts;
        let part = |part: &str| if frame.up.is_empty() { part.into() } else { moved(part, &frame.up) };
        let between = part(between);
        // The dark theme's colours come last.
        let dark = dark_link(&between).unwrap_or(0);
        let (first, rest) = between.split_at(dark);
        [&part(before), about, first, &frame.styles, rest, &frame.head, figures, &frame.foot, &part(after)].concat()
    }

    /// The links to its icons, for a page from which it lies so far up.
    pub fn icons(&self, up: &str) -> String {
        moved(&self.icons, up)
    }

    /// The links to the page's styles and, before those of the dark theme, to the frame's, for another page from which they lie so far up.
    pub fn styles(&self, frame: &Frame) -> String {
        let links = self.parts.iter().flat_map(|part| part.split('<').skip(1));
        let links =
            links.filter(|tag| tag.starts_with("link ") && tag.contains("stylesheet") && !tag.contains("still.css"));
        let links = links.filter_map(|tag| Some(["<", tag.split_once('>')?.0, ">\n"].concat()));
        let mut styles = moved(&links.collect::<String>(), &frame.up);
        let dark = dark_link(&styles).unwrap_or(styles.len());
        styles.insert_str(dark, &frame.styles);
        styles
    }

    /// The names in its folder, which no budget's folder may have.
    pub fn names(&self) -> impl Iterator<Item = String> {
        let first = |file: &PathBuf| Some(file.iter().next()?.to_string_lossy().into_owned());
        let packed = [".br", ".gz"].into_iter().flat_map(|end| REPLACED.map(|name| [name, end].concat()));
        self.files.iter().filter_map(first).chain(REPLACED.map(String::from)).chain(packed)
    }

    /// Puts its files into a folder. Those that are compressed already are copied, too.
    pub fn copy(&self, to: &Path) -> io::Result<()> {
        for file in &self.files {
            let target = to.join(file);
            if let Some(parent) = target.parent() {
                fs::create_dir_all(parent)?;
            }
            let told = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", file.display()));
            fs::copy(self.folder.join(file), target).map_err(told)?;
        }
        Ok(())
    }
}

/// What stands around a budget's figures, as HTML.
#[derive(Default)]
pub struct Frame {
    /// The way from the page up to the folder of all.
    pub up: String,
    /// The links to its styles.
    pub styles: String,
    /// What stands above the page.
    pub head: String,
    /// What stands below it.
    pub foot: String,
}

/// Where the link to the dark theme's styles begins.
fn dark_link(html: &str) -> Option<usize> {
    let mut tags = html.match_indices("<link").map(|(at, _)| at);
    tags.find(|at| html[*at..].split('>').next().is_some_and(|tag| tag.contains("dark.css")))
}

/// Takes the links to icons out of a part of the page.
fn take_icons(part: &mut String) -> String {
    let mut taken = String::new();
    let mut from = 0;
    while let Some(at) = part[from..].find("<link").map(|at| from + at) {
        let Some(end) = part[at..].find('>').map(|end| at + end + 1) else { break };
        let tag = &part[at..end];
        if ["rel=\"icon\"", "rel=icon", "rel=\"apple-touch-icon\"", "rel=apple-touch-icon"]
            .iter()
            .any(|rel| tag.contains(rel))
        {
            taken += &[tag, "\n"].concat();
            let end = end + usize::from(part[end..].starts_with('\n'));
            part.replace_range(at..end, "");
            from = at;
        } else {
            from = end;
        }
    }
    taken
}

/// Where a built page may be.
fn places() -> Vec<PathBuf> {
    let program = std::env::current_exe().and_then(fs::canonicalize).unwrap_or_default();
    program.ancestors().skip(1).map(|folder| folder.join("dist")).chain([PathBuf::from("dist")]).collect()
}

/// `index.html` around its marks, which `scripts/finish.mjs` sets.
fn parts(index: &str) -> Option<[String; 3]> {
    let (before, rest) = index.split_once("<!--about-->")?;
    let (_, rest) = rest.split_once("<!--/about-->")?;
    let (between, rest) = rest.split_once("<!--figures-->")?;
    // The last one: a document's own words are escaped, but nothing depends on it here.
    let (_, after) = rest.rsplit_once("<!--/figures-->")?;
    Some([before, between, after].map(String::from))
}

/// All files below `folder`, but for those that are a budget's.
fn list(root: &Path, folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries: Vec<_> = fs::read_dir(root.join(folder))?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = folder.join(entry.file_name());
        let name = entry.file_name().to_string_lossy().into_owned();
        let plain = name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz")).unwrap_or(&name);
        if folder.as_os_str().is_empty() && (REPLACED.contains(&plain) || NOT_PUBLISHED.contains(&plain)) {
            continue;
        }
        if root.join(&path).is_dir() {
            list(root, &path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
