//! What is on the canvases: sharp, where the scene says, at every size, ratio and theme.

use budget_lens::scene::Point;

use super::engines::{Need, lacks};
use super::page::Page;
use super::scenes::{filled, inside};
use super::visit::Visit;

const FIGURES: [&str; 3] = ["structure", "basic-project", "three-public"];

/// Waits until every canvas has as many pixels as the device gives it.
fn are_sharp(page: &Page, ratio: f64) {
    page.wait(&format!(
        "[...document.querySelectorAll('figure canvas')].every(c => !c.clientWidth ||
            c.width === Math.round(c.clientWidth * {ratio}) && c.height === Math.round(c.clientHeight * {ratio})
            && c.clientWidth === c.parentElement.clientWidth && c.clientHeight > 40)"
    ));
}

#[test]
fn every_mark_is_on_its_canvas_in_its_colour() {
    let page = Visit::by_phone().open().ready();
    are_sharp(&page, 3.0);
    for figure in FIGURES {
        page.has_ink_where_the_scene_says(figure);
    }
    // What the eye looks for: the largest class first, the next largest at the left of the lens.
    let marks = filled(&page.scene("structure"));
    let lens = marks.iter().find(|(series, _)| *series == 1).expect("the second class is drawn").1;
    assert!(lens.y > marks[0].1.y + marks[0].1.height, "it lies in the row below");
    assert_eq!(page.pixel("structure", inside(marks[0].1)), page.series(0));
    assert_eq!(page.pixel("structure", inside(lens)), page.series(1));
}

#[test]
fn beside_a_short_bar_there_is_nothing() {
    let page = Visit::by_phone().open().ready();
    let scene = page.scene("basic-project");
    let last = filled(&scene).last().expect("bars are drawn").1;
    assert!(last.x + last.width < scene.width / 4.0, "the smallest class has a short bar");
    let beside: Vec<_> =
        (4..10).map(|tenth| Point { x: scene.width * f64::from(tenth) / 10.0, y: last.centre().y }).collect();
    for pixel in page.pixels("basic-project", &beside) {
        assert_eq!(pixel[3], 0, "blank at {beside:?}");
    }
}

#[test]
fn a_turned_phone_gets_wider_drawings() {
    let page = Visit::by_phone().open().ready();
    let upright = page.scene("structure").width;
    page.resize(844, 390, 3.0);
    are_sharp(&page, 3.0);
    assert!(page.scene("structure").width > upright * 2.0, "the card has become wider");
    for figure in FIGURES {
        page.has_ink_where_the_scene_says(figure);
    }
    page.resize(390, 844, 3.0);
    are_sharp(&page, 3.0);
    page.has_ink_where_the_scene_says("structure");
}

#[test]
fn zooming_or_another_screen_draws_again_in_the_new_pixels() {
    if lacks(Need::PixelRatio) {
        return;
    }
    let page = Visit::by_phone().open().ready();
    // The window's height changes too, and with it nothing on the canvases: without any change of
    // size the emulated screen does not tell the page.
    for (ratio, height) in [(2.0, 840), (1.0, 841), (1.5, 842), (3.0, 843)] {
        page.resize(390, height, ratio);
        are_sharp(&page, ratio);
        for figure in FIGURES {
            page.has_ink_where_the_scene_says(figure);
        }
    }
}

#[test]
fn charts_leave_scrolling_to_the_page() {
    if lacks(Need::Touch) {
        return;
    }
    let page = Visit::by_phone().open().ready();
    for figure in FIGURES {
        assert_eq!(page.style(&format!("#{figure} canvas"), "touch-action"), "pan-y pinch-zoom");
        page.run("scrollTo(0, 0)", "");
        let canvas = format!("#{figure} canvas");
        page.run("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", canvas.as_str());
        let before = page.value("scrollY").as_f64().expect("a number");
        page.drag_up(&canvas, 150.0);
        page.wait(&format!("scrollY > {before} + 50"));
        assert!(page.holds(&format!("document.querySelector('#{figure} .tooltip').hidden")), "a drag is no tap");
    }
}
