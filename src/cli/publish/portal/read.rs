//! Reading `site.json`: the one that is given, or else the one that the folder before kept.

use std::fs;

use super::files::{FOLDER, WORDS, read};
use super::values::BESIDE;
use super::{Portal, SiteConfig};
use crate::cli::path::NamedPath;
use crate::cli::publish::error::PublishError;
use crate::cli::read::bytes;
use crate::locale::Lang;

impl Portal {
    /// The portal of the file that is `given`, or of the one that `folder` has kept; one that says nothing where there
    /// is neither.
    pub fn find(given: Option<&NamedPath>, folder: &NamedPath, lang: Lang) -> Result<Portal, PublishError> {
        let kept = folder.path().join(FOLDER).join(WORDS);
        let (path, bytes) = match given {
            Some(given) => (given.path(), bytes(given, lang)),
            None if kept.is_file() => (&*kept, fs::read(&kept)),
            None => return Ok(Portal::default()),
        };
        let bytes = bytes.map_err(|error| PublishError::Unreadable(path.into(), error))?;
        let json = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let config: SiteConfig =
            serde_json::from_slice(json).map_err(|error| PublishError::Json(path.into(), error))?;
        let mut files = read(&config, path)?;
        files.push((WORDS.into(), bytes));
        Ok(Portal { config, files })
    }
}

/// What is wrong with a JSON file, in the user's language; what the parser says in its own words stays in brackets.
pub fn message(error: &serde_json::Error, lang: Lang) -> String {
    let whole = error.to_string();
    let own = whole.rsplit_once(" at line ").map_or(whole.as_str(), |(own, _)| own);
    if let Some((zh, en)) = own.split_once(BESIDE) {
        return lang.tr(zh, en).into();
    }
    let quoted: Vec<_> = own.split('`').skip(1).step_by(2).collect();
    match (own.split_once(" `"), &quoted[..]) {
        (Some(("unknown field", _)), [field, known @ ..]) => lang.format(
            "没有“{0}”这一项，可以写的有：{1}",
            "there is no field “{0}”; there are {1}",
            &[field, &known.join(lang.tr("、", ", "))],
        ),
        (Some(("duplicate field", _)), [field, ..]) => {
            lang.format("“{0}”写了两次", "“{0}” stands there twice", &[field])
        }
        (Some(("missing field", _)), [field, ..]) => lang.format("缺少“{0}”", "“{0}” is missing", &[field]),
        _ if error.is_data() => lang.format("这里的值类型不对（{0}）", "a value of a wrong type ({0})", &[own]),
        _ => lang.format("不是有效的 JSON（{0}）", "no valid JSON ({0})", &[own]),
    }
}
