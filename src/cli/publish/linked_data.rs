//! What search engines for data and pages that embed others are told of a budget: schema.org's `Dataset` and `DataCatalog`,
//! and oEmbed. They are data within a page or beside it, and nothing that runs.

use serde_json::{Value, json};

use super::cite::Cited;
use super::site::Site;
use super::{datapackage, workbook};
use crate::budget::Budget;
use crate::markup::{Element, el};

/// What the file for pages that embed others is called.
pub const OEMBED: &str = "oembed.json";
/// The size of the frame in which a budget's first figure is seen.
const FRAME: (u32, u32) = (640, 560);

/// A budget as a data set; `address` is that of its page.
pub fn dataset(budget: &Budget, cited: &Cited, description: &str, address: &str, site: &Site) -> Element {
    let document = &budget.document;
    let at = |file: &str| [address, file].concat();
    let file =
        |name: &str, format: &str| json!({"@type": "DataDownload", "contentUrl": at(name), "encodingFormat": format});
    let tables = budget.tables.iter().enumerate();
    let files = tables.map(|(i, table)| file(&format!("tables/{}.csv", datapackage::name(i, table)), "text/csv"));
    let whole = [
        file(workbook::NAME, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        file("budget.json", "application/json"),
    ];
    let mut set = json!({
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": cited.title,
        "description": description,
        "url": address,
        "inLanguage": "zh-CN",
        "isAccessibleForFree": true,
        "creator": {"@type": "GovernmentOrganization", "name": document.department},
        "temporalCoverage": (document.year.to_string()),
        "identifier": (["sha256:", &cited.digest].concat()),
        "distribution": (whole.into_iter().chain(files).collect::<Vec<_>>()),
    });
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            set[key] = value;
        }
    };
    put("spatialCoverage", document.region.as_ref().map(|region| json!({"@type": "Place", "name": region})));
    put("datePublished", cited.published.map(Value::from));
    put("isBasedOn", document.url.as_deref().filter(|url| url.starts_with("http")).map(Value::from));
    put("license", site.portal.config.license.as_ref().map(|license| Value::from(license.to_string())));
    put(
        "includedInDataCatalog",
        site.url.filter(|_| site.several).map(|url| json!({"@type": "DataCatalog", "url": url})),
    );
    script(&set)
}

/// A list of budgets as a catalogue of data sets.
pub fn catalogue(title: &str, description: &str, url: &str, site: &Site) -> Element {
    let mut catalogue = json!({
        "@context": "https://schema.org/",
        "@type": "DataCatalog",
        "name": title,
        "description": description,
        "url": url,
        "isAccessibleForFree": true,
    });
    if let Some(name) = site.portal.name() {
        catalogue["publisher"] = json!({"@type": "GovernmentOrganization", "name": name});
    }
    script(&catalogue)
}

/// The data as an element of the head. What is in it came from a file: no sign of it can end the element.
fn script(data: &Value) -> Element {
    el("script").attr("type", "application/ld+json").drawing(data.to_string().replace('<', "\\u003c"))
}

/// The text of the file for pages that embed others: the first figure in a frame.
pub fn oembed(title: &str, address: &str, picture: bool, site: &Site) -> String {
    let (width, height) = FRAME;
    let frame = el("iframe")
        .attr("src", [address, "index.html?figure=structure"].concat())
        .attr("title", title)
        .attr("width", width.to_string())
        .attr("height", height.to_string())
        .attr("loading", "lazy");
    let mut html = String::new();
    frame.write_html(&mut html);
    let mut data = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": (site.portal.name().unwrap_or(super::meta_tags::SITE)),
        "html": html,
        "width": width,
        "height": height,
    });
    if let Some(url) = site.url {
        data["provider_url"] = url.into();
    }
    if picture {
        data["thumbnail_url"] = [address, "preview.png"].concat().into();
        data["thumbnail_width"] = 1200.into();
        data["thumbnail_height"] = 630.into();
    }
    data.to_string()
}

/// The link to that file.
pub fn oembed_link(title: &str, address: &str) -> Element {
    el("link")
        .attr("rel", "alternate")
        .attr("type", "application/json+oembed")
        .attr("href", [address, OEMBED].concat())
        .attr("title", title)
}
