//! Every file is read and checked before anything is written.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;

use super::accepted::Accepted;
use super::error::{Mismatch, PublishError};
use super::list_row::{Checked, ListRow};
use super::options::Options;
use crate::check::Verdict;
use crate::cli::check::{self, Tally};
use crate::cli::path::NamedPath;
use crate::cli::terminal::{Progress, say};
use crate::cli::{MISMATCH, queue, read};

/// What checking one file gave: its messages, its counts, and its row of the list.
struct CheckedFile {
    /// What is odd about the file, or what does not agree in it where all is to be told.
    told: String,
    tally: Tally,
    row: Option<ListRow>,
    /// Its explanations that belong to no mismatch, and those that belong to one.
    notes: [Vec<String>; 2],
}

impl CheckedFile {
    /// That of a file that cannot be used, as this says.
    fn unusable(why: String) -> CheckedFile {
        CheckedFile { told: why + "\n", tally: Tally::unusable(), row: None, notes: Default::default() }
    }
}

/// Reads and checks every file, and tells what is wrong; what the list needs of each.
pub fn checked(options: &Options, accepted: &Accepted) -> Result<Vec<ListRow>, PublishError> {
    let (lang, files) = (options.lang, &options.files);
    let mut total = Tally::default();
    let mut rows = Vec::with_capacity(files.len());
    let (mut idle_notes, mut used_notes) = (Vec::new(), BTreeSet::new());
    let progress = Progress::of(files.len(), lang.tr("核对", "checked"));
    queue::in_order(
        files.len(),
        |i| look(files[i], options, accepted),
        |i, looked: CheckedFile| {
            say(&looked.told);
            total.add(&looked.tally);
            rows.extend(looked.row);
            let [idle, used] = looked.notes;
            idle_notes.extend(idle.into_iter().map(|id| (id, files[i])));
            used_notes.extend(used);
            progress.step();
            Ok::<_, io::Error>(())
        },
    )?;
    drop(progress);
    // One entry may be of several files of a department.
    for (id, file) in idle_notes.iter().filter(|(id, _)| !used_notes.contains(id)) {
        let (zh, en) = (
            "{0}: 说明 {1} 对应的不符已经没有了，可以删去。\n",
            "{0}: what {1} explains is no mismatch any more; the explanation can go.\n",
        );
        say(&lang.format(zh, en, &[file, id]));
    }
    match total.status() {
        0 => Ok(rows),
        MISMATCH if options.allow_mismatch || rows.iter().all(|row| row.checked.is_explained()) => Ok(rows),
        MISMATCH => Err(PublishError::Mismatch(refused(options, &rows, total))),
        _ => Err(PublishError::Unusable),
    }
}

fn look(file: &NamedPath, options: &Options, accepted: &Accepted) -> CheckedFile {
    let lang = options.lang;
    let mut opened = match read::budget(file, lang) {
        Ok(opened) => opened,
        Err(unusable) => {
            return CheckedFile::unusable(unusable.sentences(file, lang));
        }
    };
    let digest = digest(&opened.json);
    if let Err(stop) = accepted.explain(file, &mut opened) {
        return CheckedFile::unusable(stop.sentence(lang));
    }
    let budget = &opened.loaded.budget;
    // A page of the year 0 would be of none.
    if budget.document.year == 0 {
        let (zh, en) = (
            "{0}: 没有找到年度。请先用 budget-lens import --year YEAR 写明年度。",
            "{0}: the year was not found. Please say it with budget-lens import --year YEAR first.",
        );
        return CheckedFile::unusable(lang.format(zh, en, &[file]));
    }
    let check::CheckSummary { told: mismatches, tally, explained, idle } = check::check_summary(file, budget, lang);
    let notes = opened.loaded.warnings.len();
    let mut told = if options.verbose || opened.imported.is_some() || notes == 0 {
        opened.odd(file, lang)
    } else {
        lang.format(
            "{0}: 有 {1} 处写法要留意（--verbose 列出）。\n",
            "{0}: {1} things to note (--verbose lists them).\n",
            &[file, &notes.to_string()],
        )
    };
    if options.verbose {
        told += &mismatches;
    }

    let wrong = tally.count(Verdict::Mismatch);
    let all = Verdict::ALL.map(|verdict| tally.count(verdict)).iter().sum::<usize>() - tally.count(Verdict::Unchecked);
    let mut row = ListRow::of(budget, Checked { all, wrong, explained }, digest, options.files.len() > 1, lang);
    row.explained = self::digest(&opened.json);
    let is_used = |id: &&str| !idle.iter().any(|idle| idle == id);
    let used = budget.explanations.iter().map(|(id, _)| id).filter(is_used).map(String::from).collect();
    let notes = [idle, used];
    CheckedFile { told, tally, row: Some(row), notes }
}

/// Why nothing is published.
fn refused(options: &Options, rows: &[ListRow], total: Tally) -> Mismatch {
    let wrong = options.files.iter().zip(rows).filter(|(_, row)| !row.checked.is_explained());
    let departments = wrong.map(|(file, row)| (file.to_string(), row.short().into(), row.checked)).collect();
    Mismatch { departments, total, several: options.files.len() > 1 }
}

/// A hash by which a file is known to be the one that was checked.
pub fn digest(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}
