//! The page's head and foot: what a reader can choose.

use leptos::prelude::*;

use super::opening::{FileName, OpenButton};
use super::page::Page;
use super::settings::Theme;
use crate::money::Unit;
use crate::words::{Lang, Words};

/// The brand, large text, and opening a file.
#[component]
pub fn Toolbar() -> impl IntoView {
    let page = expect_context::<Page>();
    let large = page.settings.large;
    view! {
        <div class="toolbar">
            <p class="brand"><i></i>{move || page.words().pick("预算透视", "Budget Lens")}</p>
            <button type="button" class="button" aria-pressed=move || large.get().to_string() on:click=move |_| large.update(|large| *large = !*large)>
                {move || page.words().pick("大字", "Large text")}
            </button>
            <OpenButton/>
        </div>
    }
}

/// The unit of every amount on the page.
#[component]
pub fn UnitSwitch() -> impl IntoView {
    let page = expect_context::<Page>();
    let choice = move |unit: Unit| {
        let chosen = move || page.words().unit == unit;
        view! {
            <button type="button" data-unit=unit.id() aria-pressed=move || chosen().to_string() on:click=move |_| page.settings.unit.set(Some(unit))>
                {move || Words { unit, ..page.words() }.unit_name()}
            </button>
        }
    };
    view! {
        <span class="units" role="group" aria-label=move || page.words().pick("金额单位", "Unit of amounts")>
            {Unit::CHOICE.map(choice).collect_view()}
        </span>
    }
}

/// Which file is shown, the language, the theme, and that nothing leaves the machine.
#[component]
pub fn Footer() -> impl IntoView {
    let page = expect_context::<Page>();
    let settings = page.settings;
    let switch_lang = move |_| settings.lang.update(|lang| *lang = if *lang == Lang::Zh { Lang::En } else { Lang::Zh });
    let switch_theme = move |_| {
        let theme = if settings.is_dark() { Theme::Light } else { Theme::Dark };
        settings.theme.set(Some(theme));
    };
    view! {
        <footer>
            <FileName/>
            <p>{move || page.words().pick("一切都在你的浏览器里完成，不上传任何东西。", "Everything happens in your browser; nothing is uploaded.")}</p>
            <p class="choices">
                <button type="button" class="link" data-switch="lang" on:click=switch_lang>{move || page.words().pick("English", "中文")}</button>
                <button type="button" class="link" data-switch="theme" on:click=switch_theme>
                    {move || if settings.is_dark() { page.words().pick("浅色", "Light") } else { page.words().pick("深色", "Dark") }}
                </button>
            </p>
        </footer>
    }
}
