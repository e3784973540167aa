//! The page as HTML: complete before any script, and as high as the live one at every width.

use serde_json::Value;

use crate::common::budgets::of as budget;
use crate::common::{golden, repository};
use budget_lens::chart::{ChartSize, scene};
use budget_lens::check::check;
use budget_lens::export::breakpoints::{BANDS, drawings, room};
use budget_lens::export::page;
use budget_lens::figure::{Figure, Plot, Query, Verdict, figures, report_figure};
use budget_lens::locale::{Lang, Locale, TextSize};
use budget_lens::money::Unit;
use budget_lens::paint::{responsive_svg, svg};
use budget_lens::scene::Role;

/// The widths of phones and tablets, in CSS pixels.
const DEVICES: [u16; 19] =
    [320, 344, 360, 375, 384, 390, 393, 402, 412, 414, 428, 430, 440, 480, 640, 712, 768, 800, 834];

const WORDS: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };

fn whole(file: &str) -> String {
    let budget = budget(file);
    page::whole(&budget, &check(&budget))
}

/// What a reader reads of the HTML, without its elements.
fn text(html: &str) -> String {
    let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.collect::<String>().replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// A budget's figures that have a drawing, as the complete page shows them.
fn drawn(file: &str) -> Vec<Figure> {
    let budget = budget(file);
    let report = check(&budget);
    let with_checks = |figure: Figure| match figure.id {
        "checks" => report_figure(&report, &budget, &Query::default(), WORDS).unwrap(),
        _ => figure,
    };
    let all = figures(&budget, &Query::default(), WORDS).into_iter().map(with_checks);
    all.filter(|figure| figure.plot != Plot::None).collect()
}

#[test]
fn every_amount_of_the_official_tables_stands_in_the_page() {
    let data: Value = serde_json::from_str(&repository::text("budget.json")).unwrap();
    let read = text(&whole("budget.json"));
    let mut amounts = 0;
    for table in data["tables"].as_array().unwrap() {
        for line in table["lines"].as_array().unwrap() {
            for amount in line["amounts"].as_object().into_iter().flatten().filter_map(|(_, amount)| amount.as_str()) {
                let (digits, places) = amount.split_once('.').unwrap_or((amount, ""));
                let mut grouped = String::new();
                for (i, digit) in digits.chars().enumerate() {
                    if i > 0 && (digits.len() - i) % 3 == 0 && !grouped.ends_with('-') {
                        grouped.push(',');
                    }
                    grouped.push(digit);
                }
                let printed = if places.is_empty() { grouped } else { grouped + "." + places };
                assert!(read.contains(&printed), "{printed} of {} is missing", table["id"]);
                amounts += 1;
            }
        }
    }
    assert!(amounts > 200, "only {amounts} amounts: the test looks in the wrong place");
}

#[test]
fn every_figures_sentence_stands_in_the_page() {
    let (read, budget) = (text(&whole("budget.json")), budget("budget.json"));
    let report = check(&budget);
    let all = figures(&budget, &Query::default(), WORDS);
    assert!(all.len() >= 14);
    for figure in all {
        let figure = if figure.id == "checks" {
            report_figure(&report, &budget, &Query::default(), WORDS).unwrap()
        } else {
            figure
        };
        assert!(read.contains(&*figure.answer), "{}: {}", figure.id, figure.answer);
    }
    assert!(text(&page::html(&page::first_figures(&budget, &check(&budget)))).contains("4,560.06"));
}

#[test]
fn a_document_with_little_in_it_and_one_with_odd_names_are_pages_too() {
    for file in ["tests/data/bare.json", "tests/data/odd.json"] {
        let html = whole(file);
        assert!(is_well_formed(&html), "{file}");
        assert!(!html.contains("<script") && !html.contains("style="), "{file}");
        assert!(text(&html).contains("这份文件") || file.contains("odd"), "what is lacking is said");
    }
}

/// Whether every element that is opened is closed in its turn.
fn is_well_formed(html: &str) -> bool {
    let mut open = Vec::new();
    for part in html.split('<').skip(1) {
        let Some((tag, _)) = part.split_once('>') else { return false };
        let name: String = tag.chars().take_while(|c| !c.is_whitespace() && *c != '/').collect();
        if let Some(closed) = tag.strip_prefix('/') {
            if open.pop().as_deref() != Some(closed) {
                return false;
            }
        } else if !tag.ends_with('/') && !["input", "br"].contains(&name.as_str()) {
            open.push(name);
        }
    }
    open.is_empty()
}

#[test]
fn every_drawing_is_well_formed_and_has_numbers_for_places() {
    for file in ["budget.json", "tests/data/odd.json", "tests/data/bare.json"] {
        for figure in drawn(file) {
            for (scene, class) in drawings(&figure, TextSize::Usual, &|frame| scene(&figure, WORDS, frame)) {
                let drawing = responsive_svg::drawing(&scene, &class);
                assert!(is_well_formed(&drawing), "{file} {} {class}: {drawing}", figure.id);
                assert!(!drawing.contains("NaN") && !drawing.contains("fill=\"#") && !drawing.contains("style"));
            }
        }
    }
}

#[test]
fn each_width_of_the_window_has_one_drawing_of_a_figure() {
    for figure in drawn("budget.json") {
        let classes = drawings(&figure, TextSize::Usual, &|frame| scene(&figure, WORDS, frame))
            .into_iter()
            .map(|(_, class)| class);
        let mut bands: Vec<_> =
            classes.flat_map(|class| class.split(' ').map(String::from).collect::<Vec<_>>()).collect();
        bands.sort_by_key(|band| band[1..].parse::<usize>().unwrap());
        let first = if figure.plot.is_wide() { BANDS.iter().position(|begin| *begin == 640).unwrap() } else { 0 };
        assert_eq!(bands, (first..BANDS.len()).map(|i| format!("b{i}")).collect::<Vec<_>>(), "{}", figure.id);
    }
}

#[test]
fn a_drawing_is_as_high_as_the_canvas_that_takes_its_place() {
    for figure in drawn("budget.json") {
        let drawings = drawings(&figure, TextSize::Usual, &|frame| scene(&figure, WORDS, frame));
        let mut other = Vec::new();
        for window in DEVICES.into_iter().chain(900..1400) {
            if figure.plot.is_wide() && window < 640 {
                continue;
            }
            let band = BANDS.iter().rposition(|begin| *begin <= window).unwrap();
            let class = format!("b{band}");
            let (shown, _) = drawings.iter().find(|(_, classes)| classes.split(' ').any(|one| one == class)).unwrap();
            let live = scene(&figure, WORDS, ChartSize { width: room(figure.id, window), font_size: 14.0 });
            if (live.height.round() - shown.height.round()).abs() > 0.1 {
                other.push((window, shown.height, live.height));
            }
        }
        assert!(other.is_empty(), "{}: {:?} … {:?} ({})", figure.id, other.first(), other.last(), other.len());
    }
}

#[test]
fn the_style_sheet_has_the_bands_and_the_colours_of_the_drawings() {
    let css = repository::text("style/static-charts.css");
    for (i, begin) in BANDS.iter().enumerate() {
        let rule = css.lines().find(|line| line.contains(&format!(".b{i} "))).unwrap();
        let begins = format!("(min-width: {begin}px)");
        assert!(i == 0 || rule.contains(&begins), "{rule}");
        if let Some(next) = BANDS.get(i + 1) {
            assert!(rule.contains(&format!("(max-width: {}.98px)", next - 1)), "{rule}");
        }
    }
    let roles = (0..8).flat_map(|i| [Role::Series(i), Role::OnSeries(i)]);
    let outcomes = Verdict::ALL.into_iter().flat_map(|of| [Role::Verdict(of), Role::OnVerdict(of)]);
    let others = [Role::Ink, Role::Soft, Role::Rule, Role::Ghost, Role::Beam, Role::Brand];
    for theme in [svg::LIGHT, svg::DARK] {
        for role in roles.clone().chain(outcomes.clone()).chain(others) {
            let class = responsive_svg::class(role);
            let of_class = css.lines().rfind(|line| {
                let is_on = class.starts_with("on-") && line.contains("[class^=\"on-\"]");
                is_on || line.split([' ', ',']).any(|part| part == format!(".{class}"))
            });
            let name = of_class.and_then(|rule| rule.split_once("var(")?.1.split(')').next()).unwrap();
            let value = theme.split([';', '{']).find_map(|line| line.trim().strip_prefix(name)?.strip_prefix(": "));
            let (red, green, blue) = svg::theme(theme).colour(role);
            assert_eq!(value.unwrap(), format!("#{red:02x}{green:02x}{blue:02x}"), "{class}");
        }
    }
}

#[test]
fn the_drawing_of_the_structure_is_as_it_was() {
    let figure = drawn("budget.json").into_iter().find(|figure| figure.id == "structure").unwrap();
    let all = drawings(&figure, TextSize::Usual, &|frame| scene(&figure, WORDS, frame));
    let drawn: String =
        all.iter().map(|(scene, class)| responsive_svg::drawing(scene, class).replace("><", ">\n<") + "\n").collect();
    golden::held("tests/golden/official-structure-responsive.svg", &drawn);
}
