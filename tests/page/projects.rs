//! The list of projects: only those without a form, the sentence that an open one begins with, the mark of what is wrong
//! with one while it is closed.

use crate::common::budgets::official;
use budget_lens::budget::Budget;
use budget_lens::check::check;
use budget_lens::export::page;
use budget_lens::figure::{Figure, Param, Query, figures, param, report_figure};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;

const WORDS: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };

fn projects(budget: &Budget, choice: Param) -> Figure {
    let mut query = Query::default();
    query.set(choice);
    figures(budget, &query, WORDS).into_iter().find(|figure| figure.id == "projects").unwrap()
}

#[test]
fn only_the_projects_without_a_form_are_listed_when_they_are_asked_for() {
    let budget = official();
    let figure = projects(&budget, Param::new(param::FORM, param::WITHOUT_FORM));
    let without = budget.projects.iter().filter(|project| project.form.is_none()).count();
    assert_eq!((figure.legend.len(), without), (6, 6));
    for &id in &figure.legend {
        let name = &figure.entries[id].name;
        let of = budget.projects.iter().find(|project| project.name == *name).unwrap();
        assert!(of.form.is_none(), "{name}");
    }
}

#[test]
fn an_open_project_begins_with_what_it_gets_and_what_its_form_states() {
    let figure = projects(&official(), Param::new(param::PROJECT, "平鲁区政府会议室费用（2026年）"));
    let first = &figure.sections[0].paragraphs[0];
    assert!(first.starts_with("安排 43.60 万元。绩效表写的目标：") && first.ends_with('。'), "{first}");
    let none = projects(&official(), Param::new(param::PROJECT, "平鲁区机关食堂费用（2026年）"));
    assert!(none.sections[0].paragraphs.iter().any(|text| text.contains("没有公布")), "{:?}", none.sections);
}

#[test]
fn a_closed_row_shows_that_something_is_wrong_with_its_project() {
    let budget = official();
    let page = page::whole(&budget, &check(&budget));
    let (_, rest) = page.split_once("id=\"projects\"").unwrap();
    let list = rest.split_once("</figure>").unwrap().0;
    let marked = |name: &str| {
        let row = list.split("<li class=\"entry").find(|row| row.contains(&format!("<span>{name}</span>"))).unwrap();
        row.contains("data-verdict=\"mismatch\"")
    };
    assert!(marked("实验小学维修改造工程"));
    assert!(!marked("职工公寓运行经费（2026年）"));
}

#[test]
fn a_years_cost_that_is_what_the_whole_term_gets_is_told_as_that() {
    let budget = official();
    let figure = report_figure(&check(&budget), &budget, &Query::default(), WORDS).unwrap();
    let told = |section: &&_| {
        let section: &budget_lens::figure::Section = section;
        section.title.contains("物业管理费") && section.title.contains("整个项目期的资金")
    };
    assert_eq!(figure.sections.iter().filter(told).count(), 1);
}
