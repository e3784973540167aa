//! How figures name official statistics: what a series is called, for which years it is used, and who publishes it.

use super::Text;
use crate::budget::Series;
use crate::locale::Locale;

/// What a series is called, inside a sentence, with its place: `青石县常住人口`.
pub fn name(series: &Series, locale: Locale) -> String {
    let name = locale.lang.name(&series.name, series.name_en.as_deref());
    let place = series.region.as_deref().map(str::trim).filter(|place| !name.contains(place));
    place.map_or_else(|| name.into(), |place| locale.format("{0}{1}", "{1} of {0}", &[place, name]))
}

/// What source lines say of the series that numbers follow from: `；常住人口（2024、2025 年）：县统计局`.
pub fn source(all: &[&Series], years: &[u16], locale: Locale) -> String {
    let told = all.iter().map(|series| {
        let years = years.iter().filter(|year| series.of(**year).is_some()).map(u16::to_string);
        let years = years.collect::<Vec<_>>().join(locale.tr("、", ", "));
        let source = locale.lang.name(&series.source.name, series.source.name_en.as_deref());
        locale.format("；{0}（{1} 年）：{2}", "; {0} ({1}): {2}", &[&name(series, locale), &years, source])
    });
    told.collect()
}

/// Footnotes on who publishes each series, with its address, and which year of an index is 100.
pub fn published(all: &[&Series], locale: Locale) -> Vec<Text> {
    let told = all.iter().map(|series| {
        let base = series.base.map(|base| locale.format("（{0} 年 = 100）", " ({0} = 100)", &[&base.to_string()]));
        let url = series.source.url.as_deref().map(|url| [" ", url].concat()).unwrap_or_default();
        let source = locale.lang.name(&series.source.name, series.source.name_en.as_deref());
        let name = locale.capitalize_first(name(series, locale));
        let (zh, en) = ("{0}{1}的来源：{2}{3}", "{0}{1}: {2}{3}");
        locale.format(zh, en, &[&name, &base.unwrap_or_default(), source, &url]).into()
    });
    told.collect()
}
