//! Aids for readers who see, hear or point with difficulty: large text with its simple page, high contrast, reading aloud,
//! a line to read along, a large pointer; what was chosen is remembered; nobody else downloads any of it.

use serde_json::{Value, json};

use super::page::Page;
use super::portal::{CALM, drawn, portal};
use super::sheet::CATCH;
use super::temporary::Temporary;
use super::visit::Visit;

/// The visible texts below so many pixels, each with its size; what is folded away is opened before.
const SMALL: &str = "
    const least = arguments[0];
    document.querySelectorAll('details:not(.toolbar details)').forEach((fold) => { fold.open = true; });
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small = new Set();
    while (walker.nextNode()) {
        const around = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !around.getClientRects().length || around.closest('svg')) continue;
        const size = parseFloat(getComputedStyle(around).fontSize);
        if (size && size < least - .01) small.add(size + ' ' + around.tagName + '.' + around.className + ': ' + walker.currentNode.data.trim().slice(0, 20));
    }
    return [...small]";

/// What the page fetched of the aids.
fn fetched(page: &Page) -> usize {
    page.asked().iter().filter(|asked| asked.path.contains("/aids-")).count()
}

/// Shows all of the simple page.
fn all(page: &Page) {
    page.wait("document.querySelector('.simple .button') && document.documentElement.dataset.simple === ''");
    page.tap(".simple .button");
    page.wait("document.documentElement.dataset.simple === undefined");
}

#[test]
fn no_text_of_the_large_page_is_below_eighteen_pixels_and_none_of_the_largest_below_twenty_seven() {
    for (query, least) in [("text=large", 18), ("text=largest", 27)] {
        for visit in [Visit::by_phone(), Visit::at_desk()] {
            let page = visit.query(query).open().ready().checked();
            all(&page);
            assert_eq!(page.run(SMALL, least), json!([]), "{query}");
            assert!(page.holds("document.documentElement.scrollWidth <= innerWidth"), "{query}: nothing is cut off");
            // What large text is called where portals look for it.
            assert_eq!(page.text("[data-action=large]"), "大字版 / 长辈版");
        }
    }
    let page = Visit::by_phone().query("text=largest").open().ready();
    assert_eq!(page.style("body", "font-size"), "30.08px");
}

#[test]
fn the_large_page_is_simple_with_controls_of_sixty_pixels_and_all_the_rest_one_tap_away() {
    let page = Visit::by_phone().query("text=large").open().ready();
    page.wait("document.documentElement.dataset.simple === ''");
    let shown =
        "[...document.querySelectorAll('main > .cards > *')].filter((e) => e.offsetHeight).map((e) => e.dataset.place)";
    assert_eq!(page.value(shown), json!(["change", "three-public", "structure"]));
    page.wait("[...document.querySelectorAll('.toolbar .button, .headline .unit, .facts a, .simple .button')].filter((e) => e.offsetHeight)
        .every((e) => e.offsetHeight >= 60 && e.offsetWidth >= 60)");
    // A link to what is hidden shows everything.
    page.tap(".toolbar a[href='#contents']");
    page.wait(
        "document.querySelector('#contents').offsetHeight > 0 && document.documentElement.dataset.simple === undefined",
    );
    page.tap(".simple .button");
    page.wait("document.documentElement.dataset.simple === ''");
    all(&page);
    assert!(page.holds("document.querySelector('#projects').offsetHeight > 0"));
}

#[test]
fn what_was_chosen_is_remembered_on_this_machine_and_forgotten_when_it_is_switched_off() {
    let page = Visit::by_phone().open().ready();
    assert_eq!(fetched(&page), 0, "who needs no aid downloads none");
    page.set("large");
    page.wait("localStorage.getItem('budget-lens') === 'text=large'");
    page.wait("document.querySelector('.aids [data-aid=contrast]')");
    page.tap(".aids [data-aid=contrast]");
    page.wait("localStorage.getItem('budget-lens') === 'text=large&contrast=high'");
    assert_eq!(page.parameter("contrast"), "high");
    page.visit(&page.address());
    assert_eq!((page.parameter("text"), page.parameter("contrast")), (json!("large"), json!("high")));
    assert_eq!(page.style("html", "font-size"), "20px");
    page.wait("getComputedStyle(document.body).backgroundColor === 'rgb(0, 0, 0)'");
    // An address that says how it wants the page has the last word.
    page.visit(&(page.address() + "?text=largest"));
    assert_eq!((page.parameter("text"), page.parameter("contrast")), (json!("largest"), Value::Null));
    page.visit(&page.address());
    page.set("large");
    page.tap(".aids [data-aid=contrast]");
    page.wait("localStorage.getItem('budget-lens') === null");
    page.visit(&page.address());
    assert_eq!((page.parameter("text"), page.style("html", "font-size")), (Value::Null, "16px".into()));
}

#[test]
fn high_contrast_reaches_the_drawings_frames_and_elements() {
    // How many of a drawing's first pixels are the dark blue of the usual theme, and how many the light one.
    let counted = "((canvas) => {
        const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, 60).data;
        let [dark, light] = [0, 0];
        for (let i = 0; i < data.length; i += 4) {
            if (data[i] === 0x0a && data[i + 1] === 0x5a) dark += 1;
            if (data[i] === 0x5c && data[i + 1] === 0xc8) light += 1;
        }
        return dark === 0 && light > 500;
    })";
    let page = Visit::at_desk().query("contrast=high&theme=light").open().ready();
    page.wait(&format!("{counted}(document.querySelector('#structure canvas'))"));
    assert_eq!(page.style(".card", "background-color"), "rgb(0, 0, 0)");
    drop(page);
    let page = Visit::at_desk().query("figure=structure&contrast=high&text=large").open();
    page.wait(&format!(
        "document.documentElement.dataset.ready && {counted}(document.querySelector('#structure canvas'))"
    ));
    assert_eq!(page.style("html", "font-size"), "20px");
    drop(page);
    let html = CALM.replace("<budget-lens ", "<budget-lens contrast='high' text='large' ");
    let page = drawn(portal(&html));
    page.wait("getComputedStyle(inside(0, '.card')).getPropertyValue('--ink') === '#ffff00'");
}

