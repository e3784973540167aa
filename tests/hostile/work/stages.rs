//! All that is done with a document, from its text to the page, the report and the files.

use std::ffi::OsString;
use std::fs;
use std::hint::black_box;
use std::path::Path;

use budget_lens::budget::Budget;
use budget_lens::chart::{ChartSize, scene};
use budget_lens::check::{Names, Report, check, explained, ids};
use budget_lens::export::{csv, page, slim};
use budget_lens::figure::{self, Figure, Initials, Marks, Param, Places, Query, all, param, search};
use budget_lens::locale::{Lang, Locale};
use budget_lens::markup::{self, EXTRAS, Element, Highlight, Node, el};
use budget_lens::{cli, load};

use super::counter::{Work, counted, is_counting};

/// A table of what each stage took.
pub struct Taken(pub Vec<(String, Work)>);

impl Taken {
    /// Does a stage of the work.
    pub fn stage<T>(&mut self, name: impl Into<String>, work: impl FnOnce() -> T) -> T {
        let (work, made) = counted(work);
        self.0.push((name.into(), work));
        made
    }
}

/// Does everything with the document that this is the text of, and tells what each stage took.
pub fn all_stages(json: &str, folder: &Path) -> Taken {
    let mut taken = Taken(Vec::new());
    let budget =
        taken.stage("reading", || load::read(json.as_bytes())).unwrap_or_else(|faults| panic!("{faults:#?}")).budget;
    taken.stage("views", || budget.make_views());
    let report = taken.stage("checking", || check(&budget));
    // Memory is asked for alike in each language and at each choice.
    let langs: &[Lang] = if is_counting() { &[Lang::Zh, Lang::En] } else { &[Lang::Zh] };
    for &lang in langs {
        let locale = Locale { lang, unit: budget.document.unit };
        let marks = taken.stage("marks", || figure::marks(&budget, &report, locale));
        figures(&mut taken, &budget, &marks, locale);
        searches(&mut taken, &budget, locale);
        report_of(&mut taken, &budget, &report, locale);
    }
    places(&mut taken, &budget);
    let tree = taken.stage("the whole page", || page::tree(&budget, &report));
    taken.stage("the page as text", || page::html(&tree).len());
    let slim = taken.stage("the short page", || {
        slim::slim(tree, "whole.html", Locale { lang: Lang::Zh, unit: budget.document.unit })
    });
    taken.stage("the short page as text", || page::html(&slim).len());
    taken.stage("tables as CSV", || budget.tables.iter().map(|table| csv::table(table).len()).sum::<usize>());
    if is_counting() {
        commands(&mut taken, json, folder);
    }
    taken
}

/// Every figure as it is at first, at each choice of a reader, its drawings, and its card as the page shows it.
fn figures(taken: &mut Taken, budget: &Budget, marks: &Marks, locale: Locale) {
    let terms = figure::terms(budget, locale);
    let choices = [
        ("at first", Query::default()),
        ("drilled", query(param::CODE, "201")),
        ("filtered", query(param::FIND, "工程")),
        ("with a project", query(param::PROJECT, budget.projects.last().map_or("", |project| &project.name))),
        ("sorted", query(param::SORT, "name")),
        ("of one table", query(param::TABLE, budget.tables.last().map_or("", |table| &table.number))),
        ("of one verdict", query(param::VERDICT, "mismatch")),
        ("with all findings", query(param::FINDINGS, param::ALL_FINDINGS)),
    ];
    for (choice, query) in choices.into_iter().take(if is_counting() { usize::MAX } else { 1 }) {
        taken.stage(format!("what is not there, {choice}"), || figure::not_found(budget, &query).is_some());
        for question in all() {
            let name = |what: &str| format!("{} {choice}, {what}", question.id);
            let Some(figure) = taken.stage(name("figure"), || (question.answer)(budget, &query, locale)) else {
                continue;
            };
            drawn(taken, &name("drawing"), &figure, locale);
            let card = || {
                let chart = markup::chart(&figure, Highlight::default(), locale, Some(Places::of(budget, locale)));
                markup::card(
                    &figure,
                    chart,
                    Highlight::default(),
                    locale,
                    Some(Places::of(budget, locale)),
                    Some(&EXTRAS),
                )
            };
            let card = taken.stage(name("card"), card);
            let annotated = taken.stage(name("terms"), || markup::annotate_terms(vec![card.into()], &terms));
            let flagged = taken.stage(name("marks"), || markup::flag_findings(annotated, marks));
            taken.stage(name("matching"), || matched(&flagged));
            taken.stage(name("HTML"), || written(flagged));
            taken.stage(name("CSV"), || csv::grid(&figure.grid).len());
        }
    }
    let summary = taken.stage("summary", || figure::summary(budget, locale));
    black_box(summary);
    taken.stage("headline", || figure::headline(budget, locale));
}

