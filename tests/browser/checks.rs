//! What the checks have found: a reader filters it, opens it, goes to the numbers and comes back from them.

use std::time::Duration;

use serde_json::{Value, json};

use super::gestures::{ENTER, TAB};
use super::page::Page;
use super::visit::Visit;

/// What only those want who check stands in this fold.
const FOLD: &str = "#checks .front ~ details";
const ROUNDING: &str = "#checks .pick[data-choose='verdict=rounding']";

impl Page {
    /// Waits until a finding is open, marked and can be seen.
    #[track_caller]
    fn shows_finding(&self, address: &str) {
        self.wait(&format!("document.querySelector('[data-found]')?.id === '{address}'"));
        self.wait(&format!("document.querySelector('#{address}').open"));
        self.wait_in_view(&format!("#{address} > summary"));
    }
}

/// The address of the listed finding that says this.
fn address_of(page: &Page, text: &str) -> String {
    let script = "return [...document.querySelectorAll('#checks .finding')].find(e => e.id && e.querySelector('summary').textContent.includes(arguments[0]))?.id";
    let address = page.run(script, text);
    address
        .as_str()
        .unwrap_or_else(|| panic!("no finding says {text}: {:?}", page.texts("#checks .finding summary")))
        .into()
}

/// The sentence, the list's heading, the badges and the sentences of the findings.
fn seen(page: &Page) -> [Vec<String>; 3] {
    ["#checks figcaption", "#findings", "#checks .finding > summary"].map(|selector| page.texts(selector))
}

fn checked(visit: Visit) -> Page {
    let page = visit.open().ready().checked();
    page.run("document.querySelector(arguments[0]).open = true", FOLD);
    page
}

#[test]
fn the_sentence_has_the_numbers_of_the_list() {
    let page = checked(Visit::by_phone());
    let said = page.text("#checks figcaption");
    let counts: Vec<u32> =
        page.texts("#checks .legend .amount").iter().map(|count| count.parse().expect("a number")).collect();
    assert_eq!(counts.len(), 4);
    assert!(
        said.starts_with(&format!("核对了 {} 处，", counts.iter().sum::<u32>() - counts[2])),
        "{said} of {counts:?}"
    );
    assert!(said.contains(&format!("有 {} 处不符", counts[0])), "{said} of {counts:?}");
    // What cannot be checked is told apart. The worst first, each with its sign and its verdict in words.
    assert_eq!(page.texts("#checks .front .finding").len(), 8);
    assert_eq!(page.texts(&format!("{FOLD} .finding")).len(), 12);
    assert_eq!(page.text("#checks .badge"), "不符");
    assert_eq!(page.text("#checks-1 > summary h3").chars().last(), Some('。'));
    page.has_no_blank_canvas();
}

#[test]
fn a_finger_filters_opens_goes_to_the_cell_and_back() {
    let page = checked(Visit::by_phone());
    let all = seen(&page);
    page.tap(ROUNDING);
    page.wait("document.querySelector('#findings h3').textContent.startsWith('尾差：')");
    assert_eq!(page.parameter("verdict"), "rounding");
    assert!(page.texts(&format!("{FOLD} .badge")).iter().all(|badge| badge == "尾差"));
    assert_eq!(page.texts("#checks .pick[aria-expanded=true]").len(), 1);
    page.tap("#checks [data-choose='rules=within']");
    page.wait("document.querySelector('#findings h3').textContent.startsWith('尾差 · 表内：')");
    let filtered = seen(&page);
    page.tap(&format!("{FOLD} [data-choose='findings=13']"));
    page.wait("new URLSearchParams(location.search).get('findings') === '13'");
    page.wait_in_view("#findings h3");
    let second = seen(&page);
    assert_ne!(second, filtered);

    let finding = address_of(&page, "表三的项目支出");
    page.tap(&format!("#{finding} > summary"));
    page.wait(&format!("document.querySelector('#{finding}').open"));
    let rows = page.texts(&format!("#{finding} tbody tr"));
    assert!(rows.contains(&"相差0.01 万元".to_string()), "{rows:?}");
    page.tap(&format!("#{finding} tbody th a"));
    page.shows_line_of("合计");
    let mark = format!("#tables tr[data-found] td a.flag[href='#{finding}']");
    assert_eq!(page.text(&format!("#tables tr[data-found] td:has(a.flag[href='#{finding}'])")), "2,679.48");

    let inside = "(() => {
        const cell = document.querySelector('#tables tr[data-found] td:has(.flag)'), table = cell.closest('.scroll');
        return cell.getBoundingClientRect().right <= table.getBoundingClientRect().right + 0.5;
    })()";
    assert!(page.holds(inside), "the marked number can be seen without scrolling sideways");

    // The mark leads back to it.
    page.tap(&mark);
    page.shows_finding(&finding);
    assert_eq!(seen(&page), second, "it is listed: nothing has to change");
    let link = page.copied();
    page.back();
    page.shows_line_of("合计");
    page.back();
    page.wait("location.hash === '#findings'");
    assert_eq!(seen(&page), second);
    page.back();
    page.wait("!new URLSearchParams(location.search).get('findings')");
    page.wait("document.querySelector('#checks .front ~ details .finding').id === 'checks-11'");
    assert_eq!(seen(&page), filtered);
    page.tap("#findings [data-choose='verdict=']");
    page.wait("!new URLSearchParams(location.search).get('verdict')");
    page.tap("#findings [data-choose='rules=']");
    page.wait("document.querySelector('#findings h3').textContent.startsWith('其余的逐处列出')");
    assert_eq!(seen(&page), all);

    // Whoever gets the link sees the same.
    page.visit(&link);
    let page = page.checked();
    page.shows_finding(&finding);
    assert_eq!(seen(&page), second);
}

