//! PDF → text: however it is coded, moved and hidden; and files and pages that are not to be read.

use crate::common::made::pdf_reading::{grids, paragraphs, reading};
use crate::common::made::pdf_table::table;
use crate::common::made::pdf_writer::{Page, Pdf};
use budget_lens::import::block::Part;
use budget_lens::import::pdf::{Note, PageProblem, Refusal, read};
use budget_lens::locale::Lang;
use proptest::prelude::*;

#[test]
fn what_is_printed_twice_or_beside_the_page_is_read_once_or_not() {
    let mut page = Page::new();
    page.text(50.0, 300.0, "预算11").text(50.4, 300.3, "预算11");
    page.text(700.0, 300.0, "右").text(50.0, -20.0, "下").text(50.0, 450.0, "上");
    assert_eq!(paragraphs(&reading(page.file())), ["预算11"]);
}

#[test]
fn watermarks_and_hidden_text_are_not_read() {
    let mut page = Page::new();
    page.text(50.0, 300.0, "收入");
    page.draw("q 0.7 0.7 -0.7 0.7 0 0 cm").text(300.0, 0.0, "公开").draw("Q");
    page.draw("3 Tr").text(50.0, 200.0, "隐藏");
    assert_eq!(paragraphs(&reading(page.file())), ["收入"]);
}

#[test]
fn fonts_give_their_characters_however_they_are_coded() {
    let mut page = Page::new();
    page.text(50.0, 350.0, "⽀出⻚⻔");
    page.show(50.0, 330.0, "Gbk", "D6A7B3F631322E35").show(50.0, 310.0, "Ucs2", "652F51FA0031");
    page.show(50.0, 290.0, "Helvetica", "312C3233342E353096").show(50.0, 270.0, "Named", "4142414380");
    let reading = reading(page.file());
    assert_eq!(paragraphs(&reading), ["支出页门", "支出12.5", "支出1", "1,234.50–", "1.1万Ä"]);
    assert!(reading.notes.is_empty(), "{:?}", reading.notes);
}

#[test]
fn text_is_moved_as_its_operators_say() {
    let mut page = Page::new();
    page.draw("BT /Song 10 Tf 20 TL 50 300 Td <4E00> Tj T* <4E8C> Tj 0 -20 TD <4E09> Tj <56DB> '");
    page.draw("1 0 0 1 50 200 Tm [<4E94> -3000 <516D>] TJ 3 Tc <4E034E03> Tj ET");
    assert_eq!(paragraphs(&reading(page.file())), ["一", "二", "三", "四", "五  六七七"]);
}

#[test]
fn blanks_are_told_from_distances() {
    let mut page = Page::new();
    page.text(50.0, 300.0, "合").text(65.0, 300.0, "计").text(120.0, 300.0, "万元");
    page.text(50.0, 280.0, "Budget").text(84.0, 280.0, "Lens").text(150.0, 280.0, "1 2");
    assert_eq!(paragraphs(&reading(page.file())), ["合计  万元", "Budget Lens  1 2"]);
}

#[test]
fn forms_are_read_in_their_place_and_one_in_itself_ends() {
    let mut pdf = Pdf::default();
    let mut inner = Page::new();
    inner.text(0.0, 0.0, "表");
    let own = "/Matrix [1 0 0 1 50 300] /Resources << /Font << /Other 5 0 R >> >>";
    let inner = pdf.stream(&format!("/Subtype /Form {own}"), "BT /Other 10 Tf <88684E00> Tj ET");
    let outer = pdf.stream("/Subtype /Form", "q /Inner Do Q /Outer Do");
    let mut page = Page::new();
    page.external = format!("/Inner {inner} 0 R /Outer {outer} 0 R");
    page.draw("/Outer Do").text(50.0, 200.0, "尾");
    let reading = reading(pdf.page(&page).bytes());
    assert_eq!(paragraphs(&reading), ["表一", "尾"]);
}

#[test]
fn a_page_that_never_ends_is_cut_off_and_said() {
    let mut pdf = Pdf::default();
    let twenty = "/Again Do ".repeat(20);
    let number = pdf.stream("/Subtype /Form", &twenty);
    let mut page = Page::new();
    page.external = format!("/Again {number} 0 R");
    page.text(50.0, 200.0, "首").draw("/Again Do");
    let reading = reading(pdf.page(&page).page(Page::new().text(50.0, 200.0, "次页")).bytes());
    assert_eq!(paragraphs(&reading), ["首", "次页"]);
    assert_eq!(reading.notes, [Note { page: 1, problem: PageProblem::CutOff }]);
}