#[test]
fn a_page_saved_large_stays_large() {
    let page = Visit::by_phone().query("text=large&contrast=high").before(CATCH).open().ready().checked();
    page.wait("getComputedStyle(document.body).backgroundColor === 'rgb(0, 0, 0)'");
    page.open_sheet("");
    page.saved("page");
    let file = Temporary::of("saved-large.html", page.saved_text());
    page.session.post("url", &json!({"url": format!("file://{}", file.0.display())}));
    assert_eq!(page.run(SMALL, 18), json!([]));
    assert_eq!(page.style("html", "font-size"), "20px");
    assert_eq!(page.style("body", "background-color"), "rgb(0, 0, 0)");
    let words = "[...document.querySelectorAll('.chart svg text')].filter((e) => e.getClientRects().length)";
    assert!(page.holds(&format!("{words}.length > 4 && {words}.every((e) => e.getAttribute('font-size') >= 18)")));
    assert!(page.holds("document.documentElement.scrollWidth <= innerWidth"));
}

/// A browser with a Chinese voice, which says how far it is when it is told to.
const VOICE: &str = "
    window.said = [];
    class Utterance { constructor(text) { this.text = text; } }
    const synth = {getVoices: () => window.voices, addEventListener() {}, cancel() { said.push('cancel'); },
        speak(one) { said.push(one.text); window.goOn = () => one.onend(); }};
    window.voices = [{lang: 'zh-CN', name: '中文'}];
    Object.defineProperty(window, 'speechSynthesis', {value: synth, configurable: true});
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {value: Utterance, configurable: true});";

#[test]
fn the_page_is_read_aloud_sentence_by_sentence_and_what_is_read_is_marked() {
    let page = Visit::by_phone().before(VOICE).open().ready();
    page.tap(".menu > summary");
    page.wait("document.querySelector('.aids [data-aid=reading]')");
    page.tap(".aids [data-aid=reading]");
    page.wait("said.length === 2 && said[1].includes('2026 年部门预算')");
    assert_eq!(page.texts("[data-spoken]"), page.texts(".who"));
    page.wait("document.activeElement.textContent === '停止朗读'");
    for _ in 0..7 {
        page.run("goOn()", Value::Null);
    }
    // Each sentence by itself, and a number as one.
    let said = page.value("said.slice(1)").as_array().cloned().unwrap_or_default();
    assert!(
        said.len() == 8 && said.iter().all(|one| one.as_str().is_some_and(|one| !one.trim().is_empty())),
        "{said:?}"
    );
    assert!(page.holds("said.some((one) => /4754\\.23/.test(one))"), "{said:?}");
    assert!(page.holds(
        "document.querySelector('[data-spoken]').textContent.includes(said[said.length - 1].trim().slice(-2, -1))"
    ));
    page.tap(".speaking .button");
    page.wait("!document.querySelector('.speaking, [data-spoken]') && said[said.length - 1] === 'cancel'");
    // Escape ends it, too.
    page.tap(".menu > summary");
    page.tap(".aids [data-aid=reading]");
    page.wait("document.querySelector('.speaking')");
    page.key(super::gestures::ESCAPE);
    page.wait("!document.querySelector('.speaking')");
}

#[test]
fn where_the_browser_has_no_voice_nothing_offers_to_read() {
    let page = Visit::by_phone().before(VOICE).before("voices = [{lang: 'de-DE'}]").open().ready();
    page.tap(".menu > summary");
    page.wait("document.querySelector('.aids [data-aid=reading]')");
    assert!(page.holds("document.querySelector('.aids [data-aid=reading]').hidden"));
    // Nor is there a line or pointer for a finger.
    assert!(page.holds("document.querySelector('.aids [data-aid=line]').hidden"));
}

/// A machine with a mouse: one without a screen has none.
const MOUSE: &str = "
    const matching = matchMedia.bind(window);
    window.matchMedia = (query) => query === '(any-pointer: fine)' ? { matches: true } : matching(query);";

#[test]
fn a_mouse_gets_a_line_to_read_along_and_a_large_pointer() {
    let page = Visit::at_desk().before(MOUSE).open().ready();
    page.tap(".menu > summary");
    page.wait("document.querySelector('.aids [data-aid=line]')");
    page.tap(".aids [data-aid=line]");
    page.tap(".aids [data-aid=pointer]");
    page.wait("document.querySelector('.reading-line') && getComputedStyle(document.body).cursor.startsWith('url(')");
    page.hover(".headline h1");
    page.wait("(({top, height}, line) => Math.abs(line - top - height / 2) < 40)(document.querySelector('h1').getBoundingClientRect(), document.querySelector('.reading-line').getBoundingClientRect().top)");
    page.wait("localStorage.getItem('budget-lens') === 'aids=line,pointer'");
    page.visit(&page.address());
    page.wait("document.querySelector('.reading-line') && getComputedStyle(document.body).cursor.startsWith('url(')");
    assert_eq!(page.parameter("text"), Value::Null);
}