#[test]
fn a_mark_beside_a_number_leads_to_its_finding_wherever_that_is_listed() {
    let page = checked(Visit::by_phone().query("verdict=mismatch"));
    let mark = "#basic-project tr:last-child td:last-child .flag";
    page.run("document.querySelector('#basic-project details').open = true", "");
    page.run("document.querySelector(arguments[0]).scrollIntoView()", mark);
    let title = page.run("return document.querySelector(arguments[0]).getAttribute('title')", mark);
    let title = title.as_str().expect("words").to_string();
    assert!(title.starts_with("尾差：") && title.contains("2,679.48"), "{title}");
    let finding = page.run("return document.querySelector(arguments[0]).hash.slice(1)", mark);
    let finding = finding.as_str().expect("a place").to_string();
    // It is neither a mismatch nor among the first.
    assert_eq!(page.texts(&format!("#{finding}")).len(), 0);
    page.tap(mark);
    page.shows_finding(&finding);
    assert_eq!(title, format!("尾差：{}", page.text(&format!("#{finding} > summary h3"))));
    assert!(page.parameter("verdict").is_null());
    let copied = page.copied();
    page.back();
    page.wait("location.hash === ''");
    page.visit(&copied);
    let page = page.checked();
    page.shows_finding(&finding);
}

/// Where the last digits of numbers end, in pixels, each place once.
fn ends(page: &Page, numbers: &str) -> usize {
    let script = "return new Set([...document.querySelectorAll(arguments[0])].map(number => {
        const digits = document.createRange();
        digits.selectNodeContents(number.lastChild);
        return Math.round(digits.getBoundingClientRect().right);
    })).size";
    page.run(script, numbers).as_u64().and_then(|count| usize::try_from(count).ok()).expect("a number")
}

#[test]
fn marked_numbers_stay_below_the_others_and_a_finger_meets_their_marks() {
    let page = checked(Visit::by_phone());
    page.run("document.querySelectorAll('details').forEach(d => { d.open = true; })", "");
    for numbers in ["#structure .legend .amount", "#basic-project .legend .amount", "#表三 td:nth-child(2)"] {
        assert!(page.texts(numbers).len() > 1);
        assert_eq!(ends(&page, numbers), 1, "{numbers}");
    }
    let missed = "(() => {
        const mark = document.querySelector('#basic-project table .flag');
        mark.scrollIntoView({block: 'center', behavior: 'instant'});
        const box = mark.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height / 2;
        return [[0, 0], [-16, 0], [0, -16], [0, 16]].filter(([dx, dy]) => document.elementFromPoint(x + dx, y + dy) !== mark);
    })()";
    assert_eq!(page.value(missed), json!([]), "places around the mark that do not count for it");
}

