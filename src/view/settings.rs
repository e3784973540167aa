//! What a reader has chosen, as the address says it: a copied link shows what its sender saw.

use leptos::prelude::*;
use web_sys::UrlSearchParams;

use super::screen::Screen;
use crate::money::Unit;
use crate::words::Lang;

/// The reader's choices. What the address does not say is the default: Chinese, as the document is;
/// the document's own unit; the browser's theme; text of the usual size.
#[derive(Clone, Copy)]
pub struct Settings {
    /// The language.
    pub lang: RwSignal<Lang>,
    /// The unit, where it is not the document's.
    pub unit: RwSignal<Option<Unit>>,
    /// The theme, where it is not the browser's.
    pub theme: RwSignal<Option<Theme>>,
    /// Whether text is large.
    pub large: RwSignal<bool>,
    screen: Screen,
}

/// A theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    const fn id(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// The value of a parameter of the page's address.
pub fn parameter(name: &str) -> Option<String> {
    address()?.get(name)
}

fn address() -> Option<UrlSearchParams> {
    UrlSearchParams::new_with_str(&window().location().search().ok()?).ok()
}

impl Settings {
    /// The choices that the address names, kept in it from now on.
    pub fn from_address(screen: Screen) -> Self {
        let settings = Settings {
            lang: RwSignal::new(if parameter("lang").as_deref() == Some("en") { Lang::En } else { Lang::Zh }),
            unit: RwSignal::new(parameter("unit").and_then(|id| Unit::from_id(&id))),
            theme: RwSignal::new(match parameter("theme").as_deref() {
                Some("light") => Some(Theme::Light),
                Some("dark") => Some(Theme::Dark),
                _ => None,
            }),
            large: RwSignal::new(parameter("text").as_deref() == Some("large")),
            screen,
        };
        Effect::new(move || settings.write());
        Effect::new(move || settings.dress());
        settings
    }

    /// Puts the choices into the address, without a new entry in the history.
    fn write(self) {
        let choices = [
            ("lang", (self.lang.get() == Lang::En).then_some("en")),
            ("unit", self.unit.get().map(Unit::id)),
            ("theme", self.theme.get().map(Theme::id)),
            ("text", self.large.get().then_some("large")),
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
            let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&url));
        }
    }

    /// Gives the page its language, text size and theme.
    fn dress(self) {
        let Some(root) = document().document_element() else { return };
        let set = |name, value: Option<&str>| {
            let _ = match value {
                Some(value) => root.set_attribute(name, value),
                None => root.remove_attribute(name),
            };
        };
        set("lang", Some(self.lang.get().pick("zh-CN", "en")));
        set("data-text", self.large.get().then_some("large"));
        // The dark style sheet applies by the browser's wish, always, or never.
        let media = match self.theme.get() {
            None => "(prefers-color-scheme: dark)",
            Some(Theme::Dark) => "all",
            Some(Theme::Light) => "not all",
        };
        if let Some(link) = document().get_element_by_id("dark") {
            let _ = link.set_attribute("media", media);
        }
        self.screen.restyled();
    }

    /// Whether the page is dark now.
    pub fn is_dark(self) -> bool {
        self.theme.get().map_or_else(|| self.screen.prefers_dark(), |theme| theme == Theme::Dark)
    }

    /// The size of words in charts, in CSS pixels.
    pub fn text(self) -> f64 {
        if self.large.get() { 18.0 } else { 14.0 }
    }
}
