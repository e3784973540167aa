//! What went wrong, in place: plain sentences, the technical detail folded.

use leptos::prelude::*;

use super::page::{Page, Trouble};
use crate::load::Fault;
use crate::words::{Lang, Words};

/// The trouble with the last file, or the oddities of the one that is shown.
#[component]
pub fn Alert() -> impl IntoView {
    let page = expect_context::<Page>();
    let close = move |_| page.trouble.set(None);
    let trouble = move || page.trouble.get().map(|trouble| view! { <Faults trouble on_close=close/> });
    let notes = move || {
        let notes = page.shown.with(|shown| shown.as_ref().map(|loaded| loaded.notes.clone()).unwrap_or_default());
        (!notes.is_empty()).then(|| notice(&notes, &page.words()))
    };
    view! { {trouble}{notes} }
}

#[component]
fn Faults(trouble: Trouble, on_close: impl Fn(web_sys::MouseEvent) + 'static) -> impl IntoView {
    let page = expect_context::<Page>();
    let words = page.words();
    let count = trouble.faults.len();
    let title = match words.lang {
        Lang::Zh => format!("打不开“{}”", trouble.name),
        Lang::En => format!("“{}” cannot be opened", trouble.name),
    };
    let many = (count > 1).then(|| match words.lang {
        Lang::Zh => format!("共发现 {count} 处："),
        Lang::En => format!("{count} faults:"),
    });
    let kept = page.shown.with_untracked(Option::is_some);
    let kept = kept.then(|| words.pick("页面上原来的内容没有变。", "What was on the page is unchanged."));
    view! {
        <section class="alert" role="alert">
            <h2>{title}</h2>
            {many.map(|many| view! { <p>{many}</p> })}
            {sentences(&trouble.faults, words.lang)}
            {kept.map(|kept| view! { <p>{kept}</p> })}
            {details(&trouble.faults, &words)}
            <button type="button" class="button" on:click=on_close>{words.pick("知道了", "Close")}</button>
        </section>
    }
}

/// What is odd about the file that is shown, without being wrong.
fn notice(notes: &[Fault], words: &Words) -> impl IntoView + use<> {
    view! {
        <details class="notice" role="status">
            <summary>{match words.lang {
                Lang::Zh => format!("这个文件里有 {} 处不认识的内容，已略过", notes.len()),
                Lang::En => format!("{} parts of this file are unknown and were passed over", notes.len()),
            }}</summary>
            {sentences(notes, words.lang)}
        </details>
    }
}

fn sentences(faults: &[Fault], lang: Lang) -> impl IntoView + use<> {
    let items = faults.iter().map(|fault| view! { <li>{fault.sentence(lang)}</li> }).collect_view();
    view! { <ul>{items}</ul> }
}

fn details(faults: &[Fault], words: &Words) -> impl IntoView + use<> {
    let text = faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    view! {
        <details>
            <summary>{words.pick("技术细节", "Technical detail")}</summary>
            <pre>{text}</pre>
        </details>
    }
}
