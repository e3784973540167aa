//! A file of official statistics: what is read of it, and what its publisher is told whose file is not right.

use budget_lens::budget::{PeopleUnit, SeriesKind};
use budget_lens::load::{self, Diagnostic};
use budget_lens::locale::Lang;
use serde_json::{Value, json};

fn sound() -> Value {
    json!({
        "format": "budget-lens/statistics/1",
        "series": [
            {
                "kind": "inhabitants", "name": "常住人口", "region": "青石县", "unit": "万人",
                "source": {"name": "县统计局", "url": "https://stats.example/"},
                "values": {"2025": "20.30", "2026": 20.18},
            },
            {
                "kind": "prices", "name": "居民消费价格指数", "base": 2020,
                "source": {"name": "国家统计局"}, "values": {"2020": "100.0", "2026": "104.2"},
            },
        ],
    })
}

/// The sound file with this changed.
fn with(path: &str, value: Value) -> String {
    let mut file = sound();
    let (parent, name) = path.rsplit_once('/').unwrap();
    match file.pointer_mut(parent).unwrap() {
        Value::Array(all) => all[name.parse::<usize>().unwrap()] = value,
        object => object[name] = value,
    }
    file.to_string()
}

/// The path and the Chinese sentence of each fault.
fn told(text: &str) -> Vec<(String, String)> {
    let place = |fault: Diagnostic| (fault.location.as_ref().unwrap().path.clone(), fault.kind.sentence(Lang::Zh));
    load::statistics(text.as_bytes()).expect_err("a sound file").into_iter().map(place).collect()
}

#[test]
fn decimals_are_kept_as_they_are_written_and_years_without_a_number_have_none() {
    let (statistics, odd) = load::statistics(sound().to_string().as_bytes()).unwrap();
    assert!(odd.is_empty(), "{odd:?}");
    let [inhabitants, prices] = &statistics.series[..] else { panic!("{statistics:?}") };
    assert_eq!((inhabitants.kind, inhabitants.unit), (SeriesKind::Inhabitants, Some(PeopleUnit::TenThousand)));
    let of = |year| inhabitants.of(year).map(|number| number.to_string());
    assert_eq!([of(2025), of(2026), of(2024)], [Some("20.30".into()), Some("20.18".into()), None]);
    assert_eq!(prices.of(2020).unwrap().to_string(), "100.0");
}

#[test]
fn a_number_that_cannot_be_one_is_told_with_its_place() {
    let at = "/series/0/values/2025";
    for (value, expected) in [
        (json!("0"), "应为大于 0 的数；没有数的年份请不要写。"),
        (json!("-3.5"), "应为大于 0 的数；没有数的年份请不要写。"),
        (json!("1e5"), "应为金额，写成 \"61.00\" 这样的十进制数，实为 \"1e5\"。"),
        (json!("二十万"), "应为金额，写成 \"61.00\" 这样的十进制数，实为 \"二十万\"。数字请用半角，不带单位。"),
        (json!("203,000"), "应为金额，写成 \"61.00\" 这样的十进制数，实为 \"203,000\"。请去掉千分位逗号。"),
        (json!("9".repeat(40)), "应为金额，小数点前最多 15 位、后最多 6 位，实为 "),
        (json!(["203000"]), "应为金额，写成 \"61.00\" 这样的十进制数，实为 […]。"),
    ] {
        let [(place, sentence)] = &told(&with(at, value.clone()))[..] else { panic!("{value}") };
        assert_eq!(place, at);
        assert!(sentence.starts_with(expected), "{value}: {sentence}");
    }
}

#[test]
fn what_else_is_wrong_is_told_all_at_once() {
    let cases = [
        (
            with("/format", json!("budget-lens/statistics/2")),
            "/format",
            "应为 \"budget-lens/statistics/1\"，实为 \"budget-lens/statistics/2\"。",
        ),
        (
            with("/series/0/kind", json!("people")),
            "/series/0/kind",
            "应为下列之一：\"inhabitants\"、\"prices\"，实为 \"people\"。",
        ),
        (
            with("/series/0/region", json!(" ")),
            "/series/0/region",
            "人口要写是哪个地区的（region），与预算里的 region 写法一样。",
        ),
        (
            with("/series/1/region", json!("")),
            "/series/1/region",
            "地区（region）是空的：全国的价格指数请不要写 region，一个地区的请写地区名称。",
        ),
        (with("/series/0/source", json!({})), "/series/0/source", "缺少必有的字段 \"name\"。"),
        (with("/series/0/source/name", json!("")), "/series/0/source", "来源要写名称（name）。"),
        (
            with("/series/0/source/url", json!("javascript:alert(1)")),
            "/series/0/source",
            "url 应以 https:// 或 http:// 开头。",
        ),
        (with("/series/0/values", json!({})), "/series/0/values", "这里一年的数也没有。"),
        (
            with("/series/0/values", json!({"2025年": "20.30"})),
            "/series/0/values/2025年",
            "应以年份为名，如 \"2025\"。",
        ),
        (
            with("/series/1/base", Value::Null),
            "/series/1/base",
            "价格指数要写以哪一年为 100（base），如 2020；上年 = 100 的指数请先逐年连乘。",
        ),
        (with("/series/1/values/2020", json!("101.3")), "/series/1/values/2020", "base 那一年的指数应为 100。"),
        (
            with("/series/1", sound()["series"][0].clone()),
            "/series/1/region",
            "前面已经有同一类、同一地区的数，不知以哪一组为准。",
        ),
    ];
    for (text, place, sentence) in cases {
        assert_eq!(told(&text), [(place.into(), sentence.into())], "{text}");
    }
    // A year that stands there twice is not the last one's.
    let twice = sound().to_string().replacen("\"2025\":\"20.30\"", "\"2025\":\"20.30\",\"2025\":\"99\"", 1);
    assert_eq!(told(&twice), [("/series/0/values/2025".into(), "字段 \"2025\" 写了两次，不知以哪一个为准。".into())]);
    let all = (0..5_001).map(|i| {
        let mut one = sound()["series"][0].clone();
        one["region"] = json!(format!("{i}县"));
        one
    });
    let all: Vec<_> = all.collect();
    assert_eq!(told(&with("/series", json!(all))), [("/series".into(), "这里超过 5000 组，本页不读这么多。".into())]);
    let many = with("/series/0/values/2025", json!("x")).replace("104.2", "y");
    assert_eq!(told(&many).len(), 2);
}

#[test]
fn a_file_is_known_by_its_format_whatever_stands_around_it() {
    assert!(load::is_statistics(sound().to_string().as_bytes()));
    assert!(load::is_statistics(with("/format", json!("budget-lens/statistics/9")).as_bytes()));
    let budget = include_str!("../data/bare.json");
    assert!(!load::is_statistics(budget.as_bytes()));
    // A budget may speak of the format.
    let speaking = budget.replacen("\"局\"", "\"budget-lens/statistics/1\"", 1);
    assert!(speaking.contains("statistics") && !load::is_statistics(speaking.as_bytes()));
    assert!(!load::is_statistics(b"{\"format\": \"budget-lens/statistics/1\""));
}

#[test]
fn what_the_format_does_not_have_is_noted() {
    let (_, odd) = load::statistics(with("/series/0/regions", json!("x")).as_bytes()).unwrap();
    assert!(odd[0].kind.sentence(Lang::Zh).contains("是不是想写 \"region\""), "{odd:?}");
}
