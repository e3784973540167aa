//! The language in which the command line speaks: the one asked for, else that of the machine.

use std::env;
use std::ffi::OsString;

use clap::ArgMatches;

use crate::locale::Lang;

/// The variables that say a machine's language, the strongest first.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language that the arguments ask for, before anybody knows whether they make sense: what is wrong with them has to
/// be told in it.
pub fn of(arguments: &[OsString]) -> Lang {
    let words = || arguments.iter().map(|word| word.to_string_lossy());
    let asked = words().find_map(|word| word.strip_prefix("--lang=").and_then(named));
    let behind = || words().skip_while(|word| word != "--lang").nth(1).and_then(|word| named(&word));
    asked.or_else(behind).unwrap_or_else(of_machine)
}

/// The language that was asked for, where one was.
pub fn asked(matches: &ArgMatches) -> Option<Lang> {
    matches.get_one::<String>("lang").and_then(|word| named(word))
}

fn named(word: &str) -> Option<Lang> {
    match word {
        "zh" => Some(Lang::Zh),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// The language of the machine, which the environment or, on Windows and macOS, the system names; Chinese, as the budgets
/// are, where neither does.
pub fn of_machine() -> Lang {
    let said = VARIABLES.iter().filter_map(|name| env::var(name).ok()).find(|value| !value.is_empty());
    of_locale(&said.or_else(sys_locale::get_locale).unwrap_or_default())
}

fn of_locale(locale: &str) -> Lang {
    let language = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
    if ["", "C", "POSIX", "zh"].contains(&language) { Lang::Zh } else { Lang::En }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_that_says_nothing_speaks_chinese() {
        for (locale, lang) in [
            ("", Lang::Zh),
            ("C", Lang::Zh),
            ("C.UTF-8", Lang::Zh),
            ("POSIX", Lang::Zh),
            ("zh_CN.UTF-8", Lang::Zh),
            ("zh-Hans", Lang::Zh),
            ("en_US.UTF-8", Lang::En),
            ("de_DE@euro", Lang::En),
        ] {
            assert_eq!(of_locale(locale), lang, "{locale}");
        }
    }

    #[test]
    fn what_is_asked_for_counts_also_where_the_rest_is_wrong() {
        let of = |words: &[&str]| of(&words.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(of(&["chekc", "--lang=en"]), Lang::En);
        assert_eq!(of(&["chekc", "--lang", "en", "--htm"]), Lang::En);
        assert_eq!(of(&["check", "--lang=fr", "--lang", "zh"]), Lang::Zh);
    }
}
