//! The three figures' words and numbers, as the official document prints them.

use super::page::Page;
use super::visit::Visit;

/// How many questions the official document answers.
const QUESTIONS: usize = 15;

/// Name, amount and share of a legend's entries.
fn legend(page: &Page, figure: &str) -> Vec<[String; 3]> {
    let [names, amounts, shares] =
        [".pick .name", ".amount", ".share"].map(|part| page.texts(&format!("#{figure} .legend .entry {part}")));
    names.into_iter().zip(amounts).zip(shares).map(|((name, amount), share)| [name, amount, share]).collect()
}

/// Fails unless the legend has these entries: how the name begins, amount, share.
fn has_legend(page: &Page, figure: &str, expected: &[[&str; 3]]) {
    let legend = legend(page, figure);
    assert_eq!(legend.len(), expected.len(), "{legend:?}");
    for (entry, [name, amount, share]) in legend.iter().zip(expected) {
        assert!(entry[0].starts_with(name), "{entry:?} is not {name}");
        assert_eq!(entry[1..], [*amount, *share], "{name}");
    }
}

/// The rows of a figure's table.
fn rows(page: &Page, figure: &str) -> Vec<Vec<String>> {
    let script = "return [...document.querySelectorAll(`#${arguments[0]} tbody tr`)].map(r => [...r.cells].map(c => c.textContent))";
    serde_json::from_value(page.run(script, figure)).expect("rows of texts")
}

/// Fails unless every figure is as the interface promises it, with a sentence that holds these numbers.
fn is_a_figure(page: &Page, id: &str, sentence: &[&str], source: &[&str]) {
    let script = format!("document.querySelectorAll('figure#{id}[data-figure={id}]').length === 1");
    assert!(page.holds(&script), "one figure has the id {id}");
    for part in ["figcaption", "canvas", "table", ".source"] {
        assert_eq!(page.texts(&format!("#{id} {part}")).len(), 1, "{id} has one {part}");
    }
    let caption = page.text(&format!("#{id} figcaption"));
    assert!(caption.ends_with('。'), "{caption} is a sentence");
    let said = page.text(&format!("#{id} .source"));
    for (text, parts) in [(&caption, sentence), (&said, source)] {
        for part in parts {
            assert!(text.contains(part), "{text:?} says {part:?}");
        }
    }
}

#[test]
fn the_three_questions_are_answered_with_the_documents_own_numbers() {
    let page = Visit::by_phone().open().ready();
    assert_eq!(page.text("main .number"), "4,754.23");
    assert_eq!(page.value("document.querySelectorAll('main[aria-busy=false]').length"), 1);

    is_a_figure(&page, "structure", &["4,560.06 万元", "95.9%", "一般公共服务"], &["表三", "单位：万元"]);
    let classes = [
        ["一般公共服务支出", "4,560.06", "95.92%"],
        ["社会保障和就业支出", "120.28", "2.53%"],
        ["住房保障支出", "49.11", "1.03%"],
        ["卫生健康支出", "24.78", "0.52%"],
    ];
    let read = ["95.9%", "2.5%", "1.0%", "0.5%"];
    let listed: Vec<_> = classes.iter().zip(read).map(|([name, amount, _], share)| [*name, *amount, share]).collect();
    has_legend(&page, "structure", &listed);
    let mut table: Vec<_> = classes.iter().map(|row| row.map(String::from).to_vec()).collect();
    table.push(["合计", "4,754.23", "100.00%"].map(String::from).to_vec());
    assert_eq!(rows(&page, "structure"), table);

    is_a_figure(&page, "basic-project", &["项目支出 2,679.48 万元", "56.4%", "604.73 万元"], &["表三", "单位：万元"]);
    has_legend(&page, "basic-project", &[["基本支出", "2,074.75", "43.6%"], ["项目支出", "2,679.48", "56.4%"]]);
    let table = [
        ["一般公共服务支出", "4,560.06", "1,888.66", "2,671.39"],
        ["社会保障和就业支出", "120.28", "112.20", "8.08"],
        ["住房保障支出", "49.11", "49.11", "未安排"],
        ["卫生健康支出", "24.78", "24.78", "未安排"],
        ["合计", "4,754.23", "2,074.75", "2,679.48"],
    ];
    assert_eq!(rows(&page, "basic-project"), table);

    is_a_figure(&page, "three-public", &["740.40 万元", "15.40 万元", "−2.0%"], &["表十《", "单位：万元"]);
    let items = [["公务接待", "375.00", "50.6%"], ["公务用车运行维护", "365.40", "49.4%"]];
    has_legend(&page, "three-public", &items);
    assert!(page.text("#three-public .legend > .note").contains("没有安排：因公出国（境）费、公务用车购置费"));
    let table = [
        ["因公出国（境）费", "未安排", "0.00", "—"],
        ["公务接待费", "375.00", "−5.00", "380.00"],
        ["公务用车购置及运行费", "365.40", "−10.40", "375.80"],
        ["其中：公务用车购置费", "未安排", "0.00", "—"],
        ["其中：公务用车运行维护费", "365.40", "−10.40", "375.80"],
        ["合计", "740.40", "−15.40", "755.80"],
    ];
    assert_eq!(rows(&page, "three-public"), table);
}

#[test]
fn the_page_tells_its_surroundings_when_all_figures_are_drawn() {
    let listen = "document.addEventListener('budget-lens:ready', () => {
        const blank = c => {
            const copy = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
            copy.drawImage(c, 0, 0, 300, 150);
            return !copy.getImageData(0, 0, 300, 150).data.some(byte => byte);
        };
        (window.heard ||= []).push({
            figures: document.querySelectorAll('figure').length,
            blank: [...document.querySelectorAll('figure canvas')].filter(c => !c.closest('details:not([open])') && c.clientWidth).filter(blank).length,
            attribute: document.documentElement.dataset.ready,
            marks: performance.getEntriesByName('budget-lens:ready', 'mark').length,
        });
    })";
    let page = Visit::by_phone().before(listen).open().ready();
    page.wait("window.heard");
    let heard = page.value("window.heard");
    assert_eq!(heard, serde_json::json!([{"figures": QUESTIONS, "blank": 0, "attribute": "true", "marks": 1}]));
}

#[test]
fn the_page_says_that_it_is_at_work_and_then_that_it_is_done() {
    let watch = "new MutationObserver(() => {
        const busy = document.querySelector('main')?.getAttribute('aria-busy');
        window.busy ||= [];
        if (busy && window.busy.at(-1) !== busy) window.busy.push(busy);
    }).observe(document, {subtree: true, childList: true, attributes: true})";
    let page = Visit::by_phone().before(watch).open().ready();
    assert_eq!(page.value("window.busy"), serde_json::json!(["true", "false"]));
}

#[test]
fn the_live_figures_replace_the_prerendered_ones() {
    let page = Visit::by_phone().open().ready();
    assert_eq!(page.value("document.querySelectorAll('#static, .card .chart svg').length"), 0);
    let ids = page.value("[...document.querySelectorAll('[id]')].map(e => e.id)");
    let mut ids: Vec<_> = ids.as_array().into_iter().flatten().filter_map(|id| id.as_str()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "ids are unique");
}
