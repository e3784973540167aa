//! What a page's head says of it: to search engines, and to those who are sent its link.

use crate::export::preview::FORMS;
use crate::markup::{Element, el};

/// What a page is called, what it says, where it is.
pub struct About<'a> {
    /// Its title.
    pub title: String,
    /// Its first sentence.
    pub description: String,
    /// Its address, where it is known.
    pub address: Option<&'a str>,
    /// Whether a picture lies beside it.
    pub picture: bool,
    /// Its language, as the protocol of link previews writes it: `zh_CN`.
    pub locale: &'a str,
    /// Whose site it is.
    pub site: &'a str,
}

/// Whose site a page is of where no portal says so.
pub const SITE: &str = "预算透视 Budget Lens";

impl About<'_> {
    /// The elements of the head.
    pub fn elements(&self) -> Vec<Element> {
        let property = |name, content: &str| el("meta").attr("property", name).attr("content", content);
        let mut head = vec![
            el("meta").attr("name", "description").attr("content", &self.description),
            el("title").text(&self.title),
            property("og:type", "website"),
            property("og:site_name", self.site),
            property("og:locale", self.locale),
            property("og:title", &self.title),
            property("og:description", &self.description),
        ];
        // By it the page's program calls the site, too.
        head.extend(
            (self.site != SITE).then(|| el("meta").attr("name", "application-name").attr("content", self.site)),
        );
        if let Some(address) = self.address {
            head.push(el("link").attr("rel", "canonical").attr("href", address));
            head.push(property("og:url", address));
        }
        if self.picture {
            // Without an address a relative link is all there is; few programs follow it.
            // What follows a picture is about it; programs that take one of several take the first.
            for form in FORMS {
                head.push(property("og:image", &[self.address.unwrap_or_default(), form.name].concat()));
                head.push(property("og:image:type", "image/png"));
                head.push(property("og:image:width", &form.width.to_string()));
                head.push(property("og:image:height", &form.height.to_string()));
                head.push(property("og:image:alt", &self.description));
            }
        }
        let card = if self.picture { "summary_large_image" } else { "summary" };
        head.push(el("meta").attr("name", "twitter:card").attr("content", card));
        head
    }
}
