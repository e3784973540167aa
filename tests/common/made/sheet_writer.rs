//! Writers of workbooks: XLSX, ODS and XLS, by hand, as small as they may be.

use super::archive_writer::archive;
use super::model::{Drawn, Model, Piece, escaped, kept};
use std::fmt::Write as _;
use std::io::Write as _;

/// A sheet: what each cell prints, and which are merged.
#[derive(Default)]
pub struct Sheet {
    pub name: String,
    /// Row, column, text.
    pub cells: Vec<(usize, usize, String)>,
    /// The first and the last row and column.
    pub merges: Vec<[usize; 4]>,
}

impl Sheet {
    /// All of a document on one sheet.
    pub fn of(model: &Model) -> Self {
        let mut sheet = Sheet { name: "预算".into(), ..Self::default() };
        let width = model.0.iter().map(|piece| if let Piece::Table(table) = piece { table.columns } else { 1 }).max();
        let mut row = 0;
        for piece in &model.0 {
            match piece {
                Piece::Line(text) => {
                    sheet.cells.push((row, 0, text.clone()));
                    sheet.merges.push([row, row, 0, width.unwrap() - 1]);
                    row += 1;
                }
                Piece::Table(table) => {
                    sheet.draw(table, row);
                    row += table.rows + 1;
                }
            }
        }
        sheet
    }

    fn draw(&mut self, table: &Drawn, row: usize) {
        for cell in &table.cells {
            self.cells.push((row + cell.row, cell.column, cell.text.clone()));
            if (cell.rows, cell.columns) != (1, 1) {
                let last = (row + cell.row + cell.rows - 1, cell.column + cell.columns - 1);
                self.merges.push([row + cell.row, last.0, cell.column, last.1]);
            }
        }
    }

    fn row(&self, row: usize) -> impl Iterator<Item = (usize, &str)> {
        self.cells.iter().filter(move |cell| cell.0 == row).map(|(_, column, text)| (*column, text.as_str()))
    }

    fn rows(&self) -> usize {
        self.cells.iter().map(|cell| cell.0 + 1).max().unwrap_or(0)
    }
}

/// The name of a cell: `B3`.
pub fn name(row: usize, column: usize) -> String {
    format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap()), row + 1)
}

/// A workbook whose amounts are kept as floats, and printed by their format.
pub fn xlsx(sheets: &[Sheet]) -> Vec<u8> {
    let part = |sheet: &Sheet| {
        let mut rows = String::new();
        for row in 0..sheet.rows() {
            write!(rows, "<row r=\"{}\">", row + 1).unwrap();
            for (column, text) in sheet.row(row) {
                let name = name(row, column);
                match kept(text) {
                    Some(value) => write!(rows, "<c r=\"{name}\" s=\"1\"><v>{value}</v></c>"),
                    None => write!(rows, "<c r=\"{name}\" t=\"inlineStr\"><is><t>{}</t></is></c>", escaped(text)),
                }
                .unwrap();
            }
            rows += "</row>";
        }
        let merge = |[top, bottom, left, right]: &[usize; 4]| {
            format!("<mergeCell ref=\"{}:{}\"/>", name(*top, *left), name(*bottom, *right))
        };
        let merges: String = sheet.merges.iter().map(merge).collect();
        format!("<sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells>")
    };
    let parts: Vec<(String, String, &str)> =
        sheets.iter().map(|sheet| (sheet.name.clone(), part(sheet), "visible")).collect();
    workbook(&parts, "<numFmt numFmtId=\"200\" formatCode=\"#,##0.00_ \"/>", &[0, 200], &[])
}

/// A workbook of parts that tests write: name, content and state of each sheet; number formats; the format of each style;
/// shared texts.
pub fn workbook(sheets: &[(String, String, &str)], formats: &str, styles: &[usize], texts: &[&str]) -> Vec<u8> {
    let sheet = |(number, (name, _, state)): (usize, &(String, String, &str))| {
        format!("<sheet name=\"{}\" sheetId=\"{number}\" state=\"{state}\" r:id=\"rId{number}\"/>", escaped(name))
    };
    let names: String = (1..).zip(sheets).map(sheet).collect();
    let relation = |number| format!("<Relationship Id=\"rId{number}\" Target=\"worksheets/sheet{number}.xml\"/>");
    let relations = (1..=sheets.len()).map(relation).collect::<Vec<_>>().concat();
    let style = |format: &usize| format!("<xf numFmtId=\"{format}\"/>");
    let styles = styles.iter().map(style).collect::<Vec<_>>().concat();
    let text = |text: &&str| format!("<si><t>{}</t></si>", escaped(text));
    let texts = texts.iter().map(text).collect::<Vec<_>>().concat();
    let mut files = vec![
        ("xl/workbook.xml".to_string(), format!("<workbook xmlns:r=\"r\"><sheets>{names}</sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels".into(), format!("<Relationships>{relations}</Relationships>")),
        (
            "xl/styles.xml".into(),
            format!("<styleSheet><numFmts>{formats}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>"),
        ),
        ("xl/sharedStrings.xml".into(), format!("<sst>{texts}</sst>")),
    ];
    for (number, (_, content, _)) in (1..).zip(sheets) {
        files.push((format!("xl/worksheets/sheet{number}.xml"), format!("<worksheet>{content}</worksheet>")));
    }
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, content)| (name.as_str(), content.as_bytes())).collect();
    archive(&files)
}

