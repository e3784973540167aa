//! What a reader has chosen, as the address says it: a copied link shows what its sender saw.

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;

use crate::money::Unit;
use crate::words::Lang;

/// The reader's choices. What the address does not say is the default: Chinese, as the document is;
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
    address()?.get(name)
}

fn address() -> Option<UrlSearchParams> {
    UrlSearchParams::new_with_str(&window().location().search().ok()?).ok()
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

    /// Puts the choices into the address, without a new entry in the history.
    pub fn write(self) {
        let choices = [
            ("lang", (self.lang == Lang::En).then_some("en")),
            ("unit", self.unit.map(Unit::id)),
            ("theme", self.dark.map(|dark| if dark { "dark" } else { "light" })),
            ("text", self.large.then_some("large")),
        ];
        let Some(address) = address() else { return };
        for (name, value) in choices {
            match value {
                Some(value) => address.set(name, value),
                None => address.delete(name),
            }
        }
        let query = String::from(address.to_string());
        let location = window().location();
        let (path, hash) = (location.pathname().unwrap_or_default(), location.hash().unwrap_or_default());
        let url = if query.is_empty() { path + &hash } else { format!("{path}?{query}{hash}") };
        if let Ok(history) = window().history() {
            // A page that may not touch its history (a sandboxed frame) works as well without.
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url));
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
        // The dark style sheet applies by the browser's wish, always, or never.
        let media = match self.dark {
            None => "(prefers-color-scheme: dark)",
            Some(true) => "all",
            Some(false) => "not all",
        };
        set(Some("dark"), "media", media);
    }
}
