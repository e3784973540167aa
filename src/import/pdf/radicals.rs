//! Replaces Unicode's radicals by the ordinary characters that look the same.
//!
//! Some programs that write PDFs, browsers among them, take the wrong one of the two codes that a glyph has in its
//! font: ⽀出 for 支出. No word would be recognised.

/// The characters for U+2F00 and after, as they are written in simplified Chinese.
const KANGXI: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾\
     干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生\
     用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷\
     豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
     黄黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";
/// The characters for U+2E80 and after; where there is none, the radical itself.
const SUPPLEMENT: &str = "⺀厂乛乚乙亻冂𠘨刀刂卜㔾小尐兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爬丬牛犭王𤴔目示礻𥫗糹纟罓\
     罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艺艻虎衤覀西见角𧢲讠贝𧾷车辶辷辸邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨\
     鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

/// The ordinary character that looks like a radical; any other character itself.
pub fn folded(char: char) -> char {
    let found = match char {
        '\u{2F00}'..='\u{2FD5}' => place(char, '\u{2F00}').and_then(|at| KANGXI.chars().nth(at)),
        '\u{2E80}'..='\u{2EF3}' => place(char, '\u{2E80}').and_then(|at| SUPPLEMENT.chars().nth(at)),
        _ => None,
    };
    found.unwrap_or(char)
}

fn place(char: char, first: char) -> Option<usize> {
    usize::try_from(u32::from(char) - u32::from(first)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_are_the_characters_that_they_look_like() {
        let text: String = "⽀出⻚⽬⻘⻔⾦⿓⼾支".chars().map(folded).collect();
        assert_eq!(text, "支出页目青门金龍户支");
        assert_eq!((KANGXI.chars().count(), SUPPLEMENT.chars().count()), (214, 116));
        assert_eq!((folded('\u{2FD5}'), folded('\u{2EF3}')), ('龠', '龟'));
    }
}
