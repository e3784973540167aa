//! The options of `budget-lens publish`.

use clap::{ArgMatches, Command};

use crate::cli::grammar::{self, file_option, flag, given, value};
use crate::cli::language;
use crate::cli::path::NamedPath;
use crate::locale::Lang;

/// The options of `budget-lens publish`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options<'a> {
    /// The budgets, one at least.
    pub files: Vec<&'a NamedPath>,
    /// The folder to make, or to replace.
    pub folder: &'a NamedPath,
    /// Where the folder will be on the web, with a slash at its end.
    pub url: Option<String>,
    /// The built page to take.
    pub page: Option<&'a NamedPath>,
    /// The font of the pictures.
    pub font: Option<&'a NamedPath>,
    /// What the portal says of itself (`site.json`).
    pub site: Option<&'a NamedPath>,
    /// Which findings are accepted, with what is said of each (`accepted.json`).
    pub accepted: Option<&'a NamedPath>,
    /// The official statistics that go with the budgets.
    pub statistics: Option<&'a NamedPath>,
    /// Whether budgets are published in which numbers do not agree.
    pub allow_mismatch: bool,
    /// Whether every mismatch is told, and every note on a file.
    pub verbose: bool,
    /// Whether each figure's page has a picture of its own for links.
    pub figures: bool,
    /// The language of the messages.
    pub lang: Lang,
    /// The language of the list of several departments: of the budgets, whatever the publisher's machine speaks.
    pub list: Lang,
}

/// The command `publish` with its options and their help.
pub fn command(lang: Lang) -> Command {
    let about = lang.tr(
        "把一份预算，或一个地区的各份，做成可以放到任何网站的文件夹；见 docs/publish.md",
        "Make a folder for any static host, of one budget or of a whole district's; see docs/publish.md",
    );
    let url = lang.tr(
        "文件夹将来的网址，给搜索引擎和链接预览用",
        "where the folder will be on the web: for search engines and link previews",
    );
    let site = lang.tr(
        "门户的名称、徽标、颜色和页脚（site.json）；下次发布时沿用",
        "the portal's name, emblem, colour and foot (site.json); kept for the next time",
    );
    let accepted = lang.tr(
        "单位已经说明的不符（accepted.json）：连同说明一起发布",
        "mismatches that the departments explain (accepted.json): published with the explanation",
    );
    let statistics = lang.tr(
        "人口和价格指数（见 docs/zh/statistics.md）：网页上可以看人均、按一年的价格看",
        "inhabitants and indices of prices (docs/statistics.md): pages can show amounts for each, and in prices of one year",
    );
    let page = lang.tr(
        "要用的页面（程序旁边、上面或这里的 dist）",
        "the built page to take (dist beside or above this program, or here)",
    );
    grammar::of_files("publish", lang)
        .about(about)
        .override_usage("budget-lens publish FILE… -o DIR")
        .arg(grammar::out("DIR", lang.tr("做成的文件夹", "the folder to make")).required(true))
        .arg(
            value("url", "URL", url)
                .value_parser(move |text: &str| address(text).ok_or_else(|| not_address(text, lang))),
        )
        .arg(file_option("site", "FILE", site))
        .arg(file_option("accepted", "FILE", accepted))
        .arg(file_option("statistics", "FILE", statistics))
        .arg(flag("allow-mismatch", lang.tr("有不符也照样发布", "publish although numbers do not agree")))
        .arg(flag(
            "verbose",
            lang.tr(
                "列出每处不符，不只说有多少；文件里不认识的内容也列出",
                "every mismatch with its place, not only how many there are, and every note on a file",
            ),
        ))
        .arg(flag(
            "figures",
            lang.tr("每张图的网页各画一张分享用的图片", "a picture of its own for the link to each figure"),
        ))
        .arg(file_option("page", "DIR", page))
        .arg(file_option("font", "FILE", lang.tr("图片用的字体", "the font of the pictures")))
}

impl<'a> Options<'a> {
    /// What the arguments ask for.
    pub fn of(matches: &'a ArgMatches, lang: Lang) -> Self {
        Options {
            files: grammar::files(matches),
            folder: grammar::required_out(matches),
            url: given(matches, "url").map(String::from),
            page: grammar::path(matches, "page"),
            font: grammar::path(matches, "font"),
            site: grammar::path(matches, "site"),
            accepted: grammar::path(matches, "accepted"),
            statistics: grammar::path(matches, "statistics"),
            allow_mismatch: matches.get_flag("allow-mismatch"),
            figures: matches.get_flag("figures"),
            verbose: matches.get_flag("verbose"),
            lang,
            list: language::asked(matches).unwrap_or_default(),
        }
    }
}

fn not_address(text: &str, lang: Lang) -> String {
    let has_scheme = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme));
    let (zh, en) = if has_scheme {
        (
            "--url 只写网址的域名和路径，不带 ? # @ 和引号，实为 {0}",
            "--url must be a host and a path without ? # @ or quotes, found {0}",
        )
    } else {
        ("--url 要以 https:// 或 http:// 开头，实为 {0}", "--url must begin with https:// or http://, found {0}")
    };
    lang.format(zh, en, &[text])
}

/// An address of the web as others are put together with it: with a slash at its end, and nothing after a path.
fn address(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '?' | '#' | '"' | '<' | '>' | '\\' | '@');
    (!rest.starts_with('/') && !rest.is_empty() && rest.chars().all(plain))
        .then(|| [url.trim_end_matches('/'), "/"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(arguments: &[&str]) -> Option<ArgMatches> {
        command(Lang::Zh).try_get_matches_from([&["publish"], arguments].concat()).ok()
    }

    #[test]
    fn arguments_that_make_no_sense_are_refused() {
        let bad: [&[&str]; 9] = [
            &[],
            &["a.json"],
            &["-o", "site"],
            &["a.json", "-o"],
            &["a.json", "-o", "site", "--lang=fr"],
            &["a.json", "-o", "site", "--url", "budget.example"],
            &["a.json", "-o", "site", "--url=https://a.example/?x"],
            &["a.json", "-o", "site", "--allow-mismatch=yes"],
            &["a.json", "-o", "site", "--force"],
        ];
        for arguments in bad {
            assert!(matches(arguments).is_none(), "{arguments:?}");
        }
    }

    #[test]
    fn values_stand_behind_an_option_or_in_it() {
        let [apart, within] = [
            &["a.json", "-o", "site", "--url", "https://a.example/b", "--lang", "en"][..],
            &["-o=site", "--url=https://a.example/b/", "--lang=en", "--", "a.json"],
        ]
        .map(|arguments| matches(arguments).unwrap());
        let [apart, within] = [&apart, &within].map(|matches| Options::of(matches, Lang::Zh));
        assert_eq!(apart, within);
        assert_eq!((apart.url.as_deref(), apart.list), (Some("https://a.example/b/"), Lang::En));
    }
}
