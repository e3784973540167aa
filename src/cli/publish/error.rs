//! Why nothing is published, and how that is told to whoever wanted it.

use std::io;
use std::path::PathBuf;

use super::list_row::Checked;
use super::output_folder::Refusal;
use super::portal::message;
use crate::check::Verdict;
use crate::cli::check::{Tally, counts};
use crate::cli::path::shown;
use crate::cli::{MISMATCH, UNUSABLE, read, system_error};
use crate::locale::Lang;

/// Why nothing is published.
#[derive(Debug)]
pub enum PublishError {
    /// There is no built page in this folder.
    NoPage(String),
    /// The page in this folder is of another version.
    OtherPage(PathBuf, io::Error),
    /// Nothing is published to this folder.
    Folder(Refusal),
    /// A department is to have a name of the page's own.
    Taken(String),
    /// A file of what goes with the budgets cannot be read.
    Unreadable(PathBuf, io::Error),
    /// A file of what goes with the budgets says what it cannot.
    Json(PathBuf, serde_json::Error),
    /// All that is wrong with the file of statistics, a line each.
    Statistics(Vec<String>),
    /// An entry of the file of what is accepted says of nothing that it is accepted.
    OfNothing(PathBuf, usize),
    /// A file that `site.json` names cannot be used.
    OfPortal(PathBuf, &'static str, Unfit),
    /// A budget has explanations of its own, and others are given.
    ExplainedTwice(String),
    /// Explanations cannot be written into this file.
    Unexplained(String),
    /// A file is another than the one that was checked.
    Changed(String),
    /// Some files cannot be used.
    Unusable,
    /// Numbers do not agree.
    Mismatch(Mismatch),
    /// Something could not be read or written.
    Io(io::Error),
}

/// Why a file of a portal's cannot be used.
#[derive(Debug)]
pub enum Unfit {
    /// This name is of a wrong type; it may end in these.
    Type(String, &'static [&'static str]),
    /// It is not there, or empty.
    Missing(PathBuf),
    /// This file has so many bytes.
    Large(String, u64),
}

/// Which numbers do not agree.
#[derive(Debug)]
pub struct Mismatch {
    /// Of each department in which some do not, its file, its name, and what checking it gave.
    pub departments: Vec<(String, String, Checked)>,
    /// What all files count for.
    pub total: Tally,
    /// Whether there are several files.
    pub several: bool,
}

impl From<io::Error> for PublishError {
    fn from(error: io::Error) -> PublishError {
        PublishError::Io(error)
    }
}

impl From<Refusal> for PublishError {
    fn from(refusal: Refusal) -> PublishError {
        PublishError::Folder(refusal)
    }
}

impl PublishError {
    /// The exit status.
    pub fn status(&self) -> u8 {
        if matches!(self, PublishError::Mismatch(_)) { MISMATCH } else { UNUSABLE }
    }

    /// What to tell of it.
    pub fn sentence(&self, lang: Lang) -> String {
        let (zh, en, parts) = match self {
            PublishError::Io(error) => {
                ("{0}没有发布。", "{0} Nothing was published.", [system_error::sentence(error, lang), String::new()])
            }
            PublishError::Unreadable(path, error) => return read::unreadable(&shown(path), error, lang),
            PublishError::Folder(refusal) => return refusal.sentence(lang),
            PublishError::Json(path, error) => {
                return format!("{}:{}:{}: {}", shown(path), error.line(), error.column(), message(error, lang));
            }
            PublishError::Statistics(faults) => return faults.join("\n"),
            PublishError::OfPortal(path, field, unfit) => {
                return format!("{}: {}", shown(path), unfit.sentence(field, lang));
            }
            PublishError::Mismatch(mismatch) => return mismatch.sentence(lang),
            PublishError::NoPage(folder) => (
                "{0} 里没有做好的页面（manifest.json）。请先运行 make dist，或用 --page 指出页面所在的文件夹。",
                "There is no built page (manifest.json) in {0}. Run make dist first, or name the page's folder with --page.",
                [folder.clone(), String::new()],
            ),
            PublishError::OtherPage(folder, error) => (
                "{0} 里的页面不是这个版本的 make dist 做的。请重新运行 make dist。（{1}）",
                "The page in {0} was not built by this version's make dist. Run make dist again. ({1})",
                [shown(folder), error.to_string()],
            ),
            PublishError::Taken(slug) => (
                "site.json 的 slugs：“{0}”是页面自己用的名字，请换一个。",
                "slugs of site.json: “{0}” is a name of the page’s own; choose another.",
                [slug.clone(), String::new()],
            ),
            PublishError::OfNothing(path, entry) => (
                "{0}: 第 {1} 条没有写是哪个文件（file）或哪个部门（department）",
                "{0}: entry {1} names neither a file nor a department",
                [shown(path), entry.to_string()],
            ),
            PublishError::ExplainedTwice(file) => (
                "{0}: 文件里已经有 explanations，又在 --accepted 里写了说明。请写在一处。",
                "{0}: the file has explanations of its own, and --accepted has some, too. Write them in one place.",
                [file.clone(), String::new()],
            ),
            PublishError::Unexplained(file) => (
                "{0}: 说明写不进这个文件。",
                "{0}: explanations cannot be written into this file.",
                [file.clone(), String::new()],
            ),
            PublishError::Changed(file) => (
                "{0} 在发布时被改动了，请重新发布。",
                "{0} was changed while it was published. Publish again.",
                [file.clone(), String::new()],
            ),
            PublishError::Unusable => {
                ("有文件不能用，什么都没有写。", "Some files cannot be used; nothing was written.", Default::default())
            }
        };
        lang.format(zh, en, &parts.each_ref().map(String::as_str))
    }
}

