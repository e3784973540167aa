//! What a reader has chosen, as the address says it: a copied link shows what its sender saw.

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;

use crate::figure::{Asked, Choice, name};
use crate::money::Unit;
use crate::words::Lang;

/// How a reader wants the page. What the address does not say is the default: Chinese, as the document is;
/// the document's own unit; the browser's theme; text of the usual size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choices {
    /// The language.
    pub lang: Lang,
    /// The unit, where it is not the document's.
    pub unit: Option<Unit>,
    /// Whether the theme is dark, where it is not as the browser wishes.
    pub dark: Option<bool>,
    /// Whether text is large.
    pub large: bool,
}

/// The value of a parameter of the page's address.
pub fn parameter(name: &str) -> Option<String> {
    parameters()?.get(name)
}

fn parameters() -> Option<UrlSearchParams> {
    UrlSearchParams::new_with_str(&window().location().search().ok()?).ok()
}

/// What the address asks of the figures.
pub fn asked() -> Asked {
    let mut asked = Asked::default();
    for name in name::ALL {
        asked.set(Choice::new(name, parameter(name).unwrap_or_default()));
    }
    asked
}

/// Puts all that is chosen into the address; `place` is what a link leads to on the page, where that changes.
/// A new entry in the history is what the browser's back button takes back.
pub fn write(choices: Choices, asked: &Asked, place: Option<&str>, is_new: bool) {
    let chosen = [
        ("lang", (choices.lang == Lang::En).then_some("en")),
        ("unit", choices.unit.map(Unit::id)),
        ("theme", choices.dark.map(|dark| if dark { "dark" } else { "light" })),
        ("text", choices.large.then_some("large")),
    ];
    let asked = name::ALL.map(|name| (name, asked.get(name)));
    let Some(address) = parameters() else { return };
    for (name, value) in chosen.into_iter().chain(asked) {
        match value {
            Some(value) => address.set(name, value),
            None => address.delete(name),
        }
    }
    let query = String::from(address.to_string());
    let location = window().location();
    let mut url = location.pathname().unwrap_or_default();
    if !query.is_empty() {
        url.push('?');
        url.push_str(&query);
    }
    match place {
        Some(place) => {
            url.push('#');
            url.push_str(&String::from(js_sys::encode_uri_component(place)));
        }
        None => url.push_str(&location.hash().unwrap_or_default()),
    }
    if let Ok(history) = window().history() {
        // A page that may not touch its history (a sandboxed frame) works as well without.
        let _ = if is_new {
            history.push_state_with_url(&JsValue::NULL, "", Some(&url))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
        };
    }
}

impl Choices {
    /// The choices that the address names.
    pub fn from_address() -> Self {
        let named = |name, value: &str| parameter(name).as_deref() == Some(value);
        Choices {
            lang: if named("lang", "en") { Lang::En } else { Lang::Zh },
            unit: parameter("unit").and_then(|id| Unit::from_id(&id)),
            dark: if named("theme", "dark") { Some(true) } else { named("theme", "light").then_some(false) },
            large: named("text", "large"),
        }
    }

    /// Gives the page its language, text size and theme.
    pub fn dress(self) {
        let set = |id: Option<&str>, name: &str, value: &str| {
            let element = id.map_or_else(|| document().document_element(), |id| document().get_element_by_id(id));
            if let Some(element) = element {
                let _ = element.set_attribute(name, value);
            }
        };
        set(None, "lang", self.lang.pick("zh-CN", "en"));
        set(None, "data-text", if self.large { "large" } else { "" });
        // The dark style sheet applies by the browser's wish, always, or never; on paper never.
        let media = match self.dark {
            None => "screen and (prefers-color-scheme: dark)",
            Some(true) => "screen",
            Some(false) => "not all",
        };
        set(Some("dark"), "media", media);
    }
}
