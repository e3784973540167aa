//! Programs that end when the tests end.

use std::fs;
use std::io::{BufRead, BufReader, Lines};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A shell that ends its programs when this process is gone or this is dropped. Statics are never dropped, and a test run
/// that is killed runs no code at all: so it reads its input, which ends then. The shell leads a group of its own, so that
/// no browser that is still open is left behind, nor its files.
pub struct Keeper {
    /// What is written there, line by line. Held open, for a program that may not write would stop.
    pub output: Lines<BufReader<ChildStdout>>,
    /// Its input is held open, too.
    _shell: Child,
}

impl Keeper {
    /// An empty folder, for what a program wants to find when it starts.
    pub fn scratch() -> PathBuf {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let scratch = std::env::temp_dir().join(format!("budget-lens-{}-{number}", std::process::id()));
        fs::create_dir_all(&scratch).expect("the folder for temporary files can be written to");
        scratch
    }

    /// Starts what stands in a line of shell script.
    pub fn start(line: &str, scratch: &Path, variables: &[(&str, &str)]) -> Self {
        // Dropped, the folder is deleted at once; browsers that end write into it until then.
        let keep = format!("{line} & read -r _; trap '' TERM; kill 0; wait; sleep 1; rm -rf \"$TMPDIR\"");
        let mut shell = Command::new("sh")
            .args(["-c", &keep])
            .env("TMPDIR", scratch)
            .envs(variables.iter().copied())
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a shell");
        let output = BufReader::new(shell.stdout.take().expect("it is piped")).lines();
        Keeper { output, _shell: shell }
    }

    /// The first line of its output that this function takes.
    pub fn find<T>(&mut self, take: impl FnMut(String) -> Option<T>) -> Option<T> {
        self.output.by_ref().map_while(Result::ok).find_map(take)
    }
}
