//! The list of several departments: a year's sums with the figure that a single budget has, too, and each department
//! with its numbers. Without scripts the whole list stands there; `index.js` finds and sorts.

mod list;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::about::{About, SITE, lines};
use super::portal::Ways;
use super::row::Row;
use super::{Site, pack, sums};
use crate::budget::Budget;
use crate::export::{page, preview};
use crate::figure::{Asked, FIRST, Headline, headline};
use crate::markup::{self, At, Element, el};
use crate::money::{Money, Unit};
use crate::words::Words;

const SCRIPT: &str = include_str!("index.js");
const STYLE: &str = include_str!("index.css");

/// A department of the list, with its folder.
pub type Listed<'a> = (&'a str, &'a Row);

/// Writes the list, with its script and styles.
pub fn write(folder: &Path, names: &[String], rows: &[Row], site: &Site) -> io::Result<()> {
    let words = Words { lang: site.lang, unit: sums::UNIT };
    let mut years: BTreeMap<u16, Vec<Listed>> = BTreeMap::new();
    for (name, row) in names.iter().zip(rows) {
        years.entry(row.year).or_default().push((name, row));
    }
    let newest_first: Vec<_> = years.into_iter().rev().collect();
    let mut blocks = Vec::new();
    let mut about = None;
    for (i, (year, listed)) in newest_first.iter().enumerate() {
        let title = title(listed, words);
        let of_year: Vec<_> = listed.iter().map(|(_, row)| *row).collect();
        let sum = sums::budget(&title, &of_year, site.lang);
        let (head, lead) = head(&title, *year, sum.as_ref(), listed, words);
        if i == 0 {
            if let (Some(letters), Some(sum)) = (&site.letters, &sum) {
                let picture = site.picture(&preview::scene(sum, &head, site.portal.name(), words), letters);
                pack::write(&folder.join("preview.png"), &picture)?;
            }
            about = Some((
                words.say(
                    "{0} · {1} 年预算 · 预算透视",
                    "{0} · budgets {1} · Budget Lens",
                    &[&title, &year.to_string()],
                ),
                lead.clone(),
                sum.is_some(),
            ));
        }
        let figure = sum.as_ref().and_then(|sum| card(sum, words));
        blocks.push(
            el("section")
                .attr("lang", words.pick("zh-CN", "en"))
                .child(markup::headline(&head, words.unit_name(), None, vec![el("p").class("lead").text(lead)]))
                .children(figure.map(|card| el("div").class("cards").child(unlike(card, i))))
                .child(list::list(listed, words)),
        );
    }
    let (title, description, summed) = about.unwrap_or_default();
    let address = site.address(None);
    let about = About {
        title,
        description,
        address: address.as_deref(),
        picture: summed && site.letters.is_some(),
        locale: words.pick("zh_CN", "en_GB"),
        site: site.portal.name().unwrap_or(SITE),
    };
    pack::write(&folder.join("index.js"), SCRIPT.as_bytes())?;
    pack::write(&folder.join("index.css"), STYLE.as_bytes())?;
    pack::write(&folder.join("index.html"), html(&about, blocks, site, words).as_bytes())
}

/// The whole page. Its policy is that of a budget's page, without what only that needs.
fn html(about: &About, blocks: Vec<Element>, site: &Site, words: Words) -> String {
    const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";
    let frame = site.frame(&Ways::default(), 0);
    let brand = || el("p").class("brand").child(el("i")).text(words.pick("预算透视", "Budget Lens"));
    // A portal's name stands above, where it is given.
    let toolbar = frame.head.is_empty().then(|| el("div").class("toolbar").child(brand()));
    let body = el("div").class("page").children(toolbar).child(el("main").children(blocks));
    let policy = el("meta").attr("http-equiv", "Content-Security-Policy").attr("content", POLICY);
    [
        "<!doctype html>\n<html lang=\"",
        words.pick("zh-CN", "en"),
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
        &lines(vec![policy]),
        "\n<meta name=\"referrer\" content=\"no-referrer\">\n",
        &about.html(),
        "\n",
        &site.links(0),
        &site.shell.styles(&frame.styles),
        "<link rel=\"stylesheet\" href=\"index.css\">\n<script src=\"index.js\" defer></script>\n</head>\n<body>\n",
        &frame.head,
        &lines(vec![body]),
        &frame.foot,
        "\n</body>\n</html>\n",
    ]
    .concat()
}

