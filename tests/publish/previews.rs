//! What those see who are sent a link, and what search engines are told.

use std::fs;
use std::io::Cursor;

use super::workshop::{Workshop, example, of, root};

/// The picture of a folder: its size, and its pixels.
fn picture(workshop: &Workshop, name: &str) -> ((u32, u32), Vec<[u8; 3]>) {
    let file = fs::read(workshop.path(name)).unwrap();
    let mut reader = png::Decoder::new(Cursor::new(file)).read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    ((info.width, info.height), bytes.chunks_exact(3).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect())
}

#[test]
fn the_picture_shows_the_lens_and_words_in_the_light_themes_colours() {
    let workshop = Workshop::new("picture");
    workshop.publishes(&[&root("budget.json"), "--allow-mismatch"]);
    let (size, pixels) = picture(&workshop, "site/preview.png");
    assert_eq!(size, (1200, 630));
    let count = |colour: [u8; 3]| pixels.iter().filter(|pixel| **pixel == colour).count();
    let (paper, first, second, ink) = ([255, 255, 255], [0x0a, 0x5a, 0x8c], [0xcf, 0x7a, 0x12], [0x13, 0x20, 0x2b]);
    assert!(count(paper) > 400_000, "most of it is paper: {}", count(paper));
    assert!(count(first) > 40_000, "the largest class: {}", count(first));
    assert!(count(second) > 10_000 && count(second) < count(first), "and the next one, magnified");
    assert!(count(ink) > 8_000, "the total in large type: {}", count(ink));
    // Nothing runs over the edge: the outermost columns are paper below the band at the top.
    assert!(pixels.chunks(1200).skip(12).all(|row| row[..40].iter().chain(&row[1160..]).all(|p| *p == paper)));
}

#[test]
fn a_link_that_is_sent_has_title_sentence_and_picture() {
    let workshop = Workshop::new("sent");
    let file = workshop.write("a.json", &of("“甲”<局>").to_string());
    let told = workshop.publishes(&[&file, "--url", "https://budget.example/2026"]);
    assert!(!told.contains("--url"), "{told}");
    let page = workshop.read("site/index.html");
    let title = "“甲”&lt;局&gt; · 2026 年部门预算 · 青石县 · 预算透视";
    for there in [
        &format!("<title>{title}</title>"),
        &format!("<meta property=\"og:title\" content=\"{title}\">"),
        "<meta property=\"og:description\" content=\"主要用在：",
        "<meta property=\"og:image\" content=\"https://budget.example/2026/preview.png\">",
        "<meta property=\"og:type\" content=\"website\">",
        "<meta property=\"og:locale\" content=\"zh_CN\">",
        "<meta name=\"twitter:card\" content=\"summary_large_image\">",
        "<link rel=\"canonical\" href=\"https://budget.example/2026/\">",
    ] {
        assert!(page.contains(there), "{there} is not in {page}");
    }
    let told = workshop.publishes(&[&file]);
    assert!(told.contains("没有给出 --url"), "{told}");
    let page = workshop.read("site/index.html");
    assert!(page.contains("<meta property=\"og:image\" content=\"preview.png\">") && !page.contains("canonical"));
}

#[test]
fn without_chinese_letters_there_is_no_picture_and_nothing_says_there_were_one() {
    let workshop = Workshop::new("letters");
    let file = workshop.write("a.json", &example().to_string());
    let told = workshop.publishes(&[&file, "--font", &root("Cargo.toml")]);
    assert!(told.contains("Cargo.toml 不是带中文的字体，所以没有画分享用的图片"), "{told}");
    assert!(!workshop.has("site/preview.png") && !workshop.read("site/index.html").contains("og:image"));
}

#[test]
fn search_engines_are_told_of_every_page_and_when_it_was_published() {
    let workshop = Workshop::new("map");
    let mut dated = of("甲局");
    dated["document"]["published"] = "2026-02-13".into();
    let files = [workshop.write("a.json", &dated.to_string()), workshop.write("b&c.json", &of("乙局").to_string())];
    workshop.publishes(&[&files[0], &files[1], "--url=https://budget.example/"]);
    let map = workshop.read("site/sitemap.xml");
    for there in [
        "<url><loc>https://budget.example/</loc><lastmod>2026-02-13</lastmod></url>",
        "<url><loc>https://budget.example/a/</loc><lastmod>2026-02-13</lastmod></url>",
        "<url><loc>https://budget.example/b-c/</loc></url>",
    ] {
        assert!(map.contains(there), "{there} is not in {map}");
    }
    assert_eq!(map.matches("<url>").count(), 3);
}
