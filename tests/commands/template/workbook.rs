//! A workbook that somebody opens, writes into and saves, as a spreadsheet program does.

use std::collections::BTreeMap;

use rawzip::ZipArchive;

use crate::common::made::archive_writer::archive;

/// A cell before anything is written into it.
struct Cell {
    text: String,
    is_amount: bool,
}

/// The parts of a workbook by their names, and the texts that cells share.
#[derive(Debug, PartialEq)]
pub struct Workbook {
    parts: BTreeMap<String, String>,
    texts: Vec<String>,
}

/// Hundredths as a cell keeps them.
pub fn number(hundredths: i64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

impl Workbook {
    pub fn open(bytes: &[u8]) -> Self {
        let zip = ZipArchive::from_slice(bytes).unwrap();
        let mut parts = BTreeMap::new();
        let mut entries = zip.entries();
        while let Some(entry) = entries.next_entry().unwrap() {
            let packed = zip.get_entry(entry.wayfinder()).unwrap().data();
            let bytes = miniz_oxide::inflate::decompress_to_vec(packed).unwrap_or_else(|_| packed.to_vec());
            let name = String::from_utf8(entry.file_path().as_ref().to_vec()).unwrap();
            parts.insert(name, String::from_utf8(bytes).unwrap());
        }
        let text = |rest: &str| rest.split_once('>').unwrap().1.split('<').next().unwrap().into();
        let texts = parts["xl/sharedStrings.xml"].split("<t").skip(1).map(text).collect();
        Workbook { parts, texts }
    }

    /// The titles of the tables: the names of all sheets but the cover.
    pub fn titles(&self) -> Vec<String> {
        self.names().into_iter().filter(|name| name != "封面").collect()
    }

    /// What stands in a column, row by row from the first.
    pub fn column(&self, sheet: &str, column: char) -> Vec<String> {
        let cells = self.cells(sheet);
        let last = cells.keys().map(|(row, _)| *row).max().unwrap();
        (1..=last).map(|row| cells.get(&(row, column)).map(|cell| cell.text.clone()).unwrap_or_default()).collect()
    }

    /// The blank cells that print amounts: their names, what their lines are called, what their columns are.
    pub fn blank_amounts(&self, sheet: &str) -> Vec<(String, String, String)> {
        let cells = self.cells(sheet);
        let text = |at: (u32, char)| cells.get(&at).map_or("", |cell| cell.text.as_str());
        let is_words = |at: (u32, char)| cells.get(&at).is_some_and(|cell| !cell.is_amount);
        let found = cells.iter().filter(|(_, cell)| cell.is_amount && cell.text.is_empty());
        let told = found.map(|(&(row, column), _)| {
            // The nearest words to the left: not those of the other half of a balance.
            let line = ('A'..column).rev().find(|left| is_words((row, *left))).unwrap();
            let heading = (1..row).rev().find(|above| !text((*above, column)).is_empty()).unwrap();
            (format!("{column}{row}"), text((row, line)).into(), text((heading, column)).into())
        });
        told.collect()
    }

    /// Writes a text or an amount into a cell that is blank.
    pub fn write(&mut self, sheet: &str, cell: &str, value: &str) {
        if value.contains('.') {
            self.fill(sheet, cell, &format!("><v>{value}</v></c>"));
        } else {
            self.fill(sheet, cell, &format!(" t=\"inlineStr\"><is><t>{value}</t></is></c>"));
        }
    }

    /// Writes a formula that nobody has computed.
    pub fn write_formula(&mut self, sheet: &str, cell: &str, formula: &str) {
        self.fill(sheet, cell, &format!("><f>{formula}</f></c>"));
    }

    fn fill(&mut self, sheet: &str, cell: &str, content: &str) {
        let part = self.parts.get_mut(&self.part(sheet)).unwrap();
        let start = part.find(&format!("<c r=\"{cell}\" ")).unwrap();
        let end = start + part[start..].find('>').unwrap();
        assert!(part[..end].ends_with('/'), "{cell} of {sheet} is not blank: {}", &part[start..end]);
        part.replace_range(end - 1..=end, content);
    }

    /// The names of the sheets.
    fn names(&self) -> Vec<String> {
        let sheets = self.parts["xl/workbook.xml"].split("<sheet name=\"").skip(1);
        sheets.map(|rest| rest.split('"').next().unwrap().into()).collect()
    }

    /// The name of a sheet's part.
    fn part(&self, sheet: &str) -> String {
        let number = self.names().iter().position(|name| name == sheet).unwrap() + 1;
        format!("xl/worksheets/sheet{number}.xml")
    }

    /// The cells of a sheet, by their rows from 1 and the letters of their columns.
    fn cells(&self, sheet: &str) -> BTreeMap<(u32, char), Cell> {
        let styles = self.parts["xl/styles.xml"].as_str();
        let amounts = styles.split("numFmtId=\"").find(|rest| rest.contains("formatCode=\"#,##0.00\"")).unwrap();
        let amounts = format!("numFmtId=\"{}\"", amounts.split('"').next().unwrap());
        let formats = styles.split_once("<cellXfs").unwrap().1.split("<xf ").skip(1);
        let is_amount: Vec<bool> = formats.map(|format| format.starts_with(&amounts)).collect();
        let cells = self.parts[&self.part(sheet)].split("<c r=\"").skip(1).map(|rest| {
            let (name, rest) = rest.split_once('"').unwrap();
            let style = rest.strip_prefix(" s=\"").map_or(0, |rest| rest.split('"').next().unwrap().parse().unwrap());
            let behind = |tag: &str| rest.split_once(tag).map(|(_, rest)| rest.split('<').next().unwrap());
            let shared = |number: &str| self.texts[number.parse::<usize>().unwrap()].clone();
            let text = behind("<v>").map(shared).or_else(|| behind("<t>").map(String::from));
            let at = (name[1..].parse().unwrap(), name.chars().next().unwrap());
            (at, Cell { text: text.unwrap_or_default(), is_amount: is_amount[style] })
        });
        cells.collect()
    }

    /// The bytes as they are saved.
    pub fn close(&self) -> Vec<u8> {
        let files: Vec<(&str, &[u8])> =
            self.parts.iter().map(|(name, content)| (name.as_str(), content.as_bytes())).collect();
        archive(&files)
    }
}