/// A workbook of `OpenDocument`, whose cells hold what they print beside their values.
pub fn ods(sheets: &[Sheet]) -> Vec<u8> {
    let table = |sheet: &Sheet| {
        let mut rows = String::new();
        let width = sheet.cells.iter().map(|cell| cell.1 + 1).max().unwrap_or(0);
        for row in 0..sheet.rows() {
            rows += "<table:table-row>";
            for column in 0..width {
                let text = sheet.row(row).find(|cell| cell.0 == column).map_or("", |cell| cell.1);
                let merge = sheet.merges.iter().find(|[top, _, left, _]| (*top, *left) == (row, column));
                let span = merge.map_or(String::new(), |[top, bottom, left, right]| {
                    let (rows, columns) = (bottom - top + 1, right - left + 1);
                    format!(" table:number-rows-spanned=\"{rows}\" table:number-columns-spanned=\"{columns}\"")
                });
                let is_covered = merge.is_none()
                    && sheet.merges.iter().any(|[top, bottom, left, right]| {
                        (*top..=*bottom).contains(&row) && (*left..=*right).contains(&column)
                    });
                let value = kept(text).map_or(String::new(), |value| format!(" office:value=\"{value}\""));
                let cell = match (text, is_covered) {
                    (_, true) => "<table:covered-table-cell/>".into(),
                    ("", _) => format!("<table:table-cell{span}/>"),
                    _ => {
                        format!("<table:table-cell{span}{value}><text:p>{}</text:p></table:table-cell>", escaped(text))
                    }
                };
                rows += &cell;
            }
            rows += "<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>";
        }
        let blank = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell/></table:table-row>";
        format!("<table:table table:name=\"{}\">{rows}{blank}</table:table>", escaped(&sheet.name))
    };
    let tables: String = sheets.iter().map(table).collect();
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body>\
         <office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    let manifest = "<manifest:manifest xmlns:manifest=\"m\"/>";
    let kind: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    archive(&[("mimetype", kind), ("content.xml", content.as_bytes()), ("META-INF/manifest.xml", manifest.as_bytes())])
}

/// A workbook of Excel 97: amounts are floats in the format `#,##0.00`, texts stand in the shared table, cut into records
/// that are as short as this.
pub fn xls(sheets: &[Sheet]) -> Vec<u8> {
    const SHORT: usize = 40;
    let record = |kind: u16, data: &[u8]| {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    };
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let begin = |what: u16| record(0x809, &[&0x600_u16.to_le_bytes()[..], &what.to_le_bytes(), &[0; 12]].concat());
    let mut texts: Vec<&str> = Vec::new();
    let mut streams: Vec<Vec<u8>> = Vec::new();
    for sheet in sheets {
        let mut stream = begin(0x10);
        for row in 0..sheet.rows() {
            for (column, text) in sheet.row(row) {
                let number = |number: usize| u16::try_from(number).unwrap().to_le_bytes();
                let at = [number(row), number(column), number(usize::from(kept(text).is_some()))].concat();
                if let Some(value) = kept(text) {
                    let value: f64 = value.parse().unwrap();
                    stream.extend(record(0x203, &[at, value.to_le_bytes().to_vec()].concat()));
                } else {
                    let shared = u32::try_from(texts.len()).unwrap().to_le_bytes();
                    texts.push(text);
                    stream.extend(record(0xFD, &[at, shared.to_vec()].concat()));
                }
            }
        }
        let edges: Vec<u8> =
            sheet.merges.iter().flatten().flat_map(|edge| u16::try_from(*edge).unwrap().to_le_bytes()).collect();
        let count = u16::try_from(sheet.merges.len()).unwrap().to_le_bytes();
        stream.extend(record(0x23E, &0x6B6_u16.to_le_bytes()));
        stream.extend(record(0xE5, &[&count[..], &edges].concat()));
        stream.extend(record(0x0A, &[]));
        streams.push(stream);
    }
    let style = |format: u16| record(0xE0, &[&[0, 0][..], &format.to_le_bytes(), &[0; 16]].concat());
    let mut shared = [u32::try_from(texts.len()).unwrap().to_le_bytes(); 2].concat();
    let mut table = Vec::new();
    let mut kind = 0xFC;
    for text in &texts {
        shared.extend(u16::try_from(text.encode_utf16().count()).unwrap().to_le_bytes());
        shared.push(1);
        for unit in wide(text).chunks(2) {
            if shared.len() >= SHORT {
                table.extend(record(kind, &shared));
                (shared, kind) = (vec![1], 0x3C);
            }
            shared.extend(unit);
        }
    }
    table.extend(record(kind, &shared));
    let head = |places: &[u32]| {
        let mut stream = [begin(5), style(0), style(4)].concat();
        for (sheet, place) in sheets.iter().zip(places) {
            let length = u8::try_from(sheet.name.encode_utf16().count()).unwrap();
            stream.extend(record(0x85, &[&place.to_le_bytes()[..], &[0, 0, length, 1], &wide(&sheet.name)].concat()));
        }
        [stream, table.clone(), record(0x0A, &[])].concat()
    };
    let mut end = u32::try_from(head(&vec![0; sheets.len()]).len()).unwrap();
    let mut places = Vec::new();
    for stream in &streams {
        places.push(end);
        end += u32::try_from(stream.len()).unwrap();
    }
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    let mut stream = file.create_stream("/Workbook").unwrap();
    stream.write_all(&[head(&places), streams.concat()].concat()).unwrap();
    stream.flush().unwrap();
    drop(stream);
    file.flush().unwrap();
    file.into_inner().into_inner()
}
