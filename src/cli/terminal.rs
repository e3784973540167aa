//! Where text leaves the program: the one place that writes to standard output and standard error, so that what a file
//! holds never commands a terminal, and nothing ends the program where nobody can be told.

mod painted;
mod progress;
mod visible;

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};

use super::{UNUSABLE, system_error};
use crate::locale::Lang;
pub use painted::painted;
pub use progress::Progress;
use progress::aside;
pub use visible::{Form, visible};

/// Tells something on standard error, above the line of progress, and ends its line. Colours stay where a terminal shows
/// them. Where nobody can be told (a closed pipe, a full disk) the work goes on all the same.
pub fn say(told: &str) {
    if told.is_empty() {
        return;
    }
    let end = if told.ends_with('\n') { "" } else { "\n" };
    let told = [&visible(told, Form::Text), end].concat();
    aside(|| {
        let mut out = AutoStream::auto(io::stderr()).lock();
        let _ = out.write_all(told.as_bytes()).and_then(|()| out.flush());
    });
}

/// Prints the text, which is all that was asked for, and returns the exit status.
pub fn print(text: &str, form: Form, status: u8, lang: Lang) -> ExitCode {
    finished(write(text, form), status, lang)
}

/// Writes the text to standard output, above the line of progress.
pub fn write(text: &str, form: Form) -> io::Result<()> {
    let text = visible(text, form);
    let mut out = stdout(ColorChoice::AlwaysAnsi);
    aside(|| out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// Standard output, with the colours that are chosen.
pub fn stdout(colours: ColorChoice) -> BufWriter<AutoStream<StdoutLock<'static>>> {
    BufWriter::new(AutoStream::new(io::stdout(), colours).lock())
}

/// Whether a person looks on at standard output.
pub fn is_watched() -> bool {
    io::stdout().is_terminal()
}

/// The exit status after writing. Who reads only the beginning (`| head`) has had what they wanted.
pub fn finished(written: io::Result<()>, status: u8, lang: Lang) -> ExitCode {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let why = system_error::sentence(&error, lang);
            say(&lang.format("结果没有写完：{0}", "Not all of the result was written: {0}", &[&why]));
            ExitCode::from(UNUSABLE)
        }
        _ => ExitCode::from(status),
    }
}
