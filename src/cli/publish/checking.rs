//! Every file is read and checked before anything is written.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;

use super::accepted::Accepted;
use super::options::Options;
use super::row::{Checked, Row};
use super::{MISMATCH, Stop};
use crate::check::Verdict;
use crate::cli::check::{self, Tally};
use crate::cli::path::NamedPath;
use crate::cli::progress::{Progress, say};
use crate::cli::{queue, read};

/// What checking one file gave: its messages, its counts, and its row of the list.
struct Looked {
    /// What is odd about the file, or what does not agree in it where all is to be told.
    told: String,
    tally: Tally,
    row: Option<Row>,
    /// Its explanations that belong to no mismatch, and those that belong to one.
    notes: [Vec<String>; 2],
}

/// Reads and checks every file, prints what is wrong, and returns each one's row of the list.
pub fn checked(options: &Options, accepted: &Accepted) -> Result<Vec<Row>, Stop> {
    let (lang, files) = (options.lang, &options.files);
    let mut total = Tally::default();
    let mut rows = Vec::with_capacity(files.len());
    let (mut idle_notes, mut used_notes) = (Vec::new(), BTreeSet::new());
    let progress = Progress::of(files.len(), lang.tr("核对", "checked"));
    queue::in_order(
        files.len(),
        |i| look(files[i], options, accepted),
        |i, looked: Looked| {
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
        eprint!("{}", lang.format(zh, en, &[file, id]));
    }
    match total.status() {
        0 => Ok(rows),
        MISMATCH if options.allow_mismatch || rows.iter().all(|row| row.checked.is_explained()) => Ok(rows),
        MISMATCH => Err(Stop { status: MISMATCH, told: refused(options, &rows, &total) }),
        _ => Err(Stop::unusable(
            lang.tr("有文件不能用，什么都没有写。\n", "Some files cannot be used; nothing was written.\n").into(),
        )),
    }
}

fn look(file: &NamedPath, options: &Options, accepted: &Accepted) -> Looked {
    let lang = options.lang;
    let mut opened = match read::budget(file, lang) {
        Ok(opened) => opened,
        Err(unusable) => {
            return Looked { told: unusable.told, tally: Tally::unusable(), row: None, notes: Default::default() };
        }
    };
    let digest = digest(&opened.json);
    if let Err(told) = accepted.explain(file, &mut opened, lang) {
        return Looked { told, tally: Tally::unusable(), row: None, notes: Default::default() };
    }
    let budget = &opened.loaded.budget;
    // A page of the year 0 would be of none.
    if budget.document.year == 0 {
        let (zh, en) = (
            "{0}: 没有找到年度。请先用 budget-lens import --year YEAR 写明年度。\n",
            "{0}: the year was not found. Please say it with budget-lens import --year YEAR first.\n",
        );
        return Looked {
            told: lang.format(zh, en, &[file]),
            tally: Tally::unusable(),
            row: None,
            notes: Default::default(),
        };
    }
    let check::Looked { told: mismatches, tally, explained, idle } = check::looked(file, budget, lang);
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
    let row = Row::of(budget, Checked { all, wrong, explained }, digest, lang);
    let is_used = |id: &&str| !idle.iter().any(|idle| idle == id);
    let used = budget.explanations.iter().map(|(id, _)| id).filter(is_used).map(String::from).collect();
    let notes = [idle, used];
    Looked { told, tally, row: Some(row), notes }
}

/// Why nothing is published: one line a department, and where the details are.
fn refused(options: &Options, rows: &[Row], total: &Tally) -> String {
    let lang = options.lang;
    let mut told = String::new();
    for (file, row) in options.files.iter().zip(rows).filter(|(_, row)| !row.checked.is_explained()) {
        told += &[file, " · ", row.short(), "  ", &row.checked.told(lang), "\n"].concat();
    }
    if options.files.len() > 1 {
        told += &check::counts(total, lang);
    }
    let wrong = total.count(Verdict::Mismatch).to_string();
    told + &lang.format(
        "有 {0} 处不符，什么都没有写。哪里不符、怎么改：budget-lens check 文件，或 check --html 文件 > 报告.html（publish --verbose 也全部列出）。改正后再发布。确认照原样发布的，把单位说明写进 --accepted accepted.json；或加 --allow-mismatch。\n",
        "{0} numbers do not agree, and nothing was written. Where, and how to mend them: budget-lens check FILE, or check --html FILE > report.html (publish --verbose lists them all, too). Mend them. What is to be published as it is, explain in --accepted accepted.json; or add --allow-mismatch.\n",
        &[&wrong],
    )
}

/// A hash by which a file is known to be the one that was checked.
pub fn digest(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}
