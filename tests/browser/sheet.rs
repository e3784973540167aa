//! The sheet that offers what can be taken away: opened, and what is saved from it caught.

use super::page::Page;

/// Catches what is saved, since a browser under test saves nothing; and what is copied.
pub const CATCH: &str = "window.files = [];
    const make = URL.createObjectURL;
    let last = null;
    URL.createObjectURL = blob => { last = blob; return make(blob); };
    HTMLAnchorElement.prototype.click = function () { files.push({name: this.download, blob: last}); };
    if (navigator.clipboard) navigator.clipboard.writeText = async text => { window.copied = text; };";

impl Page {
    /// Opens the sheet of a figure, or of the whole page (`""`).
    #[track_caller]
    pub fn open_sheet(&self, figure: &str) {
        let place = if figure.is_empty() { ".footer".to_string() } else { format!("#{figure} .foot") };
        self.tap(&format!("{place} [data-action=share]"));
        self.wait("document.querySelector('.sheet[open] h2')");
    }

    /// Presses a button of the sheet, and waits for the file.
    #[track_caller]
    pub fn saved(&self, take: &str) -> String {
        let before = self.value("files.length").as_u64().expect("a number");
        self.tap(&format!("[data-take={take}]"));
        self.wait(&format!("files.length === {}", before + 1));
        self.value("files[files.length - 1].name").as_str().unwrap_or_default().into()
    }

    /// The bytes of the file that was saved last, as text.
    pub fn saved_text(&self) -> String {
        let text = self.value(
            "files[files.length - 1].blob.arrayBuffer().then(b => new TextDecoder('utf-8', {ignoreBOM: true}).decode(b))",
        );
        text.as_str().expect("text").into()
    }
}
