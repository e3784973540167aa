//! Several departments beside each other: ranked by what is chosen, each number from its document, and what makes it
//! unfair said.

use std::sync::Arc;

use budget_lens::budget::{Budget, Others};
use budget_lens::figure::{Control, Figure, Param, Places, Plot, Query, figures, param};
use budget_lens::load;
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;
use serde_json::{Value, json};

pub const ZH: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };

pub fn document(department: &str, year: u16, [total, basic, project, three]: [&str; 4], staff: Option<u32>) -> Value {
    let staff = staff.map(|staff| {
        json!([{"key": "serving-staff", "name": "在编人员", "value": staff.to_string(), "unit": "人", "section": "人员"}])
    });
    json!({
        "format": "budget-lens/1",
        "document": {"department": department, "year": year, "title": "部门预算", "unit": "万元"},
        "tables": [
            {
                "number": "表三", "title": "部门支出总表", "kind": "expenditure",
                "columns": [{"id": "total", "name": "合计"}, {"id": "basic", "name": "基本支出"}, {"id": "project", "name": "项目支出"}],
                "lines": [
                    {"name": "合计", "role": "total", "amounts": {"total": total, "basic": basic, "project": project}},
                    {"code": "201", "name": "一般公共服务支出", "amounts": {"total": total, "basic": basic, "project": project}},
                ],
            },
            {
                "number": "表十", "title": "“三公”经费", "kind": "three-public",
                "columns": [{"id": "total", "name": "预算数"}],
                "lines": [
                    {"name": "合计", "role": "total", "key": "three-public", "amounts": {"total": three}},
                    {"name": "公务接待费", "key": "reception", "amounts": {"total": three}},
                ],
            },
        ],
        "staff": staff.unwrap_or(json!([])),
    })
}

fn read(document: &Value) -> Budget {
    load::read(document.to_string().as_bytes()).unwrap().budget
}

/// The first of these documents, open together with the others.
pub fn together(documents: &[Value]) -> Budget {
    let others = Others::new(documents.iter().map(read).collect());
    let budget = read(&documents[0]);
    budget.others.set(Arc::new(others));
    budget
}

pub fn three() -> [Value; 3] {
    [
        document("青石县教育局", 2026, ["100.00", "60.00", "40.00", "2.00"], Some(50)),
        document("青石县财政局", 2026, ["300.00", "100.00", "200.00", "9.00"], Some(90)),
        document("青石县档案馆", 2026, ["50.00", "45.00", "5.00", "1.50"], None),
    ]
}

pub fn compare(budget: &Budget, query: &Query) -> Option<Figure> {
    figures(budget, query, ZH).into_iter().find(|figure| figure.id == "compare")
}

pub fn by(measure: &str) -> Query {
    let mut query = Query::default();
    query.set(Param::new(param::MEASURE, measure));
    query
}

#[test]
fn departments_of_one_year_are_ranked_and_each_number_leads_into_its_document() {
    let budget = together(&three());
    let figure = compare(&budget, &Query::default()).unwrap();
    assert_eq!(
        figure.answer.to_string(),
        "3 个部门里，青石县财政局的支出最多，300.00 万元；青石县档案馆最少，50.00 万元。"
    );
    let listed: Vec<_> =
        figure.legend.iter().map(|&id| (&*figure.entries[id].name, &*figure.entries[id].amount)).collect();
    assert_eq!(listed, [("青石县财政局", "300.00"), ("青石县教育局", "100.00"), ("青石县档案馆", "50.00")]);
    assert_eq!(figure.entries[0].note.as_deref(), Some("项目支出占 66.7%"));
    let places = Places::of(&budget, ZH);
    assert_eq!(places.href(figure.entries[0].at.unwrap()), "#青石县财政局-2026/表三-合计");
    assert_eq!(places.path(figure.entries[0].at.unwrap()), "青石县财政局 2026 年文件 · 表三 · 合计 · 合计");
    assert_eq!(figure.entries[0].param, Some(Param::new(param::YEAR, "青石县财政局-2026")));
    assert_eq!((places.href(figure.entries[1].at.unwrap()).as_str(), &figure.entries[1].param), ("#表三-合计", &None));
    let Plot::Series(bars) = &figure.plot else { panic!("{:?}", figure.plot) };
    assert_eq!(bars.iter().map(|bar| bar.parts.len()).collect::<Vec<_>>(), [2, 2, 2]);
    let rows: Vec<Vec<_>> =
        figure.grid.rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect();
    assert_eq!(rows[1], ["青石县教育局", "100.00", "60.00", "40.00", "2.00", "50", "400.00"]);
    // A narrow part has no room for its name.
    assert_eq!(figure.notes[0].to_string(), "图的读法：每条从左到右是基本支出、项目支出。");
    assert!(figure.notes[1].to_string().contains("不等于花得不当"));
    // Years of one department are no departments.
    assert!(figures(&budget, &Query::default(), ZH).iter().all(|figure| figure.id != "years"));
}

