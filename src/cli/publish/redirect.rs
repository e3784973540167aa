//! Writes redirects from earlier addresses to where a budget is now: `education/` to the newest year's
//! `2027/education/`.

use std::fs;
use std::io;
use std::path::Path;

use super::list_row::ListRow;
use super::portal::{FOLDER, PageLinks};
use super::site::Site;
use super::static_page::page;
use super::{precompress, region};
use crate::cli::system_error::at;
use crate::figure::ORDER;
use crate::locale::Lang;
use crate::markup::el;

/// Redirects with the address's query and fragment, which a page cannot do without a script.
const SCRIPT: &str = include_str!("forward.js");
const NAME: &str = "forward.js";

/// Writes the page at `from` that leads to the folder `to`. Its budget lies there, too: figures in other pages name it.
pub fn write(folder: &Path, from: &str, to: &str, row: &ListRow, site: &Site) -> io::Result<()> {
    let own = folder.join(from);
    fs::create_dir_all(&own).map_err(at(&own))?;
    for end in ["", ".br", ".gz"] {
        let budget = ["budget.json", end].concat();
        fs::copy(folder.join(to).join(&budget), own.join(&budget)).map_err(at(&own.join(&budget)))?;
    }
    precompress::write(&folder.join(FOLDER).join(NAME), SCRIPT.as_bytes())?;
    precompress::write(&own.join("index.html"), html(from, to, row, site).as_bytes())
}

/// Writes the pages that lead from `from` to each figure's page in the folder `to`: their addresses were sent around, too.
pub fn write_figures(folder: &Path, from: &str, to: &str, row: &ListRow, site: &Site) -> io::Result<()> {
    for id in ORDER {
        let [own, page] = [from, to].map(|place| [place, "/", id].concat());
        if folder.join(&page).join("index.html").is_file() {
            fs::create_dir_all(folder.join(&own)).map_err(at(&folder.join(&own)))?;
            let path = folder.join(&own).join("index.html");
            fs::write(&path, html(&own, &page, row, site)).map_err(at(&path))?;
        }
    }
    Ok(())
}

/// The page at `from` that leads to the page of the folder `to`.
fn html(from: &str, to: &str, row: &ListRow, site: &Site) -> String {
    let up = region::up(from);
    let address = [&up, to, "/index.html"].concat();
    let refresh = el("meta").attr("http-equiv", "refresh").attr("content", ["0; url=", &address].concat());
    let kind = row.edition.kind(Lang::Zh);
    let title = [row.short(), " · ", &row.edition.year.to_string(), " 年部门", kind].concat();
    let script = el("script").attr("src", [&up, FOLDER, "/", NAME].concat()).attr("data-to", &address);
    let canonical = site.address(Some(to)).unwrap_or_else(|| [&up, to, "/"].concat());
    let head = vec![
        el("link").attr("rel", "canonical").attr("href", canonical),
        el("title").text(&title),
        script,
        el("noscript").child(refresh),
    ];
    let link = el("a").class("button").attr("href", address).text(title);
    let body = el("section")
        .class("card")
        .child(el("p").text(["最新一年的", kind, "在这里："].concat()))
        .child(el("p").child(link));
    let frame =
        site.frame(&PageLinks { list: Some(([&up, "index.html"].concat(), None)), ..PageLinks::default() }, &up);
    page([head, Vec::new()], None, vec![body], &frame, site, Lang::Zh)
}
