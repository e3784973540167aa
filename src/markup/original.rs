//! Links to the pages of the official document on which tables and their lines stand, where its address is known.

use super::node::{Element, Node, el};
use crate::budget::Place;
use crate::figure::{Grid, Original, Places};

/// A page of the document: a link that opens it in a new tab, without a referrer.
pub fn original(Original { text, href }: Original) -> Element {
    match href {
        Some(href) => el("a").attr("href", href).attr("target", "_blank").attr("rel", "noopener").text(text),
        None => el("span").text(text),
    }
}

/// Adds to a table's rows where they stand in the official document: to lines of an official table (`at`) after its
/// first page, and to all numbers of a finding. All but the first row of a page show it only when a link has led to
/// their line.
pub fn paged(mut table: Element, grid: &Grid, at: Option<Place>, places: Places) -> Element {
    let page = |at: Option<Place>| Some(places.original(at?)?.text);
    let start = page(at);
    let mut before = start.clone();
    let body = table.children.iter_mut().filter_map(element).find(|child| child.tag == "tbody");
    let rows = body.into_iter().flat_map(|body| body.children.iter_mut().filter_map(element));
    for (row, own) in rows.zip(&grid.rows) {
        let at = own.at.or_else(|| own.cells.first()?.at);
        let own_page = page(at);
        if own_page == start {
            before = own_page;
            continue;
        }
        let class = if own_page == before { "leaf" } else { "leaf first" };
        let told = at.and_then(|at| places.original(at)).map(original);
        let name = row.children.iter_mut().find_map(element);
        if let (Some(told), Some(name)) = (told, name) {
            name.children.push(el("small").class(class).child(told).into());
        }
        before = own_page;
    }
    table
}

fn element(node: &mut Node) -> Option<&mut Element> {
    match node {
        Node::Element(element) => Some(element),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::{Budget, Line, OfficialPlace, OfficialPlaces, Stated, Statement, Table};
    use crate::figure::{Cell, Row};
    use crate::locale::{Lang, Locale};
    use crate::markup::table::table;
    use crate::money::Unit;

    /// A table on page 8 whose lines stand on these pages.
    fn html(pages: &[Option<u16>], url: &str) -> String {
        let line = |page: &Option<u16>| Line { page: *page, ..Line::default() };
        let lines = pages.iter().map(line).collect();
        let mut budget = Budget::default();
        budget.document.url = Some(url.into());
        budget.tables = vec![Table { page: Some(8), lines, ..Table::default() }];
        let at = |line| Some(Place::Line(0, line));
        let rows = (0..pages.len()).map(|line| Row { at: at(line), ..Row::of([Cell::text("")]) });
        let grid = Grid::new([""], rows.collect());
        let places = Places::of(&budget, Locale { lang: Lang::Zh, unit: Unit::Wan });
        let mut html = String::new();
        Node::from(paged(table(&grid, Some(places)), &grid, Some(Place::Table(0)), places)).write_html(&mut html);
        html
    }

    #[test]
    fn each_line_behind_the_first_page_says_its_own_and_leads_there() {
        let html = html(&[None, Some(9), Some(9), Some(10)], "https://a.gov.cn/b.pdf");
        assert!(!html.contains("第 8 页"), "the table says it: {html}");
        assert_eq!(html.matches("class=\"leaf first\"").count(), 2, "{html}");
        assert_eq!(html.matches("class=\"leaf\"").count(), 1, "{html}");
        assert_eq!(
            html.matches("https://a.gov.cn/b.pdf#page=9\" target=\"_blank\" rel=\"noopener\">原文第 9 页").count(),
            2
        );
    }

    const TABLE: &str = "表一";

    /// A finding's numbers, of which a cell and a statement are printed in an official file that was opened.
    fn finding(official: OfficialPlaces) -> String {
        let mut budget = Budget {
            tables: vec![Table { number: TABLE.into(), lines: vec![Line::default()], ..Table::default() }],
            statements: vec![Statement::default()],
            ..Budget::default()
        };
        budget.number_tables();
        budget.official.set(Box::leak(Box::new(official))).unwrap();
        let row = |at| Row::of([Cell { at: Some(at), ..Cell::text("…") }]);
        let grid = Grid::new(
            [""],
            vec![row(Place::Line(0, 0)), row(Stated::Narrative.place(0)), Row::of([Cell::text("相差")])],
        );
        let places = Places::of(&budget, Locale { lang: Lang::Zh, unit: Unit::Wan });
        let mut html = String::new();
        Node::from(paged(table(&grid, Some(places)), &grid, None, places)).write_html(&mut html);
        html
    }

    #[test]
    fn a_finding_says_where_in_the_opened_file_its_numbers_are() {
        let place = |zh: &str, page: Option<&str>| OfficialPlace {
            told: [zh.into(), String::new()],
            page: page.map(String::from),
        };
        let paragraphs =
            vec![(TABLE.into(), place("第12段", None)), (Stated::Narrative.address(0), place("第40段", None))];
        let html = finding(OfficialPlaces::new(paragraphs, None));
        assert!(html.contains("<span>原文第12段</span>") && html.contains("<span>原文第40段</span>"), "{html}");
        assert_eq!(html.matches("<small").count(), 2, "{html}");
        let pages = vec![(Stated::Narrative.address(0), place("第7页", Some("7")))];
        let html = finding(OfficialPlaces::new(pages, Some("blob:https://a.gov.cn/1".into())));
        assert!(html.contains("href=\"blob:https://a.gov.cn/1#page=7\" target=\"_blank\""), "{html}");
    }

    #[test]
    fn where_no_address_is_known_the_page_alone_is_told() {
        let html = html(&[Some(9)], "");
        assert!(html.contains("<small class=\"leaf first\"><span>原文第 9 页</span></small>"), "{html}");
    }
}
