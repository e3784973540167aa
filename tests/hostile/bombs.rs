//! PDFs made to take all time or memory end soon, within the memory that the program has which reads files for the page,
//! and say so.

use crate::alone;
use crate::common::made::pdf_writer::{Page, Pdf, deflated};
use budget_lens::import::block::Content;
use budget_lens::import::pdf::{Note, PageProblem, Reading, Refusal, read};
use std::fmt::Write as _;
use std::io::Write as _;
use std::time::{Duration, Instant};

fn reading(file: &Pdf) -> Result<Reading, Refusal> {
    let _alone = alone();
    let bytes = file.bytes();
    assert!(bytes.len() < 2 << 20, "{} bytes are no wonder", bytes.len());
    let begun = Instant::now();
    let reading = read("a.pdf", bytes);
    assert!(begun.elapsed() < Duration::from_mins(2), "{:?}", begun.elapsed());
    reading
}

/// What is said of a page that is read in part, and the first paragraph of the next one, which is read all the same.
fn cut_off(file: &mut Pdf) -> String {
    let reading = reading(file.page(Page::new().text(50.0, 200.0, "次页"))).unwrap();
    assert_eq!(reading.notes[0], Note { page: 1, problem: PageProblem::CutOff });
    let last = reading.blocks.last().unwrap();
    let Content::Paragraph(text) = &last.content else { panic!("{last:?}") };
    text.clone()
}

/// Blanks, packed to a thousandth of themselves: the same piece again and again, and an end.
fn blanks(megabytes: usize) -> Vec<u8> {
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(&vec![b' '; 1 << 20]).unwrap();
    encoder.flush().unwrap();
    [b"\x78\x9C", &encoder.get_ref().repeat(megabytes)[..], b"\x03\0"].concat()
}

fn packed(entries: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<< {entries} /Length {} >>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

#[test]
fn a_page_that_unfolds_to_gigabytes_is_left_out_and_said() {
    let mut pdf = Pdf::default();
    let bomb = pdf.object(packed("/Filter /FlateDecode", &blanks(1_000)));
    let mut page = Page::new();
    page.entries = format!("/Contents {bomb} 0 R");
    assert_eq!(cut_off(pdf.page(&page)), "次页");
    // In parts, and as a form.
    let mut pdf = Pdf::default();
    let part = pdf.object(packed("/Filter /FlateDecode", &blanks(10)));
    page.entries = format!("/Contents [{}]", format!("{part} 0 R ").repeat(50));
    assert_eq!(cut_off(pdf.page(&page)), "次页");
    let mut pdf = Pdf::default();
    let form = pdf.object(packed("/Subtype /Form /Filter /FlateDecode", &blanks(1_000)));
    let mut page = Page::new();
    page.external = format!("/Bomb {form} 0 R");
    page.draw(&"/Bomb Do ".repeat(100));
    assert_eq!(cut_off(pdf.page(&page)), "次页");
}

/// Bytes as text, five characters for four of them.
fn base_85(bytes: &[u8]) -> Vec<u8> {
    let group = |four: &[u8]| {
        let mut whole = [0; 4];
        whole[..four.len()].copy_from_slice(four);
        let value = u32::from_be_bytes(whole);
        let digit = |place: u32| u8::try_from(value / 85_u32.pow(4 - place) % 85).unwrap() + b'!';
        (0..=u32::try_from(four.len()).unwrap()).map(digit).collect::<Vec<u8>>()
    };
    [&bytes.chunks(4).flat_map(group).collect::<Vec<u8>>()[..], b"~>"].concat()
}

#[test]
fn what_is_written_as_text_is_counted_as_what_it_stands_for() {
    let filters = "/Filter [/AHx /ASCII85Decode /FlateDecode]";
    let written = |packed: &[u8]| -> Vec<u8> {
        base_85(packed).iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).chain(*b">").collect()
    };
    let page_of = |content: &[u8]| {
        let mut pdf = Pdf::default();
        let content = pdf.object(packed(filters, &written(content)));
        let mut page = Page::new();
        page.entries = format!("/Contents {content} 0 R");
        (pdf, page)
    };
    let (mut pdf, page) = page_of(&blanks(200));
    assert_eq!(cut_off(pdf.page(&page)), "次页");
    // A drawing that hardly packs, of a hundred kilobytes, is one all the same.
    let mut drawing = String::new();
    for at in 0..30_000_u32 {
        let (x, y) = (at.wrapping_mul(2_654_435_761) % 60_007, at.wrapping_mul(40_503) % 60_013);
        write!(drawing, "{x} {y} m ").unwrap();
    }
    let (mut pdf, page) = page_of(&deflated(drawing.as_bytes()));
    let read = reading(pdf.page(&page).page(Page::new().text(50.0, 200.0, "次页"))).unwrap();
    assert_eq!(read.notes, []);
}

#[test]
fn what_is_packed_twice_is_no_way_around() {
    let twice = deflated(&blanks(1_000));
    let mut pdf = Pdf::default();
    let bomb = pdf.object(packed("/Filter [/FlateDecode /FlateDecode]", &[twice, vec![0; 1_000]].concat()));
    let mut page = Page::new();
    page.entries = format!("/Contents {bomb} 0 R");
    assert_eq!(cut_off(pdf.page(&page)), "次页");
}

