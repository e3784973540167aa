//! What a reader has chosen, as the address says it: a copied link shows what its sender saw.

use web_sys::Element;

use super::host::Host;
use crate::figure::{Param, Query, param};
use crate::locale::Lang;
use crate::money::Unit;

/// How a reader wants the page. What the address does not say is the default: Chinese, as the document is;
/// the document's own unit; the browser's theme; text of the usual size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preferences {
    /// The language.
    pub lang: Lang,
    /// The unit, where it is not the document's.
    pub unit: Option<Unit>,
    /// Whether the theme is dark, where it is not as the browser wishes.
    pub dark: Option<bool>,
    /// Whether text is large.
    pub large: bool,
}

/// What the address asks of the figures.
pub fn query(host: Host) -> Query {
    let mut query = Query::default();
    for name in param::ALL {
        query.set(Param::new(name, host.parameter(name).unwrap_or_default()));
    }
    query
}

/// Puts all that is chosen into the address; `place` is what a link leads to on the page, where that changes.
/// A new entry in the history is what the browser's back button takes back.
pub fn write(host: Host, preferences: Preferences, query: &Query, place: Option<&str>, is_new: bool) {
    let chosen = [
        ("lang", (preferences.lang == Lang::En).then_some("en")),
        ("unit", preferences.unit.map(Unit::id)),
        ("theme", preferences.dark.map(|dark| if dark { "dark" } else { "light" })),
        ("text", preferences.large.then_some("large")),
    ];
    let query = param::ALL.map(|name| (name, query.get(name)));
    let Some(address) = host.parameters() else { return };
    for (name, value) in chosen.into_iter().chain(query) {
        match value {
            Some(value) => address.set(name, value),
            None => address.delete(name),
        }
    }
    host.write(String::from(address.to_string()), place, is_new);
}

impl Preferences {
    /// The choices that the address names.
    pub fn from_address(host: Host) -> Self {
        let named = |name, value: &str| host.parameter(name).as_deref() == Some(value);
        Preferences {
            lang: if named("lang", "en") { Lang::En } else { Lang::Zh },
            unit: host.parameter("unit").and_then(|id| Unit::from_id(&id)),
            dark: if named("theme", "dark") { Some(true) } else { named("theme", "light").then_some(false) },
            large: named("text", "large"),
        }
    }

    /// Gives the app its language, text size and theme.
    pub fn apply(self, host: Host) {
        let (styled_element, dark) = (host.styled_element(), host.root_node().get_element_by_id("dark"));
        let set = |element: &Option<Element>, name: &str, value: &str| {
            if let Some(element) = element {
                let _ = element.set_attribute(name, value);
            }
        };
        set(&styled_element, "lang", self.lang.tr("zh-CN", "en"));
        set(&styled_element, "data-text", if self.large { "large" } else { "" });
        // How much of a figure alone its portal wants; the style sheet hides the rest.
        set(&styled_element, "data-detail", &host.parameter("detail").unwrap_or_default());
        // The dark style sheet applies by the browser's wish, always, or never; on paper never.
        let media = match self.dark {
            None => "screen and (prefers-color-scheme: dark)",
            Some(true) => "screen",
            Some(false) => "not all",
        };
        set(&dark, "media", media);
    }
}
