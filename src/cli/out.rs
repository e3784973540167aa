//! Where a report goes: to standard output, or into a file that is there as a whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::PathBuf;

use anstream::{AutoStream, ColorChoice};

use super::path::NamedPath;
use super::terminal::{self, Form, visible};

/// Where a report goes, and what it is written as.
pub struct Out {
    to: To,
    form: Form,
}

enum To {
    /// Standard output.
    Stdout(BufWriter<AutoStream<StdoutLock<'static>>>),
    /// What is no file and has a place among files: `/dev/null`, a pipe.
    Device(BufWriter<AutoStream<File>>),
    /// A file, written beside its place until it is whole.
    File {
        /// What is written meanwhile.
        part: PathBuf,
        /// The file's place.
        place: PathBuf,
        /// What is being written; nothing once it stands in its place.
        writer: Option<BufWriter<AutoStream<File>>>,
    },
}

impl Out {
    /// The file of this name, or standard output, which `-` names, too.
    pub fn of(file: Option<&NamedPath>, form: Form) -> io::Result<Out> {
        Out::new(file, form, [ColorChoice::AlwaysAnsi; 2])
    }

    /// The same for a text with colours, which stay where a terminal shows them and its owner wants them (`NO_COLOR`,
    /// `CLICOLOR_FORCE`), and go into no file.
    pub fn coloured(file: Option<&NamedPath>) -> io::Result<Out> {
        Out::new(file, Form::Text, [ColorChoice::Auto, ColorChoice::Never])
    }

    fn new(file: Option<&NamedPath>, form: Form, [on_screen, in_file]: [ColorChoice; 2]) -> io::Result<Out> {
        let Some(file) = file.filter(|file| !file.is_dash()) else {
            return Ok(Out { to: To::Stdout(terminal::stdout(on_screen)), form });
        };
        // What a link leads to is replaced, and not the link.
        let place = fs::canonicalize(file.path()).unwrap_or_else(|_| file.path().into());
        match fs::metadata(&place) {
            // What is no file cannot be replaced by one.
            Ok(there) if there.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
            // Pipes and devices take what comes.
            Ok(there) if !there.is_file() => {
                let writer = BufWriter::new(AutoStream::new(File::create(&place)?, in_file));
                return Ok(Out { to: To::Device(writer), form });
            }
            _ => {}
        }
        let mut part = OsString::from(&place);
        part.push(format!(".{}.part", std::process::id()));
        let part = PathBuf::from(part);
        let writer = Some(BufWriter::new(AutoStream::new(File::create(&part)?, in_file)));
        Ok(Out { to: To::File { part, place, writer }, form })
    }

    /// Writes a text, with whatever a terminal would obey in it made visible.
    pub fn write(&mut self, text: &str) -> io::Result<()> {
        let text = visible(text, self.form);
        self.writer()?.write_all(text.as_bytes())
    }

    /// Writes this text, which is all.
    pub fn whole(mut self, text: &str) -> io::Result<()> {
        self.write(text)?;
        self.finish()
    }

    /// Writes these bytes of no text, which are all.
    pub fn bytes(mut self, bytes: &[u8]) -> io::Result<()> {
        self.writer()?.write_all(bytes)?;
        self.finish()
    }

    /// All is written: a file takes its place.
    pub fn finish(mut self) -> io::Result<()> {
        match &mut self.to {
            To::Stdout(out) => out.flush(),
            To::Device(out) => out.flush(),
            To::File { part, place, writer } => {
                if let Some(writer) = writer.as_mut() {
                    writer.flush()?;
                    writer.get_ref().as_inner().sync_all()?;
                }
                fs::rename(&*part, place)?;
                *writer = None;
                Ok(())
            }
        }
    }

    fn writer(&mut self) -> io::Result<&mut dyn Write> {
        match &mut self.to {
            To::Stdout(out) => Ok(out),
            To::Device(out) => Ok(out),
            To::File { writer: Some(writer), .. } => Ok(writer),
            To::File { .. } => Err(io::ErrorKind::WriteZero.into()),
        }
    }
}

impl Drop for Out {
    /// What did not become whole goes again.
    fn drop(&mut self) {
        if let To::File { part, writer: Some(_), .. } = &self.to {
            let _ = fs::remove_file(part);
        }
    }
}

/// Whether both names are one file's.
pub fn is_same(one: &NamedPath, other: &NamedPath) -> bool {
    let whole = |path: &NamedPath| fs::canonicalize(path.path()).ok();
    whole(one).is_some_and(|one| whole(other) == Some(one))
}
