//! What is saved: pictures, numbers, the budget, the page itself; also of a reader's own file.

use serde_json::{Value, json};

use super::sheet::CATCH;
use super::temporary::Temporary;
use super::visit::{Visit, budget, document};

#[test]
fn the_picture_for_chats_is_upright_has_ink_and_is_the_one_that_is_shown() {
    let page = Visit::by_phone().before(CATCH).query("theme=dark").open().ready();
    for figure in ["structure", "three-public", "projects", "checks", ""] {
        page.open_sheet(figure);
        let shown = page.value("document.querySelector('.sheet img.picture').src");
        assert!(shown.as_str().unwrap_or_default().starts_with("data:image/png;base64,"), "{figure}");
        assert!(page.text(".sheet").contains("长按图片"));
        let name = page.saved("png");
        assert!(name.contains("-2026-") && name.ends_with("png"), "{name}");
        let look = page.run(LOOK, Value::Null);
        assert_eq!(
            (&look["width"], &look["height"], &look["type"]),
            (&json!(1_080), &json!(1_350), &json!("image/png")),
            "{figure}"
        );
        assert!(look["colours"].as_u64() > Some(50), "{figure}: {look}");
        assert_eq!(look["paper"], json!([255, 255, 255, 255]), "{figure} is light whatever the page is");
        page.tap("[data-take=close]");
        page.wait("!document.querySelector('.sheet')");
    }
}

/// What the picture is like that was saved last.
const LOOK: &str = "return (async () => {
            const {blob} = files[files.length - 1];
            const image = await createImageBitmap(blob);
            const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
            canvas.drawImage(image, 0, 0);
            const {data} = canvas.getImageData(0, 0, image.width, image.height);
            const colours = new Set();
            for (let i = 0; i < data.length; i += 4) colours.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
            return {width: image.width, height: image.height, type: blob.type, colours: colours.size, paper: [...data.slice(0, 4)]};
        })()";

#[test]
fn the_picture_for_documents_is_painted_when_it_is_wanted() {
    let page = Visit::by_phone().before(CATCH).open().ready();
    page.open_sheet("structure");
    page.saved("detailed-png");
    let look = page.run(LOOK, Value::Null);
    assert_eq!(look["width"], 1_280);
    assert!(look["height"].as_u64() > Some(500) && look["colours"].as_u64() > Some(50), "{look}");
}

#[test]
fn the_drawing_is_well_formed_and_has_the_words() {
    let page = Visit::by_phone().before(CATCH).open().ready();
    page.open_sheet("structure");
    assert!(page.saved("svg").ends_with("-2026-钱用在哪里.svg"));
    let parsed = page.run("return (d => [d.documentElement.tagName, d.documentElement.textContent])(new DOMParser().parseFromString(arguments[0], 'image/svg+xml'))", page.saved_text());
    assert_eq!(parsed[0], "svg");
    let words = parsed[1].as_str().expect("text");
    for word in ["钱用在哪里？", "一般公共服务支出", "4,560.06", "95.9%", "表三", "预算透视"] {
        assert!(words.contains(word), "{word} is not in {words}");
    }
}

#[test]
fn a_figures_numbers_read_back_as_the_same_numbers() {
    let page = Visit::by_phone().before(CATCH).open().ready();
    page.open_sheet("structure");
    let name = page.saved("csv");
    assert!(name.ends_with("-2026-钱用在哪里.csv"), "{name}");
    let csv = page.saved_text();
    let rows: Vec<_> = csv.trim_start_matches('\u{feff}').lines().map(String::from).collect();
    let shown = "[...document.querySelectorAll('#structure .data tr')].map(row => [...row.cells].map(c => c.textContent.trim().replace(/,/g, '')).join(','))";
    assert_eq!(json!(rows), page.value(shown));
    assert!(csv.starts_with('\u{feff}'), "Excel needs the mark");
}

#[test]
fn figures_of_several_documents_are_saved_as_numbers_pictures_and_drawings() {
    let other = super::years::of_another_department(&super::years::of_year(2026, "3100.00"));
    let visit = Visit::by_phone().extra("2025.json", super::years::of_year(2025, "2719.99")).extra("other.json", other);
    let page = visit.query("data=budget.json&data=2025.json&data=other.json").before(CATCH).open().ready();
    page.wait("document.querySelector('figure#years .entry') && document.querySelector('figure#compare .entry')");
    for (figure, words) in [("years", ["2025 年", "2,719.99"]), ("compare", ["平鲁区教育局", "3,100.00"])] {
        page.open_sheet(figure);
        page.saved("csv");
        let csv = page.saved_text();
        assert!(words.iter().all(|word| csv.contains(&word.replace(',', ""))), "{csv}");
        page.saved("svg");
        let drawing = page.saved_text();
        assert!(words.iter().all(|word| drawing.contains(word)), "{drawing}");
        page.saved("png");
        assert!(page.run(LOOK, Value::Null)["colours"].as_u64() > Some(50));
        page.tap("[data-take=close]");
        page.wait("!document.querySelector('.sheet')");
    }
}