/// A page that is one picture.
fn scan(pdf: &mut Pdf) -> Page {
    let number = pdf.stream("/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "0");
    let mut page = Page::new();
    page.external = format!("/Scan {number} 0 R");
    page.draw("q 600 0 0 400 0 0 cm /Scan Do Q").text(300.0, 20.0, "7");
    page
}

#[test]
fn a_picture_of_a_page_is_said_and_never_read() {
    let mut pdf = Pdf::default();
    let page = scan(&mut pdf);
    pdf.page(&page);
    assert_eq!(read("a.pdf", pdf.bytes()).unwrap_err(), Refusal::Scan);
    let mut recognised = page.clone();
    recognised.draw("3 Tr").text(50.0, 200.0, &"收入".repeat(12));
    let reading = reading(pdf.page(&table()).page(&recognised).bytes());
    let note = |page, problem| Note { page, problem };
    assert_eq!(reading.notes, [note(1, PageProblem::Picture), note(3, PageProblem::OcrText)]);
    assert_eq!(reading.notes[0].describe(Lang::Zh), "第 1 页是图片，没有文字，没有读。");
    assert!(reading.blocks.iter().all(|block| block.place.part == Part::Page(2)));
}

#[test]
fn a_font_without_a_table_of_characters_is_said() {
    let mut page = Page::new();
    page.show(50.0, 300.0, "Mute", &"4E00".repeat(30));
    assert_eq!(read("a.pdf", page.file()).unwrap_err(), Refusal::NoCharacters);
    // A few in a page of others are marked.
    let mut page = table();
    page.text(50.0, 150.0, &"说明".repeat(20)).text(60.0, 120.0, "第").show(70.0, 120.0, "Mute", "4E00");
    let reading = reading(page.file());
    assert_eq!(reading.notes, [Note { page: 1, problem: PageProblem::Unknown(1) }]);
    assert_eq!(paragraphs(&reading).last(), Some(&"第\u{FFFD}"));
}

#[test]
fn what_is_no_readable_pdf_is_refused_with_its_reason() {
    let refusal = |bytes: Vec<u8>| read("a.pdf", bytes).unwrap_err();
    assert_eq!(refusal(b"<!doctype html><title>404</title>".to_vec()), Refusal::NotPdf);
    assert_eq!(refusal(b"%PDF-1.7\nnothing".to_vec()), Refusal::Damaged);
    assert_eq!(refusal(Page::new().file()), Refusal::NoText);
    let mut long = Pdf::default();
    for _ in 0..1_001 {
        long.page(&Page::new());
    }
    assert_eq!(refusal(long.bytes()), Refusal::TooManyPages(1_001));
    let mut locked = Pdf::default();
    let (owner, user) = ("11".repeat(32), "22".repeat(32));
    locked.trailer =
        format!("/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -1 /O <{owner}> /U <{user}> >>");
    assert_eq!(refusal(locked.page(&table()).bytes()), Refusal::Password);
}

#[test]
fn every_refusal_says_in_both_languages_what_to_do() {
    for refusal in [
        Refusal::NotPdf,
        Refusal::Damaged,
        Refusal::Password,
        Refusal::UnpacksTooLarge,
        Refusal::TooManyPages(2_000),
        Refusal::Scan,
    ] {
        let (zh, en) = (refusal.describe(Lang::Zh), refusal.describe(Lang::En));
        assert!(zh.ends_with('。') && en.ends_with('.') && !(zh + &en).contains(['{', '…']), "{refusal:?}");
    }
    assert!(Refusal::TooManyPages(2_000).describe(Lang::Zh).contains("2000 页，最多能读 1000 页"));
}

#[test]
fn a_file_without_its_end_or_with_other_bytes_before_it_is_read() {
    let whole = table().file();
    let end = whole.windows(4).position(|window| window == b"xref").unwrap();
    for bytes in [whole[..end].to_vec(), [b"\r\njunk\r\n", &whole[..]].concat()] {
        assert_eq!(grids(&reading(bytes)).len(), 1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_file_crashes(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12), cut in any::<prop::sample::Index>()) {
        let mut pdf = Pdf::default();
        let form = pdf.stream("/Subtype /Form /Matrix [1 0 0 1 5 5]", "10 10 200 20 re S");
        let mut page = table();
        page.external = format!("/Form {form} 0 R");
        page.draw("q /Form Do Q").show(50.0, 100.0, "Gbk", "D6A7B3F6").show(50.0, 80.0, "Named", "4142");
        let mut bytes = pdf.page(&page).bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read("a.pdf", bytes[..=cut.index(bytes.len())].to_vec());
        let _ = read("a.pdf", bytes);
    }
}
