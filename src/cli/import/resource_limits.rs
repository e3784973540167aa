//! Limits the time and memory of an import, so that one of a thousand files can neither block the others nor take the
//! machine's memory: beyond a limit the program ends with a message.

use std::process;
use std::sync::OnceLock;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::cli::UNUSABLE;
use crate::cli::path::NamedPath;
use crate::cli::terminal::say;
use crate::locale::Lang;

/// How many seconds reading may take, as on the page.
pub const SECONDS: u32 = 60;
/// How many bytes reading may take: several times what the largest file takes that may be read.
const MAX_MEMORY: usize = 1 << 30;
/// How often the memory is looked at. A file that is being unpacked does not fill another gigabyte in this time.
const OFTEN: Duration = Duration::from_millis(20);

/// The function that tells how many bytes the program uses, set by the program whose allocator counts them.
pub static IN_USE: OnceLock<fn() -> usize> = OnceLock::new();

/// Watches the limits until it is dropped, once the import is done.
pub struct Bounds(#[allow(dead_code)] Sender<()>); // whose end is the message

/// Begins to watch. A reader cannot be stopped from outside, but every file has a process of its own.
pub fn begin(seconds: u32, files: &[&NamedPath], lang: Lang) -> Bounds {
    let (sender, receiver) = channel();
    let files = files.iter().map(|file| &***file).collect::<Vec<_>>().join(" ");
    let in_use = || IN_USE.get().map_or(0, |in_use| in_use());
    let most = in_use().saturating_add(MAX_MEMORY);
    let end = Instant::now() + Duration::from_secs(seconds.into());
    thread::spawn(move || {
        while receiver.recv_timeout(OFTEN) == Err(RecvTimeoutError::Timeout) {
            let (zh, en) = match () {
                () if Instant::now() >= end => (
                    "{0}：读了 {1} 秒还没有读完，没有读。请只保存有预算表的部分。",
                    "{0}: not read within {1} seconds. Please save only the part with the budget's tables.",
                ),
                () if in_use() > most => (
                    "{0}：要用的内存超过 {2} MB，没有读。请只保存有预算表的部分。",
                    "{0}: reading it would take more than {2} MB of memory. Please save only the part with the budget's \
                     tables.",
                ),
                () => continue,
            };
            let told = lang.format(zh, en, &[&files, &seconds.to_string(), &(MAX_MEMORY >> 20).to_string()]);
            say(&told);
            process::exit(UNUSABLE.into());
        }
    });
    Bounds(sender)
}
