//! Official statistics with several budgets: named by the address or by a published page, or dropped; a file that cannot be
//! read is told, and what is shown stays.

use serde_json::{Value, json};

use super::page::Page;
use super::visit::{Visit, budget};
use super::years::{of_year, published};

/// The inhabitants of the shipped budget's place, and an index of prices.
pub fn statistics() -> Value {
    json!({
        "format": "budget-lens/statistics/1",
        "series": [
            {
                "kind": "inhabitants", "name": "常住人口", "name_en": "residents", "region": "朔州市平鲁区", "unit": "万人",
                "source": {"name": "平鲁区统计局"}, "values": {"2025": "16.60", "2026": "16.50"},
            },
            {
                "kind": "prices", "name": "居民消费价格指数", "base": 2025,
                "source": {"name": "国家统计局"}, "values": {"2025": "100", "2026": "101.0"},
            },
        ],
    })
}

const TWO: &str = "data=budget.json&data=2025.json&stats=statistics.json";

fn visit() -> Visit {
    Visit::by_phone().extra("2025.json", of_year(2025, "2719.99"))
}

/// Drops files with these texts onto the page.
fn drop(page: &Page, texts: &[String]) {
    let script = "const data = new DataTransfer();
        for (const [i, text] of arguments[0].entries()) data.items.add(new File([text], i + '.json'));
        document.body.dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: data}))";
    page.run(script, json!(texts));
}

/// Chooses what amounts are divided by, and waits for a formula that ends so.
#[track_caller]
fn shows_each(page: &Page) {
    page.wait("document.querySelector('#years [data-choose=\"per=inhabitant\"]')");
    page.tap("#years [data-choose='per=inhabitant']");
    page.wait("document.querySelector('#years .entries').textContent.includes('÷ 朔州市平鲁区常住人口 16.50 万人 = 288.14 元/人')");
}

#[test]
fn the_address_names_statistics_and_amounts_are_seen_for_each_inhabitant_and_in_prices_of_one_year() {
    let page = visit().extra("statistics.json", statistics().to_string()).query(TWO).open().ready();
    shows_each(&page);
    page.has_no_blank_canvas();
    // The rate is that of the amounts before they are rounded.
    assert_eq!(
        page.text("#years figcaption"),
        "从 2025 年到 2026 年，居民人均支出（本页计算）由 163.85 元增到 288.14 元（+75.8%）。"
    );
    assert!(page.text("#years .below").contains("常住人口（2025、2026 年）：平鲁区统计局"));
    // What was chosen is in the address, with the file.
    assert_eq!((page.parameter("per"), page.parameter("stats")), ("inhabitant".into(), "statistics.json".into()));
    page.tap("#years [data-choose='per=']");
    page.tap("#years [data-choose='prices=2026']");
    page.wait("document.querySelector('#years .entries').textContent.includes('× 101.0 ÷ 100 = 2,747.19 万元')");
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_what_is_shown_stays() {
    let wrong = statistics().to_string().replace("16.60", "-1");
    let page = visit().extra("statistics.json", wrong).query(TWO).open().ready();
    page.wait("document.querySelectorAll('#years .entry').length === 2");
    page.wait("document.querySelector('.messages .alert')?.textContent.includes('应为大于 0 的数')");
    assert!(page.text(".messages .alert h2").contains("statistics.json"));
    assert!(page.holds("!document.querySelector('#years [data-choose^=\"per=inhabitant\"]')"));
    page.tap(".messages [data-action=close]");
    page.wait("!document.querySelector('.messages .alert')");
    // One of another site may not be shown.
    page.visit(&format!("{}?data=budget.json&data=2025.json&stats=https://other.example/s.json", page.address()));
    page.wait("document.querySelector('.messages .alert')?.textContent.includes('只能指向本网站自己的文件')");
    page.wait("document.querySelectorAll('#years .entry').length === 2");
}

#[test]
fn statistics_are_dropped_with_the_budgets_or_after_them() {
    let page = Visit::at_desk().open().ready();
    drop(&page, &[of_year(2025, "2719.99"), statistics().to_string(), budget()]);
    shows_each(&page);
    assert!(page.text(".messages").contains("统计数据：1.json"));
    let page = visit().query("data=budget.json&data=2025.json").open().ready();
    page.wait("document.querySelectorAll('#years .entry').length === 2");
    drop(&page, &[statistics().to_string().replace("\"16.50\"", "\"x\"")]);
    page.wait("document.querySelector('.messages .alert')?.textContent.includes('0.json')");
    assert!(page.holds("document.querySelectorAll('#years .entry').length === 2"));
    drop(&page, &[statistics().to_string()]);
    shows_each(&page);
    assert!(page.holds("!document.querySelector('.messages .alert')"));
}

#[test]
fn the_page_of_a_published_department_finds_the_statistics() {
    let beside = [("--statistics", "statistics.json", statistics().to_string())];
    let folder = published("published-statistics", &beside);
    let page = Visit::by_phone().site(folder.join("site")).open();
    page.session.post("url", &json!({"url": format!("{}2026/centre/index.html", page.address())}));
    shows_each(&page);
}
