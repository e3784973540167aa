//! A folder for one test, with a built page and budgets in it, and the command.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::Value;

use crate::common::program::program;
use crate::common::{example, temporary};
pub use crate::told::{err, out, root};

/// The list of a built page's files.
const MANIFEST: &str = r#"{
    "boot": "boot-1.js", "glue": "budget-lens-1.js", "module": "budget-lens-1.wasm", "second": ["shared-1.wasm", "second-1.wasm"], "third": ["third-1.wasm"],
    "reader": "reader-1.js", "importer": "importer-1.wasm", "register": "register-service-worker-1.js", "page": "page-1.css", "pageDigest": "sha256-1", "print": "print-1.css",
    "element": "element-1.css", "elementDark": "element-dark-1.css",
    "files": [
        "boot-1.js", "budget-lens-1.js", "budget-lens-1.wasm", "shared-1.wasm", "second-1.wasm", "third-1.wasm", "reader-1.js", "importer-1.wasm", "register-service-worker-1.js", "page-1.css", "print-1.css", "element-1.css",
        "element-dark-1.css", "dark.css", "noscript.css", "icon.svg", "touch-icon.png", "embed.js", "service-worker.js"
    ]
}"#;
/// What else lies in its folder, and whether a published folder has it.
const OTHERS: [(&str, bool); 9] = [
    ("page-1.css.br", true),
    ("hosts/nginx.conf", false),
    ("index.html", false),
    ("index.html.br", false),
    ("budget.json", false),
    ("budget.json.gz", false),
    ("preview.png", false),
    ("tables/old.csv", false),
    ("charts/old.svg", false),
];

/// A folder for one test.
pub struct Workshop(PathBuf);

impl Workshop {
    /// An empty one, but for the built page.
    pub fn new(name: &str) -> Self {
        let workshop = Workshop(temporary::folder(&format!("publish-{name}")));
        workshop.write("page/manifest.json", MANIFEST);
        for (file, _) in page_files() {
            workshop.write(&format!("page/{file}"), "of the page");
        }
        workshop
    }

    pub fn path(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }

    /// Puts a file into it; returns where it is.
    pub fn write(&self, name: &str, text: &str) -> String {
        self.write_bytes(name, text.as_bytes())
    }

    pub fn write_bytes(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path.to_string_lossy().into_owned()
    }

    pub fn read(&self, name: &str) -> String {
        let path = self.0.join(name);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.join(name).exists()
    }

    /// The names of all files of a folder of it, in order.
    pub fn files(&self, folder: &str) -> Vec<String> {
        fn walk(root: &Path, folder: &Path, found: &mut Vec<String>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(root, &path, found);
                } else {
                    found.push(path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/"));
                }
            }
        }
        let mut found = Vec::new();
        walk(&self.0.join(folder), &self.0.join(folder), &mut found);
        found.sort();
        found
    }

    /// Publishes into `site`, with these arguments besides.
    pub fn publish(&self, arguments: &[&str]) -> Output {
        self.run(&[&["-o", &self.path("site"), "--page", &self.path("page")], arguments].concat())
    }

    /// Publishes into `site`, and says what was told where that failed.
    pub fn publishes(&self, arguments: &[&str]) -> String {
        let output = self.publish(arguments);
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        err(&output)
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        program().current_dir(&self.0).arg("publish").args(arguments).output().unwrap()
    }
}

/// The files of the page, each with whether a published folder has it.
pub fn page_files() -> impl Iterator<Item = (String, bool)> {
    let listed: Value = serde_json::from_str(MANIFEST).unwrap();
    let listed = listed["files"].as_array().unwrap().clone().into_iter();
    let listed = listed.map(|name| (name.as_str().unwrap().to_string(), true));
    listed.chain(OTHERS.map(|(name, stays)| (name.to_string(), stays)))
}

/// The example of the format's documentation, in which everything agrees.
pub fn example() -> Value {
    serde_json::from_str(&example::example()).unwrap()
}

/// The same of another department.
pub fn of(department: &str) -> Value {
    let mut example = example();
    example["document"]["department"] = department.into();
    example
}

/// Every file that a page's links lead to.
pub fn links(html: &str) -> Vec<String> {
    let attributes =
        html.split(['<', '>', ' ', '\n']).filter_map(|part| part.strip_prefix("href=").or(part.strip_prefix("src=")));
    let values = attributes.map(|value| value.trim_matches(['"', '/']).to_string());
    let values = values.filter(|link| !link.starts_with(['#', 'h', 'x']) && !link.starts_with("data:"));
    let files: BTreeSet<_> = values.map(|link| link.split('#').next().unwrap_or_default().to_string()).collect();
    files.into_iter().collect()
}
