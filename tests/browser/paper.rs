//! What is drawn for paper, and when: before the print begins, in the colours of paper, in letters that can be read.

use serde_json::{Value, json};

use super::engines::{ENGINE, Engine, Need, lacks};
use super::page::Page;
use super::pdf::{Sheet, sheets};
use super::visit::{Visit, whole_page};

/// The least size of letters on paper, in points; a print is laid out in sixty-fourths of a pixel.
const LEAST: f32 = 8.98;

/// Each chart's name and width, and whether it has a colour of the dark theme, as soon as the page has heard that it is
/// printed: in the same script, as a browser that prints reads it.
const PRINT: &str = "
    const seen = [];
    const look = () => document.querySelectorAll('figure canvas').forEach(canvas => {
        if (!canvas.clientWidth) return;
        const style = getComputedStyle(canvas);
        const copy = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
        Object.assign(copy.canvas, {width: canvas.width, height: canvas.height});
        copy.drawImage(canvas, 0, 0);
        // One pass over millions of pixels, of which neighbours are mostly alike.
        const ink = new Uint32Array(copy.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
        const counts = new Map();
        for (let i = 0, from = 0; i <= ink.length; i++) {
            if (i < ink.length && ink[i] === ink[from]) continue;
            counts.set(ink[from], (counts.get(ink[from]) || 0) + i - from);
            from = i;
        }
        const count = colour => {
            const [r, g, b] = [1, 3, 5].map(i => parseInt(colour.substr(i, 2), 16));
            return counts.get((255 << 24 | b << 16 | g << 8 | r) >>> 0) || 0;
        };
        const has = i => count(style.getPropertyValue('--series-' + i).trim());
        const dark = ['#4a99ca', '#e7b045', '#cb659b', '#56d795'].map(count).reduce((a, b) => a + b);
        seen.push([canvas.closest('figure').id, canvas.width, canvas.clientWidth, [0, 1, 2, 3, 4, 5, 6].map(has).reduce((a, b) => a + b), dark]);
    });
";

/// The page in each look that readers print from.
const LOOKS: [(&str, &str); 4] =
    [("phone", "theme=dark"), ("phone", "text=large"), ("desk", "theme=dark&text=large"), ("desk", "")];

fn open(device: &str, query: &'static str) -> Page {
    let visit = if device == "phone" { Visit::by_phone() } else { Visit::at_desk() };
    visit.query(query).open().ready().checked()
}

#[test]
fn charts_are_drawn_for_paper_before_the_print_begins() {
    // Other engines paint large canvases without a graphics card, which takes long.
    let looks = if *ENGINE == Engine::Chromium { &LOOKS[..] } else { &LOOKS[..1] };
    for (device, query) in looks.iter().copied() {
        let page = open(device, query);
        page.run("document.querySelector('.simple .button')?.click()", "");
        // Charts in closed folds have never been drawn.
        page.run("document.querySelectorAll('details[open]').forEach(d => d.open = false)", "");
        let script = [
            PRINT,
            "dispatchEvent(new Event('beforeprint')); look(); dispatchEvent(new Event('afterprint')); return seen;",
        ]
        .concat();
        let told = page.run(&script, "");
        let drawn = told.as_array().expect("a list");
        assert!(drawn.len() > 9, "all charts, {device} {query}: {drawn:?}");
        for chart in drawn {
            let is_sharp = chart[2] == 695 && chart[1] == 2085;
            assert!(is_sharp && chart[4] == 0, "{device} {query}: {chart}");
            assert!(
                chart[0] == "checks" || chart[3].as_u64() > Some(500),
                "it shows its colours, {device} {query}: {chart}"
            );
        }
        page.wait("!document.querySelector('[data-opened]') && [...document.querySelectorAll('canvas')].every(c => !c.clientWidth || c.closest('.further:not([open])') || c.width === Math.round(c.clientWidth * devicePixelRatio))");
    }
}

#[test]
fn what_waits_for_its_turn_is_on_paper_as_it_will_be() {
    let page = Visit::by_phone().open().ready().checked();
    page.run("document.querySelectorAll('details[open]').forEach(d => d.open = false)", "");
    let script = "
        document.querySelector('[data-action=unit-yuan]').click();
        dispatchEvent(new Event('beforeprint'));
        const said = document.querySelector('#income figcaption').textContent;
        dispatchEvent(new Event('afterprint'));
        return said;";
    let said = page.run(script, "");
    let later = page.text("#income figcaption");
    page.wait("document.querySelector('#income figcaption').textContent.includes('元')");
    assert_eq!(said, Value::from(later));
}

/// Fails unless every letter can be read; tells how many sheets lie across.
fn readable(sheets: &[Sheet], what: &str) -> usize {
    assert!(!sheets.is_empty(), "{what}");
    for (i, sheet) in sheets.iter().enumerate() {
        let least = sheet.letters.first().copied().unwrap_or(LEAST);
        assert!(least >= LEAST, "{what}, sheet {}: letters of {least} points, of {:?}", i + 1, sheet.letters);
    }
    sheets.iter().filter(|sheet| sheet.size.0 > sheet.size.1).count()
}

/// Whether so many sheets lie across as should. Firefox would make all others smaller: there none does.
fn lie_across(count: usize) -> bool {
    (count > 0) == (*ENGINE != Engine::Firefox)
}

#[test]
fn no_letter_on_paper_is_smaller_than_nine_points_and_wide_tables_lie_across() {
    if lacks(Need::Paper) {
        return;
    }
    for (device, query) in LOOKS {
        let page = open(device, query);
        let printed = sheets(page.session.print().as_str().expect("a text"));
        let across = readable(&printed, &format!("{device} {query}"));
        assert!(lie_across(across) && across < printed.len() / 2, "{across} of {}", printed.len());
    }
}

#[test]
fn a_published_page_is_printed_as_well_with_and_without_its_scripts() {
    if lacks(Need::Paper) || lacks(Need::NoScripts) {
        return;
    }
    let visit = || Visit::by_phone().extra("index.html", whole_page()).expecting("preloaded using link preload");
    let with = visit().open().ready().checked();
    let without = visit().open_in(super::driver::Session::forbid_scripts);
    for (page, what) in [(with, "with"), (without, "without")] {
        let across = readable(&sheets(page.session.print().as_str().expect("a text")), what);
        assert!(lie_across(across), "{what}: {across}");
    }
}

#[test]
fn a_summary_is_read_from_paper_too() {
    if lacks(Need::Paper) {
        return;
    }
    let page = Visit::by_phone().open().ready().checked();
    page.run("document.documentElement.setAttribute('data-paper', 'summary')", json!(null));
    readable(&sheets(page.session.print().as_str().expect("a text")), "the summary");
}
