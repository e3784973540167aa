//! The grammar of the command line: its commands, with their options and a line of help for each, in the user's
//! language.

use clap::builder::{NonEmptyStringValueParser, PathBufValueParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint};

use super::path::{EMPTY, NamedPath};
use super::{check, completions, facts, import, publish, template};
use crate::locale::Lang;

/// The name by which the program is called.
pub const PROGRAM: &str = "budget-lens";

/// All commands that the program understands.
pub fn all(lang: Lang) -> Command {
    let about = lang.tr(
        "核对部门预算，做成公众看得懂的网页。",
        "Checks departments' budgets and makes pages of them that citizens understand.",
    );
    let status = lang.tr(
        "退出状态：0 正常，1 核对有不符（导入：有没读懂的地方），2 文件或用法不对。\n每个命令的说明：budget-lens 命令 --help",
        "Exit status: 0 fine, 1 a check found a mismatch (import: something was not understood), 2 unusable input or usage.\n\
         Help for each command: budget-lens COMMAND --help",
    );
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let version = version.help(lang.tr("版本", "the version"));
    finished(Command::new(PROGRAM), lang)
        .about(about)
        .override_usage(lang.tr("budget-lens 命令 …", "budget-lens COMMAND …"))
        .after_help(status)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .subcommand_help_heading(lang.tr("命令", "Commands"))
        .arg(version)
        .subcommands([check::command(lang), publish::command(lang)])
        .subcommands([import::command(lang), import::each::command(lang)])
        .subcommands([facts::command(lang)])
        .subcommands([template::command(lang), schema(lang), html(lang), completions::command(lang)])
}

fn schema(lang: Lang) -> Command {
    let (zh, en) = ("打印格式 budget-lens/1 的 JSON Schema", "Print the JSON Schema of the format budget-lens/1");
    finished(Command::new("schema"), lang).about(lang.tr(zh, en)).override_usage("budget-lens schema")
}

fn html(lang: Lang) -> Command {
    let (zh, en) = (
        "把一份预算的前几张图印成不要脚本的 HTML：句子、图、表",
        "Print a budget's first figures as HTML that needs no script: sentences, drawings, tables",
    );
    of_files("html", lang)
        .about(lang.tr(zh, en))
        .override_usage("budget-lens html FILE")
        .mut_arg("file", |file| file.action(ArgAction::Set))
        .arg(flag(
            "whole",
            lang.tr(
                "一个完整的网页文件：所有图、官方表格和核对结果",
                "a whole page, as one file: all figures, official tables and findings",
            ),
        ))
        .arg(file_option(
            "manifest",
            "FILE",
            lang.tr(
                "做好的程序的文件清单；印出整个网页",
                "the list of a built program's files: the whole document is printed",
            ),
        ))
}

/// A command that takes files.
pub fn of_files(name: &'static str, lang: Lang) -> Command {
    // The files stand first in its help.
    finished(Command::new(name).arg(file(lang)), lang)
}

/// A command with what all have: help and the choice of the language, in that language.
pub fn finished(command: Command, lang: Lang) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let (zh, en) = ("说的语言：zh 或 en；不写按系统的语言", "the language spoken: zh or en; the machine's otherwise");
    let spoken = value("lang", "zh|en", lang.tr(zh, en)).value_parser(["zh", "en"]).hide_possible_values(true);
    command
        .help_template(lang.tr(
            "{about}\n\n用法：{usage}\n\n{all-args}{after-help}\n",
            "{about}\n\nUsage: {usage}\n\n{all-args}{after-help}\n",
        ))
        .disable_help_flag(true)
        .args_override_self(true)
        .next_help_heading(lang.tr("选项", "Options"))
        // Help and language stand after the command's own options.
        .arg(spoken.display_order(900))
        .arg(help.help(lang.tr("这份说明", "this help")).display_order(901))
}

/// The files, one at least.
fn file(lang: Lang) -> Arg {
    to_path(Arg::new("file"), "FILE")
        .required(true)
        .action(ArgAction::Append)
        .help_heading(lang.tr("文件", "Files"))
        .help(lang.tr(
            "预算的 JSON，或官方文件（PDF、DOCX、XLSX……）；- 是标准输入",
            "a budget's JSON, or an official file (PDF, DOCX, XLSX, …); - is standard input",
        ))
}

/// An option that takes a value: `--font FILE`.
pub fn value(name: &'static str, of: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(of).help(help).value_parser(NonEmptyStringValueParser::new())
}

/// An option that takes a path: `--font FILE`, `--page DIR`.
pub fn file_option(name: &'static str, of: &'static str, help: &'static str) -> Arg {
    to_path(Arg::new(name).long(name).help(help), of)
}

/// An argument with a path behind it. Shells complete it by what `of` says it is.
fn to_path(argument: Arg, of: &'static str) -> Arg {
    let hint = if of == "DIR" { ValueHint::DirPath } else { ValueHint::FilePath };
    argument.value_name(of).value_parser(PathBufValueParser::new().map(NamedPath::from)).value_hint(hint)
}

/// An option that takes no value: `--json`.
pub fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

/// The option that names what to write: `-o FILE`.
pub fn out(of: &'static str, help: &'static str) -> Arg {
    to_path(Arg::new("out").short('o').help(help).display_order(0), of)
}

/// The files that were named.
pub fn files(matches: &ArgMatches) -> Vec<&NamedPath> {
    matches.get_many("file").into_iter().flatten().collect()
}

/// What is written to, for commands that do not begin without.
pub fn required_out(matches: &ArgMatches) -> &NamedPath {
    path(matches, "out").unwrap_or(&EMPTY)
}

/// Why what is written cannot go to standard output, where `-o -` asks for that.
pub fn no_dash(out: &NamedPath, lang: Lang) -> Option<String> {
    let (zh, en) = (
        "-o 后面不能是 -：这里写的不能送到标准输出。文件就叫 - 的，请写 ./-",
        "-o cannot be -: what is written here cannot go to standard output. For a file called - write ./-",
    );
    out.is_dash().then(|| lang.tr(zh, en).into())
}

/// The path of an option, where it was given.
pub fn path<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m NamedPath> {
    matches.get_one(name)
}

/// The value of an option, where it was given.
pub fn given<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grammar_is_sound_in_both_languages_and_help_speaks_one() {
        for lang in [Lang::Zh, Lang::En] {
            let mut all = all(lang);
            all.clone().debug_assert();
            let names: Vec<_> = all.get_subcommands().map(|command| command.get_name().to_string()).collect();
            assert_eq!(
                names,
                ["check", "publish", "import", "import-each", "facts", "template", "schema", "html", "completions"]
            );
            for command in all.get_subcommands_mut() {
                let help = command.render_help().to_string();
                let has_chinese = help.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
                assert_eq!(has_chinese, lang == Lang::Zh, "{help}");
                assert_eq!(help.contains("Usage") || help.contains("Options"), lang == Lang::En, "{help}");
                for argument in command.get_arguments() {
                    assert!(argument.get_help().is_some(), "{argument} has no help");
                }
            }
        }
    }
}
