//! Whether the page is still the one that its host has: a release that came since has taken its files away.

use leptos::prelude::{document, window};

use super::work::fresh;
use crate::view::state::fetch::fetch;
use crate::view::state::host::Host;

/// How the name of the script begins that starts a page, and that differs from release to release.
const BOOT: &str = "boot-";

/// Whether the host's page names another release's script by now; false if that cannot be known.
pub async fn is_updated(host: Host) -> bool {
    let own = document().query_selector("script[src*='boot-']").ok().flatten();
    let own = own.and_then(|script| script.get_attribute("src")).unwrap_or_default();
    let Some(name) = own.rsplit('/').next().filter(|name| name.starts_with(BOOT)) else { return false };
    let Ok(path) = window().location().pathname() else { return false };
    let Ok(bytes) = fetch(host, &[path, fresh()].concat()).await else { return false };
    let page = String::from_utf8_lossy(&bytes);
    page.contains(BOOT) && !page.contains(name)
}
