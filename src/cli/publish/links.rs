//! Relative links, for a page that moves some folders down.

/// What each budget has beside its own page.
const OWN: &str = "budget.json";

/// The page with every link to a file beside it (`./x.js`, `dark.css`) leading `up` to where it lies, but for the budget,
/// which moves along.
pub fn moved(html: &str, up: &str) -> String {
    let mut moved = String::with_capacity(html.len() + 256);
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        moved.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = if rest.starts_with("<!--") { rest.find("-->").map(|end| end + 3) } else { end_of_tag(rest) };
        let (tag, after) = rest.split_at(end.unwrap_or(rest.len()));
        if tag[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            write_tag(tag, up, &mut moved);
        } else {
            moved.push_str(tag);
        }
        rest = after;
    }
    moved + rest
}

/// Where a tag ends: behind the first `>` that is in no quoted value.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    for (i, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(i + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

fn write_tag(tag: &str, up: &str, moved: &mut String) {
    let mut rest = tag;
    while let Some(equals) = rest.find('=') {
        let (before, after) = rest.split_at(equals + 1);
        moved.push_str(before);
        let name = before.trim_end_matches('=').trim_end();
        let name = name.rsplit(|c: char| c.is_ascii_whitespace() || c == '"' || c == '\'').next().unwrap_or_default();
        let value = after.trim_start();
        moved.push_str(&after[..after.len() - value.len()]);
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let inner = quote.map_or(value, |quote| value.strip_prefix(quote).unwrap_or(value));
        let end = match quote {
            Some(quote) => inner.find(quote),
            None => inner.find(|c: char| c.is_ascii_whitespace() || c == '>'),
        };
        let (link, after) = inner.split_at(end.unwrap_or(inner.len()));
        moved.extend(quote);
        if ["href", "src"].iter().any(|known| name.eq_ignore_ascii_case(known)) && is_beside(link) {
            moved.push_str(up);
            moved.push_str(link.strip_prefix("./").unwrap_or(link));
        } else {
            moved.push_str(link);
        }
        // The closing quote belongs to what comes next, so that a name is never looked for in a value.
        rest = after;
        if let Some(after) = quote.and_then(|quote| rest.strip_prefix(quote)) {
            moved.extend(quote);
            rest = after;
        }
    }
    moved.push_str(rest);
}

/// Whether a link leads to a file beside the page that stays where it is.
fn is_beside(link: &str) -> bool {
    let path = link.split(['?', '#']).next().unwrap_or_default();
    let first = path.split('/').next().unwrap_or_default();
    !path.is_empty() && !path.starts_with('/') && !first.contains(':') && path.strip_prefix("./").unwrap_or(path) != OWN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_beside_the_page_are_above_it_then_and_the_budget_moves_along() {
        for (before, after) in [
            (r#"<link rel="later" href="./later-1.wasm">"#, r#"<link rel="later" href="../later-1.wasm">"#),
            (r#"<link href="dark.css" id="dark"/>"#, r#"<link href="../dark.css" id="dark"/>"#),
            ("<script src=boot.js type=module></script>", "<script src=../boot.js type=module></script>"),
            ("<a HREF = 'hosts/a.txt'>x</a>", "<a HREF = '../hosts/a.txt'>x</a>"),
            ("<a title='a > b href=x' href='y'>", "<a title='a > b href=x' href='../y'>"),
        ] {
            assert_eq!(moved(before, "../"), after);
            assert_eq!(moved(before, "/b/"), after.replace("../", "/b/"));
        }
        for same in [
            r#"<link rel="preload" href="budget.json" as="fetch">"#,
            r#"<link rel="preload" href="./budget.json">"#,
            r#"<link rel="icon" href="data:,">"#,
            r##"<a href="#表三">href="x"</a>"##,
            r#"<a href="https://a.example/b">"#,
            r#"<a href="?figure=income">"#,
            r#"<meta content="connect-src 'self'; style-src 'self'">"#,
            r#"<!-- <link href="x"> -->"#,
            r#"a < b = href="x""#,
            "<a href=",
            "<",
        ] {
            assert_eq!(moved(same, "../"), same);
        }
    }
}