#[test]
fn for_each_member_of_staff_the_formula_stands_there_and_who_states_none_is_named() {
    let figure = compare(&together(&three()), &by(param::EACH)).unwrap();
    assert_eq!(
        figure.answer.to_string(),
        "2 个部门里，青石县财政局的人均“三公”经费（本页计算）最多，1,000.00 元；青石县教育局最少，400.00 元。"
    );
    assert_eq!(figure.entries[0].note.as_deref(), Some("9.00 万元 ÷ 在编人员 90 人 = 1,000.00 元/人（本页计算）"));
    assert!(figure.entries[0].at.is_none(), "a quotient of ours is printed nowhere");
    assert_eq!((figure.entries[2].unstated, &*figure.entries[2].amount), (true, "未列明"));
    assert!(figure.notes.iter().any(|note| *note == "没有写在编人数、所以算不出人均的：青石县档案馆。"));
}

#[test]
fn only_documents_of_the_same_year_are_compared_and_the_others_are_named() {
    let mut documents = three();
    documents[2]["document"]["year"] = json!(2025);
    documents[1]["document"]["level"] = json!("unit");
    let figure = compare(&together(&documents), &by(param::THREE_PUBLIC)).unwrap();
    assert_eq!(figure.legend.len(), 2);
    let notes: Vec<_> = figure.notes.iter().map(ToString::to_string).collect();
    assert!(notes.contains(&"没有 2026 年文件的：青石县档案馆。".into()), "{notes:?}");
    assert!(notes.contains(&"只是一个单位本身、不含所属单位的：青石县财政局。".into()), "{notes:?}");
    documents[1]["document"]["year"] = json!(2025);
    assert!(compare(&together(&documents), &Query::default()).is_none());
}

#[test]
fn of_many_departments_some_are_named_and_what_nobody_states_is_not_offered() {
    let documents: Vec<_> =
        (0..9).map(|i| document(&format!("青石县{i}局"), 2026, ["9.00", "9.00", "0.00", "1.00"], None)).collect();
    let budget = together(&documents);
    let figure = compare(&budget, &Query::default()).unwrap();
    assert!(figure.source.to_string().contains("青石县5局等 9 个部门的 2026 年文件"), "{}", figure.source);
    let Control::Options { options, .. } = &figure.controls[0] else { panic!("{:?}", figure.controls) };
    assert_eq!(options.len(), 3, "nobody states its staff");
    let figure = compare(&budget, &by(param::EACH)).unwrap();
    assert_eq!(figure.answer.to_string(), "这几个部门的这个数都算不出来。");
    assert_eq!(figure.entries[0].note.as_deref(), Some("这份文件没有写在编人数"));
    assert!(figure.notes.iter().any(|note| note.ends_with("等 9 个。")), "{:?}", figure.notes);
}

#[test]
fn departments_of_two_places_that_are_called_the_same_are_told_apart() {
    let mut documents = three();
    for (document, region) in documents.iter_mut().zip(["青石县", "白水县", "白水县"]) {
        document["document"]["region"] = json!(region);
    }
    documents[0]["document"]["department"] = json!("教育局");
    documents[1]["document"]["department"] = json!("教育局");
    let budget = together(&documents);
    let figure = compare(&budget, &Query::default()).unwrap();
    assert_eq!(figure.entries[0].name, "白水县教育局");
    let places = Places::of(&budget, ZH);
    assert_eq!(places.href(figure.entries[0].at.unwrap()), "#白水县教育局-2026/表三-合计");
    let others = budget.others.get().unwrap();
    assert_eq!(
        others.documents()[others.called("青石县教育局-2026").unwrap()].document.region.as_deref(),
        Some("青石县")
    );
}

/// The three departments with projects of these names and amounts.
pub fn with_projects(all: [&[(&str, &str)]; 3]) -> [Value; 3] {
    let mut documents = three();
    for (document, projects) in documents.iter_mut().zip(all) {
        let line = |(name, total): &(&str, &str)| json!({"name": name, "is": "project", "amounts": {"total": total}});
        let lines: Vec<_> = projects.iter().map(line).collect();
        document["tables"].as_array_mut().unwrap().push(json!({
            "number": "表十一", "title": "项目支出表", "kind": "projects",
            "columns": [{"id": "total", "name": "金额"}], "lines": lines,
        }));
    }
    documents
}

/// The texts and the chosen value of a choice.
fn choice<'f>(figure: &'f Figure, name: &str) -> (Vec<&'f str>, &'f str) {
    let controls = figure.controls.iter();
    let mut found = controls.filter_map(|control| match control {
        Control::Options { name: own, options, chosen, .. } if *own == name => {
            Some((options.iter().map(|(_, text)| text.as_str()).collect(), chosen.as_str()))
        }
        _ => None,
    });
    found.next().unwrap_or_default()
}

