//! Files that hold what was: a test compares them with what is now, and `make golden` renews them after a wanted change.

use std::fmt::Write as _;
use std::{env, fs, thread};

use super::repository;

/// How much of a line is shown on either side of where it is another one.
const AROUND: usize = 60;

/// Whether what is kept is written anew: `GOLDEN=1`.
pub fn is_renewed() -> bool {
    env::var_os("GOLDEN").is_some()
}

/// How the files of the test that asks are renewed.
pub fn renewal() -> String {
    let own = thread::current();
    let test = own.name().filter(|name| *name != "main").unwrap_or_default();
    let kind = env!("CARGO_CRATE_NAME");
    format!(
        "If it is as you want it: make golden (or: GOLDEN=1 cargo test --test {kind} {test}), and look at the difference"
    )
}

/// Holds a text against the file of the repository that keeps it, or renews the file.
#[track_caller]
pub fn held(file: &str, now: &str) {
    let path = repository::path(file);
    if is_renewed() {
        fs::write(&path, now).unwrap_or_else(|error| panic!("{file}: {error}"));
        return;
    }
    let was = fs::read_to_string(&path).unwrap_or_default();
    if let Some(difference) = difference(&was, now) {
        panic!("{file}{difference}\n{}.\n", renewal());
    }
}

/// Where two texts begin to differ, and in how many lines they do.
fn difference(was: &str, now: &str) -> Option<String> {
    if was == now {
        return None;
    }
    if was.is_empty() {
        return Some(" is missing or has nothing in it.".into());
    }
    let [before, after] = [was, now].map(|text| text.split('\n').collect::<Vec<_>>());
    let same = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let rest = before.iter().rev().zip(after.iter().rev()).take_while(|(one, other)| one == other).count();
    let rest = rest.min(before.len().min(after.len()) - same);
    let (left, right) = (before.get(same).copied(), after.get(same).copied());
    let [left, right] = [cut(left, right), cut(right, left)];
    let mut told = format!(":{} has changed.\n  was: {left}\n  now: {right}", same + 1);
    let lines = [before.len(), after.len()].map(|all| all - same - rest);
    if lines != [1, 1] {
        write!(
            told,
            "\n  Between there and where they are the same again, {} lines were and {} are.",
            lines[0], lines[1]
        )
        .unwrap();
    }
    Some(told)
}

/// A line, or what of a long one is near to where it begins to differ from another.
fn cut(line: Option<&str>, other: Option<&str>) -> String {
    let Some(line) = line else { return "(the end)".into() };
    let same = line.chars().zip(other.unwrap_or_default().chars()).take_while(|(one, other)| one == other).count();
    let (from, to) = (same.saturating_sub(AROUND), same + AROUND);
    let shown: String = line.chars().skip(from).take(to - from).collect();
    let is_longer = line.chars().nth(to).is_some();
    format!("{}{shown}{}", if from > 0 { "…" } else { "" }, if is_longer { "…" } else { "" })
}
