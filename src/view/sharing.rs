//! Awaiting the fourth part, which few readers want: it is fetched when somebody shares something, or opens official files.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

use super::by_name::call;
use super::follow::follow;
use super::hear::hear;
use super::page::{Arrival, Page};
use super::patch::{make, part};
use super::split;
use crate::markup::el;

/// For what the part is wanted where official files are to be read.
pub const OFFICIAL: &str = "official";
/// The id of the line that says that the part is on its way, or did not come.
const ID: &str = "sharing";

/// Offers what can be taken away of a figure, or of the whole page (`""`), or has the waiting files read
/// ([`OFFICIAL`]), once the part for it is there.
pub fn want(page: Page, figure: &'static str) {
    page.fourth.update(|(arrival, wanted)| {
        *wanted = Some(figure);
        if *arrival == Arrival::Failed {
            *arrival = Arrival::Awaited;
        }
    });
    if let Ok(event) = web_sys::CustomEvent::new("budget-lens:wanted") {
        let _ = page.host.target().dispatch_event(&event);
    }
}

/// Listens for the part, opens what is wanted, and says so while it is awaited or where it did not come.
pub fn begin(page: Page) {
    const ARRIVED: [(&[&str], Arrival); 2] =
        [(&["budget-lens:share"], Arrival::Here), (&["budget-lens:share-failed"], Arrival::Failed)];
    for (name, arrival) in ARRIVED {
        hear(&page.host.target(), name, Box::new(move |_| page.fourth.update(|fourth| fourth.0 = arrival)));
    }
    official(page);
    follow(move || {
        let (arrival, wanted) = page.fourth.get();
        let words = untrack(|| page.words());
        match (arrival, wanted) {
            (_, None) => say("", ""),
            (Arrival::Awaited, _) => say("status", words.pick("正在准备……", "Getting it ready …")),
            (Arrival::Failed, wanted) => {
                let (zh, en) = if wanted == Some(OFFICIAL) {
                    page.status.update(|status| status.busy = false);
                    (
                        "读取官方文件的程序没有载入。请检查网络，再打开一次。",
                        "What reads official files did not arrive. Check the network and open the file again.",
                    )
                } else {
                    (
                        "分享和下载没有载入。请检查网络，再点一次。",
                        "Sharing and downloads did not arrive. Check the network and tap again.",
                    )
                };
                say("alert", words.pick(zh, en));
            }
            (Arrival::Here, Some(figure)) => {
                say("", "");
                page.fourth.update_untracked(|(_, wanted)| *wanted = None);
                match figure {
                    OFFICIAL => (split::share().take)(page),
                    figure => (split::share().open)(page, figure),
                }
            }
        }
    });
}

/// Makes the place above the figures where the part says what it has read.
fn official(page: Page) {
    let messages = page.host.tree().query_selector("main .messages").ok().flatten();
    let Some((messages, place)) = messages.zip(make(&el("div").class("official-files").into())) else { return };
    let _ = call(&messages, "after", &[place.clone().into()]);
    let is_here = move || page.fourth.get().0 == Arrival::Here;
    let heard = move |event: Event| {
        if untrack(is_here) {
            (split::share().hear)(page, &event);
        }
    };
    hear(&place, &["click", "change"], Box::new(heard));
    part(place, Box::new(move || if is_here() { (split::share().official)(page) } else { Vec::new() }));
}

/// Puts the line above the page, wherever the reader is on it; an empty one goes. A touch takes away what was read.
fn say(role: &str, text: &str) {
    if let Some(before) = document().get_element_by_id(ID) {
        before.remove();
    }
    if text.is_empty() {
        return;
    }
    let line = el("p").class("waiting").attr("id", ID).attr("role", role).text(text);
    let Some((line, body)) = make(&line.into()).zip(document().body()) else { return };
    let gone = line.clone();
    let touched = Closure::<dyn Fn()>::new(move || gone.unchecked_ref::<web_sys::Element>().remove()).into_js_value();
    let _ = line.add_event_listener_with_callback("click", touched.unchecked_ref());
    let _ = body.append_child(&line);
}
