//! Measures the peak memory of a child process, for the benchmarks of the command line.

use std::fs;
use std::io;
use std::process::Child;
use std::thread;
use std::time::Duration;

/// Waits for a child process, and returns its exit code and its peak memory in kilobytes, where the system tells it.
pub fn finish(mut child: Child) -> io::Result<(Option<i32>, Option<u64>)> {
    let mut most = None;
    loop {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok());
        most = peak.or(most);
        match child.try_wait()? {
            Some(status) => return Ok((status.code(), most)),
            None => thread::sleep(Duration::from_millis(1)),
        }
    }
}
