//! A figure's scene on its canvas: drawn at the size it has, pointed at by mouse, finger and keyboard.

use std::sync::Arc;

use leptos::ev;
use leptos::html::{Canvas, Div};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

use super::follow::follow;
use super::page::Page;
use super::patch::patch;
use super::pointing::Pointing;
use crate::chart::{Frame, scene};
use crate::figure::EntryId;
use crate::markup::{self, Node};
use crate::paint::canvas::draw;
use crate::scene::{Point, Scene};

/// Half a fingertip: how far from a mark a tap may be and still mean it.
const FINGER: f64 = 22.0;
/// How far a mouse may be.
const MOUSE: f64 = 6.0;

/// The chart of a figure, with its tooltip.
#[component]
pub fn Chart(page: Page, pointing: Pointing) -> impl IntoView {
    let (room, canvas, tip) = (NodeRef::<Div>::new(), NodeRef::<Canvas>::new(), NodeRef::<Div>::new());
    let width = width_of(room);
    let draw_scene = move |_: Option<&_>| {
        let frame = Frame { width: width.get(), text: if page.choices.get().large { 18.0 } else { 14.0 } };
        pointing.figure.with(|figure| Some(Arc::new(scene(figure.as_ref().filter(|_| frame.width > 0.0)?, &page.words(), frame))))
    };
    let drawing = Memo::new_with_compare(draw_scene, |_, _| true);
    follow(move || {
        let screen = page.screen.get();
        let (Some(canvas), Some(drawing)) = (canvas.get(), drawing.get()) else { return };
        let _ = canvas.set_attribute("aria-label", &label(page, pointing));
        draw(&canvas, &drawing, screen.ratio, pointing.at.get().entry().is_some(), &|entry| pointing.lights(entry));
    });
    let said = StoredValue::new(Vec::new());
    follow(move || {
        let Some(tip) = tip.get() else { return };
        let new = tooltip(page, pointing);
        place(&tip, pointing, drawing);
        said.update_value(|old| {
            patch(&tip, old, &new);
            *old = new;
        });
    });

    let at = move |event: &web_sys::MouseEvent, reach: f64| {
        let point = Point { x: f64::from(event.offset_x()), y: f64::from(event.offset_y()) };
        drawing.with_untracked(|scene| scene.as_ref()?.hit(point, reach))
    };
    view! {
        <div class="chart" node_ref=room>
            <canvas node_ref=canvas tabindex="0" role="img"
                on:pointermove=move |event| {
                    if event.pointer_type() == "mouse" {
                        pointing.change(|to| to.over = at(&event, MOUSE));
                    }
                }
                on:pointerleave=move |_| pointing.change(|at| at.over = None)
                on:click=move |event| pointing.toggle(at(&event, FINGER))
                on:keydown=move |event| walk(&event, pointing, drawing)
                on:blur=move |_| pointing.change(|at| at.over = None)
            ></canvas>
            <div class="tooltip" role="status" node_ref=tip></div>
        </div>
    }
}

/// Names what is pointed at. Read aloud when it changes.
fn tooltip(page: Page, pointing: Pointing) -> Vec<Node> {
    let Some(id) = pointing.at.get().entry() else { return Vec::new() };
    pointing.figure.with(|figure| {
        let entry = figure.as_ref().and_then(|figure| figure.entries.get(id));
        entry.map(|entry| markup::tooltip(entry, &page.words())).unwrap_or_default().into_iter().map(Node::Element).collect()
    })
}

/// Puts the tooltip below the mark, as far to the left or right as keeps it inside the chart.
fn place(tip: &web_sys::HtmlElement, pointing: Pointing, drawing: Memo<Option<Arc<Scene>>>) {
    let at = pointing.at.get();
    let spot = at.entry().and_then(|entry| {
        drawing.with(|scene| {
            let (scene, rect) = (scene.as_ref()?, scene.as_ref()?.anchor(entry)?);
            Some((whole(rect.centre().x / scene.width * 100.0), whole(rect.y + rect.height + 6.0)))
        })
    });
    let pinned = at.pinned.is_some() && at.entry() == at.pinned;
    let _ = tip.set_attribute("data-pinned", &pinned.to_string());
    tip.set_hidden(spot.is_none());
    if let Some((x, y)) = spot {
        let style = tip.style();
        let _ = style.set_property("left", &format!("{x}%"));
        let _ = style.set_property("top", &format!("{y}px"));
        let _ = style.set_property("transform", &format!("translateX(-{x}%)"));
    }
}

/// What the chart shows, for those who do not see it: the answer, and how to walk through its marks.
fn label(page: Page, pointing: Pointing) -> String {
    let answer = pointing.figure.with(|figure| figure.as_ref().map(|figure| figure.answer.clone()).unwrap_or_default());
    answer + page.words().pick("用方向键逐项查看，回车固定。", " Arrow keys walk through the entries, Enter pins one.")
}

/// The keyboard's walk: arrows, first, last; Enter pins, Escape lets go.
fn walk(event: &ev::KeyboardEvent, pointing: Pointing, drawing: Memo<Option<Arc<Scene>>>) {
    let order: Vec<EntryId> = drawing.with_untracked(|scene| {
        let targets = scene.iter().flat_map(|scene| scene.targets.iter());
        targets.map(|(entry, _)| *entry).collect()
    });
    let Some(last) = order.len().checked_sub(1) else { return };
    let current = pointing.at.get_untracked().entry();
    let here = current.and_then(|entry| order.iter().position(|id| *id == entry));
    let next = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => here.map_or(0, |i| if i == last { 0 } else { i + 1 }),
        "ArrowLeft" | "ArrowUp" => here.map_or(last, |i| if i == 0 { last } else { i - 1 }),
        "Home" => 0,
        "End" => last,
        "Enter" | " " => {
            event.prevent_default();
            return pointing.toggle(current);
        }
        "Escape" => {
            return pointing.change(|at| (at.over, at.pinned) = (None, None));
        }
        _ => return,
    };
    event.prevent_default();
    pointing.change(|at| at.over = order.get(next).copied());
}

/// A style's number to the pixel: formatting floats would cost the page's first module kilobytes.
#[allow(clippy::cast_possible_truncation)] // a place on the screen
fn whole(number: f64) -> i32 {
    number.round() as i32
}

/// The width of an element in CSS pixels, now and whenever it changes.
fn width_of(element: NodeRef<Div>) -> RwSignal<f64> {
    let width = RwSignal::new(0.0);
    follow(move || {
        let Some(element) = element.get() else { return };
        width.set(f64::from(element.client_width()));
        let measured = element.clone();
        let changed = Closure::<dyn Fn()>::new(move || {
            let now = f64::from(measured.client_width());
            if width.try_get_untracked().is_some_and(|before| (before - now).abs() > 0.1) {
                width.set(now);
            }
        });
        let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
        observer.observe(&element);
        // Both live until the chart goes; an observer without its closure would call into nothing.
        let kept = StoredValue::new_local((observer, changed));
        on_cleanup(move || {
            let _ = kept.try_with_value(|(observer, _)| observer.disconnect());
        });
    });
    width
}
