//! Reads HTML pages into blocks. Government portals publish budgets as pages, and use tables for layout, too; Excel and
//! Word export both.

mod cells;
mod references;
mod syntax;
mod table;

use super::block::{Content, Part};
use super::encoding;
use super::limits::{Allowance, MAX_EVENTS};
use super::reading::Reading;
use super::refusal::Refusal;
use cells::TextBuffer;
use std::borrow::Cow;
use std::sync::Arc;
use syntax::{Tag, Token, Tokens};
use table::Table;

/// How deep tables may be nested.
const DEEPEST: usize = 16;

/// Reads an HTML page.
pub fn read(file: &Arc<str>, bytes: &[u8]) -> Result<Reading, Refusal> {
    let text = encoding::text(bytes, charset(bytes).as_deref())?;
    let mut page = Page::new();
    for (number, token) in Tokens::new(&text).enumerate() {
        if number > MAX_EVENTS {
            return Err(Refusal::TooMuch);
        }
        match token {
            Token::Start(tag) => page.start(&tag)?,
            Token::End(name) => page.end(&name)?,
            Token::Text(text) => page.text(&text),
        }
    }
    page.reading(file)
}

/// The encoding that a page declares; this is a hint only, as servers and editors may change one without the other.
fn charset(bytes: &[u8]) -> Option<String> {
    const WITHIN: usize = 2_048;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(WITHIN)]).to_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let label =
        rest.trim_start_matches(['"', '\'']).split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').next()?;
    Some(label.into())
}

/// A page that is being read.
struct Page {
    contents: Vec<Content>,
    /// The tables that have begun and not ended.
    tables: Vec<Table>,
    /// How many open tables are nested too deep to be read as tables.
    ignored: usize,
    line: TextBuffer,
    /// The element whose text is no part of the page, if one is open.
    silent: Option<String>,
    pictures: usize,
    left: Allowance,
}

impl Page {
    fn new() -> Self {
        Self {
            contents: Vec::new(),
            tables: Vec::new(),
            ignored: 0,
            line: TextBuffer::default(),
            silent: None,
            pictures: 0,
            left: Allowance::new(),
        }
    }

    fn start(&mut self, tag: &Tag) -> Result<(), Refusal> {
        let get = |name: &str| tag.get(name).map(Cow::into_owned);
        if self.silent.is_some() {
            return Ok(());
        }
        match tag.name.as_str() {
            name @ ("script" | "style" | "noscript" | "template" | "select" | "textarea" | "svg" | "xml") => {
                self.silent = (!tag.is_closed).then(|| name.into());
            }
            "table" if self.tables.len() == DEEPEST => self.ignored += 1,
            "table" => {
                self.end_line()?;
                if let Some(outer) = self.tables.last_mut() {
                    // The outer table may be there for layout only; then its text so far comes first.
                    self.contents.extend(outer.opened());
                }
                self.tables.push(Table::default());
            }
            _ if self.ignored > 0 => self.line.space(),
            name @ ("tr" | "td" | "th" | "caption") => {
                self.end_line()?;
                if let Some(table) = self.tables.last_mut() {
                    table.start(name, &get, &mut self.left)?;
                }
            }
            "img" => self.pictures += 1,
            "br" => self.line.end_line(),
            name if is_block(name) => self.end_line()?,
            _ => {}
        }
        if !self.line.has_text() {
            self.line.move_in(&get("style").unwrap_or_default());
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Refusal> {
        if let Some(silent) = &self.silent {
            if silent == name {
                self.silent = None;
            }
            return Ok(());
        }
        match name {
            "table" if self.ignored > 0 => self.ignored -= 1,
            "table" => {
                self.end_line()?;
                self.contents.extend(self.tables.pop().map(Table::finished).into_iter().flatten());
            }
            "tr" | "td" | "th" | "caption" if self.ignored == 0 => {
                self.end_line()?;
                if let Some(table) = self.tables.last_mut() {
                    table.end(name, &mut self.left)?;
                }
            }
            name if is_block(name) || name == "title" => self.end_line()?,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.silent.is_none() {
            self.line.add(text);
        }
    }

    /// Ends a paragraph of the page or of a cell.
    fn end_line(&mut self) -> Result<(), Refusal> {
        let line = std::mem::take(&mut self.line);
        if !line.has_text() {
            return Ok(());
        }
        self.left.cell(line.text.len())?;
        let rest = match self.tables.last_mut() {
            Some(table) => table.add(line),
            None => Some(line),
        };
        if let Some(line) = rest {
            self.contents.extend(line.lines());
        }
        Ok(())
    }

    fn reading(mut self, file: &Arc<str>) -> Result<Reading, Refusal> {
        self.end_line()?;
        while let Some(table) = self.tables.pop() {
            self.contents.extend(table.finished());
        }
        let has_table = self.contents.iter().any(|content| matches!(content, Content::Grid(_)));
        if self.contents.is_empty() {
            return Err(if self.pictures > 0 { Refusal::PicturesForTables } else { Refusal::NoText });
        }
        let mut reading = Reading { pages: self.contents.len(), ..Reading::default() };
        if !has_table && self.pictures > 0 {
            let [zh, en] = Refusal::PicturesForTables.message();
            reading.leave_out(file, Part::Whole, "", zh, en);
        }
        for (number, content) in (1..).zip(self.contents) {
            reading.add(file, number, content, &mut self.left);
        }
        Ok(reading)
    }
}

/// Whether an element begins a line of its own.
fn is_block(name: &str) -> bool {
    const BLOCKS: &str = "p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article header footer nav main aside form hr \
                          pre blockquote figure figcaption center body head option thead tbody tfoot address fieldset";
    BLOCKS.split(' ').any(|block| block == name)
}
