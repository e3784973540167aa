//! From a file's bytes to its figures' scenes, natively: `make bench`.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use budget_lens::chart::{Frame, scene};
use budget_lens::figure::{Asked, figures};
use budget_lens::load;
use budget_lens::words::{Lang, Words};

const ROUNDS: usize = 200;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in ["budget.json", "tests/data/odd.json"] {
        let Ok(bytes) = fs::read(root.join(file)) else { continue };
        let mut reading = Vec::new();
        let mut whole = Vec::new();
        for _ in 0..ROUNDS {
            let start = Instant::now();
            let Ok(loaded) = load::read(&bytes) else { continue };
            reading.push(start.elapsed());
            let words = Words { lang: Lang::Zh, unit: loaded.budget.document.unit };
            for figure in figures(&loaded.budget, &Asked::default(), words) {
                black_box(scene(&figure, words, Frame { width: 324.0, text: 14.0 }));
            }
            whole.push(start.elapsed());
        }
        println!(
            "{file} ({} KB): read {:?}, to scenes {:?} (medians of {ROUNDS})",
            bytes.len() / 1024,
            median(reading),
            median(whole)
        );
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
