//! Why a folder is not published to, and what to do then: nothing that somebody may miss is ever replaced.

use std::path::PathBuf;

use crate::cli::path::shown;
use crate::locale::Lang;

/// Why a folder, as it was named, is not published to.
#[derive(Debug)]
pub enum Refusal {
    /// It has no name, or nothing that it could be in.
    NoFolder(String),
    /// It is the root of all.
    Root(String),
    /// It is `.` or `..`, which is this folder.
    Here(String, PathBuf),
    /// It is standard output.
    Dash,
    /// It is a link to what is not there.
    Dangling(String, PathBuf),
    /// It is a file.
    File(String),
    /// It holds this file that is to be published.
    Holds(String, String),
    /// It and the page's are one inside the other.
    Within(String, PathBuf),
    /// Another run is publishing to it.
    Busy(String),
    /// It is there, and somebody else's.
    Foreign(String),
    /// It was published by a version that did not list its files, and these are none that it has made.
    Unknown(String, Vec<String>),
    /// In it there is this file of somebody else's, for which there is no room in the new one.
    InTheWay(PathBuf, String),
}

impl Refusal {
    /// What to tell of it.
    pub fn sentence(&self, lang: Lang) -> String {
        let (zh, en, parts) = match self {
            Refusal::NoFolder(folder) => (
                "{0} 不能作为发布的文件夹：它的上一级不存在，或者它没有名字。",
                "{0} cannot be published to: the folder above it does not exist, or it has no name.",
                [folder.clone(), String::new()],
            ),
            Refusal::Root(folder) => (
                "{0} 是根目录，不会被替换。请写一个文件夹的名字。",
                "{0} is the root of all files, which is not replaced. Name a folder.",
                [folder.clone(), String::new()],
            ),
            Refusal::Here(folder, real) => (
                "{0} 是 {1}，发布时要整个换掉，所以不能在它里面运行。请先到上一级，再写出它的名字。",
                "{0} is {1}, which is replaced as a whole, so that nobody can work in it. Go to the folder above, and name it.",
                [folder.clone(), shown(real)],
            ),
            Refusal::Dash => (
                "-o 后面要写文件夹：发布的是一个文件夹，不能送到标准输出。",
                "-o needs a folder: what is published is one, which standard output cannot take.",
                Default::default(),
            ),
            Refusal::Dangling(folder, to) => (
                "{0} 是一个链接，它指的 {1} 不存在。请先建好那个文件夹，或者删掉这个链接。",
                "{0} is a link to {1}, which is not there. Make that folder first, or delete the link.",
                [folder.clone(), shown(to)],
            ),
            Refusal::File(folder) => (
                "{0} 是文件，不是文件夹。请另选一个名字。",
                "{0} is a file and no folder. Choose another name.",
                [folder.clone(), String::new()],
            ),
            Refusal::Holds(folder, input) => (
                "{0} 里有要发布的文件 {1}，替换它会删掉这个文件。请另选一个文件夹。",
                "{0} holds {1}, which would be deleted with it. Choose another folder.",
                [folder.clone(), input.clone()],
            ),
            Refusal::Within(folder, page) => (
                "{0} 和页面所在的文件夹 {1} 一个在另一个里面。请另选一个文件夹。",
                "{0} and the page's folder {1} are one inside the other. Choose another folder.",
                [folder.clone(), shown(page)],
            ),
            Refusal::Busy(folder) => (
                "另一个 budget-lens publish 正往 {0} 发布。请等它做完，再发布一次。",
                "Another budget-lens publish is at work on {0}. Wait until it is done, and publish again.",
                [folder.clone(), String::new()],
            ),
            Refusal::Foreign(folder) => (
                "{0} 不是空的，也不是 budget-lens publish 做的，不会被替换。请另选一个文件夹，或先把它移走。",
                "{0} is not empty and was not made by budget-lens publish, so it is not replaced. Choose another folder, or move it away first.",
                [folder.clone(), String::new()],
            ),
            Refusal::Unknown(folder, names) => (
                "{0} 里有不像是发布生成的：{1}。这个文件夹的 .budget-lens 没有列出发布生成了什么，替换会删掉它们，所以什么都没有写。请先把它们移走；发布以后再放回来，以后每次都会保留。",
                "{0} holds what publishing seems not to have made: {1}. Its .budget-lens does not list what was made, and they would be deleted, so nothing was written. Move them away first; what is put back after publishing is kept each time.",
                [folder.clone(), names.join(lang.tr("、", ", "))],
            ),
            Refusal::InTheWay(folder, file) => (
                "{0} 里的 {1} 不是发布生成的，而这次要生成同名的文件：什么都没有写。请先把它移走或改名。",
                "{1} in {0} was not made by publishing, which would make a file of that name now: nothing was written. Move it away or rename it first.",
                [shown(folder), file.clone()],
            ),
        };
        lang.format(zh, en, &parts.each_ref().map(String::as_str))
    }
}
