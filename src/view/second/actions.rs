//! Carries out the actions of controls, except showing more of a card's list, which the first module does.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{announce, lines, statistics};
use crate::figure;
use crate::locale::{Lang, TextSize};
use crate::markup::Action;
use crate::money::Unit;
use crate::view::dom::frames::next_frame;
use crate::view::state::app_state::{AppState, ModuleState};

/// Carries out the action of the control that was touched; returns whether it was a control.
pub fn act(app: AppState, touched: &Element) -> bool {
    let name = touched.closest("[data-action]").ok().flatten().and_then(|control| control.get_attribute("data-action"));
    let Some(action) = name.and_then(|name| Action::from_name(&name)) else { return false };
    let dark = untrack(|| app.is_dark());
    match action {
        Action::More => {
            lines::go_on(app, touched);
            return false;
        }
        Action::Share => share(app, figure_around(touched)),
        Action::Back => app.open_default(),
        Action::Close => {
            statistics::close(app);
            app.status.update(|status| status.failure = None);
            // Whoever closes the alert opens the next file.
            if let Ok(Some(input)) = app.host.root_node().query_selector(".menu > summary") {
                let _ = input.unchecked_into::<HtmlElement>().focus();
            }
        }
        Action::Unit(unit) => app.preferences.update(|preferences| preferences.unit = Some(unit)),
        Action::Large => app.preferences.update(|preferences| {
            preferences.text = if preferences.text == TextSize::Usual { TextSize::Large } else { TextSize::Usual };
        }),
        Action::Largest => app.preferences.update(|preferences| {
            preferences.text = if preferences.text == TextSize::Largest { TextSize::Large } else { TextSize::Largest };
        }),
        Action::Lang => app.preferences.update(|preferences| {
            preferences.lang = if preferences.lang == Lang::Zh { Lang::En } else { Lang::Zh };
        }),
        Action::Theme => app.preferences.update(|preferences| preferences.dark = Some(!dark)),
    }
    if let Some(told) = told(app, action) {
        announce::say(app, told);
    }
    true
}

/// What an action has changed that no reader of the page's words is told otherwise.
fn told(app: AppState, action: Action) -> Option<&'static str> {
    let (locale, preferences) = (untrack(|| app.locale()), app.preferences.get_untracked());
    Some(match action {
        Action::Unit(Unit::Yuan) => locale.tr("金额改以元显示。", "Amounts are in yuan now."),
        Action::Unit(Unit::Wan) => locale.tr("金额改以万元显示。", "Amounts are in wan yuan now, of 10,000 yuan each."),
        Action::Unit(Unit::Yi) => {
            locale.tr("金额改以亿元显示。", "Amounts are in yi yuan now, of 100 million yuan each.")
        }
        Action::Large | Action::Largest => match preferences.text {
            TextSize::Usual => locale.tr("已换回平常的字。", "Text has its usual size again."),
            TextSize::Large => locale.tr("已换成大字。", "Text is large now."),
            TextSize::Largest => locale.tr("已换成特大字。", "Text is as large as it gets now."),
        },
        Action::Theme if preferences.dark == Some(true) => locale.tr("已换成深色。", "The page is dark now."),
        Action::Theme => locale.tr("已换成浅色。", "The page is light now."),
        Action::Lang => locale.tr("页面改用中文。", "The page is in English now."),
        _ => return None,
    })
}

/// The id of the figure whose card an element is in, or `""` for the whole page.
fn figure_around(element: &Element) -> &'static str {
    let place = element.closest("[data-place]").ok().flatten();
    let id = place.and_then(|place| place.get_attribute("data-place")).unwrap_or_default();
    figure::all().find(|question| question.id == id).map_or("", |question| question.id)
}

/// Opens the dialog to share, as soon as its module has loaded.
fn share(app: AppState, figure: &'static str) {
    app.spawn(async move {
        while matches!(app.third.get_untracked(), ModuleState::Loading) {
            next_frame().await;
        }
        match untrack(|| app.third_module()) {
            Some(third) => (third.share)(app, figure),
            // That it did not arrive is said at the top of the page.
            None => {
                if let Ok(Some(said)) = app.host.root_node().query_selector(".alert") {
                    said.scroll_into_view();
                }
            }
        }
    });
}