fn drawn(taken: &mut Taken, name: &str, figure: &Figure, locale: Locale) {
    for (width, font_size) in [(324.0, 14.0), (1_100.0, 18.0)] {
        taken.stage(format!("{name} {width}"), || scene(figure, locale, ChartSize { width, font_size }).marks.len());
    }
}

/// How the nodes would be changed into the same ones of which the first has become the last.
fn matched(nodes: &[Node]) -> usize {
    let mut count = 0;
    for node in nodes {
        if let Node::Element(Element { children, .. }) = node {
            let turned: Vec<Node> = children.iter().skip(1).chain(children.first()).cloned().collect();
            count += markup::matching(children, &turned).len();
            count += matched(children);
        }
    }
    count
}

fn written(nodes: Vec<Node>) -> usize {
    let mut html = String::new();
    for node in nodes {
        node.write_html(&mut html);
    }
    html.len()
}

fn query(name: &'static str, value: &str) -> Query {
    let mut query = Query::default();
    query.set(Param::new(name, value));
    query
}

fn searches(taken: &mut Taken, budget: &Budget, locale: Locale) {
    let initials = Initials::default();
    for text in ["201", "同", "1.00", "1", "维修", "查无此词", "支支支支支支支支", "a b c d e f g h", "招待"]
    {
        let hits = taken.stage(format!("searching for {text}"), || search(budget, text, &initials, locale));
        taken.stage(format!("hits of {text}"), || markup::search(text, &hits, &[], locale).len());
    }
    taken.stage("examples of searches", || figure::examples(budget, locale));
}

fn report_of(taken: &mut Taken, budget: &Budget, report: &Report, locale: Locale) {
    let names = Names::new(budget);
    taken.stage("ids of findings", || ids(report, &names));
    taken.stage("explained findings", || explained(report, &names));
    taken.stage("what was checked", || figure::checked(report, budget, locale).is_some());
    for id in ["checks-1", "checks-100", "checks-99999"] {
        taken.stage("a finding's address", || black_box(figure::locate_finding(id)).len());
    }
    taken.stage("the head", || el("div").child(page::head(budget, Some(report), locale)));
}

/// Each address of the document, and where it leads.
fn places(taken: &mut Taken, budget: &Budget) {
    let addresses = taken.stage("addresses", || {
        let each = |table: &budget_lens::budget::Table| {
            table.lines.iter().map(|line| budget.address(table.line(line))).collect::<Vec<_>>()
        };
        budget.tables.iter().flat_map(each).collect::<Vec<_>>()
    });
    let last = addresses.last().cloned().unwrap_or_default();
    taken.stage("an address", || figure::locate(budget, &last));
    taken.stage("an address that is not there", || figure::locate(budget, "表九十九-1"));
}

/// The reports, which are made on threads of their own, whose memory is not counted.
fn commands(taken: &mut Taken, json: &str, folder: &Path) {
    let (file, out) = (folder.join("budget.json"), folder.join("report"));
    fs::write(&file, json).unwrap();
    for (name, arguments) in [
        ("check", vec!["check", "--all"]),
        ("check --json", vec!["check", "--json"]),
        ("check --html", vec!["check", "--html", "--all", "--lang=en"]),
    ] {
        let arguments = arguments.into_iter().map(OsString::from);
        let arguments = arguments.chain(["-o".into(), out.clone().into(), file.clone().into()]);
        let arguments: Vec<OsString> = [OsString::from("budget-lens")].into_iter().chain(arguments).collect();
        taken.stage(name, || cli::run(arguments.into_iter(), || 0));
    }
}
