//! Pointing at things: by finger, by mouse, by keyboard.

use budget_lens::scene::{Point, Rect};

use super::engines::{ENGINE, Need};
use super::gestures::{ENTER, ESCAPE, LEFT, RIGHT};
use super::page::Page;
use super::scenes::{filled, inside};
use super::visit::Visit;

const GONE: &str = "document.querySelector('#structure .tooltip').hidden";
const PINNED: &str = "document.querySelector('#structure .tooltip:not([hidden])[data-pinned=true]')";

/// Where entry `id` of a figure can be pointed at.
fn target(page: &Page, figure: &str, id: usize) -> Rect {
    page.scene(figure).anchor(id).expect("the entry is drawn")
}

/// Waits for a tooltip that says all of these.
#[track_caller]
fn says(page: &Page, figure: &str, parts: &[&str]) {
    let all = parts.iter().map(|part| format!("t.includes('{part}')")).collect::<Vec<_>>().join(" && ");
    page.wait(&format!(
        "(() => {{ const e = document.querySelector('#{figure} .tooltip'), t = e.textContent; return !e.hidden && {all}; }})()"
    ));
}

#[test]
fn a_tap_pins_a_tooltip_with_name_amount_and_share_and_a_second_tap_lets_go() {
    let page = Visit::by_phone().open().ready();
    let (largest, small) = (target(&page, "structure", 0), target(&page, "structure", 3));
    page.tap_chart("structure", largest.centre());
    says(&page, "structure", &["一般公共服务支出", "4,560.06 万元", "95.92%", "表三"]);
    assert!(page.holds(PINNED));
    page.tap_chart("structure", small.centre());
    says(&page, "structure", &["卫生健康支出", "24.78 万元", "0.52%"]);
    page.tap_chart("structure", small.centre());
    page.wait(GONE);
}

#[test]
fn a_share_of_half_a_percent_can_still_be_touched_by_a_finger_that_misses_it() {
    let page = Visit::by_phone().open().ready();
    let smallest = page.scene("basic-project").targets.last().expect("bars are drawn").1;
    assert!(smallest.width < 22.0, "{smallest:?} is narrower than half a finger");
    page.tap_chart("basic-project", Point { x: smallest.x + smallest.width + 20.0, y: smallest.centre().y });
    says(&page, "basic-project", &["卫生健康", "24.78 万元"]);
}

#[test]
fn a_tap_beside_everything_lets_go() {
    let page = Visit::by_phone().open().ready();
    let scene = page.scene("basic-project");
    page.tap_chart("basic-project", scene.targets[0].1.centre());
    says(&page, "basic-project", &["基本支出", "2,074.75 万元", "43.64%"]);
    let last = scene.targets.last().expect("bars are drawn").1;
    page.tap_chart("basic-project", Point { x: scene.width - 5.0, y: last.centre().y });
    page.wait("document.querySelector('#basic-project .tooltip').hidden");
}

#[test]
fn a_tooltip_at_the_edge_stays_on_the_screen() {
    let page = Visit::by_phone().open().ready();
    for figure in ["structure", "basic-project", "three-public"] {
        for (id, rect) in page.scene(figure).targets {
            page.tap_chart(figure, rect.centre());
            page.wait(&format!("!document.querySelector('#{figure} .tooltip').hidden"));
            let edges = page.value(&format!(
                "(r => [r.left, innerWidth - r.right])(document.querySelector('#{figure} .tooltip').getBoundingClientRect())"
            ));
            for edge in [&edges[0], &edges[1]] {
                assert!(edge.as_f64().is_some_and(|space| space >= 0.0), "{figure}, entry {id}: {edges}");
            }
        }
    }
}

#[test]
fn a_tap_on_the_legend_pins_its_mark_and_the_others_step_back() {
    let page = Visit::by_phone().open().ready();
    let parts: Vec<_> = filled(&page.scene("three-public")).into_iter().filter(|(series, _)| *series == 0).collect();
    let [first, second] = [0, 1].map(|part| parts[part].1);
    let pick = "#three-public [data-entry='1'] .pick";
    page.tap(pick);
    says(&page, "three-public", &["公务用车运行维护费", "365.40 万元", "49.35%"]);
    page.wait("document.querySelector('#three-public .tooltip:not([hidden])[data-pinned=true]')");
    page.wait("document.querySelector('#three-public [data-entry=\"1\"].lit .pick[aria-pressed=true]')");
    page.wait_for_opacity("three-public", inside(first), 77);
    assert_eq!(page.pixel("three-public", inside(second)), page.series(0), "what is pinned keeps its colour");

    page.tap(pick);
    page.wait("document.querySelector('#three-public .tooltip').hidden");
    page.wait_for_opacity("three-public", inside(first), 255);
}

#[test]
fn a_mouse_over_a_mark_shows_it_and_lights_its_legend_entry() {
    let page = Visit::at_desk().open().ready();
    page.hover_chart("structure", target(&page, "structure", 1).centre());
    says(&page, "structure", &["社会保障和就业支出", "120.28 万元", "2.53%"]);
    page.wait("document.querySelector('#structure [data-entry=\"1\"].lit')");
    assert!(!page.holds(PINNED), "pointing is not pinning");
    page.hover("h1");
    page.wait(GONE);
    page.wait("!document.querySelector('.lit')");
}

#[test]
fn a_mouse_over_a_legend_entry_shows_its_mark() {
    let page = Visit::at_desk().open().ready();
    let first = target(&page, "structure", 0);
    page.hover("#structure [data-entry='2']");
    says(&page, "structure", &["住房保障支出", "49.11 万元", "1.03%"]);
    page.wait_for_opacity("structure", inside(first), 77);
    page.hover("h1");
    page.wait(GONE);
    page.wait_for_opacity("structure", inside(first), 255);
}

#[test]
fn a_part_of_a_bar_lights_the_series_it_belongs_to() {
    let page = Visit::at_desk().open().ready();
    let (part, rect) = page.scene("basic-project").targets[2];
    assert!(part > 1, "the first two are the whole's");
    page.hover_chart("basic-project", rect.centre());
    says(&page, "basic-project", &["一般公共服务 · 基本支出", "1,888.66 万元"]);
    page.wait("document.querySelector('#basic-project [data-entry=\"0\"].lit')");
    assert_eq!(page.texts("#basic-project .lit").len(), 1);
}

#[test]
fn arrows_walk_through_the_marks_enter_pins_and_escape_lets_go() {
    let page = Visit::at_desk().open().ready();
    // The chart is reached as a reader without a mouse reaches it.
    page.run("document.querySelector('#three-public summary').focus()", "");
    page.tab_to("#structure canvas");
    if ENGINE.has(Need::ActiveWindow) {
        page.wait("parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2");
    }

    page.key(RIGHT);
    says(&page, "structure", &["一般公共服务支出", "95.92%"]);
    page.key(RIGHT);
    says(&page, "structure", &["社会保障和就业支出", "2.53%"]);
    page.key(LEFT);
    says(&page, "structure", &["一般公共服务支出", "95.92%"]);
    page.key(LEFT);
    says(&page, "structure", &["卫生健康支出", "0.52%"]);
    page.key(RIGHT);
    says(&page, "structure", &["一般公共服务支出", "95.92%"]);
    page.key(ENTER);
    page.wait(PINNED);
    page.wait("document.querySelector('#structure [data-entry=\"0\"].lit')");
    page.key(ESCAPE);
    page.wait(GONE);
}
