//! Writes all folders: the program once, a folder for each budget, the list, and the redirects.

use std::sync::Arc;

use super::accepted::Accepted;
use super::checking::digest;
use super::department::{self, OutputFolder};
use super::district::List;
use super::edition::Edition;
use super::error::PublishError;
use super::folders::newest;
use super::options::Options;
use super::output_folder::Target;
use super::portal::{PageLinks, Way};
use super::site::Site;
use super::sitemap::{self, Page};
use super::unchanged::Made;
use super::{district, not_found_page, precompress, redirect, region, unchanged};
use crate::budget::{Budget, Others};
use crate::check::Verdict;
use crate::cli::terminal::Progress;
use crate::cli::{queue, read};
use crate::figure::years::comparatives::{comparatives, is_before};
use crate::locale::{Lang, Locale};

/// What was written.
#[derive(Default)]
pub struct Written {
    /// The budgets' folders.
    pub made: Vec<Made>,
    /// How many folders were taken over as they were.
    pub unchanged: usize,
}

/// Writes all folders.
pub fn written(
    options: &Options,
    target: &Target,
    site: &Site,
    list: &List,
    accepted: &Accepted,
) -> Result<Written, PublishError> {
    let List { rows, folders, counting } = *list;
    let folder = target.begin()?;
    site.program.copy(folder)?;
    if let Some(statistics) = &site.statistics {
        statistics.write(folder)?;
    }
    if site.has_frame() {
        site.portal.write(folder)?;
    }
    let files = &options.files;
    let editions = folders.editions(rows, counting);
    let shared = region::shared(rows.iter().map(|row| row.region.as_deref()));
    let progress = Progress::of(files.len(), options.lang.tr("写入", "written"));
    let (before, common) = (target.before()?, unchanged::common(site, options));
    let one = |i: usize| -> Result<(Option<Made>, bool), PublishError> {
        let name = folders.names.get(i).map(String::as_str);
        let own = name.map_or_else(|| folder.to_path_buf(), |name| folder.join(name));
        let links = name.map(|name| {
            let up = region::up(name);
            let edition = |(edition, other): (&Edition, &usize)| Way {
                edition: *edition,
                address: (*other != i).then(|| [&up, &folders.names[*other], "/index.html"].concat()),
            };
            let list = Some(([&up, "index.html"].concat(), shared.map(|region| region::short(region).into())));
            PageLinks { list, editions: editions[i].iter().map(edition).collect(), menu: None }
        });
        let links = links.unwrap_or_default();
        let others: Vec<usize> = editions[i].values().copied().filter(|other| *other != i).collect();
        let digests: Vec<u64> = others.iter().map(|other| rows[*other].digest).collect();
        let of = |name: &str| Made {
            name: name.into(),
            of: unchanged::made_of(&common, &[&[rows[i].explained], &*digests].concat(), &links),
            contradictions: 0,
            lay: None,
        };
        let mut made = name.map(of);
        let is_taken_over = made.as_mut().map_or(Ok(false), |made| before.take_over(made, folder))?;
        if is_taken_over {
            return Ok((made, true));
        }
        let open = |i: usize| {
            let opened = read::budget(files[i], options.lang).ok();
            let opened = opened.filter(|opened| digest(&opened.json) == rows[i].digest);
            opened.ok_or_else(|| PublishError::Changed(files[i].to_string()))
        };
        let mut opened = open(i)?;
        accepted.explain(files[i], &mut opened)?;
        if !others.is_empty() {
            let budget = &opened.loaded.budget;
            let others = others.iter().map(|other| Ok(open(*other)?.loaded.budget));
            let all = others.chain([Ok(budget.clone())]).collect::<Result<Vec<_>, PublishError>>()?;
            let others = Others::new(all);
            others.give(site.statistics.as_ref().map(|file| Arc::clone(&file.statistics)));
            if let Some(made) = &mut made {
                made.contradictions = contradictions(budget, &others);
            }
            budget.others.set(Arc::new(others));
        }
        let place = OutputFolder { folder: &own, name, links };
        department::write(&opened.loaded.budget, &opened.json, &place, site)?;
        Ok((made, false))
    };
    let mut written = Written::default();
    queue::in_order(files.len(), one, |_, done| {
        progress.step();
        let (made, unchanged) = done?;
        written.made.extend(made);
        written.unchanged += usize::from(unchanged);
        Ok::<_, PublishError>(())
    })?;
    drop(progress);
    for (address, &to) in &folders.forwards {
        // Addresses without a year lead to the newest; those that say one to that.
        let to = if folders.names[to].ends_with(&["/", address].concat()) {
            newest(&editions[to]).unwrap_or(to)
        } else {
            to
        };
        redirect::write(folder, address, &folders.names[to], &rows[to], site)?;
        redirect::write_figures(folder, address, &folders.names[to], &rows[to], site)?;
    }
    let page = |name: Option<&str>, published: Option<&String>| Page {
        address: site.link(name),
        published: published.cloned(),
    };
    let mut pages = Vec::with_capacity(rows.len() + 1);
    if folders.names.is_empty() {
        pages.extend(rows.iter().map(|row| page(None, row.published.as_ref())));
    } else {
        pages.push(page(None, rows.iter().filter_map(|row| row.published.as_ref()).max()));
        pages.extend(folders.names.iter().zip(rows).map(|(name, row)| page(Some(name), row.published.as_ref())));
        district::write(folder, list, site)?;
    }
    not_found_page::write(folder, site)?;
    precompress::write(&folder.join("sitemap.xml"), sitemap::xml(&pages).as_bytes())?;
    Ok(written)
}

/// How many numbers of a budget are not what the documents of the year before print.
fn contradictions(budget: &Budget, others: &Others) -> usize {
    let locale = Locale { lang: Lang::Zh, unit: budget.document.unit };
    let earlier = others.documents().iter().filter(|earlier| is_before(earlier, budget));
    let compared = earlier.flat_map(|earlier| comparatives(budget, earlier, locale));
    compared.filter(|compared| compared.verdict == Verdict::Mismatch).count()
}
