//! Fingers: every target of a phone's page is large enough, or has room around it that no other target has.

use serde_json::json;

use super::page::Page;
use super::visit::Visit;

/// The targets that a finger misses, with all folds open. A control has 44 pixels each way. A link among words or in a
/// table is as high as its line allows; the circle of 24 pixels around its middle (WCAG 2.5.8) has no other target in it.
const MISSED: &str = "
    document.querySelectorAll('details:not(.toolbar details)').forEach((fold) => { fold.open = true; });
    const all = 'a[href], button, summary, input, select, textarea, [role=button], [tabindex=\"0\"]:not(canvas)';
    const of = (element) => element && element.closest(all);
    const at = (x, y) => of(document.elementFromPoint(x, y));
    const missed = [];
    let count = 0;
    for (const own of document.querySelector(arguments[0]).querySelectorAll(all)) {
        const boxes = [...own.getClientRects()].filter((box) => box.width || box.height);
        // The link that skips the bar is for keys: nobody sees it before it has the focus.
        if (own.matches('.skip')) continue;
        if (!boxes.length || getComputedStyle(own).visibility === 'hidden' || own.closest('.toolbar details:not([open]) .panel')) continue;
        // The label of a file field is its target.
        const target = own.closest('label') || own;
        target.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
        const box = [...target.getClientRects()].find((box) => box.width || box.height);
        const after = target.matches('.flag') ? getComputedStyle(target, '::after') : null;
        let [left, right, top, bottom] = [box.left, box.right, box.top, box.bottom];
        if (after) {
            left += parseFloat(after.left); right -= parseFloat(after.right); top += parseFloat(after.top); bottom -= parseFloat(after.bottom);
        }
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        if (x < 0 || x > innerWidth || y < 0 || y > innerHeight) { missed.push('off the screen: ' + target.outerHTML.slice(0, 90)); continue; }
        count += 1;
        const hit = at(x, y);
        const is = (other) => other === target || !!other && (target.contains(other) || other.contains(target));
        const [width, height] = [right - left, bottom - top];
        const isAmongWords = target.closest('td, th, p, figcaption, h1, h2, h3, h4, li.list, .list li, .what, .lead, dd, small, .source, .name') && !target.matches('button, summary, input') || target.matches('.flag');
        const say = (what) => missed.push(what + ' ' + Math.round(width * 10) / 10 + '×' + Math.round(height * 10) / 10 + ' ' + target.outerHTML.replace(/\\s+/g, ' ').slice(0, 110) + ' in ' + target.parentElement.tagName + '.' + target.parentElement.className);
        if (!is(hit)) { say('covered by ' + (hit && hit.outerHTML.slice(0, 60))); continue; }
        if (width >= 43.9 && height >= 43.9) continue;
        if (!isAmongWords) { say('small'); continue; }
        let other = null;
        for (let i = 0; i < 16 && !other; i += 1) {
            const near = at(x + 11.5 * Math.cos(i * Math.PI / 8), y + 11.5 * Math.sin(i * Math.PI / 8));
            if (near && !is(near)) other = near;
        }
        if (other) say('near ' + other.outerHTML.slice(0, 60));
    }
    return {count, missed: missed.slice(0, 60), all: missed.length}";

#[track_caller]
fn all_are_hit(page: &Page, place: &str, least: u64) {
    let found = page.run(MISSED, place);
    assert_eq!(found["missed"], json!([]), "{} of {} are missed", found["all"], found["count"]);
    assert!(found["count"].as_u64() > Some(least), "{found}");
}

#[test]
fn a_finger_hits_every_target_of_the_phones_page() {
    let page = Visit::by_phone().open().ready().checked();
    all_are_hit(&page, "body", 700);
    // The panel of the bar's menu.
    page.tap(".menu > summary");
    page.wait("document.querySelector('.aids')");
    all_are_hit(&page, ".menu", 8);
}

#[test]
fn a_finger_hits_every_target_of_the_large_page_in_english_too() {
    for query in ["text=large", "lang=en"] {
        let page = Visit::by_phone().query(query).open().ready().checked();
        page.run("document.querySelector('.simple .button')?.click()", ());
        all_are_hit(&page, "body", 600);
    }
}
