//! What must hold of whatever opens as a budget: all that can be shown of it is shown, and nothing leads nowhere.

use super::inside::is_inside;
use budget_lens::budget::Budget;
use budget_lens::chart::ChartSize;
use budget_lens::check::{Names, check, headed, sentence};
use budget_lens::export::{csv, page, preview};
use budget_lens::figure::{
    Control, Figure, Initials, Param, Plot, Query, all, figures, headline, param, search, summary,
};
use budget_lens::load::{self, Diagnostic};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;
use std::collections::BTreeSet;

/// How many of the things in a figure that open something are opened.
const OPENED: usize = 6;

/// Opens a text as a budget, and shows it; or tells why it is none.
///
/// # Panics
/// Where something does not hold.
pub fn text(bytes: &[u8]) {
    let told = match load::read(bytes) {
        Ok(loaded) => {
            budget(&loaded.budget);
            loaded.warnings
        }
        Err(found) => {
            assert!(!found.is_empty());
            found
        }
    };
    let is_told = |one: &Diagnostic| [Lang::Zh, Lang::En].iter().all(|lang| !one.sentence(*lang).trim().is_empty());
    assert!(told.len() <= 2 * load::MAX_DIAGNOSTICS && told.iter().all(is_told), "{told:?}");
}

/// Checks a budget, and shows it in both languages with all that can be opened in it; its page, tables and pictures.
///
/// # Panics
/// Where something does not hold.
pub fn budget(budget: &Budget) {
    let report = check(budget);
    for (lang, unit) in [(Lang::Zh, Unit::Wan), (Lang::En, Unit::Yi)] {
        let locale = Locale { lang, unit };
        let names = Names::new(budget);
        for finding in &report.findings {
            let (heading, below) = headed(finding, &names, locale);
            assert!(!sentence(finding, &names, locale).is_empty() && !below.is_empty(), "{heading}");
        }
        let whole = figures(budget, &Query::default(), locale);
        for figure in &whole {
            drawn(figure, locale);
        }
        let unknown = Param::new(param::CODE, "2");
        for chosen in whole.iter().flat_map(choices).chain([unknown]).filter(|_| lang == Lang::Zh) {
            let questions = all().filter(|question| question.params.contains(&chosen.name));
            let mut query = Query::default();
            query.set(chosen.clone());
            for figure in questions.filter_map(|question| (question.answer)(budget, &query, locale)) {
                drawn(&figure, locale);
            }
        }
        let head = headline(budget, locale);
        let _ = summary(budget, locale).describe(locale);
        let _ = search(budget, "一", &Initials::default(), locale);
        for form in preview::FORMS {
            let _ = preview::scene(budget, &head, None, form, locale);
        }
    }
    for table in &budget.tables {
        assert!(csv::table(table).ends_with("\r\n"));
    }
    leads_nowhere(&page::whole(budget, &report));
}

/// What a reader can choose in a figure, a few of each kind.
fn choices(figure: &Figure) -> Vec<Param> {
    let opened = figure.entries.iter().filter_map(|entry| entry.param.clone()).take(OPENED);
    let controls = figure.controls.iter().flat_map(|control| match control {
        Control::Options { name, options, .. } => {
            options.iter().take(OPENED).map(|(value, _)| Param::new(name, value.clone())).collect()
        }
        Control::Find { name, .. } => vec![Param::new(name, "一")],
    });
    opened.chain(controls).collect()
}

fn drawn(figure: &Figure, locale: Locale) {
    assert!(!figure.answer.is_empty(), "{}", figure.id);
    if figure.plot != Plot::None {
        is_inside(figure, locale, ChartSize { width: 324.0, font_size: 14.0 });
    }
    assert!(csv::grid(&figure.grid).ends_with("\r\n"));
}

/// Every id of a page is there once, and every link within it leads to one.
fn leads_nowhere(html: &str) {
    let values = |before: &str| -> Vec<String> {
        let begin = [" ", before, "=\""].concat();
        let rest = html.split(&begin).skip(1);
        let value = |rest: &str| Some(rest.split_once('"')?.0.replace("&quot;", "\"").replace("&amp;", "&"));
        rest.filter_map(value).collect()
    };
    let (all, mut ids) = (values("id"), BTreeSet::new());
    for id in &all {
        assert!(ids.insert(id.as_str()), "{id:?} is there twice");
    }
    for href in values("href") {
        let Some(to) = href.strip_prefix('#') else { continue };
        assert!(ids.contains(to.replace("%25", "%").as_str()), "{href:?} leads nowhere");
    }
}
