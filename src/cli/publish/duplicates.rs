//! Warns of budgets that are given twice and of units' budgets beside their departments', which the list must not add up
//! twice.

use std::collections::HashMap;

use super::counting::Counting;
use super::list_row::ListRow;
use super::options::Options;
use crate::cli::path::NamedPath;
use crate::locale::Lang;

/// Leaves out each file that says the very same as one before it, which is one document given twice; returns what to
/// tell of it.
pub fn leave_out(options: &mut Options, rows: &mut Vec<ListRow>) -> String {
    let mut firsts: HashMap<u64, &NamedPath> = HashMap::new();
    let mut same: Vec<(&NamedPath, &NamedPath)> = Vec::new();
    let files = std::mem::take(&mut options.files);
    let kept = files.iter().zip(&*rows).map(|(file, row)| match firsts.get(&row.digest) {
        Some(first) => {
            same.push((first, file));
            false
        }
        None => firsts.insert(row.digest, file).is_none(),
    });
    let kept: Vec<_> = kept.collect();
    let mut is_kept = kept.iter();
    rows.retain(|_| is_kept.next() == Some(&true));
    options.files = files.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(file, _)| *file).collect();
    let Some((first, again)) = same.first() else { return String::new() };
    let told = options.lang.format(
        "注意：{1} 和 {0} 内容完全相同，只发布 {0}。",
        "Note: {1} says the very same as {0}; only {0} is published.",
        &[first, again],
    );
    told + &more(same.len(), options.lang) + "\n"
}

/// What to tell of two different files of one department and year, of which the sums count one, and of units' budgets
/// that are in their departments'.
pub fn noted(files: &[&NamedPath], rows: &[ListRow], counting: &[Counting], lang: Lang) -> String {
    let again = counting.iter().enumerate().filter_map(|(i, counting)| match counting {
        Counting::Again(counted) => Some((i, *counted)),
        _ => None,
    });
    let within = counting.iter().enumerate().filter_map(|(i, counting)| match counting {
        Counting::Within(above) => Some((i, *above)),
        _ => None,
    });
    let (again, within): (Vec<_>, Vec<_>) = (again.collect(), within.collect());
    let mut told = String::new();
    if let Some(&(other, counted)) = again.first() {
        let why = if rows[other].published == rows[counted].published {
            lang.tr("先给出的", "the one given first")
        } else {
            lang.tr("公布日期较新的", "the one published last")
        };
        let year = rows[counted].edition.year;
        told += &lang.format(
            "注意：{0} 和 {1} 都是“{2}”{3} 年的{5}；两份都发布，合计只算{4} {0}。",
            "Note: {0} and {1} are both the {5} of “{2}”, {3}; both are published, and the sums count {0} only, {4}.",
            &[
                files[counted],
                files[other],
                &rows[counted].department,
                &year.to_string(),
                why,
                rows[counted].edition.kind(lang),
            ],
        );
        told += &more(again.len(), lang);
        told.push('\n');
    }
    if let Some(&(unit, above)) = within.first() {
        told += &lang.format(
            "{0} 份单位预算列在所属部门之下，不重复加进合计，如 {1}（{2}）。\n",
            "Budgets of units that stand below their departments, and are not added to the sums again: {0}, such as {1} ({2}).\n",
            &[&within.len().to_string(), rows[unit].short(), rows[above].short()],
        );
    }
    told
}

/// How many more there are like the one that is told of.
fn more(count: usize, lang: Lang) -> String {
    match count {
        0 | 1 => String::new(),
        count => lang.format("这样的另有 {0} 份。", " Like that: {0} more.", &[&(count - 1).to_string()]),
    }
}
