//! A reader's own file: chosen, or dropped onto the page.

use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use web_sys::DragEvent;

use super::page::Page;

/// The file input, as a button.
#[component]
pub fn OpenButton() -> impl IntoView {
    let page = expect_context::<Page>();
    let input = NodeRef::<Input>::new();
    let choose = move |_| {
        let Some(input) = input.get_untracked() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            page.open_file(file);
        }
        // So that the same file, mended meanwhile, can be chosen again.
        input.set_value("");
    };
    view! {
        <label class="button open">
            {move || page.words().pick("打开", "Open")}
            <input type="file" accept=".json,application/json" node_ref=input on:change=choose
                aria-label=move || page.words().pick("打开你自己的预算文件（JSON），不会上传", "Open a budget file of your own (JSON); it is not uploaded")/>
        </label>
    }
}

/// The whole page takes a dropped file, and says so while one hovers over it.
#[component]
pub fn DropTarget() -> impl IntoView {
    let page = expect_context::<Page>();
    let over = RwSignal::new(false);
    let carries_files = |event: &DragEvent| {
        event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
    };
    let handles = [
        window_event_listener(ev::dragover, move |event| {
            if carries_files(&event) {
                event.prevent_default();
                over.set(true);
            }
        }),
        window_event_listener(ev::dragleave, move |event| {
            // Leaving the window, not one element for another.
            if event.related_target().is_none() {
                over.set(false);
            }
        }),
    ];
    let drop = window_event_listener(ev::drop, move |event| {
        event.prevent_default();
        over.set(false);
        if let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)) {
            page.open_file(file);
        }
    });
    on_cleanup(move || {
        handles.into_iter().for_each(|handle| handle.remove());
        drop.remove();
    });
    view! {
        <p class="drop" class:hidden=move || !over.get()>
            {move || page.words().pick("松手打开这个文件", "Let go to open this file")}
        </p>
    }
}

/// The name of the reader's file, with a way back.
#[component]
pub fn FileName() -> impl IntoView {
    let page = expect_context::<Page>();
    move || {
        page.file.get().map(|name| {
            let words = page.words();
            view! {
                <p class="file" role="status">
                    {words.pick("正在看你打开的文件：", "You are looking at your own file: ")}<b>{name}</b>" "
                    <button type="button" class="link" data-back="" on:click=move |_| page.open_default()>
                        {words.pick("回到本站的预算", "Back to this site's budget")}
                    </button>
                </p>
            }
        })
    }
}
