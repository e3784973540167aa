//! Where the app lives: it is the whole page, or an element in somebody else's page.
//!
//! The page has the browser's address, history and title. An element has an address of its own, which nobody sees,
//! and touches nothing outside the tree that it stands in: several of them live side by side.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, EventTarget, HtmlElement, UrlSearchParams};

use crate::view::dom::effect::on_cleanup;

/// Where an app lives, and how it is addressed.
///
/// It is never freed, so that it can be copied everywhere at no cost: an element that goes leaves a few words and an
/// empty wrapper behind.
#[derive(Clone, Copy)]
pub struct Host {
    root: &'static HtmlElement,
    /// An element's own address; the page has the browser's.
    own: Option<&'static RefCell<Own>>,
}

/// The address of an element.
struct Own {
    /// Where the whole page lies, as an absolute address that ends with a slash.
    folder: String,
    /// What is asked, as a page's address has it behind its question mark.
    query: String,
    /// The place that was gone to last.
    place: String,
}

impl Host {
    /// The whole page, built in `root`.
    pub fn page(root: HtmlElement) -> Self {
        Host { root: Box::leak(Box::new(root)), own: None }
    }

    /// An element, built in `root`, asked as by an address with this query; the whole page lies in `folder`.
    pub fn element(root: HtmlElement, query: String, folder: String) -> Self {
        let own = RefCell::new(Own { folder, query, place: String::new() });
        let host = Host { own: Some(Box::leak(Box::new(own))), ..Self::page(root) };
        on_cleanup(move || {
            while let Some(last) = host.root.last_child() {
                let _ = host.root.remove_child(&last);
            }
        });
        host
    }

    /// Whether the app is the whole page.
    pub fn is_page(self) -> bool {
        self.own.is_none()
    }

    /// Whether the app shows one figure alone, in a portal's column.
    pub fn is_standalone(self) -> bool {
        self.parameter("figure").is_some()
    }

    /// How many rows a figure alone lists at first, where its portal says so.
    pub fn rows(self) -> Option<usize> {
        let rows: u32 = self.parameter("rows")?.parse().ok()?;
        (self.is_standalone() && rows > 0).then_some(rows as usize)
    }

    /// What the app is built in.
    pub fn root(self) -> HtmlElement {
        self.root.clone()
    }

    /// The tree that the app stands in. For an element that is a shadow tree, which finds elements by the same
    /// methods as a document does: those that begin with `get_element` and `query`, and `active_element`.
    pub fn root_node(self) -> Document {
        let shadow = if self.is_page() { None } else { self.root.parent_node() };
        shadow.map_or_else(document, JsCast::unchecked_into)
    }

    /// What carries the language, the size of text, and the explanation of a term.
    pub fn styled_element(self) -> Option<Element> {
        if self.is_page() { document().document_element() } else { Some(self.root().into()) }
    }

    /// What hears from the program's parts, and is told of the app.
    pub fn target(self) -> EventTarget {
        if self.is_page() { document().into() } else { self.root().into() }
    }

    /// The value of a parameter of the address.
    pub fn parameter(self, name: &str) -> Option<String> {
        self.parameters()?.get(name)
    }

    /// All parameters of the address.
    pub fn parameters(self) -> Option<UrlSearchParams> {
        let query = match self.own {
            Some(own) => own.borrow().query.clone(),
            None => window().location().search().ok()?,
        };
        UrlSearchParams::new_with_str(&query).ok()
    }

    /// The place on the page that the address names, as it is written there.
    pub fn place(self) -> String {
        match self.own {
            Some(own) => own.borrow().place.clone(),
            None => window().location().hash().unwrap_or_default().trim_start_matches('#').into(),
        }
    }

    /// What relative addresses are relative to.
    pub fn base(self) -> String {
        match self.own {
            Some(own) => own.borrow().folder.clone(),
            None => window().location().href().unwrap_or_default(),
        }
    }

    /// Writes the address anew; `place` is what a link leads to on the page, where that changes. A new entry in the
    /// history is what the browser's back button takes back.
    pub fn write(self, query: String, place: Option<&str>, is_new: bool) {
        let place = place.map(|place| String::from(js_sys::encode_uri_component(place)));
        if let Some(own) = self.own {
            let mut own = own.borrow_mut();
            own.query = query;
            if let Some(place) = place {
                own.place = place;
            }
            return;
        }
        let location = window().location();
        let mut url = location.pathname().unwrap_or_default();
        if !query.is_empty() {
            url.push('?');
            url.push_str(&query);
        }
        match place {
            Some(place) => {
                url.push('#');
                url.push_str(&place);
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

    /// The address of the whole page that shows the same, without a place on it. Its origin and its path are the
    /// page's own, whatever the address says; a path alone may begin like another site's name (`//…`).
    pub fn whole_page(self) -> String {
        let location = window().location();
        let own = || [location.origin().unwrap_or_default(), location.pathname().unwrap_or_default()].concat();
        let folder = self.own.map_or_else(own, |own| own.borrow().folder.clone());
        let Some(query) = self.parameters() else { return folder };
        // A portal's column says nothing of what its reader wants of the page.
        for own in ["figure", "detail", "rows"] {
            query.delete(own);
        }
        if !self.is_page() {
            query.delete("theme");
        }
        match String::from(query.to_string()) {
            query if query.is_empty() => folder,
            query => [&folder, "?", &query].concat(),
        }
    }

    /// Gives a parameter of an element's address another value, or none. The address then leads to no place: an element
    /// does not scroll the page that it stands in by itself.
    pub fn readdress(self, name: &str, value: Option<&str>) {
        let (Some(own), Some(query)) = (self.own, self.parameters()) else { return };
        match value {
            Some(value) => query.set(name, value),
            None => query.delete(name),
        }
        let mut own = own.borrow_mut();
        (own.query, own.place) = (query.to_string().into(), String::new());
    }

    /// Whether the host lets files of this other origin be shown. That is never the address's to say: anyone could
    /// show forged numbers under a government's name.
    pub fn allows(self, origin: &str) -> bool {
        // A list of words is what the operator is for. No origin has a bracket in it, so none can end the selector.
        let listed = |name: &str| [name, "~='", origin, "']"].concat();
        if self.is_page() {
            let meta = document().query_selector(&listed("meta[name='budget-lens:allow'][content"));
            window().location().origin().is_ok_and(|own| own == origin) || meta.is_ok_and(|meta| meta.is_some())
        } else {
            self.root().matches(&listed("[data-allow")).unwrap_or(false)
        }
    }
}
