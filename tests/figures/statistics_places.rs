//! Statistics of several places and departments: which of them are a department's, that each number says what it is divided
//! by, and how departments are compared with them.

use super::statistics::{EN, ZH, all_options, amounts, document, figure, options, rows, statistics, together};
use budget_lens::figure::{Figure, Plot, param};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;
use serde_json::{Value, json};

/// Inhabitants of these places, and these prices.
fn of_places(places: &[(&str, &str, &str, &str)]) -> Value {
    let series = |(region, name, unit, number): &(&str, &str, &str, &str)| {
        json!({
            "kind": "inhabitants", "name": name, "region": region, "unit": unit,
            "source": {"name": format!("{region}统计局")}, "values": {"2024": number, "2025": number, "2026": number},
        })
    };
    json!({"format": "budget-lens/statistics/1", "series": places.iter().map(series).collect::<Vec<_>>()})
}

/// Two years of a department that does not say its place.
fn without_place(department: &str) -> [Value; 2] {
    [2025, 2026].map(|year| {
        let mut one = document(department, year, ["4000.00", "8.00"], [None, None]);
        one["document"]["region"] = Value::Null;
        one
    })
}

fn footnotes(figure: &Figure) -> String {
    figure.footnotes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_department_without_a_place_has_the_inhabitants_of_the_longest_place_that_its_name_begins_with() {
    let places = [
        ("南京市", "常住人口", "万人", "900"),
        ("南京市江宁区", "常住人口", "万人", "100"),
        ("吉林", "常住人口", "万人", "50"),
        ("吉州", "常住人口", "万人", "20"),
    ];
    let formula = |department: &str, places: &[_]| {
        let budget = together(&without_place(department), Some(&of_places(places)));
        figure("years", &budget, &[(param::PER, "inhabitant")], ZH).entries[0].note.clone().unwrap_or_default()
    };
    for own in [
        "南京市教育局",
        "南京市市场监督管理局",
        "南京市市级机关事务管理局",
        "南京市城市管理局",
        "南京市住房和城乡建设局",
        "南京市农业农村局乡村振兴处",
        "南京市乡镇企业局",
        "南京市社区服务中心",
        "南京市档案馆（市地方志办公室）",
        "南京市园林和市政工程管理局",
    ] {
        assert!(formula(own, &places).contains("南京市常住人口 900 万人"), "{own}: {}", formula(own, &places));
    }
    for district in ["南京市江宁区教育局", "南京市江宁区市场监督管理局"] {
        assert!(formula(district, &places).contains("南京市江宁区常住人口 100 万人"), "{district}");
        assert!(!formula(district, &places[..1]).contains('÷'), "{district}: not all of the city");
    }
    for other in [
        "南京市市南区教育局",
        "吉林市教育局",
        "吉林市委宣传部",
        "吉林省教育厅",
        "吉州区教育局",
        "南京市祁县财政局",
        "南京市馆陶县民政局",
        "南京市江阴市民政局",
        "南京市经济技术开发区财政局",
        "南京市河口镇人民政府",
        "南京市湖熟街道办事处",
    ] {
        assert!(!formula(other, &places).contains('÷'), "{other}: {}", formula(other, &places));
    }
}

#[test]
fn in_a_column_with_inhabitants_of_several_places_each_cell_says_of_which_and_in_what() {
    let mut documents =
        ["青石县教育局", "白水县财政局"].map(|name| document(name, 2026, ["100.00", "1.00"], [None, None]));
    documents[1]["document"]["region"] = json!("白水县");
    let chosen = [(param::MEASURE, param::EACH_INHABITANT)];
    let mut places = [("青石县", "常住人口", "万人", "20.05"), ("白水县", "户籍人口", "人", "100000")];
    let compared = figure("compare", &together(&documents, Some(&of_places(&places))), &chosen, ZH);
    assert_eq!(compared.grid.head[5], "数量");
    let cells = |figure: &Figure| rows(figure).iter().map(|row| row[5].to_owned()).collect::<Vec<_>>();
    assert_eq!(cells(&compared), ["白水县户籍人口 100,000 人", "青石县常住人口 20.05 万人"]);
    assert!(footnotes(&compared).contains("白水县户籍人口的来源：白水县统计局"), "{}", footnotes(&compared));
    // Of one place and in one unit, the heading says it once.
    documents[1]["document"]["region"] = json!("青石县");
    places[1].2 = "万人";
    let compared = figure("compare", &together(&documents, Some(&of_places(&places))), &chosen, ZH);
    assert_eq!(compared.grid.head[5], "青石县常住人口（万人）");
    assert_eq!(cells(&compared), ["20.05", "20.05"]);
    let told = footnotes(&compared);
    assert_eq!(told.matches("的来源：").count(), 1, "{told}");
    assert!(!told.contains("户籍人口"), "nothing follows from it: {told}");
}

#[test]
fn of_many_series_the_source_line_names_some_and_those_that_alternate_stand_there_once() {
    let regions = ["甲县", "乙县", "丙县", "丁县", "戊县", "己县", "庚县", "甲县"];
    let mut documents = Vec::new();
    for (i, region) in regions.iter().enumerate() {
        let mut one = document(&format!("{region}第{i}局"), 2026, ["100.00", "1.00"], [None, None]);
        one["document"]["region"] = json!(region);
        documents.push(one);
    }
    let places: Vec<_> = regions[..7].iter().map(|region| (*region, "常住人口", "万人", "20")).collect();
    let compared = figure(
        "compare",
        &together(&documents, Some(&of_places(&places))),
        &[(param::MEASURE, param::EACH_INHABITANT)],
        ZH,
    );
    let source = compared.source.to_string();
    assert!(source.ends_with("己县统计局等 7 组统计数据") && !source.contains("庚县统计局"), "{source}");
    assert_eq!(footnotes(&compared).matches("甲县常住人口的来源").count(), 1, "{}", footnotes(&compared));
}

#[test]
fn the_years_cite_each_series_that_they_follow_from_and_mix_no_indices() {
    let mut documents = super::statistics::three_years();
    documents[0]["document"]["region"] = Value::Null;
    let mut given = statistics();
    for (kind, name) in [(0, "户籍人口"), (1, "县城价格指数")] {
        let mut other = given["series"][kind].clone();
        (other["region"], other["name"]) = (json!("青石县图书馆"), json!(name));
        given["series"].as_array_mut().unwrap().push(other);
    }
    let budget = together(&documents, Some(&given));
    let inhabitant = figure("years", &budget, &[(param::PER, "inhabitant")], ZH);
    let source = inhabitant.source.to_string();
    assert!(source.contains("户籍人口（2024 年）") && source.contains("青石县常住人口（2025、2026 年）"), "{source}");
    assert_eq!(inhabitant.grid.head[2], "数量");
    assert_eq!(rows(&inhabitant)[0][2], "青石县图书馆户籍人口 20.36 万人");
    let prices = figure("years", &budget, &[(param::PRICES, "2026")], ZH);
    assert_eq!(amounts(&prices), ["未列明", "4,500.00", "4,754.23"], "indices of two series are never mixed");
    assert!(!prices.source.to_string().contains("县城价格指数"), "{}", prices.source);
}

#[test]
fn where_only_the_count_is_missing_the_number_is_not_said_to_be_missing() {
    let documents = ["青石县教育局", "青石县财政局"].map(|name| document(name, 2026, ["100.00", "1.00"], [None, None]));
    let chosen = [(param::MEASURE, param::EACH_INHABITANT)];
    let none = figure("compare", &together(&documents, None), &chosen, ZH);
    assert_eq!(none.answer.to_string(), "这几个部门的这个数都算不出来。");
    assert_eq!(none.entries[0].note.as_deref(), Some("统计数据里没有这一年的人口"));
    let en = figure("compare", &together(&documents, None), &chosen, EN);
    assert_eq!(en.answer.to_string(), "This number cannot be worked out for any of the departments.");
    assert!(en.notes.iter().any(|note| note.to_string().starts_with("The statistics have no population for: ")));
    let mut one = documents;
    one[0]["document"]["region"] = json!("白水县");
    let one = figure("compare", &together(&one, Some(&statistics())), &chosen, ZH);
    assert_eq!(one.answer.to_string(), "这几个部门里只有一个算得出这个数。");
}

fn departments() -> [Value; 3] {
    [
        document("青石县教育局", 2026, ["100.00", "6.00"], [Some("50"), Some("2")]),
        document("青石县财政局", 2026, ["300.00", "9.50"], [Some("90"), Some("3")]),
        document("青石县档案馆", 2026, ["50.00", "1.50"], [None, None]),
    ]
}

#[test]
fn departments_are_compared_for_each_member_of_staff_vehicle_and_inhabitant() {
    let budget = together(&departments(), Some(&statistics()));
    let person = figure("compare", &budget, &[(param::MEASURE, param::EACH_PERSON)], ZH);
    assert_eq!(
        person.answer.to_string(),
        "2 个部门里，青石县财政局的在编人员人均支出（本页计算）最多，3.33 万元；青石县教育局最少，2.00 万元。"
    );
    assert_eq!(
        person.entries[0].note.as_deref(),
        Some("300.00 万元 ÷ 在编人员 90 人 = 3.33 万元/人（四舍五入，本页计算）")
    );
    assert!(person.notes.iter().any(|note| *note == "没有写在编人数、所以算不出人均的：青石县档案馆。"));
    let vehicle = figure("compare", &budget, &[(param::MEASURE, param::EACH_VEHICLE)], ZH);
    assert_eq!(amounts(&vehicle), ["3.17", "3.00", "未列明"]);
    assert_eq!(rows(&vehicle)[0], ["青石县财政局", "300.00", "—", "—", "9.50", "9.50", "3", "3.17"]);
    let inhabitant = figure("compare", &budget, &[(param::MEASURE, param::EACH_INHABITANT)], ZH);
    assert_eq!(amounts(&inhabitant), ["14.96 元", "4.99 元", "2.49 元"]);
    let Plot::Series(bars) = &inhabitant.plot else { panic!("{:?}", inhabitant.plot) };
    assert_eq!(bars.len(), 3);
    assert!(
        inhabitant.source.ends_with("；青石县常住人口（2026 年）：青石县统计局《统计公报》"),
        "{}",
        inhabitant.source
    );
    assert_eq!(options(&inhabitant, param::MEASURE).unwrap(), ["", "classes", "three-public"]);
    assert_eq!(all_options(&inhabitant)[1], ["", "each-person", "each-inhabitant"]);
    assert_eq!(all_options(&vehicle)[1], ["three-public", "each", "each-vehicle"]);
    let without = figure("compare", &together(&departments(), None), &[], ZH);
    assert_eq!(all_options(&without)[1], ["", "each-person"], "there are no statistics");
}

#[test]
fn amounts_in_yuan_or_in_larger_units_are_rounded_to_hundredths_of_a_fitting_unit() {
    let budget = together(&departments(), Some(&statistics()));
    let of = |unit| Locale { lang: Lang::Zh, unit };
    let chosen = [(param::MEASURE, param::EACH_PERSON)];
    assert_eq!(amounts(&figure("compare", &budget, &chosen, of(Unit::Yuan)))[0], "33,333.33");
    assert_eq!(amounts(&figure("compare", &budget, &chosen, of(Unit::Yi)))[0], "3.33 万元");
    // Less than one of the unit is told in yuan.
    let each = figure("compare", &budget, &[(param::MEASURE, param::EACH)], ZH);
    assert_eq!(amounts(&each), ["1,200.00 元", "1,055.56 元", "未列明"]);
}