#[test]
fn many_pages_of_one_large_content_are_bounded() {
    let mut pdf = Pdf::default();
    let content = pdf.object(packed("/Filter /FlateDecode", &blanks(20)));
    let mut page = Page::new();
    page.entries = format!("/Contents {content} 0 R");
    pdf.page(Page::new().text(50.0, 200.0, "首页"));
    for _ in 0..900 {
        pdf.page(&page);
    }
    let reading = reading(&pdf).unwrap();
    assert_eq!((reading.blocks.len(), reading.pages), (1, 901));
    assert_eq!(reading.notes.last(), Some(&Note { page: 901, problem: PageProblem::CutOff }));
}

#[test]
fn objects_that_unfold_to_gigabytes_are_refused() {
    let mut pdf = Pdf::default();
    pdf.object(packed("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", &blanks(1_000)));
    assert_eq!(reading(pdf.page(Page::new().text(50.0, 200.0, "首页"))).unwrap_err(), Refusal::UnpacksTooLarge);
    let twice = [deflated(&blanks(1_000)), vec![0; 1_000]].concat();
    let mut pdf = Pdf::default();
    pdf.object(packed("/Filter [/FlateDecode /FlateDecode] /N 1 /First 4", &twice));
    assert_eq!(reading(pdf.page(Page::new().text(50.0, 200.0, "首页"))).unwrap_err(), Refusal::UnpacksTooLarge);
}

#[test]
fn encrypted_objects_are_not_taken_for_ones_that_unfold() {
    // What deflating makes nothing of, as much as objects of an honest file have when they are encrypted.
    let noise: Vec<u8> = (1..300_000_u32).map(|at| at.wrapping_mul(2_654_435_761).to_be_bytes()[0] | 6).collect();
    let mut pdf = Pdf::default();
    pdf.object(packed("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", &noise));
    assert_eq!(reading(pdf.page(&Page::new())).unwrap_err(), Refusal::UnpacksTooLarge);
    let (owner, user) = ("11".repeat(32), "22".repeat(32));
    pdf.trailer = format!("/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -1 /O <{owner}> /U <{user}> >>");
    assert_eq!(reading(&pdf).unwrap_err(), Refusal::Password);
}

#[test]
fn a_character_that_stands_for_a_book_is_bounded() {
    let mut pdf = Pdf::default();
    let table = format!(
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n1 beginbfchar <0001> <{}> endbfchar",
        "4E00".repeat(20_000)
    );
    let table = pdf.packed("", table.as_bytes());
    let font = pdf.object(
        format!(
            "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [3 0 R] /ToUnicode {table} 0 R >>"
        )
        .into_bytes(),
    );
    let mut page = Page::new();
    page.fonts = format!("/Book {font} 0 R");
    page.show(50.0, 300.0, "Book", &"0001".repeat(100_000));
    let reading = reading(pdf.page(&page)).unwrap();
    assert_eq!(reading.notes, [Note { page: 1, problem: PageProblem::CutOff }]);
}

#[test]
fn many_fonts_with_large_tables_are_bounded() {
    let mut pdf = Pdf::default();
    let widths: Vec<String> = (0..60_000).map(|glyph| format!("{glyph} {glyph} 500")).collect();
    let widths = pdf.object(format!("[{}]", widths.join(" ")).into_bytes());
    let mut page = Page::new();
    for number in 0..2_000 {
        let descendant = format!("<< /Type /Font /Subtype /CIDFontType2 /W {widths} 0 R >>");
        let font = format!("<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [{descendant}] >>");
        let font = pdf.object(font.into_bytes());
        page.fonts += &["/F", &number.to_string(), " ", &font.to_string(), " 0 R "].concat();
        page.draw(&format!("/F{number} 10 Tf"));
    }
    page.text(50.0, 200.0, "尾");
    pdf.page(&page);
    let reading = reading(&pdf);
    assert!(reading.is_err() || reading.unwrap().notes[0].problem == PageProblem::CutOff);
}

#[test]
fn a_page_as_large_as_a_country_and_lines_without_end_are_bounded() {
    let mut page = Page::new();
    page.entries = "/MediaBox [0 0 1e30 1e30]".into();
    page.text(50.0, 200.0, "页")
        .draw("0 0 1e30 1e30 re S -1e38 0 m 1e38 0 l S 1e38 0 0 1e38 0 0 cm 0 0 1e38 1e38 re S");
    // Nothing of it can be told apart.
    assert_eq!(reading(Pdf::default().page(&page)).unwrap_err(), Refusal::NoText);
    let mut page = Page::new();
    let lines: Vec<String> =
        (0..30_000).map(|at| format!("{x} 0 m {x} 400 l 0 {y} m 600 {y} l", x = at % 600, y = at % 400)).collect();
    page.text(50.0, 200.0, "页").draw(&lines.join(" ")).draw("S");
    assert_eq!(cut_off(Pdf::default().page(&page)), "次页");
}
