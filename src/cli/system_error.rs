//! What the system says of files, in the reader's language: where, what is wrong, and what to do about it.

use std::error::Error;
use std::fmt::{self, Display};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::path::shown;
use crate::locale::Lang;

/// An error with the path that it is about, which the system does not say.
#[derive(Debug)]
struct At {
    path: PathBuf,
    error: io::Error,
}

impl Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.error)
    }
}

impl Error for At {}

/// Says which path an error is about, where it does not say it already.
pub fn at(path: &Path) -> impl FnOnce(io::Error) -> io::Error {
    move |error| match located(&error) {
        Some(_) => error,
        None => io::Error::new(error.kind(), At { path: path.into(), error }),
    }
}

fn located(error: &io::Error) -> Option<&At> {
    error.get_ref()?.downcast_ref()
}

/// Where an error is, what it is and what to do.
pub fn sentence(error: &io::Error, lang: Lang) -> String {
    match located(error) {
        Some(At { path, error }) => [&shown(path), ": ", &reason(error, lang)].concat(),
        None => reason(error, lang),
    }
}

/// What an error is, where what to do is another matter.
pub fn fault(error: &io::Error, lang: Lang) -> String {
    let reason = reason(error, lang);
    let ends = lang.tr("。", ". ").trim_end();
    let first = reason.find(lang.tr("。", ". ")).map(|at| reason[..at + ends.len()].to_string());
    first.unwrap_or(reason)
}

/// What an error is and what to do, without its place.
pub fn reason(error: &io::Error, lang: Lang) -> String {
    let error = located(error).map_or(error, |At { error, .. }| error);
    let (zh, en) = match error.kind() {
        ErrorKind::NotFound => ("没有这个文件或文件夹。", "there is no such file or folder."),
        ErrorKind::PermissionDenied => (
            "没有权限。请换一个位置，或者请管理员给您权限。",
            "permission is denied. Choose another place, or ask for the right to use this one.",
        ),
        ErrorKind::ReadOnlyFilesystem => {
            ("这个位置只能读，不能写。请换一个位置。", "this place can only be read. Choose another one.")
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::WriteZero => (
            "没有地方写了：磁盘满了。请腾出地方，或者换一个位置。",
            "no space is left to write to. Free some, or choose another place.",
        ),
        ErrorKind::NotADirectory => (
            "路径的中间有一段是文件，不是文件夹。请检查路径。",
            "a part of the path is a file and no folder. Check the path.",
        ),
        ErrorKind::IsADirectory => ("这是文件夹，不是文件。", "this is a folder and no file."),
        ErrorKind::InvalidFilename | ErrorKind::InvalidInput => (
            "名字太长，或者有不能用的字符。请换一个短一些的名字。",
            "the name is too long, or has characters that it cannot have. Choose a shorter one.",
        ),
        ErrorKind::AlreadyExists => {
            ("已经有同名的。请先移走或改名。", "it is there already. Move it away or rename it.")
        }
        ErrorKind::DirectoryNotEmpty => (
            "文件夹里还有东西，可能别的程序正往里写。请过一会儿再试。",
            "the folder is not empty; perhaps another program writes to it. Try again later.",
        ),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => (
            "别的程序正在用它，或者它是挂载点。请关掉那个程序，或者换一个位置。",
            "another program uses it, or it is a mount point. End that program, or choose another place.",
        ),
        _ => match error.raw_os_error() {
            #[cfg(unix)]
            Some(23 | 24) => (
                "同时打开的文件太多。请少给一些文件，或者先运行 ulimit -n 4096。",
                "too many files are open. Give fewer, or run ulimit -n 4096 first.",
            ),
            #[cfg(unix)]
            Some(40) => ("链接绕来绕去，没有尽头。请检查链接。", "links lead round in a circle. Check them."),
            #[cfg(unix)]
            Some(5) => (
                "读写磁盘出错，磁盘可能坏了，或者网络盘断了。",
                "the disk cannot be read or written; it may be broken, or a network drive be gone.",
            ),
            _ => ("系统的说法是：{0}", "the system says: {0}"),
        },
    };
    lang.format(zh, en, &[&error.to_string()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_told_with_its_place_in_the_readers_language() {
        let denied = || io::Error::from(ErrorKind::PermissionDenied);
        let told = at(Path::new("外/site"))(at(Path::new("site/a"))(denied()));
        assert_eq!(told.kind(), ErrorKind::PermissionDenied);
        assert_eq!(sentence(&told, Lang::Zh), "site/a: 没有权限。请换一个位置，或者请管理员给您权限。");
        assert!(sentence(&told, Lang::En).starts_with("site/a: permission is denied."));
        assert_eq!(reason(&told, Lang::Zh), reason(&denied(), Lang::Zh));
        assert_eq!(fault(&told, Lang::Zh), "没有权限。");
        assert_eq!(fault(&told, Lang::En), "permission is denied.");
        let odd = at(Path::new("a"))(io::Error::other("odd"));
        assert_eq!(sentence(&odd, Lang::Zh), "a: 系统的说法是：odd");
    }
}
