//! The page from top to bottom.

use std::sync::Arc;

use leptos::prelude::*;

use super::alert::Alert;
use super::card::Card;
use super::opening::DropTarget;
use super::page::Page;
use super::settings::parameter;
use super::toolbar::{Footer, Toolbar, UnitSwitch};
use crate::figure::{Fact, Figure, QUESTIONS, Question, headline};

/// The whole page, or one figure of it where the address names one (`figure=ID`).
#[component]
pub fn App() -> impl IntoView {
    let page = Page::new();
    provide_context(page);
    page.open_default();
    Effect::new(move || title(page));

    let only = parameter("figure").filter(|id| QUESTIONS.iter().any(|question| question.id == id));
    let whole = only.is_none();
    let questions = QUESTIONS.iter().filter(|question| only.as_deref().is_none_or(|id| id == question.id));
    let figures: Vec<_> = questions.map(|question| (question, answer(page, question))).collect();
    let memos: Vec<_> = figures.iter().map(|(_, figure)| *figure).collect();
    page.announce_when_painted(move || memos.iter().map(|figure| u32::from(figure.with(Option::is_some))).sum());

    let cards = figures.into_iter().map(|(question, figure)| view! { <Card question figure/> }).collect_view();
    view! {
        {whole.then(|| view! { <Toolbar/> })}
        <main class:lone=!whole aria-busy=move || page.busy.get().to_string()>
            <DropTarget/>
            <Alert/>
            <Waiting/>
            {whole.then(|| view! { <Headline/> })}
            <div class="cards">{cards}</div>
        </main>
        {whole.then(|| view! { <Footer/> })}
    }
}

/// The figure that answers a question, for the budget that is shown and as the reader wants it told.
fn answer(page: Page, question: &'static Question) -> Memo<Option<Arc<Figure>>> {
    Memo::new(move |_| page.shown.with(|shown| (question.answer)(&shown.as_ref()?.budget, &page.words()).map(Arc::new)))
}

/// Says that the first file is on its way.
#[component]
fn Waiting() -> impl IntoView {
    let page = expect_context::<Page>();
    let waiting = move || page.busy.get() && page.shown.with(Option::is_none);
    move || waiting().then(|| view! { <p class="waiting">{page.words().pick("正在打开预算……", "Opening the budget …")}</p> })
}

/// Who, which year, how much, mostly on what.
#[component]
fn Headline() -> impl IntoView {
    let page = expect_context::<Page>();
    let head = Memo::new(move |_| page.shown.with(|shown| Some(headline(&shown.as_ref()?.budget, &page.words()))));
    let part = move |pick: fn(&crate::figure::Headline) -> String| head.with(|head| head.as_ref().map(pick).unwrap_or_default());
    let facts = move || head.with(|head| head.as_ref().map(|head| head.facts.clone()).unwrap_or_default());
    let fact = |Fact { name, value, detail }: Fact| view! { <div><dt>{name}</dt><dd>{value}" "<small>{detail}</small></dd></div> };
    let there = Memo::new(move |_| head.with(Option::is_some));
    move || {
        there.get().then(|| {
            view! {
                <header class="headline">
                    <div>
                        <p class="who">{move || part(|head| head.occasion.clone())}</p>
                        <h1>{move || part(|head| head.department.clone())}</h1>
                        <p class="big">
                            <span class="number">{move || part(|head| head.total.clone().unwrap_or_else(|| "—".into()))}</span>
                            <UnitSwitch/>
                        </p>
                        <p class="lead">{move || part(|head| head.lead.clone())}</p>
                    </div>
                    <dl class="facts">{move || facts().into_iter().map(fact).collect_view()}</dl>
                </header>
            }
        })
    }
}

/// The document's title follows what is shown.
fn title(page: Page) {
    let words = page.words();
    let name = words.pick("预算透视", "Budget Lens");
    let text = page.shown.with(|shown| {
        let head = headline(&shown.as_ref()?.budget, &words);
        Some(format!("{} · {} · {name}", head.department, head.occasion))
    });
    if let Some(text) = text {
        document().set_title(&text);
    }
}