impl Unfit {
    fn sentence(&self, field: &str, lang: Lang) -> String {
        match self {
            Unfit::Type(name, ends) => lang.format(
                "{0}：“{1}”的类型不对，可以用 {2}",
                "{0}: “{1}” is of a wrong type; it may be {2}",
                &[field, name, &ends.join(lang.tr("、", ", "))],
            ),
            Unfit::Missing(path) => {
                let (zh, en) = ("{0}：没有文件 {1}，或者它是空的", "{0}: there is no file {1}, or it is empty");
                lang.format(zh, en, &[field, &shown(path)])
            }
            Unfit::Large(name, size) => lang.format(
                "{0}：{1} 有 {2} KB，最多 512 KB：每个读者打开每一页都要下载它",
                "{0}: {1} has {2} KB, and 512 KB is the most: every reader fetches it with every page",
                &[field, name, &(size / 1024).to_string()],
            ),
        }
    }
}

impl Mismatch {
    /// One line a department, and where the details are.
    fn sentence(&self, lang: Lang) -> String {
        let mut told = String::new();
        for (file, department, checked) in &self.departments {
            told += &[file, " · ", department, "  ", &checked.describe(lang), "\n"].concat();
        }
        if self.several {
            told += &counts(&self.total, lang);
        }
        let (zh, en) = (
            "有 {0} 处不符，什么都没有写。哪里不符、怎么改：budget-lens check 文件，或 check --html 文件 > 报告.html（publish --verbose 也全部列出）。改正后再发布。确认照原样发布的，把单位说明写进 --accepted accepted.json；或加 --allow-mismatch。",
            "{0} numbers do not agree, and nothing was written. Where, and how to mend them: budget-lens check FILE, or check --html FILE > report.html (publish --verbose lists them all, too). Mend them. What is to be published as it is, explain in --accepted accepted.json; or add --allow-mismatch.",
        );
        told + &lang.format(zh, en, &[&self.total.count(Verdict::Mismatch).to_string()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_tells_of_a_stop_ends_the_line() {
        let name = || String::from("site");
        let error = || io::Error::from(io::ErrorKind::NotFound);
        let mismatch = Mismatch { departments: Vec::new(), total: Tally::default(), several: true };
        let all = [
            PublishError::NoPage(name()),
            PublishError::OtherPage(name().into(), error()),
            Refusal::Holds(name(), name()).into(),
            PublishError::Unreadable(name().into(), error()),
            PublishError::OfPortal(name().into(), "icon", Unfit::Large(name(), 1 << 20)),
            PublishError::Unusable,
            PublishError::Mismatch(mismatch),
            PublishError::Io(error()),
        ];
        for stop in all {
            for told in [Lang::Zh, Lang::En].map(|lang| stop.sentence(lang)) {
                assert!(!told.is_empty() && !told.ends_with('\n') && !told.contains('…'), "{told}");
            }
            assert_eq!(stop.status(), if matches!(stop, PublishError::Mismatch(_)) { MISMATCH } else { UNUSABLE });
        }
    }
}
