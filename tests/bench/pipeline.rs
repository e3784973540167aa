//! Measures the way from a file's bytes to its figures' scenes, and searches and drill-downs in them, natively: `make
//! bench`.
//!
//! Beside the shipped budget, documents of growing size: lines in the tables by function, and a fifth as many
//! projects. The last column says how the whole grows from one size to the next, a ten times larger one. A second table
//! (`shared/scale.rs`) has the same documents beside `serde_json`, with peak memory.

#[path = "shared/clock.rs"]
mod clock;
#[path = "shared/document.rs"]
mod document;
#[path = "shared/scale.rs"]
mod scale;

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use budget_lens::budget::Budget;
use budget_lens::chart::{ChartSize, first_scene, scene};
use budget_lens::check::check;
use budget_lens::figure::{EAGER, Initials, Param, Query, all, param, search};
use budget_lens::load;
use budget_lens::locale::{Lang, Locale};
use clock::{median, middle, timed};
use document::document;
use peak_alloc::PeakAlloc;

/// Counts the memory in use, and the most that it was.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const FRAME: ChartSize = ChartSize { width: 324.0, font_size: 14.0 };
/// How many lines the large documents have.
const SIZES: [usize; 4] = [100, 1_000, 10_000, 100_000];

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    println!(
        "{:>16} {:>8} {:>10} {:>10} {:>10} {:>10} {:>10} {:>10} {:>10} {:>10}  growth",
        "document", "KB", "load", "check", "views", "first 3", "all", "search", "drill", "filter"
    );
    for file in ["budget.json", "tests/data/odd.json"] {
        let bytes = fs::read(root.join(file)).unwrap_or_default();
        measure(file.rsplit('/').next().unwrap_or(file), &bytes, 200, None);
    }
    let mut before = None;
    for lines in SIZES {
        let bytes = document(lines).into_bytes();
        let rounds = (1_000_000 / lines).clamp(5, 100);
        before = Some(measure(&format!("{lines} lines"), &bytes, rounds, before));
    }
    scale::print(&SIZES);
}

/// Prints the medians of this many rounds, and returns their sum. The word that is searched for is nowhere, so that all
/// is searched.
fn measure(name: &str, bytes: &[u8], rounds: usize, before: Option<Duration>) -> Duration {
    let Ok(loaded) = load::read(bytes) else { return Duration::ZERO };
    let budget = &loaded.budget;
    let locale = Locale { lang: Lang::Zh, unit: budget.document.unit };
    let query = |param: Param| {
        let mut query = Query::default();
        query.set(param);
        query
    };
    let (drill, find) = (query(Param::new(param::CODE, "201")), query(Param::new(param::FIND, "工程")));
    let none = Query::default();
    let times = [
        median(rounds, || drop(black_box(load::read(bytes)))),
        median(rounds, || drop(black_box(check(budget)))),
        views(rounds, bytes),
        median(rounds, || {
            for figure in EAGER.iter().filter_map(|question| (question.answer)(budget, &none, locale)) {
                black_box(first_scene(&figure, locale, FRAME));
            }
        }),
        median(rounds, || {
            for figure in all().filter_map(|question| (question.answer)(budget, &none, locale)) {
                black_box(scene(&figure, locale, FRAME));
            }
        }),
        median(rounds, || drop(black_box(search(budget, "查无此词", &Initials::default(), locale)))),
        median(rounds, || one(budget, "structure", &drill, locale)),
        median(rounds, || one(budget, "projects", &find, locale)),
    ];
    let sum = times.iter().sum();
    print!("{name:>16} {:>8}", bytes.len() / 1024);
    for time in times {
        print!(" {:>10}", format!("{:.2} ms", time.as_secs_f64() * 1e3));
    }
    match before {
        Some(before) => println!("  × {:.1}", Duration::as_secs_f64(&sum) / before.as_secs_f64()),
        None => println!(),
    }
    sum
}

/// One figure and its scene.
fn one(budget: &Budget, id: &str, query: &Query, locale: Locale) {
    for question in all().filter(|question| question.id == id) {
        if let Some(figure) = (question.answer)(budget, query, locale) {
            black_box(scene(&figure, locale, FRAME));
        }
    }
}

/// What the first figure waits for once: the views of a budget that was just read.
fn views(rounds: usize, bytes: &[u8]) -> Duration {
    let read = (0..rounds).filter_map(|_| load::read(bytes).ok());
    middle(read.map(|loaded| timed(|| loaded.budget.make_views())).collect())
}
