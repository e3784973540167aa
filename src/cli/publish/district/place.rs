//! The places of a year's departments, where these are too many for one page: each place has a page of its own.

use std::collections::BTreeMap;

use super::Listed;
use super::block::Block;
use super::data::{self, Data};
use super::order::ordered;
use super::seek;
use crate::cli::publish::edition::Edition;
use crate::cli::publish::names::safe;
use crate::cli::publish::region;
use crate::locale::Locale;
use crate::markup::{Element, el, lone_bar};
use crate::money::{Money, Unit, largest_first};

/// The most departments of one page: some hundred kilobytes, which a phone shows at once.
pub const MOST: usize = 300;

/// The departments of one place, or some of them.
pub struct Place<'a> {
    /// What it is called.
    pub name: String,
    /// Its page, from the published folder.
    pub page: String,
    /// The file of its projects, from the published folder.
    pub projects: String,
    /// Its departments.
    pub listed: Vec<Listed<'a>>,
}

/// The places of a year's departments; none where all stand on one page.
pub fn places<'a>(edition: Edition, listed: &[Listed<'a>], locale: Locale) -> Vec<Place<'a>> {
    if listed.len() <= MOST {
        return Vec::new();
    }
    let mut of: BTreeMap<Option<&str>, Vec<Listed>> = BTreeMap::new();
    for one in listed {
        let own = Listed { name: one.row.short(), ..*one };
        of.entry(one.row.region.as_deref()).or_default().push(own);
    }
    let several = of.len() > 1;
    let mut places = Vec::new();
    for (place, listed) in of {
        let name = place.map_or(locale.tr("没有写明地区的", "No place stated"), |place| place);
        let file = place.map_or_else(|| "none".into(), safe);
        let mut parts: Vec<Vec<Listed>> = vec![Vec::new()];
        // A department and its units stay together.
        for group in ordered(&listed) {
            if parts.last().is_none_or(|part| !part.is_empty() && part.len() + group.len() > MOST) {
                parts.push(Vec::new());
            }
            if let Some(last) = parts.last_mut() {
                last.extend(group.into_iter().copied());
            }
        }
        let count = parts.len();
        let mut first = 1;
        for (i, part) in parts.into_iter().enumerate() {
            let last = (first + part.len() - 1).to_string();
            let which = locale.format("第 {0}–{1} 个", "nos. {0}–{1}", &[&first.to_string(), &last]);
            let name = match (count > 1, several) {
                (false, _) => name.into(),
                (true, true) => [name, " ", &which].concat(),
                (true, false) => which,
            };
            first += part.len();
            let file = if i == 0 { file.clone() } else { format!("{file}-{}", i + 1) };
            let path = |end: &str| format!("{}/{}-{file}{end}", data::FOLDER, edition.id());
            places.push(Place { name, page: path(".html"), projects: path("-projects.json"), listed: part });
        }
    }
    places
}

/// The table of a year's places, the one that spends most first.
pub fn table(places: &[Place], data: &Data, locale: Locale) -> Element {
    let total = |place: &Place| {
        let counted = place.listed.iter().filter(|one| one.is_counted());
        Money::sum(counted.filter_map(|one| one.row.numbers.total), Unit::Wan)
    };
    let wrong = |place: &Place| place.listed.iter().map(|one| one.row.checked.wrong).sum::<usize>();
    let count = |place: &Place| place.listed.iter().filter(|one| one.is_counted()).count();
    let keys = |key: &dyn Fn(&Place) -> i128| super::list::ranks(places.iter().map(key));
    let money = |place: &Place| total(place).map_or(i128::MIN, Money::millionths);
    let number = |number: usize| i128::try_from(number).unwrap_or(i128::MAX);
    let ranks = [keys(&money), keys(&|place| number(count(place))), keys(&|place| number(wrong(place)))];
    let longest = places.iter().filter_map(total).map(|total| total.abs().millionths()).max().unwrap_or(0);
    let rows = largest_first(places.iter().map(money)).map(|i| {
        let place = &places[i];
        let length = total(place)
            .and_then(|total| total.abs().millionths().saturating_mul(1_000).checked_div(longest))
            .map(|length| lone_bar("now", length.max(4)));
        let link = el("a").attr("href", &place.page).text(region::short(&place.name));
        let name = el("th").attr("role", "rowheader").attr("scope", "row").child(link).children(length);
        let wrong = wrong(place);
        let cells = [
            ("col-total", total(place).map_or_else(|| "—".into(), |total| locale.exact_number(total))),
            ("col-change", locale.format("{0} 个部门", "{0} departments", &[&count(place).to_string()])),
            ("col-checks", super::wrong(wrong, locale)),
        ];
        let cells = cells.into_iter().zip(&ranks).map(|((class, text), ranks)| {
            let class = if class == "col-checks" && wrong > 0 { "col-checks wrong" } else { class };
            el("td").attr("role", "cell").class(class).attr("data-rank", ranks[i].to_string()).text(text)
        });
        el("tr").attr("role", "row").child(name).children(cells)
    });
    let heads = [
        ("合计", "Total", "col-total", "total"),
        ("部门", "Departments", "col-change", "departments"),
        ("核对", "Checked", "col-checks", "checks"),
    ];
    let rows: Vec<_> = rows.collect();
    let note = locale.format(
        "单位：{0}。合计是各部门公布的数由本页相加；每个地方一页，有它的全部部门。",
        "Unit: {0}. Totals are added by this page from what the departments publish; each place has a page with all of its departments.",
        &[locale.unit_name()],
    );
    let title = locale.tr("各地方", "The places");
    let first = locale.tr("地方", "Place");
    let section =
        super::list::section(title, first, &heads, rows, &seek::field(places.len(), data, "", locale), locale);
    let section = section.child(el("p").class("source").text(note));
    match &data.list {
        Some(list) => section.attr("data-list", list),
        None => section,
    }
}

/// The block of one place.
pub fn block<'a>(edition: Edition, place: &Place<'a>, locale: Locale) -> Block<'a> {
    Block::of(edition, place.listed.clone(), Some(&place.name), locale)
}
