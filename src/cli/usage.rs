//! What is wrong with the arguments, in a sentence: what was not understood, what was perhaps meant, and how the command is
//! used. clap finds it, and says in its own words nothing.

use std::error::Error as _;
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::UNUSABLE;
use super::grammar::{self, PROGRAM};
use super::terminal::{Form, print, say};
use crate::locale::Lang;

/// Tells what clap has to tell: help, the version, or why it does not know what to do.
pub fn report(error: &Error, arguments: &[OsString], lang: Lang) -> ExitCode {
    if let ErrorKind::DisplayHelp | ErrorKind::DisplayVersion = error.kind() {
        return print(&(String::from(error.to_string().trim_end()) + "\n"), Form::Text, 0, lang);
    }
    let mut all = grammar::all(lang);
    let names = || arguments.iter().skip(1).map(|argument| argument.to_string_lossy());
    let called = names().find(|name| all.find_subcommand(&**name).is_some()).map(String::from);
    let why = why(error, called.as_deref().unwrap_or_default(), arguments, lang);
    let Some(called) = called else {
        // Whoever knows no command is shown them all.
        let help =
            if error.kind() == ErrorKind::MissingSubcommand { all.render_help().to_string() } else { hint("", lang) };
        say(&[&why, "\n", &help].concat());
        return ExitCode::from(UNUSABLE);
    };
    let usage = all.find_subcommand_mut(&called).map(|command| command.render_usage().to_string()).unwrap_or_default();
    let usage = usage.split_once(": ").map_or(&*usage, |(_, usage)| usage);
    say(&[&why, "\n", &lang.format("用法：{0}\n", "Usage: {0}\n", &[usage]), &hint(&called, lang)].concat());
    ExitCode::from(UNUSABLE)
}

/// Where more is told.
fn hint(command: &str, lang: Lang) -> String {
    let of = [PROGRAM, if command.is_empty() { "" } else { " " }, command].concat();
    lang.format("详细说明：{0} --help\n", "More: {0} --help\n", &[&of])
}

/// Why the arguments make no sense.
fn why(error: &Error, command: &str, arguments: &[OsString], lang: Lang) -> String {
    let context = |kind| error.get(kind).map(words).unwrap_or_default();
    // Of several that may be meant the likeliest stands last.
    let one = |kind| context(kind).pop().unwrap_or_default();
    let option = one(ContextKind::InvalidArg);
    let found = one(ContextKind::InvalidValue);
    let (zh, en, parts) = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let found = one(ContextKind::InvalidSubcommand);
            if Path::new(&found).is_file() {
                let (zh, en) = (
                    "{0} 是文件，前面要写命令。核对它：budget-lens check {0}",
                    "{0} is a file, and a command has to stand before it. To check it: budget-lens check {0}",
                );
                return lang.format(zh, en, &[&found]);
            }
            let meant = one(ContextKind::SuggestedSubcommand);
            return asked(("不认识的命令 {0}", "Unknown command {0}"), &found, &meant, lang);
        }
        ErrorKind::UnknownArgument if !option.starts_with('-') => {
            ("{1} 多写了 {0}", "{1} takes no {0}", [option, command.into()])
        }
        // A file may be called as an option is.
        ErrorKind::UnknownArgument if named_by(&option, arguments).is_some() => {
            let (zh, en) = (
                "{0} 是文件，但开头的 - 像是选项。请写成 ./{0}",
                "{0} is a file, but begins as an option does. Write ./{0}",
            );
            return lang.format(zh, en, &[&named_by(&option, arguments).unwrap_or_default()]);
        }
        ErrorKind::UnknownArgument => {
            let meant = one(ContextKind::SuggestedArg);
            return asked(("不认识的选项 {0}", "Unknown option {0}"), &option, &meant, lang);
        }
        ErrorKind::MissingSubcommand => ("没有写命令。", "No command is given.", Default::default()),
        ErrorKind::MissingRequiredArgument => {
            let missing = context(ContextKind::InvalidArg);
            let (zh, en) = missing.first().map_or(("", ""), |missing| lacking(command, missing));
            (zh, en, [command.into(), option])
        }
        ErrorKind::ArgumentConflict => {
            ("{0} 和 {1} 只能写一个", "Only one of {0} and {1} can be given", [one(ContextKind::PriorArg), option])
        }
        ErrorKind::TooManyValues => ("{0} 后面不能写 {1}", "{0} takes no value, found {1}", [option, found]),
        // The text is this program's own, see the options.
        ErrorKind::ValueValidation => match error.source() {
            Some(why) => return why.to_string(),
            None => ("{0} 后面不能写 {1}", "{0} cannot be {1}", [option, found]),
        },
        ErrorKind::InvalidValue if found.is_empty() && !option.starts_with('-') => {
            ("{0} 后面的文件名是空的", "{0}: a file's name is empty", [command.into(), option])
        }
        ErrorKind::InvalidValue if found.is_empty() => ("{0} 后面少了内容", "{0} needs a value", [option, found]),
        ErrorKind::InvalidValue => {
            let valid = context(ContextKind::ValidValue).join(lang.tr(" 或 ", " or "));
            let (zh, en) = ("{0} 要写 {1}，实为 {2}", "{0} must be {1}, found {2}");
            return lang.format(zh, en, &[name(&option), &valid, &found]);
        }
        ErrorKind::InvalidUtf8 => ("有一个参数不是 UTF-8 文字", "An argument is not UTF-8", Default::default()),
        _ => ("看不懂这些参数", "These arguments make no sense", Default::default()),
    };
    let [first, second] = parts.each_ref().map(|part| name(part));
    lang.format(zh, en, &[first, second])
}

