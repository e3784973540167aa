//! The addresses for links and for code to embed.

use leptos::prelude::window;
use web_sys::{Url, UrlSearchParams};

use crate::view::dom::reflect::get;

/// The address of the page itself, without query, with which embedded addresses begin.
pub fn page() -> Option<String> {
    let location = window().location();
    Some(location.origin().ok()? + &location.pathname().ok()?)
}

/// The name of the page's host; empty for a file on a disk.
pub fn host() -> String {
    get(&window().location(), "host").and_then(|host| host.as_string()).unwrap_or_default()
}

/// The address of the whole page as it is now, at this figure if there is one. Everything that the reader has
/// chosen is in the page's address already.
pub fn link(figure: &str) -> Option<String> {
    let query = query()?;
    query.delete("figure");
    let query = String::from(query.to_string());
    let mark = if query.is_empty() { "" } else { "?" };
    let place = if figure.is_empty() { "" } else { "#" };
    Some([page()?.as_str(), mark, &query, place, figure].concat())
}

/// The parameters of the page's address, by name, for a single figure: with `data` where the budget is another.
pub fn choices() -> Vec<(String, String)> {
    let Some(query) = query() else { return Vec::new() };
    let names = ["data", "stats", "lang", "theme", "unit", "text"].into_iter().chain(crate::figure::param::ALL);
    // There may be several budgets.
    let all = |name: &str| query.get_all(name).iter().filter_map(|value| value.as_string()).collect::<Vec<_>>();
    names.flat_map(|name| all(name).into_iter().map(|value| (name.to_string(), value))).collect()
}

/// The absolute address of a budget that the page's address names.
pub fn beside(path: &str) -> Option<String> {
    Url::new_with_base(path, &window().location().href().ok()?).ok().map(|url| url.href())
}

fn query() -> Option<UrlSearchParams> {
    UrlSearchParams::new_with_str(&window().location().search().ok()?).ok()
}
