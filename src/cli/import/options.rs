//! The options of `budget-lens import` and `import-each`.

use clap::{ArgMatches, Command};

use super::resource_limits;
use crate::cli::grammar::{self, file_option, flag, given, value};
use crate::cli::path::NamedPath;
use crate::import::ImportOptions;
use crate::locale::Lang;

/// The options of `budget-lens import` and `import-each`.
#[derive(Debug, Default)]
pub struct Options<'a> {
    /// The files, one at least.
    pub files: Vec<&'a NamedPath>,
    /// The file to write, or the folder.
    pub out: Option<&'a NamedPath>,
    /// A file of words of the publisher's own.
    pub words: Option<&'a NamedPath>,
    /// Whether the report is for machines.
    pub json: bool,
    /// The language of the report.
    pub lang: Lang,
    /// How long reading may take, in seconds.
    pub seconds: u32,
    /// What the files do not say.
    pub meant: ImportOptions,
}

/// The command `import`, for files that are parts of one document.
pub fn command(lang: Lang) -> Command {
    let about = lang.tr(
        "读官方文件（PDF、DOCX、XLSX……），几个文件合成一份预算的 JSON",
        "Make the JSON of official files (PDF, DOCX, XLSX, …) that are parts of one document",
    );
    let out = grammar::out("OUT.json", lang.tr("存成的文件", "the file to write")).required_unless_present("json");
    let words = lang.tr(
        "自己的用语（英文名称、解释），文件里没有写的",
        "words of your own (English names, explanations) that the files do not say",
    );
    shared("import", lang)
        .about(about)
        .override_usage("budget-lens import FILE… -o OUT.json")
        .arg(out)
        .arg(file_option("words", "FILE", words))
}

/// The command `import-each`, for files that are a document each.
pub fn each(lang: Lang) -> Command {
    let about = lang.tr(
        "每个官方文件各成一份预算；一个读不了，不影响别的",
        "Make a budget of each official file; one that cannot be read ends no other",
    );
    shared("import-each", lang)
        .about(about)
        .override_usage("budget-lens import-each FILE… -o DIR")
        .arg(grammar::out("DIR", lang.tr("存到的文件夹", "the folder to write to")).required(true))
}

fn shared(name: &'static str, lang: Lang) -> Command {
    let source = lang.tr(
        "官方文件的网址；页面上的数会链接到它的各页",
        "where the official document is on the web: numbers then lead to its pages",
    );
    let wrong = |what: &'static str| move |_| what;
    let year = wrong(lang.tr("--year 要写四位的年份，如 2026", "--year must be a year of four digits, such as 2026"));
    let seconds = wrong(lang.tr("--seconds 要写秒数，如 60", "--seconds must be a number of seconds, such as 60"));
    grammar::of_files(name, lang)
        .mut_arg("file", |file| file.help(lang.tr("官方文件；- 是标准输入", "official files; - is standard input")))
        .arg(value(
            "department",
            "NAME",
            lang.tr("部门名称，文件里没有写时用", "the department, if the files do not say it"),
        ))
        .arg(value("region", "PLACE", lang.tr("地区，文件里没有写时用", "the region, if the files do not say it")))
        .arg(
            value("year", "YEAR", lang.tr("预算年度，文件里没有写时用", "the year, if the files do not say it"))
                .value_parser(move |text: &str| text.parse::<u16>().map_err(year)),
        )
        .arg(value("source", "URL", source))
        .arg(flag("json", lang.tr("给程序用：读出了什么", "what was read as what, for machines")))
        .arg(
            value("seconds", "N", lang.tr("最多读多少秒（60）", "how many seconds reading may take (60)"))
                .value_parser(move |text: &str| text.parse::<u32>().map_err(seconds)),
        )
}

impl<'a> Options<'a> {
    /// What the arguments ask for.
    pub fn of(matches: &'a ArgMatches, lang: Lang) -> Self {
        let owned = |name| given(matches, name).map(String::from);
        let meant = ImportOptions {
            department: owned("department"),
            region: owned("region"),
            year: matches.get_one("year").copied(),
            url: owned("source"),
            ..ImportOptions::default()
        };
        Options {
            files: grammar::files(matches),
            out: grammar::path(matches, "out"),
            // Only a single document has its own.
            words: matches.try_get_one("words").ok().flatten(),
            json: matches.get_flag("json"),
            lang,
            seconds: matches.get_one("seconds").copied().unwrap_or(resource_limits::SECONDS),
            meant,
        }
    }
}
