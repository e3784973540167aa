//! Standard input, pipes and what else can be read only once: what came out is kept, so that a command may read it as often
//! as a file, and whoever waits for it in vain is told.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::path::NamedPath;
use super::terminal::say;
use crate::load::MAX_BYTES;
use crate::locale::Lang;

/// How long nothing is said while nothing comes.
const PATIENCE: Duration = Duration::from_secs(3);

/// What has been read of one of them; nothing before.
type Kept = Arc<Mutex<Option<Vec<u8>>>>;

/// What has been read of each. Each is waited for on its own: who fills several may fill them one after the other.
static KEPT: Mutex<BTreeMap<PathBuf, Kept>> = Mutex::new(BTreeMap::new());

/// Whether a path is neither a file nor a folder.
pub fn is_pipe(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir())
}

/// The bytes of standard input, of a pipe or of a device, and no more than show that it is too large.
pub fn bytes(file: &NamedPath, lang: Lang) -> io::Result<Vec<u8>> {
    let kept = {
        let mut all = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(all.entry(file.path().into()).or_default())
    };
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(bytes) = &*kept {
        return Ok(bytes.clone());
    }
    let bytes = read(file, lang)?;
    *kept = Some(bytes.clone());
    Ok(bytes)
}

fn read(file: &NamedPath, lang: Lang) -> io::Result<Vec<u8>> {
    let (come, waiting) = channel::<()>();
    let (zh, en) = (
        "正在等 {0} 的内容。没有程序往里写，就会一直等；不等了请按 Ctrl+C。",
        "Waiting for what comes out of {0}, for as long as nothing is written to it; Ctrl+C ends that.",
    );
    let told = lang.format(zh, en, &[file]);
    thread::spawn(move || {
        if waiting.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            say(&told);
        }
    });
    let mut source: Box<dyn Read> =
        if file.is_dash() { Box::new(io::stdin().lock()) } else { Box::new(File::open(file.path())?) };
    // Once the first of it is there, it comes.
    let mut bytes = Vec::new();
    source.by_ref().take(1).read_to_end(&mut bytes)?;
    drop(come);
    source.take(MAX_BYTES as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}