/// `朔州市平鲁区 32 个部门`: the place, if it is one for all.
fn title(listed: &[Listed], words: Words) -> String {
    let region = listed.first().and_then(|(_, row)| row.region.as_deref());
    let region = region.filter(|region| listed.iter().all(|(_, row)| row.region.as_deref() == Some(region)));
    let count = listed.len().to_string();
    match region {
        Some(region) => words.say("{0} {1} 个部门", "{1} departments of {0}", &[region, &count]),
        None => words.say("{0} 个部门", "{0} departments", &[&count]),
    }
}

/// The sums in the page's first lines, and whose they are.
fn head(title: &str, year: u16, sum: Option<&Budget>, listed: &[Listed], words: Words) -> (Headline, String) {
    let counted = listed.iter().filter(|(_, row)| sums::has_sums(&row.numbers)).count();
    let ours = words.say(
        "本页合计，不是公布的数字：{0} 个部门的支出按功能分类相加。",
        "Added by this page, not published: the expenditure of {0} departments by functional class. ",
        &[&counted.to_string()],
    );
    let Some(sum) = sum else {
        let head = Headline {
            occasion: words.say("{0} 年部门预算", "Department budgets {0}", &[&year.to_string()]),
            department: title.into(),
            what: None,
            said: None,
            total: None,
            at: None,
        };
        let lead = words.pick(
            "这些文件里没有按功能分类的支出表，所以没有合计。",
            "No document here has a table of expenditure by functional class, so there are no sums.",
        );
        return (head, lead.into());
    };
    let lead = ours + &printed_totals(sum, listed, words);
    (Headline { said: None, at: None, ..headline(sum, words) }, lead)
}

/// What the departments' own totals come to, where that is something else than the sum of the classes.
fn printed_totals(sum: &Budget, listed: &[Listed], words: Words) -> String {
    let summed = listed.iter().filter(|(_, row)| sums::has_sums(&row.numbers));
    let totals = Money::sum(summed.filter_map(|(_, row)| row.numbers.total), Unit::Wan);
    let table = sum.tables.first();
    let classes = table.and_then(|table| {
        let lines = table.lines.iter().filter_map(|line| table.money(line, crate::budget::column::TOTAL));
        Money::sum(lines, Unit::Wan)
    });
    match totals.zip(classes) {
        Some((totals, classes)) if totals != classes => words.say(
            "各部门所列的合计相加是 {0}，差别来自四舍五入或各文件自己的出入。",
            " Their own totals add up to {0}; rounding, or the documents themselves, make the difference.",
            &[&words.exact_money(totals)],
        ),
        _ => String::new(),
    }
}

/// The figure of the sums. Its numbers lead nowhere, since they are printed nowhere.
fn card(sum: &Budget, words: Words) -> Option<Element> {
    let question = FIRST.iter().find(|question| question.id == "structure")?;
    let figure = (question.answer)(sum, &Asked::default(), words)?;
    Some(markup::card(&figure, page::drawn(&figure, words), At::default(), words, None, None))
}

/// The card of the `i`th year, whose ids are not those of the first one's.
fn unlike(mut card: Element, i: usize) -> Element {
    fn rename(element: &mut Element, i: usize) {
        for (_, id) in element.attributes.iter_mut().filter(|(name, _)| *name == "id") {
            *id = format!("{id}-{}", i + 1);
        }
        for child in &mut element.children {
            if let markup::Node::Element(element) = child {
                rename(element, i);
            }
        }
    }
    if i > 0 {
        rename(&mut card, i);
    }
    card
}
