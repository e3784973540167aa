//! The walk through the marks of a chart by keyboard, which is told in words: where one is, and of how many.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::announce::say;
use crate::chart::{self, ChartSize};
use crate::figure::{EntryId, Figure};
use crate::locale::Locale;
use crate::markup::OF;
use crate::money::Money;
use crate::scene::Scene;
use crate::view::state::app_state::AppState;

/// How many charts are remembered; a page has fewer.
const MOST: usize = 64;

/// What is told of a chart.
struct Walk {
    /// The answer above it, by which it is known.
    answer: String,
    /// Its marks in the order of the keys.
    order: Vec<EntryId>,
    /// How many there are, and the largest and the smallest.
    overview: String,
}

thread_local! {
    /// The charts that are drawn, the last one last.
    static WALKS: RefCell<Vec<Walk>> = const { RefCell::new(Vec::new()) };
}

/// The scene of a figure, whose marks are remembered.
pub fn scene(figure: &Figure, locale: Locale, size: ChartSize) -> Scene {
    let scene = chart::scene(figure, locale, size);
    let order: Vec<_> = scene.targets.iter().map(|(id, _)| *id).collect();
    let walk = Walk { answer: figure.answer.to_string(), overview: overview(figure, &order, locale), order };
    WALKS.with_borrow_mut(|walks| {
        walks.retain(|other| other.answer != walk.answer);
        if walks.len() == MOST {
            walks.remove(0);
        }
        walks.push(walk);
    });
    scene
}

fn overview(figure: &Figure, order: &[EntryId], locale: Locale) -> String {
    let entries = || order.iter().filter_map(|id| figure.entries.get(*id)).filter(|entry| entry.money.is_some());
    let size = |entry: &&crate::figure::Entry| entry.money.map_or(0, Money::millionths);
    let count = order.len().to_string();
    let Some((largest, smallest)) =
        entries().max_by_key(size).zip(entries().min_by_key(size)).filter(|_| order.len() > 1)
    else {
        return locale.format("图里有 {0} 项。", "{0} in the chart.", &[&count]);
    };
    let [most, least] = [largest, smallest].map(|entry| [&entry.name, " ", &entry.with_unit(locale)].concat());
    let (zh, en) =
        ("图里有 {0} 项，最大的是{1}，最小的是{2}。", "{0} in the chart, the largest {1}, the smallest {2}.");
    locale.format(zh, en, &[&count, &most, &least])
}

/// Tells where a key has led, or what the chart has when it gets the focus; always returns `false`, since the cards do
/// the rest.
pub fn follow(app: AppState, target: &Element, event: &Event) -> bool {
    let is_key = event.type_() == "keydown";
    if target.tag_name() != "CANVAS" || !is_key && event.type_() != "focusin" {
        return false;
    }
    let locale = untrack(|| app.locale());
    let key = if is_key { event.unchecked_ref::<KeyboardEvent>().key() } else { String::new() };
    let Some(chart) = target.parent_element() else { return false };
    let answer =
        chart.closest("figure").ok().flatten().and_then(|figure| figure.query_selector("figcaption").ok().flatten());
    let answer = answer.and_then(|answer| answer.text_content()).unwrap_or_default();
    let is_pin = matches!(key.as_str(), "Enter" | " ");
    let told = move || {
        WALKS.with_borrow(|walks| {
            let walk = walks.iter().find(|walk| walk.answer == answer);
            if !is_key {
                return walk.map(|walk| walk.overview.clone());
            }
            let tip = chart.query_selector(&["[", OF, "]"].concat()).ok()??;
            if is_pin {
                let is_pinned = tip.get_attribute("data-pinned").as_deref() == Some("true");
                let (zh, en) = ("已固定，Tab 键到里面的链接。", "Pinned; Tab leads to the links in it.");
                return is_pinned.then(|| locale.tr(zh, en).into());
            }
            let place = tip.get_attribute(OF).and_then(|id| id.parse::<EntryId>().ok());
            let place = walk
                .and_then(|walk| Some((walk.order.iter().position(|id| Some(*id) == place)? + 1, walk.order.len())));
            let place = place.map(|(at, all)| {
                locale.format("第 {0} 项，共 {1} 项", "{0} of {1}", &[&at.to_string(), &all.to_string()])
            });
            let lines = tip.children();
            let lines = (0..lines.length()).filter_map(|i| lines.item(i)?.text_content());
            let told: Vec<_> = lines.chain(place).collect();
            Some(told.join(locale.tr("，", ", ")))
        })
    };
    let is_step = key.starts_with("Arrow") || matches!(key.as_str(), "Home" | "End");
    let is_seen = || target.matches(":focus-visible").unwrap_or(false);
    if is_step || is_pin || !is_key && is_seen() {
        app.spawn(async move {
            app.updates.done().await;
            if let Some(told) = told() {
                say(app, &told);
            }
        });
    }
    false
}
