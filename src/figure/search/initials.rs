//! Pinyin initials of Chinese characters, for search: readers who type by sound enter `jgst` for 机关食堂.

use std::ops::RangeInclusive;

/// The first character of each letter in the first level of GB 2312, which is in the order of pronunciation.
const FIRST: &str = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝";
/// The letters of the characters in [`FIRST`]: no syllable begins with i, u or v.
const LETTERS: &str = "abcdefghjklmnopqrstwxyz";
/// How many places the first level has: forty rows, the last of which is not full.
const FIRST_LEVEL: usize = 40 * ROW;
/// How many places a row has.
const ROW: usize = 94;
/// The letters of the second level, whose characters are in the order of their strokes: a line for each row.
const SECOND_LEVEL: &str = include_str!("second_level.txt");

/// Second readings, and characters of places that the standard lacks: a letter, then what may begin with it.
/// 调 is diào, but tiáo in 调整; 会 is huì, but kuài in 会计.
const OTHERS: [&str; 19] = [
    "b秘泌埔曝屏刨祊",
    "c重曾单盛种畜伺瀍",
    "d石提澄垱",
    "e阿",
    "g合红括贾涡句扛咖纶",
    "h蛤吓虾巷咳桧行戏吭鄠",
    "j给圈强奇系校龟柜虹茄车",
    "k会槛",
    "l弄塱崀",
    "m万洺",
    "n粘",
    "o区",
    "p泊辟脯便堡番否扁繁膀磅扒",
    "q壳龟仇卡覃纤亟稽伽硚",
    "s率参折汤殖厦匙召泷单渑浉",
    "t调弹囤沓侗",
    "x省降解宿叶见莘浚歙吁圩浒莞",
    "y乐尾铅蔚尉说蛇荥栎轧谷垟",
    "z长传朝藏祭属术识枞缴查幢侧颤氏翟",
];

/// The range of characters that can be looked up.
const RANGE: RangeInclusive<char> = '\u{4e00}'..='\u{9fff}';

/// The letters that the pinyin of each Chinese character may begin with, one bit a letter.
#[derive(Debug, Default)]
pub struct Initials(Vec<u32>);

impl Initials {
    /// The bytes of both levels of GB 2312, in its order. Every engine can decode them, so that no table of
    /// characters has to be sent; and unlike an engine's order of sorting, the standard does not change.
    pub fn bytes() -> Vec<u8> {
        (0xb0..=0xf7).flat_map(|row| (0xa1..=0xfe).flat_map(move |place| [row, place])).collect()
    }

    /// Builds the table of letters from the text that [`Self::bytes`] decode to.
    pub fn new(decoded: &str) -> Self {
        let mut initials = Initials(vec![0; 1 + *RANGE.end() as usize - *RANGE.start() as usize]);
        let mut next = FIRST.chars().zip(LETTERS.bytes()).peekable();
        let mut letter = b'a';
        for character in decoded.chars().take(FIRST_LEVEL) {
            if let Some((_, own)) = next.next_if(|(first, _)| *first == character) {
                letter = own;
            }
            initials.add(character, letter);
        }
        let letters = SECOND_LEVEL.bytes().filter(u8::is_ascii_lowercase);
        for (character, letter) in decoded.chars().skip(FIRST_LEVEL).zip(letters) {
            initials.add(character, letter);
        }
        for others in OTHERS {
            for character in others.chars().skip(1) {
                initials.add(character, others.as_bytes()[0]);
            }
        }
        initials
    }

    fn add(&mut self, character: char, letter: u8) {
        if let Some(letters) = place(character).and_then(|place| self.0.get_mut(place)) {
            *letters |= bit(letter);
        }
    }

    /// Whether consecutive Chinese characters of the name begin with these letters in pinyin.
    pub fn spell(&self, name: &str, letters: &str) -> bool {
        let spoken: Vec<u32> = name.chars().filter_map(|c| self.0.get(place(c)?).copied()).collect();
        spoken.windows(letters.len().max(1)).any(|part| part.iter().zip(letters.bytes()).all(|(s, l)| s & bit(l) != 0))
    }

    /// The letters of a name's Chinese characters; a capital is another reading of the one before it: `jzC` of 局重.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn code(&self, name: &str) -> String {
        let mut code = String::new();
        for letters in name.chars().filter_map(|c| self.0.get(place(c)?)) {
            let own = (b'a'..=b'z').filter(|letter| letters & bit(*letter) != 0);
            let cased = |(i, letter): (usize, u8)| if i == 0 { letter } else { letter.to_ascii_uppercase() };
            code.extend(own.enumerate().map(cased).map(char::from));
        }
        code
    }
}

/// Where a character stands among those that are looked up.
fn place(character: char) -> Option<usize> {
    (character as usize).checked_sub(*RANGE.start() as usize)
}

/// The bit of a letter, in capitals or not; none for any other sign.
fn bit(letter: u8) -> u32 {
    match letter.to_ascii_lowercase() {
        letter @ b'a'..=b'z' => 1 << (letter - b'a'),
        _ => 0,
    }
}

#[cfg(test)]
pub mod tests;
