//! The examples for hosts say the same, and what the page is tested under.

use crate::common::policy::STRICT;
use crate::common::repository::text as read;

/// What hosts are given: the examples, and the two places that explain them.
const ALL: [&str; 7] = [
    "docs/hosts/Caddyfile",
    "docs/hosts/nginx.conf",
    "docs/hosts/apache.htaccess",
    "docs/hosts/web.config",
    "docs/hosts/object-storage.md",
    "docs/hosts/README.md",
    "README.md",
];

/// Each policy that a text states, from its first word to the end of its line or quotes.
fn policies(text: &str) -> Vec<&str> {
    let starts = text.match_indices("default-src").map(|(i, _)| &text[i..]);
    starts.filter_map(|rest| rest.split(['"', '\n', '`']).next()).collect()
}

#[test]
fn every_host_is_told_the_policy_that_the_page_is_tested_under() {
    let policy = format!("{STRICT}; frame-src 'self'; worker-src 'self'; frame-ancestors 'self' https://*.gov.cn");
    for name in ALL {
        let text = read(name);
        assert_eq!(policies(&text), [&policy], "{name}");
    }
}

#[test]
fn every_host_is_told_the_same_types_times_and_safeguards() {
    let values = [
        "application/wasm",
        "text/javascript",
        "application/json",
        "no-cache",
        "public, max-age=31536000, immutable",
        "X-Content-Type-Options",
        "nosniff",
        "Referrer-Policy",
        "no-referrer",
        "Cross-Origin-Opener-Policy",
        "same-origin",
        "Permissions-Policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Strict-Transport-Security",
        "max-age=31536000",
    ];
    for name in ALL {
        let text = read(name);
        for value in values {
            assert!(text.contains(value), "{name} says {value}");
        }
    }
}

#[test]
fn no_example_keeps_portals_out() {
    // Explained in comments; sent by none.
    for sent in ["add_header X-Frame-Options", "set X-Frame-Options", "name=\"X-Frame-Options\""] {
        assert!(ALL.iter().all(|name| !read(name).contains(sent)), "{sent}");
    }
}

#[test]
fn the_examples_know_files_that_are_named_by_their_contents_by_the_same_pattern() {
    let pattern = r"-[0-9a-f]{16}(_bg)?\.(js|css|wasm)";
    for name in ["docs/hosts/nginx.conf", "docs/hosts/Caddyfile", "docs/hosts/apache.htaccess", "docs/hosts/web.config"]
    {
        assert!(read(name).contains(pattern), "{name}");
    }
}
