//! What controls do, but for the one that shows more of a card's list, which the first module has.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::share;
use crate::figure;
use crate::locale::Lang;
use crate::markup::Action;
use crate::view::state::page::Page;

/// Does what the control says that was touched; whether it was one.
pub fn act(page: Page, touched: &Element) -> bool {
    let name = touched.closest("[data-action]").ok().flatten().and_then(|control| control.get_attribute("data-action"));
    let Some(action) = name.and_then(|name| Action::from_name(&name)) else { return false };
    let dark = untrack(|| page.is_dark());
    match action {
        Action::More => return false,
        Action::Share => share::open(page, figure_around(touched)),
        Action::Back => page.open_default(),
        Action::Close => {
            page.status.update(|status| status.trouble = None);
            // Whoever closes the alert opens the next file.
            if let Ok(Some(input)) = page.host.tree().query_selector(".menu > summary") {
                let _ = input.unchecked_into::<HtmlElement>().focus();
            }
        }
        Action::Unit(unit) => page.choices.update(|choices| choices.unit = Some(unit)),
        Action::Large => page.choices.update(|choices| choices.large = !choices.large),
        Action::Lang => page.choices.update(|choices| {
            choices.lang = if choices.lang == Lang::Zh { Lang::En } else { Lang::Zh };
        }),
        Action::Theme => page.choices.update(|choices| choices.dark = Some(!dark)),
    }
    true
}

/// The figure in whose card something is, or the whole page (`""`).
fn figure_around(element: &Element) -> &'static str {
    let place = element.closest("[data-place]").ok().flatten();
    let id = place.and_then(|place| place.get_attribute("data-place")).unwrap_or_default();
    figure::all().find(|question| question.id == id).map_or("", |question| question.id)
}
