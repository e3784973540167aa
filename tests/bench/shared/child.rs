//! Measures what a child process takes, for the benchmarks of the command line.

use std::fs;
use std::io;
use std::process::Child;
use std::thread;
use std::time::Duration;

/// How often a second Linux counts the time of processors.
const TICKS: f64 = 100.0;

/// What a process has come to.
pub struct Finished {
    /// Its exit code.
    #[allow(dead_code)] // what is wrong with a file is no concern of the other benchmark's
    pub code: Option<i32>,
    /// Its peak memory in kilobytes, where the system tells it.
    pub kilobytes: Option<u64>,
    /// The seconds that processors have worked for it, where the system tells them.
    #[allow(dead_code)] // one of the benchmarks runs on one processor
    pub worked: Option<f64>,
}

/// Waits for a child process.
pub fn finish(mut child: Child) -> io::Result<Finished> {
    let (mut kilobytes, mut worked) = (None, None);
    loop {
        let told = |what: &str| fs::read_to_string(format!("/proc/{}/{what}", child.id())).unwrap_or_default();
        kilobytes = peak(&told("status")).or(kilobytes);
        worked = time(&told("stat")).or(worked);
        match child.try_wait()? {
            Some(status) => return Ok(Finished { code: status.code(), kilobytes, worked }),
            None => thread::sleep(Duration::from_millis(1)),
        }
    }
}

fn peak(status: &str) -> Option<u64> {
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok())
}

/// The time of the process and of the system for it, the twelfth and thirteenth words behind its name.
fn time(stat: &str) -> Option<f64> {
    let (_, behind) = stat.rsplit_once(')')?;
    let ticks: Vec<f64> = behind.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse().ok()).collect();
    Some(ticks.iter().sum::<f64>() / TICKS)
}