#[test]
fn the_map_names_a_pair_and_opens_its_findings() {
    let page = checked(Visit::by_phone());
    let scene = page.scene("checks");
    let (_, area) = scene.targets.first().expect("ties");
    page.tap_chart("checks", area.centre());
    page.wait("document.querySelector('#checks .tooltip[data-pinned=true] [data-choose]')");
    let named = page.text("#checks .tooltip b");
    assert!(named.starts_with("表一之内：") && named.contains("处相符"), "{named}");
    page.tap("#checks .tooltip [data-choose]");
    page.wait("document.querySelector('#findings h3').textContent.startsWith('表一之内：')");
    assert_eq!(page.text("#findings h3"), named, "the list holds what the map says");
    page.wait_in_view("#findings h3");
    assert_eq!(page.parameter("pair"), "表一·表一");
}

#[test]
fn the_keyboard_filters_and_opens() {
    let page = checked(Visit::at_desk());
    page.run("document.querySelector('#checks canvas').focus()", "");
    page.tab_to(ROUNDING);
    page.key(ENTER);
    page.wait("document.querySelector('#findings h3').textContent.startsWith('尾差：')");
    assert!(page.holds("document.activeElement.closest('#checks .entry')"), "the focus stays");
    page.tab_to("#checks .finding > summary");
    page.key(ENTER);
    page.wait("document.activeElement.parentElement.open");
    page.key(TAB);
    assert!(page.holds("document.activeElement.matches('.finding[open] th a')"), "its first number is next");
    // What was open is folded where it has become another.
    page.tap("#checks .pick[data-choose='verdict=unchecked']");
    page.wait("document.querySelector('#findings h3').textContent.startsWith('无法核对')");
    assert_eq!(page.texts("#checks .finding[open]").len(), 0);
}

#[test]
fn in_english_and_in_large_text_it_says_the_same() {
    let page = checked(Visit::by_phone().query("lang=en&text=large&verdict=mismatch"));
    let said = page.text("#checks figcaption");
    assert!(said.starts_with("Of ") && said.contains("places checked"), "{said}");
    assert!(page.texts("#checks .badge").iter().all(|badge| badge == "Mismatch"));
    assert!(page.holds("document.documentElement.scrollWidth <= innerWidth"));
    // The page in large text is simple until all of it is asked for.
    page.tap(".simple .button");
    page.tap("#checks-1 > summary");
    page.wait("document.querySelector('#checks-1').open");
    assert!(page.holds("document.documentElement.scrollWidth <= innerWidth"));
}

#[test]
fn the_figure_alone_filters_and_leads_to_the_whole_page() {
    let page = checked(Visit::by_phone().query("figure=checks"));
    assert_eq!(page.texts("figure").len(), 1);
    page.tap(ROUNDING);
    page.wait("document.querySelector('#checks .front ~ details .badge').textContent === '尾差'");
    assert_eq!(page.parameter("figure"), "checks");
    page.tap(&format!("{FOLD} .finding > summary"));
    page.tap(&format!("{FOLD} .finding th a"));
    page.wait_until("the whole page opens beside it", || page.windows().len() == 2);
    page.look_at_window(1);
    page.wait_for(Duration::from_secs(30), "document.querySelector('#tables tr[data-found]')");
    assert_eq!(page.value("document.querySelectorAll('figure').length > 5"), Value::Bool(true));
}

#[test]
fn a_finding_stays_as_open_as_it_is_wherever_in_the_list_it_stands() {
    let page = checked(Visit::by_phone());
    page.tap(ROUNDING);
    page.wait("document.querySelector('#findings h3').textContent.startsWith('尾差：')");
    let listed = format!("[...document.querySelectorAll('{FOLD} .finding[id]')]");
    page.run(&format!("window.before = {listed}; before.forEach((e, i) => {{ e.open = i % 2 === 0; }})"), Value::Null);
    page.tap("#checks [data-choose='rules=within']");
    page.wait("document.querySelector('#findings h3').textContent.startsWith('尾差 · 表内：')");
    page.run(&format!("window.after = {listed}"), Value::Null);
    assert!(page.holds("after.some((e, i) => before.includes(e) && before.indexOf(e) !== i)"), "one has moved");
    let stays = "after.every(e => (old => old ? old === e : !e.open)(before.find(old => old.id === e.id)))";
    assert!(page.holds(stays), "what has an id is what it was, and nothing else is open");
    assert!(page.holds("after.filter(e => before.includes(e)).every(e => e.open === (before.indexOf(e) % 2 === 0))"));
}