#[test]
fn projects_of_a_kind_are_found_by_the_words_that_several_departments_use() {
    let documents = with_projects([
        &[("办公楼物业管理费", "12.00"), ("校园网络信息化运维", "20.00"), ("学生资助", "8.00")],
        &[("物业管理服务项目", "150.00"), ("财政信息化建设", "40.00"), ("信息化设备购置", "10.00")],
        &[("档案数字化", "5.00")],
    ]);
    let budget = together(&documents);
    let mut query = by(param::PROJECTS);
    let figure = compare(&budget, &query).unwrap();
    assert_eq!(choice(&figure, param::MEASURE).0, ["全部支出", "按功能分类", "“三公”经费", "项目"]);
    let (kinds, chosen) = choice(&figure, param::FIND);
    assert_eq!((kinds, chosen), (vec!["全部项目", "信息化", "物业"], ""), "what everything is called is no kind");
    query.set(Param::new(param::FIND, "信息化"));
    let figure = compare(&budget, &query).unwrap();
    assert_eq!(
        figure.answer.to_string(),
        "3 个部门里，青石县财政局的名称含“信息化”的项目的金额最多，50.00 万元；青石县档案馆没有这样的项目。"
    );
    let notes: Vec<_> = figure.legend.iter().map(|&id| figure.entries[id].note.as_deref().unwrap_or("")).collect();
    assert_eq!(notes, ["2 个项目", "1 个项目", "0 个项目"]);
    let Plot::Series(bars) = &figure.plot else { panic!("{:?}", figure.plot) };
    assert_eq!((bars.len(), bars[0].parts.len()), (2, 1), "a department without any has no bar");
    // A sum of several is printed nowhere, a single project is.
    assert!(figure.entries[0].at.is_none() && figure.entries[1].at.is_some());
    let list = figure.sections[0].grid.as_ref().unwrap();
    let rows: Vec<Vec<_>> =
        list.rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect();
    assert_eq!(rows[0], ["青石县财政局", "财政信息化建设", "40.00"]);
    assert_eq!(rows[2], ["青石县教育局", "校园网络信息化运维", "20.00"]);
    let places = Places::of(&budget, ZH);
    assert_eq!(places.href(list.rows[0].cells[2].at.unwrap()), "#青石县财政局-2026/表十一-财政信息化建设");
    assert!(figure.notes.iter().any(|note| note.to_string().contains("按项目名称里的字找")));
    // Words that nobody has offered are a choice of their own.
    query.set(Param::new(param::FIND, "资助"));
    let figure = compare(&budget, &query).unwrap();
    assert_eq!(choice(&figure, param::FIND), (vec!["全部项目", "资助", "信息化", "物业"], "资助"));
}

#[test]
fn departments_that_list_no_projects_are_not_compared_by_them() {
    let budget = together(&three());
    let figure = compare(&budget, &Query::default()).unwrap();
    assert_eq!(choice(&figure, param::MEASURE).0, ["全部支出", "按功能分类", "“三公”经费"]);
    // Who has no such table is unknown and not without projects.
    let mut documents = with_projects([&[("物业", "1.00")], &[("物业费", "2.00")], &[]]);
    documents[2] = three()[2].clone();
    let mut query = by(param::PROJECTS);
    query.set(Param::new(param::FIND, "物业"));
    let figure = compare(&together(&documents), &query).unwrap();
    let amounts: Vec<_> = figure.legend.iter().map(|&id| figure.entries[id].amount.as_str()).collect();
    assert_eq!(amounts, ["2.00", "1.00", "未列明"]); // Nor is it known of who prints the sum alone.
    let sum = json!([{"name": "合计", "role": "total", "amounts": {"total": "5.00"}}]);
    let mut printed = with_projects([&[("物业", "1.00")], &[("物业费", "2.00")], &[("物业", "5.00")]]);
    printed[2]["tables"][2]["lines"] = sum;
    let figure = compare(&together(&printed), &query).unwrap();
    let amounts: Vec<_> = figure.legend.iter().map(|&id| figure.entries[id].amount.as_str()).collect();
    assert_eq!(amounts, ["2.00", "1.00", "未列明"]);
}

#[test]
fn kinds_of_projects_are_whole_words() {
    let documents = with_projects([
        &[("青石县采购经理人指数", "3.00"), ("2026年1%人口抽样调查", "2.00"), ("机构运行辅助经费", "1.00")],
        &[("青石县采购经理人指数调查", "5.00"), ("人口抽样调查经费", "1.00"), ("执行辅助", "1.00")],
        &[("采购经理人指数编制", "2.00"), ("全国人口抽样调查", "2.00"), ("机构运行辅助", "1.00")],
    ]);
    let budget = together(&documents);
    let figure = compare(&budget, &by(param::PROJECTS)).unwrap();
    let (kinds, _) = choice(&figure, param::FIND);
    assert_eq!(kinds, ["全部项目", "采购经理人指数", "人口抽样调查", "机构运行辅助"]);
}
