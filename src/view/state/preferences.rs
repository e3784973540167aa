//! The reader's settings and parameters in the page's address, so that a copied link shows what its sender saw.

use web_sys::Element;

use super::host::Host;
use crate::figure::{Param, Query, param};
use crate::locale::{Lang, TextSize};
use crate::money::Unit;

/// The reader's settings. Defaults, where the address has none, are Chinese, as the document is;
/// the document's own unit; the browser's theme; text of the usual size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preferences {
    /// The language.
    pub lang: Lang,
    /// The unit, where it is not the document's.
    pub unit: Option<Unit>,
    /// Whether the theme is dark, if the reader has chosen one and not the browser's.
    pub dark: Option<bool>,
    /// How large text is.
    pub text: TextSize,
}

/// The parameters of figures in the address.
pub fn query(host: Host) -> Query {
    let mut query = Query::default();
    for name in param::ALL {
        query.set(Param::new(name, host.parameter(name).unwrap_or_default()));
    }
    query
}

/// Writes all settings and parameters into the address; `place` is the new fragment, if it changes. With `is_new`
/// the browser's history gets a new entry, which the back button undoes.
pub fn write(host: Host, preferences: Preferences, query: &Query, place: Option<&str>, is_new: bool) {
    let chosen = [
        ("lang", (preferences.lang == Lang::En).then_some("en")),
        ("unit", preferences.unit.map(Unit::id)),
        ("theme", preferences.dark.map(|dark| if dark { "dark" } else { "light" })),
        ("text", Some(preferences.text.id()).filter(|id| !id.is_empty())),
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
    /// The settings in the address.
    pub fn from_address(host: Host) -> Self {
        let named = |name, value: &str| host.parameter(name).as_deref() == Some(value);
        Preferences {
            lang: if named("lang", "en") { Lang::En } else { Lang::Zh },
            unit: host.parameter("unit").and_then(|id| Unit::from_id(&id)),
            dark: if named("theme", "dark") { Some(true) } else { named("theme", "light").then_some(false) },
            text: if named("text", "large") {
                TextSize::Large
            } else if named("text", "largest") {
                TextSize::Largest
            } else {
                TextSize::Usual
            },
        }
    }

    /// Applies language, text size and theme to the page.
    pub fn apply(self, host: Host) {
        let (styled_element, dark) = (host.styled_element(), host.root_node().get_element_by_id("dark"));
        let set = |element: &Option<Element>, name: &str, value: &str| {
            if let Some(element) = element {
                let _ = element.set_attribute(name, value);
            }
        };
        set(&styled_element, "lang", self.lang.tr("zh-CN", "en"));
        set(&styled_element, "data-text", self.text.id());
        // How much of a single figure its portal shows; the style sheet hides the rest.
        set(&styled_element, "data-detail", &host.parameter("detail").unwrap_or_default());
        // The dark style sheet applies if the browser prefers it, always, or never; never on paper.
        let media = match self.dark {
            None => "screen and (prefers-color-scheme: dark)",
            Some(true) => "screen",
            Some(false) => "not all",
        };
        set(&dark, "media", media);
    }
}
