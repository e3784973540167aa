//! What was asked for.

use std::io::{self, IsTerminal};

use super::wrap;
use crate::words::Lang;

/// What the report is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// Lines for a person.
    #[default]
    Text,
    /// One JSON object a file.
    Json,
    /// A page to print.
    Html,
}

/// What was asked for.
#[derive(Debug, Default)]
pub struct Options<'a> {
    /// The files, one at least.
    pub files: Vec<&'a str>,
    /// What the report is written as.
    pub form: Form,
    /// Whether all is listed, what holds included.
    pub all: bool,
    /// Whether every rounding difference is listed.
    pub rounding: bool,
    /// The language of the findings; JSON has both.
    pub lang: Lang,
    /// Whether verdicts are coloured.
    pub colour: bool,
    /// How many columns a line may take; a Chinese character takes two.
    pub width: usize,
}

impl<'a> Options<'a> {
    /// What the arguments ask for; `None` where they make no sense.
    pub fn of(arguments: &[&'a str]) -> Option<Self> {
        let mut options = Options { colour: has_colour(), width: wrap::width(), ..Options::default() };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match *argument {
                "--json" | "--html" if options.form != Form::Text => return None,
                "--json" => options.form = Form::Json,
                "--html" => options.form = Form::Html,
                "--all" => (options.all, options.rounding) = (true, true),
                "--rounding" => options.rounding = true,
                "--lang=zh" => options.lang = Lang::Zh,
                "--lang=en" => options.lang = Lang::En,
                "--" => options.files.extend(arguments.by_ref()),
                option if option.starts_with('-') && option != "-" => return None,
                file => options.files.push(file),
            }
        }
        (!options.files.is_empty()).then_some(options)
    }
}

/// Colours are for terminals whose owner has nothing against them (<https://no-color.org>).
fn has_colour() -> bool {
    io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_that_make_no_sense_are_refused() {
        for bad in [&[][..], &["--json"], &["--jsn", "a"], &["--lang=fr", "a"], &["--json", "--html", "a"]] {
            assert!(Options::of(bad).is_none(), "{bad:?}");
        }
        let options = Options::of(&["a.json", "--lang=en", "--", "--all"]).unwrap();
        assert_eq!((options.files, options.all, options.lang), (vec!["a.json", "--all"], false, Lang::En));
    }
}
