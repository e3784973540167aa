//! Measures the way from a file's bytes to its figures' scenes, and searches and drill-downs in them, natively: `make
//! bench`.
//!
//! Beside the shipped budget, documents of growing size: lines in the tables by function, and a fifth as many
//! projects. The last column says how the whole grows from one size to the next, a ten times larger one.

use std::fmt::Write;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use budget_lens::budget::Budget;
use budget_lens::chart::{ChartSize, first_scene, scene};
use budget_lens::check::check;
use budget_lens::figure::{EAGER, Initials, Param, Query, all, param, search};
use budget_lens::load;
use budget_lens::locale::{Lang, Locale};

const FRAME: ChartSize = ChartSize { width: 324.0, font_size: 14.0 };
/// How many lines the large documents have.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

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

fn median(rounds: usize, mut run: impl FnMut()) -> Duration {
    middle((0..rounds).map(|_| timed(&mut run)).collect())
}

/// What the first figure waits for once: the views of a budget that was just read.
fn views(rounds: usize, bytes: &[u8]) -> Duration {
    let read = (0..rounds).filter_map(|_| load::read(bytes).ok());
    middle(read.map(|loaded| timed(|| loaded.budget.make_views())).collect())
}

fn timed(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Makes a document with this many lines by function, three levels deep, and a fifth as many projects.
fn document(lines: usize) -> String {
    let mut json = String::from(
        r#"{"format":"budget-lens/1","document":{"department":"大县财政局","year":2026,"title":"预算","unit":"万元"},"tables":[
        {"number":"表三","title":"支出总表","kind":"expenditure","unit":"万元","columns":[{"id":"total","name":"合计"},{"id":"basic","name":"基本支出"},{"id":"project","name":"项目支出"}],"lines":[{"name":"合计","role":"total","amounts":{"total":"1.00"}}"#,
    );
    let mut left = lines;
    'classes: for class in 201.. {
        for division in 0..100 {
            for item in 0..100 {
                let code = match (division, item) {
                    (0, 0) => format!("{class}"),
                    (_, 0) => format!("{class}{division:02}"),
                    (0, _) => continue,
                    _ => format!("{class}{division:02}{item:02}"),
                };
                if left == 0 {
                    break 'classes;
                }
                left -= 1;
                let _ = write!(
                    json,
                    r#",{{"code":"{code}","name":"第{code}号工程支出","amounts":{{"total":"{left}.50","basic":"{left}.00","project":"0.50"}}}}"#
                );
            }
        }
    }
    json += r#"]},{"number":"表十二","title":"项目支出表","kind":"projects","unit":"万元","columns":[{"id":"total","name":"合计"}],"lines":["#;
    for project in 0..lines / 5 {
        let comma = if project > 0 { "," } else { "" };
        let _ =
            write!(json, r#"{comma}{{"name":"第{project}号维修工程","amounts":{{"total":"{}.00"}}}}"#, project % 997);
    }
    json + "]}]}"
}
