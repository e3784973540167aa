//! Names the files that readers save from the page.

/// The most characters of a name before its extension: in UTF-8 they take less than the 255 bytes of file systems.
const MAX: usize = 80;

/// Joins the parts that are not empty into a file name with this extension: `服务中心-2026-钱用在哪里.csv`.
///
/// The parts are text of a document that anybody may have written. Characters that Windows does not allow in names are
/// left out, and so are dots (a name that begins with `CON.` is a device there) and characters that change the writing
/// direction, by which a name can pretend to another extension.
pub fn file_name(parts: &[&str], ending: &str) -> String {
    let mut name = String::new();
    for part in parts.iter().map(|part| plain(part)).filter(|part| !part.is_empty()) {
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(&part);
    }
    let name: String = name.chars().take(MAX).collect();
    [if name.is_empty() { "budget" } else { &name }, ".", ending].concat()
}

fn plain(part: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let forbidden =
        |c: char| matches!(c, '\\' | '/' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '.' | '？' | '\u{feff}');
    let kept: String = part.chars().filter(|c| !c.is_control() && !turns(*c) && !forbidden(*c)).collect();
    kept.trim().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_who_when_and_what() {
        assert_eq!(file_name(&["服务中心", "2026", "钱用在哪里？"], "csv"), "服务中心-2026-钱用在哪里.csv");
    }

    #[test]
    fn no_system_refuses_the_name_or_takes_it_for_another() {
        assert_eq!(file_name(&["..\\..\\a/b:c*?\"<>|", " "], "json"), "abc.json");
        assert_eq!(file_name(&["CON.", "2026"], "csv"), "CON-2026.csv");
        assert_eq!(file_name(&["\u{202e}gpj\n"], "html"), "gpj.html");
        assert_eq!(file_name(&["", "？"], "html"), "budget.html");
        assert!(file_name(&["局".repeat(300).as_str()], "json").len() < 255);
    }
}
