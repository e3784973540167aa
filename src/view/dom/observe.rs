//! Watches where an element is and how wide its canvas is.

use js_sys::{Array, Object};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, ResizeObserver};

use super::effect::on_cleanup;
use super::reflect::{call, get, made, set, text};

/// Keeps `width` at the width of the element's canvas in CSS pixels, or of the element itself if it has no canvas. A
/// canvas in a closed fold has no width.
pub fn width(element: &HtmlElement, width: RwSignal<f64>) {
    let measured = element.clone();
    let changed = Closure::<dyn Fn()>::new(move || {
        let canvas = measured.query_selector("canvas").ok().flatten();
        let now = f64::from(canvas.as_ref().unwrap_or(&measured).client_width());
        if width.try_get_untracked().is_some_and(|before| (before - now).abs() > 0.1) {
            width.set(now);
        }
    });
    let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
    observer.observe(element);
    // Both live as long as the card; an observer without its closure would call freed memory.
    on_cleanup(move || {
        observer.disconnect();
        drop(changed);
    });
}

/// Keeps `is_near` at whether the element is on the screen or within `margin` of it, which is a CSS length; in a closed
/// fold it is not. Without such an observer, which sandboxes may lack, it counts as near.
pub fn nearness(element: &HtmlElement, margin: &str, is_near: RwSignal<bool>) {
    let changed = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        let now = get(&entries.get(entries.length() - 1), "isIntersecting").is_some_and(|now| now.is_truthy());
        if is_near.try_get_untracked().is_some_and(|before| before != now) {
            is_near.set(now);
        }
    });
    let options: JsValue = Object::new().into();
    let _ = set(&options, "rootMargin", &text(&[margin, " 0px"].concat()));
    match made("IntersectionObserver", &[changed.as_ref().clone(), options]) {
        Ok(observer) => {
            let _ = call(&observer, "observe", &[element.into()]);
            on_cleanup(move || {
                let _ = call(&observer, "disconnect", &[]);
                drop(changed);
            });
        }
        Err(_) => is_near.set(true),
    }
}
