//! One question: its answer, chart, legend, table and source; or that the document lacks it.

use std::sync::Arc;

use leptos::prelude::*;

use super::app::named;
use super::chart::Chart;
use super::follow::follow;
use super::page::Page;
use super::patch::Markup;
use super::pointing::{At, Pointing};
use crate::figure::{Figure, Question};
use crate::markup::{self, Action, Element};

/// One question's card. The card stays while its figure changes, and with it focus and scroll.
#[component]
pub fn Card(page: Page, question: &'static Question, figure: Memo<Option<Arc<Figure>>>) -> impl IntoView {
    let pointing = Pointing::new(figure);
    // Another budget has other entries.
    follow(move || {
        page.shown.track();
        pointing.change(|at| *at = At::default());
    });
    let part = move |make: fn(&Figure, Page) -> Vec<Element>| {
        Signal::derive(move || figure.with(|figure| figure.as_ref().map(|figure| make(figure, page)).unwrap_or_default()))
    };
    let above = part(|figure, _| markup::above(figure));
    let notes = part(|figure, _| markup::notes(figure));
    let below = part(|figure, page| markup::below(figure, &page.words()));
    let legend = Signal::derive(move || {
        figure.with(|figure| {
            let Some(figure) = figure else { return Vec::new() };
            let at = pointing.at.get();
            markup::legend(figure, |id| pointing.lights_legend(id), at.pinned, at.all, &page.words())
        })
    });
    let lacking = Signal::derive(move || {
        let lacks = figure.with(Option::is_none) && page.shown.with(Option::is_some);
        if lacks { vec![markup::lacking(question, &page.words())] } else { Vec::new() }
    });
    let there = Memo::new(move |_| figure.with(Option::is_some));
    let id = question.id;
    move || {
        if !there.get() {
            return view! { <div id=id><Markup class="lacking" tree=lacking/></div> }.into_any();
        }
        view! {
            <figure class="card" id=id data-figure=id
                on:click=move |event| {
                    if let Some(entry) = named(&event, "data-entry").and_then(|id| id.parse().ok()) {
                        pointing.toggle(Some(entry));
                    } else if named(&event, "data-action").is_some_and(|name| name == Action::All.name()) {
                        pointing.change(|at| at.all = true);
                    }
                }
                on:mouseover=move |event| {
                    if let Some(entry) = named(&event, "data-entry").and_then(|id| id.parse().ok()) {
                        pointing.change(|at| at.over = Some(entry));
                    }
                }
                on:mouseleave=move |_| pointing.change(|at| at.over = None)
            >
                <Markup class="above" tree=above/>
                <div class="body">
                    <div class="drawn">
                        <Chart page pointing/>
                        <Markup class="notes" tree=notes/>
                    </div>
                    <Markup class="legend" tree=legend/>
                </div>
                <Markup class="below" tree=below/>
            </figure>
        }
        .into_any()
    }
}
