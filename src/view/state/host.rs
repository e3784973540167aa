//! The environment of the app: it is the whole page, or an element embedded in another site's page.
//!
//! The page has the browser's address, history and title. An element has a private address, which nobody sees,
//! and touches nothing outside its shadow tree: a page may contain several of them.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, EventTarget, HtmlElement, Url, UrlSearchParams};

use crate::view::dom::effect::on_cleanup;
use crate::view::dom::reflect::get;

/// The environment of an app: its root element and its address.
///
/// It is never freed, so that it can be copied everywhere at no cost: a removed element leaks a few words, but none of
/// the browser's elements.
#[derive(Clone, Copy)]
pub struct Host {
    /// Empty once the app is removed.
    root: &'static RefCell<Option<HtmlElement>>,
    /// An element's own address; the page has the browser's.
    own: Option<&'static RefCell<Own>>,
}

/// The address of an element.
struct Own {
    /// The absolute address of the whole page's folder, which ends with a slash.
    folder: String,
    /// The query, as in a page's address.
    query: String,
    /// The fragment: the place that was visited last.
    place: String,
}

impl Host {
    /// The whole page, built in `root`.
    pub fn page(root: HtmlElement) -> Self {
        Host { root: Box::leak(Box::new(RefCell::new(Some(root)))), own: None }
    }

    /// An element, built in `root`, with the query of its private address; the whole page is in `folder`.
    pub fn element(root: HtmlElement, query: String, folder: String) -> Self {
        let own = RefCell::new(Own { folder, query, place: String::new() });
        let host = Host { own: Some(Box::leak(Box::new(own))), ..Self::page(root) };
        on_cleanup(move || {
            let root = host.root();
            while let Some(last) = root.last_child() {
                let _ = root.remove_child(&last);
            }
            host.root.take();
        });
        host
    }

    /// A number that no other app of the page has.
    pub fn id(self) -> usize {
        std::ptr::from_ref(self.root).addr()
    }

    /// Whether the app is the whole page.
    pub fn is_page(self) -> bool {
        self.own.is_none()
    }

    /// Whether the app is the page, in a frame of another page. The browser's history is that page's, too, and going
    /// back should lead out of it and not through what was chosen in a frame.
    pub fn is_framed(self) -> bool {
        self.is_page() && get(&window(), "parent").is_some_and(|parent| parent != JsValue::from(window()))
    }

    /// Whether the app shows a single figure, embedded in a portal's page.
    pub fn is_standalone(self) -> bool {
        self.parameter("figure").is_some()
    }

    /// How many rows a single figure lists at first, if its portal sets that.
    pub fn rows(self) -> Option<usize> {
        let rows: u32 = self.parameter("rows")?.parse().ok()?;
        (self.is_standalone() && rows > 0).then_some(rows as usize)
    }

    /// The root element of the app, which nothing of it may ask for once it is removed.
    pub fn root(self) -> HtmlElement {
        self.root.borrow().clone().unwrap_or_else(|| JsValue::UNDEFINED.unchecked_into())
    }

    /// The document or shadow tree that the app is in. A shadow tree has the same methods to find elements as a
    /// document: those that begin with `get_element` and `query`, and `active_element`.
    pub fn root_node(self) -> Document {
        let shadow = if self.is_page() { None } else { self.root().parent_node() };
        shadow.map_or_else(document, JsCast::unchecked_into)
    }

    /// The element whose attributes set language and text size.
    pub fn styled_element(self) -> Option<Element> {
        if self.is_page() { document().document_element() } else { Some(self.root().into()) }
    }

    /// The event target for the events about the program's modules and the app.
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

    /// The fragment of the address, still percent-encoded.
    pub fn place(self) -> String {
        match self.own {
            Some(own) => own.borrow().place.clone(),
            None => window().location().hash().unwrap_or_default().trim_start_matches('#').into(),
        }
    }

    /// The base of relative addresses.
    pub fn base(self) -> String {
        match self.own {
            Some(own) => own.borrow().folder.clone(),
            None => window().location().href().unwrap_or_default(),
        }
    }

    /// Replaces the address; `place` is the new fragment, if it changes. With `is_new` the browser's history gets a new
    /// entry, which the back button undoes, but not in a frame (`boot.js`).
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
            // A page that may not change its history (in a sandboxed frame) works without.
            let _ = if is_new {
                history.push_state_with_url(&JsValue::NULL, "", Some(&url))
            } else {
                history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
            };
        }
    }

    /// The absolute address of a file of the program, which a district's departments share: it lies where the page's
    /// links to the program's files lead.
    pub fn program(self, file: &str) -> Option<String> {
        let style = || get(&document().get_element_by_id("dark")?.into(), "href")?.as_string();
        let base = if self.is_page() { style()? } else { self.base() };
        Url::new_with_base(file, &base).ok().map(|url| url.href())
    }

    /// The address of the whole page with the same parameters, without a fragment. It includes the page's own origin,
    /// since a path alone may begin like another site's name (`//…`).
    pub fn whole_page(self) -> String {
        let location = window().location();
        let own = || [location.origin().unwrap_or_default(), location.pathname().unwrap_or_default()].concat();
        let folder = self.own.map_or_else(own, |own| own.borrow().folder.clone());
        let Some(query) = self.parameters() else { return folder };
        // Parameters that a portal sets for its column do not apply to the whole page.
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

    /// Sets or removes a parameter of an element's address, and its fragment: an element must not scroll the portal's
    /// page by itself. Several values have spaces between.
    pub fn readdress(self, name: &str, value: Option<&str>) {
        let (Some(own), Some(query)) = (self.own, self.parameters()) else { return };
        query.delete(name);
        for value in value.into_iter().flat_map(|value| value.split(' ')) {
            query.append(name, value);
        }
        let mut own = own.borrow_mut();
        (own.query, own.place) = (query.to_string().into(), String::new());
    }

    /// Whether the host allows files of another origin. The address cannot allow them, or anyone could show forged
    /// numbers under a government's name.
    pub fn allows(self, origin: &str) -> bool {
        // `~=` matches one word of a list. No origin contains a bracket, so none can end the selector.
        let listed = |name: &str| [name, "~='", origin, "']"].concat();
        if self.is_page() {
            let meta = document().query_selector(&listed("meta[name='budget-lens:allow'][content"));
            window().location().origin().is_ok_and(|own| own == origin) || meta.is_ok_and(|meta| meta.is_some())
        } else {
            self.root().matches(&listed("[data-allow")).unwrap_or(false)
        }
    }
}
