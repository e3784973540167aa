//! Where a folder lies that somebody has named, whatever links and dots are in the name.

use std::fs;
use std::io;
use std::path::PathBuf;

use super::Refusal;
use crate::cli::path::NamedPath;
use crate::cli::publish::error::PublishError;
use crate::cli::system_error::at;

/// The path without links and dots; its last part need not exist. Or why nothing can be published there.
pub fn real(folder: &NamedPath) -> Result<PathBuf, PublishError> {
    let (path, name) = (folder.path(), folder.to_string());
    if folder.is_dash() {
        return Err(Refusal::Dash.into());
    }
    if let Ok(real) = fs::canonicalize(path) {
        return match (real.parent(), path.file_name()) {
            (None, _) => Err(Refusal::Root(name).into()),
            // `.` and `..`: whoever stands in it would be left in a folder that is gone.
            (_, None) => Err(Refusal::Here(name, real).into()),
            _ => Ok(real),
        };
    }
    if let Ok(to) = fs::read_link(path) {
        return Err(Refusal::Dangling(name, to).into());
    }
    let path = std::path::absolute(path).map_err(at(path))?;
    let (Some(parent), Some(last)) = (path.parent(), path.file_name()) else {
        return Err(Refusal::NoFolder(name).into());
    };
    match fs::canonicalize(parent) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Refusal::NoFolder(name).into()),
        parent_real => Ok(parent_real.map_err(at(parent))?.join(last)),
    }
}
