//! A figure's scene on its canvas: drawn at the size it has, pointed at by mouse, finger and keyboard.

use std::sync::Arc;

use leptos::ev;
use leptos::html::{Canvas, Div};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

use super::card::Pointing;
use super::page::Page;
use crate::chart::{Frame, scene};
use crate::figure::{EntryId, Trace};
use crate::paint::canvas::draw;
use crate::scene::{Point, Scene};

/// Half a fingertip: how far from a mark a tap may be and still mean it.
const FINGER: f64 = 22.0;
/// How far a mouse may be.
const MOUSE: f64 = 6.0;

/// The chart of a figure, with its tooltip.
#[component]
pub fn Chart(pointing: Pointing) -> impl IntoView {
    let page = expect_context::<Page>();
    let (room, canvas) = (NodeRef::<Div>::new(), NodeRef::<Canvas>::new());
    let width = width_of(room);
    let drawing = Memo::new(move |_| {
        let frame = Frame { width: width.get(), text: page.settings.text() };
        pointing.figure.with(|figure| Some(Arc::new(scene(figure.as_ref().filter(|_| frame.width > 0.0)?, &page.words(), frame))))
    });
    let painted = StoredValue::new(0);
    Effect::new(move || {
        page.screen.track();
        let (Some(canvas), Some(drawing)) = (canvas.get(), drawing.get()) else { return };
        draw(&canvas, &drawing, page.screen.ratio(), pointing.entry().is_some(), &|entry| pointing.lights(entry));
        page.note_painted(painted);
    });

    let at = move |x: i32, y: i32, reach: f64| {
        drawing.with_untracked(|scene| scene.as_ref()?.hit(Point { x: f64::from(x), y: f64::from(y) }, reach))
    };
    let size = move |pick: fn(&Scene) -> f64| drawing.with(|scene| scene.as_ref().map(|scene| format!("{}px", pick(scene).ceil())));
    view! {
        <div class="chart" node_ref=room>
            <canvas node_ref=canvas tabindex="0" role="img"
                aria-label=move || label(pointing, page)
                style:height=move || size(|scene| scene.height)
                on:pointermove=move |event| {
                    if event.pointer_type() == "mouse" {
                        pointing.over.set(at(event.offset_x(), event.offset_y(), MOUSE));
                    }
                }
                on:pointerleave=move |_| pointing.over.set(None)
                on:click=move |event| {
                    let hit = at(event.offset_x(), event.offset_y(), FINGER);
                    pointing.pinned.update(|pinned| *pinned = if *pinned == hit { None } else { hit });
                }
                on:keydown=move |event| walk(&event, pointing, drawing)
                on:blur=move |_| pointing.over.set(None)
            ></canvas>
            <Tooltip pointing drawing/>
        </div>
    }
}

/// What the chart shows, for those who do not see it: the answer, and how to walk through its marks.
fn label(pointing: Pointing, page: Page) -> String {
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
    let current = pointing.over.get_untracked().or(pointing.pinned.get_untracked());
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
            pointing.over.set(None);
            return pointing.pinned.set(None);
        }
        _ => return,
    };
    event.prevent_default();
    pointing.over.set(order.get(next).copied());
}

/// Names what is pointed at, with its amount, share and place in the document. Read aloud when it changes.
#[component]
fn Tooltip(pointing: Pointing, drawing: Memo<Option<Arc<Scene>>>) -> impl IntoView {
    let page = expect_context::<Page>();
    let place = Memo::new(move |_| {
        let entry = pointing.entry()?;
        drawing.with(|scene| {
            let scene = scene.as_ref()?;
            let rect = scene.anchor(entry)?;
            Some((rect.centre().x / scene.width * 100.0, rect.y + rect.height + 6.0))
        })
    });
    let text = move || {
        let words = page.words();
        let id = pointing.entry()?;
        pointing.figure.with(|figure| {
            let entry = figure.as_ref()?.entries.get(id)?;
            let unit = if entry.money.is_some() { words.unit_name() } else { "" };
            let share = entry.share.map(|share| format!(" · {share}")).unwrap_or_default();
            let change = entry.change.filter(|change| !change.is_zero()).map(|change| {
                format!("{} {}", words.pick("比上年", "On last year"), words.change(change))
            });
            let trace = entry.trace.as_ref().map(Trace::path);
            Some(view! {
                <b>{entry.name.clone()}</b>
                <span>{format!("{} {unit}{share}", entry.amount)}</span>
                {change.map(|change| view! { <span>{change}</span> })}
                {trace.map(|trace| view! { <small>{trace}</small> })}
            })
        })
    };
    view! {
        <div class="tooltip" role="status"
            class:hidden=move || place.get().is_none()
            data-pinned=move || (pointing.pinned.get().is_some() && pointing.entry() == pointing.pinned.get()).to_string()
            style:left=move || place.get().map(|(x, _)| format!("{}%", whole(x)))
            style:top=move || place.get().map(|(_, y)| format!("{}px", whole(y)))
            style:transform=move || place.get().map(|(x, _)| format!("translateX(-{}%)", whole(x)))
        >{text}</div>
    }
}

/// A style's number to the pixel: formatting floats would cost the page's first module kilobytes.
#[allow(clippy::cast_possible_truncation)] // a place on the screen
fn whole(number: f64) -> i32 {
    number.round() as i32
}

/// The width of an element in CSS pixels, now and whenever it changes.
fn width_of(element: NodeRef<Div>) -> RwSignal<f64> {
    let width = RwSignal::new(0.0);
    Effect::new(move || {
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
