//! The whole page of a budget as one file that opens anywhere: no script, nothing fetched, its styles in it.

use crate::budget::Budget;
use crate::check::Report;
use crate::export::page::{Whole, composed};
use crate::export::saved;
use crate::figure::headline;
use crate::locale::{Lang, Locale, TextSize};
use crate::markup::Reading;
use crate::money::Unit;

/// The page's own styles, in the order in which `style/page.css` imports them, of paper, and of pages without scripts. A test
/// holds the list to that file.
const STYLES: [(&str, &str); 14] = [
    ("theme.css", include_str!("../../style/theme.css")),
    ("base.css", include_str!("../../style/base.css")),
    ("headline.css", include_str!("../../style/headline.css")),
    ("card.css", include_str!("../../style/card.css")),
    ("static-charts.css", include_str!("../../style/static-charts.css")),
    ("lists.css", include_str!("../../style/lists.css")),
    ("tables.css", include_str!("../../style/tables.css")),
    ("checks.css", include_str!("../../style/checks.css")),
    ("share.css", include_str!("../../style/share.css")),
    ("official.css", include_str!("../../style/official.css")),
    ("wide.css", include_str!("../../style/wide.css")),
    ("print.css", include_str!("../../style/print.css")),
    ("forced.css", include_str!("../../style/forced.css")),
    ("noscript.css", include_str!("../../style/noscript.css")),
];
const DARK: &str = include_str!("../../style/dark.css");

/// The page as HTML.
pub fn whole_page(budget: &Budget, report: &Report) -> String {
    let unit = if Unit::CHOICE.contains(&budget.document.unit) { budget.document.unit } else { Unit::Wan };
    let locale = Locale { lang: Lang::Zh, unit };
    let head = headline(budget, locale);
    let messages = Vec::new();
    let (reading, text) = (Reading::Alone, TextSize::Usual);
    let page = composed(&Whole { budget, report: Some(report), figures: None, locale, messages, reading, text });
    let dark = Some("screen and (prefers-color-scheme: dark)".into());
    // What a style sheet imports stands before it.
    let lines = STYLES.iter().flat_map(|(_, css)| css.lines()).filter(|line| !line.starts_with("@import"));
    let styles: String = lines.flat_map(|line| [line, "\n"]).collect();
    saved(
        &[&head.department, " · ", &head.occasion].concat(),
        vec![page],
        &[(None, styles), (dark, DARK.into())],
        Vec::new(),
        locale,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_styles_are_those_of_the_page() {
        let imports = include_str!("../../style/page.css").lines().filter_map(|line| line.strip_prefix("@import \""));
        let imports: Vec<_> = imports
            .filter_map(|rest| rest.split('"').next())
            .chain(["print.css", "forced.css", "noscript.css"])
            .collect();
        assert_eq!(STYLES.map(|(name, _)| name).to_vec(), imports);
    }
}
