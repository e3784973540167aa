//! Names in a sentence, where there may be many.

use crate::locale::Locale;

/// The most names that a sentence has.
const NAMED: usize = 6;

/// All names; of many the first of them, and how many they are.
pub fn several(names: &[impl AsRef<str>], locale: Locale) -> String {
    let told = joined(names, locale);
    if names.len() <= NAMED {
        return told;
    }
    locale.format("{0}等 {1} 个", "{0} and others, {1} in all", &[&told, &names.len().to_string()])
}

/// All years; of many the first of them, and how many they are.
pub fn years(years: &[impl AsRef<str>], locale: Locale) -> String {
    let told = joined(years, locale);
    if years.len() <= NAMED {
        return told;
    }
    locale.format("{0} 等 {1}", "{0} and others, {1} in all", &[&told, &years.len().to_string()])
}

fn joined(names: &[impl AsRef<str>], locale: Locale) -> String {
    let first: Vec<&str> = names.iter().take(NAMED).map(AsRef::as_ref).collect();
    first.join(locale.tr("、", ", "))
}
