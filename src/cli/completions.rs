//! `budget-lens completions bash`: what a shell needs to complete commands, options and files behind the program's name.

use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command};
use clap_complete::{Generator, Shell};

use super::grammar::{self, PROGRAM, finished};
use super::terminal::{self, Form, print};
use crate::locale::Lang;

/// The shells that are written for, by the names that they go by.
const SHELLS: [(&str, Shell); 4] =
    [("bash", Shell::Bash), ("zsh", Shell::Zsh), ("fish", Shell::Fish), ("powershell", Shell::PowerShell)];

/// In bash's script a program whose name has a hyphen is looked for by another label than the one that it stands under
/// (<https://github.com/clap-rs/clap/issues/6421>).
const MISTAKEN: &str = "budget__subcmd__lens";
const MEANT: &str = "budget__lens";

/// What may be asked for.
pub fn command(lang: Lang) -> Command {
    let about = lang.tr(
        "打印命令行的自动补全脚本；怎样装见 docs/publish.md",
        "Print a script by which a shell completes what is typed; see docs/publish.md",
    );
    let shell = Arg::new("shell")
        .value_name("SHELL")
        .required(true)
        .value_parser(SHELLS.map(|(name, _)| name))
        .hide_possible_values(true)
        .help_heading(lang.tr("终端", "Shell"))
        .help(lang.tr("bash、zsh、fish 或 powershell", "bash, zsh, fish or powershell"));
    finished(Command::new("completions").arg(shell), lang).about(about).override_usage("budget-lens completions SHELL")
}

/// Prints the script; what it says of commands and options is in the language that is spoken.
pub fn run(matches: &ArgMatches, lang: Lang) -> ExitCode {
    let asked = matches.get_one::<String>("shell");
    let shell = SHELLS.into_iter().find(|(name, _)| asked.is_some_and(|asked| asked == name));
    let mut all = grammar::all(lang);
    all.set_bin_name(PROGRAM);
    all.build();
    let mut script = Vec::new();
    match shell.map_or(Ok(()), |(_, shell)| shell.try_generate(&all, &mut script)) {
        Ok(()) => print(&String::from_utf8_lossy(&script).replace(MISTAKEN, MEANT), Form::Text, 0, lang),
        Err(error) => terminal::finished(Err(error), 0, lang),
    }
}
