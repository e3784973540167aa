//! No file keeps whoever reads a thousand of them waiting: what takes too long ends the program, and says so.

use std::process;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::cli::UNUSABLE;
use crate::words::Lang;

/// How many seconds reading may take, as on the page.
pub const SECONDS: u32 = 60;

/// Something that has to be done in time; dropped once it is.
pub struct Deadline(#[allow(dead_code)] Sender<()>); // whose end is the message

/// Begins to wait. A reader cannot be stopped from outside, but every file has a process of its own.
pub fn begin(seconds: u32, files: &[&str], lang: Lang) -> Deadline {
    let (sender, receiver) = channel();
    let (zh, en) = (
        "{0}：读了 {1} 秒还没有读完，没有读。请只保存有预算表的部分。",
        "{0}: not read within {1} seconds. Please save only the part with the budget's tables.",
    );
    let told = lang.say(zh, en, &[&files.join(" "), &seconds.to_string()]);
    thread::spawn(move || {
        if receiver.recv_timeout(Duration::from_secs(seconds.into())) == Err(RecvTimeoutError::Timeout) {
            eprintln!("{told}");
            process::exit(UNUSABLE.into());
        }
    });
    Deadline(sender)
}
