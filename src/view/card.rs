//! One question: its answer, chart, legend, table and source; or that the document lacks it.

use std::sync::Arc;

use leptos::prelude::*;

use super::chart::Chart;
use super::legend::Legend;
use super::page::Page;
use super::table::Table;
use crate::figure::{EntryId, Figure, Question};
use crate::words::Lang;

/// What a reader points at in a figure: a mark, a legend entry, or by keyboard.
#[derive(Clone, Copy)]
pub struct Pointing {
    /// The figure.
    pub figure: Memo<Option<Arc<Figure>>>,
    /// Under the pointer or the keyboard's focus.
    pub over: RwSignal<Option<EntryId>>,
    /// Pinned by a tap or a key, until the next one.
    pub pinned: RwSignal<Option<EntryId>>,
}

impl Pointing {
    /// The entry that is pointed at, or else the pinned one.
    pub fn entry(self) -> Option<EntryId> {
        self.over.get().or(self.pinned.get())
    }

    /// Pins an entry, or takes the pin out of it.
    pub fn toggle(self, entry: Option<EntryId>) {
        self.pinned.update(|pinned| *pinned = if *pinned == entry { None } else { entry });
    }

    /// Whether `entry` belongs to what is pointed at: the same, or a part of it, or what it is a part of.
    pub fn lights(self, entry: EntryId) -> bool {
        let Some(pointed) = self.entry() else { return false };
        self.figure.with(|figure| {
            let legend = |id: EntryId| figure.as_ref().and_then(|figure| figure.entries.get(id)).map(|entry| entry.legend);
            entry == pointed || legend(entry) == Some(pointed) && legend(pointed) == Some(pointed)
        })
    }

    /// Whether the legend's `entry` is what is pointed at, or what that is a part of.
    pub fn lights_legend(self, entry: EntryId) -> bool {
        let Some(pointed) = self.entry() else { return false };
        let legend = self.figure.with(|figure| figure.as_ref().and_then(|figure| figure.entries.get(pointed)).map(|entry| entry.legend));
        entry == pointed || legend == Some(entry)
    }
}

/// One question's card. Its parts follow the figure; the card itself stays, and with it focus and scroll.
#[component]
pub fn Card(question: &'static Question, figure: Memo<Option<Arc<Figure>>>) -> impl IntoView {
    let page = expect_context::<Page>();
    let pointing = Pointing { figure, over: RwSignal::new(None), pinned: RwSignal::new(None) };
    // Another budget has other entries.
    Effect::new(move || {
        page.shown.track();
        pointing.over.set(None);
        pointing.pinned.set(None);
    });
    let text = move |pick: fn(&Figure) -> &String| figure.with(|figure| figure.as_ref().map(|figure| pick(figure).clone()));
    let notes = move || figure.with(|figure| figure.as_ref().map(|figure| figure.notes.clone()).unwrap_or_default());
    let there = Memo::new(move |_| figure.with(Option::is_some));
    move || {
        if there.get() {
            view! {
                <figure class="card" id=question.id data-figure=question.id>
                    <p class="question">{move || text(|figure| &figure.question)}</p>
                    <figcaption>{move || text(|figure| &figure.answer)}</figcaption>
                    <div class="body">
                        <div class="drawn">
                            <Chart pointing/>
                            {move || notes().into_iter().map(|note| view! { <p class="note">{note}</p> }).collect_view()}
                        </div>
                        <Legend pointing/>
                    </div>
                    <Table figure/>
                    <p class="source">{move || text(|figure| &figure.source)}</p>
                </figure>
            }
            .into_any()
        } else {
            view! {
                {move || page.shown.with(Option::is_some).then(|| view! {
                    <section class="card lacking" id=question.id><p>{move || lacking(question, page.settings.lang.get())}</p></section>
                })}
            }
            .into_any()
        }
    }
}

fn lacking(question: &Question, lang: Lang) -> String {
    let (zh, en) = question.lacking;
    match lang {
        Lang::Zh => format!("这份文件{zh}，所以这里没有图。"),
        Lang::En => format!("This document has {en}, so there is no figure here."),
    }
}