#[test]
fn every_official_table_can_be_saved() {
    let page = Visit::by_phone().before(CATCH).open().ready();
    page.open_sheet("tables");
    let tables = page.texts("[data-take^=table-]");
    assert_eq!(tables.len(), 13);
    let name = page.saved("table-2");
    assert!(name.contains("表三"), "{name}");
    let csv = page.saved_text();
    assert!(csv.contains("科目编码,项目,") && csv.contains("4754.23") && csv.contains("\r\n20103,"), "{csv}");
}

#[test]
fn the_budget_is_saved_byte_for_byte_also_a_readers_own() {
    let page = Visit::by_phone().before(CATCH).open().ready();
    page.open_sheet("structure");
    assert!(page.saved("json").ends_with("-2026-部门预算.json"));
    assert_eq!(page.saved_text(), budget());
    page.tap("[data-take=close]");

    let own = [b"\xEF\xBB\xBF", &document("bare.json")[..]].concat();
    let file = Temporary::of("shared.json", &own);
    page.choose(&file.0);
    page.wait("document.querySelector('h1')?.textContent === '局'");
    let before = page.asked().len();
    page.open_sheet("structure");
    page.saved("json");
    assert_eq!(page.saved_text().into_bytes(), own);
    assert!(page.text(".sheet").contains("没有链接能打开它"));
    assert_eq!(page.texts("[data-take=link], [data-take=embed]").len(), 0, "no site has this file");
    assert_eq!(page.asked().len(), before, "the file stays on the reader's machine");
}

#[test]
fn a_saved_page_has_every_number_without_a_network_and_without_a_script() {
    let page = Visit::by_phone().before(CATCH).open().ready().checked();
    page.open_sheet("");
    let name = page.saved("page");
    assert!(name.ends_with("-2026-部门预算.html"), "{name}");
    let file = Temporary::of("saved-page.html", page.saved_text());
    let from = page.address();
    page.session.post("url", &json!({"url": format!("file://{}", file.0.display())}));
    assert!(page.holds("document.scripts.length === 0 && performance.getEntriesByType('resource').length === 0"));
    let line = page.text(".messages .file");
    assert!(line.contains("保存的网页") && line.contains(&from), "{line}");
    let words = page.value("document.body.textContent").as_str().expect("text").to_string();
    let budget: Value = serde_json::from_str(&budget()).expect("JSON");
    let mut amounts = 0;
    for table in budget["tables"].as_array().expect("a list") {
        for line in table["lines"].as_array().expect("a list") {
            for amount in line["amounts"].as_object().into_iter().flat_map(|cells| cells.values()) {
                let Some(amount) = amount.as_str() else { continue };
                let (whole, rest) = amount.split_once('.').unwrap_or((amount, ""));
                let digits: Vec<_> = whole.trim_start_matches('-').chars().rev().collect();
                let groups: Vec<String> = digits.chunks(3).map(|group| group.iter().collect()).collect();
                let whole: String = groups.join(",").chars().rev().collect();
                assert!(words.contains(&format!("{whole}.{rest}")), "{amount} is not in the saved page");
                amounts += 1;
            }
        }
    }
    assert!(amounts > 200, "only {amounts} amounts were looked for");
    assert!(page.holds("document.querySelectorAll('figure .chart svg').length >= 10"), "drawings");
    assert!(page.holds("document.documentElement.scrollWidth <= innerWidth"), "nothing is wider than the phone");
    assert!(
        page.holds("[...document.querySelectorAll('[data-action=share]')].every(b => !b.offsetHeight)"),
        "no dead buttons"
    );
}

#[test]
fn a_readers_own_file_is_saved_as_a_page_too() {
    let page = Visit::by_phone().before(CATCH).query("lang=en").open().ready().checked();
    let own = Temporary::of("own-page.json", document("bare.json"));
    page.choose(&own.0);
    page.wait("document.querySelector('#checks figcaption').textContent.includes('14 places')");
    page.open_sheet("");
    page.saved("page");
    let html = page.saved_text();
    assert!(html.contains("saved on") && html.contains(own.name()) && html.contains("lang=\"en\""));
    assert!(!html.contains("<script") && !html.contains("4,560.06"));
}

#[test]
fn a_file_that_the_browser_refuses_is_told() {
    let refuses = "URL.createObjectURL = () => { throw new Error('no'); }";
    let page = Visit::by_phone().before(refuses).open().ready();
    page.open_sheet("structure");
    page.tap("[data-take=csv]");
    page.wait("[...document.querySelectorAll('.said')].some(said => said.textContent.includes('没有保存成功'))");
}

#[test]
fn the_page_is_printed_without_the_sheet() {
    let page = Visit::by_phone()
        .before("window.print = () => { window.printed = !document.querySelector('.sheet'); }")
        .open()
        .ready();
    page.open_sheet("");
    page.tap("[data-take=print]");
    page.wait("window.printed === true");
}
