//! No document keeps its reader waiting: twice as much of anything takes twice the work, and not four times.
//!
//! The work is counted and not timed, so that the tests say the same on every machine (`counter`). What is counted
//! everywhere is memory; `scripts/count.sh` has every stretch of code counted, which sees loops that ask for no memory.
//! Comparisons of bytes are one step however long they are, so that a text of a megabyte is judged by the copies of it.

mod counter;
mod documents;
mod official;
mod stages;

use std::fmt::Write;

use crate::alone;
use crate::common::temporary;
pub use counter::Counted;
use counter::Work;
use documents::KINDS;
use stages::Taken;

/// How much more work twice as much may take: twice, and something for sorting.
const MOST: f64 = 2.6;
/// Work that is not worth comparing: what is done once weighs more, and a list that has become long enough to be cut into
/// pages changes all.
const LITTLE: Work = Work { steps: 400_000, requests: 20_000, bytes: 1 << 20 };

/// One of the things that are counted.
type Measure = fn(&Work) -> u64;

/// What twice as much takes more than it may, a line each.
fn excess(name: &str, one: &Taken, two: &Taken) -> String {
    let mut told = String::new();
    assert_eq!(one.0.len(), two.0.len(), "{name}: other stages");
    for ((stage, one), (_, two)) in one.0.iter().zip(&two.0) {
        let measures: [(&str, Measure); 3] =
            [("steps", |work| work.steps), ("requests for memory", |work| work.requests), ("bytes", |work| work.bytes)];
        for (what, of) in measures {
            #[allow(clippy::cast_precision_loss)] // a ratio
            let ratio = of(two) as f64 / of(one).max(1) as f64;
            if of(two) > of(&LITTLE) && ratio > MOST {
                writeln!(told, "{name}: {stage}: {} {what} became {}, × {ratio:.2}", of(one), of(two)).unwrap();
            }
        }
    }
    told
}

#[test]
fn twice_as_much_of_anything_takes_twice_the_work() {
    let _alone = alone();
    let folder = temporary::folder("work");
    let mut told = String::new();
    // `KIND=lines` tries those alone that have this in their names, `TIMES=4` with four times as much.
    let only = std::env::var("KIND").unwrap_or_default();
    let times: usize = std::env::var("TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    for kind in KINDS.iter().filter(|kind| kind.name.contains(&only)) {
        let size = kind.size * times;
        let [one, two] = [size, 2 * size].map(|n| stages::all_stages(&(kind.make)(n).to_string(), &folder));
        told += &excess(kind.name, &one, &two);
    }
    assert!(told.is_empty(), "\n{told}");
}

#[test]
fn twice_as_long_an_official_file_takes_twice_the_work() {
    let _alone = alone();
    let mut told = String::new();
    for kind in official::KINDS {
        let [one, two] = [kind.size, 2 * kind.size].map(|n| official::recognised(kind.file, (kind.make)(n)));
        told += &excess(kind.name, &one, &two);
    }
    assert!(told.is_empty(), "\n{told}");
}
