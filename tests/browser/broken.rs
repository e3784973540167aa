//! Files that cannot be shown: each refused in place, in Chinese, with where and why; what was shown stays.

use super::engines::{Need, lacks};
use super::page::Page;
use super::temporary::Temporary;
use super::visit::{Visit, budget, dist, document};
use crate::common::server::{self, Site};

/// Waits for the alert about this file; the page is at rest then. Returns its sentences and its folded detail.
#[track_caller]
fn alert(page: &Page, name: &str) -> (String, String) {
    page.wait(&format!("document.querySelector('main [role=alert] h2')?.textContent.includes('{name}')"));
    page.wait("document.querySelector('main').getAttribute('aria-busy') === 'false'");
    assert_eq!(page.texts("[role=alert]").len(), 1, "one alert at a time");
    assert!(page.holds("!document.querySelector('[role=alert] details').open"), "the detail is folded");
    let said = page.texts("[role=alert] li").join("\n");
    assert!(said.chars().any(|c| ('一'..='鿿').contains(&c)), "{said:?} is Chinese");
    (said, page.text("[role=alert] pre"))
}

/// Line and column of `what` in `text`, as an editor counts them.
fn place(text: &str, what: &str) -> (usize, usize) {
    let before = &text[..text.find(what).unwrap_or_else(|| panic!("{what} is there"))];
    (before.matches('\n').count() + 1, before.chars().rev().take_while(|c| *c != '\n').count() + 1)
}

