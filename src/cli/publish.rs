//! `budget-lens publish FILE… -o DIR`: one budget, or a whole district's, as a folder for any static host.
//!
//! Each file is read twice: once to be checked, before anything is written, and once to be published. So no more
//! than the rows of the list is kept in memory, however many files there are.

mod about;
mod department;
mod district;
mod links;
mod names;
mod options;
mod pack;
mod package;
mod portal;
mod row;
mod shell;
mod sitemap;
mod sums;
mod target;
mod twice;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::ExitCode;

use clap::ArgMatches;

use super::check::{self, Tally};
use super::{MISMATCH, UNUSABLE, printed, queue, read};
use crate::check::Verdict;
use crate::markup::{Element, el};
use crate::paint::{Letters, bitmap, svg};
use crate::scene::Scene;
use crate::words::Lang;
use about::lines;
use department::Place;
use options::Options;
pub use options::command;
use portal::{Portal, Ways};
use row::Row;
use shell::{Frame, Shell};
use sitemap::Page;
use target::Target;

/// The file by which a folder is known as one that was published.
const MARK: &str = ".budget-lens";

/// Why nothing was published.
pub struct Stop {
    /// The exit status.
    status: u8,
    /// What to tell of it.
    told: String,
}

impl Stop {
    fn unusable(told: String) -> Stop {
        Stop { status: UNUSABLE, told }
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Stop {
        Stop::unusable(format!("{error}\n"))
    }
}

/// What all budgets' folders have in common.
pub struct Site<'a> {
    /// The page without a budget.
    shell: Shell,
    /// The fonts of the pictures, if there are any.
    letters: Option<Letters>,
    /// Where the folder will be on the web.
    url: Option<&'a str>,
    /// The language of the list of several.
    lang: Lang,
    /// The portal that it is published for.
    portal: Portal,
    /// Whether there are several pages, with ways between them.
    several: bool,
}

impl Site<'_> {
    /// The address of a folder of the site, or of the site; `None` where it is not known.
    fn address(&self, name: Option<&str>) -> Option<String> {
        let folder = name.map(|name| [name, "/"].concat()).unwrap_or_default();
        Some([self.url?, &folder].concat())
    }

    /// What the head of a page so many folders down links to: the icon, and what counts visits.
    fn links(&self, depth: usize) -> String {
        let up = "../".repeat(depth);
        let icons = match self.portal.icon(&up) {
            Some(icon) => lines(vec![icon]) + "\n",
            None => self.shell.icons(depth),
        };
        let script = self.portal.script(&up).map(|script| lines(vec![script]) + "\n");
        icons + &script.unwrap_or_default()
    }

    /// What stands around a page so many folders down.
    fn frame(&self, ways: &Ways, depth: usize) -> Frame {
        let up = "../".repeat(depth);
        let html = |element: Option<Element>| element.map(|element| lines(vec![element])).unwrap_or_default();
        let styles = el("link").attr("rel", "stylesheet").attr("href", Portal::styles(&up));
        Frame {
            depth,
            styles: if self.has_frame() { lines(vec![styles]) + "\n" } else { String::new() },
            head: html(portal::head(&self.portal, ways, &up)),
            foot: html(portal::foot(&self.portal, &up)),
        }
    }

    /// Whether anything stands around the pages.
    fn has_frame(&self) -> bool {
        self.several || self.portal.is_shown() || self.portal.words.brand.is_some()
    }

    /// A picture for links, in the portal's colour.
    fn picture(&self, scene: &Scene, letters: &Letters) -> Vec<u8> {
        bitmap::png(scene, &svg::theme(&self.portal.theme(svg::LIGHT)), letters)
    }
}

/// Publishes the files that the arguments name.
pub fn run(matches: &ArgMatches, lang: Lang) -> ExitCode {
    let options = Options::of(matches, lang);
    match publish(&options) {
        Ok(told) => printed(&told),
        Err(stop) => {
            eprint!("{}", stop.told);
            ExitCode::from(stop.status)
        }
    }
}

/// Publishes, and tells what was published.
fn publish(options: &Options) -> Result<String, Stop> {
    let Options { lang, ref files, .. } = *options;
    let shell = Shell::find(options.page, lang)?;
    let inputs: Vec<_> = files.iter().copied().chain(options.font).collect();
    let target = Target::of(options.folder, &inputs, &shell.folder, lang)?;
    let portal = Portal::find(options.site, options.folder, lang)?;
    let rows = checked(options)?;
    eprint!("{}", twice::noted(files, &rows, lang).unwrap_or_default());
    let letters = Letters::find(options.font.map(Path::new));
    if letters.is_none() {
        let (zh, en) = match options.font {
            Some(_) => ("{0} 不是带中文的字体，", "{0} is no font with Chinese letters: "),
            None => ("这台机器上没有找到中文字体，", "No font with Chinese letters was found on this machine: "),
        };
        eprint!("{}", lang.say(zh, en, &[options.font.unwrap_or_default()]));
        eprintln!(
            "{}",
            lang.pick("所以没有画分享用的图片（preview.png）。", "no pictures for shared links (preview.png).")
        );
    }
    if options.url.is_none() {
        eprintln!(
            "{}",
            lang.pick(
                "没有给出 --url：分享链接的图片和 sitemap.xml 里只能写相对地址，搜索引擎和聊天软件大多要完整地址。",
                "Without --url, link previews and sitemap.xml have relative addresses; most search engines and messengers want whole ones."
            )
        );
    }
    let site =
        Site { shell, letters, url: options.url.as_deref(), lang: options.list, portal, several: files.len() > 1 };
    written(options, &target, &site, &rows)?;
    target.finish()?;
    let (zh, en) = ("已发布 {0} 份预算：{1}\n", "Published budgets: {0}, in {1}\n");
    Ok(lang.say(zh, en, &[&files.len().to_string(), options.folder]))
}

