//! Turns the place where a number is printed into a link and into a path in words, at the moment when they are written.

use super::narrative;
use crate::budget::{Budget, Place};
use crate::locale::Locale;

/// Turns places of a document into links and paths for a reader.
///
/// In the browser this is in the second module, as are the official tables that links lead to: only that module may
/// call [`Places::of`]. A tree that the first module makes has no `Places`, and its numbers are no links yet.
#[derive(Clone, Copy)]
pub struct Places<'b> {
    budget: &'b Budget,
    locale: Locale,
    naming: &'static Naming,
}

/// The functions that name places, as pointers: so the first module, which writes links, does not contain them.
struct Naming {
    address: fn(&Budget, Place) -> String,
    path: fn(&Budget, Place, Locale) -> String,
    original: fn(&Budget, Place, Locale) -> Option<Original>,
}

static NAMING: Naming = Naming { address: Budget::address, path, original };

/// A page of the official document.
pub struct Original {
    /// Which page, in words.
    pub text: String,
    /// Its address on the web, where that is known.
    pub href: Option<String>,
}

impl Places<'_> {
    /// The places of a document, for a reader with this language and unit.
    pub fn of(budget: &Budget, locale: Locale) -> Places<'_> {
        Places { budget, locale, naming: &NAMING }
    }

    /// The address of the line that a place is in.
    pub fn address(self, place: Place) -> String {
        (self.naming.address)(self.budget, place)
    }

    /// The link to the line that a place is in.
    pub fn href(self, place: Place) -> String {
        href(&self.address(place))
    }

    /// The path of a place in words: `表三 · 201 · 合计`.
    pub fn path(self, place: Place) -> String {
        (self.naming.path)(self.budget, place, self.locale)
    }

    /// The page of the official document on which a table starts, or a line of it stands; or where else in the official
    /// file that was opened a number is printed.
    pub fn original(self, place: Place) -> Option<Original> {
        (self.naming.original)(self.budget, place, self.locale)
    }
}

fn original(budget: &Budget, place: Place, locale: Locale) -> Option<Original> {
    if let Place::Other(i) = place {
        let (other, place) = budget.others.get()?.at(i)?;
        return original(other, place, locale);
    }
    let opened = budget.official.get().copied();
    let table = place.table().and_then(|table| budget.tables.get(table));
    let of_table = table.and_then(|table| match place {
        Place::Line(_, line) | Place::Cell(_, line, _) => table.lines.get(line)?.page.or(table.page),
        _ => table.page,
    });
    let around = place.item().map(|(list, i)| list.place(i)).or(place.table().map(Place::Table));
    let of = |place: Place| opened?.of(&budget.address(place));
    let own = || of(place).or_else(|| of(around?));
    let Some(page) = of_table.map(|page| page.to_string()).or_else(|| own()?.page.clone()) else {
        let [zh, en] = &own()?.told;
        return Some(Original { text: locale.format("原文{0}", "{1} of the document", &[zh, en]), href: None });
    };
    let url = budget.document.url.as_deref().and_then(pdf).or_else(|| opened?.pdf.as_deref());
    let href = url.map(|url| [url, "#page=", &page].concat());
    Some(Original { text: locale.format("原文第 {0} 页", "page {0} of the document", &[&page]), href })
}

/// The address of a PDF on the web without a place in it: only there do browsers find a page by its number.
fn pdf(url: &str) -> Option<&str> {
    let is_on_web = url.starts_with("https://") || url.starts_with("http://");
    let url = url.split('#').next()?;
    let mut ends = [url, url.split('?').next()?].into_iter();
    let is_pdf = |end: &str| end.to_ascii_lowercase().ends_with(".pdf");
    (is_on_web && ends.any(is_pdf)).then_some(url)
}

fn path<'b>(budget: &'b Budget, place: Place, locale: Locale) -> String {
    if let Place::Other(i) = place {
        let Some((other, place)) = budget.others.get().and_then(|others| others.at(i)) else { return String::new() };
        let year = locale.format("{0} 年文件", "document of {0}", &[&other.document.year.to_string()]);
        let whose = |budget: &'b Budget| (&budget.document.department, &budget.document.region);
        let is_same = whose(other) == whose(budget);
        let year = if is_same { year } else { [whose(other).0, " ", &year].concat() };
        return [year, path(other, place, locale)].join(" · ");
    }
    let (Place::Table(t) | Place::Line(t, _) | Place::Cell(t, ..)) = place else {
        return narrative::path(budget, place, locale).join(" · ");
    };
    let Some(table) = budget.tables.get(t) else { return String::new() };
    let (line, column) = match place {
        Place::Cell(_, line, column) => (table.lines.get(line), table.columns.get(column)),
        Place::Line(_, line) => (table.lines.get(line), None),
        _ => (None, None),
    };
    let line = line.map(|line| line.code.as_ref().unwrap_or(&line.name));
    let path = [Some(&table.number), line, column.map(|column| &column.name)];
    path.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · ")
}

/// The link to an address of the page. Only the percent sign has to be escaped.
pub fn href(address: &str) -> String {
    let mut link = String::from("#");
    for sign in address.chars() {
        link.push(sign);
        if sign == '%' {
            link.push_str("25");
        }
    }
    link
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_pdf_on_the_web_has_addresses_of_its_pages() {
        for (url, is) in [
            ("https://a.gov.cn/2026/预算.pdf", Some("https://a.gov.cn/2026/预算.pdf")),
            ("http://a.gov.cn/b.PDF?v=2#toc", Some("http://a.gov.cn/b.PDF?v=2")),
            ("https://a.gov.cn/download?file=b.pdf", Some("https://a.gov.cn/download?file=b.pdf")),
            ("https://a.gov.cn/2026/t1.html", None),
            ("javascript:alert(1)//.pdf", None),
            ("file:///b.pdf", None),
            ("b.pdf", None),
        ] {
            assert_eq!(pdf(url), is, "{url}");
        }
    }
}