/// A broken file: its name, its bytes, what the sentences say, what the detail says.
type Case = (&'static str, Vec<u8>, Vec<String>, Vec<String>);

fn case(name: &'static str, bytes: impl Into<Vec<u8>>, says: &[&str], detail: &[&str]) -> Case {
    let own = |texts: &[&str]| texts.iter().map(ToString::to_string).collect();
    (name, bytes.into(), own(says), own(detail))
}

/// Opens one after the other; after each the official budget must still be there.
fn each_is_refused(cases: &[Case]) {
    let page = Visit::by_phone().open().ready();
    for (name, bytes, says, detail) in cases {
        let file = Temporary::of(name, bytes);
        page.choose(&file.0);
        let (said, technical) = alert(&page, name);
        for part in says {
            assert!(said.contains(part), "{name}: {said:?} says {part:?}");
        }
        for part in detail {
            assert!(technical.contains(part), "{name}: {technical:?} says {part:?}");
        }
        assert!(page.text("[role=alert]").contains("页面上原来的内容没有变"), "{name}");
        assert_eq!(page.text("main .number"), "4,754.23", "{name}");
        assert_eq!(page.texts(".messages .file").len(), 0, "{name} is not what is shown");
    }
    page.has_ink_where_the_scene_says("structure");
    page.tap("[role=alert] [data-action=close]");
    page.wait("!document.querySelector('[role=alert]')");
}

#[test]
fn what_is_no_json_is_refused_with_the_place_where_it_stops_being_so() {
    let text = budget();
    let cut = text.split_at(text.find(", \"name\"").expect("columns have names")).0;
    let (cut_line, cut_column) = (cut.lines().count(), cut.lines().last().unwrap_or_default().chars().count() + 1);
    let cut_place = format!("第 {cut_line} 行第 {cut_column} 列");
    let gbk = b"{\"format\": \"budget-lens/1\",\n \"document\": {\"department\": \"\xBE\xD6\"}}";
    let not_a_number = text.replacen("\"4754.23\"", "NaN", 1);
    let (line, column) = place(&not_a_number, "NaN");
    each_is_refused(&[
        case("empty.json", "", &["文件是空的"], &["empty"]),
        case("blank.json", " \n\n ", &["文件是空的"], &["empty"]),
        case("login.json", "<!doctype html><title>登录</title>", &["网页"], &["web page"]),
        case("cut.json", cut, &[&cut_place, "不完整"], &[&format!("line {cut_line}, column {cut_column}")]),
        case("gbk.json", gbk, &["第 2 行第 30 列", "UTF-8"], &["line 2, column 30"]),
        case(
            "nan.json",
            not_a_number,
            &[&format!("第 {line} 行第 {column} 列"), "NaN"],
            &[&format!("line {line}, column {column}")],
        ),
        // Each sign of a Chinese keyboard, and not the first alone.
        case(
            "chinese.json",
            text.replacen("\": \"", "\"： \"", 1).replacen("\",\n", "\"，\n", 1),
            &["这是中文冒号，请换成英文冒号 :", "这是中文逗号，请换成英文逗号 ,"],
            &["a Chinese colon", "a Chinese comma"],
        ),
        case("deep.json", "[".repeat(600) + &"]".repeat(600), &["嵌套超过 512 层"], &["512"]),
        case("comment.json", text.replacen('{', "{ // 2026", 1), &["第 1 行第 3 列", "JSON"], &["line 1, column 3"]),
    ]);
}

#[test]
fn what_is_another_format_is_refused_with_what_was_expected_and_found() {
    let text = budget();
    let change = |from: &str, to: &str| text.replacen(from, to, 1);
    let typo = change("\"4754.23\"", "\"6l.00\"");
    let (line, column) = place(&typo, "\"6l.00\"");
    let typo_place = format!("第 {line} 行第 {column} 列");
    let typo_detail = format!("line {line}, column {column}, /tables/0/lines/0/amounts/income");
    let long = "1234567890".repeat(4);
    let two = change("\"year\": 2026", "\"year\": \"今年\"").replacen("\"4754.23\"", "\"1,000\"", 1);
    each_is_refused(&[
        case(
            "version.json",
            change("budget-lens/1", "budget-lens/2"),
            &["\"budget-lens/2\"", "\"budget-lens/1\""],
            &["/format"],
        ),
        case("list.json", "[]", &["第 1 行第 1 列", "对象"], &["line 1, column 1"]),
        case(
            "type.json",
            change("\"year\": 2026", "\"year\": true"),
            &["0 到 65535 的整数", "true"],
            &["/document/year"],
        ),
        case("typo.json", typo, &[&typo_place, "金额", "\"61.00\"", "\"6l.00\""], &[&typo_detail]),
        case(
            "long.json",
            change("\"4754.23\"", &format!("\"{long}\"")),
            &["最多 15 位"],
            &["/tables/0/lines/0/amounts/income"],
        ),
        case(
            "twice.json",
            change("\"year\": 2026", "\"year\": 2026, \"year\": 2027"),
            &["\"year\" 写了两次"],
            &["twice"],
        ),
        case(
            "lacks.json",
            change("\"department\":", "\"departement\":"),
            &["缺少必有的字段 \"department\""],
            &["/document"],
        ),
        case("two.json", two, &["今年", "\"1,000\""], &["/document/year", "/tables/0/lines/0/amounts/income"]),
    ]);
}

#[test]
fn several_faults_are_told_at_once_and_counted() {
    let page = Visit::by_phone().open().ready();
    let text = budget().replacen("\"year\": 2026", "\"year\": \"今年\"", 1).replacen("\"4754.23\"", "\"1,000\"", 1);
    let file = Temporary::of("several.json", text);
    page.choose(&file.0);
    alert(&page, "several.json");
    assert_eq!(page.texts("[role=alert] li").len(), 2);
    assert!(page.text("[role=alert]").contains("共发现 2 处"));
    page.tap("[role=alert] summary");
    page.wait("document.querySelector('[role=alert] pre').offsetHeight > 0");
}

#[test]
fn a_file_larger_than_the_page_reads_is_refused_aloud() {
    let page = Visit::by_phone().extra("large.json", vec![b' '; (32 << 20) + 1]).open().ready();
    let file = Temporary::sparse("larger.json", (32 << 20) + 1);
    page.choose(&file.0);
    assert!(alert(&page, "larger.json").0.contains("超过 32 MB"));
    assert_eq!(page.text("main .number"), "4,754.23");
    page.go("data=large.json");
    assert!(alert(&page, "large.json").0.contains("超过 32 MB"));
}

#[test]
fn a_missing_budget_is_said_above_the_prerendered_figures() {
    let page = Visit::by_phone().lacking("budget.json").open();
    let (said, detail) = alert(&page, "budget.json");
    assert!(said.contains("404") && detail.contains("404"), "{said} {detail}");
    page.wait("!document.querySelector('[aria-busy=true]')");
    let drawn = "[...document.querySelectorAll('.chart')].map(e => [...e.children].filter(e => e.clientHeight).length)";
    assert_eq!(
        page.value(drawn),
        serde_json::json!([0, 1, 1, 1]),
        "the drawings stay, but for what needs a wider window"
    );
    assert!(page.holds("document.body.innerText.includes('4,560.06')"), "the numbers stay");
    let order = "document.querySelector('[role=alert]').getBoundingClientRect().top < document.querySelector('h1').getBoundingClientRect().top";
    assert!(page.holds(order), "the alert comes first");
}

#[test]
fn an_address_that_names_no_budget_is_told_so() {
    let page = Visit::by_phone()
        .lacking("missing.json")
        .extra("login.json", "<!doctype html><title>登录</title>")
        .extra("typo.json", budget().replacen("\"4754.23\"", "\"6l.00\"", 1))
        .query("data=missing.json")
        .open();
    assert!(alert(&page, "missing.json").0.contains("404"));
    assert!(
        !page.holds("document.body.innerText.includes('4,560.06')"),
        "another budget's numbers are not shown in its place"
    );
    page.go("data=login.json");
    assert!(alert(&page, "login.json").0.contains("网页"));
    page.go("data=typo.json");
    assert!(alert(&page, "typo.json").1.contains("/tables/0/lines/0/amounts/income"));
    // From here a reader can still go on.
    let file = Temporary::of("instead.json", document("bare.json"));
    page.choose(&file.0);
    page.wait("document.querySelector('h1')?.textContent === '局' && !document.querySelector('[role=alert]')");
}

#[test]
fn a_budget_of_another_site_is_refused_and_never_asked_for() {
    let other = server::start("127.0.0.1:0", Site::of(dist())).expect("a free port");
    let beside = format!("//{}/budget.json", other.address);
    let page = Visit::by_phone().query("data=https://example.org/x.json").open();
    for address in [
        "https://example.org/x.json",
        "//example.org/x.json",
        "https:example.org/x.json",
        "data:application/json,{}",
        &beside,
    ] {
        page.go(&format!("data={address}"));
        assert!(alert(&page, address).0.contains("只能指向本网站自己的文件"), "{address}");
        let away = "performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin) && n !== 'data:,')";
        assert_eq!(page.value(away), serde_json::json!([]), "{address}");
    }
    assert!(other.asked.lock().expect("no thread has failed").is_empty(), "the other server was asked");
}

#[test]
fn without_a_network_the_way_back_says_so_and_what_is_shown_stays() {
    if lacks(Need::NoNetwork) {
        return;
    }
    let page = Visit::by_phone().expecting("ERR_INTERNET_DISCONNECTED").open().ready();
    let file = Temporary::of("service-worker.json", document("bare.json"));
    page.choose(&file.0);
    page.wait("document.querySelector('h1')?.textContent === '局'");
    page.session.cut_network();
    page.tap(".messages [data-action=back]");
    assert!(alert(&page, "budget.json").0.contains("连不上"));
    assert_eq!(page.text("h1"), "局");
}