/// Reads and checks every file, and tells what is wrong; what the list needs of each.
fn checked(options: &Options) -> Result<Vec<Row>, Stop> {
    let (lang, files) = (options.lang, &options.files);
    let mut total = Tally::default();
    let mut rows = Vec::with_capacity(files.len());
    let progress = Progress::of(files.len(), lang.pick("核对", "checked"));
    let one = |i: usize| {
        let file = files[i];
        match read::budget(file, lang) {
            Err(unusable) => (unusable.told, Tally::unusable(), None),
            // A page of the year 0 would be of none.
            Ok(opened) if opened.loaded.budget.document.year == 0 => {
                let (zh, en) = (
                    "{0}: 没有找到年度。请先用 budget-lens import --year YEAR 写明年度。\n",
                    "{0}: the year was not found. Please say it with budget-lens import --year YEAR first.\n",
                );
                (lang.say(zh, en, &[file]), Tally::unusable(), None)
            }
            Ok(opened) => {
                let (mismatches, tally) = check::mismatches(file, &opened.loaded.budget, lang);
                let told = opened.odd(file, lang) + &mismatches;
                (told, tally, Some(Row::of(&opened.loaded.budget, digest(&opened.json), options.list)))
            }
        }
    };
    let looked: Result<(), io::Error> = queue::in_order(files.len(), one, |i, (told, tally, row)| {
        eprint!("{told}");
        total.add(&tally);
        rows.extend(row);
        progress.show(i);
        Ok(())
    });
    looked?;
    eprint!("{}", check::counts(&total, lang));
    match total.status() {
        0 => Ok(rows),
        MISMATCH if options.allow_mismatch => Ok(rows),
        MISMATCH => Err(Stop {
            status: MISMATCH,
            told: lang.say(
                "有 {0} 处不符，什么都没有写。请改正后再发布；确认无误、照原样发布，请加 --allow-mismatch。\n",
                "{0} numbers do not agree, and nothing was written. Mend them; or, to publish them as they are, add --allow-mismatch.\n",
                &[&total.count(Verdict::Mismatch).to_string()],
            ),
        }),
        _ => Err(Stop::unusable(lang.pick("有文件不能用，什么都没有写。\n", "Some files cannot be used; nothing was written.\n").into())),
    }
}

/// Writes all folders.
fn written(options: &Options, target: &Target, site: &Site, rows: &[Row]) -> Result<(), Stop> {
    let folder = target.begin()?;
    site.shell.copy(folder)?;
    if site.has_frame() || site.portal.is_given() {
        site.portal.write(folder)?;
    }
    let files = &options.files;
    let taken: Vec<_> = site.shell.names().chain([portal::FOLDER.into()]).collect();
    let names = if files.len() > 1 { names::names(files, &taken) } else { Vec::new() };
    let progress = Progress::of(files.len(), options.lang.pick("写入", "written"));
    let one = |i: usize| -> Result<(), Stop> {
        let opened = read::budget(files[i], options.lang).ok();
        let opened = opened.filter(|opened| digest(&opened.json) == rows[i].digest).ok_or_else(|| {
            let (zh, en) =
                ("{0} 在发布时被改动了，请重新发布。\n", "{0} was changed while it was published. Publish again.\n");
            Stop::unusable(options.lang.say(zh, en, &[files[i]]))
        })?;
        let name = names.get(i).map(String::as_str);
        let own = name.map_or_else(|| folder.to_path_buf(), |name| folder.join(name));
        Ok(department::write(
            &opened.loaded.budget,
            &opened.json,
            &Place { folder: &own, name, ways: Ways::default() },
            site,
        )?)
    };
    queue::in_order(files.len(), one, |i, done| {
        progress.show(i);
        done
    })?;
    let mut pages = Vec::with_capacity(rows.len() + 1);
    let page = |name: Option<&str>, published: Option<&String>| Page {
        address: site.address(name).unwrap_or_else(|| name.map_or_else(|| "./".into(), |name| [name, "/"].concat())),
        published: published.cloned(),
    };
    if names.is_empty() {
        pages.extend(rows.iter().map(|row| page(None, row.published.as_ref())));
    } else {
        pages.push(page(None, rows.iter().filter_map(|row| row.published.as_ref()).max()));
        pages.extend(names.iter().zip(rows).map(|(name, row)| page(Some(name), row.published.as_ref())));
        district::write(folder, &names, rows, site)?;
    }
    pack::write(&folder.join("sitemap.xml"), sitemap::xml(&pages).as_bytes())?;
    Ok(())
}

/// By which a file is known to be the one that was checked.
fn digest(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

/// How far the work is, for whoever looks on.
struct Progress {
    count: usize,
    what: &'static str,
    shown: bool,
}

impl Progress {
    fn of(count: usize, what: &'static str) -> Self {
        Progress { count, what, shown: count > 1 && io::stderr().is_terminal() }
    }

    fn show(&self, i: usize) {
        if self.shown {
            eprint!("\r{} {} / {}{}", self.what, i + 1, self.count, if i + 1 == self.count { "\n" } else { "" });
        }
    }
}