/// The file of the arguments that was taken for this option.
fn named_by(option: &str, arguments: &[OsString]) -> Option<String> {
    let is_it = |argument: &&OsString| argument.to_string_lossy().starts_with(option) && Path::new(argument).is_file();
    arguments.iter().skip(1).find(is_it).map(|argument| argument.to_string_lossy().into_owned())
}

/// `不认识的命令 chekc，是不是 check？`
fn asked(what: (&str, &str), found: &str, meant: &str, lang: Lang) -> String {
    let told = lang.format(what.0, what.1, &[found]);
    let meant = if meant.is_empty() {
        String::new()
    } else {
        lang.format("，是不是 {0}？", ". Did you mean {0}?", &[meant])
    };
    told + &meant
}

/// What a command cannot do without; `{0}` is the command.
fn lacking(command: &str, missing: &str) -> (&'static str, &'static str) {
    match (command, name(missing)) {
        ("publish", "-o") => ("{0} 要用 -o 指出放到哪个文件夹", "{0} needs -o: the folder to make"),
        ("import-each" | "facts", "-o") => ("{0} 要用 -o 指出存到哪个文件夹", "{0} needs -o: the folder to write to"),
        (_, "-o") => ("{0} 要用 -o 指出存成哪个文件", "{0} needs -o: the file to write"),
        (_, "<SHELL>") => (
            "{0} 后面要写用的是哪种终端：bash、zsh、fish 或 powershell",
            "{0} needs the shell: bash, zsh, fish or powershell",
        ),
        (_, "<FILE>" | "<FILE>...") => ("{0} 后面要写文件", "{0} needs a file"),
        _ => ("{0} 少了 {1}", "{0} needs {1}"),
    }
}

/// An option without what stands behind it: `--url` of `--url <URL>`.
fn name(option: &str) -> &str {
    option.split_once(' ').map_or(option, |(name, _)| name)
}

fn words(value: &ContextValue) -> Vec<String> {
    match value {
        ContextValue::String(word) => vec![word.clone()],
        ContextValue::Strings(words) => words.clone(),
        _ => Vec::new(),
    }
}
