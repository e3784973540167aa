//! Warns of budgets that are given twice, as the list adds up what its departments spend and would count them twice.

use std::collections::HashMap;

use super::list_row::ListRow;
use crate::cli::path::NamedPath;
use crate::locale::Lang;

/// The warning where several files are of one department and year: the first two, and how many more there are. They may
/// be two departments of one name, so they are published all the same.
pub fn noted(files: &[&NamedPath], rows: &[ListRow], lang: Lang) -> Option<String> {
    let mut firsts: HashMap<_, &NamedPath> = HashMap::new();
    let again = files.iter().zip(rows).filter_map(|(file, row)| {
        let of = (&row.region, &row.department, row.year);
        firsts.insert(of, file).map(|before| (before, *file, row))
    });
    let again: Vec<_> = again.collect();
    let (before, file, row) = again.first()?;
    let told = lang.format(
        "注意：{0} 和 {1} 都是“{2}”{3} 年的预算，合计把两份都算了进去。",
        "Note: {0} and {1} are both of “{2}”, {3}; the sums count both.",
        &[before, file, &row.department, &row.year.to_string()],
    );
    let more = match again.len() {
        1 => String::new(),
        count => lang.format("这样的另有 {0} 份。", " Like that: {0} more.", &[&(count - 1).to_string()]),
    };
    Some(told + &more + "\n")
}
