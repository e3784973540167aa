//! What those see who are sent a link, and what search engines are told.

use std::fs;
use std::io::Cursor;

use budget_lens::export::preview;
use budget_lens::figure::headline;
use budget_lens::locale::{Lang, Locale};
use budget_lens::scene::{Mark, Shape};

use super::workshop::{Workshop, example, of, root};

/// The picture of a folder: its size, and its pixels.
fn picture(workshop: &Workshop, name: &str) -> ((u32, u32), Vec<[u8; 3]>) {
    let file = fs::read(workshop.path(name)).unwrap();
    let mut decoder = png::Decoder::new(Cursor::new(file));
    // A palette, too, as what is seen.
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    ((info.width, info.height), bytes.chunks_exact(3).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect())
}

#[test]
fn the_pictures_say_the_first_lines_in_the_light_themes_colours() {
    let workshop = Workshop::new("picture");
    workshop.publishes(&[&root("budget.json"), "--allow-mismatch"]);
    for (name, wide, high) in [("site/preview.png", 1200, 630), ("site/preview-square.png", 800, 800)] {
        let (size, pixels) = picture(&workshop, name);
        assert_eq!(size, (wide, high));
        let count = |colour: [u8; 3]| pixels.iter().filter(|pixel| **pixel == colour).count();
        let (paper, bar, ink) = ([255, 255, 255], [0x0a, 0x5a, 0x8c], [0x13, 0x20, 0x2b]);
        assert!(count(paper) > 400_000, "{name}: most of it is paper: {}", count(paper));
        assert!((2_000..10_000).contains(&count(bar)), "{name}: the three largest things: {}", count(bar));
        assert!(count(ink) > 8_000, "{name}: the total in large type: {}", count(ink));
        // Nothing runs over the edge: the outermost columns are paper below the band at the top.
        let (wide, edge) = (wide as usize, 40);
        let edges = |row: &&[[u8; 3]]| row[..edge].iter().chain(&row[wide - edge..]).all(|pixel| *pixel == paper);
        assert!(pixels.chunks(wide).skip(12).all(|row| edges(&row)), "{name}");
        assert!(pixels.chunks(wide).skip(high as usize - 24).flatten().all(|pixel| *pixel == paper), "{name}");
    }
}

#[test]
fn the_pictures_say_amount_change_and_the_three_largest_things() {
    let budget = crate::common::budgets::official();
    let locale = Locale { lang: Lang::Zh, unit: budget.document.unit };
    for form in preview::FORMS {
        let said: Vec<_> = preview::scene(&budget, &headline(&budget, locale), None, form, locale)
            .marks
            .into_iter()
            .filter_map(text)
            .collect();
        for words in [
            "4,754",
            "比上年多 2,034 万元（+74.8%）。",
            "最大的三笔（项目和日常开支一起比）",
            "公务接待费",
            "375.00 万元",
            "365.40 万元",
        ] {
            assert!(said.iter().any(|said| said == words), "{words} is not in {said:?}");
        }
        assert!(!said.iter().any(|said| said.contains("95.9")), "the share of a class says nothing: {said:?}");
    }
}

fn text(mark: Mark) -> Option<String> {
    match mark.shape {
        Shape::Text { text, .. } => Some(text),
        _ => None,
    }
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
        "<meta property=\"og:image:width\" content=\"1200\">",
        "<meta property=\"og:image\" content=\"https://budget.example/2026/preview-square.png\">",
        "<meta property=\"og:image:width\" content=\"800\">",
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
    let first = page.find("preview.png").expect("the wide picture");
    assert!(first < page.find("preview-square.png").expect("the square one"), "programs take the first");
    assert!(page.contains("<meta property=\"og:image\" content=\"preview.png\">") && !page.contains("canonical"));
}

#[test]
fn the_first_image_of_a_page_is_the_square_picture_which_no_browser_is_shown() {
    let workshop = Workshop::new("first-image");
    let file = workshop.write("in/a.json", &of("甲局").to_string());
    let other = workshop.write("in/b.json", &of("乙局").to_string());
    workshop.write("own/emblem.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let site = workshop.write("own/site.json", r#"{"emblem": "emblem.svg"}"#);
    workshop.publishes(&[&file, &other, "--site", &site]);
    for folder in ["", "a/"] {
        let page = workshop.read(&format!("site/{folder}index.html"));
        let (_, body) = page.split_once("<body>").unwrap();
        // A picture takes its first source, whatever its image says.
        let before = body.split("<img ").next().unwrap();
        assert!(
            before.ends_with("\">") && before.contains("<picture hidden=\"\"><source srcset=\"data:image/gif;base64,"),
            "{before}"
        );
        let first = body.split("<img ").nth(1).unwrap().split('>').next().unwrap();
        assert_eq!(first, "src=\"preview-square.png\" width=\"800\" height=\"800\" alt=\"\" loading=\"lazy\"");
        assert!(workshop.has(&format!("site/{folder}preview-square.png")));
    }
    assert!(!workshop.read("site/404.html").contains("preview-square.png"), "it has none of its own");
}

#[test]
fn without_chinese_letters_there_is_no_picture_and_nothing_says_there_were_one() {
    let workshop = Workshop::new("letters");
    let file = workshop.write("a.json", &example().to_string());
    let told = workshop.publishes(&[&file, "--font", &root("Cargo.toml")]);
    assert!(told.contains("Cargo.toml 不是带中文的字体，所以没有画分享用的图片"), "{told}");
    assert!(!workshop.has("site/preview.png") && !workshop.has("site/preview-square.png"));
    assert!(!workshop.read("site/index.html").contains("og:image"));
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
