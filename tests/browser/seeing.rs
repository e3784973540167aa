//! Seeing: nothing that has the focus is hidden, lines can be seen, and a system's own colours keep every sign.

use serde_json::{Value, json};

use super::page::Page;
use super::visit::Visit;

fn media(page: &Page, features: &Value) {
    page.session.chrome("Emulation.setEmulatedMedia", &json!({"features": features}));
}

#[test]
fn nothing_that_has_the_focus_is_hidden_by_the_bar() {
    for query in ["", "text=large"] {
        let page = Visit::at_desk().query(query).open().ready().checked();
        page.run("document.querySelector('.simple .button')?.click()", Value::Null);
        // Backwards, as with Shift and the tabulator: what comes next lies above.
        let hidden = page.value("[...document.querySelectorAll('main a[href], main button, main summary, main input, main [tabindex=\"0\"]')].reverse()
            .filter((element) => element.checkVisibility()).filter((element) => {
                element.focus();
                const bar = document.querySelector('.toolbar').getBoundingClientRect().bottom;
                return document.activeElement !== element || element.getBoundingClientRect().top < bar - 1 && element.getBoundingClientRect().height < innerHeight - bar;
            }).map((element) => element.outerHTML.slice(0, 80))");
        assert_eq!(hidden, json!([]), "{query}");
    }
}

#[test]
fn numbers_in_sentences_lists_and_tables_have_a_line_below_them() {
    let page = Visit::by_phone().open().ready().checked();
    let bare = page.value("[...document.querySelectorAll('figcaption a, .note a, .lead a, .big a, .exact a, .first .amount a, a.amount, td a, .term')]
        .filter((a) => !a.matches('.flag') && !getComputedStyle(a).textDecorationLine.includes('underline')).map((a) => a.outerHTML.slice(0, 80))");
    assert_eq!(bare, json!([]));
}

#[test]
fn in_forced_colours_signs_drawings_and_what_is_chosen_can_be_seen() {
    let forced =
        json!([{"name": "forced-colors", "value": "active"}, {"name": "prefers-color-scheme", "value": "dark"}]);
    for query in ["theme=light", "theme=dark"] {
        let page = Visit::at_desk().query(query).open_in(|session| {
            session.chrome("Emulation.setEmulatedMedia", &json!({"features": forced}));
        });
        let page = page.ready().checked();
        let ground = page.style("body", "background-color");
        for (what, part) in [
            ("td .flag", "::before"),
            (".finding .badge[data-verdict=mismatch]", "::before"),
            ("[aria-pressed=true]", ""),
        ] {
            let colour = page.run("return getComputedStyle(document.querySelector(arguments[0][0]), arguments[0][1] || null).backgroundColor", json!([what, part]));
            assert!(
                colour != json!(ground) && colour != json!("rgba(0, 0, 0, 0)"),
                "{query}: {what} is {colour} on {ground}"
            );
        }
        // A drawing stands on the ground that its own colours are made for.
        let card = page.run("const probe = document.createElement('i'); probe.style.cssText = 'forced-color-adjust: none; background: var(--card)'; document.body.append(probe); return getComputedStyle(probe).backgroundColor", Value::Null);
        assert_eq!(json!(page.style(".chart", "background-color")), card, "{query}");
    }
}

#[test]
fn a_system_that_asks_for_more_contrast_gets_it_in_both_themes() {
    for theme in ["light", "dark"] {
        let features =
            json!([{"name": "prefers-contrast", "value": "more"}, {"name": "prefers-color-scheme", "value": theme}]);
        let page = Visit::at_desk().open_in(|session| {
            session.chrome("Emulation.setEmulatedMedia", &json!({"features": features}));
        });
        let page = page.ready();
        page.wait("getComputedStyle(document.querySelector('.note')).color === getComputedStyle(document.body).color");
        media(
            &page,
            &json!([{"name": "prefers-contrast", "value": "no-preference"}, {"name": "prefers-color-scheme", "value": theme}]),
        );
        page.wait("getComputedStyle(document.querySelector('.note')).color !== getComputedStyle(document.body).color");
    }
}
