//! `sitemap.xml`, for search engines.

use crate::load::is_date;

/// A page of the site: its address, and when its budget was published, as the document says it.
pub struct Page {
    /// The address; relative where the site's is not known.
    pub address: String,
    /// The date of publication, if the document has one.
    pub published: Option<String>,
}

/// The map of these pages.
pub fn xml(pages: &[Page]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for page in pages {
        // An address has no other sign that XML would read as its own: see `options::address` and `names`.
        xml += &["<url><loc>", &page.address.replace('&', "&amp;").replace('\'', "&apos;"), "</loc>"].concat();
        if let Some(date) = page.published.as_deref().filter(|date| is_date(date)) {
            xml += &["<lastmod>", date, "</lastmod>"].concat();
        }
        xml += "</url>\n";
    }
    xml + "</urlset>\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_a_date_is_told_as_one() {
        let page = |date: &str| Page { address: "https://a.example/b&c/".into(), published: Some(date.into()) };
        let xml = xml(&[page("2026-02-13"), page("13.2.2026"), page("<x>"), page("2026-99-99"), page("2026-02-30")]);
        assert_eq!(xml.matches("<lastmod>").count(), 1);
        assert!(xml.contains("<loc>https://a.example/b&amp;c/</loc><lastmod>2026-02-13</lastmod>"));
    }
}
