//! A writer of small PDFs, by hand: so that tests say byte by byte what a file holds.

use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write as _;

/// How tall and wide pages are.
pub const PAGE: (i32, i32) = (600, 400);

/// The fonts that every page has: how each is written, by name.
const FONTS: [(&str, &str); 6] = [
    // Two bytes a character, as nearly all programs write Chinese; its codes are Unicode.
    ("Song", "/Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [3 0 R] /ToUnicode 4 0 R"),
    // The same without the table that says which characters its codes are.
    ("Mute", "/Type0 /BaseFont /Mute /Encoding /Identity-H /DescendantFonts [3 0 R]"),
    ("Gbk", "/Type0 /BaseFont /Hei /Encoding /GBK-EUC-H /DescendantFonts [3 0 R]"),
    ("Ucs2", "/Type0 /BaseFont /Hei /Encoding /UniGB-UCS2-H /DescendantFonts [3 0 R]"),
    ("Helvetica", "/Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"),
    (
        "Named",
        "/TrueType /BaseFont /Named /FirstChar 65 /LastChar 67 /Widths [500 500 500]
         /Encoding << /BaseEncoding /MacRomanEncoding /Differences [65 /one /period /uni4E07] >>",
    ),
];

/// A PDF under construction. Objects 1 to 4 are the catalogue, the pages and what fonts share.
#[derive(Default)]
pub struct Pdf {
    pages: Vec<Page>,
    objects: Vec<Vec<u8>>,
    /// Further entries of the trailer.
    pub trailer: String,
}

/// A page's content.
#[derive(Clone, Default)]
pub struct Page {
    /// Further entries of the page's dictionary.
    pub entries: String,
    /// Entries of its dictionary of external objects.
    pub external: String,
    /// Further fonts.
    pub fonts: String,
    content: String,
}

impl Page {
    pub fn new() -> Self {
        Self::default()
    }

    /// Any operators.
    pub fn draw(&mut self, operators: &str) -> &mut Self {
        self.content += operators;
        self.content += "\n";
        self
    }

    /// All that another page draws.
    pub fn append(&mut self, other: &Page) -> &mut Self {
        self.draw(&other.content)
    }

    /// Text in the font Song at 10 points.
    pub fn text(&mut self, x: f32, y: f32, text: &str) -> &mut Self {
        let codes: Vec<String> = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
        self.show(x, y, "Song", &codes.concat())
    }

    /// A string of bytes in hexadecimal digits, in any font.
    pub fn show(&mut self, x: f32, y: f32, font: &str, codes: &str) -> &mut Self {
        self.draw(&format!("BT /{font} 10 Tf {x} {y} Td <{codes}> Tj ET"))
    }

    /// A line.
    pub fn line(&mut self, from: (f32, f32), to: (f32, f32)) -> &mut Self {
        self.draw(&format!("{} {} m {} {} l S", from.0, from.1, to.0, to.1))
    }

    /// All lines of a table.
    pub fn lattice(&mut self, columns: &[f32], rows: &[f32]) -> &mut Self {
        let (&[left, .., right], &[top, .., bottom]) = (columns, rows) else { panic!("a table has two borders") };
        for x in columns {
            self.line((*x, top), (*x, bottom));
        }
        for y in rows {
            self.line((left, *y), (right, *y));
        }
        self
    }

    /// The page as the only one of a file.
    pub fn file(&self) -> Vec<u8> {
        let mut pdf = Pdf::default();
        pdf.page(self);
        pdf.bytes()
    }
}

impl Pdf {
    pub fn page(&mut self, page: &Page) -> &mut Self {
        self.pages.push(page.clone());
        self
    }

    /// Adds a stream, and gives its number.
    pub fn stream(&mut self, entries: &str, content: &str) -> usize {
        self.object(stream(entries, content.as_bytes()))
    }

    /// Adds a stream that is packed, and gives its number.
    #[allow(dead_code)] // only files made to do harm are
    pub fn packed(&mut self, entries: &str, content: &[u8]) -> usize {
        self.object(stream(&format!("{entries} /Filter /FlateDecode"), &deflated(content)))
    }

    /// Adds any object, and gives its number.
    pub fn object(&mut self, object: Vec<u8>) -> usize {
        self.objects.push(object);
        4 + FONTS.len() + self.objects.len()
    }

    /// The whole file, with a table of where its objects stand.
    pub fn bytes(&self) -> Vec<u8> {
        let first_page = 5 + FONTS.len() + self.objects.len();
        let mut objects = vec![b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(), self.tree(first_page).into_bytes()];
        objects.push(b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /W [32 126 500] >>".to_vec());
        objects.push(stream(
            "",
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n1 beginbfrange <0000> <FFFF> <0000> endbfrange",
        ));
        objects.extend(FONTS.iter().map(|(_, font)| format!("<< /Type /Font /Subtype {font} >>").into_bytes()));
        objects.extend(self.objects.iter().cloned());
        for (page, number) in self.pages.iter().zip((first_page..).step_by(2)) {
            let fonts: Vec<String> = FONTS.iter().zip(5..).map(|((name, _), at)| format!("/{name} {at} 0 R")).collect();
            let fonts = fonts.join(" ");
            let (external, entries, content) = (&page.external, &page.entries, number + 1);
            let resources = format!("<< /Font << {fonts} {} >> /XObject << {external} >> >>", page.fonts);
            let content =
                if entries.contains("/Contents") { String::new() } else { format!("/Contents {content} 0 R") };
            let page_itself = format!("<< /Type /Page /Parent 2 0 R {content} {entries} /Resources {resources} >>");
            objects.push(page_itself.into_bytes());
            objects.push(stream("", page.content.as_bytes()));
        }
        self.written(&objects)
    }

    fn tree(&self, first_page: usize) -> String {
        let pages = (first_page..).step_by(2).take(self.pages.len());
        let kids: Vec<String> = pages.map(|number| format!("{number} 0 R")).collect();
        let (count, (width, height)) = (self.pages.len(), PAGE);
        format!("<< /Type /Pages /Count {count} /MediaBox [0 0 {width} {height}] /Kids [{}] >>", kids.join(" "))
    }

    fn written(&self, objects: &[Vec<u8>]) -> Vec<u8> {
        let mut file = b"%PDF-1.7\n".to_vec();
        let mut places = Vec::new();
        for (object, number) in objects.iter().zip(1..) {
            writeln!(places, "{:010} 00000 n ", file.len()).unwrap();
            file.extend([format!("{number} 0 obj\n").as_bytes(), object, b"\nendobj\n"].concat());
        }
        let (count, start, trailer) = (objects.len() + 1, file.len(), &self.trailer);
        write!(file, "xref\n0 {count}\n0000000000 65535 f \n").unwrap();
        file.extend(places);
        write!(file, "trailer << /Size {count} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n").unwrap();
        file
    }
}

fn stream(entries: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<< {entries} /Length {} >>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

/// Bytes as PDF packs them.
#[allow(dead_code)] // only files made to do harm are
pub fn deflated(content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}
