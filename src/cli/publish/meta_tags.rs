//! The meta tags of a published page, for search engines and link previews.

use crate::export::preview::{FORMS, Form};
use crate::markup::{Element, el};

/// What the meta tags say of a page: its title, its first sentence, its address.
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

/// The name of the site where no portal gives one.
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
        // The page's program takes the site's name from it, too.
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

/// An image of a single point that shows nothing, of which nothing has to be fetched.
const NOTHING: &str = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

/// A hidden image at the beginning of a page's body: the square preview, for chat programs that take a page's first
/// large image in place of the one that its head names. No browser fetches it: each takes the source in front, also
/// where images are not put off (old ones, and all where scripts are off).
pub fn first_image() -> Element {
    let [_, Form { name, width, height, .. }] = FORMS;
    let image = el("img")
        .attr("src", name)
        .attr("width", width.to_string())
        .attr("height", height.to_string())
        .attr("alt", "")
        .attr("loading", "lazy");
    el("picture").attr("hidden", "").child(el("source").attr("srcset", NOTHING)).child(image)
}
