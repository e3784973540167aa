//! The legend: every entry with its amount and share, wide enough for a finger.

use leptos::prelude::*;

use super::card::Pointing;
use super::page::Page;
use crate::figure::{EntryId, Figure};
use crate::paint::SERIES;
use crate::words::{Lang, Words};

/// As many entries as a phone shows at once; the others come when asked for.
const FIRST: usize = 12;

/// The legend of a figure. Its entries and the chart's marks light each other up.
#[component]
pub fn Legend(pointing: Pointing) -> impl IntoView {
    let page = expect_context::<Page>();
    let all = RwSignal::new(false);
    let count = Memo::new(move |_| pointing.figure.with(|figure| figure.as_ref().map_or(0, |figure| figure.legend.len())));
    let entries = move || {
        let most = if all.get() { usize::MAX } else { FIRST };
        let words = page.words();
        pointing.figure.with(|figure| {
            let figure = figure.as_ref()?;
            Some(figure.legend.iter().take(most).map(|&id| item(figure, id, pointing, &words)).collect_view())
        })
    };
    let more = move || {
        (count.get() > FIRST && !all.get()).then(|| {
            let label = match page.words().lang {
                Lang::Zh => format!("显示全部 {} 项", count.get()),
                Lang::En => format!("Show all {}", count.get()),
            };
            view! { <button type="button" class="link" on:click=move |_| all.set(true)>{label}</button> }
        })
    };
    view! {
        <div class="legend">
            <ul>{entries}</ul>
            {more}
        </div>
    }
}

fn item(figure: &Figure, id: EntryId, pointing: Pointing, words: &Words) -> impl IntoView + use<> {
    let entry = &figure.entries[id];
    let series = entry.series.min(SERIES).to_string();
    let change = entry.change.filter(|change| !change.is_zero()).map(|change| {
        let change = words.change(change);
        match words.lang {
            Lang::Zh => format!("比上年 {change}"),
            Lang::En => format!("{change} on last year"),
        }
    });
    let share = entry.share.map(|share| share.to_string()).unwrap_or_default();
    let trace = entry.trace.as_ref().map(crate::figure::Trace::path);
    view! {
        <li>
            <button type="button" data-entry=id.to_string() title=trace
                class:lit=move || pointing.lights_legend(id)
                aria-pressed=move || (pointing.pinned.get() == Some(id)).to_string()
                on:mouseenter=move |_| pointing.over.set(Some(id))
                on:mouseleave=move |_| pointing.over.set(None)
                on:click=move |_| pointing.toggle(Some(id))
            >
                <i data-series=series></i>
                <span class="name">{entry.name.clone()}
                    {entry.note.clone().map(|note| view! { <small>{note}</small> })}
                    {change.map(|change| view! { <small>{change}</small> })}
                </span>
                <span class="amount" class:blank=entry.money.is_none()>{entry.amount.clone()}</span>
                <span class="share">{share}</span>
            </button>
        </li>
    }
}
