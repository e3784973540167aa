//! What was asked for.

use crate::words::Lang;

/// What was asked for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options<'a> {
    /// The budgets, one at least.
    pub files: Vec<&'a str>,
    /// The folder to make, or to replace.
    pub folder: &'a str,
    /// Where the folder will be on the web, with a slash at its end.
    pub url: Option<String>,
    /// The built page to take.
    pub page: Option<&'a str>,
    /// The font of the pictures.
    pub font: Option<&'a str>,
    /// Whether budgets are published in which numbers do not agree.
    pub allow_mismatch: bool,
    /// The language of the messages, and of the list of several departments.
    pub lang: Lang,
}

impl<'a> Options<'a> {
    /// What the arguments ask for; `None` where they make no sense.
    pub fn of(arguments: &[&'a str]) -> Option<Self> {
        let mut options = Options::default();
        let mut arguments = arguments.iter().copied();
        while let Some(argument) = arguments.next() {
            let (name, value) = argument.split_once('=').map_or((argument, None), |(name, value)| (name, Some(value)));
            let mut value = || value.or_else(|| arguments.next()).filter(|value| !value.is_empty());
            match name {
                "-o" => options.folder = value()?,
                "--url" => options.url = Some(address(value()?)?),
                "--page" => options.page = Some(value()?),
                "--font" => options.font = Some(value()?),
                "--lang" => {
                    options.lang = match value()? {
                        "zh" => Lang::Zh,
                        "en" => Lang::En,
                        _ => return None,
                    };
                }
                "--allow-mismatch" if name == argument => options.allow_mismatch = true,
                "--" if name == argument => options.files.extend(arguments.by_ref()),
                _ if argument.starts_with('-') => return None,
                _ => options.files.push(argument),
            }
        }
        (!options.files.is_empty() && !options.folder.is_empty()).then_some(options)
    }
}

/// An address of the web as others are put together with it: with a slash at its end, and nothing behind a path.
fn address(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '?' | '#' | '"' | '<' | '>' | '\\' | '@');
    (!rest.starts_with('/') && !rest.is_empty() && rest.chars().all(plain))
        .then(|| [url.trim_end_matches('/'), "/"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(Options::of(arguments), None, "{arguments:?}");
        }
    }

    #[test]
    fn values_stand_behind_an_option_or_in_it() {
        let apart = Options::of(&["a.json", "-o", "site", "--url", "https://a.example/b", "--lang", "en"]).unwrap();
        let within = Options::of(&["-o=site", "--url=https://a.example/b/", "--lang=en", "--", "a.json"]).unwrap();
        assert_eq!(apart, within);
        assert_eq!(apart.url.as_deref(), Some("https://a.example/b/"));
    }
}
