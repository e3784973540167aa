//! How time and memory grow with a document's lines, beside what `serde_json` takes to read the same text as plain values.

use super::MEMORY;
use super::clock::fastest;
use super::document::document;
use budget_lens::budget::Budget;
use budget_lens::chart::{ChartSize, scene};
use budget_lens::check::check;
use budget_lens::figure::{Query, figures};
use budget_lens::load;
use budget_lens::locale::{Lang, Locale};
use serde_json::Value;
use std::hint::black_box;

/// Prints a row for each number of lines: the shortest times, and the most memory in use beside the text itself.
pub fn print(sizes: &[usize]) {
    println!(
        "\n{:>10} {:>8} {:>10} {:>10} {:>6} {:>10} {:>10} {:>12} {:>8} {:>8} {:>8}",
        "lines", "KB", "load", "serde_json", "×", "check", "scenes", "documents/s", "load MB", "serde MB", "most MB"
    );
    for lines in sizes {
        let text = document(*lines);
        let rounds = (300_000 / lines).clamp(5, 200);
        let read = || load::read(text.as_bytes()).map(|loaded| loaded.budget).unwrap_or_default();
        let values = || serde_json::from_str::<Value>(&text).unwrap_or_default();
        let budget = read();
        let load = fastest(rounds, || drop(black_box(read())));
        let serde = fastest(rounds, || drop(black_box(values())));
        let checked = fastest(rounds, || drop(black_box(check(&budget))));
        let scenes = fastest(rounds, || all_scenes(&budget));
        let whole = fastest(rounds, || all(&read()));
        drop(budget);
        let memory = [most(|| drop(read())), most(|| drop(values())), most(|| all(&read()))];
        let ms = |time: std::time::Duration| format!("{:.2} ms", time.as_secs_f64() * 1e3);
        println!(
            "{lines:>10} {:>8} {:>10} {:>10} {:>6.1} {:>10} {:>10} {:>12.1} {:>8} {:>8} {:>8}",
            text.len() / 1024,
            ms(load),
            ms(serde),
            load.as_secs_f64() / serde.as_secs_f64(),
            ms(checked),
            ms(scenes),
            1.0 / whole.as_secs_f64(),
            memory[0],
            memory[1],
            memory[2],
        );
    }
}

/// Checks a budget and draws it.
fn all(budget: &Budget) {
    drop(black_box(check(budget)));
    all_scenes(budget);
}

fn all_scenes(budget: &Budget) {
    let locale = Locale { lang: Lang::Zh, unit: budget.document.unit };
    for figure in figures(budget, &Query::default(), locale) {
        black_box(scene(&figure, locale, ChartSize { width: 324.0, font_size: 14.0 }));
    }
}

/// The most memory in use while something runs, beyond what is in use before, in megabytes.
fn most(run: impl FnOnce()) -> String {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    run();
    #[allow(clippy::cast_precision_loss)] // some gigabytes
    let bytes = MEMORY.peak_usage().saturating_sub(before) as f64;
    format!("{:.1}", bytes / 1024.0 / 1024.0)
}
