//! Budgets are checked in steps: what takes long lets the page answer in between, and ends where another is opened.

use serde_json::{Value, json};

use super::page::Page;
use super::temporary::Temporary;
use super::visit::{Visit, budget};

/// Each step seems to take long, as on a slow phone; frames are counted, and can be held back until they are let through.
const SLOW: &str = "{
    let now = 0;
    Date.now = () => (now += 1000);
    const real = window.requestAnimationFrame.bind(window);
    Object.assign(window, {frames: 0, held: null});
    window.requestAnimationFrame = draw => {
        window.frames++;
        return window.held ? window.held.push(draw) : real(draw);
    };
    window.hold = () => { window.held = []; };
    window.pass = () => { const all = window.held; window.held = []; all.forEach(draw => draw(performance.now())); };
    window.let_go = () => { const all = window.held; window.held = null; all.forEach(real); };
}";
/// What stands in the figure's place until the numbers are checked.
const AT_WORK: &str = "document.querySelector('#checks figcaption').textContent.startsWith('正在核对')";
/// So many tables are told apart by their numbers alone.
const TABLES: usize = 200;

/// The shipped budget, with one of its tables many times.
fn long() -> String {
    let mut budget: Value = serde_json::from_str(&budget()).expect("JSON");
    let tables = budget["tables"].as_array_mut().expect("a list of tables");
    let mut copy = tables[0].clone();
    for i in 0..TABLES {
        copy["number"] = json!(format!("附{i}"));
        tables.push(copy.clone());
    }
    budget.to_string()
}

/// Opens a file and lets so few frames pass that its numbers are still being checked.
#[track_caller]
fn stop_midway(page: &Page, file: &Temporary) {
    page.run("hold()", Value::Null);
    page.choose(&file.0);
    page.wait("document.querySelector('.messages .file')");
    for _ in 0..9 {
        page.run("pass()", Value::Null);
    }
    page.wait(AT_WORK);
}

/// How many frames the page has asked for by the time that all is checked, from when this is done.
#[track_caller]
fn frames(page: &Page, begin: impl FnOnce()) -> u64 {
    page.run("window.frames = 0", Value::Null);
    begin();
    page.wait(AT_WORK);
    page.wait(&format!("!{AT_WORK}"));
    page.value("window.frames").as_u64().expect("a number")
}

#[test]
fn a_budget_that_takes_long_is_checked_with_frames_in_between_and_the_report_is_the_same() {
    let page = Visit::by_phone().open().ready().checked();
    let said = page.text("#checks figcaption");
    drop(page);
    let page = Visit::by_phone().before(SLOW).open().ready().checked();
    assert_eq!(page.text("#checks figcaption"), said);
    let file = Temporary::of("long.json", long());
    let asked = frames(&page, || {
        page.choose(&file.0);
        page.wait("document.querySelector('.messages .file')");
    });
    assert!(asked > TABLES as u64, "each table is a step, and a frame lies between two: {asked}");
}

#[test]
fn the_page_answers_while_a_budget_is_checked() {
    let page = Visit::by_phone().before(SLOW).open().ready().checked();
    let file = Temporary::of("answers.json", long());
    stop_midway(&page, &file);
    page.tap("#three-public [data-entry='0'] .pick");
    page.wait("!document.querySelector('#three-public .tooltip').hidden");
    assert!(page.holds(AT_WORK), "it is not done by then");
    page.run("let_go()", Value::Null);
    page.wait(&format!("!{AT_WORK}"));
}

#[test]
fn another_budget_ends_the_work_for_the_one_before() {
    let page = Visit::by_phone().before(SLOW).open().ready().checked();
    let said = page.text("#checks figcaption");
    let (long, own) = (Temporary::of("before.json", long()), Temporary::of("after.json", budget()));
    stop_midway(&page, &long);
    let asked = frames(&page, || {
        page.choose(&own.0);
        page.wait("document.querySelector('.messages .file')?.textContent.includes('after.json')");
        page.run("let_go()", Value::Null);
    });
    assert_eq!(page.text("#checks figcaption"), said);
    assert!(asked < TABLES as u64, "nothing more is done for the first: {asked}");
}

#[test]
fn where_there_are_no_workers_all_is_the_same() {
    let page = Visit::by_phone().before("delete window.Worker").open().ready().checked();
    assert!(page.text("#checks figcaption").starts_with("核对了"));
}
